"""The readers on the demo documents, against the facts that their sources were written from."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from app.commands.demo import DEMO, resume_files
from app.engine.documents.read import read_document
from app.engine.jobs.read import read_job
from app.engine.jobs.wire import parsed_json as job_json
from app.engine.resumes.read import read_resume
from app.engine.resumes.wire import parsed_json
from app.engine.taxonomy.load import builtin_taxonomy

AS_OF = date(2026, 11, 1)
JOBS = sorted((DEMO / "jobs").glob("*.txt"))

Facts = set[tuple[object, ...]]

LEAST_F1 = {
    "name": 0.97,
    "email": 0.97,
    "phone": 0.97,
    "links": 0.97,
    "skills": 0.97,
    "jobs": 0.97,
    "degrees": 0.97,
    "projects": 0.97,
    "certifications": 0.97,
    "months": 0.97,
}


def expected(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(path.with_suffix(".expected.json").read_text())
    return found


def resume_facts(facts: dict[str, Any]) -> dict[str, Facts]:
    """The same shape from what was read and from what is expected."""
    return {
        "name": {(facts["name"].lower(),)} if facts["name"] else set(),
        "email": {(facts["email"],)} if facts["email"] else set(),
        "phone": {(facts["phone"],)} if facts["phone"] else set(),
        "links": {
            (bare(link if isinstance(link, str) else link["url"]),) for link in facts["links"]
        },
        "skills": {(s if isinstance(s, str) else s["skill"],) for s in facts["skills"]},
        "jobs": {
            (j["company"], j["role"], j["start_date"], j["end_date"], j["is_current"])
            for j in facts["experience"]
        },
        "degrees": {
            (d["degree"], d["institution"], d["year"], d["major"]) for d in facts["education"]
        },
        "projects": {(p if isinstance(p, str) else p["title"],) for p in facts["projects"]},
        "certifications": {
            (c if isinstance(c, str) else c["name"],) for c in facts["certifications"]
        },
        "months": {(facts["total_months"],)},
    }


def bare(url: str) -> str:
    return url.lower().split("://")[-1].removeprefix("www.").rstrip("/")


def readings() -> Iterator[tuple[dict[str, Facts], dict[str, Facts]]]:
    for path in resume_files():
        wanted = expected(path)
        document = read_document(path.read_bytes(), path.name)
        read = parsed_json(read_resume(document, builtin_taxonomy(), AS_OF), AS_OF)
        got = resume_facts(read)
        got["skills"] -= {(skill,) for skill in wanted["fair_skills"]}
        yield got, resume_facts(wanted)


def test_the_demo_resumes_are_read_as_they_were_written() -> None:
    counts = {field: [0, 0, 0] for field in LEAST_F1}
    for got, wanted in readings():
        for field, count in counts.items():
            count[0] += len(got[field] & wanted[field])
            count[1] += len(got[field])
            count[2] += len(wanted[field])

    f1 = {
        field: round(2 * right / (found + asked), 3)
        for field, (right, found, asked) in counts.items()
    }
    assert {field: value for field, value in f1.items() if value < LEAST_F1[field]} == {}


@pytest.mark.parametrize("path", JOBS, ids=lambda path: path.stem)
def test_each_demo_job_is_read_as_it_was_written(path: Path) -> None:
    wanted = expected(path)
    document = read_document(path.read_bytes(), path.name)

    reading = read_job("", document, builtin_taxonomy(), AS_OF)
    got = job_json(reading)

    fair = set(wanted["fair_skills"])
    assert got["title"] == wanted["title"]
    assert set(got["required_skills"]) - fair == set(wanted["required_skills"]) - fair
    assert set(got["preferred_skills"]) - fair == set(wanted["preferred_skills"]) - fair
    assert got["experience_years"] == wanted["experience_years"]
    assert got["location"] == wanted["location"]
    assert got["work_arrangement"] == wanted["work_arrangement"]
    assert (got["salary"] or {}).get("min") == (wanted["salary"] or {}).get("min")
    assert (got["salary"] or {}).get("max") == (wanted["salary"] or {}).get("max")
    assert sorted({finding["code"] for finding in got["findings"]}) == wanted["findings"]
    assert reading.quality_score == wanted["quality_score"]
