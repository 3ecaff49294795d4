"""Lines of a posting that say one thing of it by a label: "Where: Leeds", "| Hours | full time |".

The label may be told from its value by a colon, a bar, dots, a dash, a tab or a wide gap, or stand
alone above it. Such lines are the surest word on place, pay and terms, whatever part they stand in.
"""

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Literal

from app.engine.evidence import Source
from app.engine.jobs import headings
from app.engine.jobs.blocks import Block

Label = Literal["location", "arrangement", "salary", "employment", "visa", "benefits"]

MAX_LABEL_LENGTH = 48
_SEGMENT_END = re.compile(r"\s*[|·•¦]\s*|\t+")
_AFTER_LABEL = re.compile(r"\s*:(?!\d)\s*|\s*(?:\.\s?){3,}\s*|\s*…+\s*|\s+[-–—=>→]+\s+|\s{2,}")
_SURE = re.compile(r"[:.…]")
_WORD = re.compile(r"\w")


@dataclass(frozen=True, slots=True)
class Entry:
    """One label with its value, the half-open range of a block.

    ``stands_above``: the label has a line of its own above the value.
    """

    name: Label
    label: str
    block: Block
    start: int
    end: int
    stands_above: bool = False

    @property
    def text(self) -> str:
        """The value."""
        return self.block.text[self.start : self.end]

    def source(self, start: int = 0, end: int | None = None) -> Source:
        """Where a half-open range of the value stands in the document."""
        stop = self.end if end is None else self.start + end
        return self.block.source(self.start + start, stop)


def read_entries(blocks: Sequence[Block]) -> tuple[Entry, ...]:
    """All labelled values in reading order."""
    return tuple(_entries(blocks))


def label_of(text: str) -> Label | None:
    """What a label stands before, if it is a known one."""
    if len(text) > MAX_LABEL_LENGTH:
        return None
    folded = headings.folded(text).strip("|> ")
    return next((name for name, pattern in _patterns() if pattern.fullmatch(folded)), None)


@cache
def _patterns() -> tuple[tuple[Label, re.Pattern[str]], ...]:
    path = resources.files(__package__) / "data" / "labels.toml"
    data = tomllib.loads(path.read_text("utf-8"))
    return tuple((row["name"], re.compile("|".join(row["patterns"]))) for row in data["label"])


def _entries(blocks: Sequence[Block]) -> Iterator[Entry]:
    above: tuple[Label, str] | None = None
    for block in blocks:
        segments = list(_segments(block.text))
        alone = label_of(block.text) if len(segments) == 1 else None
        if alone is not None:
            above = alone, block.text
            continue
        found = list(_in_block(block, segments))
        if above is not None and not found:
            yield Entry(*above, block, 0, len(block.text), stands_above=True)
        above = None
        yield from found


def _segments(text: str) -> Iterator[tuple[int, int]]:
    """Stretches between bars and tabs, none of them without a word."""
    start = 0
    for mark in _SEGMENT_END.finditer(text):
        if _WORD.search(text, start, mark.start()):
            yield start, mark.start()
        start = mark.end()
    if _WORD.search(text, start):
        yield start, len(text)


def _in_block(block: Block, segments: Sequence[tuple[int, int]]) -> Iterator[Entry]:
    waiting: tuple[Label, str] | None = None
    for start, end in segments:
        if waiting is not None:
            yield Entry(*waiting, block, start, end)
            waiting = None
            continue
        cut = _cut(block.text, start, end)
        if cut is not None:
            name, label_end, value = cut
            yield Entry(name, block.text[start:label_end], block, value, end)
        elif len(segments) > 1 and (label := label_of(block.text[start:end])):
            waiting = label, block.text[start:end]


def _cut(text: str, start: int, end: int) -> tuple[Label, int, int] | None:
    """The label that a stretch starts with, where it ends, and where its value starts."""
    mark = _AFTER_LABEL.search(text, start, min(end, start + MAX_LABEL_LENGTH))
    if mark is None or not _WORD.search(text, mark.end(), end):
        return None
    name = label_of(text[start : mark.start()])
    is_sure = _SURE.search(mark.group()) is not None
    if name is None or not (is_sure or text[start].isupper()):
        return None
    return name, mark.start(), mark.end()
