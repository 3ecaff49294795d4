import pytest

from .build import document_of, page_of, projects_of


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


MIRROR_AND_BEE = {
    "stack in brackets": """
    Projects
    Weather Mirror (Python, Raspberry Pi) | Jan 2022
    • Shows weather.
    Budget Bee (React Native)
    • Tracks money.
    """,
    "stack below": """
    Things I Built
    Weather Mirror [GitHub]
    Python, Flask
    • Shows weather.
    Budget Bee [GitHub]
    React Native, Firebase
    • Tracks money.
    """,
    "stack at the end": """
    Things I Built
    Weather Mirror
    mirror.example.org
    Shows the weather to whoever passes.
    Python · Flask · Docker
    Budget Bee
    bee.example.org
    Tracks the coffee money.
    React · Firebase
    """,
    "dates at the left": """
    Projects
    Mar 2022 – May 2022\tWeather Mirror – Python, Flask
    • Shows weather.
    Jan 2021\tBudget Bee – React
    • Tracks money.
    """,
    "dates above the names": """
    Projects
    Jan 2019 – Dec 2020
    Weather Mirror
    Customer: Example Hotels
    Jan 2018 – Dec 2018
    Budget Bee
    Customer: Example Bank
    """,
    "one line and a sentence": """
    Selected Work
    Weather Mirror · Python, Flask · 2022
    A mirror for the lobby.
    Budget Bee · React · 2021
    A tracker.
    """,
    "labels and values": """
    Projects
    Project\tWeather Mirror (Python, Flask)
    Dates\tFeb 2025 – May 2025
    Shows the weather to whoever passes.
    Project\tBudget Bee (React)
    Web\tbee.example.org
    """,
    "labels": """
    Key Projects
    Project Name: Weather Mirror
    Duration: Jan 2020 – May 2020
    Technology: Python
    Project Name: Budget Bee
    Duration: Jun 2020 – Dec 2020
    Technology: React
    """,
    "roles before the names": """
    Projects
    Lead Developer, Weather Mirror\tMay 2020
    • Shows weather.
    Contributor, Budget Bee\tMay 2021
    • Tracks money.
    """,
    "within a job": """
    Experience
    Software Engineer, Acme Ltd\tJan 2020 – Present
    • Wrote things that people use.
    Weather Mirror
    Python, Flask
    • Built a mirror for the lobby.
    Project: Budget Bee (React)
    • Built a tracker.
    """,
    "among skills": """
    Software
    June 2020\tWeather Mirror, Python, PyTorch
    • Library for mirrors that more than forty people have used.
    May 2019\tBudget Bee, React
    • Tracks the coffee money of a whole office of engineers.
    """,
}


@pytest.mark.parametrize("layout", [*MIRROR_AND_BEE])
def test_projects_are_found_and_named_however_they_are_set(layout: str) -> None:
    projects = projects_of(document_of(MIRROR_AND_BEE[layout]))

    assert [project.title for project in projects] == ["Weather Mirror", "Budget Bee"]


def test_entries_with_technologies_under_an_unknown_heading_are_projects() -> None:
    document = page_of(
        ("Experience", 40, 14, True),
        ("Software Engineer, Acme Ltd\tJan 2020 – Present", 40, 10, False),
        ("• Wrote things that people use.", 40, 10, False),
        ("Nights and Sundays", 40, 14, True),
        ("Weather Mirror | Python, Flask", 40, 10, False),
        ("• Shows weather.", 40, 10, False),
        ("Education", 40, 14, True),
        ("BSc in Botany, University of Lagos, 2019", 40, 10, False),
    )

    assert [p.title for p in projects_of(document)] == ["Weather Mirror"]


def test_bold_or_larger_names_open_projects_and_what_stands_below_does_not() -> None:
    document = page_of(
        ("Projects", 40, 14, True),
        ("Weather Mirror", 40, 11, True),
        ("Example Hotels, Lagos | 2020 – 2021", 40, 9, False),
        ("Shows the weather of the day", 40, 9, False),
        ("Python, Flask", 40, 9, False),
        ("Budget Bee", 40, 11, True),
        ("Example Bank, Lagos | 2019 – 2020", 40, 9, False),
        ("Tracks money", 40, 9, False),
    )

    assert [p.title for p in projects_of(document)] == ["Weather Mirror", "Budget Bee"]


def test_labelled_lists_under_an_unknown_heading_are_no_projects() -> None:
    document = page_of(
        ("Experience", 40, 14, True),
        ("Planner, Acme Ltd\tJan 2020 – Present", 40, 10, False),
        ("Areas I Know", 40, 14, True),
        ("Systems: Python, Docker", 40, 10, False),
        ("Methods: Scrum, Kanban", 40, 10, False),
        ("Education", 40, 14, True),
        ("BSc in Botany, University of Lagos, 2019", 40, 10, False),
    )

    assert projects_of(document) == []


def test_a_list_of_jobs_is_no_list_of_projects() -> None:
    assert not projects_of(
        document_of("""
        Experience
        Corrib Streaming\tGalway
        Staff Engineer\tOct 2021 – Present
        • Set the strategy of reliability.
        Quay Street Payments\tDublin
        Site Reliability Engineer\tMar 2017 – Sep 2021
        • Moved machines.
        Tools used\tSnowflake\tPython
        """)
    )
