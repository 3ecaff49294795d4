"""Which line is the wrapped rest of the line before it: by bullets, edges, type and words."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from app.engine.documents.model import Line
from app.engine.resumes.date_tokens import MONTHS
from app.engine.resumes.labels import label_kind
from app.engine.resumes.roles import names_role
from app.engine.resumes.row import Row, reads_as_prose

BULLET = re.compile(
    r"\s*(?:[•*▪●○◦‣]+|(?:[-–—]{1,2}|[+>])(?=\s)|o(?=\s+[^\W\d_a-z])|\(?\d{1,2}[.)](?=\s))\s*"
)
"""What a bulleted or numbered line opens with; plain text has an ``o`` for a circle."""

_LONE_YEAR = re.compile(r"(?:19|20)\d\d\W*$")
_OPEN_DATE = re.compile(rf"\b(?:{'|'.join(MONTHS)})\.?,?\s*$", re.IGNORECASE)
_LABELLED = re.compile(r"(?=[^\W\d_])[^a-z:\t][^:\t.,]{1,34}:\s+\S")
_FIELD = re.compile(r"([^:\t]{2,60}?)\s*[:\t]")
_FULL_WIDTH = 0.82
_WIDER_GAP = 2.0
LONG_LINE = 64
"""Characters of a line that is likely to be wrapped."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Right edge of the text by page and column; whether bullets' wrapped lines are indented."""

    right: dict[tuple[int | None, int], float]
    hangs: bool

    @classmethod
    def of(cls, lines: Sequence[Line]) -> "Layout":
        """Measure the lines of one section."""
        return cls(_right_edges(lines), _hangs(lines))


def _hangs(lines: Sequence[Line]) -> bool:
    return any(
        BULLET.match(line.text)
        and not BULLET.match(after.text)
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


def continues(rows: list[Row], row: Row, layout: Layout) -> bool:
    """Whether ``row`` is the wrapped rest of the row before it."""
    before = rows[-1]
    in_body = before.bullet or before.continues
    if row.bullet or (row.has_edge_date and (not in_body or "\t" in row.text)):
        return False
    if _dates_a_role(row) or _opens_a_field(row):
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


def _opens_a_field(row: Row) -> bool:
    """``Employer: …``: a row of a form."""
    label = _FIELD.match(row.text)
    return label is not None and label_kind(label[1]) is not None


def _dates_a_role(row: Row) -> bool:
    """``Nurse – Lakeside Hospital (2018 – 2020)``: the head of the next job, below a sentence."""
    found = row.edge_date
    return found is not None and found.is_range and row.text[:1].isupper() and names_role(row.text)


def _opens_with_label(rows: Sequence[Row]) -> bool:
    """Whether the text that the last row belongs to opens with a label: ``Tools: Git, Docker``."""
    first = next((row for row in reversed(rows) if not row.continues), rows[0])
    return _LABELLED.match(first.text) is not None


def _continues_without_boxes(before: Row, row: Row) -> bool:
    is_open = not before.text.endswith((".", "!", "?", ":"))
    if row.text[:1].islower():
        return is_open
    return is_open and len(before.text) > LONG_LINE and not before.has_edge_date


def _continues_by_box(rows: list[Row], row: Row, layout: Layout) -> bool:
    before = rows[-1]
    assert before.line.box is not None and row.line.box is not None  # noqa: S101, PT018 - narrowed
    same_type = before.line.bold == row.line.bold and abs(before.line.size - row.line.size) < 0.6
    if row.line.gap > 0.9 * max(row.line.size, 6.0) or _opens_anew(before, row):
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
        return _fills(before, layout) and len(before.text) > LONG_LINE
    aligned = abs(row.line.box.x0 - before.line.box.x0) < 3.0
    if row.text[:1].islower() and (same_type or (aligned and _fills(before, layout))):
        return True
    return aligned and same_type and _fills(before, layout) and not before.has_edge_date


def _opens_anew(before: Row, row: Row) -> bool:
    """Whether a capital stands further below the end of a sentence than that below its bullet."""
    is_apart = row.line.gap > before.line.gap + _WIDER_GAP
    return is_apart and before.text.endswith(".") and row.text[0].isupper()


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


def _fills(row: Row, layout: Layout) -> bool:
    """Whether the row runs (nearly) to the right edge of its column, as wrapped text does."""
    box = row.line.box
    if box is None or "\t" in row.beside_date:
        return False
    edge = layout.right[(row.line.page, row.line.column)]
    return box.x1 - box.x0 > _FULL_WIDTH * (edge - box.x0) and len(row.text) > 24


def with_paragraphs(rows: Sequence[Row]) -> list[Row]:
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
        if len(group) > 1 and is_plain and reads_as_prose(text):
            marked[at] = replace(rows[at], paragraph=True)
        at = end
    return marked
