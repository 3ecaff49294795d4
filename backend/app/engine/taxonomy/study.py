"""Degrees and fields together: what somebody has studied, what a posting will take."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.engine.taxonomy.degrees import DegreeMention, DegreeReader
from app.engine.taxonomy.fields import FieldMention, FieldReader

_INSTITUTION = re.compile(
    r"\b(?:institutes?|universit\w+|college|school|faculty|academy|polytechnic|hochschule|instituto)"
    r"\s+(?:of|for|de|des|für)\s+[^,;|()\n–—-]+"
    r"|\b\w+\s+(?:institute|university|college|school|academy)\b(?!\s+(?:of|for|de|des|für)\b)",
    re.IGNORECASE,
)
_LANGUAGE = re.compile(
    r"\b(?:fluent|fluency|proficien\w+|written|spoken|verbal|good|excellent|native|business|strong)"
    r"\s+(?:in\s+|and\s+\w+\s+)*english\b|\benglish\s+(?:language\s+)?(?:proficiency|skills|fluency)\b",
    re.IGNORECASE,
)
_NO_SUBJECT = re.compile(
    r"\beducation(?=\s*:)"
    r"|\b(?:equivalent|further|higher|formal|continuing|secondary|tertiary|of|level)\s+education\b",
    re.IGNORECASE,
)
_DISTRACTIONS = (_INSTITUTION, _LANGUAGE, _NO_SUBJECT)
_NOT_A_FIELD = re.compile(
    r"\s+(?:skills?|experience|abilit\w+|knowledge|exposure|tools?|software)\b", re.IGNORECASE
)
_ANY_FIELD = re.compile(
    r"\b(?:any|all)\s+(?:academic\s+|engineering\s+)?(?:disciplines?|fields?|streams?|subjects?"
    r"|majors?|speciali[sz]ations?|branch(?:es)?|degrees?|graduates?|background)\b",
    re.IGNORECASE,
)
_RELATED_FIELD = re.compile(
    r"\b(?:related|relevant|similar|comparable|adjacent|allied|equivalent)\s+(?:\w+\s+){0,2}?"
    r"(?:fields?|disciplines?|subjects?|majors?|areas?|stud(?:y|ies)|degrees?|courses?)\b"
    r"|\bor\s+(?:related|similar)\b|\bdomaine connexe\b|\bvergleichbare[rsnm]?\b",
    re.IGNORECASE,
)
_WORDS_BETWEEN = (
    "in|of|or|and|an?|the|as|at|least|degrees?|fields?|disciplines?|majors?|related|relevant|similar"
    "|such|e\\.?g\\.?|i\\.?e\\.?|like|preferably|preferred|ideally|equivalent|from|either|required"
    "|desired|hons|honou?rs|program(?:me)?|stud(?:y|ies)|subjects?|areas?|minimum|plus|any|other"
    "|another|accredited|recogni[sz]ed|reputed|university|college|institut(?:ion|e)|level|higher"
    "|advanced|background|streams?|branch|und|oder|ou|et|y|o|en|im|der|des|die|du|de|la|le|dans"
    "|domaine|fachrichtung|studium|abgeschlossenes|with\\s+(?:an?\\s+)?(?:major|speciali[sz]ation"
    "|concentration|focus|emphasis|degree)"
)
_BETWEEN = re.compile(
    rf"(?:\.(?=\s*(?:in\b|\())|[\s,/()&:;|•–—'’-]|s\b|\b(?:{_WORDS_BETWEEN})\b"
    rf"|(?<=[\s,/(])(?-i:[A-Z])[\w-]*(?:\s(?-i:[A-Z])[\w-]*){{0,2}}(?=\s*(?:[,/]|or\b|and\b|oder\b|$)))*",
    re.IGNORECASE,
)
"""What may stand between a degree and its fields, names of other fields among it."""
_LEADS_TO_FIELD = re.compile(
    r"\b(?:degree|background|major(?:ing)?|graduate|qualification|studies|education|diploma)\b"
    r"(?:(?!experience|years?\b|\d)[^.;\n]){0,40}\b(?:in|of)\s+$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class AskedFields:
    """Families that a posting names, and those it takes besides.

    These are the members of an umbrella ("STEM"), and neighbours where it says "or related".
    """

    named: tuple[str, ...] = ()
    also: tuple[str, ...] = ()


class StudyReader:
    """Built over the two readers of one taxonomy; a pure function of the text."""

    def __init__(self, degrees: DegreeReader, fields: FieldReader) -> None:
        self._degrees = degrees
        self._fields = fields

    def held_fields(self, text: str) -> tuple[str, ...]:
        """Families named beside the degrees of ``text``, then those its degrees name."""
        mentions = self._degrees.mentions(text)
        named = self._fields.named(_without_distractions(text, mentions))
        return tuple(dict.fromkeys((*named, *_by_wording(mentions))))

    def asked_fields(self, text: str) -> AskedFields:
        """Families that meet the text of a posting; none where any will do or none is named.

        Fields that stand in the text rule; "B.Tech" alone asks for engineering.
        """
        if _ANY_FIELD.search(text):
            return AskedFields()
        degrees = self._degrees.mentions(text)
        fields = self._fields.mentions(_without_distractions(text, degrees))
        fields = tuple(f for f in fields if not _NOT_A_FIELD.match(text, f.end))
        if degrees:
            fields = _tied(text, degrees, fields) or _led_to(text, fields)
        families = [f.family for f in fields] or list(_by_wording(degrees))
        named = tuple(dict.fromkeys(families))
        met = self._fields.opened(named)
        if _RELATED_FIELD.search(text):
            met = self._fields.with_related(met)
        return AskedFields(named, tuple(family for family in met if family not in named))


def _tied(
    text: str, degrees: Sequence[DegreeMention], fields: Sequence[FieldMention]
) -> tuple[FieldMention, ...]:
    """Fields that stand in one phrase with a degree; "3 years in marketing" is no field asked."""
    tied: list[FieldMention] = []
    phrase: list[DegreeMention | FieldMention] = []
    both: list[DegreeMention | FieldMention] = [*degrees, *fields]
    for mention in sorted(both, key=lambda m: m.start):
        if phrase and not _BETWEEN.fullmatch(text, phrase[-1].end, mention.start):
            tied += _fields_of(phrase)
            phrase = []
        phrase.append(mention)
    return tuple(tied + _fields_of(phrase))


def _fields_of(phrase: Sequence[DegreeMention | FieldMention]) -> list[FieldMention]:
    if not any(isinstance(mention, DegreeMention) for mention in phrase):
        return []
    return [mention for mention in phrase if isinstance(mention, FieldMention)]


def _led_to(text: str, fields: Sequence[FieldMention]) -> tuple[FieldMention, ...]:
    return tuple(f for f in fields if _LEADS_TO_FIELD.search(text[: f.start]))


def _by_wording(mentions: Sequence[DegreeMention]) -> Iterator[str]:
    return (name for mention in mentions for name in mention.fields)


def _without_distractions(text: str, degrees: Sequence[DegreeMention]) -> str:
    """``text`` with bars over its degrees, schools and other words that name no field."""
    spans = [(degree.start, degree.end) for degree in degrees]
    spans += [found.span() for pattern in _DISTRACTIONS for found in pattern.finditer(text)]
    for start, end in spans:
        text = text[:start] + "|" * (end - start) + text[end:]
    return text
