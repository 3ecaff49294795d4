"""The words of one page to its lines, in reading order."""

import itertools
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from operator import attrgetter

from app.engine.documents.cells import grid_of, grid_of_rows
from app.engine.documents.columns import Place, regions_of
from app.engine.documents.model import Line
from app.engine.documents.rows import may_be_doubled, rows_of, without_doubles
from app.engine.documents.runs import Style
from app.engine.documents.segments import BY_EDGES, Segment, pieces_of, segment, segments_of
from app.engine.documents.tracking import (
    LEAST_MARKS,
    SPACED_LETTERS,
    close_letter_spacing,
    close_tracking,
    without_levels,
)
from app.engine.documents.turned import places_of, turned_segments
from app.engine.documents.words import Word
from app.engine.documents.wraps import unwrapped
from app.engine.evidence import Box
from app.engine.text import ACCENTS, BULLET, SOFT_HYPHEN, clean, is_plain

CLOSING = frozenset("»›")
"""Quotation marks that are bullets where a line begins with them."""

_BOLD, _ITALIC = attrgetter("run.style.bold"), attrgetter("run.style.italic")


def plain_words(words: Sequence[Word]) -> Sequence[Word]:
    """Words as text; marks of icon fonts and what cleaning empties are left out.

    A soft hyphen that has a place on the page is drawn, so it is a hyphen.
    """
    odd = [text for text in {word.text for word in words} if not is_plain(text)]
    if any(text[0] in ACCENTS for text in odd):
        words = list(_with_accents(words))
        odd = [text for text in {word.text for word in words} if not is_plain(text)]
    cleaned = {text: clean(text.replace(SOFT_HYPHEN, "-")) for text in odd}
    changed = {text: plain for text, plain in cleaned.items() if plain != text}
    if not changed and not any(run.style.icon for run in {word.run for word in words}):
        return words
    plain: list[Word] = []
    before: Word | None = None
    for word in words:
        text = changed.get(word.text)
        if word.text[0] in CLOSING and before is not None and before.line == word.line:
            text = word.text
        before = word
        if text != "" and not word.run.style.icon:
            plain.append(word._replace(text=text) if text else word)
    return plain


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
    """The lines that the plain words of a page make, numbered by ``numbers``."""
    upright = [word for word in words if word.run.upright]
    pieces = pieces_of(upright)
    if may_be_doubled(pieces):
        pieces = pieces_of(without_doubles(upright))
    if len(upright) == len(words):
        yield from _upright_lines(pieces, page, numbers)
        return
    lines = list(_upright_lines(pieces, page, itertools.repeat(0)))
    titles = turned_segments(without_doubles([w for w in words if not w.run.upright]))
    boxes = [line.box for line, _ in lines if line.box is not None]
    at = list(places_of(titles, boxes, height))
    for index, (line, place) in enumerate([*lines, (None, "whole")]):
        for title, beside in zip(titles, at, strict=True):
            if beside == index:
                column = line.column if line else 0
                yield _line(next(numbers), page, title.text, title, _box(title), column), place
        if line is not None:
            yield replace(line, number=next(numbers)), place


def _upright_lines(
    pieces: Sequence[Segment], page: int, numbers: Iterator[int]
) -> Iterator[tuple[Line, Place]]:
    """The lines of the text that runs from left to right, in reading order."""
    rows = [segments_of(_closed(row)) for row in rows_of(pieces)]
    regions = regions_of(list(itertools.chain.from_iterable(rows)))
    for region in regions:
        bottom = None
        grid = grid_of_rows(rows) if len(regions) == 1 else grid_of(region.segments)
        for row in unwrapped(grid):
            first = row[0].first
            if len(row) == 1 and len(row[0].parts) == 1:
                whole, text = first, first.spelt
                box = _box(whole)
                top, end = box.y0, box.y1
            else:
                parts = [part for cell in row for part in cell.parts]
                whole = segment([word for part in parts for word in part.words])
                text = "\t".join([cell.text for cell in row])
                box = _box(whole)
                top = round(min([cell.first.y0 for cell in row]), 2)
                end = round(max([cell.first.y1 for cell in row]), 2)
            gap = round(max(0.0, top - bottom), 2) if bottom is not None else 0.0
            bottom = end
            yield _line(next(numbers), page, text, whole, box, region.column, gap), region.place


def _closed(row: list[Segment]) -> list[Segment]:
    """The row with letters that were set apart put back to words; most rows have none."""
    single = [w.text for piece in row for w in piece.words if len(w.text) == 1]
    if len(single) < SPACED_LETTERS:
        return row
    letters = sum(text.isalnum() for text in single)
    if letters < SPACED_LETTERS and single.count(BULLET) < LEAST_MARKS:
        return row
    words = sorted([word for piece in row for word in piece.words], key=BY_EDGES)
    closed = close_letter_spacing(close_tracking(without_levels(words)))
    return pieces_of(closed) if len(closed) < len(words) else row


def _box(whole: Segment) -> Box:
    return Box(round(whole.x0, 2), round(whole.y0, 2), round(whole.x1, 2), round(whole.y1, 2))


def _line(
    number: int,
    page: int,
    text: str,
    whole: Segment,
    box: Box,
    column: int,
    gap: float = 0.0,
) -> Line:
    style = whole.style
    turns: tuple[int, ...] = ()
    if style is not None:
        bold, italic = style.bold, style.italic
    else:
        bold, italic = _mostly(whole, _BOLD), _mostly(whole, _ITALIC)
        turns = _turns(text, whole.words)
    return Line(number, text, page, box, whole.size, bold, italic, column, gap, turns)


def _turns(text: str, words: Sequence[Word]) -> tuple[int, ...]:
    """Where ``text`` has a word drawn otherwise than the word before it."""
    turns, at = [], 0
    style = words[0].run.style
    for word in words:
        spelt = word.text
        at = text.find(spelt, at)
        if at < 0:
            break
        drawn = word.run.style
        if drawn is not style and _look(drawn) != _look(style):
            turns.append(at)
        style = drawn
        at += len(spelt)
    return tuple(turns)


def _look(style: Style) -> tuple[bool, bool, int]:
    return style.bold, style.italic, style.color


def _mostly(whole: Segment, mark: Callable[[Word], bool]) -> bool:
    """Whether more than half of the characters belong to words of a marked style."""
    marked = sum([len(word.text) for word in filter(mark, whole.words)])
    return marked * 2 > whole.characters
