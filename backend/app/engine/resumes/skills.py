"""The skills of a resume: every place that names one, its dated periods, and what they imply."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from app.engine.dates import Period
from app.engine.evidence import DEMONSTRATING_KINDS, Source, SourceKind, overlap
from app.engine.resumes.blocks import Block, blocks_of
from app.engine.resumes.credentials import CertificationReading
from app.engine.resumes.education import DegreeReading
from app.engine.resumes.experience import JobReading
from app.engine.resumes.mentions import read_mentions
from app.engine.resumes.model import Contact, Job, Project, SkillFact
from app.engine.resumes.projects import ProjectReading
from app.engine.resumes.row import Row
from app.engine.resumes.rows import rows_of
from app.engine.resumes.sections import Section
from app.engine.resumes.studies import is_coursework
from app.engine.taxonomy.taxonomy import Taxonomy

LEARNING = 50
"""How sure it is that a person has a skill that they only say they learn."""

_NOT_TOLD = 0
"""The confidence of a skill that is claimed; ``resumes/confidence.py`` tells it."""

_READ_ELSEWHERE = frozenset(
    {"experience", "projects", "education", "certifications", "languages", "references"}
)


@dataclass(slots=True)
class _Gathered:
    """What is known of one skill so far."""

    sources: list[Source] = field(default_factory=list)
    periods: list[Period] = field(default_factory=list)
    months: int | None = None
    is_claimed: bool = False


@dataclass(frozen=True, slots=True)
class SkillReading:
    """Facts of all skills, and jobs and projects with the skills their lines use."""

    skills: tuple[SkillFact, ...]
    jobs: tuple[Job, ...]
    projects: tuple[Project, ...]


class _Gatherer:
    """Collects mentions block by block, in reading order; not shared, not kept."""

    def __init__(self, taxonomy: Taxonomy, identity: Sequence[Source]) -> None:
        self._taxonomy = taxonomy
        self._identity = identity
        self.found: dict[str, _Gathered] = {}

    def add(
        self,
        blocks: Iterable[Block],
        kind: SourceKind,
        title: str,
        period: Period | None = None,
        *,
        listing: bool = False,
    ) -> tuple[str, ...]:
        """Note the skills of ``blocks``; returns those held, each once."""
        held: dict[str, None] = {}
        for block in blocks:
            for said in read_mentions(block.text, self._taxonomy, listing=listing):
                skill, learning = said.mention.skill, said.stance == "learning"
                place = block.source(
                    "listed" if learning else kind,
                    "" if learning else title,
                    said.mention.start,
                    said.mention.end,
                )
                if said.stance == "denied" or self._is_identity(place):
                    continue
                known = self.found.setdefault(skill, _Gathered())
                known.sources.append(place)
                if learning:
                    continue
                held[skill] = None
                known.is_claimed = True
                if period is not None and period not in known.periods:
                    known.periods.append(period)
                if said.months is not None:
                    known.months = max(known.months or 0, said.months)
        return tuple(held)

    def _is_identity(self, place: Source) -> bool:
        """Whether the words are part of the person's name or place, whatever they also name."""
        return any(overlap(place, named) for named in self._identity)


def read_skills(
    sections: Sequence[Section],
    jobs: Sequence[JobReading],
    projects: Sequence[ProjectReading],
    degrees: Sequence[DegreeReading],
    certifications: Sequence[CertificationReading],
    contact: Contact,
    taxonomy: Taxonomy,
) -> SkillReading:
    """Gather mentions from all parts of the resume, then lend what they imply.

    Words of the name and the place of ``contact`` are no skills: who is called Ruby Swift, or
    lives in Java, knows neither by that.
    """
    who = [claim for claim in (contact.name, contact.location) if claim is not None]
    gatherer = _Gatherer(taxonomy, [source for claim in who for source in claim.sources])
    read_jobs = tuple(
        replace(
            r.job,
            skills=gatherer.add(
                blocks_of(_without_employer(r)), "job", r.title, _dated(r.job.period)
            ),
        )
        for r in jobs
    )
    read_projects = tuple(
        replace(
            r.project,
            skills=gatherer.add(
                blocks_of(r.rows), "project", r.project.title, _dated(r.project.period)
            ),
        )
        for r in projects
    )
    _add_education(gatherer, degrees)
    for certificate in certifications:
        gatherer.add([certificate.block], "certification", certificate.certification.name)
    _add_lists(gatherer, sections, _lines_read(jobs, projects, degrees, certifications))
    return SkillReading(_facts(gatherer.found, taxonomy), read_jobs, read_projects)


