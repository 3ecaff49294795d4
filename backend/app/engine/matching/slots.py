"""The slots of a posting, each counted once, and what a profile has for them."""

from collections.abc import Iterable
from dataclasses import replace

from app.engine.jobs.model import Importance, Slot
from app.engine.matching.facts import Facts
from app.engine.matching.model import SlotResult


def normalise_slots(slots: Iterable[Slot]) -> tuple[Slot, ...]:
    """Count every requirement once, in the order of the posting.

    A slot asked twice is one slot: required if either is, with the most months asked at that
    importance. A choice is dropped when one of its skills is a slot of its own that is at least
    as important ("Python or Java" beside "Python").
    """
    merged: dict[frozenset[str], Slot] = {}
    for slot in slots:
        if options := frozenset(slot.any_of):
            single = replace(slot, any_of=tuple(dict.fromkeys(slot.any_of)))
            earlier = merged.get(options)
            merged[options] = single if earlier is None else _merge(earlier, single)
    alone = [slot for slot in merged.values() if len(slot.any_of) == 1]
    required = {slot.any_of[0] for slot in alone if slot.importance == "required"}
    either = {slot.any_of[0] for slot in alone}
    return tuple(
        slot
        for slot in merged.values()
        if len(slot.any_of) == 1
        or not (required if slot.importance == "required" else either).intersection(slot.any_of)
    )


def _merge(first: Slot, second: Slot) -> Slot:
    if first.importance != second.importance:
        strong = first if first.importance == "required" else second
        return replace(strong, any_of=first.any_of, sources=first.sources + second.sources)
    return replace(
        first,
        months=max(first.months or 0, second.months or 0) or None,
        sources=first.sources + second.sources,
    )


def match_slots(slots: Iterable[Slot], facts: Facts) -> tuple[SlotResult, ...]:
    """What the profile has for each slot, in their order."""
    return tuple(_match(slot, facts) for slot in slots)


def of_importance(results: Iterable[SlotResult], importance: Importance) -> tuple[SlotResult, ...]:
    """The results of one importance."""
    return tuple(result for result in results if result.importance == importance)


def _match(slot: Slot, facts: Facts) -> SlotResult:
    held = [facts.skills[name] for name in slot.any_of if name in facts.skills]
    if not held:
        return SlotResult(slot, None, None, False, 0, None, ())
    months = {skill.skill: facts.months_of(skill) for skill in held}
    best = max(held, key=lambda s: (s.demonstrated, months[s.skill], s.through is None))
    longest = max(held, key=lambda s: months[s.skill])
    return SlotResult(
        slot=slot,
        matched=best.skill,
        through=best.through,
        demonstrated=best.demonstrated,
        months=months[longest.skill],
        months_skill=longest.skill,
        in_projects=tuple(sorted({number for s in held for number in s.in_projects})),
    )
