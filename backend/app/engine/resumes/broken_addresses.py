"""Email and web addresses that a narrow column breaks over two lines, put back together.

An address is carried on where it cannot end as it does, or where what stands alone below it makes
one of it: a line with ``ada@`` or ``linkedin.com/in/ada-``, ``@example.org`` or ``m`` below.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from app.engine.documents.model import Line
from app.engine.evidence import Source
from app.engine.resumes.addresses import EMAIL, URL
from app.engine.resumes.blocks import source_of
from app.engine.resumes.model import Claim

_LAST = re.compile(r"[^\s|,;<>()]+$")
_FIRST = re.compile(r"[^\s|,;<>()]+")
_GAP = re.compile(r"\s*(?:$|\t|[|•·,;])")
"""What follows the rest of an address: nothing that reads on."""

_OPEN_ENDS = tuple("-_/=&?@~#+.")
_REST = re.compile(r"[a-z0-9][\w./~%#?=&+-]*", re.ASCII)
_LOCAL = re.compile(r"[\w.+-]{2,}", re.ASCII)
_HOST_PART = re.compile(r"[a-z0-9][a-z0-9-]*-")
_ENDINGS = frozenset({"com", "org", "net", "info", "edu", "gov", "dev", "app", "io", "co", "uk"})
_LEADING = 1.0
"""The rest stands at most this many font sizes below."""


@dataclass(frozen=True, slots=True)
class Mended:
    """Lines whose broken addresses are whole, and those of the page that each is made of."""

    lines: list[Line]
    parts: dict[int, tuple[Line, Line]] = field(default_factory=dict)

    def on_page(self, claim: Claim) -> Claim:
        """A claim made of mended lines, with its places on the page."""
        return replace(claim, sources=tuple(self._on_page(source) for source in claim.sources))

    def _on_page(self, source: Source) -> Source:
        parts = self.parts.get(source.lines[0]) if len(source.lines) == 1 else None
        if parts is None:
            return source
        upper, lower = parts
        start, end = source.span or (0, 0)
        if start >= len(upper.text) or end <= len(upper.text):
            return source_of(source.kind, source.title, [upper], (start, end))
        return source_of(source.kind, source.title, [upper, lower], (start, len(upper.text)))


def mended(lines: Sequence[Line]) -> Mended:
    """The lines with the rest of each broken address moved up to where it begins."""
    found = Mended([])
    for line in lines:
        last = found.lines[-1] if found.lines else None
        rest = _rest(last, line) if last is not None else 0
        if last is None or not rest:
            found.lines.append(line)
            continue
        found.parts.setdefault(last.number, (last, line))
        found.lines[-1] = replace(last, text=last.text + line.text[:rest])
        if left := line.text[rest:].lstrip(" \t|•·,;"):
            found.lines.append(replace(line, text=left))
    return found


def _rest(line: Line, below: Line) -> int:
    """How many characters of the line below belong to the address that this line ends with."""
    first = _FIRST.match(below.text)
    if first is None or not _GAP.match(below.text, first.end()):
        return 0
    word = _LAST.search(line.text)
    if word is None:
        return 0
    whole = _is_broken_email(word.group(), first.group()) or _is_broken_url(
        word.group(), first.group(), alone=_stands_alone(line, word.start())
    )
    return first.end() if whole and _follow(line, below) else 0


def _follow(line: Line, below: Line) -> bool:
    if line.box is None or below.box is None:
        return True
    return (
        line.page == below.page
        and abs(line.size - below.size) < 1.0
        and -line.size < below.box.y0 - line.box.y1 < _LEADING * line.size
    )


def _stands_alone(line: Line, start: int) -> bool:
    return not line.text[:start].strip() or line.text[start - 1] == "\t"


def _is_broken_email(word: str, rest: str) -> bool:
    """Whether an email address is broken between the two."""
    if EMAIL.fullmatch(word + rest) is None or ("@" in word and "@" in rest):
        return False
    if rest.startswith("@"):
        return _LOCAL.fullmatch(word) is not None
    if "@" not in word:
        return False
    if EMAIL.fullmatch(word) is None or word.endswith(_OPEN_ENDS):
        return True
    return word.rpartition(".")[2] + rest in _ENDINGS


def _is_broken_url(word: str, rest: str, *, alone: bool) -> bool:
    """Whether a web address is broken between the two."""
    if "@" in word or _REST.fullmatch(rest) is None or URL.fullmatch(word + rest) is None:
        return False
    if URL.fullmatch(word) is None and not word.startswith("http"):
        return alone and _HOST_PART.fullmatch(word) is not None
    if URL.fullmatch(rest) is not None and not word.endswith("-"):
        return False
    if word.endswith(_OPEN_ENDS):
        return True
    is_page = "/" in word.partition("://")[2] or "/" in word.partition("://")[0]
    return alone and is_page and any(c in "-/_" or c.isdigit() for c in rest)
