"""Services for a command that ends: those given, those running already, else its own."""

import contextlib
import time
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from app.platform.embedded import postgres, valkey
from app.platform.embedded.datafolder import DataFolder, ServiceFolder
from app.platform.embedded.errors import StartError
from app.platform.embedded.postgres import EmbeddedPostgres
from app.platform.embedded.processes import Spawner
from app.platform.embedded.running import Service, bring_down, bring_up
from app.platform.embedded.urls import ServiceUrls, postgres_url, valkey_url

BUSY_SECONDS = 30.0
_POLL_SECONDS = 0.05


@contextlib.contextmanager
def services(
    data_dir: Path,
    database_url: str | None = None,
    redis_url: str | None = None,
    *,
    need_redis: bool = True,
) -> Iterator[ServiceUrls]:
    """Yield addresses of a database and, if needed, a Redis, for as long as the block runs.

    What is given is used. What is not is embedded: a running `hip serve` of this data folder lends
    its own; otherwise they are started here and stopped at the end. From the main thread only.
    Raises StartError.
    """
    own_database, own_redis = database_url is None, need_redis and redis_url is None
    if database_url is not None and not own_redis:
        yield ServiceUrls(database_url, redis_url)
        return
    data = DataFolder.open(data_dir)
    lock, folder = _own_or_borrow(data, database=own_database, redis=own_redis)
    urls = ServiceUrls(
        database_url or postgres_url(folder.sockets),
        valkey_url(folder.sockets / valkey.SOCKET_NAME) if own_redis else redis_url,
    )
    if lock is None:
        yield urls
        return
    with lock, contextlib.ExitStack() as stack:
        spawner = Spawner()
        stack.callback(spawner.close)
        stack.callback(folder.close)
        started: list[Service] = []
        if own_database:
            started.append(EmbeddedPostgres(folder, spawner))
        if own_redis:
            started.append(valkey.EmbeddedValkey(folder, spawner))
        stack.callback(bring_down, started)
        bring_up(started)
        yield urls


def _own_or_borrow(
    data: DataFolder, *, database: bool, redis: bool
) -> tuple[IO[str] | None, ServiceFolder]:
    """Take the folder's lock, or find the services of its holder; wait for another command."""
    deadline = time.monotonic() + BUSY_SECONDS
    while True:
        lock = data.try_lock("command")
        if lock is not None:
            try:
                return lock, ServiceFolder.open(data)
            except BaseException:
                lock.close()
                raise
        holder = data.holder()
        if holder is not None and holder.purpose == "serve" and (data.root / "services").exists():
            folder = ServiceFolder.open(data)
            if (not database or postgres.answers(folder.sockets)) and (
                not redis or valkey.answers(folder.sockets)
            ):
                return None, folder
        if time.monotonic() > deadline:
            who = f"hip {holder.purpose} (process {holder.pid})" if holder else "another hip"
            raise StartError(
                f"{who} holds {data.root}, and its services do not answer: stop it or try again"
            )
        time.sleep(_POLL_SECONDS)
