"""Lines set with space between all letters, in any case and with any signs, put back to words.

MuPDF takes the white space after a letter for the end of a word: ``O ' D E L L``, ``Re g i st e r
e d``. Where most pieces of a line are single characters, the gaps within words are all alike and
those between words are wider.
"""

import itertools
import math
import statistics
from collections.abc import Sequence
from string import ascii_lowercase

from app.engine.documents.words import Word
from app.engine.text import BULLET, fold

SPACED_LETTERS = 4
"""So many single letters in a row are set apart; fewer may be initials or grades."""

LEAST_MARKS = 3
"""So many bullets side by side draw a level."""

LEAST_PIECES = 4
WORD = 4
"""A piece of so many letters is a word."""

FEW_WORDS = 0.1
"""Where letters are set apart, hardly more pieces than this share of the single letters are words,
drawn too near each other to be told apart."""

MOST_GAP = 0.45
"""White space within a word, in font sizes, beyond which letters are cells and no word."""

CELL_GAP = 1.4
"""White space of so many font sizes parts cells of tracked text; less of it parts words."""

WIDER = 1.6
"""How many times wider than the usual gap the one between two words is."""

_VOWELS = frozenset("aeiouy")


def close_tracking(row: list[Word]) -> list[Word]:
    """The row with each tracked line of it joined to words; other words as they are."""
    closed: list[Word] = []
    for _, group in itertools.groupby(row, key=lambda word: word.line):
        words = list(group)
        closed.extend(_joined(words) if _is_tracked(words) else words)
    return closed


def _is_tracked(words: Sequence[Word]) -> bool:
    """Whether more than half of the pieces with letters are one letter, drawn close together.

    Single letters beside a word, or of a list, are no more than that: ``vitamins A B C D``.
    """
    lettered = [word for word in words if any(c.isalnum() for c in word.text)]
    single = sum(len(word.text) == 1 for word in lettered)
    if single < LEAST_PIECES or single * 2 <= len(lettered):
        return False
    whole = sum(_is_word(word.text) for word in lettered)
    if whole > FEW_WORDS * single or _are_listed(lettered):
        return False
    return _usual_gap(words) <= MOST_GAP


def _is_word(text: str) -> bool:
    return sum(c.isalpha() for c in text) >= WORD


def _are_listed(letters: Sequence[Word]) -> bool:
    """Whether letters spell nothing: ``A B C D`` as in the alphabet, ``C R D J`` without a vowel.

    Digits and other alphabets than the Latin one are not judged.
    """
    text = fold("".join(word.text for word in letters))
    if not (text.isascii() and text.isalpha()):
        return False
    return text in ascii_lowercase or _VOWELS.isdisjoint(text)


def _usual_gap(words: Sequence[Word]) -> float:
    """The usual gap in font sizes; without bounds where the letters have no size."""
    gaps = [(b.x0 - a.x1) / a.size for a, b in itertools.pairwise(words) if a.size > 0]
    return statistics.median_low(gaps) if gaps else math.inf


def _joined(words: Sequence[Word]) -> list[Word]:
    wide = WIDER * max(_usual_gap(words), 0.1)
    joined = [words[0]]
    for before, word in itertools.pairwise(words):
        last = joined[-1]
        gap = word.x0 - before.x1
        if gap > CELL_GAP * before.size:
            joined.append(word)
        else:
            space = " " if gap > wide * before.size else ""
            joined[-1] = last._replace(
                text=last.text + space + word.text,
                x1=word.x1,
                y0=min(last.y0, word.y0),
                y1=max(last.y1, word.y1),
            )
    return joined


def close_letter_spacing(row: list[Word]) -> list[Word]:
    """Join letters set apart, ``E X P E R I E N C E``, to what they spell.

    Two capitals may stand together where they were drawn near each other: ``C O N TA C T``.
    """
    joined: list[Word] = []
    run: list[Word] = []
    for word in row:
        if not (_is_piece(word.text) and _extends(run, word)):
            joined.extend(_join_run(run, [*joined[-1:], word]))
            run = []
        if _is_piece(word.text):
            run.append(word)
        else:
            joined.append(word)
    return joined + _join_run(run, joined[-1:])


def _is_piece(text: str) -> bool:
    return text.isalpha() and (len(text) == 1 or (len(text) == 2 and text.isupper()))


def _extends(run: list[Word], word: Word) -> bool:
    return not run or (
        abs(run[-1].size - word.size) < 0.1 * word.size and word.x0 - run[-1].x1 < 2.5 * word.size
    )


def _join_run(run: list[Word], beside: Sequence[Word]) -> list[Word]:
    """One word of a run of letters; wider gaps in it become spaces, since they are no columns.

    Letters of a list stay, and so do those that stand no closer than the words ``beside`` them.
    """
    letters = sum(len(word.text) == 1 for word in run)
    if letters < max(SPACED_LETTERS, 2 * (len(run) - letters)) or _are_listed(run):
        return run
    gaps = [after.x0 - before.x1 for before, after in itertools.pairwise(run)]
    reach = WIDER * max(statistics.median_low(gaps), 0.1 * run[0].size)
    if any(_is_word(word.text) and _gap_to(run, word) <= reach for word in beside):
        return run
    wide = 1.5 * statistics.median_low(gaps) + 0.1 * run[0].size
    text = run[0].text
    for gap, word in zip(gaps, run[1:], strict=True):
        text += f" {word.text}" if gap > wide else word.text
    y0, y1 = min(w.y0 for w in run), max(w.y1 for w in run)
    return [run[0]._replace(text=text, x1=run[-1].x1, y0=y0, y1=y1)]


def _gap_to(run: Sequence[Word], word: Word) -> float:
    """White space between a run and a word of its row, before or after it."""
    return max(word.x0 - run[-1].x1, run[0].x0 - word.x1)


def without_levels(row: list[Word]) -> list[Word]:
    """The row without levels drawn as dots or stars that stand apart: ``Python ● ● ● ○ ○``."""
    kept: list[Word] = []
    for is_mark, group in itertools.groupby(row, key=lambda word: word.text == BULLET):
        marks = list(group)
        if not is_mark or len(marks) < LEAST_MARKS:
            kept.extend(marks)
    return kept or row
