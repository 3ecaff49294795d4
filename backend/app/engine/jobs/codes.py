"""Letters at the entries of a list that a legend explains: "(D)" where D is desirable."""

import re
from collections.abc import Iterable, Mapping

from app.engine.jobs.headings import Section

_WORDS: dict[str, Section] = {
    "essential": "required",
    "required": "required",
    "mandatory": "required",
    "must": "required",
    "desirable": "preferred",
    "desired": "preferred",
    "preferred": "preferred",
    "nice": "preferred",
    "optional": "preferred",
}
_NAMES = "|".join(_WORDS)
_LEGEND = re.compile(
    rf"\b(?P<code>[A-Z])\)?\s*(?:=|:|[-–—]|is|for)\s*\(?(?P<word>{_NAMES})\b"
    rf"|\b(?P<name>{_NAMES})\s*(?:=\s*)?\(?\b(?P<letter>[A-Z])\)?(?=\W|$)",
    re.IGNORECASE,
)
_CODE = re.compile(r"^[(\[]([A-Z])[)\]]|[(\[]([A-Z])[)\]]\s*[.;]?$")


def codes_of(texts: Iterable[str]) -> dict[str, Section]:
    """What each letter means by the legends of a posting; none where only one kind is told."""
    codes: dict[str, Section] = {}
    for text in texts:
        if "=" not in text and "(" not in text:
            continue
        for found in _LEGEND.finditer(text):
            letter = found["code"] or found["letter"]
            if letter.isupper():
                codes[letter] = _WORDS[(found["word"] or found["name"]).lower()]
    return codes if len(set(codes.values())) > 1 else {}


def section_by_code(text: str, codes: Mapping[str, Section]) -> Section | None:
    """The part that an entry's letter puts it in, if it has one."""
    found = _CODE.search(text.strip())
    return codes.get(found[1] or found[2]) if found else None
