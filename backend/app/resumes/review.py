"""The queue of readings that a person should look at (RES-8), and what they say of them.

A resume stays parsed and is scored meanwhile; its scores say that the reading is uncertain until
somebody accepts it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.audit import service as audit
from app.platform.clock import now
from app.platform.errors import NotFound, Refusal
from app.resumes.models import Resume, ReviewDecision


class NotInReview(Refusal):
    """The resume does not wait for a person."""

    status, code, title = 409, "not-in-review", "This resume does not wait for a review"


@dataclass(frozen=True, slots=True)
class Waiting:
    """A resume of the queue; ``flags`` are those of its reading."""

    resume_id: UUID
    user_id: UUID
    confidence: int
    flags: Sequence[dict[str, Any]]
    created_at: datetime
    parsed_at: datetime


def await_person(resume: Resume, *, needed: bool) -> None:
    """Put a new reading into the queue, or not; what was said of an older one is void."""
    resume.review_decision = resume.review_note = None
    resume.reviewed_at = resume.reviewed_by = None
    resume.needs_review = needed


def waiting(session: Session, limit: int, offset: int) -> tuple[list[Waiting], int]:
    """Return a page of the queue, oldest first, and how many resumes wait."""
    waits = Resume.needs_review & (Resume.status == "parsed")
    query = (
        select(
            Resume.id.label("resume_id"),
            Resume.user_id,
            Resume.parsed_json["confidence"].as_integer().label("confidence"),
            Resume.parsed_json["flags"].label("flags"),
            Resume.created_at,
            Resume.parsed_at,
        )
        .where(waits)
        .order_by(Resume.created_at, Resume.id)
    )
    total = session.scalar(select(func.count()).select_from(Resume).where(waits)) or 0
    rows = session.execute(query.limit(limit).offset(offset))
    return [Waiting(**row._asdict()) for row in rows], total


def close(
    session: Session, actor_id: UUID, resume_id: UUID, decision: ReviewDecision, note: str | None
) -> Resume:
    """Keep what a person says of a reading; raises NotFound, NotInReview."""
    resume = session.get(Resume, resume_id, with_for_update=True)
    if resume is None:
        raise NotFound("There is no resume with this id.")
    if not resume.needs_review or resume.status != "parsed":
        raise NotInReview(
            f"It was reviewed already: {resume.review_decision}."
            if resume.review_decision
            else "Its reading was not doubted."
        )
    resume.needs_review = False
    resume.review_decision, resume.review_note = decision, note
    resume.reviewed_at, resume.reviewed_by = now(), actor_id
    confidence = (resume.parsed_json or {}).get("confidence")
    audit.record(
        session,
        "resume_reviewed",
        ("resume", resume.id),
        user_id=actor_id,
        payload={"resume_id": str(resume.id), "decision": decision, "confidence": confidence},
    )
    session.flush()
    return resume
