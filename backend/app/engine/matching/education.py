"""The rule of education: level, field, equivalent experience, and several ways in."""

from dataclasses import dataclass
from fractions import Fraction

from app.engine.jobs.model import EducationAsked, EducationPath, MonthRange, Requirements
from app.engine.matching.facts import Facts
from app.engine.matching.model import NOTHING, WHOLE, Note, PartFinding, not_asked, note
from app.engine.matching.policy import Policy
from app.engine.resumes.model import HeldDegree
from app.engine.taxonomy.model import DegreeLevel


@dataclass(frozen=True, slots=True)
class Way:
    """One way in: a degree level with a range of experience; ``path`` where there are several.

    A path without a level needs no degree, only its experience.
    """

    level: DegreeLevel | None
    months: MonthRange | None
    path: EducationPath | None = None

    @property
    def needs_no_degree(self) -> bool:
        """Whether experience alone is this way in."""
        return self.path is not None and self.level is None

    def equivalent_months(self, policy: Policy) -> int:
        """Months that stand for the degree, where experience may."""
        return (self.months.min if self.months else None) or policy.equivalent_months


def ways_in(requirements: Requirements) -> tuple[Way, ...]:
    """The posting's paths, or the one way that all of it is."""
    asked, months = requirements.education, requirements.experience
    if asked is None or not asked.paths:
        return (Way(asked.level if asked else None, months),)
    return tuple(Way(path.level, _months_of(path, months), path) for path in asked.paths)


def _months_of(path: EducationPath, months: MonthRange | None) -> MonthRange | None:
    """The path's lower bound under the posting's upper one, unless that lies below it."""
    if path.min_months is None:
        return months
    high = months.max if months else None
    return MonthRange(path.min_months, high if high and high >= path.min_months else None)


def education_part(
    facts: Facts, asked: EducationAsked | None, way: Way, policy: Policy
) -> PartFinding:
    """Half for the level and half for the field, or all for the one that is asked.

    Where experience may stand for the degree, enough of it gives both.
    """
    if asked is None or not (asked.fields or way.level or way.path):
        return not_asked("education_not_asked")
    notes = () if way.needs_no_degree else _degree_notes(facts, asked, way, policy)
    earned = sum((n.earned for n in notes), NOTHING)
    if earned == WHOLE or not (asked.or_equivalent or way.needs_no_degree):
        return PartFinding(earned, notes)
    needed = way.equivalent_months(policy)
    if facts.months >= needed:
        stands = note("equivalent_reached", WHOLE, held=facts.months, asked=needed)
        return PartFinding(WHOLE, (stands,))
    lost = WHOLE if way.needs_no_degree else NOTHING
    short = note("equivalent_missing", NOTHING, lost, held=facts.months, asked=needed)
    return PartFinding(earned, (*notes, short))


def _degree_notes(
    facts: Facts, asked: EducationAsked, way: Way, policy: Policy
) -> tuple[Note, ...]:
    level_weight = _level_weight(asked, way, policy)
    notes = []
    if way.level is not None:
        notes.append(_level_note(facts, way.level, level_weight))
    if asked.fields:
        notes.append(_field_note(facts, asked.accepted_fields, 1 - level_weight))
    return tuple(notes)


def _level_weight(asked: EducationAsked, way: Way, policy: Policy) -> Fraction:
    if way.level is None:
        return NOTHING
    return policy.degree_level_share if asked.fields else WHOLE


def _level_note(facts: Facts, level: DegreeLevel, weight: Fraction) -> Note:
    asked = level.name.lower()
    high_enough = [d for d in facts.degrees if d.level is not None and d.level >= level]
    finished = [d.level for d in high_enough if facts.is_finished(d) and d.level is not None]
    if finished:
        held = max(finished).name.lower()
        return note("degree_level_reached", weight, held=held, asked=asked)
    if high_enough:
        end = first_end(high_enough)
        return note("degree_unfinished", NOTHING, weight, asked=asked, end=end)
    return note("degree_level_missing", NOTHING, weight, asked=asked)


def first_end(degrees: list[HeldDegree]) -> str:
    """When the first of these unfinished degrees ends, as ``YYYY-MM`` or ``YYYY``."""
    ends = [degree.end for degree in degrees if degree.end is not None]
    return str(min(ends, key=lambda end: (end.as_end, str(end))))


def _field_note(facts: Facts, fields: tuple[str, ...], weight: Fraction) -> Note:
    studied = {field for degree in facts.degrees for field in degree.fields}
    if shared := tuple(field for field in dict.fromkeys(fields) if field in studied):
        return note("degree_field_matched", weight, fields=shared)
    return note("degree_field_missing", NOTHING, weight, fields=fields)
