"""Who a resume is about: name, email, phone, location and links, each with its place."""

import re
from collections.abc import Sequence
from itertools import zip_longest

import phonenumbers

from app.engine.documents.model import Document, Line
from app.engine.evidence import Source
from app.engine.resumes.addresses import EMAIL, URL, blanked, read_links
from app.engine.resumes.blocks import source_of
from app.engine.resumes.broken_addresses import mended
from app.engine.resumes.model import Claim, Contact
from app.engine.resumes.names import read_name
from app.engine.resumes.periods import find_periods
from app.engine.resumes.places import is_country, is_place, is_state, region_of
from app.engine.resumes.sections import Section

_PHONE = re.compile(
    r"(?<![\w/.@-])(?:\+|00)?\(?\+?\d[\d \xa0().\-‐-―−/·]{5,22}\d"
    r"(?:\s*(?:x|ext\.?)\s*\d{1,5})?(?![\w@])"
)
_HOUSE_NUMBER = re.compile(r"[1-9]\d{0,3}\s?[/-]")
_NORTH_AMERICAN = re.compile(r"(?:1[\s.\-–−])?\(?\d{3}\)?[\s.\-–−]{1,2}\d{3}[\s.\-–−]\d{4}$")
_FRENCH = re.compile(r"0[1-9](?:[\s.]\d\d){4}$")
_BRITISH = re.compile(r"07\d{3}[\s.]\d{3}[\s.]?\d{3}$")
_PLACE_SPLIT = re.compile(r"\t+|\s+[|¦│·•●⋄∙◦▪~–—,/]\s+|\s+\|$|\s{2,}|\s*[•●]\s+")
_CELL_GAP = re.compile(r"\t|\s[|•·]\s|\s{3,}")
_POSTAL_TOWN = re.compile(r"(?:[A-Z]{1,2}-)?\d{4,5} [^\W\d_][^\d,@]{1,30}")
_STREET = re.compile(r"^[^\W\d_].*\d|^\d+[a-z]?\s+[^\W\d_]", re.IGNORECASE)
_POSTCODE_BEFORE = re.compile(r"\d{4,6}\s+(?=\()")
_PLACE_LABEL = re.compile(
    r"^\W*(?:address|location|adresse|anschrift|wohnort|city|direccion|dirección|indirizzo|residence"
    r"|based in|lives in|endereço|home)\s*[:\t]?\s+",
    re.IGNORECASE,
)
_SKIPPED_KINDS = frozenset({"references", "experience", "projects", "education", "skills"})
_CONTACT_KINDS = frozenset({"header", "contact"})
_WHOLE_NUMBER = phonenumbers.ValidationResult.IS_POSSIBLE
"""Long enough to be called from another country, not only from the same town."""

_FEW_DIGITS = 3
_VERY_SURE, _SURE, _LIKELY, _GUESSED = 99, 96, 90, 75


def read_contact(document: Document, sections: Sequence[Section]) -> Contact:
    """Read the contact block wherever it stands; a missing value is None."""
    whole = mended(document.lines)
    lines = {line.number: line for line in whole.lines}

    def of(numbers: Sequence[int]) -> list[Line]:
        return [lines[number] for number in numbers if number in lines]

    top = of([line.number for s in sections if s.kind in _CONTACT_KINDS for line in s.lines])
    other = of(
        [
            line.number
            for s in sections
            if s.kind not in _CONTACT_KINDS | _SKIPPED_KINDS
            for line in s.lines
        ]
    )
    email = _email(top) or _email(other) or _email(whole.lines)
    if email is not None and not _email(top):
        top += _around(email, whole.lines)
    email = email or _linked_email(document)
    name = read_name(document, sections, email.value if email else None)
    location = _location(top, name) or _labelled_location(other)
    phone = _phone(top, location) or _phone(other, location)
    links = read_links(document, top, other, name, email)
    email, phone, location = (c and whole.on_page(c) for c in (email, phone, location))
    return Contact(name, email, phone, location, tuple(whole.on_page(link) for link in links))


