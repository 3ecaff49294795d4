"""What one process works with: its settings, its database sessions and its file store."""

from dataclasses import dataclass

from sqlalchemy.engine import Engine

from app.platform.database import SessionFactory, make_engine, make_sessions
from app.platform.files import Files
from app.platform.settings import Settings


@dataclass(frozen=True, slots=True)
class Runtime:
    """Made once per process, after any fork; a connection is never shared between two."""

    settings: Settings
    engine: Engine
    sessions: SessionFactory
    files: Files

    def close(self) -> None:
        """Close the pooled connections."""
        self.engine.dispose()


def make_runtime(settings: Settings, database_url: str, *, pool_size: int = 10) -> Runtime:
    """Open the database and the file store of this process."""
    engine = make_engine(database_url, pool_size=pool_size)
    files = Files(settings.data_dir / "files")
    return Runtime(settings, engine, make_sessions(engine), files)
