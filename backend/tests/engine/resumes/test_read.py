import json
from dataclasses import replace
from datetime import date

import pytest

from app.engine.codec import from_json, to_json
from app.engine.dates import PartialDate
from app.engine.evidence import Source
from app.engine.resumes.model import Award, Publication, Resume, SpokenLanguage
from app.engine.resumes.read import read_resume
from app.engine.resumes.wire import parsed_json

from .build import AS_OF, TAXONOMY, WHOLE, document_of, resume_of

FOUNDING_KEYS = {"name", "email", "phone", "skills", "projects", "experience", "education"}


def codes(resume: Resume) -> list[str]:
    return [flag.code for flag in resume.flags]


def test_a_whole_resume_is_read_and_accepted() -> None:
    resume = resume_of(WHOLE)

    assert resume.confidence >= 90
    assert [job.company for job in resume.experience] == [
        "Liffey Payments Ltd", "Corrib Analytics",
    ]  # fmt: skip
    assert [project.title for project in resume.projects] == ["Tide Clock"]
    assert [degree.institution for degree in resume.education] == ["University of Galway"]
    assert [item.name for item in resume.certifications] == ["Certified Kubernetes Administrator"]
    assert [language.value for language in resume.languages] == ["English", "Irish"]


def test_every_value_stands_in_the_document() -> None:
    document = document_of(WHOLE)
    wire = parsed_json(read_resume(document, TAXONOMY, AS_OF), AS_OF)
    values = [wire["name"], wire["email"], wire["location"]]
    values += [job[key] for job in wire["experience"] for key in ("company", "role", "location")]
    values += [e[k] for e in wire["education"] for k in ("degree", "institution", "major")]
    values += [project["title"] for project in wire["projects"]]
    values += [item[key] for item in wire["certifications"] for key in ("name", "issuer")]

    assert values
    assert all(value in document.text for value in values)


def test_every_fact_is_located_and_its_quote_is_its_line() -> None:
    document = document_of(WHOLE)
    text_of = {line.number: line.text for line in document.lines}
    resume = read_resume(document, TAXONOMY, AS_OF)
    facts = [*resume.experience, *resume.projects, *resume.education, *resume.certifications]
    facts += [*resume.skills, *resume.languages, *resume.contact.links]

    assert all(fact.sources for fact in facts)
    for fact in facts:
        for source in fact.sources:
            assert text_of[source.lines[0]] == source.quote


def test_reading_twice_gives_equal_results() -> None:
    assert resume_of(WHOLE) == resume_of(WHOLE)


def test_a_resume_survives_being_stored() -> None:
    resume = resume_of(WHOLE)

    assert from_json(Resume, json.loads(json.dumps(to_json(resume)))) == resume


def test_an_empty_document_gives_an_empty_resume_for_review() -> None:
    resume = resume_of("")

    assert resume.confidence < 70
    assert {"no_name", "no_email", "no_skills"} <= set(codes(resume))


def test_a_resume_without_headings_still_gives_jobs_and_degrees() -> None:
    resume = resume_of("""
    Jane Doe
    jane@example.com
    Software Engineer, Acme Inc\t2019 – 2021
    • Built billing in Python.
    BSc in Computer Science, University of Lagos\t2015 – 2019
    """)

    assert [(job.company, job.role) for job in resume.experience] == [
        ("Acme Inc", "Software Engineer")
    ]
    assert [degree.institution for degree in resume.education] == ["University of Lagos"]


def test_a_cover_letter_before_the_resume_is_read_over() -> None:
    resume = resume_of(f"""
    Dear Hiring Manager,
    I am writing to apply for the post of Backend Engineer at your company.
    Yours sincerely
    {WHOLE}
    """)

    assert resume.contact.name is not None
    assert resume.contact.name.value == "Zoë O'Brien-García"
    assert len(resume.experience) == 2


@pytest.mark.parametrize(
    ("dates", "code"),
    [
        ("01/2030 – 12/2031", "future_dates"),
        ("12/2020 – 01/2019", "reversed_dates"),
        ("2019 – 2020", "imprecise_dates"),
    ],
)
def test_dates_that_look_wrong_are_flagged(dates: str, code: str) -> None:
    resume = resume_of(f"Jane Doe\nExperience\nEngineer, Acme\t{dates}")

    assert code in codes(resume)


