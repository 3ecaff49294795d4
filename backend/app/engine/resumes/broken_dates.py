"""Ranges of dates broken over rows: wrapped in their column, or set one above the other."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TypeAlias

from app.engine.dates import Period
from app.engine.resumes.date_tokens import MONTH
from app.engine.resumes.periods import FoundPeriod, closing_date, find_periods
from app.engine.resumes.row import Row
from app.engine.resumes.wraps import BULLET

_OPEN = re.compile(
    rf"\s*\t?(?P<to>(?:[-–—−]+|\b(?:to|bis|until|till|au|à|al|hasta|a|até|tot)\b)\s*)"
    rf"(?:{MONTH}\s*)?(?=\t|$)",
    re.IGNORECASE,
)
"""What follows a date whose range goes on in the next row: ``2017 –``, ``2017 – Sept.``."""

_BESIDE = re.compile(r"\s*(?:[-–—]\s+(?=[^\W\d_])|(?=\t))")
"""What stands between a date at the left and what is beside it."""

_ALONE = re.compile(r"\s*(?=\t)")
_JOINT = re.compile(r"(?:[|¦↓–—-]|to|bis|à|a)\s*(?:\t|$)\s*")
"""A sign between two dates set one above the other."""

_SIGNED = re.compile(r"\s*[-–—]+\s*(?=\S)")
_LAST_CELL = re.compile(r"(?:^|\t)\s*[(\[]?(?P<date>[^\t]{2,18}?)[)\]]?$")
_FIRST_CELL = re.compile(r"[(\[]?(?P<date>[^\t]{2,18}?)[)\]]?\s*(?:\t|$)")
_MONTH = re.compile(rf"[-–—]?\s*{MONTH}", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d")

_Span: TypeAlias = tuple[int, int, int]
"""A row and the range of its text."""


def with_wrapped_dates(rows: Sequence[Row]) -> list[Row]:
    """Join a range broken over rows of a date column: ``Feb 2017 –`` above ``Dec 2024``.

    The column may stand to the left of the entry, with or without a tab before what is beside it,
    or to the right, where its second row can stand beside the first bullet. Two dates one above
    the other at the left are a range without any sign where their type tells the rows apart.
    """
    joined = list(rows)
    for at in range(len(joined) - 1):
        _join_month(joined, at)
    for at, row in enumerate(joined):
        if row.bullet or row.continues or not row.dates:
            continue
        for opened, end, is_bare in _open_ranges(row):
            if _close(joined, at, opened, end, is_bare=is_bare):
                break
    return [row for row in joined if row.text]


def _join_month(rows: list[Row], at: int) -> None:
    """Join a month that fills its cell with what follows in the rows below: ``2018 – Feb 2021``."""
    row, below = rows[at], rows[at + 1]
    if row.bullet or row.continues or below.bullet:
        return
    for is_left in (True, False):
        month = _at_side(_MONTH, row, is_left=is_left)
        found = next((f for f in below.dates if _is_at_side(f, below, is_left=is_left)), None)
        if month is None or row.text[month[1] :][:1] not in {"", "\t"}:
            continue
        if found is None or not below.text[found.start].isdigit():
            continue
        first = row.text[slice(*month)]
        whole = find_periods(f"{first} {below.text[found.start : found.end]}")
        if len(whole) != 1 or whole[0].start != 0:
            continue
        joined, end = whole[0], found.end
        if is_left and (closed := _closed_by_year(rows, at + 1, found, first)) is not None:
            joined, end = closed
        rows[at] = replace(row, dates=(replace(joined, start=month[0], end=month[1]),))
        rows[at + 1] = _cut(below, found.start, end)
        return


def _closed_by_year(
    rows: list[Row], at: int, found: FoundPeriod, month: str
) -> tuple[FoundPeriod, int] | None:
    """``2018 – Feb`` in row ``at``, closed by the year that opens the row below it."""
    row = rows[at]
    open_end = _OPEN.match(row.text, found.end)
    year = _at_side(_YEAR, rows[at + 1], is_left=True) if at + 1 < len(rows) else None
    if open_end is None or year is None:
        return None
    last = rows[at + 1].text[slice(*year)]
    period = _whole_range(f"{month} {row.text[found.start : open_end.end()]} {last}")
    if period is None:
        return None
    rows[at + 1] = _cut(rows[at + 1], *year)
    return FoundPeriod(period, 0, 0, is_range=True), open_end.end()


def _is_at_side(found: FoundPeriod, row: Row, *, is_left: bool) -> bool:
    return found.start == 0 if is_left else found.end == len(row.text)


def _open_ranges(row: Row) -> Iterator[tuple[FoundPeriod, int, bool]]:
    """Dates that may be the first half of a range, where their text ends, and if a sign lacks."""
    for found in row.dates:
        match = _OPEN.match(row.text, found.end)
        if match is not None:
            yield found, match.end(), False
        elif found.is_range and row.text[: found.end].rstrip()[-1:] in "-–—":
            yield found, found.end, False
        elif not found.is_range and (found.start == 0 or not row.text[found.end :].strip(" )]")):
            yield found, found.end, True


def _close(rows: list[Row], at: int, opened: FoundPeriod, end: int, *, is_bare: bool) -> bool:
    """Close the range opened in row ``at`` by a date of the next rows, if one fits."""
    row = rows[at]
    below = at + 1
    is_left = opened.start == 0
    sign = _JOINT.match(rows[below].text) if is_left and below + 1 < len(rows) else None
    if sign is not None:
        below += 1
    if below >= len(rows):
        return False
    first = " ".join(row.text[opened.start : end].split())
    for spans in _closings(rows, below, is_left=is_left):
        last = " ".join(rows[k].text[start:stop] for k, start, stop in spans)
        signed = _SIGNED.match(last)
        last = last[signed.end() :] if signed else last
        period = _whole_range(first + (" – " if is_bare or signed else " ") + last)
        is_sure = sign is not None or signed is not None or not is_bare
        if period is None or not (is_sure or _are_one(row, opened, rows[below], period)):
            continue
        rows[at] = replace(row, dates=(FoundPeriod(period, opened.start, end, is_range=True),))
        if sign is not None:
            rows[at + 1] = _cut(rows[at + 1], 0, sign.end())
        for k, start, stop in spans:
            rows[k] = _cut(rows[k], start, stop)
        return True
    return False


def _closings(rows: Sequence[Row], below: int, *, is_left: bool) -> Iterator[tuple[_Span, ...]]:
    """Where the date may stand that closes a range opened above row ``below``, over its rows."""
    row = rows[below]
    cell = _FIRST_CELL.match(row.text) if is_left else _LAST_CELL.search(row.text)
    if cell is not None and not (row.bullet and cell.start() == 0):
        yield ((below, *cell.span("date")),)
    if below + 1 < len(rows):
        month = _at_side(_MONTH, row, is_left=is_left)
        year = _at_side(_YEAR, rows[below + 1], is_left=is_left)
        if month is not None and year is not None:
            yield (below, *month), (below + 1, *year)
    if is_left and not row.bullet:
        signed = _SIGNED.match(row.text)
        start = signed.end() if signed else 0
        if (end := closing_date(row.text[start:])) is not None:
            yield ((below, 0, start + end),)


def _at_side(form: re.Pattern[str], row: Row, *, is_left: bool) -> tuple[int, int] | None:
    """Where a month or year stands that opens the row, or fills its last cell."""
    if is_left:
        found = form.match(row.text) if not row.bullet else None
        return found.span() if found and row.text[found.end() :][:1] in {"", " ", "\t"} else None
    cell = _LAST_CELL.search(row.text)
    return cell.span("date") if cell is not None and form.fullmatch(cell["date"]) else None


def _whole_range(text: str) -> Period | None:
    """The range that ``text`` is, from its first to its last character, unless it is reversed."""
    found = find_periods(text)
    if len(found) != 1 or not found[0].is_range or found[0].end < len(text.rstrip(" .)]")):
        return None
    period = found[0].period
    if period.end is not None and (period.end.year, period.end.month or 12) < (
        period.start.year,
        period.start.month or 1,
    ):
        return None
    return period


def _are_one(row: Row, opened: FoundPeriod, after: Row, period: Period) -> bool:
    """Whether two dates one above the other, without a sign, are the time of one entry.

    The second is "now", or its row is set in another type than that of the first.
    """
    if opened.start > 0 or _BESIDE.match(row.text, opened.end) is None:
        return False
    if _ALONE.match(row.text, opened.end) is None:
        return True
    differs = row.line.bold != after.line.bold or abs(row.line.size - after.line.size) > 0.3
    return period.is_current or differs


def _cut(row: Row, start: int, end: int) -> Row:
    """The row without the range of its text, with the bullet that opens the rest taken off."""
    left, right = row.text[:start].rstrip(" \t(["), row.text[end:]
    if left:
        return replace(row, text=left, dates=find_periods(left))
    rest = right.lstrip(" \t)],.:")
    mark = BULLET.match(rest)
    rest = rest[mark.end() :] if mark else rest
    offset = row.offset + len(row.text) - len(rest)
    return replace(
        row, text=rest, offset=offset, bullet=bool(mark), continues=False, dates=find_periods(rest)
    )
