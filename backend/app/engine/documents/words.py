"""Words of a PDF page with their place and style, as PyMuPDF finds them."""

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

import pymupdf

from app.engine.text import BULLET

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

_CROWDED = re.compile(r"[^/@_]+")
_LOOK_AHEAD = 8
_FILLED_OR_STROKED = 16 | 32
_BOLD_CHARACTERS = 8
_ITALIC_FONT, _BOLD_FONT = 2, 16
_BOLD_NAMES = ("bold", "black", "heavy", "demi")
_ITALIC_NAMES = ("italic", "oblique", "slanted")
_ICON_FONTS = ("awesome", "academicons", "materialicons", "icomoon", "fontello")


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


_OFF_PAGE = Style(0.0, 0.0, 0.0, False, False, 0, 0, False, False)
"""Lines wholly off the page are given without styles; nothing of them is drawn."""

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

    @property
    def is_bullet(self) -> bool:
        """Whether the word is nothing but a list item's mark."""
        return self.text == BULLET


def page_words(page: Any) -> list[Word]:  # noqa: ANN401 - PyMuPDF has no types
    """Read the words of a page in the order of the file, spelt as the file spells them."""
    textpage = page.get_textpage(flags=EXTRACTION)
    blocks = page.get_text("dict", textpage=textpage, flags=EXTRACTION)["blocks"]
    lines = _Lines([line for block in blocks for line in block.get("lines", ())])
    turn = page.rotation_matrix if page.rotation else None
    words: list[Word] = []
    crowded: set[tuple[int, int]] = set()
    current, upright = (-1, -1), True
    styles: Iterator[Style] = iter(())
    fonts: dict[str, _FontMarks] = {}
    for *box, text, block, number, _ in page.get_text("words", textpage=textpage):
        if (block, number) != current:
            current = (block, number)
            line = lines.around(box)
            upright = line is None or _is_upright(line["dir"], turn)
            styles = _character_styles(line["spans"] if line else [], fonts, turn)
        x0, y0, x1, y1 = box if turn is None else _turned_box(box, turn)
        drawn = list(itertools.islice(styles, len(text)))
        word = Word(text, x0, y0, x1, y1, drawn[0], current, upright)
        words.extend([word] if drawn[0].icon == drawn[-1].icon else _split_icons(word, drawn))
        if len(text) >= CROWDED and _CROWDED.fullmatch(text):
            crowded.add(current)
    if crowded and turn is None:
        return list(_respaced(words, crowded, page, textpage))
    return words


class _Lines:
    """Lines with styles, in the order of the words; those wholly off the page are not among them."""

    def __init__(self, lines: Sequence[dict[str, Any]]) -> None:
        self._lines = [line for line in lines if any(s["text"].strip() for s in line["spans"])]
        self._next = 0

    def around(self, box: Sequence[float]) -> dict[str, Any] | None:
        """The next line whose box holds the middle of ``box``."""
        x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
        for index in range(self._next, min(self._next + _LOOK_AHEAD, len(self._lines))):
            x0, y0, x1, y1 = self._lines[index]["bbox"]
            if x0 - 1 <= x <= x1 + 1 and y0 - 1 <= y <= y1 + 1:
                self._next = index + 1
                return self._lines[index]
        return None


def _character_styles(
    spans: list[dict[str, Any]],
    fonts: dict[str, _FontMarks],
    turn: Any,  # noqa: ANN401
) -> Iterator[Style]:
    """One style for each character that is not white space, then the last one for ever."""
    style = _OFF_PAGE
    for span in spans:
        style = _style(span, fonts, turn)
        yield from itertools.repeat(style, len("".join(span["text"].split())))
    yield from itertools.repeat(style)


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
    page: Any,  # noqa: ANN401
    textpage: Any,  # noqa: ANN401
) -> Iterator[Word]:
    """Words whose spaces were set so narrow that MuPDF saw none, parted at the gaps between glyphs.

    Glyphs are read one by one, which is slow, and so only where a line has an endless word.
    """
    blocks = page.get_text("rawdict", textpage=textpage, flags=EXTRACTION)["blocks"]
    glyphs: dict[tuple[int, int], Iterator[dict[str, Any]]] = {
        (block, line): (
            glyph
            for span in blocks[block]["lines"][line]["spans"]
            for glyph in span["chars"]
            if glyph["c"].strip()
        )
        for block, line in crowded
    }
    for word in words:
        if word.line not in crowded:
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


def _style(span: dict[str, Any], fonts: dict[str, _FontMarks], turn: Any) -> Style:  # noqa: ANN401
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
        icon=icon,
    )


def _font_marks(name: str) -> _FontMarks:
    """Whether a font is bold, italic or made of icons, by its name."""
    plain = name.replace(" ", "").lower()
    bold, italic, icon = (
        any(part in plain for part in parts) for parts in (_BOLD_NAMES, _ITALIC_NAMES, _ICON_FONTS)
    )
    return bold, italic, icon


def _is_upright(direction: tuple[float, float], turn: Any) -> bool:  # noqa: ANN401
    x, y = direction
    if turn is not None:
        x, y = x * turn.a + y * turn.c, x * turn.b + y * turn.d
    return x > 0.99 and abs(y) < 0.1


def _turned(x: float, y: float, turn: Any) -> tuple[float, float]:  # noqa: ANN401
    """A point of a page that is shown turned, where it is shown."""
    return x * turn.a + y * turn.c + turn.e, x * turn.b + y * turn.d + turn.f


def _turned_box(box: Sequence[float], turn: Any) -> tuple[float, float, float, float]:  # noqa: ANN401
    ax, ay = _turned(box[0], box[1], turn)
    bx, by = _turned(box[2], box[3], turn)
    return min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)
