import ast
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

import app.engine.matching
from app.engine.matching.score import round_half_up
from app.engine.taxonomy.model import DegreeLevel
from tests.engine.matching.builders import AS_OF, asks, degree, held, job, months, profile, scored


def test_a_score_is_the_sum_of_its_parts() -> None:
    who = profile(
        held("A", demonstrated=True), "P", work=12, degrees=(degree(DegreeLevel.BACHELOR),)
    )
    posting = job(
        "A",
        "B",
        "C",
        prefers=("P", "Q"),
        experience=(24, 60),
        education=asks(DegreeLevel.BACHELOR, "art"),
    )

    result = scored(who, posting)

    assert result.exact == Fraction(50, 3) + Fraction(5, 3) + 10 + 10 + 5
    assert [(p.name, p.max_points) for p in result.parts] == [
        ("required", 50),
        ("preferred", 20),
        ("experience", 20),
        ("education", 10),
    ]


@pytest.mark.parametrize(
    ("level", "maxima"),
    [("entry", [40, 15, 10, 15, 20]), ("mid", [50, 20, 20, 10]), ("senior", [45, 20, 30, 5])],
)
def test_every_level_has_its_own_points(level: str, maxima: list[int]) -> None:
    result = scored(profile(), job("A", level=level))

    assert [part.max_points for part in result.parts] == maxima
    assert result.level == level


@pytest.mark.parametrize(
    ("value", "whole"),
    [(Fraction(49, 100), 0), (Fraction(1, 2), 1), (Fraction(5, 2), 3), (Fraction(249, 100), 2)],
)
def test_a_half_is_rounded_up(value: Fraction, whole: int) -> None:
    assert round_half_up(value) == whole


def test_the_score_is_rounded_once_and_not_part_by_part() -> None:
    who = profile("A", "B", "P", work=31)
    posting = job("A", "B", "C", prefers=("P", "Q", "R"), experience=(60, None))

    result = scored(who, posting)

    assert [part.exact for part in result.parts] == [
        Fraction(100, 3),
        Fraction(20, 3),
        Fraction(31, 3),
        10,
    ]
    assert result.exact == Fraction(181, 3)
    assert result.points == 60
    assert [part.points for part in result.parts] == [33, 7, 10, 10]


def test_equal_remainders_are_given_in_table_order() -> None:
    who = profile("A", work=18)
    posting = job(*"ABCD", experience=(80, None))

    result = scored(who, posting)

    assert [part.exact for part in result.parts] == [
        Fraction(25, 2),
        20,
        Fraction(9, 2),
        10,
    ]
    assert [part.points for part in result.parts] == [13, 20, 4, 10]
    assert result.points == 47


def test_a_posting_without_any_skill_has_no_score_and_says_why() -> None:
    posting = job(experience=(24, 60), education=asks(DegreeLevel.BACHELOR))

    result = scored(profile("A", work=36), posting)

    assert (result.exact, result.points, result.parts) == (None, None, ())
    assert result.disclaimers == ("no_skill_asked",)


def test_an_empty_resume_earns_nothing_of_what_is_asked() -> None:
    posting = job(
        "A", prefers=("B",), experience=(24, None), education=asks(DegreeLevel.BACHELOR, "art")
    )

    result = scored(profile(), posting)

    assert result.exact == 0
    assert result.disclaimers == ("no_skill_read", "no_work_read", "no_degree_read")


def test_an_empty_resume_for_an_entry_role_is_told_of_its_missing_projects() -> None:
    assert "no_project_read" in scored(profile("A"), job("A", level="entry")).disclaimers


def test_missing_data_that_costs_nothing_is_not_mentioned() -> None:
    posting = job("A", experience=(0, 24))

    assert scored(profile("A"), posting).disclaimers == (
        "preferred_not_asked",
        "education_not_asked",
    )


def test_a_score_carries_its_policy_and_day_and_months() -> None:
    result = scored(profile(work=7), job("A"), date(2025, 1, 2))

    assert (result.policy_version, result.as_of) == ("1.0.0", date(2025, 1, 2))
    assert result.experience_months == 7


def test_work_after_the_day_of_the_score_does_not_count() -> None:
    who = profile(work=(*months(12, 2010), *months(12, 2027)))

    assert scored(who, job("A"), AS_OF).experience_months == 12


def test_no_float_takes_part_in_a_score() -> None:
    package = Path(app.engine.matching.__file__).parent
    nodes = [
        node
        for file in sorted(package.glob("*.py"))
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
    ]

    assert nodes
    assert not [n for n in nodes if isinstance(n, ast.Constant) and isinstance(n.value, float)]
    assert not [n for n in nodes if isinstance(n, ast.Name) and n.id in {"float", "round"}]
