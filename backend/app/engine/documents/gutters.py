"""Gutters: strips of white space that a stretch of a page leaves free, with text on both sides."""

import itertools
import statistics
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter
from typing import Literal

from app.engine.documents.head import blocks_of, titles_across
from app.engine.documents.segments import Segment
from app.engine.documents.sides import (
    CONTIGUOUS,
    MIN_ROWS,
    SAME_EDGE,
    SAME_ROW,
    TITLE,
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

_BASELINE = attrgetter("baseline")


@dataclass(frozen=True, slots=True)
class Split:
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


def best_split(segments: tuple[Segment, ...]) -> Split | None:
    """The split that orders most segments; one at titles only where no other can be."""
    if len(segments) < 2 * MIN_ROWS:
        return None
    size = statistics.median_low([s.size for s in segments])
    found: list[Split] = []
    titles: list[Split] = []
    ends = sorted([s.x1 for s in segments])
    for edge in _shared_left_edges(segments, size):
        wide, narrow = edge - GUTTER * size, edge - NARROW_GUTTER * size
        if bisect_right(ends, narrow) < MIN_ROWS:
            continue  # nothing stands at its left
        splits = [*_splits_at(segments, edge, wide, size)]
        for split in splits:
            if split.kind == "cells" or parts_columns(split.left, split.right, size):
                found.append(split)
            elif not found and parts_titles(split.left, split.right, size):
                titles.append(replace(split, kind="titles"))
        if any(wide < s.x1 <= narrow for s in segments):
            splits = [*_splits_at(segments, edge, narrow, size)]
        found += [
            split
            for split in splits
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
    segments: tuple[Segment, ...], edge: float, start: float, size: float
) -> Iterator[Split]:
    """Every stretch between rows that cross the gutter from ``start`` to ``edge``."""
    near = SAME_ROW * size
    baselines = [s.baseline for s in segments]
    crossing = [s.baseline for s in segments if s.x0 < edge - 0.1 and s.x1 > start]
    titles = titles_across(segments, start, size)
    bounds = [float("-inf"), *sorted(crossing + titles), float("inf")]
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
        split = _split_between(segments, start, first, last)
        if top in titles and parts_columns(split.left, split.right, size):
            split = replace(split, kind="cells")
        yield split
        for block in blocks_of(inside, size):
            if len(block) < 2 * MIN_ROWS:
                continue
            cells = [s.baseline for s in block]
            split = _split_between(segments, start, min(cells), max(cells))
            if side_by_side(split.left, split.right, size):
                yield replace(split, kind="cells")


def _split_between(segments: tuple[Segment, ...], start: float, first: float, last: float) -> Split:
    """The split of the rows from ``first`` to ``last`` at the gutter that begins at ``start``."""
    top = bisect_left(segments, first, key=_BASELINE)
    bottom = bisect_right(segments, last, key=_BASELINE)
    core = segments[top:bottom]
    return Split(
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
    foot = right[len(column) :]
    if ends_page and not (foot and foot[0].baseline - left[-1].baseline <= CONTIGUOUS * size):
        return first, max(left[-1].baseline, column[-1].baseline)
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
