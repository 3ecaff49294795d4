"""Words of a PDF page with their place and style, as PyMuPDF finds them."""

import itertools
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
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
    words = _styled(textpage.extractWORDS(), lines, styles)
    if styles.turn is not None:
        return [_turned_word(word, styles.turn) for word in words]
    crowded = {w.run.line for w in words if len(w.text) >= CROWDED and _CROWDED.fullmatch(w.text)}
    if crowded:
        least = NARROW_SPACE * min([w.size for w in words if w.line in crowded])
        crowded = {line for line in crowded if _has_gap(textpage, *line, least)}
    return list(_respaced(words, crowded, textpage)) if crowded else words


def _styled(
    found: Iterable[tuple[Any, ...]], lines: Mapping[int, Sequence[Any]], styles: Styles
) -> list[Word]:
    """The words that were found, each with the run of its first character."""
    words: list[Word] = []
    make, kind = tuple.__new__, Word
    last_block = last_line = -1
    for x0, y0, x1, y1, text, block, line, _ in found:
        if line != last_line or block != last_block:
            last_block, last_line, place = block, line, 0
            runs = styles.runs(lines[block][line], (block, line))
            later = iter(runs)
            run = next(later)
            has_icons = len(runs) > 1 and len({run.style.icon for run in runs}) > 1
        while place >= run.end:
            run = next(later)
        # made without a call of Python for each, since there are so many
        word = make(kind, (text, x0, y0, x1, y1, run))
        place += len(text)
        if has_icons:
            words += _split_icons(word, runs, place)
        else:
            words.append(word)
    return words


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


def _has_gap(textpage: Any, block: int, line: int, least: float) -> bool:
    """Whether two glyphs of a line, not parted by a space, lie further apart than ``least``."""
    found = next(itertools.islice(textpage.this, block, None))
    found = next(itertools.islice(found, line, None))
    glyph = found.m_internal.first_char
    end = float("inf")
    while glyph:
        if glyph.quad.ul.x - end > least:
            return True
        end = float("inf") if BETWEEN_WORDS.match(chr(glyph.c)) else glyph.quad.ur.x
        glyph = glyph.next
    return False


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
