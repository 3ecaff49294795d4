import pytest

from app.engine.jobs.model import MonthRange
from app.engine.jobs.wire import parsed_json
from tests.engine.jobs.posting import codes, read


def months(text: str, title: str = "Developer") -> tuple[int | None, int | None] | None:
    experience = read(text, title).requirements.experience
    return None if experience is None else (experience.min, experience.max)


def test_the_range_comes_with_the_line_it_stands_in() -> None:
    experience = read(
        "About\nRequirements\n- 3-5 years of experience", "Dev"
    ).requirements.experience

    assert experience is not None
    assert experience.sources[0].lines == (3,)


def test_a_bare_number_of_years_is_open_above() -> None:
    assert months("Requirements:\n- 5 years of professional experience") == (60, None)


def test_a_labelled_range_rules_over_others() -> None:
    text = "Experience: 4-7 years\nWe look for someone with minimum 5 years of experience."

    assert months(text) == (48, 84)


def test_the_longest_of_several_demands_is_the_whole_experience() -> None:
    text = "Requirements:\n- 5+ years of experience as an engineer\n- 2 years experience as a lead"

    assert months(text) == (60, None)


def test_a_range_in_the_title_is_read_where_the_text_has_none() -> None:
    assert months("Requirements:\n- Java", "Java Developer (3-5 years)") == (36, 60)


@pytest.mark.parametrize(
    "text",
    [
        "For over 35 years, our company has led the market.",
        "Founded 20 years ago, we have 15 years of experience in retail.",
        "Requirements:\n- You are at least 18 years old\n- SQL",
        "Benefits:\n- After 2 years of experience here you get shares",
        "Requirements:\n- A 2-year contract\n- SQL",
    ],
)
def test_years_of_firms_ages_and_contracts_are_not_experience(text: str) -> None:
    assert months(text) is None


def test_preferred_experience_is_not_asked() -> None:
    assert months("Requirements:\n- SQL\nNice to have:\n- 3 years of experience in banking") is None


def test_years_of_the_profession_are_experience_as_a_whole() -> None:
    assert months("Requirements:\n- 4+ years of software engineering\n- Java") == (48, None)


def test_open_years_of_a_skill_are_of_the_skill_alone() -> None:
    reading = read("Requirements:\n- 5+ years of Java", "Developer")

    assert reading.requirements.experience is None
    assert reading.requirements.level == "senior"
    assert parsed_json(reading)["skill_years"] == [{"any_of": ["Java"], "months": 60}]


def test_a_bounded_range_of_experience_in_a_skill_counts_for_both() -> None:
    reading = read("Requirements:\n- 3-5 years of experience in Java", "Developer")

    assert reading.requirements.experience is not None
    assert (reading.requirements.experience.min, reading.requirements.experience.max) == (36, 60)
    assert reading.requirements.slots[0].months == 36


def test_freshers_are_asked_for_nothing() -> None:
    reading = read("Freshers welcome. Skills: Java, SQL.", "Developer")

    assert months("Freshers welcome. Skills: Java, SQL.") == (0, None)
    assert reading.requirements.level == "entry"


def test_no_experience_needed_beside_years_is_a_contradiction() -> None:
    reading = read("No experience required. 5 years of Java required.", "Developer")

    assert "contradiction" in codes(reading)


def test_a_path_by_degree_sets_the_range() -> None:
    text = "Bachelor's + 5 years or Master's + 3 years of experience required. SQL required."

    reading = read(text, "Developer")

    assert reading.requirements.experience is not None
    assert reading.requirements.experience.min == 60
    assert reading.requirements.level == "senior"


def test_whole_years_hold_the_exact_range() -> None:
    reading = read("Requirements:\n- 18 to 30 months of experience", "Developer")
    wire = parsed_json(reading)

    assert wire["experience_years"] == [1, 3]
    assert (wire["experience_months"]["min"], wire["experience_months"]["max"]) == (18, 30)


def test_nothing_asked_is_null() -> None:
    wire = parsed_json(read("Requirements:\n- Java", "Developer"))

    assert wire["experience_years"] is None
    assert wire["experience_months"] is None


def test_an_upper_bound_alone_leaves_the_lower_end_open() -> None:
    wire = parsed_json(read("Up to 2 years of experience. Skills: Java", "Developer"))

    assert wire["experience_years"] == [None, 2]


def test_ranges_without_lines_are_those_of_the_title() -> None:
    reading = read("Must have 6 years of experience. Skills: Java", "Junior Developer")

    assert reading.requirements.experience == MonthRange(0, 24)


def test_a_range_of_all_experience_goes_before_more_years_of_one_field() -> None:
    text = "Requirements:\n- 2-4 years experience required.\n- 4 years with web development"

    found = read(text, "Developer").requirements.experience

    assert found is not None
    assert (found.min, found.max) == (24, 48)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("We would like you to have three or more years as a closing seller.", 36, None),
        ("You have at least two years on a section in a busy kitchen.", 24, None),
        ("You've been building for the web for two to three years, anywhere.", 24, 36),
        ("You have spent 3-5 years designing digital products.", 36, 60),
        ("You've shipped games for at least five years.", 60, None),
        ("Five years in the trade, two of them on large sites.", 60, None),
        ("You have 2 years' PQE in family law.", 24, None),
        ("Fresher to 2 years", 0, 24),
        ("A year or more in a kitchen", 12, None),
        ("Requirements:\n- 4+ years of experience in machine learning or data science", 48, None),
        ("Requirements:\n- At least 6 years of product management experience", 72, None),
    ],
)
def test_years_of_a_field_of_work_are_experience_as_a_whole(
    text: str, low: int, high: int | None
) -> None:
    reading = read(text, "Clerk")

    assert months(text, "Clerk") == (low, high)
    assert parsed_json(reading)["skill_years"] == []


def test_years_of_a_field_and_a_tool_are_both() -> None:
    reading = read("Requirements:\n- 4+ years of data warehousing and SQL experience", "Clerk")

    assert reading.requirements.experience is not None
    assert reading.requirements.experience.min == 48
    assert parsed_json(reading)["skill_years"] == [{"any_of": ["SQL"], "months": 48}]


@pytest.mark.parametrize(
    "text",
    [
        "You will spend six months in one team and six in another.",
        "You must be ready to sign a bond of 24 months.",
        "The placement runs for two years in our shops.",
    ],
)
def test_years_to_come_are_not_asked(text: str) -> None:
    assert months(text, "Clerk") is None


def test_the_length_of_a_contract_in_the_title_is_no_experience() -> None:
    assert months("SQL required.", "Clerk (freelance, 9 months)") is None
