"""Columns of a page: where white space parts text that is read one side after the other.

A gutter is a strip of white space that a stretch of the page leaves free, with text on both sides.
It parts columns unless its rows belong together across it: dates at the right of their titles,
labels at the left of their values, the cells of a table. Those stand on common baselines. Titles of
sections in the left margin come each before its section.
"""

import itertools
import statistics
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter
from typing import Literal

from app.engine.documents.head import blocks_of, name_and_addresses
from app.engine.documents.rows import SAME_BASELINE, Segment
from app.engine.documents.sides import (
    CONTIGUOUS,
    MIN_ROWS,
    SAME_EDGE,
    SAME_ROW,
    TITLE,
    characters,
    has_rows,
    parts_columns,
    parts_running_text,
    parts_titles,
    rows,
    runs,
    side_by_side,
)

GUTTER = 0.9
"""The least width of a gutter, in font sizes of the page's text."""

NARROW_GUTTER = 0.5
"""Two columns of running text may come as near as this, in font sizes."""

INDENT = 4.0
"""Lines of a column start at most this many font sizes from its edge."""

TITLE_LEADING = 1.6
"""Lines of one title of a section stand at most this many font sizes apart."""

_BASELINE = attrgetter("baseline")
_BY_BASELINE = attrgetter("baseline", "x0")

Place = Literal["whole", "left", "right"]
"""Where a region stands: on one side of the page's main gutter, or above, below or without one."""


@dataclass(frozen=True, slots=True)
class Region:
    """Segments to be read row by row; ``column`` 0 is the main one."""

    segments: tuple[Segment, ...]
    column: int
    place: Place = "whole"


@dataclass(frozen=True, slots=True)
class _Split:
    """A gutter's two sides, and what lies above and below the stretch it spans.

    ``kind`` tells two columns from two cells of one section, which are of one column of the page,
    and from titles in the left margin.
    """

    above: tuple[Segment, ...]
    left: tuple[Segment, ...]
    right: tuple[Segment, ...]
    below: tuple[Segment, ...]
    kind: Literal["columns", "cells", "titles"] = "columns"

    @property
    def weight(self) -> int:
        """How many segments the gutter orders."""
        return len(self.left) + len(self.right)


def regions_of(segments: Sequence[Segment]) -> list[Region]:
    """Cut a page into regions in reading order: above, left, right, below; most pages are one.

    Of two columns the one with more characters keeps the number of what was cut.
    """
    ordered = tuple(sorted(segments, key=_BY_BASELINE))
    numbers = iter(range(1, len(ordered) + 1))
    split = _best_split(ordered)
    if split is None or split.kind != "columns":
        return list(_headed(ordered, numbers, split))
    columns = _numbered(split, 0, numbers)
    parts: tuple[tuple[tuple[Segment, ...], Place], ...] = (
        (split.left, "left"),
        (split.right, "right"),
        (split.below, "whole"),
    )
    return [
        *_headed(split.above, numbers, _best_split(split.above)),
        *(
            replace(region, place=place)
            for (part, place), column in zip(parts, columns, strict=True)
            for region in _cut(part, column, numbers)
        ),
    ]


