"""The whole story through HTTP, with real API and worker processes and a real broker."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from app.platform.settings import Settings
from tests.support.api import JOB_TEXT, Api
from tests.support.service import Service, separate_processes, wait_for

DEMO = Path(__file__).resolve().parents[2] / "demo"
RESUME = DEMO / "resumes" / "priya-raghunathan.pdf"


@pytest.fixture
def service(settings: Settings) -> Iterator[Service]:
    with separate_processes(settings) as running:
        yield running


def uploaded(person: Api, path: Path) -> dict[str, Any]:
    location = person.upload(path.read_bytes(), path.name).headers["Location"]

    def is_read() -> bool:
        return person.get(location).json()["status"] in {"parsed", "failed"}

    wait_for(is_read, "the resume to be read")
    resume: dict[str, Any] = person.get(location).json()
    return resume


def posted(person: Api, title: str, description: str) -> str:
    answer = person.post("/api/jobs", {"title": title, "description": description})
    location = answer.headers["Location"]
    wait_for(lambda: person.get(location).json()["status"] == "active", "the job to be analysed")
    job_id: str = answer.json()["id"]
    return job_id


def test_from_registration_to_a_decision(service: Service) -> None:
    anyone = service.caller()
    recruiter = anyone.register("recruiter", company="Example Health")
    candidate = anyone.register("candidate", name="Priya Raghunathan")

    job_id = posted(recruiter, "Backend Engineer", JOB_TEXT)
    resume = uploaded(candidate, RESUME)
    match = candidate.get(f"/api/jobs/{job_id}").json()["match"]
    body = {"job_id": job_id, "resume_id": resume["id"]}
    application = candidate.post("/api/applications", body).json()
    ranking = recruiter.get(f"/api/recruiter/jobs/{job_id}/applicants").json()
    recruiter.patch(f"/api/applications/{application['id']}/status", {"status": "shortlisted"})
    mine = candidate.get("/api/applications/me").json()["items"]

    assert resume["status"] == "parsed"
    assert match["status"] == "scored"
    assert sum(part["points"] for part in match["breakdown"]["parts"]) == match["score"]
    assert match["breakdown"]["matched_required_skills"] == ["Python", "PostgreSQL"]
    assert application["company"] == "Example Health"
    assert ranking["items"][0]["candidate_name"] == "Priya Raghunathan"
    assert ranking["items"][0]["match"]["score"] == match["score"]
    assert mine[0]["status"] == "shortlisted"
    assert mine[0]["match"]["id"] == match["id"]
