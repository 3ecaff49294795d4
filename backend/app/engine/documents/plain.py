"""Plain text to a document."""

import re
import textwrap
from collections.abc import Iterator

from app.engine.documents.errors import NoText, TooManyPages, UnsupportedType
from app.engine.documents.limits import ReadingLimits
from app.engine.documents.model import Document, Flag, Line
from app.engine.text import clean, collapse_letter_spacing, invisible_characters

MEDIA_TYPE = "text/plain"
LONGEST_LINE = 2_000
"""In characters; no line that is meant to be read as one is longer."""

LINE_HEIGHT = 12.0
"""What one blank line counts as white space, in points."""

_COLUMN_GAP = re.compile(r"(?<=\S) {3,}(?=\S)")


def read_plain(data: bytes, limits: ReadingLimits) -> Document:
    """Read UTF-8 text, UTF-16 with a mark, or else Windows-1252; blank lines become gaps.

    Raises :class:`NoText` for white space alone and :class:`UnsupportedType` for bytes that are
    text in none of them.
    """
    text = _decode(data)
    if len(text) > limits.max_characters:
        raise TooManyPages("The text is longer than a resume or a job description can be.")
    lines: list[Line] = []
    blanks = 0
    for raw in _short_lines(text):
        content = clean(collapse_letter_spacing(_COLUMN_GAP.sub("\t", raw.strip())))
        if not content:
            blanks += 1
            continue
        lines.append(Line(len(lines) + 1, content, gap=blanks * LINE_HEIGHT if lines else 0.0))
        blanks = 0
    if not lines:
        raise NoText("The file holds no text. Upload the document itself.")
    coded = invisible_characters(text)
    flags = (Flag("hidden_text", f"{coded} characters of no width left out"),) if coded else ()
    return Document(MEDIA_TYPE, (), tuple(lines), flags=flags)


def _short_lines(text: str) -> Iterator[str]:
    """Lines as they stand; one that is a whole document is cut between words.

    A line is what evidence quotes, and what patterns are looked for in.
    """
    for line in re.split(r"\r\n|[\n\r\f\v\u2028\u2029]", text):
        if len(line) <= LONGEST_LINE:
            yield line
        else:
            yield from textwrap.wrap(line, LONGEST_LINE)


def _decode(data: bytes) -> str:
    encoding = "utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    for attempt in (encoding, "cp1252"):
        try:
            return data.decode(attempt)
        except UnicodeDecodeError:
            continue
    raise UnsupportedType("The file is not text. Save it as UTF-8 text, PDF or DOCX.")
