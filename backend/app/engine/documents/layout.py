"""The words of one page to its lines, in reading order."""

import itertools
import operator
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from app.engine.documents.cells import grid_of, grid_of_rows
from app.engine.documents.columns import Place, regions_of
from app.engine.documents.model import Line
from app.engine.documents.rows import (
    Segment,
    rows_of,
    segment,
    segments_of,
    without_doubles,
)
from app.engine.documents.tracking import (
    SPACED_LETTERS,
    close_letter_spacing,
    close_tracking,
    without_levels,
)
from app.engine.documents.turned import places_of, turned_segments
from app.engine.documents.words import Style, Word
from app.engine.documents.wraps import unwrapped
from app.engine.evidence import Box
from app.engine.text import ACCENTS, SOFT_HYPHEN, clean, is_plain

CLOSING = frozenset("»›")
"""Quotation marks that are bullets where a line begins with them."""


def plain_words(words: Sequence[Word]) -> list[Word]:
    """Words as text, each once; marks of icon fonts and what cleaning empties are left out.

    A soft hyphen that has a place on the page is drawn, so it is a hyphen.
    """
    if not ACCENTS.isdisjoint([word.text[0] for word in words]):
        words = list(_with_accents(words))
    spelt = {
        text: clean(text.replace(SOFT_HYPHEN, "-"))
        for text in {word.text for word in words}
        if not is_plain(text)
    }
    plain: list[Word] = []
    before: Word | None = None
    for word in words:
        text = spelt.get(word.text)
        if word.text[0] in CLOSING and before is not None and before.line == word.line:
            text = word.text
        before = word
        if word.style.icon or text == "":
            continue
        plain.append(word if text is None or text == word.text else word._replace(text=text))
    return without_doubles(plain)


def _with_accents(words: Sequence[Word]) -> Iterator[Word]:
    """Words; one that begins with an accent set by itself is joined to what it touches.

    MuPDF takes the accent's way back to its letter for a space.
    """
    held: Word | None = None
    for word in words:
        if held is None:
            held = word
        elif word.text[0] in ACCENTS and word.line == held.line and word.x0 - held.x1 < 0.1:
            held = held._replace(text=held.text + word.text, x1=word.x1)
        else:
            yield held
            held = word
    if held is not None:
        yield held


def page_lines(
    words: Sequence[Word], page: int, height: float, numbers: Iterator[int]
) -> Iterator[tuple[Line, Place]]:
    """The lines that plain words of a page make, numbered by ``numbers``."""
    turned = [word for word in words if not word.upright]
    if not turned:
        yield from _upright_lines(words, page, numbers)
        return
    upright = [word for word in words if word.upright]
    lines = list(_upright_lines(upright, page, itertools.repeat(0)))
    titles = turned_segments(turned)
    boxes = [line.box for line, _ in lines if line.box is not None]
    at = list(places_of(titles, boxes, height))
    for index, (line, place) in enumerate([*lines, (None, "whole")]):
        for title, beside in zip(titles, at, strict=True):
            if beside == index:
                column = line.column if line else 0
                yield _line(next(numbers), page, title.text, [title], column), place
        if line is not None:
            yield replace(line, number=next(numbers)), place


def _upright_lines(
    words: Sequence[Word], page: int, numbers: Iterator[int]
) -> Iterator[tuple[Line, Place]]:
    """The lines of the text that runs from left to right, in reading order."""
    found = rows_of(words)
    closed = [_closed(row) for row in found]
    rows = [segments_of(row) for row in closed]
    regions = regions_of(list(itertools.chain.from_iterable(rows)))
    whole = len(regions) == 1 and all(map(operator.is_, found, closed))
    for region in regions:
        bottom = None
        for row in unwrapped(grid_of_rows(rows) if whole else grid_of(region.segments)):
            parts = [part for cell in row for part in cell.parts]
            top = round(min([cell.first.y0 for cell in row]), 2)
            gap = max(0.0, top - bottom) if bottom is not None else 0.0
            bottom = round(max([cell.first.y1 for cell in row]), 2)
            text = "\t".join([cell.text for cell in row])
            yield _line(next(numbers), page, text, parts, region.column, gap), region.place


def _closed(row: list[Word]) -> list[Word]:
    """The row with letters that were set apart put back to words; most rows have none."""
    if [len(word.text) for word in row].count(1) < SPACED_LETTERS:
        return row
    row = without_levels(row)
    closed = close_letter_spacing(close_tracking(row))
    return closed if len(closed) < len(row) else row


def _line(
    number: int, page: int, text: str, parts: Sequence[Segment], column: int = 0, gap: float = 0.0
) -> Line:
    whole = parts[0] if len(parts) == 1 else segment([w for part in parts for w in part.words])
    style = whole.style
    return Line(
        number=number,
        text=text,
        page=page,
        box=Box(round(whole.x0, 2), round(whole.y0, 2), round(whole.x1, 2), round(whole.y1, 2)),
        size=whole.size,
        bold=style.bold if style else _mostly(whole.words, lambda style: style.bold),
        italic=style.italic if style else _mostly(whole.words, lambda style: style.italic),
        column=column,
        gap=round(gap, 2),
        turns=() if style else _turns(text, whole.words),
    )


def _turns(text: str, words: Sequence[Word]) -> tuple[int, ...]:
    """Where ``text`` has a word drawn otherwise than the word before it."""
    turns, at = [], 0
    style = words[0].style
    for word in words:
        at = text.find(word.text, at)
        if at < 0:
            break
        if word.style is not style and _look(word.style) != _look(style):
            turns.append(at)
        style = word.style
        at += len(word.text)
    return tuple(turns)


def _look(style: Style) -> tuple[bool, bool, int]:
    return style.bold, style.italic, style.color


def _mostly(words: Sequence[Word], mark: Callable[[Style], bool]) -> bool:
    """Whether more than half of the characters belong to words of a marked style."""
    marked = sum([len(word.text) for word in words if mark(word.style)])
    return marked * 2 > sum([len(word.text) for word in words])
