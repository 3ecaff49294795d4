"""DOCX bytes to a document: paragraphs and table cells in order, without pages."""

import io
import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import docx
from docx.opc.exceptions import OpcError
from docx.oxml.ns import qn

from app.engine.documents.archive import check_archive
from app.engine.documents.errors import BrokenDocument, NoText, TooManyPages
from app.engine.documents.furniture import is_page_number
from app.engine.documents.limits import ReadingLimits
from app.engine.documents.model import Document, Flag, Line, Link
from app.engine.documents.word_styles import Look, Styles, is_shaded
from app.engine.text import BULLET, clean, collapse_letter_spacing, invisible_characters

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
LINE_HEIGHT = 12.0
"""What one empty paragraph counts as white space, in points."""

_CONTAINERS = frozenset(
    qn(name)
    for name in (
        "w:hyperlink",
        "w:ins",
        "w:moveTo",
        "w:smartTag",
        "w:sdt",
        "w:sdtContent",
        "w:fldSimple",
        "w:customXml",
        "w:dir",
        "w:bdo",
    )
)
"""What may stand around paragraphs or runs without changing them; deletions are not among them."""

_SHORT_CELL = 2
"""Lines of a cell that is read beside a longer one."""

_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_SCHEMES = ("http://", "https://", "mailto:", "tel:")


@dataclass(slots=True)
class _Piece:
    """Text of one look."""

    text: str
    look: Look


@dataclass(slots=True)
class _Reader:
    """What is known of the document while its lines are read."""

    styles: Styles
    hidden: int = 0
    coded: int = 0
    blanks: int = 0
    links: list[tuple[str, str]] = field(default_factory=list)


def read_docx(data: bytes, limits: ReadingLimits) -> Document:
    """Check a Word file and read its lines: heads, body, feet; raises a :class:`DocumentError`."""
    check_archive(data, limits)
    try:
        part = docx.Document(io.BytesIO(data)).part
        reader = _Reader(Styles(part.styles.element))
        found = [
            *_margin(reader, part, "header"),
            *_blocks(reader, part.element.body, part),
            *_margin(reader, part, "footer"),
        ]
    except (OpcError, SyntaxError, KeyError, ValueError, AttributeError, RecursionError):
        raise BrokenDocument(
            "The DOCX is damaged. Open it in Word, save it again and upload that."
        ) from None
    if not found:
        raise NoText("The document holds no text. Upload a PDF or DOCX with text in it.")
    if sum(len(line.text) for line in found) > limits.max_characters:
        raise TooManyPages("The document is longer than a resume or a job description can be.")
    lines = tuple(replace(line, number=number) for number, line in enumerate(found, start=1))
    return Document(MEDIA_TYPE, (), lines, _links(reader, lines), tuple(_flags(reader)))


def _margin(reader: _Reader, part: Any, kind: str) -> list[Line]:
    """Lines of the heads or feet, each text once."""
    lines: dict[str, Line] = {}
    for relation in part.rels.values():
        if relation.reltype.endswith(f"/{kind}") and not relation.is_external:
            target = relation.target_part
            for line in _blocks(reader, target.element, target):
                if not is_page_number(line.text):
                    lines.setdefault(line.text, line)
    return list(lines.values())


def _blocks(reader: _Reader, container: Any, part: Any) -> Iterator[Line]:
    for element in container:
        if element.tag == qn("w:p"):
            yield from _paragraph(reader, element, part)
        elif element.tag == qn("w:tbl"):
            yield from _table(reader, element, part)
        elif element.tag in _CONTAINERS:
            yield from _blocks(reader, element, part)


def _table(reader: _Reader, table: Any, part: Any) -> Iterator[Line]:
    """A row of short cells is one line, with tabs; cells of several lines are columns.

    Where a table has several rows, what stands beside a long cell in a line or two belongs to its
    first lines, as the dates of a job do.
    """
    rows = [row for row in table.iter(qn("w:tr")) if next(row.iterancestors(qn("w:tbl"))) is table]
    for row in rows:
        cells = [
            list(_blocks(reader, cell, part))
            for cell in row.iter(qn("w:tc"))
            if next(cell.iterancestors(qn("w:tr"))) is row
        ]
        cells = [cell for cell in cells if cell]
        long = sum(1 for cell in cells if len(cell) > _SHORT_CELL)
        if all(len(cell) == 1 for cell in cells) or (len(rows) > 1 and long <= 1):
            yield from _side_by_side(cells)
            continue
        weights = [sum(len(line.text) for line in cell) for cell in cells]
        main = weights.index(max(weights))
        for index, cell in enumerate(cells):
            column = 0 if index == main else index + (index < main)
            yield from (replace(line, column=line.column + column) for line in cell)


def _side_by_side(cells: Sequence[Sequence[Line]]) -> Iterator[Line]:
    """The first lines of all cells as one line, then the second ones, and so on."""
    for lines in itertools.zip_longest(*cells):
        held = [line for line in lines if line is not None]
        turns = held[0].turns if len(held) == 1 else ()
        yield replace(held[0], text="\t".join(line.text for line in held), turns=turns)


