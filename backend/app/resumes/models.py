from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from sqlalchemy import CheckConstraint, Enum, ForeignKey, Index, String, Text, func, text
from sqlalchemy.orm import Mapped, mapped_column

from app.platform.database import Base
from app.platform.ids import uuid7

ResumeStatus = Literal["pending", "parsing", "parsed", "failed"]
ReviewDecision = Literal["accepted", "unreadable"]


class Resume(Base):
    """An uploaded resume and what was read from it.

    ``needs_review`` is true while it waits for a person; the decision stays with the reading that
    it was made on. ``taxonomy_version`` and ``reader_version`` (a release) are what read it.
    """

    __tablename__ = "resumes"
    __table_args__ = (
        CheckConstraint("file_size_bytes > 0", name="size"),
        CheckConstraint(
            "status <> 'parsed' OR (parsed_json IS NOT NULL AND profile_hash IS NOT NULL"
            " AND parsed_at IS NOT NULL AND evidence_hash IS NOT NULL"
            " AND taxonomy_version IS NOT NULL AND reader_version IS NOT NULL)",
            name="parsed_is_whole",
        ),
        CheckConstraint("status <> 'failed' OR error_message IS NOT NULL", name="failed_says_why"),
        CheckConstraint(
            "(review_decision IS NULL) = (reviewed_at IS NULL)", name="review_is_whole"
        ),
        CheckConstraint("NOT needs_review OR review_decision IS NULL", name="review_is_open"),
        Index("ix_resumes_user_id_created_at", "user_id", "created_at"),
        Index(
            "ix_resumes_review_queue",
            "created_at",
            "id",
            postgresql_where=text("needs_review AND status = 'parsed'"),
        ),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid7)
    user_id: Mapped[UUID] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"), index=True)
    original_filename: Mapped[str] = mapped_column(String(255))
    file_path: Mapped[str] = mapped_column(String(255))
    file_size_bytes: Mapped[int]
    parsed_json: Mapped[dict[str, Any] | None]
    status: Mapped[ResumeStatus] = mapped_column(
        Enum("pending", "parsing", "parsed", "failed", name="resume_status"),
        default="pending",
        index=True,
    )
    error_message: Mapped[str | None] = mapped_column(Text)
    created_at: Mapped[datetime] = mapped_column(server_default=func.now())
    parsed_at: Mapped[datetime | None]
    profile_hash: Mapped[str | None] = mapped_column(
        ForeignKey("immutable_documents.hash"), index=True
    )
    evidence_hash: Mapped[str | None] = mapped_column(String(64))
    taxonomy_version: Mapped[str | None] = mapped_column(String(64))
    reader_version: Mapped[str | None] = mapped_column(String(20))
    needs_review: Mapped[bool] = mapped_column(default=False, server_default="false")
    review_decision: Mapped[ReviewDecision | None] = mapped_column(
        Enum("accepted", "unreadable", name="review_decision")
    )
    review_note: Mapped[str | None] = mapped_column(Text)
    reviewed_at: Mapped[datetime | None]
    reviewed_by: Mapped[UUID | None] = mapped_column(
        ForeignKey("users.id", ondelete="SET NULL"), index=True
    )


class ResumeEvidence(Base):
    """The lines that one reading of a resume found for each skill; a trigger keeps it unchanged.

    Scores quote them. They are the person's own words, so they go with the resume.
    """

    __tablename__ = "resume_evidence"

    resume_id: Mapped[UUID] = mapped_column(
        ForeignKey("resumes.id", ondelete="CASCADE"), primary_key=True
    )
    hash: Mapped[str] = mapped_column(String(64), primary_key=True)
    body: Mapped[dict[str, Any]]
    created_at: Mapped[datetime] = mapped_column(server_default=func.now())
