"""Finding many phrases at once in a folded text, at word boundaries that know C++ and .NET."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

import ahocorasick

from app.engine.taxonomy.normalize import Folded, is_word

T = TypeVar("T")

_VERSION = re.compile(r"\d{1,4}(?:\.\d+)*(?![a-z0-9_])")


@dataclass(frozen=True, slots=True)
class Hit(Generic[T]):
    """A phrase found: half-open range of the folded text, and what it stands for."""

    start: int
    end: int
    value: T


class PhraseIndex(Generic[T]):
    """An Aho-Corasick automaton over folded phrases, immutable once built."""

    def __init__(self, phrases: Mapping[str, T]) -> None:
        self._automaton = ahocorasick.Automaton()
        for phrase, value in phrases.items():
            self._automaton.add_word(phrase, (len(phrase), value))
        self._automaton.make_automaton()
        self._is_empty = not phrases

    def hits(self, folded: Folded, original: str) -> Iterator[Hit[T]]:
        """Every phrase at word boundaries, overlapping ones included, in order of their ends."""
        if self._is_empty:
            return
        for last, (length, value) in self._automaton.iter(folded.text):
            start, end = last - length + 1, last + 1
            if _starts_word(folded, original, start, end) and _ends_word(folded, original, end):
                yield Hit(start, end, value)


def longest(hits: Iterable[Hit[T]]) -> list[Hit[T]]:
    """The hits that are left when longer ones (then earlier ones) push out what they overlap."""
    kept: list[Hit[T]] = []
    taken: set[int] = set()
    for hit in sorted(hits, key=lambda h: (h.start - h.end, h.start)):
        places = range(hit.start, hit.end)
        if taken.isdisjoint(places):
            taken.update(places)
            kept.append(hit)
    return sorted(kept, key=lambda h: h.start)


def _starts_word(folded: Folded, original: str, start: int, end: int) -> bool:
    text = folded.text
    if start == 0:
        return True
    before = text[start - 1]
    if is_word(before) or before == "@":
        return False
    if before == "." and start > 1 and is_word(text[start - 2]):
        # "e.g.Java" after a lost space is a word, "www.python" and "foo.js" are not.
        return original[folded.starts[start]].isupper() and end - start > 2
    return True


def _ends_word(folded: Folded, original: str, end: int) -> bool:
    text = folded.text
    if end == len(text):
        return True
    after = text[end]
    if after.isdigit() and not text[end - 1].isdigit():
        is_long = text[end - 2 : end].isalpha() or text[end - 1] in "+#"
        return is_long and _VERSION.match(text, end) is not None
    if is_word(after) or after == "#":
        return False
    if after == "+":
        return text[end : end + 2] != "++" and is_word(text[end - 2 : end - 1] or " ")
    if after == "." and end + 1 < len(text) and is_word(text[end + 1]):
        return original[folded.starts[end + 1]].isupper()
    return True
