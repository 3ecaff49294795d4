"""Letters set apart in any case, with hyphens and apostrophes."""

from app.engine.documents.runs import Run, Style
from app.engine.documents.tracking import close_tracking
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


def test_apostrophes_and_hyphens_stay_in_their_name() -> None:
    assert texts(close_tracking(row("O ' D E L L _ S M I T H - R A Y"))) == ["O'DELL SMITH-RAY"]


def test_the_joined_word_covers_its_letters() -> None:
    spread = row("A B C D E")
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
