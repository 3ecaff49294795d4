"""Text that runs upwards or downwards: titles of sections set upright in a margin."""

from typing import Any

import pytest

from app.engine.documents.read import read_document
from tests.engine.documents.pdfs import Draw, paragraph, pdf, write

SECTIONS = {
    "Career": ["Baker, Oven & Sons", "Bread for a whole street", "", "Apprentice, Old Mill", "Rye"],
    "Schools": ["Craft school, 2011", "Village school, 2007", "", "Evening classes", "In French"],
}


def texts(*draws: Draw) -> list[str]:
    return [line.text for line in read_document(pdf(*draws), "resume.pdf").lines]


def expected(sections: dict[str, list[str]]) -> list[str]:
    return [
        text for title, lines in sections.items() for text in (title, *[ln for ln in lines if ln])
    ]


@pytest.mark.parametrize("turn", [90, 270])
@pytest.mark.parametrize("low", [0, 10], ids=["at the top", "in the middle"])
def test_a_turned_title_stands_before_its_section(turn: int, low: float) -> None:
    def draw(page: Any) -> None:
        y = 100.0
        for title, lines in SECTIONS.items():
            paragraph(page, 80, y, lines)
            end = 41 if turn == 90 else -8
            write(page, 50, y + low + end, title, fontsize=12, rotate=turn)
            y += 90

    assert texts(draw) == expected(SECTIONS)


def test_a_turned_title_may_stand_at_the_right_and_over_two_lines() -> None:
    def draw(page: Any) -> None:
        paragraph(page, 60, 100, ["Lays bricks", "since the spring", "of the long rain", "twice"])
        write(page, 320, 140, "Daily", rotate=90)
        write(page, 332, 140, "trade", rotate=90)

    assert texts(draw) == ["Daily trade", "Lays bricks", "since the spring", "of the long rain",
                           "twice"]  # fmt: skip


def test_turned_titles_beside_two_columns_belong_to_the_nearer_one() -> None:
    left, right = (
        [f"{word} the harbour is as long as it is wide today" for word in words]
        for words in (("Near", "Below", "Above", "Behind"), ("Inside", "Over", "Along", "Past"))
    )

    def draw(page: Any) -> None:
        paragraph(page, 60, 100, left)
        write(page, 50, 130, "Work", rotate=90)
        paragraph(page, 340, 100, right)
        write(page, 330, 132, "Study", rotate=90)

    assert texts(draw) == ["Work", *left, "Study", *right]


def test_a_turned_line_along_the_page_comes_last() -> None:
    def draw(page: Any) -> None:
        write(page, 30, 700, "A motto that runs up the page " * 4, rotate=90)
        paragraph(page, 60, 100, ["First line", "Second line"])

    assert texts(draw)[:2] == ["First line", "Second line"]
