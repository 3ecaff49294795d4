"""The source file of a person, and the marks of skills in its texts.

In texts, ``{shown=Canonical}`` marks a skill: "shown" is printed, "Canonical" is its label in the
expected facts; ``{Docker}`` prints and labels the same word. A skill that starts with ``~`` is
printed but not labelled. Because labels come from what is printed, they cannot drift from it.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from check import SourceError, check
from dates import DateStyle

MARK = re.compile(r"\{([^{}=]+)(?:=([^{}]+))?\}")

SUFFIXES = {"docx": "docx", "text": "txt"}
"""Ending of the files of a producer that does not write PDF."""


def plain(text: str) -> str:
    """Drop the marks of ``text`` and keep what is printed."""
    return MARK.sub(lambda mark: mark[1], text)


def all_plain(value: Any) -> Any:
    """Drop the marks of every text in ``value``, however deep."""
    if isinstance(value, str):
        return plain(value)
    if isinstance(value, list):
        return [all_plain(part) for part in value]
    if isinstance(value, dict):
        return {key: all_plain(part) for key, part in value.items()}
    return value


def marked_skills(value: Any) -> Iterator[str]:
    """Canonical names of the skills marked in any text of ``value``, however deep."""
    if isinstance(value, str):
        yield from (mark[2] or mark[1] for mark in MARK.finditer(value))
    elif isinstance(value, list | dict):
        for part in value.values() if isinstance(value, dict) else value:
            yield from marked_skills(part)


def item_shown(item: str) -> str:
    """What a list entry prints."""
    return item.removeprefix("~").partition("=")[0]


def item_skill(item: str) -> str | None:
    """Canonical name of a list entry, None where it is printed only."""
    if item.startswith("~"):
        return None
    shown, _, canonical = item.partition("=")
    return canonical or shown


@dataclass(frozen=True)
class Person:
    """One source file; ``data`` still has its marks."""

    slug: str
    layout: str
    data: dict[str, Any] = field(repr=False)

    @property
    def dates(self) -> DateStyle:
        """How this resume writes dates."""
        return DateStyle(**self.data.get("dates", {}))

    @property
    def file_name(self) -> str:
        """The rendered file."""
        return f"{self.slug}.{SUFFIXES.get(self.layout.partition('_')[0], 'pdf')}"


def load_person(path: Path) -> Person:
    """Read one source file; raises SourceError naming the file and the key of a mistake."""
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        check(data)
    except (tomllib.TOMLDecodeError, SourceError) as error:
        raise SourceError(f"{path.name}: {error}") from error
    return Person(slug=path.stem, layout=data["layout"], data=data)


def degree_title(entry: dict[str, Any]) -> str:
    """The degree as printed, with its major unless the degree's own name holds it."""
    if "shown" in entry:
        return str(entry["shown"])
    if not entry.get("major"):
        return str(entry["degree"])
    return f"{entry['degree']}{entry.get('joined_by', ' in ')}{entry['major']}"
