"""Scores: computed once for each set of inputs, recorded for ever, and shown with their reasons."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any
from uuid import UUID

from sqlalchemy import select, tuple_
from sqlalchemy.orm import Session

from app.matches import computing, records
from app.matches.inputs import Inputs, Pair, of_pair
from app.matches.models import MatchScore, ScoreRecord
from app.matches.records import PairKey


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
    wanted = {_key(pair): (pair, of_pair(pair, today)) for pair in pairs}
    stored = _stored(session, wanted.keys())
    found = {
        key: _match_of(row.record_id, row)
        for key, row in stored.items()
        if row.inputs_hash == wanted[key][1].digest()
    }
    # In one order everywhere, so that two requests that record the same pairs cannot deadlock.
    missing = [wanted[key] for key in sorted(wanted.keys() - found.keys())]
    if missing:
        found |= _compute(session, missing)
    return found


def by_record(session: Session, record_ids: Iterable[UUID]) -> dict[UUID, Match]:
    """Return recorded scores by id, as they were, in one query."""
    query = select(ScoreRecord).where(ScoreRecord.id.in_(set(record_ids)))
    return {row.id: _match_of(row.id, row) for row in session.scalars(query)}


def _key(pair: Pair) -> PairKey:
    return pair[0].id, pair[1].id


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


def _compute(session: Session, missing: list[tuple[Pair, Inputs]]) -> dict[PairKey, Match]:
    """Score the pairs, record them, and make the records current."""
    documents = computing.load(session, [(pair[1].id, inputs) for pair, inputs in missing])
    rows = [
        records.row_of(pair, inputs, computing.outcome(inputs, found))
        for (pair, inputs), found in zip(missing, documents, strict=True)
    ]
    ids = records.add(session, rows)
    return {
        records.key_of(row): Match(
            record_id=ids[records.key_of(row)],
            exact=_fraction(row["exact"]),
            score=row["score"],
            breakdown=row["breakdown"],
            explanation=row["explanation"],
            recruiter_explanation=row["recruiter_explanation"],
        )
        for row in rows
    }
