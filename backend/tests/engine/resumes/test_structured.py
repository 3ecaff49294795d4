"""Facts of a JSON Resume are those that its structure names, each with its line."""

import json
from typing import Any

import pytest

from app.engine.codec import to_json
from app.engine.dates import PartialDate, Period
from app.engine.documents.read import read_document
from app.engine.resumes.model import Resume
from app.engine.resumes.read import read_resume
from app.engine.taxonomy.model import DegreeLevel

from .build import AS_OF, TAXONOMY, skill_of

WHOLE: dict[str, Any] = {
    "basics": {
        "name": "Zoë O'Brien-García",
        "label": "Backend Engineer",
        "email": "zoe.obrien@example.com",
        "phone": "085 012 3456",
        "url": "https://zoe.example.org",
        "summary": "Engineer with 6 years of Java who likes tides.",
        "location": {"city": "Dublin", "region": "Leinster", "countryCode": "IE"},
        "profiles": [
            {
                "network": "GitHub",
                "username": "zoe-example",
                "url": "https://github.com/zoe-example",
            }
        ],
    },
    "work": [
        {
            "name": "Liffey Payments Ltd",
            "position": "Senior Software Engineer",
            "location": "Dublin, Ireland",
            "startDate": "2021-03-15",
            "summary": "Billing for shops.",
            "highlights": ["Led four engineers who moved billing to Spring Boot.", "Cut a batch."],
        },
        {
            "name": "Haskell Widgets",
            "position": "Software Engineering Intern",
            "startDate": "2018-01",
            "endDate": "2021-02",
            "highlights": ["Built reports in Django.", "Wrote tests."],
        },
    ],
    "education": [
        {
            "institution": "University of Galway",
            "area": "Computer Science",
            "studyType": "BSc",
            "startDate": "2013-09",
            "endDate": "2017-05",
            "courses": ["Machine Learning", "Operating Systems"],
        },
        {"institution": "Example Open College", "area": "Physics", "studyType": "MSc",
         "startDate": "2025-09"},
    ],
    "projects": [
        {
            "name": "Tide Clock",
            "description": "Shows tide tables.",
            "keywords": ["React", "Docker", "Go"],
            "startDate": "2020-02",
            "endDate": "2020-04",
            "url": "https://tides.example.org",
        }
    ],
    "skills": [
        {"name": "Languages", "level": "Master", "keywords": ["Kotlin", "SQL", "Zorblang"]},
        {"name": "Rust", "level": "learning"},
        {"name": "Terraform", "level": "2 years, advanced"},
    ],
    "languages": [
        {"language": "English", "fluency": "native"},
        {"language": "Allemand", "fluency": "C1"},
    ],
    "certificates": [
        {"name": "Certified Kubernetes Administrator", "issuer": "CNCF", "date": "2023-06"}
    ],
    "awards": [
        {"title": "Best poster", "awarder": "Galway Science Week", "date": "2016-05-02"}
    ],
    "publications": [
        {
            "name": "On tides",
            "publisher": "Tidal Letters",
            "releaseDate": "2021-05",
            "url": "https://tides.example.org/paper",
        }
    ],
    "volunteer": [{"organization": "Coder Club", "position": "Mentor", "summary": "Scratch."}],
    "references": [{"name": "A. Nother", "reference": "Knows COBOL by heart."}],
}  # fmt: skip


def read(value: dict[str, Any]) -> Resume:
    document = read_document(json.dumps(value).encode(), "resume.json")
    return read_resume(document, TAXONOMY, AS_OF)


def test_who_it_is_about_is_as_the_structure_says() -> None:
    contact = read(WHOLE).contact

    assert contact.name is not None
    assert contact.email is not None
    assert contact.phone is not None
    assert contact.location is not None
    assert contact.name.value == "Zoë O'Brien-García"
    assert contact.email.value == "zoe.obrien@example.com"
    assert contact.phone.value == "+353850123456"
    assert contact.location.value == "Dublin, Leinster (IE)"
    assert [link.value for link in contact.links] == [
        "https://zoe.example.org", "https://github.com/zoe-example",
    ]  # fmt: skip


def test_jobs_have_their_dates_kind_and_description() -> None:
    first, second = read(WHOLE).experience

    assert (first.role, first.company) == ("Senior Software Engineer", "Liffey Payments Ltd")
    assert first.period == Period(PartialDate(2021, 3), is_current=True)
    assert first.description == (
        "Billing for shops.\n\nLed four engineers who moved billing to Spring Boot.\nCut a batch."
    )
    assert (first.leads, first.employment, first.location) == (True, "work", "Dublin, Ireland")
    assert second.period == Period(PartialDate(2018, 1), PartialDate(2021, 2))
    assert (second.leads, second.employment) == (False, "internship")


@pytest.mark.parametrize(
    ("dates", "period"),
    [
        ({}, None),
        ({"startDate": "2019"}, Period(PartialDate(2019), is_current=True)),
        ({"startDate": "2019-02", "endDate": "Present"},
         Period(PartialDate(2019, 2), is_current=True)),
        ({"endDate": "2020-01-31"}, Period(PartialDate(2020, 1), PartialDate(2020, 1))),
        ({"startDate": "March 2019", "endDate": "June 2020"},
         Period(PartialDate(2019, 3), PartialDate(2020, 6))),
        ({"startDate": "2019-05", "endDate": "some day"}, Period(PartialDate(2019, 5))),
    ],
)  # fmt: skip
def test_dates_without_an_end_go_on_and_an_end_alone_is_no_span(
    dates: dict[str, str], period: Period | None
) -> None:
    assert read({"work": [{"name": "Acme", **dates}]}).experience[0].period == period


