"""Blocks to items: one sentence or list entry each, with the part of the posting it stands in.

A posting of one paragraph is read like a long one: labels inside a paragraph ("Required: …
Preferred: …") open parts too, and sentences are items of their own.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from app.engine.evidence import Source
from app.engine.jobs import headings
from app.engine.jobs.blocks import Block
from app.engine.jobs.codes import codes_of, section_by_code
from app.engine.jobs.headings import Field, Section
from app.engine.jobs.openings import (
    HIGHEST,
    LOWEST,
    YEARS,
    ends_list,
    introduced_by,
    opened_by,
    rank_of,
)
from app.engine.jobs.sentences import sentences

_LABEL_WORDS = re.compile(r"(?:[\w'’/&()+-]+[ \u00a0]+){0,7}[\w'’/&()+-]+\s*$")
_DASH_LABEL = re.compile(r"([A-Z][\w' ]{2,30}?)\s+[-–—]\s+(?=\S)")
_CELL_LABEL = re.compile(r"([A-Z][\w'/ ]{1,30}?)\s*(?:\t|\s{3,}|\||\.{3,})[\s|]*(?=\S)")
_QUESTION = re.compile(
    r"(?:what|who|how|why|was|wer|warum|qué)\b[^.?!:;]{3,60}[.?!](?=\s+\S)", re.IGNORECASE
)
"""A heading in the line of its paragraph: "What we offer. Thirty days off a year."."""
_COLON = re.compile(r":(?=\s|$)")
_CAPITALS = re.compile(r"[^\W\d_a-zß-ÿ]{3,}(?:[\s&/-]+[^\W\d_a-zß-ÿ]+)+")


@dataclass(frozen=True, slots=True)
class Item:
    """One sentence or list entry: the half-open range of a block."""

    block: Block
    start: int
    end: int
    section: Section
    field: Field | None = None

    @property
    def text(self) -> str:
        """Its masked text."""
        return self.block.text[self.start : self.end]

    @property
    def line(self) -> int:
        """The number of the line it starts in."""
        return self.block.line_at(self.start)

    def source(self, start: int = 0, end: int | None = None) -> Source:
        """Where a half-open range of the item's text stands in the document."""
        stop = self.end if end is None else self.start + end
        return self.block.source(self.start + start, stop)


@dataclass(frozen=True, slots=True)
class _Part:
    """A stretch of a block under one label."""

    start: int
    end: int
    section: Section
    field: Field | None
    lasts: bool


@dataclass(frozen=True, slots=True)
class _Label:
    """Where a label starts, where its content starts, and what it opens."""

    start: int
    content: int
    section: Section | None
    field: Field | None
    lasts: bool = True


def read_items(blocks: Sequence[Block]) -> tuple[Item, ...]:
    """All items in reading order; headings and labels are not among them.

    A line that only the bullets under it make a heading ("Experience with AWS") is both.
    """
    items = tuple(_items(blocks))
    codes = codes_of(block.text for block in blocks)
    if not codes:
        return items
    return tuple(
        replace(item, section=section_by_code(item.text, codes) or item.section) for item in items
    )


def _items(blocks: Sequence[Block]) -> Iterator[Item]:
    section: Section = "role"
    field: Field | None = None
    rank = HIGHEST
    for place, block in enumerate(blocks):
        opened = opened_by(block, section, rank)
        if opened is not None:
            is_under = opened[0] == section and rank_of(block) > rank
            rank = rank if is_under else rank_of(block)
            section, field = opened
            continue
        if ends_list(blocks, place, section):
            section, field = "role", None
        introduced = introduced_by(block, blocks[place + 1 : place + 2])
        if introduced == "other" and section not in ("role", "other"):
            introduced = None
        if introduced is not None:
            section, field, rank = introduced, None, LOWEST
        parts = _parts(block, section, field)
        for part in parts:
            yield from _sentences(block, part)
        if parts[-1].lasts and not block.is_bullet:
            section, field, rank = parts[-1].section, None, LOWEST


def _parts(block: Block, section: Section, field: Field | None) -> list[_Part]:
    """The block cut at the labels in it; what stands before the first keeps the block's part."""
    cuts = list(_labels(block.text))
    if block.is_bullet and section in headings.BOILERPLATE:
        cuts = [cut for cut in cuts if cut.field]
    if not cuts or cuts[0].start > 0:
        cuts.insert(0, _Label(0, 0, None, field))
    parts: list[_Part] = []
    current = section
    for place, label in enumerate(cuts):
        end = cuts[place + 1].start if place + 1 < len(cuts) else len(block.text)
        opens = label.section is not None and label.field is None
        current = label.section if label.section is not None and opens else current
        lasts = (opens and label.lasts) or (place > 0 and parts[-1].lasts)
        parts.append(_Part(label.content, end, label.section or current, label.field, lasts))
    return parts


def _labels(text: str) -> Iterator[_Label]:
    """The labels of a text in their order.

    An opening of other words than labels have is content too: "Strong SQL skills: you write it".
    """
    if (opening := _QUESTION.match(text)) and (section := headings.section_of(opening.group())):
        yield _Label(0, opening.end(), section, None, lasts=False)
    dash = _DASH_LABEL.match(text)
    if dash and headings.is_worded_as_heading(dash[1]):
        field, section = headings.field_of(dash[1]), headings.section_of(dash[1])
        if field or section in headings.ASKING:
            yield _Label(0, dash.end(), section, field)
    cell = _CELL_LABEL.match(text)
    if cell and (field := headings.field_of(cell[1])):
        yield _Label(0, cell.end(), None, field)
    for colon in _COLON.finditer(text):
        start = _label_start(text, colon.start())
        if start is None:
            continue
        label = text[start : colon.start()]
        field = headings.field_of(label)
        section = headings.section_of(label)
        if field in ("title", "location", "arrangement", "salary"):
            section = None
        if not (field or section) and start == 0 and _CAPITALS.fullmatch(label):
            section = "other"
        if field or section:
            is_mere = field is not None or start > 0 or headings.is_worded_as_heading(label)
            is_mere = is_mere or section == "other"
            yield _Label(start, colon.end() if is_mere else start, section, field, lasts=is_mere)


def _label_start(text: str, colon: int) -> int | None:
    """Where the label before the colon starts: a known phrase with a capital, or a whole opening.

    At the start of a block any few words will do; later all must be such as labels are made of.
    """
    before = _LABEL_WORDS.search(text[max(0, colon - 80) : colon])
    if not before:
        return None
    first = max(0, colon - 80) + before.start()
    if first == 0 and not YEARS.search(text[:colon]):
        is_opening = text[0].isupper() or headings.field_of(text[:colon]) is not None
        return 0 if is_opening else None
    found = None
    for word in reversed(list(re.finditer(r"[\w'’/&()+-]+", text[first:colon]))):
        if not headings.is_worded_as_heading(word.group()) and word.group() not in "&/":
            break
        if word.group()[0].isupper():
            found = first + word.start()
    return found


def _sentences(block: Block, part: _Part) -> Iterator[Item]:
    for start, end in sentences(block.text, part.start, part.end):
        yield Item(block, start, end, part.section, part.field)
