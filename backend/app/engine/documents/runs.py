"""Runs of characters that are drawn alike, as PyMuPDF's spans tell them."""

import re
import sys
from dataclasses import dataclass
from operator import itemgetter
from typing import Any

from app.engine.text import BULLET_GLYPHS, is_private

BETWEEN_WORDS = re.compile(r"[\x00-\x20\xa0\u202a-\u202e]")
"""What PyMuPDF parts words at."""

_FILLED_OR_STROKED = 16 | 32
_BOLD_CHARACTERS = 8
_ITALIC_FONT, _BOLD_FONT = 2, 16
_FONT_MARKS = re.compile(
    "(?P<bold>bold|black|heavy|demi)|(?P<italic>italic|oblique|slanted)"
    "|(?P<icon>awesome|icon|icomoon|fontello)"
)
_DRAWN = itemgetter("font", "char_flags", "flags", "color", "alpha")


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

    The letters stand on ``baseline``; ``size`` is that of the font, ``rounded`` the same to a tenth
    of a point, ``end`` the first character after them. ``upright`` is false for text that
    does not run from left to right.
    """

    end: int
    start: float
    baseline: float
    size: float
    rounded: float
    style: Style
    line: tuple[int, int]
    upright: bool


class Styles:
    """The styles of a page, each made once; ``turn`` is the matrix of a page shown turned."""

    def __init__(self, turn: Any) -> None:
        self.turn = turn
        self._known: dict[tuple[Any, ...], Style] = {}
        self._made: dict[Style, Style] = {}

    def runs(self, line: dict[str, Any], number: tuple[int, int]) -> list[Run]:
        """The runs of a line's characters, those between words not counted; the last never ends."""
        spans = line["spans"]
        if len(spans) > 1:
            spans = [span for span in spans if span["text"] != " "] or spans[-1:]
        upright = self._is_upright(line["dir"])
        last = self._run(spans[0], number, upright)
        if len(spans) == 1:
            return [last]
        runs: list[Run] = []
        end = 0
        for span in spans:
            text = span["text"]
            if text.isascii() and text.isprintable():
                count = len(text) - text.count(" ")
            else:
                count = len(BETWEEN_WORDS.sub("", text))
            if not count:
                continue
            if not (runs and self._goes_on(last, span)):
                last.end = end
                last = self._run(span, number, upright)
                runs.append(last)
            end += count
        return runs or [last]

    def _is_upright(self, direction: tuple[float, float]) -> bool:
        x, y = direction
        if self.turn is not None:
            x, y = x * self.turn.a + y * self.turn.c, x * self.turn.b + y * self.turn.d
        return x > 0.99 and abs(y) < 0.1

    def _run(self, span: dict[str, Any], line: tuple[int, int], upright: bool) -> Run:
        """A run that begins with a span and never ends."""
        start, baseline = self._origin(span)
        size = span["size"]
        style = self._style(span)
        return Run(sys.maxsize, start, baseline, size, round(size, 1), style, line, upright)

    def _goes_on(self, run: Run, span: dict[str, Any]) -> bool:
        """Whether a span is drawn as the run before it is."""
        return (
            span["size"] == run.size
            and self._origin(span)[1] == run.baseline
            and self._style(span) is run.style
        )

    def _origin(self, span: dict[str, Any]) -> tuple[float, float]:
        """Where the span starts, on its baseline."""
        start, baseline = span["origin"]
        return (start, baseline) if self.turn is None else turned(start, baseline, self.turn)

    def _style(self, span: dict[str, Any]) -> Style:
        drawn = _DRAWN(span)
        if not span["text"].isascii():
            drawn += (_are_pictures(span["text"]),)
        style = self._known.get(drawn)
        if style is None:
            style = _style_of(*drawn)
            style = self._known[drawn] = self._made.setdefault(style, style)
        return style


def _style_of(
    font: str, drawn: int, flags: int, color: int, alpha: int, pictures: bool = False
) -> Style:
    bold, italic, icon = _font_marks(font)
    return Style(
        bold=bold or bool(flags & _BOLD_FONT or drawn & _BOLD_CHARACTERS),
        italic=italic or bool(flags & _ITALIC_FONT),
        color=color,
        alpha=alpha,
        painted=bool(drawn & _FILLED_OR_STROKED),
        icon=icon or pictures,
    )


def _are_pictures(text: str) -> bool:
    """Whether the characters have no meaning of their own; some bullets look so."""
    return all(is_private(c) and c not in BULLET_GLYPHS for c in text.strip())


def _font_marks(name: str) -> tuple[bool, bool, bool]:
    """Whether a font is bold, italic or made of icons, by its name."""
    plain = name.replace(" ", "").lower()
    found = {match.lastgroup for match in _FONT_MARKS.finditer(plain)}
    return "bold" in found, "italic" in found, "icon" in found


def turned(x: float, y: float, turn: Any) -> tuple[float, float]:
    """A point of a page that is shown turned, where it is shown."""
    return x * turn.a + y * turn.c + turn.e, x * turn.b + y * turn.d + turn.f
