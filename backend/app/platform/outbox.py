"""Tasks as rows: written in the transaction of the change that needs them, so none is lost.

A row goes ``pending`` → ``sent`` (a message is in the broker) → ``running`` (a worker holds a
lease) → ``done``; or back to ``pending`` when a lease ends, and to ``dead`` when it failed too
often. The broker only carries wake-up calls: losing or doubling one changes nothing.
"""

from datetime import datetime, timedelta
from typing import Any, Literal
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, delete, func, select, text, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from app.platform.database import Base
from app.platform.ids import uuid7
from app.platform.logging import current_request_id

Queue = Literal["high", "medium", "low"]
QUEUES: tuple[Queue, ...] = ("high", "medium", "low")
CHANNEL = "outbox"

MAX_FAILURES = 3
MAX_STARTS = 6
"""A start that ends without a word (a killed worker) is not a failure of the task, but a task
that takes its worker down every time must end somewhere."""

RUN_LEASE = timedelta(seconds=6)
FIRST_SEND_LEASE_SECONDS = 5
LONGEST_SEND_DOUBLINGS = 6


class OutboxTask(Base):
    """One unit of work that must happen, once in effect."""

    __tablename__ = "outbox_tasks"
    __table_args__ = (
        CheckConstraint("queue IN ('high', 'medium', 'low')", name="queue"),
        CheckConstraint("status IN ('pending', 'sent', 'running', 'done', 'dead')", name="status"),
        Index(
            "ix_outbox_tasks_pending", "available_at", postgresql_where=text("status = 'pending'")
        ),
        Index(
            "ix_outbox_tasks_leased",
            "leased_until",
            postgresql_where=text("status IN ('sent', 'running')"),
        ),
        Index("ix_outbox_tasks_finished", "finished_at", postgresql_where=text("status = 'done'")),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid7)
    name: Mapped[str]
    queue: Mapped[str]
    payload: Mapped[dict[str, Any]]
    status: Mapped[str] = mapped_column(default="pending")
    sends: Mapped[int] = mapped_column(default=0)
    starts: Mapped[int] = mapped_column(default=0)
    failures: Mapped[int] = mapped_column(default=0)
    available_at: Mapped[datetime] = mapped_column(server_default=func.now())
    leased_until: Mapped[datetime | None]
    lease_token: Mapped[UUID | None]
    last_error: Mapped[str | None]
    request_id: Mapped[str | None]
    created_at: Mapped[datetime] = mapped_column(server_default=func.now())
    finished_at: Mapped[datetime | None]


def enqueue(session: Session, name: str, queue: Queue, payload: dict[str, Any]) -> UUID:
    """Add a task to this transaction and wake the dispatcher when it commits."""
    task = OutboxTask(
        id=uuid7(), name=name, queue=queue, payload=payload, request_id=current_request_id()
    )
    session.add(task)
    session.flush()
    wake_dispatcher(session)
    return task.id


def wake_dispatcher(session: Session) -> None:
    """Notify on commit."""
    session.execute(select(func.pg_notify(CHANNEL, "")))


def claim_pending(session: Session, limit: int) -> list[OutboxTask]:
    """Lock up to ``limit`` due tasks, the urgent queues first; those locked are passed over."""
    order = func.array_position(text("ARRAY['high', 'medium', 'low']"), OutboxTask.queue)
    query = (
        select(OutboxTask)
        .where(OutboxTask.status == "pending", OutboxTask.available_at <= func.now())
        .order_by(order, OutboxTask.available_at, OutboxTask.id)
        .limit(limit)
        .with_for_update(skip_locked=True)
    )
    return list(session.scalars(query))


def mark_sent(session: Session, tasks: list[UUID]) -> None:
    """Give the messages time to arrive; each further send of a task doubles it."""
    doublings = func.least(OutboxTask.sends, LONGEST_SEND_DOUBLINGS)
    wait = func.make_interval(0, 0, 0, 0, 0, 0, FIRST_SEND_LEASE_SECONDS * func.power(2, doublings))
    session.execute(
        update(OutboxTask)
        .where(OutboxTask.id.in_(tasks))
        .values(status="sent", sends=OutboxTask.sends + 1, leased_until=func.now() + wait)
        .execution_options(synchronize_session=False)
    )


def count_in_flight(session: Session) -> int:
    """Count the tasks that are in the broker or in a worker."""
    query = select(func.count()).where(OutboxTask.status.in_(("sent", "running")))
    return session.scalar(query) or 0


def release_expired(session: Session) -> int:
    """Make due again what was sent or started and not heard of since; returns how many."""
    released = session.execute(
        update(OutboxTask)
        .where(OutboxTask.status.in_(("sent", "running")), OutboxTask.leased_until < func.now())
        .values(status="pending", lease_token=None, leased_until=None, available_at=func.now())
        .returning(OutboxTask.id)
        .execution_options(synchronize_session=False)
    )
    return len(released.all())


def delete_finished(session: Session, before: datetime) -> int:
    """Forget tasks done before a moment; dead ones stay for a person to look at."""
    deleted = session.execute(
        delete(OutboxTask)
        .where(OutboxTask.status == "done", OutboxTask.finished_at < before)
        .returning(OutboxTask.id)
        .execution_options(synchronize_session=False)
    )
    return len(deleted.all())
