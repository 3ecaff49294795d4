import pytest
from sqlalchemy import select

from app.audit.models import Event
from app.platform.runtime import Runtime
from tests.support.api import RESUME_TEXT, Api


def apply(candidate: Api, job_id: str, resume_id: str) -> str:
    answer = candidate.post("/api/applications", {"job_id": job_id, "resume_id": resume_id})
    assert answer.status_code == 201, answer.text
    application_id: str = answer.json()["id"]
    return application_id


def test_applying_keeps_the_score_of_that_moment(candidate: Api, recruiter: Api) -> None:
    job_id, resume_id = recruiter.analysed_job(), candidate.parsed_resume()

    apply(candidate, job_id, resume_id)
    candidate.parsed_resume(RESUME_TEXT.replace("Python", "Haskell"))
    mine = candidate.get("/api/applications/me").json()["items"]

    assert [item["status"] for item in mine] == ["applied"]
    assert mine[0]["job_title"] == "Backend Engineer"
    assert mine[0]["match"]["score"] == 90
    assert "Kubernetes" in mine[0]["match"]["explanation"]


def test_a_second_application_is_refused(candidate: Api, recruiter: Api) -> None:
    job_id, resume_id = recruiter.analysed_job(), candidate.parsed_resume()
    apply(candidate, job_id, resume_id)

    again = candidate.post("/api/applications", {"job_id": job_id, "resume_id": resume_id})

    assert again.status_code == 409
    assert again.json()["type"] == "urn:hip:problem:already-applied"
    assert candidate.get("/api/applications/me").json()["total"] == 1


def test_a_resume_that_is_not_read_cannot_be_sent(candidate: Api, recruiter: Api) -> None:
    job_id = recruiter.analysed_job()
    resume_id = candidate.upload(RESUME_TEXT.encode()).json()["id"]

    answer = candidate.post("/api/applications", {"job_id": job_id, "resume_id": resume_id})

    assert answer.status_code == 400
    assert "Please wait for resume processing" in answer.json()["detail"]


def test_another_persons_resume_cannot_be_sent(candidate: Api, recruiter: Api, api: Api) -> None:
    job_id, resume_id = recruiter.analysed_job(), candidate.parsed_resume()
    thief = api.register("candidate")

    answer = thief.post("/api/applications", {"job_id": job_id, "resume_id": resume_id})

    assert answer.status_code == 404


def test_a_draft_takes_no_applications(candidate: Api, recruiter: Api) -> None:
    job_id, resume_id = recruiter.analysed_job(publish=False), candidate.parsed_resume()

    answer = candidate.post("/api/applications", {"job_id": job_id, "resume_id": resume_id})

    assert answer.status_code == 404


def test_withdrawing_and_applying_again_is_one_row_with_its_history(
    candidate: Api, recruiter: Api, runtime: Runtime
) -> None:
    job_id, resume_id = recruiter.analysed_job(), candidate.parsed_resume()
    first = apply(candidate, job_id, resume_id)

    withdrawn = candidate.post(f"/api/applications/{first}/withdraw").json()["status"]
    hidden = recruiter.get(f"/api/recruiter/jobs/{job_id}/applicants").json()["total"]
    second = apply(candidate, job_id, resume_id)

    assert (withdrawn, hidden, second) == ("withdrawn", 0, first)
    with runtime.sessions() as session:
        types = [e.event_type for e in session.scalars(select(Event).order_by(Event.id))]
    assert [t for t in types if t.startswith("application")] == [
        "application_submitted",
        "application_withdrawn",
        "application_submitted",
    ]


def test_a_recruiter_sees_applicants_ranked_over_all_of_them(recruiter: Api, api: Api) -> None:
    job_id = recruiter.analysed_job()
    texts = [
        RESUME_TEXT.replace("Docker", "Fortran"),
        RESUME_TEXT,
        RESUME_TEXT.replace("PostgreSQL", "Fortran"),
        RESUME_TEXT,
    ]
    people = [api.register("candidate", name=f"Person {n}") for n in range(len(texts))]
    for person, text in zip(people, texts, strict=True):
        apply(person, job_id, person.parsed_resume(text))

    whole = recruiter.get(f"/api/recruiter/jobs/{job_id}/applicants").json()
    page = recruiter.get(f"/api/recruiter/jobs/{job_id}/applicants", limit=2, offset=2).json()

    names = [item["candidate_name"] for item in whole["items"]]
    ranks = [item["match"]["ranking"]["rank"] for item in whole["items"]]
    assert names == ["Person 1", "Person 3", "Person 0", "Person 2"]
    assert ranks == [1, 1, 3, 4]
    assert [item["candidate_name"] for item in page["items"]] == names[2:]
    assert whole["items"][0]["profile"]["total_months"] == 36
    assert "Python" in whole["items"][0]["profile"]["skills"]


