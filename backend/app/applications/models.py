from datetime import datetime
from typing import Literal
from uuid import UUID

from sqlalchemy import Enum, ForeignKey, Index, String, Text, UniqueConstraint, func
from sqlalchemy.orm import Mapped, mapped_column

from app.platform.database import Base
from app.platform.ids import uuid7

ApplicationStatus = Literal[
    "applied", "reviewed", "shortlisted", "rejected", "offered", "withdrawn"
]


class Application(Base):
    """One candidate's application to one job; ``score_record_id`` is the score on that day."""

    __tablename__ = "applications"
    __table_args__ = (
        UniqueConstraint("job_id", "candidate_id"),
        Index("ix_applications_job_id_status", "job_id", "status"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid7)
    job_id: Mapped[UUID] = mapped_column(ForeignKey("jobs.id", ondelete="CASCADE"), index=True)
    candidate_id: Mapped[UUID] = mapped_column(
        ForeignKey("users.id", ondelete="CASCADE"), index=True
    )
    resume_id: Mapped[UUID] = mapped_column(
        ForeignKey("resumes.id", ondelete="CASCADE"), index=True
    )
    status: Mapped[ApplicationStatus] = mapped_column(
        Enum(
            "applied",
            "reviewed",
            "shortlisted",
            "rejected",
            "offered",
            "withdrawn",
            name="application_status",
        ),
        default="applied",
    )
    rejection_reason: Mapped[str | None] = mapped_column(String(500))
    recruiter_notes: Mapped[str | None] = mapped_column(Text)
    created_at: Mapped[datetime] = mapped_column(server_default=func.now())
    updated_at: Mapped[datetime] = mapped_column(server_default=func.now(), onupdate=func.now())
    score_record_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("score_records.id", ondelete="SET NULL"), index=True
    )
