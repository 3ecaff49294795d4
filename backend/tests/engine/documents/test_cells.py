"""Cells: tables whose cells wrap, cards under titles, months under their years."""

from typing import Any

from app.engine.documents.model import Document
from app.engine.documents.read import read_document
from tests.engine.documents.pdfs import Draw, paragraph, pdf, write, write_right


def texts(*draws: Draw) -> list[str]:
    return [line.text for line in read(*draws).lines]


def read(*draws: Draw) -> Document:
    return read_document(pdf(*draws), "resume.pdf")


def test_a_last_cell_that_wraps_at_the_right_is_one() -> None:
    rows = [("1801", "Weaver"), ("1805", "Dyer"), ("1807", "Cook")]

    def draw(page: Any) -> None:
        for index, (year, role) in enumerate(rows):
            y = 100 + 60 * index
            write(page, 60, y, year)
            write(page, 160, y, role)
            paragraph(page, 400, y, ["Royal Mills of Cloth and", "Dyes at the river"])
            write(page, 160, y + 26, "Wove and dyed what the town wore")

    assert texts(draw)[:4] == [
        "1801\tWeaver\tRoyal Mills of Cloth and Dyes at the river",
        "Wove and dyed what the town wore",
        "1805\tDyer\tRoyal Mills of Cloth and Dyes at the river",
        "Wove and dyed what the town wore",
    ]


def test_an_item_beside_a_cell_of_a_table_begins_a_row() -> None:
    def draw(page: Any) -> None:
        write(page, 60, 100, "1801")
        write(page, 160, 100, "Royal Mills")
        write(page, 300, 100, "Weaver")
        write(page, 160, 113, "Bath")
        write(page, 300, 113, "\u2022 Wove what the town wore")

    assert texts(draw) == [
        "1801\tRoyal Mills\tWeaver",
        "Bath",
        "\u2022 Wove what the town wore",
    ]


def test_a_small_month_under_its_year_stands_before_it() -> None:
    def draw(page: Any) -> None:
        for index, (year, month, text) in enumerate(
            (("2014", "May", "Royal Mills"), ("2011", "June", "Old Bakery"))
        ):
            y = 100 + 60 * index
            write_right(page, 110, y, year)
            write_right(page, 110, y + 8, month, size=6)
            paragraph(page, 140, y, [text, "Wove and baked what the town wore and ate"], 14)

    assert texts(draw) == [
        "May 2014\tRoyal Mills",
        "Wove and baked what the town wore and ate",
        "June 2011\tOld Bakery",
        "Wove and baked what the town wore and ate",
    ]


def test_cards_side_by_side_belong_to_the_title_above_them() -> None:
    long = "as long as all lines before it"
    cards = {
        "Trades": (["Weaver", f"At the mills, {long}", "and"], ["Dyer", f"At the quay, {long}"]),
        "Schools": (["Looms", f"With teachers, {long}", "and on"], ["Dyes", f"At sea, {long}"]),
    }

    def draw(page: Any) -> None:
        y = 100.0
        for title, (left, right) in cards.items():
            write(page, 40, y, title, fontsize=13)
            for part in range(2):
                paragraph(page, 50, y + 22 + 50 * part, left)
                paragraph(page, 310, y + 22 + 50 * part, [*right, "and back"])
            y += 140

    document = read(draw)

    assert [line.text for line in document.lines] == [
        text
        for title, (left, right) in cards.items()
        for text in (title, *[*left, *right, "and back"] * 2)
    ]
    assert {line.column for line in document.lines} == {0}


def test_short_entries_with_dates_side_by_side_are_read_one_after_the_other() -> None:
    first = ["Loom school", "1901 - 1903", "Bath"]
    second = ["Dye school", "1903 - 1905", "Bristol"]

    def draw(page: Any) -> None:
        write(page, 40, 70, "SCHOOLS")
        paragraph(page, 50, 100, first)
        paragraph(page, 310, 100, second)
        write(page, 40, 170, "TRADES")

    assert texts(draw) == ["SCHOOLS", *first, *second, "TRADES"]


def test_a_sidebar_set_against_the_gutter_is_a_sidebar() -> None:
    side = ["Ada Moss", "Weaver", "Bath", "225 1801", "Looms", "Dyes", "Wool", "Silk"]
    main = [f"Line {index} of what is told at length in the main column" for index in range(12)]

    def draw(page: Any) -> None:
        for index, text in enumerate(side):
            write_right(page, 200, 100 + 17 * index, text)
        paragraph(page, 220, 105, main, 13)

    assert texts(draw) == [*side, *main]


def test_a_foot_at_the_right_does_not_part_what_stands_beside_a_shorter_column() -> None:
    left = [f"Line {index} of what is told at length at the left" for index in range(8)]
    right = [f"Line {index} of what is told beside it" for index in range(5)]

    def draw(page: Any) -> None:
        paragraph(page, 40, 100, left, 13)
        paragraph(page, 40, 260, left, 13)
        paragraph(page, 330, 107, right, 13)
        write_right(page, 560, 810, "Ada Moss 1/1")

    assert texts(draw) == [*left, *left, *right, "Ada Moss 1/1"]


def test_a_text_in_two_columns_goes_on_at_the_left_of_the_next_page() -> None:
    left = [f"Line {index} of a long text in the first" for index in range(50)]
    right = [f"Line {index} of the same text beside it" for index in range(50)]
    rest = [f"Line {index} of that very text overleaf" for index in range(9)]

    def first(page: Any) -> None:
        paragraph(page, 40, 100, left, 14)
        paragraph(page, 310, 107, right, 14)

    document = read(first, lambda page: paragraph(page, 40, 100, rest, 14))

    assert [line.text for line in document.lines] == [*left, *right, *rest]
    assert {line.column for line in document.lines} == {0}
