"""The distinct cases of each rule, worked out once by the rule itself, as fractions of its part.

Nothing here knows what a rule says: each function feeds made-up candidates to the rule functions
and writes down what they give.
"""

from dataclasses import replace
from datetime import date
from fractions import Fraction
from functools import lru_cache

from app.engine.jobs.model import EducationAsked, Importance, MonthRange, RoleLevel, Slot
from app.engine.matching.education import Way, education_part
from app.engine.matching.experience import experience_part
from app.engine.matching.facts import Facts
from app.engine.matching.model import SlotResult
from app.engine.matching.policy import Policy
from app.engine.matching.skills import preferred_part, projects_part, required_part
from app.engine.resumes.model import HeldDegree
from app.engine.taxonomy.model import DegreeLevel

_SOME_DAY = date(2000, 1, 1)
_FIELD = "field"
LEVELS = max(DegreeLevel) + 1
"""Highest finished levels a candidate may have, none (0) among them."""


@lru_cache(maxsize=256)
def required_cases(slots: int, policy: Policy) -> tuple[tuple[Fraction, ...], ...]:
    """The fraction by [matched][demonstrated], demonstrated ≤ matched ≤ ``slots``."""
    return tuple(
        tuple(
            required_part([_slot("required", i < m, i < e) for i in range(slots)], policy).fraction
            for e in range(m + 1)
        )
        for m in range(slots + 1)
    )


@lru_cache(maxsize=256)
def preferred_cases(slots: int) -> tuple[Fraction, ...]:
    """The fraction by slots matched."""
    return tuple(
        preferred_part([_slot("preferred", i < m) for i in range(slots)]).fraction
        for m in range(slots + 1)
    )


@lru_cache(maxsize=256)
def project_cases(slots: int, policy: Policy) -> tuple[tuple[Fraction, ...], ...]:
    """The fraction by [slots shown][relevant projects], the latter up to those that are enough.

    No slot is shown without a project, so [0][1 …] and [1 …][0] never occur: they hold what
    [0][0] holds.
    """
    none = projects_part([_slot("required", False)] * slots, policy).fraction
    relevant = range(1, policy.enough_projects + 1)
    return (
        (none,) * (policy.enough_projects + 1),
        *(
            (none, *(_projects_shown(shown, slots, count, policy) for count in relevant))
            for shown in range(1, slots + 1)
        ),
    )


def _projects_shown(shown: int, slots: int, relevant: int, policy: Policy) -> Fraction:
    first = replace(_slot("required", True), in_projects=tuple(range(relevant)))
    others = [replace(_slot("required", True), in_projects=(0,))] * (shown - 1)
    rest = [_slot("required", False)] * (slots - shown)
    return projects_part([first, *others, *rest], policy).fraction


@lru_cache(maxsize=1024)
def experience_cases(
    asked: MonthRange | None, years: tuple[int, ...], cap: int, level: RoleLevel, policy: Policy
) -> tuple[tuple[Fraction, Fraction], ...]:
    """The fraction by months 0 … ``cap``, without and with leading.

    ``years`` are the months asked of skills; the made-up candidate has none of them.
    """
    slots = [_slot("required", False, asked=months) for months in years]
    return tuple(
        (
            experience_part(_facts(months), asked, slots, level, policy).fraction,
            experience_part(_facts(months, leads=True), asked, slots, level, policy).fraction,
        )
        for months in range(cap + 1)
    )


@lru_cache(maxsize=1024)
def skill_month_cases(asked: int, of: int, in_range: bool, policy: Policy) -> tuple[Fraction, ...]:
    """What 0 … ``asked`` months of one of ``of`` skills with years add to experience.

    ``in_range`` says whether a range of experience is asked beside them.
    """
    months_range = MonthRange(1, None) if in_range else None
    others = [_slot("required", False, asked=1)] * (of - 1)

    def earned(months: int) -> Fraction:
        slot = replace(_slot("required", True, asked=asked), months=months, months_skill="skill")
        return experience_part(_facts(0), months_range, [slot, *others], "entry", policy).fraction

    nothing = earned(0)
    return tuple(earned(months) - nothing for months in range(asked + 1))


def education_cases(
    asked: EducationAsked | None, way: Way, policy: Policy
) -> tuple[tuple[tuple[Fraction, Fraction], ...], ...]:
    """The fraction by [months enough to stand for the degree][level finished][field matched]."""
    plain = None
    if asked is not None:
        plain = replace(
            asked,
            text="",
            sources=(),
            paths=(),
            fields=(_FIELD,) if asked.fields else (),
            also_accepted=(),
        )
    months = None if way.months is None else replace(way.months, sources=())
    return _education_cases(plain, replace(way, months=months), policy)


@lru_cache(maxsize=1024)
def _education_cases(
    asked: EducationAsked | None, way: Way, policy: Policy
) -> tuple[tuple[tuple[Fraction, Fraction], ...], ...]:
    needed = way.equivalent_months(policy)

    def earned(months: int, level: int, fields: tuple[str, ...]) -> Fraction:
        degree = HeldDegree(DegreeLevel(level) if level else None, fields, None)
        facts = _facts(months, degrees=(degree,))
        return education_part(facts, asked, way, policy).fraction

    return tuple(
        tuple((earned(m, level, ()), earned(m, level, (_FIELD,))) for level in range(LEVELS))
        for m in (needed - 1, needed)
    )


def _slot(
    importance: Importance, matched: bool, demonstrated: bool = False, asked: int | None = None
) -> SlotResult:
    name = "skill" if matched else None
    return SlotResult(Slot(("skill",), importance, asked), name, None, demonstrated, 0, name, ())


def _facts(months: int, *, leads: bool = False, degrees: tuple[HeldDegree, ...] = ()) -> Facts:
    return Facts(_SOME_DAY, months, {}, degrees, leads)
