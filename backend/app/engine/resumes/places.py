"""Countries and states: to know a location when one stands, and the region of a phone number."""

import re
from functools import lru_cache

from app.engine.resumes.vocabulary import COMPANY_WORDS, package_data
from app.engine.text import fold

_DATA = package_data("places.toml")


def _by_name(table: str) -> dict[str, str]:
    return {name: code for code, names in _DATA[table].items() for name in names}


COUNTRIES = _by_name("countries")
"""Folded country name to its ISO 3166 code, which is also its phone region."""

_STATE_CODES = _by_name("states")
_REGIONS = _by_name("regions")
_CITIES = _by_name("cities")

ARRANGEMENTS: frozenset[str] = frozenset(
    {"remote", "hybrid", "onsite", "on-site", "on site", "homeoffice", "home office", "teletravail"}
)

_ARRANGED = re.compile(rf"\s*[(\[]?\b(?:{'|'.join(sorted(ARRANGEMENTS))})[)\]]?$", re.IGNORECASE)
_ARRANGEMENTS = tuple(sorted(ARRANGEMENTS))
_AND = re.compile(r"\s+(?:&|and|und|et|y|e|/)\s+")
_POSTCODE = re.compile(
    r"\b(?:[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}|\d{4,6}(?:-\d{3,4})?)\b"
    r"|(?<=[a-z]\s)[A-Z]{1,2}\d{1,2}[A-Z]?\b"
)
_CODE_LETTERS = 2
_PLACE_WORDS = re.compile(r"[^\W\d_][\w.'’\- ]*$")


def region_of(place: str) -> str | None:
    """The country code that the last telling part of ``place`` names, or None."""
    parts = _parts(place)
    if len(parts) > 1 and len(parts[-1]) == _CODE_LETTERS:  # "Eindhoven, NL" is not Newfoundland
        city = _CITIES.get(fold(parts[-2]))
        if city == parts[-1].upper():
            return city
    return next((code for part in reversed(parts) if (code := _code_of(part))), None)


@lru_cache(maxsize=4096)
def is_place(text: str) -> bool:
    """Whether ``text`` reads as a location and nothing else.

    ``City``, ``City, State`` and ``District, City, Country`` do; ``Some Name, City`` does not,
    since the name may be a company: then it is for the reader of the line to tell them apart.
    """
    text = text.strip(" ()[]")
    if is_arrangement(text):
        return True
    if text.lower().endswith(_ARRANGEMENTS):
        text = _ARRANGED.sub("", text)
    parts = _parts(text)
    if not parts or len(parts) > 4 or len(text) > 60:
        return False
    if len(parts) > 1 and fold(parts[0]).strip(".") in COMPANY_WORDS:
        return False  # "Inc., New York, NY" is the rest of a company's name and its place
    if not all(
        _PLACE_WORDS.match(_AND.sub(" ", part)) and len(part.split()) <= 4 for part in parts
    ):
        return False
    last = parts[-1]
    if len(parts) == 1:
        names = [fold(name) for name in _AND.split(last)]
        return len(last) > 3 and all(name in COUNTRIES or name in _CITIES for name in names)
    if fold(last) in _CITIES and fold(last) not in COUNTRIES and fold(last) not in _REGIONS:
        return False
    return _code_of(last) is not None


def is_arrangement(text: str) -> bool:
    """Whether ``text`` says from where the work is done, as "remote" does."""
    return fold(text) in ARRANGEMENTS


def is_state(text: str) -> bool:
    """Whether ``text`` is a state's or province's name or, in capitals, its postal code."""
    known = fold(text.strip())
    return known in _REGIONS or (text.strip().isupper() and known in _STATE_CODES)


def is_country(text: str) -> bool:
    """Whether ``text`` is the name of a country."""
    return fold(text).strip(" .") in COUNTRIES


def is_city(text: str) -> bool:
    """Whether ``text`` is the name of a known large city."""
    return fold(text) in _CITIES


def _parts(place: str) -> list[str]:
    opened = place.replace(" (", ", ")  # "Arequipa (Perú)" is "Arequipa, Perú"
    parts = [part.strip(" .()") for part in _POSTCODE.sub("", opened).split(",")]
    return [part for part in parts if part]


def _code_of(part: str) -> str | None:
    known = fold(part)
    if part.isupper() and known in _STATE_CODES and len(part) <= 3:
        return _STATE_CODES[known]
    if known in COUNTRIES and (len(known) > 2 or part.isupper()):
        return COUNTRIES[known]
    return _REGIONS.get(known) or _CITIES.get(known)
