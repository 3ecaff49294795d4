"""What was read, as JSON Resume and back: nothing is lost of what both can hold."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from app.engine.documents.json_resume import MAX_ENTRIES
from app.engine.documents.read import read_document
from app.engine.resumes.json_resume import json_resume
from app.engine.resumes.model import HeldSkill, Profile, Resume
from app.engine.resumes.profile import profile_of
from app.engine.resumes.read import read_resume
from app.engine.resumes.wire import parsed_json
from app.engine.taxonomy.normalize import folded_name

from . import test_structured
from .build import AS_OF, TAXONOMY, resume_of

DEMO = sorted((Path(__file__).resolve().parents[3] / "demo" / "resumes").glob("*.pdf"))
SPAN = {"startDate": "date", "endDate": "date"}
DONE = {"url": "uri", "summary": "text", "highlights": "texts", **SPAN}
SHAPES: dict[str, dict[str, str]] = {
    "basics": {
        "name": "text", "label": "text", "image": "text", "email": "email", "phone": "text",
        "url": "uri", "summary": "text", "location": "location", "profiles": "profiles",
    },
    "location": {
        "address": "text", "postalCode": "text", "city": "text", "countryCode": "country",
        "region": "text",
    },
    "profiles": {"network": "text", "username": "text", "url": "uri"},
    "work": {"name": "text", "location": "text", "description": "text", "position": "text", **DONE},
    "education": {
        "institution": "text", "url": "uri", "area": "text", "studyType": "text", "score": "text",
        "courses": "texts", **SPAN,
    },
    "awards": {"title": "text", "date": "date", "awarder": "text", "summary": "text"},
    "certificates": {"name": "text", "date": "date", "url": "uri", "issuer": "text"},
    "publications": {
        "name": "text", "publisher": "text", "releaseDate": "date", "url": "uri", "summary": "text",
    },
    "skills": {"name": "text", "level": "text", "keywords": "texts"},
    "languages": {"language": "text", "fluency": "text"},
    "projects": {
        "name": "text", "description": "text", "highlights": "texts", "keywords": "texts",
        "url": "uri", "roles": "texts", "entity": "text", "type": "text", **SPAN,
    },
    "meta": {"canonical": "uri", "version": "text", "lastModified": "text"},
}  # fmt: skip
"""What version 1.0.0 of the schema allows in the parts that we write."""

PARTS = SHAPES.keys() - {"location", "profiles"}

FORMATS = {
    "uri": r"[a-z]+://[^\s/]+\.[^\s]+",
    "text": r".+",
    "date": r"[12]\d{3}(-[01]\d(-[0-3]\d)?)?",
    "email": r"[^@\s]+@[^@\s]+\.[^@\s]+",
    "country": r"[A-Z]{2}",
}


def breaches(resume: dict[str, Any]) -> list[str]:
    """What in a JSON Resume the schema does not allow, and empty values, which say nothing."""
    found = [f"{part} is unknown" for part in resume if part not in {"$schema", *PARTS}]
    for part in PARTS & resume.keys():
        entries = [resume[part]] if part in {"basics", "meta"} else resume[part]
        for at, entry in enumerate(entries):
            found += _of_entry(entry, part, f"{part}[{at}]")
    return found


def _of_entry(entry: dict[str, Any], shape: str, place: str) -> Iterator[str]:
    for key, value in entry.items():
        kind, where = SHAPES[shape].get(key), f"{place}.{key}"
        if kind == "location":
            yield from _of_entry(value, kind, where)
        elif kind == "profiles":
            for profile in value:
                yield from _of_entry(profile, kind, where)
        elif kind is None:
            yield f"{where} is unknown"
        else:
            values = value if kind == "texts" else [value]
            yield from (f"{where} is no {kind}" for item in values if not _fits(item, kind))


def _fits(value: Any, kind: str) -> bool:
    form = FORMATS["text" if kind == "texts" else kind]
    return isinstance(value, str) and re.fullmatch(form, value, re.DOTALL) is not None


def exported(resume: Resume) -> dict[str, Any]:
    return json_resume(parsed_json(resume, AS_OF))


def imported(value: dict[str, Any]) -> Resume:
    document = read_document(json.dumps(value).encode(), "resume.json")
    return read_resume(document, TAXONOMY, AS_OF)


def demo(path: Path) -> Resume:
    return read_resume(read_document(path.read_bytes(), path.name), TAXONOMY, AS_OF)


def to_the_month(value: Any) -> Any:
    """The same with days taken off dates."""
    if isinstance(value, dict):
        return {
            key: item[:7] if key.lower().endswith("date") else to_the_month(item)
            for key, item in value.items()
        }
    return [to_the_month(item) for item in value] if isinstance(value, list) else value


def test_what_json_resume_holds_comes_back_as_it_went_in() -> None:
    given = test_structured.WHOLE
    back = exported(imported(given))

    expected = to_the_month(given)
    del expected["basics"]["label"], expected["basics"]["summary"]
    expected["basics"]["phone"] = "+353850123456"
    del expected["education"][0]["courses"], expected["volunteer"], expected["references"]
    expected["languages"][1]["language"] = "German"
    del expected["skills"]
    assert {part: back[part] for part in expected} == expected
    assert set(back) - set(expected) == {"$schema", "skills", "meta"}


def test_skills_come_back_with_what_was_said_of_them_and_unknown_ones_too() -> None:
    skills = {
        item["name"]: item.get("level")
        for item in exported(imported(test_structured.WHOLE))["skills"]
    }

    assert skills["Kotlin"] is None
    assert skills["Rust"] == "learning"
    assert skills["Terraform"] == "2 years"
    assert skills["Django"] == "advanced"
    assert skills["Java"] == "6 years, expert"
    assert skills["Zorblang"] is None
    assert "JavaScript" not in skills


def test_a_second_time_changes_nothing() -> None:
    once = exported(imported(test_structured.WHOLE))
    twice = exported(imported(once))

    def by_name(value: dict[str, Any]) -> dict[str, Any]:
        return value | {"skills": sorted(value["skills"], key=lambda item: str(item["name"]))}

    assert by_name(twice) == by_name(once)


@pytest.mark.parametrize(
    ("told", "kept"),
    [
        ({"summary": "One."}, {"summary": "One."}),
        ({"highlights": ["One.", "Two."]}, {"highlights": ["One.", "Two."]}),
        ({"summary": "One.", "highlights": ["Two."]}, {"summary": "One.", "highlights": ["Two."]}),
        ({"summary": "One.\nTwo.", "highlights": ["Three."]},
         {"summary": "One.\nTwo.", "highlights": ["Three."]}),
        ({"highlights": ["One."]}, {"summary": "One."}),
        ({}, {}),
    ],
)  # fmt: skip
def test_summary_and_highlights_stay_apart_where_they_can(
    told: dict[str, Any], kept: dict[str, Any]
) -> None:
    assert exported(imported({"work": [{"name": "Acme", **told}]}))["work"] == [
        {"name": "Acme", **kept}
    ]


@pytest.mark.parametrize(
    ("text", "location"),
    [
        ("Dublin, Ireland", {"city": "Dublin", "countryCode": "IE"}),
        ("Austin, TX", {"city": "Austin", "region": "TX"}),
        ("Austin, Texas, USA", {"city": "Austin", "region": "Texas", "countryCode": "US"}),
        ("Berlin (DE)", {"city": "Berlin", "countryCode": "DE"}),
        ("Ireland", {"countryCode": "IE"}),
        ("Galway", {"city": "Galway"}),
    ],
)
def test_locations_are_cut_to_city_region_and_country_and_stay_so(
    text: str, location: dict[str, str]
) -> None:
    parsed = parsed_json(resume_of("Ada Quux"), AS_OF) | {"location": text}

    written = json_resume(parsed)

    assert written["basics"]["location"] == location
    assert exported(imported(written))["basics"]["location"] == location


def test_addresses_get_their_scheme_and_known_networks_their_name() -> None:
    links = ["ada.example.org", "linkedin.com/in/ada-example", "blog.example.net/ada"]
    parsed = parsed_json(resume_of("Ada Quux"), AS_OF)

    basics = json_resume(parsed | {"links": [{"url": link} for link in links]})["basics"]

    assert basics["url"] == "https://ada.example.org"
    assert basics["profiles"] == [
        {"network": "LinkedIn", "username": "ada-example",
         "url": "https://linkedin.com/in/ada-example"},
        {"network": "blog.example.net", "url": "https://blog.example.net/ada"},
    ]  # fmt: skip


def test_a_degree_in_progress_stays_so_with_and_without_dates() -> None:
    for degree in ("Pursuing MSc in Physics", "MSc in Physics\tSep 2025 – Present"):
        resume = resume_of(f"Ada Quux\nEducation\n{degree}\nUniversity of Cork")
        assert profile_of(imported(exported(resume))).degrees == profile_of(resume).degrees
        assert resume.education[0].in_progress


def test_a_single_date_does_not_become_a_span_to_this_day() -> None:
    resume = resume_of("Ada Quux\nExperience\nEngineer, Acme Ltd\t2019\n• Wrote Python.")
    parsed = parsed_json(resume, AS_OF)
    parsed["experience"][0] |= {"start_date": "2019-04", "end_date": None, "is_current": False}

    assert profile_of(imported(exported(resume))).work == profile_of(resume).work
    assert json_resume(parsed)["work"][0]["endDate"] == "2019-04"
    assert "startDate" not in json_resume(parsed)["work"][0]


def test_readings_from_before_there_were_awards_are_written_too() -> None:
    parsed = parsed_json(resume_of("Ada Quux\nSkills\nPython"), AS_OF)
    for key in ("awards", "publications", "unknown_skills"):
        del parsed[key]
    for skill in parsed["skills"]:
        del skill["stated_months"]

    assert json_resume(parsed)["skills"] == [{"name": "Python"}]


def test_every_skill_of_the_taxonomy_is_found_again_by_its_own_name() -> None:
    names = [skill.name for skill in TAXONOMY.skills]
    parts = [names[at : at + MAX_ENTRIES] for at in range(0, len(names), MAX_ENTRIES)]

    found = {
        fact.skill
        for part in parts
        for fact in imported({"skills": [{"name": name} for name in part]}).skills
    }

    assert sorted(set(names) - found, key=folded_name) == []


def test_what_is_written_keeps_to_the_schema() -> None:
    written = [exported(imported(test_structured.WHOLE)), exported(resume_of("Ada Quux"))]

    assert [breaches(value) for value in written] == [[], []]


def test_the_check_of_the_schema_notices_breaches() -> None:
    bad = {
        "basics": {"email": "nobody", "url": "example.org", "location": {"countryCode": "Ireland"}},
        "work": [{"startDate": "March 2020", "company": "Acme", "highlights": [""]}],
        "jobs": [],
    }

    assert len(breaches(bad)) == 7


@pytest.mark.parametrize("path", DEMO, ids=lambda path: path.stem)
def test_a_demo_resume_gives_the_same_profile_through_json_resume(path: Path) -> None:
    resume = demo(path)
    written = exported(resume)
    back = imported(written)

    assert breaches(written) == []
    assert comparable(profile_of(back)) == comparable(profile_of(resume))
    assert back.unknown_skills == resume.unknown_skills


def comparable(profile: Profile) -> tuple[Profile, list[HeldSkill]]:
    """Without what must differ: the order of skills, and how sure each is, since all are listed."""
    skills = [
        replace(skill, confidence=0, periods=tuple(sorted(skill.periods, key=str)))
        for skill in profile.skills
    ]
    return replace(profile, skills=()), sorted(skills, key=lambda skill: skill.skill)


def test_addresses_that_are_none_are_left_out() -> None:
    links = ["https://[", "http://a\u2100b.example.com", "javascript://a%0aalert(1)", "ftp://a.b/c"]
    parsed = parsed_json(resume_of("Ada Quux"), AS_OF)

    written = json_resume(parsed | {"links": [{"url": link} for link in links]})

    assert written["basics"] == {"name": "Ada Quux"}
