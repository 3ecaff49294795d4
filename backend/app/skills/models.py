from datetime import datetime
from typing import Literal
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
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, mapped_column

from app.platform.database import Base
from app.platform.ids import uuid7

TERM_LENGTH = 120
"""Names are up to 40 characters; levelling may make a ligature two or three."""

UnknownStatus = Literal["pending", "ignored", "added"]


class Skill(Base):
    """A canonical skill, as seeded from the taxonomy's files."""

    __tablename__ = "skills"
    __table_args__ = (Index("ix_skills_synonyms", "synonyms", postgresql_using="gin"),)

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid7)
    canonical_name: Mapped[str] = mapped_column(String(120), unique=True)
    synonyms: Mapped[list[str]] = mapped_column(ARRAY(Text), server_default="{}")
    category: Mapped[str] = mapped_column(String(60))
    created_at: Mapped[datetime] = mapped_column(server_default=func.now())


class UnknownSkill(Base):
    """A name that documents list as a skill and the taxonomy does not know, for admins to judge.

    ``folded`` is the name levelled, so that each name is one row; ``term`` is how it was first
    written. Nothing in the row says who wrote it.
    """

    __tablename__ = "unknown_skills"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid7)
    term: Mapped[str] = mapped_column(String(TERM_LENGTH))
    folded: Mapped[str] = mapped_column(String(TERM_LENGTH), unique=True)
    status: Mapped[UnknownStatus] = mapped_column(
        Enum("pending", "ignored", "added", name="unknown_skill_status"),
        default="pending",
        server_default="pending",
        index=True,
    )
    first_seen: Mapped[datetime] = mapped_column(server_default=func.now())
    last_seen: Mapped[datetime] = mapped_column(server_default=func.now())


class UnknownSkillSighting(Base):
    """One document that holds a name: its row, not a counter, so no document counts twice.

    It goes with its document.
    """

    __tablename__ = "unknown_skill_sightings"
    __table_args__ = (
        CheckConstraint("num_nonnulls(resume_id, job_id) = 1", name="one_document"),
        UniqueConstraint("unknown_skill_id", "resume_id"),
        UniqueConstraint("unknown_skill_id", "job_id"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid7)
    unknown_skill_id: Mapped[UUID] = mapped_column(
        ForeignKey("unknown_skills.id", ondelete="CASCADE")
    )
    resume_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("resumes.id", ondelete="CASCADE"), index=True
    )
    job_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("jobs.id", ondelete="CASCADE"), index=True
    )
