import json

from app.engine.codec import from_json, to_json
from app.engine.jobs.model import JobReading
from app.engine.jobs.wire import parsed_json
from tests.engine.jobs.posting import read

TEXT = """Backend Developer
Location: Berlin, Germany (hybrid)
Salary: €60,000 - €80,000 per year
Requirements:
- 5+ years of Java or Kotlin
- Bachelor's degree in Computer Science or equivalent experience
Nice to have:
- Docker
We want a rockstar."""


def test_the_founding_keys_stand_with_what_the_design_adds() -> None:
    wire = parsed_json(read(TEXT))

    assert wire["required_skills"] == ["Java or Kotlin"]
    assert wire["preferred_skills"] == ["Docker"]
    assert wire["experience_years"] is None
    assert wire["education_required"] == (
        "Bachelor's degree in Computer Science or equivalent experience"
    )
    assert wire["location"] == "Berlin, Germany"
    assert wire["work_arrangement"] == "hybrid"
    assert wire["red_flags"] == ['"rockstar" is jargon that puts off qualified people.']
    assert wire["level"] == "senior"
    assert wire["title"] == "Backend Developer"
    assert wire["skill_years"] == [{"any_of": ["Java", "Kotlin"], "months": 60}]
    assert wire["education"]["or_equivalent"] is True
    assert wire["salary"]["max"] == 80_000
    assert wire["suggestions"] == [finding["suggestion"] for finding in wire["findings"]]


def test_every_requirement_has_the_line_that_contains_it() -> None:
    (java, docker) = parsed_json(read(TEXT))["requirements"]

    assert java["sources"][0]["lines"] == [5]
    assert docker["sources"][0]["quote"] == "- Docker"


def test_the_wire_is_plain_json() -> None:
    wire = parsed_json(read(TEXT))

    assert json.loads(json.dumps(wire)) == wire


def test_a_posting_without_anything_has_nulls() -> None:
    wire = parsed_json(read(""))

    assert wire["required_skills"] == []
    for key in ("experience_years", "education_required", "location", "work_arrangement", "salary"):
        assert wire[key] is None


def test_a_reading_comes_back_from_its_json() -> None:
    reading = read(TEXT)

    assert from_json(JobReading, to_json(reading)) == reading


def test_the_same_posting_is_read_the_same() -> None:
    assert read(TEXT) == read(TEXT)
