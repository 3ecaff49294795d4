"""Text that does not run from left to right: titles of sections set upright in the margin.

Such a title stands beside its section and is read before it, wherever along the section it is set.
"""

import itertools
from collections.abc import Iterator, Sequence

from app.engine.documents.segments import Segment, segment
from app.engine.documents.words import Word
from app.engine.evidence import Box

LEADING = 1.8
"""Lines of one title stand at most this many font sizes apart."""

FLUSH = 0.7
"""A title that starts within so many font sizes of a line is set against the top of its section."""

WHITE = 0.3
"""White space of so many font sizes parts a section from what stands above it."""

NEAR = 4.0
"""Lines of the column beside a title start within so many font sizes of the nearest one."""


def turned_segments(words: Sequence[Word]) -> list[Segment]:
    """The lines of turned text; lines side by side are one title."""
    found: list[list[Word]] = []
    for _, group in itertools.groupby(words, key=lambda word: word.line):
        line = list(group)
        if found and _go_together(found[-1], line):
            found[-1].extend(line)
        else:
            found.append(line)
    return [segment(line) for line in found]


def _go_together(one: Sequence[Word], other: Sequence[Word]) -> bool:
    first, second = one[-1], other[0]
    apart = abs((first.x0 + first.x1) - (second.x0 + second.x1)) / 2
    overlap = min(max(w.y1 for w in one), max(w.y1 for w in other)) - max(
        min(w.y0 for w in one), min(w.y0 for w in other)
    )
    return (
        overlap > 0
        and abs(first.size - second.size) < 0.1 * first.size
        and apart <= LEADING * first.size
    )


def places_of(titles: Sequence[Segment], boxes: Sequence[Box], height: float) -> Iterator[int]:
    """For each title the index of the line, of those with ``boxes``, that it is read before.

    That is their number for what stands beside no line, and for what goes along the page.
    """
    for title in titles:
        before = max((t.y1 for t in titles if t.y1 <= title.y0 and _in_line(t, title)), default=0.0)
        yield _place(title, boxes, before) if title.y1 - title.y0 < height / 2 else len(boxes)


def _in_line(one: Segment, other: Segment) -> bool:
    return one.x0 < other.x1 and other.x0 < one.x1


def _place(title: Segment, boxes: Sequence[Box], before: float) -> int:
    """The line that begins the section of a title; the title above ends at ``before``.

    Where the section begins above its title, it begins below the widest white space.
    """
    beside = _column_beside(title, boxes)
    level = [i for i in beside if boxes[i].y1 > title.y0 and boxes[i].y0 < title.y1]
    if not level:
        return len(boxes)
    first = min(level, key=lambda i: boxes[i].y0)
    is_flush = boxes[first].y0 >= title.y0 - FLUSH * title.size
    if is_flush and _white_above(first, beside, boxes) > WHITE * title.size:
        return first
    above = [i for i in beside if before < boxes[i].y0 <= boxes[first].y0]
    return max(above, key=lambda i: _white_above(i, beside, boxes), default=first)


def _column_beside(title: Segment, boxes: Sequence[Box]) -> list[int]:
    """The lines of the nearest column: at the right of the title, else at its left."""
    right = [i for i, box in enumerate(boxes) if box.x0 >= title.x1 - 1]
    level = [i for i in right if boxes[i].y1 > title.y0 and boxes[i].y0 < title.y1]
    if not level:
        return [i for i, box in enumerate(boxes) if box.x1 <= title.x0 + 1]
    edge = min(boxes[i].x0 for i in level) + NEAR * title.size
    return [i for i in right if boxes[i].x0 <= edge]


def _white_above(index: int, beside: Sequence[int], boxes: Sequence[Box]) -> float:
    top = boxes[index].y0
    bottoms = [boxes[i].y1 for i in beside if boxes[i].y0 < top]
    return top - max(bottoms, default=0.0)
