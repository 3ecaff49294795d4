from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import (
    CheckConstraint,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    String,
    Text,
    UniqueConstraint,
    func,
)
from sqlalchemy.orm import Mapped, mapped_column

from app.platform.database import Base
from app.platform.ids import uuid7


class ScoreRecord(Base):
    """One score as it was computed; a trigger refuses any change.

    ``exact`` is the score as a fraction ("233/3"), None where the job cannot be scored. Three
    hashes name the immutable inputs; ``inputs_hash`` covers them with all from ``as_of`` to
    ``is_uncertain``: see :class:`app.matches.inputs.Inputs`.
    """

    __tablename__ = "score_records"
    __table_args__ = (
        UniqueConstraint("job_id", "candidate_id", "resume_id", "inputs_hash"),
        ForeignKeyConstraint(
            ["resume_id", "evidence_hash"],
            ["resume_evidence.resume_id", "resume_evidence.hash"],
            ondelete="CASCADE",
        ),
        Index("ix_score_records_resume_id_evidence_hash", "resume_id", "evidence_hash"),
        CheckConstraint("score BETWEEN 0 AND 100", name="score"),
        CheckConstraint("(score IS NULL) = (exact IS NULL)", name="exact_with_score"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid7)
    job_id: Mapped[UUID] = mapped_column(ForeignKey("jobs.id", ondelete="CASCADE"))
    candidate_id: Mapped[UUID] = mapped_column(
        ForeignKey("users.id", ondelete="CASCADE"), index=True
    )
    resume_id: Mapped[UUID] = mapped_column(ForeignKey("resumes.id", ondelete="CASCADE"))
    as_of: Mapped[date]
    policy_version: Mapped[str] = mapped_column(String(20))
    wording_version: Mapped[str] = mapped_column(String(64))
    resume_taxonomy_version: Mapped[str] = mapped_column(String(64))
    resume_reader_version: Mapped[str] = mapped_column(String(20))
    job_taxonomy_version: Mapped[str] = mapped_column(String(64))
    job_reader_version: Mapped[str] = mapped_column(String(20))
    profile_hash: Mapped[str] = mapped_column(ForeignKey("immutable_documents.hash"), index=True)
    evidence_hash: Mapped[str] = mapped_column(String(64))
    requirements_hash: Mapped[str] = mapped_column(
        ForeignKey("immutable_documents.hash"), index=True
    )
    is_uncertain: Mapped[bool]
    inputs_hash: Mapped[str] = mapped_column(String(64))
    exact: Mapped[str | None] = mapped_column(Text)
    score: Mapped[int | None]
    breakdown: Mapped[dict[str, Any]]
    explanation: Mapped[str] = mapped_column(Text)
    recruiter_explanation: Mapped[str] = mapped_column(Text)
    computed_at: Mapped[datetime] = mapped_column(server_default=func.now())


class MatchScore(Base):
    """The current score of a pair: a copy of its newest record, for queries and rankings."""

    __tablename__ = "match_scores"
    __table_args__ = (
        UniqueConstraint("job_id", "candidate_id", "resume_id"),
        CheckConstraint("score BETWEEN 0 AND 100", name="score"),
        Index("ix_match_scores_computed_at", "computed_at"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid7)
    job_id: Mapped[UUID] = mapped_column(ForeignKey("jobs.id", ondelete="CASCADE"), index=True)
    candidate_id: Mapped[UUID] = mapped_column(
        ForeignKey("users.id", ondelete="CASCADE"), index=True
    )
    resume_id: Mapped[UUID] = mapped_column(
        ForeignKey("resumes.id", ondelete="CASCADE"), index=True
    )
    record_id: Mapped[UUID] = mapped_column(
        ForeignKey("score_records.id", ondelete="CASCADE"), index=True
    )
    inputs_hash: Mapped[str] = mapped_column(String(64))
    exact: Mapped[str | None] = mapped_column(Text)
    score: Mapped[int | None]
    breakdown: Mapped[dict[str, Any]]
    explanation: Mapped[str] = mapped_column(Text)
    recruiter_explanation: Mapped[str] = mapped_column(Text)
    computed_at: Mapped[datetime] = mapped_column(server_default=func.now())
