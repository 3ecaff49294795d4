"""One version of a job as integer tables: every part's cases over a common denominator."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, lcm
from typing import Any

import numpy as np
import numpy.typing as npt

from app.engine.jobs.model import Requirements, Slot
from app.engine.matching.batch import cases
from app.engine.matching.education import Way, ways_in
from app.engine.matching.experience import asks_range
from app.engine.matching.policy import FULL_SCORE, Policy
from app.engine.matching.slots import normalise_slots

Table = npt.NDArray[Any]
"""Integers: int32, int64, or Python's own (dtype object)."""

LEVEL_SHIFT, LEADS_SHIFT, MONTHS_SHIFT = 1, 4, 5
STANDINGS = 1 << MONTHS_SHIFT
"""A standing is months << 5 | leads << 4 | finished level << 1 | field matched."""

NARROW = 15
"""Most required slots that two halves of a byte can count (matched, demonstrated)."""

_LEVELS = 1 << (LEADS_SHIFT - LEVEL_SHIFT)


@dataclass(frozen=True, slots=True)
class WayTable:
    """One way in of a job that asks years of skills.

    The way earns ``min(full, experience[standing] + Σ skill_months[i][months]) +
    education[standing]``; months beyond the end of a table count as its last.
    """

    experience: Table
    education: Table
    skill_months: tuple[Table, ...]
    full: int


