"""QR codes as pictures (ISO/IEC 18004): black on white at night too, in whole pixels."""

from __future__ import annotations

import io

import segno

from pavilion_gen.pages.qr_codes import QUIET, QrCodeFile


def qr_png(view: QrCodeFile) -> bytes:
    """A code as PNG, which names no date; the same bytes for the same view."""
    code = segno.make(
        view.text, error="m", version=view.version, mode="byte", encoding="utf-8",
        boost_error=False, micro=False,
    )  # fmt: skip
    stream = io.BytesIO()
    code.save(stream, kind="png", scale=view.module, border=QUIET)
    return stream.getvalue()
