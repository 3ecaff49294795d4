"""The examples of the founding architecture (A5), exact, at mid points."""

from fractions import Fraction

import pytest

from app.engine.taxonomy.model import DegreeLevel
from tests.engine.matching.builders import asks, degree, held, job, part, profile


def test_two_of_three_required_skills_one_shown_in_a_project_earn_35() -> None:
    who = profile(held("Java", projects=(0,)), "Data Structures", projects=1)

    required = part("required", who, job("Java", "Data Structures", "Spring Boot"))

    assert required.exact == 35


def test_two_of_three_preferred_skills_earn_13_and_a_third() -> None:
    who = profile("React", "Docker")

    preferred = part("preferred", who, job("Java", prefers=("React", "SQL", "Docker")))

    assert preferred.exact == Fraction(40, 3)


@pytest.mark.parametrize(
    ("asked", "worked", "points"),
    [((0, 24), 18, 20), ((24, 60), 12, 10), ((0, 24), 60, 15)],
    ids=["perfect fit", "underqualified", "overqualified"],
)
def test_experience_against_its_range(asked: tuple[int, int], worked: int, points: int) -> None:
    experience = part("experience", profile(work=worked), job("Java", experience=asked))

    assert experience.exact == points


def test_computer_applications_at_masters_level_meets_a_bachelor_in_computer_science() -> None:
    who = profile(degrees=(degree(DegreeLevel.MASTER, "computer science"),))

    education = part(
        "education", who, job("Java", education=asks(DegreeLevel.BACHELOR, "computer science"))
    )

    assert education.exact == 10
