"""What belongs to a row though it stands lower: labels and dates that go over several lines.

Text beside a label in the left margin, or beside a date at the right, goes on meanwhile, so that
the further lines of the label share rows with text that they say nothing about.
"""

import itertools
from collections.abc import Sequence
from dataclasses import replace

from app.engine.documents.cells import Cell, Grid, Row
from app.engine.documents.segments import Segment
from app.engine.documents.sides import LEADING, SAME_EDGE, holds_date, is_date
from app.engine.text import DASHES

GUTTER, SPACE = 0.5, 0.3
"""A label keeps off its value, and words off one another, at least so many font sizes."""

SMALL_MONTH = 0.8
"""A month in small type is at most this share of the size of its year."""

TABLE_CELLS = 3
"""Rows of so many cells are of a table, whose last cells may wrap."""

NOTE_LEADING = 1.9
"""Parts of a note at the right stand at most this many font sizes apart."""


def unwrapped(grid: Grid) -> list[Row]:
    """The rows with every label in the row of its value and every date in the row of its title.

    An item of a list beside a cell that is none begins a row of its own.
    """
    rows = _with_tails(_with_notes(_with_labels(grid)))
    return list(itertools.chain.from_iterable(map(_at_items, rows)))


def _at_items(row: Row) -> tuple[Row, ...]:
    if len(row) == 1 or row[0].is_item:
        return (row,)
    first = next((i for i, cell in enumerate(row) if cell.is_item), 0)
    return (row[:first], row[first:]) if first else (row,)


def _with_tails(rows: Sequence[Row]) -> list[Row]:
    """Rows of three cells and more with the rest of a last cell that had no room beside it."""
    found: list[Row] = []
    end = max([row[-1].first.x1 for row in rows], default=0.0)
    for row in rows:
        if found and len(found[-1]) >= TABLE_CELLS and _is_tail(found[-1][-1], row, end):
            *rest, last = found[-1]
            found[-1] = (*rest, replace(last, parts=last.parts + row[0].parts))
        else:
            found.append(row)
    return found


def _is_tail(cell: Cell, row: Row, end: float) -> bool:
    above, part = cell.last, row[0].first
    word = part.words[0]
    return (
        len(row) == 1
        and not (cell.is_item or row[0].is_item)
        and min(abs(part.x0 - cell.first.x0), abs(part.x1 - cell.first.x1)) <= SAME_EDGE
        and part.baseline - above.baseline <= LEADING * above.size
        and _look_alike(cell.first, part)
        and above.x1 + SPACE * above.size + word.x1 - word.x0 > end
    )


def _with_labels(grid: Grid) -> list[Row]:
    found: list[Row] = []
    owner = -1
    for row in grid.rows:
        if found and _is_month_below(found[-1], row):
            label, *rest = found[-1]
            found[-1] = (replace(label, parts=row[0].parts + label.parts), *rest)
            found.extend([row[1:]] if len(row) > 1 else [])
            continue
        if owner >= 0 and _goes_on(found[owner], row):
            label, *rest = found[owner]
            found[owner] = (replace(label, parts=label.parts + row[0].parts), *rest)
            found.extend([row[1:]] if len(row) > 1 else [])
            continue
        if grid.labelled(row):
            owner = len(found)
        elif owner >= 0 and row[0].first.x0 < found[owner][1].first.x0 - SAME_EDGE:
            owner = -1
        found.append(row)
    return found


def _is_month_below(above: Row, row: Row) -> bool:
    """Whether the row begins with a small month under the year that begins the one above."""
    year, month = above[0].first, row[0].first
    return (
        len(above) > 1
        and month.size < SMALL_MONTH * year.size
        and year.text.isdigit()
        and is_date(f"{month.text} {year.text}")
        and month.baseline - year.baseline <= LEADING * year.size
        and month.x1 < above[1].first.x0
        and min(abs(year.x0 - month.x0), abs(year.x1 - month.x1)) <= SAME_EDGE
    )


def _goes_on(owner: Row, row: Row) -> bool:
    """Whether the row's first cell carries on the label of ``owner``.

    It does where it completes a date, and where it stands alone and its first word had no room
    beside the label.
    """
    label, part = owner[0], row[0].first
    edge, size = owner[1].first.x0, label.first.size
    if (
        part.x1 > edge
        or part.baseline - label.last.baseline > LEADING * size
        or not _look_alike(label.first, part)
    ):
        return False
    if _is_open(label):
        return _completes(label, row[0])
    word = part.words[0]
    room = edge - GUTTER * size - label.last.x1
    return len(row) == 1 and word.x1 - word.x0 > room - SPACE * size


def _look_alike(one: Segment, other: Segment) -> bool:
    """Whether two lines may be of one label: alike in style and set against one edge."""
    return (
        abs(one.size - other.size) < 0.1 * one.size
        and one.words[0].style.bold == other.words[0].style.bold
        and min(abs(one.x0 - other.x0), abs(one.x1 - other.x1)) <= SAME_EDGE
    )


def _is_open(cell: Cell) -> bool:
    """Whether a date lacks its end: ``May 2019 –``."""
    return cell.text[-1] in DASHES and holds_date(cell.text)


def _completes(cell: Cell, end: Cell) -> bool:
    """Whether a date and the end it lacks are one range."""
    return not _is_open(end) and is_date(f"{cell.text} {end.text}")


def _with_notes(rows: Sequence[Row]) -> list[Row]:
    found: list[Row] = []
    title, listed = -1, False
    for row in rows:
        listed = listed or row[0].is_item
        if len(row) == 1:
            found.append(row)
        elif title >= 0 and _annotates(found[title], row, listed=listed):
            *rest, last = found[title]
            if _is_open(last):
                found[title] = (*rest, replace(last, parts=last.parts + row[-1].parts))
            else:
                found[title] = (*found[title], row[-1])
            found.append(row[:-1])
        else:
            title, listed = len(found), False
            found.append(row)
    return found


def _annotates(title: Row, row: Row, *, listed: bool) -> bool:
    """Whether the last cell of ``row`` belongs to the title that stands above it.

    It does where it completes a date, and where it stands beside a list under the title, unless
    it is a second date: items of a list may have dates of their own.
    """
    above, note = title[-1], row[-1]
    one, other = above.last, note.first
    if (
        other.baseline - one.baseline > NOTE_LEADING * one.size
        or min(abs(one.x0 - other.x0), abs(one.x1 - other.x1)) > SAME_EDGE
    ):
        return False
    if _is_open(above):
        return _completes(above, note)
    if not listed or title[0].is_item:
        return False
    further_in = row[0].first.x0 > title[0].first.x0 + SAME_EDGE
    dated = any(holds_date(cell.text) for cell in title)
    return (row[0].is_item or further_in) and not (dated and holds_date(note.text))
