"""Lines prepared for reading: bullets taken off, dates found, wrapped lines recognised."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, zip_longest

from app.engine.documents.model import Line
from app.engine.resumes.periods import MONTHS, FoundPeriod, closing_date, find_periods
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
_OPEN_LEFT = re.compile(r"\s*[-–—]\s+(?=[^\W\d_])")
_CLOSING = re.compile(r"(?P<date>[^\t]{3,18}?)\s*(?:\t|$)")
_CLOSING_END = re.compile(r"(?:^|\t)\s*(?P<date>[^\t]{3,18})$")
_LABELLED = re.compile(r"(?=[^\W\d_])[^a-z:\t][^:\t.,]{1,34}:\s+\S")
_FULL_WIDTH = 0.82
_LONG_LINE = 64
_HEAD_WORDS = 16


@dataclass(frozen=True, slots=True)
class Row:
    """One line: ``text`` begins at ``offset`` of the line's text, after its bullet.

    ``paragraph`` marks the rows of running text that no bullet opens.
    """

    line: Line
    text: str
    offset: int
    bullet: bool
    continues: bool
    dates: tuple[FoundPeriod, ...]
    paragraph: bool = False

    @property
    def is_prose(self) -> bool:
        """Whether the row reads as a sentence or part of one, not as a heading of an entry."""
        if self.bullet or self.continues or self.paragraph:
            return True
        return _reads_as_prose(self.text) and not self.has_edge_date

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


def _reads_as_prose(text: str) -> bool:
    words = len(text.split())
    ends = _SENTENCE_END.search(text) and not _ABBREVIATION.search(text)
    return words > _HEAD_WORDS or (bool(ends) and words > 5)


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
    rows = _with_paragraphs(_with_wrapped_dates(rows))
    return tuple(
        replace(row, bullet=False) if _is_bulleted_head(row, after) else row
        for row, after in zip_longest(rows, rows[1:])
    )


def _with_paragraphs(rows: Sequence[Row]) -> list[Row]:
    """Mark wrapped text that reads as prose once its lines are joined, though no bullet opens it.

    A head that wraps stays a head: it carries the entry's date, or is short.
    """
    marked = list(rows)
    at = 0
    while at < len(rows):
        end = at + 1
        while end < len(rows) and rows[end].continues:
            end += 1
        group = rows[at:end]
        text = " ".join(row.text for row in group)
        is_plain = not any(row.bullet or row.has_edge_date or "\t" in row.text for row in group)
        if len(group) > 1 and is_plain and _reads_as_prose(text):
            marked[at] = replace(rows[at], paragraph=True)
        at = end
    return marked


def _with_wrapped_dates(rows: list[Row]) -> list[Row]:
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
    if _LABELLED.match(row.text) and not before.bullet and _opens_with_label(rows):
        return False
    if before.line.page != row.line.page or before.line.column != row.line.column:
        return (before.bullet or before.continues) and row.text[:1].islower()
    if before.text.endswith((",", " and", " &", "-", "–")) and not row.has_edge_date:
        return before.bullet or before.continues or row.text[:1].islower() or before.is_prose
    if before.line.box is None or row.line.box is None:
        return _continues_without_boxes(before, row)
    return _continues_by_box(rows, row, layout)


def _opens_with_label(rows: Sequence[Row]) -> bool:
    """Whether the text that the last row belongs to opens with a label: ``Tools: Git, Docker``."""
    first = next((row for row in reversed(rows) if not row.continues), rows[0])
    return _LABELLED.match(first.text) is not None


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
    if _hangs_from_date(before, row):
        return _fills(before, layout)
    aligned = abs(row.line.box.x0 - before.line.box.x0) < 3.0
    if row.text[:1].islower() and (same_type or (aligned and _fills(before, layout))):
        return True
    return aligned and same_type and _fills(before, layout) and not before.has_edge_date


def _hangs_from_date(before: Row, row: Row) -> bool:
    """Whether ``row`` stands under what is beside a date at the left, in the same size."""
    found = before.edge_date
    if found is None or found.start > 0 or before.line.box is None or row.line.box is None:
        return False
    indented = row.line.box.x0 > before.line.box.x0 + 2.0 * before.line.size
    return indented and abs(row.line.size - before.line.size) < 0.3


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
