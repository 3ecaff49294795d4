"""The evaluator's own arithmetic, on readings whose figures can be counted by hand."""

import json
from pathlib import Path
from typing import Any

import pytest

from app.engine.taxonomy.load import builtin_taxonomy
from evaluation import postings, report, resumes
from evaluation.__main__ import main
from evaluation.calibration import reliability, sure_by_field
from evaluation.corpus import Case, CorpusBroken, load
from evaluation.running import EMPTY_RESUME, Outcome
from evaluation.tally import Tally, alike, exact, pairs, tally, total

JOB = {
    "company": "Leith Castings Ltd",
    "role": "Accountant",
    "start_date": "2019-09",
    "end_date": "2021-03",
    "is_current": False,
}


def facts(**changed: Any) -> dict[str, Any]:
    return EMPTY_RESUME | {"total_months": None} | changed


def compared(read: dict[str, Any], labels: dict[str, Any]) -> dict[str, Tally]:
    return resumes.compare(read, labels, builtin_taxonomy())


def test_f1_is_the_harmonic_mean_of_precision_and_recall() -> None:
    found = Tally(right=3, read=4, labelled=6)

    assert (found.precision, found.recall, found.f1) == (0.75, 0.5, 0.6)


def test_nothing_read_where_nothing_is_labelled_is_right() -> None:
    assert Tally().f1 == 1.0
    assert Tally(0, 1, 0).f1 == 0.0
    assert Tally(0, 0, 1).f1 == 0.0


def test_micro_figures_add_values_not_documents() -> None:
    assert total([Tally(1, 1, 1), Tally(0, 0, 3)]).recall == 0.25


def test_each_value_is_used_once() -> None:
    assert tally(["SQL", "SQL"], ["SQL"], exact) == Tally(1, 2, 1)


def test_the_most_alike_are_paired_first() -> None:
    assert pairs(["Acme Bank", "Acme Bank Ltd"], ["Acme Bank Ltd"], alike) == [(1, 0)]


def test_names_may_differ_by_little() -> None:
    assert tally(["JOSÉ GARCÍA"], ["José García"], alike).right == 1
    assert tally(["José"], ["José García"], alike).right == 0


def test_a_whole_job_needs_company_title_and_both_dates() -> None:
    labels = facts(experience=[JOB])

    for changed in ({}, {"role": "Auditor"}, {"end_date": "2021-04"}, {"is_current": True}):
        found = compared(facts(experience=[JOB | changed]), labels)
        assert found["whole job"].right == (0 if changed else 1)
        assert found["company"].right == 1


def test_skills_count_by_their_canonical_names_and_fair_ones_do_not_count() -> None:
    labels = facts(skills=["JavaScript", "PostgreSQL"], fair_skills=["Docker", "Git"])

    found = compared(facts(skills=[{"skill": "JS"}, {"skill": "Docker"}]), labels)

    assert found["skills"] == Tally(right=1, read=1, labelled=2)


def test_a_skill_that_the_taxonomy_lacks_is_missed() -> None:
    found = compared(facts(), facts(skills=["Basket Weaving by Moonlight"]))

    assert found["skills"] == Tally(0, 0, 1)


def test_links_are_compared_without_scheme_and_host_prefix() -> None:
    found = compared(
        facts(links=[{"url": "https://www.Example.org/me/"}]), facts(links=["example.org/me"])
    )

    assert found["links"].f1 == 1.0


def test_months_may_be_one_off() -> None:
    for read, right in ((12, 1), (13, 1), (14, 0)):
        found = compared(facts(total_months=read), facts(total_months=12))
        assert found["months within 1"].right == right


def test_a_choice_of_a_posting_is_right_with_all_of_its_skills() -> None:
    labels = {
        "required_skills": ["Python or Java", "SQL"],
        "preferred_skills": [],
        "experience_years": [3, None],
        "skill_years": {"SQL": 24, "Python or Java": 36},
        "work_arrangement": None,
        "salary": None,
        "findings": ["no_salary"],
        "location": None,
        "education": None,
    }
    read = labels | {
        "required_skills": ["Java or Python", "SQL"],
        "preferred_skills": ["Go"],
        "skill_years": [
            {"any_of": ["SQL"], "months": 24},
            {"any_of": ["Java", "Python"], "months": 36},
        ],
        "findings": [{"code": "no_salary"}],
    }

    found = postings.compare(read, labels, builtin_taxonomy())

    assert found["required"].f1 == found["skill years"].f1 == found["flags"].f1 == 1.0
    assert found["preferred"] == Tally(0, 1, 0)
    short = postings.compare(read | {"required_skills": ["Java"]}, labels, builtin_taxonomy())
    assert short["required"] == Tally(0, 1, 2)


