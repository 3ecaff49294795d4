"""Countries, regions and large cities: to know a place in a text, and the country it lies in."""

import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, Literal

Kind = Literal["country", "area", "code", "region", "city"]

_TOKEN = re.compile(r"(?<![\w'’-])(?:[^\W\d_a-z][\w.]*|one-north)")


@dataclass(frozen=True, slots=True)
class KnownPlace:
    """What a name is, and its country; areas of several countries have none."""

    kind: Kind
    country: str | None


@dataclass(frozen=True, slots=True)
class Found:
    """A known place in a text: its half-open range."""

    start: int
    end: int
    name: str
    place: KnownPlace

    @property
    def is_sure(self) -> bool:
        """Whether the name alone, without its surroundings, is a place."""
        return self.name not in _tables().namesakes


def known(name: str) -> KnownPlace | None:
    """The place of exactly this name."""
    return _tables().places.get(name)


def places_in(text: str) -> Iterator[Found]:
    """Known places in reading order; of names that start alike the longest."""
    passed = 0
    for token in _TOKEN.finditer(text):
        start = token.start()
        if start < passed:
            continue
        for name in _tables().by_first.get(_first_word(token.group()), ()):
            stop = start + len(name)
            if text.startswith(name, start) and not text[stop : stop + 1].isalnum():
                passed = stop
                yield Found(start, stop, name, _tables().places[name])
                break


def country_of(place: str) -> str | None:
    """The country of the last known part of a place."""
    found = [one.place.country for one in places_in(place) if one.place.country]
    return found[-1] if found else None


def country_most_named(texts: Iterable[str]) -> str | None:
    """The country that most places of the texts lie in."""
    counted = Counter(
        one.place.country
        for text in texts
        for one in places_in(text)
        if one.place.country and one.is_sure and one.place.kind != "code"
    )
    return counted.most_common(1)[0][0] if counted else None


@dataclass(frozen=True, slots=True)
class _Tables:
    places: dict[str, KnownPlace]
    by_first: dict[str, tuple[str, ...]]
    namesakes: frozenset[str]


@cache
def _tables() -> _Tables:
    path = resources.files(__package__) / "data" / "places.toml"
    data = tomllib.loads(path.read_text("utf-8"))
    places = dict(_read(data))
    by_first: dict[str, list[str]] = {}
    for name in sorted(places, key=len, reverse=True):
        by_first.setdefault(_first_word(name), []).append(name)
    names_by_first = {first: tuple(names) for first, names in by_first.items()}
    return _Tables(places, names_by_first, frozenset(data["namesakes"]["names"]))


def _read(data: dict[str, Any]) -> Iterator[tuple[str, KnownPlace]]:
    kinds: tuple[tuple[str, Kind], ...] = (
        ("codes", "code"),
        ("cities", "city"),
        ("regions", "region"),
        ("countries", "country"),
    )
    for table, kind in kinds:
        for country, names in reversed(data[table].items()):
            yield from ((name, KnownPlace(kind, country)) for name in names)
    yield from ((name, KnownPlace("area", None)) for name in data["areas"]["names"])


def _first_word(name: str) -> str:
    return re.split(r"[\s'’-]", name, maxsplit=1)[0].rstrip(".")
