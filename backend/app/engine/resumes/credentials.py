"""Certificates of a resume."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from app.engine.evidence import Source
from app.engine.resumes.blocks import Block, locate, source_of
from app.engine.resumes.heads import without_dates
from app.engine.resumes.model import Certification
from app.engine.resumes.periods import find_periods
from app.engine.resumes.row import Row
from app.engine.resumes.sections import Section
from app.engine.resumes.vocabulary import (
    CERTIFICATE_COLUMNS,
    CERTIFICATE_LEVELS,
    COMPANY_WORDS,
    ROLE_WORDS,
)
from app.engine.resumes.wraps import ends_in_month
from app.engine.text import fold

_CELLS = re.compile(r"\t+|\s+[|¦│·•]\s*|\s{3,}")
_PARTS = re.compile(r"\t+|\s+[|¦│·•]\s*|\s+[–—]+\s+|\s+-{1,2}\s+|\s{3,}")
_ISSUED_BY = re.compile(
    r"\s*[,(]?\s*\b(?:issued by|offered by|provided by|by|from|through|via|von|durch|par)\s+"
    r"(?=[A-ZÀ-Þ])"
)
_ISSUED = re.compile(
    r"^\W*(?:issued|date|expires?|valid|credential|certificate no|id\b)", re.IGNORECASE
)
_CERTIFIES = re.compile(r"\b(?:certifi|zertifi|licen[cs]e|diplom)", re.IGNORECASE)
_DASH = re.compile(r"\s+[-–—]{1,2}\s+")
_LEADING_DASH = re.compile(r"\s*[-–—]\s")
_COMMA_ISSUER = re.compile(r"^(?P<name>.{6,}),\s+(?P<issuer>[A-ZÀ-Þ][^,]{1,40})$")
_BRACKET_ISSUER = re.compile(r"^(?P<name>[^()]{6,}?)\s*\((?P<issuer>[^()]{2,40})\)\s*$")
_WORD = re.compile(r"[^\W\d_]+")
_MONTH_TAIL = re.compile(r",\s*[^\W\d_]{3,9}\.?$")
_EDGE = " \t,;:|–—-·•.("
_MAX_NAME_WORDS = 18


@dataclass(frozen=True, slots=True)
class CertificationReading:
    """A certificate with its block: that shows the skills it certifies."""

    certification: Certification
    block: Block


def read_certifications(sections: Sequence[Section]) -> tuple[CertificationReading, ...]:
    """Each bullet or paragraph of the certificates' sections; lines of a date belong above."""
    readings: list[CertificationReading] = []
    for section in sections:
        if section.kind == "certifications":
            for block in _cert_blocks(section.rows):
                reading = _certification(block)
                if reading is not None:
                    readings.append(reading)
    return tuple(readings)


def _cert_blocks(rows: Sequence[Row]) -> tuple[Block, ...]:
    """Rows by certificate: each row one, or several rows that end (or begin) with a date."""
    rows = [row for row in rows if not _is_table_header(row)]
    dated = [bool(row.dates) or ends_in_month(row.text) for row in rows]
    ends_with_date = any(dated) and dated[-1] and not dated[0] and not any(r.bullet for r in rows)
    bold_opens = any(row.line.bold for row in rows) and not all(row.line.bold for row in rows)
    groups: list[list[Row]] = []
    for at, row in enumerate(rows):
        bare = without_dates(row.text).strip(_EDGE + ")")
        joins = row.continues or not bare or _ISSUED.match(row.text) is not None
        joins = joins or (at > 0 and _names_issuer_of(rows[0], row))
        if ends_with_date:
            joins = joins or not dated[at - 1]
        elif not (row.bullet or dated[at] or _is_certificate(row, groups)) and all(
            dated[k] for k, _ in _starts(groups, rows)
        ):
            joins = True
        elif bold_opens and not any(dated):
            joins = joins or (not row.line.bold and not row.bullet)
        if groups and joins:
            groups[-1].append(row)
        else:
            groups.append([row])
    return tuple(Block.of(group) for group in groups)


def _is_certificate(row: Row, groups: Sequence[Sequence[Row]]) -> bool:
    """Whether an undated row calls itself a certificate, right below a row that is complete."""
    return bool(_CERTIFIES.search(row.text)) and bool(groups) and len(groups[-1]) == 1


def _names_issuer_of(first: Row, row: Row) -> bool:
    """``— Red Cross`` under a name, where the dash is no bullet since the first row has none."""
    return bool(_LEADING_DASH.match(row.line.text)) and not first.bullet


def _starts(groups: Sequence[Sequence[Row]], rows: Sequence[Row]) -> list[tuple[int, Row]]:
    """The first rows of the certificates so far, with their places; none yet: no row is dated."""
    return [(rows.index(group[0]), group[0]) for group in groups] or [(0, rows[0])]


def _is_table_header(row: Row) -> bool:
    cells = [fold(cell) for cell in row.cells()]
    return len(cells) > 1 and all(cell in CERTIFICATE_COLUMNS for cell in cells)


