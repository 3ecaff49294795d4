"""The title of the role, for a posting that comes without one."""

import re
from collections.abc import Sequence

from app.engine.jobs import headings
from app.engine.jobs.blocks import Block
from app.engine.jobs.items import Item

MAX_TITLE_WORDS = 12
MAX_TITLE_LENGTH = 100
_SEEKS = re.compile(
    r"\b(?:looking for|look for|seeking|hiring|recruiting|in search of|in need of|searching for"
    r"|suchen|recherch\w+|recrut\w+)\s+"
    r"(?:(?:for|wir|an?|our next|the|eine?n?|une?|zum nächstmöglichen"
    r" zeitpunkt)\s+)*(?P<title>[^,.;:!?\n]{3,80})",
    re.IGNORECASE,
)
_TITLE_ENDS = re.compile(
    r"\s+(?:to|who|with|for|that|will|based|and help|in our|in the|from|on a|at|zur|für|mit|der"
    r"|die|pour|qui|avec)\b"
    r"|\s+(?:needed|wanted|required|gesucht|sought|recherchée?)\b.*|\s[-–—|]\s*$",
    re.IGNORECASE,
)
_FLATTERY = re.compile(
    r"^(?:(?:highly|skilled|motivated|talented|experienced|passionate|dynamic|self-motivated"
    r"|dedicated|creative|and|an?|driven|great"
    r"|amazing|outstanding|exceptional|ambitious|enthusiastic|results-driven"
    r"|detail-oriented)[\s,]+)+",
    re.IGNORECASE,
)
_NEEDED = re.compile(
    r"\s+(?:is\s+)?(?:needed|wanted|required|gesucht|sought|recherchée?)\s*[.!]?$", re.IGNORECASE
)
_NO_TITLE = re.compile(
    r"^\s*(?:about|strong|no|must|fresher|only|both)\b|\b(?:required,|preferred|knowledge"
    r"|experience|welcome|proficien\w+"
    r"|skills|years)\b",
    re.IGNORECASE,
)
_LOCATION_PART = re.compile(r"\s*[.!]+$")


def title_of(blocks: Sequence[Block], items: Sequence[Item]) -> str:
    """A labelled title, else the first line if it can be one, else what the posting looks for.

    Empty where none of these is found.
    """
    for item in items:
        if item.field == "title":
            return _tidy(item.text)
    if blocks and (first := _opening(blocks[0], items)):
        return first
    for item in items:
        found = _SEEKS.search(item.text)
        if found:
            return _tidy(_FLATTERY.sub("", _TITLE_ENDS.split(found["title"])[0]))
    return ""


def is_title(item: Item, title: str) -> bool:
    """Whether an item outside the lists of demands repeats the title, or the title with more."""
    if item.block.is_bullet or item.section in headings.ASKING or not title:
        return False
    text, named = _compared(item.text), _compared(title)
    is_start = " " in text and named.startswith(text)
    return text.startswith(named) or is_start


def _compared(text: str) -> str:
    return " ".join(text.lower().split()).strip(" .!:")


def _opening(block: Block, items: Sequence[Item]) -> str | None:
    """The first line, or the first sentence of it, unless it is a heading or prose."""
    first = next((item for item in items if item.block is block), None)
    text = block.text if first is None else block.text[: first.end]
    is_title = (
        headings.section_of(text) is None or not headings.is_worded_as_heading(text)
    ) and len(text.split()) <= MAX_TITLE_WORDS
    is_sentence = re.search(
        r"\b(?:we|our|is|are|you|us|wir|nous|ist|sind|sucht|recherche)\b", text, re.IGNORECASE
    )
    is_named = _NO_TITLE.search(text)
    has_label = first is not None and first.start > 0
    if not is_title or is_sentence or is_named or has_label:
        return None
    return _tidy(text)


def _tidy(text: str) -> str:
    plain = _NEEDED.sub("", _LOCATION_PART.sub("", " ".join(text.split())))
    return plain.strip(" \"'-–—|:,.;")[:MAX_TITLE_LENGTH].strip()
