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
SKILLS = ["SKILLS", "Python", "PostgreSQL", "Docker", "LANGUAGES", "English", "German", "French"]


def read(*draws: Draw) -> Document:
    return read_document(pdf(*draws), "resume.pdf")


def texts(document: Document) -> list[str]:
    return [line.text for line in document.lines]


def test_lines_of_one_column_come_from_top_to_bottom() -> None:
    document = read(lambda page: paragraph(page, 72, 100, SENTENCES))

    assert texts(document) == SENTENCES
    assert [line.number for line in document.lines] == [1, 2, 3, 4, 5, 6]
    assert {line.column for line in document.lines} == {0}


def test_two_columns_are_read_one_after_the_other() -> None:
    right = [f"Right: {text}" for text in SENTENCES]

    def draw(page: Any) -> None:
        write(page, 40, 60, "Grace Hopper", fontsize=22)
        paragraph(page, 40, 110, SENTENCES)
        paragraph(page, 320, 110, right)

    document = read(draw)

    assert texts(document) == ["Grace Hopper", *SENTENCES, *right]
    assert len({line.column for line in document.lines[1:7]}) == 1
    assert document.lines[1].column != document.lines[7].column


def test_a_sidebar_on_either_side_is_kept_apart_from_the_main_column() -> None:
    def left_sidebar(page: Any) -> None:
        paragraph(page, 40, 103, SKILLS, leading=17)
        paragraph(page, 200, 100, SENTENCES * 2)

    def right_sidebar(page: Any) -> None:
        paragraph(page, 40, 100, SENTENCES * 2)
        paragraph(page, 430, 103, SKILLS, leading=17)

    left, right = read(left_sidebar), read(right_sidebar)

    assert texts(left) == [*SKILLS, *SENTENCES, *SENTENCES]
    assert texts(right) == [*SENTENCES, *SENTENCES, *SKILLS]
    assert {line.column for line in left.lines if line.text in SENTENCES} == {0}
    assert {line.column for line in right.lines if line.text in SKILLS} == {1}


def test_a_date_at_the_right_margin_belongs_to_the_line_of_its_title() -> None:
    def draw(page: Any) -> None:
        for index in range(6):
            write(page, 72, 100 + 40 * index, f"Engineer at Company {index}")
            write_right(page, 523, 100 + 40 * index, f"Jan 201{index} - Dec 201{index}")
            write(page, 72, 112 + 40 * index, "Short words about it")

    document = read(draw)

    assert texts(document)[:2] == [
        "Engineer at Company 0\tJan 2010 - Dec 2010",
        "Short words about it",
    ]
    assert len(document.lines) == 12


def test_dates_in_the_left_margin_belong_to_the_line_of_their_title() -> None:
    def draw(page: Any) -> None:
        for index in range(5):
            write(page, 60, 100 + 40 * index, f"201{index} - 201{index + 1}")
            write(page, 180, 100 + 40 * index, f"Engineer at Company {index}")
            write(page, 180, 112 + 40 * index, "Wrote software that other people could read")

    document = read(draw)

    assert texts(document)[0] == "2010 - 2011\tEngineer at Company 0"
    assert texts(document)[1] == "Wrote software that other people could read"


def test_titles_in_the_left_margin_stand_before_their_sections() -> None:
    def draw(page: Any) -> None:
        for index, title in enumerate(("EDUCATION", "EXPERIENCE", "AWARDS")):
            write(page, 40, 100 + 60 * index, title, fontname="hebo")
            write(page, 160, 100 + 60 * index, f"First line of section {index}")
            write_right(page, 555, 100 + 60 * index, f"201{index}")
            write(page, 160, 113 + 60 * index, "A second line that says more about it")

    assert texts(read(draw))[:4] == [
        "EDUCATION",
        "First line of section 0\t2010",
        "A second line that says more about it",
        "EXPERIENCE",
    ]


def test_titles_in_the_left_margin_may_end_at_one_edge() -> None:
    sections = {
        title: [f"{title} told in a line that is as long as lines of running text are", "Short"]
        for title in ("About", "Everything I did", "What I learned", "Tongues")
    }

    def draw(page: Any) -> None:
        for index, (title, lines) in enumerate(sections.items()):
            write_right(page, 150, 100 + 40 * index, title.upper())
            paragraph(page, 165, 100 + 40 * index, lines)

    assert texts(read(draw)) == [
        text for title, lines in sections.items() for text in (title.upper(), *lines)
    ]


def test_short_rows_at_the_right_of_running_text_are_a_column_though_they_share_its_lines() -> None:
    main = [f"Line {index} of what is told at length in the main column" for index in range(14)]
    side = [f"Item {index}" for index in range(15)]

    def draw(page: Any) -> None:
        paragraph(page, 60, 100, main)
        paragraph(page, 420, 100, side)

    assert texts(read(draw)) == [*main, *side]


