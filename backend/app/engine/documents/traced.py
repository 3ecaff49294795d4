"""Transparent text over the same letters drawn as shapes, which a person reads as that text.

Browsers that print a bold font they do not have draw the outlines of its letters and lay the text
over them, transparent, so that it can be searched. Other transparent text says what is not seen.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import pymupdf

from app.engine.documents.runs import Run
from app.engine.documents.words import MIN_ALPHA, Word

SCALE = 1.5
"""Pixels a point, enough to tell letters apart."""

LIKENESS = 0.6
"""Least correlation between the letters as drawn and as the text would draw them. Outlines of a
bolder cut reach 0.69 and more; nine of ten pairs of unlike words of one length stay under 0.5."""

PLAIN = 2.0
"""Pixels that spread less than this, of 255, show nothing."""

Pixels = npt.NDArray[np.float64]


def traced(page: Any, words: Sequence[Word]) -> frozenset[int]:
    """Which of the words, by index, are transparent and have their very letters drawn below."""
    transparent = {run for run in {word.run for word in words} if _is_transparent(run)}
    if not transparent:
        return frozenset()
    candidates = [i for i, word in enumerate(words) if word.run in transparent]
    drawn, text = _page_pixels(page), _text_pixels(page)
    return frozenset(i for i in candidates if _likeness(words[i], drawn, text) >= LIKENESS)


def _is_transparent(run: Run) -> bool:
    return run.style.painted and run.style.alpha < MIN_ALPHA


def _page_pixels(page: Any) -> Pixels:
    pixmap = page.get_pixmap(
        matrix=pymupdf.Matrix(SCALE, SCALE),  # type: ignore[no-untyped-call]
        colorspace=pymupdf.csRGB,
        alpha=False,
        annots=False,
    )
    flat = np.frombuffer(pixmap.samples, dtype=np.uint8)
    return flat.reshape(pixmap.height, pixmap.width, 3).astype(float)


def _text_pixels(page: Any) -> Pixels:
    """The transparent text of the page alone, as if it were black."""
    area = pymupdf.IRect(page.rect * SCALE)  # type: ignore[no-untyped-call]
    pixmap = pymupdf.Pixmap(pymupdf.csGRAY, area, 0)  # type: ignore[no-untyped-call]
    pixmap.clear_with(255)  # type: ignore[no-untyped-call]
    target = pymupdf.mupdf.fz_new_draw_device(pymupdf.mupdf.FzMatrix(), pixmap.this)
    zoom = pymupdf.mupdf.FzMatrix(SCALE, 0, 0, SCALE, 0, 0)
    pymupdf.mupdf.fz_run_page(page.this, _Transparent(target), zoom, pymupdf.mupdf.FzCookie())
    pymupdf.mupdf.fz_close_device(target)
    flat = np.frombuffer(pixmap.samples, dtype=np.uint8)
    return flat.reshape(pixmap.height, pixmap.width).astype(float)


class _Transparent(pymupdf.mupdf.FzDevice2):  # type: ignore[misc]
    """Hands transparent text on to another device, opaque."""

    def __init__(self, target: Any) -> None:
        super().__init__()
        self.use_virtual_fill_text()
        self._target = target

    def fill_text(self, *call: Any) -> None:
        """MuPDF calls this with context, text, matrix, color space, color, alpha, parameters."""
        _, text, matrix, _, _, alpha, _ = call
        if alpha * 255 < MIN_ALPHA:
            pymupdf.mupdf.ll_fz_fill_text(
                self._target.m_internal,
                text,
                matrix,
                pymupdf.mupdf.ll_fz_device_gray(),
                [0.0],
                1.0,
                pymupdf.mupdf.FzColorParams().internal(),
            )


def _likeness(word: Word, drawn: Pixels, text: Pixels) -> float:
    """How alike the page and the text are in the word's box, 0 to 1: the best of three colours."""
    x0, y0 = (max(0, int(edge * SCALE)) for edge in (word.x0, word.y0))
    x1, y1 = (int(edge * SCALE) + 1 for edge in (word.x1, word.y1))
    letters = text[y0:y1, x0:x1].ravel()
    if letters.size == 0 or letters.std() < PLAIN:
        return 0.0
    planes = [drawn[y0:y1, x0:x1, channel].ravel() for channel in range(3)]
    return max(
        (
            abs(float(np.corrcoef(plane, letters)[0, 1]))
            for plane in planes
            if plane.size == letters.size and plane.std() >= PLAIN
        ),
        default=0.0,
    )
