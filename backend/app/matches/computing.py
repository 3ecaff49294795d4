"""From stored inputs to a score and its words: the one way, for new scores and for replays."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from app.engine.codec import from_json
from app.engine.jobs.model import Requirements
from app.engine.matching.explain import explain
from app.engine.matching.gaps import find_gaps
from app.engine.matching.model import Score
from app.engine.matching.policy import builtin_policy
from app.engine.matching.score import score, with_uncertain_reading
from app.engine.matching.wire import breakdown_json
from app.engine.resumes.model import Profile
from app.matches.inputs import Inputs
from app.platform import immutable
from app.resumes import evidence


@dataclass(frozen=True, slots=True)
class Documents:
    """The stored bodies behind the hashes of some inputs; None where there is none."""

    profile: dict[str, Any] | None
    evidence: dict[str, Any] | None
    requirements: dict[str, Any] | None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What follows from inputs, as it is recorded."""

    exact: str | None
    score: int | None
    breakdown: dict[str, Any]
    explanation: str
    recruiter_explanation: str


def load(session: Session, wanted: Iterable[tuple[UUID, Inputs]]) -> list[Documents]:
    """Return the documents of each resume id and inputs, in two queries for all."""
    wanted = list(wanted)
    bodies = immutable.load(
        session,
        {digest for _, one in wanted for digest in (one.profile_hash, one.requirements_hash)},
    )
    lines = evidence.load(session, {(resume, one.evidence_hash) for resume, one in wanted})
    return [
        Documents(
            bodies.get(one.profile_hash),
            lines.get((resume, one.evidence_hash)),
            bodies.get(one.requirements_hash),
        )
        for resume, one in wanted
    ]


def outcome(inputs: Inputs, documents: Documents) -> Outcome:
    """Compute; raises UnknownPolicyVersion, TypeError or ValueError for what cannot be read."""
    policy = builtin_policy(inputs.policy_version)
    profile = from_json(Profile, documents.profile)
    requirements = from_json(Requirements, documents.requirements)
    lines = evidence.from_body(documents.evidence or {})
    result = scored(inputs, profile, requirements)
    gaps = find_gaps(result, profile, requirements, policy)
    return Outcome(
        exact=None if result.exact is None else str(result.exact),
        score=result.points,
        breakdown=breakdown_json(result, gaps, lines),
        explanation=explain(result, gaps, lines, "candidate", None).text,
        recruiter_explanation=explain(result, gaps, lines, "recruiter", None).text,
    )


def scored(inputs: Inputs, profile: Profile, requirements: Requirements) -> Score:
    """Compute the score alone, by the policy and on the day of the inputs."""
    result = score(profile, requirements, builtin_policy(inputs.policy_version), inputs.as_of)
    return with_uncertain_reading(result) if inputs.is_uncertain else result
