"""Read the head of an entry: which part is the role, which the company, which the place."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from app.engine.resumes.periods import FoundPeriod, find_periods
from app.engine.resumes.places import is_city, is_country, is_place, is_state
from app.engine.resumes.row import Row
from app.engine.resumes.vocabulary import COMPANY_WORDS, NO_NAMES, ROLE_WORDS, UNIT_WORDS
from app.engine.text import fold

_WORDS = re.compile(r"[^\W_][\w'’.+#-]*|&")
_SPLIT = re.compile(r"\t+|\s+[|¦│·•⋄∙]\s*|\s{3,}|\s+[—–]+\s+|\s+-{1,2}\s+|\s*\s//\s|\s*;\s+")
_DOTTED = re.compile(r"(?:[a-z]\.)+[a-z]")
_AT_PLACE = re.compile(r"(?P<name>.+?)\s*@\s*(?P<place>[^@]+)$")
_LEVEL_TAIL = re.compile(r"(?:\s+(?:[IVX]{1,4}|\d|[A-Z]\d))?(?:\s*\([^)]*\))?\s*$")
_OF_WORDS = frozenset({"of", "de", "for", "fur", "di"})
_MAX_ROLE_WORDS = 14
_AT = re.compile(r"\s+(?:at|@|bei|chez|presso|en la|na empresa)\s+(?=[^\W_])", re.IGNORECASE)
_DURATION = re.compile(
    r"\(?\b(?:\d+\s*(?:years?|yrs?\.?|months?|mos?\.?|ans?|mois|jahre?|monate?)"
    r"(?![^\W\d_])[\s,]*)+\)?",
    re.IGNORECASE,
)
_JUNK = " \t,;:|–—-·•()[]/"
_DATE_LABEL = re.compile(
    r"\b(?:expected|from|since|seit|depuis|von|de|dal|desde|vom)\s*$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a head with the row it stands on."""

    text: str
    row: Row
    first_of_row: bool


@dataclass(frozen=True, slots=True)
class Head:
    """What a head says of a job; parts are verbatim. ``extra`` is what fits no place."""

    company: Part | None
    role: Part | None
    place: Part | None
    period: FoundPeriod | None
    period_row: Row | None
    extra: tuple[Part, ...]


def role_weight(text: str) -> int:
    """How many words of ``text`` are words of roles."""
    return sum(
        1
        for word in _folded_words(text)
        if word in ROLE_WORDS or any(piece in ROLE_WORDS for piece in word.split("-"))
    )


def company_weight(text: str) -> int:
    """How many words of ``text`` are words of organisations."""
    return sum(1 for word in _folded_words(text) if word in COMPANY_WORDS)


def _folded_words(text: str) -> list[str]:
    words = [fold(word).strip(".'") for word in _WORDS.findall(text)]
    return [word.replace(".", "") if _DOTTED.fullmatch(word) else word for word in words]


def head_period(rows: Sequence[Row]) -> tuple[FoundPeriod | None, Row | None]:
    """The entry's period: the first range at an edge, else the first date at one, else any."""
    edge = [(row.edge_date, row) for row in rows if row.edge_date is not None]
    every = edge or [(found, row) for row in rows for found in row.dates]
    ranges = [(found, row) for found, row in every if found is not None and found.is_range]
    chosen = (ranges or every)[:1]
    return chosen[0] if chosen else (None, None)


def head_parts(rows: Sequence[Row]) -> tuple[Part, ...]:
    """All parts of the rows without dates and durations, in order."""
    parts: list[Part] = []
    for row in rows:
        first = True
        for piece in _SPLIT.split(without_dates(row.text)):
            text = piece.strip(_JUNK.replace("(", "").replace(")", ""))
            text = text.strip() if text.count("(") == text.count(")") else text.strip("() ")
            if any(c.isalpha() for c in text) and fold(text) not in NO_NAMES:
                parts.append(Part(text, row, first))
                first = False
    return tuple(parts)


def without_dates(text: str) -> str:
    """The text with dates and durations cut out; what stood beside them is kept apart by tabs."""
    pieces, at = [], 0
    for found in find_periods(text):
        pieces.append(_DATE_LABEL.sub("", text[at : found.start]))
        at = found.end
    pieces.append(text[at:])
    joined = "\t".join(
        piece.strip(" ,;:–—-|(") if k else piece.rstrip(" ,;:–—-|([")
        for k, piece in enumerate(pieces)
    )
    return _DURATION.sub("\t", joined) if any(c.isdigit() for c in joined) else joined


def is_role(text: str) -> bool:
    """Whether the words of ``text`` make it a role: its head noun, first or last, is one."""
    words = _folded_words(_LEVEL_TAIL.sub("", text))
    if not words or len(words) > _MAX_ROLE_WORDS:
        return False
    roles, companies = role_weight(text), company_weight(text)
    if any(a in ROLE_WORDS and b in _OF_WORDS for a, b in pairwise(words[:4])):
        return True  # "Vice President of Search Services", "Head of Labs"
    if words[0] in ROLE_WORDS and words[-1] == "software":
        return True  # in Romance languages the head noun comes first: "Analista software"
    if words[-1] in COMPANY_WORDS and words[-1] not in ROLE_WORDS and companies >= roles:
        return False
    ends = {words[-1], words[0], *words[-1].split("-"), *words[0].split("-")}
    return bool(ends & ROLE_WORDS) or roles > companies


