"""A structured document (JSON Resume) to the facts of a resume: what it names is not guessed.

Skills, levels of degrees, fields of study and leading of people are found in its texts by the
rules for all documents; the rest is taken as it stands.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeVar

from app.engine.documents.model import Document
from app.engine.resumes.addresses import EMAIL
from app.engine.resumes.blocks import Block, blocks_of
from app.engine.resumes.confidence import with_confidence
from app.engine.resumes.contact import e164
from app.engine.resumes.credentials import CertificationReading
from app.engine.resumes.degrees import Studies, is_in_progress
from app.engine.resumes.education import DegreeReading
from app.engine.resumes.experience import JobReading, employment_of, leads_people
from app.engine.resumes.model import (
    Award,
    Certification,
    Claim,
    Contact,
    Degree,
    Job,
    Project,
    Publication,
    Resume,
    SpokenLanguage,
)
from app.engine.resumes.projects import ProjectReading
from app.engine.resumes.row import Row
from app.engine.resumes.sections import Section
from app.engine.resumes.skills import read_skills
from app.engine.resumes.structure import (
    STRUCTURED,
    Record,
    Structure,
    Value,
    date_of,
    period_of,
    structure_of,
)
from app.engine.resumes.vocabulary import HUMAN_LANGUAGES, SectionKind
from app.engine.taxonomy.taxonomy import Taxonomy
from app.engine.text import fold

Fact = TypeVar("Fact")

_PROGRESS = re.compile(r"\s*\((?:in progress|ongoing)\)$", re.IGNORECASE)
_TITLE_WORDS = 8
_OTHER_PARTS: tuple[tuple[str, SectionKind], ...] = (
    ("skills", "skills"), ("volunteer", "volunteering"), ("awards", "other"),
    ("publications", "other"), ("interests", "other"),
)  # fmt: skip
"""Parts whose lines only claim skills, as those of the same sections of other documents do."""


def read_structured(document: Document, taxonomy: Taxonomy) -> tuple[Resume, tuple[Section, ...]]:
    """The facts of a document that has fields, and its sections that list or claim skills."""
    found = structure_of(document)
    sections = _sections(found)
    jobs = _each(_job, found.records("work"))
    projects = _each(_project, found.records("projects"))
    studies = Studies(taxonomy)
    degrees = _each(lambda record: _degree(record, studies), found.records("education"))
    certificates = _each(_certificate, found.records("certificates"))
    contact = _contact(found)
    read = read_skills(sections, jobs, projects, degrees, certificates, contact, taxonomy)
    resume = Resume(
        contact=contact,
        skills=read.skills,
        projects=read.projects,
        experience=read.jobs,
        education=tuple(reading.degree for reading in degrees),
        certifications=tuple(reading.certification for reading in certificates),
        languages=_each(_language, found.records("languages")),
        publications=_each(_publication, found.records("publications")),
        awards=_each(_award, found.records("awards")),
        flags=(),
        confidence=0,
    )
    return replace(resume, skills=with_confidence(resume, taxonomy).skills), sections


def _each(read: Callable[[Record], Fact | None], records: Sequence[Record]) -> tuple[Fact, ...]:
    return tuple(fact for record in records if (fact := read(record)) is not None)


def _sections(found: Structure) -> tuple[Section, ...]:
    basics = next(iter(found.records("basics")), Record({}))
    texts: tuple[tuple[SectionKind, Value | None], ...] = (
        ("header", basics.one("label")),
        ("summary", basics.one("summary")),
    )
    told = [
        Section(kind, "", None, tuple(line for line, _, _ in value.places))
        for kind, value in texts
        if value is not None
    ]
    listed = [
        Section(kind, part.capitalize(), None, found.lines[part])
        for part, kind in _OTHER_PARTS
        if part in found.lines
    ]
    return (*told, *listed)


def _contact(found: Structure) -> Contact:
    basics = next(iter(found.records("basics")), Record({}))
    name, email = basics.one("name"), basics.one("email")
    urls = [record.url() for record in (basics, *found.records("profiles"))]
    return Contact(
        name=name.claim() if name else None,
        email=email.claim() if email and EMAIL.fullmatch(email.text) else None,
        phone=_phone(basics),
        location=_location(basics),
        links=tuple({url.text: url.claim() for url in urls if url is not None}.values()),
    )


def _phone(basics: Record) -> Claim | None:
    value = basics.one("phone")
    if value is None:
        return None
    number, confidence = e164(value.text, basics.text("location/countryCode"))
    return Claim(number, value.claim().sources, confidence) if number else None


def _location(basics: Record) -> Claim | None:
    """City, region and country as their line gives them; a mere address stands for them."""
    parts = [
        part
        for key in ("city", "region", "countryCode")
        if (part := basics.one(f"location/{key}")) is not None
    ]
    if not parts:
        address = basics.one("location/address")
        return address.claim() if address is not None else None
    line = parts[0].places[0][0]
    whole = Value(line.text, ((line, 0, len(line.text)),))
    return whole.claim()


def _said(record: Record, text: str) -> tuple[tuple[Row, ...], str]:
    """The rows of a text and of the highlights, and both as a description."""
    rows = [row for value in record.many(text) for row in value.rows()]
    items = [row for value in record.many("highlights") for row in value.rows(bullet=True)]
    told = ["\n".join(block.text for block in blocks_of(part)) for part in (rows, items) if part]
    return (*rows, *items), "\n\n".join(told)


def _job(record: Record) -> JobReading | None:
    role, company = record.one("position"), record.text("name")
    rows, description = _said(record, "summary")
    title = company or (role.text if role else None)
    if title is None:
        return None
    head = role.rows() if role else ()
    job = Job(
        company=company,
        role=role.text if role else None,
        period=period_of(record),
        employment=employment_of(f"{role.text if role else ''} {company or ''}", ""),
        description=description,
        skills=(),
        leads=leads_people(role.text if role else None, blocks_of(rows)),
        sources=record.sources("job", title, "name", "position", "location", "startDate"),
        confidence=STRUCTURED,
        location=record.text("location"),
    )
    return JobReading(job, (*head, *rows), title, frozenset(row.line.number for row in head))


def _project(record: Record) -> ProjectReading | None:
    rows, description = _said(record, "description")
    named = record.one("name") or record.one("entity")
    title = named.text if named else " ".join(description.split()[:_TITLE_WORDS])
    if not title:
        return None
    keywords = record.one("keywords")
    stack = _whole_lines(keywords) if keywords else ()
    head = named.rows() if named else ()
    opening = rows[:1] if named is None else ()
    project = Project(
        title=title,
        description=description,
        skills=(),
        sources=(
            *record.sources("project", title, "name", "startDate"),
            *(Block.of([row]).source("project", title, 0, len(row.text)) for row in opening),
        ),
        confidence=STRUCTURED,
        period=period_of(record),
        url=url.text if (url := record.url()) else None,
    )
    return ProjectReading(project, (*head, *stack, *rows))


def _whole_lines(first: Value) -> tuple[Row, ...]:
    """The line of a labelled list: its label says that it is one."""
    line = first.places[0][0]
    return (Row(line, line.text, 0, bullet=False, continues=False, dates=()),)


def _degree(record: Record, studies: Studies) -> DegreeReading | None:
    named, major = record.one("studyType"), record.one("area")
    school = record.text("institution")
    if named is None and major is None and school is None:
        return None
    degree = _PROGRESS.sub("", named.text) if named else None
    text = " in ".join(value.text for value in (named, major) if value is not None)
    naming = tuple(row for value in (named, major) if value for row in value.rows())
    start, end = date_of(record.text("startDate")), date_of(record.text("endDate"))
    title = school or degree or text
    is_open = end is None and (start is not None or is_in_progress(naming, None))
    courses = record.one("courses")
    mentions = studies.mentions(text)
    return DegreeReading(
        Degree(
            degree=degree,
            level=mentions[0].level if mentions else None,
            major=major.text if major else None,
            fields=studies.taxonomy.degree_fields(f"{text}\n{major.text if major else ''}"),
            institution=school,
            start=start,
            end=end,
            sources=record.sources(
                "education", title, "institution", "studyType", "area", "startDate", "endDate"
            ),
            confidence=STRUCTURED,
            in_progress=is_open,
        ),
        (*naming, *(_whole_lines(courses) if courses else ())),
        title,
    )


def _certificate(record: Record) -> CertificationReading | None:
    name, issuer = record.one("name"), record.one("issuer")
    if name is None:
        return None
    certification = Certification(
        name=name.text,
        issuer=issuer.text if issuer else None,
        date=date_of(record.text("date")),
        sources=record.sources("certification", name.text, "name", "issuer"),
        confidence=STRUCTURED,
    )
    return CertificationReading(certification, Block.of(name.rows()))


def _language(record: Record) -> SpokenLanguage | None:
    value = record.one("language")
    if value is None:
        return None
    name = HUMAN_LANGUAGES.get(fold(value.text), value.text)
    source = value.source("listed", "languages")
    return SpokenLanguage(name, (source,), STRUCTURED, record.text("fluency"))


def _publication(record: Record) -> Publication | None:
    title = record.text("name")
    if title is None:
        return None
    return Publication(
        title=title,
        publisher=record.text("publisher"),
        date=date_of(record.text("releaseDate")),
        sources=record.sources("listed", "publications", "name", "publisher", "releaseDate"),
        confidence=STRUCTURED,
        url=url.text if (url := record.url()) else None,
    )


def _award(record: Record) -> Award | None:
    title = record.text("title")
    if title is None:
        return None
    return Award(
        title=title,
        awarder=record.text("awarder"),
        date=date_of(record.text("date")),
        sources=record.sources("listed", "awards", "title", "awarder", "date"),
        confidence=STRUCTURED,
    )
