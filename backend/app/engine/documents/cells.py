"""Rows to cells: what stands apart in a row."""

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.engine.documents.rows import rows_of
from app.engine.documents.segments import TAB_GAP, Segment, joined, segments_of
from app.engine.documents.sides import MIN_ROWS, SAME_EDGE, holds_date
from app.engine.text import BULLET

ALONE = 0.8
"""A cell alone on its baseline belongs to the row beside it if that is nearer, in font sizes."""

ALIKE_SIZES = 1.3
"""Cells of one row differ in font size by at most this factor, where baselines differ."""

_NUMBER = re.compile(r"[\[(]?(?:\d{1,3}|[^\W\d_])[\]).:]{1,2}")
"""What numbers an item of a list: ``1.``, ``[12]``, ``(a)``."""

Row = tuple["Cell", ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """Text that stands apart in its row; a cell that wraps has a part for each of its lines."""

    parts: tuple[Segment, ...]

    @property
    def text(self) -> str:
        """What the cell says."""
        return " ".join([part.spelt for part in self.parts])

    @property
    def is_item(self) -> bool:
        """Whether it starts with the mark of a list item."""
        return self.parts[0].words[0].text.startswith(BULLET)

    @property
    def first(self) -> Segment:
        """The part on the row itself."""
        return self.parts[0]

    @property
    def last(self) -> Segment:
        """The lowest part."""
        return self.parts[-1]


@dataclass(frozen=True, slots=True)
class Grid:
    """The rows of a region from top to bottom, each with its cells from left to right.

    ``edges`` are the places where cells start that stand after others.
    """

    rows: tuple[Row, ...]
    edges: tuple[float, ...]

    def labelled(self, row: Row) -> bool:
        """Whether the row's first cell is a label: the next one starts at a common edge."""
        return len(row) > 1 and _at(row[1].first.x0, self.edges)


def grid_of(segments: Sequence[Segment]) -> Grid:
    """The rows and cells of a region."""
    pieces = [piece for s in segments for piece in s.pieces or (s,)]
    return grid_of_rows([segments_of(row) for row in rows_of(pieces)])


def grid_of_rows(rows: Sequence[Sequence[Segment]]) -> Grid:
    """The same of rows that are cut into segments already."""
    edges = _edges(rows)
    return Grid(tuple(_beside([tuple(_cells(row, edges)) for row in rows])), tuple(edges))


def _edges(rows: Sequence[Sequence[Segment]]) -> list[float]:
    """Left edges of cells: several rows start something there, after something else.

    After a date one does, if the text under it starts there too.
    """
    inner = sorted(
        (after.x0, holds_date(before.text))
        for row in rows
        for before, after in itertools.pairwise(row)
        if not _NUMBER.fullmatch(before.text)
    )
    edges: list[float] = []
    for index, (x0, _) in enumerate(inner):
        if edges and x0 - edges[-1] <= SAME_EDGE:
            continue
        dated = [is_dated for other, is_dated in inner[index:] if other - x0 <= SAME_EDGE]
        under = sum(0 <= row[0].x0 - x0 <= SAME_EDGE for row in rows)
        if len(dated) >= MIN_ROWS or (any(dated) and len(dated) + under > MIN_ROWS):
            edges.append(x0)
    return edges


def _cells(row: Sequence[Segment], edges: Sequence[float]) -> Iterator[Cell]:
    """Cells end at white space as wide as a tab, and at narrower space before a common edge."""
    if len(row) == 1:
        yield Cell((row[0],))
        return
    group = [row[0]]
    for before, after in itertools.pairwise(row):
        wide = after.x0 - before.x1 > TAB_GAP * max(before.words[-1].size, after.words[0].size)
        if (wide and before.words[-1].text != BULLET) or _at(after.x0, edges):
            yield Cell((joined(group),))
            group = []
        group.append(after)
    yield Cell((joined(group),))


def _at(x: float, edges: Sequence[float]) -> bool:
    return any(0 <= x - edge <= SAME_EDGE for edge in edges)


def _beside(rows: Sequence[Row]) -> list[Row]:
    """Cells alone on a baseline of their own, put into the row that they stand beside."""
    found: list[Row] = []
    for row in rows:
        if found and _stand_beside(found[-1], row):
            upper, lower = found[-1], row
            found[-1] = (*lower, *upper) if lower[0].first.x1 < upper[0].first.x0 else upper + lower
        else:
            found.append(row)
    return found


def _stand_beside(upper: Row, lower: Row) -> bool:
    if len(upper) > 1 and len(lower) > 1:
        return False
    one, other = upper[0].first, lower[0].first
    size = max(one.size, other.size)
    if other.baseline - one.baseline >= ALONE * size or size > ALIKE_SIZES * min(
        one.size, other.size
    ):
        return False
    left, right = sorted((upper, lower), key=lambda row: row[0].first.x0)
    return right[0].first.x0 - left[-1].first.x1 > TAB_GAP * size