def read_head(rows: Sequence[Row], *, company_first: bool) -> Head:
    """Assign the parts of a head; ``company_first`` settles what words leave open."""
    period, period_row = head_period(rows)
    parts = [piece for part in head_parts(rows) for piece in _opened(part)]
    places = [part for part in parts if is_place(part.text)]
    named = [part for part in parts if part not in places]
    role = next((part for part in named if is_role(part.text)), None)
    rest = [part for part in named if part is not role]
    company = _best_company(rest, role)
    if role is None and company is not None and len(rest) > 1:
        company, role = _by_order(rest, company_first=company_first)
    if company is None:
        company = next((part for part in places if _may_be_company(part)), None)
        places = [part for part in places if part is not company]
    place = places[0] if places else None
    whole_company = company
    if company is not None:
        company, tail = split_place(company)
        place = place or tail
    extra = tuple(part for part in rest if part is not role and part is not whole_company)
    if role is not None:
        role, extra = _with_suffix(role, extra)
    return Head(company, role, place, period, period_row, extra)


def _opened(part: Part) -> list[Part]:
    """Split ``Title at Company``, ``Company, Title``, ``Name, City, Country`` and the like."""
    place = _AT_PLACE.match(part.text)
    if place and is_place(place["place"]) and not is_role(place["name"]):
        return _parts_of(part, (place["name"], place["place"]))
    at = _AT.search(part.text)
    if at and is_role(part.text[: at.start()]):
        return [
            piece
            for half in _parts_of(part, (part.text[: at.start()], part.text[at.end() :]))
            for piece in _opened(half)
        ]
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
            opened.extend([name] if tail is None else [name, tail])
    return opened


def _parts_of(part: Part, texts: Sequence[str]) -> list[Part]:
    return [
        Part(
            text.strip(_JUNK.replace("(", "").replace(")", "")),
            part.row,
            part.first_of_row and not k,
        )
        for k, text in enumerate(texts)
    ]


def _best_company(parts: Sequence[Part], role: Part | None) -> Part | None:
    """The part with words of organisations; else beside the role; else what opens a row."""
    candidates = [
        p
        for p in parts
        if len(p.text.split()) <= 10 and ": " not in p.text and not _is_enumeration(p)
    ]
    marked = [p for p in candidates if company_weight(p.text) and not _is_unit(p.text)]
    beside = [
        p for p in candidates if role is not None and p.row is role.row and not _is_unit(p.text)
    ]
    opening = [p for p in candidates if p.first_of_row and not is_role(p.text)]
    for choice in (marked, beside, opening, candidates):
        if choice:
            return choice[0]
    return None


def _is_enumeration(part: Part) -> bool:
    """``Docker, Git, SQL Server, Jira``: too many commas for a name and its place."""
    return split_place(part)[0].text.count(",") > 2


def _may_be_company(place: Part) -> bool:
    """``Merlion Mobility, Singapore`` opening a row: what is no known city may be a company."""
    first, comma, last = place.text.partition(",")
    is_state_code = len(last.strip()) <= 3
    return place.first_of_row and bool(comma) and not is_city(first) and not is_state_code


def _is_unit(text: str) -> bool:
    """A team or department of a company, named after the role."""
    words = _folded_words(text)
    return bool(words) and words[-1] in UNIT_WORDS


def _with_suffix(role: Part, extra: tuple[Part, ...]) -> tuple[Part, tuple[Part, ...]]:
    """Give a role back the unit it was cut from: ``Registered Nurse, Emergency Department``."""
    for part in extra:
        whole = f"{role.text}, {part.text}"
        if part.row is role.row and whole in role.row.text:
            rest = tuple(other for other in extra if other is not part)
            return Part(whole, role.row, role.first_of_row), rest
    return role, extra


def _by_order(parts: Sequence[Part], *, company_first: bool) -> tuple[Part | None, Part | None]:
    marked = next((part for part in parts if company_weight(part.text)), None)
    if marked is not None:
        return marked, next(part for part in parts if part is not marked)
    first, second = parts[0], parts[1]
    return (first, second) if company_first else (second, first)


def split_place(part: Part) -> tuple[Part, Part | None]:
    """Take a place off the end of a name: ``, City, State, Country`` down to a known ``, City``."""
    pieces = part.text.split(",")
    is_full = len(pieces) > 3 and is_state(pieces[-2]) and is_country(pieces[-1])
    for take in (3, 2, 1) if is_full else (2, 1):
        if len(pieces) > take:
            place = ",".join(pieces[-take:]).strip()
            name = ",".join(pieces[:-take]).strip()
            if is_place(place) and not (take == 2 and is_city(name) and len(pieces) == 3):
                named = Part(name, part.row, part.first_of_row)
                return named, Part(place, part.row, first_of_row=False)
    return part, None
