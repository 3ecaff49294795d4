"""Jobs of a resume: company, role, dates, place, kind of employment, what was done."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.engine.evidence import Source
from app.engine.resumes.addresses import has_email
from app.engine.resumes.blocks import Block, blocks_of, source_of
from app.engine.resumes.entries import Entry, dated_entries, names_job
from app.engine.resumes.forms import form_entries, is_column_heads, without_labels
from app.engine.resumes.heads import Part
from app.engine.resumes.jobheads import Head, read_heads, with_company_as_unit
from app.engine.resumes.model import Employment, Job
from app.engine.resumes.roles import company_weight, names_role, role_weight
from app.engine.resumes.row import Row
from app.engine.resumes.sections import Section
from app.engine.resumes.vocabulary import (
    FREELANCE_WORDS,
    LEADING_WORDS,
    MANAGED_THINGS,
    TRAINING_WORDS,
)
from app.engine.text import fold

_LED = re.compile(
    r"\b(?:led|lead|leading|managed|managing|manage|mentored|mentoring|mentor|supervised|supervising"
    r"|supervise|headed|directed|coached|coaching|oversaw|line-managed|encadr\w+|geleitet|leitung"
    r"|führung|fachliche leitung|dirig\w+|coordinated)\b[^.;]{0,60}?"
    r"\b(?:teams?|engineers?|developers?|people|persons|staff|interns?|juniors?|employees?|students?"
    r"|members?|reports|analysts?|designers?|mentees?|équipe|personnes|équipes|mitarbeiter\w*"
    r"|entwickler\w*|equipo|personas|squad|squads|peers|colleagues|volunteers|hires?|testers?)\b",
    re.IGNORECASE,
)
_NEGATED_LEAD = re.compile(r"\b(?:reported to|under|assisted)\b", re.IGNORECASE)
_RUN_IN_WORDS = 5
_NEXT_SENTENCE = re.compile(r"(?<=[^\W_]{2})\.\s+(?=[^\W\d_a-z])")
_WORDS = re.compile(r"[^\W\d_][\w-]*")


@dataclass(frozen=True, slots=True)
class JobReading:
    """A job with the rows it was read from: those show its skills. ``head`` are line numbers."""

    job: Job
    rows: tuple[Row, ...]
    title: str
    head: frozenset[int]


def read_experience(sections: Sequence[Section]) -> tuple[JobReading, ...]:
    """All jobs in reading order; education, projects and volunteering are no jobs."""
    entries: list[tuple[Entry, Section, Head | None]] = []
    for section in sections:
        if section.kind == "experience":
            entries += _entries_of(section)
    heads = _heads_of([(entry, head) for entry, _, head in entries])
    readings: list[JobReading] = []
    umbrella: Part | None = None
    for at, (entry, section, _) in enumerate(entries):
        head = heads[at]
        whole = _umbrella(entry, head, heads[at + 1]) if at + 1 < len(heads) else None
        if whole is not None:
            umbrella = whole.company
            heads[at + 1 :] = _under(whole, heads[at + 1 :])
            continue
        if head.company is not None:
            umbrella = head.company if _stands_above(head) else None
        elif umbrella is not None and head.role is not None:
            head = replace(head, company=umbrella)
        reading = _reading(entry, head, section)
        if reading is not None:
            readings.append(reading)
    return tuple(readings)


def _entries_of(section: Section) -> list[tuple[Entry, Section, Head | None]]:
    """The entries of a section, with the heads of those that labels tell."""
    rows = _job_rows(section)
    if labelled := form_entries(rows):
        return [(entry, section, head) for entry, head in labelled]
    return [(entry, section, None) for entry in dated_entries(without_labels(rows))]


def _heads_of(entries: Sequence[tuple[Entry, Head | None]]) -> list[Head]:
    unread = iter(read_heads([entry.head for entry, head in entries if head is None]))
    return [head or next(unread) for _, head in entries]


def _job_rows(section: Section) -> tuple[Row, ...]:
    """The section's rows: run-in heads cut from their text, a line of addresses at the end off."""
    rows: list[Row] = []
    for row in section.rows:
        if not is_column_heads(row):
            rows += _run_in_head(row, after_date=_is_date_without_head(rows))
    while rows and has_email(rows[-1].text):
        rows.pop()
    if not any(row.has_edge_date and not row.bullet for row in rows):
        rows = [replace(row, bullet=False) if _is_listed_job(row) else row for row in rows]
    return tuple(rows)


def _is_listed_job(row: Row) -> bool:
    """A job that is an item of a list, among items of what was done."""
    found = row.edge_date
    return row.bullet and found is not None and found.is_range and names_role(row.text)


def _run_in_head(row: Row, *, after_date: bool) -> tuple[Row, ...]:
    """``Web Designer 2001-2004 Made the pages``: the role and its time, then the text itself.

    The date may also stand before it: ``2001-2004`` above ``Web Designer, Acme. Made the pages``.
    """
    if row.bullet or row.continues or row.has_edge_date:
        return (row,)
    found = next((found for found in row.dates if found.is_range), None)
    sentence = _NEXT_SENTENCE.search(row.text) if after_date else None
    if found is not None:
        end = found.end
        names = row.text[: found.start].rstrip(" ,(|–-")
    elif sentence is not None:
        end = sentence.start()
        names = row.text[:end]
    else:
        return (row,)
    rest = row.text[end:].lstrip(" ).:,–-")
    if not names_role(names) or (found is not None and len(rest.split()) < _RUN_IN_WORDS):
        return (row,)
    dates = (found,) if found is not None else ()
    head = replace(row, text=row.text[:end], dates=dates, paragraph=False)
    offset = row.offset + len(row.text) - len(rest)
    return head, Row(row.line, rest, offset, False, False, (), paragraph=True)


