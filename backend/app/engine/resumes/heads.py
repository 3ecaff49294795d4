"""Cut the head of an entry into its parts: names, roles, places, and when."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from app.engine.resumes.periods import FoundPeriod, find_periods
from app.engine.resumes.places import is_arrangement, is_city, is_country, is_place, is_state
from app.engine.resumes.roles import company_weight, folded_words, is_role, is_unit, names_role
from app.engine.resumes.row import DURATION, Row
from app.engine.resumes.vocabulary import COMPANY_WORDS, NO_NAMES, TOWN_PARTICLES
from app.engine.text import fold

_TURN = "\x1f"
"""Stands for the space where the type of a line changes."""

_SPLIT = re.compile(
    r"[\t\x1f]+|\s+[|¦│·•⋄∙]\s*|\s{3,}|\s+[—–]+\s+|\s+-{1,2}\s+|\s*\s//\s|\s*;\s+|\s*[\[\]]\s*"
)
_AT_PLACE = re.compile(r"(?P<name>.+?)\s*@\s*(?P<place>[^@]+)$")
_AT = re.compile(r"\s+(?:(?:at|bei|chez|presso|en la|na empresa)\s+|@\s*)(?=[\w*])", re.IGNORECASE)
_LEADING_AT = re.compile(r"^(?:@\s*|(?:at|bei|chez|presso)\s+)(?=[^\W_])")
_IN_NAME = re.compile(r"\)\s+[^\W\d_]")
"""What follows a year that is part of a name: ``Harbour Bakery (1987) Ltd.``."""

_BRACKETED = re.compile(r"(?P<name>[^()]+?),?\s*\((?P<place>[^()]+)\)")
_STREET = re.compile(r"\s\d+\w?(?:[/-]\d+\w?)?$|^\d+\s")
_TOWN_WORD = re.compile(r"(?:d['’])?[^\W\d_a-z][^\W\d_]*[.'’]?[^\W\d_]*")
_TOWN_WORDS = 4
_JUNK = " \t,;:|–—-·•()[]/*_`"
_DATE_LABEL = re.compile(
    r"\b(?:expected|from|since|seit|depuis|von|de|dal|desde|vom)\s*$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a head with the row it stands on."""

    text: str
    row: Row
    first_of_row: bool


def head_period(rows: Sequence[Row]) -> tuple[FoundPeriod | None, Row | None]:
    """The entry's period: the first range at an edge, else the first date at one, else any."""
    edge = [(row.edge_date, row) for row in rows if row.edge_date is not None]
    every = edge or [(found, row) for row in rows for found in row.dates]
    ranges = [(found, row) for found, row in every if found is not None and found.is_range]
    chosen = (ranges or every)[:1]
    return chosen[0] if chosen else (None, None)


def head_parts(rows: Sequence[Row], *, by_type: bool = False) -> tuple[Part, ...]:
    """All parts of the rows without dates and durations, in order.

    With ``by_type`` what is set in another weight, slant or colour is a part of its own.
    """
    parts: list[Part] = []
    for row in rows:
        first = True
        text = _with_turns(row) if by_type and row.line.turns else row.text
        for piece in _SPLIT.split(_without(text, row.dates)):
            text = _LEADING_AT.sub("", piece.strip(_JUNK.replace("(", "").replace(")", "")))
            text = text.strip() if text.count("(") == text.count(")") else text.strip("() ")
            if any(c.isalpha() for c in text) and fold(text) not in NO_NAMES:
                parts.append(Part(text, row, first))
                first = False
    return tuple(parts)


def _with_turns(row: Row) -> str:
    """The row's text with a sign of parting for each space where the type changes at a name."""
    text = row.text
    for turn in row.line.turns:
        at = turn - row.offset
        if 1 < at < len(text) and text[at - 1] == " " and (text[at].isupper() or text[at] in "@("):
            text = f"{text[: at - 1]}{_TURN}{text[at:]}"
    return text


def opened_parts(rows: Sequence[Row]) -> tuple[Part, ...]:
    """All parts of the rows, those that hold a role and a company or a place cut apart."""
    return tuple(piece for part in head_parts(rows, by_type=True) for piece in _opened(part))


def without_dates(text: str) -> str:
    """The text with dates and durations cut out; what stood beside them is kept apart by tabs."""
    return _without(text, find_periods(text))


def _without(text: str, dates: Sequence[FoundPeriod]) -> str:
    pieces, at = [], 0
    for found in dates:
        if _IN_NAME.match(text, found.end) and text[: found.start].endswith("("):
            continue
        pieces.append(_DATE_LABEL.sub("", text[at : found.start]))
        at = found.end
    pieces.append(text[at:])
    joined = "\t".join(
        piece.strip(" ,;:–—-|(") if k else piece.rstrip(" ,;:–—-|([")
        for k, piece in enumerate(pieces)
    )
    return DURATION.sub("\t", joined) if any(c.isdigit() for c in joined) else joined


