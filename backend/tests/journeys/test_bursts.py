"""Many at once: every request is answered, every task is told of once."""

import socket
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest

from app.platform.runtime import Runtime
from app.platform.settings import Settings
from tests.support.api import JOB_TEXT, Api
from tests.support.service import Service, separate_processes, wait_for

CALLERS = 120


@pytest.fixture
def service(settings: Settings) -> Iterator[Service]:
    with separate_processes(settings) as running:
        yield running


def test_more_callers_than_connections_are_all_answered(service: Service) -> None:
    address = urlsplit(service.url)
    candidate = service.caller().register("candidate")
    request = (
        f"GET /api/jobs?limit=1 HTTP/1.1\r\nHost: {address.netloc}\r\n"
        f"Authorization: {candidate.headers['Authorization']}\r\nConnection: close\r\n\r\n"
    ).encode()
    callers = [
        socket.create_connection((address.hostname or "", address.port or 0), timeout=60)
        for _ in range(CALLERS)
    ]

    for caller in callers:
        caller.sendall(request)
    answers = []
    for caller in callers:
        with caller:
            answers.append(caller.recv(12))

    assert answers == [b"HTTP/1.1 200"] * CALLERS


def test_no_message_is_lost_to_a_worker_that_is_quick(service: Service, runtime: Runtime) -> None:
    recruiter = service.caller().register("recruiter")
    for number in range(12):
        body = {"title": f"Engineer {number}", "description": JOB_TEXT}
        assert recruiter.post("/api/jobs", body).status_code == 202

    def open_jobs() -> int:
        total: int = recruiter.get("/api/jobs").json()["total"]
        return total

    wait_for(lambda: open_jobs() == 12, "all jobs to be analysed", seconds=30)

    tasks = Api(service.http, runtime).tasks()
    assert [task.sends for task in tasks] == [1] * 12