def _dated(period: Period | None) -> Period | None:
    return period if period is not None and (period.is_current or period.end is not None) else None


def _without_employer(job: JobReading) -> tuple[Row, ...]:
    """The job's rows with the company's name in its head blanked: who pays is no skill."""
    company = job.job.company
    if company is None:
        return job.rows
    blank = " " * len(company)
    named = (row.line.number in job.head for row in job.rows)
    return tuple(
        replace(row, text=row.text.replace(company, blank, 1)) if is_head else row
        for row, is_head in zip(job.rows, named, strict=True)
    )


def _add_education(gatherer: _Gatherer, degrees: Sequence[DegreeReading]) -> None:
    for degree in degrees:
        courses = False
        for block in blocks_of(degree.rows):
            courses = is_coursework(block.rows[0]) or (courses and block.rows[0].bullet)
            kind: SourceKind = "course" if courses else "education"
            gatherer.add([block], kind, degree.title, listing=courses)


def _lines_read(
    jobs: Sequence[JobReading],
    projects: Sequence[ProjectReading],
    degrees: Sequence[DegreeReading],
    certifications: Sequence[CertificationReading],
) -> frozenset[int]:
    read: list[tuple[Row, ...]] = [job.rows for job in jobs]
    read += [project.rows for project in projects]
    read += [degree.rows for degree in degrees]
    read += [certificate.block.rows for certificate in certifications]
    rows = [row for group in read for row in group]
    return frozenset(row.line.number for row in rows)


def _add_lists(gatherer: _Gatherer, sections: Sequence[Section], already: frozenset[int]) -> None:
    """Lists, summaries and all other lines only claim; so do entries that could not be read."""
    for section in sections:
        if section.kind in {"languages", "references"}:
            continue
        lines = [line for line in section.lines if line.number not in already]
        kind: SourceKind = "course" if section.kind == "courses" else "listed"
        if section.kind in _READ_ELSEWHERE and not lines:
            continue
        listing = section.kind in {"skills", "courses"}
        title = section.title if kind == "course" else ""
        rows = section.rows if len(lines) == len(section.lines) else rows_of(lines)
        gatherer.add(blocks_of(rows), kind, title, listing=listing)


def _facts(found: dict[str, _Gathered], taxonomy: Taxonomy) -> tuple[SkillFact, ...]:
    """Named skills in order of their first place, then those that only follow from them."""
    named = {
        skill: SkillFact(
            skill=skill,
            sources=_in_order(known.sources),
            periods=tuple(known.periods),
            stated_months=known.months,
            confidence=_NOT_TOLD if known.is_claimed else LEARNING,
        )
        for skill, known in found.items()
    }
    facts = dict(named)
    for fact in named.values():
        for implied in taxonomy.implied(fact.skill):
            facts[implied] = _lent(facts.get(implied), implied, fact)
    return tuple(facts.values())


def _in_order(sources: Iterable[Source]) -> tuple[Source, ...]:
    """Each place of a title once, those that demonstrate first, else in reading order."""
    places: dict[tuple[str, str, tuple[int, ...]], Source] = {}
    for source in sources:
        places.setdefault((source.kind, source.title, source.lines), source)
    return tuple(sorted(places.values(), key=lambda s: s.kind not in DEMONSTRATING_KINDS))


def _lent(held: SkillFact | None, implied: str, lender: SkillFact) -> SkillFact:
    """The implied skill with the lender's evidence, periods and stated time added."""
    if held is None:
        return replace(lender, skill=implied, through=lender.skill)
    stated = [m for m in (held.stated_months, lender.stated_months) if m is not None]
    return replace(
        held,
        sources=_in_order((*held.sources, *lender.sources)),
        periods=tuple(dict.fromkeys((*held.periods, *lender.periods))),
        stated_months=max(stated, default=None),
        confidence=min(held.confidence, lender.confidence),  # claimed where one of them is
    )
