"""The outbox and its leases, against a real database; the broker's part is in the journeys."""

import threading
from collections.abc import Iterator
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from app.platform import outbox
from app.platform.clock import now
from app.platform.database import transaction
from app.platform.outbox import MAX_FAILURES, MAX_STARTS, OutboxTask
from app.platform.runtime import Runtime
from app.platform.work import LeaseLost, Run, Work, execute
from app.skills.models import Skill


class Bench:
    """A kind of work whose effect is a row, and hands to arrange what happens to it."""

    def __init__(self, runtime: Runtime) -> None:
        self.runtime = runtime
        self.raises: list[Exception] = []
        self.before_finish: list[Any] = []
        self.abandoned: list[dict[str, Any]] = []
        self.work = Work("test.add", "medium", self._run, self._abandon)

    def _run(self, run: Run) -> None:
        if self.raises:
            raise self.raises.pop()
        for action in self.before_finish:
            action()
        with run.finish() as session:
            session.add(Skill(canonical_name=f"skill {run.token}", category="test", synonyms=[]))

    def _abandon(self, _: Session, payload: dict[str, Any]) -> None:
        self.abandoned.append(payload)

    def add(self) -> UUID:
        with transaction(self.runtime.sessions) as session:
            return outbox.enqueue(session, self.work.name, "medium", {"n": 1})

    def execute(self, task_id: UUID) -> None:
        execute(self.runtime, self.work, task_id)

    def row(self, task_id: UUID) -> OutboxTask:
        with self.runtime.sessions() as session:
            return session.get_one(OutboxTask, task_id)

    def change(self, task_id: UUID, **values: Any) -> None:
        with transaction(self.runtime.sessions) as session:
            session.execute(update(OutboxTask).where(OutboxTask.id == task_id).values(**values))

    def effects(self) -> int:
        with self.runtime.sessions() as session:
            return session.scalar(select(func.count()).select_from(Skill)) or 0


@pytest.fixture
def bench(runtime: Runtime) -> Iterator[Bench]:
    return Bench(runtime)


def test_a_task_is_there_only_if_its_change_is(runtime: Runtime) -> None:
    def change_and_fail() -> None:
        with transaction(runtime.sessions) as session:
            outbox.enqueue(session, "test.add", "medium", {})
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        change_and_fail()

    with runtime.sessions() as session:
        assert session.scalar(select(func.count()).select_from(OutboxTask)) == 0


def test_two_messages_of_one_task_have_one_effect(bench: Bench) -> None:
    task_id = bench.add()

    bench.execute(task_id)
    bench.execute(task_id)

    assert (bench.row(task_id).status, bench.effects()) == ("done", 1)


def test_a_task_that_runs_elsewhere_is_left_alone(bench: Bench) -> None:
    task_id = bench.add()
    bench.before_finish = [lambda: execute(bench.runtime, bench.work, task_id)]

    bench.execute(task_id)

    assert (bench.row(task_id).starts, bench.effects()) == (1, 1)


def test_who_lost_the_lease_leaves_no_effect(bench: Bench) -> None:
    task_id = bench.add()
    bench.before_finish = [lambda: bench.change(task_id, status="pending", lease_token=None)]

    bench.execute(task_id)

    assert (bench.row(task_id).status, bench.effects()) == ("pending", 0)


def test_a_failure_is_tried_again_later_and_buried_at_the_third(bench: Bench) -> None:
    task_id = bench.add()
    bench.raises = [ValueError("x")] * MAX_FAILURES
    waits = []
    for _ in range(MAX_FAILURES):
        bench.execute(task_id)
        row = bench.row(task_id)
        waits.append(row.available_at > now())
        bench.change(task_id, available_at=now() - timedelta(seconds=1))

    assert waits == [True, True, False]
    assert (row.status, row.failures, row.last_error) == ("dead", MAX_FAILURES, "ValueError")
    assert bench.abandoned == [{"n": 1}]