@dataclass(frozen=True, slots=True)
class JobTables:
    """What one job version gives for every case, as numerators over ``denominator``.

    The score is ``skills[matched + demonstrated * stride_demonstrated + preferred *
    stride_preferred]``, plus ``standing[standing]`` or, where years of skills are asked, the best
    of ``ways``, plus ``projects[shown][min(relevant, enough)]`` where the level has projects.
    Standings go up to ``months_cap``; more months count as that many. ``denominator`` 0 is a job
    that asks for no skill and has no score.
    """

    denominator: int
    required: tuple[tuple[str, ...], ...]
    preferred: tuple[tuple[str, ...], ...]
    years: tuple[int, ...]
    fields: tuple[str, ...]
    months_cap: int
    stride_demonstrated: int
    stride_preferred: int
    skills: Table
    standing: Table
    ways: tuple[WayTable, ...]
    projects: Table | None

    @property
    def has_score(self) -> bool:
        """Whether the job asks for any skill; one that does not has no score."""
        return self.denominator > 0

    @property
    def enough_projects(self) -> int:
        """Relevant projects beyond this many count no more; 0 where projects are not scored."""
        return 0 if self.projects is None else self.projects.shape[1] - 1

    @property
    def slots(self) -> tuple[tuple[str, ...], ...]:
        """All slots, the required ones first; ``years`` are numbers into them."""
        return self.required + self.preferred

    def exact(self, numerator: int) -> Fraction:
        """The exact score of a numerator."""
        return Fraction(int(numerator), self.denominator)

    def points(self, numerators: Table) -> Table:
        """Whole points of numerators, a half rounded up; −1 (no candidate) stays −1."""
        rounded = (numerators + self.denominator // 2) // self.denominator
        return np.where(numerators < 0, numerators, rounded)


def job_tables(requirements: Requirements, policy: Policy) -> JobTables:
    """Tabulate a job version; the caller keeps what it gets for as long as the version lasts.

    The tables are int32 while 100 × the denominator fits with room for rounding, int64 while
    that fits, and else hold Python's integers: exact all the same, only slow.
    """
    slots = normalise_slots(requirements.slots)
    required = [slot for slot in slots if slot.importance == "required"]
    preferred = [slot for slot in slots if slot.importance == "preferred"]
    drafts = _Drafts(requirements, policy, required, len(preferred), len(slots))
    denominator = lcm(*(value.denominator for value in drafts.values())) if slots else 0
    scale = _Scale(denominator or 1)
    stride = 16 if len(required) <= NARROW else len(required) + 1
    ways = [scale.way(way) for way in drafts.ways]
    years = tuple(number for number, slot in enumerate(required) if slot.months)
    asked = requirements.education
    return JobTables(
        denominator=denominator,
        required=tuple(slot.any_of for slot in required),
        preferred=tuple(slot.any_of for slot in preferred),
        years=years,
        fields=asked.accepted_fields if asked and asked.fields else (),
        months_cap=drafts.cap,
        stride_demonstrated=stride,
        stride_preferred=stride * stride,
        skills=scale.skills(drafts.required, drafts.preferred, stride),
        standing=np.maximum.reduce([way.experience + way.education for way in ways]),
        ways=tuple(ways) if years else (),
        projects=scale.table(drafts.projects) if drafts.projects else None,
    )


@dataclass(frozen=True, slots=True)
class _WayDraft:
    """Points of one way, as fractions: by [months][leads], [enough][level][field], [i][months]."""

    experience: list[list[Fraction]]
    education: list[list[list[Fraction]]]
    needed: int
    skill_months: list[list[Fraction]]
    full: int


class _Drafts:
    """Every case of a job in points, as fractions, before they share a denominator."""

    def __init__(
        self,
        requirements: Requirements,
        policy: Policy,
        required: Sequence[Slot],
        preferred: int,
        slots: int,
    ) -> None:
        points = policy.points(requirements.level)
        ways = ways_in(requirements)
        self.cap = max(_months_cap(way, policy) for way in ways)
        self.required = _times(points.required, cases.required_cases(len(required), policy))
        self.preferred = _times(points.preferred, cases.preferred_cases(preferred))
        self.projects = (
            _times(points.projects, cases.project_cases(slots, policy))
            if points.projects and slots
            else []
        )
        years = tuple(slot.months for slot in required if slot.months)
        self.ways = [self._way(way, years, requirements, policy) for way in ways]

    def _way(
        self, way: Way, years: tuple[int, ...], requirements: Requirements, policy: Policy
    ) -> _WayDraft:
        points = policy.points(requirements.level)
        asked = way.months if asks_range(way.months) else None
        experience = cases.experience_cases(asked, years, self.cap, requirements.level, policy)
        skill_months = [
            cases.skill_month_cases(months, len(years), asked is not None, policy)
            for months in years
        ]
        education = cases.education_cases(requirements.education, way, policy)
        return _WayDraft(
            experience=_times(points.experience, experience),
            education=_times(points.education, education),
            needed=way.equivalent_months(policy),
            skill_months=_times(points.experience, skill_months),
            full=points.experience,
        )

    def values(self) -> Iterator[Fraction]:
        """Every value that the denominator must hold."""
        yield from _leaves((self.required, self.preferred, self.projects))
        for way in self.ways:
            yield from _leaves((way.experience, way.education, way.skill_months))


class _Scale:
    """Turns fractions of points into integers over a denominator."""

    def __init__(self, denominator: int) -> None:
        self._denominator = denominator
        largest = (FULL_SCORE + 1) * denominator
        fits = [t for t in (np.int32, np.int64) if largest <= np.iinfo(t).max]
        self._type: Any = fits[0] if fits else object

    def table(self, values: Any) -> Table:
        """A table of the same shape."""
        return np.array(_scaled(values, self._denominator), dtype=self._type)

    def skills(
        self, required: Sequence[Sequence[Fraction]], preferred: Sequence[Fraction], stride: int
    ) -> Table:
        """Required and preferred together; cases that cannot be are 0."""
        both = np.zeros((len(preferred), stride, stride), dtype=self._type)
        for matched, row in enumerate(required):
            both[:, : len(row), matched] = self.table(row)
        both += self.table(preferred)[:, None, None]
        return both.ravel()

    def way(self, draft: _WayDraft) -> WayTable:
        """The tables of one way, by standing."""
        experience, education = self.table(draft.experience), self.table(draft.education)
        enough = (np.arange(len(experience)) >= draft.needed).astype(np.intp)
        levels = np.minimum(np.arange(_LEVELS), cases.LEVELS - 1)
        shape = (len(experience), 2, _LEVELS, 2)
        return WayTable(
            experience=np.broadcast_to(experience[:, :, None, None], shape).ravel(),
            education=np.broadcast_to(education[enough][:, None, levels], shape).ravel(),
            skill_months=tuple(self.table(row) for row in draft.skill_months),
            full=draft.full * self._denominator,
        )


def _months_cap(way: Way, policy: Policy) -> int:
    """Months from which on neither experience nor what stands for a degree changes."""
    low = (way.months.min if way.months else None) or 0
    high = (way.months.max if way.months else None) or 0
    above = high + ceil(policy.over_range_cap * policy.over_range_months)
    return max(low, above, way.equivalent_months(policy))


def _times(points: int, values: Any) -> Any:
    """Nested fractions of a part as points."""
    return points * values if isinstance(values, Fraction) else [_times(points, v) for v in values]


def _scaled(values: Any, denominator: int) -> Any:
    if isinstance(values, Fraction):
        return values.numerator * (denominator // values.denominator)
    return [_scaled(value, denominator) for value in values]


def _leaves(values: Any) -> Iterator[Fraction]:
    if isinstance(values, Fraction):
        yield values
    else:
        for value in values:
            yield from _leaves(value)
