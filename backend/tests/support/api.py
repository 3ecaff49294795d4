"""A caller of the API with the verbs of the domain, and a hand that does what is queued."""

import secrets
from dataclasses import dataclass, field
from typing import Any, Literal
from uuid import UUID

import httpx2
from fastapi.testclient import TestClient
from sqlalchemy import select

from app.platform.database import transaction
from app.platform.outbox import OutboxTask, claim_pending, mark_sent
from app.platform.runtime import Runtime
from app.platform.work import execute
from app.works import WORKS

PASSWORD = "correct-horse-7"

RESUME_TEXT = """\
Maya Lindqvist-Okafor
maya.lindqvist@example.com | +46 70 174 06 35

Skills
Python, PostgreSQL, Docker

Experience
Backend Engineer, Northwind Traders AB
Jan 2021 – Dec 2023
• Built REST services with Python and PostgreSQL

Projects
Recipe Finder
• Search engine in Python with Docker

Education
B.Sc. Computer Science, Uppsala University, 2020
"""

JOB_TEXT = """\
Requirements
- Python
- PostgreSQL
- 2-5 years of experience
- Bachelor's degree in Computer Science
Nice to have
- Docker
- Kubernetes
Salary: EUR 60,000 - 70,000 per year
Location: Stockholm, hybrid
"""


@dataclass
class Api:
    """One caller; ``register`` returns another with its own token."""

    http: TestClient | httpx2.Client
    runtime: Runtime | None = None
    headers: dict[str, str] = field(default_factory=dict)
    user: dict[str, Any] = field(default_factory=dict)

    def register(self, role: Literal["candidate", "recruiter"], **changes: Any) -> "Api":
        body = {
            "name": "Test Person",
            "email": f"{role}-{secrets.token_hex(6)}@example.com",
            "password": PASSWORD,
            "role": role,
        } | changes
        answer = self.http.post("/api/auth/register", json=body)
        assert answer.status_code == 201, answer.text
        token = answer.json()
        headers = {"Authorization": f"Bearer {token['access_token']}"}
        return Api(self.http, self.runtime, headers, token["user"])

    def get(self, path: str, **params: Any) -> httpx2.Response:
        return self.http.get(path, params=params, headers=self.headers)

    def post(self, path: str, body: Any = None) -> httpx2.Response:
        return self.http.post(path, json=body, headers=self.headers)

    def patch(self, path: str, body: Any) -> httpx2.Response:
        return self.http.patch(path, json=body, headers=self.headers)

    def upload(self, data: bytes, filename: str = "resume.txt") -> httpx2.Response:
        files = {"file": (filename, data)}
        return self.http.post("/api/resumes/upload", files=files, headers=self.headers)

    def parsed_resume(self, text: str = RESUME_TEXT) -> str:
        """Upload a resume and let it be read; returns its id."""
        resume_id: str = self.upload(text.encode()).json()["id"]
        self.work()
        return resume_id

    def analysed_job(
        self, text: str = JOB_TEXT, title: str = "Backend Engineer", **more: Any
    ) -> str:
        """Post a job and let it be analysed; returns its id."""
        answer = self.post("/api/jobs", {"title": title, "description": text, **more})
        assert answer.status_code == 202, answer.text
        self.work()
        job_id: str = answer.json()["id"]
        return job_id

    def work(self) -> None:
        """Do all that is queued and due, as a worker does it."""
        assert self.runtime is not None
        works = {work.name: work for work in WORKS}
        while tasks := self._send_due():
            for name, task_id in tasks:
                execute(self.runtime, works[name], task_id)

    def _send_due(self) -> list[tuple[str, UUID]]:
        assert self.runtime is not None
        with transaction(self.runtime.sessions) as session:
            due = [(task.name, task.id) for task in claim_pending(session, 100)]
            mark_sent(session, [task_id for _, task_id in due])
        return due

    def tasks(self) -> list[OutboxTask]:
        """All outbox rows, oldest first."""
        assert self.runtime is not None
        with self.runtime.sessions() as session:
            return list(session.scalars(select(OutboxTask).order_by(OutboxTask.created_at)))
