"""The demo files are complete, small and labelled in one shape; other tests read them."""

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

DEMO = Path(__file__).parents[2] / "demo"
RESUMES = sorted(p for p in (DEMO / "resumes").iterdir() if p.suffix in {".pdf", ".docx", ".txt"})
JOBS = sorted((DEMO / "jobs").glob("*.txt"))
MAX_BYTES = 150_000

RESUME_KEYS = {
    "name", "email", "phone", "links", "location", "skills", "demonstrated_skills", "fair_skills",
    "experience", "education", "projects", "certifications", "languages", "total_months", "as_of",
}  # fmt: skip
JOB_KEYS = {
    "title", "required_skills", "preferred_skills", "fair_skills", "experience_years", "education",
    "location", "work_arrangement", "salary", "findings", "quality_score", "band",
}  # fmt: skip
FINDINGS = {
    "no_salary", "no_location", "level_mismatch", "too_many", "not_told_apart", "tech_age",
    "contradiction", "exclusionary_language", "no_range", "hard_to_read",
}  # fmt: skip
BANDS = {"excellent": 90, "good": 70, "fair": 50, "poor": 30, "very poor": 0}
LEVELS = {"school", "associate", "bachelor", "master", "doctorate"}
MAGIC = {".pdf": b"%PDF-", ".docx": b"PK\x03\x04"}


def expected(path: Path) -> dict[str, Any]:
    facts: dict[str, Any] = json.loads(path.with_suffix(".expected.json").read_text("utf-8"))
    return facts


def band_of(score: int) -> str:
    return next(name for name, lowest in BANDS.items() if score >= lowest)


def name_of(path: Path) -> str:
    return path.stem


def test_there_are_enough_files_of_each_kind() -> None:
    suffixes = [path.suffix for path in RESUMES]

    assert suffixes.count(".pdf") >= 14
    assert suffixes.count(".docx") >= 1
    assert suffixes.count(".txt") >= 1
    assert len(JOBS) >= 10


def test_every_expected_file_has_its_document() -> None:
    labelled = {p.name.removesuffix(".expected.json") for p in DEMO.rglob("*.expected.json")}

    assert labelled == {path.stem for path in [*RESUMES, *JOBS]}


def test_every_resume_has_one_source_file() -> None:
    sources = {path.stem for path in (DEMO / "people").glob("*.toml")}

    assert sources == {path.stem for path in RESUMES}


@pytest.mark.parametrize("path", RESUMES, ids=name_of)
def test_a_resume_is_small_and_what_its_name_says(path: Path) -> None:
    content = path.read_bytes()

    assert 500 < len(content) < MAX_BYTES
    assert content.startswith(MAGIC.get(path.suffix, b""))


@pytest.mark.parametrize("path", RESUMES, ids=name_of)
def test_expected_facts_of_a_resume_have_their_shape(path: Path) -> None:
    facts = expected(path)

    assert set(facts) == RESUME_KEYS
    assert re.fullmatch(r"\+[1-9]\d{7,14}", facts["phone"])
    assert re.fullmatch(r"[^@\s]+@example\.(com|net|org)", facts["email"])
    assert all(re.match(r"https://", link) for link in facts["links"])
    assert len(facts["skills"]) == len(set(facts["skills"])) >= 8
    assert not set(facts["skills"]) & set(facts["fair_skills"])
    assert set(facts["demonstrated_skills"]) <= set(facts["skills"])
    assert {"degree", "institution", "year", "major"} == {k for e in facts["education"] for k in e}
    assert all(isinstance(entry["year"], int) for entry in facts["education"])
    assert isinstance(facts["total_months"], int)


@pytest.mark.parametrize("path", RESUMES, ids=name_of)
def test_expected_jobs_of_a_resume_run_forward_and_are_open_only_when_current(path: Path) -> None:
    for job in expected(path)["experience"]:
        assert set(job) == {"company", "role", "start_date", "end_date", "is_current"}
        assert re.fullmatch(r"\d{4}(-\d\d)?", job["start_date"])
        assert job["is_current"] == (job["end_date"] is None)
        assert job["end_date"] is None or job["start_date"] < job["end_date"]


def test_expected_facts_are_those_of_their_source_files() -> None:
    script = DEMO.parent / "evaluation" / "render" / "render.py"

    check = subprocess.run(
        [sys.executable, "-B", str(script), "demo", "--check"],
        capture_output=True,
        text=True,
        check=False,
    )

    assert check.returncode == 0, check.stderr


@pytest.mark.parametrize("path", JOBS, ids=name_of)
def test_a_posting_starts_with_its_title_and_has_a_real_length(path: Path) -> None:
    text = path.read_text("utf-8")

    assert text.splitlines()[0] == expected(path)["title"]
    assert 100 <= len(text.split()) <= 400


@pytest.mark.parametrize("path", JOBS, ids=name_of)
def test_expected_facts_of_a_posting_have_their_shape(path: Path) -> None:
    facts = expected(path)

    assert set(facts) == JOB_KEYS
    assert set(facts["findings"]) <= FINDINGS
    assert facts["findings"] == sorted(set(facts["findings"]))
    assert facts["band"] == band_of(facts["quality_score"])
    assert facts["work_arrangement"] in {None, "remote", "hybrid", "onsite"}
    assert facts["experience_years"] is None or len(facts["experience_years"]) == 2
    assert facts["education"] is None or facts["education"]["level"] in LEVELS
    assert facts["salary"] is None or re.fullmatch("[A-Z]{3}", facts["salary"]["currency"])
    assert not set(facts["required_skills"]) & set(facts["preferred_skills"])


def test_the_postings_cover_every_band_of_quality() -> None:
    assert {expected(path)["band"] for path in JOBS} == set(BANDS)
