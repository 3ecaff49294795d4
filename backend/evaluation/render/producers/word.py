"""A Word document: the layout "docx", and what LibreOffice prints for "word_…" layouts."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from docx import Document
from docx.document import Document as DocumentObject
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph

FONTS = {"word_classic": "Liberation Serif", "word_table": "Carlito", "docx": "Calibri"}
GREY = RGBColor(0x55, 0x5B, 0x66)
TEXT_WIDTH = Mm(172)
EPOCH = datetime(2026, 11, 1, tzinfo=UTC)


def render(layout: str, view: dict[str, Any], target: Path) -> None:
    """Write ``view`` to ``target`` as DOCX."""
    writer = _Writer(layout, view)
    for section in view["main"]:
        writer.section(section)
    writer.document.save(str(target))


class _Writer:
    """Adds the parts of a resume to a new document."""

    def __init__(self, layout: str, view: dict[str, Any]) -> None:
        self.layout = layout
        self.document = _new_document(FONTS[layout])
        person = view["person"]
        self.document.core_properties.title = f"{person['name']} – Resume"
        self.document.core_properties.author = person["name"]
        centred = layout != "word_table"
        name = self.paragraph(after=0)
        _run(name, person["name"], size=22, bold=True)
        headline = self.paragraph(after=2)
        _run(headline, person["headline"], size=12, colour=GREY)
        contact = [person["location"], person["phone_shown"], person["email"]]
        line = self.paragraph(after=4)
        _run(line, "  |  ".join([*contact, *(link["shown"] for link in person["links"])]))
        if centred:
            for paragraph in (name, headline, line):
                paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER

    def paragraph(self, style: str | None = None, after: float = 3) -> Paragraph:
        """Add an empty paragraph with ``after`` points below it."""
        paragraph = self.document.add_paragraph(style=style)
        paragraph.paragraph_format.space_after = Pt(after)
        paragraph.paragraph_format.space_before = Pt(0)
        return paragraph

    def section(self, section: dict[str, Any]) -> None:
        """Add one section with its heading."""
        self.document.add_heading(section["title"], level=1)
        kind = section["kind"]
        if kind == "text":
            _run(self.paragraph(), section["text"])
        elif kind == "skills":
            self.skills(section["groups"])
        elif kind == "experience":
            self.experience(section["entries"])
        elif kind == "education":
            self.education(section["entries"])
        elif kind == "certifications":
            self.certifications(section["entries"])
        elif kind == "languages":
            names = (f"{entry['name']} ({entry['level']})" for entry in section["entries"])
            _run(self.paragraph(), ", ".join(names))
        else:
            for line in section["lines"]:
                _run(self.paragraph(), line)

    def skills(self, groups: list[dict[str, Any]]) -> None:
        """In columns of a table, or in one line with dots between."""
        items = [item for group in groups for item in group["items"]]
        if self.layout == "docx":
            _run(self.paragraph(), ", ".join(items))
            return
        columns = 3
        rows = -(-len(items) // columns)
        table = self.document.add_table(rows=rows, cols=columns)
        for index in range(rows * columns):
            cell = table.cell(index % rows, index // rows)
            cell.paragraphs[0].paragraph_format.space_after = Pt(1)
            if index < len(items):
                _run(cell.paragraphs[0], f"• {items[index]}")

    def experience(self, entries: list[dict[str, Any]]) -> None:
        """Role and dates on one line, the company below, then bullets."""
        for entry in entries:
            place = f", {entry['place']}" if entry["place"] else ""
            if self.layout == "word_classic":
                self.two_ends(f"{entry['company']}{place}", entry["dates"], after=0)
                line = self.paragraph(after=2)
                _run(line, entry["role"], italic=True)
            else:
                self.two_ends(entry["role"], entry["dates"], after=0)
                line = self.paragraph(after=2)
                _run(line, f"{entry['company']}{place}", colour=GREY)
            line.paragraph_format.keep_with_next = True
            for bullet in entry["bullets"]:
                _run(self.paragraph("List Bullet", after=1), bullet)
            self.document.paragraphs[-1].paragraph_format.space_after = Pt(7)

    def education(self, entries: list[dict[str, Any]]) -> None:
        """Degree and dates on one line, the institution below."""
        for entry in entries:
            place = f", {entry['place']}" if entry["place"] else ""
            self.two_ends(entry["degree"], entry["dates"], after=0)
            _run(self.paragraph(after=5), f"{entry['institution']}{place}")

    def certifications(self, entries: list[dict[str, Any]]) -> None:
        """A table of name, issuer and date, or a line each."""
        if self.layout != "word_table":
            for entry in entries:
                _run(self.paragraph(), f"{entry['name']}, {entry['issuer']}, {entry['date']}")
            return
        table = self.document.add_table(rows=1, cols=3, style="Light Grid Accent 1")
        for cell, title in zip(table.rows[0].cells, ("Name", "Issued by", "Date"), strict=True):
            cell.text = title
        for entry in entries:
            cells = table.add_row().cells
            for cell, key in zip(cells, ("name", "issuer", "date"), strict=True):
                cell.text = entry[key]
        for row in table.rows:
            widths = (Mm(72), Mm(75), Mm(25))
            for cell, width in zip(row.cells, widths, strict=True):
                cell.width = width
                cell.paragraphs[0].paragraph_format.space_after = Pt(1)

    def two_ends(self, left: str, right: str, after: float) -> None:
        """A line with ``right`` at the right edge."""
        line = self.paragraph(after=after)
        line.paragraph_format.keep_with_next = True
        line.paragraph_format.tab_stops.add_tab_stop(TEXT_WIDTH, WD_TAB_ALIGNMENT.RIGHT)
        _run(line, left, bold=True)
        _run(line, f"\t{right}", colour=GREY)


def _new_document(font: str) -> DocumentObject:
    document = Document()
    page = document.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin = page.right_margin = Mm(19)
    page.top_margin = page.bottom_margin = Mm(17)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = font, Pt(10.5)
    heading = document.styles["Heading 1"]
    heading.font.name, heading.font.size = font, Pt(12.5)
    heading.font.color.rgb = RGBColor(0x1F, 0x3A, 0x5F)
    heading.paragraph_format.space_before = Pt(11)
    heading.paragraph_format.space_after = Pt(4)
    fonts = heading.element.rPr.rFonts
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    _rule_below(heading.element.get_or_add_pPr())
    document.core_properties.created = document.core_properties.modified = EPOCH
    return document


def _rule_below(properties: Any) -> None:
    borders = OxmlElement("w:pBdr")
    bottom = OxmlElement("w:bottom")
    for name, value in (("val", "single"), ("sz", "6"), ("space", "1"), ("color", "8A97A8")):
        bottom.set(qn(f"w:{name}"), value)
    borders.append(bottom)
    properties.append(borders)


def _run(
    paragraph: Paragraph,
    text: str,
    *,
    size: float | None = None,
    bold: bool = False,
    italic: bool = False,
    colour: RGBColor | None = None,
) -> None:
    run = paragraph.add_run(text)
    run.bold, run.italic = bold, italic
    if size is not None:
        run.font.size = Pt(size)
    if colour is not None:
        run.font.color.rgb = colour
