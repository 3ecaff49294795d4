"""Profiles and postings from a seed, quick to make, with every branch of the policy often met.

Hypothesis finds and shrinks; this makes the volume. Populations are small worlds: few skills and
round numbers, so that boundaries are hit exactly.
"""

import random
from collections.abc import Iterator

from app.engine.dates import PartialDate, Period
from app.engine.jobs.model import EducationAsked, EducationPath, MonthRange, Requirements, Slot
from app.engine.matching.model import Score
from app.engine.resumes.model import HeldDegree, HeldSkill, Profile
from app.engine.taxonomy.model import DegreeLevel
from tests.engine.matching.builders import AS_OF

SKILLS = tuple(f"skill {number}" for number in range(24))
FIELDS = ("computing", "mathematics", "biology", "business")
MONTHS_ASKED = (6, 12, 18, 24, 30, 36, 48, 60, 84, 96, 120)
LEVELS = ("entry", "mid", "senior")
THIS_MONTH = AS_OF.year * 12 + AS_OF.month - 1


def profiles(seed: int, count: int) -> list[Profile]:
    """``count`` people, the same for the same seed."""
    chance = random.Random(f"profiles {seed}")  # noqa: S311 - no secret
    return [_profile(chance) for _ in range(count)]


def postings(seed: int, count: int) -> list[Requirements]:
    """``count`` postings of all levels in turn, the same for the same seed."""
    chance = random.Random(f"postings {seed}")  # noqa: S311 - no secret
    return [_posting(chance, LEVELS[number % 3]) for number in range(count)]


def _date(month: int, chance: random.Random) -> PartialDate:
    return PartialDate(month // 12, None if chance.random() < 0.1 else month % 12 + 1)


def _periods(chance: random.Random, most: int) -> tuple[Period, ...]:
    found = []
    for _ in range(chance.randint(0, most)):
        last = THIS_MONTH - chance.randint(-2, 120)
        first = last - chance.choice((0, 2, 5, 11, 17, 23, 35, 59, 95))
        current = chance.random() < 0.2
        end = None if current else _date(last, chance)
        found.append(Period(_date(first, chance), end, current))
    return tuple(found)


def _held(chance: random.Random, skill: str, projects: int) -> HeldSkill:
    shown = tuple(number for number in range(projects) if chance.random() < 0.25)
    return HeldSkill(
        skill=skill,
        demonstrated=bool(shown) or chance.random() < 0.5,
        in_projects=shown,
        periods=_periods(chance, 2),
        stated_months=chance.choice((None, None, None, 12, 36, 60)),
        through=chance.choice((None, None, None, *SKILLS[:2])),
        confidence=chance.randint(40, 100),
    )


def _profile(chance: random.Random) -> Profile:
    projects = chance.randint(0, 5)
    names = chance.sample(SKILLS, chance.choice((0, 2, 4, 8, 12, 20)))
    return Profile(
        skills=tuple(_held(chance, name, projects) for name in names),
        work=_periods(chance, 4),
        degrees=tuple(
            HeldDegree(
                chance.choice((None, *DegreeLevel)),
                tuple(chance.sample(FIELDS, chance.randint(0, 2))),
                chance.choice((None, _date(THIS_MONTH + chance.randint(-60, 24), chance))),
            )
            for _ in range(chance.randint(0, 2))
        ),
        projects=projects,
        leads=chance.random() < 0.4,
    )


def _slot(chance: random.Random, importance: str) -> Slot:
    options = chance.choice((1, 1, 1, 2, 3))
    months = chance.choice(MONTHS_ASKED) if chance.random() < 0.15 else None
    return Slot(tuple(chance.sample(SKILLS, options)), importance, months)  # type: ignore[arg-type]


def _range(chance: random.Random) -> MonthRange | None:
    low, high = sorted(chance.sample(MONTHS_ASKED, 2))
    return chance.choice(
        (
            None,
            MonthRange(low, None),
            MonthRange(None, high),
            MonthRange(low, high),
            MonthRange(0, low),
        )
    )


def _posting(chance: random.Random, level: str) -> Requirements:
    slots = [_slot(chance, "required") for _ in range(chance.choice((0, 1, 2, 3, 5, 8)))]
    slots += [_slot(chance, "preferred") for _ in range(chance.choice((0, 1, 2, 4)))]
    education = None
    if chance.random() < 0.7:
        fields = chance.sample(FIELDS, chance.randint(0, 3))
        named = chance.randint(min(1, len(fields)), len(fields))
        education = EducationAsked(
            text="as the posting says",
            level=chance.choice((None, *DegreeLevel)),
            fields=tuple(fields[:named]),
            or_equivalent=chance.random() < 0.35,
            paths=tuple(
                EducationPath(
                    chance.choice((None, *DegreeLevel)), chance.choice((None, 0, *MONTHS_ASKED[:7]))
                )
                for _ in range(chance.choice((0, 0, 0, 2, 3)))
            ),
            also_accepted=tuple(fields[named:]),
        )
    return Requirements(level, tuple(slots), _range(chance), education)  # type: ignore[arg-type]


def branches(result: Score) -> Iterator[str]:
    """The branches of the policy that made this score."""
    codes = {note.code for part in result.parts for note in part.notes}
    yield from codes & {
        "range_below",
        "range_within",
        "range_above",
        "equivalent_reached",
        "equivalent_missing",
        "degree_unfinished",
        "degree_field_matched",
        "degree_field_missing",
        "degree_level_reached",
        "degree_level_missing",
        "required_not_asked",
        "preferred_not_asked",
        "experience_not_asked",
        "education_not_asked",
    }
    if codes & {"skill_months_reached", "skill_months_short", "skill_months_missing"}:
        yield "skill_years"
    if result.education_path is not None:
        yield "paths"
    if any(len(slot.slot.any_of) > 1 and slot.matched for slot in result.slots):
        yield "choice"
    if any(slot.through for slot in result.slots):
        yield "implication"
    if result.level == "senior" and "leadership" in codes:
        yield "leadership"
    if result.level == "entry" and "projects_shown" in codes:
        yield "projects"
    if _is_capped(result):
        yield "cap"


def _is_capped(result: Score) -> bool:
    """Whether evidence would have taken the required skills over their most points."""
    required = [slot for slot in result.slots if slot.importance == "required"]
    return bool(required) and (
        all(slot.matched for slot in required) and any(slot.demonstrated for slot in required)
    )
