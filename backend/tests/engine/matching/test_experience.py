from datetime import date
from fractions import Fraction

import pytest

from app.engine.dates import PartialDate, Period
from tests.engine.matching.builders import held, job, months, part, profile, scored, slot


@pytest.mark.parametrize(
    ("worked", "fraction"),
    [
        (0, 0),
        (23, Fraction(23, 24)),
        (24, 1),
        (60, 1),
        (61, Fraction(119, 120)),
        (89, Fraction(91, 120)),
        (90, Fraction(3, 4)),
        (91, Fraction(3, 4)),
        (300, Fraction(3, 4)),
    ],
)
def test_months_below_within_and_above_the_range(worked: int, fraction: Fraction) -> None:
    experience = part("experience", profile(work=worked), job("A", experience=(24, 60)))

    assert experience.fraction == fraction


def test_an_open_upper_bound_never_costs() -> None:
    assert part("experience", profile(work=480), job("A", experience=(24, None))).fraction == 1


def test_an_open_lower_bound_starts_at_nothing() -> None:
    assert part("experience", profile(), job("A", experience=(None, 24))).fraction == 1


@pytest.mark.parametrize("asked", [None, (0, None), (None, None)])
def test_no_experience_asked_is_a_full_part_with_a_disclaimer(
    asked: tuple[int | None, int | None] | None,
) -> None:
    result = scored(profile(), job("A", experience=asked))

    assert result.part("experience").exact == 20
    assert "experience_not_asked" in result.disclaimers


def test_overlapping_jobs_count_once() -> None:
    who = profile(work=(*months(12, 2010), *months(18, 2010)))

    assert scored(who, job("A")).experience_months == 18


def test_a_current_job_counts_to_the_month_of_the_score() -> None:
    who = profile(work=(Period(PartialDate(2026, 1), None, is_current=True),))

    assert scored(who, job("A"), date(2026, 3, 31)).experience_months == 3
    assert scored(who, job("A"), date(2026, 11, 1)).experience_months == 11


@pytest.mark.parametrize(("dated", "share"), [(0, 0), (35, Fraction(35, 36)), (36, 1), (99, 1)])
def test_years_of_a_skill_alone_make_the_whole_part(dated: int, share: Fraction) -> None:
    who = profile(held("A", dated=dated))

    assert part("experience", who, job(slot("A", months_asked=36))).fraction == share


def test_years_of_several_skills_are_averaged() -> None:
    who = profile(held("A", dated=12), held("B", dated=50))
    posting = job(slot("A", months_asked=24), slot("B", months_asked=24), "C")

    assert part("experience", who, posting).fraction == Fraction(3, 4)


def test_years_of_a_skill_that_is_not_held_earn_nothing() -> None:
    assert part("experience", profile(), job(slot("A", months_asked=24))).fraction == 0


def test_a_range_and_years_of_skills_count_half_and_half() -> None:
    who = profile(held("A", dated=6), work=12)
    posting = job(slot("A", months_asked=24), experience=(24, 60))

    expected = Fraction(1, 2) * Fraction(1, 2) + Fraction(1, 2) * Fraction(1, 4)
    assert part("experience", who, posting).fraction == expected


def test_years_of_a_preferred_skill_are_not_asked() -> None:
    posting = job("A", prefers=(slot("B", importance="preferred", months_asked=36),))

    assert "experience_not_asked" in scored(profile(), posting).disclaimers


def test_no_years_of_a_skill_are_not_asked() -> None:
    posting = job(slot("A", months_asked=0), slot("B", months_asked=12))

    assert part("experience", profile(held("B", dated=12)), posting).fraction == 1


def test_a_choice_takes_the_years_of_its_best_skill() -> None:
    who = profile(held("A", dated=6), held("B", dated=18))

    assert part("experience", who, job(slot("A", "B", months_asked=24))).fraction == Fraction(3, 4)


def test_stated_months_of_a_skill_count_up_to_the_professional_experience() -> None:
    posting = job(slot("A", months_asked=60))

    assert part("experience", profile(held("A", stated=60), work=30), posting).fraction == (
        Fraction(1, 2)
    )
    assert part("experience", profile(held("A", stated=24), work=30), posting).fraction == (
        Fraction(24, 60)
    )


def test_dated_months_of_a_skill_beat_fewer_stated_ones() -> None:
    who = profile(held("A", dated=30, stated=12), work=60)

    assert part("experience", who, job(slot("A", months_asked=60))).fraction == Fraction(1, 2)


def test_leading_people_adds_a_tenth_for_senior_roles() -> None:
    result = scored(profile(work=60, leads=True), job("A", level="senior", experience=(120, None)))

    assert result.part("experience").fraction == Fraction(1, 2) + Fraction(1, 10)
    assert result.leadership_bonus == 3


@pytest.mark.parametrize(
    ("worked", "bonus"),
    [(89, Fraction(1, 10)), (90, Fraction(1, 10)), (91, Fraction(9, 100)), (100, 0)],
)
def test_leading_people_never_exceeds_the_part(worked: int, bonus: Fraction) -> None:
    who = profile(work=worked, leads=True)

    result = scored(who, job("A", level="senior", experience=(100, None)))

    assert result.leadership_bonus == 30 * bonus
    assert result.part("experience").fraction == min(1, Fraction(worked, 100) + Fraction(1, 10))


@pytest.mark.parametrize("level", ["entry", "mid"])
def test_leading_people_adds_nothing_for_other_roles(level: str) -> None:
    who = profile(work=6, leads=True)

    result = scored(who, job("A", level=level, experience=(12, None)))

    assert result.part("experience").fraction == Fraction(1, 2)
    assert result.leadership_bonus == 0
