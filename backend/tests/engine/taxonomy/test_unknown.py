import pytest

from app.engine.taxonomy.load import builtin_taxonomy


def test_items_of_a_list_that_are_no_skills_are_returned_cleaned_and_in_order() -> None:
    text = "Languages: Python, Foobarlang, Go\n• Frobnicator (advanced)\n- and Wibble 3.2; Java"

    assert builtin_taxonomy().unknown_terms(text) == ("Foobarlang", "Frobnicator", "Wibble")


def test_an_item_counts_once_whatever_its_case() -> None:
    assert builtin_taxonomy().unknown_terms("Zorblang, ZORBLANG, zorblang") == ("Zorblang",)


@pytest.mark.parametrize(
    "text",
    [
        "Python, React, excel",
        "Python, ISO 9001, Python 3.11",
        "5 years, 2019, 3+",
        "me@example.org, https://example.org",
        "I have worked with many teams, experience of things",
        "etc., x, -",
        "Python (learning), Java (Master)",
        "a very long item that goes on and on and on",
        "",
    ],
)
def test_known_skills_and_sentences_are_left_out(text: str) -> None:
    assert builtin_taxonomy().unknown_terms(text) == ()
