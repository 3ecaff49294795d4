"""The rows of a resume that name certificates, one block a certificate."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from app.engine.resumes.blocks import Block
from app.engine.resumes.headings import heading_kind
from app.engine.resumes.periods import FoundPeriod, find_periods
from app.engine.resumes.places import is_place
from app.engine.resumes.row import Row
from app.engine.resumes.sections import Section
from app.engine.resumes.vocabulary import (
    CERTIFICATE_COLUMNS,
    COMPANY_WORDS,
    HEADING_WORDS,
    ISSUER_WORDS,
    SectionKind,
)
from app.engine.resumes.wraps import ends_in_month
from app.engine.text import fold

EDGE = " \t,;:|–—-·•.("
ISSUED = re.compile(
    r"^\W*(?:issued|date|expires?|valid|credential|certificate no|licen[cs]e no|id\b|verif)",
    re.IGNORECASE,
)
_LABEL = re.compile(r"\s*(?P<label>[^\W\d_][^:\t]{3,40}?)\s*(?::|\t)\s*(?=\S)")
_COURSEWORK = re.compile(
    r"\b(?:coursework|course work|modules|subjects|university courses|relevant courses)\b",
    re.IGNORECASE,
)
_LEADING_DASH = re.compile(r"\s*[-–—]\s")
_CERTIFIES = re.compile(
    r"\b(?:certifi|zertifi|licen[cs]e|diplom|accredit|chartered|registered)", re.IGNORECASE
)
_CERTIFYING = re.compile(
    r"certif|zertifi|licen[cs]|credential|bildung|accredit|permi[st]|formation|course|training|ticket",
    re.IGNORECASE,
)
"""What the label of certificates within another section holds; asked first, for speed."""

_DATE_WORDS = re.compile(
    r"(?:[\s(,;|–—-]|\b(?:issued|expir\w*|exp|valid|until|through|since|till|to|from|awarded"
    r"|completed|obtained|renewed|earned|passed|in|on|and|seit|bis|gültig|depuis|dal|date)\b[.:]?)*$",
    re.IGNORECASE,
)
_AFTER_DATE = re.compile(
    r"[\s)\].,;|–—·-]*(?:\(?(?:renewed|expired|in progress|expected|current)\)?)?[\s)\].,;|–—·-]*$",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"[\s,;|–—-]*(?:#|\b(?:no|nr|licen[cs]e|id|credential|reg(?:istration)?|number)\b\.?)"
    r"(?:\s*(?:no|nr|number|id)\b\.?)?[\s:#]*[A-Z]{0,4}[\d-]{3,}$",
    re.IGNORECASE,
)
_ISSUED_WHEN = re.compile(r"\b(?:issued|awarded|expires?|valid until)\b", re.IGNORECASE)
_PARTS = re.compile(r"\s+[|¦·•]\s*|\s*;\s+|\t+")
_COMMAS = re.compile(r",\s+(?![^()]*\))")
_DATED_END = re.compile(r"(?<=\d)\)?\s*[,;|•·]\s+|(?<=\d\))\s+(?=[A-ZÀ-Þ])")
_LISTED_WORDS = 6
_STORIES = frozenset({"experience", "projects", "education"})
"""Kinds of sections that say "Certification: …" of what was done there."""

_OTHER_KINDS = frozenset({"other", "languages", "volunteering", "references"})


def certificate_blocks(sections: Sequence[Section], taken: frozenset[int]) -> Iterator[Block]:
    """Blocks in reading order; rows of the lines in ``taken`` are something else."""
    for section in sections:
        for rows in _runs(section):
            left = [row for row in rows if row.line.number not in taken]
            is_course = section.kind == "courses"
            for group in grouped([row for row in left if not _is_table_header(row)]):
                for block in _split(group):
                    if not is_course or _stands_for_certificate(block):
                        yield block


def undated(row: Row) -> str:
    """The row without number, the dates at its edges and the words that lead to them."""
    text = _NUMBER.sub("", _without_edge_dates(row))
    return text + ")" * (text.count("(") - text.count(")"))


def _without_edge_dates(row: Row) -> str:
    """A year within a name is of it: ``Database Administration 2019 Professional``."""
    text, shift = row.text, 0
    for found in reversed(row.dates):
        if found.end <= len(text) and _AFTER_DATE.match(text, found.end):
            text = _DATE_WORDS.sub("", text[: found.start])
    for found in row.dates:
        if found.end <= len(text) and not text[: found.start].strip(" ([–—-\t"):
            shift = found.end
    return text[shift:].lstrip(" )]–—-|,:;\t") if shift else text


def certificate_date(rows: Sequence[Row]) -> FoundPeriod | None:
    """The first date at an edge of a row, else the first of all."""
    dates = [found for row in rows for found in row.dates]
    edges = (row.edge_date for row in rows)
    return next((found for found in edges if found is not None), dates[0] if dates else None)


def _runs(section: Section) -> Iterator[Sequence[Row]]:
    """Rows under a heading of certificates, or beside such a label within another section."""
    if section.kind == "courses" and _COURSEWORK.search(section.title):
        return
    is_own = is_open = section.kind in ("certifications", "courses")
    run: list[Row] = []
    for row in section.rows:
        label = _LABEL.match(row.text)
        is_asked = label is not None and (is_own or _CERTIFYING.search(label["label"]))
        kind = _kind_of(label["label"], is_own=is_own) if label is not None and is_asked else None
        is_cell = label is not None and "\t" in label.group()
        may_open = section.kind not in _STORIES or is_cell
        if (
            label is not None
            and may_open
            and (kind == "certifications" or (kind == "courses" and is_cell))
        ):
            is_open = True
            run.append(_piece(row, label.end(), len(row.text)))
            continue
        if label is not None and (not is_own or _ends_list(label.group(), kind)):
            is_open = False
        if is_open:
            run.append(row)
    if run:
        yield run


def _kind_of(label: str, *, is_own: bool) -> SectionKind | None:
    """The kind of a label by all its words; elsewhere one word of certificates is enough."""
    if is_own:
        return heading_kind(label)
    words = {word.strip("(),&") for word in fold(label).split()}
    is_certain = not words.isdisjoint(HEADING_WORDS["certifications"])
    return heading_kind(label) or ("certifications" if is_certain else None)


def _ends_list(label: str, kind: SectionKind | None) -> bool:
    """Whether a label within a list of certificates opens something else."""
    return kind is not None and ("\t" in label or kind in _OTHER_KINDS)


def _is_table_header(row: Row) -> bool:
    cells = [fold(cell) for cell in row.cells()]
    return len(cells) > 1 and all(cell in CERTIFICATE_COLUMNS for cell in cells)


def grouped(rows: Sequence[Row]) -> list[list[Row]]:
    """Rows by certificate: each row one, or several rows that end (or begin) with a date."""
    dated = [_is_dated(row) for row in rows]
    ends = [_ends_with_date(row) for row in rows]
    ends_with_date = any(ends) and not dated[0] and not any(row.bullet for row in rows)
    dated = ends if ends_with_date else dated
    bold_opens = any(row.line.bold for row in rows) and not all(row.line.bold for row in rows)
    has_heads = any(d and not r.bullet for d, r in zip(dated, rows, strict=True)) and any(
        r.bullet and not d for d, r in zip(dated, rows, strict=True)
    )
    groups: list[list[Row]] = []
    has_date = False
    for at, row in enumerate(rows):
        left = undated(row).strip(EDGE + ")")
        joins = _goes_on(rows[at - 1], row) if at else False
        joins = joins or not left or ISSUED.match(row.text) is not None
        joins = joins or (at > 0 and _says_more(rows[at - 1], row, dated=dated[at - 1 : at + 1]))
        joins = joins or (at > 0 and _names_issuer_of(rows[0], row))
        joins = joins or (has_heads and row.bullet and not dated[at])
        if ends_with_date:
            joins = joins or not has_date
        elif not (row.bullet or dated[at] or _is_certificate(row, groups)) and all(
            dated[rows.index(group[0])] for group in groups or [[rows[0]]]
        ):
            joins = True
        elif bold_opens and not any(dated):
            joins = joins or (not row.line.bold and not row.bullet)
        if groups and joins:
            groups[-1].append(row)
            has_date = has_date or dated[at]
        else:
            groups.append([row])
            has_date = dated[at]
    return groups


def _is_dated(row: Row) -> bool:
    if row.edge_date is not None or ends_in_month(row.text):
        return True
    return bool(row.dates) and _without_edge_dates(row) != row.text


def _ends_with_date(row: Row) -> bool:
    last = row.dates[-1] if row.dates else None
    is_last = last is not None and _AFTER_DATE.match(row.text, last.end) is not None
    return is_last or ends_in_month(row.text)


def _goes_on(before: Row, row: Row) -> bool:
    """Whether a row is the rest of the one above, which has not come to its end."""
    return row.continues and not (before.text.endswith(")") and row.text[0].isupper())


def _says_more(before: Row, row: Row, *, dated: Sequence[bool]) -> bool:
    """Whether a row is a sentence about the certificate above it, or who issued it and when."""
    is_sentence = row.text.endswith(".") and len(row.text.split()) >= _LISTED_WORDS
    if row.bullet:
        return False
    is_issue = dated == [False, True] and _ISSUED_WHEN.search(row.text) is not None
    return is_issue or (is_sentence and not dated[-1] and not before.text.endswith(","))


def _is_certificate(row: Row, groups: Sequence[Sequence[Row]]) -> bool:
    """Whether an undated row calls itself a certificate, right below a row that is complete."""
    return bool(_CERTIFIES.search(row.text)) and bool(groups) and len(groups[-1]) == 1


def _names_issuer_of(first: Row, row: Row) -> bool:
    """``— Red Cross`` under a name, where the dash is no bullet since the first row has none."""
    return bool(_LEADING_DASH.match(row.line.text)) and not first.bullet


def _split(group: Sequence[Row]) -> list[Block]:
    """A row that lists several certificates, cut at the signs between them."""
    if len(group) != 1:
        return [Block.of(group)]
    row = group[0]
    cuts = _cuts(row)
    if not cuts:
        return [Block.of(group)]
    ranges = _between(row.text, cuts)
    return [Block.of([_piece(row, start, end)]) for start, end in ranges if row.text[start:end]]


def _piece(row: Row, start: int, end: int) -> Row:
    text = row.text[start:end]
    return replace(row, text=text, offset=row.offset + start, dates=find_periods(text))


def _cuts(row: Row) -> list[tuple[int, int]]:
    """Places of the signs between several certificates in one row; none where there is one."""
    if len(row.dates) > 1:
        cuts = [m.span() for m in _DATED_END.finditer(row.text)]
        pieces = _pieces(row.text, cuts)
        is_list = len(pieces) > 1 and all(_is_name(p) and find_periods(p) for p in pieces)
        return cuts if is_list else []
    if row.dates or ":" in row.text:
        return []
    for sign, least in ((_PARTS, 3), (_COMMAS, 3), (_PARTS, 2), (_COMMAS, 2)):
        cuts = [m.span() for m in sign.finditer(row.text)]
        pieces = _pieces(row.text, cuts)
        listed = len(pieces) >= least and all(_is_listed(piece) for piece in pieces)
        if listed and (least > 2 or all(_is_short_name(piece) for piece in pieces)):
            return cuts
    return []


def _pieces(text: str, cuts: Sequence[tuple[int, int]]) -> list[str]:
    return [text[start:end] for start, end in _between(text, cuts)]


def _between(text: str, cuts: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    edges = [(0, 0), *cuts, (len(text), len(text))]
    return [(end, start) for (_, end), (start, _) in pairwise(edges)]


def _is_name(piece: str) -> bool:
    return any(c.isalpha() for c in piece) and not ISSUED.match(piece)


def _is_listed(piece: str) -> bool:
    words = piece.split()
    is_other = names_issuer(piece) or is_place(piece) or piece.endswith(".")
    return (
        _is_name(piece) and len(words) <= _LISTED_WORDS and not is_other and words[0][0].isupper()
    )


def names_issuer(text: str) -> bool:
    """Whether a word of ``text`` is one of those that give certificates."""
    words = [fold(word).strip(".,()") for word in text.split()]
    return words[-1] in COMPANY_WORDS or any(word in ISSUER_WORDS for word in words)


def _is_short_name(piece: str) -> bool:
    """An abbreviation or what says that it certifies: two such in a row are two certificates."""
    is_short = len(piece) <= _LISTED_WORDS and piece.isupper()
    return is_short or bool(_CERTIFIES.search(piece)) or bool(re.search(r"\([A-Z]{2,6}\)", piece))


def _stands_for_certificate(block: Block) -> bool:
    """Whether an entry of a section of courses has a date or somebody who gave it."""
    row = block.rows[0]
    is_said = any(_is_dated(r) for r in block.rows) or bool(_CERTIFIES.search(block.text))
    return is_said or (row.bullet and len(block.text.split()) <= 2 * _LISTED_WORDS)
