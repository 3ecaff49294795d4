"""Whether the work is done at home, on site, or both, in the many words postings have for it."""

import re
from collections.abc import Iterable, Iterator, Sequence

from app.engine.evidence import Source
from app.engine.jobs.items import Item
from app.engine.jobs.labels import Entry
from app.engine.jobs.model import Arrangement
from app.engine.jobs.patterns import patterns

_UNSAID: frozenset[str] = frozenset({"legal", "apply"})
_LABELS = (("arrangement",), ("location", "employment"))


def arrangement_named(
    title: str, entries: Sequence[Entry], items: Sequence[Item]
) -> tuple[Arrangement | None, tuple[Source, ...]]:
    """Remote, hybrid or onsite, with its place: a label or the title before the text."""
    for names in _LABELS:
        for entry in entries:
            if entry.name in names and (found := _labelled(entry.text)):
                return found[0], (entry.source(found[1].start(), found[1].end()),)
    for item in items:
        if item.field in ("location", "arrangement") and (found := _labelled(item.text)):
            return found[0], (item.source(found[1].start(), found[1].end()),)
    if in_title := _labelled(title):
        return in_title[0], ()
    return _told(items)


def is_daily_on_site(text: str) -> bool:
    """Whether the text asks for every day on site."""
    return patterns("arrangement")["onsite_daily"].search(text) is not None


def is_fully_remote(text: str) -> bool:
    """Whether the text calls the work remote without any day on site."""
    return patterns("arrangement")["remote_fully"].search(text) is not None


def _labelled(text: str) -> tuple[Arrangement, re.Match[str]] | None:
    """The arrangement in a text that is about it alone, where a bare word is enough."""
    words = patterns("arrangement")
    if denied := words["not_remote"].search(text):
        return "onsite", denied
    hybrid, remote = words["hybrid"].search(text), words["remote"].search(text)
    if hybrid and not is_fully_remote(text):
        return "hybrid", hybrid
    if remote:
        return "remote", remote
    kinds = ("onsite_labelled", "onsite", "onsite_daily")
    found = next((match for kind in kinds if (match := words[kind].search(text))), None)
    return ("onsite", found) if found else None


def _told(items: Sequence[Item]) -> tuple[Arrangement | None, tuple[Source, ...]]:
    """What sentences say, the surest words first, whatever sentence they stand in."""
    hint = patterns("arrangement")["hint"]
    hinted = [i for i in items if i.section not in _UNSAID and hint.search(i.text.lower())]
    for name, pattern, said in _in_order(hinted):
        for item in said:
            if match := pattern.search(item.text):
                return name, (item.source(match.start(), match.end()),)
    return None, ()


def _in_order(
    items: Sequence[Item],
) -> Iterator[tuple[Arrangement, re.Pattern[str], Iterable[Item]]]:
    words = patterns("arrangement")
    plain = [item for item in items if not words["of_others"].search(item.text)]
    allowed = [item for item in plain if not words["not_remote"].search(item.text)]
    here = [item for item in plain if item.section not in ("offer", "about")]
    often = (item for item in here if not words["only_sometimes"].search(item.text))
    yield "remote", words["remote_fully"], (i for i in allowed if i.section != "about")
    yield "hybrid", words["hybrid"], allowed
    yield "onsite", words["not_remote"], items
    yield "remote", words["remote"], allowed
    yield "onsite", words["onsite"], plain
    yield "onsite", words["onsite_daily"], plain
    yield "onsite", words["in_our_place"], often
