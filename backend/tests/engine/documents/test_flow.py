"""The order of what stands side by side, on one page and over page breaks."""

from typing import Any

import pymupdf

from app.engine.documents.model import Document
from app.engine.documents.read import read_document
from tests.engine.documents.pdfs import Draw, paragraph, pdf, write, write_right

SENTENCES = [
    "Built a service that answers ten thousand",
    "requests each second and wrote the tests",
    "that keep it doing so through every change",
    "of the team, the machines and the traffic,",
    "and handed it over with a page of notes",
    "that new colleagues read on their first day.",
]


def read(*draws: Draw) -> Document:
    return read_document(pdf(*draws), "resume.pdf")


def texts(*draws: Draw) -> list[str]:
    return [line.text for line in read(*draws).lines]


def test_entries_set_side_by_side_are_read_one_after_the_other() -> None:
    first = [
        "Rain or Ride",
        "Open forecast of bicycle counts by weather, with",
        "calibrated intervals.",
        "pandas",
    ]
    second = [
        "Noodle Finder",
        "Ranks two thousand noodle shops by what they say",
        "about the broth.",
        "Docker",
    ]

    def draw(page: Any) -> None:
        write(page, 40, 70, "PROJECTS", fontname="hebo")
        paragraph(page, 50, 100, first)
        paragraph(page, 310, 100, second)
        write_right(page, 280, 100, "Nov 2024")
        write_right(page, 540, 100, "Mar 2022")
        write(page, 40, 180, "SKILLS", fontname="hebo")
        write(page, 40, 200, "Python and much else that runs over the whole of the page " * 2)

    document = read(draw)

    assert [line.text for line in document.lines][:10] == [
        "PROJECTS",
        "Rain or Ride\tNov 2024",
        *first[1:],
        "Noodle Finder\tMar 2022",
        *second[1:],
        "SKILLS",
    ]
    assert {line.column for line in document.lines} == {0}


def test_short_lists_side_by_side_are_parted_where_titles_start() -> None:
    left = ["1708", "1710", "1715", "1716"]

    def draw(page: Any) -> None:
        write(page, 40, 100, "GRANTS", fontsize=14)
        write(page, 320, 100, "TALKS", fontsize=14)
        write(page, 320, 160, "PAPERS", fontsize=14)
        for index, year in enumerate(left):
            write_right(page, 80, 120 + 12 * index, year)
            write(page, 100, 120 + 12 * index, f"Grant {index}")
        for y, year, words in ((121, "1729", "How I lost"), (133, "", "my ship"), (181, "8", "It")):
            write_right(page, 350, y, year)
            write(page, 370, y, words)

    assert texts(draw) == [
        "GRANTS",
        *(f"{year}\tGrant {index}" for index, year in enumerate(left)),
        "TALKS",
        "1729\tHow I lost",
        "my ship",
        "PAPERS",
        "8\tIt",
    ]


def test_a_name_beside_addresses_comes_before_them() -> None:
    def draw(page: Any) -> None:
        write(page, 60, 100, "Ada Lovelace", fontsize=24)
        write(page, 60, 125, "Analyst", fontsize=16)
        for index, text in enumerate(("London", "020 7946 0000", "ada@example.org", "ada")):
            write_right(page, 540, 84 + 12 * index, text)
        paragraph(page, 60, 180, [f"{text} {text}" for text in SENTENCES])

    assert texts(draw)[:6] == [
        "Ada Lovelace",
        "Analyst",
        "London",
        "020 7946 0000",
        "ada@example.org",
        "ada",
    ]


def test_a_name_between_two_columns_comes_before_them() -> None:
    def draw(page: Any) -> None:
        write(page, 200, 100, "Ada Lovelace", fontsize=24)
        write(page, 200, 118, "Analyst of engines")
        paragraph(page, 60, 90, ["12 St James", "London", "England"])
        for index, text in enumerate(("ada.lovelace@mail.example.org", "020 7946 0000", "ada")):
            write(page, 200 + ada + 2, 88 + 12 * index, text)
        paragraph(page, 60, 180, [f"{text} {text}" for text in SENTENCES])

    ada = pymupdf.get_text_length("Ada Lovelace", fontname="helv", fontsize=24)
    assert texts(draw)[:8] == [
        "Ada Lovelace",
        "Analyst of engines",
        "12 St James",
        "London",
        "England",
        "ada.lovelace@mail.example.org",
        "020 7946 0000",
        "ada",
    ]


