"""Facts of a resume, each with its sources, and the identity-free profile that is scored."""

from dataclasses import dataclass
from typing import Literal

from app.engine.dates import PartialDate, Period
from app.engine.documents.model import Flag
from app.engine.evidence import Source
from app.engine.taxonomy.model import DegreeLevel

Employment = Literal["work", "internship", "freelance"]


@dataclass(frozen=True, slots=True)
class Claim:
    """One value of the document; without a source it is unverified. Confidence is 0 to 100."""

    value: str
    sources: tuple[Source, ...]
    confidence: int


@dataclass(frozen=True, slots=True)
class Contact:
    """Who the resume is about; never part of a score. ``phone`` is E.164 where it can be read."""

    name: Claim | None = None
    email: Claim | None = None
    phone: Claim | None = None
    location: Claim | None = None
    links: tuple[Claim, ...] = ()


# Of jobs, projects, degrees and certificates read from lines, ``confidence`` is 0 until
# ``resumes/confidence.py`` has told it from the whole reading.


@dataclass(frozen=True, slots=True)
class Job:
    """One position held. ``skills`` are canonical names used in its lines."""

    company: str | None
    role: str | None
    period: Period | None
    employment: Employment
    description: str
    skills: tuple[str, ...]
    leads: bool
    sources: tuple[Source, ...]
    confidence: int = 0
    location: str | None = None


@dataclass(frozen=True, slots=True)
class Project:
    """One project, personal, academic or named within a job."""

    title: str
    description: str
    skills: tuple[str, ...]
    sources: tuple[Source, ...]
    confidence: int = 0
    period: Period | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Degree:
    """One course of education; ``fields`` are families of the taxonomy that its major is in.

    ``in_progress`` says that it is not finished though no date of its end is given.
    """

    degree: str | None
    level: DegreeLevel | None
    major: str | None
    fields: tuple[str, ...]
    institution: str | None
    start: PartialDate | None
    end: PartialDate | None
    sources: tuple[Source, ...]
    confidence: int = 0
    in_progress: bool = False


@dataclass(frozen=True, slots=True)
class Certification:
    """A certificate; ``date`` is when it was issued."""

    name: str
    issuer: str | None
    date: PartialDate | None
    sources: tuple[Source, ...]
    confidence: int = 0


@dataclass(frozen=True, slots=True)
class Publication:
    """A paper, article, talk or book; ``publisher`` is where it appeared."""

    title: str
    publisher: str | None
    date: PartialDate | None
    sources: tuple[Source, ...]
    confidence: int
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Award:
    """A prize, scholarship or honour; ``awarder`` is who gave it."""

    title: str
    awarder: str | None
    date: PartialDate | None
    sources: tuple[Source, ...]
    confidence: int


@dataclass(frozen=True, slots=True)
class SpokenLanguage(Claim):
    """A human language, by its English name; ``fluency`` is as written."""

    fluency: str | None = None


@dataclass(frozen=True, slots=True)
class SkillFact:
    """One canonical skill with every place that shows it.

    ``periods`` are the dated periods whose lines use the skill, ``stated_months`` what the text
    says ("5 years of Java"), ``through`` the skill whose evidence is lent by implication, if the
    skill itself is nowhere named.
    """

    skill: str
    sources: tuple[Source, ...]
    periods: tuple[Period, ...]
    stated_months: int | None
    confidence: int
    through: str | None = None


@dataclass(frozen=True, slots=True)
class Resume:
    """All that was read from one resume. ``confidence`` is of the whole document, 0 to 100.

    ``unknown_skills`` are items of its lists of skills that the taxonomy does not know.
    """

    contact: Contact
    skills: tuple[SkillFact, ...]
    projects: tuple[Project, ...]
    experience: tuple[Job, ...]
    education: tuple[Degree, ...]
    certifications: tuple[Certification, ...]
    languages: tuple[SpokenLanguage, ...]
    publications: tuple[Publication, ...]
    awards: tuple[Award, ...]
    flags: tuple[Flag, ...]
    confidence: int
    unknown_skills: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class HeldSkill:
    """What the scorer may know of one located skill."""

    skill: str
    demonstrated: bool
    in_projects: tuple[int, ...]
    periods: tuple[Period, ...]
    stated_months: int | None
    through: str | None
    confidence: int


@dataclass(frozen=True, slots=True)
class HeldDegree:
    """What the scorer may know of one located degree; ``end`` decides whether it is finished.

    One that is in progress without a known end is held without its level.
    """

    level: DegreeLevel | None
    fields: tuple[str, ...]
    end: PartialDate | None


@dataclass(frozen=True, slots=True)
class Profile:
    """The scorer's whole knowledge of a person: no field of it can carry identity.

    Only facts with a located line are in it. ``projects`` counts the projects that
    ``HeldSkill.in_projects`` points into; implied skills are listed in ``skills`` with ``through``.
    """

    skills: tuple[HeldSkill, ...]
    work: tuple[Period, ...]
    degrees: tuple[HeldDegree, ...]
    projects: int
    leads: bool
