"""What a job posting asks for, each part with its line, and what its quality rubric found."""

from dataclasses import dataclass
from typing import Literal

from app.engine.evidence import Source
from app.engine.taxonomy.model import DegreeLevel

Importance = Literal["required", "preferred"]
Arrangement = Literal["remote", "hybrid", "onsite"]
Employment = Literal["full_time", "part_time", "contract", "temporary", "internship"]
Visa = Literal["offered", "not_offered"]
RoleLevel = Literal["entry", "mid", "senior"]
SalaryPeriod = Literal["hour", "day", "week", "month", "year"]


@dataclass(frozen=True, slots=True)
class Slot:
    """One requirement, met by any skill of ``any_of``; ``months`` are asked of that skill."""

    any_of: tuple[str, ...]
    importance: Importance
    months: int | None = None
    sources: tuple[Source, ...] = ()

    @property
    def label(self) -> str:
        """``Python or Java``."""
        return " or ".join(self.any_of)


@dataclass(frozen=True, slots=True)
class MonthRange:
    """Experience asked, in months; None is an open end."""

    min: int | None
    max: int | None
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class EducationPath:
    """One of several ways in: this degree with this experience (months, None if not said)."""

    level: DegreeLevel | None
    min_months: int | None


@dataclass(frozen=True, slots=True)
class EducationAsked:
    """``fields`` are the families that the posting names; ``text`` is what it says.

    ``also_accepted`` are families that it takes without naming them: members of a named umbrella
    ("engineering"), neighbours where it says "or a related field".
    """

    text: str
    level: DegreeLevel | None
    fields: tuple[str, ...]
    or_equivalent: bool
    paths: tuple[EducationPath, ...] = ()
    sources: tuple[Source, ...] = ()
    also_accepted: tuple[str, ...] = ()

    @property
    def accepted_fields(self) -> tuple[str, ...]:
        """Every family that meets the posting, the named ones first."""
        return (*self.fields, *self.also_accepted)


@dataclass(frozen=True, slots=True)
class Salary:
    """Amounts in ``currency`` (ISO 4217) a ``period``; None where not said.

    Whole units are integers; only cents ("17.50 an hour") make a number with a fraction.
    """

    min: int | float | None
    max: int | float | None
    currency: str | None
    period: SalaryPeriod | None
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class Located:
    """A value of the posting with its lines."""

    value: str
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class Requirements:
    """Everything scoring needs of a posting, with ``level`` decided (policy §3.1)."""

    level: RoleLevel
    slots: tuple[Slot, ...]
    experience: MonthRange | None
    education: EducationAsked | None


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the quality rubric that applies."""

    code: str
    minus: int
    red_flag: bool
    line: int | None
    reason: str
    suggestion: str


@dataclass(frozen=True, slots=True)
class JobReading:
    """All that was read from one posting.

    ``unknown_skills`` are names among its requirements that the taxonomy does not know.
    """

    title: str
    requirements: Requirements
    location: Located | None
    arrangement: Arrangement | None
    salary: Salary | None
    findings: tuple[Finding, ...]
    quality_score: int
    quality_analysis: str
    arrangement_sources: tuple[Source, ...] = ()
    unknown_skills: tuple[str, ...] = ()
    employment: Located | None = None
    visa: Located | None = None
    benefits: tuple[Located, ...] = ()