def test_two_columns_that_begin_with_titles_on_one_row_are_read_one_after_the_other() -> None:
    left = [f"Left {index}" for index in range(5)]
    right = [f"Right {index}" for index in range(4)]

    def draw(page: Any) -> None:
        for x, title, lines in ((60, "Tools", left), (320, "Tongues", right)):
            write(page, x, 100, title, fontsize=13)
            paragraph(page, x, 120, lines)

    assert texts(draw) == ["Tools", *left, "Tongues", *right]


def test_a_dash_before_an_item_is_no_cell() -> None:
    def draw(page: Any) -> None:
        for index, text in enumerate(("Baked bread", "Sold it", "Ate the rest")):
            write(page, 60, 100 + 14 * index, "-")
            write(page, 80, 100 + 14 * index, text)

    assert texts(draw) == ["- Baked bread", "- Sold it", "- Ate the rest"]


def test_levels_drawn_beside_skills_and_pictures_are_left_out() -> None:
    def draw(page: Any) -> None:
        for index, text in enumerate(("Weaving", "Spinning", "Dyeing")):
            write(page, 60, 100 + 14 * index, text)
            write(page, 160, 100 + 14 * index, "\u2022 \u2022 \u2022 \u2022")

    assert texts(draw) == ["Weaving", "Spinning", "Dyeing"]


def test_quotation_marks_that_close_are_no_bullets() -> None:
    assert texts(lambda page: write(page, 60, 100, "Led the club \xab Oars \xbb for years")) == [
        "Led the club \xab Oars \xbb for years"
    ]


def test_raised_letters_stay_in_their_line() -> None:
    def draw(page: Any) -> None:
        write(page, 72, 100, "Came 1")
        end = 72 + pymupdf.get_text_length("Came 1", fontsize=10)
        write(page, end, 96.4, "st", fontsize=6)
        write(page, end + 8, 100, "in the race")

    assert texts(draw) == ["Came 1st in the race"]


def test_capitals_drawn_in_pairs_belong_to_a_word_set_apart() -> None:
    def draw(page: Any) -> None:
        x = 72.0
        for piece in ("C", "O", "N", "TA", "C", "T"):
            write(page, x, 100, piece)
            x += pymupdf.get_text_length(piece, fontsize=10) + 4

    assert texts(draw) == ["CONTACT"]


def test_an_accent_set_by_itself_does_not_part_its_word() -> None:
    def draw(page: Any) -> None:
        write(page, 72, 100, "T")
        end = 72 + pymupdf.get_text_length("T", fontsize=10)
        write(page, end + 2, 97.5, "\u00a8")
        write(page, end, 100, "UB")

    assert texts(draw) == ["TÜB"]


def two_columns(main: str, side: str) -> Draw:
    def draw(page: Any) -> None:
        paragraph(page, 40, 100, [f"{main} {text}" for text in SENTENCES])
        paragraph(page, 430, 103, [f"{side} {index}" for index in range(5)], leading=17)

    return draw


def test_columns_that_go_on_over_the_page_break_are_not_interrupted() -> None:
    lines = read(two_columns("A", "a"), two_columns("B", "b")).lines

    kinds = [line.text[0] for line in lines]
    assert kinds == ["A"] * 6 + ["B"] * 6 + ["a"] * 5 + ["b"] * 5
    assert {line.text[0]: line.column for line in lines} == {"A": 0, "B": 0, "a": 1, "b": 1}
    assert [line.number for line in lines] == list(range(1, 23))


def test_a_column_keeps_its_number_where_it_becomes_the_lighter_one() -> None:
    def heavy_side(page: Any) -> None:
        paragraph(page, 40, 100, ["B one", "B two", "B three"], leading=60)
        paragraph(page, 430, 103, [f"b word {index} of it" for index in range(18)], leading=17)

    lines = read(two_columns("A", "a"), heavy_side).lines

    assert {line.text[0]: line.column for line in lines} == {"A": 0, "B": 0, "a": 1, "b": 1}


def test_a_main_column_alone_on_the_next_page_comes_before_the_sidebar() -> None:
    def main_only(page: Any) -> None:
        paragraph(page, 40, 60, [f"B {text}" for text in SENTENCES])

    kinds = [line.text[0] for line in read(two_columns("A", "a"), main_only).lines]

    assert kinds == ["A"] * 6 + ["B"] * 6 + ["a"] * 5


def test_a_page_over_its_whole_width_comes_after_the_columns_before_it() -> None:
    def whole(page: Any) -> None:
        paragraph(page, 40, 60, [f"B {text} {text} {text}" for text in SENTENCES])

    kinds = [line.text[0] for line in read(two_columns("A", "a"), whole).lines]

    assert kinds == ["A"] * 6 + ["a"] * 5 + ["B"] * 6
