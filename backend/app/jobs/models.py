from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from sqlalchemy import (
    CheckConstraint,
    Enum,
    ForeignKey,
    Index,
    String,
    Text,
    UniqueConstraint,
    func,
)
from sqlalchemy.orm import Mapped, mapped_column

from app.platform.database import Base
from app.platform.ids import uuid7

JobStatus = Literal["draft", "pending_analysis", "active", "closed"]


class Job(Base):
    """A posting and what was read from it.

    ``publish`` says what the end of its analysis makes of it: active, or a draft to look at.
    ``taxonomy_version`` and ``reader_version`` (a release) are what read it.
    """

    __tablename__ = "jobs"
    __table_args__ = (
        CheckConstraint("quality_score BETWEEN 0 AND 100", name="quality_score"),
        CheckConstraint("status <> 'closed' OR closed_at IS NOT NULL", name="closed_has_day"),
        CheckConstraint(
            "requirements_hash IS NULL"
            " OR (taxonomy_version IS NOT NULL AND reader_version IS NOT NULL)",
            name="read_by_something",
        ),
        Index("ix_jobs_status_created_at", "status", "created_at"),
        Index("ix_jobs_created_at", "created_at"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid7)
    recruiter_id: Mapped[UUID] = mapped_column(
        ForeignKey("users.id", ondelete="CASCADE"), index=True
    )
    title: Mapped[str] = mapped_column(String(200))
    raw_description: Mapped[str] = mapped_column(Text)
    parsed_json: Mapped[dict[str, Any] | None]
    quality_score: Mapped[int | None]
    status: Mapped[JobStatus] = mapped_column(
        Enum("draft", "pending_analysis", "active", "closed", name="job_status"),
        default="pending_analysis",
        index=True,
    )
    created_at: Mapped[datetime] = mapped_column(server_default=func.now())
    analyzed_at: Mapped[datetime | None]
    closes_at: Mapped[datetime | None]
    closed_at: Mapped[datetime | None]
    publish: Mapped[bool] = mapped_column(default=True, server_default="true")
    analysis_error: Mapped[str | None] = mapped_column(Text)
    requirements_hash: Mapped[str | None] = mapped_column(
        ForeignKey("immutable_documents.hash"), index=True
    )
    taxonomy_version: Mapped[str | None] = mapped_column(String(64))
    reader_version: Mapped[str | None] = mapped_column(String(20))
    version: Mapped[int] = mapped_column(default=1, server_default="1")


class JobVersion(Base):
    """The text of a posting and what it asked for, each time it changed; a trigger keeps it.

    ``number`` counts from 1. ``edited_by`` is None for what the service itself read anew.
    """

    __tablename__ = "job_versions"
    __table_args__ = (UniqueConstraint("job_id", "number"),)

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid7)
    job_id: Mapped[UUID] = mapped_column(ForeignKey("jobs.id", ondelete="CASCADE"))
    number: Mapped[int]
    title: Mapped[str] = mapped_column(String(200))
    raw_description: Mapped[str] = mapped_column(Text)
    parsed_json: Mapped[dict[str, Any]]
    quality_score: Mapped[int | None]
    requirements_hash: Mapped[str] = mapped_column(
        ForeignKey("immutable_documents.hash"), index=True
    )
    edited_by: Mapped[UUID | None] = mapped_column(
        ForeignKey("users.id", ondelete="CASCADE"), index=True
    )
    created_at: Mapped[datetime] = mapped_column(server_default=func.now())
