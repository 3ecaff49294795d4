"""Where a degree was studied: the school's name without its faculty, its place and grades."""

import re
from collections.abc import Sequence

from app.engine.resumes.degrees import Studies, has_school, is_major
from app.engine.resumes.heads import Part, head_parts, split_place
from app.engine.resumes.places import is_city, is_place, is_state
from app.engine.resumes.row import Row
from app.engine.resumes.vocational import names_award
from app.engine.text import fold

_APART = re.compile(
    r",\s+|\s*@\s*|\s+(?:at|from|an der|am|à l['’]|à|presso|na|en la)\s+(?=[^\W\da-z])"
)
_FACULTY = re.compile(
    r"^(?:the\s+)?(?:faculty|department|dept\.?|division|fakultät|fachbereich|faculté|facultad"
    r"|facoltà|faculdade|dipartimento|département|departamento|ufr|centre for|center for)\b",
    re.IGNORECASE,
)
_CAMPUS = re.compile(
    r"^(?:university|universidad|universidade)\s+(?:of|del?|do|da)\s+(?!the\b|la\b|los\b)[^\s,]+"
    r"(?:\s[^\s,]+)?$"
    r"|\b(?:institute|university)\s+of\s+technology\b|\binstitute\s+of\s+(?:management|science)\b"
    r"|\bnational (?:university|institute)\b|\b(?:IIT|NIT|IIIT|IIM|BITS|VIT|SUNY|CUNY|UC)\b",
    re.IGNORECASE,
)
_STREET = re.compile(r"\d")
_MAX_WORDS = 12
_MAX_PLAIN_WORDS = 8


def institution_of(
    rows: Sequence[Row], degree: str | None, major: str | None, studies: Studies
) -> Part | None:
    """The part that names the school: by its words, else what opens a row and is nothing else."""
    parts = head_parts([row for row in rows if not (row.bullet and row.is_prose and len(rows) > 2)])
    parts = parts or head_parts(rows)
    pieces = [piece for part in parts for piece in _pieces(part, degree, studies)]
    named = [p for p in pieces if _names_school(p)]
    if not named:
        named = [p for p in pieces if p.text != major and _may_be_school(p, studies)]
        named.sort(key=lambda piece: not piece.first_of_row)
    return _bare(named[0], studies) if named else None


def _names_school(piece: Part) -> bool:
    text = piece.text
    is_name = text[0].isupper() or text[0].isdigit()
    return has_school(text) and is_name and len(text.split()) <= _MAX_WORDS and ": " not in text


def _may_be_school(piece: Part, studies: Studies) -> bool:
    text = piece.text
    is_with_degree = bool(studies.mentions(piece.row.text)) or names_award(piece.row)
    beside = is_with_degree and is_major(text)
    is_name = (piece.first_of_row or beside) and text[0].isupper() and ": " not in text
    if not is_name or piece.row.is_prose or piece.row.text.endswith("."):
        return False
    if is_place(text) or studies.mentions(text) or studies.in_field(text):
        return False
    return len(text.split()) <= _MAX_PLAIN_WORDS


def _bare(school: Part, studies: Studies) -> Part:
    """The school of ``Faculty of Science, Example University, Lyon, GPA 3.4``."""
    whole, place = split_place(school)
    if place is None or is_city(place.text):
        whole = school
    pieces = [piece.strip() for piece in whole.text.split(",") if piece.strip()]
    if len(pieces) == 1:
        return Part(_unbracketed(whole.text), school.row, school.first_of_row)
    schools = [k for k, piece in enumerate(pieces) if has_school(piece)]
    proper = [k for k in schools if not _FACULTY.match(pieces[k])] or schools
    if not proper:
        return Part(_unbracketed(pieces[0]), school.row, school.first_of_row)
    first, last = proper[0], _last_of_name(pieces, proper, studies)
    name = ", ".join(pieces[first : last + 1])
    return Part(_unbracketed(name), school.row, school.first_of_row and first == 0)


def _last_of_name(pieces: Sequence[str], proper: Sequence[int], studies: Studies) -> int:
    """The last piece of the name: another school word, or the city that tells a campus."""
    last = proper[0]
    while last + 1 in proper:
        last += 1
    if last + 1 < len(pieces):
        after = pieces[last + 1]
        is_campus = _CAMPUS.search(pieces[last]) and fold(after) not in fold(pieces[last])
        is_name = after[:1].isupper() and len(after.split()) <= 4 and not _STREET.search(after)
        if is_campus and is_name and not is_state(after) and not studies.in_field(after):
            return last + 1
    return last


def _unbracketed(name: str) -> str:
    """A bracket that has lost its end; a whole one is of the name."""
    return (
        name + ")" * (name.count("(") - name.count(")")) + "]" * (name.count("[") - name.count("]"))
    )


def _pieces(part: Part, degree: str | None, studies: Studies) -> list[Part]:
    """A part, cut at commas and "at" where a degree stands in it beside the school."""
    mentions = studies.mentions(part.text)
    if not mentions and (degree is None or degree not in part.text):
        if part.text.startswith("@"):
            return [Part(part.text.strip("@ "), part.row, part.first_of_row)]
        return [part]
    pieces = [p.strip(" .") for p in _APART.split(part.text)]
    kept: list[str] = []
    for piece in pieces:
        is_degree = (degree is not None and piece.startswith(degree)) or studies.mentions(piece)
        is_degree = is_degree and not (kept and is_state(piece))  # "MA"
        if is_degree or not piece:
            continue
        if kept and has_school(kept[-1]) and f"{kept[-1]}, {piece}" in part.text:
            is_part = len(piece.split()) <= (6 if has_school(piece) else 3)
            kept[-1] = f"{kept[-1]}, {piece}" if is_part else kept[-1]
        else:
            kept.append(piece)
    return [Part(piece, part.row, first_of_row=False) for piece in kept]
