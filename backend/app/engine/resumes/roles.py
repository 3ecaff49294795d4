"""Words of a head: which of them make a role, which an organisation, which a part of one."""

import re
from functools import lru_cache
from itertools import pairwise

from app.engine.resumes.vocabulary import (
    COMPANY_WORDS,
    ROLE_ENDINGS,
    ROLE_WORDS,
    TRADE_WORDS,
    UNIT_WORDS,
    WORKPLACE_WORDS,
)
from app.engine.text import fold

_WORDS = re.compile(r"[^\W_][\w'’.+#-]*|&")
_DOTTED = re.compile(r"(?:[a-z]\.)+[a-z]")
_LEVEL_TAIL = re.compile(r"(?:\s+(?:[IVX]{1,4}|\d|[A-Z]\d))?(?:\s*\([^)]*\))?\s*$")
_GENDERED = re.compile(r"(?<=[a-zß])[*:/_·]-?(?:in|innen|e|ne|euse|rice|trice)\b")
"""What makes a German or French role one of all genders: ``Entwickler*in``."""

_PARTS = re.compile(r"[,(|\t]|\s[–—@-]\s|\sat\s")
_PERSON = re.compile(r"(?:[^aeiou]er|or|ist|ista|ian|man|woman|eur|euse|trice|iker|ier|iere)$")
_OF_WORDS = frozenset({"of", "de", "for", "fur", "di", "da", "do", "des", "du"})
_MAX_ROLE_WORDS = 14
_ROLES = ROLE_WORDS | TRADE_WORDS
_COMPANIES = COMPANY_WORDS | WORKPLACE_WORDS
_REMEMBERED = 8192


@lru_cache(maxsize=_REMEMBERED)
def is_role(text: str) -> bool:
    """Whether the words of ``text`` make it a role: its head noun, first or last, is one."""
    words = folded_words(_LEVEL_TAIL.sub("", text)) or folded_words(text)
    if not words or len(words) > _MAX_ROLE_WORDS:
        return False
    roles, companies = role_weight(text), company_weight(text)
    if any(_is_role_word(a) and b in _OF_WORDS for a, b in pairwise(words[:4])):
        return True  # "Vice President of Search Services", "Head of Labs"
    if _is_role_word(words[0]) and words[-1] == "software":
        return True  # in Romance languages the head noun comes first: "Analista software"
    if words[-1] in _COMPANIES and not _is_role_word(words[-1]) and companies >= roles:
        return False
    return _is_role_word(words[-1]) or _is_role_word(words[0]) or roles > companies


def names_role(text: str) -> bool:
    """Whether one of the parts of a short text is a role: ``Engineer, Acme``."""
    return len(text.split()) <= _MAX_ROLE_WORDS and any(map(is_role, _PARTS.split(text)))


@lru_cache(maxsize=_REMEMBERED)
def role_weight(text: str) -> int:
    """How many words of ``text`` are words of roles."""
    return sum(1 for word in folded_words(text) if _is_role_word(word))


@lru_cache(maxsize=_REMEMBERED)
def company_weight(text: str) -> int:
    """How many words of ``text`` are words of organisations."""
    return sum(1 for word in folded_words(text) if word in _COMPANIES)


@lru_cache(maxsize=_REMEMBERED)
def is_unit(text: str) -> bool:
    """A team or department of a company, named after the role."""
    words = folded_words(text)
    return bool(words) and words[-1] in UNIT_WORDS


def sounds_like_role(text: str) -> bool:
    """Whether the last word ends as words for people do; to choose where nothing else tells."""
    words = folded_words(text)
    return bool(words) and _PERSON.search(words[-1]) is not None


def folded_words(text: str) -> list[str]:
    """The words of ``text`` to compare by; ``S.A.`` is ``sa``."""
    words = [word.strip(".'") for word in _WORDS.findall(fold(_GENDERED.sub("", text)))]
    return [word.replace(".", "") if _DOTTED.fullmatch(word) else word for word in words]


@lru_cache(maxsize=_REMEMBERED)
def _is_role_word(word: str) -> bool:
    if word in _ROLES:
        return True
    if "-" in word and any(_is_role_word(piece) for piece in word.split("-")):
        return True
    stem = word.removesuffix("nen").removesuffix("in") if len(word) > 8 else word
    return any(
        len(form) > len(end) + 2 and form.endswith(end)
        for form in (word, stem)
        for end in ROLE_ENDINGS
    )
