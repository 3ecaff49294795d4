"""Readings under 70 wait for a person, are scored with a warning, and leave the queue decided."""

from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select

from app.audit.models import Event
from app.engine.resumes.read import read_resume
from app.engine.taxonomy.load import builtin_taxonomy
from app.platform.clock import today
from app.platform.database import transaction
from app.platform.ids import uuid7
from app.platform.runtime import Runtime
from app.resumes import review
from app.resumes.models import Resume
from tests.engine.resumes.build import document_of
from tests.support.api import RESUME_TEXT, Api

POOR = "Skills\nPython, PostgreSQL\n"
QUEUE = "/api/admin/review"


def warned(caller: Api, job_id: str) -> bool:
    match = caller.get(f"/api/jobs/{job_id}").json()["match"]
    codes = [disclaimer["code"] for disclaimer in match["breakdown"]["disclaimers"]]
    assert ("reading_uncertain" in codes) == ("not sure" in match["explanation"])
    return "reading_uncertain" in codes


def test_the_text_of_these_tests_is_read_with_little_confidence() -> None:
    assert read_resume(document_of(POOR), builtin_taxonomy(), today()).confidence < 70


def test_uncertain_readings_wait_oldest_first_without_words_of_the_resume(
    admin: Api, candidate: Api, api: Api
) -> None:
    ids = [candidate.parsed_resume(POOR), api.register("candidate").parsed_resume(POOR)]
    candidate.parsed_resume(RESUME_TEXT)

    page = admin.get(QUEUE).json()
    second = admin.get(QUEUE, limit=1, offset=1).json()

    assert page["total"] == second["total"] == 2
    assert [item["resume_id"] for item in page["items"]] == ids
    assert [item["resume_id"] for item in second["items"]] == ids[1:]
    first = page["items"][0]
    assert first["user_id"] == candidate.user["id"]
    assert first["confidence"] < 70
    assert {"code": "no_name", "line": None} in first["flags"]
    assert set(first) == {
        "resume_id", "user_id", "confidence", "flags", "created_at", "parsed_at",
    }  # fmt: skip


def test_an_accepted_reading_leaves_the_queue_and_its_scores_warn_no_more(
    admin: Api, candidate: Api, recruiter: Api
) -> None:
    resume_id, job_id = candidate.parsed_resume(POOR), recruiter.analysed_job()
    before = candidate.get(f"/api/jobs/{job_id}").json()["match"]
    assert warned(candidate, job_id)

    closed = admin.post(f"{QUEUE}/{resume_id}", {"decision": "accepted", "note": "It is so."})

    assert closed.status_code == 200
    assert (closed.json()["decision"], closed.json()["note"]) == ("accepted", "It is so.")
    assert closed.json()["reviewed_by"] == admin.user["id"]
    assert admin.get(QUEUE).json()["total"] == 0
    resume = candidate.get(f"/api/resumes/{resume_id}").json()
    assert (resume["status"], resume["needs_review"]) == ("parsed", False)
    assert resume["review_decision"] == "accepted"
    assert not warned(candidate, job_id)
    after = candidate.get(f"/api/jobs/{job_id}").json()["match"]
    assert after["score"] == before["score"]
    assert after["id"] != before["id"]


def test_what_cannot_be_read_stays_scored_with_the_warning(
    admin: Api, candidate: Api, recruiter: Api
) -> None:
    resume_id, job_id = candidate.parsed_resume(POOR), recruiter.analysed_job()

    admin.post(f"{QUEUE}/{resume_id}", {"decision": "unreadable"})

    resume = candidate.get(f"/api/resumes/{resume_id}").json()
    assert (resume["status"], resume["review_decision"]) == ("parsed", "unreadable")
    assert warned(candidate, job_id)


def test_a_sure_reading_carries_no_warning_and_needs_no_review(
    admin: Api, candidate: Api, recruiter: Api
) -> None:
    resume_id, job_id = candidate.parsed_resume(), recruiter.analysed_job()

    answer = admin.post(f"{QUEUE}/{resume_id}", {"decision": "accepted"})

    assert not warned(candidate, job_id)
    assert (answer.status_code, answer.json()["type"]) == (409, "urn:hip:problem:not-in-review")


def test_a_review_is_closed_once_and_audited_without_its_note(
    admin: Api, candidate: Api, runtime: Runtime
) -> None:
    resume_id = candidate.parsed_resume(POOR)
    bodies = ({"decision": "unreadable", "note": "A scan of Jo"}, {"decision": "accepted"})

    answers = [admin.post(f"{QUEUE}/{resume_id}", body).status_code for body in bodies]

    with runtime.sessions() as session:
        events = session.scalars(select(Event).where(Event.event_type == "resume_reviewed")).all()
    assert answers == [200, 409]
    assert [event.payload["decision"] for event in events] == ["unreadable"]
    assert "note" not in events[0].payload
    assert str(events[0].user_id) == admin.user["id"]


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"decision": "maybe"},
        {"decision": "accepted", "note": ""},
        {"decision": "accepted", "x": 1},
    ],
)
def test_other_bodies_are_refused(admin: Api, body: dict[str, Any]) -> None:
    assert admin.post(f"{QUEUE}/{uuid7()}", body).status_code == 422


def test_a_resume_that_is_not_there_is_not_found(admin: Api) -> None:
    assert admin.post(f"{QUEUE}/{uuid7()}", {"decision": "accepted"}).status_code == 404


def test_a_new_reading_voids_what_was_said_of_the_old_one(
    admin: Api, candidate: Api, runtime: Runtime
) -> None:
    resume_id = candidate.parsed_resume(POOR)
    admin.post(f"{QUEUE}/{resume_id}", {"decision": "accepted"})

    with transaction(runtime.sessions) as session:
        review.await_person(session.get_one(Resume, UUID(resume_id)), needed=True)

    assert admin.get(QUEUE).json()["total"] == 1
    assert candidate.get(f"/api/resumes/{resume_id}").json()["review_decision"] is None
