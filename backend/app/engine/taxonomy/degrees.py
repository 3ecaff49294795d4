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

_DOTTED_OR_SPACED = re.compile(r"[.\s]+")
_FIELD_FOLLOWS = re.compile(
    r"(?:\s*['’]?s\b)?(?:\s+degree)?[\s,:(|–—-]*(?:(?:in|of|en|im|der|di|de|em|d['’])\s*)*", re.IGNORECASE
)
_DEGREE_FOLLOWS = re.compile(r"\s*(?:\(|/|&|(?:in|of|degrees?|or|and|with|from|hons?|honours|honors)\b)", re.IGNORECASE)
_PLACE_BEFORE = re.compile(r"[A-Z][\w.]*[a-z][\w.]*,\s*$")
_OPENS = re.compile(
    r"(?:^|[,;|/•:(\[–—-]|\b(?:and|or|an?|have|has|hold|holds|with|completed|pursuing|minimum|of))\s*$", re.IGNORECASE
)
_ANY_FIELD = re.compile(
    r"\b(?:any|all)\s+(?:academic\s+|engineering\s+)?(?:disciplines?|fields?|streams?|subjects?|majors?"
    r"|speciali[sz]ations?|branch(?:es)?|degrees?|graduates?|background)\b",
    re.IGNORECASE,
)
_RELATED_FIELD = re.compile(
    r"\b(?:related|relevant|similar|equivalent|comparable|adjacent|allied)\s+"
    r"(?:\w+\s+){0,2}?(?:fields?|disciplines?|subjects?|majors?|areas?|stud(?:y|ies)|degrees?|course)\b"
    r"|\bor\s+(?:related|similar|equivalent)\b|\bdomaine connexe\b|\bvergleichbare[rsnm]?\b",
    re.IGNORECASE,
)


class _Kind(Enum):
    WORDING = "wording"
    TOKEN = "token"  # noqa: S105 - a token of text
    WEAK = "weak"


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

    def mentions(self, text: str) -> tuple[DegreeMention, ...]:
        """Every degree named in ``text``, in order."""
        folded = without_dots(fold(text))
        hits = [hit for hit in self._index.hits(folded, text) if _is_written_so(hit, folded, text)]
        found = [
            DegreeMention(form.wording.level, *folded.span(hit.start, hit.end), form.wording.fields)
            for hit in longest(hits)
            if (form := hit.value).wording is not None
            and self._fits(form, text, *folded.span(hit.start, hit.end))
        ]
        return tuple(found)

    def fields(self, text: str) -> tuple[str, ...]:
        """Families named beside the degrees of ``text``, then those its degrees name."""
        mentions = self.mentions(text)
        named = self._fields.named(_blanked(text, mentions))
        return tuple(dict.fromkeys((*named, *_by_wording(mentions))))

    def asked_fields(self, text: str) -> tuple[str, ...]:
        """Families that meet the text of a posting; empty where any will do or none is named.

        Fields that stand in the text rule; "B.Tech" alone asks for engineering.
        """
        if _ANY_FIELD.search(text):
            return ()
        mentions = self.mentions(text)
        named = self._fields.named(_blanked(text, mentions)) or tuple(_by_wording(mentions))
        opened = self._fields.opened(named)
        return self._fields.with_related(opened) if _RELATED_FIELD.search(text) else opened

    def _fits(self, form: _Form, text: str, start: int, end: int) -> bool:
        if form.kind is _Kind.WORDING or text.strip(" .,;:()").lower() == text[start:end].lower():
            return True
        if self._field_follows(text, end):
            return True
        if form.kind is _Kind.WEAK:
            return False
        if "." in text[start:end] or _DEGREE_FOLLOWS.match(text, end):
            return True
        head = text[max(0, start - 40) : start]
        return _OPENS.search(head) is not None and _PLACE_BEFORE.search(head) is None

    def _field_follows(self, text: str, end: int) -> bool:
        gap = _FIELD_FOLLOWS.match(text, end)
        begin = gap.end() if gap else end
        return any(m.start + end == begin for m in self._fields.mentions(text[end : end + 80]))


def _forms(tables: Tables) -> dict[str, _Form]:
    forms: dict[str, _Form] = {}
    for phrase in tables.words.not_degrees:
        forms[without_dots(fold(phrase)).text] = _Form(None, _Kind.WORDING)
    for wording in tables.degrees:
        for kind, names in (
            (_Kind.WORDING, wording.wordings),
            (_Kind.TOKEN, wording.tokens),
            (_Kind.WEAK, wording.weak),
        ):
            for name in names:
                for variant in degree_variants(name):
                    letters = _DOTTED_OR_SPACED.sub("", name)
                    forms.setdefault(variant, _Form(wording, kind, letters))
    return forms


def degree_variants(name: str) -> Iterator[str]:
    """The folded forms of a wording: "B.Tech" is "btech" and "b tech"."""
    plain = without_dots(fold(name)).text.strip()
    yield plain
    spaced = " ".join(fold(name).text.replace(".", " ").split())
    if spaced != plain:
        yield spaced


def _is_written_so(hit: Hit[_Form], folded: Folded, text: str) -> bool:
    """Whether a token has its case, or its dots: "BE" and "b.e." are one, "be" is a word."""
    if hit.value.kind is not _Kind.TOKEN:
        return True
    written = text[slice(*folded.span(hit.start, hit.end))]
    return "." in written or _DOTTED_OR_SPACED.sub("", written) == hit.value.letters


def _by_wording(mentions: tuple[DegreeMention, ...]) -> Iterator[str]:
    return (name for mention in mentions for name in mention.fields)


def _blanked(text: str, mentions: tuple[DegreeMention, ...]) -> str:
    """``text`` with bars in the place of its degrees, so that their words name no field."""
    for mention in mentions:
        text = text[: mention.start] + "|" * (mention.end - mention.start) + text[mention.end :]
    return text
