"""A JSON Resume to a document: its values as lines that people read, each field with its place."""

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass, field

from app.engine.documents.errors import NoText
from app.engine.documents.json_resume import MEDIA_TYPE, Entry, parse
from app.engine.documents.limits import ReadingLimits
from app.engine.documents.model import Document, Field, Flag, Line
from app.engine.documents.plain import LINE_HEIGHT, LONGEST_LINE
from app.engine.text import BULLET, clean, invisible_characters


@dataclass(frozen=True, slots=True)
class _Piece:
    """A member on a line; ``label`` stands before it always, the others where it is not first."""

    key: str
    before: str = ""
    after: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True)
class _Shape:
    """How entries of a part are written: lines of pieces, then members line by line.

    ``bullet`` marks entries of one line; a member that is a list has one bullet an item.
    """

    part: str
    heading: str
    lines: tuple[tuple[_Piece, ...], ...]
    blocks: tuple[str, ...] = ()
    bullet: bool = False


_DATES = (_Piece("startDate"), _Piece("endDate", before=" – "))
_URL = (_Piece("url"),)
_DONE = ("summary", "highlights")


def _line(*keys: str) -> tuple[tuple[_Piece, ...], ...]:
    return tuple((_Piece(key),) for key in keys)


_SHAPES: tuple[_Shape, ...] = (
    _Shape(
        "basics",
        "",
        (
            *_line("name", "label", "email", "phone", "url"),
            (
                _Piece("location/city"),
                _Piece("location/region", before=", "),
                _Piece("location/countryCode", before=" (", after=")"),
            ),
            *_line("location/address", "location/postalCode"),
        ),
    ),
    _Shape("profiles", "", ((_Piece("network"), _Piece("username", ": "), _Piece("url", " ")),)),
    _Shape("basics", "Summary", (), ("summary",)),
    _Shape(
        "work", "Work", (*_line("position", "name", "location", "description"), _DATES, _URL), _DONE
    ),
    _Shape("volunteer", "Volunteer", (*_line("position", "organization"), _DATES, _URL), _DONE),
    _Shape(
        "education",
        "Education",
        (
            *_line("studyType", "area", "institution"),
            _DATES,
            (_Piece("score", label="Score: "),),
            _URL,
            (_Piece("courses", label="Courses: "),),
        ),
    ),
    _Shape(
        "projects",
        "Projects",
        (
            *_line("name", "entity", "type"),
            (_Piece("roles", label="Roles: "),),
            _DATES,
            _URL,
            (_Piece("keywords", label="Keywords: "),),
        ),
        ("description", "highlights"),
    ),
    _Shape(
        "skills",
        "Skills",
        ((_Piece("name"), _Piece("level", " (", ")"), _Piece("keywords", ": ")),),
        bullet=True,
    ),
    _Shape("languages", "Languages", ((_Piece("language"), _Piece("fluency", " (", ")")),)),
    _Shape("certificates", "Certificates", _line("name", "issuer", "date", "url")),
    _Shape("awards", "Awards", _line("title", "awarder", "date"), ("summary",)),
    _Shape(
        "publications",
        "Publications",
        _line("name", "publisher", "releaseDate", "url"),
        ("summary",),
    ),
    _Shape("interests", "Interests", ((_Piece("name"), _Piece("keywords", ": ")),), bullet=True),
    _Shape("references", "References", _line("name"), ("reference",)),
)


def read_json_resume(data: bytes, limits: ReadingLimits) -> Document:
    """Read a JSON Resume; raises what :func:`~app.engine.documents.json_resume.parse` raises.

    Also raises :class:`NoText` where it holds no value that is known.
    """
    parts = parse(data, limits)
    page = _Page()
    for shape in _SHAPES:
        page.write(shape, parts[shape.part])
    if not page.fields:
        raise NoText("The JSON Resume holds no text. Fill it in, or upload another document.")
    hidden = page.invisible
    flags = (Flag("hidden_text", f"{hidden} characters of no width left out"),) if hidden else ()
    return Document(MEDIA_TYPE, (), tuple(page.lines), flags=flags, fields=tuple(page.fields))


@dataclass(slots=True)
class _Page:
    """Lines as they are written; not shared, not kept."""

    lines: list[Line] = field(default_factory=list)
    fields: list[Field] = field(default_factory=list)
    invisible: int = 0
    _heading: str = ""
    _text: str = ""
    _marks: list[tuple[str, int, int]] = field(default_factory=list)
    _gap: float = 0.0

    def write(self, shape: _Shape, entries: Sequence[Entry]) -> None:
        """Write the entries of a part; its heading comes with its first line."""
        self._heading = shape.heading
        for index, entry in enumerate(entries):
            self._gap = 0.0 if shape.bullet else LINE_HEIGHT
            path = f"{shape.part}/{index}"
            for pieces in shape.lines:
                self._text = "• " if shape.bullet else ""
                for piece in pieces:
                    self._add(piece, path, entry)
                self._end()
            for key in shape.blocks:
                self._block(f"{path}/{key}", entry.get(key, ""))

    def _add(self, piece: _Piece, path: str, entry: Entry) -> None:
        value = entry.get(piece.key, "")
        items = _numbered(f"{path}/{piece.key}", value)
        shown = [(key, text) for key, item in items if (text := self._plain(item))]
        if not shown:
            return
        is_first = not self._marks
        self._text += piece.label or ("" if is_first else piece.before)
        for at, (key, text) in enumerate(shown):
            self._text += ", " if at else ""
            for part in _short(text):
                if self._marks and len(self._text) + len(part) > LONGEST_LINE:
                    self._end()
                self._mark(key, part)
        self._text += "" if is_first else piece.after

    def _block(self, path: str, value: str | list[str]) -> None:
        """A text line by line, or one bullet an item of a list."""
        for key, item in _numbered(path, value):
            self._text = "" if isinstance(value, str) else "• "
            for row in item.splitlines():
                for part in _short(self._plain(row)):
                    self._mark(key, part)
                    self._end()
            self._text = ""

    def _mark(self, path: str, text: str) -> None:
        self._marks.append((path, len(self._text), len(self._text) + len(text)))
        self._text += text

    def _end(self) -> None:
        """Close the line that is being written, if a value stands on it."""
        if self._marks and self._heading:
            gap = LINE_HEIGHT if self.lines else 0.0
            self.lines.append(Line(len(self.lines) + 1, self._heading, bold=True, gap=gap))
            self._heading, self._gap = "", 0.0
        if self._marks:
            number = len(self.lines) + 1
            self.fields += [Field(path, number, start, end) for path, start, end in self._marks]
            self.lines.append(Line(number, self._text, gap=self._gap if self.lines else 0.0))
            self._gap = 0.0
        self._text = ""
        self._marks.clear()

    def _plain(self, text: str) -> str:
        """One line of what a reader would see; half characters and a bullet of its own are off."""
        whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        self.invisible += invisible_characters(whole)
        return clean(" ".join(whole.split())).removeprefix(BULLET).strip()


def _numbered(path: str, value: str | list[str]) -> list[tuple[str, str]]:
    if isinstance(value, str):
        return [(path, value)]
    return [(f"{path}/{at}", item) for at, item in enumerate(value)]


def _short(text: str) -> list[str]:
    """The text, cut between words where no line is so long."""
    if len(text) <= LONGEST_LINE:
        return [text] if text else []
    return textwrap.wrap(text, LONGEST_LINE)
