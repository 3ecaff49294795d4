"""Bring a database to the newest schema, one process at a time."""

from collections.abc import Callable
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.util import CommandError
from sqlalchemy import create_engine, pool, text

from app.platform.embedded import StartError

BACKEND = Path(__file__).resolve().parents[2]
_ADVISORY_LOCK = 4_850_267_101


def config() -> Config:
    """Return Alembic's configuration, wherever the command was started."""
    return Config(BACKEND / "alembic.ini")


def upgrade(database_url: str, revision: str = "head") -> None:
    """Run the migrations up to ``revision`` under a lock, so that two starts do not race."""
    _run(database_url, lambda c: command.upgrade(c, revision))


def downgrade(database_url: str, revision: str) -> None:
    """Run the migrations down to ``revision``; data of what is dropped is lost."""
    _run(database_url, lambda c: command.downgrade(c, revision))


def _run(database_url: str, step: Callable[[Config], None]) -> None:
    engine = create_engine(database_url, poolclass=pool.NullPool)
    with engine.begin() as connection:
        connection.execute(text(f"SELECT pg_advisory_xact_lock({_ADVISORY_LOCK})"))
        settings = config()
        settings.attributes["connection"] = connection
        try:
            step(settings)
        except CommandError as error:
            raise StartError(f"the database does not fit this version: {error}") from error
