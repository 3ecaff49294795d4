"""PDF bytes to a document, by PyMuPDF."""

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import pymupdf

from app.engine.documents.cells import grid_of
from app.engine.documents.columns import Place, regions_of
from app.engine.documents.errors import BrokenDocument, NoText, TooManyPages
from app.engine.documents.flow import in_reading_order
from app.engine.documents.furniture import without_running_lines
from app.engine.documents.guards import check_pdf
from app.engine.documents.hidden import visible_words
from app.engine.documents.limits import ReadingLimits
from app.engine.documents.model import Document, Flag, Line, Link, Page
from app.engine.documents.rows import (
    close_letter_spacing,
    main_size,
    rows_of,
    segments_of,
    without_doubles,
)
from app.engine.documents.tracking import close_tracking
from app.engine.documents.words import Word, page_words
from app.engine.documents.wraps import unwrapped
from app.engine.evidence import Box
from app.engine.text import SOFT_HYPHEN, clean, invisible_characters, starts_with_accent

MEDIA_TYPE = "application/pdf"
MAX_LINKS = 200
MAX_LINK_LENGTH = 2048

_SCHEMES = ("http://", "https://", "mailto:", "tel:")


@dataclass(slots=True)
class _Reading:
    """What has been read so far, page by page."""

    pages: list[Page] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    places: dict[int, Place] = field(default_factory=dict)
    links: list[tuple[str, int, Box]] = field(default_factory=list)
    hidden: int = 0
    coded: int = 0
    characters: int = 0


def read_pdf(data: bytes, limits: ReadingLimits) -> Document:
    """Check a PDF and read its visible lines in reading order.

    Raises :class:`BrokenDocument`, :class:`TooManyPages`, :class:`NoText` and what
    :func:`~app.engine.documents.guards.check_pdf` raises.
    """
    facts = check_pdf(data, limits)
    pymupdf.TOOLS.mupdf_display_errors(False)  # type: ignore[no-untyped-call]
    reading = _Reading()
    try:
        with pymupdf.open(stream=data, filetype="pdf") as pdf:  # type: ignore[no-untyped-call]
            for page in pdf:
                _read_page(page, reading)
                if reading.characters > limits.max_characters:
                    raise TooManyPages("The document holds more text than a resume can.")
    except pymupdf.mupdf.FzErrorSystem as error:
        raise MemoryError from error
    except (pymupdf.FileDataError, pymupdf.EmptyFileError, pymupdf.mupdf.FzErrorBase):
        raise BrokenDocument(
            "The PDF is damaged and cannot be read. Export it again from the original."
        ) from None
    if not reading.lines:
        raise NoText(_why_no_text(reading))
    return _document(reading, repaired=facts.repaired)


def _read_page(page: Any, reading: _Reading) -> None:
    number = len(reading.pages) + 1
    reading.pages.append(Page(number, page.rect.width, page.rect.height))
    found = page_words(page)
    reading.coded += sum(
        invisible_characters(word.text) for word in found if not word.text.isascii()
    )
    visible, hidden = visible_words(page, found)
    reading.hidden += hidden
    words = without_doubles(list(_plain(visible)))
    reading.characters += sum(len(word.text) for word in words)
    for line, place in itertools.chain(_upright_lines(words, number), _turned_lines(words, number)):
        reading.lines.append(replace(line, number=len(reading.lines) + 1))
        reading.places[len(reading.lines)] = place
    reading.links.extend(_links(page, number))


def _plain(words: Sequence[Word]) -> Iterator[Word]:
    """Words as text; marks of icon fonts and what cleaning empties are left out.

    A soft hyphen that has a place on the page is drawn, so it is a hyphen.
    """
    for word in _with_accents(words):
        text = clean(word.text.replace(SOFT_HYPHEN, "-"))
        if text and not word.style.icon:
            yield word if text == word.text else replace(word, text=text)


def _with_accents(words: Sequence[Word]) -> Iterator[Word]:
    """Words; one that begins with an accent set by itself is joined to what it touches.

    MuPDF takes the accent's way back to its letter for a space.
    """
    held: Word | None = None
    for word in words:
        if held is None:
            held = word
        elif starts_with_accent(word.text) and word.line == held.line and word.x0 - held.x1 < 0.1:
            held = replace(held, text=held.text + word.text, x1=word.x1)
        else:
            yield held
            held = word
    if held is not None:
        yield held


