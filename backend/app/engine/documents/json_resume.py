"""JSON Resume (version 1.0.0 of its schema) as a file: what is one, and what of it is refused.

The schema forbids little, so people's files bend it: empty values are taken for absent, numbers
for text, and the names that drafts had (``company``, ``website``) for today's. Anything else that
is not as the schema says is refused with the place, rather than lost without a word. So is what no
resume has, a thousand jobs or a name of a page: it would cost a reader minutes.
"""

import json
import re
from collections import Counter
from typing import Any, NoReturn

from app.engine.documents.errors import BrokenDocument, TooManyPages, UnsupportedType
from app.engine.documents.limits import ReadingLimits

MEDIA_TYPE = "application/json"
MAX_DEPTH = 12
MAX_ENTRIES = 1_000
"""Of one list."""

MAX_CHARACTERS = 2_000
"""Of one value that people write on a line."""

ENTRIES: tuple[str, ...] = (
    "work", "volunteer", "education", "projects", "skills", "languages", "certificates", "awards",
    "publications", "interests", "references",
)  # fmt: skip
"""Parts that are lists of objects; ``basics`` is one object."""

LISTS: frozenset[str] = frozenset({"highlights", "courses", "keywords", "roles"})
"""Members of an entry that are lists of texts; all others are one text."""

_TEXTS: frozenset[str] = frozenset(
    {
        "name", "label", "email", "phone", "url", "summary", "description", "position", "location",
        "organization", "startDate", "endDate", "institution", "area", "studyType", "score",
        "level", "language", "fluency", "issuer", "date", "title", "awarder", "publisher",
        "releaseDate", "network", "username", "city", "region", "countryCode", "address",
        "postalCode", "entity", "type", "reference",
    }
)  # fmt: skip

_KNOWN = _TEXTS | LISTS | {"basics", "profiles", *ENTRIES}
_LINES = _TEXTS - {"summary", "description", "reference"}
_ALIASES = {"company": "name", "website": "url", "gpa": "score"}
_STRING = re.compile(r'"(?:[^"\\]|\\.)*(?:"|\\?\Z)', re.DOTALL)
_BRACKETS = re.compile(r"[\[\]{}]")
_NOT_ONE = (
    "The JSON is not a JSON Resume: it has none of basics, work, education, skills and the like. "
    "Export it from a program that writes JSON Resume, or upload a PDF."
)

Entry = dict[str, str | list[str]]
"""Members by name, empty ones left out."""

Parts = dict[str, list[Entry]]
"""Entries by part. ``basics`` is one entry, with ``location/city``; ``profiles`` are a part."""


def parse(data: bytes, limits: ReadingLimits) -> Parts:
    """What a file holds.

    Raises :class:`BrokenDocument` for what is no JSON or bends the schema, :class:`UnsupportedType`
    for other JSON and :class:`TooManyPages` for a text that is too long.
    """
    if len(data) > limits.max_characters:
        raise TooManyPages("The JSON is longer than a resume can be. Leave pictures in it out.")
    whole = _loaded(data)
    if not isinstance(whole, dict) or not any(key in whole for key in ("basics", *ENTRIES)):
        raise UnsupportedType(_NOT_ONE)
    basics, profiles = _basics(whole.get("basics"))
    parts: Parts = {"basics": [basics] if basics else [], "profiles": profiles}
    for part in ENTRIES:
        parts[part] = _entries(whole.get(part), part)
    return parts


def _loaded(data: bytes) -> Any:
    try:
        text = data.decode(json.detect_encoding(data))
        if _depth(text) > MAX_DEPTH:
            raise BrokenDocument("The JSON is nested deeper than a resume is. Export it again.")
        return json.loads(
            text,
            parse_int=str,
            parse_float=str,
            parse_constant=lambda _: None,  # NaN is how tables export an empty cell
            object_pairs_hook=_members,
        )
    except json.JSONDecodeError as error:
        raise BrokenDocument(
            f"The file is not valid JSON: {error.msg} in line {error.lineno}, column {error.colno}."
        ) from None
    except (ValueError, RecursionError):
        raise BrokenDocument("The file is not valid JSON. Save it again, as UTF-8.") from None


def _members(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    members = dict(pairs)
    if len(members) < len(pairs):
        twice = {key for key, n in Counter(key for key, _ in pairs).items() if n > 1}
        for key in sorted(twice & _KNOWN):
            raise BrokenDocument(f"The JSON names {key} twice in one object. Put both into one.")
    return members


def _depth(text: str) -> int:
    depth = deepest = 0
    for bracket in _BRACKETS.findall(_STRING.sub("", text)):
        depth += 1 if bracket in "[{" else -1
        deepest = max(deepest, depth)
    return deepest


def _basics(value: Any) -> tuple[Entry, list[Entry]]:
    given = _object(value, "basics")
    places = _entry(_object(given.get("location"), "basics.location"), "basics.location")
    basics = _entry(
        {key: item for key, item in given.items() if key not in ("location", "profiles")}, "basics"
    )
    basics |= {f"location/{key}": item for key, item in places.items()}
    return basics, _entries(given.get("profiles"), "basics.profiles")


def _entries(value: Any, place: str) -> list[Entry]:
    if value is None:
        return []
    if not isinstance(value, list):
        _refuse(place, "a list")
    _limit(value, place)
    named = [(item, f"{place}[{at}]") for at, item in enumerate(value)]
    return [_entry(_object(item, where), where) for item, where in named]


def _object(value: Any, place: str) -> dict[str, Any]:
    if value is None:
        return {}
    if not isinstance(value, dict):
        _refuse(place, "an object")
    return value


def _entry(given: dict[str, Any], place: str) -> Entry:
    entry: Entry = {}
    for key, value in given.items():
        name = _ALIASES.get(key, key) if key in _ALIASES and _ALIASES[key] not in given else key
        if name in LISTS:
            entry[name] = _texts(value, f"{place}.{key}")
        elif isinstance(value, str):
            if name in _LINES and len(value) > MAX_CHARACTERS:
                raise TooManyPages(f"{place}.{key} is longer than {MAX_CHARACTERS:,} characters.")
            entry[name] = value
        elif name in _TEXTS and value is not None:
            _refuse(f"{place}.{key}", "a text")
    return {key: value for key, value in entry.items() if value}


def _texts(value: Any, place: str) -> list[str]:
    if value is None:
        return []
    if not isinstance(value, list) or not all(isinstance(i, str | None) for i in value):
        _refuse(place, "a list of texts")
    _limit(value, place)
    return [item for item in value if item]


def _limit(values: list[Any], place: str) -> None:
    if len(values) > MAX_ENTRIES:
        raise TooManyPages(f"{place} has more entries than a resume can have: {len(values):,}.")


def _refuse(place: str, wanted: str) -> NoReturn:
    raise BrokenDocument(f"The JSON Resume is not as its schema says: {place} has to be {wanted}.")