def _opened(part: Part) -> list[Part]:
    """Split ``Title at Company``, ``Company, Title``, ``Name, City, Country`` and the like."""
    place = _AT_PLACE.match(part.text)
    if place and is_place(place["place"]) and not is_role(place["name"]):
        return _parts_of(part, (place["name"], place["place"]))
    at = _AT.search(part.text)
    if at and ("@" in at.group() or names_role(part.text[: at.start()])):
        return [
            piece
            for half in _parts_of(part, (part.text[: at.start()], part.text[at.end() :]))
            for piece in _opened(half)
        ]
    for sign in (": ", " / "):
        one, found, other = part.text.partition(sign)
        if found and is_role(one) != is_role(other) and max(map(_words, (one, other))) <= 6:
            return [piece for half in _parts_of(part, (one, other)) for piece in _opened(half)]
    pieces = [piece.strip() for piece in part.text.split(",") if piece.strip()]
    if len(pieces) < 2:
        return [part]
    roles = [is_role(piece) for piece in pieces]
    if any(roles) and not all(roles):
        return _by_commas(part, pieces, roles)
    if len(pieces) > 2 and not any(roles) and not is_city(pieces[0]):
        name, tail = split_place(part)
        return [name, tail] if tail is not None else [part]
    return [part]


def _words(text: str) -> int:
    return len(text.split())


def _by_commas(part: Part, pieces: Sequence[str], roles: Sequence[bool]) -> list[Part]:
    """Role pieces together; of the rest the places off the end, then the name."""
    groups: list[tuple[bool, list[str]]] = []
    for piece, role in zip(pieces, roles, strict=True):
        if groups and groups[-1][0] == role:
            groups[-1][1].append(piece)
        else:
            groups.append((role, [piece]))
    found = _parts_of(part, [", ".join(group) for _, group in groups])
    opened: list[Part] = []
    for named, (role, _) in zip(found, groups, strict=True):
        if role or (is_place(named.text) and named.text.count(",") < 2):
            opened.append(named)
        else:
            name, tail = split_place(named)
            opened.extend(_unit_and_name(name) if opened else [name])
            opened.extend([] if tail is None else [tail])
    return opened


def _unit_and_name(part: Part) -> list[Part]:
    """``Internal Medicine, Juniper Hospital`` after a role: its field, and the company's name."""
    first, comma, last = part.text.partition(", ")
    is_name = company_weight(last) > 0 and not all(
        word in COMPANY_WORDS for word in folded_words(last)
    )
    if comma and is_name and (is_unit(first) or not company_weight(first)):
        return _parts_of(part, (first, last))
    return [part]


def _parts_of(part: Part, texts: Sequence[str]) -> list[Part]:
    return [
        Part(
            text.strip(_JUNK.replace("(", "").replace(")", "")),
            part.row,
            part.first_of_row and not k,
        )
        for k, text in enumerate(texts)
    ]


def split_place(part: Part) -> tuple[Part, Part | None]:
    """Take a place off the end of a name: ``, City, State, Country`` down to a known ``, City``."""
    pieces = part.text.split(",")
    is_full = len(pieces) > 3 and is_state(pieces[-2]) and is_country(pieces[-1])
    for take in (3, 2, 1) if is_full else (2, 1):
        if len(pieces) > take:
            place = ",".join(pieces[-take:]).strip()
            name = ",".join(pieces[:-take]).strip()
            if is_place(place) and not (take == 2 and is_city(name) and len(pieces) == 3):
                return _named_and_placed(part, name, place)
    return part, None


def without_place(part: Part) -> tuple[Part, Part | None]:
    """Take the place off a company: after a comma, known or not, or a known one in brackets."""
    bracketed = _BRACKETED.fullmatch(part.text)
    if bracketed and is_place(bracketed["place"]) and not is_arrangement(bracketed["place"]):
        named, place = _named_and_placed(part, bracketed["name"], bracketed["place"])
        named, town = _without_town(named)
        whole = part.text[len(named.text) :].strip(" ,") if town else place.text
        return named, Part(whole, part.row, first_of_row=False)
    return _without_town(part)


def _without_town(part: Part) -> tuple[Part, Part | None]:
    named, place = split_place(part)
    if place is None:
        named, place = _split_town(named)
    name, comma, street = named.text.rpartition(", ")
    if place is not None and comma and _STREET.search(street):
        return _named_and_placed(part, name, f"{street}, {place.text}")
    return named, place


def _split_town(part: Part) -> tuple[Part, Part | None]:
    """Take what reads as a town off the end of a company's name, though no list knows it.

    ``Galil Drones, Karmiel``: a short capitalised name without a word of companies or their parts.
    """
    pieces = part.text.split(",")
    taken = 0
    while taken < min(2, len(pieces) - 1) and _may_be_town(pieces[-1 - taken].strip()):
        taken += 1
    if not taken:
        return part, None
    return _named_and_placed(part, ",".join(pieces[:-taken]), ",".join(pieces[-taken:]))


def _may_be_town(text: str) -> bool:
    words = text.replace("-", " ").split()
    if not 1 <= len(words) <= _TOWN_WORDS or text.isupper() or words[-1] in TOWN_PARTICLES:
        return False
    if not all(word in TOWN_PARTICLES or _TOWN_WORD.fullmatch(word) for word in words):
        return False
    return not (company_weight(text) or is_unit(text) or is_role(text))


def _named_and_placed(part: Part, name: str, place: str) -> tuple[Part, Part]:
    named = Part(name.strip(), part.row, part.first_of_row)
    return named, Part(place.strip(), part.row, first_of_row=False)
