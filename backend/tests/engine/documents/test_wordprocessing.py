import io
import zipfile
from collections.abc import Callable
from typing import Any

import docx
import pytest
from docx.enum.text import WD_BREAK
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt, RGBColor

from app.engine.documents.errors import (
    BrokenDocument,
    DocumentError,
    NoText,
    UnsafeDocument,
    UnsupportedType,
)
from app.engine.documents.limits import ReadingLimits
from app.engine.documents.model import Document
from app.engine.documents.read import read_document


def word_file(write: Callable[[Any], object]) -> bytes:
    document = docx.Document()
    write(document)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def read(write: Callable[[Any], object]) -> Document:
    return read_document(word_file(write), "resume.docx")


def texts(write: Callable[[Any], object]) -> list[str]:
    return [line.text for line in read(write).lines]


def test_paragraphs_and_tables_come_in_their_order() -> None:
    def write(document: Any) -> None:
        document.add_paragraph("Ada Lovelace")
        table = document.add_table(rows=2, cols=2)
        for index, text in enumerate(("Python", "5 years", "Go", "2 years")):
            table.cell(index // 2, index % 2).text = text
        document.add_paragraph("Engineer\t2019 - 2020")

    assert texts(write) == [
        "Ada Lovelace",
        "Python\t5 years",
        "Go\t2 years",
        "Engineer\t2019 - 2020",
    ]


def test_cells_of_several_lines_are_columns() -> None:
    def write(document: Any) -> None:
        cells = document.add_table(rows=1, cols=2).rows[0].cells
        cells[0].text = "Skills\nPython"
        cells[1].text = "Experience\nEngineer at a company"

    document = read(write)

    assert [line.text for line in document.lines] == [
        "Skills",
        "Python",
        "Experience",
        "Engineer at a company",
    ]
    assert [line.column for line in document.lines] == [1, 1, 0, 0]


def test_a_list_item_starts_with_the_bullet() -> None:
    assert texts(lambda d: d.add_paragraph("Built it", style="List Bullet")) == ["• Built it"]


def test_a_line_knows_its_size_and_weight() -> None:
    def write(document: Any) -> None:
        document.add_heading("Education", level=1)
        run = document.add_paragraph().add_run("Master of Science")
        run.bold, run.italic, run.font.size = True, True, Pt(13)
        document.add_paragraph("plain")

    heading, degree, plain = read(write).lines

    assert heading.bold
    assert heading.size > plain.size
    assert (degree.bold, degree.italic, degree.size) == (True, True, 13.0)
    assert (plain.bold, plain.italic, plain.page, plain.box) == (False, False, None, None)


def test_a_line_knows_where_its_type_changes() -> None:
    def write(document: Any) -> None:
        paragraph = document.add_paragraph()
        paragraph.add_run("Copper Kettle").bold = True
        paragraph.add_run(" York ")
        paragraph.add_run("all year").italic = True

    (line,) = read(write).lines

    assert [line.text[turn:] for turn in line.turns] == ["York all year", "all year"]


def test_breaks_part_lines_and_empty_paragraphs_become_gaps() -> None:
    def write(document: Any) -> None:
        run = document.add_paragraph().add_run("Engineer")
        run.add_break(WD_BREAK.LINE)
        run.add_text("Leeds")
        document.add_paragraph()
        document.add_paragraph("Next")

    lines = read(write).lines

    assert [line.text for line in lines] == ["Engineer", "Leeds", "Next"]
    assert [line.gap > 0 for line in lines] == [False, False, True]


def test_heads_text_boxes_and_content_controls_are_read() -> None:
    def write(document: Any) -> None:
        document.sections[0].header.paragraphs[0].text = "ada@example.org"
        paragraph = document.add_paragraph("Ada Lovelace")
        inner = "<w:p><w:r><w:t>In a box</w:t></w:r></w:p>"
        paragraph._p.append(
            parse_xml(
                f"<w:r {nsdecls('w')}><w:pict><w:txbxContent>{inner}</w:txbxContent></w:pict></w:r>"
            )
        )
        control = f"<w:sdt {nsdecls('w')}><w:sdtContent>{inner}</w:sdtContent></w:sdt>"
        document.element.body.insert(1, parse_xml(control.replace("In a box", "In a control")))

    assert texts(write) == ["ada@example.org", "Ada Lovelace", "In a box", "In a control"]


def test_deleted_text_is_not_read() -> None:
    def write(document: Any) -> None:
        paragraph = document.add_paragraph("Ada")
        for tag, text in (("del", "delText"), ("ins", "t")):
            paragraph._p.append(
                parse_xml(
                    f'<w:{tag} {nsdecls("w")} w:id="1" w:author="a"><w:r><w:{text}> {tag}'
                    f"</w:{text}></w:r></w:{tag}>"
                )
            )

    assert texts(write) == ["Ada ins"]


@pytest.mark.parametrize("trick", ["vanish", "white", "tiny"])
def test_text_that_cannot_be_seen_is_left_out_and_flagged(trick: str) -> None:
    def write(document: Any) -> None:
        run = document.add_paragraph("Ada").add_run(" Kubernetes Docker")
        run.font.hidden = trick == "vanish"
        run.font.size = Pt(1) if trick == "tiny" else None
        if trick == "white":
            run.font.color.rgb = RGBColor(255, 255, 255)

    document = read(write)

    assert document.text == "Ada"
    assert [flag.code for flag in document.flags] == ["hidden_text"]
    assert document.flags[0].detail.startswith("2 words")


def test_white_text_in_a_dark_cell_is_kept() -> None:
    def write(document: Any) -> None:
        cell = document.add_table(rows=1, cols=1).cell(0, 0)
        cell._tc.get_or_add_tcPr().append(
            parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:fill="1F3864"/>')
        )
        cell.paragraphs[0].add_run("Ada").font.color.rgb = RGBColor(255, 255, 255)

    assert texts(write) == ["Ada"]


def test_a_link_knows_its_line() -> None:
    def write(document: Any) -> None:
        document.add_paragraph("Ada Lovelace")
        paragraph = document.add_paragraph()
        kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
        target = document.part.relate_to("https://example.org/ada", kind, is_external=True)
        link = parse_xml(
            f"<w:hyperlink {nsdecls('w', 'r')}><w:r><w:t>Site</w:t></w:r></w:hyperlink>"
        )
        link.set(qn("r:id"), target)
        paragraph._p.append(link)

    assert [(link.uri, link.line) for link in read(write).links] == [("https://example.org/ada", 2)]


def test_a_document_without_text_is_refused() -> None:
    with pytest.raises(NoText):
        read(lambda document: document.add_paragraph(" "))


def with_part(name: str, data: bytes) -> bytes:
    out = io.BytesIO(word_file(lambda document: document.add_paragraph("Ada")))
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, data)
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "size"),
    [("word/media/a.png", 3_000_000), ("word/vbaProject.bin", 10), ("word/embeddings/a.bin", 10)],
)
def test_bombs_macros_and_embedded_files_are_refused(name: str, size: int) -> None:
    with pytest.raises(UnsafeDocument):
        read_document(with_part(name, b"\0" * size), "resume.docx")


