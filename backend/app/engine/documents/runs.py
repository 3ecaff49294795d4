"""Runs of characters that are drawn alike, as PyMuPDF's spans tell them."""

import re
import sys
from dataclasses import dataclass
from typing import Any

from app.engine.text import BULLET_GLYPHS, is_private

BETWEEN_WORDS = re.compile(r"[\x00-\x20\xa0\u202a-\u202e]")
"""What PyMuPDF parts words at."""

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


@dataclass(slots=True, eq=False)
class Run:
    """Characters of one PyMuPDF line that are drawn alike, from ``start`` on.

    The letters stand on ``baseline``; ``size`` is that of the font, ``end`` the first character
    after them. ``upright`` is false for text that does not run from left to right.
    """

    end: int
    start: float
    baseline: float
    size: float
    style: Style
    line: tuple[int, int]
    upright: bool


class Styles:
    """The styles of a page, each made once; ``turn`` is the matrix of a page shown turned."""

    def __init__(self, turn: Any) -> None:
        self.turn = turn
        self._made: dict[tuple[Any, ...], Style] = {}

    def runs(self, line: dict[str, Any], number: tuple[int, int]) -> list[Run]:
        """The runs of a line's characters, those between words not counted; the last never ends."""
        spans = line["spans"]
        upright = self._is_upright(line["dir"])
        runs: list[Run] = []
        end = 0
        for span in spans:
            text = span["text"]
            if text == " ":
                continue
            if text.isascii() and text.isprintable():
                count = len(text) - text.count(" ")
            else:
                count = len(BETWEEN_WORDS.sub("", text))
            if count:
                end += count
                self._add(span, end, runs, number, upright)
        if not runs:
            self._add(spans[-1], end, runs, number, upright)
        runs[-1].end = sys.maxsize
        return runs

    def _is_upright(self, direction: tuple[float, float]) -> bool:
        x, y = direction
        if self.turn is not None:
            x, y = x * self.turn.a + y * self.turn.c, x * self.turn.b + y * self.turn.d
        return x > 0.99 and abs(y) < 0.1

    def _add(
        self,
        span: dict[str, Any],
        end: int,
        runs: list[Run],
        line: tuple[int, int],
        upright: bool,
    ) -> None:
        """Add a span to the runs of its line, or let the last run go on."""
        style, size = self._style(span), span["size"]
        start, baseline = span["origin"]
        if self.turn is not None:
            start, baseline = turned(start, baseline, self.turn)
        last = runs[-1] if runs else None
        if last and last.style is style and last.size == size and last.baseline == baseline:
            last.end = end
        else:
            runs.append(Run(end, start, baseline, size, style, line, upright))

    def _style(self, span: dict[str, Any]) -> Style:
        text, font, drawn, flags = span["text"], span["font"], span["char_flags"], span["flags"]
        pictures = not text.isascii() and _are_pictures(text)
        key = (font, drawn, flags, span["color"], span["alpha"], pictures)
        style = self._made.get(key)
        if style is None:
            bold, italic, icon = _font_marks(font)
            style = self._made[key] = Style(
                bold=bold or bool(flags & _BOLD_FONT or drawn & _BOLD_CHARACTERS),
                italic=italic or bool(flags & _ITALIC_FONT),
                color=span["color"],
                alpha=span["alpha"],
                painted=bool(drawn & _FILLED_OR_STROKED),
                icon=icon or pictures,
            )
        return style


def _are_pictures(text: str) -> bool:
    """Whether the characters have no meaning of their own; some bullets look so."""
    return all(is_private(c) and c not in BULLET_GLYPHS for c in text.strip())


def _font_marks(name: str) -> tuple[bool, bool, bool]:
    """Whether a font is bold, italic or made of icons, by its name."""
    plain = name.replace(" ", "").lower()
    bold, italic, icon = (
        any(part in plain for part in parts) for parts in (_BOLD_NAMES, _ITALIC_NAMES, _ICON_FONTS)
    )
    return bold, italic, icon


def turned(x: float, y: float, turn: Any) -> tuple[float, float]:
    """A point of a page that is shown turned, where it is shown."""
    return x * turn.a + y * turn.c + turn.e, x * turn.b + y * turn.d + turn.f
