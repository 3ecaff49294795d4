import pytest

from app.engine.dates import PartialDate, Period
from app.engine.resumes.periods import find_periods


def month(text: str) -> PartialDate:
    return PartialDate.parse(text)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("Jan 2020 – Mar 2021", "2020-01", "2021-03"),
        ("January 2020 to March 2021", "2020-01", "2021-03"),
        ("01/2019 - 03/2020", "2019-01", "2020-03"),
        ("05.2017 – 08.2019", "2017-05", "2019-08"),
        ("2018-03 – 2020-05", "2018-03", "2020-05"),
        ("2019–2020", "2019", "2020"),
        ("2019-20", "2019", "2020"),
        ("(2016 - 2020)", "2016", "2020"),
        ("Jan – Mar 2020", "2020-01", "2020-03"),
        ("Nov – Feb 2020", "2019-11", "2020-02"),
        ("Jan’19 - Dec’20", "2019-01", "2020-12"),
        ("10/17 - 12/18", "2017-10", "2018-12"),
        ("May 5, 2019 - Jun 6, 2020", "2019-05", "2020-06"),
        ("Spring 2019 to Fall 2020", "2019", "2020"),
        ("été 2019 – hiver 2020", "2019", "2020"),
        ("von 10/2015 bis 09/2018", "2015-10", "2018-09"),
        ("Okt. 19 – Mär. 20", "2019-10", "2020-03"),
        ("03.20 – 04.21", "2020-03", "2021-04"),
        ("Sept 15th 2019 – Oct 1st 2020", "2019-09", "2020-10"),
        ("2019, Mar – 2020, Apr", "2019-03", "2020-04"),
        ("2019.3 ~ 2020.2", "2019-03", "2020-02"),
        ("mid-2015 – early 2017", "2015", "2017"),
        ("2015—17", "2015", "2017"),
        ("2018/2019", "2018", "2019"),
        ("08–09/2019", "2019-08", "2019-09"),
        ("Juin 2019 à Août 2020", "2019-06", "2020-08"),
        ("marzo de 2017 al junio de 2018", "2017-03", "2018-06"),
    ],
)
def test_ranges_are_read_in_every_way_of_writing(text: str, start: str, end: str) -> None:
    (found,) = find_periods(text)

    assert found.period == Period(month(start), month(end))
    assert found.is_range


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("Sep 15 – NOW", "2015-09"),
        ("Aug 2018 till date", "2018-08"),
        ("März 2018 bis heute", "2018-03"),
        ("seit 03/2019", "2019-03"),
        ("de janvier 2018 à aujourd'hui", "2018-01"),
        ("enero de 2018 - actualidad", "2018-01"),
        ("marzo 2017 – oggi", "2017-03"),
        ("Since March 2020", "2020-03"),
        ("2019 –", "2019"),
    ],
)
def test_words_for_now_make_a_period_current(text: str, start: str) -> None:
    (found,) = find_periods(text)

    assert found.period == Period(month(start), None, is_current=True)


def test_a_period_knows_where_it_stands() -> None:
    text = "Engineer\tMar 2020 – Present"

    (found,) = find_periods(text)

    assert text[found.start : found.end] == "Mar 2020 – Present"


@pytest.mark.parametrize("text", ["You may join", "2000+ people", "$2019", "in 95 % of 1,2019"])
def test_numbers_and_words_that_are_no_dates_are_left_alone(text: str) -> None:
    assert find_periods(text) == ()


def test_a_season_is_read_as_its_year_since_it_names_no_month() -> None:
    (found,) = find_periods("Summer 2019")

    assert found.period == Period(month("2019"), month("2019"))
    assert not found.is_range


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("marzo 2019 – in corso", "2019-03", None),
        ("depuis mars 2019", "2019-03", None),
        ("mars 2019 – en cours", "2019-03", None),
        ("sett. 2019 – ott. 2020", "2019-09", "2020-10"),
        ("da marzo 2019 ad aprile 2020", "2019-03", "2020-04"),
        ("ene. 2020 – la actualidad", "2020-01", None),
    ],
)
def test_words_for_now_may_be_of_several_words(text: str, start: str, end: str | None) -> None:
    (found,) = find_periods(text)

    assert str(found.period.start) == start
    assert found.period.is_current is (end is None)
    assert found.period.end == (PartialDate.parse(end) if end else None)


def test_words_before_a_range_belong_to_it() -> None:
    (found,) = find_periods("De janvier 2019 à août 2021 : Développeuse")

    assert (found.start, found.end) == (0, 27)


@pytest.mark.parametrize(
    "text",
    [
        "ab 03/2021",
        "dal 03/2021",
        "March 2021 onwards",
        "Current – Mar 2021",
        "mars 2021 – à ce jour",
        "março de 2021 – até o momento",
        "03/2021 – lfd.",
        "March 2021 –",
        "03/21–",
        "(03/2021 -)",
        "2021-03 –\tAcme",
        "03/2021– Engineer, Acme",
    ],
)
def test_a_range_left_open_goes_on(text: str) -> None:
    (found,) = find_periods(text)

    assert found.period == Period(month("2021-03"), None, is_current=True)


def test_a_slash_between_spaces_parts_two_dates() -> None:
    (found,) = find_periods("Radiographer 2021-03 / Current")
    (ended,) = find_periods("2019-11 / 2020-12")

    assert found.period.is_current
    assert str(ended.period.end) == "2020-12"
    assert [str(f.period.start) for f in find_periods("03/2020")] == ["2020-03"]
