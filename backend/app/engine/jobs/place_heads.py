"""The place that the head of a posting names without a label: "Acme | Leeds LS1 | Hybrid"."""

import re
from collections.abc import Iterator, Sequence

from app.engine.jobs.blocks import Block
from app.engine.jobs.model import Located
from app.engine.jobs.money import find_money, has_money
from app.engine.jobs.place_words import is_organisation, known_part, parts_of, place_run

HEADER_BLOCKS = 8
"""So many blocks at the top may hold the place without a word that says so."""
MAX_HEADER_LENGTH = 140
MAX_HEADER_WORDS = 10

_SEGMENTS = re.compile(r"\s*[|•·¦@]\s*|\s[-–—]+\s|\t+|\s{3,}|\s*[()]\s*")
_BRACKET = re.compile(r"\((?P<place>[^()]{3,60})\)")
_SITE_IN = re.compile(
    r"(?i:.*\b(?:offices?|studio|site|clinic|store|shop|lab|school|home|hospital|based|located|centre"
    r"|center|base|base[ds]?)\b.*?\b(?:in|at|near)\s+)(?=[A-Z])"
)
_PHRASE = re.compile(r"\b(?:in|for|to|with|from|our|your|we|you|is|are)\b")


def place_in_head(blocks: Sequence[Block]) -> Located | None:
    """A stretch of a short line that is a known place, or one in brackets.

    The first line is the title, where a city behind a comma will do: "Clerk, Cork".
    """
    for number, block in enumerate(blocks[:HEADER_BLOCKS]):
        stretches = segments(block.text) if len(block.text) <= MAX_HEADER_LENGTH else ()
        for start, end in stretches:
            if number or start:
                found = _known_stretch(block, start, end)
            else:
                found = _in_first_line(block, end)
            if found:
                return found
        for bracket in _BRACKET.finditer(block.text):
            if found := _known_stretch(block, *bracket.span("place")):
                return found
    return None


def _in_first_line(block: Block, end: int) -> Located | None:
    text = block.text[:end]
    run = place_run(text)
    if run and run.is_whole and all(known_part(run.text[a:b]) for a, b in parts_of(run.text)):
        return located(block, run.start, run.end)
    parts = list(parts_of(text))
    places = [known_part(text[start:stop]) for start, stop in parts]
    is_city = any(place is not None and place.kind == "city" for place in places[1:])
    return _from_right(block, 0, parts[1:]) if is_city else None


def segments(text: str) -> Iterator[tuple[int, int]]:
    """Stretches between bars, dashes, brackets and amounts of money."""
    start = 0
    cuts = [mark.span() for mark in _SEGMENTS.finditer(text)]
    amounts = [money for money in find_money(text) if money.sign] if has_money(text) else []
    cuts += [(money.start, money.end) for money in amounts]
    for cut_start, cut_end in sorted(cuts):
        if cut_start >= start:
            yield start, cut_start
        start = max(start, cut_end)
    yield start, len(text)


def _known_stretch(block: Block, start: int, end: int) -> Located | None:
    """A stretch that ends in a known place, with the parts before it that belong to it."""
    text = block.text[start:end]
    if text.endswith((".", "!", "?")) and not text.endswith(("U.S.", "D.C.")):
        return None
    run = place_run(text)
    if run and run.is_whole and run.known:
        return _from_right(block, start + run.start, list(parts_of(run.text)))
    parts = list(parts_of(text))
    last = known_part(text[parts[-1][0] : parts[-1][1]]) if len(parts) > 1 else None
    is_name = last is not None and last.kind in ("city", "region")
    is_short = text.count(" ") < MAX_HEADER_WORDS
    return _from_right(block, start, parts) if is_name and is_short else None


def _from_right(block: Block, start: int, parts: Sequence[tuple[int, int]]) -> Located | None:
    """Known parts at the end, and the name before a region or country, which is its city.

    A part before them may name who employs ("Acme Labs, Berlin"), but be no phrase.
    """
    first: int | None = None
    end = 0
    before: str | None = None
    for part_start, part_end in reversed(parts):
        part = block.text[start + part_start : start + part_end]
        place = known_part(part)
        begin = part_start
        if place is None and (lead := _SITE_IN.match(part)):
            begin += lead.end()
            place = known_part(part[lead.end() :])
        elif place is None and _PHRASE.search(part):
            return None
        is_city = before in ("code", "region", "country") and not is_organisation(part)
        if place is None and not is_city:
            break
        first, end = begin, end or part_end
        before = place.kind if place else "city"
    if first is None or (before == "code" and len(parts) == 1):
        return None
    return located(block, start + first, start + end)


def located(block: Block, start: int, end: int) -> Located:
    """A stretch of a block as a place with its source."""
    value = " ".join(block.text[start:end].split()).replace(" ,", ",")
    return Located(value, (block.source(start, end),))
