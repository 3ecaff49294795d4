"""A second, deliberately plain implementation of the score policy, to hold the first one to it.

It was written from the words of the policy (design §3.1 and §3.4, ``docs/scoring.md``) with none of
the engine's functions: months are counted in sets, every part is a handful of ``if``. Only the
types of the inputs are shared. Slow, and meant to be read next to the words.
"""

from datetime import date
from fractions import Fraction

from app.engine.dates import Period
from app.engine.jobs.model import EducationPath, Requirements
from app.engine.resumes.model import HeldDegree, Profile

POINTS = {
    "entry": {"required": 40, "preferred": 15, "experience": 10, "education": 15, "projects": 20},
    "mid": {"required": 50, "preferred": 20, "experience": 20, "education": 10},
    "senior": {"required": 45, "preferred": 20, "experience": 30, "education": 5},
}
FOUR_YEARS = 48


def plain_score(
    who: Profile, posting: Requirements, day: date
) -> tuple[Fraction | None, dict[str, int]]:
    """The exact score, None where no skill is asked, and the whole points of each part."""
    required, preferred = _slots(posting)
    if not required and not preferred:
        return None, {}
    held = _held(who, day)
    table = POINTS[posting.level]
    fractions = {
        "required": _required(required, held),
        "preferred": _preferred(preferred, held),
        "projects": _projects([*required, *preferred], held),
    }
    ways: list[EducationPath | None] = [None]
    if posting.education is not None and posting.education.paths:
        ways = list(posting.education.paths)
    tried = []
    for way in ways:
        experience = _experience(who, posting, required, held, day, way)
        education = _education(who, posting, day, way)
        together = table["experience"] * experience + table["education"] * education
        # Equal sums may be split in two ways; the lowest degree, then the least experience, is
        # what decides which of them is shown.
        tried.append(((together, *_modesty(way)), experience, education))
    _, fractions["experience"], fractions["education"] = max(tried)
    exact = sum((Fraction(table[part]) * fractions[part] for part in table), Fraction(0))
    return exact, _whole_points({part: table[part] * fractions[part] for part in table}, exact)


def _modesty(way: EducationPath | None) -> tuple[int, int, bool]:
    if way is None:
        return 0, 0, False
    return -(way.level or 0), -(way.min_months or 0), way.min_months is not None


def _whole_points(exact_parts: dict[str, Fraction], exact: Fraction) -> dict[str, int]:
    """Largest remainder, ties in table order; the total is the exact score rounded half up."""
    total = int(exact * 2 + 1) // 2
    points = {part: int(value) for part, value in exact_parts.items()}
    while sum(points.values()) < total:
        neediest = max(exact_parts, key=lambda part: exact_parts[part] - points[part])
        points[neediest] += 1
    return points


def _slots(posting: Requirements) -> tuple[list[dict], list[dict]]:
    """Required and preferred slots, each once: ``{"options": set, "months": int}``."""
    required: list[dict] = []
    preferred: list[dict] = []
    for slot in posting.slots:
        if not slot.any_of:
            continue
        group = required if slot.importance == "required" else preferred
        same = [known for known in group if known["options"] == set(slot.any_of)]
        if same:
            same[0]["months"] = max(same[0]["months"], slot.months or 0)
        else:
            group.append({"options": set(slot.any_of), "months": slot.months or 0})
    preferred = [
        slot for slot in preferred if not any(slot["options"] == r["options"] for r in required)
    ]
    alone_required = {next(iter(s["options"])) for s in required if len(s["options"]) == 1}
    alone_preferred = {next(iter(s["options"])) for s in preferred if len(s["options"]) == 1}
    return (
        [s for s in required if len(s["options"]) == 1 or not s["options"] & alone_required],
        [
            s
            for s in preferred
            if len(s["options"]) == 1 or not s["options"] & (alone_required | alone_preferred)
        ],
    )


def _held(who: Profile, day: date) -> dict[str, dict]:
    """What is known of each skill: its months, whether it is demonstrated, its projects."""
    professional = len(_months(who.work, day))
    dated: dict[str, set[int]] = {}
    stated: dict[str, int] = {}
    held: dict[str, dict] = {}
    for skill in who.skills:
        entry = held.setdefault(skill.skill, {"demonstrated": False, "projects": set()})
        entry["demonstrated"] |= skill.demonstrated
        entry["projects"] |= set(skill.in_projects)
        dated.setdefault(skill.skill, set()).update(_months(skill.periods, day))
        stated[skill.skill] = max(stated.get(skill.skill, 0), skill.stated_months or 0)
    for name, entry in held.items():
        entry["months"] = max(len(dated[name]), min(stated[name], professional))
    return held


