"""Drive a supervisor in a process of its own, and look at what the system runs."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any

import psycopg
import redis

from app.platform.embedded import ServiceUrls

BACKEND = Path(__file__).resolve().parents[3]


class Serving:
    """A supervisor over a data folder; leaving the block ends it if it still runs."""

    def __init__(
        self,
        data: Path,
        children: Sequence[dict[str, Any]] = (),
        *,
        python: Sequence[str] = (sys.executable,),
        environment: dict[str, str] | None = None,
    ) -> None:
        self.data = data
        self.process = subprocess.Popen(
            [*python, "-m", "tests.platform.embedded.serving", data, json.dumps(list(children))],
            cwd=BACKEND,
            env={**os.environ, **(environment or {})},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def __enter__(self) -> "Serving":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self.process.poll() is None:
            self.process.terminate()
        try:
            self.process.communicate(timeout=30)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.communicate()
            raise

    def urls(self) -> ServiceUrls:
        """Wait until all is up."""
        assert self.process.stdout is not None
        assert self.process.stderr is not None
        line = self.process.stdout.readline()
        assert line, self.process.stderr.read()
        return ServiceUrls(**json.loads(line))

    def ended(self) -> tuple[int, str]:
        """Wait for the end; return the exit code and what it said on stderr."""
        _, said = self.process.communicate(timeout=30)
        return self.process.returncode, said

    def pid_of(self, name: str) -> int:
        """Return the process id of a service or child: our own child whose command names it."""
        found = [pid for pid in self._children() if name in command(pid)]
        assert len(found) == 1, found
        return found[0]

    def has(self, name: str) -> bool:
        """Tell whether a service or child runs now."""
        return any(name in command(pid) for pid in self._children())

    def _children(self) -> list[int]:
        return [pid for pid in processes_in(self.data) if parent(pid) == self.process.pid]


def connect(urls: ServiceUrls) -> psycopg.Connection[Any]:
    return psycopg.connect(urls.database_url.replace("+psycopg", ""), autocommit=True)


def redis_client(urls: ServiceUrls) -> "redis.Redis":
    assert urls.redis_url is not None
    return redis.Redis.from_url(urls.redis_url, decode_responses=True)


def processes_in(folder: Path) -> list[int]:
    """Return processes (but not ourselves) that work in a folder or were told of it."""
    found = []
    for entry in Path("/proc").iterdir():
        if not entry.name.isdigit() or int(entry.name) == os.getpid():
            continue
        try:
            place = str((entry / "cwd").readlink())
        except OSError:
            place = ""
        if place.startswith(str(folder)) or str(folder) in command(int(entry.name)):
            found.append(int(entry.name))
    return sorted(found)


def command(pid: int) -> str:
    try:
        return (Path("/proc") / str(pid) / "cmdline").read_bytes().replace(b"\0", b" ").decode()
    except OSError:
        return ""


def parent(pid: int) -> int:
    try:
        status = (Path("/proc") / str(pid) / "stat").read_text()
    except OSError:
        return -1
    return int(status.rpartition(")")[2].split()[1])


def eventually(happens: Callable[[], bool], seconds: float = 15.0) -> float:
    """Wait for something; return how long it took."""
    started = time.monotonic()
    while not happens():
        assert time.monotonic() - started < seconds, "it did not happen"
        time.sleep(0.02)
    return time.monotonic() - started


def kill(pid: int) -> None:
    os.kill(pid, signal.SIGKILL)
