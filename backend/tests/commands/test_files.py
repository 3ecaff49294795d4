"""The command line on files, as a shell calls it: no service, no key, no network."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from app.commands import files
from app.engine.jobs.read import read_job
from tests.engine.resumes.build import AS_OF, TAXONOMY, WHOLE, document_of, resume_of
from tests.support.api import JOB_TEXT, RESUME_TEXT
from tests.support.service import free_port

DEMO = Path(__file__).resolve().parents[2] / "demo"
RESUME = DEMO / "resumes" / "priya-raghunathan.pdf"
JOB = DEMO / "jobs" / "senior-backend-engineer.txt"
HIP = Path(sys.executable).with_name("hip")


def hip(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    clean = {
        name: value
        for name, value in os.environ.items()
        if name not in {"DATABASE_URL", "REDIS_URL", "JWT_SECRET"}
    }
    return subprocess.run(
        [HIP, *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
        env=clean | {"HIP_DATA_DIR": "/nonexistent", "COLUMNS": "100"} | environment,
        timeout=60,
    )


@pytest.fixture
def resume(tmp_path: Path) -> Path:
    path = tmp_path / "resume.txt"
    path.write_text(RESUME_TEXT)
    return path


@pytest.fixture
def job(tmp_path: Path) -> Path:
    path = tmp_path / "job.txt"
    path.write_text(f"Backend Engineer\n\n{JOB_TEXT}")
    return path


def test_parse_prints_the_founding_keys_and_nothing_else() -> None:
    done = hip("parse", RESUME, "--json", "--as-of", "2026-11-01")

    parsed = json.loads(done.stdout)
    assert (done.returncode, done.stderr) == (0, "")
    assert parsed["name"] == "Priya Raghunathan"
    assert parsed["total_months"] == 172
    assert {"name", "email", "phone", "skills", "projects", "experience", "education"} <= set(
        parsed
    )
    assert {"skill", "evidence", "months_experience"} <= set(parsed["skills"][0])


def test_parse_shows_people_each_skill_with_its_line(resume: Path) -> None:
    done = hip("parse", resume)

    assert done.returncode == 0
    assert "Maya Lindqvist-Okafor" in done.stdout
    assert "job:Northwind Traders AB" in done.stdout
    assert "Built REST services with Python" in done.stdout


def test_analyze_prints_the_founding_keys_and_the_quality(job: Path) -> None:
    parsed = json.loads(hip("analyze", job, "--json").stdout)

    assert parsed["required_skills"] == ["Python", "PostgreSQL"]
    assert parsed["experience_years"] == [2, 5]
    assert parsed["red_flags"] == []
    assert parsed["quality_score"] == 100


def test_match_explains_every_point(resume: Path, job: Path) -> None:
    found = json.loads(hip("match", resume, job, "--json", "--as-of", "2026-11-01").stdout)

    parts = found["breakdown"]["parts"]
    assert (found["id"], found["status"], found["score"]) == (None, "scored", 90)
    assert sum(part["points"] for part in parts) == 90
    assert all(part["reasons"] for part in parts)
    assert all(s["sources"] for s in found["breakdown"]["slots"] if s["matched"])


def test_the_same_files_give_the_same_bytes(resume: Path, job: Path) -> None:
    first, second = (
        hip("match", resume, job, "--json", "--as-of", "2026-11-01", PYTHONHASHSEED=seed).stdout
        for seed in ("1", "2")
    )

    assert first == second


def test_rank_orders_a_folder_and_says_what_failed(tmp_path: Path, job: Path) -> None:
    folder = tmp_path / "resumes"
    folder.mkdir()
    (folder / "b-good.txt").write_text(RESUME_TEXT)
    (folder / "a-twin.txt").write_text(RESUME_TEXT)
    (folder / "poor.txt").write_text(RESUME_TEXT.replace("Python", "Fortran"))
    (folder / "broken.pdf").write_bytes(b"%PDF-1.7 nothing more")
    (folder / "picture.png").write_bytes(b"ignored in a folder")

    done = hip("rank", job, folder, "--json")

    ranking = json.loads(done.stdout)
    places = [(Path(row["file"]).name, row["rank"]) for row in ranking["results"]]
    assert done.returncode == 3
    assert places == [("a-twin.txt", 1), ("b-good.txt", 1), ("poor.txt", 3)]
    assert [Path(item["file"]).name for item in ranking["failed"]] == ["broken.pdf"]
    assert "broken.pdf" in done.stderr


def bad_calls() -> list[tuple[tuple[Any, ...], int, str]]:
    return [
        (("parse", "/nowhere/cv.pdf"), 2, "does not exist"),
        (("parse",), 2, "Missing argument"),
        (("parse", RESUME, "--as-of", "yesterday"), 2, "yesterday"),
        (("frobnicate",), 2, "No such command"),
        (("rank", JOB), 2, "Missing argument"),
    ]


@pytest.mark.parametrize(("arguments", "code", "words"), bad_calls())
def test_wrong_usage_is_exit_2(arguments: tuple[Any, ...], code: int, words: str) -> None:
    done = hip(*arguments)

    assert (done.returncode, done.stdout) == (code, "")
    assert words in done.stderr


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("cv.pdf", b"", "empty"),
        ("cv.pdf", b"hello", "PDF"),
        ("cv.exe", b"MZ\x90\x00", "PDF"),
        ("cv.pdf", b"%PDF-1.7\n" + b"0" * 6 * 1024 * 1024, "6.0 MB"),
    ],
    ids=["empty", "text", "program", "large"],
)
def test_a_refused_file_is_exit_1_and_one_line(
    tmp_path: Path, name: str, data: bytes, words: str
) -> None:
    path = tmp_path / name
    path.write_bytes(data)

    done = hip("parse", path, "--json")

    assert (done.returncode, done.stdout) == (1, "")
    assert words in done.stderr
    assert done.stderr.count("\n") == 1


def test_every_command_says_what_it_does() -> None:
    help_text = hip("--help").stdout
    commands = (
        "parse",
        "analyze",
        "match",
        "rank",
        "serve",
        "seed-skills",
        "seed-demo",
        "create-admin",
    )

    for command in commands:
        assert command in help_text
        assert len(hip(command, "--help").stdout.splitlines()) > 5


@pytest.mark.parametrize(
    ("environment", "words"),
    [
        ({"DATABASE_URL": "postgresql://nobody@127.0.0.1:1/none"}, "does not answer"),
        ({"DATABASE_URL": "mysql://db/hip"}, "DATABASE_URL must start with postgresql://"),
        ({"ENVIRONMENT": "production"}, "production needs DATABASE_URL, REDIS_URL, JWT_SECRET"),
    ],
)
def test_a_service_that_cannot_start_says_why_in_one_line(
    tmp_path: Path, environment: dict[str, str], words: str
) -> None:
    done = hip("serve", "--port", str(free_port()), HIP_DATA_DIR=str(tmp_path), **environment)

    lines = [line for line in done.stderr.splitlines() if not line.startswith("{")]
    assert done.returncode == 1
    assert len(lines) == 1
    assert words in lines[0]


def test_explain_skill_shows_each_match_with_its_rule() -> None:
    text = "Built services in Go and Spring Boot; excel at go to market"

    shown = hip("explain-skill", text)
    done = hip("explain-skill", text, "--json")

    assert "cue: a word beside it says" in shown.stdout
    names = {name["text"]: name for name in json.loads(done.stdout)["names"]}
    assert names["Go"]["taken"]
    assert names["Spring Boot"]["implies"] == ["Spring", "Java"]
    assert names["go to market"]["skill"] is None


def test_explain_skill_names_what_a_list_holds_beside() -> None:
    done = hip("explain-skill", "--listing", "k8s, Basketweave", "--json")

    assert json.loads(done.stdout)["unknown"] == ["Basketweave"]


def test_a_match_with_an_uncertain_reading_says_so() -> None:
    posting = read_job("", document_of("Requirements\n- Python"), TAXONOMY, AS_OF)
    resumes = {"sure": resume_of(WHOLE), "uncertain": resume_of("Skills\nPython")}

    said = {
        name: files.match(resume, posting.requirements, AS_OF).as_json()
        for name, resume in resumes.items()
    }

    codes = {
        name: [item["code"] for item in match["breakdown"]["disclaimers"]]
        for name, match in said.items()
    }
    assert "reading_uncertain" in codes["uncertain"]
    assert "reading_uncertain" not in codes["sure"]
    assert "not sure that your resume" in said["uncertain"]["explanation"]