def _is_date_without_head(rows: Sequence[Row]) -> bool:
    """Whether the last row is a date alone, below no head that it could be of."""
    if not rows or not any(f.start == 0 and f.end == len(rows[-1].text) for f in rows[-1].dates):
        return False
    return len(rows) == 1 or not names_job(rows[-2])


def _umbrella(entry: Entry, head: Head, following: Head) -> Head | None:
    """A company with its whole time, above the roles held there one after the other."""
    if entry.body or following.role is None:
        return None
    if head.role is not None:  # one name alone, taken for a role since roles stand there
        is_name = head.company is None and not role_weight(head.role.text)
        if not is_name or not _is_within(following, head):
            return None
        head = replace(head, company=head.role, role=None)
    if head.company is None:
        return None
    return head if following.company is None or _is_part_of(following, head) else None


def _is_part_of(head: Head, umbrella: Head) -> bool:
    """Whether a head is of a role held within the time of the company above it.

    What then follows the role on its row is a unit: ``Team Leader, Deposits``.
    """
    if head.role is None or head.company is None or head.company.row is not head.role.row:
        return False
    return not company_weight(head.company.text) and _is_within(head, umbrella)


def _is_within(head: Head, umbrella: Head) -> bool:
    if head.period is None or umbrella.period is None:
        return False
    inner, outer = head.period.period, umbrella.period.period
    ends_within = outer.end is None or (
        inner.end is not None and inner.end.as_end <= outer.end.as_end
    )
    return inner.start.as_start >= outer.start.as_start and ends_within


def _under(umbrella: Head, heads: Sequence[Head]) -> list[Head]:
    """The heads below a company with its whole time, units put back to their roles."""
    below: list[Head] = []
    for at, head in enumerate(heads):
        if head.role is None or (head.company is not None and not _is_part_of(head, umbrella)):
            return [*below, *heads[at:]]
        below.append(with_company_as_unit(head) if head.company is not None else head)
    return below


def _stands_above(head: Head) -> bool:
    """Whether the company has a row above the role's: further roles there may go without it."""
    if head.company is None or head.role is None:
        return False
    return head.company.row.line.number < head.role.row.line.number


def _reading(entry: Entry, head: Head, section: Section) -> JobReading | None:
    if head.company is None and head.role is None and head.period is None:
        return None
    company = head.company.text if head.company else None
    role = head.role.text if head.role else None
    if company is None and role is None:
        return None
    title = company or role or ""
    head_words = " ".join(part.text for part in (head.role, head.company, *head.extra) if part)
    body = blocks_of(entry.body)
    job = Job(
        company=company,
        role=role,
        period=head.period.period if head.period else None,
        employment=employment_of(head_words, section.title),
        description="\n".join(block.text for block in body),
        skills=(),
        leads=leads_people(role, body),
        sources=_sources(title, head),
        location=head.place.text if head.place else None,
    )
    lines = frozenset(row.line.number for row in entry.head)
    return JobReading(job, entry.head + entry.body, title, lines)


def _sources(title: str, head: Head) -> tuple[Source, ...]:
    """Where company, role, place and dates stand."""
    sources = [part_source(title, part) for part in (head.company, head.role, head.place) if part]
    if head.period is not None and head.period_row is not None:
        row, found = head.period_row, head.period
        span = (found.start + row.offset, found.end + row.offset)
        sources.append(source_of("job", title, [row.line], span))
    return tuple(dict.fromkeys(sources))


def part_source(title: str, part: Part) -> Source:
    """Where a part of a head stands."""
    at = part.row.line.text.find(part.text)
    span = (at, at + len(part.text)) if at >= 0 else None
    return source_of("job", title, [part.row.line], span)


def employment_of(head_words: str, heading: str) -> Employment:
    """The kind of employment, by words of the entry's head or of the heading above it."""
    words = frozenset(fold(word) for word in _WORDS.findall(head_words))
    section = frozenset(fold(word) for word in _WORDS.findall(heading))
    only_training = section & TRAINING_WORDS and section <= TRAINING_WORDS | {"experience"}
    if words & TRAINING_WORDS or only_training:
        return "internship"
    return "freelance" if (words | section) & FREELANCE_WORDS else "work"


def leads_people(role: str | None, body: Sequence[Block]) -> bool:
    """Whether a title leads, or a line says that people were led."""
    if role is not None and _leads_by_title(role):
        return True
    return any(_LED.search(block.text) and not _NEGATED_LEAD.search(block.text) for block in body)


def _leads_by_title(role: str) -> bool:
    words = [fold(word) for word in _WORDS.findall(role)]
    if any(word in LEADING_WORDS for word in words):
        return not any(word in {"generation", "assistant"} for word in words)
    return any(
        word == "manager" and (k == 0 or words[k - 1] not in MANAGED_THINGS)
        for k, word in enumerate(words)
    )
