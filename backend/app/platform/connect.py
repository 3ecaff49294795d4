"""Where this process finds its database and its broker: given, or embedded."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from app.platform.embedded import StartError, services
from app.platform.settings import Settings


@dataclass(frozen=True, slots=True)
class Urls:
    """Both addresses, as DATABASE_URL and REDIS_URL spell them."""

    database_url: str
    redis_url: str


@contextmanager
def service_urls(settings: Settings) -> Iterator[Urls]:
    """Yield the addresses; what is not given is found running in the data folder, or started."""
    if settings.database_url and settings.redis_url:
        yield Urls(settings.database_url, settings.redis_url)
        return
    with services(settings.data_dir, settings.database_url, settings.redis_url) as found:
        assert found.redis_url is not None  # noqa: S101 - it was asked for
        yield Urls(found.database_url, found.redis_url)


def given_urls(settings: Settings) -> Urls:
    """Return the addresses of the environment, which ``hip serve`` sets for its children.

    Raises StartError where one is missing: a worker of its own has no services to start.
    """
    if settings.database_url is None or settings.redis_url is None:
        raise StartError(
            "a worker needs DATABASE_URL and REDIS_URL; `hip serve` starts one with both"
        )
    return Urls(settings.database_url, settings.redis_url)
