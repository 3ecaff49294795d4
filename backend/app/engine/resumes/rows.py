"""Lines prepared for reading: bullets taken off, dates found, wrapped lines recognised."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest

from app.engine.documents.model import Line
from app.engine.resumes.broken_dates import with_wrapped_dates
from app.engine.resumes.labels import label_kind
from app.engine.resumes.periods import FoundPeriod, closing_date, find_periods
from app.engine.resumes.places import is_place
from app.engine.resumes.roles import names_role
from app.engine.resumes.row import DURATION, Row
from app.engine.resumes.wraps import (
    BULLET,
    LONG_LINE,
    Layout,
    continues,
    ends_in_month,
    with_paragraphs,
)

_LEADER_SIGNS, _LEAST_LEADERS = ".·…_", 4
_LEADERS = re.compile(rf"(?:\s?[{_LEADER_SIGNS}]){{{_LEAST_LEADERS},}}\s*")
"""Dots that lead the eye to a date at the right; three of them end a sentence."""


def rows_of(lines: Sequence[Line]) -> tuple[Row, ...]:
    """Prepare the lines of one section; which line wraps from which is decided here."""
    rows: list[Row] = []
    layout = Layout.of(lines)
    for line in lines:
        mark = BULLET.match(line.text)
        if mark is not None and _closes_range(line.text, mark.end()):
            mark = None
        offset = mark.end() if mark and mark.end() < len(line.text) else 0
        offset += len(line.text[offset:]) - len(line.text[offset:].lstrip())
        text = line.text[offset:].rstrip()
        if sum(map(text.count, _LEADER_SIGNS)) >= _LEAST_LEADERS:
            text = _LEADERS.sub(_as_tabs, text).rstrip()
        if not any(c.isalnum() for c in text):
            continue
        row = Row(line, text, offset, bool(mark), continues=False, dates=find_periods(text))
        aside = _aside(row, after_body=bool(rows) and (rows[-1].bullet or rows[-1].continues))
        if aside is not None:
            text = text[: aside.offset - offset].rstrip()
            row = Row(line, text, offset, bool(mark), continues=False, dates=find_periods(text))
        if rows and continues(rows, row, layout):
            row = replace(row, bullet=False, continues=True)
        rows.append(row)
        if aside is not None and aside.dates:
            rows.insert(_place_of_aside(rows), aside)
    rows = with_paragraphs(with_wrapped_dates(rows))
    return tuple(
        replace(row, bullet=False) if _is_bulleted_head(row, after) else row
        for row, after in zip_longest(rows, rows[1:])
    )


def _closes_range(text: str, start: int) -> bool:
    """``– Present`` under ``Mar 2021``: the dash is of a range, not of a list."""
    if text.lstrip()[:1] not in "-–—":
        return False
    return closing_date(text[start:]) is not None or ends_in_month(text[start:].partition("\t")[0])


def _as_tabs(leaders: re.Match[str]) -> str:
    """As many tabs, so that places in the text stay those of the line."""
    return "\t" * len(leaders.group())


def _is_bulleted_head(row: Row, after: Row | None) -> bool:
    """A bulleted company or school above the dated row of its role: a head, not a sentence."""
    if not row.bullet or after is None or after.bullet or after.continues:
        return False
    if not after.has_edge_date or len(row.text.split()) > 10 or row.text.endswith("."):
        return False
    boxes = row.line.box, after.line.box
    hangs = boxes[0] is not None and boxes[1] is not None and boxes[0].x0 < boxes[1].x0 - 3.0
    return row.line.bold or "\t" in row.text or hangs


def _aside(row: Row, *, after_body: bool) -> Row | None:
    """A date, duration or place in the right-hand column, beside a bullet or wrapped text.

    It belongs to the entry, not to the sentence that happens to stand at its height.
    """
    at = row.text.rfind("\t")
    if at < 0 or not (row.bullet or after_body):
        return None
    left, right = row.text[:at], row.text[at + 1 :]
    if "\t" in left and not row.bullet:
        return None  # a row of a table
    dates = find_periods(right)
    rest = "".join(c for c in _blanked(right, dates) if c.isalpha())
    is_aside = (dates and len(rest) <= 3) or DURATION.fullmatch(right.strip()) or is_place(right)
    if not is_aside or not (row.bullet or row.text[:1].islower() or len(left) > LONG_LINE):
        return None
    if any(found.is_range for found in dates) and (names_role(left) or label_kind(left)):
        return None  # a job that is itself an item of a list, or its time in a form
    return Row(
        row.line, right.strip(), row.offset + at + 1, bullet=False, continues=False, dates=dates
    )


def _blanked(text: str, dates: Sequence[FoundPeriod]) -> str:
    for found in reversed(dates):
        text = text[: found.start] + text[found.end :]
    return text


def _place_of_aside(rows: Sequence[Row]) -> int:
    """Under the last row that is neither bullet nor wrapped text: the head of the entry."""
    at = len(rows)
    while at > 0 and (rows[at - 1].bullet or rows[at - 1].continues):
        at -= 1
    return at
