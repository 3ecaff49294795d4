"""Scores: computed once for each set of inputs, recorded for ever, and shown with their reasons."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from fractions import Fraction
from uuid import UUID

from sqlalchemy import ColumnElement, select, tuple_
from sqlalchemy.orm import Session

from app.matches import computing, records
from app.matches.inputs import Pair, of_pair
from app.matches.match import Match
from app.matches.models import MatchScore, ScoreRecord
from app.matches.records import PairKey
from app.matches.shelf import Shelf, Wanted, key_of, key_of_pair, subset


def current(session: Session, pairs: Sequence[Pair], today: date) -> dict[PairKey, Match]:
    """Return the scores of all pairs, computing and recording those whose inputs are new.

    ``today`` (UTC) is the day of open jobs; closed ones are scored as of the day they closed, so
    one ranking has one day. The number of queries does not depend on the number of pairs.
    """
    wanted = _wanted(pairs, today)
    found = Shelf(session).get(wanted)
    missing = subset(wanted, wanted.keys() - found.keys())
    return _by_pair(wanted, found | (_from_records(session, missing) if missing else {}))


def recorded(session: Session, pairs: Sequence[Pair], today: date) -> dict[PairKey, Match]:
    """Return the same from the database itself, for what will refer to the records."""
    wanted = _wanted(pairs, today)
    return _by_pair(wanted, _from_records(session, wanted))


def by_record(session: Session, record_ids: Iterable[UUID]) -> dict[UUID, Match]:
    """Return recorded scores by id, as they were, in one query."""
    query = select(ScoreRecord).where(ScoreRecord.id.in_(set(record_ids)))
    return {row.id: _match_of(row.id, row) for row in session.scalars(query)}


def forget_resume(session: Session, resume_id: UUID) -> None:
    """Drop the cached scores of a resume: it has been read anew."""
    _forget(session, MatchScore.resume_id == resume_id)


def forget_job(session: Session, job_id: UUID) -> None:
    """Drop the cached scores of a job: it asks for something else."""
    _forget(session, MatchScore.job_id == job_id)


def _forget(session: Session, which: ColumnElement[bool]) -> None:
    columns = (MatchScore.job_id, MatchScore.candidate_id, MatchScore.resume_id)
    rows = session.execute(select(*columns).where(which))
    Shelf(session).forget([key_of(*row) for row in rows])


def _wanted(pairs: Sequence[Pair], today: date) -> Wanted:
    return {key_of_pair(pair): (pair, of_pair(pair, today)) for pair in pairs}


def _by_pair(wanted: Wanted, found: Mapping[str, Match]) -> dict[PairKey, Match]:
    return {_pair_key(wanted[key][0]): match for key, match in found.items()}


def _pair_key(pair: Pair) -> PairKey:
    return pair[0].id, pair[1].id


def _from_records(session: Session, wanted: Wanted) -> dict[str, Match]:
    """Take what is recorded; what is not is computed here, or by another request meanwhile."""
    shelf = Shelf(session)
    found = _stored(session, wanted)
    shelf.keep(wanted, found)
    missing = subset(wanted, wanted.keys() - found.keys())
    if missing:
        found |= shelf.await_others(missing)
        # In one order everywhere, so that two requests that record the same pairs cannot deadlock.
        missing = subset(wanted, wanted.keys() - found.keys())
    if missing:
        computed = _compute(session, missing)
        shelf.keep(wanted, computed)
        found |= computed
    return found


def _stored(session: Session, wanted: Wanted) -> dict[str, Match]:
    pairs = [_pair_key(pair) for pair, _ in wanted.values()]
    query = select(MatchScore).where(tuple_(MatchScore.job_id, MatchScore.resume_id).in_(pairs))
    rows = {key_of(r.job_id, r.candidate_id, r.resume_id): r for r in session.scalars(query)}
    return {
        key: _match_of(row.record_id, row)
        for key, row in rows.items()
        if key in wanted and row.inputs_hash == wanted[key][1].digest()
    }


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


def _compute(session: Session, missing: Wanted) -> dict[str, Match]:
    """Score the pairs, record them, and make the records current."""
    wanted = list(missing.values())
    documents = computing.load(session, [(pair[1].id, inputs) for pair, inputs in wanted])
    rows = [
        records.row_of(pair, inputs, computing.outcome(inputs, found))
        for (pair, inputs), found in zip(wanted, documents, strict=True)
    ]
    ids = records.add(session, rows)
    return {
        key: Match(
            record_id=ids[records.key_of(row)],
            exact=_fraction(row["exact"]),
            score=row["score"],
            breakdown=row["breakdown"],
            explanation=row["explanation"],
            recruiter_explanation=row["recruiter_explanation"],
        )
        for key, row in zip(missing, rows, strict=True)
    }
