"""Cut a resume into sections: by the words of its headings, by their type, in any order.

A heading is a short line made of nothing but heading words. Lines set in the same type as the
headings found that way are headings too, of sections unknown by name: they are kept, and end the
section before. Every column is followed by itself, since a sidebar interrupts the main text.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias

from app.engine.documents.model import Document, Line
from app.engine.resumes.periods import find_periods
from app.engine.resumes.row import Row
from app.engine.resumes.rows import rows_of
from app.engine.resumes.vocabulary import (
    HEADING_MODIFIERS,
    HEADING_PHRASES,
    HEADING_PRIORITY,
    HEADING_WORDS,
    SectionKind,
)
from app.engine.text import collapse_letter_spacing, fold

_PAGE_NUMBER = re.compile(
    r"^\s*(?:\d{1,2}(?:\s*/\s*\d{1,2})?|.{0,40}\b(?:page|seite|pagina|página)\s*\d{1,2}"
    r"(?:\s*(?:/|of|von|de|sur|di)\s*\d{1,2})?)\s*$",
    re.IGNORECASE,
)
_MAX_HEADING_WORDS = 7
_EDGES = re.compile(r"^[^\w&]+|[^\w)]+$")
_INLINE = re.compile(r"^\s*(?P<label>[^:\t]{3,40}?)\s*(?::|\t)\s*(?P<rest>\S.*)$")
_INLINE_KINDS: frozenset[SectionKind] = frozenset({"skills", "languages", "certifications"})


@dataclass(frozen=True)
class Section:
    """Lines under one heading; ``heading`` is None above the first. ``lines`` exclude it."""

    kind: SectionKind
    title: str
    heading: Line | None
    lines: tuple[Line, ...]

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """The lines prepared for reading; every reader of the section asks for them."""
        return rows_of(self.lines)


@dataclass(frozen=True, slots=True)
class _Heading:
    """``inline``: content follows on the heading's own line."""

    kind: SectionKind
    title: str
    inline: bool = False


_Style: TypeAlias = tuple[float, bool, bool]
"""Size to half a point, bold, all capitals."""


def read_sections(document: Document) -> tuple[Section, ...]:
    """Sections in reading order; a resume without headings is one section ``header``."""
    lines = [line for line in document.lines if not _PAGE_NUMBER.search(line.text)]
    headings = _headings(lines)
    open_in_column: dict[int, tuple[SectionKind, str, Line | None]] = {}
    sections: list[tuple[SectionKind, str, Line | None, list[Line]]] = []
    column: int | None = None
    for line in lines:
        heading = headings.get(line.number)
        if heading is not None:
            open_in_column[line.column] = (heading.kind, heading.title, line)
            sections.append((heading.kind, heading.title, line, []))
            if heading.inline:
                sections[-1][3].append(line)
        else:
            if not sections or line.column != column:
                kind, title, head = open_in_column.get(line.column, ("header", "", None))
                sections.append((kind, title, head, []))
            sections[-1][3].append(line)
        column = line.column
    return _joined(sections)


def heading_kind(text: str) -> SectionKind | None:
    """The kind of section that ``text`` is the heading of, by its words alone."""
    bare = _EDGES.sub("", fold(collapse_letter_spacing(text)).replace("’", "'"))
    if not bare or len(bare) > 60:
        return None
    if bare in HEADING_PHRASES:
        return HEADING_PHRASES[bare]
    if _is_spread(text) and (kind := _spread_kind(bare.replace(" ", ""))) is not None:
        return kind
    words = [word.strip("()") for word in re.split(r"[\s/,]+", bare)]
    words = [word for word in words if word]
    if not 1 <= len(words) <= _MAX_HEADING_WORDS:
        return None
    kinds = [_kinds_of(word) for word in words]
    known = all(k or word in HEADING_MODIFIERS for word, k in zip(words, kinds, strict=True))
    if not known:
        return None
    present = {kind for word_kinds in kinds for kind in word_kinds}
    return next((kind for kind in HEADING_PRIORITY if kind in present), None)


def _is_spread(text: str) -> bool:
    """Capitals set wide, whose spaces tell nothing: ``EDUC AT I O N``."""
    pieces = text.split()
    return len(pieces) > 2 and text.isupper() and sum(len(piece) < 3 for piece in pieces) > 1


def _spread_kind(closed: str) -> SectionKind | None:
    """The kind of a heading that has lost the spaces between its words."""
    for cut in range(len(closed), 2, -1):
        first, rest = closed[:cut], closed[cut:]
        if rest and rest not in HEADING_MODIFIERS and not _kinds_of(rest):
            continue
        if first in HEADING_MODIFIERS or _kinds_of(first):
            return heading_kind(f"{first} {rest}".strip())
    return None


def _loose_kind(text: str) -> SectionKind:
    """The kind of a line known to be a heading by its type: one telling word is enough."""
    words = re.findall(r"[^\W_][\w'’-]*", fold(text))
    present = {kind for word in words for kind in _kinds_of(word)}
    return next((kind for kind in HEADING_PRIORITY if kind in present), "other")


def _kinds_of(word: str) -> frozenset[SectionKind]:
    return frozenset(kind for kind, words in HEADING_WORDS.items() if word in words)