def test_confidence_is_held_to_what_is_right() -> None:
    claims = [("name", 95, True), ("name", 92, False), ("skills", 91, True), ("skills", 60, False)]

    bands = {(band.low, band.said, band.right) for band in reliability(claims)}

    assert bands == {(50, 1, 0), (90, 2, 1), (95, 1, 1)}
    assert {field: band.share_right for field, band in sure_by_field(claims).items()} == {
        "name": 0.5,
        "skills": 1.0,
    }


def test_what_was_missed_and_made_up_is_listed() -> None:
    case = Case(Path("one.pdf"), facts(skills=["Python", "Git"]))
    read = facts(skills=[{"skill": "Python"}, {"skill": "Rust"}])
    outcome = Outcome(case, read, compared(read, case.labels))

    listed = report.confusions([outcome], builtin_taxonomy(), "skills")

    assert listed == "- skills, missed: Git\n- skills, not in the labels: Rust"


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "resumes"
    folder.mkdir()
    for name in ("ada", "ben"):
        (folder / f"{name}.txt").write_text(
            f"{name.title()} Miller\n{name}@example.org\n\nSkills\nPython, Docker\n"
        )
        labels = facts(
            name=f"{name.title()} Miller",
            email=f"{name}@example.org",
            skills=["Python", "Docker"],
        )
        (folder / f"{name}.expected.json").write_text(json.dumps(labels))
    (tmp_path / "split.toml").write_text('[resumes]\ncheck = ["ben"]\n')
    return tmp_path


def test_the_split_parts_the_documents(corpus: Path) -> None:
    for half, names in (("check", ["ben"]), ("develop", ["ada"]), ("all", ["ada", "ben"])):
        assert [case.name for case in load(corpus, "resumes", half)] == names  # type: ignore[arg-type]


def test_a_split_that_names_what_is_not_there_is_broken(corpus: Path) -> None:
    (corpus / "split.toml").write_text('[resumes]\ncheck = ["carl"]\n')

    with pytest.raises(CorpusBroken, match="carl"):
        load(corpus, "resumes", "check")


def test_labels_without_their_document_are_broken(corpus: Path) -> None:
    (corpus / "resumes" / "ada.txt").unlink()

    with pytest.raises(CorpusBroken, match="ada"):
        load(corpus, "resumes", "all")


def test_labels_and_splits_that_cannot_be_read_are_broken(corpus: Path) -> None:
    (corpus / "split.toml").write_text("[jobs]\ncheck = []\n")
    with pytest.raises(CorpusBroken, match=r"resumes\.check"):
        load(corpus, "resumes", "check")

    (corpus / "resumes" / "ada.expected.json").write_text("{")
    with pytest.raises(CorpusBroken, match=r"ada\.expected\.json"):
        load(corpus, "resumes", "all")


def test_a_folder_without_documents_is_said_to_be_none(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--folder", str(tmp_path / "mistyped")]) == 1
    assert "mistyped" in capsys.readouterr().err


@pytest.mark.parametrize("tool", ["other", "=here", "other=/nonexistent"])
def test_a_tool_without_readings_is_refused(tool: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--tool", tool])

    assert "NAME=FOLDER" in capsys.readouterr().err


def test_the_command_prints_the_table(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = corpus / "other"
    other.mkdir()
    (other / "ben.json").write_text(json.dumps(facts(name="Somebody Else")))

    code = main(["--folder", str(corpus), "--half", "check", "--tool", f"other={other}"])

    assert code == 0
    printed = capsys.readouterr().out
    assert "## 1 resumes (check)" in printed
    assert "| name | 1.000 | 1.000 | **1.000** | 0.000 | 1 |" in printed
    assert "| skills | 1.000 | 1.000 | **1.000** | 0.000 | 2 |" in printed


def test_the_command_says_what_is_broken(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (corpus / "resumes" / "ada.txt").unlink()

    assert main(["--folder", str(corpus)]) == 1
    assert "ada" in capsys.readouterr().err
