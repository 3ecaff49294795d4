"""Ranges of dates broken over two rows of a column of their own."""

import re
from dataclasses import replace
from itertools import pairwise

from app.engine.resumes.periods import FoundPeriod, closing_date, find_periods
from app.engine.resumes.row import Row

_OPEN_RANGE = re.compile(r"\s*[-–—]\s*(?:\t|$)")
_OPEN_LEFT = re.compile(r"\s*[-–—]\s+(?=[^\W\d_])")
_CLOSING = re.compile(r"(?P<date>[^\t]{3,18}?)\s*(?:\t|$)")
_CLOSING_END = re.compile(r"(?:^|\t)\s*(?P<date>[^\t]{3,18})$")


def with_wrapped_dates(rows: list[Row]) -> list[Row]:
    """Join a range broken over two rows of a date column: ``Feb 2017 –`` above ``Dec 2024``.

    The column may stand to the left of the entry, with or without a tab before what is beside it.
    """
    joined = list(rows)
    for at, (row, after) in enumerate(pairwise(rows)):
        opened = next((f for f in row.dates if _opens_range(row.text, f)), None)
        if opened is None or row.bullet or after.bullet:
            continue
        closed = _closing_of(after.text, from_start=opened.start == 0)
        if closed is None:
            continue
        start, end = closed
        whole = find_periods(f"{row.text[opened.start : opened.end]} – {after.text[start:end]}")
        if not whole or not whole[0].is_range:
            continue
        period = FoundPeriod(whole[0].period, opened.start, opened.end, is_range=True)
        joined[at] = replace(row, dates=(period,))
        joined[at + 1] = _without_range(after, start, end)
    return [row for row in joined if row.text]


def _opens_range(text: str, found: FoundPeriod) -> bool:
    if _OPEN_RANGE.match(text, found.end):
        return True
    return found.start == 0 and not found.is_range and bool(_OPEN_LEFT.match(text, found.end))


def _closing_of(text: str, *, from_start: bool) -> tuple[int, int] | None:
    """The place of the date that may close a range opened in the row above."""
    match = _CLOSING.match(text) if from_start else _CLOSING_END.search(text)
    if match is not None and find_periods(f"2000 – {match['date']}"):
        return match.span("date")
    end = closing_date(text) if from_start else None
    return (0, end) if end is not None else None


def _without_range(row: Row, start: int, end: int) -> Row:
    left, right = row.text[:start].rstrip(), row.text[end:]
    text = left or right.strip()
    offset = row.offset if left else row.offset + end + len(right) - len(right.lstrip())
    return replace(row, text=text, offset=offset, continues=False, dates=find_periods(text))
