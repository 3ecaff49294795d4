"""Words of a PDF page with their place and style, as PyMuPDF finds them."""

import itertools
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import pymupdf

from app.engine.text import BULLET_GLYPHS, is_private

EXTRACTION: int = (
    pymupdf.TEXT_PRESERVE_WHITESPACE
    | pymupdf.TEXT_CID_FOR_UNKNOWN_UNICODE
    | pymupdf.TEXT_IGNORE_ACTUALTEXT
)
"""Off-page text is kept, to be found and flagged; a replacement text (``/ActualText``) is ignored,
since it need not be what the page draws."""

CROWDED = 22
"""A word of this many letters may be several whose spaces are too narrow to be seen as such."""

NARROW_SPACE = 0.08
"""The least space between two words, in font sizes, where none was seen; letters of one word lie
closer, or overlap."""

MIN_ALPHA = 12
"""Text less opaque than this (of 255) leaves no mark."""

_CROWDED = re.compile(r"(?![a-z0-9-]+(?:\.[a-z0-9-]+)+$)[^/@_]+")
"""No address, which is long by nature: neither ``www.example.org`` nor one with such signs."""

_BETWEEN_WORDS = re.compile(r"[\x00-\x20\xa0\u202a-\u202e]")
"""What PyMuPDF parts words at."""

_EVERYWHERE: Any = pymupdf.INFINITE_RECT()  # type: ignore[no-untyped-call]
_FILLED_OR_STROKED = 16 | 32
_BOLD_CHARACTERS = 8
_ITALIC_FONT, _BOLD_FONT = 2, 16
_BOLD_NAMES = ("bold", "black", "heavy", "demi")
_ITALIC_NAMES = ("italic", "oblique", "slanted")
_ICON_FONTS = ("awesome", "icon", "icomoon", "fontello")


@dataclass(frozen=True, slots=True)
class Style:
    """How characters are drawn; ``color`` is 0xRRGGBB, ``alpha`` 0 to 255.

    Words of one style share one object.
    """

    bold: bool
    italic: bool
    color: int
    alpha: int
    painted: bool
    icon: bool


_FontMarks = tuple[bool, bool, bool]


class Word(NamedTuple):
    """Characters without white space between them, in page points from the top left corner.

    The letters stand on ``baseline``; ``size`` is that of the font. ``line`` tells the words of one
    PyMuPDF line; two words of one such line had white space between them. ``upright`` is false for
    text that does not run from left to right. A tuple, since a page has hundreds, and ``zip`` makes
    columns of tuples at once.
    """

    text: str
    x0: float
    y0: float
    x1: float
    y1: float
    baseline: float
    size: float
    style: Style
    line: tuple[int, int]
    upright: bool = True


class _Run(NamedTuple):
    """Characters of a line that are drawn alike: where they start, and which is the first after."""

    end: int
    start: float
    baseline: float
    size: float
    style: Style


def page_words(page: Any) -> list[Word]:
    """Read the words of a page in the order of the file, spelt as the file spells them."""
    textpage = page.get_textpage(clip=_EVERYWHERE, flags=EXTRACTION)
    blocks = textpage.extractDICT()["blocks"]
    lines = {block["number"]: block.get("lines", ()) for block in blocks}
    styles = _Styles(page.rotation_matrix if page.rotation else None)
    words: list[Word] = []
    crowded: set[tuple[int, int]] = set()
    current, upright = (-1, -1), True
    runs: list[_Run] = []
    at = place = 0
    for x0, y0, x1, y1, text, block, number, _ in textpage.extractWORDS():
        if current != (block, number):
            current = (block, number)
            line = lines[block][number]
            upright = styles.are_upright(line["dir"])
            runs, at, place = styles.runs(line["spans"]), 0, 0
        while runs[at].end <= place:
            at += 1
        _, _, baseline, size, style = runs[at]
        word = Word(text, x0, y0, x1, y1, baseline, size, style, current, upright)
        if styles.turn is not None:
            word = _turned_word(word, styles.turn)
        place += len(text)
        if place > runs[at].end and _run_at(place - 1, runs).style.icon != style.icon:
            words.extend(_split_icons(word, runs, place))
        else:
            words.append(word)
        if len(text) >= CROWDED and _CROWDED.fullmatch(text):
            crowded.add(current)
    if crowded and styles.turn is None:
        return list(_respaced(words, crowded, textpage))
    return words