def _around(email: Claim, lines: Sequence[Line]) -> list[Line]:
    """The line of an email address that stands apart, as in a foot, and addresses beside it."""
    at = next(i for i, line in enumerate(lines) if line.number == email.sources[0].lines[0])
    start = end = at
    while start > 0 and _is_address(lines[start - 1], lines[start]):
        start -= 1
    while end + 1 < len(lines) and _is_address(lines[end + 1], lines[end]):
        end += 1
    return list(lines[start : end + 1])


def _is_address(line: Line, beside: Line) -> bool:
    """Whether a line next to one of addresses is one of them."""
    holds = URL.search(line.text) or EMAIL.search(line.text) or _PHONE.search(line.text)
    return line.page == beside.page and (bool(holds) or is_place(line.text.strip()))


def _claim(value: str, line: Line, span: tuple[int, int], confidence: int) -> Claim:
    return Claim(value, (_source(line, span),), confidence)


def _source(line: Line, span: tuple[int, int] | None) -> Source:
    return source_of("contact", "", [line], span)


def _email(lines: Sequence[Line]) -> Claim | None:
    for line in lines:
        match = EMAIL.search(line.text)
        if match:
            value = re.sub(r"\s", "", match.group()).rstrip(".")
            return _claim(value, line, match.span(), _VERY_SURE)
    return None


def _linked_email(document: Document) -> Claim | None:
    """An address that only the link behind an icon or a word says."""
    lines = {line.number: line for line in document.lines}
    for link in document.links:
        if link.uri.lower().startswith("mailto:") and "@" in link.uri:
            value = link.uri[len("mailto:") :].split("?")[0].strip()
            line = lines.get(link.line) if link.line is not None else None
            sources = (_source(line, None),) if line is not None else ()
            return Claim(value, sources, _LIKELY)
    return None


def _phone(lines: Sequence[Line], location: Claim | None) -> Claim | None:
    """The first number with a country code, else the first whose country can be told, else any."""
    region = region_of(location.value) if location else None
    region = region or next((found for line in lines if (found := region_of(line.text))), None)
    numbers: list[Claim] = []
    for line in lines:
        text = blanked(line.text, (URL, EMAIL))
        for match in _PHONE.finditer(text):
            postcode = _POSTCODE_BEFORE.match(match.group())
            start = match.start() + (postcode.end() if postcode else 0)
            raw = text[start : match.end()]
            if _may_be_phone(raw):
                value, confidence = e164(raw, region)
                if value is not None:
                    numbers.append(_claim(value, line, (start, match.end()), confidence))
    return max(numbers, key=lambda claim: claim.confidence, default=None)


def _may_be_phone(raw: str) -> bool:
    digits = sum(c.isdigit() for c in raw)
    return (
        7 <= digits <= 15
        and not _is_date(raw)
        and raw.count("/") <= 1
        and not ("/" in raw and _HOUSE_NUMBER.match(raw))
    )


def _is_date(raw: str) -> bool:
    """Whether the digits are of dates; a number may hold what looks like one."""
    if raw.lstrip().startswith(("+", "00", "(+")):
        return False
    found = find_periods(raw)
    rest = raw
    for period in reversed(found):
        rest = rest[: period.start] + rest[period.end :]
    return bool(found) and sum(c.isdigit() for c in rest) < _FEW_DIGITS


def e164(raw: str, region: str | None) -> tuple[str | None, int]:
    """The number with its country where that can be told, else as it stands."""
    text = raw.replace("(0)", "").replace("·", " ").strip()
    if text.startswith("00"):
        text = "+" + text[2:]
    if text.startswith("("):
        text = re.sub(r"^\(\+(\d+)\)", r"+\1", text)
    candidates = [None] if text.startswith("+") else [region, *_guessed_regions(text, region)]
    for candidate in candidates:
        if candidate is None and not text.startswith("+"):
            continue
        try:
            number = phonenumbers.parse(text, candidate)
        except phonenumbers.NumberParseException:
            continue
        if phonenumbers.is_possible_number_with_reason(number) == _WHOLE_NUMBER:
            formatted = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
            certain = text.startswith("+") or candidate == region
            return formatted, _SURE if certain else _LIKELY
    digits = sum(c.isdigit() for c in raw)
    return (raw.strip(), _GUESSED) if digits >= 9 else (None, 0)


