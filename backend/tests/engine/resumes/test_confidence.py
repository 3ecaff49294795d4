"""Confidence as a probability made of signs."""

import time
from dataclasses import replace
from datetime import date

import pytest

from app.engine.resumes.confidence import signs_of, with_confidence
from app.engine.resumes.model import Resume
from app.engine.resumes.read import read_resume
from app.engine.resumes.vocabulary import package_data
from app.engine.taxonomy.load import builtin_taxonomy

from .build import document_of

TEXT = """Ada Holm
ada.holm@example.org

EXPERIENCE
Software Engineer, Northwind Systems GmbH  Jan 2019 - Mar 2022
• Built services in Python and PostgreSQL.
Backend Developer, Fjord Bank AG  Apr 2022 - Present
• Moved payments to Kafka.

EDUCATION
Bachelor of Science in Computer Science, University of Example, 2018
"""
KINDS = ("job", "degree", "project", "certification", "skill")


def read() -> Resume:
    return read_resume(document_of(TEXT), builtin_taxonomy(), date(2026, 11, 1))


def job_confidence(**changed: object) -> int:
    resume = read()
    jobs = (replace(resume.experience[0], **changed), *resume.experience[1:])  # type: ignore[arg-type]
    return (
        with_confidence(replace(resume, experience=jobs), builtin_taxonomy())
        .experience[0]
        .confidence
    )


@pytest.mark.parametrize(
    "changed",
    [
        {"company": None},
        {"role": None},
        {"role": "Northwind matters"},
        {"company": "Software Engineer"},
    ],
)
def test_a_job_is_less_sure_with_what_is_missing_or_strange(changed: dict[str, object]) -> None:
    assert job_confidence(**changed) < job_confidence()


def test_entries_that_lack_something_make_their_neighbours_less_sure() -> None:
    resume = read()
    broken = replace(resume.experience[1], role=None)
    beside = with_confidence(
        replace(resume, experience=(resume.experience[0], broken)), builtin_taxonomy()
    )

    assert beside.experience[0].confidence < resume.experience[0].confidence


def test_every_weight_is_that_of_a_sign_and_every_kind_has_a_base() -> None:
    tables = package_data("confidence.toml")
    assert set(tables) == set(KINDS)
    assert all("base" in weights for weights in tables.values())


def test_confidence_is_a_whole_number_of_per_cent_short_of_certainty() -> None:
    resume = read()
    facts = [*resume.experience, *resume.education, *resume.skills]

    assert all(5 <= fact.confidence <= 99 for fact in facts)


def test_signs_stand_in_the_order_of_the_facts() -> None:
    resume = read()

    for kind, facts in (("job", resume.experience), ("degree", resume.education)):
        assert len(signs_of(kind, resume, builtin_taxonomy())) == len(facts)
    assert "known_role" in signs_of("job", resume, builtin_taxonomy())[0]


def test_many_entries_take_no_square_of_time() -> None:
    resume = read()
    many = replace(resume, experience=resume.experience * 10_000)

    start = time.perf_counter()
    signs_of("job", many, builtin_taxonomy())

    assert time.perf_counter() - start < 5
