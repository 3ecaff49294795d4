"""Names the taxonomy does not know: counted once a document, judged by admins, kept impersonal."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select, text

from app.audit.models import Event
from app.engine.taxonomy.load import builtin_taxonomy
from app.platform.clock import now
from app.platform.database import transaction
from app.platform.ids import uuid7
from app.platform.runtime import Runtime
from app.skills import service, unknown
from tests.support.api import JOB_TEXT, RESUME_TEXT, Api

RESUME = RESUME_TEXT.replace("Docker\n", "Docker, Zorblang, Frobnicator\n", 1)
QUEUE = "/api/admin/skills/unknown"


def queued(admin: Api, **params: Any) -> dict[str, int]:
    page = admin.get(QUEUE, **params).json()
    return {item["term"]: item["documents"] for item in page["items"]}


def id_of(admin: Api, term: str) -> str:
    items: list[dict[str, str]] = admin.get(QUEUE).json()["items"]
    return next(item["id"] for item in items if item["term"] == term)


def test_names_of_resumes_and_postings_are_queued_and_most_seen_first(
    admin: Api, candidate: Api, recruiter: Api, api: Api
) -> None:
    candidate.parsed_resume(RESUME)
    api.register("candidate").parsed_resume(RESUME.replace("Frobnicator", "ZORBLANG"))
    recruiter.analysed_job(JOB_TEXT.replace("- Python\n", "- Python, ZorbLang\n"))

    assert queued(admin) == {"Zorblang": 3, "Frobnicator": 1}
    assert list(queued(admin)) == ["Zorblang", "Frobnicator"]
    assert list(queued(admin, sort="newest"))[-1] in {"Zorblang", "Frobnicator"}


def test_the_queue_comes_a_page_at_a_time(admin: Api, candidate: Api) -> None:
    candidate.parsed_resume(RESUME)

    first, second = (admin.get(QUEUE, limit=1, offset=offset).json() for offset in (0, 1))

    assert [page["items"][0]["term"] for page in (first, second)] == ["Frobnicator", "Zorblang"]
    assert (first["total"], second["total"]) == (2, 2)


def test_a_document_that_is_read_again_counts_once_and_by_its_newest_reading(
    admin: Api, candidate: Api, runtime: Runtime
) -> None:
    resume_id = UUID(candidate.parsed_resume(RESUME))

    with transaction(runtime.sessions) as session:
        unknown.note(session, "resume", resume_id, ["zorblang", "Wibble", "ZORBLANG"])
    with transaction(runtime.sessions) as session:
        unknown.note(session, "resume", resume_id, ["Zorblang", "Wibble"])

    assert queued(admin) == {"Zorblang": 1, "Wibble": 1}


def test_a_deleted_resume_takes_its_sightings_along(
    admin: Api, candidate: Api, runtime: Runtime
) -> None:
    kept_id = candidate.parsed_resume(RESUME)
    resume_id = candidate.parsed_resume(RESUME.replace("Frobnicator", "Wibble"))
    with transaction(runtime.sessions) as session:
        session.execute(text("DELETE FROM resumes WHERE id = :id"), {"id": resume_id})

    assert queued(admin) == {"Frobnicator": 1, "Zorblang": 1}
    with transaction(runtime.sessions) as session:
        assert unknown.forget_unheld(session, now() - timedelta(hours=1)) == 0
        assert unknown.forget_unheld(session, now() + timedelta(seconds=1)) == 1
        assert session.scalars(text("SELECT term FROM unknown_skills ORDER BY 1")).all() == [
            "Frobnicator", "Zorblang",
        ]  # fmt: skip
    assert candidate.get(f"/api/resumes/{kept_id}").status_code == 200


def test_an_ignored_name_leaves_the_queue_stays_ignored_and_can_come_back(
    admin: Api, candidate: Api, api: Api
) -> None:
    candidate.parsed_resume(RESUME)
    name = f"{QUEUE}/{id_of(admin, 'Zorblang')}"

    ignored = admin.patch(name, {"status": "ignored"}).json()
    api.register("candidate").parsed_resume(RESUME)

    assert (ignored["status"], ignored["documents"]) == ("ignored", 1)
    assert queued(admin) == {"Frobnicator": 2}
    assert queued(admin, status="ignored") == {"Zorblang": 2}
    assert admin.patch(name, {"status": "pending"}).json()["status"] == "pending"
    assert queued(admin) == {"Frobnicator": 2, "Zorblang": 2}


def test_a_decision_is_audited_once_without_the_name(
    admin: Api, candidate: Api, runtime: Runtime
) -> None:
    candidate.parsed_resume(RESUME)
    name = f"{QUEUE}/{id_of(admin, 'Zorblang')}"
    for _ in range(2):
        assert admin.patch(name, {"status": "ignored"}).status_code == 200

    with runtime.sessions() as session:
        events = session.scalars(
            select(Event).where(Event.event_type == "unknown_skill_decided")
        ).all()

    assert [event.payload for event in events] == [{"from": "pending", "to": "ignored"}]
    assert str(events[0].user_id) == admin.user["id"]


@pytest.mark.parametrize(
    ("body", "status"), [({"status": "added"}, 422), ({"status": "ignored", "x": 1}, 422)]
)
def test_other_decisions_are_refused(admin: Api, body: dict[str, Any], status: int) -> None:
    assert admin.patch(f"{QUEUE}/{uuid7()}", body).status_code == status


def test_a_name_that_is_not_there_is_not_found(admin: Api) -> None:
    assert admin.patch(f"{QUEUE}/{uuid7()}", {"status": "ignored"}).status_code == 404


def test_what_the_taxonomy_has_learnt_is_added_until_it_is_unknown_again(
    admin: Api, candidate: Api, runtime: Runtime
) -> None:
    resume_id = UUID(candidate.parsed_resume(RESUME))
    with transaction(runtime.sessions) as session:
        unknown.note(session, "resume", resume_id, ["Python", "Zorblang"])
        service.seed(session, builtin_taxonomy())

    assert queued(admin) == {"Zorblang": 1}
    assert queued(admin, status="added") == {"Python": 1}
    added = admin.get(QUEUE, status="added").json()["items"][0]["id"]
    refused = admin.patch(f"{QUEUE}/{added}", {"status": "ignored"})
    assert (refused.status_code, refused.json()["type"]) == (409, "urn:hip:problem:already-added")

    with transaction(runtime.sessions) as session:
        unknown.note(session, "resume", resume_id, ["Python"])
    assert queued(admin) == {"Python": 1}


def test_the_queue_holds_no_column_for_who_wrote_a_name(runtime: Runtime) -> None:
    with runtime.sessions() as session:
        columns = session.scalars(
            text(
                "SELECT column_name FROM information_schema.columns"
                " WHERE table_name = 'unknown_skills' ORDER BY 1"
            )
        ).all()

    assert columns == ["first_seen", "folded", "id", "last_seen", "status", "term"]


def test_reading_a_resume_again_through_its_task_changes_no_count(
    admin: Api, candidate: Api, runtime: Runtime
) -> None:
    resume = f"/api/resumes/{candidate.parsed_resume(RESUME)}"
    before = candidate.get(resume).json()["parsed_at"]
    with transaction(runtime.sessions) as session:
        session.execute(text("UPDATE outbox_tasks SET status = 'pending', available_at = now()"))
    candidate.work()

    assert candidate.get(resume).json()["parsed_at"] > before
    assert queued(admin) == {"Frobnicator": 1, "Zorblang": 1}