def _months(periods: tuple[Period, ...], day: date) -> set[int]:
    """Every month of the periods, numbered; overlaps count once, bad periods not at all."""
    now = day.year * 12 + day.month
    found: set[int] = set()
    for period in periods:
        first = period.start.year * 12 + (period.start.month or 7)
        if period.is_current:
            if period.start.month is None and period.start.year == day.year:
                first = min(first, now)
            last = now
        elif period.end is None:
            continue
        elif period.end.month is not None:
            last = period.end.year * 12 + period.end.month
        else:
            last = period.end.year * 12 + 6
            if last <= first:
                last = period.end.year * 12 + 12
            if period.end.year == day.year:
                last = min(last, now)
        if last <= now:
            found.update(range(first, last + 1))
    return found


def _matched(slots: list[dict], held: dict[str, dict]) -> list[dict]:
    return [slot for slot in slots if any(option in held for option in slot["options"])]


def _required(slots: list[dict], held: dict[str, dict]) -> Fraction:
    if not slots:
        return Fraction(1)
    matched = _matched(slots, held)
    demonstrated = [
        slot
        for slot in matched
        if any(option in held and held[option]["demonstrated"] for option in slot["options"])
    ]
    n = len(slots)
    return min(Fraction(1), Fraction(len(matched), n) + Fraction(len(demonstrated), 10 * n))


def _preferred(slots: list[dict], held: dict[str, dict]) -> Fraction:
    if not slots:
        return Fraction(1)
    return Fraction(len(_matched(slots, held)), len(slots))


def _projects(slots: list[dict], held: dict[str, dict]) -> Fraction:
    shown, relevant = 0, set()
    for slot in slots:
        projects = set().union(*(held[o]["projects"] for o in slot["options"] if o in held))
        if projects:
            shown += 1
        relevant |= projects
    return Fraction(2, 3) * Fraction(shown, len(slots)) + Fraction(1, 3) * min(
        Fraction(1), Fraction(len(relevant), 3)
    )


def _bounds(posting: Requirements, way: EducationPath | None) -> tuple[int, int | None]:
    """Lower and upper bound of the months asked; a path's own lower bound goes first."""
    low = posting.experience.min if posting.experience else None
    high = posting.experience.max if posting.experience else None
    if way is not None and way.min_months is not None:
        low = way.min_months
        if high is not None and (high == 0 or high < low):
            high = None
    return low or 0, high


def _experience(
    who: Profile,
    posting: Requirements,
    required: list[dict],
    held: dict[str, dict],
    day: date,
    way: EducationPath | None,
) -> Fraction:
    low, high = _bounds(posting, way)
    asked_range = low > 0 or high is not None
    asked_skills = [slot for slot in required if slot["months"] > 0]
    if not asked_range and not asked_skills:
        return Fraction(1)
    y = len(_months(who.work, day))
    if y < low:
        in_range = Fraction(y, low)
    elif high is not None and y > high:
        in_range = 1 - min(Fraction(1, 4), Fraction(y - high, 120))
    else:
        in_range = Fraction(1)
    if asked_skills:
        shares = [
            min(
                Fraction(1),
                Fraction(max((held[o]["months"] for o in slot["options"] if o in held), default=0))
                / slot["months"],
            )
            for slot in asked_skills
        ]
        skills = sum(shares, Fraction(0)) / len(shares)
        fraction = (in_range + skills) / 2 if asked_range else skills
    else:
        fraction = in_range
    if posting.level == "senior" and who.leads:
        fraction = min(Fraction(1), fraction + Fraction(1, 10))
    return fraction


def _education(
    who: Profile, posting: Requirements, day: date, way: EducationPath | None
) -> Fraction:
    asked = posting.education
    if asked is None:
        return Fraction(1)
    level = way.level if way is not None else asked.level
    fields = {*asked.fields, *asked.also_accepted}
    if way is None and level is None and not asked.fields:
        return Fraction(1)
    low, _ = _bounds(posting, way)
    enough = len(_months(who.work, day)) >= (low or FOUR_YEARS)
    if way is not None and level is None:
        return Fraction(1) if enough else Fraction(0)
    if asked.or_equivalent and enough:
        return Fraction(1)
    reached = level is not None and any(
        degree.level is not None and degree.level >= level and _finished(degree, day)
        for degree in who.degrees
    )
    studied = any(fields & set(degree.fields) for degree in who.degrees)
    if not asked.fields:
        return Fraction(reached)
    if level is None:
        return Fraction(studied)
    return Fraction(reached, 2) + Fraction(studied, 2)


def _finished(degree: HeldDegree, day: date) -> bool:
    if degree.end is None:
        return True
    return (degree.end.year, degree.end.month or 6) <= (day.year, day.month)
