"""What is missing, and what closing exactly that is worth: differences of two full scores."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal, get_args

from app.engine.jobs.model import Importance, Requirements
from app.engine.matching.changes import (
    AddDegree,
    AddProjects,
    Change,
    DemonstrateSkill,
    FinishDegrees,
    HoldSkill,
    Lead,
    ReachExperience,
    ReachSkillMonths,
    changed,
)
from app.engine.matching.education import Way, ways_in
from app.engine.matching.facts import Facts, facts_of
from app.engine.matching.model import NOTHING, NoteCode, NoteValue, Score, SlotResult
from app.engine.matching.policy import Policy
from app.engine.matching.score import score
from app.engine.resumes.model import Profile

GapKind = Literal[
    "skill",
    "skill_months",
    "project",
    "more_projects",
    "demonstration",
    "experience_months",
    "equivalent_months",
    "degree",
    "degree_level",
    "degree_field",
    "degree_end",
    "leadership",
]
_ORDER: tuple[GapKind, ...] = get_args(GapKind)


@dataclass(frozen=True, slots=True)
class Gap:
    """One missing thing.

    ``change`` closes exactly it and nothing else, ``worth`` is what that adds to the exact score.
    ``project_worth`` is what one new project that shows the skill adds, for gaps of a skill.
    ``values`` fill the words of the text catalogue.
    """

    kind: GapKind
    importance: Importance | None
    values: tuple[tuple[str, NoteValue], ...]
    change: Change
    worth: Fraction
    project_worth: Fraction | None = None

    @property
    def best_worth(self) -> Fraction:
        """The most that acting on the gap adds."""
        return max(self.worth, self.project_worth or NOTHING)


def find_gaps(
    scored: Score, profile: Profile, requirements: Requirements, policy: Policy
) -> tuple[Gap, ...]:
    """All that ``scored`` lost and that could be closed, most worth first.

    The other arguments must be those that ``scored`` was computed from. Every required or
    preferred slot that is missing is listed, anything else only if closing it adds something.
    Gaps are alternatives: their worths need not add up.
    """
    if scored.exact is None:
        return ()
    finder = _Finder(scored, profile, requirements, policy)
    found = [gap for gap in finder.all() if gap.best_worth > 0 or gap.kind == "skill"]
    return tuple(sorted(found, key=lambda gap: (-gap.worth, _ORDER.index(gap.kind))))


@dataclass(frozen=True, slots=True)
class _Finder:
    scored: Score
    profile: Profile
    requirements: Requirements
    policy: Policy

    def all(self) -> Iterator[Gap]:
        facts = facts_of(self.profile, self.scored.as_of)
        for slot in self.scored.slots:
            yield from self._slot_gaps(slot)
        yield from self._project_gaps(facts)
        yield from self._experience_gaps(facts)
        yield from self._education_gaps(facts)
        yield from self._leadership_gaps()

    def _worth(self, change: Change) -> Fraction:
        """What the score gains by ``change``: the difference of two full scores."""
        after = changed(self.profile, (change,), self.scored.as_of)
        exact = score(after, self.requirements, self.policy, self.scored.as_of).exact
        return (exact or NOTHING) - (self.scored.exact or NOTHING)

    def _gap(
        self,
        kind: GapKind,
        change: Change,
        *,
        importance: Importance | None = None,
        project: str | None = None,
        **values: NoteValue,
    ) -> Gap:
        project_worth = self._worth(AddProjects(project)) if project is not None else None
        worth = self._worth(change)
        return Gap(kind, importance, tuple(values.items()), change, worth, project_worth)

    def _slot_gaps(self, slot: SlotResult) -> Iterator[Gap]:
        kind, change = self._slot_change(slot)
        if kind is not None:
            yield self._gap(
                kind,
                change,
                importance=slot.importance,
                project=change.skill,
                skill=slot.matched or slot.slot.label,
            )
        asked = slot.slot.months or 0
        if slot.importance == "required" and slot.months < asked:
            yield self._gap(
                "skill_months",
                ReachSkillMonths(slot.months_skill or change.skill, asked),
                importance=slot.importance,
                skill=slot.months_skill or slot.slot.label,
                held=slot.months,
                asked=asked,
                months=asked - slot.months,
            )

    def _slot_change(
        self, slot: SlotResult
    ) -> tuple[GapKind | None, HoldSkill | AddProjects | DemonstrateSkill]:
        """What the slot lacks next, and the change that gives it exactly that."""
        if slot.matched is None:
            return "skill", HoldSkill(self._plainest(slot))
        if self.scored.part("projects") is not None and not slot.in_projects:
            return "project", AddProjects(slot.matched)
        return (None if slot.demonstrated else "demonstration"), DemonstrateSkill(slot.matched)

    def _plainest(self, slot: SlotResult) -> str:
        """The skill of a choice that closes the least besides it; the first of equal ones."""
        options = slot.slot.any_of
        if len(options) == 1:
            return options[0]
        return min(options, key=lambda skill: self._worth(HoldSkill(skill)))

    def _project_gaps(self, facts: Facts) -> Iterator[Gap]:
        """Fewer relevant projects than are enough, where at least one shows how."""
        shown = [slot for slot in self.scored.slots if slot.in_projects]
        relevant = len({number for slot in shown for number in slot.in_projects})
        missing = self.policy.enough_projects - relevant
        if self.scored.part("projects") is None or not shown or missing <= 0:
            return
        held = facts.skills
        options = shown[0].slot.any_of
        skill = next(name for name in options if name in held and held[name].in_projects)
        yield self._gap("more_projects", AddProjects(skill, missing), count=missing)

    def _experience_gaps(self, facts: Facts) -> Iterator[Gap]:
        below = self._values("experience", "range_below")
        if below is not None:
            asked = int(str(below["min"]))
            yield self._gap(
                "experience_months",
                ReachExperience(asked),
                held=facts.months,
                asked=asked,
                months=asked - facts.months,
            )

    def _education_gaps(self, facts: Facts) -> Iterator[Gap]:
        asked = self.requirements.education
        part = self.scored.part("education")
        if asked is None or part is None or part.fraction == 1:
            return
        way = next(
            way for way in ways_in(self.requirements) if way.path == self.scored.education_path
        )
        yield from self._degree_gaps(asked.accepted_fields, way)
        needed = way.equivalent_months(self.policy)
        may_stand = asked.or_equivalent or way.needs_no_degree
        below = self._values("experience", "range_below")
        if may_stand and facts.months < needed and (below is None or below["min"] != needed):
            yield self._gap(
                "equivalent_months",
                ReachExperience(needed),
                held=facts.months,
                asked=needed,
                months=needed - facts.months,
            )

    def _degree_gaps(self, fields: tuple[str, ...], way: Way) -> Iterator[Gap]:
        unfinished = self._values("education", "degree_unfinished")
        level_missing = self._values("education", "degree_level_missing") is not None
        field_missing = self._values("education", "degree_field_missing") is not None
        level = way.level.name.lower() if way.level else ""
        if unfinished is not None:
            yield self._gap("degree_end", FinishDegrees(), level=level, end=unfinished["end"])
        if level_missing and field_missing:
            change = AddDegree(way.level, fields[:1])
            yield self._gap("degree", change, level=level, fields=fields)
        elif level_missing:
            yield self._gap("degree_level", AddDegree(way.level, ()), level=level)
        elif field_missing:
            yield self._gap("degree_field", AddDegree(None, fields[:1]), fields=fields)

    def _leadership_gaps(self) -> Iterator[Gap]:
        if not self.profile.leads and self.scored.level in self.policy.leadership_levels:
            yield self._gap("leadership", Lead())

    def _values(
        self, part: Literal["experience", "education"], code: NoteCode
    ) -> dict[str, NoteValue] | None:
        """The values of a part's note of that code, if it has one."""
        scored = self.scored.part(part)
        notes = scored.notes if scored is not None else ()
        return next((dict(note.values) for note in notes if note.code == code), None)
