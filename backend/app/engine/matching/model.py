"""The result of scoring one profile against one posting: exact, and able to say why."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Literal

from app.engine.jobs.model import EducationPath, Importance, RoleLevel, Slot
from app.engine.matching.policy import PartName

NoteCode = Literal[
    "required_matched",
    "required_demonstrated",
    "required_missing",
    "required_not_asked",
    "skill_through",
    "preferred_matched",
    "preferred_missing",
    "preferred_not_asked",
    "range_within",
    "range_below",
    "range_above",
    "skill_months_reached",
    "skill_months_short",
    "skill_months_missing",
    "leadership",
    "experience_not_asked",
    "degree_level_reached",
    "degree_level_missing",
    "degree_unfinished",
    "degree_field_matched",
    "degree_field_missing",
    "equivalent_reached",
    "equivalent_missing",
    "education_not_asked",
    "projects_shown",
    "projects_counted",
]

DisclaimerCode = Literal[
    "no_skill_asked",
    "required_not_asked",
    "preferred_not_asked",
    "experience_not_asked",
    "education_not_asked",
    "no_skill_read",
    "no_work_read",
    "no_degree_read",
    "no_project_read",
    "reading_uncertain",
]

NOTHING = Fraction(0)
WHOLE = Fraction(1)

NoteValue = int | str | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """One reason of a part: what it earned and what it lost, as fractions of the part.

    The ``earned`` of a part's notes add up to its fraction. ``lost`` is what the same finding
    would have earned more; a bonus (evidence, leadership) may make up for some of it.
    ``values`` fill the words of the text catalogue.
    """

    code: NoteCode
    earned: Fraction
    lost: Fraction
    values: tuple[tuple[str, NoteValue], ...]


@dataclass(frozen=True, slots=True)
class PartFinding:
    """What a rule finds: a fraction of the part between 0 and 1, and its reasons."""

    fraction: Fraction
    notes: tuple[Note, ...]
    asked: bool = True


@dataclass(frozen=True, slots=True)
class PartScore:
    """One part of the score; ``points`` of all parts add up to the rounded score."""

    name: PartName
    max_points: int
    fraction: Fraction
    points: int
    asked: bool
    notes: tuple[Note, ...]

    @property
    def exact(self) -> Fraction:
        """Points before rounding."""
        return self.max_points * self.fraction


@dataclass(frozen=True, slots=True)
class SlotResult:
    """What the profile has for one slot.

    ``matched`` is the held skill that meets it best, ``through`` the skill that implies it.
    ``months`` are the most months any skill of the slot has, ``months_skill`` that skill.
    ``in_projects`` are the numbers of the projects that show the slot, ascending.
    """

    slot: Slot
    matched: str | None
    through: str | None
    demonstrated: bool
    months: int
    months_skill: str | None
    in_projects: tuple[int, ...]

    @property
    def importance(self) -> Importance:
        """Required or preferred."""
        return self.slot.importance


@dataclass(frozen=True, slots=True)
class Score:
    """The score of one profile for one posting on one day.

    ``exact`` and ``points`` are None, and ``parts`` empty, when the posting asks for no skill at
    all (disclaimer ``no_skill_asked``). ``evidence_bonus`` and ``leadership_bonus`` are exact
    points that lie inside their parts. ``experience_months`` is the professional experience at
    ``as_of``. ``education_path`` is the path that counted, where the posting offers several.
    """

    exact: Fraction | None
    points: int | None
    level: RoleLevel
    parts: tuple[PartScore, ...]
    slots: tuple[SlotResult, ...]
    evidence_bonus: Fraction
    leadership_bonus: Fraction
    experience_months: int
    education_path: EducationPath | None
    disclaimers: tuple[DisclaimerCode, ...]
    policy_version: str
    as_of: date

    def part(self, name: PartName) -> PartScore | None:
        """The part of that name; None where the level has none or nothing was scored."""
        return next((part for part in self.parts if part.name == name), None)


def note(
    code: NoteCode,
    earned: Fraction = NOTHING,
    lost: Fraction = NOTHING,
    /,
    **values: NoteValue,
) -> Note:
    """Make a note; the order of ``values`` is kept."""
    return Note(code, earned, lost, tuple(values.items()))


def not_asked(code: NoteCode) -> PartFinding:
    """Nothing asked, nothing missed: a part the posting does not ask for is full."""
    return PartFinding(WHOLE, (note(code, WHOLE),), asked=False)
