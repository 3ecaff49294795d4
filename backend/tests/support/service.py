"""The service as its own processes, talked to over HTTP like any client does."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx2

from app.platform.settings import Settings
from tests.support.api import Api

BACKEND = Path(__file__).resolve().parents[2]
START_SECONDS = 60.0


@dataclass(frozen=True)
class Service:
    """A running service and a way to call it."""

    url: str
    http: httpx2.Client

    def caller(self) -> Api:
        return Api(self.http)


@contextmanager
def separate_processes(settings: Settings) -> Iterator[Service]:
    """Run ``uvicorn app.main:app`` and ``celery -A app.tasks worker`` as R8 names them."""
    port = free_port()
    environment = os.environ | {
        "DATABASE_URL": settings.database_url or "",
        "REDIS_URL": settings.redis_url or "",
        "REDIS_KEY_PREFIX": settings.redis_key_prefix,
        "JWT_SECRET": settings.jwt_secret or "",
        "HIP_DATA_DIR": str(settings.data_dir),
        "CELERY_WORKERS": "2",
    }
    commands = (
        ["uvicorn", "app.main:app", "--port", str(port)],
        ["celery", "-A", "app.tasks", "worker", "--loglevel", "INFO"],
    )
    running = [
        started(command, environment, settings.data_dir / f"{command[0]}.log")
        for command in commands
    ]
    try:
        with client(port) as http:
            wait_for(lambda: is_healthy(http), "the service to be healthy")
            yield Service(str(http.base_url), http)
    finally:
        for process in reversed(running):
            process.send_signal(signal.SIGTERM)
        for process in running:
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                process.kill()


def started(command: list[str], environment: dict[str, str], log: Path) -> subprocess.Popen[bytes]:
    """Start ``python -m COMMAND`` in the backend folder, its words going to a file."""
    with log.open("wb") as words:
        return subprocess.Popen(
            [sys.executable, "-m", *command],
            cwd=BACKEND,
            env=environment,
            stdout=words,
            stderr=words,
        )


def client(port: int) -> httpx2.Client:
    return httpx2.Client(base_url=f"http://127.0.0.1:{port}", timeout=30)


def is_healthy(http: httpx2.Client) -> bool:
    try:
        return bool(http.get("/health").json()["status"] == "ok")
    except (httpx2.HTTPError, ValueError):
        return False


def wait_for(condition: Callable[[], bool], what: str, seconds: float = START_SECONDS) -> None:
    """Wait until it is so; fails the test with words when it does not come."""
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, f"waited {seconds} s for {what}"
        time.sleep(0.02)


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port
