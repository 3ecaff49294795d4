"""What counts of a posting, field by field: the same bags from labels and from a reading."""

from collections.abc import Iterable, Mapping
from math import ceil, floor
from typing import Any

from app.engine.taxonomy.taxonomy import Taxonomy
from evaluation.resumes import skill_key
from evaluation.tally import Same, Tally, alike, exact, tally

Bags = dict[str, list[Any]]

FIELDS: dict[str, Same] = {
    "required": exact,
    "preferred": exact,
    "years": exact,
    "skill years": exact,
    "education level": exact,
    "education fields": exact,
    "or equivalent": exact,
    "location": alike,
    "arrangement": exact,
    "employment": exact,
    "salary": exact,
    "visa": exact,
    "benefits": exact,
    "flags": exact,
    "quality": exact,
}
"""Years, level, arrangement and the like have one value a posting, "none" among them."""

_LEVELS = {"highschool": "school", "diploma": "associate"}
"""Labels by their everyday names, as the taxonomy's levels."""


def compare(
    read: Mapping[str, Any], labels: Mapping[str, Any], taxonomy: Taxonomy
) -> dict[str, Tally]:
    """Tallies of every field that is labelled; both sides have the keys of ``parsed_json``.

    A choice is one value: it is right with all of its skills. ``fair_skills`` of the labels count
    neither for nor against.
    """
    fair = {skill_key(name, taxonomy) for name in labels.get("fair_skills", [])}
    mine, theirs = bags(read, fair, taxonomy), bags(labels, fair, taxonomy)
    return {
        field: tally(mine[field], theirs[field], same)
        for field, same in FIELDS.items()
        if field in theirs and field in mine
    }


def bags(facts: Mapping[str, Any], fair: set[str], taxonomy: Taxonomy) -> Bags:
    """Values of each field, comparable."""
    found: Bags = {
        "required": list(_slots(facts["required_skills"], fair, taxonomy)),
        "preferred": list(_slots(facts["preferred_skills"], fair, taxonomy)),
        "years": [_whole_years(facts["experience_years"])],
        "arrangement": [facts["work_arrangement"]],
        "salary": [_salary(facts["salary"])],
        "flags": sorted({_code(finding) for finding in facts["findings"]}),
        "location": [facts["location"]] if facts["location"] else [],
    }
    education = facts["education"] or {}
    found["education level"] = [_level(education.get("level"))]
    found["education fields"] = sorted(education.get("fields") or [])
    found["or equivalent"] = [bool(education.get("or_equivalent"))]
    for field, key in (
        ("employment", "employment_type"),
        ("visa", "visa"),
        ("quality", "quality_score"),
    ):
        if key in facts:
            found[field] = [_plain(facts[key])]
    if "skill_years" in facts:
        found["skill years"] = _skill_years(facts["skill_years"], taxonomy)
    if "benefits" in facts:
        found["benefits"] = [bool(facts["benefits"])]
    return found


def _slots(labels: Iterable[str], fair: set[str], taxonomy: Taxonomy) -> Iterable[frozenset[str]]:
    """Each requirement once, as the set of skills of which any will do."""
    seen = set()
    for label in labels:
        slot = frozenset(skill_key(name, taxonomy) for name in label.split(" or "))
        if slot not in seen and not slot <= fair:
            seen.add(slot)
            yield slot


def _whole_years(bounds: Any) -> tuple[int | None, int | None] | None:
    """Rounded outwards, as in ``parsed_json``: eighteen months are within [1, 2]."""
    if bounds is None:
        return None
    low, high = bounds
    return (None if low is None else floor(low), None if high is None else ceil(high))


def _skill_years(asked: Any, taxonomy: Taxonomy) -> list[tuple[str, int]]:
    if isinstance(asked, dict):
        return sorted(
            (skill_key(name, taxonomy), months)
            for choice, months in asked.items()
            for name in choice.split(" or ")
        )
    return sorted(
        (skill_key(name, taxonomy), entry["months"]) for entry in asked for name in entry["any_of"]
    )


def _salary(salary: Mapping[str, Any] | None) -> tuple[Any, ...] | None:
    if salary is None:
        return None
    return tuple(salary.get(key) for key in ("min", "max", "currency", "period"))


def _level(level: str | None) -> str | None:
    return _LEVELS.get(level, level) if level else None


def _code(finding: Any) -> str:
    return finding if isinstance(finding, str) else str(finding["code"])


def _plain(value: Any) -> Any:
    """A located value without its lines."""
    return value["value"] if isinstance(value, dict) else value
