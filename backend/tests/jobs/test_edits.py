from typing import Any

import psycopg
import pytest
from sqlalchemy import select
from sqlalchemy.engine import make_url

from app.audit.models import Event
from app.platform.runtime import Runtime
from tests.support.api import JOB_TEXT, RESUME_TEXT, Api

NO_PYTHON = JOB_TEXT.replace("- Python\n", "- Redis\n")
OTHER_WORDS = f"We are a small team by the sea.\n{JOB_TEXT}"
REDIS_RESUME = RESUME_TEXT.replace(
    "Python, PostgreSQL, Docker", "Redis, PostgreSQL, Docker"
).replace("Python", "Redis")


def edit(text: str, title: str = "Backend Engineer", **more: Any) -> dict[str, Any]:
    return {"title": title, "description": text, **more}


def put(recruiter: Api, job_id: str, body: dict[str, Any]) -> Any:
    return recruiter.http.put(f"/api/jobs/{job_id}", json=body, headers=recruiter.headers)


@pytest.fixture
def job_id(recruiter: Api) -> str:
    return recruiter.analysed_job()


@pytest.fixture
def applied(job_id: str, candidate: Api, api: Api) -> tuple[Api, Api]:
    """Two applicants: the first knows Python, the second Redis instead."""
    other = api.register("candidate", name="Redis Person")
    for person, text in ((candidate, RESUME_TEXT), (other, REDIS_RESUME)):
        body = {"job_id": job_id, "resume_id": person.parsed_resume(text)}
        assert person.post("/api/applications", body).status_code == 201
    return candidate, other


def test_without_applicants_a_job_is_edited_at_once(recruiter: Api, api: Api, job_id: str) -> None:
    answer = put(recruiter, job_id, edit(NO_PYTHON, "Platform Engineer", version=1))
    job = api.get(f"/api/jobs/{job_id}").json()

    assert answer.status_code == 200, answer.text
    assert (answer.json()["number"], job["version"]) == (2, 2)
    assert job["title"] == "Platform Engineer"
    assert job["required_skills"] == ["Redis", "PostgreSQL"]


@pytest.mark.usefixtures("applied")
def test_a_preview_names_every_rank_that_flips(recruiter: Api, job_id: str) -> None:
    shown = recruiter.post(f"/api/jobs/{job_id}/edits/preview", edit(NO_PYTHON)).json()

    assert shown["applicants"] == 2
    assert shown["parsed_json"]["required_skills"] == ["Redis", "PostgreSQL"]
    assert [
        (row["candidate_name"], row["before"]["rank"], row["after"]["rank"])
        for row in shown["moved"]
    ] == [("Redis Person", 2, 1), ("Test Person", 1, 2)]
    assert shown["moved"][0]["after"]["score"] > shown["moved"][0]["before"]["score"]
    assert recruiter.get(f"/api/jobs/{job_id}").json()["version"] == 1


@pytest.mark.usefixtures("applied")
def test_new_criteria_need_the_confirmation_of_what_was_seen(recruiter: Api, job_id: str) -> None:
    shown = recruiter.post(f"/api/jobs/{job_id}/edits/preview", edit(NO_PYTHON)).json()

    blind = put(recruiter, job_id, edit(NO_PYTHON, version=1))
    wrong = put(recruiter, job_id, edit(NO_PYTHON, version=1, confirmation="0" * 64))
    of_other_text = put(
        recruiter,
        job_id,
        edit(JOB_TEXT.replace("Python", "Rust"), version=1, confirmation=shown["confirmation"]),
    )
    seen = put(recruiter, job_id, edit(NO_PYTHON, version=1, confirmation=shown["confirmation"]))
    again = put(recruiter, job_id, edit(NO_PYTHON, version=1, confirmation=shown["confirmation"]))
    best = recruiter.get(f"/api/recruiter/jobs/{job_id}/applicants").json()["items"][0]

    assert [a.status_code for a in (blind, wrong, of_other_text, seen, again)] == [
        409,
        409,
        409,
        200,
        409,
    ]
    assert blind.json()["type"] == "urn:hip:problem:confirmation-needed"
    assert again.json()["type"] == "urn:hip:problem:job-changed"
    assert best["candidate_name"] == "Redis Person"


@pytest.mark.usefixtures("applied")
def test_an_application_after_the_preview_asks_for_another_look(
    recruiter: Api, api: Api, job_id: str
) -> None:
    shown = recruiter.post(f"/api/jobs/{job_id}/edits/preview", edit(NO_PYTHON)).json()
    late = api.register("candidate")
    body = {"job_id": job_id, "resume_id": late.parsed_resume()}
    assert late.post("/api/applications", body).status_code == 201

    answer = put(recruiter, job_id, edit(NO_PYTHON, version=1, confirmation=shown["confirmation"]))

    assert answer.status_code == 409
    assert "Look again" in answer.json()["detail"]


@pytest.mark.usefixtures("applied")
def test_words_alone_need_no_confirmation(recruiter: Api, job_id: str) -> None:
    shown = recruiter.post(f"/api/jobs/{job_id}/edits/preview", edit(OTHER_WORDS)).json()
    answer = put(recruiter, job_id, edit(OTHER_WORDS, version=1))

    assert (shown["moved"], shown["confirmation"]) == ([], None)
    assert answer.status_code == 200


@pytest.mark.usefixtures("applied")
def test_an_application_keeps_the_score_of_the_version_it_was_sent_to(
    recruiter: Api, candidate: Api, job_id: str
) -> None:
    before = candidate.get("/api/applications/me").json()["items"][0]["match"]
    shown = recruiter.post(f"/api/jobs/{job_id}/edits/preview", edit(NO_PYTHON)).json()
    put(recruiter, job_id, edit(NO_PYTHON, version=1, confirmation=shown["confirmation"]))

    after = candidate.get("/api/applications/me").json()["items"][0]["match"]
    today = candidate.get(f"/api/jobs/{job_id}").json()["match"]

    assert after == before
    assert today["score"] < before["score"]


def test_every_version_stays_on_record_and_never_changes(
    recruiter: Api, runtime: Runtime, job_id: str
) -> None:
    put(recruiter, job_id, edit(NO_PYTHON, version=1))

    kept = recruiter.get(f"/api/jobs/{job_id}/versions").json()
    with runtime.sessions() as session:
        events = list(session.scalars(select(Event).where(Event.event_type == "job_edited")))
    address = make_url(runtime.settings.database_url or "").set(drivername="postgresql")
    with (
        psycopg.connect(address.render_as_string(hide_password=False)) as connection,
        pytest.raises(psycopg.errors.RestrictViolation),
    ):
        connection.execute("UPDATE job_versions SET title = 'x'")

    assert [(row["number"], row["parsed_json"]["required_skills"]) for row in kept] == [
        (2, ["Redis", "PostgreSQL"]),
        (1, ["Python", "PostgreSQL"]),
    ]
    assert [event.payload for event in events] == [
        {"version": 2, "criteria_changed": False, "applicants": 0, "ranks_changed": 0}
    ]


def test_what_cannot_be_edited_says_why(recruiter: Api, api: Api, job_id: str) -> None:
    other = api.register("recruiter")
    waiting = recruiter.post("/api/jobs", edit(JOB_TEXT)).json()["id"]

    assert put(other, job_id, edit(JOB_TEXT, version=1)).status_code == 404
    assert put(recruiter, waiting, edit(JOB_TEXT, version=1)).status_code == 409
    assert put(recruiter, job_id, edit(JOB_TEXT, version=0)).status_code == 422
    assert put(recruiter, job_id, edit("\u200b", version=1)).status_code == 422
