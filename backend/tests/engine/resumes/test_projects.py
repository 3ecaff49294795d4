from app.engine.dates import PartialDate, Period
from app.engine.documents.model import Document
from app.engine.resumes.model import Project
from app.engine.resumes.projects import read_projects
from app.engine.resumes.sections import read_sections

from .build import TAXONOMY, document_of, page_of


def projects_of(document: Document) -> list[Project]:
    return [reading.project for reading in read_projects(read_sections(document), TAXONOMY)]


def test_a_title_stands_before_its_technologies_and_dates() -> None:
    (project,) = projects_of(
        document_of("Projects\nMovie Finder | Python, React\tJan 2020 – Mar 2020\n• Finds movies.")
    )

    assert project.title == "Movie Finder"
    assert project.description == "Finds movies."
    assert project.period == Period(PartialDate(2020, 1), PartialDate(2020, 3))


def test_technologies_after_a_title_are_cut_off_even_without_a_bar() -> None:
    titles = [
        project.title
        for project in projects_of(
            document_of("""
            Side Projects
            Tide Times React, TypeScript, Docker
            • Shows tides.
            flaky-finder (Python)
            • Ranks tests.
            """)
        )
    ]

    assert titles == ["Tide Times", "flaky-finder"]


def test_where_all_is_bullets_each_bullet_is_a_project() -> None:
    projects = projects_of(
        document_of("""
        Academic Projects
        • Chess Bot: plays chess against people, written in C++
        • Movie Finder – finds movies with Python
        • Built a weather station using Python and a small sensor
        """)
    )

    assert [project.title for project in projects] == [
        "Chess Bot", "Movie Finder", "Built a weather station",
    ]  # fmt: skip


def test_a_lower_case_title_below_a_bullet_is_a_project_of_its_own() -> None:
    document = page_of(
        ("Open Source", 40, 14, True),
        ("kolejka | Go, Redis", 43, 10, False),
        ("• Small job queue with at-least-once delivery and a readable state", 42, 10, False),
        ("outbox-lint | Kotlin, PostgreSQL", 43, 10, False),
        ("• Finds writes outside transactions.", 42, 10, False),
    )

    assert [project.title for project in projects_of(document)] == ["kolejka", "outbox-lint"]


def test_the_address_of_a_project_is_kept() -> None:
    (project,) = projects_of(
        document_of("Projects\nMovie Finder\n• Finds movies.\ngithub.com/x/movie-finder")
    )

    assert project.url == "github.com/x/movie-finder"


def test_a_colon_before_more_of_the_title_does_not_end_it() -> None:
    projects = projects_of(
        document_of("""
        Projects
        Personal Project: Home Automation System\tJan 2021 – May 2021
        • Built with a small computer.
        Movie Finder: Python, Flask
        • Finds movies.
        Price Watcher: a crawler that compares prices
        • Runs daily.
        """)
    )

    assert [project.title for project in projects] == [
        "Personal Project: Home Automation System", "Movie Finder", "Price Watcher",
    ]  # fmt: skip


def test_a_date_alone_is_no_title() -> None:
    (project,) = projects_of(document_of("Projects\nMar 2024\nWord of the Day\n• One word a day."))

    assert project.title == "Word of the Day"
    assert projects_of(document_of("Projects\nMar 2024")) == []