def _certification(block: Block) -> CertificationReading | None:
    rows = [row for row in block.rows if any(c.isalpha() for c in without_dates(row.text))]
    if not rows:
        return None
    naming, below = _naming_rows(rows)
    name, issuer = _over_several_rows(rows) or _name_and_issuer(naming, below)
    if not any(c.isalpha() for c in name) or len(name.split()) > _MAX_NAME_WORDS:
        return None
    dates = find_periods(block.text)
    certification = Certification(
        name=name,
        issuer=issuer,
        date=dates[0].period.start if dates else None,
        sources=(_source(name, naming, block),),
        confidence=90,
    )
    return CertificationReading(certification, block)


def _source(name: str, naming: Sequence[Row], block: Block) -> Source:
    whole = locate("certification", name, name, block.rows)
    if whole is not None:
        return whole
    lines = [row.line for row in naming]
    return source_of("certification", name, lines, None)


def _naming_rows(rows: Sequence[Row]) -> tuple[Sequence[Row], Sequence[Row]]:
    """The rows that hold the name, and those below with issuer and date.

    Over several rows the name ends where the row of issuer and date begins; in a table the rest
    of a wrapped name stands under its beginning.
    """
    if len(rows) == 1:
        return rows, ()
    if not rows[0].dates and (rows[-1].dates or ends_in_month(rows[-1].text)):
        return rows[:-1], rows[-1:]
    first = rows[0].line.box
    under = [
        row
        for row in rows[1:]
        if "\t" in rows[0].text
        and row.line.box is not None
        and first is not None
        and abs(row.line.box.x0 - first.x0) < 3.0
        and _had_to_wrap(rows[0].cells()[0], row.cells()[0])
    ]
    continued = [row for row in rows[1:] if row.continues and "\t" not in rows[0].text]
    naming = [rows[0], *(under or continued)]
    return naming, [row for row in rows[1:] if row not in naming]


def _had_to_wrap(cell: str, below: str) -> bool:
    """Whether the first word of ``below`` would have made ``cell`` its column's widest."""
    return len(cell) + 1 + len(below.split(maxsplit=1)[0]) > max(len(cell), len(below))


def _over_several_rows(rows: Sequence[Row]) -> tuple[str, str] | None:
    """Name and issuer of undated rows that a dash parts, wherever the lines are broken."""
    if len(rows) == 1 or any("\t" in r.text or r.dates or ends_in_month(r.text) for r in rows):
        return None
    opened = [rows[0].text, *(row.line.text for row in rows[1:])]
    return _at_dash(" ".join(text.strip() for text in opened))


def _at_dash(text: str) -> tuple[str, str] | None:
    """Name and issuer around the last dash; ``– Associate`` is a level and of the name."""
    for dash in reversed(list(_DASH.finditer(text))):
        name, rest = text[: dash.start()].strip(_EDGE), text[dash.end() :].strip(_EDGE)
        if len(name) > 3 and any(c.isalpha() for c in rest) and _may_issue(rest):
            return name, _closed(rest)
    return None


def _may_issue(text: str) -> bool:
    """Whether what follows a name can be who issued it, and not the rest of the name."""
    words = [fold(word) for word in _WORD.findall(text)]
    if words[0] in CERTIFICATE_LEVELS:
        return False
    if words[-1] in COMPANY_WORDS:
        return True
    is_rest = words[-1] in CERTIFICATE_LEVELS | ROLE_WORDS
    return not (is_rest or any(c.isdigit() for c in text))


def _name_and_issuer(naming: Sequence[Row], below: Sequence[Row]) -> tuple[str, str | None]:
    first = naming[0]
    cells = _CELLS.split(without_dates(first.text) if first.dates else first.text)
    parts = [cell.lstrip(_EDGE) for cell in cells if any(c.isalpha() for c in cell)]
    rest = [_CELLS.split(without_dates(row.text))[0].strip() for row in naming[1:]]
    name = " ".join([parts[0].strip() if rest else parts[0], *rest]).strip(_EDGE)
    by = _ISSUED_BY.search(name)
    if by is not None and by.start() > 3:
        return name[: by.start()].strip(_EDGE), name[by.end() :].strip(_EDGE + ")")
    if len(parts) > 1 and len(parts[1].split()) <= 6:
        return name, _closed(parts[1])
    if below and (below[0].dates or ends_in_month(below[0].text)):
        issuer = _closed(_MONTH_TAIL.sub("", without_dates(below[0].text)).split("\t")[0])
        return name, issuer or None
    comma = _COMMA_ISSUER.match(name)
    if comma and len(comma["issuer"].split()) <= 5 and _may_issue(comma["issuer"]):
        return comma["name"].strip(), _closed(comma["issuer"])
    if (parted := _at_dash(name)) is not None:
        return parted
    bracket = _BRACKET_ISSUER.match(name)
    if bracket and not bracket["issuer"].isupper() and len(bracket["issuer"]) > 3:
        return bracket["name"].strip(), bracket["issuer"].strip()
    for row in below:
        bare = without_dates(row.text).strip(_EDGE + ")")
        if bare and not row.continues and not _ISSUED.match(row.text) and len(bare.split()) <= 5:
            return name, _PARTS.split(bare)[0].strip(_EDGE)
    return name, None


def _closed(text: str) -> str:
    """The text without loose punctuation; a bracket stays where it has its pair."""
    bare = text.strip(_EDGE)
    return bare.rstrip(") ") if bare.count(")") > bare.count("(") else bare
