"""What is to be done outside the database once a transaction is over: if it held, or in any case.

The actions run in the thread of the session, must not use it and must not raise.
"""

from collections.abc import Callable
from typing import Any

from sqlalchemy import event
from sqlalchemy.orm import Session, SessionTransaction, sessionmaker

Action = Callable[[], None]

_COMMITTED, _ENDED = "when_committed", "when_ended"


def when_committed(session: Session, action: Action) -> None:
    """Do it after the commit of the outermost transaction, and not if it is rolled back."""
    session.info.setdefault(_COMMITTED, []).append(action)


def when_ended(session: Session, action: Action) -> None:
    """Do it after the outermost transaction, however it ended."""
    session.info.setdefault(_ENDED, []).append(action)


def run_endings(sessions: sessionmaker[Any]) -> None:
    """Let the sessions of this factory do what was asked of them."""

    @event.listens_for(sessions, "after_commit")
    def committed(session: Session) -> None:
        if not session.in_nested_transaction():
            _run(session, _COMMITTED)

    @event.listens_for(sessions, "after_transaction_end")
    def ended(session: Session, transaction: SessionTransaction) -> None:
        if transaction.parent is None:
            session.info.pop(_COMMITTED, None)
            _run(session, _ENDED)


def _run(session: Session, when: str) -> None:
    actions: list[Action] = session.info.pop(when, [])
    for action in actions:
        action()
