"""What the rules look at: the profile counted at one day, skills by name."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from app.engine.dates import count_months, month_of
from app.engine.resumes.model import HeldDegree, HeldSkill, Profile


@dataclass(frozen=True, slots=True)
class Facts:
    """A profile as of one day; ``months`` is the professional experience."""

    as_of: date
    months: int
    skills: Mapping[str, HeldSkill]
    degrees: tuple[HeldDegree, ...]
    leads: bool

    def months_of(self, skill: HeldSkill) -> int:
        """Months of one skill: as dated, or as stated up to the professional experience."""
        dated = count_months(skill.periods, self.as_of)
        return max(dated, min(skill.stated_months or 0, self.months))

    def is_finished(self, degree: HeldDegree) -> bool:
        """Whether the degree ends by ``as_of``; one without an end is taken to be finished."""
        return degree.end is None or degree.end.as_end <= month_of(self.as_of)


def facts_of(profile: Profile, as_of: date) -> Facts:
    """Count the profile at ``as_of``."""
    return Facts(
        as_of=as_of,
        months=count_months(profile.work, as_of),
        skills=by_name(profile.skills),
        degrees=profile.degrees,
        leads=profile.leads,
    )


def by_name(skills: Iterable[HeldSkill]) -> dict[str, HeldSkill]:
    """Skills by name; one that is listed twice has what both entries have."""
    named: dict[str, HeldSkill] = {}
    for skill in skills:
        earlier = named.get(skill.skill)
        named[skill.skill] = skill if earlier is None else _both(earlier, skill)
    return named


def _both(first: HeldSkill, second: HeldSkill) -> HeldSkill:
    lenders = [s.through for s in (first, second) if s.through is not None]
    return HeldSkill(
        skill=first.skill,
        demonstrated=first.demonstrated or second.demonstrated,
        in_projects=tuple(sorted({*first.in_projects, *second.in_projects})),
        periods=first.periods + second.periods,
        stated_months=max(first.stated_months or 0, second.stated_months or 0) or None,
        through=min(lenders) if len(lenders) == 2 else None,
        confidence=max(first.confidence, second.confidence),
    )
