"""The place of the work: by a label, at the top, in a sentence; none rather than a wrong one."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from app.engine.jobs.blocks import Block
from app.engine.jobs.gazetteer import Found, places_in
from app.engine.jobs.headings import BOILERPLATE
from app.engine.jobs.items import Item
from app.engine.jobs.labels import Entry
from app.engine.jobs.model import Arrangement, Located
from app.engine.jobs.patterns import patterns
from app.engine.jobs.place_words import is_organisation, known_part, parts_of, place_run

HEADER_BLOCKS = 8
"""So many blocks at the top may hold the place without a word that says so."""
MAX_HEADER_LENGTH = 140
MAX_HEADER_WORDS = 10
INTRO_BLOCKS = 5

_PIN = re.compile(r"[📍🌍🌎🌏🗺]\ufe0f?\s*(?P<place>[^`|;\n💰💵💶💷🕒⏰]{2,80})")
_SEGMENTS = re.compile(r"\s*[|•·¦@]\s*|\s[-–—]+\s|\t+|\s{3,}|\s*[()]\s*")
_BRACKET = re.compile(r"\((?P<place>[^()]{3,60})\)")

_IN = re.compile(r"\s+in\s+")
_SITE_IN = re.compile(
    r"(?i:.*\b(?:offices?|studio|site|clinic|store|shop|lab|school|home|hospital|based|located|centre"
    r"|center|base|base[ds]?)\b.*?\b(?:in|at|near)\s+)(?=[A-Z])"
)
_PHRASE = re.compile(r"\b(?:in|for|to|with|from|our|your|we|you|is|are)\b")
_OF_A_REGION = re.compile(r", (?:[A-Z]{2,3}\b|[A-Z][a-z]+)")
_APPOSITION = re.compile(r"(?:,|\bof|\baus|\bde) $")
_JOINT = re.compile(r"\s*(?:,|/|&|,?\s(?:or|and|oder|und|et|ou|o|y)\s)\s*(?:(?:in|the|au|en)\s+)*")
_SO_MANY_BEFORE = 90


def location_named(
    title: str,
    blocks: Sequence[Block],
    entries: Iterable[Entry],
    items: Sequence[Item],
    arrangement: Arrangement | None,
) -> Located | None:
    """The first place the posting gives, the surest ways of saying it first."""
    if found := _pinned(blocks[:HEADER_BLOCKS]):
        return found
    for entry in entries:
        if entry.name == "location" and (found := _labelled(entry)):
            return found
    for item in items:
        if item.field == "location" and (found := _value(item.block, item.start, item.text)):
            return found
    is_remote = arrangement == "remote"
    return (
        _in_header(blocks[:HEADER_BLOCKS])
        or _in_sentences(items, is_remote=is_remote)
        or (_in_title(title) if is_remote else _in_introduction(blocks, items))
    )


def _labelled(entry: Entry) -> Located | None:
    return _value(entry.block, entry.start, entry.text)


def _value(block: Block, start: int, text: str) -> Located | None:
    """The place that a value gives; words around it are left out."""
    run = place_run(text)
    return None if run is None else _located(block, start + run.start, start + run.end)


def _located(block: Block, start: int, end: int) -> Located:
    value = " ".join(block.text[start:end].split()).replace(" ,", ",")
    return Located(value, (block.source(start, end),))


def _pinned(blocks: Sequence[Block]) -> Located | None:
    """What stands behind a pin or a globe, which are masked in the block but not in its line."""
    for block in blocks:
        pin = _PIN.search(block.pieces[0].line.text)
        skipped = block.pieces[0].skipped
        if pin and (found := _value(block, pin.start("place") - skipped, pin["place"])):
            return found
    return None


def _in_header(blocks: Sequence[Block]) -> Located | None:
    """A stretch of a short line that is a known place, or one in brackets.

    In the first line, the title, a city behind a comma will do: "Clerk, Cork".
    """
    for number, block in enumerate(blocks):
        stretches = _segments(block.text) if len(block.text) <= MAX_HEADER_LENGTH else ()
        for start, end in stretches:
            if number or start:
                found = _known_stretch(block, start, end)
            else:
                found = _city_behind_comma(block, end)
            if found:
                return found
        for bracket in _BRACKET.finditer(block.text):
            if found := _known_stretch(block, *bracket.span("place")):
                return found
    return None


def _city_behind_comma(block: Block, end: int) -> Located | None:
    parts = list(parts_of(block.text[:end]))[1:]
    cities = [place for p in parts if (place := known_part(block.text[p[0] : p[1]]))]
    is_city = bool(cities) and any(place.kind == "city" for place in cities)
    return _from_right(block, 0, parts) if is_city else None


def _segments(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for mark in _SEGMENTS.finditer(text):
        yield start, mark.start()
        start = mark.end()
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
    return _located(block, start + first, start + end)


def _in_sentences(items: Sequence[Item], *, is_remote: bool) -> Located | None:
    """What a sentence says of the role or its office, not of the company."""
    words = patterns("place", 0)
    for item in items:
        if item.section in BOILERPLATE and item.section != "offer":
            continue
        is_of_job = words["of_job"].search(item.text) and not words["seat"].search(item.text)
        if is_remote and not is_of_job:
            continue
        if found := _told(item):
            return found
    return None


def _told(item: Item) -> Located | None:
    words = patterns("place", 0)
    for name in ("based", "named_by_verb", "at_site"):
        for match in words[name].finditer(item.text):
            if found := _after_cue(item, match):
                return found
    for name in ("our_site", "our_team", "city_based"):
        for match in words[name].finditer(item.text):
            place = match["place"]
            is_name = name == "our_site" or known_part(place) is not None
            if is_name and not words["generic"].match(place) and not is_organisation(place):
                start = item.start + match.start("place")
                return _located(item.block, start, start + len(place))
    cue = words["cue_in_offer" if item.section == "offer" else "cue_before"]
    for city in _cities(item.text):
        before = item.text[max(0, city.start - _SO_MANY_BEFORE) : city.start]
        several = _names_cities(item.text[city.start : _with_more(item.text, city.end)])
        is_of_company = several and words["sites"].search(before)
        if is_of_company or words["not_ours"].search(before):
            continue
        found = _with_neighbours(item, city)
        is_employers = _APPOSITION.search(before) and words["seeks_after"].match(
            item.text, city.start + len(found.value)
        )
        if cue.search(before) or is_employers:
            return found
    return None


def _after_cue(item: Item, match: re.Match[str]) -> Located | None:
    """What stands behind "based in"; a part of a town that lies "in" a known one is named less."""
    words = patterns("place", 0)
    before = item.text[max(0, match.start() - _SO_MANY_BEFORE) : match.start("place")]
    is_other = words["team_follows"].match(item.text, match.end())
    if is_other or words["visited"].search(before) or words["generic"].match(match["place"]):
        return None
    if inside := _IN.match(item.text, match.end()):
        city = next(_cities(item.text[inside.end() :]), None)
        if city and city.start == 0:
            shifted = replace(city, start=inside.end(), end=inside.end() + city.end)
            return _with_neighbours(item, shifted)
    start, end = match.span("place")
    end = _with_more(item.text, end)
    run = place_run(item.text[start:end], is_sentence=True)
    if run is None or (words["sites"].search(match.group()) and _names_cities(run.text)):
        return None
    begin = item.start + start
    return _located(item.block, begin + run.start, begin + run.end)


def _names_cities(text: str) -> bool:
    """Whether it is several cities, as a company has offices in."""
    parts = (known_part(text[start:end]) for start, end in parts_of(text))
    return sum(place is not None and place.kind == "city" for place in parts) > 1


def _with_more(text: str, end: int) -> int:
    """The end of further known places named beside one: "Europe or the USA"."""
    while joint := _JOINT.match(text, end):
        more = next(places_in(text[joint.end() : joint.end() + MAX_HEADER_LENGTH]), None)
        if more is None or more.start > 0:
            break
        end = joint.end() + more.end
    return end


def _cities(text: str) -> Iterator[Found]:
    """Known cities; a namesake of something else only before its region or country."""
    for one in places_in(text):
        if one.place.kind == "city" and (one.is_sure or _OF_A_REGION.match(text, one.end)):
            yield one


def _with_neighbours(item: Item, city: Found) -> Located:
    """A city with its district before it and its region or country behind."""
    text = item.text
    behind = re.match(r",? [^\s,.;]+(?: [A-Z][^\s,.;]+)?", text[city.end :])
    end = city.end
    if behind:
        words = behind.group().lstrip(" ,").split()
        for count in (2, 1):
            name = " ".join(words[:count])
            after = text.find(name, city.end) + len(name)
            if len(words) >= count and known_part(name):
                end = after
                break
    return _located(item.block, item.start + city.start, item.start + end)


def _in_title(title: str) -> Located | None:
    """A place that the title names in brackets or behind a dash; a title has no line."""
    for start, end in list(_segments(title))[1:]:
        run = place_run(title[start:end])
        if run and run.is_whole and run.known and run.known.kind != "code":
            return Located(run.text)
    return None


def _in_introduction(blocks: Sequence[Block], items: Sequence[Item]) -> Located | None:
    """The one city of a posting, where its first lines say who works there."""
    named = {one.name for item in items for one in _cities(item.text)}
    if len(named) != 1:
        return None
    opening = {id(block) for block in blocks[:INTRO_BLOCKS]}
    for item in items:
        if id(item.block) not in opening or item.section in BOILERPLATE:
            continue
        for city in _cities(item.text):
            before = item.text[max(0, city.start - _SO_MANY_BEFORE) : city.start]
            words = patterns("place", 0)
            if words["in_before"].search(before) and not words["not_ours"].search(before):
                return _with_neighbours(item, city)
    return None
