"""A score in words, from templates: no model takes part, and every claim has its line."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from app.engine.evidence import DEMONSTRATING_KINDS, Source
from app.engine.matching.gaps import Gap
from app.engine.matching.model import Score, SlotResult
from app.engine.matching.ranking import Ranking
from app.engine.matching.texts import Texts, Voice, builtin_texts

Evidence = Mapping[str, tuple[Source, ...]]
"""Where the resume shows each skill, by canonical name."""

SectionName = Literal["strengths", "gaps", "recommendations", "disclaimers"]

_BULLET = re.compile(r"^\s*(?:[-*•‣▪●◦·–—]\s+)+")

MOST_RECOMMENDATIONS = 5
LONGEST_QUOTE = 160
LEAST_WORTH = Fraction(1, 20)
"""Below this the rounded points would read as 0."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence with the places in the resume that it rests on."""

    text: str
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """Statements under a heading."""

    name: SectionName
    heading: str
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """A score in words; sections that would be empty are left out."""

    voice: Voice
    language: str
    opening: str
    sections: tuple[Section, ...]

    @property
    def text(self) -> str:
        """All of it as one plain text."""
        blocks = [self.opening]
        for section in self.sections:
            lines = [f"- {statement.text}" for statement in section.statements]
            blocks.append("\n".join([f"{section.heading}:", *lines]))
        return "\n\n".join(blocks)

    def section(self, name: SectionName) -> Section | None:
        """The section of that name, if there is one."""
        return next((section for section in self.sections if section.name == name), None)


def explain(
    score: Score,
    gaps: Sequence[Gap],
    evidence: Evidence,
    voice: Voice,
    ranking: Ranking | None,
    *,
    texts: Texts | None = None,
) -> Explanation:
    """Say what the score is, what earned it, what is missing and what would raise it.

    ``ranking`` is where the score stands among the applicants; it is told only where it has a
    percentile. ``texts`` are the English ones unless given.
    """
    texts = texts or builtin_texts()
    found: dict[SectionName, list[Statement]] = {
        "strengths": list(_strengths(score, evidence, texts)),
        "gaps": list(_gaps(score, gaps, texts)),
        "recommendations": list(_recommendations(gaps, voice, texts)),
        "disclaimers": [
            Statement(texts.say(f"disclaimer.{code}", voice)) for code in score.disclaimers
        ],
    }
    sections = tuple(
        Section(name, texts.say(f"heading.{name}", voice), tuple(statements))
        for name, statements in found.items()
        if statements
    )
    return Explanation(voice, texts.language, _opening(score, voice, ranking, texts), sections)


def sources_of(slot: SlotResult, evidence: Evidence) -> tuple[Source, ...]:
    """Where the resume shows what a slot matched, what demonstrates it first.

    A skill that is implied by another has that one's places where it has none itself.
    """
    sources = evidence.get(slot.matched or "", ()) or evidence.get(slot.through or "", ())
    return tuple(sorted(sources, key=lambda source: source.kind not in DEMONSTRATING_KINDS))


def _opening(score: Score, voice: Voice, ranking: Ranking | None, texts: Texts) -> str:
    if score.points is None:
        return texts.say("no_score", voice)
    level = texts.say(f"level.{score.level}")
    opening = texts.say("opening", voice, points=score.points, level=level)
    if ranking is None or ranking.top_percent is None:
        return opening
    standing = texts.say(
        "standing", voice, rank=ranking.rank, total=ranking.total, top=ranking.top_percent
    )
    return f"{opening} {standing}"


def _strengths(score: Score, evidence: Evidence, texts: Texts) -> Iterator[Statement]:
    """Matched slots, required and demonstrated ones first, then the other parts that are full."""
    matched = [slot for slot in score.slots if slot.matched is not None]
    matched.sort(key=lambda slot: (slot.importance != "required", not slot.demonstrated))
    for slot in matched:
        yield _skill_strength(slot, evidence, texts)
    for part in score.parts:
        if part.name in {"required", "preferred"} or not part.asked:
            continue
        for note in part.notes:
            if note.earned and not note.lost:
                name = texts.say(f"part.{part.name}")
                yield Statement(texts.say("strength.part", part=name, reason=texts.reason(note)))


def _skill_strength(slot: SlotResult, evidence: Evidence, texts: Texts) -> Statement:
    skill = slot.matched
    if slot.through is not None:
        skill = texts.say("strength.through", skill=skill, through=slot.through)
    sources = sources_of(slot, evidence)
    how = "shown" if slot.demonstrated else "named"
    kind_fits = bool(sources) and (sources[0].kind in DEMONSTRATING_KINDS) == slot.demonstrated
    if not kind_fits:
        plain = texts.say(f"strength.{how}")
        return Statement(texts.say(f"strength.{slot.importance}", skill=skill, how=plain), sources)
    place = texts.say(f"strength.{how}_in", place=_place(sources[0], texts))
    text = texts.say(f"strength.{slot.importance}", skill=skill, how=place)
    return Statement(texts.say("strength.quoted", text=text, quote=shortened(sources[0])), sources)


def _place(source: Source, texts: Texts) -> str:
    """Where a source lies, in words: ``the project Movie Recommender``."""
    name = f"place.{source.kind}" if source.title else f"place.{source.kind}_untitled"
    return texts.say(name if name in texts.entries else "place.elsewhere", title=source.title)


def shortened(source: Source) -> str:
    """The quote on one row without its bullet, cut around the value where it is long."""
    quote = source.quote
    if len(quote) > LONGEST_QUOTE:
        middle = sum(source.span) // 2 if source.span is not None else 0
        start = max(0, min(middle - LONGEST_QUOTE // 2, len(quote) - LONGEST_QUOTE))
        end = start + LONGEST_QUOTE
        quote = ("…" if start else "") + quote[start:end] + ("…" if end < len(source.quote) else "")
    return " ".join(_BULLET.sub("", quote).split())


def _gaps(score: Score, gaps: Sequence[Gap], texts: Texts) -> Iterator[Statement]:
    for gap in gaps:
        name = f"missing.{gap.importance or 'other'}"
        yield Statement(texts.say(name, gap=texts.gap(gap), worth=gap.worth))
    experience = score.part("experience")
    for note in experience.notes if experience is not None else ():
        if note.code == "range_above":
            worth = note.lost * experience.max_points if experience is not None else Fraction(0)
            reason = texts.reason(note)
            yield Statement(texts.say("missing.over_range", reason=reason, worth=worth))


def _recommendations(gaps: Sequence[Gap], voice: Voice, texts: Texts) -> Iterator[Statement]:
    """The actions worth most, best first."""
    useful = [gap for gap in gaps if gap.best_worth >= LEAST_WORTH]
    useful.sort(key=lambda gap: -gap.best_worth)
    for gap in useful[:MOST_RECOMMENDATIONS]:
        yield Statement(texts.recommendation(gap, voice))
