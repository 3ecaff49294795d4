"""The rule of experience: months in a range, years of skills, leadership."""

from collections.abc import Sequence
from fractions import Fraction

from app.engine.jobs.model import MonthRange, RoleLevel
from app.engine.matching.facts import Facts
from app.engine.matching.model import (
    NOTHING,
    WHOLE,
    Note,
    NoteValue,
    PartFinding,
    SlotResult,
    not_asked,
    note,
)
from app.engine.matching.policy import Policy


def experience_part(
    facts: Facts,
    asked: MonthRange | None,
    slots: Sequence[SlotResult],
    level: RoleLevel,
    policy: Policy,
) -> PartFinding:
    """Months against the range, skill months against those asked, or half and half.

    ``slots`` are the required ones. Where leading counts for the level it adds its share,
    within the part.
    """
    with_years = [slot for slot in slots if slot.slot.months]
    in_range = asked if asks_range(asked) else None
    if in_range is None and not with_years:
        return not_asked("experience_not_asked")
    skill_weight = _skill_weight(in_range is not None, bool(with_years), policy)
    notes: list[Note] = []
    if in_range is not None:
        notes.append(_range_note(facts.months, in_range, 1 - skill_weight, policy))
    notes += [_skill_note(slot, skill_weight / len(with_years)) for slot in with_years]
    base = sum((n.earned for n in notes), NOTHING)
    bonus = _leadership(facts, level, base, policy)
    if bonus:
        notes.append(note("leadership", bonus))
    return PartFinding(base + bonus, tuple(notes))


def asks_range(asked: MonthRange | None) -> bool:
    """A range that is open above and starts at nothing asks for nothing."""
    return asked is not None and (bool(asked.min) or asked.max is not None)


def _skill_weight(has_range: bool, has_years: bool, policy: Policy) -> Fraction:
    if not has_years:
        return NOTHING
    return policy.skill_years_share if has_range else WHOLE


def _range_note(months: int, asked: MonthRange, weight: Fraction, policy: Policy) -> Note:
    low, high = asked.min or 0, asked.max
    values: dict[str, NoteValue] = {"held": months, "min": low}
    if high is not None:
        values["max"] = high
    if months < low:
        share = Fraction(months, low)
        return note("range_below", weight * share, weight * (1 - share), **values)
    if high is not None and months > high:
        penalty = min(policy.over_range_cap, Fraction(months - high, policy.over_range_months))
        return note("range_above", weight * (1 - penalty), weight * penalty, **values)
    return note("range_within", weight, **values)


def _skill_note(slot: SlotResult, weight: Fraction) -> Note:
    asked = slot.slot.months or 0
    share = min(WHOLE, Fraction(slot.months, asked))
    if slot.months_skill is None:
        return note("skill_months_missing", NOTHING, weight, skill=slot.slot.label, asked=asked)
    return note(
        "skill_months_reached" if share == 1 else "skill_months_short",
        weight * share,
        weight * (1 - share),
        skill=slot.months_skill,
        held=slot.months,
        asked=asked,
    )


def _leadership(facts: Facts, level: RoleLevel, base: Fraction, policy: Policy) -> Fraction:
    if not facts.leads or level not in policy.leadership_levels:
        return NOTHING
    return min(policy.leadership_share, 1 - base)
