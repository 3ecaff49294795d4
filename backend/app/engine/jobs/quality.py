"""The quality of a posting: 100 minus what the rubric finds, each finding with its line.

Rules and points are those of design §3.3; the numbers and texts are data of the rubric. No fact
counts twice: years that contradict the title are neither skill years nor an age of technology.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from app.engine.dates import month_index, month_of
from app.engine.evidence import Source
from app.engine.jobs.facts import PostingFacts
from app.engine.jobs.language import contradictions, exclusionary_language, hard_to_read
from app.engine.jobs.level import MID_BELOW_MONTHS, role_level, title_level
from app.engine.jobs.model import Finding, MonthRange, RoleLevel, Slot
from app.engine.jobs.rubric import Rubric
from app.engine.taxonomy.taxonomy import Taxonomy

ENTRY_TITLE_RANGE = MonthRange(0, 24)
SENIOR_TITLE_RANGE = MonthRange(MID_BELOW_MONTHS, None)


@dataclass(frozen=True, slots=True)
class Settled:
    """Range, slots and level that count, after a title that contradicts the text has ruled."""

    experience: MonthRange | None
    slots: tuple[Slot, ...]
    level: RoleLevel
    mismatch: Finding | None


def settle(facts: PostingFacts, rules: Rubric) -> Settled:
    """Let the title rule where the years asked contradict it (``level_mismatch``)."""
    named = title_level(facts.title)
    experience, slots, mismatch = facts.experience, facts.slots, None
    if named == "entry":
        most = rules.limits["entry_title_max_months"]
        mismatch = _entry_mismatch(facts, rules, most)
        if mismatch:
            experience = ENTRY_TITLE_RANGE
            slots = tuple(replace(s, months=None) if (s.months or 0) >= most else s for s in slots)
    elif named == "senior":
        mismatch = _senior_mismatch(facts, rules)
        if mismatch:
            experience = SENIOR_TITLE_RANGE
    level = role_level(facts.title, experience, slots)
    return Settled(experience, slots, level, mismatch)


def judge(
    facts: PostingFacts, settled: Settled, taxonomy: Taxonomy, rules: Rubric, as_of: date
) -> tuple[Finding, ...]:
    """All findings, in the order of the rubric's table."""
    found = (
        _no_salary(facts, rules),
        _no_location(facts, rules),
        [settled.mismatch] if settled.mismatch else [],
        _too_many(settled, taxonomy, rules),
        _not_told_apart(settled, rules),
        _tech_age(settled, taxonomy, rules, as_of),
        contradictions(facts, settled.level, rules, is_mismatch=settled.mismatch is not None),
        exclusionary_language(facts, rules),
        _no_range(settled, rules),
        hard_to_read(facts, rules),
    )
    return tuple(finding for row in found for finding in _bounded(row, rules))


def quality_score(findings: Iterable[Finding]) -> int:
    """100 minus all that was found, never below 0."""
    return max(0, 100 - sum(finding.minus for finding in findings))


def can_be_judged(facts: PostingFacts) -> bool:
    """Whether the posting asks for anything: a skill, years or education."""
    return bool(facts.slots or facts.experience or facts.education)


def analysis(score: int, level: RoleLevel, findings: Sequence[Finding], rules: Rubric) -> str:
    """The score in words: its band, whether the demands are realistic, what was found."""
    band = rules.band(score)
    codes = {finding.code for finding in findings}
    parts = [f"{band.name.capitalize()} ({score}/100): {band.text}."]
    if not codes & {"level_mismatch", "too_many", "tech_age", "contradiction"}:
        parts.append(f"Requirements are realistic for {level} level.")
    flags = [finding.reason for finding in findings if finding.red_flag]
    if flags:
        parts.append(f"Red flag{'s' if len(flags) > 1 else ''} detected: {' '.join(flags)}")
    advice = next((finding.suggestion for finding in findings), None)
    if advice:
        parts.append(f"First step: {advice}")
    return " ".join(parts)


def undetermined_analysis() -> str:
    """The words for a posting that asks for nothing that can be judged."""
    return (
        "The quality cannot be determined: the posting names no skill, no years of experience "
        "and no education. Add what the role needs."
    )


def years_text(low: int | None, high: int | None) -> str:
    """Months as a reader would say them: "3-5 years", "10 years", "18 months"."""
    if low is not None and high is not None and low != high:
        whole = low % 12 == 0 and high % 12 == 0
        return f"{low // 12}-{high // 12} years" if whole else f"{low}-{high} months"
    months = low if low is not None else high or 0
    if months % 12:
        return f"{months} months"
    return "1 year" if months == 12 else f"{months // 12} years"


