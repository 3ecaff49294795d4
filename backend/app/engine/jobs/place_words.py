"""The words of a text that are a place: "Leeds LS1", "Reston, VA", "Arizona or New Mexico"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from app.engine.jobs.gazetteer import KnownPlace, known, places_in
from app.engine.jobs.patterns import patterns

MAX_LENGTH = 80
MAX_WORDS = 5
MAX_LOWER_CASE_WORDS = 2
"""In a name ("Frankfurt am Main", "greater Paris area"); a sentence has more."""

_ENDS = re.compile(r"\s{3,}|[;\n|]|(?<!\bSt)(?<!\bMt)(?<!\bFt)\.\s|\s[•·]\s|:\s")
_PART = re.compile(r"[^,/()&+·]+")
_WITHIN = re.compile(r"\s[-–—]\s|\s(?:or|and|oder|und|et|ou|y)\s")
_WORD = re.compile(r"[^\W\d_][\w'’.-]*")


@dataclass(frozen=True, slots=True)
class Run:
    """The half-open range of a place in a text; ``known`` is what its last known part is."""

    start: int
    end: int
    text: str
    known: KnownPlace | None
    is_whole: bool


def _words() -> dict[str, re.Pattern[str]]:
    return patterns("place", 0)


def place_run(text: str, *, is_sentence: bool = False) -> Run | None:
    """The place that a value starts with, after words about the arrangement; None if there is none.

    ``is_whole``: nothing but such words stands beside it. In a sentence only known places follow
    the first.
    """
    stop = _ENDS.search(text)
    end_of_value = stop.start() if stop else len(text)
    kept: list[tuple[int, int]] = []
    is_whole = stop is None
    for start, end in _parts(text, end_of_value):
        if _words()["not_a_place"].fullmatch(text, start, end):
            if kept:
                break
            continue
        found = _name(text, start, end)
        if kept and found and _words()["arrangement"].match(text, start, found[0]):
            break
        is_known = found is not None and known_part(text[found[0] : found[1]]) is not None
        if found is None or (is_sentence and kept and not is_known):
            is_whole = False
            break
        kept.append(found)
    if not kept:
        return None
    first, last = kept[0][0], kept[-1][1]
    if text[last : last + 1] == ")" and "(" in text[first:last]:
        last += 1
    named = text[first:last]
    if len(named) > MAX_LENGTH or not any(char.isupper() or known(named) for char in named):
        return None
    codes = [place for start, end in kept if (place := known_part(text[start:end]))]
    return Run(first, last, named, codes[-1] if codes else None, is_whole)


def known_part(part: str) -> KnownPlace | None:
    """The known place that a part is, with or without a postcode, a district or a point beside."""
    if found := known(part):
        return found
    bare = _words()["code_around"].sub(" ", part)
    core = " ".join(_words()["word_around"].sub(" ", bare).split()).strip(" .-")
    if found := known(core):
        return found
    inside = [one for one in places_in(core) if one.place.kind != "area"]
    if len(inside) == 2 and inside[1].place.kind in ("code", "region", "country"):
        city, region = inside
        rest = core[: city.start] + core[city.end : region.start] + core[region.end :]
        return None if rest.strip(" ,") else region.place
    head = re.split(r"[-–](?=[A-Z])", core, maxsplit=1)[0]
    return known(head) if head != core and len(head) > 3 else None


def is_organisation(part: str) -> bool:
    """Whether a part names who employs rather than where."""
    return _words()["organisation"].search(part) is not None


def parts_of(text: str) -> Iterator[tuple[int, int]]:
    """Ranges between commas, bars, brackets and the like."""
    return _parts(text, len(text))


def _parts(text: str, stop: int) -> Iterator[tuple[int, int]]:
    for match in _PART.finditer(text, 0, stop):
        start = match.start()
        for cut in _WITHIN.finditer(match.group()):
            yield _trimmed(text, start, match.start() + cut.start())
            start = match.start() + cut.end()
        yield _trimmed(text, start, match.end())


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    part = text[start:end]
    lead = len(part) - len(part.lstrip(" \t.,;:-–—'\"!"))
    return start + lead, start + max(lead, len(part.rstrip(" \t,;:-–—'\"!")))


def _name(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The part without words around the name, if it is worded as a name."""
    lead = _words()["not_a_place"].match(text, start, end)
    if lead and known(text[start:end]) is None:
        start = lead.end()
    tail = _words()["trailing"].search(text[start:end])
    if tail:
        end = start + tail.start()
    start, end = _trimmed(text, start, end)
    if text[start:end].endswith(".") and not known(text[start:end]):
        end -= 1
    part = text[start:end]
    if known(part):
        return start, end
    return (start, end) if part and _is_worded_as_name(part) else None


def _is_worded_as_name(part: str) -> bool:
    words: list[str] = _WORD.findall(part)
    lower = [word for word in words if word[0].islower() and not known(word)]
    is_short = 0 < len(words) <= MAX_WORDS and len(lower) < len(words)
    if not is_short or _words()["no_name"].search(part):
        return False
    strange = [word for word in lower if not _words()["link_word"].fullmatch(word)]
    return len(lower) <= MAX_LOWER_CASE_WORDS and len(strange) <= 1 and not part[0].islower()
