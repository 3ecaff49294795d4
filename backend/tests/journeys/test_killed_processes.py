"""Fifty parses while every part of the service is killed once: all end parsed, each once."""

import os
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.exc import DBAPIError

from app.platform.embedded.datafolder import DataFolder, ServiceFolder
from app.platform.embedded.urls import postgres_url
from tests.support.api import Api
from tests.support.service import client, free_port, is_healthy, started, wait_for

PARSES = 50
RESUMES = sorted((Path(__file__).resolve().parents[2] / "demo" / "resumes").glob("*.pdf"))


class Served:
    """``hip serve`` on a folder of its own, with a look at its processes and rows."""

    def __init__(self, data_dir: Path) -> None:
        self.port = free_port()
        self.data_dir = data_dir
        environment = os.environ | {"HIP_DATA_DIR": str(data_dir), "CELERY_WORKERS": "2"}
        environment.pop("DATABASE_URL", None)
        environment.pop("REDIS_URL", None)
        command = ["app.cli", "serve", "--port", str(self.port), "--no-demo"]
        self.process = started(command, environment, data_dir / "serve.log")
        self.http = client(self.port)
        wait_for(lambda: is_healthy(self.http), "hip serve to be healthy")
        folder = ServiceFolder.open(DataFolder.open(data_dir))
        self.engine = create_engine(postgres_url(folder.sockets))

    def stop(self) -> None:
        self.engine.dispose()
        self.http.close()
        self.process.send_signal(signal.SIGINT)
        self.process.wait(30)

    def rows(self, query: str) -> list[tuple[object, ...]]:
        """Ask the database; while it is away, ask again."""
        while True:
            try:
                with self.engine.connect() as connection:
                    return [tuple(row) for row in connection.execute(text(query))]
            except DBAPIError:
                time.sleep(0.1)

    def unfinished(self) -> int:
        return len(self.rows("SELECT id FROM outbox_tasks WHERE status <> 'done'"))

    def started(self) -> int:
        return len(self.rows("SELECT id FROM outbox_tasks WHERE starts > 0"))

    def worker(self) -> int:
        return next(
            p
            for p in children(self.process.pid)
            if "celery" in command(p) and "worker" in command(p)
        )

    def worker_child(self) -> int:
        return next(p for p in children(self.worker()) if "celery" in command(p))

    @contextmanager
    def worker_paused(self) -> Iterator[None]:
        """Hold the worker still, so that what is queued meanwhile is all still to be done."""
        worker = self.worker()
        processes = [worker, *children(worker)]
        for process in processes:
            os.kill(process, signal.SIGSTOP)
        yield
        for process in processes:
            os.kill(process, signal.SIGCONT)

    def service(self, name: str) -> int:
        return next(p for p in children(self.process.pid) if name in command(p).split(" ")[0])


def children(parent: int) -> list[int]:
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                stat = (entry / "stat").read_text()
            except OSError:
                continue
            if int(stat.rpartition(")")[2].split()[1]) == parent:
                found.append(int(entry.name))
    return sorted(found)


def command(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode()
    except OSError:
        return ""


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    running = Served(tmp_path)
    yield running
    running.stop()


@pytest.mark.timeout(240)
def test_every_parse_ends_once_whoever_is_killed(served: Served) -> None:
    candidate = Api(served.http).register("candidate")
    ids = set()
    with served.worker_paused():
        for n in range(PARSES):
            resume = RESUMES[n % len(RESUMES)]
            ids.add(candidate.upload(resume.read_bytes(), resume.name).json()["id"])

    unfinished = []
    for find in (
        served.worker_child,
        served.worker,
        lambda: served.service("valkey"),
        lambda: served.service("postgres"),
    ):
        seen = served.started()
        wait_for(lambda seen=seen: served.started() > seen, "another parse to start")
        victim = find()
        unfinished.append(served.unfinished())
        os.kill(victim, signal.SIGKILL)
        wait_for(lambda victim=victim: command(victim) == "", "it to be gone")

    wait_for(lambda: served.unfinished() == 0, "every task to be done", seconds=150)
    parsed = served.rows("SELECT id FROM resumes WHERE status = 'parsed'")
    events = served.rows("SELECT entity_id FROM events WHERE event_type = 'resume_parsed'")

    assert all(count > 0 for count in unfinished), unfinished
    assert {str(row[0]) for row in parsed} == ids
    assert sorted(str(row[0]) for row in events) == sorted(ids)


def test_a_second_start_keeps_all_data_of_the_first(tmp_path: Path) -> None:
    first = Served(tmp_path)
    email = Api(first.http).register("candidate").user["email"]
    first.stop()

    second = Served(tmp_path)
    body = {"email": email, "password": "correct-horse-7"}
    answer = Api(second.http).post("/api/auth/login", body)
    second.stop()

    assert answer.status_code == 200
