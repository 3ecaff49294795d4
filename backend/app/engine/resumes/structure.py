"""The fields of a structured document, put together to the entries that the file had."""

import re
from collections import defaultdict
from dataclasses import dataclass, replace

from app.engine.dates import PartialDate, Period
from app.engine.documents.model import Document, Line
from app.engine.evidence import Source, SourceKind
from app.engine.resumes.blocks import source_of
from app.engine.resumes.model import Claim
from app.engine.resumes.periods import find_periods
from app.engine.resumes.row import Row

_ISO = re.compile(r"(?P<year>[12]\d{3})(?:[-/](?P<month>0[1-9]|1[0-2]))?(?![\d])(?:[-/T].*)?")

_PAGE = re.compile(
    r"(?:https?://)?[^\s/:?#@\\]+\.[^\s/:?#@\\]+(?::\d+)?(?:[/?#]\S*)?", re.IGNORECASE
)

STRUCTURED = 98
"""How sure a value is that the file itself names."""


@dataclass(frozen=True, slots=True)
class Value:
    """One value with the lines it stands on, and its range on each."""

    text: str
    places: tuple[tuple[Line, int, int], ...]

    def source(self, kind: SourceKind, title: str) -> Source:
        """Where it stands."""
        _, start, end = self.places[0]
        return source_of(kind, title, [line for line, _, _ in self.places], (start, end))

    def claim(self, kind: SourceKind = "contact", title: str = "") -> Claim:
        """The value as a claim."""
        return Claim(self.text, (self.source(kind, title),), STRUCTURED)

    def rows(self, *, bullet: bool = False) -> tuple[Row, ...]:
        """Its lines prepared for reading; an item goes on over its lines, a text does not."""
        rows = [
            Row(line, line.text[start:end], start, bullet, continues=False, dates=())
            for line, start, end in self.places
        ]
        rest = [replace(row, bullet=False, continues=bullet) for row in rows[1:]]
        return (*rows[:1], *rest)


@dataclass(frozen=True, slots=True)
class Record:
    """One entry: its values by member; members that are lists have several."""

    values: dict[str, tuple[Value, ...]]

    def one(self, key: str) -> Value | None:
        """The value of a member, None where there is none."""
        return next(iter(self.many(key)), None)

    def many(self, key: str) -> tuple[Value, ...]:
        """The values of a member that is a list."""
        return self.values.get(key, ())

    def text(self, key: str) -> str | None:
        """The text of a member."""
        value = self.one(key)
        return value.text if value is not None else None

    def url(self) -> Value | None:
        """The address of a page; None for what a browser would do something else with."""
        value = self.one("url")
        return value if value is not None and _PAGE.fullmatch(value.text) else None

    def sources(self, kind: SourceKind, title: str, *keys: str) -> tuple[Source, ...]:
        """Where the values of these members stand, each place once."""
        found = [value.source(kind, title) for key in keys for value in self.many(key)]
        return tuple(dict.fromkeys(found))


@dataclass(frozen=True, slots=True)
class Structure:
    """All entries of a document by part, in order."""

    parts: dict[str, tuple[Record, ...]]
    lines: dict[str, tuple[Line, ...]]

    def records(self, part: str) -> tuple[Record, ...]:
        """The entries of a part."""
        return self.parts.get(part, ())


def structure_of(document: Document) -> Structure:
    """Put the fields of a document together."""
    by_number = {line.number: line for line in document.lines}
    places: dict[str, list[tuple[Line, int, int]]] = defaultdict(list)
    for field in document.fields:
        places[field.path].append((by_number[field.line], field.start, field.end))
    entries: dict[str, dict[int, dict[str, list[Value]]]] = defaultdict(
        lambda: defaultdict(lambda: defaultdict(list))
    )
    lines: dict[str, dict[int, Line]] = defaultdict(dict)
    for path, found in places.items():
        part, index, key = path.split("/", 2)
        name, _, item = key.rpartition("/")
        member = name if item.isdigit() else key
        text = "\n".join(line.text[start:end] for line, start, end in found)
        entries[part][int(index)][member].append(Value(text, tuple(found)))
        lines[part].update((line.number, line) for line, _, _ in found)
    return Structure(
        {
            part: tuple(
                Record({key: tuple(values) for key, values in records[index].items()})
                for index in sorted(records)
            )
            for part, records in entries.items()
        },
        {part: tuple(found[number] for number in sorted(found)) for part, found in lines.items()},
    )


def date_of(text: str | None) -> PartialDate | None:
    """A date of the schema, its day left out, or whatever else reads as one."""
    match = _ISO.fullmatch(text) if text else None
    if match is not None:
        return PartialDate(int(match["year"]), int(match["month"]) if match["month"] else None)
    found = find_periods(text) if text else ()
    return found[0].period.start if found else None


def period_of(record: Record) -> Period | None:
    """Without an end it goes on; an end alone is a single date, as elsewhere a span of its own."""
    start, end = date_of(record.text("startDate")), date_of(record.text("endDate"))
    if start is None:
        return Period(end, end) if end is not None else None
    if end is not None:
        return Period(start, end)
    written = record.text("endDate")
    is_current = written is None or any(
        found.period.is_current for found in find_periods(f"{start} - {written}")
    )
    return Period(start, is_current=is_current)
