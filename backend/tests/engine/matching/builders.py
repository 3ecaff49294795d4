"""Profiles and postings for tests: each names only what the test is about."""

from datetime import date

from app.engine.dates import PartialDate, Period
from app.engine.jobs.model import (
    EducationAsked,
    EducationPath,
    Importance,
    MonthRange,
    Requirements,
    RoleLevel,
    Slot,
)
from app.engine.matching.model import PartScore, Score
from app.engine.matching.policy import PartName, builtin_policy
from app.engine.matching.score import score
from app.engine.resumes.model import HeldDegree, HeldSkill, Profile
from app.engine.taxonomy.model import DegreeLevel

AS_OF = date(2026, 11, 23)
POLICY = builtin_policy()
LONG_AGO = PartialDate(2015, 6)


def months(count: int, first_year: int = 1980) -> tuple[Period, ...]:
    """One period of ``count`` months from January of ``first_year``; none for 0."""
    if count == 0:
        return ()
    last = first_year * 12 + count - 1
    return (Period(PartialDate(first_year, 1), PartialDate(last // 12, last % 12 + 1)),)


def held(
    skill: str,
    *,
    demonstrated: bool = False,
    projects: tuple[int, ...] = (),
    dated: int = 0,
    stated: int | None = None,
    through: str | None = None,
) -> HeldSkill:
    shown = demonstrated or bool(projects)
    return HeldSkill(skill, shown, projects, months(dated), stated, through, 95)


def degree(
    level: DegreeLevel | None, *fields: str, end: PartialDate | None = LONG_AGO
) -> HeldDegree:
    return HeldDegree(level, fields, end)


def profile(
    *skills: HeldSkill | str,
    work: int | tuple[Period, ...] = 0,
    degrees: tuple[HeldDegree, ...] = (),
    projects: int = 0,
    leads: bool = False,
) -> Profile:
    return Profile(
        skills=tuple(held(s) if isinstance(s, str) else s for s in skills),
        work=months(work) if isinstance(work, int) else work,
        degrees=degrees,
        projects=projects,
        leads=leads,
    )


def slot(
    *any_of: str, importance: Importance = "required", months_asked: int | None = None
) -> Slot:
    return Slot(any_of, importance, months_asked)


def asks(
    level: DegreeLevel | None,
    *fields: str,
    or_equivalent: bool = False,
    paths: tuple[EducationPath, ...] = (),
) -> EducationAsked:
    return EducationAsked("as the posting says", level, fields, or_equivalent, paths)


def job(
    *required: Slot | str,
    prefers: tuple[Slot | str, ...] = (),
    level: RoleLevel = "mid",
    experience: tuple[int | None, int | None] | None = None,
    education: EducationAsked | None = None,
) -> Requirements:
    return Requirements(
        level=level,
        slots=(
            *(slot(s) if isinstance(s, str) else s for s in required),
            *(slot(s, importance="preferred") if isinstance(s, str) else s for s in prefers),
        ),
        experience=MonthRange(*experience) if experience else None,
        education=education,
    )


def scored(who: Profile, posting: Requirements, as_of: date = AS_OF) -> Score:
    return score(who, posting, POLICY, as_of)


def part(name: PartName, who: Profile, posting: Requirements, as_of: date = AS_OF) -> PartScore:
    found = scored(who, posting, as_of).part(name)
    assert found is not None
    return found
