"""The facts that a reader should find in a rendered resume, derived from its source file.

Written apart from the engine on purpose: it is the other side of the comparison.
"""

from typing import Any

from check import SourceError
from source import Person, all_plain, item_skill, marked_skills

AS_OF = "2026-11"
"""Month that "present" means in ``total_months`` (the expected files are as of 2026-11-01)."""


def expected_facts(person: Person) -> dict[str, Any]:
    """The content of ``<slug>.expected.json``; raises SourceError where a skill has two labels."""
    data = all_plain(person.data)
    skills = _all_skills(person.data)
    both = skills & set(data.get("fair_skills", []))
    if both:
        raise SourceError(f"{person.slug}.toml: fair_skills: labelled too: {', '.join(both)}")
    contact = data["person"]
    jobs = data.get("experience", [])
    projects = [project for job in jobs for project in job.get("projects", [])]
    projects += data.get("projects", [])
    return {
        "name": contact["name"],
        "email": contact.get("email"),
        "phone": contact.get("phone"),
        "links": [link["url"] for link in contact.get("links", [])],
        "location": contact.get("location"),
        "skills": sorted(skills, key=str.casefold),
        "demonstrated_skills": sorted(_demonstrated_skills(person.data), key=str.casefold),
        "fair_skills": sorted(data.get("fair_skills", []), key=str.casefold),
        "experience": [_job(person, job) for job in jobs],
        "education": [_degree(entry) for entry in data.get("education", [])],
        "projects": [project["title"] for project in projects],
        "certifications": [entry["name"] for entry in data.get("certifications", [])],
        "languages": [entry.get("label", entry["name"]) for entry in data.get("languages", [])],
        "total_months": _total_months(person),
        "as_of": f"{AS_OF}-01",
    }


def _printed(person: Person, date: str) -> str:
    """``date`` as precise as the resume prints it."""
    return date[:4] if person.dates.months == "year" else date


def _job(person: Person, job: dict[str, Any]) -> dict[str, Any]:
    return {
        "company": job["company"],
        "role": job["role"],
        "start_date": _printed(person, job["start"]),
        "end_date": _printed(person, job["end"]) if "end" in job else None,
        "is_current": "end" not in job,
    }


def _degree(entry: dict[str, Any]) -> dict[str, Any]:
    return {
        "degree": entry["degree"],
        "institution": entry["institution"],
        "year": int(entry["end"][:4]),
        "major": entry.get("major") or None,
    }


def _demonstrated_skills(data: dict[str, Any]) -> set[str]:
    """Skills marked in the text of a job or a project."""
    return set(marked_skills([data.get("experience", []), data.get("projects", [])]))


def _all_skills(data: dict[str, Any]) -> set[str]:
    listed = (item_skill(item) for group in data.get("skills", []) for item in group["items"])
    return {skill for skill in listed if skill} | set(marked_skills(data))


def _total_months(person: Person) -> int:
    """Months with at least one job, both ends counted, by the rules of the time section.

    A year alone starts in July and ends in June, or in December where June is not after the start.
    """
    months: set[int] = set()
    for job in person.data.get("experience", []):
        start = _printed(person, job["start"])
        first = _index(start if "-" in start else f"{start}-07")
        end = _printed(person, job["end"]) if "end" in job else AS_OF
        last = _index(end if "-" in end else f"{end}-06")
        if "-" not in end and last <= first:
            last = _index(f"{end}-12")
        months.update(range(first, last + 1))
    return len(months)


def _index(date: str) -> int:
    year, month = date.split("-")
    return int(year) * 12 + int(month) - 1
