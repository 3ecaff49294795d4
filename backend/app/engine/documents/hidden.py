"""Text that a person does not see on the page: found, to be left out and flagged.

A file can hold words meant only for machines. The outlines of each word are looked for in the
page as it is drawn, so the trick used (white on white, a cover, a clip) need not be known.
"""

import itertools
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import numpy.typing as npt
import pymupdf

from app.engine.documents.traced import traced
from app.engine.documents.words import MIN_ALPHA, Word

TINY = 3.0
"""Text under this many points cannot be read on paper; the smallest months printed are 4."""

UNIFORM = 8
"""A box whose pixels differ by no more than this, of 255 in each colour, shows nothing."""

SAME_COLOR = 10
"""Colours that differ by at most this, of 255, look alike."""

RESOLUTION = 72
"""Pixels an inch; one pixel is one point, so boxes need no scaling."""

Pixels = npt.NDArray[np.uint8]


def visible_words(page: Any, words: Sequence[Word]) -> list[Word]:
    """The words that a person can see."""
    width, height = page.rect.width, page.rect.height
    outlined = traced(page, words)
    drawn = [
        _as_drawn(word) if index in outlined else word
        for index, word in enumerate(words)
        if (word.style.alpha >= MIN_ALPHA or index in outlined) and _is_drawn(word, width, height)
    ]
    return list(itertools.compress(drawn, _seen(_pixels(page), drawn)))


def _as_drawn(word: Word) -> Word:
    """A word over its own outlines, which are drawn where a bold font is wanting."""
    style = replace(word.style, alpha=255, bold=True)
    return word._replace(run=replace(word.run, style=style))


def _is_drawn(word: Word, width: float, height: float) -> bool:
    x, y = (word.x0 + word.x1) / 2, (word.y0 + word.y1) / 2
    return word.style.painted and word.size >= TINY and 0 <= x <= width and 0 <= y <= height


def _pixels(page: Any) -> Pixels:
    """The page as drawn: rows of pixels of three colours."""
    pixmap = page.get_pixmap(dpi=RESOLUTION, colorspace=pymupdf.csRGB, alpha=False, annots=False)
    flat = np.frombuffer(pixmap.samples, dtype=np.uint8)
    return flat.reshape(pixmap.height, pixmap.width, 3)


def _seen(pixels: Pixels, words: Sequence[Word]) -> list[bool]:
    """Whether something shows in each word's box that is not of its background's colour."""
    if not words:
        return []
    height, width = pixels.shape[:2]
    boxes = np.array([(w.x0, w.y0, w.x1, w.y1) for w in words])
    left = np.clip(np.floor(boxes[:, 0]), 0, width - 2).astype(int)
    top = np.clip(np.floor(boxes[:, 1]), 0, height - 2).astype(int)
    right = np.clip(np.ceil(boxes[:, 2]), left + 1, width).astype(int)
    bottom = np.clip(np.ceil(boxes[:, 3]), top + 1, height).astype(int)
    corners = np.stack([pixels[y, x] for y in (top, bottom - 1) for x in (left, right - 1)], axis=1)
    colors = np.array([[w.style.color >> shift & 255 for shift in (16, 8, 0)] for w in words])
    merged = (np.abs(corners - colors[:, None, :]) <= SAME_COLOR).all(axis=(1, 2))
    green = np.ascontiguousarray(pixels[:, :, 1])
    return [
        not same and (_varies(green[y0:y1, x0:x1]) or _shows(pixels[y0:y1, x0:x1]))
        for same, x0, y0, x1, y1 in zip(
            merged.tolist(),
            left.tolist(),
            top.tolist(),
            right.tolist(),
            bottom.tolist(),
            strict=True,
        )
    ]


def _varies(plane: Pixels) -> bool:
    return int(plane.max()) - int(plane.min()) > UNIFORM


def _shows(block: Pixels) -> bool:
    """The same for all colours; slower, so asked only where green alone shows nothing."""
    return any(_varies(block[:, :, channel]) for channel in (0, 2))
