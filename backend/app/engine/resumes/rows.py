"""Lines prepared for reading: bullets taken off, dates found, wrapped lines recognised."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, zip_longest

from app.engine.documents.model import Line
from app.engine.resumes.periods import MONTHS, FoundPeriod, find_periods
from app.engine.resumes.places import is_place

_BULLET = re.compile(r"\s*(?:[•*▪●○◦‣]+|[-–—]{1,2}(?=\s)|\(?\d{1,2}[.)](?=\s))\s*")
_CELLS = re.compile(r"\t+|\s+[|¦│·•⋄∙]\s*|\s{3,}")
_SENTENCE_END = re.compile(r"[^\s.][a-z)]\.\s*$|[;:]\s*$")
_ABBREVIATION = re.compile(
    r"\b(?:Inc|Ltd|Co|Corp|Pvt|Pte|Jr|Sr|St|Dr|Dept|Univ|Eng|Tech|Sc|Sci|Hons|Mar|Present)\.\s*$"
)
_DURATION = re.compile(
    r"\(?(?:\d+\s*(?:years?|yrs?\.?|months?|mos?\.?|ans?|mois|jahre?|monate?)[\s,]*)+\)?",
    re.IGNORECASE,
)
_LONE_YEAR = re.compile(r"(?:19|20)\d\d\W*$")
_OPEN_DATE = re.compile(rf"\b(?:{'|'.join(MONTHS)})\.?,?\s*$", re.IGNORECASE)
_OPEN_RANGE = re.compile(r"\s*[-–—]\s*(?:\t|$)")
_CLOSING = re.compile(r"(?P<date>[^\t]{3,18}?)\s*(?:\t|$)")
_CLOSING_END = re.compile(r"(?:^|\t)\s*(?P<date>[^\t]{3,18})$")
_FULL_WIDTH = 0.82
_LONG_LINE = 64
_HEAD_WORDS = 16


@dataclass(frozen=True, slots=True)
class Row:
    """One line: ``text`` begins at ``offset`` of the line's text, after its bullet."""

    line: Line
    text: str
    offset: int
    bullet: bool
    continues: bool
    dates: tuple[FoundPeriod, ...]

    @property
    def is_prose(self) -> bool:
        """Whether the row reads as a sentence or part of one, not as a heading of an entry."""
        if self.bullet or self.continues:
            return True
        words = len(self.text.split())
        if words > _HEAD_WORDS and not self.has_edge_date:
            return True
        ends = _SENTENCE_END.search(self.text) and not _ABBREVIATION.search(self.text)
        return bool(ends) and words > 5 and not self.has_edge_date

    @property
    def edge_date(self) -> FoundPeriod | None:
        """The period at the row's start or end (brackets and dots aside), or alone in a cell."""
        for found in reversed(self.dates):
            before = self.text[: found.start].rstrip(" (–—-|,:[")
            after = self.text[found.end :].lstrip(" )–—-|,:].·•")
            if not before or not after or "\t" in self.text[found.end : found.end + 3]:
                return found
            if self.text[found.end :].lstrip(" )]").startswith(("(", "|", "·", "•", "\t")):
                return found
            if found.is_range and self.text[: found.start].rstrip(" ([").endswith(("\t", "|")):
                return found
        return None

    @property
    def has_edge_date(self) -> bool:
        """Whether a date stands at an edge and the row is no bullet."""
        return self.edge_date is not None

    def cells(self) -> tuple[str, ...]:
        """The parts that tabs, bars and wide gaps set apart, dates included."""
        return tuple(cell.strip() for cell in _CELLS.split(self.text) if cell.strip())


def rows_of(lines: Sequence[Line]) -> tuple[Row, ...]:
    """Prepare the lines of one section; which line wraps from which is decided here."""
    rows: list[Row] = []
    layout = _Layout(_right_edges(lines), _hangs(lines))
    for line in lines:
        mark = _BULLET.match(line.text)
        offset = mark.end() if mark and mark.end() < len(line.text) else 0
        offset += len(line.text[offset:]) - len(line.text[offset:].lstrip())
        text = line.text[offset:].rstrip()
        if not any(c.isalnum() for c in text):
            continue
        row = Row(line, text, offset, bool(mark), continues=False, dates=find_periods(text))
        aside = _aside(row, after_body=bool(rows) and (rows[-1].bullet or rows[-1].continues))
        if aside is not None:
            text = text[: aside.offset - offset].rstrip()
            row = Row(line, text, offset, bool(mark), continues=False, dates=find_periods(text))
        if rows and _continues(rows, row, layout):
            row = replace(row, bullet=False, continues=True)
        rows.append(row)
        if aside is not None and aside.dates:
            rows.insert(_place_of_aside(rows), aside)
    rows = _with_wrapped_dates(rows)
    return tuple(
        replace(row, bullet=False) if _is_bulleted_head(row, after) else row
        for row, after in zip_longest(rows, rows[1:])
    )


