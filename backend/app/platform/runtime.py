"""What one process works with: its settings, database sessions, file store and cache."""

from dataclasses import dataclass

from sqlalchemy.engine import Engine

from app.platform.cache import Cache
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
    cache: Cache

    def close(self) -> None:
        """Close the pooled connections."""
        self.engine.dispose()
        self.cache.close()


def make_runtime(
    settings: Settings, database_url: str, redis_url: str | None = None, *, pool_size: int = 10
) -> Runtime:
    """Open the database, the file store and, where its address is given, the cache."""
    engine = make_engine(database_url, pool_size=pool_size)
    files = Files(settings.data_dir / "files")
    cache = Cache(redis_url, settings.redis_key_prefix)
    return Runtime(settings, engine, make_sessions(engine, cache), files, cache)
