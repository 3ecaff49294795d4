"""The readers on the corpus: floors a little below what was reached, so that a step back is seen.

Figures of the half that readers are improved on; those to believe are in ``docs/accuracy.md``.
"""

import pytest

from app.engine.taxonomy.load import builtin_taxonomy
from evaluation import postings, report, resumes, running
from evaluation.corpus import OWN, load
from evaluation.tally import Tally

RESUMES = {
    "name": 0.97,
    "email": 0.98,
    "phone": 0.97,
    "links": 0.97,
    "skills": 0.90,
    "company": 0.95,
    "title": 0.95,
    "dates": 0.96,
    "institution": 0.93,
    "degree": 0.92,
    "field": 0.90,
    "end year": 0.95,
    "projects": 0.90,
    "whole job": 0.93,
    "months within 1": 0.95,
}
POSTINGS = {
    "required": 0.91,
    "preferred": 0.87,
    "years": 0.93,
    "education level": 0.93,
    "arrangement": 0.95,
    "salary": 0.95,
    "flags": 0.93,
}


def short_of(found: dict[str, Tally], floors: dict[str, float]) -> dict[str, float]:
    f1 = {field: round(found[field].f1, 3) for field in floors}
    return {field: value for field, value in f1.items() if value < floors[field]}


def test_resumes_of_the_develop_half_are_read_as_well_as_before() -> None:
    outcomes = running.run_resumes(load(OWN, "resumes", "develop"), builtin_taxonomy())

    assert short_of(report.figures(outcomes, resumes.FIELDS), RESUMES) == {}


def test_postings_of_the_develop_half_are_read_as_well_as_before() -> None:
    outcomes = running.run_jobs(load(OWN, "jobs", "develop"), builtin_taxonomy())

    assert short_of(report.figures(outcomes, postings.FIELDS), POSTINGS) == {}


@pytest.mark.parametrize(("kind", "least"), [("resumes", 60), ("jobs", 60)])
def test_the_corpus_is_as_large_as_it_should_be_and_half_of_it_is_kept_apart(
    kind: str, least: int
) -> None:
    both = load(OWN, kind, "all")  # type: ignore[arg-type]
    check = load(OWN, kind, "check")  # type: ignore[arg-type]

    assert len(both) >= least
    assert len(check) == len(both) // 2


def test_what_is_said_with_ninety_or_more_is_right_in_nineteen_of_twenty() -> None:
    outcomes = running.run_resumes(load(OWN, "resumes", "all"), builtin_taxonomy())
    sure = [right for o in outcomes for _, said, right in o.claims if said >= 90]

    assert len(sure) > 1000
    assert sum(sure) / len(sure) >= 0.95
