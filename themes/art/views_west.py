"""Views through the windows of the western countries, as travel posters in a box of 160 × 200.

Colours are properties of the page (`--v-sky`, `--v-sun`, `--v-far`, `--v-mid`, `--v-near`,
`--v-fore`, `--v-lit`, `--v-shade`; `base.css` sets them by day and by night) and at most two of a
poster's own, which hold in both. Tones between them are tints, by `fill-opacity`. Flat shapes, no
lines round them; the shape of the window cuts them.
"""

from __future__ import annotations

SKY = '<path fill="var(--v-sky)" d="M0 0H160V200H0Z"/>'

PLAIN_VIEW = (
    SKY
    + """
<circle fill="var(--v-sun)" cx="108" cy="68" r="12"/>
<path fill="var(--v-far)" d="M0 120Q64 96 160 108V200H0Z"/>
<path fill="var(--v-near)" d="M0 144Q48 108 96 128T160 124V200H0Z"/>
<path fill="var(--v-fore)" d="M0 176Q64 144 160 168V200H0Z"/>
"""
)

VIEWS: dict[str, str] = dict.fromkeys(("us", "nz", "au", "ch", "fr", "gb"), PLAIN_VIEW)
