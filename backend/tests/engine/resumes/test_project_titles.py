"""Which part of a row is the title of a project, and where it goes on."""

from dataclasses import replace

from app.engine.dates import PartialDate, Period

from .build import document_of, page_of, projects_of


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


def test_a_year_or_subtitle_within_a_name_is_of_it() -> None:
    projects = projects_of(
        document_of("""
        Projects
        Rice prices since 1990\t2021
        • An open set of data.
        Pencil - Handwriting Recognition\tMay 2022
        • Reads letters.
        Abacus - A Small Calculator
        • Adds up.
        Tea prices since 1980 (R, ggplot2)
        • Another open set.
        flaky-finder Python github.com/jane-example/flaky-finder
        • Ranks tests.
        """)
    )

    assert [p.title for p in projects] == [
        "Rice prices since 1990", "Pencil - Handwriting Recognition", "Abacus",
        "Tea prices since 1980", "flaky-finder",
    ]  # fmt: skip


def test_a_bold_title_that_had_no_room_goes_on_below() -> None:
    document = page_of(
        ("Projects", 40, 14, True),
        ("Pencil - Handwriting", 40, 10, True),
        ("Recognition", 40, 10, True),
        ("Reads letters of children", 40, 10, False),
    )

    (project,) = projects_of(document)

    assert project.title == "Pencil - Handwriting Recognition"


def test_a_title_further_below_a_sentence_than_its_lines_is_not_the_rest_of_it() -> None:
    document = page_of(
        ("Projects", 40, 14, True),
        ("Market Stall Python, Docker", 40, 10, False),
        ("• Stock planner for traders.", 36, 10, False),
        ("Choir Planner Python, Redis", 42, 10, False),
        ("• Rehearsals of a choir.", 36, 10, False),
    )
    lines = tuple(replace(ln, gap=7.0) if ln.number == 4 else ln for ln in document.lines)

    projects = projects_of(replace(document, lines=lines))

    assert [p.title for p in projects] == ["Market Stall", "Choir Planner"]
