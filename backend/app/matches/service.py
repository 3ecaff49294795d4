"""Scores: computed once for each set of inputs, recorded for ever, and shown with their reasons."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any
from uuid import UUID

from sqlalchemy import select, tuple_
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from app.audit import service as audit
from app.engine.codec import content_hash, from_json
from app.engine.jobs.model import Requirements
from app.engine.matching.explain import explain
from app.engine.matching.gaps import find_gaps
from app.engine.matching.policy import Policy, builtin_policy
from app.engine.matching.score import score, with_uncertain_reading
from app.engine.matching.wire import breakdown_json
from app.engine.resumes.model import Profile
from app.engine.taxonomy.load import builtin_taxonomy
from app.jobs.service import ScorableJob
from app.matches.models import MatchScore, ScoreRecord
from app.platform import immutable
from app.platform.clock import now
from app.platform.ids import uuid7
from app.resumes import service as resumes
from app.resumes.service import Evidence, ScorableResume

Pair = tuple[ScorableJob, ScorableResume]
PairKey = tuple[UUID, UUID]
"""Job id and resume id."""


@dataclass(frozen=True, slots=True)
class Match:
    """The current score of a pair; ``exact`` orders, ``score`` shows."""

    record_id: UUID
    exact: Fraction | None
    score: int | None
    breakdown: dict[str, Any]
    explanation: str
    recruiter_explanation: str


def current(session: Session, pairs: Sequence[Pair], today: date) -> dict[PairKey, Match]:
    """Return the scores of all pairs, computing and recording those whose inputs are new.

    ``today`` (UTC) is the day of open jobs; closed ones are scored as of the day they closed, so
    one ranking has one day. The number of queries does not depend on the number of pairs.
    """
    wanted = {_key(pair): (pair, _inputs_hash(pair, today)) for pair in pairs}
    stored = _stored(session, wanted.keys())
    found = {
        key: _match_of(row.record_id, row)
        for key, row in stored.items()
        if row.inputs_hash == wanted[key][1]
    }
    # In one order everywhere, so that two requests that record the same pairs cannot deadlock.
    missing = [wanted[key] for key in sorted(wanted.keys() - found.keys())]
    if missing:
        found |= _compute(session, missing, today)
    return found


def records(session: Session, record_ids: Iterable[UUID]) -> dict[UUID, Match]:
    """Return recorded scores by id, as they were, in one query."""
    query = select(ScoreRecord).where(ScoreRecord.id.in_(set(record_ids)))
    return {row.id: _match_of(row.id, row) for row in session.scalars(query)}


def _key(pair: Pair) -> PairKey:
    return pair[0].id, pair[1].id


def _as_of(job: ScorableJob, today: date) -> date:
    return job.closed_on or today


def _inputs_hash(pair: Pair, today: date) -> str:
    job, resume = pair
    inputs = {
        "profile": resume.profile_hash,
        "requirements": job.requirements_hash,
        "policy": builtin_policy().version,
        "taxonomy": builtin_taxonomy().version,
        "as_of": _as_of(job, today).isoformat(),
    }
    # It changes no point but what is said of them; named only where it is so, as records before
    # there were reviews have it not.
    return content_hash(inputs | ({"reading": "uncertain"} if resume.is_uncertain else {}))


def _stored(session: Session, keys: Iterable[PairKey]) -> dict[PairKey, MatchScore]:
    query = select(MatchScore).where(
        tuple_(MatchScore.job_id, MatchScore.resume_id).in_(list(keys))
    )
    return {(row.job_id, row.resume_id): row for row in session.scalars(query)}


def _match_of(record_id: UUID, row: MatchScore | ScoreRecord) -> Match:
    return Match(
        record_id,
        _fraction(row.exact),
        row.score,
        row.breakdown,
        row.explanation,
        row.recruiter_explanation,
    )


def _fraction(text: str | None) -> Fraction | None:
    return None if text is None else Fraction(text)


def _compute(
    session: Session, missing: list[tuple[Pair, str]], today: date
) -> dict[PairKey, Match]:
    """Score the pairs, record them, and make the records current."""
    policy = builtin_policy()
    bodies = immutable.load(
        session,
        {job.requirements_hash for (job, _), _ in missing}
        | {resume.profile_hash for (_, resume), _ in missing},
    )
    evidence = {
        resume_id: resumes.evidence_of(resume.parsed_json)
        for resume_id, resume in resumes.parsed(
            session, {resume.id for (_, resume), _ in missing}
        ).items()
    }
    rows = [
        _scored_row(pair, inputs_hash, bodies, evidence.get(pair[1].id, {}), policy, today)
        for pair, inputs_hash in missing
    ]
    ids = _record(session, rows)
    _make_current(session, rows, ids)
    return {
        (row["job_id"], row["resume_id"]): Match(
            record_id=ids[row["job_id"], row["resume_id"]],
            exact=_fraction(row["exact"]),
            score=row["score"],
            breakdown=row["breakdown"],
            explanation=row["explanation"],
            recruiter_explanation=row["recruiter_explanation"],
        )
        for row in rows
    }


def _scored_row(
    pair: Pair,
    inputs_hash: str,
    bodies: dict[str, dict[str, Any]],
    evidence: Evidence,
    policy: Policy,
    today: date,
) -> dict[str, Any]:
    job, resume = pair
    as_of = _as_of(job, today)
    profile = from_json(Profile, bodies[resume.profile_hash])
    requirements = from_json(Requirements, bodies[job.requirements_hash])
    result = score(profile, requirements, policy, as_of)
    if resume.is_uncertain:
        result = with_uncertain_reading(result)
    gaps = find_gaps(result, profile, requirements, policy)
    return {
        "id": uuid7(),
        "job_id": job.id,
        "candidate_id": resume.candidate_id,
        "resume_id": resume.id,
        "as_of": as_of,
        "policy_version": policy.version,
        "taxonomy_version": builtin_taxonomy().version,
        "profile_hash": resume.profile_hash,
        "requirements_hash": job.requirements_hash,
        "inputs_hash": inputs_hash,
        "exact": None if result.exact is None else str(result.exact),
        "score": result.points,
        "breakdown": breakdown_json(result, gaps, evidence),
        "explanation": explain(result, gaps, evidence, "candidate", None).text,
        "recruiter_explanation": explain(result, gaps, evidence, "recruiter", None).text,
        "computed_at": now(),
    }


def _record(session: Session, rows: list[dict[str, Any]]) -> dict[PairKey, UUID]:
    """Add the records that are new; where another request was first, its record stands."""
    session.execute(insert(ScoreRecord).on_conflict_do_nothing(), rows)
    identity = (ScoreRecord.job_id, ScoreRecord.resume_id, ScoreRecord.inputs_hash)
    wanted = [(row["job_id"], row["resume_id"], row["inputs_hash"]) for row in rows]
    kept = session.execute(select(*identity, ScoreRecord.id).where(tuple_(*identity).in_(wanted)))
    ids = {(job_id, resume_id): record_id for job_id, resume_id, _, record_id in kept}
    for row in rows:
        if ids[row["job_id"], row["resume_id"]] == row["id"]:
            audit.record(
                session,
                "match_computed",
                ("match", row["id"]),
                user_id=row["candidate_id"],
                payload={
                    "job_id": str(row["job_id"]),
                    "resume_id": str(row["resume_id"]),
                    "score": row["score"],
                    "policy": row["policy_version"],
                    "as_of": row["as_of"].isoformat(),
                },
            )
    return ids


_COPIED = ("job_id", "candidate_id", "resume_id", "inputs_hash", "exact", "score")
_COPIED_LAST = ("breakdown", "explanation", "recruiter_explanation", "computed_at")


def _make_current(session: Session, rows: list[dict[str, Any]], ids: dict[PairKey, UUID]) -> None:
    values = [
        {name: row[name] for name in (*_COPIED, *_COPIED_LAST)}
        | {"id": uuid7(), "record_id": ids[row["job_id"], row["resume_id"]]}
        for row in rows
    ]
    statement = insert(MatchScore)
    changed = ("record_id", "inputs_hash", "exact", "score", *_COPIED_LAST)
    session.execute(
        statement.on_conflict_do_update(
            index_elements=["job_id", "candidate_id", "resume_id"],
            set_={name: statement.excluded[name] for name in changed},
        ),
        values,
    )
