from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Index, String, func
from sqlalchemy.orm import Mapped, mapped_column

from app.platform.database import Base
from app.platform.ids import uuid7


class Event(Base):
    """One thing that happened; rows are only ever added (a trigger refuses anything else).

    ``user_id`` is no foreign key: an account can go, what happened stays.
    """

    __tablename__ = "events"
    __table_args__ = (
        Index("ix_events_entity_type_entity_id", "entity_type", "entity_id"),
        Index("ix_events_created_at", "created_at"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid7)
    event_type: Mapped[str] = mapped_column(String(64), index=True)
    user_id: Mapped[UUID | None] = mapped_column(index=True)
    entity_type: Mapped[str] = mapped_column(String(32))
    entity_id: Mapped[UUID]
    payload: Mapped[dict[str, Any]]
    created_at: Mapped[datetime] = mapped_column(server_default=func.now())
