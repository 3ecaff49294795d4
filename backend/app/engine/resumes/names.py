"""Find the name of the person: by type, place, form, and agreement with the email address."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from app.engine.documents.model import Document, Line
from app.engine.resumes.blocks import source_of
from app.engine.resumes.headings import heading_kind
from app.engine.resumes.model import Claim
from app.engine.resumes.periods import find_periods
from app.engine.resumes.places import is_place
from app.engine.resumes.sections import Section
from app.engine.resumes.vocabulary import (
    COMPANY_WORDS,
    HUMAN_LANGUAGES,
    NAME_PARTICLES,
    NOT_NAMES,
    ROLE_WORDS,
    SCHOOL_WORDS,
)
from app.engine.text import collapse_letter_spacing, fold

_CUT = re.compile(r"\t|\s+[|¦│·•–—]\s*|\s{3,}|,\s*|\s+[-/]\s+|\s*\(")
_WORD = re.compile(r"[^\W\d_]+(?:[’'ʼ`.\-‐‑][^\W\d_]+)*\.?$")
_LABEL = re.compile(
    r"^\W*(?:(?:full |vor- und (?:nach|zu))?(?:name|nom|nombre|nome)\s*(?::|\t)"
    r"|(?:curriculum vitae|c\.?v\.?|résumé|resume|lebenslauf)"
    r"\s*(?:\bof\b|\bvon\b|\bde\b|\bdi\b|[:–\-\[(\t])"
    r"|(?:personal (?:information|details|data)|persönliche (?:angaben|daten|informationen)"
    r"|informazioni personali|informations personnelles|état civil|datos personales)\s*(?::|\t))"
    r"\s*",
    re.IGNORECASE,
)
_TITLE = re.compile(r"^(?:mr|mrs|ms|dr|prof|ing|dipl\.?-ing|herr|frau)\.?\s+", re.IGNORECASE)
_POSTNOMINALS = re.compile(
    r"\s+(?:ph\.?d|m\.?sc|b\.?sc|mba|pmp|cpa|md|jr|sr|ii|iii|cissp|b\.?tech|m\.?tech|mca)\.?$",
    re.IGNORECASE,
)
_CAPITALS = re.compile(r"[^\W\d_]+")
_ROLE_WORD_COST = 1.5
_TOP_LINES = 12


@dataclass(frozen=True, slots=True)
class _Candidate:
    value: str
    lines: tuple[Line, ...]
    span: tuple[int, int]
    score: float


def read_name(document: Document, sections: Sequence[Section], email: str | None) -> Claim | None:
    """The best name on the first page, or None; its confidence grows with what speaks for it."""
    first_page = document.lines[0].page if document.lines else None
    header = {line.number for s in sections if s.kind in {"header", "contact"} for line in s.lines}
    lines = [line for line in document.lines if line.page == first_page]
    largest = _largest_size(lines)
    candidates = []
    for position, line in enumerate(lines):
        in_header = line.number in header
        if not in_header and not (largest > 0 and line.size >= largest - 0.5):
            continue
        candidates.extend(_candidates(lines, position, largest, email, in_header=in_header))
    if not candidates:
        return None
    best = max(candidates, key=lambda c: (c.score, -c.lines[0].number))
    if best.score < 2.0:
        return None
    confidence = 97 if best.score >= 5.0 else 90 if best.score >= 3.5 else 75
    return Claim(
        presented(best.value), (source_of("contact", "", best.lines, best.span),), confidence
    )


def _largest_size(lines: Sequence[Line]) -> float:
    """The size of the largest type; 0 where no type is larger than that of most lines."""
    sizes = sorted(line.size for line in lines)
    return sizes[-1] if sizes and sizes[-1] > sizes[len(sizes) // 2] + 0.4 else 0.0


def _candidates(
    lines: Sequence[Line], position: int, largest: float, email: str | None, *, in_header: bool
) -> list[_Candidate]:
    line = lines[position]
    value, span = _name_in(line, email)
    if value is None:
        return []
    words = value.split()
    agreement = email_agreement(words, email)
    base = 0.0
    if largest > 0:
        base += 2.0 * (line.size >= largest - 0.5) + 1.0 * (line.size >= largest * 0.8)
    elif position == 0:
        base += 2.0
    base += 1.0 * (position < 3) + 0.5 * (position < _TOP_LINES) + 1.0 * in_header
    base += 2.5 * agreement + 2.0 * bool(_LABEL.match(line.text))
    base -= 2.0 * is_place(_after(line, span)) + _ROLE_WORD_COST * _has_role_word(words)
    base += 0.5 * ("@" in line.text)
    joined = _with_next_line(lines, position, value)
    if joined is not None:
        score = base + 1.0 + 2.5 * (email_agreement(joined.split(), email) - agreement)
        return [_Candidate(joined, (line, lines[position + 1]), span, score)]
    if len(words) == 1:
        base -= 1.5
    return [_Candidate(value, (line,), span, base)]


def _after(line: Line, span: tuple[int, int]) -> str:
    """What stands behind the name: ``Acme House, Berlin, Germany`` is an address."""
    return line.text[span[1] :].strip(" ,")


def _has_role_word(words: Sequence[str]) -> bool:
    return any(fold(word) in ROLE_WORDS for word in words)


def _name_in(line: Line, email: str | None) -> tuple[str | None, tuple[int, int]]:
    """The part of the line that has the form of a name, and where it stands."""
    dates = find_periods(line.text)
    text = line.text[: dates[0].start] if dates else line.text
    label = _LABEL.match(text)
    start = label.end() if label else 0
    raw = text[start:]
    spread = _letter_spaced(raw, email)
    if spread is not None:
        return spread, (start, len(text))
    for part in _CUT.split(raw):
        bare = _POSTNOMINALS.sub("", _TITLE.sub("", part.strip(" ,.:|[]")))
        if is_name(bare):
            at = text.find(bare, start)
            return bare, (at, at + len(bare))
        if part.strip() and not ("\t" in raw and _is_contact(part)):
            break
    return None, (0, 0)


def _is_contact(part: str) -> bool:
    """Whether a cell beside the name is an address or a number, as in a head of three columns."""
    return "@" in part or any(c.isdigit() for c in part) or is_place(part.strip(" ,"))


def is_name(text: str) -> bool:
    """One to five capitalised words of letters, none of them a word of other lines."""
    words = text.split()
    if not 1 <= len(words) <= 5 or not 2 <= len(text) <= 50:
        return False
    if not all(_WORD.match(word) for word in words):
        return False
    folded = [fold(word).strip(".") for word in words]
    capitals = [w for w, f in zip(words, folded, strict=True) if f not in NAME_PARTICLES]
    if not capitals or not all(word[0].isupper() or not word[0].islower() for word in capitals):
        return False
    if len(words) == 1 and len(text) < 3:
        return False
    common = COMPANY_WORDS | SCHOOL_WORDS | NOT_NAMES | HUMAN_LANGUAGES.keys()
    if any(word in common for word in folded) or not _may_hold_role_word(folded):
        return False
    return heading_kind(text) is None and not (len(words) > 1 and is_place(text))


def _may_hold_role_word(folded: Sequence[str]) -> bool:
    """A given name may be a word of roles (Dean, Chase); what ends in one is a role."""
    roles = [
        word in ROLE_WORDS or ("-" in word and word.split("-")[-1] in ROLE_WORDS) for word in folded
    ]
    return not any(roles) or (len(folded) > 1 and roles[0] and not any(roles[1:]))


def presented(name: str) -> str:
    """A name printed in capitals as it is written: ``ZOE VAN DER BERG`` is ``Zoe van der Berg``."""
    if not name.isupper() or len(name) < 4:
        return name
    words = [
        word.lower() if k and fold(word) in NAME_PARTICLES else _CAPITALS.sub(_written, word)
        for k, word in enumerate(name.split())
    ]
    return " ".join(words)


def _written(match: re.Match[str]) -> str:
    word = match.group()
    if word.startswith("MC") and len(word) > 4:
        return f"Mc{word[2:].capitalize()}"
    return word.capitalize()


def _letter_spaced(text: str, email: str | None) -> str | None:
    """``J A N E  D O E``: closed up; without wider gaps the email address parts the words."""
    tokens = text.split()
    if len(tokens) < 5 or any(len(token) > 1 for token in tokens):
        return None
    closed = collapse_letter_spacing(text)
    if " " in closed:
        return closed if is_name(closed) else None
    local = fold(email.partition("@")[0]) if email else ""
    for piece in re.split(r"[._\-\d]+", local):
        folded = fold(closed)
        if len(piece) > 1 and folded.startswith(piece) and len(piece) < len(closed):
            return f"{closed[: len(piece)]} {closed[len(piece) :]}"
        if len(piece) > 1 and folded.endswith(piece) and len(piece) < len(closed):
            return f"{closed[: -len(piece)]} {closed[-len(piece) :]}"
    return closed if is_name(closed) else None


def _with_next_line(lines: Sequence[Line], position: int, value: str) -> str | None:
    """First and last name on two lines of one type."""
    if position + 1 >= len(lines) or len(value.split()) > 2:
        return None
    line, after = lines[position], lines[position + 1]
    if line.size <= 0 or abs(line.size - after.size) > 0.6 or len(after.text.split()) > 2:
        return None
    is_big = line.size > 1.3 * min(other.size for other in lines)
    next_value, _ = _name_in(after, None)
    return f"{value} {next_value}" if is_big and next_value else None


def email_agreement(words: Sequence[str], email: str | None) -> float:
    """Share of the name's words that the email's local part holds, whole (or as an initial)."""
    if not email:
        return 0.0
    local = re.sub(r"[^a-z]", "", fold(email.partition("@")[0]))
    folded = [re.sub(r"[^a-z]", "", fold(word)) for word in words]
    folded = [word for word in folded if word]
    if not local or not folded:
        return 0.0
    whole = sum(len(word) > 1 and word in local for word in folded)
    return min(1.0, whole / len(folded) + (0.25 if local[0] == folded[0][0] and whole else 0.0))
