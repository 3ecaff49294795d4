from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from app.engine.dates import PartialDate
from app.engine.jobs.model import EducationPath
from app.engine.taxonomy.model import DegreeLevel
from tests.engine.matching.builders import asks, degree, job, part, profile, scored

BACHELOR, MASTER = DegreeLevel.BACHELOR, DegreeLevel.MASTER
CS = "computer science"
HALF = Fraction(1, 2)


@pytest.mark.parametrize(
    ("held", "fraction"),
    [
        (degree(DegreeLevel.ASSOCIATE, "biology"), 0),
        (degree(BACHELOR, "biology"), HALF),
        (degree(MASTER, "biology"), HALF),
        (degree(DegreeLevel.ASSOCIATE, CS), HALF),
        (degree(None, CS), HALF),
        (degree(BACHELOR, CS), 1),
    ],
)
def test_level_and_field_are_half_each(held: object, fraction: Fraction) -> None:
    who = profile(degrees=(held,))

    assert part("education", who, job("A", education=asks(BACHELOR, CS))).fraction == fraction


def test_level_and_field_may_come_from_different_degrees_and_count_once_each() -> None:
    who = profile(degrees=(degree(MASTER, "biology"), degree(BACHELOR, "art"), degree(None, CS)))

    assert part("education", who, job("A", education=asks(BACHELOR, CS))).fraction == 1


def test_any_of_the_fields_asked_matches() -> None:
    who = profile(degrees=(degree(BACHELOR, "mathematics"),))

    education = part("education", who, job("A", education=asks(BACHELOR, CS, "mathematics")))

    assert education.fraction == 1


def test_a_field_that_is_accepted_without_being_named_matches_too() -> None:
    who = profile(degrees=(degree(BACHELOR, "mathematics"),))
    asked = replace(asks(BACHELOR, CS), also_accepted=("mathematics",))

    assert part("education", who, job("A", education=asked)).fraction == 1


@pytest.mark.parametrize(("held", "fraction"), [(BACHELOR, 1), (DegreeLevel.SCHOOL, 0)])
def test_the_level_gives_both_where_no_field_is_asked(held: DegreeLevel, fraction: int) -> None:
    who = profile(degrees=(degree(held, "art"),))

    assert part("education", who, job("A", education=asks(BACHELOR))).fraction == fraction


@pytest.mark.parametrize(("field", "fraction"), [(CS, 1), ("art", 0)])
def test_the_field_gives_both_where_no_level_is_asked(field: str, fraction: int) -> None:
    who = profile(degrees=(degree(None, field),))

    assert part("education", who, job("A", education=asks(None, CS))).fraction == fraction


@pytest.mark.parametrize("asked", [None, asks(None), asks(None, or_equivalent=True)])
def test_no_education_asked_is_a_full_part_with_a_disclaimer(asked: object) -> None:
    result = scored(profile(), job("A", education=asked))

    assert result.part("education").exact == 10
    assert "education_not_asked" in result.disclaimers


@pytest.mark.parametrize(
    ("end", "fraction"),
    [
        (PartialDate(2026, 10), 1),
        (PartialDate(2026, 11), 1),
        (PartialDate(2026, 12), HALF),
        (PartialDate(2026), 1),
        (PartialDate(2027), HALF),
        (None, 1),
    ],
)
def test_a_degree_that_ends_later_gives_its_field_but_not_its_level(
    end: PartialDate | None, fraction: Fraction
) -> None:
    who = profile(degrees=(degree(BACHELOR, CS, end=end),))
    posting = job("A", education=asks(BACHELOR, CS))

    assert part("education", who, posting, date(2026, 11, 1)).fraction == fraction


@pytest.mark.parametrize(("worked", "fraction"), [(35, 0), (36, 1), (37, 1)])
def test_reaching_the_lower_bound_stands_for_the_degree(worked: int, fraction: int) -> None:
    posting = job("A", experience=(36, None), education=asks(BACHELOR, CS, or_equivalent=True))

    assert part("education", profile(work=worked), posting).fraction == fraction


