"""JSON documents stored once under the hash of their content, and never changed.

Scores name their inputs by these hashes, so any score can be computed again from what it saw.
"""

from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint, String, func, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Mapped, Session, mapped_column

from app.engine.codec import content_hash, to_json
from app.platform.database import Base


class ImmutableDocument(Base):
    """One document; a trigger refuses updates."""

    __tablename__ = "immutable_documents"
    __table_args__ = (CheckConstraint("kind IN ('profile', 'requirements')", name="kind"),)

    hash: Mapped[str] = mapped_column(String(64), primary_key=True)
    kind: Mapped[str]
    body: Mapped[dict[str, Any]]
    created_at: Mapped[datetime] = mapped_column(server_default=func.now())


def store(session: Session, kind: str, value: object) -> str:
    """Keep an engine value (of ``kind``) and return its hash; keeping it twice is one row."""
    body = to_json(value)
    digest = content_hash(body)
    session.execute(
        insert(ImmutableDocument)
        .values(hash=digest, kind=kind, body=body)
        .on_conflict_do_nothing(index_elements=["hash"])
    )
    return digest


def load(session: Session, hashes: set[str]) -> dict[str, dict[str, Any]]:
    """Return the bodies of the documents that are there, by hash, in one query."""
    if not hashes:
        return {}
    query = select(ImmutableDocument.hash, ImmutableDocument.body).where(
        ImmutableDocument.hash.in_(hashes)
    )
    return dict(session.execute(query).all())
