"""The record of what happened, written in the transaction of what happened.

Payloads hold ids, counts, states and versions: never names, contacts or document text.
"""

from typing import Any, Literal
from uuid import UUID

from sqlalchemy.orm import Session

from app.audit.models import Event

EventType = Literal[
    "user_registered",
    "user_logged_in",
    "login_failed",
    "authorization_failed",
    "resume_uploaded",
    "resume_parsed",
    "resume_parse_failed",
    "resume_reviewed",
    "job_created",
    "job_analyzed",
    "job_published",
    "job_closed",
    "job_edited",
    "application_submitted",
    "application_withdrawn",
    "application_status_changed",
    "match_computed",
    "unknown_skill_decided",
]
EntityType = Literal["user", "resume", "job", "application", "match", "unknown_skill"]


def record(
    session: Session,
    event_type: EventType,
    entity: tuple[EntityType, UUID],
    *,
    user_id: UUID | None = None,
    payload: dict[str, Any] | None = None,
) -> None:
    """Add one event; it stands or falls with the caller's transaction."""
    entity_type, entity_id = entity
    session.add(
        Event(
            event_type=event_type,
            user_id=user_id,
            entity_type=entity_type,
            entity_id=entity_id,
            payload=payload or {},
        )
    )
