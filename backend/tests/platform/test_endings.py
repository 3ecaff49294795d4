from sqlalchemy import text

from app.platform.database import transaction
from app.platform.endings import when_committed, when_ended
from app.platform.runtime import Runtime


def test_a_commit_does_both_in_order(runtime: Runtime) -> None:
    done: list[str] = []

    with transaction(runtime.sessions) as session:
        session.execute(text("SELECT 1"))
        when_ended(session, lambda: done.append("ended"))
        when_committed(session, lambda: done.append("committed"))
        assert done == []

    assert done == ["committed", "ended"]


def test_a_rollback_does_only_what_is_for_any_end(runtime: Runtime) -> None:
    done: list[str] = []

    with runtime.sessions() as session:
        session.execute(text("SELECT 1"))
        when_committed(session, lambda: done.append("committed"))
        when_ended(session, lambda: done.append("ended"))

    assert done == ["ended"]


def test_a_savepoint_is_no_end(runtime: Runtime) -> None:
    done: list[str] = []

    with transaction(runtime.sessions) as session:
        when_committed(session, lambda: done.append("committed"))
        when_ended(session, lambda: done.append("ended"))
        with session.begin_nested():
            session.execute(text("SELECT 1"))
        assert done == []

    assert done == ["committed", "ended"]


def test_what_one_transaction_asked_for_is_not_done_by_the_next(runtime: Runtime) -> None:
    done: list[str] = []

    with runtime.sessions() as session:
        session.execute(text("SELECT 1"))
        when_committed(session, lambda: done.append("first"))
        session.rollback()
        session.execute(text("SELECT 1"))
        session.commit()

    assert done == []
