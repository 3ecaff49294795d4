"""``hip parse`` takes JSON Resume and gives it."""

import json
from pathlib import Path

from typer.testing import CliRunner

from app.cli import app
from tests.engine.resumes.test_json_resume import breaches
from tests.engine.resumes.test_structured import WHOLE
from tests.support.api import RESUME_TEXT

HIP = CliRunner()
AS_OF = ("--as-of", "2026-11-23")


def test_a_json_resume_is_parsed_like_any_resume(tmp_path: Path) -> None:
    file = tmp_path / "resume.json"
    file.write_text(json.dumps(WHOLE))

    done = HIP.invoke(app, ["parse", str(file), "--json", *AS_OF])

    assert done.exit_code == 0, done.output
    assert json.loads(done.stdout)["name"] == "Zoë O'Brien-García"


def test_a_resume_is_printed_as_json_resume(tmp_path: Path) -> None:
    file = tmp_path / "resume.txt"
    file.write_text(RESUME_TEXT)

    done = HIP.invoke(app, ["parse", str(file), "--json-resume", *AS_OF])

    written = json.loads(done.stdout)
    assert breaches(written) == []
    assert written["work"][0]["name"] == "Northwind Traders AB"


def test_one_form_is_printed_at_a_time(tmp_path: Path) -> None:
    file = tmp_path / "resume.txt"
    file.write_text(RESUME_TEXT)

    done = HIP.invoke(app, ["parse", str(file), "--json", "--json-resume"])

    assert done.exit_code == 2
    assert "not both" in done.output


def test_other_json_is_refused_with_words(tmp_path: Path) -> None:
    file = tmp_path / "package.json"
    file.write_text('{"name": "app"}')

    done = HIP.invoke(app, ["parse", str(file)])

    assert done.exit_code == 1
    assert "not a JSON Resume" in " ".join(done.output.split())


def test_a_folder_is_not_searched_for_json(tmp_path: Path) -> None:
    (tmp_path / "resume.txt").write_text(RESUME_TEXT)
    (tmp_path / "labels.json").write_text('{"name": "labels"}')
    job = tmp_path / "job.md"
    job.write_text("Requirements\n- Python")
    resumes = tmp_path / "resumes"
    resumes.mkdir()
    for name in ("resume.txt", "labels.json"):
        (tmp_path / name).rename(resumes / name)

    done = HIP.invoke(app, ["rank", str(job), str(resumes), "--json", *AS_OF])

    assert done.exit_code == 0, done.output
    assert [Path(row["file"]).name for row in json.loads(done.stdout)["results"]] == ["resume.txt"]


def test_brackets_in_a_document_are_printed_as_they_stand(tmp_path: Path) -> None:
    file = tmp_path / "resume.json"
    basics = {"name": "Ada [red]Quux", "location": {"city": "Cork [/b]"}}
    file.write_text(json.dumps({"basics": basics}))

    done = HIP.invoke(app, ["parse", str(file), *AS_OF])

    assert done.exit_code == 0, done.exception
    assert "Ada [red]Quux" in done.output
    assert "Cork [/b]" in done.output
