"""The breakdown as JSON: the founding keys, and beside them everything that explains them.

Exact values are strings "numerator/denominator", points with a decimal are strings such as
"13.3": no float stands in a breakdown but the coordinates of evidence.
"""

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from app.engine.codec import to_json
from app.engine.evidence import Source
from app.engine.jobs.model import Importance
from app.engine.matching.explain import Evidence, sources_of
from app.engine.matching.gaps import Gap
from app.engine.matching.model import Note, PartScore, Score, SlotResult
from app.engine.matching.policy import PartName
from app.engine.matching.score import round_half_up
from app.engine.matching.texts import Texts, builtin_texts, one_decimal

FOUNDING_KEYS: dict[PartName, str] = {
    "required": "required_skill_match",
    "preferred": "preferred_skill_match",
    "experience": "experience_alignment",
    "education": "education_alignment",
    "projects": "projects_alignment",
}


def breakdown_json(
    score: Score, gaps: Sequence[Gap], evidence: Evidence, texts: Texts | None = None
) -> dict[str, Any]:
    """The breakdown that is stored and served; equal inputs give equal JSON.

    Without a score the points are None and the lists are empty. ``projects_alignment`` is there
    only for entry roles. ``texts`` are the English ones unless given.
    """
    texts = texts or builtin_texts()
    return {
        **_founding_points(score),
        "evidence_bonus": None if score.exact is None else round_half_up(score.evidence_bonus),
        "matched_required_skills": _labels(score, "required", matched=True),
        "missing_required_skills": _labels(score, "required", matched=False),
        "matched_preferred_skills": _labels(score, "preferred", matched=True),
        "missing_preferred_skills": _labels(score, "preferred", matched=False),
        "score": score.points,
        "exact": None if score.exact is None else exact_json(score.exact),
        "evidence_bonus_exact": exact_json(score.evidence_bonus),
        "leadership_bonus_exact": exact_json(score.leadership_bonus),
        "experience_months": score.experience_months,
        "education_path": to_json(score.education_path),
        "level": score.level,
        "policy": score.policy_version,
        "as_of": score.as_of.isoformat(),
        "parts": [_part_json(part, texts) for part in score.parts],
        "slots": [_slot_json(slot, evidence) for slot in score.slots],
        "gaps": [_gap_json(gap, texts) for gap in gaps],
        "disclaimers": [
            {"code": code, "text": texts.say(f"disclaimer.{code}", "recruiter")}
            for code in score.disclaimers
        ],
    }


def exact_json(value: Fraction) -> str:
    """An exact value as ``numerator/denominator``, in lowest terms."""
    return f"{value.numerator}/{value.denominator}"


def source_json(source: Source) -> dict[str, Any]:
    """A source with the keys of the wire, ``box`` as its four corners' coordinates."""
    return {
        "kind": source.kind,
        "title": source.title,
        "page": source.page,
        "lines": list(source.lines),
        "box": to_json(source.box),
        "span": to_json(source.span),
        "quote": source.quote,
    }


def _founding_points(score: Score) -> dict[str, int | None]:
    names: tuple[PartName, ...] = ("required", "preferred", "experience", "education")
    if score.part("projects") is not None:
        names = (*names, "projects")
    found = {name: score.part(name) for name in names}
    return {FOUNDING_KEYS[name]: part.points if part else None for name, part in found.items()}


def _labels(score: Score, importance: Importance, *, matched: bool) -> list[str]:
    return [
        result.slot.label
        for result in score.slots
        if result.importance == importance and (result.matched is not None) == matched
    ]


def _part_json(part: PartScore, texts: Texts) -> dict[str, Any]:
    return {
        "name": part.name,
        "title": texts.say(f"part.{part.name}"),
        "max": part.max_points,
        "points": part.points,
        "exact": exact_json(part.exact),
        "asked": part.asked,
        "reasons": [_reason_json(note, part.max_points, texts) for note in part.notes],
    }


def _reason_json(note: Note, max_points: int, texts: Texts) -> dict[str, str]:
    earned, lost = note.earned * max_points, note.lost * max_points
    reason = texts.reason(note)
    text = reason
    if earned and lost:
        text = texts.say("worth.both", reason=reason, earned=earned, lost=lost)
    elif earned:
        text = texts.say("worth.earned", reason=reason, earned=earned)
    elif lost:
        text = texts.say("worth.lost", reason=reason, lost=lost)
    return {
        "code": note.code,
        "text": text,
        "earned": one_decimal(earned),
        "lost": one_decimal(lost),
        "earned_exact": exact_json(earned),
        "lost_exact": exact_json(lost),
    }


def _slot_json(result: SlotResult, evidence: Evidence) -> dict[str, Any]:
    return {
        "label": result.slot.label,
        "any_of": list(result.slot.any_of),
        "importance": result.importance,
        "matched": result.matched,
        "through": result.through,
        "demonstrated": result.demonstrated,
        "months": result.months,
        "months_asked": result.slot.months,
        "sources": [source_json(source) for source in sources_of(result, evidence)],
    }


def _gap_json(gap: Gap, texts: Texts) -> dict[str, Any]:
    by_project = gap.project_worth
    return {
        "kind": gap.kind,
        "importance": gap.importance,
        "label": texts.gap(gap),
        "worth": one_decimal(gap.worth),
        "exact": exact_json(gap.worth),
        "project_worth": None if by_project is None else one_decimal(by_project),
        "project_exact": None if by_project is None else exact_json(by_project),
    }
