"""Which skills a text names, with the built-in data: every line is one a document could have."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.engine.taxonomy.load import builtin_taxonomy

from .factories import names_in


@pytest.mark.parametrize(
    ("text", "skills"),
    [
        ("Built with React.js and NodeJS", ["React", "Node.js"]),
        (
            "ReactJS, ECMAScript, Python3, sklearn",
            ["React", "JavaScript", "Python", "scikit-learn"],
        ),
        ("DSA (fundamental)", ["Data Structures and Algorithms"]),
        ("Data Structures and Algorithms", ["Data Structures and Algorithms"]),
        ("Python, Flask, scikit-learn", ["Python", "Flask", "scikit-learn"]),
        ("React, Node.js, MongoDB", ["React", "Node.js", "MongoDB"]),
        ("C++, C#, .NET and ASP.NET Core", ["C++", "C#", ".NET", "ASP.NET Core"]),
        ("HTML5/CSS3 and CI/CD", ["HTML", "CSS", "CI/CD"]),
        ("Java8, python3.9, C++17, Angular2+", ["Java", "Python", "C++", "Angular"]),
        ("machine-learning on k8s", ["Machine Learning", "Kubernetes"]),
        ("springboot and Spring-Boot", ["Spring Boot"]),
        ("Machine\nLearning", ["Machine Learning"]),
        ("Experience in Python.Strong SQL", ["Python", "SQL"]),
        ("使用Python开发", ["Python"]),
        ("l'Excel d’Oracle: Java", ["Java"]),
    ],
)
def test_names_and_synonyms_lead_to_canonical_skills(text: str, skills: list[str]) -> None:
    assert names_in(text) == skills


@pytest.mark.parametrize(
    ("text", "skills"),
    [
        ("React Native apps", ["React Native"]),
        ("JavaScript only", ["JavaScript"]),
        ("Spring Boot services", ["Spring Boot"]),
        ("TypeScript", ["TypeScript"]),
        ("Django REST Framework", ["Django REST Framework"]),
        ("Microsoft SQL Server", ["Microsoft SQL Server"]),
        ("Objective-C", ["Objective-C"]),
        ("GitHub Actions", ["GitHub Actions"]),
    ],
)
def test_the_longest_name_wins(text: str, skills: list[str]) -> None:
    assert names_in(text) == skills


@pytest.mark.parametrize(
    ("text", "skills"),
    [
        ("Python, Go and Java", ["Python", "Go", "Java"]),
        ("Go, Rust, or Swift and SQL", ["Go", "Rust", "Swift", "SQL"]),
        ("C/C++", ["C", "C++"]),
        ("C C++ Java", ["C", "C++", "Java"]),
        ("PostgreSQL, Express, Node", ["PostgreSQL", "Express.js", "Node.js"]),
        ("Python and Go for services", ["Python", "Go"]),
        ("Word, Excel and Access", ["Word", "Excel", "Microsoft Access"]),
        ("html, css, go, sql", ["HTML", "CSS", "Go", "SQL"]),
    ],
)
def test_an_ambiguous_name_in_a_row_of_skills_counts(text: str, skills: list[str]) -> None:
    assert names_in(text) == skills


@pytest.mark.parametrize(
    ("text", "skill"),
    [
        ("Rust developer", "Rust"),
        ("services written in Go", "Go"),
        ("5 years of Scala", "Scala"),
        ("Languages: R", "R"),
        ("Nice to have: Elixir", "Elixir"),
        ("the Spring framework", "Spring"),
        ("Proficient in C on small devices", "C"),
        ("backend in Go, deployed daily", "Go"),
        ("Used Go to build an importer", "Go"),
    ],
)
def test_an_ambiguous_name_beside_a_cue_counts(text: str, skill: str) -> None:
    assert skill in names_in(text)


def test_a_cue_needs_the_name_as_it_is_written() -> None:
    assert names_in("using go") == []
    assert names_in("using Go") == ["Go"]


def test_a_place_or_season_is_no_skill_after_in() -> None:
    assert names_in("worked in Phoenix, then in Spring.") == []
    assert names_in("worked in Kotlin, then in Rust.") == ["Kotlin", "Rust"]


def test_a_whole_item_of_a_list_counts_in_any_case() -> None:
    assert names_in("go, excel, r, c", listing=True) == ["Go", "Excel", "R", "C"]
    assert names_in("go, excel, r, c") == []


def test_a_part_of_an_item_of_a_list_does_not_count() -> None:
    assert names_in("excel at numbers, access to data", listing=True) == []


def test_a_cased_name_counts_in_capitals() -> None:
    assert names_in("REACT AND ANGULAR") == ["React", "Angular"]


def test_an_address_that_is_a_name_counts() -> None:
    assert names_in("chat with Socket.io") == ["Socket.io"]


def test_mentions_say_where_they_stand_in_the_original_text() -> None:
    text = "Élan  –  Build with\tReact.js, Node"

    mentions = builtin_taxonomy().find(text)

    assert [text[m.start : m.end] for m in mentions] == ["React.js", "Node"]
    assert [m.rule for m in mentions] == ["name", "neighbour"]


def test_the_golden_poor_posting_has_four_areas() -> None:
    taxonomy = builtin_taxonomy()
    text = (
        "Junior developer needed. Must have 10 years experience in Python, Java, React, ML, DevOps."
    )

    areas = [taxonomy.skill(mention.skill).area for mention in taxonomy.find(text)]

    assert areas == ["backend", "backend", "frontend", "ml", "devops"]


def test_other_trades_than_software_are_known() -> None:
    assert names_in("Registered Nurse, BLS, wound care, Epic EHR") == [
        "Nursing",
        "Basic Life Support",
        "Wound Care",
        "Epic EHR",
    ]
    assert names_in("Electrician: conduit bending, MIG/TIG welding, HVAC") == [
        "Electrical Work",
        "Conduit Bending",
        "MIG Welding",
        "TIG Welding",
        "HVAC",
    ]
    assert names_in("Accounts payable, month end closing, QuickBooks, GAAP") == [
        "Accounts Payable",
        "Month-End Close",
        "QuickBooks",
        "GAAP",
    ]


def test_german_and_french_wordings_are_known() -> None:
    assert names_in("Erfahrung mit Java; Teamfähigkeit") == ["Java", "Teamwork"]
    assert names_in("gestion de projet, travail d’équipe") == ["Project Management", "Teamwork"]


@given(st.text(max_size=200))
def test_any_text_gives_ordered_mentions_that_do_not_overlap(text: str) -> None:
    for listing in (False, True):
        ends = 0
        for mention in builtin_taxonomy().find(text, listing=listing):
            assert ends <= mention.start < mention.end <= len(text)
            ends = mention.end


@given(st.lists(st.sampled_from(builtin_taxonomy().skills), min_size=1, max_size=6, unique=True))
def test_every_canonical_name_is_found_in_a_list(skills: list[object]) -> None:
    names = [skill.name for skill in skills]  # type: ignore[attr-defined]

    assert names_in("; ".join(names), listing=True) == names


@pytest.mark.parametrize(
    ("text", "skills"),
    [
        ("Daily use of Excel, Word", ["Excel", "Word"]),
        ("In a word, excel", []),
        ("Fault-finding on pumps", ["Troubleshooting"]),
        ("unit test cases", ["Unit Testing"]),
        ("Azure, AML, ADF", ["Azure", "Azure Data Factory"]),
        ("AML/KYC checks", ["Anti-Money Laundering"]),
    ],
)
def test_rows_of_two_and_longer_names(text: str, skills: list[str]) -> None:
    assert names_in(text) == skills
