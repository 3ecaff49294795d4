"""Skills of the items to requirement slots, each once, with the months asked of it."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import cast

from app.engine.evidence import Source
from app.engine.jobs.mentions import DISCIPLINES, ReadItem, Want
from app.engine.jobs.model import Importance, Slot


def slots_of(read: Iterable[ReadItem]) -> tuple[Slot, ...]:
    """All slots, required ones first, each part in the order of the text.

    Where nothing is said to be asked, the skills that the text speaks of are taken as required:
    those of a list of technologies if there is one.
    """
    wants = [want for one in read for want in one.wants if want.stance != "not_asked"]
    specific = [want for want in wants if not DISCIPLINES.intersection(want.any_of)]
    wants = specific or wants
    asked = [want for want in wants if want.stance != "mentioned"]
    if not any(want.stance == "required" for want in asked):
        told = [want for want in wants if want.stance == "mentioned"]
        told = [want for want in told if want.is_stack] or told
        asked += [replace(want, stance="required") for want in told]
    return _without_settled(_merged(asked))


def _merged(wants: Sequence[Want]) -> tuple[Slot, ...]:
    """Equal wants as one slot: required if any is, with the most months and all its places."""
    merged: dict[frozenset[str], Slot] = {}
    for want in wants:
        key = frozenset(want.any_of)
        importance = cast("Importance", want.stance)
        slot = merged.get(key)
        if slot is None:
            merged[key] = Slot(want.any_of, importance, want.months, (want.source,))
            continue
        months = _longer(slot.months, want.months)
        if slot.importance != importance:
            asked = slot.months if slot.importance == "required" else want.months
            importance, months = "required", asked
        merged[key] = Slot(slot.any_of, importance, months, _with(slot.sources, want.source))
    found = tuple(merged.values())
    return (
        *(slot for slot in found if slot.importance == "required"),
        *(slot for slot in found if slot.importance == "preferred"),
    )


def _longer(first: int | None, second: int | None) -> int | None:
    return max(first or 0, second or 0) or None


def _without_settled(slots: tuple[Slot, ...]) -> tuple[Slot, ...]:
    """Drop each choice that another slot settles: one whose members are all in the choice.

    A preferred slot settles no required choice.
    """
    return tuple(slot for slot in slots if not any(_settles(other, slot) for other in slots))


def _settles(other: Slot, choice: Slot) -> bool:
    if len(other.any_of) >= len(choice.any_of):
        return False
    if choice.importance == "required" and other.importance == "preferred":
        return False
    return set(other.any_of) <= set(choice.any_of)


def _with(sources: tuple[Source, ...], source: Source) -> tuple[Source, ...]:
    """Add a source in lines that none is in yet: a line that repeats a skill is one source."""
    if any(source.lines == known.lines for known in sources):
        return sources
    return (*sources, source)