class _Styles:
    """The styles of a page, each made once; ``turn`` is the matrix of a page shown turned."""

    def __init__(self, turn: Any) -> None:
        self.turn = turn
        self._fonts: dict[str, _FontMarks] = {}
        self._made: dict[tuple[Any, ...], Style] = {}

    def are_upright(self, direction: tuple[float, float]) -> bool:
        """Whether text that runs so in the file runs from left to right as it is shown."""
        x, y = direction
        if self.turn is not None:
            x, y = x * self.turn.a + y * self.turn.c, x * self.turn.b + y * self.turn.d
        return x > 0.99 and abs(y) < 0.1

    def runs(self, spans: list[dict[str, Any]]) -> list[_Run]:
        """The runs of a line's characters, those between words not counted; the last never ends."""
        if len(spans) == 1:
            return [self._run(spans[0], sys.maxsize)]
        runs: list[_Run] = []
        end = 0
        for span in spans:
            text = span["text"]
            if text.isascii() and text.isprintable():
                count = len(text) - text.count(" ")
            else:
                count = len(_BETWEEN_WORDS.sub("", text))
            if count:
                end += count
                runs.append(self._run(span, end))
        if not runs:
            runs.append(self._run(spans[-1], end))
        runs[-1] = runs[-1]._replace(end=sys.maxsize)
        return runs

    def _run(self, span: dict[str, Any], end: int) -> _Run:
        text, font = span["text"], span["font"]
        drawn, flags = span["char_flags"], span["flags"]
        pictures = not text.isascii() and _are_pictures(text)
        key = (font, drawn, flags, span["color"], span["alpha"], pictures)
        style = self._made.get(key)
        if style is None:
            if font not in self._fonts:
                self._fonts[font] = _font_marks(font)
            bold, italic, icon = self._fonts[font]
            style = self._made[key] = Style(
                bold=bold or bool(flags & _BOLD_FONT or drawn & _BOLD_CHARACTERS),
                italic=italic or bool(flags & _ITALIC_FONT),
                color=span["color"],
                alpha=span["alpha"],
                painted=bool(drawn & _FILLED_OR_STROKED),
                icon=icon or pictures,
            )
        x, y = span["origin"]
        if self.turn is not None:
            x, y = _turned(x, y, self.turn)
        return _Run(end, x, y, span["size"], style)


def _run_at(place: int, runs: Sequence[_Run]) -> _Run:
    """The run that holds the character at ``place``."""
    return next(run for run in runs if run.end > place)


def _split_icons(word: Word, runs: Sequence[_Run], end: int) -> Iterator[Word]:
    """Part a word where an icon font's mark touches letters; its runs tell the places."""
    drawn = [_run_at(place, runs) for place in range(end - len(word.text), end)]
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
            baseline=run.baseline,
            size=run.size,
            style=run.style,
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
                if not _BETWEEN_WORDS.match(g["c"])
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
        if len(word.text) < CROWDED or len(pieces) == 1 or not word.upright:
            yield word
            continue
        for piece in pieces:
            text = "".join(glyph["c"] for glyph in piece)
            yield word._replace(text=text, x0=piece[0]["bbox"][0], x1=piece[-1]["bbox"][2])


def _are_pictures(text: str) -> bool:
    """Whether the characters have no meaning of their own; some bullets look so."""
    return all(is_private(c) and c not in BULLET_GLYPHS for c in text.strip())


def _font_marks(name: str) -> _FontMarks:
    """Whether a font is bold, italic or made of icons, by its name."""
    plain = name.replace(" ", "").lower()
    bold, italic, icon = (
        any(part in plain for part in parts) for parts in (_BOLD_NAMES, _ITALIC_NAMES, _ICON_FONTS)
    )
    return bold, italic, icon


def _turned(x: float, y: float, turn: Any) -> tuple[float, float]:
    """A point of a page that is shown turned, where it is shown."""
    return x * turn.a + y * turn.c + turn.e, x * turn.b + y * turn.d + turn.f


def _turned_word(word: Word, turn: Any) -> Word:
    ax, ay = _turned(word.x0, word.y0, turn)
    bx, by = _turned(word.x1, word.y1, turn)
    return word._replace(x0=min(ax, bx), y0=min(ay, by), x1=max(ax, bx), y1=max(ay, by))
