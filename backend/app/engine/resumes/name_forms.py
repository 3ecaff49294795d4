"""The form of people's names: what may be one, and how one printed in capitals is written."""

import itertools
import re
from collections.abc import Sequence

from app.engine.resumes.headings import heading_kind
from app.engine.resumes.places import is_place
from app.engine.resumes.vocabulary import (
    COMPANY_WORDS,
    HUMAN_LANGUAGES,
    NAME_PARTICLES,
    NOT_NAMES,
    ROLE_WORDS,
    SCHOOL_WORDS,
)
from app.engine.text import fold

_LOOSE_MARK = re.compile("[\u0300-\u036f]")
"""Accents that have no letter of their own with what they stand on, as in Yoruba."""
_WORD = re.compile(r"[’'ʼʻ]?[^\W\d_]+(?:[’'ʼʻ`.\-‐‑][^\W\d_]+)*\.?$")
_ELIDED = re.compile(r"[^\W\d_A-Z]{1,5}[’'ʼ\-‐‑](?=[^\W\d_])")
"""What stands before the capital of one word: ``d'Ávila``, ``al-Rashid``, ``dell'Orto``."""

_TITLES = re.compile(
    r"^(?:(?:mr|mrs|ms|mx|miss|dr|prof|ing|mag|eng|arq|lic|dott|dottssa|sra?|mme|dhr|mevr|herr|frau"
    r"|med|rer|nat|phil|jur|habil|h\.?c|dipl\.?-ing)\b(?:\.?\s*-?ing)?\.?\s*)+(?=\S)",
    re.IGNORECASE,
)
_DEGREES = re.compile(
    r"[\s,]+(?:ph\.?\s?d|dr|[bm]\.?\s?(?:sc|a|tech|eng|com|ed|phil)|mba|pmp|cpa|acca|cfa|md|mbbs"
    r"|rn|esq|jr|sr|ii|iii|cissp|mca|bca)\.?$",
    re.IGNORECASE,
)
_NICKNAME = re.compile(
    r"\s(?:\([^\W\d_]{2,14}\)|[\"“”„][^\W\d_]{2,14}[\"“”]|'[^\W\d_]{2,14}')(?=\s)"
)
_CAPITALS = re.compile(r"[^\W\d_]+")
_FAMILY_WORDS = 2
_MOST_WORDS, _MOST_CAPITALS, _MOST_LETTERS = 7, 5, 50


def without_titles(text: str) -> str:
    """A name without what stands before and behind it: ``Dr. Ada Moss, PhD`` is ``Ada Moss``."""
    bare, before = _TITLES.sub("", text.strip()), ""
    while bare != before:
        bare, before = _DEGREES.sub("", bare), bare
    return bare


def nickname_in(text: str) -> tuple[int, int] | None:
    """Where a nickname stands within a name: ``Maria (Mia) Holm``."""
    match = _NICKNAME.search(text)
    return match.span() if match else None


def is_name(text: str, *, of_roles: bool = False) -> bool:
    """One to five capitalised words of letters, none of them a word of other lines.

    With ``of_roles`` the last may be a word of roles (Cook, Carpenter).
    """
    words = _LOOSE_MARK.sub("", text).split()
    if not 1 <= len(words) <= _MOST_WORDS or not 2 <= len(text) <= _MOST_LETTERS:
        return False
    if not all(_WORD.match(word) for word in words):
        return False
    folded = [fold(word).strip(".") for word in words]
    capitals = [w for w, f in zip(words, folded, strict=True) if f not in NAME_PARTICLES]
    if not 1 <= len(capitals) <= _MOST_CAPITALS or not all(map(_is_capitalised, capitals)):
        return False
    if len(words) == 1 and len(text) < 3:
        return False
    common = COMPANY_WORDS | SCHOOL_WORDS | NOT_NAMES | HUMAN_LANGUAGES.keys()
    if any(word in common for word in folded):
        return False
    if not of_roles and not _may_hold_role_word(folded):
        return False
    return heading_kind(text) is None and not (len(words) > 1 and is_place(text))


def _is_capitalised(word: str) -> bool:
    """Whether a word begins with a capital, its elided article and apostrophe aside."""
    bare = _ELIDED.sub("", word, count=1).lstrip("’'ʼʻ")
    return not bare[:1].islower()


def _may_hold_role_word(folded: Sequence[str]) -> bool:
    """A given name may be a word of roles (Dean, Chase); what ends in one is a role."""
    roles = [
        word in ROLE_WORDS or ("-" in word and word.split("-")[-1] in ROLE_WORDS) for word in folded
    ]
    return not any(roles) or (len(folded) > 1 and roles[0] and not any(roles[1:]))


def has_role_word(words: Sequence[str]) -> bool:
    """Whether one of the words is one of roles."""
    return any(fold(word) in ROLE_WORDS for word in words)


def presented(name: str) -> str:
    """A name printed in capitals as it is written: ``ZOE VAN DER BERG`` is ``Zoe van der Berg``.

    Two words in capitals before others are the family name: ``DEGLI ALBERI Ada``.
    """
    if not name.isupper() or len(name) < 4:
        words = name.split()
        family = list(itertools.takewhile(lambda word: word.isupper() and len(word) > 2, words))
        given = words[len(family) :]
        if len(family) < _FAMILY_WORDS or any(map(str.isupper, given)):
            return name
        return " ".join([*given, *(_CAPITALS.sub(_written, word) for word in family)])
    words = [
        word.lower() if k and fold(word) in NAME_PARTICLES else _CAPITALS.sub(_written, word)
        for k, word in enumerate(name.split())
    ]
    return " ".join(words)


def _written(match: re.Match[str]) -> str:
    word = match.group()
    if word.startswith("MC") and len(word) > 4:
        return f"Mc{word[2:].capitalize()}"
    return word.capitalize()
