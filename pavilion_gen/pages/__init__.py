"""The kinds of pages: one module each, with its addresses, its view and its template's name."""
