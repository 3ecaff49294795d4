"""Wordings of degrees: their level, their place in the text and the fields they name."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from app.engine.taxonomy.fields import FieldReader
from app.engine.taxonomy.model import DegreeLevel
from app.engine.taxonomy.normalize import Folded, fold, without_dots
from app.engine.taxonomy.phrases import Hit, PhraseIndex, longest
from app.engine.taxonomy.tables import DegreeWording, Tables

HEADING_WORDS = 3
"""A line of capitals with more words is a heading: "BE" and "AS" are common words there."""

_NOT_LETTERS = re.compile(r"[.\s]+")
_FIELD_FOLLOWS = re.compile(
    r"(?:\s*['’]?s\b)?(?:\s+degree)?[\s,:(|–—-]*(?:(?:in|of|en|im|der|di|de|em|an?|the)\s+)*",
    re.IGNORECASE,
)
_DEGREE_FOLLOWS = re.compile(
    r"\s*(?:\(|/|&|(?:in|of|degrees?|or|and|with|from|hons?|honours|honors)\b)", re.IGNORECASE
)
_ASKED = re.compile(
    r"\s+(?:(?:is|are)\s+)?(?:required|preferred|desired|mandatory|necessary|or\s+equivalent"
    r"|in\s+(?:an?|any|the)\b)",
    re.IGNORECASE,
)
_ALONE_IN_POSTINGS = frozenset({"degree", "graduate", "master", "diplom"})
_PLACE_BEFORE = re.compile(r"[A-Z][\w.]*[a-z][\w.]*,\s*$")
_PLACE_AFTER = re.compile(
    r"\s*(?:/|\(|\||&|[-–—]|(?:or|and)\b)?\s*(?:remote|hybrid|on-?site|office|\d{5})", re.IGNORECASE
)
_OPENS = re.compile(
    r"(?:^|[,;|/•:(\[–—-]|\b(?:and|or|an?|have|has|holds?|with|completed|pursuing|minimum|of))\s*$",
    re.IGNORECASE,
)
_OPENS_PART = re.compile(r"(?:^|[\t|(;:•·–—]|\s-)\s*$")
_LOOK_BACK = 40
_LOOK_AHEAD = 80


class _Kind(Enum):
    WORDING = "wording"
    CAPITALS = "capitals"
    WEAK = "weak"
    HELD = "held"


@dataclass(frozen=True, slots=True)
class _Form:
    """A form of a wording; no wording: a phrase that is no degree."""

    wording: DegreeWording | None
    kind: _Kind
    letters: str = ""


@dataclass(frozen=True, slots=True)
class DegreeMention:
    """A degree named in a text: half-open range, its level, the families its wording names."""

    level: DegreeLevel
    start: int
    end: int
    fields: tuple[str, ...]


class DegreeReader:
    """Built once for a taxonomy; everything it answers is a pure function of the text."""

    def __init__(self, tables: Tables, fields: FieldReader) -> None:
        self._index: PhraseIndex[_Form] = PhraseIndex(_forms(tables))
        self._fields = fields

    def mentions(self, text: str, *, held: bool = False) -> tuple[DegreeMention, ...]:
        """Every degree named in ``text``, in order; "MBA degree" is one.

        ``held`` says that the text lists what somebody has studied: then a weak wording counts
        where it opens the text or a part of it, too.
        """
        folded = without_dots(fold(text))
        hits = [
            hit
            for hit in self._index.hits(folded, text)
            if _is_written_so(hit, folded, text) and (held or hit.value.kind is not _Kind.HELD)
        ]
        found: list[DegreeMention] = []
        for hit in longest(hits):
            start, end = folded.span(hit.start, hit.end)
            wording = hit.value.wording
            if wording is None or (hit.value.kind is _Kind.HELD and not text[start].isupper()):
                continue
            opens = held and _opens_part(hit.value, text, start)
            if not opens and not self._fits(hit.value, text, start, end):
                continue
            if found and _only_says_degree(text, found[-1].end, start, end):
                continue
            is_dotted = "." in text[start:end] and text[end : end + 1] == "."
            found.append(DegreeMention(wording.level, start, end + is_dotted, wording.fields))
        return tuple(found)

    def _fits(self, form: _Form, text: str, start: int, end: int) -> bool:
        if form.kind in (_Kind.WORDING, _Kind.HELD) or text.strip(" .,;:()") == text[start:end]:
            return True
        if "." in text[start:end] or self._field_follows(text, end):
            return True
        if form.kind is _Kind.WEAK:
            is_asked = _ASKED.match(text, end) is not None
            return is_asked and form.letters.lower() in _ALONE_IN_POSTINGS
        head = text[max(0, start - _LOOK_BACK) : start]
        is_after_place = _PLACE_BEFORE.search(head) is not None
        if is_after_place and _PLACE_AFTER.match(text, end):
            return False
        if _DEGREE_FOLLOWS.match(text, end):
            return True
        if text.isupper() and len(text.split()) > HEADING_WORDS:
            return False
        return _OPENS.search(head) is not None and not is_after_place

    def _field_follows(self, text: str, end: int) -> bool:
        gap = _FIELD_FOLLOWS.match(text, end)
        begin = gap.end() if gap else end
        ahead = self._fields.mentions(text[begin : begin + _LOOK_AHEAD])
        return bool(ahead) and ahead[0].start == 0


def degree_variants(name: str) -> Iterator[str]:
    """The folded forms of a wording: "B.Tech" is "btech" and "b tech"."""
    plain = without_dots(fold(name)).text.strip()
    yield plain
    spaced = " ".join(fold(name).text.replace(".", " ").split())
    if spaced != plain:
        yield spaced


def _forms(tables: Tables) -> dict[str, _Form]:
    forms: dict[str, _Form] = {}
    for phrase in tables.words.not_degrees:
        forms[without_dots(fold(phrase)).text] = _Form(None, _Kind.WORDING)
    for wording in tables.degrees:
        for name, kind in _names(wording):
            for variant in degree_variants(name):
                forms.setdefault(variant, _Form(wording, kind, _NOT_LETTERS.sub("", name)))
    return forms


def _names(wording: DegreeWording) -> Iterator[tuple[str, _Kind]]:
    yield from ((name, _Kind.WORDING) for name in wording.wordings)
    yield from ((name, _Kind.CAPITALS) for name in wording.tokens)
    yield from ((name, _Kind.WEAK) for name in wording.weak)
    yield from ((name, _Kind.HELD) for name in wording.held)


def _is_written_so(hit: Hit[_Form], folded: Folded, text: str) -> bool:
    """Whether a token has its capitals, or its dots: "BE" and "b.e." are one, "be" is a word."""
    is_short = hit.value.kind is _Kind.HELD and hit.value.letters.isupper()
    if hit.value.kind is not _Kind.CAPITALS and not is_short:
        return True
    written = text[slice(*folded.span(hit.start, hit.end))]
    return "." in written or _NOT_LETTERS.sub("", written) == hit.value.letters


def _opens_part(form: _Form, text: str, start: int) -> bool:
    """Whether a form opens a part of a list of studies; after a comma "MA" may be a state."""
    if not text[start].isupper():
        return False
    is_weak = form.kind is _Kind.WEAK and text[:start].rstrip().endswith(",")
    return is_weak or _OPENS_PART.search(text, 0, start) is not None


def _only_says_degree(text: str, end_before: int, start: int, end: int) -> bool:
    """Whether the mention is the "degree" of the one before it ("PhD degree")."""
    gap = text[end_before:start].strip(" '’s.")
    return not gap and text[start:end].lower().startswith("degree")
