"""One synchronous stack for API threads and workers: engine, sessions, and the commit at the edge.

FastAPI runs a generator dependency's exit code after the response unless its scope is
"function"; a commit that fails after a 201 was sent would be a lie, so ours always has it.
"""

from asyncio import Semaphore
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Annotated, Any, ClassVar
from uuid import UUID

from fastapi import Depends, Request
from sqlalchemy import DateTime, MetaData, Uuid, create_engine, event
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.engine import Connection, Engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import DeclarativeBase, Session, sessionmaker

from app.platform.cache import Cache
from app.platform.endings import run_endings

POOL_SIZE = 10
MAX_OVERFLOW = 10
MAX_REQUESTS_IN_DATABASE = 16
POOL_RECYCLE_SECONDS = 3600
POOL_TIMEOUT_SECONDS = 30
STATEMENT_TIMEOUT_MS = 15_000
CONNECT_TIMEOUT_SECONDS = 5
_TRANSACTION_SETTINGS = (
    f"SET LOCAL statement_timeout = {STATEMENT_TIMEOUT_MS}; SET LOCAL timezone = 'UTC'"
)

NAMING = {
    "ix": "ix_%(column_0_N_label)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


class Base(DeclarativeBase):
    """The base of all tables; relationships are not used, so nothing loads lazily."""

    metadata = MetaData(naming_convention=NAMING)
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        UUID: Uuid(),
        datetime: DateTime(timezone=True),
        dict[str, Any]: JSONB(none_as_null=True),
        list[dict[str, Any]]: JSONB(none_as_null=True),
    }


def make_engine(url: str, *, pool_size: int = POOL_SIZE) -> Engine:
    """Make the engine of one process.

    Prepared statements are off and the statement timeout is set in each transaction, so that a
    transaction pooler (Neon's pooled URL) serves it too: nothing relies on session state.
    """
    engine = create_engine(
        url,
        pool_size=pool_size,
        max_overflow=MAX_OVERFLOW,
        pool_recycle=POOL_RECYCLE_SECONDS,
        pool_timeout=POOL_TIMEOUT_SECONDS,
        pool_pre_ping=True,
        hide_parameters=True,
        connect_args={
            "connect_timeout": CONNECT_TIMEOUT_SECONDS,
            "prepare_threshold": None,
        },
    )

    @event.listens_for(engine, "begin")
    def limit_transaction(connection: Connection) -> None:
        connection.exec_driver_sql(_TRANSACTION_SETTINGS)

    return engine


def is_outage(error: DBAPIError) -> bool:
    """Say whether the server is away, rather than unwilling: SQLSTATE classes 08 and 57P, or none.

    psycopg's OperationalError also covers deadlocks, full disks and cancelled statements.
    """
    state = getattr(error.orig, "sqlstate", None)
    return error.connection_invalidated or state is None or state.startswith(("08", "57P"))


SessionFactory = sessionmaker[Session]


def make_sessions(engine: Engine, cache: Cache) -> SessionFactory:
    """Make the session factory of one process; its sessions know the process's cache."""
    sessions = sessionmaker(engine, expire_on_commit=False, info={"cache": cache})
    run_endings(sessions)
    return sessions


def cache_of(session: Session) -> Cache:
    """Return the cache of the process that the session belongs to."""
    cache: Cache = session.info["cache"]
    return cache


@contextmanager
def transaction(sessions: SessionFactory) -> Iterator[Session]:
    """Open a session, commit at the end, roll back on any error."""
    with sessions() as session, session.begin():
        yield session


def database_slots() -> Semaphore:
    """Make the bound on how many requests may use the database at once.

    It is below the pool's size: a session lives over several turns of the thread pool, so threads
    that waited for a connection could keep those who hold one from ever giving it back.
    """
    return Semaphore(MAX_REQUESTS_IN_DATABASE)


async def _take_slot(request: Request) -> AsyncIterator[None]:
    async with request.app.state.database_slots:
        yield


DatabaseSlot = Annotated[None, Depends(_take_slot, scope="function")]
"""Held by a request that opens sessions of its own; the two below hold it already."""


def _write_session(request: Request, _: DatabaseSlot) -> Iterator[Session]:
    with transaction(request.app.state.runtime.sessions) as session:
        yield session


def _read_session(request: Request, _: DatabaseSlot) -> Iterator[Session]:
    with request.app.state.runtime.sessions() as session:
        yield session


WriteSession = Annotated[Session, Depends(_write_session, scope="function")]
"""A session whose transaction commits before the response is sent."""

ReadSession = Annotated[Session, Depends(_read_session, scope="function")]
"""A session that is never committed."""
