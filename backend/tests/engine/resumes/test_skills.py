from datetime import date

import pytest

from app.engine.dates import PartialDate, Period
from app.engine.resumes.profile import profile_of, skill_months, total_months

from .build import AS_OF, WHOLE, resume_of, skill_of


def names_of(text: str) -> list[str]:
    return [fact.skill for fact in resume_of(text).skills if fact.through is None]


def test_a_skill_collects_every_place_that_shows_it() -> None:
    fact = skill_of(resume_of(WHOLE), "Docker")

    assert [source.label for source in fact.sources] == ["project:Tide Clock", "listed"]


def test_a_skill_used_in_dated_work_has_the_months_of_that_work() -> None:
    fact = skill_of(resume_of(WHOLE), "Django")

    assert fact.periods == (Period(PartialDate(2018, 1), PartialDate(2021, 2)),)
    assert skill_months(fact, 100, AS_OF) == (38, "dated")


def test_a_source_shows_the_words_themselves() -> None:
    fact = skill_of(resume_of(WHOLE), "PostgreSQL")
    source = fact.sources[0]

    assert source.span is not None
    assert source.quote[slice(*source.span)] == "PostgreSQL"


def test_an_implied_skill_says_through_which_and_borrows_its_evidence() -> None:
    resume = resume_of("Jane Doe\nExperience\nDeveloper, Acme\t2019 – 2020\n• Used Spring Boot.")
    lender, implied = skill_of(resume, "Spring Boot"), skill_of(resume, "Java")

    assert implied.through == "Spring Boot"
    assert implied.sources == lender.sources
    assert implied.periods == lender.periods


def test_implications_go_one_way() -> None:
    assert "Spring Boot" not in [f.skill for f in resume_of("Jane\nSkills\nJava").skills]


def test_a_named_skill_gains_months_from_one_that_implies_it() -> None:
    resume = resume_of(
        "Jane\nExperience\nDeveloper, Acme\t01/2019 – 12/2019\n• Used Spring Boot.\nSkills\nJava"
    )
    fact = skill_of(resume, "Java")

    assert fact.through is None
    assert skill_months(fact, 12, AS_OF) == (12, "dated")


@pytest.mark.parametrize(
    "line",
    [
        "I have no experience with Kubernetes.",
        "Never used Kubernetes in production.",
        "Keine Erfahrung mit Kubernetes.",
        "Not yet familiar with Kubernetes",
        "Kubernetes (no experience)",
    ],
)
def test_a_skill_that_is_denied_is_not_held(line: str) -> None:
    assert "Kubernetes" not in names_of(f"Jane Doe\nSummary\n{line}")


def test_a_denial_ends_with_its_clause() -> None:
    held = names_of("Jane Doe\nSummary\nNo experience with Kubernetes, but years of Docker.")

    assert "Docker" in held
    assert "Kubernetes" not in held


def test_deploying_without_downtime_denies_nothing() -> None:
    assert "Kubernetes" in names_of("Jane\nSummary\nReleased without downtime on Kubernetes.")


@pytest.mark.parametrize(
    "line",
    [
        "Currently learning Kubernetes.",
        "Eager to learn Kubernetes",
        "Learning: Kubernetes",
        "Kubernetes (learning)",
    ],
)
def test_a_skill_being_learnt_is_a_weak_claim(line: str) -> None:
    fact = skill_of(resume_of(f"Jane Doe\nSkills\nPython\n{line}"), "Kubernetes")

    assert fact.confidence < 70
    assert [source.kind for source in fact.sources] == ["listed"]


def test_machine_learning_is_not_being_learnt() -> None:
    fact = skill_of(resume_of("Jane\nSummary\nBuilt machine learning in Python."), "Python")

    assert fact.confidence > 90


