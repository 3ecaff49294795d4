"""Which kind of section a line is the heading of, by its words."""

import re
from collections.abc import Iterable
from functools import lru_cache

from app.engine.resumes.vocabulary import (
    HEADING_ENDINGS,
    HEADING_MODIFIERS,
    HEADING_PHRASES,
    HEADING_PRIORITY,
    HEADING_WORDS,
    TELLING_WORDS,
    VAGUE_WORDS,
    SectionKind,
)
from app.engine.text import collapse_letter_spacing, fold

_MAX_HEADING_WORDS = 7
_MAX_HEADING_LENGTH = 60
_EDGES = re.compile(r"^[^\w&]+|[^\w)]+$")
_AND = re.compile(r"\s*[,/&+|]\s*|\s+(?:and|und|et|y|e|en)\s+")
_SHARED: tuple[tuple[SectionKind, SectionKind], ...] = (
    ("skills", "languages"),
    ("experience", "volunteering"),
)
_WORDS = re.compile(r"[^\W_][\w'’-]*")
_COMPOUND_LENGTH = 10
_REMEMBERED = 4096

_KINDS: dict[str, frozenset[SectionKind]] = {
    word: frozenset(kind for kind, words in HEADING_WORDS.items() if word in words)
    for words in HEADING_WORDS.values()
    for word in words
}


@lru_cache(maxsize=_REMEMBERED)
def heading_kind(text: str) -> SectionKind | None:
    """The kind of section that ``text`` is the heading of, by its words alone."""
    if len(text) > 2 * _MAX_HEADING_LENGTH:
        return None
    bare = _EDGES.sub("", fold(collapse_letter_spacing(text)).replace("’", "'"))
    if not bare or len(bare) > _MAX_HEADING_LENGTH:
        return None
    if bare in HEADING_PHRASES:
        return HEADING_PHRASES[bare]
    if _is_spread(text) and (kind := _spread_kind(bare.replace(" ", ""))) is not None:
        return kind
    words = [word.strip("()") for word in re.split(r"[\s/,]+", bare)]
    words = [word for word in words if word]
    if not 1 <= len(words) <= _MAX_HEADING_WORDS:
        return None
    if not all(_kinds_of(word) or word in HEADING_MODIFIERS for word in words):
        return None
    return _shared_kind(bare) or _first_kind(words)


def _shared_kind(bare: str) -> SectionKind | None:
    """The kind of a heading that several things share: ``Skills, Languages``.

    Rows of languages tell themselves among skills, skills among languages do not; ``Language
    skills`` is of languages alone. So are volunteers' works among jobs.
    """
    parts = _AND.split(bare)
    kinds = {_first_kind(part.split()) for part in parts} if len(parts) > 1 else set()
    return next((main for main, other in _SHARED if {main, other} <= kinds), None)


@lru_cache(maxsize=_REMEMBERED)
def telling_kind(text: str) -> SectionKind | None:
    """The kind of a line known to be a heading by its type: one telling word is enough."""
    known = heading_kind(text)
    if known is not None:
        return known
    words = [word for word in _WORDS.findall(fold(text)) if word not in VAGUE_WORDS]
    verbs = {TELLING_WORDS[word] for word in words if word in TELLING_WORDS}
    return next((kind for kind in HEADING_PRIORITY if kind in verbs), None) or _first_kind(words)


def _first_kind(words: Iterable[str]) -> SectionKind | None:
    present = {kind for word in words for kind in _kinds_of(word)}
    return next((kind for kind in HEADING_PRIORITY if kind in present), None)


def _kinds_of(word: str) -> frozenset[SectionKind]:
    """The kinds a word tells; a German compound tells what its end does."""
    if word in _KINDS or len(word) < _COMPOUND_LENGTH:
        return _KINDS.get(word, frozenset())
    return frozenset(kind for end, kind in HEADING_ENDINGS.items() if word.endswith(end))


def _is_spread(text: str) -> bool:
    """Capitals set wide, whose spaces tell nothing: ``EDUC AT I O N``."""
    pieces = text.split()
    return len(pieces) > 2 and text.isupper() and sum(len(piece) < 3 for piece in pieces) > 1


def _spread_kind(closed: str) -> SectionKind | None:
    """The kind of a heading that has lost the spaces between its words."""
    for cut in range(len(closed), 2, -1):
        first, rest = closed[:cut], closed[cut:]
        if rest and rest not in HEADING_MODIFIERS and rest not in _KINDS:
            continue
        if first in HEADING_MODIFIERS or first in _KINDS:
            return heading_kind(f"{first} {rest}".strip())
    return None
