"""A posting to what it asks for: the one entrance of this package."""

from dataclasses import replace
from datetime import date

from app.engine.documents.model import Document
from app.engine.jobs.arrangement import arrangement_named
from app.engine.jobs.blocks import read_blocks
from app.engine.jobs.education import education_asked
from app.engine.jobs.experience import asked_spans, beginners_welcome, experience_range
from app.engine.jobs.facts import PostingFacts
from app.engine.jobs.items import read_items
from app.engine.jobs.labels import read_entries
from app.engine.jobs.mentions import read_item
from app.engine.jobs.model import (
    EducationAsked,
    Finding,
    JobReading,
    MonthRange,
    Requirements,
)
from app.engine.jobs.place import location_named
from app.engine.jobs.quality import (
    analysis,
    can_be_judged,
    judge,
    quality_score,
    settle,
    undetermined_analysis,
)
from app.engine.jobs.rubric import rubric
from app.engine.jobs.salary import salary_named
from app.engine.jobs.slots import slots_of
from app.engine.jobs.terms import benefits_named, employment_type, visa_offered
from app.engine.jobs.title import is_title, title_of
from app.engine.jobs.unknown import unknown_skills
from app.engine.taxonomy.taxonomy import Taxonomy


def read_job(title: str, document: Document, taxonomy: Taxonomy, as_of: date) -> JobReading:
    """Read a posting; an empty ``title`` is taken from its text. Never fails on odd text."""
    facts = read_facts(title, document, taxonomy)
    rules = rubric()
    settled = settle(facts, rules)
    findings = judge(facts, settled, taxonomy, rules, as_of)
    if can_be_judged(facts):
        score = quality_score(findings)
        words = analysis(score, settled.level, findings, rules)
    else:
        findings = _without_points(findings)
        score, words = rules.undetermined_score, undetermined_analysis()
    return JobReading(
        title=facts.title,
        requirements=Requirements(
            settled.level, settled.slots, settled.experience, facts.education
        ),
        location=facts.location,
        arrangement=facts.arrangement,
        salary=facts.salary,
        findings=findings,
        quality_score=score,
        quality_analysis=words,
        arrangement_sources=facts.arrangement_sources,
        unknown_skills=unknown_skills(facts.items, taxonomy),
        employment=facts.employment,
        visa=facts.visa,
        benefits=facts.benefits,
    )


def read_facts(title: str, document: Document, taxonomy: Taxonomy) -> PostingFacts:
    """Everything the posting says, before its quality is judged."""
    blocks = read_blocks(document)
    items = read_items(blocks)
    named = " ".join(title.split()) or title_of(blocks, items)
    read = [read_item(item, taxonomy, is_title=is_title(item, named)) for item in items]
    asked = asked_spans(read)
    beginners = beginners_welcome(items)
    education = education_asked((i for i in items if not is_title(i, named)), taxonomy)
    experience = _by_path(education) or experience_range(asked, named)
    if experience is None and beginners is not None:
        experience = MonthRange(0, None, (beginners.source,))
    entries = read_entries(blocks)
    arrangement, arrangement_sources = arrangement_named(named, entries, items)
    location = location_named(named, blocks, entries, items, arrangement)
    return PostingFacts(
        title=named,
        blocks=blocks,
        items=items,
        slots=slots_of(read),
        experience=experience,
        asked=asked,
        beginners=beginners,
        education=education,
        location=location,
        arrangement=arrangement,
        arrangement_sources=arrangement_sources,
        salary=salary_named(entries, items, location.value if location else None),
        employment=employment_type(named, entries, items),
        visa=visa_offered(entries, items),
        benefits=benefits_named(entries, items),
    )


def _by_path(education: EducationAsked | None) -> MonthRange | None:
    """The experience of the path with the lowest degree, which sets the level."""
    if education is None or not education.paths:
        return None
    lowest = education.paths[0]
    return MonthRange(lowest.min_months, None, education.sources) if lowest.min_months else None


def _without_points(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """What was found is shown, but takes nothing from a score that could not be determined."""
    return tuple(replace(finding, minus=0) for finding in findings)
