from fractions import Fraction

import pytest

from app.engine.matching.ranking import rank


def test_rank_is_one_more_than_those_strictly_above_and_ties_share_it() -> None:
    places = rank([Fraction(70), Fraction(90), Fraction(80), Fraction(80), Fraction(60)])

    assert [place.rank for place in places] == [4, 1, 2, 2, 5]
    assert {place.total for place in places} == {5}


def test_only_exactly_equal_scores_tie() -> None:
    places = rank([Fraction(80), Fraction(80) + Fraction(1, 10**9)])

    assert [place.rank for place in places] == [2, 1]


def test_percentile_is_the_share_strictly_below() -> None:
    places = rank([Fraction(s) for s in (90, 80, 80, 70, 60)])

    assert [place.percentile_below for place in places] == [
        Fraction(4, 5),
        Fraction(2, 5),
        Fraction(2, 5),
        Fraction(1, 5),
        Fraction(0),
    ]


def test_top_percent_is_the_rank_as_a_percentage_rounded_up() -> None:
    places = rank([Fraction(s) for s in range(7, 0, -1)])

    assert [place.top_percent for place in places] == [15, 29, 43, 58, 72, 86, 100]


@pytest.mark.parametrize(("total", "top"), [(4, None), (5, 20), (6, 17)])
def test_no_percentile_under_five_applicants(total: int, top: int | None) -> None:
    best = rank([Fraction(score) for score in range(total, 0, -1)])[0]

    assert best.top_percent == top
    assert (best.percentile_below is None) == (top is None)


def test_those_without_a_score_come_last_together_without_a_percentile() -> None:
    places = rank([None, Fraction(0), None, Fraction(5), Fraction(5)])

    assert [place.rank for place in places] == [4, 3, 4, 1, 1]
    assert places[0].top_percent is None
    assert places[1].percentile_below == Fraction(2, 5)


def test_nobody_is_ranked_among_nobody() -> None:
    assert rank([]) == []
