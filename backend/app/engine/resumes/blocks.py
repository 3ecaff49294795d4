"""Rows joined to blocks, and values led back to the lines they stand on.

A block is one thought of the document, a bullet or a paragraph, over one or more lines.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app.engine.documents.model import Line
from app.engine.evidence import Box, Source, SourceKind
from app.engine.resumes.row import Row

_WRAPPED_ROWS = 4
"""Over how many lines a name of a column may be wrapped."""


@dataclass(frozen=True, slots=True)
class Block:
    """Rows read as one text; ``starts`` are the places in ``text`` where each row begins."""

    rows: tuple[Row, ...]
    text: str
    starts: tuple[int, ...]

    @classmethod
    def of(cls, rows: Sequence[Row]) -> "Block":
        """Join rows with single spaces."""
        starts, at = [], 0
        for row in rows:
            starts.append(at)
            at += len(row.text) + 1
        return cls(tuple(rows), " ".join(row.text for row in rows), tuple(starts))

    def source(self, kind: SourceKind, title: str, start: int, end: int) -> Source:
        """The place of the range ``start`` to ``end`` of the block's text in the document."""
        held = [
            (row, at)
            for row, at in zip(self.rows, self.starts, strict=True)
            if at < end and start < at + len(row.text)
        ] or [(self.rows[0], self.starts[0])]
        first, at = held[0]
        begin = max(0, start - at) + first.offset
        stop = min(end - at, len(first.text)) + first.offset
        return source_of(kind, title, [row.line for row, _ in held], (begin, stop))


def blocks_of(rows: Iterable[Row]) -> tuple[Block, ...]:
    """Group each row with the rows that continue it."""
    groups: list[list[Row]] = []
    for row in rows:
        if row.continues and groups:
            groups[-1].append(row)
        else:
            groups.append([row])
    return tuple(Block.of(group) for group in groups)


def source_of(
    kind: SourceKind, title: str, lines: Sequence[Line], span: tuple[int, int] | None
) -> Source:
    """A source over ``lines``; the box spans those of its first page."""
    first = lines[0]
    return Source(
        kind=kind,
        title=title,
        lines=tuple([line.number for line in lines]),
        quote=first.text,
        page=first.page,
        box=first.box if len(lines) == 1 else _around(lines),
        span=span,
    )


def _around(lines: Sequence[Line]) -> Box | None:
    """The box of the lines on the first one's page."""
    boxes = [line.box for line in lines if line.box is not None and line.page == lines[0].page]
    if not boxes:
        return None
    return Box(
        min([box.x0 for box in boxes]),
        min([box.y0 for box in boxes]),
        max([box.x1 for box in boxes]),
        max([box.y1 for box in boxes]),
    )


def locate(kind: SourceKind, title: str, value: str, rows: Sequence[Row]) -> Source | None:
    """The first row that contains ``value``, or rows over which it is wrapped; else None."""
    wanted = value.casefold()
    for row in rows:
        at = row.line.text.casefold().find(wanted)
        if at >= 0:
            return source_of(kind, title, [row.line], (at, at + len(value)))
    for first in range(len(rows) - 1):
        block = Block.of(rows[first : first + _WRAPPED_ROWS])
        at = block.text.casefold().find(wanted)
        if at >= 0:
            return block.source(kind, title, at, at + len(value))
    return None
