"""The words of a score: one catalogue a language, filled with values.

The catalogue is data; its first lines explain the notation. Everything a person reads about a
score comes from it, so another language is another file.
"""

import string
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from importlib import resources
from typing import Any, Literal

from app.engine.codec import content_hash
from app.engine.matching.gaps import Gap
from app.engine.matching.model import Note, NoteValue

Voice = Literal["candidate", "recruiter"]
"""To whom the text speaks: to the candidate as "you", or to the recruiter about one."""

WRITER = 1
"""How sentences are put together; raised when the same catalogue comes to say something else."""

MONTHS_A_YEAR = 12
MOST_FIELDS = 3
TENTHS = 10


class MissingText(LookupError):
    """The catalogue lacks an entry; the message names it."""


class UnknownLanguage(LookupError):
    """There is no catalogue of this language."""


@dataclass(frozen=True, slots=True)
class Texts:
    """A catalogue; ``entries`` maps dotted names (``gap.skill``, ``opening.recruiter``)."""

    language: str
    entries: Mapping[str, str]

    def say(self, name: str, voice: Voice | None = None, /, **values: Any) -> str:
        """The text of ``name`` in ``voice``, or for everybody; raises :class:`MissingText`."""
        template = self.entries.get(f"{name}.{voice}") if voice else None
        if template is None:
            template = self.entries.get(name)
        if template is None:
            raise MissingText(f"{self.language}: no text {name} for {voice or 'everybody'}")
        return _Formatter(self).vformat(template, (), values)

    def reason(self, note: Note) -> str:
        """What a note found, without what it is worth."""
        return self.say(f"reason.{note.code}", **self._values(note.values))

    def gap(self, gap: Gap) -> str:
        """What is missing."""
        return self.say(f"gap.{gap.kind}", **self._values(gap.values))

    def recommendation(self, gap: Gap, voice: Voice) -> str:
        """What to do about a gap, and the points that it adds."""
        name = f"recommendation.{gap.kind}"
        return self.say(name, voice, worth=gap.best_worth, **self._values(gap.values))

    def duration(self, months: int) -> str:
        """Months as years and months: ``1 year 6 months``."""
        years, rest = divmod(months, MONTHS_A_YEAR)
        in_years = self.say("unit.year", n=years)
        in_months = self.say("unit.month", n=rest)
        if years and rest:
            return self.say("unit.both", years=in_years, months=in_months)
        return in_years if years else in_months

    def _values(self, values: tuple[tuple[str, NoteValue], ...]) -> dict[str, Any]:
        filled: dict[str, Any] = dict(values)
        if "min" in filled:
            filled["range"] = self._range(filled["min"], filled.get("max"))
        return filled

    def _range(self, low: int, high: int | None) -> str:
        if high is None:
            return self.say("range.least", min=low)
        if low == high:
            return self.say("range.exactly", min=low)
        if not low:
            return self.say("range.most", max=high)
        years = (low // MONTHS_A_YEAR, high // MONTHS_A_YEAR)
        if (low % MONTHS_A_YEAR, high % MONTHS_A_YEAR) == (0, 0):
            return self.say("range.years", min=years[0], max=years[1])
        return self.say("range.between", min=low, max=high)


def one_decimal(value: Fraction) -> str:
    """A value that is not negative with one decimal, a half going up: ``13.3``."""
    tenths = (value * TENTHS + Fraction(1, 2)).__floor__()
    return f"{tenths // TENTHS}.{tenths % TENTHS}"


class _Formatter(string.Formatter):
    """Fills a template; what stands after the colon is the notation of the catalogue."""

    def __init__(self, texts: Texts) -> None:
        self._texts = texts

    def format_field(self, value: Any, format_spec: str) -> str:
        say = self._texts.say
        if "|" in format_spec:
            one, many = format_spec.split("|")
            return one if value == 1 else many
        match format_spec:
            case "":
                return str(value)
            case "duration":
                return self._texts.duration(value)
            case "points":
                return one_decimal(value).removesuffix(".0")
            case "list":
                return self._join(value, "and")
            case "names":
                return f": {self._join(value, 'and')}" if value else ""
            case "degree" | "a_degree":
                return say(f"{format_spec}.{value}")
            case "fields":
                return self._fields(value)
        raise MissingText(f"{self._texts.language}: no notation {format_spec}")

    def _fields(self, fields: tuple[str, ...]) -> str:
        named = [field.replace("_", " ") for field in fields]
        if len(named) > MOST_FIELDS:
            named = [*named[: MOST_FIELDS - 1], self._texts.say("join.more_fields")]
        return self._join(named, "or")

    def _join(self, items: list[str] | tuple[str, ...], last: Literal["and", "or"]) -> str:
        if len(items) < 2:
            return "".join(items)
        comma, word = self._texts.say("join.comma"), self._texts.say(f"join.{last}")
        return comma.join(items[:-1]) + word + items[-1]


@lru_cache(maxsize=8)
def builtin_texts(language: str = "en") -> Texts:
    """Load the catalogue of a language; raises :class:`UnknownLanguage`."""
    file = resources.files("app.engine.matching") / "data" / f"texts-{language}.toml"
    if not language.isalpha() or not file.is_file():
        raise UnknownLanguage(language)
    return parse_texts(file.read_text(encoding="utf-8"))


@lru_cache(maxsize=8)
def wording_version(language: str = "en") -> str:
    """Name the words of a language: what is said with one version is said so for ever."""
    texts = builtin_texts(language)
    return content_hash({"writer": WRITER, "language": language, "entries": dict(texts.entries)})


def parse_texts(text: str) -> Texts:
    """Read a catalogue from TOML."""
    entries = dict(_flat(tomllib.loads(text), ""))
    return Texts(entries.pop("language"), entries)


def _flat(table: Mapping[str, Any], prefix: str) -> Iterator[tuple[str, str]]:
    for name, value in table.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{prefix}{name}.")
        else:
            yield f"{prefix}{name}", value
