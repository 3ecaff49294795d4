"""Skills of the items to requirement slots, each once, with the months asked of it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import cast

from app.engine.evidence import Source
from app.engine.jobs.choices import Joint, groups, runs
from app.engine.jobs.education import studied_stretch
from app.engine.jobs.importance import Reach, Stance, base_stance, reaches, stance_at
from app.engine.jobs.items import Item
from app.engine.jobs.model import Importance, Slot
from app.engine.jobs.years import Span, bare_span, find_spans
from app.engine.taxonomy.model import Mention
from app.engine.taxonomy.taxonomy import Taxonomy

DISCIPLINES: frozenset[str] = frozenset(
    {
        "Backend Development",
        "Frontend Development",
        "Full Stack Development",
        "Mobile Development",
        "Software Engineering",
        "Web Development",
    }
)
"""Names of the work itself: years of them are experience as a whole, and beside other skills they
are no requirement of their own ("React (frontend capability)")."""

_LINK_WORD = (
    r"of|in|with|using|on|working|work|hands-on|professional|practical|relevant|commercial|proven"
    r"|solid|strong"
    r"|production|real-world|industry|experience|exp\.?|expertise|experienced|developing"
    r"|development|programming"
    r"|coding|building|writing|designing|and|deep|recent|full-time|prior|the|either|one|extensive"
    r"|demonstrated|such|as well|following"
    r"|mit|der|berufserfahrung|erfahrung|praktische|d'expérience|expérience|en|avec|sur|de|core"
    r"|modern|advanced"
    r"|at|least|minimum|total|overall|it|software|on-the-job|or|more"
)
_LINKS_FORWARD = re.compile(rf"[\s'’s]*(?:(?:{_LINK_WORD})\b[\s'’,:]*)*\(?\s*", re.IGNORECASE)
_EXPERIENCE = re.compile(
    r"['’s]*\s*(?:of |d'|d’)?(?:[\w-]+ ){0,5}(?:experience|exp\b|expérience|\w*erfahrung)",
    re.IGNORECASE,
)
_GLOSS = re.compile(
    r"[\w\s-]+\s(?:capabilit(?:y|ies)|knowledge|experience|skills?|concepts?|fundamentals?"
    r"|expertise|basics|exposure)"
)
_EXAMPLES_FOLLOW = re.compile(
    r"\s*(?:\w+\s+){0,2}\(?(?:such as|like|e\.g\.,?|including|for example|wie|z\.\s?b\.|comme)?\s*",
    re.IGNORECASE,
)
_PEOPLE = re.compile(r"(?:ers|ors|ists|ects|ysts)$", re.IGNORECASE)
_TEAM_FOLLOWS = re.compile(
    r"(?:(?:,| and| &|/)\s*[\w-]+(?: [\w-]+)?){0,3}\s+(?:teams?|departments?|groups?|colleagues"
    r"|stakeholders)\b",
    re.IGNORECASE,
)
_LINKS_BACK = re.compile(
    r"(?:\s+(?:experience|exp|development|programming|skills?))?\s*"
    r"(?:\(\s*|[:–—]\s*|\s-\s*|\s(?:for|of|:)\s+|\s+(?=\d))(?:experience\s*(?:of"
    r"|:)?\s*)?(?:with\s+)?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Want:
    """One skill or choice where an item names it. ``months`` are asked of it in its own words."""

    any_of: tuple[str, ...]
    stance: Stance
    months: int | None
    source: Source
    is_stack: bool


@dataclass(frozen=True, slots=True)
class ReadItem:
    """What one item says of skills, and the spans of time in it that are of no skill."""

    item: Item
    wants: tuple[Want, ...]
    spans: tuple[Span, ...]


def read_item(item: Item, taxonomy: Taxonomy) -> ReadItem:
    """Read the skills of one item and tell years of a skill from years of experience."""
    text = item.text
    spans = _spans(item)
    found = _skills(item, taxonomy)
    rows = list(runs(text, found)) if found else []
    named = _named(text, rows, taxonomy)
    months = _months_by_row(text, rows, spans)
    base = base_stance(item, is_list=_is_list(text, rows)) if found else "mentioned"
    ruled = reaches(item) if found else ()
    wants = [
        _want(item, want, stance_at(want[0].start, base, ruled), months)
        for want in _by_stance(named, base, ruled)
    ]
    of_skills = set(months.values())
    overall = (s for s in spans if s not in of_skills or _is_overall_too(item, s))
    return ReadItem(item, tuple(wants), tuple(overall))


def _spans(item: Item) -> tuple[Span, ...]:
    found = find_spans(item.text)
    if not found and item.field == "experience" and (bare := bare_span(item.text)):
        return (replace(bare, end=min(bare.end, len(item.text))),)
    return found


def _is_overall_too(item: Item, span: Span) -> bool:
    """Years of a skill that say how long the whole experience is: "Experience: 5 years of Java".

    So does a range with an upper end ("3-5 years of experience in Java"): no skill has one.
    """
    if item.field == "experience":
        return True
    return span.max is not None and _EXPERIENCE.match(item.text, span.end) is not None


def _skills(item: Item, taxonomy: Taxonomy) -> list[Mention]:
    """Mentions that can be asked of a person: no soft skills, subjects of study or other teams.

    The kind after a name ("Git source control") is no skill of its own.
    """
    text = item.text
    listing = item.section in ("required", "preferred", "stack")
    found = taxonomy.find(text, listing=listing)
    if not found:
        return []
    studies = studied_stretch(text, taxonomy)
    kinds = {
        kind.start
        for name, kind in pairwise(found)
        if text[name.end : kind.start].isspace() and kind.skill in taxonomy.implied(name.skill)
    }
    return [
        mention
        for mention in found
        if not taxonomy.skill(mention.skill).soft
        and mention.start not in kinds
        and not _is_gloss(text, mention)
        and not _names_others(text, mention, taxonomy)
        and not studies[0] <= mention.start < studies[1]
    ]


def slots_of(read: Iterable[ReadItem]) -> tuple[Slot, ...]:
    """All slots, required ones first, each part in the order of the text.

    Where nothing is said to be asked, the skills that the text speaks of are taken as required:
    those of a list of technologies if there is one.
    """
    wants = [want for one in read for want in one.wants if want.stance != "not_asked"]
    specific = [want for want in wants if not DISCIPLINES.intersection(want.any_of)]
    wants = specific or wants
    asked = [want for want in wants if want.stance != "mentioned"]
    if not any(want.stance == "required" for want in asked):
        told = [want for want in wants if want.stance == "mentioned"]
        told = [want for want in told if want.is_stack] or told
        asked += [replace(want, stance="required") for want in told]
    return _without_settled(_merged(asked))


def _is_list(text: str, rows: Sequence[tuple[list[Mention], list[Joint]]]) -> bool:
    """Whether the text is several skills and nothing else."""
    if len(rows) != 1 or len(rows[0][0]) < 2:
        return False
    row = rows[0][0]
    return not (text[: row[0].start] + text[row[-1].end :]).strip(" .,;()")


def _named(
    text: str, rows: Sequence[tuple[list[Mention], list[Joint]]], taxonomy: Taxonomy
) -> list[list[Mention]]:
    """All wants of the item; a kind with its examples ("databases such as MySQL") is one choice."""
    named: list[list[Mention]] = []
    for row, joints in rows:
        wants = groups(text, row, joints, taxonomy)
        kind = named[-1][-1] if named else None
        if kind and _EXAMPLES_FOLLOW.fullmatch(text[kind.end : row[0].start]):
            examples = [m for m in row if kind.skill in taxonomy.implied(m.skill)]
            if len(examples) == len(row) and len(named[-1]) == 1:
                named[-1] = [kind, *row]
                continue
        named += wants
    return named


def _names_others(text: str, mention: Mention, taxonomy: Taxonomy) -> bool:
    """Whether it names other people: "with the DevOps and QA teams", "with product managers".

    Ways of working ("Scrum teams") stay skills.
    """
    if _PEOPLE.search(text, mention.start, mention.end):
        return True
    is_work = taxonomy.skill(mention.skill).area is not None
    return is_work and _TEAM_FOLLOWS.match(text, mention.end) is not None


def _is_gloss(text: str, mention: Mention) -> bool:
    """Whether it only explains the name before it: "SQL (database knowledge)"."""
    start, end = text.rfind("(", 0, mention.start), text.find(")", mention.end)
    if start < 1 or end < 0 or text.find(")", start, mention.start) >= 0:
        return False
    inside = text[start + 1 : end]
    return bool(_GLOSS.fullmatch(inside)) and inside.islower()


def _by_stance(
    wants: Sequence[list[Mention]], base: Stance, ruled: tuple[Reach, ...]
) -> Iterator[list[Mention]]:
    """A choice whose members are not asked alike falls apart: "Java (or, as a plus, Kotlin)"."""
    for want in wants:
        stances = {stance_at(m.start, base, ruled) for m in want}
        if len(stances) == 1:
            yield want
        else:
            yield from ([mention] for mention in want)


def _want(item: Item, want: list[Mention], stance: Stance, months: dict[int, Span]) -> Want:
    span = months.get(want[0].start)
    asked = None if span is None else span.min if span.min is not None else span.max
    return Want(
        any_of=tuple(dict.fromkeys(mention.skill for mention in want)),
        stance=stance,
        months=asked or None,
        source=item.source(want[0].start, want[-1].end),
        is_stack=item.section == "stack",
    )


def _months_by_row(
    text: str, rows: Sequence[tuple[list[Mention], list[Joint]]], spans: Sequence[Span]
) -> dict[int, Span]:
    """The span that governs each mention, by the mention's start."""
    governed: dict[int, Span] = {}
    for number, span in enumerate(spans):
        limit = spans[number + 1].start if number + 1 < len(spans) else len(text)
        ahead = [row for row, _ in rows if row[0].start >= span.end]
        inside = [row for row, _ in rows if row[0].start < span.end]
        if ahead and ahead[0][0].skill in DISCIPLINES:
            continue
        if ahead and _LINKS_FORWARD.fullmatch(text[span.end : ahead[0][0].start]):
            governed.update({m.start: span for m in ahead[0] if m.start < limit})
            continue
        tail = [m for row in inside for m in row if m.end <= span.start]
        is_free = tail and tail[-1].start not in governed and tail[-1].skill not in DISCIPLINES
        if is_free and _LINKS_BACK.fullmatch(text[tail[-1].end : span.start]):
            governed[tail[-1].start] = span
    return governed


