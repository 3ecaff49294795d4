"""A PostgreSQL and a Redis for one test run, which leave nothing behind however the run ends.

Without addresses: a stack of the run's own in a temporary folder. With addresses: a database and a
Redis namespace of the run's own on those servers; what they name is never written to.
"""

import json
import os
import secrets
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
import redis
from sqlalchemy.engine import make_url

from app.platform.embedded.datafolder import DataFolder, ServiceFolder
from app.platform.embedded.errors import StartError
from app.platform.embedded.postgres import EmbeddedPostgres
from app.platform.embedded.processes import Spawner
from app.platform.embedded.running import Service, bring_down, bring_up
from app.platform.embedded.valkey import EmbeddedValkey
from tests.support import cleaner

MEMORY, TEMPORARY = Path("/dev/shm"), Path("/tmp")  # short: sockets lie in it
MEMORY_NEEDED = 2_000_000_000  # containers have 64 MB of it
FOLDER_PREFIX = "hip-tests-"
CLAIM = "hip-tests:claim"
_ABANDONED_SECONDS = 60.0


@dataclass(frozen=True)
class Stack:
    """Where a test run finds its services, and how it gives them back.

    Every key of the run starts with ``key_prefix`` (empty on a Redis of its own).
    """

    database_url: str
    redis_url: str
    key_prefix: str
    stop: Callable[[], None]


def start_stack(database_url: str | None = None, redis_url: str | None = None) -> Stack:
    """Start or borrow both services. From the main thread only, as embedded processes ask."""
    with ExitStack() as undo:
        token = secrets.token_hex(6)
        key_prefix = f"hip-tests-{token}:" if redis_url else ""
        own_database, own_redis = _start_private(
            undo, database=database_url is None, valkey=redis_url is None
        )
        if database_url is not None:
            own_database = _borrow_database(undo, database_url, f"hip_tests_{token}")
        if redis_url is not None:
            own_redis = _borrow_redis(undo, redis_url, key_prefix)
        return Stack(own_database, own_redis, key_prefix, undo.pop_all().close)


def private_folder(undo: ExitStack) -> Path:
    """Make a short temporary folder that the services' user can reach, removed at the end."""
    folder = Path(tempfile.mkdtemp(prefix=FOLDER_PREFIX, dir=temporary()))
    undo.callback(shutil.rmtree, folder)
    if os.geteuid() == 0:
        folder.chmod(0o711)
    return folder


def temporary() -> Path:
    """Return where tests work: in memory where there is enough, since disks are shared and slow."""
    roomy = MEMORY.is_dir() and shutil.disk_usage(MEMORY).free > MEMORY_NEEDED
    return MEMORY if roomy and os.access(MEMORY, os.W_OK) else TEMPORARY


def template_cache() -> Path | None:
    """Return the user's cache for initialised clusters, None where there can be none."""
    base = os.environ.get("XDG_CACHE_HOME")
    cache = (Path(base) if base else Path.home() / ".cache") / "hip"
    try:
        cache.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError:
        return None
    return cache if os.access(cache, os.W_OK) else None


def _start_private(undo: ExitStack, *, database: bool, valkey: bool) -> tuple[str, str]:
    if not (database or valkey):
        return "", ""
    _sweep()
    data = DataFolder.open(private_folder(undo))
    lock = data.try_lock("serve")  # tells the next run's sweep that this one lives
    assert lock is not None
    undo.callback(lock.close)
    folder, spawner = ServiceFolder.open(data), Spawner()
    undo.callback(spawner.close)
    postgres = EmbeddedPostgres(folder, spawner, durable=False, template_cache=template_cache())
    cache = EmbeddedValkey(folder, spawner, durable=False)
    chosen: tuple[tuple[bool, Service], ...] = ((database, postgres), (valkey, cache))
    services = [service for wanted, service in chosen if wanted]
    undo.callback(bring_down, services)
    bring_up(services)
    return postgres.url, cache.url


def _sweep() -> None:
    """Remove the folders of runs that were killed; their processes died with them."""
    for folder in temporary().glob(f"{FOLDER_PREFIX}*"):
        try:
            if time.time() - folder.stat().st_mtime < _ABANDONED_SECONDS:
                continue
            lock = (
                DataFolder(folder).try_lock("command") if (folder / "hip.lock").exists() else None
            )
        except (OSError, StartError):
            continue
        if lock is not None:
            with lock:
                shutil.rmtree(folder, ignore_errors=True)


def _borrow_database(undo: ExitStack, named: str, name: str) -> str:
    server = make_url(named).set(drivername="postgresql").render_as_string(hide_password=False)
    _clean_at_the_end(undo, {"kind": "database", "server": server, "name": name})
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')
    own = make_url(named).set(drivername="postgresql+psycopg", database=name)
    return own.render_as_string(hide_password=False)


def _borrow_redis(undo: ExitStack, named: str, prefix: str) -> str:
    own = _claim_database(named, prefix)
    scope = {"kind": "redis", "url": own or named, "prefix": "" if own else prefix}
    _clean_at_the_end(undo, scope)
    return own or named


def _claim_database(named: str, owner: str) -> str | None:
    """Take an empty numbered database of the server; None where there is none to be had."""
    parts = urlsplit(named)
    if parts.scheme not in {"redis", "rediss"}:
        return None
    with redis.Redis.from_url(named) as client:
        used = client.connection_pool.connection_kwargs.get("db", 0)
        try:
            count = int(client.config_get("databases").get("databases", 1))
        except redis.ResponseError:  # a managed server keeps this to itself
            return None
    for number in reversed([number for number in range(count) if number != used]):
        url = parts._replace(path=f"/{number}").geturl()
        with redis.Redis.from_url(url) as client:
            if client.dbsize() == 0 and client.set(CLAIM, owner, nx=True):
                return url
    return None


def _clean_at_the_end(undo: ExitStack, task: dict[str, str]) -> None:
    """Let another process clean up when this one closes the pipe or dies."""
    process = subprocess.Popen(
        [sys.executable, cleaner.__file__], stdin=subprocess.PIPE, start_new_session=True, text=True
    )
    assert process.stdin is not None
    process.stdin.write(json.dumps(task) + "\n")
    process.stdin.flush()

    def finish() -> None:
        assert process.stdin is not None
        process.stdin.close()
        if process.wait(60) != 0:
            raise RuntimeError(f"cannot clean up the test {task['kind']}")

    undo.callback(finish)
