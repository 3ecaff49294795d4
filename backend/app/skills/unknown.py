"""The queue of names that documents list as skills and the taxonomy does not know (RES-7).

A name counts once for each document that holds it now: reading a document again changes nothing,
and a document that is deleted takes its sightings along. What no document holds is not shown, and
forgotten while nobody has judged it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal
from uuid import UUID

from sqlalchemy import ColumnElement, Select, case, cast, delete, exists, func, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from app.audit import service as audit
from app.engine.taxonomy.normalize import folded_name
from app.engine.taxonomy.taxonomy import Taxonomy
from app.platform.errors import NotFound, Refusal
from app.platform.ids import uuid7
from app.skills.models import UnknownSkill, UnknownSkillSighting, UnknownStatus

Holder = Literal["resume", "job"]
Order = Literal["documents", "newest"]
Decision = Literal["pending", "ignored"]

_COLUMNS = {"resume": UnknownSkillSighting.resume_id, "job": UnknownSkillSighting.job_id}


class AlreadyAdded(Refusal):
    """The taxonomy knows the name by now."""

    status, code, title = 409, "already-added", "The taxonomy knows this name by now"


@dataclass(frozen=True, slots=True)
class Unknown:
    """A name with the number of documents that hold it."""

    id: UUID
    term: str
    status: UnknownStatus
    documents: int
    first_seen: datetime
    last_seen: datetime


def note(session: Session, holder: Holder, document_id: UUID, terms: Sequence[str]) -> None:
    """Make these the unknown names of a document, in place of those noted for it before."""
    # In one order everywhere, so that two documents with the same names cannot deadlock.
    named = sorted({folded_name(term): term for term in reversed(terms)}.items())
    column = _COLUMNS[holder]
    ids = _kept(session, named) if named else []
    session.execute(
        delete(UnknownSkillSighting).where(
            column == document_id, UnknownSkillSighting.unknown_skill_id.not_in(ids)
        )
    )
    if ids:
        session.execute(
            insert(UnknownSkillSighting).on_conflict_do_nothing(),
            [{"id": uuid7(), "unknown_skill_id": i, column.key: document_id} for i in ids],
        )


def _kept(session: Session, named: Sequence[tuple[str, str]]) -> list[UUID]:
    """The rows of names, made or brought up to date; one that was added is unknown again."""
    rows = [{"id": uuid7(), "term": term, "folded": folded} for folded, term in named]
    pending = cast("pending", UnknownSkill.status.type)
    changes = {
        "last_seen": func.now(),
        "status": case((UnknownSkill.status == "added", pending), else_=UnknownSkill.status),
    }
    statement = insert(UnknownSkill).values(rows)
    kept = statement.on_conflict_do_update(index_elements=["folded"], set_=changes)
    return list(session.scalars(kept.returning(UnknownSkill.id)))


def listed(
    session: Session, status: UnknownStatus, order: Order, limit: int, offset: int
) -> tuple[list[Unknown], int]:
    """Return a page of the names of one status that documents hold, and how many there are."""
    query = _with_counts().where(UnknownSkill.status == status)
    documents = query.selected_columns.documents
    first = documents.desc() if order == "documents" else UnknownSkill.first_seen.desc()
    page = session.execute(query.order_by(first, UnknownSkill.folded).limit(limit).offset(offset))
    total = session.scalar(
        select(func.count())
        .select_from(UnknownSkill)
        .where(UnknownSkill.status == status, _is_held())
    )
    return [Unknown(**row._asdict()) for row in page], total or 0


def decide(session: Session, actor_id: UUID, unknown_id: UUID, decision: Decision) -> Unknown:
    """Ignore a name, or put it back into the queue; raises NotFound, AlreadyAdded."""
    row = session.get(UnknownSkill, unknown_id, with_for_update=True)
    if row is None:
        raise NotFound("There is no unknown skill with this id.")
    if row.status == "added":
        raise AlreadyAdded("It is a skill or a synonym now, so there is nothing to decide.")
    if row.status != decision:
        audit.record(
            session,
            "unknown_skill_decided",
            ("unknown_skill", row.id),
            user_id=actor_id,
            payload={"from": row.status, "to": decision},
        )
        row.status = decision
        session.flush()
    counted = session.execute(_with_counts(outer=True).where(UnknownSkill.id == unknown_id)).one()
    return Unknown(**counted._asdict())


def mark_added(session: Session, taxonomy: Taxonomy) -> int:
    """Take out of the queue what the taxonomy knows by now; returns how many names."""
    open_names = session.execute(
        select(UnknownSkill.id, UnknownSkill.term).where(UnknownSkill.status != "added")
    )
    known = [row.id for row in open_names if taxonomy.canonical(row.term) is not None]
    session.execute(update(UnknownSkill).where(UnknownSkill.id.in_(known)).values(status="added"))
    return len(known)


def forget_unheld(session: Session, before: datetime) -> int:
    """Delete the names last seen ``before`` then that nobody judged and no document holds now.

    The moment has to be some time ago: a name that is being noted has no sighting yet.
    """
    gone = session.execute(
        delete(UnknownSkill)
        .where(UnknownSkill.status == "pending", UnknownSkill.last_seen < before, ~_is_held())
        .returning(UnknownSkill.id)
        .execution_options(synchronize_session=False)
    )
    return len(gone.all())


def _is_held() -> ColumnElement[bool]:
    return exists().where(UnknownSkillSighting.unknown_skill_id == UnknownSkill.id)


_Counted = Select[UUID, str, UnknownStatus, int, datetime, datetime]


def _with_counts(*, outer: bool = False) -> _Counted:
    """Names with the number of documents; those that none holds only where ``outer``."""
    return (
        select(
            UnknownSkill.id,
            UnknownSkill.term,
            UnknownSkill.status,
            func.count(UnknownSkillSighting.id).label("documents"),
            UnknownSkill.first_seen,
            UnknownSkill.last_seen,
        )
        .join(
            UnknownSkillSighting,
            UnknownSkillSighting.unknown_skill_id == UnknownSkill.id,
            isouter=outer,
        )
        .group_by(UnknownSkill.id)
    )
