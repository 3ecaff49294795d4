"""Read the heads of jobs: which part is the role, which the company, which the place.

Words tell most. Where they do not, the other jobs of the resume do: one resume sets all of them
alike, so a part that stands where the roles of the plain ones stand is a role.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from app.engine.resumes.heads import Part, head_period, opened_parts, split_place, without_place
from app.engine.resumes.periods import FoundPeriod
from app.engine.resumes.places import is_city, is_place
from app.engine.resumes.roles import company_weight, is_role, is_unit, sounds_like_role
from app.engine.resumes.row import Row
from app.engine.resumes.vocabulary import NO_NAMES
from app.engine.text import fold

_SUFFIX = re.compile(r"(?:,| [–—-])\s+")
_BRACKETS = re.compile(r"(?P<role>[^()]+?)\s*\((?P<name>[^()]+)\)")
_MAX_COMPANY_WORDS = 10

_Slot: TypeAlias = tuple[int, bool, bool, bool]
"""Rows below the date, first of its row, bold, italic."""


@dataclass(frozen=True, slots=True)
class Head:
    """What a head says of a job; parts are verbatim. ``extra`` is what fits no place."""

    company: Part | None
    role: Part | None
    place: Part | None
    period: FoundPeriod | None
    period_row: Row | None
    extra: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class _Pieces:
    """A head cut into parts, before any of them is told."""

    parts: tuple[Part, ...]
    places: tuple[Part, ...]
    period: FoundPeriod | None
    period_row: Row | None

    def slot(self, part: Part) -> _Slot:
        """Where a part stands; its row counts from the row of the date."""
        below = part.row.line.number - (self.period_row or part.row).line.number
        return below, part.first_of_row, part.row.line.bold, part.row.line.italic


@dataclass(slots=True)
class _Habit:
    """Where the plain heads of a resume have their roles and companies."""

    roles: Counter[_Slot] = field(default_factory=Counter)
    companies: Counter[_Slot] = field(default_factory=Counter)
    company_first: int = 0
    comma_company_first: int = 0
    beside: int = 0

    def learn(self, pieces: _Pieces, head: Head) -> None:
        """Count a head whose role and company are told by words."""
        if head.role is None or head.company is None or not is_role(head.role.text):
            return
        self.roles[pieces.slot(head.role)] += 1
        self.companies[pieces.slot(head.company)] += 1
        first = _position(head.company) < _position(head.role)
        self.company_first += 1 if first else -1
        self.beside += 1 if head.company.row is head.role.row else -1
        if head.company.row is head.role.row and _comma_between(head.role, head.company):
            self.comma_company_first += 1 if first else -1


def read_heads(heads: Sequence[Sequence[Row]]) -> tuple[Head, ...]:
    """The heads of all jobs of a resume, each read in the light of the others."""
    every = [_pieces(rows) for rows in heads]
    plain, habit = _Habit(), _Habit()
    for pieces in every:
        habit.learn(pieces, _assigned(pieces, plain))
    return tuple(_assigned(pieces, habit) for pieces in every)


def with_company_as_unit(head: Head) -> Head:
    """The head with what was taken for its company as a part of the role."""
    if head.role is None or head.company is None:
        return head
    role, extra = _with_suffix(head.role, (head.company, *head.extra))
    return replace(head, role=role, company=None, extra=extra)


def _pieces(rows: Sequence[Row]) -> _Pieces:
    period, period_row = head_period(rows)
    parts = opened_parts(rows)
    places = tuple(part for part in parts if is_place(part.text))
    return _Pieces(parts, places, period, period_row)


def _assigned(pieces: _Pieces, habit: _Habit) -> Head:
    places = list(pieces.places)
    named = [part for part in pieces.parts if part not in places]
    role = _told_role(pieces, named, habit)
    if role is None and habit.comma_company_first:
        named, role = _cut_at_comma(named, habit)
    rest = [part for part in named if part is not role]
    company = _best_company(pieces, rest, role, habit)
    if role is None and company is not None:
        company, role = _by_habit(pieces, rest, company, habit)
    if company is None:
        company = next((part for part in places if _may_be_company(part)), None)
        places = [part for part in places if part is not company]
    if company is None and role is not None:
        role, company = _in_brackets(role)
    extra = tuple(part for part in rest if part is not role and part is not company)
    place = places[0] if places else None
    if company is not None:
        company, tail = without_place(company)
        place = place or tail
    if role is not None:
        role, extra = _with_suffix(role, extra)
        role = _without_terms(role)
    return Head(company, role, place, pieces.period, pieces.period_row, extra)


def _told_role(pieces: _Pieces, named: Sequence[Part], habit: _Habit) -> Part | None:
    """The part whose words are of a role; of several the one where roles stand."""
    told = [part for part in named if is_role(part.text)]
    told.sort(key=lambda part: (-habit.roles[pieces.slot(part)], company_weight(part.text) > 0))
    return told[0] if told else None


def _cut_at_comma(named: Sequence[Part], habit: _Habit) -> tuple[list[Part], Part | None]:
    """``Acme, Foozler`` in a resume whose other heads read ``Company, Role``, or the reverse."""
    for at, part in enumerate(named):
        first, comma, last = part.text.partition(", ")
        if comma and not is_place(last) and habit.comma_company_first < 0:
            role = Part(first, part.row, part.first_of_row)
            return [*named[:at], role, Part(last, part.row, False), *named[at + 1 :]], role
        first, comma, last = part.text.rpartition(", ")
        if comma and not is_place(last) and habit.comma_company_first > 0:
            role = Part(last, part.row, first_of_row=False)
            return [
                *named[:at],
                Part(first, part.row, part.first_of_row),
                role,
                *named[at + 1 :],
            ], role
    return list(named), None


def _best_company(
    pieces: _Pieces, parts: Sequence[Part], role: Part | None, habit: _Habit
) -> Part | None:
    """The part with words of organisations; else where companies stand; else beside the role."""
    candidates = [
        part
        for part in parts
        if len(part.text.split()) <= _MAX_COMPANY_WORDS
        and ": " not in part.text
        and not part.text.islower()
        and not _is_enumeration(part)
    ]
    whole = [part for part in candidates if not is_unit(part.text)]
    marked = [part for part in whole if company_weight(part.text)]
    usual = [part for part in whole if habit.companies[pieces.slot(part)]]
    usual.sort(key=lambda part: -habit.companies[pieces.slot(part)])
    beside = [part for part in whole if role is not None and part.row is role.row]
    if habit.beside < 0 and beside and beside == whole and not marked:
        return None  # a unit of the role; the company stands above
    opening = [part for part in candidates if part.first_of_row and not is_role(part.text)]
    both = [part for part in marked if part in usual]
    for choice in (both, marked, usual, beside, opening, candidates):
        if choice:
            return choice[0]
    return None


def _in_brackets(role: Part) -> tuple[Part, Part | None]:
    """``Data Engineer (Copper Kettle Ltd)``: what is in brackets is a company by its words."""
    match = _BRACKETS.fullmatch(role.text)
    if match is None or not company_weight(match["name"]) or not is_role(match["role"]):
        return role, None
    return (
        Part(match["role"], role.row, role.first_of_row),
        Part(match["name"], role.row, first_of_row=False),
    )


def _by_habit(
    pieces: _Pieces, rest: Sequence[Part], company: Part, habit: _Habit
) -> tuple[Part | None, Part | None]:
    """Company and role of a head whose words tell no role."""
    usual = next((p for p in rest if _stands_as_role(pieces, p, habit)), None)
    if usual is not None and not (usual is company and company_weight(company.text)):
        others = [part for part in rest if part is not usual]
        return (company if company is not usual else next(iter(others), None)), usual
    if len(rest) < 2:
        return company, None
    marked = next((part for part in rest if company_weight(part.text)), None)
    if marked is not None:
        return marked, next(part for part in rest if part is not marked)
    first, second = rest[0], rest[1]
    sounds = sounds_like_role(second.text) - sounds_like_role(first.text)
    return (first, second) if (habit.company_first or sounds) >= 0 else (second, first)


def _stands_as_role(pieces: _Pieces, part: Part, habit: _Habit) -> bool:
    slot = pieces.slot(part)
    return habit.roles[slot] > habit.companies[slot]


def _position(part: Part) -> tuple[int, int]:
    return part.row.line.number, part.row.text.find(part.text)


def _comma_between(one: Part, other: Part) -> bool:
    first, second = sorted((one, other), key=_position)
    text = first.row.text
    between = text[text.find(first.text) + len(first.text) : text.find(second.text)]
    return between.strip() == ","


def _is_enumeration(part: Part) -> bool:
    """``Docker, Git, SQL Server, Jira``: too many commas for a name and its place."""
    return split_place(part)[0].text.count(",") > 2


def _may_be_company(place: Part) -> bool:
    """``Merlion Mobility, Singapore``: what is no known city may be a company."""
    first, comma, last = place.text.partition(",")
    is_state_code = len(last.strip()) <= 3
    return bool(comma) and not is_city(first) and (not is_state_code or company_weight(first) > 0)


def _without_terms(role: Part) -> Part:
    """``Engineer (Full-time)`` without how it was held."""
    match = _BRACKETS.fullmatch(role.text)
    if match is None or fold(match["name"]) not in NO_NAMES:
        return role
    return Part(match["role"], role.row, role.first_of_row)


def _with_suffix(role: Part, extra: tuple[Part, ...]) -> tuple[Part, tuple[Part, ...]]:
    """Give a role back the unit it was cut from: ``Registered Nurse, Emergency Department``."""
    text = role.row.text
    after = text.find(role.text) + len(role.text)
    for part in extra:
        joint = _SUFFIX.match(text, after)
        if part.row is role.row and joint and text.startswith(part.text, joint.end()):
            rest = tuple(other for other in extra if other is not part)
            whole = text[after - len(role.text) : joint.end() + len(part.text)]
            return Part(whole, role.row, role.first_of_row), rest
    return role, extra