def test_a_small_table_is_read_row_by_row() -> None:
    rows = [("Degree", "School", "Grade"), ("MSc", "Leeds", "1.3"), ("BSc", "York", "1.7")] * 2

    def draw(page: Any) -> None:
        for row, cells in enumerate(rows):
            for column, cell in enumerate(cells):
                write(page, 72 + 150 * column, 100 + 16 * row, cell)

    assert texts(read(draw)) == ["\t".join(cells) for cells in rows]


def test_a_section_below_two_columns_stays_whole() -> None:
    def draw(page: Any) -> None:
        paragraph(page, 40, 100, SENTENCES)
        paragraph(page, 320, 100, [f"R {text}" for text in SENTENCES])
        write(page, 40, 210, "EXPERIENCE", fontsize=13)
        write(page, 40, 230, "Engineer")
        write_right(page, 555, 230, "2019 - 2020")
        write(
            page, 40, 242, "A line that runs over the whole page, across where the gutter was " * 2
        )

    assert texts(read(draw))[12:14] == ["EXPERIENCE", "Engineer\t2019 - 2020"]


def test_a_bullet_stands_at_the_start_of_its_line() -> None:
    def draw(page: Any) -> None:
        for index, mark in enumerate("•·"):
            write(page, 72, 100 + 14 * index, mark)
            write(page, 96, 100 + 14 * index, "Designed the thing")

    assert texts(read(draw)) == ["• Designed the thing"] * 2


def test_letters_set_apart_become_words() -> None:
    def draw(page: Any) -> None:
        x = 72.0
        for word in ("WORK", "HISTORY"):
            for letter in word:
                write(page, x, 100, letter)
                x += pymupdf.get_text_length(letter, fontsize=10) + 7
            x += 10

    assert texts(read(draw)) == ["WORK HISTORY"]


def test_a_word_drawn_twice_to_look_bold_is_read_once() -> None:
    def draw(page: Any) -> None:
        write(page, 72, 100, "Education")
        write(page, 72.4, 100, "Education")

    assert texts(read(draw)) == ["Education"]


def test_a_line_knows_its_place_size_and_style() -> None:
    def draw(page: Any) -> None:
        write(page, 72, 100, "EDUCATION", fontname="hebo", fontsize=14)
        write(page, 72, 130, "in words", fontname="heit")

    document = read(draw)
    heading, body = document.lines

    assert (heading.page, heading.size, heading.bold, heading.italic) == (1, 14, True, False)
    assert (body.bold, body.italic) == (False, True)
    assert heading.box is not None
    assert body.box is not None
    assert 71 < heading.box.x0 < 74
    assert heading.box.y0 < 100 < heading.box.y1
    assert body.gap == round(body.box.y0 - heading.box.y1, 2)
    assert (document.pages[0].width, document.pages[0].height) == (595, 842)


def test_running_heads_and_feet_do_not_part_the_text() -> None:
    def sheet(number: int) -> Draw:
        def draw(page: Any) -> None:
            write(page, 72, 40, "Ada Lovelace, resume")
            paragraph(page, 72, 100, [f"{number} {text}" for text in SENTENCES])
            write(page, 72, 815, f"Printed for you, sheet {number}")
            write_right(page, 540, 830, f"{number} / 3")

        return draw

    document = read(sheet(1), sheet(2), sheet(3))

    body = [f"{n} {text}" for n in (1, 2, 3) for text in SENTENCES]
    assert texts(document) == ["Ada Lovelace, resume", *body, "Printed for you, sheet 1"]
    assert [line.number for line in document.lines] == list(range(1, 21))


def test_a_link_knows_the_line_it_stands_on() -> None:
    def draw(page: Any) -> None:
        paragraph(page, 72, 100, ["Ada Lovelace", "Portfolio"])
        for uri in ("https://example.org/ada", "javascript:alert(1)"):
            page.insert_link({"kind": 2, "from": pymupdf.Rect(72, 104, 120, 114), "uri": uri})

    links = read(draw).links

    assert [(link.uri, link.line) for link in links] == [("https://example.org/ada", 2)]


def test_a_page_shown_turned_is_read_as_it_is_shown() -> None:
    def draw(page: Any) -> None:
        page.set_rotation(90)
        for index, text in enumerate(SENTENCES[:3]):
            point = (100 + 14 * index, 700)
            page.insert_text(point, text, fontsize=10, rotate=90)

    document = read(draw)

    assert texts(document) == SENTENCES[:3]
    assert document.pages[0].width == 842
    assert all(line.box is not None and line.box.x0 < 200 for line in document.lines)


def test_the_same_bytes_give_the_same_document() -> None:
    data = pdf(lambda page: paragraph(page, 72, 100, SENTENCES))

    assert read_document(data, "a.pdf") == read_document(data, "a.pdf")


def test_a_line_knows_where_its_type_changes() -> None:
    def draw(page: Any) -> None:
        write(page, 72, 100, "Teller", fontname="hebo")
        write(page, 106, 100, "Copper Kettle", color=(0, 0, 1))
        write(page, 174, 100, "York", fontname="heit")
        write(page, 72, 130, "all alike")

    head, body = read(draw).lines

    assert [head.text[turn:] for turn in head.turns] == ["Copper Kettle York", "York"]
    assert body.turns == ()
