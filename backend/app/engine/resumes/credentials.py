"""Certificates of a resume."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.engine.evidence import Source
from app.engine.resumes.blocks import Block, locate, source_of
from app.engine.resumes.certificate_rows import (
    EDGE,
    ISSUED,
    certificate_blocks,
    certificate_date,
    names_issuer,
    undated,
)
from app.engine.resumes.date_tokens import MONTHS
from app.engine.resumes.model import Certification
from app.engine.resumes.periods import find_periods
from app.engine.resumes.row import Row
from app.engine.resumes.sections import Section
from app.engine.resumes.vocabulary import (
    CERTIFICATE_LEVELS,
    ROLE_WORDS,
)
from app.engine.resumes.wraps import ends_in_month
from app.engine.text import fold

_CELLS = re.compile(r"\t+|\s+[|¦│·•]\s*|\s{3,}")
_PARTS = re.compile(r"\t+|\s+[|¦│·•]\s*|\s+[–—]+\s+|\s+-{1,2}\s+|\s{3,}")
_ISSUED_BY = re.compile(
    r"\s*[,(]?\s*\b(?:(?:issued|offered|provided|awarded) by|by(?=[^()]*$)|from|through"
    r"|via|von|durch|par)\s+(?=[A-ZÀ-Þ])"
)
_DASH = re.compile(r"\s+[-–—]{1,2}\s+")
_COMMA_ISSUER = re.compile(r"^(?P<name>.{6,}),\s+(?P<issuer>[A-ZÀ-Þ][^,]{2,60})$")
_BRACKET_ISSUER = re.compile(r"^(?P<name>[^()]{6,}?)\s*\((?P<issuer>[^\W\d_][^()]{1,40})\)\s*$")
_WORD = re.compile(r"[^\W\d_]+")
_MONTH_TAIL = re.compile(rf"[,\s]\s*(?:{'|'.join(MONTHS)})\.?,?$", re.IGNORECASE)
_OPEN_END = re.compile(r"\s(?:of|for|and|the|di|de|del|der|des|du|et|und|für)$|\s&$")
_DASHED = re.compile(r"\s*[-–—]")
_MAX_NAME_WORDS = 18
_HYPHEN = re.compile(r"(?<=[^\W\d_]-) (?=\w)")
_WRAPPED = 2
_ISSUER_WORDS = 5
_LONG_ISSUER_WORDS = 9
_SENTENCE_WORDS = 8


@dataclass(frozen=True, slots=True)
class CertificationReading:
    """A certificate with its block: that shows the skills it certifies."""

    certification: Certification
    block: Block


def read_certifications(
    sections: Sequence[Section], taken: frozenset[int] = frozenset()
) -> tuple[CertificationReading, ...]:
    """Certificates in reading order; lines in ``taken`` were read as something else."""
    readings = (certification_of(block) for block in certificate_blocks(sections, taken))
    return tuple(reading for reading in readings if reading is not None)


def certification_of(block: Block) -> CertificationReading | None:
    """What a block names, who gave it and when; None where it is a sentence or names nothing."""
    rows = [row for row in block.rows if _says_something(row)]
    if rows and not rows[0].bullet:
        rows = [row for row in rows if not row.bullet or _DASHED.match(row.line.text)]
    rows = _with_rest(rows)
    if not rows or _is_sentence(rows[0].text):
        return None
    naming, below = _naming_rows(rows)
    whole = _wrapped_issuer(rows) or _over_several_rows(rows)
    name, issuer = whole or _name_and_issuer(naming, below)
    if not any(c.isalpha() for c in name) or len(name.split()) > _MAX_NAME_WORDS:
        return None
    found = certificate_date(block.rows)
    certification = Certification(
        name=name,
        issuer=issuer,
        date=found.period.start if found else None,
        sources=(_source(name, naming, block),),
    )
    return CertificationReading(certification, block)


def _says_something(row: Row) -> bool:
    return any(c.isalpha() for c in undated(row)) and not ISSUED.match(row.text)


def _with_rest(rows: Sequence[Row]) -> list[Row]:
    """The rows with the first made whole, where it ends in a word that cannot end a name."""
    if len(rows) < 2 or not _OPEN_END.search(rows[0].text):
        return list(rows)
    text = f"{rows[0].text} {rows[1].text}"
    return [replace(rows[0], text=text, dates=find_periods(text)), *rows[2:]]


def _is_sentence(text: str) -> bool:
    return text.endswith(".") and len(text.split()) > _SENTENCE_WORDS and "," not in text


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


def _wrapped_issuer(rows: Sequence[Row]) -> tuple[str, str] | None:
    """Name and issuer of wrapped rows, which a comma parts wherever the lines are broken."""
    if len(rows) < _WRAPPED or any("\t" in row.text for row in rows):
        return None
    texts = [_MONTH_TAIL.sub("", undated(row)).strip() for row in rows]
    whole = _HYPHEN.sub("", " ".join(text for text in texts if text))
    comma = _COMMA_ISSUER.match(whole)
    if comma is None or not _may_issue(comma["issuer"]):
        return None
    if len(comma["issuer"].split()) > _LONG_ISSUER_WORDS:
        return None
    at = 0
    for before, row, text in zip(rows, rows[1:], texts[1:], strict=False):
        at += len(_MONTH_TAIL.sub("", undated(before)).strip()) + 1
        is_in_name = at < len(comma["name"])
        if is_in_name and text and not _is_wrapped(before, row):
            return None
    begun = whole[comma.start("issuer") : len(texts[0])]
    if any(c.isdigit() for c in begun):
        return None
    return comma["name"].strip(), _closed(comma["issuer"])


def _is_wrapped(before: Row, row: Row) -> bool:
    """Whether a row can only be the rest of the name above it."""
    is_open = before.text.endswith(("-", "–", ",")) or _OPEN_END.search(before.text) is not None
    return is_open or row.continues or row.text[0] in "(&" or row.text[0].islower()


def _over_several_rows(rows: Sequence[Row]) -> tuple[str, str] | None:
    """Name and issuer of undated rows that a dash parts, wherever the lines are broken."""
    if len(rows) == 1 or any("\t" in r.text or r.dates or ends_in_month(r.text) for r in rows):
        return None
    opened = [rows[0].text, *(row.line.text for row in rows[1:])]
    return _at_dash(" ".join(text.strip() for text in opened))


def _at_dash(text: str) -> tuple[str, str] | None:
    """Name and issuer around the last dash; ``– Associate`` is a level and of the name."""
    for dash in reversed(list(_DASH.finditer(text))):
        name, rest = text[: dash.start()].strip(EDGE), text[dash.end() :].strip(EDGE)
        if len(name) > 3 and any(c.isalpha() for c in rest) and _may_issue(rest):
            return name, _closed(rest)
    return None


def _may_issue(text: str) -> bool:
    """Whether what follows a name can be who issued it, and not the rest of the name."""
    words = [fold(word) for word in _WORD.findall(text)]
    if words[0] in CERTIFICATE_LEVELS:
        return False
    if names_issuer(text):
        return True
    is_rest = words[-1] in CERTIFICATE_LEVELS | ROLE_WORDS
    return not (is_rest or any(c.isdigit() for c in text))


def _name_and_issuer(naming: Sequence[Row], below: Sequence[Row]) -> tuple[str, str | None]:
    first = naming[0]
    cells = _CELLS.split(undated(first))
    parts = [cell.lstrip(EDGE) for cell in cells if any(c.isalpha() for c in cell)]
    rest = [_CELLS.split(undated(row))[0].strip() for row in naming[1:]]
    name = " ".join([parts[0].strip() if rest else parts[0], *rest]).strip(EDGE)
    by = _ISSUED_BY.search(name)
    if by is not None and by.start() > 3:
        return name[: by.start()].strip(EDGE), name[by.end() :].strip(EDGE + ")")
    if len(parts) > 1 and len(parts[1].split()) <= 6:
        return name, _closed(parts[1])
    if below and (below[0].dates or ends_in_month(below[0].text)):
        issuer = _closed(_MONTH_TAIL.sub("", undated(below[0])).split("\t")[0])
        return name, issuer or None
    comma = _COMMA_ISSUER.match(name)
    if comma and _is_short(comma["issuer"]) and _may_issue(comma["issuer"]):
        return comma["name"].strip(), _closed(comma["issuer"])
    if (parted := _at_dash(name)) is not None:
        return parted
    bracket = _BRACKET_ISSUER.match(name)
    if bracket and not bracket["issuer"].isupper() and len(bracket["issuer"]) > 3:
        return bracket["name"].strip(), bracket["issuer"].strip()
    for row in below:
        bare = undated(row).strip(EDGE + ")")
        if bare and not row.continues and not ISSUED.match(row.text) and len(bare.split()) <= 5:
            return name, _PARTS.split(bare)[0].strip(EDGE)
    return name, None


def _is_short(issuer: str) -> bool:
    least = _LONG_ISSUER_WORDS if names_issuer(issuer) else _ISSUER_WORDS
    return len(issuer.split()) <= least


def _closed(text: str) -> str:
    """The text without loose punctuation; a bracket stays where it has its pair."""
    bare = text.strip(EDGE)
    return bare.rstrip(") ") if bare.count(")") > bare.count("(") else bare
