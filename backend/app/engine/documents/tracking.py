"""Lines set with space between all letters, in any case and with any signs, put back to words.

MuPDF takes the white space after a letter for the end of a word: ``O ' D E L L``, ``Re g i st e r
e d``. Where most pieces of a line are single characters, the gaps within words are all alike and
those between words are wider.
"""

import itertools
import statistics
from collections.abc import Sequence

from app.engine.documents.words import Word

LEAST_PIECES = 4
MOST_GAP = 0.45
"""White space within a word, in font sizes, beyond which letters are cells and no word."""

WIDER = 1.6
"""How many times wider than the usual gap the one between two words is."""


def close_tracking(row: list[Word]) -> list[Word]:
    """The row with each tracked line of it joined to words; other words as they are."""
    closed: list[Word] = []
    for _, group in itertools.groupby(row, key=lambda word: word.line):
        words = list(group)
        closed.extend(_joined(words) if _is_tracked(words) else words)
    return closed


def _is_tracked(words: Sequence[Word]) -> bool:
    """Whether more than half of the pieces with letters are one letter, drawn close together."""
    lettered = [word for word in words if any(c.isalnum() for c in word.text)]
    single = sum(len(word.text) == 1 for word in lettered)
    if single < LEAST_PIECES or single * 2 <= len(lettered):
        return False
    return _usual_gap(words) <= MOST_GAP


def _usual_gap(words: Sequence[Word]) -> float:
    gaps = [(b.x0 - a.x1) / a.size for a, b in itertools.pairwise(words) if a.size > 0]
    return statistics.median_low(gaps)


def _joined(words: Sequence[Word]) -> list[Word]:
    wide = WIDER * max(_usual_gap(words), 0.1)
    joined = [words[0]]
    for before, word in itertools.pairwise(words):
        last = joined[-1]
        if word.x0 - before.x1 > wide * before.size:
            joined.append(word)
        else:
            joined[-1] = last._replace(
                text=last.text + word.text,
                x1=word.x1,
                y0=min(last.y0, word.y0),
                y1=max(last.y1, word.y1),
            )
    return joined
