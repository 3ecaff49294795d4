import pytest

from app.engine.jobs.years import bare_span, find_spans


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("3-5 years", 36, 60),
        ("3 – 5 yrs", 36, 60),
        ("3 to 5 years", 36, 60),
        ("between 3 and 5 years", 36, 60),
        ("3+ years", 36, None),
        ("3+ to 5 years", 36, 60),
        ("5 years", 60, None),
        ("two years", 24, None),
        ("five (5) years", 60, None),
        ("at least 3 years", 36, None),
        ("minimum of 4 years", 48, None),
        ("up to 2 years", None, 24),
        ("max 2 years", None, 24),
        ("less than 1 year", None, 12),
        ("18 months", 18, None),
        ("6 months - 2 years", 6, 24),
        ("1.5 years", 18, None),
        ("0-2 years", 0, 24),
        ("3-year", 36, None),
        ("5+yrs", 60, None),
        ("mindestens drei Jahre", 36, None),
        ("3 à 5 ans", 36, 60),
        ("au moins 2 ans", 24, None),
        ("two or three years", 24, 36),
        ("three or more years", 36, None),
        ("5 (five) years", 60, None),
        ("min 3 - max 5 years", 36, 60),
        ("at least a year", 12, None),
        ("a couple of years", 24, None),
        ("dreijährige", 36, None),
        ("al menos 3 años", 36, None),
        ("2 a 4 años", 24, 48),
        ("minimaal 2 jaar", 24, None),
    ],
)
def test_a_span_is_read_in_every_form(text: str, low: int | None, high: int | None) -> None:
    (span,) = find_spans(text)

    assert (span.min, span.max) == (low, high)
    assert not span.is_reversed


def test_a_reversed_range_is_put_right_and_marked() -> None:
    (span,) = find_spans("5-3 years")

    assert (span.min, span.max, span.is_reversed) == (36, 60, True)


def test_more_than_a_working_life_is_no_span() -> None:
    assert find_spans("over 60 years") == ()


def test_numbers_without_a_unit_are_no_span() -> None:
    assert find_spans("Java 8, Angular 16 and 3 teams a year") == ()
    assert find_spans("25 days off a year, 3 or 4 teams a year") == ()


def test_a_bare_number_counts_only_where_a_label_calls_it_years() -> None:
    span = bare_span("3 - 5")

    assert span is not None
    assert (span.min, span.max) == (36, 60)
    assert bare_span("3 offices") is None
