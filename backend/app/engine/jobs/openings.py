"""Which blocks of a posting open a part of it: headings, by their words or by how they are set."""

import re
from collections.abc import Sequence

from app.engine.jobs import headings
from app.engine.jobs.blocks import Block
from app.engine.jobs.headings import Field, Section

YEARS = re.compile(r"\d\s*\+?\s*(?:years?|yrs|jahre|ans)\b", re.IGNORECASE)
"""Years in a line or a label: it says something of its own, and opens nothing."""
_CLOSED = re.compile(r"[:|()\d]")
_ASIDE = re.compile(r"(?<=\w)\s*\([^()]*\)\s*:?$")
_OPEN_ENDS = (":", ":-", "…", "...")
_LAST_SENTENCE = re.compile(r"(?:[.!?]\s+|^)(?=[^.!?]+$)")

HIGHEST, LOWEST = 0, 9
"""Ranks of headings; the first stands for the top of the posting, above all of them."""
MAX_INTRODUCING_WORDS = 7
LONGEST_OPENING = 120
"""In characters from its end: so much of a sentence before a list tells what the list is."""
_LOUD_LETTERS = 8
"""A shorter word in capitals may be a name: ``SSIS`` is an entry of a list."""
SHORTEST_PARAGRAPH = 60
"""In characters. What is shorter may be an entry of a list without bullets."""


def opened_by(block: Block, section: Section, rank: int) -> tuple[Section, Field | None] | None:
    """The part and the field that a heading opens, or None where the block is none.

    A heading of unknown words, set like the one above or larger, ends what that one asks for.
    """
    text = block.text.strip()
    is_marked = text.endswith((*_OPEN_ENDS, "?")) or _is_set_apart(block)
    if not _may_be_heading(text) or (block.is_bullet and not is_marked):
        return None
    if not is_marked and not (headings.is_worded_as_heading(text) or headings.names_company(text)):
        return None
    opened = _section_of(text)
    field = headings.field_of(text)
    if opened is None and field is None:
        is_sibling = section != "role" and rank_of(block) <= rank and _is_alone(block)
        return ("other" if section in headings.ASKING else "role", None) if is_sibling else None
    if field in ("title", "location", "arrangement"):
        return (section if section in headings.ASKING else "role"), field
    return opened or section, field


def _is_alone(block: Block) -> bool:
    """Whether it is a heading by its looks or by plain words, whatever these say."""
    text = block.text.strip()
    is_worded = not block.is_bullet and headings.is_worded_as_heading(text)
    return not _CLOSED.search(text.rstrip(" :-")) and (_is_set_apart(block) or is_worded)


def _section_of(heading: str) -> Section | None:
    """What a heading opens; what it adds in a bracket counts where it takes from the rest."""
    head = _ASIDE.sub("", heading)
    aside = headings.section_of(heading[len(head) :]) if head != heading else None
    return aside if aside in ("preferred", "unasked") else headings.section_of(head) or aside


def _is_set_apart(block: Block) -> bool:
    """Whether typography alone makes it a heading: markup, bold or capitals."""
    text = _ASIDE.sub("", block.text.strip())
    is_loud = text.isupper() and (len(text) >= _LOUD_LETTERS or len(text.split()) > 1)
    return not block.is_bullet and (block.is_decorated or is_loud)


def rank_of(block: Block) -> int:
    """How large a heading is set: less is larger."""
    if block.depth:
        return block.depth
    return LOWEST - 1 if _is_set_apart(block) else LOWEST


def ends_list(blocks: Sequence[Block], place: int, section: Section) -> bool:
    """Whether a paragraph of its own stands behind the bullets that say what is asked."""
    block = blocks[place]
    return (
        section in headings.ASKING
        and place > 0
        and blocks[place - 1].is_bullet
        and not block.is_bullet
        and block.is_apart
        and len(block.text) >= SHORTEST_PARAGRAPH
    )


def introduced_by(block: Block, below: Sequence[Block]) -> Section | None:
    """The part that a short line right above bullets or a paragraph opens, whatever its words.

    "other" where the words tell nothing: then the entries themselves have to.
    """
    text = block.text.strip()
    if not below or not text[0].isupper():
        return None
    if text.endswith(_OPEN_ENDS) and below[0].is_bullet:
        last = _LAST_SENTENCE.split(text.rstrip(".…: -"))[-1][-LONGEST_OPENING:]
        return headings.section_of(last) or ("other" if _may_be_heading(text) else None)
    if block.is_bullet or not _may_be_heading(text):
        return None
    is_above_bullets = below[0].is_bullet and not _CLOSED.search(text)
    is_on_top = block.is_apart and not below[0].is_apart and not _CLOSED.search(text)
    opened = headings.section_of(text)
    is_short = len(text.split()) <= MAX_INTRODUCING_WORDS
    if is_above_bullets:
        return opened or ("other" if is_short else None)
    if not (is_short and is_on_top):
        return None
    is_above_text = len(below[0].text) >= SHORTEST_PARAGRAPH
    return opened if is_above_text or opened in headings.BOILERPLATE else None


def _may_be_heading(text: str) -> bool:
    text = _ASIDE.sub("", text)
    return (
        len(text) <= headings.MAX_HEADING_LENGTH
        and len(text.split()) <= headings.MAX_HEADING_WORDS
        and (text.endswith(_OPEN_ENDS) or not text.endswith((".", ",", ";")))
        and not YEARS.search(text)
    )
