"""Find the name of the person: by type, place, form, and agreement with the email address."""

import re
import statistics
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.engine.documents.model import Document, Line
from app.engine.resumes.blocks import source_of
from app.engine.resumes.model import Claim
from app.engine.resumes.name_forms import (
    has_role_word,
    is_name,
    nickname_in,
    presented,
    without_titles,
)
from app.engine.resumes.periods import find_periods
from app.engine.resumes.places import is_place
from app.engine.resumes.sections import Section
from app.engine.text import collapse_letter_spacing, fold

_CUT = re.compile(r"\t|\s+[|¦│·•–—]\s*|\s{3,}|,\s*|\s+[-/]\s+|\s*\(")
_LABEL = re.compile(
    r"^\W*(?:(?:full |vor- und (?:nach|zu))?(?:name|nom|nombre|nome)\s*(?::|\t)"
    r"|(?:curriculum vitae|c\.?v\.?|résumé|resume|lebenslauf)"
    r"\s*(?:\bof\b|\bvon\b|\bde\b|\bdi\b|[:–\-\[(\t])"
    r"|(?:personal (?:information|details|data)|persönliche (?:angaben|daten|informationen)"
    r"|informazioni personali|informations personnelles|état civil|datos personales)\s*(?::|\t))"
    r"\s*",
    re.IGNORECASE,
)
_ROLE_WORD_COST = 1.5
_LARGE = 1.3
"""Lines of a name over two lines are at least so many times as large as others."""

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
    candidates: list[_Candidate] = []
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
) -> Iterator[_Candidate]:
    line = lines[position]
    base = 0.0
    if largest > 0:
        base += 2.0 * (line.size >= largest - 0.5) + 1.0 * (line.size >= largest * 0.8)
    elif position == 0:
        base += 2.0
    base += 1.0 * (position < 3) + 0.5 * (position < _TOP_LINES) + 1.0 * in_header
    base += 2.0 * bool(_LABEL.match(line.text)) + 0.5 * ("@" in line.text)
    for value, span in _names_in(line, email):
        words = value.split()
        agreement = email_agreement(words, email)
        score = base - 2.0 * is_place(_after(line, span)) - _ROLE_WORD_COST * has_role_word(words)
        joined = _with_next_line(lines, position, value, email)
        if joined is not None:
            score += 1.0 + 2.5 * email_agreement(joined.split(), email)
            is_smaller = largest - 0.5 > line.size
            score += 2.0 * (is_smaller and lines[position + 1].size >= largest - 0.5)
            yield _Candidate(joined, (line, lines[position + 1]), span, score)
            continue
        score += 2.5 * agreement
        if len(words) == 1:
            score -= 1.5 + 1.0 * is_place(value)
        yield _Candidate(value, (line,), span, score)


def _after(line: Line, span: tuple[int, int]) -> str:
    """What stands behind the name: ``Acme House, Berlin, Germany`` is an address."""
    return line.text[span[1] :].partition("\t")[0].strip(" ,")


def _names_in(line: Line, email: str | None) -> Iterator[tuple[str, tuple[int, int]]]:
    """The parts of the line that have the form of a name, and where they stand: one a cell."""
    dates = find_periods(line.text)
    text = line.text[: dates[0].start] if dates else line.text
    label = _LABEL.match(text)
    start = label.end() if label else 0
    spread = _letter_spaced(text[start:], email)
    if spread is not None:
        yield spread, (start, len(text))
        return
    for cell in text[start:].split("\t"):
        found = _name_in(cell, email)
        if found is not None:
            at = text.find(found, start)
            yield found, (at, at + len(found))
        start += len(cell) + 1


def _name_in(cell: str, email: str | None) -> str | None:
    """The name that a cell begins with, with the nickname printed in it.

    Where the email address is spelt with all of it, it may end in a word of roles.
    """
    nickname = nickname_in(cell)
    if nickname is not None:
        start, end = nickname
        plain = _name_in(cell[:start] + cell[end:], email)
        whole = cell[: len(plain or "") + end - start] if plain else ""
        return whole.strip() if plain and start < len(plain) else plain
    for part in _CUT.split(cell):
        bare = without_titles(part.strip(" ,.:|[]"))
        is_spelt = len(bare.split()) > 1 and email_agreement(bare.split(), email) >= 1.0
        if is_name(bare, of_roles=is_spelt):
            return bare
        if part.strip() and not _is_contact(part):
            break
    return None


def _is_contact(part: str) -> bool:
    """Whether what stands before the name is an address or a number."""
    return "@" in part or any(c.isdigit() for c in part) or is_place(part.strip(" ,"))


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


def _with_next_line(
    lines: Sequence[Line], position: int, value: str, email: str | None
) -> str | None:
    """First and last name on two lines of large type, of one size or of two."""
    if position + 1 >= len(lines) or len(value.split()) > 2:
        return None
    line, after = lines[position], lines[position + 1]
    if line.size <= 0 or len(after.text.split()) > 3 or line.column != after.column:
        return None
    small, large = sorted((line.size, after.size))
    is_alike = large - small <= 0.6
    usual = statistics.median_low([other.size for other in lines])
    if small < _LARGE * (min(other.size for other in lines) if is_alike else usual):
        return None
    below = next((name for name, _ in _names_in(after, None)), None)
    if below is None:
        return None
    joined = f"{value} {below}"
    if is_alike or len(value.split()) == 1 or len(below.split()) == 1:
        return joined
    agreements = [email_agreement(name.split(), email) for name in (joined, value)]
    return joined if agreements[0] > agreements[1] else None


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
