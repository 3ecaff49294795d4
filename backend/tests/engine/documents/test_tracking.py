"""Letters set apart in any case, with hyphens and apostrophes."""

from dataclasses import replace

import pytest

from app.engine.documents.runs import Run, Style
from app.engine.documents.tracking import close_letter_spacing, close_tracking
from app.engine.documents.words import Word

PLAIN = Style(bold=False, italic=False, color=0, alpha=255, painted=True, icon=False)


def row(text: str, gap: float = 1.6, word_gap: float = 6.0, line: int = 0) -> list[Word]:
    """One word a piece; ``_`` stands for the wider gap between two words. Size 10 points."""
    words, x = [], 0.0
    for piece in text.split():
        if piece == "_":
            x += word_gap - gap
            continue
        end = x + 5.0 * len(piece)
        run = Run(len(piece), x, 100.0, 10.0, 10.0, PLAIN, (0, line), upright=True)
        words.append(Word(piece, x, 90.0, end, 102.0, run))
        x = end + gap
    return words


def texts(words: list[Word]) -> list[str]:
    return [word.text for word in words]


def test_lower_case_and_pairs_are_joined_to_words() -> None:
    spread = row("Re g i st e r e d _ N u r s e")

    assert texts(close_tracking(spread)) == ["Registered Nurse"]


def test_letters_too_near_to_be_told_apart_do_not_end_a_tracked_line() -> None:
    spread = row("R e g i s t e r e d _ N u r s e _ Prac t i t i o n e r")

    assert texts(close_tracking(spread)) == ["Registered Nurse Practitioner"]


def test_digits_set_apart_are_joined() -> None:
    assert texts(close_tracking(row("2 0 1 9 – 2 0 2 1"))) == ["2019–2021"]


def test_apostrophes_and_hyphens_stay_in_their_name() -> None:
    assert texts(close_tracking(row("O ' D E L L _ S M I T H - R A Y"))) == ["O'DELL SMITH-RAY"]


def test_the_joined_word_covers_its_letters() -> None:
    spread = row("S K I L L S")
    (joined,) = close_tracking(spread)

    assert (joined.x0, joined.x1) == (spread[0].x0, spread[-1].x1)


def test_single_letters_far_apart_are_cells() -> None:
    cells = row("A B C D E F", gap=12.0)

    assert close_tracking(cells) == cells


def test_ordinary_words_with_some_letters_between_stay() -> None:
    words = row("Python · R · Stan · C · Julia · Go", gap=2.5)

    assert close_tracking(words) == words


def test_only_the_tracked_line_of_a_row_is_joined() -> None:
    spread, plain = row("S K I L L S"), row("Senior nurse at a clinic", gap=2.5, line=1)

    assert texts(close_tracking([*spread, *plain])) == ["SKILLS", *texts(plain)]


@pytest.mark.parametrize(
    "text",
    ["C R D J", "Languages: C R D J", "Vitamins A B C D E", "A B C D E F", "Teams O A U E today"],
)
def test_single_letters_of_a_list_stay_apart(text: str) -> None:
    words = row(text, gap=2.5)

    assert close_letter_spacing(close_tracking(words)) == words


@pytest.mark.parametrize("text", ["S K I L L S _ Python", "Python _ S K I L L S"])
def test_letters_closer_than_the_word_beside_them_are_joined(text: str) -> None:
    closed = close_letter_spacing(close_tracking(row(text)))

    assert sorted(texts(closed)) == ["Python", "SKILLS"]


def test_letters_without_size_are_left_as_they_are() -> None:
    words = [word._replace(run=replace(word.run, size=0.0)) for word in row("S K I L L S")]

    assert close_tracking(words) == words
