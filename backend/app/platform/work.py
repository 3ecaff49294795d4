"""How a worker does a task: take a lease, work without a transaction, finish in one.

Two workers may be told of the same task; the lease lets one start, and its token lets only the
holder finish, so a task is done once in effect whoever dies when.
"""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import and_, func, or_, select, update
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from app.platform.database import is_outage, transaction
from app.platform.ids import uuid7
from app.platform.logging import get_logger
from app.platform.outbox import (
    MAX_FAILURES,
    MAX_STARTS,
    RUN_LEASE,
    OutboxTask,
    Queue,
    wake_dispatcher,
)
from app.platform.runtime import Runtime

HEARTBEAT_SECONDS = 2.0
RETRY_BASE_SECONDS = 2

log = get_logger(__name__)


class LeaseLost(Exception):
    """Another worker has taken the task over; what was done here must not be kept."""


@dataclass(frozen=True, slots=True)
class Run:
    """One start of one task."""

    runtime: Runtime
    task_id: UUID
    token: UUID
    payload: dict[str, Any]

    @contextmanager
    def finish(self) -> Iterator[Session]:
        """Open the transaction that holds the task's effect and marks it done, both or neither."""
        with transaction(self.runtime.sessions) as session:
            yield session
            _leave(session, self, status="done", finished_at=func.now(), last_error=None)
            wake_dispatcher(session)


@dataclass(frozen=True, slots=True)
class Work:
    """A kind of task: its stable name, its queue, what does it, and what says it was given up."""

    name: str
    queue: Queue
    run: Callable[[Run], None]
    abandon: Callable[[Session, dict[str, Any]], None]


@dataclass(frozen=True, slots=True)
class Chore:
    """Work that the scheduler starts every so often; safe to run twice or not at all."""

    name: str
    every_seconds: int
    run: Callable[[Session, Runtime], int]


def execute(runtime: Runtime, work: Work, task_id: UUID) -> None:
    """Do one task if it is still to be done and nobody else holds it.

    Nothing is raised for the queue to handle: what failed is written to the row, and what cannot
    be written (the database is away) is found again when the lease ends.
    """
    try:
        run = _start(runtime, work, task_id)
        if run is None:
            return
        with _heartbeat(run):
            _attempt(run, work)
    except DBAPIError as error:
        log.warning("task_interrupted", task=work.name, error=type(error.orig).__name__)


def _start(runtime: Runtime, work: Work, task_id: UUID) -> Run | None:
    token = uuid7()
    with transaction(runtime.sessions) as session:
        # The dispatcher sends while it holds the row: a quick worker waits for it, for if it
        # passed over the row, its message would be lost until the send lease ends.
        task = session.scalar(
            select(OutboxTask).where(OutboxTask.id == task_id, _may_start()).with_for_update()
        )
        if task is None:
            return None
        if task.starts >= MAX_STARTS:
            _bury(session, task, work, "its worker died every time")
            return None
        task.status, task.lease_token = "running", token
        task.starts += 1
        session.flush()
        _extend(session, task_id, token)
        return Run(runtime, task_id, token, task.payload)


def _may_start() -> Any:
    due = and_(OutboxTask.status == "pending", OutboxTask.available_at <= func.now())
    return or_(OutboxTask.status == "sent", due)


def _attempt(run: Run, work: Work) -> None:
    try:
        work.run(run)
    except LeaseLost:
        log.warning("task_lease_lost", task=work.name)
    except DBAPIError as error:
        if is_outage(error):
            raise
        # Its message may quote the row, so it stays out of the log.
        reason = type(error.orig).__name__
        log.error("task_failed", task=work.name, error=reason)  # noqa: TRY400
        _record_failure(run, work, reason)
    except Exception as error:
        log.exception("task_failed", task=work.name, error=type(error).__name__)
        _record_failure(run, work, type(error).__name__)


def _record_failure(run: Run, work: Work, reason: str) -> None:
    with transaction(run.runtime.sessions) as session:
        task = session.scalar(
            select(OutboxTask)
            .where(OutboxTask.id == run.task_id, OutboxTask.lease_token == run.token)
            .with_for_update()
        )
        if task is None:
            return
        task.failures += 1
        if task.failures >= MAX_FAILURES:
            _bury(session, task, work, reason)
            return
        wait = timedelta(seconds=RETRY_BASE_SECONDS**task.failures)
        task.status, task.lease_token, task.leased_until = "pending", None, None
        task.last_error = reason
        task.available_at = session.scalar(select(func.now() + wait))  # type: ignore[assignment]


def _bury(session: Session, task: OutboxTask, work: Work, reason: str) -> None:
    task.status, task.lease_token, task.leased_until = "dead", None, None
    task.last_error = reason
    work.abandon(session, task.payload)
    log.error("task_buried", task=work.name, reason=reason)


def _leave(session: Session, run: Run, **values: Any) -> None:
    session.flush()
    left = session.execute(
        update(OutboxTask)
        .where(
            OutboxTask.id == run.task_id,
            OutboxTask.lease_token == run.token,
            OutboxTask.status == "running",
        )
        .values(lease_token=None, leased_until=None, **values)
        .returning(OutboxTask.id)
        .execution_options(synchronize_session=False)
    )
    if left.first() is None:
        raise LeaseLost


def _extend(session: Session, task_id: UUID, token: UUID) -> None:
    session.execute(
        update(OutboxTask)
        .where(OutboxTask.id == task_id, OutboxTask.lease_token == token)
        .values(leased_until=func.now() + RUN_LEASE)
        .execution_options(synchronize_session=False)
    )


@contextmanager
def _heartbeat(run: Run) -> Iterator[None]:
    """Keep the lease while the work goes on; short work ends before the first beat."""
    stop = threading.Event()

    def beat() -> None:
        while not stop.wait(HEARTBEAT_SECONDS):
            try:
                with transaction(run.runtime.sessions) as session:
                    _extend(session, run.task_id, run.token)
            except DBAPIError:
                log.warning("task_lease_not_extended")

    thread = threading.Thread(target=beat, name="task-lease", daemon=True)
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join()
