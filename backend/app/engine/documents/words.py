"""Words of a PDF page with their place and style, as PyMuPDF finds them."""

import itertools
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter
from typing import Any, NamedTuple

from app.engine.documents.runs import BETWEEN_WORDS, Run, Style, Styles, turned

CROWDED = 22
"""A word of this many letters may be several whose spaces are too narrow to be seen as such."""

NARROW_SPACE = 0.08
"""The least space between two words, in font sizes, where none was seen; letters of one word lie
closer, or overlap."""

MIN_ALPHA = 12
"""Text less opaque than this (of 255) leaves no mark."""

_CROWDED = re.compile(r"(?![a-z0-9-]+(?:\.[a-z0-9-]+)+$)[^/@_]+")
"""No address, which is long by nature: neither ``www.example.org`` nor one with such signs."""

_LINE = itemgetter(5, 6)
"""The numbers of a word's block and line in what PyMuPDF gives."""


class Word(NamedTuple):
    """Characters without white space between them, in page points from the top left corner.

    ``run`` is the one of its first character. Two words of one PyMuPDF line had white space between
    them. A tuple, since a page has hundreds, and ``zip`` makes columns of tuples at once.
    """

    text: str
    x0: float
    y0: float
    x1: float
    y1: float
    run: Run

    @property
    def baseline(self) -> float:
        """Where the letters stand."""
        return self.run.baseline

    @property
    def size(self) -> float:
        """The font size in points."""
        return self.run.size

    @property
    def style(self) -> Style:
        """How its first letter is drawn."""
        return self.run.style

    @property
    def line(self) -> tuple[int, int]:
        """The PyMuPDF line that it belongs to: the numbers of its block and of itself there."""
        return self.run.line


def page_words(page: Any, textpage: Any) -> list[Word]:
    """Read the words of a page in the order of the file, spelt as the file spells them."""
    blocks = textpage.extractDICT()["blocks"]
    lines = {block["number"]: block.get("lines", ()) for block in blocks}
    styles = Styles(page.rotation_matrix if page.rotation else None)
    words: list[Word] = []
    for number, found in itertools.groupby(textpage.extractWORDS(), key=_LINE):
        block, line = number
        words += _words(found, styles.runs(lines[block][line], number))
    if styles.turn is not None:
        return [_turned_word(word, styles.turn) for word in words]
    crowded = {w.run.line for w in words if len(w.text) >= CROWDED and _CROWDED.fullmatch(w.text)}
    return list(_respaced(words, crowded, textpage)) if crowded else words


def _words(found: Iterable[tuple[Any, ...]], runs: Sequence[Run]) -> Iterable[Word]:
    """The words of a line, made without a call of Python for each: there are so many."""
    x0s, y0s, x1s, y1s, texts, *_ = zip(*found, strict=True)
    if len(runs) == 1:
        rows = zip(texts, x0s, y0s, x1s, y1s, itertools.repeat(runs[0]), strict=False)
        return map(tuple.__new__, itertools.repeat(Word), rows)
    places = [0, *itertools.accumulate(map(len, texts))]
    ends = [run.end for run in runs]
    first = [runs[bisect_right(ends, place)] for place in places[:-1]]
    words = map(Word, texts, x0s, y0s, x1s, y1s, first)
    if len({run.style.icon for run in runs}) == 1:
        return words
    return itertools.chain(*map(_split_icons, words, itertools.repeat(runs), places[1:]))


def _run_at(place: int, runs: Sequence[Run]) -> Run:
    """The run that holds the character at ``place``."""
    return next(run for run in runs if run.end > place)


def _split_icons(word: Word, runs: Sequence[Run], end: int) -> Iterator[Word]:
    """Part a word where an icon font's mark touches letters; its runs tell the places."""
    drawn = [_run_at(place, runs) for place in range(end - len(word.text), end)]
    if drawn[0].style.icon == drawn[-1].style.icon:
        yield word
        return
    groups = [
        list(group)
        for _, group in itertools.groupby(enumerate(drawn), lambda pair: pair[1].style.icon)
    ]
    for group, after in itertools.zip_longest(groups, groups[1:]):
        run = group[0][1]
        yield word._replace(
            text=word.text[group[0][0] : group[-1][0] + 1],
            x0=max(word.x0, run.start),
            x1=after[0][1].start if after else word.x1,
            run=run,
        )


def _respaced(
    words: list[Word],
    crowded: set[tuple[int, int]],
    textpage: Any,
) -> Iterator[Word]:
    """Words whose spaces were set so narrow that MuPDF saw none, parted at the gaps between glyphs.

    Glyphs are read one by one, which is slow, and so only where a line has an endless word.
    """
    blocks = textpage.extractRAWDICT()["blocks"]
    lines = {block["number"]: block.get("lines", ()) for block in blocks}
    glyphs = {
        (block, line): iter(
            [
                g
                for s in lines[block][line]["spans"]
                for g in s["chars"]
                if not BETWEEN_WORDS.match(g["c"])
            ]
        )
        for block, line in crowded
    }
    for word in words:
        if word.line not in glyphs:
            yield word
            continue
        own = list(itertools.islice(glyphs[word.line], len(word.text)))
        pieces = [[own[0]]] if own else []
        for before, glyph in itertools.pairwise(own):
            if glyph["bbox"][0] - before["bbox"][2] > NARROW_SPACE * word.size:
                pieces.append([])
            pieces[-1].append(glyph)
        if len(word.text) < CROWDED or len(pieces) == 1 or not word.run.upright:
            yield word
            continue
        for piece in pieces:
            text = "".join(glyph["c"] for glyph in piece)
            yield word._replace(text=text, x0=piece[0]["bbox"][0], x1=piece[-1]["bbox"][2])


def _turned_word(word: Word, turn: Any) -> Word:
    ax, ay = turned(word.x0, word.y0, turn)
    bx, by = turned(word.x1, word.y1, turn)
    return word._replace(x0=min(ax, bx), y0=min(ay, by), x1=max(ax, bx), y1=max(ay, by))
