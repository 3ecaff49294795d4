"""Where the services answer."""

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

DATABASE_NAME = "hip"
DATABASE_USER = "hip"


@dataclass(frozen=True, slots=True)
class ServiceUrls:
    """Addresses as DATABASE_URL and REDIS_URL spell them, given or embedded.

    ``redis_url`` is None only where the caller said that it needs no Redis and gave none.
    """

    database_url: str
    redis_url: str | None

    def environment(self) -> dict[str, str]:
        """Return the variables by which a child process finds the same services."""
        found = {"DATABASE_URL": self.database_url}
        if self.redis_url is not None:
            found["REDIS_URL"] = self.redis_url
        return found


def postgres_url(sockets: Path) -> str:
    """Return SQLAlchemy's address of the PostgreSQL whose socket lies in this folder."""
    return f"postgresql+psycopg://{DATABASE_USER}@/{DATABASE_NAME}?host={quote(str(sockets))}"


def valkey_url(socket: Path) -> str:
    """Return redis-py's address of a Valkey socket; the queue spells it anew for kombu."""
    return f"unix://{quote(str(socket))}"
