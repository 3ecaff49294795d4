"""The top of a page: a name beside columns of addresses, and the blocks that white space makes."""

import statistics
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from operator import attrgetter

from app.engine.documents.rows import BY_PLACE
from app.engine.documents.segments import Segment
from app.engine.documents.sides import SAME_ROW, TITLE, rows_match

NAME = 1.4
"""A name at the top is at least so many times as large as the text."""

LEAST_TITLES = 2
"""One large line alone is a name rather than the title of a section."""

BLOCK_GAP = 0.8
"""White space of this many font sizes across the page ends a block."""

_TOP, _BASELINE = attrgetter("y0"), attrgetter("baseline")


def name_and_addresses(segments: tuple[Segment, ...]) -> tuple[tuple[Segment, ...], ...]:
    """The column with the name, then the others, where a page begins with a name beside addresses.

    All that stands above, below and between the lines of the name is of its column.
    """
    if not segments:
        return ()
    size = statistics.median_low([s.size for s in segments])
    block = next(blocks_of(segments, size))
    name = max(block, key=lambda s: s.size)
    if name.size < NAME * size:
        return ()
    start, end = name.x0, name.x1
    middle = [name]
    while len(found := [s for s in block if s.x0 < end and s.x1 > start]) > len(middle):
        middle = found
        start, end = min([s.x0 for s in middle]), max([s.x1 for s in middle])
    left, right = [s for s in block if s.x1 <= start], [s for s in block if s.x0 >= end]
    if any(s.size * NAME > name.size for s in (*left, *right)):
        return ()
    sides = [sorted(side, key=BY_PLACE) for side in (middle, left, right) if side]
    if len(sides) == 1 or all(rows_match(sides[0], side, size) for side in sides[1:]):
        return ()
    return tuple(tuple(side) for side in sides)


def blocks_of(segments: Sequence[Segment], size: float) -> Iterator[list[Segment]]:
    """Segments grouped by the white space that crosses all of them, from top to bottom."""
    block: list[Segment] = []
    bottom = float("inf")
    for s in sorted(segments, key=_TOP):
        if s.y0 - bottom > BLOCK_GAP * size:
            yield block
            block, bottom = [], s.y1
        block.append(s)
        bottom = s.y1 if len(block) == 1 else max(bottom, s.y1)
    if block:
        yield block


def titles_across(segments: Sequence[Segment], gutter: float, size: float) -> list[float]:
    """Baselines of titles left of a gutter that are of what stands on both sides below them.

    Several are alike, all right of it is smaller, and the two sides below begin on one row.
    """
    large = [s for s in segments if s.size >= TITLE * size]
    titles = [s for s in large if s.x1 <= gutter]
    if len(titles) < LEAST_TITLES or any(s.x0 > gutter for s in large):
        return []
    usual = statistics.median_low([s.size for s in titles])
    titles = [s for s in titles if abs(s.size - usual) < 0.1 * size]
    if len(titles) < LEAST_TITLES:
        return []
    right = [s for s in segments if s.x0 > gutter]
    left = [s for s in segments if s.x1 <= gutter and s.size < TITLE * size]
    return [title.baseline for title in titles if _begins_both(title, left, right, size)]


def _begins_both(
    title: Segment, left: Sequence[Segment], right: Sequence[Segment], size: float
) -> bool:
    """Whether the first segments below the title, of both sides, are on one row.

    Both sides come from top to bottom.
    """
    below = [bisect_right(side, title.baseline, key=_BASELINE) for side in (left, right)]
    if below[0] == len(left) or below[1] == len(right):
        return False
    if abs(left[below[0]].baseline - right[below[1]].baseline) > SAME_ROW * size:
        return False
    return not any(s.y0 < title.y1 and s.y1 > title.y0 for s in right)
