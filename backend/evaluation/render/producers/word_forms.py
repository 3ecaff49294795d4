"""Word documents of the corpus: "docx_direct", and what LibreOffice prints for the others.

All formatting is direct, as many people's own documents have it: no heading styles.
"""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.table import _Cell
from docx.text.paragraph import Paragraph
from photo import portrait_png

LAYOUTS = {"docx_direct", "word_sidebar", "word_tabs"}
FONTS = {
    "docx_direct": ("Cambria", "Arial", "Calibri"),
    "word_sidebar": ("Carlito", "Liberation Sans"),
    "word_tabs": ("Liberation Serif", "Carlito", "Caladea"),
}
MARKS = ("➢", "✓", "▪")
EPOCH = datetime(2026, 11, 1, tzinfo=UTC)
GREY = RGBColor(0x59, 0x5F, 0x69)
SIDE = 62


def render(layout: str, view: dict[str, Any], target: Path) -> None:
    """Write ``view`` to ``target`` as DOCX."""
    document = Document()
    page = document.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    margin = 10 if layout == "word_sidebar" else 20
    page.left_margin = page.right_margin = Mm(margin)
    page.top_margin = page.bottom_margin = Mm(15 if layout != "word_sidebar" else 10)
    fonts = FONTS[layout]
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = fonts[view["variant"] % len(fonts)], Pt(10.5)
    properties = document.core_properties
    properties.title = properties.author = view["person"]["name"]
    properties.created = properties.modified = EPOCH
    if layout == "word_sidebar":
        _sidebar_page(document, view)
    else:
        width = 210 - 2 * margin
        writer = _Writer(layout, view, document, width)
        writer.header()
        for section in view["main"]:
            writer.section(section)
    document.save(str(target))


def _sidebar_page(document: Any, view: dict[str, Any]) -> None:
    """A table of one row across the page, its left cell shaded."""
    table = document.add_table(rows=1, cols=2)
    table.autofit = False
    left, right = table.rows[0].cells
    for column, cell, width in zip(table.columns, (left, right), (SIDE, 190 - SIDE), strict=True):
        column.width = cell.width = Mm(width)
    shade = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", "E4EAF0")):
        shade.set(qn(f"w:{name}"), value)
    left._tc.get_or_add_tcPr().append(shade)  # noqa: SLF001 - python-docx has no shading
    aside = _Writer("word_sidebar", view, left, SIDE - 4)
    if view["photo"]:
        aside.line().add_run().add_picture(portrait_png(view["tone"], view["variant"]), Mm(28))
    for section in view["sidebar"]:
        aside.section(section)
    main = _Writer("word_sidebar", view, right, 190 - SIDE - 4)
    main.header()
    for section in view["main"]:
        main.section(section)
    for cell in (left, right):
        empty = cell.paragraphs[0]._p  # noqa: SLF001 - a new cell starts with an empty paragraph
        empty.getparent().remove(empty)


