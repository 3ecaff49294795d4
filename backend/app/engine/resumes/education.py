"""Degrees of a resume: what was earned, in what, where, and when."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.engine.dates import PartialDate
from app.engine.evidence import Source
from app.engine.resumes.blocks import locate
from app.engine.resumes.degrees import (
    FIRST_WORDS,
    degree_and_major,
    has_school,
    is_in_progress,
    other_award,
)
from app.engine.resumes.heads import Part, head_parts, head_period, split_place
from app.engine.resumes.model import Degree
from app.engine.resumes.periods import find_periods
from app.engine.resumes.places import is_city, is_place, is_state
from app.engine.resumes.row import Row
from app.engine.resumes.sections import Section
from app.engine.taxonomy.model import DegreeLevel
from app.engine.taxonomy.taxonomy import Taxonomy

_COURSEWORK = re.compile(
    r"^\W*(?:relevant |selected |key )*(?:course\s?work|courses|modules|coursework highlights"
    r"|kurse|cours|schwerpunkte?|subjects)\b",
    re.IGNORECASE,
)
_DETAIL = re.compile(
    r"^\W*(?:c?gpa|grade|note|score|percentage|thesis|dissertation|minor|honou?rs|awards?|advisor"
    r"|supervisor|activities|abschlussnote|bachelorarbeit|masterarbeit|final mark|marks|aggregate"
    r"|specialization|focus|major gpa|relevant|mention)\b",
    re.IGNORECASE,
)
_OPEN_END = re.compile(r"(?:,|\b(?:of|in|and|for|de|der|für|en|und|et)|&)\s*$")


@dataclass(frozen=True, slots=True)
class DegreeReading:
    """A degree with the rows it was read from, its courses apart."""

    degree: Degree
    rows: tuple[Row, ...]
    title: str


def is_coursework(row: Row) -> bool:
    """Whether a row lists courses."""
    return _COURSEWORK.match(row.text) is not None


def read_education(sections: Sequence[Section], taxonomy: Taxonomy) -> tuple[DegreeReading, ...]:
    """All degrees in reading order."""
    readings: list[DegreeReading] = []
    for section in sections:
        if section.kind == "education":
            for rows in education_entries(section.rows, taxonomy):
                reading = _reading(rows, readings[-1] if readings else None, taxonomy)
                if reading is not None:
                    readings.append(reading)
    return tuple(readings)


def education_entries(rows: Sequence[Row], taxonomy: Taxonomy) -> tuple[tuple[Row, ...], ...]:
    """Cut where a row brings a degree, school or date that the entry already has."""
    entries: list[list[Row]] = []
    seen: frozenset[str] = frozenset()
    for row in rows:
        brought = _brings(row, taxonomy)
        is_new = bool(brought & seen) and not _wraps(entries[-1][-1], row, taxonomy)
        if not entries or is_new:
            carried = _carried(entries[-1], taxonomy) if entries and "school" not in brought else []
            if carried:
                entries[-1] = entries[-1][: -len(carried)]
            entries.append([*carried, row])
            seen = brought
        else:
            entries[-1].append(row)
            seen |= brought
    return tuple(tuple(entry) for entry in entries if entry)


def _carried(entry: Sequence[Row], taxonomy: Taxonomy) -> list[Row]:
    """The last row of an entry, where it names what the next degree belongs to.

    That is a school standing above its degree, as the one above it did too.
    """
    last = entry[-1]
    is_name = not (last.is_prose or _is_detail(last) or _brings(last, taxonomy))
    opens_alike = len(entry) > 2 and not _brings(entry[0], taxonomy) and not entry[0].is_prose
    return [last] if is_name and opens_alike else []


def _brings(row: Row, taxonomy: Taxonomy) -> frozenset[str]:
    if row.continues or _is_detail(row) or (row.bullet and len(row.text.split()) > 18):
        return frozenset()
    brought = set()
    if taxonomy.degree_mentions(row.text):
        brought.add("degree")
    words = len(row.text.split())
    if has_school(row.text) and words <= 16 and not (row.is_prose and not row.bullet):
        brought.add("school")
    found = row.edge_date
    if found is not None and (found.is_range or not row.bullet):
        brought.add("date")
    return frozenset(brought)


def _is_detail(row: Row) -> bool:
    return is_coursework(row) or _DETAIL.match(row.text) is not None


def _reading(
    rows: Sequence[Row], before: DegreeReading | None, taxonomy: Taxonomy
) -> DegreeReading | None:
    naming = [row for row in _unwrapped(rows, taxonomy) if not _is_detail(row)]
    degree_row = next((row for row in naming if taxonomy.degree_mentions(row.text)), None)
    degree, major = degree_and_major(degree_row, taxonomy) if degree_row else (None, None)
    if degree is None:
        degree, major = other_award(naming)
    institution = _institution(naming, degree, taxonomy)
    name = institution.text if institution else None
    if major is None:
        major = _major_elsewhere(naming, name, taxonomy)
    found, period_row = head_period(naming)
    if degree is None and (name is None or found is None or not has_school(name)):
        return None
    if name is None and before is not None and found is not None:
        name = before.degree.institution
    start: PartialDate | None = None
    end: PartialDate | None = None
    in_progress = is_in_progress(naming, found)
    if found is not None:
        start = found.period.start if found.is_range or in_progress else None
        end = None if in_progress else found.period.end
    title = name or degree or ""
    degree_text = degree_row.text if degree_row else ""
    return DegreeReading(
        Degree(
            degree=degree,
            level=taxonomy.degree_level(degree_text),
            major=major,
            fields=taxonomy.degree_fields(f"{degree_text}\n{major or ''}"),
            institution=name,
            start=start,
            end=end,
            sources=_sources(title, (name, degree, major), rows, period_row, found),
            confidence=96 - 20 * (degree is None) - 15 * (name is None) - 10 * (found is None),
            in_progress=in_progress,
        ),
        tuple(rows),
        title,
    )


def _unwrapped(rows: Sequence[Row], taxonomy: Taxonomy) -> list[Row]:
    """The rows with wrapped names made whole: ``University of`` above ``Lagos, Nigeria``."""
    whole: list[Row] = []
    for row in rows:
        if whole and _wraps(whole[-1], row, taxonomy):
            text = f"{whole[-1].text} {row.text}"
            whole[-1] = replace(whole[-1], text=text, dates=find_periods(text))
        else:
            whole.append(row)
    return whole


def _wraps(before: Row, row: Row, taxonomy: Taxonomy) -> bool:
    if (
        before.bullet
        or row.bullet
        or before.is_prose
        or "\t" in before.beside_date
        or _is_detail(before)
    ):
        return False
    if row.continues or (is_place(row.text) and _OPEN_END.search(before.text)):
        return is_place(row.text) or not taxonomy.degree_mentions(row.text)
    is_open = _OPEN_END.search(before.text) is not None
    return is_open and not row.has_edge_date and not _brings(row, taxonomy) & {"degree", "date"}


def _sources(
    title: str,
    values: Sequence[str | None],
    rows: Sequence[Row],
    period_row: Row | None,
    found: object,
) -> tuple[Source, ...]:
    located = [locate("education", title, value, rows) for value in values if value]
    if period_row is not None and found is not None:
        text = period_row.edge_date or period_row.dates[0]
        words = period_row.text[text.start : text.end]
        located.append(locate("education", title, words, [period_row]))
    return tuple(dict.fromkeys(source for source in located if source is not None))


def _major_elsewhere(
    rows: Sequence[Row], institution: str | None, taxonomy: Taxonomy
) -> str | None:
    """A part of another row that names a field of study and nothing else."""
    parts = [
        Part(piece, part.row, part.first_of_row)
        for part in head_parts([row for row in rows if not row.bullet])
        for piece in ([part.text] if not has_school(part.text) else part.text.split(", "))
    ]
    for part in parts:
        if part.text != institution and not has_school(part.text) and len(part.text.split()) <= 7:
            if taxonomy.degree_mentions(part.text) or not taxonomy.field_families(part.text):
                continue
            return FIRST_WORDS.sub("", part.text)
    return None


def _institution(rows: Sequence[Row], degree: str | None, taxonomy: Taxonomy) -> Part | None:
    parts = head_parts([row for row in rows if not (row.bullet and row.is_prose and len(rows) > 2)])
    parts = parts or head_parts(rows)
    pieces = [piece for part in parts for piece in _pieces(part, degree, taxonomy)]
    schools = [
        p
        for p in pieces
        if has_school(p.text)
        and p.text[0].isupper()
        and len(p.text.split()) <= 12
        and ": " not in p.text
    ]
    if not schools:
        schools = [
            piece
            for piece in pieces
            if piece.first_of_row
            and not piece.row.is_prose
            and not piece.row.text.endswith(".")
            and ": " not in piece.text
            and piece.text[0].isupper()
            and not is_place(piece.text)
            and not taxonomy.degree_mentions(piece.text)
            and not taxonomy.field_families(piece.text)
            and len(piece.text.split()) <= 8
        ]
    if not schools:
        return None
    return _without_field(_without_place(schools[0]), taxonomy)


def _without_place(school: Part) -> Part:
    """The school without ``, City, Country``; a lone ``, City`` is part of its name."""
    name, place = split_place(school)
    is_named_by_city = place is not None and is_city(place.text)
    return school if is_named_by_city else name


def _without_field(school: Part, taxonomy: Taxonomy) -> Part:
    """``Princeton University, Computer Science``: the school without the field."""
    first, comma, rest = school.text.partition(", ")
    if comma and has_school(first) and not has_school(rest) and taxonomy.field_families(rest):
        return Part(first, school.row, school.first_of_row)
    return school


def _pieces(part: Part, degree: str | None, taxonomy: Taxonomy) -> list[Part]:
    """A part, cut at commas and "at" where a degree stands in it beside the school."""
    mentions = taxonomy.degree_mentions(part.text)
    if not mentions and (degree is None or degree not in part.text):
        return [part]
    pieces = [
        p.strip(" .") for p in re.split(r",\s+|\s+(?:at|from|an der|à l['’]|à)\s+", part.text)
    ]
    if mentions and mentions[0].level is DegreeLevel.SCHOOL and _names_both(pieces, taxonomy):
        return [part]  # "Giresun High School of Science" names the school and what it gives
    kept: list[str] = []
    for piece in pieces:
        is_degree = taxonomy.degree_mentions(piece) and not (kept and is_state(piece))  # "MA"
        if is_degree or not piece:
            continue
        if kept and has_school(kept[-1]) and f"{kept[-1]}, {piece}" in part.text:
            is_part = len(piece.split()) <= (6 if has_school(piece) else 3)
            kept[-1] = f"{kept[-1]}, {piece}" if is_part else kept[-1]
        else:
            kept.append(piece)
    return [Part(piece, part.row, first_of_row=False) for piece in kept]


def _names_both(pieces: Sequence[str], taxonomy: Taxonomy) -> bool:
    return any(has_school(piece) and taxonomy.degree_mentions(piece) for piece in pieces)
