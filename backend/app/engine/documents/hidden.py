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

from app.engine.documents.drawing import Drawing, Pixels
from app.engine.documents.runs import Run
from app.engine.documents.traced import traced
from app.engine.documents.words import MIN_ALPHA, Word

TINY = 3.0
"""Text under this many points cannot be read on paper; the smallest months printed are 4."""

UNIFORM = 8
"""A box whose pixels differ by no more than this, of 255 in each colour, shows nothing."""

SAME_COLOR = 10
"""Colours that differ by at most this, of 255, look alike."""

Plane = npt.NDArray[np.uint8]
Places = npt.NDArray[np.int_]
Marks = npt.NDArray[np.bool_]

SAMPLES = 24
"""Pixels looked at in each of two rows of a box before all of it is."""

_ROWS = (0.4, 0.6)
"""Where these rows lie: small letters have strokes there, in which nearly every word differs."""


def visible_words(page: Any, drawing: Drawing, words: Sequence[Word]) -> list[Word]:
    """The words that a person can see."""
    outlined = traced(page, words)
    if outlined:
        words = [_as_drawn(w) if index in outlined else w for index, w in enumerate(words)]
    width, height = page.rect.width, page.rect.height
    painted = {run for run in {word.run for word in words} if _is_painted(run)}
    drawn = [
        word
        for word in words
        if word.run in painted
        and 0 <= (word.x0 + word.x1) / 2 <= width
        and 0 <= (word.y0 + word.y1) / 2 <= height
    ]
    return list(itertools.compress(drawn, _seen(drawing.pixels(), drawn))) if drawn else []


def _as_drawn(word: Word) -> Word:
    """A word over its own outlines, which are drawn where a bold font is wanting."""
    style = replace(word.run.style, alpha=255, bold=True)
    return word._replace(run=replace(word.run, style=style))


def _is_painted(run: Run) -> bool:
    return run.style.painted and run.style.alpha >= MIN_ALPHA and run.size >= TINY


def _seen(pixels: Pixels, words: Sequence[Word]) -> list[bool]:
    """Whether something shows in each word's box that is not of its background's colour."""
    height, width = pixels.shape[:2]
    boxes = np.array([word[1:5] for word in words])
    left = np.clip(np.floor(boxes[:, 0]), 0, width - 2).astype(int)
    top = np.clip(np.floor(boxes[:, 1]), 0, height - 2).astype(int)
    right = np.clip(np.ceil(boxes[:, 2]), left + 1, width).astype(int)
    bottom = np.clip(np.ceil(boxes[:, 3]), top + 1, height).astype(int)
    corners = np.stack([pixels[y, x] for y in (top, bottom - 1) for x in (left, right - 1)], axis=1)
    codes = np.array([word.run.style.color for word in words])
    colors = np.stack([codes >> shift & 255 for shift in (16, 8, 0)], axis=1)
    merged = (np.abs(corners - colors[:, None, :]) <= SAME_COLOR).all(axis=(1, 2))
    green = np.ascontiguousarray(pixels[:, :, 1])
    seen = ~merged & _vary(green, left, top, right, bottom)
    for index in np.flatnonzero(~merged & ~seen).tolist():
        rows, columns = slice(top[index], bottom[index]), slice(left[index], right[index])
        seen[index] = _varies(green[rows, columns]) or _shows(pixels[rows, columns])
    return list(seen.tolist())


def _vary(plane: Plane, left: Places, top: Places, right: Places, bottom: Places) -> Marks:
    """Whether some pixels of each box show that it varies; where they do not, others may."""
    shares = np.linspace(0, 1, SAMPLES)
    x = (left[:, None] + (right - 1 - left)[:, None] * shares).astype(int)
    y = np.stack([(top + (bottom - 1 - top) * row).astype(int) for row in _ROWS], axis=1)
    looked = plane[y[:, :, None], x[:, None, :]].reshape(len(left), -1)
    found: Marks = np.ptp(looked, axis=1) > UNIFORM
    return found


def _varies(plane: Plane) -> bool:
    return int(plane.max()) - int(plane.min()) > UNIFORM


def _shows(block: Pixels) -> bool:
    """The same for all colours; slower, so asked only where green alone shows nothing."""
    return any(_varies(block[:, :, channel]) for channel in (0, 2))
