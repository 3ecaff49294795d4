from datetime import date

import pytest

from app.engine.dates import PartialDate, Period, count_months, month_index, month_of

TODAY = date(2026, 11, 23)


def period(start: str, end: str | None = None, *, current: bool = False) -> Period:
    return Period(PartialDate.parse(start), PartialDate.parse(end) if end else None, current)


def length(*periods: Period, as_of: date = TODAY) -> int:
    return count_months(periods, as_of)


def test_months_are_numbered_without_gaps_across_years() -> None:
    assert month_index(2021, 1) - month_index(2020, 12) == 1
    assert month_of(date(2020, 12, 31)) == month_index(2020, 12)


@pytest.mark.parametrize("text", ["2020", "2020-01", "2020-12", "0999"])
def test_a_partial_date_is_written_as_it_was_read(text: str) -> None:
    assert str(PartialDate.parse(text)) == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "20",
        "2020-",
        "2020-0",
        "2020-00",
        "2020-13",
        "2020-1",
        "2020-01-01",
        " 2020",
        "-2020",
        "June 2020",
        "٢٠٢٠",
    ],
)
def test_anything_else_is_no_partial_date(text: str) -> None:
    with pytest.raises(ValueError, match="neither YYYY nor YYYY-MM"):
        PartialDate.parse(text)


def test_both_ends_of_a_period_count() -> None:
    assert length(period("2020-01", "2020-03")) == 3
    assert length(period("2020-05", "2020-05")) == 1


@pytest.mark.parametrize(
    ("start", "end", "months"),
    [
        ("2019", "2020", 12),
        ("2019", "2019", 6),
        ("2019", "2021", 24),
        ("2019-03", "2019", 4),
        ("2019-06", "2019", 7),
        ("2019-08", "2019", 5),
        ("2019", "2020-02", 8),
    ],
)
def test_a_year_alone_starts_in_july_and_ends_in_june_or_december(
    start: str, end: str, months: int
) -> None:
    assert length(period(start, end)) == months
    assert period(start, end).is_imprecise


def test_a_period_with_months_is_precise() -> None:
    assert not period("2019-01", "2019-02").is_imprecise
    assert not period("2019-01", current=True).is_imprecise
    assert period("2019", current=True).is_imprecise


def test_a_current_period_ends_in_the_month_of_the_day() -> None:
    assert length(period("2026-10", current=True)) == 2
    assert length(period("2026-10", current=True), as_of=date(2027, 1, 1)) == 4


def test_a_current_period_that_began_this_year_has_begun() -> None:
    assert length(period("2026", current=True), as_of=date(2026, 3, 1)) == 1
    assert length(period("2026", current=True), as_of=date(2026, 9, 1)) == 3


def test_an_end_that_names_only_this_year_lies_no_later_than_the_day() -> None:
    assert length(period("2025-11", "2026"), as_of=date(2026, 2, 1)) == 4
    assert length(period("2025-11", "2026"), as_of=date(2026, 8, 1)) == 8


@pytest.mark.parametrize(
    "bad",
    [
        period("2020-05", "2020-04"),
        period("2021", "2019"),
        period("2026-12", current=True),
        period("2026-10", "2026-12"),
        period("2028", "2029"),
        period("2020-01"),
    ],
    ids=["reversed", "reversed years", "starts later", "ends later", "future", "open"],
)
def test_bad_periods_have_no_months(bad: Period) -> None:
    assert bad.months(TODAY) is None
    assert length(bad, period("2020-01", "2020-02")) == 2


def test_a_period_that_ends_this_month_counts() -> None:
    assert length(period("2026-10", "2026-11")) == 2


@pytest.mark.parametrize(
    ("second", "months"),
    [
        (("2020-01", "2020-12"), 12),
        (("2020-03", "2020-05"), 12),
        (("2020-07", "2021-03"), 15),
        (("2021-01", "2021-02"), 14),
        (("2021-02", "2021-02"), 13),
        (("2019-12", "2021-01"), 14),
    ],
    ids=["equal", "inside", "overlapping", "touching", "apart", "around"],
)
def test_overlapping_periods_count_once_in_any_order(second: tuple[str, str], months: int) -> None:
    first, other = period("2020-01", "2020-12"), period(*second)

    assert length(first, other) == length(other, first) == months


def test_no_periods_are_no_months() -> None:
    assert length() == 0
