from datetime import datetime
from uuid import UUID

from sqlalchemy import Index, String, Text, func
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, mapped_column

from app.platform.database import Base
from app.platform.ids import uuid7


class Skill(Base):
    """A canonical skill, as seeded from the taxonomy's files."""

    __tablename__ = "skills"
    __table_args__ = (Index("ix_skills_synonyms", "synonyms", postgresql_using="gin"),)

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid7)
    canonical_name: Mapped[str] = mapped_column(String(120), unique=True)
    synonyms: Mapped[list[str]] = mapped_column(ARRAY(Text), server_default="{}")
    category: Mapped[str] = mapped_column(String(60))
    created_at: Mapped[datetime] = mapped_column(server_default=func.now())
