"""The rules of required skills, preferred skills and projects."""

from collections.abc import Iterable, Sequence
from fractions import Fraction

from app.engine.matching.model import NOTHING, WHOLE, Note, PartFinding, SlotResult, not_asked, note
from app.engine.matching.policy import Policy


def required_part(slots: Sequence[SlotResult], policy: Policy) -> PartFinding:
    """``min(1, m/n + e/(10 n))``: m of n slots matched, e of those demonstrated."""
    if not slots:
        return not_asked("required_not_asked")
    matched = [slot for slot in slots if slot.matched is not None]
    demonstrated = [slot for slot in matched if slot.demonstrated]
    base = Fraction(len(matched), len(slots))
    fraction = min(WHOLE, base + policy.demonstrated_share * len(demonstrated) / len(slots))
    notes = [
        note(
            "required_matched",
            base,
            matched=len(matched),
            asked=len(slots),
            skills=_held_names(matched),
        )
    ]
    if fraction > base:
        notes.append(
            note(
                "required_demonstrated",
                fraction - base,
                count=len(demonstrated),
                skills=_held_names(demonstrated),
            )
        )
    notes += _lent(matched)
    if base < 1:
        notes.append(note("required_missing", NOTHING, 1 - base, skills=_missing_labels(slots)))
    return PartFinding(fraction, tuple(notes))


def preferred_part(slots: Sequence[SlotResult]) -> PartFinding:
    """``m/n``: m of n slots matched."""
    if not slots:
        return not_asked("preferred_not_asked")
    matched = [slot for slot in slots if slot.matched is not None]
    fraction = Fraction(len(matched), len(slots))
    notes = [
        note(
            "preferred_matched",
            fraction,
            matched=len(matched),
            asked=len(slots),
            skills=_held_names(matched),
        )
    ]
    notes += _lent(matched)
    if fraction < 1:
        notes.append(
            note("preferred_missing", NOTHING, 1 - fraction, skills=_missing_labels(slots))
        )
    return PartFinding(fraction, tuple(notes))


def projects_part(slots: Sequence[SlotResult], policy: Policy) -> PartFinding:
    """Share of the slots shown in projects, and how many projects show at least one.

    ``slots`` are all slots of the posting, at least one.
    """
    shown = [slot for slot in slots if slot.in_projects]
    relevant = len({number for slot in shown for number in slot.in_projects})
    by_skill = policy.project_slots_share
    by_count = 1 - by_skill
    share = Fraction(len(shown), len(slots))
    count = min(WHOLE, Fraction(relevant, policy.enough_projects))
    notes: tuple[Note, ...] = (
        note(
            "projects_shown",
            by_skill * share,
            by_skill * (1 - share),
            shown=len(shown),
            asked=len(slots),
            skills=tuple(slot.slot.label for slot in shown),
        ),
        note(
            "projects_counted",
            by_count * count,
            by_count * (1 - count),
            count=relevant,
            enough=policy.enough_projects,
        ),
    )
    return PartFinding(by_skill * share + by_count * count, notes)


def _held_names(slots: Iterable[SlotResult]) -> tuple[str, ...]:
    return tuple(slot.matched for slot in slots if slot.matched is not None)


def _lent(slots: Iterable[SlotResult]) -> list[Note]:
    """Says of each skill that is implied by another which one that is."""
    return [
        note("skill_through", skill=slot.matched, through=slot.through)
        for slot in slots
        if slot.matched is not None and slot.through is not None
    ]


def _missing_labels(slots: Iterable[SlotResult]) -> tuple[str, ...]:
    return tuple(slot.slot.label for slot in slots if slot.matched is None)
