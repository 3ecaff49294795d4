"""JSON Resume files: what is one, what is refused with words, and the lines that people read."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.engine.documents.errors import (
    BrokenDocument,
    DocumentError,
    EmptyFile,
    NoText,
    TooManyPages,
    UnsupportedType,
)
from app.engine.documents.kinds import media_kind
from app.engine.documents.limits import DEFAULT_LIMITS
from app.engine.documents.model import Document
from app.engine.documents.read import read_document


def read(value: Any) -> Document:
    data = value if isinstance(value, bytes) else json.dumps(value).encode()
    return read_document(data, "resume.json")


def fields(document: Document) -> dict[str, str]:
    lines = {line.number: line.text for line in document.lines}
    found: dict[str, str] = {}
    for field in document.fields:
        text = lines[field.line][field.start : field.end]
        found[field.path] = "\n".join(filter(None, (found.get(field.path), text)))
    return found


def test_values_become_numbered_lines_and_every_field_says_where_it_stands() -> None:
    document = read(
        {
            "basics": {"name": "Ada Quux", "location": {"city": "Cork", "countryCode": "IE"}},
            "work": [{"position": "Engineer", "startDate": "2020-01", "endDate": "2021",
                      "highlights": ["Built it", "Ran it"]}],
            "skills": [{"name": "Web", "level": "expert", "keywords": ["HTML", "CSS"]}],
        }
    )  # fmt: skip

    assert [(line.number, line.text) for line in document.lines] == [
        (1, "Ada Quux"), (2, "Cork (IE)"), (3, "Work"), (4, "Engineer"), (5, "2020-01 – 2021"),
        (6, "• Built it"), (7, "• Ran it"), (8, "Skills"), (9, "• Web (expert): HTML, CSS"),
    ]  # fmt: skip
    assert fields(document) == {
        "basics/0/name": "Ada Quux", "basics/0/location/city": "Cork",
        "basics/0/location/countryCode": "IE", "work/0/position": "Engineer",
        "work/0/startDate": "2020-01", "work/0/endDate": "2021",
        "work/0/highlights/0": "Built it", "work/0/highlights/1": "Ran it",
        "skills/0/name": "Web", "skills/0/level": "expert", "skills/0/keywords/0": "HTML",
        "skills/0/keywords/1": "CSS",
    }  # fmt: skip


def test_texts_of_several_lines_stay_so_and_endless_ones_are_cut() -> None:
    summary = "First.\n\n• Second.\n" + "word " * 1000
    document = read({"basics": {"summary": summary}})

    assert [line.text for line in document.lines[:3]] == ["Summary", "First.", "Second."]
    assert all(len(line.text) <= 2000 for line in document.lines)
    assert fields(document)["basics/0/summary"].split() == summary.replace("•", "").split()


def test_a_list_that_fills_a_line_goes_on_in_the_next() -> None:
    words = [f"word{number}" for number in range(500)]
    document = read({"projects": [{"name": "P", "keywords": words}]})

    assert all(len(line.text) <= 2010 for line in document.lines)
    assert [fields(document)[f"projects/0/keywords/{at}"] for at in range(500)] == words


def test_names_of_older_drafts_are_understood_and_empty_values_are_none() -> None:
    document = read(
        {"basics": {"website": "https://a.example", "phone": "", "email": None, "profiles": None},
         "work": [{"company": "Acme", "summary": "", "highlights": [None, "x"]}], "awards": None}
    )  # fmt: skip

    assert fields(document) == {
        "basics/0/url": "https://a.example", "work/0/name": "Acme", "work/0/highlights/0": "x",
    }  # fmt: skip


def test_numbers_are_texts_as_written() -> None:
    document = read(b'{"education": [{"score": 3.80, "endDate": 2017}]}')

    assert fields(document) == {"education/0/endDate": "2017", "education/0/score": "3.80"}


def test_invisible_characters_are_left_out_and_flagged() -> None:
    document = read({"basics": {"name": "Ada\u200b\u200b\u200b\u200b\u200b Quux\u0000\ud800"}})

    assert document.lines[0].text == "Ada Quux"
    assert [flag.code for flag in document.flags] == ["hidden_text"]


@pytest.mark.parametrize(
    ("data", "error", "words"),
    [
        (b"", EmptyFile, "empty"),
        (b'{"basics": {"name": "Ada"', BrokenDocument, "line 1, column"),
        (b"just words", BrokenDocument, "not valid JSON"),
        (b'{"basics": ' + b"[" * 5000 + b"]" * 5000 + b"}", BrokenDocument, "nested"),
        (b'{"basics": ' + b"9" * 9999 + b"}", BrokenDocument, "basics has to be an object"),
        (b'{"skills": ["Python"]}', BrokenDocument, "skills[0] has to be an object"),
        (b'{"work": {"name": "Acme"}}', BrokenDocument, "work has to be a list"),
        (b'{"work": [{"name": ["Acme"]}]}', BrokenDocument, "work[0].name has to be a text"),
        (b'{"work": [{"highlights": "x"}]}', BrokenDocument, "has to be a list of texts"),
        (b'{"basics": {"location": "Cork"}}', BrokenDocument, "basics.location"),
        (b'["basics"]', UnsupportedType, "not a JSON Resume"),
        (b'{"name": "app", "version": "1.0.0"}', UnsupportedType, "not a JSON Resume"),
        (b'{"basics": {}}', NoText, "holds no text"),
        (b'{"basics": {"name": "' + b"a" * 1_000_001 + b'"}}', TooManyPages, "longer"),
        (b"%PDF-1.7 of another kind", UnsupportedType, "content is not"),
        (b"\xff\xfe\x00\xd8", BrokenDocument, "not valid JSON"),
    ],
)  # fmt: skip
def test_what_is_no_json_resume_is_refused_with_words_that_help(
    data: bytes, error: type[DocumentError], words: str
) -> None:
    with pytest.raises(error) as refused:
        read(data)

    assert words in str(refused.value)


def test_brackets_and_quotes_without_end_take_no_time() -> None:
    for data in (b'{"basics": "' + b'\\"' * 400_000, b'{"a":' + b'"[' * 300_000):
        with pytest.raises(BrokenDocument):
            media_kind(data, "resume.json", DEFAULT_LIMITS)


def test_json_under_the_name_of_a_text_is_text() -> None:
    assert read_document(b'{"basics": {"name": "Ada"}}', "resume.txt").fields == ()


TEXTS = st.text(max_size=40)
ENTRIES = st.lists(
    st.fixed_dictionaries(
        {},
        optional={
            "name": TEXTS, "position": TEXTS, "startDate": TEXTS, "endDate": TEXTS,
            "summary": TEXTS, "keywords": st.lists(TEXTS, max_size=3),
            "highlights": st.lists(TEXTS, max_size=3), "level": TEXTS, "title": TEXTS,
        },
    ),
    max_size=3,
)  # fmt: skip


@given(
    st.fixed_dictionaries(
        {"basics": st.fixed_dictionaries({}, optional={"name": TEXTS, "summary": TEXTS})},
        optional={"work": ENTRIES, "projects": ENTRIES, "skills": ENTRIES, "awards": ENTRIES},
    )
)
def test_any_values_are_read_to_lines_without_breaks_that_hold_them(value: dict[str, Any]) -> None:
    try:
        document = read(value)
    except NoText:
        return

    assert [line.number for line in document.lines] == list(range(1, len(document.lines) + 1))
    assert all(len(line.text.splitlines()) == 1 for line in document.lines)
    lines = {line.number: line.text for line in document.lines}
    assert all(lines[f.line][f.start : f.end].strip() for f in document.fields)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ({"work": [{"name": "a"}] * 1_001}, "work has more entries"),
        ({"skills": [{"keywords": ["a"] * 1_001}]}, "skills[0].keywords has more entries"),
        ({"work": [{"startDate": "2020 - " * 400}]}, "work[0].startDate is longer"),
    ],
)
def test_what_no_resume_has_is_refused_before_it_costs_minutes(value: Any, words: str) -> None:
    with pytest.raises(TooManyPages) as refused:
        read(value)

    assert words in str(refused.value)


def test_a_name_that_is_given_twice_is_refused_rather_than_lost() -> None:
    with pytest.raises(BrokenDocument) as refused:
        read(b'{"work": [{"name": "Acme"}], "work": []}')

    assert "names work twice" in str(refused.value)
    twice_elsewhere = b'{"basics": {"name": "Ada Quux"}, "x": {"y": 1, "y": 2}}'
    assert fields(read(twice_elsewhere)) == {"basics/0/name": "Ada Quux"}


def test_cells_without_a_number_are_empty() -> None:
    document = read(b'{"basics": {"name": "Ada Quux", "phone": NaN}, "work": [{"name": Infinity}]}')

    assert fields(document) == {"basics/0/name": "Ada Quux"}
