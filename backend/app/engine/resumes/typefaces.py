"""How the lines of a document are set, and which ways of setting are those of its headings."""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from functools import cached_property
from statistics import median
from typing import NamedTuple

from app.engine.documents.model import Line
from app.engine.resumes.headings import telling_kind
from app.engine.resumes.roles import is_role

_DECORATION = re.compile(r"^\s*([#*=~_<\[{|:+/\\-]+)\s*(?=[^\W\d_])")
_UNDERLINE = re.compile(r"\s*([-=_~*#])(?:\s?\1){2,}\s*$")
_MAX_WORDS = 6
_MAX_LENGTH = 48
_ODD_SHARE = 0.25
_LARGER = 0.6
_MUCH_LARGER = 1.25
_LOOSER = 0.7
_MUCH_SMALLER = 0.7
_SEVERAL = 3


class Type(NamedTuple):
    """Size to half a point, bold, all capitals, and the signs set before the words."""

    size: float
    bold: bool
    capitals: bool
    decoration: str


class Types:
    """The type of every line."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._lines = lines
        self.by_number = {
            line.number: _type_of(line, lines[at + 1].text if at + 1 < len(lines) else "")
            for at, line in enumerate(lines)
        }

    def of(self, line: Line) -> Type:
        """The type that ``line`` is set in."""
        return self.by_number[line.number]

    @cached_property
    def body_size(self) -> float:
        """The size of most characters."""
        sizes: Counter[float] = Counter()
        for line in self._lines:
            sizes[self.of(line).size] += len(line.text)
        return max(sizes, key=lambda size: (sizes[size], -size)) if sizes else 0.0

    def of_at_least_two(self, numbers: Collection[int]) -> frozenset[Type]:
        """Types that two or more of the lines are set in."""
        counts = Counter(self.by_number[number] for number in numbers)
        return frozenset(face for face, count in counts.items() if count >= 2)

    def headings_like(self, known: Collection[int]) -> frozenset[int]:
        """Lines set as the ``known`` headings are, which little else in the document is.

        A type of headings holds two known ones, or one beside another with a telling word in it,
        and hardly a line that cannot be a heading. What stands closer to the line above than the
        known ones do is none, unless it is much larger than the text: a company's name may be
        set alike.
        """
        groups: dict[Type, list[Line]] = defaultdict(list)
        for line in self._lines:
            groups[self.of(line)].append(line)
        first = min(known, default=0)
        found: set[int] = set()
        least = self._least_size(known)
        for face, lines in groups.items():
            if self.is_distinct(face) and face.size >= least:
                looser = 0.0 if face.size > _MUCH_LARGER * self.body_size else _LOOSER
                found |= _headings_of(lines, known, first, looser)
        return frozenset(found.difference(known))

    def _least_size(self, known: Collection[int]) -> float:
        """What is much smaller than several large headings of one type is a head of an entry."""
        counts = Counter(self.by_number[number] for number in known)
        if not counts:
            return 0.0
        face, count = max(counts.items(), key=lambda item: (item[1], item[0]))
        is_large = face.size > _MUCH_LARGER * self.body_size
        return _MUCH_SMALLER * face.size if count >= _SEVERAL and is_large else 0.0

    def is_distinct(self, face: Type) -> bool:
        """Whether a type tells its lines from the running text."""
        larger = face.size > self.body_size + _LARGER
        return larger or face.bold or face.capitals or bool(face.decoration)


def _headings_of(
    lines: Sequence[Line], known: Collection[int], first: int, looser: float
) -> set[int]:
    """Those of the lines of one type that are headings, by their words and the gap above them."""
    named = [line for line in lines if line.number in known]
    likely = [line for line in lines if line.number in known or _may_be_heading(line)]
    telling = [line for line in likely if line not in named and telling_kind(line.text)]
    odd = sum(1 for line in lines if line not in likely and line.number > first)
    is_rare = odd <= _ODD_SHARE * len(lines)
    enough = len(named) >= 2 or (len(named) + len(telling) >= 2 and not odd)
    if not (enough and (is_rare or len(named) * 2 >= len(lines))):
        return set()
    usual = median(line.gap for line in (named or telling))
    return {
        line.number
        for line in likely
        if line.number > first and (line.gap >= looser * usual or _opens_page(line))
    }


def _opens_page(line: Line) -> bool:
    return line.gap <= 0.0 or (line.box is not None and line.box.y0 < 60.0)


def _may_be_heading(line: Line) -> bool:
    text = line.text.strip()
    if not text or "\t" in text or text.startswith("• ") or len(text) > _MAX_LENGTH:
        return False
    if not 1 <= len(text.split()) <= _MAX_WORDS or text.endswith((".", ",", ";")):
        return False
    return not any(c.isdigit() or c in "@|,:" for c in text.rstrip(":")) and not is_role(text)


def _type_of(line: Line, below: str) -> Type:
    if line.text.isascii():
        capitals = line.text.isupper()
    else:
        letters = [c for c in line.text if c.isalpha()]
        capitals = bool(letters) and all(c.isupper() for c in letters)
    sign = _DECORATION.match(line.text) or _UNDERLINE.match(below)
    return Type(round(line.size * 2) / 2, line.bold, capitals, sign[1] if sign else "")