def _headed(
    segments: tuple[Segment, ...], numbers: Iterator[int], split: _Split | None
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
    yield from _cut_at(_best_split(segments), segments, column, numbers)


def _cut_at(
    split: _Split | None, segments: tuple[Segment, ...], column: int, numbers: Iterator[int]
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


def _numbered(split: _Split, column: int, numbers: Iterator[int]) -> tuple[int, int, int]:
    """The columns of what lies left, right and below."""
    if split.kind == "cells":
        return column, column, column
    other = next(numbers)
    if characters(split.left) >= characters(split.right):
        return column, other, column
    return other, column, column


def _titled(split: _Split, column: int, numbers: Iterator[int]) -> Iterator[Region]:
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


def _best_split(segments: tuple[Segment, ...]) -> _Split | None:
    """The split that orders most segments; one at titles only where no other can be."""
    if len(segments) < 2 * MIN_ROWS:
        return None
    size = statistics.median_low([s.size for s in segments])
    found: list[_Split] = []
    titles: list[_Split] = []
    for edge in _shared_left_edges(segments, size):
        for split in _splits_at(segments, edge, GUTTER * size, size):
            if split.kind == "cells" or parts_columns(split.left, split.right, size):
                found.append(split)
            elif not found and parts_titles(split.left, split.right, size):
                titles.append(replace(split, kind="titles"))
        found += [
            split
            for split in _splits_at(segments, edge, NARROW_GUTTER * size, size)
            if split.kind == "cells" or parts_running_text(split.left, split.right, size)
        ]
    return max(found or titles, key=lambda split: split.weight, default=None)


def _shared_left_edges(segments: Sequence[Segment], size: float) -> list[float]:
    """Left edges where several segments start: columns are set flush left nearly always.

    Two are enough if they are as large as titles of sections. What starts furthest left has
    nothing at its left.
    """
    groups: list[list[Segment]] = []
    for s in sorted(segments, key=attrgetter("x0")):
        if not groups or s.x0 - groups[-1][0].x0 > SAME_EDGE:
            groups.append([])
        groups[-1].append(s)
    return [
        group[0].x0
        for group in groups[1:]
        if len(group) >= MIN_ROWS or sum(s.size >= TITLE * size for s in group) > 1
    ]


def _splits_at(
    segments: tuple[Segment, ...], edge: float, width: float, size: float
) -> Iterator[_Split]:
    """Every stretch between rows that cross a gutter ending at ``edge``."""
    start, near = edge - width, SAME_ROW * size
    baselines = [s.baseline for s in segments]
    crossing = [s.baseline for s in segments if s.x0 < edge - 0.1 and s.x1 > start]
    bounds = [float("-inf"), *crossing, float("inf")]
    for top, bottom in itertools.pairwise(bounds):
        inside = segments[
            bisect_right(baselines, top + near) : bisect_left(baselines, bottom - near)
        ]
        if len(inside) < 2 * MIN_ROWS:
            continue
        left = [s for s in inside if s.x1 <= start]
        right = [s for s in inside if s.x1 > start]
        if not (has_rows(left, size) and has_rows(right, size)):
            continue
        first, last = _core(left, right, size, start, ends_page=bottom == float("inf"))
        yield _split_between(segments, start, first, last)
        for block in blocks_of(inside, size):
            cells = [s.baseline for s in block]
            split = _split_between(segments, start, min(cells), max(cells))
            if side_by_side(split.left, split.right, size):
                yield replace(split, kind="cells")


def _split_between(
    segments: tuple[Segment, ...], start: float, first: float, last: float
) -> _Split:
    """The split of the rows from ``first`` to ``last`` at the gutter that begins at ``start``."""
    top = bisect_left(segments, first, key=_BASELINE)
    bottom = bisect_right(segments, last, key=_BASELINE)
    core = segments[top:bottom]
    return _Split(
        above=segments[:top],
        left=tuple([s for s in core if s.x1 <= start]),
        right=tuple([s for s in core if s.x1 > start]),
        below=segments[bottom:],
    )


def _core(
    left: Sequence[Segment], right: Sequence[Segment], size: float, start: float, *, ends_page: bool
) -> tuple[float, float]:
    """First and last baseline of the stretch that has two columns.

    Blocks at its top that end at white space across both sides and have too few rows on one of
    them (a name, a line of addresses) are not part of it; nor are dates at the right of titles
    below it, nor what follows white space below the shorter left side while more text comes after.
    """
    first = _first_baseline(left, right, size, start)
    column = _without_notes_below(left, right, size)
    if ends_page and len(column) == len(right):
        return first, max(left[-1].baseline, right[-1].baseline)
    previous = column[-1].baseline
    for s in left:
        if s.baseline > column[-1].baseline:
            if s.baseline - previous > CONTIGUOUS * size:
                return first, previous
            previous = s.baseline
    return first, max(previous, right[-1].baseline if len(column) == len(right) else previous)


def _without_notes_below(
    left: Sequence[Segment], right: Sequence[Segment], size: float
) -> Sequence[Segment]:
    """The right side up to its last segment that starts near its edge or on a line of its own."""
    edge = min(s.x0 for s in right)
    for count in range(len(right), 0, -1):
        last = right[count - 1]
        shared = any(abs(last.baseline - s.baseline) <= SAME_ROW * size for s in left)
        if last.x0 - edge <= INDENT * size or not shared:
            return right[:count]
    return right


def _first_baseline(
    left: Sequence[Segment], right: Sequence[Segment], size: float, start: float
) -> float:
    for block in blocks_of([*left, *right], size):
        sides = [[s for s in block if (s.x1 <= start) is is_left] for is_left in (True, False)]
        counts = [rows(sorted(side, key=_BASELINE), size) for side in sides]
        if min(counts) >= MIN_ROWS or not _heads(block, size, one_sided=not all(sides)):
            return min(s.baseline for s in block)
    return min(s.baseline for s in (*left, *right))


def _heads(block: Sequence[Segment], size: float, *, one_sided: bool) -> bool:
    """Whether a block at the top stands above columns: a name, a line of addresses."""
    if one_sided:
        return len(block) < MIN_ROWS or not runs(block, size)
    return any(_is_address(s) for s in block)


def _is_address(s: Segment) -> bool:
    """Whether it holds an email address or a phone number."""
    return "@" in s.text or sum(c.isdigit() for c in s.text) >= 7
