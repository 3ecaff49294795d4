"""Degrees of a resume: what was earned, in what, where, and when."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.engine.dates import PartialDate
from app.engine.evidence import Source
from app.engine.resumes.blocks import locate
from app.engine.resumes.degrees import (
    FIRST_WORDS,
    Studies,
    degree_and_major,
    has_school,
    is_in_progress,
    is_major,
)
from app.engine.resumes.heads import Part, head_parts, head_period
from app.engine.resumes.institutions import institution_of
from app.engine.resumes.model import Degree
from app.engine.resumes.row import Row
from app.engine.resumes.sections import Section
from app.engine.resumes.studies import education_entries, is_detail, unwrapped
from app.engine.resumes.vocational import other_award
from app.engine.taxonomy.model import DegreeLevel
from app.engine.taxonomy.taxonomy import Taxonomy


@dataclass(frozen=True, slots=True)
class DegreeReading:
    """A degree with the rows it was read from, its courses apart."""

    degree: Degree
    rows: tuple[Row, ...]
    title: str


def read_education(sections: Sequence[Section], taxonomy: Taxonomy) -> tuple[DegreeReading, ...]:
    """All degrees in reading order."""
    studies = Studies(taxonomy)
    readings: list[DegreeReading] = []
    for section in sections:
        if section.kind not in ("education", "courses"):
            continue
        for rows in education_entries(section.rows, studies):
            reading = _reading(rows, readings[-1] if readings else None, studies)
            if reading is not None and (section.kind == "education" or _is_earned(reading.degree)):
                readings.append(reading)
    return tuple(readings)


def _is_earned(degree: Degree) -> bool:
    """Whether an entry among courses is a degree after all: of a level, of a school."""
    return degree.level is not None and has_school(degree.institution or "")


def _reading(
    rows: Sequence[Row], before: DegreeReading | None, studies: Studies
) -> DegreeReading | None:
    naming = [row for row in unwrapped(rows, studies) if not is_detail(row)]
    degree_row = next((row for row in naming if studies.mentions(row.text)), None)
    degree, major = degree_and_major(degree_row, studies) if degree_row else (None, None)
    level = studies.mentions(degree_row.text)[0].level if degree_row else None
    if degree is None:
        degree, major = other_award(naming)
    if degree is None:
        degree, level = _given_by_school(naming, studies)
    institution = institution_of(naming, degree, major, studies)
    name = institution.text if institution else None
    if major is None:
        major = _major_elsewhere(naming, name, studies)
    found, period_row = head_period(naming)
    if degree is None and (name is None or found is None or not has_school(name)):
        return None
    if name is None and before is not None and level is not DegreeLevel.SCHOOL:
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
            level=level,
            major=major,
            fields=studies.taxonomy.degree_fields(f"{degree_text}\n{major or ''}"),
            institution=name,
            start=start,
            end=end,
            sources=_sources(title, (name, degree, major), rows, period_row, found),
            in_progress=in_progress,
        ),
        tuple(rows),
        title,
    )


def _given_by_school(
    rows: Sequence[Row], studies: Studies
) -> tuple[str | None, DegreeLevel | None]:
    """``Giresun High School of Science``: the school's name says what it gives."""
    for row in rows:
        mention = studies.named_by_school(row.text)
        if mention is not None:
            return row.text[mention.start : mention.end], mention.level
    return None, None


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


def _major_elsewhere(rows: Sequence[Row], institution: str | None, studies: Studies) -> str | None:
    """A part of another row that names a field of study and nothing else."""
    parts = [
        Part(piece, part.row, part.first_of_row)
        for part in head_parts([row for row in rows if not row.bullet])
        for piece in ([part.text] if not has_school(part.text) else part.text.split(", "))
    ]
    for part in parts:
        if part.text != institution and not has_school(part.text) and len(part.text.split()) <= 7:
            if studies.mentions(part.text) or not studies.in_field(part.text):
                continue
            major = FIRST_WORDS.sub("", part.text)
            if is_major(major) and not part.row.text.endswith("."):
                return major
    return None