def _bounded(row: Iterable[Finding], rules: Rubric) -> Iterator[Finding]:
    """Findings of one row; together they take no more than the row may."""
    taken = 0
    for finding in row:
        minus = min(finding.minus, rules.rows[finding.code].at_most - taken)
        taken += minus
        yield finding if minus == finding.minus else replace(finding, minus=minus)


def _entry_mismatch(facts: PostingFacts, rules: Rubric, most: int) -> Finding | None:
    asked: list[tuple[int, str, int | None]] = []
    if facts.experience and (facts.experience.min or 0) >= most:
        low = facts.experience.min or 0
        text = years_text(facts.experience.min, facts.experience.max)
        asked.append((low, text, _line(facts.experience.sources)))
    asked += [
        (slot.months, f"{years_text(slot.months, None)} of {slot.label}", _line(slot.sources))
        for slot in facts.slots
        if slot.months and slot.months >= most and slot.importance == "required"
    ]
    if not asked:
        return None
    _, text, line = max(asked, key=lambda one: one[0])
    row = rules.rows["level_mismatch"]
    return row.finding(line, level="entry level", asked=text, range="0-2")


def _senior_mismatch(facts: PostingFacts, rules: Rubric) -> Finding | None:
    experience = facts.experience
    least = rules.limits["senior_title_min_months"]
    if experience is None or experience.max is None or experience.max > least:
        return None
    said = f"no more than {years_text(None, experience.max)}"
    row = rules.rows["level_mismatch"]
    return row.finding(
        _line(experience.sources), level="senior level", asked=said, range="5 or more"
    )


def _no_salary(facts: PostingFacts, rules: Rubric) -> Iterator[Finding]:
    if facts.salary is None:
        yield rules.rows["no_salary"].finding()


def _no_location(facts: PostingFacts, rules: Rubric) -> Iterator[Finding]:
    if facts.location is None and facts.arrangement is None:
        yield rules.rows["no_location"].finding()


def _too_many(settled: Settled, taxonomy: Taxonomy, rules: Rubric) -> Iterator[Finding]:
    required = [slot for slot in settled.slots if slot.importance == "required"]
    areas = areas_of(required, taxonomy)
    most_areas = rules.areas_too_many.get(settled.level)
    is_wide = most_areas is not None and len(areas) >= most_areas
    if len(required) <= rules.most_skills[settled.level] and not is_wide:
        return
    article = "an entry-level" if settled.level == "entry" else f"a {settled.level}-level"
    asked = f"{len(required)} required skills in {len(areas)} areas ({', '.join(areas)})"
    yield rules.rows["too_many"].finding(_line(required[0].sources), level=article, asked=asked)


def areas_of(slots: Sequence[Slot], taxonomy: Taxonomy) -> tuple[str, ...]:
    """The areas that the slots need, in their order; a choice needs no area that another gives."""
    found: dict[str, None] = {}
    for slot in sorted(slots, key=lambda slot: len(slot.any_of) > 1):
        areas = [taxonomy.skill(name).area for name in slot.any_of]
        first = areas[0]
        if first is not None and None not in areas and not found.keys() & set(areas):
            found[first] = None
    return tuple(found)


def _not_told_apart(settled: Settled, rules: Rubric) -> Iterator[Finding]:
    slots = settled.slots
    kinds = {slot.importance for slot in slots}
    if len(slots) >= rules.limits["min_skills_to_tell_apart"] and len(kinds) == 1:
        first = slots[0]
        yield rules.rows["not_told_apart"].finding(
            _line(first.sources), count=len(slots), importance=first.importance
        )


def _tech_age(
    settled: Settled, taxonomy: Taxonomy, rules: Rubric, as_of: date
) -> Iterator[Finding]:
    """The first slot with more months asked than any of its skills is old; the row counts once."""
    for slot in settled.slots:
        released = [taxonomy.skill(name).released for name in slot.any_of]
        years = [year for year in released if year is not None]
        if slot.months is None or not years or len(years) < len(released):
            continue
        oldest = min(years)
        if slot.months > month_of(as_of) - month_index(oldest, 1) + 1:
            yield rules.rows["tech_age"].finding(
                _line(slot.sources),
                asked=years_text(slot.months, None),
                skill=slot.label,
                released=oldest,
                possible=max(0, as_of.year - oldest),
            )
            return


def _no_range(settled: Settled, rules: Rubric) -> Iterator[Finding]:
    """Years of a required skill are a range too: the level is read from them."""
    has_years = any(slot.months and slot.importance == "required" for slot in settled.slots)
    if settled.experience is None and not has_years:
        yield rules.rows["no_range"].finding()


def _line(sources: Sequence[Source]) -> int | None:
    return sources[0].lines[0] if sources and sources[0].lines else None