def test_a_task_waiting_for_its_next_try_is_not_started_early(bench: Bench) -> None:
    task_id = bench.add()
    bench.raises = [ValueError("x")]
    bench.execute(task_id)

    bench.execute(task_id)

    assert (bench.row(task_id).starts, bench.effects()) == (1, 0)


def test_a_task_that_takes_its_worker_down_every_time_ends_somewhere(bench: Bench) -> None:
    task_id = bench.add()
    bench.change(task_id, starts=MAX_STARTS)

    bench.execute(task_id)

    assert bench.row(task_id).status == "dead"
    assert bench.abandoned == [{"n": 1}]


@pytest.mark.parametrize("status", ["sent", "running"])
def test_what_was_not_heard_of_is_due_again(bench: Bench, runtime: Runtime, status: str) -> None:
    lost, alive = bench.add(), bench.add()
    bench.change(lost, status=status, leased_until=now() - timedelta(seconds=1))
    bench.change(alive, status=status, leased_until=now() + timedelta(seconds=60))

    with transaction(runtime.sessions) as session:
        released = outbox.release_expired(session)

    assert released == 1
    assert (bench.row(lost).status, bench.row(alive).status) == ("pending", status)


def test_urgent_queues_go_first(runtime: Runtime) -> None:
    with transaction(runtime.sessions) as session:
        for queue in ("low", "medium", "high"):
            outbox.enqueue(session, queue, queue, {})  # type: ignore[arg-type]

    with transaction(runtime.sessions) as session:
        claimed = [task.name for task in outbox.claim_pending(session, 2)]

    assert claimed == ["high", "medium"]


def test_each_further_send_waits_twice_as_long(bench: Bench, runtime: Runtime) -> None:
    task_id = bench.add()
    waits = []
    for _ in range(3):
        with transaction(runtime.sessions) as session:
            outbox.mark_sent(session, [task_id])
        leased_until = bench.row(task_id).leased_until
        assert leased_until is not None
        waits.append(round((leased_until - now()).total_seconds()))

    assert waits == [5, 10, 20]


def test_finished_tasks_are_forgotten_and_dead_ones_kept(bench: Bench, runtime: Runtime) -> None:
    done, dead = bench.add(), bench.add()
    old = now() - timedelta(days=8)
    bench.change(done, status="done", finished_at=old)
    bench.change(dead, status="dead", finished_at=old)

    with transaction(runtime.sessions) as session:
        forgotten = outbox.delete_finished(session, now() - timedelta(days=7))

    assert forgotten == 1
    assert bench.row(dead).status == "dead"


def test_finishing_what_is_not_held_is_an_error(bench: Bench, runtime: Runtime) -> None:
    task_id = bench.add()
    run = Run(runtime, task_id, UUID(int=1), {})

    with pytest.raises(LeaseLost), run.finish():
        pass


def test_a_quick_worker_waits_for_the_dispatcher_that_holds_the_row(
    bench: Bench, runtime: Runtime
) -> None:
    task_id = bench.add()
    with transaction(runtime.sessions) as session:
        claimed = outbox.claim_pending(session, 1)
        worker = threading.Thread(target=bench.execute, args=(task_id,))
        worker.start()
        worker.join(0.3)
        outbox.mark_sent(session, [task.id for task in claimed])
    worker.join()

    assert (bench.row(task_id).status, bench.effects()) == ("done", 1)


def test_a_refusal_of_the_database_is_a_failure_and_not_an_outage(bench: Bench) -> None:
    task_id = bench.add()

    def cancel() -> None:
        with bench.runtime.engine.begin() as connection:
            connection.exec_driver_sql("SET LOCAL statement_timeout = 1")
            connection.exec_driver_sql("SELECT pg_sleep(1)")

    bench.before_finish = [cancel]
    bench.execute(task_id)

    assert (bench.row(task_id).failures, bench.row(task_id).last_error) == (1, "QueryCanceled")
