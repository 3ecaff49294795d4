"""Human languages of a resume, with how well each is spoken as it is written."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.engine.resumes.blocks import Block
from app.engine.resumes.model import SpokenLanguage
from app.engine.resumes.row import Row
from app.engine.resumes.sections import Section
from app.engine.resumes.vocabulary import FLUENCY_WORDS, HUMAN_LANGUAGES, LANGUAGE_LABELS
from app.engine.text import fold

_LABEL = re.compile(r"\s*(?P<label>[^\W\d][^\t:,;|]{2,40}?)\s*(?:\t|:)\s*")
_WORD = re.compile(r"\b[ABC][12]\b|[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_FLUENCY = re.compile(
    r"\s*[\s:(–—-]\s*(?P<words>[^\s,;|•·()\t/][^,;|•·()\t]{1,60}?)\s*(?:$|[,;|•·()\t])"
)
_UNKNOWN = re.compile(
    r"(?:^|[,;|•·\t]\s*)(?P<name>[A-ZÀ-Þ][^\W\d_]{2,14})(?:\s*\([^)]*\))?"
    r"(?=\s*(?::|\(|\s[-–—]\s|\t)\s*(?P<words>[^,;|•·()\t]{2,40}))"
)
_SAYS = re.compile(r"(?:fluen|bilingu|nativ|speak|spoken|mother tongue|conversan)", re.IGNORECASE)
_FLUENT_IN = re.compile(
    r"\b(?:fluent|fluency|bilingual|conversant|native|speaks?|spoken|mother tongue)[\s:]+"
    r"(?:(?:written|spoken|and|of|is|both|level|knowledge)\s+)*(?:in\s+)?(?:both\s+)?$",
    re.IGNORECASE,
)
_AND_ALSO = re.compile(r"\s*(?:\([^)]*\)\s*)?(?:,\s*(?:and\s+)?|\band\b|&|/)\s*", re.IGNORECASE)
_NEVER = frozenset({"experience", "projects", "education", "volunteering", "references"})
"""Kinds of sections in which a language named is mostly one that was worked or taught in."""


@dataclass(frozen=True, slots=True)
class _Named:
    """A language named in a row: half-open range of the row's text."""

    name: str
    start: int
    end: int
    fluency: str | None


def read_languages(sections: Sequence[Section]) -> tuple[SpokenLanguage, ...]:
    """Human languages under a heading, beside a label, in rows or sentences of their own."""
    found: dict[str, SpokenLanguage] = {}
    for section in sections:
        for row, named in _named_in(section):
            source = Block.of([row]).source("listed", "languages", named.start, named.end)
            known = found.get(named.name)
            if known is None or (known.fluency is None and named.fluency is not None):
                found[named.name] = SpokenLanguage(named.name, (source,), 95, named.fluency)
    return tuple(found.values())


def _named_in(section: Section) -> Iterator[tuple[Row, _Named]]:
    if section.kind == "languages":
        return _under_heading(section.rows)
    return _elsewhere(section.rows, only_cells=section.kind in _NEVER)


def _under_heading(rows: Sequence[Row]) -> Iterator[tuple[Row, _Named]]:
    before: tuple[Row, _Named] | None = None
    for row in rows:
        listed = _listed(row, 0)
        if before is not None:
            if not listed and before[1].fluency is None and says_level(row.text):
                named = before[1]
                yield before[0], _Named(named.name, named.start, named.end, row.text.strip())
            else:
                yield before
            before = None
        yield from ((row, named) for named in listed[:-1])
        before = (row, listed[-1]) if listed else None
    if before is not None:
        yield before


def _elsewhere(rows: Sequence[Row], *, only_cells: bool) -> Iterator[tuple[Row, _Named]]:
    """Languages of rows labelled so, of those below that go on, and of what says "fluent in".

    ``only_cells`` takes none but those beside the label of a form, in a cell of its own.
    """
    is_open = False
    for row in rows:
        label = _LABEL.match(row.text)
        start = 0
        is_cell = label is not None and "\t" in label.group()
        if label is not None and (is_cell or not only_cells) and _is_label(label["label"]):
            is_open, start = True, label.end()
        elif not _opens_with_language(row.text):
            is_open = False
        elif not is_open and (only_cells or not _is_language_and_level(row)):
            continue
        if is_open or (start == 0 and _opens_with_language(row.text)):
            yield from ((row, named) for named in _listed(row, start))
        elif not only_cells and _SAYS.search(row.text):
            yield from ((row, named) for named in _claimed(row))


def _is_label(text: str) -> bool:
    bare = fold(text).replace("(s)", "s").strip()
    return bare in LANGUAGE_LABELS


def _opens_with_language(text: str) -> bool:
    first = _WORD.match(text)
    return first is not None and fold(first.group()) in HUMAN_LANGUAGES


def _is_language_and_level(row: Row) -> bool:
    """``English – fluent``: a short row that opens with a language and says how well."""
    words = row.text.split()
    return len(words) <= 8 and not row.text.endswith(".") and says_level(row.text)


def says_level(text: str) -> bool:
    """Whether a word of ``text`` says how well a language is spoken."""
    return any(fold(word) in FLUENCY_WORDS for word in _WORD.findall(text))


def _listed(row: Row, start: int) -> list[_Named]:
    """Every language named from ``start`` on; a name unknown here counts beside its level."""
    named = [
        _Named(name, match.start(), match.end(), _fluency(row.text, match.end()))
        for match in _WORD.finditer(row.text, start)
        if (name := HUMAN_LANGUAGES.get(fold(match.group()))) is not None
    ]
    for match in _UNKNOWN.finditer(row.text, start):
        is_new = not any(n.start <= match.start("name") < n.end for n in named)
        if is_new and says_level(match["words"]) and not says_level(match["name"]):
            words = match["words"].strip()
            named.append(_Named(match["name"], *match.span("name"), words))
    return sorted(named, key=lambda n: n.start)


def _claimed(row: Row) -> Iterator[_Named]:
    """Languages that a sentence says are spoken: ``fluent in English and French``."""
    end_before: int | None = None
    for match in _WORD.finditer(row.text):
        name = HUMAN_LANGUAGES.get(fold(match.group()))
        if name is None:
            continue
        goes_on = end_before is not None and _AND_ALSO.fullmatch(
            row.text, end_before, match.start()
        )
        if goes_on or _FLUENT_IN.search(row.text, max(0, match.start() - 40), match.start()):
            yield _Named(name, match.start(), match.end(), None)
            end_before = match.end()


def _fluency(text: str, end: int) -> str | None:
    """How well, as written right after the name."""
    said = _FLUENCY.match(text, end)
    if said is None or not says_level(said["words"]):
        return None
    names = any(fold(word) in HUMAN_LANGUAGES for word in _WORD.findall(said["words"]))
    return None if names else said["words"].strip()
