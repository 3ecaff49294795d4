"""What could change in a profile, and the profile after it: the seed of every what-if.

A change names the state it reaches ("24 months of Java"), so that making it twice, or several in
any order, ends in the same profile. ``AddProjects`` and ``AddDegree`` add another each time.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from app.engine.dates import PartialDate, Period, count_months, month_of
from app.engine.matching.facts import by_name
from app.engine.resumes.model import HeldDegree, HeldSkill, Profile
from app.engine.taxonomy.model import DegreeLevel

CERTAIN = 100


@dataclass(frozen=True, slots=True)
class HoldSkill:
    """The skill is in the resume, and nothing more is known of it."""

    skill: str


@dataclass(frozen=True, slots=True)
class DemonstrateSkill:
    """A line of a job or a project shows the skill; no project is added."""

    skill: str


@dataclass(frozen=True, slots=True)
class ReachSkillMonths:
    """The skill has at least so many dated months."""

    skill: str
    months: int


@dataclass(frozen=True, slots=True)
class AddProjects:
    """So many new projects, each of which shows the skill."""

    skill: str
    count: int = 1


@dataclass(frozen=True, slots=True)
class ReachExperience:
    """At least so many months of professional experience."""

    months: int


@dataclass(frozen=True, slots=True)
class AddDegree:
    """A finished degree of this level, in these fields."""

    level: DegreeLevel | None
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FinishDegrees:
    """Degrees that end after the day are finished by it."""


@dataclass(frozen=True, slots=True)
class Lead:
    """A line that led, managed or mentored people."""


Change = (
    HoldSkill
    | DemonstrateSkill
    | ReachSkillMonths
    | AddProjects
    | ReachExperience
    | AddDegree
    | FinishDegrees
    | Lead
)


def changed(profile: Profile, changes: Iterable[Change], as_of: date) -> Profile:
    """The profile after ``changes``, as it would be on the day ``as_of``."""
    for change in changes:
        profile = _changed(profile, change, as_of)
    return profile


def _changed(profile: Profile, change: Change, as_of: date) -> Profile:
    match change:
        case HoldSkill(skill):
            return _with_skill(profile, _blank(skill))
        case DemonstrateSkill(skill):
            return _with_skill(profile, replace(_blank(skill), demonstrated=True))
        case ReachSkillMonths(skill, months):
            return _with_skill_months(profile, skill, months, as_of)
        case AddProjects(skill, count):
            return _with_projects(profile, skill, count)
        case ReachExperience(months):
            missing = months - count_months(profile.work, as_of)
            return replace(profile, work=profile.work + _earlier(profile, missing, as_of))
        case AddDegree(level, fields):
            degree = HeldDegree(level=level, fields=fields, end=None)
            return replace(profile, degrees=(*profile.degrees, degree))
        case FinishDegrees():
            return _with_finished_degrees(profile, as_of)
        case Lead():
            return replace(profile, leads=True)


def _blank(skill: str) -> HeldSkill:
    return HeldSkill(skill, False, (), (), None, None, CERTAIN)


def _with_skill(profile: Profile, held: HeldSkill) -> Profile:
    return replace(profile, skills=tuple(by_name((*profile.skills, held)).values()))


def _with_skill_months(profile: Profile, skill: str, months: int, as_of: date) -> Profile:
    held = by_name(profile.skills).get(skill) or _blank(skill)
    missing = months - count_months(held.periods, as_of)
    return _with_skill(profile, replace(_blank(skill), periods=_earlier(profile, missing, as_of)))


def _with_projects(profile: Profile, skill: str, count: int) -> Profile:
    numbers = tuple(range(profile.projects, profile.projects + count))
    shown = replace(_blank(skill), demonstrated=True, in_projects=numbers)
    return replace(_with_skill(profile, shown), projects=profile.projects + count)


def _with_finished_degrees(profile: Profile, as_of: date) -> Profile:
    today = PartialDate(as_of.year, as_of.month)
    degrees = tuple(
        replace(d, end=today) if d.end is not None and d.end.as_end > month_of(as_of) else d
        for d in profile.degrees
    )
    return replace(profile, degrees=degrees)


def _earlier(profile: Profile, months: int, as_of: date) -> tuple[Period, ...]:
    """A period of ``months`` before everything in the profile, so that it overlaps nothing."""
    if months <= 0:
        return ()
    dated = [*profile.work, *(period for skill in profile.skills for period in skill.periods)]
    firsts = [span[0] for period in dated if (span := period.months(as_of)) is not None]
    end = min(firsts, default=month_of(as_of) + 1) - 1
    return (Period(_date(end - months + 1), _date(end)),)


def _date(month: int) -> PartialDate:
    return PartialDate(month // 12, month % 12 + 1)