def _with_wrapped_dates(rows: list[Row]) -> list[Row]:
    """Join a range broken over two rows of a date column: ``Feb 2017 –`` above ``Dec 2024``."""
    joined = list(rows)
    for at, (row, after) in enumerate(pairwise(rows)):
        opened = next((f for f in row.dates if _OPEN_RANGE.match(row.text, f.end)), None)
        if opened is None or row.bullet or after.bullet:
            continue
        closing = (
            _CLOSING.match(after.text) if opened.start == 0 else _CLOSING_END.search(after.text)
        )
        if closing is None:
            continue
        whole = find_periods(f"{row.text[opened.start : opened.end]} – {closing['date']}")
        if not whole or not whole[0].is_range:
            continue
        period = FoundPeriod(whole[0].period, opened.start, opened.end, is_range=True)
        joined[at] = replace(row, dates=(period,))
        left = after.text[: closing.start("date")] + after.text[closing.end("date") :]
        cut = closing.end() if opened.start == 0 else 0
        text = after.text[cut:].strip() if cut else left.strip()
        joined[at + 1] = replace(
            after, text=text, offset=after.offset + cut, continues=False, dates=()
        )
    return [row for row in joined if row.text]


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
    dates = find_periods(right)
    rest = "".join(c for c in _blanked(right, dates) if c.isalpha())
    is_aside = (dates and len(rest) <= 3) or _DURATION.fullmatch(right.strip()) or is_place(right)
    if not is_aside or not (row.bullet or row.text[:1].islower() or len(left) > _LONG_LINE):
        return None
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


@dataclass(frozen=True, slots=True)
class _Layout:
    """Right edge of the text by page and column; whether bullets' wrapped lines are indented."""

    right: dict[tuple[int | None, int], float]
    hangs: bool


def _hangs(lines: Sequence[Line]) -> bool:
    return any(
        _BULLET.match(line.text)
        and not _BULLET.match(after.text)
        and line.box is not None
        and after.box is not None
        and after.text[:1].islower()
        and after.box.x0 > line.box.x0 + 3.0
        for line, after in pairwise(lines)
    )


def _right_edges(lines: Sequence[Line]) -> dict[tuple[int | None, int], float]:
    edges: dict[tuple[int | None, int], float] = {}
    for line in lines:
        if line.box is not None:
            key = (line.page, line.column)
            edges[key] = max(edges.get(key, 0.0), line.box.x1)
    return edges


def _continues(rows: list[Row], row: Row, layout: _Layout) -> bool:
    """Whether ``row`` is the wrapped rest of the row before it."""
    before = rows[-1]
    in_body = before.bullet or before.continues
    if row.bullet or (row.has_edge_date and (not in_body or "\t" in row.text)):
        return False
    if _LONE_YEAR.match(row.text) and ends_in_month(before.text):
        return True
    if before.line.page != row.line.page or before.line.column != row.line.column:
        return (before.bullet or before.continues) and row.text[:1].islower()
    if before.text.endswith((",", " and", " &", "-", "–")) and not row.has_edge_date:
        return before.bullet or before.continues or row.text[:1].islower() or before.is_prose
    if before.line.box is None or row.line.box is None:
        return _continues_without_boxes(before, row)
    return _continues_by_box(rows, row, layout)


def _continues_without_boxes(before: Row, row: Row) -> bool:
    is_open = not before.text.endswith((".", "!", "?", ":"))
    if row.text[:1].islower():
        return is_open
    return is_open and len(before.text) > _LONG_LINE and not before.has_edge_date


def _continues_by_box(rows: list[Row], row: Row, layout: _Layout) -> bool:
    before = rows[-1]
    assert before.line.box is not None and row.line.box is not None  # noqa: S101, PT018 - narrowed
    same_type = before.line.bold == row.line.bold and abs(before.line.size - row.line.size) < 0.6
    if row.line.gap > 0.9 * max(row.line.size, 6.0):
        return False
    if before.bullet or before.continues:
        bullet = next((r for r in reversed(rows) if r.bullet), before)
        left = bullet.line.box.x0 if bullet.line.box is not None else 0.0
        indented = row.line.box.x0 > left + 3.0
        if indented or layout.hangs:
            return indented and (same_type or row.text[:1].islower())
        is_cells = len(row.cells()) > 1
        return same_type and not is_cells and _fills(before, layout) and row.line.box.x0 >= left - 1
    aligned = abs(row.line.box.x0 - before.line.box.x0) < 3.0
    if row.text[:1].islower() and same_type:
        return True
    return aligned and same_type and _fills(before, layout) and not before.has_edge_date


def ends_in_month(text: str) -> bool:
    """Whether a date is broken after its month: ``Google, Feb`` above ``2024``."""
    return _OPEN_DATE.search(text) is not None


def _fills(row: Row, layout: _Layout) -> bool:
    """Whether the row runs (nearly) to the right edge of its column, as wrapped text does."""
    box = row.line.box
    if box is None or "\t" in row.text:
        return False
    edge = layout.right[(row.line.page, row.line.column)]
    return box.x1 - box.x0 > _FULL_WIDTH * (edge - box.x0) and len(row.text) > 24
