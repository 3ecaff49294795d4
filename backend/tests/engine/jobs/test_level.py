import pytest

from app.engine.jobs.level import role_level, title_level
from app.engine.jobs.model import MonthRange, Slot


@pytest.mark.parametrize(
    ("low", "high", "level"),
    [
        (0, 24, "entry"),
        (23, None, "entry"),
        (24, None, "mid"),
        (59, 120, "mid"),
        (60, None, "senior"),
        (None, 24, "entry"),
        (None, 25, "mid"),
        (None, 60, "mid"),
        (None, 61, "senior"),
    ],
)
def test_asked_years_set_the_level(low: int | None, high: int | None, level: str) -> None:
    assert role_level("Senior Developer", MonthRange(low, high), ()) == level


def test_years_of_skills_alone_set_the_level_by_the_largest() -> None:
    slots = (Slot(("Java",), "required", 24), Slot(("SQL",), "required", 60))

    assert role_level("Developer", None, slots) == "senior"


def test_years_of_preferred_skills_do_not_count() -> None:
    slots = (Slot(("Java",), "preferred", 120),)

    assert role_level("Junior Developer", None, slots) == "entry"


@pytest.mark.parametrize(
    ("title", "level"),
    [
        ("Marketing Intern", "entry"),
        ("Junior Developer", "entry"),
        ("Jr. Developer", "entry"),
        ("Graduate Engineer", "entry"),
        ("Fresher - Java", "entry"),
        ("Management Trainee", "entry"),
        ("Senior Accountant", "senior"),
        ("Sr Developer", "senior"),
        ("Lead Nurse", "senior"),
        ("Principal Engineer", "senior"),
        ("Staff Engineer", "senior"),
        ("Head of Sales", "senior"),
        ("Solutions Architect", "senior"),
        ("Developer", "mid"),
        ("International Sales Manager", "mid"),
        ("Lead Generation Specialist", "mid"),
    ],
)
def test_without_years_the_words_of_the_title_decide(title: str, level: str) -> None:
    assert role_level(title, None, ()) == level


def test_an_entry_word_rules_over_the_name_of_a_senior_profession() -> None:
    assert title_level("Junior Architect") == "entry"


def test_a_title_for_both_ends_names_no_level() -> None:
    assert title_level("Junior / Senior Developer") is None
