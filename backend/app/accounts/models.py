from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, Enum, String, func
from sqlalchemy.orm import Mapped, mapped_column

from app.accounts.roles import Role
from app.platform.database import Base
from app.platform.ids import uuid7

ROLE_ENUM = Enum("candidate", "recruiter", "admin", name="user_role")


class User(Base):
    """An account. Emails are stored in lower case, so that one address is one account."""

    __tablename__ = "users"
    __table_args__ = (
        CheckConstraint("email ~ '^[^@[:space:]]+@[^@[:space:]]+$'", name="email_format"),
        CheckConstraint("email = lower(email)", name="email_lower"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid7)
    name: Mapped[str] = mapped_column(String(200))
    email: Mapped[str] = mapped_column(String(320), unique=True)
    password_hash: Mapped[str] = mapped_column(String(255))
    role: Mapped[Role] = mapped_column(ROLE_ENUM, index=True)
    company: Mapped[str | None] = mapped_column(String(200))
    created_at: Mapped[datetime] = mapped_column(server_default=func.now())
    updated_at: Mapped[datetime] = mapped_column(server_default=func.now(), onupdate=func.now())
    is_active: Mapped[bool] = mapped_column(default=True, server_default="true")