@pytest.mark.parametrize(
    ("text", "skill", "months"),
    [
        ("5 years of Java", "Java", 60),
        ("5+ years of experience with Java and Python", "Python", 60),
        ("Java (3 years), Python (18 months)", "Python", 18),
        ("Over ten years in Python", "Python", 120),
        ("8 Jahre Erfahrung mit Java", "Java", 96),
        ("Python – 2.5 yrs", "Python", 30),
    ],
)
def test_time_that_the_text_states_is_read(text: str, skill: str, months: int) -> None:
    assert skill_of(resume_of(f"Jane Doe\nSummary\n{text}"), skill).stated_months == months


def test_years_of_work_in_general_are_of_no_skill() -> None:
    resume = resume_of("Jane\nSummary\nEngineer with 6 years in banking. Knows Java.")

    assert skill_of(resume, "Java").stated_months is None


def test_stated_time_cannot_exceed_all_experience() -> None:
    resume = resume_of(
        "Jane\nSummary\n10 years of Java\nExperience\nEngineer, Acme\t01/2020 – 12/2021"
    )
    total = total_months(resume, AS_OF)

    assert total == 24
    assert skill_months(skill_of(resume, "Java"), total, AS_OF) == (24, "stated")


def test_a_skill_whose_name_wraps_is_found_and_shows_both_lines() -> None:
    resume = resume_of("Jane\nSummary\nI care a lot about data and machine\nlearning in production")
    fact = skill_of(resume, "Machine Learning")

    assert fact.sources[0].lines == (3, 4)


def test_courses_do_not_demonstrate() -> None:
    profile = profile_of(
        resume_of("Jane\nEducation\nBSc, Foo University\t2020\nCoursework: Python, Statistics")
    )
    python = next(skill for skill in profile.skills if skill.skill == "Python")

    assert not python.demonstrated


def test_the_profile_points_into_the_projects_that_show_a_skill() -> None:
    profile = profile_of(resume_of(WHOLE))
    held = {skill.skill: skill for skill in profile.skills}

    assert profile.projects == 1
    assert held["React"].in_projects == (0,)
    assert held["JavaScript"].in_projects == (0,)
    assert held["Django"].in_projects == ()


def test_the_profile_carries_nothing_of_the_person() -> None:
    profile = profile_of(resume_of(WHOLE))

    for value in ("Zoë", "zoe.obrien", "Dublin", "Galway", "012 3456", "Liffey"):
        assert value not in repr(profile)


def test_professional_experience_is_work_and_not_projects_or_study() -> None:
    resume = resume_of(WHOLE)

    assert total_months(resume, AS_OF) == 107
    assert total_months(resume, date(2021, 12, 1)) == 48
    assert profile_of(resume).leads


def test_places_that_demonstrate_a_skill_come_first_and_each_place_once() -> None:
    resume = resume_of("""
    Jane Doe
    Skills
    Java, Spring Boot
    Experience
    Developer, Acme\t2019 – 2020
    • Java services with Spring Boot, later more Java.
    """)

    assert [(s.label, s.lines) for s in skill_of(resume, "Java").sources] == [
        ("job:Acme", (6,)),
        ("listed", (3,)),
    ]


def test_who_pays_is_no_skill() -> None:
    resume = resume_of(
        "Jane\nExperience\nDeveloper, Stripe, Berlin, Germany\t2019 – 2020\n• Used Go."
    )

    assert "Stripe" not in [fact.skill for fact in resume.skills]
    assert resume.experience[0].company == "Stripe"


def test_names_with_the_form_of_an_address_are_skills_and_addresses_are_not() -> None:
    text = "Ada Quux\nSkills\nADO.NET, Socket.io, draw.io (diagrams), https://react.dev, vue.js.org"

    assert {fact.skill for fact in resume_of(text).skills if fact.through is None} == {
        "ADO.NET", "Socket.io", "draw.io",
    }  # fmt: skip


def test_the_words_of_a_name_or_a_place_are_no_skills() -> None:
    head = "Ruby Crystal Rust\nPhoenix, Arizona\nruby@example.com\n"

    assert names_of(f"{head}Skills\nSQL") == ["SQL"]
    assert names_of(f"{head}Skills\nSQL, Ruby, Phoenix") == ["SQL", "Ruby", "Phoenix"]
