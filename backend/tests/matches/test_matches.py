from fractions import Fraction

import pytest
from sqlalchemy import delete, select, update
from sqlalchemy.exc import DBAPIError

from app.engine.taxonomy.load import builtin_taxonomy
from app.matches.models import MatchScore, ScoreRecord
from app.platform.database import transaction
from app.platform.runtime import Runtime
from app.platform.version import VERSION
from app.resumes.models import Resume, ResumeEvidence
from tests.support.api import JOB_TEXT, RESUME_TEXT, Api


def test_a_candidate_sees_the_score_with_every_point_explained(
    candidate: Api, recruiter: Api
) -> None:
    candidate.parsed_resume()
    job_id = recruiter.analysed_job()

    match = candidate.get(f"/api/jobs/{job_id}").json()["match"]
    breakdown = match["breakdown"]

    assert match["status"] == "scored"
    assert sum(part["points"] for part in breakdown["parts"]) == match["score"]
    assert breakdown["required_skill_match"] == 50
    assert breakdown["matched_preferred_skills"] == ["Docker"]
    assert breakdown["missing_preferred_skills"] == ["Kubernetes"]
    assert breakdown["experience_alignment"] == 20
    assert breakdown["education_alignment"] == 10
    assert match["score"] == 90
    assert all(part["reasons"] for part in breakdown["parts"])
    python = next(slot for slot in breakdown["slots"] if slot["label"] == "Python")
    assert python["sources"][0]["quote"] == "• Built REST services with Python and PostgreSQL"
    assert match["ranking"] == {"rank": 1, "total": 1, "percentile": None, "top_percent": None}


def test_the_same_inputs_are_one_record_and_new_ones_another(
    candidate: Api, recruiter: Api, runtime: Runtime
) -> None:
    candidate.parsed_resume()
    job_id = recruiter.analysed_job()

    first = candidate.get(f"/api/jobs/{job_id}").json()["match"]
    again = candidate.get("/api/jobs").json()["items"][0]["match"]
    candidate.parsed_resume(RESUME_TEXT.replace("Docker", "Kubernetes"))
    other = candidate.get(f"/api/jobs/{job_id}").json()["match"]

    assert again["id"] == first["id"]
    assert again["breakdown"] == first["breakdown"]
    assert other["id"] != first["id"]
    with runtime.sessions() as session:
        assert len(session.scalars(select(ScoreRecord)).all()) == 2
        assert len(session.scalars(select(MatchScore)).all()) == 2


def test_a_stored_score_equals_its_parts_exactly(
    candidate: Api, recruiter: Api, runtime: Runtime
) -> None:
    candidate.parsed_resume()
    candidate.get(f"/api/jobs/{recruiter.analysed_job()}")

    with runtime.sessions() as session:
        record = session.scalars(select(ScoreRecord)).one()

    assert record.exact is not None
    exact = [Fraction(part["exact"]) for part in record.breakdown["parts"]]
    assert sum(exact) == Fraction(record.exact)


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE score_records SET score = 100",
        "UPDATE immutable_documents SET body = '{}'",
        "UPDATE resume_evidence SET body = '{}'",
        "UPDATE events SET payload = '{}'",
        "DELETE FROM events",
        "TRUNCATE events",
    ],
)
def test_records_cannot_be_changed_even_by_the_application(
    candidate: Api, recruiter: Api, runtime: Runtime, change: str
) -> None:
    candidate.parsed_resume()
    candidate.get(f"/api/jobs/{recruiter.analysed_job()}")

    with (
        runtime.engine.begin() as connection,
        pytest.raises(DBAPIError, match="rows never change"),
    ):
        connection.exec_driver_sql(change)


def test_a_record_names_what_read_its_documents(
    candidate: Api, recruiter: Api, runtime: Runtime
) -> None:
    """Read by an older taxonomy, scored by this release."""
    candidate.parsed_resume()
    job_id = recruiter.analysed_job()
    with transaction(runtime.sessions) as session:
        session.execute(update(Resume).values(taxonomy_version="older", reader_version="0.0.1"))
    candidate.get(f"/api/jobs/{job_id}")

    with runtime.sessions() as session:
        record = session.scalars(select(ScoreRecord)).one()

    assert (record.resume_taxonomy_version, record.resume_reader_version) == ("older", "0.0.1")
    assert record.job_taxonomy_version == builtin_taxonomy().version
    assert record.job_reader_version == VERSION


def test_quoted_lines_go_with_the_resume(candidate: Api, recruiter: Api, runtime: Runtime) -> None:
    candidate.parsed_resume()
    candidate.get(f"/api/jobs/{recruiter.analysed_job()}")

    with transaction(runtime.sessions) as session:
        quoted = session.scalars(select(ResumeEvidence.body)).one()
        session.execute(delete(Resume))
        left = [session.scalars(select(table)).all() for table in (ResumeEvidence, ScoreRecord)]

    assert quoted["Python"][0]["quote"] == "• Built REST services with Python and PostgreSQL"
    assert left == [[], []]


def test_a_score_asked_before_the_resume_is_read_says_so(candidate: Api, recruiter: Api) -> None:
    job_id = recruiter.analysed_job()
    candidate.upload(RESUME_TEXT.encode())

    waiting = candidate.get(f"/api/jobs/{job_id}").json()["match"]
    listed = candidate.get("/api/jobs", sort="score").json()["items"][0]["match"]

    assert waiting["status"] == listed["status"] == "resume_pending"
    assert waiting["score"] is None
    assert "still being read" in waiting["explanation"]


def test_without_a_resume_or_an_account_there_is_no_match(candidate: Api, recruiter: Api) -> None:
    job_id = recruiter.analysed_job()

    assert candidate.get(f"/api/jobs/{job_id}").json()["match"] is None
    assert recruiter.get(f"/api/jobs/{job_id}").json()["match"] is None


def test_jobs_are_sorted_by_score_over_the_whole_list(candidate: Api, recruiter: Api) -> None:
    candidate.parsed_resume()
    good = recruiter.analysed_job(JOB_TEXT)
    poor = recruiter.analysed_job(JOB_TEXT.replace("Python", "Haskell"))
    none = recruiter.analysed_job("A nice place to work.")

    first = candidate.get("/api/jobs", sort="score", limit=2).json()
    second = candidate.get("/api/jobs", sort="score", limit=2, offset=2).json()

    ids = [item["id"] for item in first["items"] + second["items"]]
    assert ids == [good, poor, none]


def test_a_list_of_scores_takes_the_same_number_of_queries_whatever_its_length(
    candidate: Api, recruiter: Api, queries: list[str]
) -> None:
    candidate.parsed_resume()
    recruiter.analysed_job()
    queries.clear()
    candidate.get("/api/jobs")
    for_one = len(queries)
    for _ in range(4):
        recruiter.analysed_job()
    queries.clear()

    assert len(candidate.get("/api/jobs").json()["items"]) == 5
    assert len(queries) <= for_one
