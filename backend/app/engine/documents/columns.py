"""Columns of a page: where white space parts text that is read one side after the other.

A gutter parts columns unless its rows belong together across it: dates at the right of their
titles, labels at the left of their values, the cells of a table. Those stand on common baselines.
Titles of sections in the left margin come each before its section.
"""

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from app.engine.documents.gutters import Split, best_split
from app.engine.documents.head import name_and_addresses
from app.engine.documents.rows import BY_PLACE, SAME_BASELINE
from app.engine.documents.segments import Segment
from app.engine.documents.sides import characters

TITLE_LEADING = 1.6
"""Lines of one title of a section stand at most this many font sizes apart."""

Place = Literal["whole", "left", "right"]
"""Where a region stands: on one side of the page's main gutter, or above, below or without one."""


@dataclass(frozen=True, slots=True)
class Region:
    """Segments to be read row by row; ``column`` 0 is the main one."""

    segments: tuple[Segment, ...]
    column: int
    place: Place = "whole"


def regions_of(segments: Sequence[Segment]) -> list[Region]:
    """Cut a page into regions in reading order: above, left, right, below; most pages are one.

    Of two columns the one with more characters keeps the number of what was cut.
    """
    ordered = tuple(sorted(segments, key=BY_PLACE))
    numbers = iter(range(1, len(ordered) + 1))
    split = best_split(ordered)
    if split is None or split.kind != "columns":
        return list(_headed(ordered, numbers, split))
    columns = _numbered(split, 0, numbers)
    parts: tuple[tuple[tuple[Segment, ...], Place], ...] = (
        (split.left, "left"),
        (split.right, "right"),
        (split.below, "whole"),
    )
    return [
        *_headed(split.above, numbers, best_split(split.above)),
        *(
            replace(region, place=place)
            for (part, place), column in zip(parts, columns, strict=True)
            for region in _cut(part, column, numbers)
        ),
    ]


def _headed(
    segments: tuple[Segment, ...], numbers: Iterator[int], split: Split | None
) -> Iterator[Region]:
    """The regions of the top of a page, which may begin with a name beside addresses.

    ``split`` is the best of all its segments.
    """
    sides = name_and_addresses(segments)
    if not sides:
        yield from _cut_at(split, segments, 0, numbers)
        return
    yield from (Region(side, 0) for side in sides)
    named = {id(s) for side in sides for s in side}
    yield from _cut(tuple([s for s in segments if id(s) not in named]), 0, numbers)


def _cut(segments: tuple[Segment, ...], column: int, numbers: Iterator[int]) -> Iterator[Region]:
    yield from _cut_at(best_split(segments), segments, column, numbers)


def _cut_at(
    split: Split | None, segments: tuple[Segment, ...], column: int, numbers: Iterator[int]
) -> Iterator[Region]:
    """The regions of segments of which ``split`` is the best; without one they are one region."""
    if split is None:
        if segments:
            yield Region(segments, column)
        return
    if split.kind == "titles":
        yield from _titled(split, column, numbers)
        return
    left, right, below = _numbered(split, column, numbers)
    yield from _cut(split.above, column, numbers)
    yield from _cut(split.left, left, numbers)
    yield from _cut(split.right, right, numbers)
    yield from _cut(split.below, below, numbers)


def _numbered(split: Split, column: int, numbers: Iterator[int]) -> tuple[int, int, int]:
    """The columns of what lies left, right and below."""
    if split.kind == "cells":
        return column, column, column
    other = next(numbers)
    if characters(split.left) >= characters(split.right):
        return column, other, column
    return other, column, column


def _titled(split: Split, column: int, numbers: Iterator[int]) -> Iterator[Region]:
    """The regions beside titles of sections in the left margin: each title before its section."""
    yield from _cut(split.above, column, numbers)
    for title, section in _sections(split.left, split.right):
        if title:
            yield Region(title, column)
        yield from _cut(section, column, numbers)
    yield from _cut(split.below, column, numbers)


def _sections(
    titles: tuple[Segment, ...], text: Sequence[Segment]
) -> Iterator[tuple[tuple[Segment, ...], tuple[Segment, ...]]]:
    """Each title, with its lines, and the text down to the next one; text above all comes first."""
    starts = [titles[0]] + [
        s
        for before, s in itertools.pairwise(titles)
        if s.baseline - before.baseline > TITLE_LEADING * s.size
    ]
    above = SAME_BASELINE * titles[0].size
    tops = [float("-inf"), *(s.baseline - above for s in starts), float("inf")]
    for top, bottom in itertools.pairwise(tops):
        yield (
            tuple(s for s in titles if top <= s.baseline < bottom),
            tuple(s for s in text if top <= s.baseline < bottom),
        )
