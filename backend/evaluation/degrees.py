"""Degrees as the evaluator compares them: by name, without field, in full words or short."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from evaluation.tally import alike, all_alike

_JOINS_FIELD = re.compile(r"[\s,:(–—-]*(?:\b(?:in|of|en|im|für|di|em)\b)?\s*$", re.IGNORECASE)
_HONOURS = re.compile(r"\s*\(?\b(?:hons|honou?rs)\b\.?\)?", re.IGNORECASE)
_SMALL = frozenset({"of", "in", "the", "and", "de", "en", "der", "di", "em"})
_OF_TWO_SHORT_FORMS = (
    "bachelor of arts",
    "bachelor of science",
    "bachelor of engineering",
    "bachelor of technology",
    "bachelor of commerce",
    "master of arts",
    "master of science",
    "master of engineering",
    "master of technology",
    "master of commerce",
)
"""Degrees that are shortened in more ways than one: BS and BSc."""

_LATIN = {
    "phd": "doctor of philosophy",
    "llb": "bachelor of laws",
    "llm": "master of laws",
}
"""What is short for words that are not in the name."""


def degree_name(degree: Mapping[str, Any]) -> str:
    """The degree without its field and honours.

    Some say "Master of Science in Physics", some "Master of Science": both are one degree. The
    field is judged by itself, the honours are not judged.
    """
    name, major = degree.get("degree") or "", degree.get("major") or ""
    at = name.casefold().rfind(major.casefold()) if major else -1
    if at > 0:
        name = _JOINS_FIELD.sub("", name[:at]) or name
    return _HONOURS.sub("", name).strip() or name


def same_degree(one: str, other: str) -> float:
    """How alike two names are, 0 to 1; 1 where one is short for the other: ``BE``, ``B.Sc.``.

    So it is where both are short for one degree: ``B.S.`` and ``BSc``.
    """
    one, other = _in_full(one), _in_full(other)
    if abbreviates(one, other) or abbreviates(other, one):
        return 1.0
    return alike(one, other)


def same_whole_degree(one: Sequence[Any], other: Sequence[Any]) -> float:
    """The degree as :func:`same_degree`, field, institution and year as :func:`all_alike`."""
    return min(same_degree(one[0], other[0]), all_alike(one[1:], other[1:]))


def _in_full(name: str) -> str:
    known = _LATIN.get(_letters(name))
    return known or next((full for full in _OF_TWO_SHORT_FORMS if abbreviates(name, full)), name)


def abbreviates(short: str, long: str) -> bool:
    """Whether ``short`` is made of beginnings of the words of ``long``, of each one in turn.

    Small words may be left out: "BSc" stands for "Bachelor of Science".
    """
    letters = _letters(short)
    words = [word for word in re.findall(r"[^\W\d_]+", long.casefold()) if word not in _SMALL]
    return 2 <= len(letters) <= 6 and len(words) > 1 and _made_of(letters, words)


def _letters(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalpha())


def _made_of(letters: str, words: Sequence[str]) -> bool:
    if not letters or not words:
        return not letters and not words
    return any(
        words[0].startswith(letters[:end]) and _made_of(letters[end:], words[1:])
        for end in range(1, len(letters) + 1)
    )
