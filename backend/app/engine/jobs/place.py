"""The place of the work: by a label, at the top, in a sentence; none rather than a wrong one."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from app.engine.jobs.blocks import Block
from app.engine.jobs.gazetteer import Found, places_in
from app.engine.jobs.headings import Section
from app.engine.jobs.items import Item
from app.engine.jobs.labels import Entry
from app.engine.jobs.model import Arrangement, Located
from app.engine.jobs.patterns import patterns
from app.engine.jobs.place_heads import located, place_in_head, segments
from app.engine.jobs.place_words import is_organisation, known_part, parts_of, place_run

INTRO_BLOCKS = 5

_SENTENCE = re.compile(
    r"(?:candidates?|applicants?|you|we|this|our|the (?:role|position|job|team|company))\b",
    re.IGNORECASE,
)
"""A label may stand before a sentence about the place, which says it less plainly than a head."""
_IN = re.compile(r"\s+in\s+")
_OF_A_REGION = re.compile(r", (?:[A-Z]{2,3}\b|[A-Z][a-z]+)")
_APPOSITION = re.compile(r"(?:,|\bof|\baus|\bde) $")
_JOINT = re.compile(r"\s*(?:,|/|&|,?\s(?:or|and|oder|und|et|ou|o|y)\s)\s*(?:(?:in|the|au|en)\s+)*")
_SO_MANY_BEFORE = 90
_NOT_THE_PLACE: frozenset[Section] = frozenset({"about", "legal", "apply"})
"""Parts in which a sentence speaks of other places than that of the work."""


def location_named(
    title: str,
    blocks: Sequence[Block],
    entries: Iterable[Entry],
    items: Sequence[Item],
    arrangement: Arrangement | None,
) -> Located | None:
    """The first place the posting gives, the surest ways of saying it first."""
    labelled = [entry for entry in entries if entry.name == "location"]
    for entry in labelled:
        if not _SENTENCE.match(entry.text) and (found := _labelled(entry)):
            return found
    for item in items:
        is_label = item.field == "location" and not _SENTENCE.match(item.text)
        if is_label and (found := _value(item.block, item.start, item.text)):
            return found
    is_remote = arrangement == "remote"
    return (
        place_in_head(blocks)
        or next((found for entry in labelled if (found := _labelled(entry))), None)
        or _in_sentences(items, is_remote=is_remote)
        or (_in_title(title) if is_remote else _of_company(blocks, items))
    )


def _labelled(entry: Entry) -> Located | None:
    return _value(entry.block, entry.start, entry.text)


def _value(block: Block, start: int, text: str) -> Located | None:
    """The place that a value gives; words around it are left out."""
    run = place_run(text)
    return None if run is None else located(block, start + run.start, start + run.end)


def _in_sentences(items: Sequence[Item], *, is_remote: bool) -> Located | None:
    """What a sentence says of the role or its office, not of the company."""
    words = patterns("place", 0)
    for item in items:
        if item.section in _NOT_THE_PLACE:
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
                return located(item.block, start, start + len(place))
    cue = words["cue_in_offer" if item.section == "offer" else "cue_before"]
    for city in _cities(item.text):
        before = _before(item, city)
        if _is_elsewhere(item, city, before):
            continue
        found = _with_neighbours(item, city)
        is_employers = _APPOSITION.search(before) and words["seeks_after"].match(
            item.text, city.start + len(found.value)
        )
        if cue.search(before) or is_employers:
            return found
    return None


def _before(item: Item, city: Found) -> str:
    return item.text[max(0, city.start - _SO_MANY_BEFORE) : city.start]


def _is_elsewhere(item: Item, city: Found, before: str) -> bool:
    """Whether a city is one of several sites, or of customers, journeys or the past."""
    words = patterns("place", 0)
    several = _names_cities(item.text[city.start : _with_more(item.text, city.end)])
    is_one_of_sites = several and words["sites"].search(before)
    return bool(is_one_of_sites or words["not_ours"].search(before))


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
    return located(item.block, begin + run.start, begin + run.end)


def _names_cities(text: str) -> bool:
    """Whether it is several cities, as a company has offices in."""
    parts = (known_part(text[start:end]) for start, end in parts_of(text))
    return sum(place is not None and place.kind == "city" for place in parts) > 1


def _with_more(text: str, end: int) -> int:
    """The end of further known places named beside one: "Europe or the USA"."""
    while joint := _JOINT.match(text, end):
        more = next(places_in(text[joint.end() : joint.end() + _SO_MANY_BEFORE]), None)
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
    return located(item.block, item.start + city.start, item.start + end)


def _in_title(title: str) -> Located | None:
    """A place that the title names in brackets or behind a dash; a title has no line."""
    for start, end in list(segments(title))[1:]:
        run = place_run(title[start:end])
        if run and run.is_whole and run.known and run.known.kind != "code":
            return Located(run.text)
    return None


def _of_company(blocks: Sequence[Block], items: Sequence[Item]) -> Located | None:
    """The one city that the opening and what is said of the company name as theirs."""
    words = patterns("place", 0)
    opening = {id(block) for block in blocks[:INTRO_BLOCKS]}
    found: dict[str, Located] = {}
    for item in items:
        is_opening = id(item.block) in opening and item.section not in _NOT_THE_PLACE
        if not is_opening and item.section != "about":
            continue
        for city in _cities(item.text):
            before = _before(item, city)
            if _is_elsewhere(item, city, before):
                continue
            if words["in_before"].search(before) or words["cue_before"].search(before):
                found.setdefault(city.name, _with_neighbours(item, city))
    return next(iter(found.values())) if len(found) == 1 else None