class _Writer:
    """Adds paragraphs to a document or to a cell."""

    def __init__(self, layout: str, view: dict[str, Any], place: Any, width: float) -> None:
        self.layout, self.view, self.place, self.width = layout, view, place, width
        self.tone = RGBColor.from_string(view["tone"].removeprefix("#").upper())
        self.mark = MARKS[view["variant"] % len(MARKS)]

    def line(self, *runs: tuple[str, str], after: float = 2, before: float = 0) -> Paragraph:
        """A paragraph of (text, style) runs; style letters: b bold, i italic, g grey, t tone."""
        paragraph: Paragraph = self.place.add_paragraph()
        paragraph.paragraph_format.space_after = Pt(after)
        paragraph.paragraph_format.space_before = Pt(before)
        for text, style in runs:
            run = paragraph.add_run(text)
            run.bold, run.italic = "b" in style, "i" in style
            if "g" in style or "t" in style:
                run.font.color.rgb = GREY if "g" in style else self.tone
        return paragraph

    def ends(self, left: str, right: str, style: str, after: float = 0, before: float = 0) -> None:
        """A line whose right part stands at a tab stop at the right edge."""
        runs = [(left, style), (f"\t{right}", style.replace("b", ""))] if right else [(left, style)]
        line = self.line(*runs, after=after, before=before)
        line.paragraph_format.tab_stops.add_tab_stop(Mm(self.width), WD_TAB_ALIGNMENT.RIGHT)
        line.paragraph_format.keep_with_next = True

    def bullets(self, items: list[str]) -> None:
        """A line for each item, its mark typed and followed by a tab."""
        for item in items:
            line = self.line((f"{self.mark}\t{item}", ""), after=1.5)
            line.paragraph_format.left_indent = Mm(6)
            line.paragraph_format.first_line_indent = Mm(-6)
            line.paragraph_format.tab_stops.add_tab_stop(Mm(6))

    def header(self) -> None:
        """Name, headline, and the contact where no sidebar holds it."""
        person = self.view["person"]
        name = self.line((person["name"], "bt"), after=0)
        name.runs[0].font.size = Pt(22)
        if person["headline"]:
            self.line((person["headline"], "g")).runs[0].font.size = Pt(12)
        shown = [line["shown"] for line in person["lines"]]
        if self.layout == "word_tabs":
            for index in range(0, len(shown), 2):
                self.ends(shown[index], "".join(shown[index + 1 : index + 2]), "")
        elif self.layout == "docx_direct":
            self.line((" ● ".join(shown), ""))

    def section(self, section: dict[str, Any]) -> None:
        """A heading in bold capitals and its content."""
        if section["title"]:
            title = self.line((section["title"].upper(), "bt"), before=9, after=3)
            title.paragraph_format.keep_with_next = True
            title.runs[0].font.size = Pt(11.5)
            if self.layout == "word_tabs":
                title.runs[0].underline = True
        content = {
            "text": self.text,
            "contact": self.contact,
            "skills": self.skills,
            "experience": self.experience,
            "projects": self.projects,
            "education": self.education,
            "certifications": self.certifications,
            "languages": self.languages,
            "lines": self.lines,
        }
        content[section["kind"]](section)

    def text(self, section: dict[str, Any]) -> None:
        """One paragraph."""
        self.line((section["text"], ""))

    def lines(self, section: dict[str, Any]) -> None:
        """Lines of a section of the person's own."""
        if len(section["lines"]) > 1:
            self.bullets(section["lines"])
        else:
            self.line((section["lines"][0], ""))

    def contact(self, section: dict[str, Any]) -> None:  # noqa: ARG002 - its content is the person
        """A line for each way to reach the person."""
        for line in self.view["person"]["lines"]:
            self.line((line["shown"], ""), after=1)

    def skills(self, section: dict[str, Any]) -> None:
        """A table of groups, or a line for each group or skill."""
        groups = section["groups"]
        if self.layout == "docx_direct":
            table = self.place.add_table(rows=0, cols=2, style="Table Grid")
            table.autofit = False
            for group in groups:
                cells = table.add_row().cells
                _fill(cells[0], group["group"], 45, bold=True)
                _fill(cells[1], ", ".join(group["items"]), self.width - 45)
            table.columns[0].width, table.columns[1].width = Mm(45), Mm(self.width - 45)
        elif self.layout == "word_tabs":
            for group in groups:
                label = [(f"{group['group']}: ", "b")] if group["group"] else []
                self.line(*label, (", ".join(group["items"]), ""))
        else:
            for group in groups:
                if group["group"]:
                    self.line((group["group"], "bg"), before=3, after=1)
                for item in group["items"]:
                    self.line((f"▪ {item}", ""), after=0)

    def experience(self, section: dict[str, Any]) -> None:
        """Company and place, then role and dates; the company once for roles in a row."""
        company = None
        for entry in section["entries"]:
            if self.layout == "word_tabs":
                if (entry["company"], entry["place"]) != company:
                    self.ends(entry["company"], entry["place"], "b", before=5)
                company = (entry["company"], entry["place"])
                self.ends(entry["role"], entry["dates"], "i", after=2)
            elif self.layout == "docx_direct":
                self.ends(f"{entry['role']} – {entry['company']}", entry["dates"], "b", before=5)
                if entry["place"]:
                    self.line((entry["place"], "ig"))
            else:
                self.line((entry["role"], "b"), before=4, after=0)
                self.line((_joined(entry["company"], entry["place"]), ""), after=0)
                self.line((entry["dates"], "ig"))
            if entry["text"]:
                self.line((entry["text"], ""))
            self.bullets(entry["bullets"])
            for project in entry["projects"]:
                self.project(project)

    def projects(self, section: dict[str, Any]) -> None:
        """Each project with its tools and address."""
        for entry in section["entries"]:
            self.project(entry)

    def project(self, entry: dict[str, Any]) -> None:
        """Title and dates, tools and address, then what it does."""
        if self.layout == "word_sidebar":
            self.line((entry["title"], "b"), (f"  {entry['dates']}", "g"), before=3, after=0)
        else:
            self.ends(entry["title"], entry["dates"], "b", before=3)
        extra = _joined(entry["tech"], entry["url"], by=" | ")
        if extra:
            self.line((extra, "i"))
        self.bullets(entry["bullets"])

    def education(self, section: dict[str, Any]) -> None:
        """Degree and dates, or institution and place first."""
        for entry in section["entries"]:
            if self.layout == "word_tabs":
                self.ends(entry["institution"], entry["place"], "b", before=3)
                self.ends(entry["degree"], entry["dates"], "i")
            elif self.layout == "docx_direct":
                self.ends(entry["degree"], entry["dates"], "b", before=3)
                self.line((_joined(entry["institution"], entry["place"]), ""), after=0)
            else:
                self.line((entry["degree"], "b"), before=3, after=0)
                self.line((_joined(entry["institution"], entry["place"]), ""), after=0)
                self.line((entry["dates"], "g"), after=1)
            for key in ("grade", "detail"):
                if entry[key]:
                    self.line((entry[key], ""), after=1)

    def certifications(self, section: dict[str, Any]) -> None:
        """A line each."""
        for entry in section["entries"]:
            if self.layout == "word_sidebar":
                rest = _joined("", entry["issuer"], entry["date"])
                self.line((entry["name"], "b"), (f", {rest}" if rest else "", ""))
            else:
                self.ends(_joined(entry["name"], entry["issuer"]), entry["date"], "")

    def languages(self, section: dict[str, Any]) -> None:
        """All on one line, or a line each in a sidebar."""
        shown = [_joined(e["name"], e["level"], by=" – ") for e in section["entries"]]
        for line in shown if self.layout == "word_sidebar" else [" | ".join(shown)]:
            self.line((line, ""), after=1)


def _fill(cell: _Cell, text: str, width: float, *, bold: bool = False) -> None:
    cell.width = Mm(width)
    cell.paragraphs[0].add_run(text).bold = bold
    cell.paragraphs[0].paragraph_format.space_after = Pt(1)


def _joined(*parts: str, by: str = ", ") -> str:
    return by.join(part for part in parts if part)
