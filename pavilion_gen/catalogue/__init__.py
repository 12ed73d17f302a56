"""The world at the clock's instant: linked, judged, priced; and what is wrong with it."""
