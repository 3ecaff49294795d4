"""The fit of the weights, on samples whose odds are known."""

from math import log

import pytest

from evaluation.calibrate import Sample, fitted, main


def sample(signs: tuple[str, ...], right: int, wrong: int) -> list[Sample]:
    return [(signs, True)] * right + [(signs, False)] * wrong


def test_the_base_is_the_odds_of_all() -> None:
    assert fitted(sample((), 90, 10))["base"] == pytest.approx(log(9), abs=0.01)


def test_a_sign_moves_the_odds_as_often_as_it_is_right() -> None:
    weights = fitted(sample((), 500, 500) + sample(("good",), 900, 100))

    assert weights["base"] == pytest.approx(0, abs=0.05)
    assert weights["good"] == pytest.approx(log(9), abs=0.05)


def test_a_rare_sign_is_held_near_nothing() -> None:
    weights = fitted(sample((), 500, 500) + sample(("rare",), 1, 0))

    assert 0 < weights["rare"] < 0.5


def test_a_part_that_was_not_found_counts_against_a_fact_also_where_none_was_seen() -> None:
    assert fitted(sample((), 90, 10), ["no_role"])["no_role"] == pytest.approx(-1.0)


def test_the_command_prints_a_table_for_each_kind(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 0

    printed = capsys.readouterr().out
    for kind in ("job", "degree", "project", "certification", "skill"):
        assert f"[{kind}]" in printed
