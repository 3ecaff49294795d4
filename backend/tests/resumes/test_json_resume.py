"""JSON Resume through the API: in as an upload, out for those who may see the resume."""

import json
from pathlib import Path

import pytest

from tests.engine.resumes.test_json_resume import breaches
from tests.engine.resumes.test_structured import WHOLE
from tests.support.api import RESUME_TEXT, Api

DEMO = Path(__file__).resolve().parents[2] / "demo" / "resumes" / "priya-raghunathan.pdf"


def uploaded(candidate: Api) -> str:
    resume_id: str = candidate.upload(json.dumps(WHOLE).encode(), "resume.json").json()["id"]
    candidate.work()
    return resume_id


def test_a_json_resume_is_taken_in_read_and_scored(candidate: Api, recruiter: Api) -> None:
    resume_id = uploaded(candidate)

    resume = candidate.get(f"/api/resumes/{resume_id}").json()
    match = candidate.get(f"/api/jobs/{recruiter.analysed_job()}").json()["match"]

    assert resume["status"] == "parsed"
    assert not resume["needs_review"]
    assert resume["parsed_json"]["experience"][0]["company"] == "Liffey Payments Ltd"
    assert resume["parsed_json"]["awards"][0]["sources"][0]["quote"] == "Best poster"
    assert match["status"] == "scored"
    assert match["breakdown"]["matched_preferred_skills"] == ["Docker", "Kubernetes"]


@pytest.mark.parametrize(
    ("data", "code", "words"),
    [
        (b'{"basics": {"name": "Ada"', "broken-document", "not valid JSON"),
        (b'{"name": "app"}', "unsupported-type", "not a JSON Resume"),
        (b'{"work": {}}', "broken-document", "work has to be a list"),
    ],
)
def test_other_json_is_refused_at_once(candidate: Api, data: bytes, code: str, words: str) -> None:
    answer = candidate.upload(data, "resume.json")

    assert (answer.status_code, answer.json()["type"]) == (422, f"urn:hip:problem:{code}")
    assert words in answer.json()["detail"]
    assert candidate.get("/api/resumes/me").json()["total"] == 0


def test_a_pdf_comes_out_as_json_resume(candidate: Api) -> None:
    resume_id = candidate.upload(DEMO.read_bytes(), "priya.pdf").json()["id"]
    candidate.work()

    answer = candidate.get(f"/api/resumes/{resume_id}/json-resume")

    assert answer.headers["content-type"] == "application/json"
    assert answer.json()["basics"]["name"] == "Priya Raghunathan"
    assert breaches(answer.json()) == []


def test_only_those_who_may_see_a_resume_may_have_it(
    candidate: Api, recruiter: Api, admin: Api, api: Api
) -> None:
    resume_id, job_id = uploaded(candidate), recruiter.analysed_job()
    path = f"/api/resumes/{resume_id}/json-resume"
    before = recruiter.get(path).status_code
    candidate.post("/api/applications", {"job_id": job_id, "resume_id": resume_id})

    others = (recruiter, admin, api, api.register("candidate"), api.register("recruiter"))
    assert before == 404
    assert [caller.get(path).status_code for caller in others] == [200, 200, 401, 404, 404]


def test_nothing_is_written_of_what_is_not_read(candidate: Api) -> None:
    waiting = candidate.upload(RESUME_TEXT.encode()).json()["id"]
    answer = candidate.get(f"/api/resumes/{waiting}/json-resume")
    failing = candidate.upload(b"%PDF-1.7 broken", "cv.pdf").json()["id"]
    candidate.work()
    failed = candidate.get(f"/api/resumes/{failing}/json-resume")

    assert (answer.status_code, answer.json()["type"]) == (409, "urn:hip:problem:resume-not-parsed")
    assert "still being read" in answer.json()["detail"]
    assert failed.status_code == 409
    assert "cut off" in failed.json()["detail"]


def test_odd_characters_and_addresses_are_stored_and_come_out(candidate: Api) -> None:
    odd = {
        "basics": {
            "name": "Ada\ud800 Quux\u0000",
            "url": "https://[",
            "summary": "\udc00\u001b[31m",
        },
        "skills": [{"name": "Py\u0000thon"}, {"name": "\ufb03" * 40}],
    }
    resume_id = candidate.upload(json.dumps(odd).encode(), "resume.json").json()["id"]
    candidate.work()

    answer = candidate.get(f"/api/resumes/{resume_id}/json-resume")

    assert answer.status_code == 200
    assert answer.json()["basics"] == {"name": "Ada Quux"}
