"""Lines of a posting to blocks: what a reader takes for one bullet, label or paragraph.

Markup (Markdown, HTML, links, addresses, pictographs) is masked by spaces, one for each character,
so that a place in a block is a place in its line and every value can be shown where it stands.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from app.engine.documents.model import Document, Line
from app.engine.evidence import Source
from app.engine.text import BULLET_GLYPHS

_LINK = re.compile(r"\[([^\]\n]*)\]\((?:[^()\s]|\([^()\s]*\))*\)")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\S+(?:@|\(at\))\S+\.\w+")
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,200}>|&(?:nbsp|amp|#\d{1,5}|quot|lt|gt|ndash|mdash|rsquo);")
_MARKS = re.compile(r"\*{1,3}|_{2,3}|`+|(?<!\w)_|_(?!\w)|\\(?=[^\w\s])")
_GLYPHS = re.escape("".join(sorted(BULLET_GLYPHS)))
_BULLET = re.compile(
    rf"\s*(?:(?:[{_GLYPHS}*+o~>=–—-]{{1,2}}|\(?\d{{1,2}}[.)]|\((?:[a-zA-Z]|[ivx]{{2,4}})\)|[a-z]\)"
    rf"|\[[ xX]?\])\s+|\d\d?(?:\.\d\d?){{1,2}}\.?\s+(?=[^\W\d_a-z])"
    rf"|[{_GLYPHS}]\s*|[-–](?=[^\W\d_]{{2}}))"
)
"""What opens a list entry; a glyph or a dash may stand right before its first word."""
_HASHES = re.compile(r"\s*#{1,6}(?=\s|\w|\*)")
_BOLD = re.compile(r"\s*(?:\*\*|__)[^*_]+(?:\*\*|__)\s*:?\s*")
_TYPOGRAPHY = re.compile("[’‘ʼ´\u00a0\u200b\u200d\u2600-\u27bf\ufe00-\ufe0f\U0001f000-\U0001fbff]")
_RULE = re.compile(r"[\s\-–—=_*~·.|:+#]*")
_ROW = re.compile(r"\s*\|(?=.*\|)")
_UNFINISHED = re.compile(
    r"(?:[,/&(+–-]|\b(?:and|or|of|in|with|the|a|an|to|for|using|as|by|on|from|und|oder|mit|et|ou"
    r"|de))$",
    re.IGNORECASE,
)
_LABELLED = re.compile(r"\w[\w /-]{1,28}:(?:\s|$)")
SHORTEST_WRAPPED_LINE = 30
"""A page is no narrower than this: a shorter line ended where its author ended it."""
_OPEN_END = re.compile(r"[^.!?:;]$")


@dataclass(frozen=True, slots=True)
class Piece:
    """A line inside a block: where it starts there, and how much of the line was left out."""

    start: int
    line: Line
    skipped: int


@dataclass(frozen=True, slots=True)
class Block:
    """Masked text of one bullet, heading or paragraph, with the lines it came from.

    ``is_apart`` says that an empty line or a rule stands above it; ``depth`` is the level of a
    marked-up heading (1 for ``#``), 0 for all else.
    """

    text: str
    pieces: tuple[Piece, ...]
    is_bullet: bool = False
    is_decorated: bool = False
    is_apart: bool = False
    depth: int = 0

    @property
    def line(self) -> int:
        """The number of its first line."""
        return self.pieces[0].line.number

    def line_at(self, place: int) -> int:
        """The number of the line that ``place`` lies in."""
        return self._piece(place).line.number

    def source(self, start: int, end: int) -> Source:
        """Where the half-open range stands in the document."""
        first, last = self._piece(start), self._piece(max(start, end - 1))
        lines = tuple(p.line.number for p in self.pieces if first.start <= p.start <= last.start)
        begin = start - first.start + first.skipped
        stop = min(end - first.start + first.skipped, len(first.line.text))
        return Source(
            kind="posting",
            title="",
            lines=lines,
            quote=first.line.text,
            page=first.line.page,
            box=first.line.box,
            span=(begin, stop),
        )

    def _piece(self, place: int) -> Piece:
        found = self.pieces[0]
        for piece in self.pieces:
            if piece.start > place:
                break
            found = piece
        return found


def read_blocks(document: Document) -> tuple[Block, ...]:
    """All blocks in reading order, none of them empty."""
    return tuple(_joined(_single_blocks(document.lines)))


def mask(text: str) -> str:
    """Put spaces for markup and addresses, keeping every other character in its place."""
    if "](" in text:
        text = _LINK.sub(_link_text, text)
    if "<" in text or "&" in text:
        text = _TAG.sub(_spaces, text)
    if "@" in text or "(at)" in text or "://" in text or "www." in text:
        text = _ADDRESS.sub(_spaces, text)
    if any(mark in text for mark in "*_`\\"):
        text = _MARKS.sub(_spaces, text)
    return text if text.isascii() else _TYPOGRAPHY.sub(_plain, text)


def _single_blocks(lines: Iterable[Line]) -> Iterator[Block | None]:
    """One block a line; None for a line that parts what stands above and below it."""
    is_apart = True
    for line in lines:
        if not line.text.strip() or _RULE.fullmatch(line.text):
            is_apart = True
            yield None
            continue
        heading = _HASHES.match(line.text)
        bullet = None if heading else _BULLET.match(line.text)
        opening = heading or bullet or _ROW.match(line.text)
        skipped = opening.end() if opening else 0
        text = mask(line.text[skipped:]).rstrip()
        lead = len(text) - len(text.lstrip())
        if not text.strip():
            yield None
            continue
        is_decorated = heading is not None or bool(_BOLD.fullmatch(line.text[skipped:]))
        yield Block(
            text[lead:],
            (Piece(0, line, skipped + lead),),
            is_bullet=bullet is not None,
            is_decorated=is_decorated or (line.bold and len(line.text) < 80),
            is_apart=is_apart,
            depth=heading.group().count("#") if heading else 0,
        )
        is_apart = False


def _joined(blocks: Iterable[Block | None]) -> Iterator[Block]:
    """Put together lines that a narrow page broke."""
    waiting: Block | None = None
    for block in blocks:
        if waiting and block and _continues(waiting, block):
            waiting = _join(waiting, block)
            continue
        if waiting:
            yield waiting
        waiting = block
    if waiting:
        yield waiting


def _continues(above: Block, below: Block) -> bool:
    if below.is_bullet or below.is_decorated or above.is_decorated:
        return False
    if _LABELLED.match(below.text):
        return False
    if _UNFINISHED.search(above.text):
        return True
    is_wrapped = len(above.pieces[-1].line.text) >= SHORTEST_WRAPPED_LINE
    return is_wrapped and below.text[0].islower() and _OPEN_END.search(above.text) is not None


def _join(above: Block, below: Block) -> Block:
    start = len(above.text) + 1
    piece = below.pieces[0]
    return Block(
        f"{above.text} {below.text}",
        (*above.pieces, Piece(start, piece.line, piece.skipped)),
        is_bullet=above.is_bullet,
        is_apart=above.is_apart,
    )


def _spaces(match: re.Match[str]) -> str:
    return " " * len(match.group())


def _link_text(match: re.Match[str]) -> str:
    return f" {match[1]}".ljust(len(match.group()))


def _plain(match: re.Match[str]) -> str:
    """Typographic quotes to plain ones; pictographs and odd spaces to spaces."""
    return "'" if match.group() in "’‘ʼ´" else " "
