"""Whether the work is done at home, on site, or both, in the many words postings have for it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

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
    """Remote, hybrid or onsite, with its place: a label or the title before the text.

    A label can be what says it ("Remote: yes", "Home office: two days a week").
    """
    for names in _LABELS:
        for entry in entries:
            if entry.name not in names:
                continue
            if found := _labelled(entry.text):
                return found[0], (entry.source(found[1].start(), found[1].end()),)
            if names == _LABELS[0] and (found := _labelled(f"{entry.label} {entry.text}")):
                return found[0], (entry.source(),)
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
    hybrid = words["hybrid"].search(text) or words["hybrid_labelled"].search(text)
    remote = words["remote"].search(text) or words["remote_labelled"].search(text)
    if hybrid and not is_fully_remote(text):
        return "hybrid", hybrid
    if remote:
        return "remote", remote
    kinds = ("onsite_labelled", "onsite", "onsite_daily")
    found = next((match for kind in kinds if (match := words[kind].search(text))), None)
    return ("onsite", found) if found else None


@dataclass(frozen=True, slots=True)
class _Rule:
    """What a pattern in a sentence says, the parts it says nothing in, and words that undo it."""

    arrangement: Arrangement
    pattern: str
    not_in: frozenset[str] = frozenset()
    unless: tuple[str, ...] = ("of_others", "not_remote")


_RULES = (
    _Rule("remote", "remote_fully", frozenset({"about"})),
    _Rule("hybrid", "hybrid"),
    _Rule("onsite", "not_remote", unless=()),
    _Rule("remote", "remote", frozenset({"offer"})),
    _Rule("hybrid", "remote"),
    _Rule("onsite", "onsite", unless=("of_others",)),
    _Rule("onsite", "onsite_daily", unless=("of_others",)),
    _Rule("onsite", "in_our_place", frozenset({"offer", "about"}), ("of_others", "only_sometimes")),
)
"""The surest first. Work from home among the benefits is no more than a part of the week."""


def _told(items: Sequence[Item]) -> tuple[Arrangement | None, tuple[Source, ...]]:
    """What sentences say, by the first rule that any of them fits."""
    words = patterns("arrangement")
    hinted = [
        item
        for item in items
        if item.section not in _UNSAID and words["hint"].search(item.text.lower())
    ]
    for rule in _RULES:
        for item in hinted:
            if item.section in rule.not_in:
                continue
            match = words[rule.pattern].search(item.text)
            if match and not any(words[name].search(item.text) for name in rule.unless):
                return rule.arrangement, (item.source(match.start(), match.end()),)
    return None, ()
