"""Sentences of a text: where each ends, told from abbreviations."""

import re
from collections.abc import Iterator

_SENTENCE_END = re.compile(
    r"(?<=[a-z]{4}[.!?])(?=(?:The|We|You|Our|This|In|As|If|It|Your|Experience|Must|Strong"
    r"|Knowledge|Good)\b)"
    r"|(?<=[.!?])[\"')\]]*\s+(?=[\"'(\[]?[^\W_a-z])|\s*[;•▪●]\s*|\s+[-–*]\s+(?=[A-Z][a-z]+ [a-z])"
)
_ABBREVIATION = re.compile(
    r"(?:\b(?:e\.g|i\.e|etc|approx|incl|resp|min|max|yrs?|exp|sr|jr|dr|st|vs|no|inc|ltd|co|bzw|ca"
    r"|z\.\s?b|d\.\s?h|u\.\s?a|b\.?sc|m\.?sc|b\.?tech|m\.?tech|ph\.?d|b\.e|m\.e|b\.?a|m\.?a|u\.s"
    r"|mind|inkl|evtl)|\b[A-Za-z])\.$",
    re.IGNORECASE,
)
_ECHO = re.compile(
    r"(?:even better|(?:so much|all) the better|great|awesome|perfect|bonus|nice|umso besser"
    r"|tant mieux|(?:that|this)(?:'s| is| would be|'d be) (?:an? |even |also )?(?:\w+ ){0,2}?"
    r"(?:plus|bonus|better|great|advantage|asset|nice|welcome|desirable|ideal))\s*[.!]*\s*$",
    re.IGNORECASE,
)
"""A sentence that only says how welcome the one before is: "You know Go? Even better!"."""
LONGEST_ABBREVIATION = 8
MAX_LENGTH = 1_000
"""In characters. Longer sentences are no sentences; the bound keeps reading linear in the text."""


def sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Half-open ranges of the sentences between ``start`` and ``end``, without space around."""
    for mark in _SENTENCE_END.finditer(text, start, end):
        if mark.start() > start and _ABBREVIATION.search(
            text, max(start, mark.start() - LONGEST_ABBREVIATION), mark.start()
        ):
            continue
        if _ECHO.match(text, mark.end(), end):
            continue
        yield from _short(text, start, mark.start())
        start = mark.end()
    yield from _short(text, start, end)


def _short(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretch; what no sentence can be is cut between words."""
    while end - start > MAX_LENGTH:
        space = text.rfind(" ", start + 1, start + MAX_LENGTH)
        cut = space if space > start else start + MAX_LENGTH
        yield from _short(text, start, cut)
        start = cut
    stretch = text[start:end]
    lead = len(stretch) - len(stretch.lstrip())
    stop = start + len(stretch.rstrip())
    if stop > start + lead:
        yield start + lead, stop
