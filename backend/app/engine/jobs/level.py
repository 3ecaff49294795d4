"""The level of a role, which decides the weights of the score (policy §3.1)."""

import re
from collections.abc import Iterable, Sequence

from app.engine.jobs.model import MonthRange, RoleLevel, Slot

ENTRY_BELOW_MONTHS = 24
MID_BELOW_MONTHS = 60
ENTRY_UP_TO_MONTHS = 24
MID_UP_TO_MONTHS = 60

_ENTRY_WORDS = re.compile(
    r"\b(?:intern(?:ship)?|junior|jr|graduate|fresher|trainee|entry[- ]level|apprentice"
    r"|werkstudent(?:in)?"
    r"|praktikant(?:in)?|praktikum|auszubildende[rn]?|berufseinsteiger(?:in)?|stage|stagiaire"
    r"|alternan(?:t|ce)"
    r"|débutante?)(?:s\b|\b)",
    re.IGNORECASE,
)
_SENIOR_WORDS = re.compile(
    r"\b(?:senior|sr|lead|principal|staff|head|architect|leiter(?:in)?|architekt(?:in)?|architecte"
    r"|responsable)\b"
    r"(?! generation)",
    re.IGNORECASE,
)
_SENIOR_ITSELF = re.compile(r"\b(?:senior|sr)\b", re.IGNORECASE)


def role_level(title: str, experience: MonthRange | None, slots: Sequence[Slot]) -> RoleLevel:
    """Level by the years asked; where none are, by the years of required skills, then the title."""
    if experience is not None and experience.min is not None:
        return _by_lower_bound(experience.min)
    if experience is not None and experience.max is not None:
        return _by_upper_bound(experience.max)
    months = largest_skill_months(slots)
    if months:
        return _by_lower_bound(months)
    return title_level(title) or "mid"


def title_level(title: str) -> RoleLevel | None:
    """The level that the words of the title name; None where they name none, or both ends.

    "Junior Architect" is junior: of the two kinds the entry word says how far a person is.
    """
    is_entry = _ENTRY_WORDS.search(title) is not None
    if is_entry and _SENIOR_ITSELF.search(title):
        return None
    if is_entry:
        return "entry"
    return "senior" if _SENIOR_WORDS.search(title) else None


def largest_skill_months(slots: Iterable[Slot]) -> int:
    """The most months asked of a required skill, 0 where none are."""
    return max((s.months or 0 for s in slots if s.importance == "required"), default=0)


def _by_lower_bound(months: int) -> RoleLevel:
    if months < ENTRY_BELOW_MONTHS:
        return "entry"
    return "mid" if months < MID_BELOW_MONTHS else "senior"


def _by_upper_bound(months: int) -> RoleLevel:
    if months <= ENTRY_UP_TO_MONTHS:
        return "entry"
    return "mid" if months <= MID_UP_TO_MONTHS else "senior"
