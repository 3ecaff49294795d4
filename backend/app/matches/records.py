"""Scores as rows: written once for each set of inputs, never changed, and the newest on hand."""

from dataclasses import asdict
from typing import Any
from uuid import UUID

from sqlalchemy import select, tuple_
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from app.audit import service as audit
from app.matches.computing import Outcome
from app.matches.inputs import Inputs, Pair
from app.matches.models import MatchScore, ScoreRecord
from app.platform.clock import now
from app.platform.ids import uuid7

PairKey = tuple[UUID, UUID]
"""Job id and resume id."""

Row = dict[str, Any]
"""The columns of one record."""

_COPIED = (
    "job_id",
    "candidate_id",
    "resume_id",
    "inputs_hash",
    "exact",
    "score",
    "breakdown",
    "explanation",
    "recruiter_explanation",
    "computed_at",
)
_RENEWED = tuple(name for name in _COPIED if not name.endswith("_id"))


def row_of(pair: Pair, inputs: Inputs, outcome: Outcome) -> Row:
    """Put a record together."""
    job, resume = pair
    return {
        "id": uuid7(),
        "job_id": job.id,
        "candidate_id": resume.candidate_id,
        "resume_id": resume.id,
        "inputs_hash": inputs.digest(),
        "computed_at": now(),
        **asdict(inputs),
        **asdict(outcome),
    }


def key_of(row: Row) -> PairKey:
    """Name the pair of a record."""
    return row["job_id"], row["resume_id"]


def add(session: Session, rows: list[Row]) -> dict[PairKey, UUID]:
    """Add the records that are new; where another request was first, its record stands.

    Returns the ids of the records that are there, which are then the current ones.
    """
    session.execute(insert(ScoreRecord).on_conflict_do_nothing(), rows)
    identity = (ScoreRecord.job_id, ScoreRecord.resume_id, ScoreRecord.inputs_hash)
    wanted = [(*key_of(row), row["inputs_hash"]) for row in rows]
    kept = session.execute(select(*identity, ScoreRecord.id).where(tuple_(*identity).in_(wanted)))
    ids = {(job_id, resume_id): record_id for job_id, resume_id, _, record_id in kept}
    for row in rows:
        if ids[key_of(row)] == row["id"]:
            _note(session, row)
    _make_current(session, rows, ids)
    return ids


def _note(session: Session, row: Row) -> None:
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


def _make_current(session: Session, rows: list[Row], ids: dict[PairKey, UUID]) -> None:
    values = [
        {name: row[name] for name in _COPIED} | {"id": uuid7(), "record_id": ids[key_of(row)]}
        for row in rows
    ]
    statement = insert(MatchScore)
    session.execute(
        statement.on_conflict_do_update(
            index_elements=["job_id", "candidate_id", "resume_id"],
            set_={name: statement.excluded[name] for name in ("record_id", *_RENEWED)},
        ),
        values,
    )