def test_projects_and_their_keywords() -> None:
    project = read(WHOLE).projects[0]

    assert (project.title, project.description) == ("Tide Clock", "Shows tide tables.")
    assert project.skills == ("React", "Docker", "Go")
    assert project.url == "https://tides.example.org"


def test_a_project_without_a_name_is_named_by_its_words() -> None:
    project = read({"projects": [{"description": "Counts birds with Python on a small board"}]})

    assert project.projects[0].title == "Counts birds with Python on a small board"
    assert project.projects[0].sources[0].lines == (2,)


def test_degrees_have_level_and_fields_and_one_without_an_end_is_in_progress() -> None:
    first, second = read(WHOLE).education

    assert (first.degree, first.major, first.level) == ("BSc", "Computer Science", DegreeLevel(3))
    assert first.fields == ("computer science",)
    assert (first.end, first.in_progress) == (PartialDate(2017, 5), False)
    assert (second.level, second.end, second.in_progress) == (DegreeLevel.MASTER, None, True)


def test_a_degree_without_dates_is_in_progress_where_its_words_say_so() -> None:
    done, going = read(
        {"education": [{"studyType": "MSc"}, {"studyType": "MSc (in progress)"}]}
    ).education

    assert (done.in_progress, going.in_progress) == (False, True)
    assert done.degree == going.degree == "MSc"


def test_skills_have_the_kinds_of_evidence_and_the_months_of_their_places() -> None:
    resume = read(WHOLE)
    kinds = {fact.skill: {source.kind for source in fact.sources} for fact in resume.skills}

    assert kinds["Spring Boot"] == {"job"}
    assert kinds["React"] == {"project"}
    assert kinds["Machine Learning"] == {"course"}
    assert kinds["Kubernetes"] == {"certification"}
    assert kinds["Kotlin"] == {"listed"}
    assert skill_of(resume, "Django").periods == (
        Period(PartialDate(2018, 1), PartialDate(2021, 2)),
    )
    assert skill_of(resume, "Java").stated_months == 72
    assert skill_of(resume, "Terraform").stated_months == 24
    assert skill_of(resume, "Rust").confidence == 50
    assert resume.unknown_skills == ("Zorblang",)


def test_neither_an_employer_nor_a_reference_makes_a_skill() -> None:
    skills = {fact.skill for fact in read(WHOLE).skills}

    assert not skills & {"COBOL", "Haskell"}


def test_languages_certificates_awards_and_publications() -> None:
    resume = read(WHOLE)

    assert [(item.value, item.fluency) for item in resume.languages] == [
        ("English", "native"), ("German", "C1"),
    ]  # fmt: skip
    assert [(c.name, c.issuer, str(c.date)) for c in resume.certifications] == [
        ("Certified Kubernetes Administrator", "CNCF", "2023-06")
    ]
    assert [(a.title, a.awarder, str(a.date)) for a in resume.awards] == [
        ("Best poster", "Galway Science Week", "2016-05")
    ]
    assert [(p.title, p.publisher, str(p.date), p.url) for p in resume.publications] == [
        ("On tides", "Tidal Letters", "2021-05", "https://tides.example.org/paper")
    ]


def test_every_source_quotes_its_line_and_its_span_holds_the_value() -> None:
    document = read_document(json.dumps(WHOLE).encode(), "resume.json")
    resume = read_resume(document, TAXONOMY, AS_OF)
    lines = {line.number: line.text for line in document.lines}
    facts = [*resume.experience, *resume.projects, *resume.education, *resume.certifications]
    facts += [*resume.skills, *resume.languages, *resume.publications, *resume.awards]
    sources = [source for fact in facts for source in fact.sources]

    assert all(fact.sources for fact in facts)
    assert all(source.quote == lines[source.lines[0]] for source in sources)
    spans = {s.quote[s.span[0] : s.span[1]] for s in sources if s.span is not None}
    assert {"On tides", "Spring Boot", "Senior Software Engineer", "2021-03-15", "CNCF"} <= spans


def test_a_whole_one_is_trusted_and_an_empty_one_is_not() -> None:
    assert read(WHOLE).confidence >= 90
    assert read({"basics": {"name": "Ada Quux"}}).confidence < 70


def test_reading_again_gives_the_same() -> None:
    assert to_json(read(WHOLE)) == to_json(read(WHOLE))


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)", "javascript://a.example.com/%0aalert(1)", "data:text/html,x.y",
        "https://[", "//a.example.com", "mailto:ada@example.com", "https://a@b.example.com",
    ],
)  # fmt: skip
def test_what_is_no_page_of_the_web_becomes_no_link(url: str) -> None:
    resume = read(
        {
            "basics": {"name": "Ada Quux", "url": url, "profiles": [{"network": "x", "url": url}]},
            "projects": [{"name": "Tide Clock", "url": url}],
            "publications": [{"name": "On tides", "url": url}],
        }
    )

    assert resume.contact.links == ()
    assert (resume.projects[0].url, resume.publications[0].url) == (None, None)


@pytest.mark.parametrize(
    "url", ["https://a.example.com:8080/x?y#z", "HTTP://example.com", "github.com/ada-example"]
)
def test_pages_are_links_with_and_without_their_scheme(url: str) -> None:
    assert [link.value for link in read({"basics": {"url": url}}).contact.links] == [url]
