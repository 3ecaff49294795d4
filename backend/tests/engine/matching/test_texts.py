from fractions import Fraction
from typing import get_args

import pytest

from app.engine.matching.gaps import GapKind
from app.engine.matching.model import DisclaimerCode, NoteCode
from app.engine.matching.texts import (
    MissingText,
    UnknownLanguage,
    Voice,
    builtin_texts,
    one_decimal,
    parse_texts,
)

TEXTS = builtin_texts()


@pytest.mark.parametrize("code", get_args(NoteCode))
def test_every_reason_has_words(code: str) -> None:
    assert f"reason.{code}" in TEXTS.entries


@pytest.mark.parametrize("kind", get_args(GapKind))
def test_every_gap_has_words_and_a_recommendation_in_each_voice(kind: str) -> None:
    assert f"gap.{kind}" in TEXTS.entries
    assert all(f"recommendation.{kind}.{voice}" in TEXTS.entries for voice in get_args(Voice))


@pytest.mark.parametrize("code", get_args(DisclaimerCode))
@pytest.mark.parametrize("voice", get_args(Voice))
def test_every_disclaimer_has_words_in_each_voice(code: str, voice: Voice) -> None:
    assert TEXTS.say(f"disclaimer.{code}", voice).endswith(".")


@pytest.mark.parametrize(
    ("months", "words"),
    [
        (0, "0 months"),
        (1, "1 month"),
        (11, "11 months"),
        (12, "1 year"),
        (13, "1 year 1 month"),
        (24, "2 years"),
        (30, "2 years 6 months"),
    ],
)
def test_months_are_said_as_years_and_months(months: int, words: str) -> None:
    assert TEXTS.duration(months) == words


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Fraction(0), "0.0"),
        (Fraction(40, 3), "13.3"),
        (Fraction(1, 20), "0.1"),
        (Fraction(1, 21), "0.0"),
        (Fraction(199, 20), "10.0"),
        (Fraction(35), "35.0"),
    ],
)
def test_points_have_one_decimal_and_a_half_goes_up(value: Fraction, text: str) -> None:
    assert one_decimal(value) == text


def test_a_missing_text_is_named() -> None:
    with pytest.raises(MissingText, match=r"no text opening\.candidat for everybody"):
        TEXTS.say("opening.candidat")


def test_a_notation_that_is_not_known_is_named() -> None:
    with pytest.raises(MissingText, match="no notation shout"):
        parse_texts('language = "xx"\nhello = "{name:shout}"').say("hello", name="A")


@pytest.mark.parametrize("language", ["xx", "../texts-en", "en/../en"])
def test_an_unknown_language_is_refused(language: str) -> None:
    with pytest.raises(UnknownLanguage):
        builtin_texts(language)


def test_names_in_braces_are_words_and_not_notation() -> None:
    said = TEXTS.say("reason.required_missing", skills=("{n}", "C++", "{0.__class__}"))

    assert said == "Required but not found: {n}, C++ and {0.__class__}"


def test_many_fields_are_cut_short() -> None:
    fields = ("computer_science", "mathematics", "physics")

    assert TEXTS.say("gap.degree_field", fields=fields) == (
        "Degree: in computer science, mathematics or physics"
    )
    assert TEXTS.say("gap.degree_field", fields=(*fields, "art")) == (
        "Degree: in computer science, mathematics or a related field"
    )