def _upright_lines(words: Sequence[Word], page: int) -> Iterator[tuple[Line, Place]]:
    rows = [
        close_letter_spacing(close_tracking(row))
        for row in rows_of([w for w in words if w.upright])
    ]
    for region in regions_of([segment for row in rows for segment in segments_of(row)]):
        bottom = None
        for row in unwrapped(grid_of(region.segments)):
            text = "\t".join(cell.text for cell in row)
            parts = [part for cell in row for part in cell.parts]
            line = _line([w for part in parts for w in part.words], text, page)
            top = round(min(cell.first.y0 for cell in row), 2)
            gap = max(0.0, top - bottom) if bottom is not None else 0.0
            bottom = round(max(cell.first.y1 for cell in row), 2)
            yield replace(line, column=region.column, gap=round(gap, 2)), region.place


def _turned_lines(words: Sequence[Word], page: int) -> Iterator[tuple[Line, Place]]:
    """Text that runs up, down or aslant, after the rest of its page, a line as the file has it."""
    turned = [word for word in words if not word.upright]
    for _, group in itertools.groupby(turned, key=lambda word: word.line):
        row = list(group)
        yield _line(row, " ".join(word.text for word in row), page), "whole"


def _line(row: Sequence[Word], text: str, page: int) -> Line:
    return Line(
        number=0,
        text=text,
        page=page,
        box=Box(
            round(min(word.x0 for word in row), 2),
            round(min(word.y0 for word in row), 2),
            round(max(word.x1 for word in row), 2),
            round(max(word.y1 for word in row), 2),
        ),
        size=main_size(row),
        bold=_mostly(row, [word.style.bold for word in row]),
        italic=_mostly(row, [word.style.italic for word in row]),
    )


def _mostly(row: Sequence[Word], marks: Sequence[bool]) -> bool:
    """Whether more than half of the characters belong to marked words."""
    lengths = [len(word.text) for word in row]
    return sum(itertools.compress(lengths, marks)) * 2 > sum(lengths)


def _links(page: Any, number: int) -> Iterator[tuple[str, int, Box]]:
    for link in page.get_links():
        uri = str(link.get("uri") or "").strip()
        if uri.lower().startswith(_SCHEMES) and len(uri) <= MAX_LINK_LENGTH:
            area = link["from"]
            yield uri, number, Box(area.x0, area.y0, area.x1, area.y1)


def _document(reading: _Reading, *, repaired: bool) -> Document:
    kept = without_running_lines(reading.lines, reading.pages)
    kept = in_reading_order(kept, reading.places, reading.pages[0].width)
    lines = tuple(replace(line, number=number) for number, line in enumerate(kept, start=1))
    links = dict.fromkeys(
        Link(uri, _line_under(area, page, lines)) for uri, page, area in reading.links[:MAX_LINKS]
    )
    return Document(
        MEDIA_TYPE, tuple(reading.pages), lines, tuple(links), tuple(_flags(reading, repaired))
    )


def _line_under(area: Box, page: int, lines: Sequence[Line]) -> int | None:
    """The number of the line that most of the link's height and its middle lie on."""
    middle = (area.y0 + area.y1) / 2
    near = [
        (abs((line.box.y0 + line.box.y1) / 2 - middle), line.number)
        for line in lines
        if line.page == page
        and line.box is not None
        and line.box.y0 <= middle <= line.box.y1
        and line.box.x0 < area.x1
        and area.x0 < line.box.x1
    ]
    return min(near)[1] if near else None


def _flags(reading: _Reading, repaired: bool) -> Iterator[Flag]:
    if reading.hidden:
        words = "1 word" if reading.hidden == 1 else f"{reading.hidden} words"
        yield Flag("hidden_text", f"{words} that cannot be seen on the page left out")
    if reading.coded:
        yield Flag("hidden_text", f"{reading.coded} characters of no width left out")
    if repaired:
        yield Flag("repaired", "The PDF's structure is damaged and was repaired to read it")


def _why_no_text(reading: _Reading) -> str:
    if reading.hidden:
        return (
            "The PDF shows pictures of text: its only text is invisible, as scanners add it. "
            "Export a PDF with text from the program that the document was written in."
        )
    return (
        "The PDF has no text, only pictures, as from a scanner or a camera. "
        "Export a PDF with text from the program that the document was written in."
    )
