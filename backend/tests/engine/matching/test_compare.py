from fractions import Fraction

from app.engine.matching.compare import Standing, moves


def test_everybody_whose_standing_changes_is_named_best_after_first() -> None:
    before = [Fraction(80), Fraction(70), Fraction(60), Fraction(10)]
    after = [Fraction(80), Fraction(65), Fraction(66), Fraction(10)]

    found = moves(before, after, shortlist=2)

    assert [move.index for move in found] == [2, 1]
    assert found[0].before == Standing(Fraction(60), 3)
    assert found[0].after == Standing(Fraction(66), 2)
    assert (found[0].was_shortlisted, found[0].is_shortlisted) == (False, True)
    assert (found[1].was_shortlisted, found[1].is_shortlisted) == (True, False)


def test_a_rank_can_change_without_the_score() -> None:
    found = moves([Fraction(50), Fraction(40)], [Fraction(50), Fraction(55)], shortlist=1)

    assert [(m.index, m.changes_score, m.changes_rank) for m in found] == [
        (1, True, True),
        (0, False, True),
    ]


def test_ties_at_the_end_of_the_shortlist_are_all_on_it() -> None:
    tied = [Fraction(50)] * 3

    found = moves([Fraction(60), *tied], [Fraction(40), *tied], shortlist=2)

    assert [(move.index, move.changes_shortlist) for move in found] == [
        (1, False),
        (2, False),
        (3, False),
        (0, True),
    ]


def test_who_has_no_score_is_on_no_shortlist() -> None:
    found = moves([Fraction(50), None], [None, None], shortlist=5)

    assert [(m.index, m.was_shortlisted, m.is_shortlisted) for m in found] == [
        (0, True, False),
        (1, False, False),
    ]


def test_nothing_changed_is_nothing_said() -> None:
    assert moves([Fraction(50), None], [Fraction(50), None], shortlist=1) == ()