def test_a_long_gap_between_jobs_is_flagged_and_a_short_one_is_not() -> None:
    text = "Jane\nExperience\nEngineer, Acme\t{}\n• Built.\nEngineer, Foo\t01/2012 – 12/2014"

    assert "gap" in codes(resume_of(text.format("01/2017 – present")))
    assert "gap" not in codes(resume_of(text.format("06/2015 – present")))


def test_more_years_of_a_technology_than_it_exists_lower_the_confidence() -> None:
    real = resume_of(WHOLE)
    unreal = resume_of(WHOLE.replace("6 years of Java", "40 years of Kubernetes"))

    assert unreal.confidence < real.confidence


def test_parsed_json_has_the_founding_keys_and_only_json_values() -> None:
    wire = parsed_json(resume_of(WHOLE), AS_OF)

    assert wire.keys() >= FOUNDING_KEYS
    assert json.loads(json.dumps(wire)) == wire


def test_parsed_json_renders_a_skill_as_founded() -> None:
    wire = parsed_json(resume_of(WHOLE), AS_OF)
    django = next(skill for skill in wire["skills"] if skill["skill"] == "Django")

    assert django["evidence"] == ["job:Corrib Analytics"]
    assert django["months_experience"] == 38
    assert django["months_source"] == "dated"
    assert django["level"] == "advanced"


def test_parsed_json_of_a_current_job_has_no_end_date() -> None:
    job = parsed_json(resume_of(WHOLE), AS_OF)["experience"][0]

    assert job["start_date"] == "2021-03"
    assert job["end_date"] is None
    assert job["is_current"]
    assert job["duration_months"] == 69


def test_what_is_unknown_is_null() -> None:
    wire = parsed_json(resume_of("Experience\nEngineer, Acme"), date(2026, 11, 23))

    assert wire["email"] is None
    assert wire["phone"] is None
    assert wire["experience"][0]["start_date"] is None
    assert wire["experience"][0]["duration_months"] is None


def test_a_skill_that_only_follows_from_another_is_kept_apart() -> None:
    wire = parsed_json(resume_of("Jane\nSkills\nSpring Boot"), AS_OF)

    assert [skill["skill"] for skill in wire["skills"]] == ["Spring Boot"]
    assert ("Java", "Spring Boot") in [
        (skill["skill"], skill["through"]) for skill in wire["implied_skills"]
    ]


def test_a_line_that_repeats_itself_is_one_source_of_each_skill() -> None:
    text = "Jane Doe\nSkills\n" + "Python, Go, Java, SQL, Docker, " * 60

    parsed = parsed_json(resume_of(text), AS_OF)

    assert [len(skill["sources"]) for skill in parsed["skills"]] == [1] * len(parsed["skills"])
    assert len(json.dumps(parsed)) < 20 * len(text)


def test_a_denial_far_before_a_skill_does_not_reach_it() -> None:
    far = "no experience with " + "a b c " * 100 + "Python"

    assert [fact.skill for fact in resume_of(f"Jane Doe\nSkills\n{far}").skills] == ["Python"]


def test_publications_awards_and_fluency_have_their_places_on_the_wire() -> None:
    source = Source("listed", "", (3,), "On tides")
    paper = Publication("On tides", "Tidal Letters", PartialDate(2021, 5), (source,), 90)
    award = Award("Best poster", "Galway Science Week", PartialDate(2016), (source,), 90)
    irish = SpokenLanguage("Irish", (source,), 95, fluency="fluent")

    wire = parsed_json(
        replace(resume_of(WHOLE), publications=(paper,), awards=(award,), languages=(irish,)), AS_OF
    )

    proof = {"sources": to_json([source]), "confidence": 90}
    assert wire["publications"] == [
        {"title": "On tides", "publisher": "Tidal Letters", "date": "2021-05", "url": None} | proof
    ]
    assert wire["awards"] == [
        {"title": "Best poster", "awarder": "Galway Science Week", "date": "2016"} | proof
    ]
    assert (wire["languages"][0]["language"], wire["languages"][0]["fluency"]) == (
        "Irish",
        "fluent",
    )