@pytest.mark.parametrize("experience", [None, (0, 60), (None, 60)])
@pytest.mark.parametrize(("worked", "fraction"), [(47, 0), (48, 1), (49, 1)])
def test_four_years_stand_for_the_degree_where_no_lower_bound_is_asked(
    experience: tuple[int | None, int] | None, worked: int, fraction: int
) -> None:
    posting = job("A", experience=experience, education=asks(BACHELOR, CS, or_equivalent=True))

    assert part("education", profile(work=worked), posting).fraction == fraction


def test_experience_stands_for_no_degree_unless_the_posting_says_so() -> None:
    posting = job("A", experience=(36, None), education=asks(BACHELOR, CS))

    assert part("education", profile(work=360), posting).fraction == 0


def test_a_degree_still_earns_its_half_where_experience_could_stand_for_it() -> None:
    who = profile(degrees=(degree(BACHELOR, "art"),))
    posting = job("A", experience=(36, None), education=asks(BACHELOR, CS, or_equivalent=True))

    assert part("education", who, posting).fraction == HALF


TWO_PATHS = asks(BACHELOR, CS, paths=(EducationPath(BACHELOR, 60), EducationPath(MASTER, 36)))


@pytest.mark.parametrize(
    ("level", "worked", "path", "earned"),
    [
        (BACHELOR, 60, EducationPath(BACHELOR, 60), 30),
        (MASTER, 36, EducationPath(MASTER, 36), 30),
        (BACHELOR, 36, EducationPath(MASTER, 36), 25),
        (MASTER, 18, EducationPath(MASTER, 36), 20),
        (BACHELOR, 30, EducationPath(MASTER, 36), 5 + Fraction(50, 3)),
        (BACHELOR, 0, EducationPath(BACHELOR, 60), 10),
    ],
)
def test_the_path_with_the_best_sum_counts(
    level: DegreeLevel, worked: int, path: EducationPath, earned: Fraction
) -> None:
    who = profile(degrees=(degree(level, CS),), work=worked)

    result = scored(who, job("A", experience=(36, None), education=TWO_PATHS))

    assert result.education_path == path
    assert result.part("experience").exact + result.part("education").exact == earned


def test_equal_paths_are_told_by_the_lowest_degree_whatever_their_order() -> None:
    who = profile(degrees=(degree(MASTER, CS),), work=120)
    turned = asks(BACHELOR, CS, paths=TWO_PATHS.paths[::-1])

    for asked in (TWO_PATHS, turned):
        result = scored(who, job("A", education=asked))
        assert result.education_path == EducationPath(BACHELOR, 60)


def test_a_path_without_months_takes_those_of_the_posting() -> None:
    asked = asks(BACHELOR, paths=(EducationPath(BACHELOR, None), EducationPath(MASTER, 12)))
    who = profile(degrees=(degree(BACHELOR),), work=24)

    result = scored(who, job("A", experience=(24, 60), education=asked))

    assert result.part("experience").exact + result.part("education").exact == 30


def test_the_upper_bound_of_the_posting_holds_on_a_path_that_starts_below_it() -> None:
    asked = asks(BACHELOR, paths=(EducationPath(BACHELOR, 36), EducationPath(MASTER, 24)))
    who = profile(degrees=(degree(BACHELOR),), work=72)

    assert part("experience", who, job("A", experience=(24, 60), education=asked)).fraction == (
        Fraction(9, 10)
    )


@pytest.mark.parametrize(
    ("high", "fraction"), [(71, 1), (72, Fraction(4, 5)), (73, Fraction(97, 120))]
)
def test_an_upper_bound_below_the_months_of_a_path_does_not_hold_on_it(
    high: int, fraction: Fraction
) -> None:
    asked = asks(BACHELOR, paths=(EducationPath(BACHELOR, 72),))
    who = profile(degrees=(degree(BACHELOR),), work=96)

    experience = part("experience", who, job("A", experience=(24, high), education=asked))

    assert experience.fraction == fraction


@pytest.mark.parametrize(("worked", "fraction"), [(83, 0), (84, 1), (85, 1)])
def test_a_path_without_a_degree_is_reached_by_its_months(worked: int, fraction: int) -> None:
    asked = asks(BACHELOR, CS, paths=(EducationPath(BACHELOR, 36), EducationPath(None, 84)))

    education = part("education", profile(work=worked), job("A", education=asked))

    assert education.fraction == fraction
