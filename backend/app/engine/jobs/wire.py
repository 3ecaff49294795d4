"""A reading as ``parsed_json``: the founding keys, and beside them what the design adds."""

from typing import Any

from app.engine.codec import to_json
from app.engine.jobs.model import EducationAsked, JobReading, MonthRange, Slot

MONTHS_PER_YEAR = 12


def parsed_json(reading: JobReading) -> dict[str, Any]:
    """The JSON of a posting; every value is plain."""
    needs = reading.requirements
    return {
        "title": reading.title,
        "level": needs.level,
        "required_skills": [s.label for s in needs.slots if s.importance == "required"],
        "preferred_skills": [s.label for s in needs.slots if s.importance == "preferred"],
        "experience_years": _whole_years(needs.experience),
        "experience_months": _months(needs.experience),
        "education_required": needs.education.text if needs.education else None,
        "education": _education(needs.education),
        "location": reading.location.value if reading.location else None,
        "work_arrangement": reading.arrangement,
        "employment_type": reading.employment.value if reading.employment else None,
        "salary": to_json(reading.salary),
        "visa": reading.visa.value if reading.visa else None,
        "benefits": to_json(reading.benefits),
        "fact_sources": _fact_sources(reading),
        "requirements": to_json(needs.slots),
        "unknown_skills": list(reading.unknown_skills),
        "skill_years": [_skill_years(slot) for slot in needs.slots if slot.months],
        "quality_analysis": reading.quality_analysis,
        "red_flags": [finding.reason for finding in reading.findings if finding.red_flag],
        "findings": to_json(reading.findings),
        "suggestions": list(dict.fromkeys(f.suggestion for f in reading.findings)),
    }


def _fact_sources(reading: JobReading) -> dict[str, Any]:
    """Where the values stand that are plain text on the wire."""
    located = {
        "location": reading.location,
        "employment_type": reading.employment,
        "visa": reading.visa,
    }
    found = {name: one.sources for name, one in located.items() if one}
    return dict(to_json(found | {"work_arrangement": reading.arrangement_sources}))


def _whole_years(experience: MonthRange | None) -> list[int | None] | None:
    """Lower end rounded down and upper end up, so that the whole years hold the exact range."""
    if experience is None:
        return None
    low = None if experience.min is None else experience.min // MONTHS_PER_YEAR
    high = None if experience.max is None else -(-experience.max // MONTHS_PER_YEAR)
    return [low, high]


def _months(experience: MonthRange | None) -> dict[str, Any] | None:
    return None if experience is None else dict(to_json(experience))


def _education(education: EducationAsked | None) -> dict[str, Any] | None:
    return None if education is None else dict(to_json(education))


def _skill_years(slot: Slot) -> dict[str, Any]:
    return {"any_of": list(slot.any_of), "months": slot.months}
