"""Skills that an item of a posting names: which are one choice, how asked, with what years."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from app.engine.evidence import Source
from app.engine.jobs.education import studied_stretch
from app.engine.jobs.examples import Named, Row, named
from app.engine.jobs.headings import BOILERPLATE
from app.engine.jobs.importance import Reach, Stance, base_stance, reaches, stance_at
from app.engine.jobs.items import Item
from app.engine.jobs.not_skills import (
    is_gloss,
    is_licence,
    is_profession,
    is_setting,
    names_others,
)
from app.engine.jobs.years import Span, bare_span, find_spans
from app.engine.taxonomy.model import Mention
from app.engine.taxonomy.taxonomy import Taxonomy

DISCIPLINES: frozenset[str] = frozenset(
    {
        "Backend Development",
        "Frontend Development",
        "Full Stack Development",
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
_LINKS_BACK = re.compile(
    r"(?:\s+(?:experience|exp|development|programming|skills?|professionally|commercially|daily"
    r"|in (?:production|anger|industry)))?\s*"
    r"(?:\(\s*|[:–—]\s*|\s-\s*|\s(?:for|of|:)\s+|\s+(?=\d))(?:experience\s*(?:of"
    r"|:)?\s*)?(?:with\s+)?",
    re.IGNORECASE,
)
_EXPERIENCE = re.compile(
    r"['’s]*\s*(?:of |d'|d’)?(?:[\w-]+ ){0,5}(?:experience|exp\b|expérience|\w*erfahrung)",
    re.IGNORECASE,
)
TOOL_CATEGORIES: frozenset[str] = frozenset({"Enterprise software", "Programming languages"})


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


def read_item(item: Item, taxonomy: Taxonomy, *, is_title: bool = False) -> ReadItem:
    """Read the skills of one item and tell years of a skill from years of experience.

    A title names the work: what it holds is spoken of, not asked. Nothing is asked where the
    posting speaks of the company or the process.
    """
    if item.section in BOILERPLATE:
        return ReadItem(item, (), ())
    text = item.text
    spans = _spans(item)
    found = _skills(item, taxonomy)
    read = named(text, found, taxonomy) if found else Named([], [])
    rows = read.rows
    months = _months_by_mention(text, rows, spans, taxonomy)
    base: Stance = "mentioned"
    if found:
        is_list = not is_title and _is_list(item, rows, taxonomy)
        base = base_stance(item, is_list=is_list, has_years=bool(months))
    ruled = reaches(item) if found else ()
    wants = [
        _want(item, want, stance_at(want[0].start, base, ruled), months)
        for want in _by_stance(read.wants, base, ruled)
    ]
    of_skills = {span for span in months.values() if not _field_goes_before(span, found, months)}
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
        and not is_gloss(text, mention)
        and not names_others(text, mention)
        and not is_profession(text, mention)
        and not is_licence(text, mention)
        and not (is_setting(text, mention) and not _is_tool(mention, taxonomy))
        and not studies[0] <= mention.start < studies[1]
    ]


def _is_list(item: Item, rows: Sequence[Row], taxonomy: Taxonomy) -> bool:
    """Whether the item is several skills and nothing else.

    Under a heading of unknown words one is enough, or a tool that the item begins with.
    """
    if not rows:
        return False
    first = rows[0][0][0]
    is_open = item.section == "other"
    if is_open and first.start == 0 and _is_tool(first, taxonomy):
        return True
    if len(rows) != 1 or len(rows[0][0]) < (1 if is_open else 2):
        return False
    text, row = item.text, rows[0][0]
    return not (text[: row[0].start] + text[row[-1].end :]).strip(" .,;()")


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


def _months_by_mention(
    text: str, rows: Sequence[Row], spans: Sequence[Span], taxonomy: Taxonomy
) -> dict[int, Span]:
    """The span that governs each mention of a tool, by the mention's start.

    A span governs the row behind it ("5 years of Java and SQL") up to the next span, or else the
    name before it ("Java (5 years)"). Years of a field of work ("5 years in accounting") are
    experience as a whole.
    """
    governed: dict[int, Span] = {}
    for number, span in enumerate(spans):
        limit = spans[number + 1].start if number + 1 < len(spans) else len(text)
        behind = next((m for row, _ in rows for m in row if m.start >= span.end), None)
        if behind and _LINKS_FORWARD.fullmatch(text[span.end : behind.start]):
            row = next(row for row, _ in rows if behind in row)
            tools = (m for m in row if behind.start <= m.start < limit and _is_tool(m, taxonomy))
            governed.update((tool.start, span) for tool in tools)
            continue
        before = [m for row, _ in rows for m in row if m.end <= span.start]
        last = before[-1] if before else None
        if last is None or last.start in governed or not _is_tool(last, taxonomy):
            continue
        if _LINKS_BACK.fullmatch(text[last.end : span.start]) or _is_about(text, rows, last):
            governed[last.start] = span
    return governed


def _field_goes_before(span: Span, found: Sequence[Mention], months: dict[int, Span]) -> bool:
    """Whether years are of a field and of tools behind it: "4 years of BI and SQL experience"."""
    behind = next((mention for mention in found if mention.start >= span.end), None)
    if behind is None or behind.start in months:
        return False
    return any(months.get(m.start) == span for m in found if m.start > behind.start)


def _is_about(text: str, rows: Sequence[Row], tool: Mention) -> bool:
    """Whether the whole item is about one tool: "SQL every day, for at least four years"."""
    is_alone = len(rows) == 1 and rows[0][0] == [tool] and tool.start == 0
    return is_alone and _EXPERIENCE.search(text) is None


def _is_tool(mention: Mention, taxonomy: Taxonomy) -> bool:
    """Whether it is something that people count years with: a technology or a product."""
    skill = taxonomy.skill(mention.skill)
    is_made = skill.released is not None or skill.category in TOOL_CATEGORIES
    return is_made and skill.name not in DISCIPLINES