def _paragraph(reader: _Reader, paragraph: Any, part: Any) -> Iterator[Line]:
    look = reader.styles.paragraph(paragraph)
    pieces = list(_pieces(reader, paragraph, look, part))
    yield from _lines(reader, pieces, look)
    for box in paragraph.iter(qn("w:txbxContent")):
        owner = next(box.iterancestors(qn("w:p")))
        if owner is paragraph and next(box.iterancestors(_FALLBACK), None) is None:
            yield from _blocks(reader, box, part)


def _pieces(reader: _Reader, parent: Any, around: Look, part: Any) -> Iterator[_Piece]:
    for element in parent:
        if element.tag == qn("w:r"):
            look = reader.styles.run(element, around)
            text = "".join(_run_text(element))
            if look.hidden or (look.white and not is_shaded(element)):
                reader.hidden += len(text.split())
            else:
                yield _Piece(text, look)
        elif element.tag in _CONTAINERS:
            pieces = list(_pieces(reader, element, around, part))
            _note_link(reader, element, "".join(piece.text for piece in pieces), part)
            yield from pieces


def _run_text(run: Any) -> Iterator[str]:
    for element in run:
        if element.tag == qn("w:t"):
            yield element.text or ""
        elif element.tag in {qn("w:tab"), qn("w:ptab")}:
            yield "\t"
        elif element.tag in {qn("w:br"), qn("w:cr")}:
            yield "\n"
        elif element.tag == qn("w:noBreakHyphen"):
            yield "-"
        elif element.tag == qn("w:sym"):
            yield chr(int(element.get(qn("w:char"), "20"), 16))


def _note_link(reader: _Reader, element: Any, text: str, part: Any) -> None:
    relation = part.rels.get(element.get(qn("r:id"))) if element.get(qn("r:id")) else None
    if relation is not None and relation.is_external:
        target = relation.target_ref.strip()
        if target.lower().startswith(_SCHEMES):
            reader.links.append((target, clean(text)))


def _lines(reader: _Reader, pieces: Sequence[_Piece], look: Look) -> Iterator[Line]:
    """The lines of one paragraph: its breaks part them, a list item's first has the bullet."""
    first = True
    for row in _split(pieces):
        raw = "".join(piece.text for piece in row)
        reader.coded += invisible_characters(raw)
        text = clean(collapse_letter_spacing(raw)).strip("\t ")
        if not text:
            reader.blanks += 1
            continue
        if first and look.listed and not text.startswith(BULLET):
            text = f"{BULLET} {text}"
        first = False
        yield Line(
            number=0,
            text=text,
            size=_main_size(row),
            bold=_mostly(row, [piece.look.bold for piece in row]),
            italic=_mostly(row, [piece.look.italic for piece in row]),
            gap=reader.blanks * LINE_HEIGHT,
            turns=_turns(text, row),
        )
        reader.blanks = 0


def _turns(text: str, row: Sequence[_Piece]) -> tuple[int, ...]:
    """Where ``text`` goes on in another weight or slant."""
    turns, at = [], 0
    look: Look | None = None
    for piece in row:
        words = piece.text.split()
        at = text.find(words[0], at) if words else at
        if at < 0:
            break
        if not words:
            continue
        if look is not None and (piece.look.bold, piece.look.italic) != (look.bold, look.italic):
            turns.append(at)
        look = piece.look
    return tuple(turns)


def _split(pieces: Sequence[_Piece]) -> Iterator[list[_Piece]]:
    row: list[_Piece] = []
    for piece in pieces:
        head, *tails = piece.text.split("\n")
        row.append(_Piece(head, piece.look))
        for tail in tails:
            yield row
            row = [_Piece(tail, piece.look)]
    yield row


def _main_size(row: Sequence[_Piece]) -> float:
    weights: dict[float, int] = {}
    for piece in row:
        weights[piece.look.size] = weights.get(piece.look.size, 0) + len(piece.text)
    return max(weights, key=lambda size: (weights[size], size), default=0.0)


def _mostly(row: Sequence[_Piece], marks: Sequence[bool]) -> bool:
    marked = sum(len(piece.text) for piece, mark in zip(row, marks, strict=True) if mark)
    return marked * 2 > sum(len(piece.text) for piece in row)


def _links(reader: _Reader, lines: Sequence[Line]) -> tuple[Link, ...]:
    """Each link with the first line that holds its text."""
    found = (
        Link(uri, next((line.number for line in lines if text and text in line.text), None))
        for uri, text in reader.links
    )
    return tuple(dict.fromkeys(found))


def _flags(reader: _Reader) -> Iterator[Flag]:
    if reader.hidden:
        words = "1 word" if reader.hidden == 1 else f"{reader.hidden} words"
        yield Flag("hidden_text", f"{words} that cannot be seen on the page left out")
    if reader.coded:
        yield Flag("hidden_text", f"{reader.coded} characters of no width left out")
