"""Labels and dates in a column of their own, at the left or at the right of what they belong to."""

from typing import Any

from app.engine.documents.model import Document
from app.engine.documents.read import read_document
from tests.engine.documents.pdfs import Draw, paragraph, pdf, write, write_right


def texts(*draws: Draw) -> list[str]:
    return [line.text for line in read(*draws).lines]


def read(*draws: Draw) -> Document:
    return read_document(pdf(*draws), "resume.pdf")


def test_sections_whose_titles_and_labels_share_the_left_column_are_read_row_by_row() -> None:
    sections = {
        "Work": ("01/2019 - 08/2020", "04/2017 - 12/2018"),
        "Skills": ("Testing", "Tools"),
        "Prizes": ("05/2019",),
        "Languages": ("German", "English"),
    }

    def draw(page: Any) -> None:
        y = 100.0
        for section, labels in sections.items():
            write(page, 60, y, section, fontname="hebo", fontsize=12)
            for label in labels:
                write(page, 60, y + 25, label)
                write(page, 180, y + 25, f"Title of {label}", fontname="hebo")
                write(page, 180, y + 37, "A line that says what it was about")
                y += 37
            y += 45
        write(page, 60, y, "Interests", fontname="hebo", fontsize=12)
        write(page, 60, y + 20, "Model railways, choirs and boats on the river, in every month")

    expected = [
        line
        for section, labels in sections.items()
        for line in (
            section,
            *(
                part
                for label in labels
                for part in (f"{label}\tTitle of {label}", "A line that says what it was about")
            ),
        )
    ]
    assert texts(draw)[: len(expected)] == expected


def test_many_labels_at_the_left_are_no_sidebar() -> None:
    def draw(page: Any) -> None:
        for index in range(14):
            write(page, 60, 100 + 14 * index, f"Label {index}")
            write(page, 170, 100 + 14 * index, f"value number {index}")

    assert texts(draw) == [f"Label {index}\tvalue number {index}" for index in range(14)]


def test_a_sidebar_on_the_lines_of_the_main_column_stays_a_sidebar() -> None:
    main = ["Built a service that answers ten thousand requests each second and wrote", "its tests"]

    def draw(page: Any) -> None:
        paragraph(page, 40, 100, [f"Skill {index}" for index in range(16)], leading=14)
        paragraph(page, 170, 100, main * 8, leading=14)

    assert texts(draw) == [*(f"Skill {index}" for index in range(16)), *main * 8]


def test_a_label_that_wraps_is_one_cell() -> None:
    def draw(page: Any) -> None:
        for index, (label, value) in enumerate(
            (("Languages and", "Python, C#"), ("Testing", "Selenium"), ("Tools", "Git, Docker"))
        ):
            write(page, 60, 100 + 32 * index, label)
            write(page, 135, 100 + 32 * index, value)
        write(page, 60, 112, "Frameworks")

    assert texts(draw) == [
        "Languages and Frameworks\tPython, C#",
        "Testing\tSelenium",
        "Tools\tGit, Docker",
    ]


def test_a_line_under_a_title_is_no_part_of_it() -> None:
    def draw(page: Any) -> None:
        for index in range(4):
            write(page, 60, 100 + 40 * index, f"Engineer {index}")
            write(page, 400, 100 + 40 * index, "Jan 2019")
            write(page, 60, 112 + 40 * index, "Company Limited")

    assert texts(draw)[:2] == ["Engineer 0\tJan 2019", "Company Limited"]


def test_a_date_that_wraps_beside_its_title_is_one_cell() -> None:
    def draw(page: Any) -> None:
        write_right(page, 150, 100, "2017 -")
        write_right(page, 150, 112, "Present")
        write_right(page, 150, 160, "2012 - 2017")
        for y, title in ((100, "Product Manager"), (160, "Engineer")):
            paragraph(page, 158, y, [title, "Led teams that build things", "for many people"])

    assert texts(draw) == [
        "2017 - Present\tProduct Manager",
        "Led teams that build things",
        "for many people",
        "2012 - 2017\tEngineer",
        "Led teams that build things",
        "for many people",
    ]


def test_ranges_that_stay_open_are_dates_of_their_own() -> None:
    def draw(page: Any) -> None:
        for index in range(4):
            write(page, 60, 100 + 12 * index, f"201{index} -")
            write(page, 180, 100 + 12 * index, f"Member of society {index}")

    assert texts(draw) == [f"201{index} -\tMember of society {index}" for index in range(4)]


def notes(page: Any, title: float, items: list[str], right: list[str]) -> None:
    write(page, 60, title, "Nexus, Engineer", fontname="hebo")
    for index, note in enumerate(right):
        write_right(page, 540, title + 12 * index, note)
    for index, item in enumerate(items):
        write(page, 60, title + 12 + 12 * index, f"• {item}")


def test_notes_beside_the_list_of_an_entry_end_up_with_its_title() -> None:
    def draw(page: Any) -> None:
        for index in range(3):
            items = ["Built the first thing of many", "Built the second", "Built the third"]
            place = ["Leeds, UK", "June 2021 - May 2023", "2 years"]
            notes(page, 100 + 70 * index, items, place)

    assert texts(draw)[:4] == [
        "Nexus, Engineer\tLeeds, UK\tJune 2021 - May 2023\t2 years",
        "• Built the first thing of many",
        "• Built the second",
        "• Built the third",
    ]


def test_items_of_a_list_keep_dates_of_their_own() -> None:
    def draw(page: Any) -> None:
        notes(page, 100, ["First prize", "Second prize"], ["2017 - 2020", "May 2018", "May 2019"])

    assert texts(draw) == [
        "Nexus, Engineer\t2017 - 2020",
        "• First prize\tMay 2018",
        "• Second prize\tMay 2019",
    ]


def test_a_date_that_wraps_at_the_right_is_one_cell() -> None:
    def draw(page: Any) -> None:
        write(page, 60, 100, "Engineer")
        write(page, 60, 112, "Company Limited")
        write_right(page, 540, 100, "March 2019 -")
        write_right(page, 540, 112, "December 2021")

    assert texts(draw) == ["Engineer\tMarch 2019 - December 2021", "Company Limited"]


def test_a_date_that_stands_a_little_lower_belongs_to_its_title() -> None:
    def draw(page: Any) -> None:
        for index in range(3):
            write(page, 60, 100 + 40 * index, f"Engineer {index}")
            write_right(page, 540, 106 + 40 * index, "2019 - 2020")
            write(page, 60, 114 + 40 * index, "Company Limited")

    assert texts(draw)[:2] == ["Engineer 0\t2019 - 2020", "Company Limited"]
