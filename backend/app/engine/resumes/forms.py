"""Jobs told by labels, as forms have them: ``Position held: …``, ``Name of employer: …``."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.engine.resumes.entries import Entry
from app.engine.resumes.heads import Part, without_place
from app.engine.resumes.jobheads import Head
from app.engine.resumes.labels import label_kind
from app.engine.resumes.row import Row
from app.engine.resumes.vocabulary import FormField

_LABELLED = re.compile(r"(?P<label>[^:\t]{2,60}?)\s*[:\t]\s*(?P<value>[^\s:].*)$")
_MAX_NAME_WORDS = 14


@dataclass(frozen=True, slots=True)
class _Field:
    """One row: what its label says it holds, and the row without the label."""

    kind: FormField | None
    row: Row


def form_entries(rows: Sequence[Row]) -> tuple[tuple[Entry, Head], ...]:
    """The jobs of a section whose roles and companies are labelled; nothing where they are not.

    A label seen before in the same job opens the next one; dates without a label count as theirs.
    """
    fields = [_field_of(row) for row in rows]
    if not {"role", "company"} <= {field.kind for field in fields}:
        return ()
    entries: list[list[_Field]] = [[]]
    for field in fields:
        if field.kind not in {None, "place"} and any(f.kind == field.kind for f in entries[-1]):
            entries.append([])
        entries[-1].append(field)
    return tuple(found for entry in entries if (found := _read(entry)) is not None)


def without_labels(rows: Sequence[Row]) -> tuple[Row, ...]:
    """The rows, those that open with a label of a form without it: ``Designation: Engineer``."""
    return tuple(_unlabelled(row)[1] for row in rows)


def is_column_heads(row: Row) -> bool:
    """``From | To | Employer | Position``: the first row of a table of jobs."""
    cells = row.cells()
    return len(cells) > 1 and all(label_kind(cell) for cell in cells)


def _field_of(row: Row) -> _Field:
    kind, bare = _unlabelled(row)
    if kind is not None:
        return _Field(kind, bare)
    is_dates = any(found.is_range and found.start == 0 for found in row.dates) and not row.bullet
    return _Field("dates" if is_dates else None, row)


def _unlabelled(row: Row) -> tuple[FormField | None, Row]:
    """What the label of a row says it holds, and the row without the label."""
    match = _LABELLED.match(row.text) if not row.continues else None
    kind = label_kind(match["label"]) if match is not None else None
    if match is None or kind is None:
        return None, row
    at = match.start("value")
    dates = tuple(
        replace(found, start=found.start - at, end=found.end - at)
        for found in row.dates
        if found.start >= at
    )
    if kind == "dates" and not dates:
        return None, row
    return kind, replace(row, text=row.text[at:], offset=row.offset + at, dates=dates)


def _read(fields: Sequence[_Field]) -> tuple[Entry, Head] | None:
    first: dict[FormField, Row] = {}
    for field in fields:
        if field.kind is not None:
            first.setdefault(field.kind, field.row)
    if "role" not in first and "company" not in first:
        return None
    role, company = (_part(first.get(kind)) for kind in ("role", "company"))
    place = _part(first.get("place"))
    if company is not None:
        company, tail = without_place(company)
        place = place or tail
    dated = first.get("dates") or next((f.row for f in fields if f.row.has_edge_date), None)
    period = next(iter(dated.dates), None) if dated is not None else None
    head = Head(company, role, place, period, dated if period else None, ())
    named = {id(first[kind]) for kind in ("dates", "role", "company", "place") if kind in first}
    rows = [field.row for field in fields]
    return (
        Entry(
            tuple(row for row in rows if id(row) in named),
            tuple(row for row in rows if id(row) not in named),
        ),
        head,
    )


def _part(row: Row | None) -> Part | None:
    if row is None:
        return None
    text = row.text.split("\t")[0].strip()
    return Part(text, row, first_of_row=True) if len(text.split()) <= _MAX_NAME_WORDS else None
