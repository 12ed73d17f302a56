"""Views through the windows of the western countries, as travel posters in a box of 160 × 200.

Colours are properties of the page (`--v-sky`, `--v-sun`, `--v-far`, `--v-mid`, `--v-near`,
`--v-fore`, `--v-lit`, `--v-shade`; `base.css` sets them by day and by night) and at most two of a
poster's own, which hold in both. Tones between them are tints, by `veil`. Flat shapes, no lines
round them; the shape of the window cuts them.
"""

from __future__ import annotations

import views_coast
import views_inland
import views_peaks
from view_brush import disc, fill, sky

VIEWS: dict[str, str] = {
    cc: draw()
    for cc, draw in {**views_coast.VIEWS, **views_inland.VIEWS, **views_peaks.VIEWS}.items()
}

PLAIN_VIEW = (
    sky()
    + fill("sun", disc(108, 68, 12))
    + fill("far", "M0 120Q64 96 160 108V200H0Z")
    + fill("near", "M0 144Q48 108 96 128T160 124V200H0Z")
    + fill("fore", "M0 176Q64 144 160 168V200H0Z")
)
