"""Columns that go on over a page break: each is read to its end before the next one begins."""

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from app.engine.documents.columns import Place
from app.engine.documents.model import Line
from app.engine.documents.sides import SAME_WIDTHS

SAME_GUTTER = 0.05
"""The sides of two pages begin at the same place within this share of a page's width."""

FULL = 4.0
"""Full columns end within so many font sizes of one another."""


@dataclass(slots=True)
class _Sheet:
    """The lines of a page: above its columns, of each, and below."""

    above: list[Line] = field(default_factory=list)
    left: list[Line] = field(default_factory=list)
    right: list[Line] = field(default_factory=list)
    below: list[Line] = field(default_factory=list)


def in_reading_order(
    lines: Sequence[Line], places: Mapping[int, Place], width: float
) -> list[Line]:
    """Lines whose two columns go on over page breaks, the left ones first, then the right ones.

    ``places`` tells by the number of a line which side of its page's gutter it stands on. Columns
    go on where nothing stands below them, nothing above those of the next page, and the gutter is
    at the same place. They keep the column numbers of the first page.
    """
    sheets = [
        _sheet(list(group), places) for _, group in itertools.groupby(lines, key=lambda ln: ln.page)
    ]
    ordered: list[Line] = []
    run = _Sheet()
    for sheet in sheets:
        if _fills_left(run, sheet, width) and not _is_full(run):
            run.left += sheet.above
        elif _goes_on(run, sheet, width):
            changed = _renumbering(run, sheet)
            run.left += [_renumbered(line, changed) for line in sheet.left]
            run.right += [_renumbered(line, changed) for line in sheet.right]
            run.below = [_renumbered(line, changed) for line in sheet.below]
        else:
            if _fills_left(run, sheet, width):
                run = _of_one_column(run)
            ordered += [*run.above, *run.left, *run.right, *run.below]
            run = sheet
    return [*ordered, *run.above, *run.left, *run.right, *run.below]


def _sheet(lines: Sequence[Line], places: Mapping[int, Place]) -> _Sheet:
    sheet = _Sheet()
    for line in lines:
        place = places[line.number]
        if place == "left":
            sheet.left.append(line)
        elif place == "right":
            sheet.right.append(line)
        elif sheet.left:
            sheet.below.append(line)
        else:
            sheet.above.append(line)
    return sheet


def _goes_on(run: _Sheet, sheet: _Sheet, width: float) -> bool:
    if run.below or sheet.above or not (run.right and sheet.right):
        return False
    pairs = [(run.left, sheet.left), (run.right, sheet.right)]
    return all(abs(_start(one) - _start(other)) <= SAME_GUTTER * width for one, other in pairs)


def _fills_left(run: _Sheet, sheet: _Sheet, width: float) -> bool:
    """Whether the page carries on the left column alone, when the right one has ended."""
    if run.below or sheet.left or not (run.left and run.right and sheet.above):
        return False
    ends = [line.box.x1 for line in sheet.above if line.box is not None]
    starts_there = abs(_start(sheet.above) - _start(run.left)) <= SAME_GUTTER * width
    return starts_there and max(ends) <= _start(run.right)


def _is_full(run: _Sheet) -> bool:
    """Whether the text of the left column goes on in the right one, so that both are filled."""
    last, right = run.left[-1], run.right[-1]
    if last.page != right.page or last.box is None or right.box is None:
        return False
    widths = sorted(_end(side) - _start(side) for side in (run.left, run.right))
    return widths[1] <= SAME_WIDTHS * widths[0] and (
        abs(last.box.y1 - right.box.y1) <= FULL * last.size
    )


def _end(side: Sequence[Line]) -> float:
    return max(line.box.x1 for line in side if line.box is not None)


def _of_one_column(run: _Sheet) -> _Sheet:
    """The columns of one text, whose sections go on from one to the next."""
    left, right = ([replace(line, column=0) for line in side] for side in (run.left, run.right))
    return replace(run, left=left, right=right)


def _start(side: Sequence[Line]) -> float:
    return min(line.box.x0 for line in side if line.box is not None)


def _main(side: Sequence[Line]) -> bool:
    """Whether most lines of a side are of the page's main column."""
    return sum(line.column == 0 for line in side) * 2 > len(side)


def _renumbering(run: _Sheet, sheet: _Sheet) -> dict[int, int]:
    """Columns of the page by what they are called on the first page of the run."""
    if _main(run.left) == _main(sheet.left):
        return {}
    others = [line.column for line in (*sheet.left, *sheet.right) if line.column]
    other = others[0] if others else 1
    return {0: other, other: 0}


def _renumbered(line: Line, changed: Mapping[int, int]) -> Line:
    column = changed.get(line.column, line.column)
    return line if column == line.column else replace(line, column=column)
