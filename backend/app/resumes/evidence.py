"""The lines of a resume that a score quotes, kept as they were when it was read."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from sqlalchemy import select, tuple_
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from app.engine.codec import content_hash, from_json, to_json
from app.engine.evidence import Source
from app.engine.resumes.model import Resume as ReadResume
from app.resumes.models import ResumeEvidence

Evidence = dict[str, tuple[Source, ...]]
"""Canonical skill → the places of the resume that show it."""

EvidenceKey = tuple[UUID, str]
"""Resume id and hash."""


def keep(session: Session, resume_id: UUID, reading: ReadResume) -> str:
    """Keep what shows each skill and return its hash; the same lines are kept once."""
    body = to_json({fact.skill: fact.sources for fact in reading.skills})
    digest = content_hash(body)
    session.execute(
        insert(ResumeEvidence)
        .values(resume_id=resume_id, hash=digest, body=body)
        .on_conflict_do_nothing()
    )
    return digest


def load(session: Session, keys: Iterable[EvidenceKey]) -> dict[EvidenceKey, dict[str, Any]]:
    """Return the stored bodies that are there, in one query."""
    query = select(ResumeEvidence.resume_id, ResumeEvidence.hash, ResumeEvidence.body).where(
        tuple_(ResumeEvidence.resume_id, ResumeEvidence.hash).in_(list(keys))
    )
    return {(resume_id, digest): body for resume_id, digest, body in session.execute(query)}


def from_body(body: dict[str, Any]) -> Evidence:
    """Build the evidence from a stored body."""
    return {
        skill: tuple(from_json(Source, source) for source in sources)
        for skill, sources in body.items()
    }
