from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from app.audit.models import Event
from app.jobs.service import close_expired
from app.jobs.tasks import abandon_analysis
from app.platform.clock import now
from app.platform.database import transaction
from app.platform.runtime import Runtime
from tests.support.api import JOB_TEXT, Api


def test_a_job_is_analysed_by_a_worker_and_then_public(recruiter: Api, api: Api) -> None:
    answer = recruiter.post("/api/jobs", {"title": "Backend Engineer", "description": JOB_TEXT})
    before = api.get(answer.headers["Location"])
    recruiter.work()
    after = api.get(answer.headers["Location"]).json()

    assert answer.status_code == 202
    assert answer.json()["status"] == "pending_analysis"
    assert before.status_code == 404
    assert after["status"] == "active"
    assert after["required_skills"] == ["Python", "PostgreSQL"]
    assert after["preferred_skills"] == ["Docker", "Kubernetes"]
    assert after["parsed_json"]["experience_years"] == [2, 5]
    assert after["work_arrangement"] == "hybrid"
    assert after["quality_score"] == 100
    assert after["match"] is None


def test_a_draft_stays_hidden_until_it_is_published(recruiter: Api, api: Api) -> None:
    job_id = recruiter.analysed_job(publish=False)

    hidden = api.get(f"/api/jobs/{job_id}").status_code
    draft = recruiter.get(f"/api/jobs/{job_id}").json()
    published = recruiter.post(f"/api/jobs/{job_id}/publish")

    assert hidden == 404
    assert (draft["status"], draft["quality_score"]) == ("draft", 100)
    assert published.json()["status"] == "active"
    assert api.get(f"/api/jobs/{job_id}").status_code == 200
    assert recruiter.post(f"/api/jobs/{job_id}/publish").status_code == 409


def test_a_job_that_is_not_analysed_yet_cannot_be_published(recruiter: Api) -> None:
    job = recruiter.post("/api/jobs", {"title": "T", "description": "x", "publish": False}).json()

    answer = recruiter.post(f"/api/jobs/{job['id']}/publish")

    assert answer.status_code == 409
    assert answer.json()["detail"] == "It is pending analysis, not an analysed draft."


@pytest.mark.parametrize(
    "change",
    [
        {"description": ""},
        {"description": "   "},
        {"description": "ä" * 60_000},
        {"description": "x" * 60_000, "requirements": "y" * 60_000},
        {"description": "a\u0000b"},
        {"title": ""},
        {"title": "x" * 201},
        {"salary": 5},
        {"closes_at": "2026-01-01T00:00:00"},
        {"closes_at": "2001-01-01T00:00:00Z"},
        {"closes_at": "9999-12-31T23:59:59-14:00"},
        {"description": "\u200b\u200b"},
        {"description": "Python\u0001"},
        {"title": "two\nlines"},
    ],
)
def test_bad_job_texts_are_refused(recruiter: Api, change: dict[str, Any]) -> None:
    answer = recruiter.post("/api/jobs", {"title": "T", "description": "Python"} | change)

    assert answer.status_code == 422
    assert recruiter.get("/api/recruiter/jobs").json()["total"] == 0


def test_open_jobs_are_listed_newest_first_a_page_at_a_time(recruiter: Api, api: Api) -> None:
    ids = [recruiter.analysed_job(title=f"Job {n}") for n in range(3)]

    page = api.get("/api/jobs", limit=2, offset=1).json()

    assert [item["id"] for item in page["items"]] == [ids[1], ids[0]]
    assert page["total"] == 3


def test_a_job_closes_on_its_day_and_says_so(recruiter: Api, api: Api, runtime: Runtime) -> None:
    soon = (now() + timedelta(milliseconds=300)).isoformat()
    job_id = recruiter.analysed_job(closes_at=soon)

    with transaction(runtime.sessions) as session:
        session.connection().exec_driver_sql("SELECT pg_sleep(0.4)")
    with transaction(runtime.sessions) as session:
        closed = close_expired(session)

    assert closed == 1
    assert api.get("/api/jobs").json()["total"] == 0
    assert api.get(f"/api/jobs/{job_id}").json()["status"] == "closed"


def test_a_text_that_asks_for_nothing_is_active_without_scores(
    recruiter: Api, candidate: Api
) -> None:
    candidate.parsed_resume()
    job_id = recruiter.analysed_job("We are a nice company in a nice town.", title="Helper")

    match = candidate.get(f"/api/jobs/{job_id}").json()["match"]

    assert match["status"] == "no_score"
    assert match["score"] is None


def test_what_was_done_is_recorded_without_the_text(recruiter: Api, runtime: Runtime) -> None:
    recruiter.analysed_job()

    with runtime.sessions() as session:
        events = {e.event_type: e.payload for e in session.scalars(select(Event))}

    assert events["job_analyzed"]["quality_score"] == 100
    assert events["job_analyzed"]["red_flags"] == 0
    assert "Python" not in str(events)


def test_a_job_whose_analysis_is_given_up_is_active_and_says_why(
    recruiter: Api, candidate: Api, runtime: Runtime
) -> None:
    candidate.parsed_resume()
    answer = recruiter.post("/api/jobs", {"title": "T", "description": "Python", "publish": False})
    job_id = answer.json()["id"]

    with transaction(runtime.sessions) as session:
        abandon_analysis(session, {"job_id": job_id})
    job = candidate.get(f"/api/jobs/{job_id}").json()

    assert (job["status"], job["required_skills"], job["quality_score"]) == ("active", [], None)
    assert "could not be analysed" in job["analysis_error"]
    assert job["match"]["status"] == "no_score"
    assert recruiter.get(f"/api/recruiter/jobs/{job_id}/applicants").json()["total"] == 0
