"""Items of a list of skills that the taxonomy does not know, for people to look at."""

import re
from collections.abc import Iterator

from app.engine.taxonomy.matcher import SkillMatcher
from app.engine.taxonomy.normalize import folded_name

MAX_WORDS = 4
MAX_LENGTH = 40
MIN_LENGTH = 2

_SEPARATORS = re.compile(r"[,;|•·▪●◦\n\t()\[\]]|\s[-–—*]\s|^\s*[-–—*]\s", re.MULTILINE)
_LABEL = re.compile(r"^[^:,;]{1,40}:(?!//)\s*")
_AND = re.compile(r"^(?:and|or|&|etc)\b\.?\s*", re.IGNORECASE)
_GRADE = re.compile(
    r"\s*[-–—:]?\s*(?:basic|beginner|intermediate|advanced|expert|proficient|fluent|native)s?$",
    re.IGNORECASE,
)
_ONLY_GRADE = re.compile(r"(?:currently )?learning|familiar|master|skilled", re.IGNORECASE)
_VERSION = re.compile(r"\s+v?\d+(?:\.\d+)*\+?$")
_NOT_A_NAME = re.compile(
    r"@|https?:|www\.|\.(?:com|org|net)\b|[!?=<>\"]|^\W*\d|^\d+\+?\s|\b(?:years?|months?|yrs?)\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(
    r"\b(?:i|we|my|our|the|a|an|is|are|was|were|have|has|with|using|for|to|in|of|on|from|that|such"
    r"|experience|knowledge|ability|understanding|etc|other|others|various|including)\b",
    re.IGNORECASE,
)


def unknown_terms(listing_text: str, matcher: SkillMatcher) -> tuple[str, ...]:
    """Short names only: sentences, numbers, addresses and anything with a known skill are left out.

    Each once (case and accents aside), as first written, in the order of the list.
    """
    terms: dict[str, str] = {}
    for written in _items(listing_text):
        item = _bare(written)
        if _is_name(item) and not matcher.find(written, listing=True):
            terms.setdefault(folded_name(item), item)
    return tuple(terms.values())


def _items(text: str) -> Iterator[str]:
    for row in text.split("\n"):
        for part in _SEPARATORS.split(_LABEL.sub("", row.strip())):
            bare = part.strip(" :*-–—'\"“”/&").lstrip("+ ").rstrip(". ")
            yield _AND.sub("", bare)


def _bare(item: str) -> str:
    """The item without a grade and a version, which a name may end with too ("ISO 9001")."""
    return _VERSION.sub("", _GRADE.sub("", item)).strip()


def _is_name(item: str) -> bool:
    return (
        MIN_LENGTH <= len(item) <= MAX_LENGTH
        and len(item.split()) <= MAX_WORDS
        and any(char.isalpha() for char in item)
        and _NOT_A_NAME.search(item) is None
        and _ONLY_GRADE.fullmatch(item) is None
        and _SENTENCE.search(item) is None
    )
