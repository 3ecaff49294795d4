"""PDF bytes to a document, by PyMuPDF."""

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

import pymupdf

from app.engine.documents.columns import Place
from app.engine.documents.drawing import Drawing
from app.engine.documents.errors import BrokenDocument, NoText, TooManyPages
from app.engine.documents.flow import in_reading_order
from app.engine.documents.furniture import without_running_lines
from app.engine.documents.guards import check_pdf
from app.engine.documents.hidden import visible_words
from app.engine.documents.layout import page_lines, plain_words
from app.engine.documents.limits import ReadingLimits
from app.engine.documents.model import Document, Flag, Line, Link, Page
from app.engine.documents.words import Word, page_words
from app.engine.evidence import Box
from app.engine.text import invisible_characters

MEDIA_TYPE = "application/pdf"
MAX_LINKS = 200
MAX_LINK_LENGTH = 2048

_SCHEMES = ("http://", "https://", "mailto:", "tel:")


class PdfReading:
    """What has been read of a PDF so far, page by page."""

    def __init__(self) -> None:
        self.pages: list[Page] = []
        self.lines: list[Line] = []
        self.characters = 0
        self.hidden = 0
        self._places: dict[int, Place] = {}
        self._links: list[tuple[str, int, Box]] = []
        self._coded = 0
        self._numbers = itertools.count(1)

    def add(self, page: Any, found: Sequence[Word], visible: Sequence[Word]) -> None:
        """Read the next page: the words found in it and those of them that a person can see."""
        number = len(self.pages) + 1
        shown = page.rect
        self.pages.append(Page(number, shown.width, shown.height))
        self.hidden += len(found) - len(visible)
        self._coded += sum(
            [invisible_characters(word.text) for word in found if not word.text.isascii()]
        )
        words = plain_words(visible)
        self.characters += sum([len(word.text) for word in words])
        for line, place in page_lines(words, number, shown.height, self._numbers):
            self.lines.append(line)
            self._places[line.number] = place
        self._links.extend(_links(page, number))

    def document(self, *, repaired: bool) -> Document:
        """All pages as one document, its lines in reading order and numbered anew."""
        kept = without_running_lines(self.lines, self.pages)
        kept = in_reading_order(kept, self._places, self.pages[0].width)
        lines = tuple(
            line if line.number == number else replace(line, number=number)
            for number, line in enumerate(kept, start=1)
        )
        links = dict.fromkeys(
            Link(uri, _line_under(area, page, lines)) for uri, page, area in self._links[:MAX_LINKS]
        )
        return Document(
            MEDIA_TYPE, tuple(self.pages), lines, tuple(links), tuple(self._flags(repaired))
        )

    def _flags(self, repaired: bool) -> Iterator[Flag]:
        if self.hidden:
            words = "1 word" if self.hidden == 1 else f"{self.hidden} words"
            yield Flag("hidden_text", f"{words} that cannot be seen on the page left out")
        if self._coded:
            yield Flag("hidden_text", f"{self._coded} characters of no width left out")
        if repaired:
            yield Flag("repaired", "The PDF's structure is damaged and was repaired to read it")


def read_pdf(data: bytes, limits: ReadingLimits) -> Document:
    """Check a PDF and read its visible lines in reading order.

    Raises :class:`BrokenDocument`, :class:`TooManyPages`, :class:`NoText` and what
    :func:`~app.engine.documents.guards.check_pdf` raises.
    """
    facts = check_pdf(data, limits)
    pymupdf.TOOLS.mupdf_display_errors(False)  # type: ignore[no-untyped-call]
    reading = PdfReading()
    try:
        with pymupdf.open(stream=data, filetype="pdf") as pdf:  # type: ignore[no-untyped-call]
            for page in pdf:
                drawing = Drawing(page)
                found = page_words(page, drawing.text())
                reading.add(page, found, visible_words(page, drawing, found))
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
    return reading.document(repaired=facts.repaired)


def _links(page: Any, number: int) -> Iterator[tuple[str, int, Box]]:
    """The addresses that a page links to; ``page.get_links()`` takes long over other links."""
    link = pymupdf.mupdf.fz_load_links(page.this)
    while link.m_internal:
        uri = str(link.uri() or "").strip()
        if uri.lower().startswith(_SCHEMES) and len(uri) <= MAX_LINK_LENGTH:
            area = link.rect()
            yield uri, number, Box(area.x0, area.y0, area.x1, area.y1)
        link = link.next()


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


def _why_no_text(reading: PdfReading) -> str:
    if reading.hidden:
        return (
            "The PDF shows pictures of text: its only text is invisible, as scanners add it. "
            "Export a PDF with text from the program that the document was written in."
        )
    return (
        "The PDF has no text, only pictures, as from a scanner or a camera. "
        "Export a PDF with text from the program that the document was written in."
    )
