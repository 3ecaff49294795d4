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

from app.engine.documents.model import Document, Line
from app.engine.resumes.headings import heading_kind, telling_kind
from app.engine.resumes.periods import find_periods
from app.engine.resumes.row import Row
from app.engine.resumes.rows import rows_of
from app.engine.resumes.typefaces import Type, Types
from app.engine.resumes.vocabulary import SectionKind
from app.engine.text import fold

_PAGE_NUMBER = re.compile(
    r"^\s*(?:\d{1,2}(?:\s*/\s*\d{1,2})?|.{0,40}\b(?:page|seite|pagina|página)\s*\d{1,2}"
    r"(?:\s*(?:/|of|von|de|sur|di)\s*\d{1,2})?)\s*$",
    re.IGNORECASE,
)
_INLINE = re.compile(r"^\s*(?P<label>[^:\t]{3,40}?)\s*(?P<sign>:|\t)\s*(?P<rest>\S.*)$")
_LONG_KINDS: frozenset[SectionKind] = frozenset({"experience", "education"})
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
    types = Types(lines)
    by_words = {
        line.number: _Heading(kind, line.text.strip())
        for line in lines
        if (kind := _kind_of_line(line, types.body_size)) is not None
    }
    by_words = _without_odd_ones(by_words, types)
    by_words = _without_labels(by_words, types)
    strong = types.of_at_least_two(by_words)
    unnamed = types.headings_like(by_words)
    labels = Counter(m["label"] for line in lines if (m := _INLINE.match(line.text)))
    found = dict(by_words)
    before: Line | None = None
    for line in lines:
        if line.number not in found:
            if line.number in unnamed:
                found[line.number] = _Heading(telling_kind(line.text) or "other", line.text.strip())
            elif (heading := _inline_heading(line, types, strong, labels)) is not None:
                found[line.number] = heading
        _join_with_heading_above(before, line, found, types)
        before = line
    return found


def _join_with_heading_above(
    before: Line | None, line: Line, found: dict[int, _Heading], types: Types
) -> None:
    """A heading over two lines is one: ``ACADEMIC`` above ``BACKGROUND``."""
    if before is None or before.number not in found or line.size <= 0:
        return
    if types.of(before) != types.of(line) or before.column != line.column:
        return
    title = f"{found[before.number].title} {line.text.strip()}"
    if line.gap < 0.6 * line.size and (kind := heading_kind(title)) is not None:
        found[line.number] = _Heading(kind, title)


def _kind_of_line(line: Line, body: float) -> SectionKind | None:
    text = line.text.strip()
    if not text or "\t" in text or text.startswith("• ") or text.endswith((".", ",")):
        return None
    if text[:1].islower() and line.size <= body and not line.bold:
        return None
    return heading_kind(text)


def _without_odd_ones(found: dict[int, _Heading], types: Types) -> dict[int, _Heading]:
    """Drop heading-like words set as body text where the true headings have a type of their own.

    "Tools" above a list of skills, or "Education" as an interest, are no headings then.
    """
    counts = Counter(types.by_number[number] for number in found)
    if not counts:
        return found
    main, count = max(counts.items(), key=lambda item: (item[1], item[0]))
    if count < 3 or main.size == 0:
        return found
    return {
        number: heading
        for number, heading in found.items()
        if not _is_weaker(types.by_number[number], main)
    }


def _without_labels(found: dict[int, _Heading], types: Types) -> dict[int, _Heading]:
    """Drop what stands again and again: "Highlights" under every job heads no section.

    A heading that is set like most of them may be repeated, as on every page.
    """
    titles = Counter(fold(heading.title) for heading in found.values())
    if max(titles.values(), default=0) < 2:
        return found
    faces = Counter(types.by_number[number] for number in found)
    main = max(faces, key=lambda face: (faces[face], face))
    return {
        number: heading
        for number, heading in found.items()
        if titles[fold(heading.title)] < 2
        or heading.kind in _LONG_KINDS
        or (types.is_distinct(main) and types.by_number[number] == main)
    }


def _is_weaker(face: Type, main: Type) -> bool:
    smaller = face.size <= main.size - 1.0 and face.bold <= main.bold
    lighter = face.size <= main.size and main.bold and not face.bold
    return (smaller or lighter) and not face.capitals


def _inline_heading(
    line: Line, types: Types, strong: frozenset[Type], labels: Counter[str]
) -> _Heading | None:
    """``Technical Skills: Python, Java`` opens a section with what follows the colon."""
    match = _INLINE.match(line.text)
    if match is None or line.text.startswith("• "):
        return None
    kind = heading_kind(match["label"])
    if kind not in _INLINE_KINDS or labels[match["label"]] > 1:
        return None
    is_dated_list = kind == "certifications" and match["sign"] == "\t"
    if find_periods(match["rest"]) and not is_dated_list:
        return None
    label = fold(match["label"])
    is_plain_list = kind == "skills" and "skills" not in label.split()
    is_category = kind == "languages"
    if (is_plain_list or is_category) and types.of(line) not in strong:
        return None
    return _Heading(kind, match["label"], inline=True)
