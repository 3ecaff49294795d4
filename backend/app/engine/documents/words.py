"""Words of a PDF page with their place and style, as PyMuPDF finds them."""

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

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
    """How the characters of a span are drawn; ``color`` is 0xRRGGBB, ``alpha`` 0 to 255.

    ``start`` is the left edge of the span; sizes and places are points.
    """

    start: float
    size: float
    baseline: float
    bold: bool
    italic: bool
    color: int
    alpha: int
    painted: bool
    icon: bool


_FontMarks = tuple[bool, bool, bool]


@dataclass(frozen=True, slots=True)
class Word:
    """Characters without white space between them, in page points from the top left corner.

    ``line`` tells the words of one PyMuPDF line; two words of one such line had white space
    between them. ``upright`` is false for text that does not run from left to right.
    """

    text: str
    x0: float
    y0: float
    x1: float
    y1: float
    style: Style
    line: tuple[int, int]
    upright: bool = True

    @property
    def baseline(self) -> float:
        """Where the letters stand."""
        return self.style.baseline

    @property
    def size(self) -> float:
        """The font size in points."""
        return self.style.size


def page_words(page: Any) -> list[Word]:
    """Read the words of a page in the order of the file, spelt as the file spells them."""
    textpage = page.get_textpage(clip=_EVERYWHERE, flags=EXTRACTION)
    blocks = page.get_text("dict", textpage=textpage, flags=EXTRACTION)["blocks"]
    lines = {block["number"]: block.get("lines", ()) for block in blocks}
    turn = page.rotation_matrix if page.rotation else None
    words: list[Word] = []
    crowded: set[tuple[int, int]] = set()
    current, upright = (-1, -1), True
    styles: Iterator[Style] = iter(())
    fonts: dict[str, _FontMarks] = {}
    for *box, text, block, number, _ in page.get_text("words", textpage=textpage):
        if (block, number) != current:
            current = (block, number)
            line = lines[block][number]
            upright = _is_upright(line["dir"], turn)
            styles = _character_styles(line["spans"], fonts, turn)
        x0, y0, x1, y1 = box if turn is None else _turned_box(box, turn)
        drawn = list(itertools.islice(styles, len(text)))
        word = Word(text, x0, y0, x1, y1, drawn[0], current, upright)
        words.extend([word] if drawn[0].icon == drawn[-1].icon else _split_icons(word, drawn))
        if len(text) >= CROWDED and _CROWDED.fullmatch(text):
            crowded.add(current)
    if crowded and turn is None:
        return list(_respaced(words, crowded, page, textpage))
    return words


def _character_styles(
    spans: list[dict[str, Any]],
    fonts: dict[str, _FontMarks],
    turn: Any,
) -> Iterator[Style]:
    """One style for each character that is not between words, then the last one for ever."""
    style = None
    for span in spans:
        count = len(_BETWEEN_WORDS.sub("", span["text"]))
        if count:
            style = _style(span, fonts, turn)
            yield from itertools.repeat(style, count)
    yield from itertools.repeat(style or _style(spans[-1], fonts, turn))


def _split_icons(word: Word, styles: list[Style]) -> Iterator[Word]:
    """Part a word where an icon font's mark touches letters; spans tell the places."""
    groups = [list(g) for _, g in itertools.groupby(enumerate(styles), lambda pair: pair[1].icon)]
    for group, after in itertools.zip_longest(groups, groups[1:]):
        style = group[0][1]
        yield replace(
            word,
            text=word.text[group[0][0] : group[-1][0] + 1],
            x0=max(word.x0, style.start),
            x1=after[0][1].start if after else word.x1,
            style=style,
        )


def _respaced(
    words: list[Word],
    crowded: set[tuple[int, int]],
    page: Any,
    textpage: Any,
) -> Iterator[Word]:
    """Words whose spaces were set so narrow that MuPDF saw none, parted at the gaps between glyphs.

    Glyphs are read one by one, which is slow, and so only where a line has an endless word.
    """
    blocks = page.get_text("rawdict", textpage=textpage, flags=EXTRACTION)["blocks"]
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
            yield replace(word, text=text, x0=piece[0]["bbox"][0], x1=piece[-1]["bbox"][2])


def _style(span: dict[str, Any], fonts: dict[str, _FontMarks], turn: Any) -> Style:
    name = span["font"]
    if name not in fonts:
        fonts[name] = _font_marks(name)
    bold, italic, icon = fonts[name]
    drawn, flags = span["char_flags"], span["flags"]
    x, y = span["origin"] if turn is None else _turned(span["origin"][0], span["origin"][1], turn)
    return Style(
        start=x,
        size=span["size"],
        baseline=y,
        bold=bold or bool(flags & _BOLD_FONT or drawn & _BOLD_CHARACTERS),
        italic=italic or bool(flags & _ITALIC_FONT),
        color=span["color"],
        alpha=span["alpha"],
        painted=bool(drawn & _FILLED_OR_STROKED),
        icon=icon or _is_pictures(span["text"]),
    )


def _is_pictures(text: str) -> bool:
    """Whether the characters have no meaning of their own; some bullets look so."""
    return not text.isascii() and all(
        is_private(c) and c not in BULLET_GLYPHS for c in text.strip()
    )


def _font_marks(name: str) -> _FontMarks:
    """Whether a font is bold, italic or made of icons, by its name."""
    plain = name.replace(" ", "").lower()
    bold, italic, icon = (
        any(part in plain for part in parts) for parts in (_BOLD_NAMES, _ITALIC_NAMES, _ICON_FONTS)
    )
    return bold, italic, icon


def _is_upright(direction: tuple[float, float], turn: Any) -> bool:
    x, y = direction
    if turn is not None:
        x, y = x * turn.a + y * turn.c, x * turn.b + y * turn.d
    return x > 0.99 and abs(y) < 0.1


def _turned(x: float, y: float, turn: Any) -> tuple[float, float]:
    """A point of a page that is shown turned, where it is shown."""
    return x * turn.a + y * turn.c + turn.e, x * turn.b + y * turn.d + turn.f


def _turned_box(box: Sequence[float], turn: Any) -> tuple[float, float, float, float]:
    ax, ay = _turned(box[0], box[1], turn)
    bx, by = _turned(box[2], box[3], turn)
    return min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)
