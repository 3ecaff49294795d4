"""The score of a profile for a posting: pure, exact, the same for the same inputs.

This is the law of the score policy, over ``fractions.Fraction``; no float takes part.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from fractions import Fraction

from app.engine.jobs.model import EducationPath, Requirements
from app.engine.matching.education import Way, education_part, ways_in
from app.engine.matching.experience import experience_part
from app.engine.matching.facts import Facts, facts_of
from app.engine.matching.model import (
    NOTHING,
    DisclaimerCode,
    PartFinding,
    PartScore,
    Score,
    SlotResult,
)
from app.engine.matching.policy import PARTS, LevelPoints, PartName, Policy
from app.engine.matching.skills import preferred_part, projects_part, required_part
from app.engine.matching.slots import match_slots, normalise_slots, of_importance
from app.engine.resumes.model import Profile

HALF = Fraction(1, 2)


def score(profile: Profile, requirements: Requirements, policy: Policy, as_of: date) -> Score:
    """Score ``profile`` for ``requirements`` by ``policy`` on the day ``as_of``.

    A posting without a single skill has no score: ``exact`` and ``points`` are None.
    """
    facts = facts_of(profile, as_of)
    slots = match_slots(normalise_slots(requirements.slots), facts)
    if not slots:
        return _no_score(facts, requirements, policy)
    points = policy.points(requirements.level)
    path, findings = _findings(facts, requirements, slots, policy)
    exact = sum((points.of(name) * f.fraction for name, f in findings.items()), NOTHING)
    total = round_half_up(exact)
    parts = _parts(findings, points, total)
    return Score(
        exact=exact,
        points=total,
        level=requirements.level,
        parts=parts,
        slots=slots,
        evidence_bonus=_bonus(parts, "required", "required_demonstrated"),
        leadership_bonus=_bonus(parts, "experience", "leadership"),
        experience_months=facts.months,
        education_path=path,
        disclaimers=tuple(_disclaimers(profile, parts)),
        policy_version=policy.version,
        as_of=as_of,
    )


def round_half_up(value: Fraction) -> int:
    """The nearest whole number of a value that is not negative; a half goes up."""
    return (value + HALF).__floor__()


def _no_score(facts: Facts, requirements: Requirements, policy: Policy) -> Score:
    return Score(
        exact=None,
        points=None,
        level=requirements.level,
        parts=(),
        slots=(),
        evidence_bonus=NOTHING,
        leadership_bonus=NOTHING,
        experience_months=facts.months,
        education_path=None,
        disclaimers=("no_skill_asked",),
        policy_version=policy.version,
        as_of=facts.as_of,
    )


def _findings(
    facts: Facts, requirements: Requirements, slots: Sequence[SlotResult], policy: Policy
) -> tuple[EducationPath | None, dict[PartName, PartFinding]]:
    """The finding of every part that the level scores, in table order."""
    required = of_importance(slots, "required")
    way, experience, education = _best_way(facts, requirements, required, policy)
    findings: dict[PartName, PartFinding] = {
        "required": required_part(required, policy),
        "preferred": preferred_part(of_importance(slots, "preferred")),
        "experience": experience,
        "education": education,
        "projects": projects_part(slots, policy),
    }
    points = policy.points(requirements.level)
    return way.path, {name: findings[name] for name in PARTS if points.of(name)}


def _best_way(
    facts: Facts, requirements: Requirements, required: Sequence[SlotResult], policy: Policy
) -> tuple[Way, PartFinding, PartFinding]:
    """The way in that earns most for experience and education together.

    Of equal ones the lowest degree and then the least experience, whatever their order.
    """
    points = policy.points(requirements.level)

    def preference(
        way: Way, experience: PartFinding, education: PartFinding
    ) -> tuple[Fraction, int, int, bool]:
        earned = points.experience * experience.fraction + points.education * education.fraction
        stated = way.path.min_months if way.path else None
        return earned, -(way.level or 0), -(stated or 0), stated is not None

    tried = [
        (
            way,
            experience_part(facts, way.months, required, requirements.level, policy),
            education_part(facts, requirements.education, way, policy),
        )
        for way in ways_in(requirements)
    ]
    return max(tried, key=lambda found: preference(*found))


def _parts(
    findings: dict[PartName, PartFinding], points: LevelPoints, total: int
) -> tuple[PartScore, ...]:
    """Whole points by largest remainder, ties in table order, so that they add up to ``total``."""
    exact = {name: points.of(name) * finding.fraction for name, finding in findings.items()}
    whole = {name: value.__floor__() for name, value in exact.items()}
    by_remainder = sorted(exact, key=lambda name: whole[name] - exact[name])
    for name in by_remainder[: total - sum(whole.values())]:
        whole[name] += 1
    return tuple(
        PartScore(name, points.of(name), f.fraction, whole[name], f.asked, f.notes)
        for name, f in findings.items()
    )


def _bonus(parts: Sequence[PartScore], name: PartName, code: str) -> Fraction:
    """Exact points that notes of ``code`` earned within the part."""
    earned = (
        part.max_points * note.earned
        for part in parts
        if part.name == name
        for note in part.notes
        if note.code == code
    )
    return sum(earned, NOTHING)


def with_uncertain_reading(result: Score) -> Score:
    """The same score with the words that the reading of the resume is not to be relied on."""
    return replace(result, disclaimers=(*result.disclaimers, "reading_uncertain"))


_NOT_ASKED: dict[PartName, DisclaimerCode] = {
    "required": "required_not_asked",
    "preferred": "preferred_not_asked",
    "experience": "experience_not_asked",
    "education": "education_not_asked",
}


def _disclaimers(profile: Profile, parts: Sequence[PartScore]) -> Iterator[DisclaimerCode]:
    """Parts that are full because nothing was asked, then data that is missing and earns 0."""
    for part in parts:
        if not part.asked:
            yield _NOT_ASKED[part.name]
    short = {part.name for part in parts if part.asked and part.fraction < 1}
    if not profile.skills:
        yield "no_skill_read"
    if not profile.work and "experience" in short:
        yield "no_work_read"
    if not profile.degrees and "education" in short:
        yield "no_degree_read"
    if not profile.projects and "projects" in short:
        yield "no_project_read"
