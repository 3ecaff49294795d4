"""A document as data: pages of lines in reading order, each with its place and its type."""

from dataclasses import dataclass

from app.engine.evidence import Box


@dataclass(frozen=True, slots=True)
class Page:
    """One page; ``number`` counts from 1, sizes are PDF points."""

    number: int
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Line:
    """One visual line in reading order.

    ``number`` counts from 1 through the whole document. ``column`` is the column of the page that
    the line belongs to (0 is the main or only one). ``size`` is the font size in points of most of
    its characters (0 for documents without pages). ``gap`` is the white space above it in points.
    ``turns`` are the places in ``text`` of words set otherwise than the word before: in another
    weight, slant or colour.
    """

    number: int
    text: str
    page: int | None = None
    box: Box | None = None
    size: float = 0.0
    bold: bool = False
    italic: bool = False
    column: int = 0
    gap: float = 0.0
    turns: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Link:
    """An address that the document links to, with the text it stands under."""

    uri: str
    line: int | None


@dataclass(frozen=True, slots=True)
class Flag:
    """Something a reader of the document should know; ``code`` is stable, ``detail`` is words."""

    code: str
    detail: str
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Field:
    """A value that the file itself names: ``work/0/position`` and the range of a line it is on.

    A value over several lines is as many fields of one path, in order.
    """

    path: str
    line: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Document:
    """What was read from the bytes; the input of both readers.

    ``fields`` are there where the file is structured data: nothing has to be guessed from lines.
    """

    media_type: str
    pages: tuple[Page, ...]
    lines: tuple[Line, ...]
    links: tuple[Link, ...] = ()
    flags: tuple[Flag, ...] = ()
    fields: tuple[Field, ...] = ()

    @property
    def text(self) -> str:
        """All lines, one per row."""
        return "\n".join(line.text for line in self.lines)
