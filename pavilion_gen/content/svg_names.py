"""Names that SVG gives to elements, attributes and functions, by what a cleaned drawing does with them."""

from __future__ import annotations

import re

SVG = "http://www.w3.org/2000/svg"
XLINK = "http://www.w3.org/1999/xlink"
XML = "http://www.w3.org/XML/1998/namespace"
XHTML = "http://www.w3.org/1999/xhtml"


def _names(words: str) -> frozenset[str]:
    return frozenset(words.split())


KEPT = _names(
    "svg g defs symbol use switch path rect circle ellipse line polyline polygon image text tspan "
    "textPath title desc a linearGradient radialGradient stop pattern clipPath mask marker filter view "
    "feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting "
    "feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR "
    "feGaussianBlur feImage feMerge feMergeNode feMorphology feOffset fePointLight "
    "feSpecularLighting feSpotLight feTile feTurbulence style"
)
WITH_WORDS = _names("text tspan textPath title desc a style")
PROGRAMS = _names("script handler listener")
MOVING = _names("set discard animate animatecolor animatemotion animatetransform")
FOREIGN = _names("foreignobject iframe audio video canvas embed object")

PRESENTATION = _names(
    "alignment-baseline baseline-shift clip clip-path clip-rule color color-interpolation "
    "color-interpolation-filters color-rendering direction display dominant-baseline fill "
    "fill-opacity fill-rule filter flood-color flood-opacity font-family font-size "
    "font-size-adjust font-stretch font-style font-variant font-weight image-rendering "
    "letter-spacing lighting-color marker-end marker-mid marker-start mask mask-type opacity "
    "overflow paint-order pointer-events shape-rendering stop-color stop-opacity stroke "
    "stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit "
    "stroke-opacity stroke-width text-anchor text-decoration text-rendering unicode-bidi "
    "vector-effect visibility word-spacing writing-mode"
)
# Most attributes are these: nothing need be asked of them
HARMLESS = PRESENTATION | _names(
    "id d x y x1 x2 y1 y2 cx cy r rx ry width height viewBox transform points offset gradientUnits"
)
# Without effect in a picture by itself, or only for the program that wrote it
IDLE = _names(
    "cursor enable-background isolation line-height shape-inside shape-margin shape-padding "
    "shape-subtract solid-color solid-opacity text-align text-indent text-transform "
    "white-space user-select"
)
SHORTHAND = {"marker": ("marker-start", "marker-mid", "marker-end")}

_FUNCTION = re.compile(r"([a-z-]+)\(\s*[\"']?\s*(.?)", re.IGNORECASE)
_FETCHING = ("image", "image-set", "-webkit-image-set", "src", "cross-fade", "-webkit-cross-fade",
             "element", "paint", "attr", "env", "var")  # fmt: skip


def reaches_out(value: str) -> bool:
    """Whether a value names something outside the drawing, or hides what it names."""
    if "(" not in value:
        return False
    if "\\" in value:
        return True
    return any(
        found[2] != "#" if found[1].lower() == "url" else found[1].lower() in _FETCHING
        for found in _FUNCTION.finditer(value)
    )