def _guessed_regions(text: str, region: str | None) -> list[str]:
    """North America, France, Britain by their ways of writing; ten digits only one country has."""
    if region is not None:
        return []
    if _NORTH_AMERICAN.match(text):
        return ["US"]
    if _FRENCH.match(text):
        return ["FR"]
    if _BRITISH.match(text):
        return ["GB"]
    if len(text) == 10 and text.isdigit():
        valid = [c for c in ("US", "IN") if phonenumbers.is_valid_number(_parsed(text, c))]
        return valid if len(valid) == 1 else []
    return []


def _parsed(text: str, region: str) -> phonenumbers.PhoneNumber:
    return phonenumbers.parse(text, region)


def _location(lines: Sequence[Line], name: Claim | None) -> Claim | None:
    """The first place; letters behind the person's name (``, MD``) are a title and no state."""
    titled = name.sources[0].lines[0] if name and name.sources else None
    labelled = _labelled_location(lines)
    if labelled is not None:
        return labelled
    for line in lines:
        if len(line.text) > 160 or EMAIL.fullmatch(line.text):
            continue
        if line.number == titled and "\t" not in line.text and "|" not in line.text:
            continue
        at = 0
        for part in _PLACE_SPLIT.split(line.text):
            start = line.text.find(part, at)
            at = start + len(part)
            place = part.strip(" ,()")
            if place and is_place(place) and ("," in place or not place[0].islower()):
                place = _town_of(place)
                start += part.find(place)
                return _claim(place, line, (start, start + len(place)), _LIKELY)
    return _street_address(lines)


def _town_of(place: str) -> str:
    """``Acme House, Springfield, IL, USA``: of four parts the town, its state and country."""
    pieces = place.split(",")
    is_full = len(pieces) > 3 and is_state(pieces[-2]) and is_country(pieces[-1])
    return ",".join(pieces[-3:]).strip() if is_full else place


def _labelled_location(lines: Sequence[Line]) -> Claim | None:
    for line in lines:
        for start, cell in _cells_of(line.text):
            match = _PLACE_LABEL.match(cell)
            if match and (":" in match.group() or is_place(cell[match.end() :])):
                rest = cell[match.end() :].strip()
                if 2 < len(rest) <= 80 and "@" not in rest:
                    at = line.text.find(rest, start + match.end())
                    return _claim(rest, line, (at, at + len(rest)), _LIKELY)
    return None


def _cells_of(text: str) -> list[tuple[int, str]]:
    """What wide gaps, bars and dots part, each with its place; a label's own tab parts nothing."""
    label = _PLACE_LABEL.match(text)
    if label:
        return [(0, label.group() + _CELL_GAP.split(text[label.end() :])[0])]
    cells, at = [], 0
    for gap in _CELL_GAP.finditer(text):
        cells.append((at, text[at : gap.start()]))
        at = gap.end()
    return [*cells, (at, text[at:])]


def _street_address(lines: Sequence[Line]) -> Claim | None:
    """``12 High Street, Springfield, IL 62704``: the place is what its last parts say.

    A line that ends in a comma goes on in the next one.
    """
    for line, below in zip_longest(lines, lines[1:]):
        is_open = below is not None and line.text.rstrip().endswith(",")
        whole = f"{line.text.rstrip()} {below.text}" if is_open else line.text
        for part in _PLACE_SPLIT.split(whole):
            pieces = [piece.strip() for piece in part.split(",")]
            place = ", ".join(pieces[-3 if pieces[-1].isdigit() else -2 :])
            is_address = 2 < len(pieces) <= 7 and place in whole and is_place(place)
            if len(pieces) == 2 and _STREET.search(pieces[0]) and region_of(pieces[1]):
                place, is_address = part.strip(), True
            if len(pieces) > 1 and _POSTAL_TOWN.fullmatch(pieces[-1]):
                place, is_address = pieces[-1], True
            if is_address:
                start = whole.find(place)
                span = (start, min(start + len(place), len(line.text)))
                source = source_of("contact", "", [line, below] if is_open else [line], span)
                return Claim(place, (source,), _LIKELY)
    return None