def _joined(
    sections: list[tuple[SectionKind, str, Line | None, list[Line]]],
) -> tuple[Section, ...]:
    """Give a section back what stood in its column after an interruption by another column."""
    merged: dict[int, tuple[SectionKind, str, Line | None, list[Line]]] = {}
    for kind, title, heading, lines in sections:
        key = heading.number if heading is not None else -1 - len(merged)
        if key in merged:
            merged[key][3].extend(lines)
        else:
            merged[key] = (kind, title, heading, list(lines))
    return tuple(Section(k, t, h, tuple(ls)) for k, t, h, ls in merged.values())


def _headings(lines: Sequence[Line]) -> dict[int, _Heading]:
    """Line number → heading, first by words, then by the type those are set in."""
    body = _body_size(lines)
    by_words = {
        line.number: _Heading(kind, line.text.strip())
        for line in lines
        if (kind := _kind_of_line(line, body)) is not None
    }
    styles = Counter(_style(line) for line in lines if line.number in by_words)
    by_words = _without_odd_ones(lines, by_words, styles)
    strong = frozenset(style for style, count in styles.items() if count >= 2)
    labels = Counter(m["label"] for line in lines if (m := _INLINE.match(line.text)))
    found = dict(by_words)
    before: Line | None = None
    for line in lines:
        if line.number not in found:
            heading = _inline_heading(line, strong, labels) or _typographic(
                line, lines, by_words, strong
            )
            if heading is not None:
                found[line.number] = heading
        _join_with_heading_above(before, line, found)
        before = line
    return found


def _join_with_heading_above(before: Line | None, line: Line, found: dict[int, _Heading]) -> None:
    """A heading over two lines is one: ``ACADEMIC`` above ``BACKGROUND``."""
    if before is None or before.number not in found or line.number not in found:
        return
    above = found[before.number]
    same_type = _style(before) == _style(line) and before.column == line.column
    title = f"{above.title} {line.text.strip()}"
    kind = heading_kind(title)
    if same_type and kind is not None and line.size > 0 and line.gap < 0.6 * line.size:
        found[line.number] = _Heading(kind, title)


def _kind_of_line(line: Line, body: float) -> SectionKind | None:
    text = line.text.strip()
    if not text or "\t" in text or text.startswith("• ") or text.endswith((".", ",")):
        return None
    if text[:1].islower() and line.size <= body and not line.bold:
        return None
    return heading_kind(text)


def _style(line: Line) -> _Style:
    letters = [c for c in line.text if c.isalpha()]
    upper = bool(letters) and all(c.isupper() for c in letters)
    return (round(line.size * 2) / 2, line.bold, upper)


def _body_size(lines: Sequence[Line]) -> float:
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size * 2) / 2] += len(line.text)
    return max(sizes, key=lambda size: (sizes[size], -size)) if sizes else 0.0


def _without_odd_ones(
    lines: Sequence[Line], found: dict[int, _Heading], styles: Counter[_Style]
) -> dict[int, _Heading]:
    """Drop heading-like words set as body text where the true headings have a type of their own.

    "Tools" above a list of skills, or "Education" as an interest, are no headings then.
    """
    if not styles:
        return found
    main, count = max(styles.items(), key=lambda item: (item[1], item[0]))
    if count < 3 or main[0] == 0:
        return found
    by_number = {line.number: line for line in lines}
    kept = {}
    for number, heading in found.items():
        size, bold, upper = _style(by_number[number])
        weaker = (size, bold, upper) != main and size <= main[0] - 1.0 and bold <= main[1]
        if not (weaker and not upper):
            kept[number] = heading
    return kept


def _inline_heading(line: Line, strong: frozenset[_Style], labels: Counter[str]) -> _Heading | None:
    """``Technical Skills: Python, Java`` opens a section with what follows the colon."""
    match = _INLINE.match(line.text)
    if match is None or line.text.startswith("• "):
        return None
    kind = heading_kind(match["label"])
    if kind not in _INLINE_KINDS or find_periods(match["rest"]) or labels[match["label"]] > 1:
        return None
    label = fold(match["label"])
    is_plain_list = kind == "skills" and "skills" not in label.split()
    is_category = kind == "languages"
    if (is_plain_list or is_category) and _style(line) not in strong:
        return None
    return _Heading(kind, match["label"], inline=True)


def _typographic(
    line: Line,
    lines: Sequence[Line],
    by_words: dict[int, _Heading],
    strong: frozenset[_Style],
) -> _Heading | None:
    """A short line in the type of at least two known headings that little else is set in."""
    style = _style(line)
    if style not in strong or (style[0] == 0 and not style[2]):
        return None
    text = line.text.strip()
    if "\t" in text or text.startswith("• ") or not 1 <= len(text.split()) <= 5:
        return None
    if any(c.isdigit() or c in "@|,:" for c in text):
        return None
    if line.number < min(by_words):  # the name of a person may be set like the headings
        return None
    alike = sum(1 for other in lines if _style(other) == style)
    known = sum(1 for other in lines if other.number in by_words and _style(other) == style)
    return _Heading(_loose_kind(text), text) if known * 2 >= alike else None