def test_applicants_can_be_filtered_by_score_and_status(recruiter: Api, api: Api) -> None:
    job_id = recruiter.analysed_job()
    good, poor = api.register("candidate"), api.register("candidate")
    chosen = apply(good, job_id, good.parsed_resume())
    apply(poor, job_id, poor.parsed_resume(RESUME_TEXT.replace("Python", "Fortran")))
    path = f"/api/recruiter/jobs/{job_id}/applicants"

    by_score = recruiter.get(path, min_score=80).json()
    recruiter.patch(f"/api/applications/{chosen}/status", {"status": "shortlisted"})
    by_status = recruiter.get(path, status="shortlisted").json()

    assert [i["application_id"] for i in by_score["items"]] == [chosen]
    assert [i["application_id"] for i in by_status["items"]] == [chosen]
    assert by_status["items"][0]["match"]["ranking"]["total"] == 2


def test_a_decision_reaches_the_candidate_without_the_private_notes(
    candidate: Api, recruiter: Api, runtime: Runtime
) -> None:
    job_id, resume_id = recruiter.analysed_job(), candidate.parsed_resume()
    application_id = apply(candidate, job_id, resume_id)

    answer = recruiter.patch(
        f"/api/applications/{application_id}/status",
        {"status": "rejected", "rejection_reason": "too junior", "recruiter_notes": "call back"},
    )
    mine = candidate.get("/api/applications/me")

    assert answer.json()["recruiter_notes"] == "call back"
    assert mine.json()["items"][0]["status"] == "rejected"
    assert "too junior" not in mine.text
    assert "call back" not in mine.text
    with runtime.sessions() as session:
        query = select(Event).where(Event.event_type == "application_status_changed")
        assert session.scalars(query).one().payload == {
            "old_status": "applied",
            "new_status": "rejected",
        }


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("reviewed", "shortlisted", 200),
        ("rejected", "reviewed", 200),
        ("rejected", "offered", 409),
        ("reviewed", "reviewed", 200),
    ],
)
def test_decisions_follow_the_pipeline(
    candidate: Api, recruiter: Api, first: str, second: str, expected: int
) -> None:
    application_id = apply(candidate, recruiter.analysed_job(), candidate.parsed_resume())
    path = f"/api/applications/{application_id}/status"
    recruiter.patch(path, {"status": first})

    assert recruiter.patch(path, {"status": second}).status_code == expected


def test_a_withdrawn_application_cannot_be_decided(candidate: Api, recruiter: Api) -> None:
    application_id = apply(candidate, recruiter.analysed_job(), candidate.parsed_resume())
    candidate.post(f"/api/applications/{application_id}/withdraw")

    answer = recruiter.patch(f"/api/applications/{application_id}/status", {"status": "offered"})

    assert answer.status_code == 409


def test_a_recruiter_may_see_a_resume_only_while_it_is_sent_to_them(
    candidate: Api, recruiter: Api, api: Api
) -> None:
    job_id, resume_id = recruiter.analysed_job(), candidate.parsed_resume()
    path, other = f"/api/resumes/{resume_id}", api.register("recruiter")

    before = recruiter.get(path).status_code
    application_id = apply(candidate, job_id, resume_id)
    during, foreign = recruiter.get(path).status_code, other.get(path).status_code
    candidate.post(f"/api/applications/{application_id}/withdraw")

    assert (before, during, foreign, recruiter.get(path).status_code) == (404, 200, 404, 404)


def test_a_rejected_application_cannot_be_withdrawn_and_keeps_the_recruiters_words(
    candidate: Api, recruiter: Api
) -> None:
    job_id = recruiter.analysed_job()
    application_id = apply(candidate, job_id, candidate.parsed_resume())
    path = f"/api/applications/{application_id}/status"
    recruiter.patch(path, {"status": "rejected", "rejection_reason": "too junior"})

    withdrawn = candidate.post(f"/api/applications/{application_id}/withdraw")
    noted = recruiter.patch(path, {"status": "rejected", "recruiter_notes": "ask again in May"})

    assert withdrawn.status_code == 409
    assert noted.json()["rejection_reason"] == "too junior"
    assert noted.json()["recruiter_notes"] == "ask again in May"


def test_notes_outlive_a_withdrawal(candidate: Api, recruiter: Api) -> None:
    job_id, resume_id = recruiter.analysed_job(), candidate.parsed_resume()
    application_id = apply(candidate, job_id, resume_id)
    body = {"status": "reviewed", "recruiter_notes": "good portfolio"}
    recruiter.patch(f"/api/applications/{application_id}/status", body)
    candidate.post(f"/api/applications/{application_id}/withdraw")

    apply(candidate, job_id, resume_id)

    rows = recruiter.get(f"/api/recruiter/jobs/{job_id}/applicants").json()["items"]
    assert (rows[0]["status"], rows[0]["recruiter_notes"]) == ("applied", "good portfolio")