def _merged(wants: Sequence[Want]) -> tuple[Slot, ...]:
    """Equal wants as one slot: required if any is, with the most months and all its places."""
    merged: dict[frozenset[str], Slot] = {}
    for want in wants:
        key = frozenset(want.any_of)
        importance = cast("Importance", want.stance)
        slot = merged.get(key)
        if slot is None:
            merged[key] = Slot(want.any_of, importance, want.months, (want.source,))
            continue
        months = _longer(slot.months, want.months)
        if slot.importance != importance:
            asked = slot.months if slot.importance == "required" else want.months
            importance, months = "required", asked
        merged[key] = Slot(slot.any_of, importance, months, (*slot.sources, want.source))
    found = tuple(merged.values())
    return (
        *(slot for slot in found if slot.importance == "required"),
        *(slot for slot in found if slot.importance == "preferred"),
    )


def _longer(first: int | None, second: int | None) -> int | None:
    return max(first or 0, second or 0) or None


def _without_settled(slots: tuple[Slot, ...]) -> tuple[Slot, ...]:
    """Drop each choice that another slot settles: one whose members are all in the choice.

    A preferred slot settles no required choice.
    """
    return tuple(slot for slot in slots if not any(_settles(other, slot) for other in slots))


def _settles(other: Slot, choice: Slot) -> bool:
    if len(other.any_of) >= len(choice.any_of):
        return False
    if choice.importance == "required" and other.importance == "preferred":
        return False
    return set(other.any_of) <= set(choice.any_of)