@pytest.mark.parametrize(
    "limits",
    [
        ReadingLimits(max_zip_entries=5),
        ReadingLimits(max_zip_part_bytes=1000),
        ReadingLimits(max_zip_total_bytes=10_000),
        ReadingLimits(max_zip_ratio=2),
    ],
)
def test_each_limit_of_the_archive_holds(limits: ReadingLimits) -> None:
    data = word_file(lambda document: document.add_paragraph("Ada"))

    with pytest.raises(UnsafeDocument):
        read_document(data, "resume.docx", limits)


def test_a_zip_that_is_no_word_file_is_refused() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("a.txt", "Ada")

    with pytest.raises(UnsupportedType):
        read_document(out.getvalue(), "resume.docx")


def test_a_damaged_archive_is_refused() -> None:
    data = word_file(lambda document: document.add_paragraph("Ada"))

    with pytest.raises(BrokenDocument):
        read_document(data[: len(data) // 2], "resume.docx")
    with pytest.raises(DocumentError):
        read_document(data.replace(b"word/styles.xml", b"word/stylez.xml"), "resume.docx")


def test_a_date_beside_a_cell_of_several_lines_stands_with_the_first_of_them() -> None:
    def write(document: Any) -> None:
        table = document.add_table(rows=0, cols=2)
        for period, role in (("2021 – 2023", "Engineer"), ("2019 – 2021", "Clerk")):
            beside, main = table.add_row().cells
            beside.text, main.text = period, role
            main.add_paragraph("Copper Kettle")
            main.add_paragraph("Kept kettles")

    lines = [(line.text, line.column) for line in read(write).lines]

    assert lines == [
        ("2021 – 2023\tEngineer", 0), ("Copper Kettle", 0), ("Kept kettles", 0),
        ("2019 – 2021\tClerk", 0), ("Copper Kettle", 0), ("Kept kettles", 0),
    ]  # fmt: skip
