"""One candidate as plain integers: what the rules look at, counted at the month of ``as_of``."""

from dataclasses import dataclass
from datetime import date

from app.engine.matching.facts import Facts, facts_of
from app.engine.resumes.model import Profile


@dataclass(frozen=True, slots=True)
class HeldCount:
    """One held skill: ``projects`` has a bit for each project that shows it, of any number."""

    demonstrated: bool
    projects: int
    months: int


@dataclass(frozen=True, slots=True)
class Row:
    """A candidate: ``level`` is the highest finished degree level, 0 where there is none.

    Projects are numbered anew, by those that show a skill; ``months`` is professional experience.
    """

    months: int
    leads: bool
    level: int
    fields: tuple[str, ...]
    skills: dict[str, HeldCount]


def row_of(profile: Profile, as_of: date) -> Row:
    """Count ``profile`` at ``as_of`` with the rules' own :class:`Facts`; exact for any profile."""
    facts = facts_of(profile, as_of)
    shown = sorted({number for held in facts.skills.values() for number in held.in_projects})
    bits = {number: 1 << bit for bit, number in enumerate(shown)}
    return Row(
        months=facts.months,
        leads=facts.leads,
        level=_finished_level(facts),
        fields=tuple(sorted({field for degree in facts.degrees for field in degree.fields})),
        skills={
            name: HeldCount(
                held.demonstrated,
                sum(bits[number] for number in set(held.in_projects)),
                facts.months_of(held),
            )
            for name, held in facts.skills.items()
        },
    )


def _finished_level(facts: Facts) -> int:
    levels = (d.level for d in facts.degrees if d.level is not None and facts.is_finished(d))
    return max(levels, default=0)
