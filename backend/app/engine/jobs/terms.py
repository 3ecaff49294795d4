"""Terms of the work beside its pay: kind of employment, help with a visa, benefits."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import chain, islice
from typing import Any

from app.engine.jobs.headings import ASKING
from app.engine.jobs.items import Item
from app.engine.jobs.labels import Entry
from app.engine.jobs.language import lowered
from app.engine.jobs.model import Employment, Located, Visa

_TIMES = ("part_time", "full_time")
_FACT_LINE_WORDS = 14
"""A line of facts is no longer: "Permanent | Full-time | Hybrid"."""
_FACT_LINES = 8
"""So many blocks at the top may be lines of facts."""

_VISA = re.compile(
    r"\bvisas?\b|work permits?|employment pass(?:es)?\b|\bh-?1b\b|certificate of sponsorship"
    r"|\bblue card\b|\bvisum\b|permis de travail|immigration|permiso de trabajo"
    r"|(?:requir\w*|need\w*|without|offer|provide|employment|employer|tier 2|eligible for|candidate"
    r"|offering|no|for) (?:\w+ ){0,3}sponsorship|sponsorship (?:is|will|now|for|not|available|to)"
    r"|sponsor (?:candidates|applicants|employment|work|overseas|international|skilled)"
)
_NO_VISA = re.compile(r"\bvisa(?:,| and| &| or|/) ?mastercard|\bvisa (?:card|network|inc)")
_NEGATED = re.compile(
    r"\b(?:no|not|cannot|unable|without|neither|nor|never|regrets?|kein\w*|nicht|pas|aucun\w*|ne"
    r"|non|sin|unavailable|ineligible)\b|n't\b|n’t\b"
)
_OFFERED = re.compile(
    r"\boffer|\bprovid|\bsupport|\bsponsor|\bhelp|\barrang|\bassist|available|\bpay for|\bcover"
    r"|\bhandle|\btake care|possible|\bwelcome|\bhappy to|unterstütz|kümmern|übernehmen"
    r"|accompagn|prenons en charge|\byes\b|ofrecemos|\borganis|\borganiz|process your"
)
_GIVER = re.compile(
    r"\bwe\b|\bour\b|\bus\b|\bcompany\b|\bemployer\b|sponsorship|\bwir\b|\bnous\b|relocation"
    r"|\bprovided\b|\bavailable\b"
)
_TASK = re.compile(
    r"\b(?:deal|deals|dealing|manag\w+|process\w*|administ\w+|handl\w+|responsib\w+|knowledge"
    r"|experience\w*|advis\w+|design\w*|develop\w*|build\w*|sell\w*|implement\w*|calculat\w+"
    r"|negotiat\w+|software|platform|products?|clients|customers|insurers?|industry|sector)\b"
)
"""Words of lines that have to do with pensions, insurance and the like as the work itself."""
MAX_BENEFITS = 40


@dataclass(frozen=True, slots=True)
class _Kind:
    name: Employment
    title: re.Pattern[str]
    label: re.Pattern[str]
    text: re.Pattern[str]
    sure: re.Pattern[str]


def employment_type(title: str, entries: Iterable[Entry], items: Sequence[Item]) -> Located | None:
    """The kind of employment: by the title, a label or a line of facts, else a sentence.

    A title that only names the hours does not hide a contract or an internship below it.
    """
    in_title = _kind_of(title, "title")
    if in_title and in_title[0] not in _TIMES:
        return Located(in_title[0])
    labelled = (e for e in entries if e.name in ("employment", "arrangement", "location"))
    if found := _first((entry, _kind_behind(entry)) for entry in labelled):
        return found
    first = items[0].block if items else None
    facts = (
        item
        for item in _top(items)
        if item.section not in ASKING
        and item.block is not first
        and not item.block.is_bullet
        and not item.text.endswith(".")
        and len(item.text.split()) <= _FACT_LINE_WORDS
    )
    if found := _first((item, _kind_of(item.text, "label")) for item in facts):
        return found
    if in_title:
        return Located(in_title[0])
    told = (i for i in items if i.section not in ASKING and i.section != "legal")
    found = _first((item, _kind_of(item.text, "text")) for item in told)
    return found or _first((item, _kind_of(item.text, "sure")) for item in items)


def visa_offered(entries: Iterable[Entry], items: Iterable[Item]) -> Located | None:
    """Whether the employer helps with a visa or a permit, if the posting says it."""
    labelled = [entry for entry in entries if entry.name == "visa"]
    places: Iterable[Entry | Item] = chain(labelled, items)
    for one in places:
        text = lowered(one.text)
        is_label = isinstance(one, Entry)
        topic = _VISA.search(text)
        if (topic is None and not is_label) or _NO_VISA.search(text) or text.endswith("?"):
            continue
        start, end = topic.span() if topic else (0, len(text))
        if _NEGATED.search(text):
            return _visa("not_offered", one, start, end)
        is_given = is_label or _GIVER.search(text) or (isinstance(one, Item) and _is_offer(one))
        if is_given and _OFFERED.search(text):
            return _visa("offered", one, start, end)
    return None


def benefits_named(entries: Iterable[Entry], items: Iterable[Item]) -> tuple[Located, ...]:
    """Each sentence or list entry that names something given beside the pay, in its order."""
    labelled = [entry for entry in entries if entry.name == "benefits" and not entry.stands_above]
    found: dict[str, Located] = {}
    places: Iterable[Entry | Item] = chain(labelled, items)
    for one in places:
        if len(found) < MAX_BENEFITS and _gives(one):
            value = " ".join(one.text.split()).strip(" .;|")
            found.setdefault(value, Located(value, (one.source(),)))
    return tuple(_without_repeats(found.values()))


def _without_repeats(found: Iterable[Located]) -> Iterator[Located]:
    """A labelled value is an item too: what holds another value of its line is left out."""
    kept = list(found)
    for one in kept:
        line = one.sources[0].lines
        inside = (o.value for o in kept if o is not one and o.sources[0].lines == line)
        if not any(value in one.value for value in inside):
            yield one


def _gives(one: Entry | Item) -> bool:
    """Whether a line names something given, not a demand or a task that is about such things.

    Among demands it takes two words of benefits: a heading of the offer may be unknown.
    """
    text = lowered(one.text)
    if isinstance(one, Item) and one.section in ("legal", "apply", "stack"):
        return False
    words = tuple(islice(_benefit_words().finditer(text), 2))
    if isinstance(one, Entry) or one.section == "offer":
        return bool(words)
    if one.section in ASKING:
        return len(words) == 2
    return len(words) == 2 or (bool(words) and _TASK.search(text) is None)


def _is_offer(item: Item) -> bool:
    return item.section == "offer"


def _visa(value: Visa, one: Entry | Item, start: int, end: int) -> Located:
    return Located(value, (one.source(start, end),))


def _top(items: Sequence[Item]) -> Iterator[Item]:
    """Items of the first blocks."""
    blocks: list[int] = []
    for item in items:
        if id(item.block) not in blocks:
            blocks.append(id(item.block))
        if len(blocks) > _FACT_LINES:
            return
        yield item


def _first(
    found: Iterable[tuple[Entry | Item, tuple[Employment, int, int] | None]],
) -> Located | None:
    for one, kind in found:
        if kind:
            return Located(kind[0], (one.source(kind[1], kind[2]),))
    return None


def _kind_behind(entry: Entry) -> tuple[Employment, int, int] | None:
    """The kind that a value names, or the label with it: "Hours: 16 a week"."""
    if found := _kind_of(entry.text, "label"):
        return found
    found = _kind_of(f"{entry.label} {entry.text}", "label")
    is_time = entry.name == "employment" and found and found[0] in _TIMES
    return (found[0], 0, len(entry.text)) if found and is_time else None


def _kind_of(text: str, where: str) -> tuple[Employment, int, int] | None:
    """The kind that a text names, with its place."""
    plain = lowered(text)
    found: list[tuple[Employment, int, int]] = []
    for kind in _kinds():
        pattern: re.Pattern[str] = getattr(kind, where)
        if match := pattern.search(plain):
            found.append((kind.name, match.start(), match.end()))
    if not found:
        return None
    if found[0][0] in _TIMES:
        return min(found, key=lambda one: one[1])
    return found[0]


@cache
def _kinds() -> tuple[_Kind, ...]:
    return tuple(
        _Kind(
            row["name"],
            re.compile(row["title"]),
            re.compile(row["label"]),
            re.compile(row["text"]),
            re.compile(row.get("sure", row["text"])),
        )
        for row in _data()["employment"]
    )


@cache
def _benefit_words() -> re.Pattern[str]:
    words = (word.removeprefix(r"\b") for word in _data()["benefits"]["words"])
    return re.compile(rf"(?<!\w)(?:{'|'.join(words)})")


@cache
def _data() -> dict[str, Any]:
    path = resources.files(__package__) / "data" / "terms.toml"
    return tomllib.loads(path.read_text("utf-8"))
