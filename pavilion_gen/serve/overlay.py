"""What the preview adds to a page: that it is one, and the mistakes laid over it."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from pathlib import Path
from zoneinfo import ZoneInfo

from pavilion_gen.diagnostics import Located, Severity
from pavilion_gen.diagnostics.terminal import tally
from pavilion_gen.serve.preview import Shown

STYLESHEET = "/__preview__/preview.css"
SHOWN = 100
_EXCERPT = 160
_BEIJING = ZoneInfo("Asia/Shanghai")
_EMPTY = (
    '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
    '<meta name="viewport" content="width=device-width, initial-scale=1">'
    "<title>{title}</title></head><body></body></html>\n"
)


def stylesheet() -> bytes:
    """The look of what the preview adds."""
    return (Path(__file__).parent / "preview.css").read_bytes()


def decorate(
    page: bytes, shown: Shown, script: str, *, here: Sequence[Located] = (), fault: str = ""
) -> bytes:
    """A page with the preview's own marks at the end of its body.

    script: address of the script that reloads. here: mistakes of this page alone.
    fault: a fault of ours while it was rendered.
    """
    marks = _marks(shown, tuple(here), fault or shown.fault)
    addition = (
        f'<div id="pavilion-preview" lang="en" dir="ltr">\n{marks}</div>\n'
        f'<link rel="stylesheet" href="{STYLESHEET}">\n'
        f'<script src="{escape(script)}" defer></script>\n'
    ).encode("utf-8", "backslashreplace")
    end = page.rfind(b"</body>")
    end = len(page) if end < 0 else end
    return page[:end] + addition + page[end:]


def empty_page() -> bytes:
    """A page that shows nothing of its own, for where there is nothing to show."""
    return _EMPTY.format(title="Pavilion preview").encode()


def _marks(shown: Shown, here: tuple[Located, ...], fault: str) -> str:
    found = (*here, *shown.found)
    wrong = shown.broken or bool(here) or bool(fault)
    bar = _bar(shown)
    if not wrong and not found:
        return f'<p class="bar">{bar}</p>\n'
    if not wrong:
        return f'<details class="bar"><summary>{bar} · {tally(found)}</summary>{_list(found, shown.root)}</details>\n'
    title = tally(found) if found else "A fault"
    kept = "" if shown.site is None or here else " The page below is from before."
    body = f'<p class="fault">{escape(fault)}</p>' if fault else ""
    errors = tuple(one for one in found if one.diagnostic.severity is Severity.ERROR)
    doubts = tuple(one for one in found if one.diagnostic.severity is not Severity.ERROR)
    if errors and doubts:
        rest = f"<details><summary>{tally(doubts)}</summary>{_list(doubts, shown.root)}</details>"
    else:
        errors, rest = found, ""
    return (
        f'<p class="bar">{bar}</p>\n'
        f'<details class="mistakes" role="alert" open><summary>{title}.{kept}</summary>'
        f"{body}{_list(errors, shown.root)}{rest}</details>\n"
    )


def _bar(shown: Shown) -> str:
    if shown.site is None:
        return "Preview"
    moment = shown.site.at.astimezone(_BEIJING)
    drafts = ", with drafts" if shown.drafts else ""
    return f"Preview: {moment:%Y-%m-%d %H:%M} Beijing time{drafts}"


def _list(found: tuple[Located, ...], root: str) -> str:
    if not found:
        return ""
    items = "".join(_item(one, root) for one in found[:SHOWN])
    rest = len(found) - SHOWN
    more = f"<p>… and {rest} more. All of them: pavilion check</p>" if rest > 0 else ""
    return f"<ol>\n{items}</ol>{more}"


def _item(found: Located, root: str) -> str:
    diagnostic = found.diagnostic
    severity = diagnostic.severity.value
    place = escape("/".join(part for part in (root, diagnostic.place.file) if part))
    if found.line:
        place += f":{found.line}:{found.column}"
    lines = [
        f'<li class="{severity}"><p class="message"><b>{severity}[{diagnostic.code}]</b> '
        f"<bdi>{escape(diagnostic.message)}</bdi></p>"
    ]
    lines.append(f'<p class="where">{place}</p>')
    if found.line:
        lines.append(f"<pre><i>{found.line}</i> {_excerpt(found)}</pre>")
    if diagnostic.help:
        lines.append(f'<p class="help">{escape(diagnostic.help)}</p>')
    return "\n".join([*lines, "</li>\n"])


def _excerpt(found: Located) -> str:
    """The source line, the place in it marked; of a long line what stands around it."""
    at = found.column - 1
    start = max(0, at - _EXCERPT // 2) if len(found.source) > _EXCERPT else 0
    stop = start + _EXCERPT
    end = min(at + found.length, stop)
    before, marked, after = found.source[start:at], found.source[at:end], found.source[end:stop]
    lead = "…" if start else ""
    tail = "…" if stop < len(found.source) else ""
    return f"{lead}{escape(before)}<mark>{escape(marked) or ' '}</mark>{escape(after)}{tail}"
