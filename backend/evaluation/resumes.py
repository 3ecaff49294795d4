"""What counts of a resume, field by field: the same bags from labels and from a reading."""

from collections.abc import Mapping
from typing import Any

from app.engine.taxonomy.taxonomy import Taxonomy
from evaluation.degrees import degree_name, same_degree, same_whole_degree
from evaluation.tally import (
    Same,
    Tally,
    alike,
    all_alike,
    exact,
    pairs,
    tally,
)

Bags = dict[str, list[Any]]

MACRO: dict[str, Same] = {
    "name": alike,
    "email": exact,
    "phone": exact,
    "links": exact,
    "skills": exact,
    "company": alike,
    "title": alike,
    "dates": exact,
    "institution": alike,
    "degree": same_degree,
    "field": alike,
    "end year": exact,
    "projects": alike,
}
"""The thirteen fields whose F1 the macro figure is the mean of."""

BESIDE: dict[str, Same] = {
    "whole job": all_alike,
    "whole degree": same_whole_degree,
    "certifications": alike,
    "languages": alike,
    "months within 1": lambda mine, theirs: float(abs(mine - theirs) <= 1),
}
"""Fields that stand beside the macro figure."""

FIELDS = MACRO | BESIDE


def compare(
    read: Mapping[str, Any], labels: Mapping[str, Any], taxonomy: Taxonomy
) -> dict[str, Tally]:
    """Tallies of every field; ``fair_skills`` of the labels count neither for nor against.

    Both sides have the keys of ``parsed_json``; lists may hold plain texts in place of objects.
    A field whose label is missing altogether is not judged.
    """
    mine, theirs = bags(read, taxonomy), bags(labels, taxonomy)
    fair = {skill_key(name, taxonomy) for name in labels.get("fair_skills", [])}
    for side in (mine, theirs):
        side["skills"] = [skill for skill in side["skills"] if skill not in fair]
    return {
        field: tally(mine[field], theirs[field], same)
        for field, same in FIELDS.items()
        if field in theirs and field in mine
    }


def bags(facts: Mapping[str, Any], taxonomy: Taxonomy) -> Bags:
    """Values of each field, comparable."""
    jobs, degrees = facts["experience"], facts["education"]
    found: Bags = {
        "name": _one(facts["name"]),
        "email": [email.casefold() for email in _one(facts["email"])],
        "links": list(dict.fromkeys(bare(_text(link, "url")) for link in facts["links"])),
        "skills": list(
            dict.fromkeys(skill_key(_text(skill, "skill"), taxonomy) for skill in facts["skills"])
        ),
        "company": _known(jobs, "company"),
        "title": _known(jobs, "role"),
        "dates": [dates for job in jobs if (dates := _dates(job)) is not None],
        "institution": _known(degrees, "institution"),
        "degree": [degree_name(degree) for degree in degrees if degree.get("degree")],
        "field": _known(degrees, "major"),
        "end year": [str(degree["year"]) for degree in degrees if degree.get("year")],
        "projects": [_text(project, "title") for project in facts["projects"]],
        "whole job": [
            (job.get("company") or "", job.get("role") or "", _dates(job)) for job in jobs
        ],
        "whole degree": [
            (degree_name(d), d.get("major") or "", d.get("institution") or "", d.get("year"))
            for d in degrees
        ],
    }
    for key, name in (("certifications", "name"), ("languages", "language")):
        if key in facts:
            found[key] = [_text(value, name) for value in facts[key]]
    if "phone" in facts:
        found["phone"] = _one(facts["phone"])
    if facts.get("total_months") is not None:
        found["months within 1"] = [facts["total_months"]]
    return found


def skill_key(name: str, taxonomy: Taxonomy) -> str:
    """The canonical name, or the name itself where the taxonomy has no such skill."""
    return taxonomy.canonical(name) or name.casefold()


def bare(url: str) -> str:
    """An address without scheme, ``www.`` and a slash at the end."""
    return url.casefold().split("://")[-1].removeprefix("www.").rstrip("/")


def _one(value: str | None) -> list[str]:
    return [value] if value else []


def _text(value: Any, key: str) -> str:
    return value if isinstance(value, str) else str(value[key])


def _known(entries: list[dict[str, Any]], key: str) -> list[str]:
    return [entry[key] for entry in entries if entry.get(key)]


def _dates(job: Mapping[str, Any]) -> tuple[str | None, str | None] | None:
    """Start and end as precise as printed, None for a job without dates."""
    start, end = job.get("start_date"), job.get("end_date")
    if not start and not end:
        return None
    return start, "present" if job.get("is_current") else end


def judged_claims(
    read: Mapping[str, Any], labels: Mapping[str, Any], taxonomy: Taxonomy
) -> list[tuple[str, int, bool]]:
    """Every value read with its confidence and whether it is right, for calibration.

    A job is right with its company, title and dates, a degree with its degree, field, institution
    and year, all of them.
    """
    mine, theirs = bags(read, taxonomy), bags(labels, taxonomy)
    fair = {skill_key(name, taxonomy) for name in labels.get("fair_skills", [])}
    claims: list[tuple[str, int, bool]] = [
        (name, read["contact_sources"][name]["confidence"], bool(_right(mine, theirs, name)))
        for name in ("name", "email", "phone")
        if name in read["contact_sources"] and name in theirs
    ]
    for field, values in (
        ("links", read["links"]),
        ("skills", read["skills"]),
        ("whole job", read["experience"]),
        ("whole degree", read["education"]),
        ("projects", read["projects"]),
        ("certifications", read["certifications"]),
        ("languages", read["languages"]),
    ):
        if field not in theirs or len(mine[field]) != len(values):
            continue
        right = _right(mine, theirs, field)
        claims += [
            (field, value["confidence"], position in right)
            for position, value in enumerate(values)
            if not (field == "skills" and mine[field][position] in fair)
        ]
    return claims


def _right(mine: Bags, theirs: Bags, field: str) -> set[int]:
    return {i for i, _ in pairs(mine[field], theirs[field], FIELDS[field])}
