"""ReportLab: "reportlab_table" (a ruled table) and "reportlab_pages" (two pages, footer)."""

from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_RIGHT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    Flowable,
    HRFlowable,
    KeepTogether,
    Paragraph,
    SimpleDocTemplate,
    Spacer,
    Table,
    TableStyle,
)

INK, GREY, ACCENT = HexColor("#1d232b"), HexColor("#5a626e"), HexColor("#14507a")
FRAME_PADDING = 6
WIDTH = A4[0] - 36 * mm - 2 * FRAME_PADDING


class _Styles:
    """Paragraph styles of one layout."""

    def __init__(self, layout: str) -> None:
        serif = layout == "reportlab_pages"
        regular, bold = ("Times-Roman", "Times-Bold") if serif else ("Helvetica", "Helvetica-Bold")
        size = 12 if serif else 9.6
        self.body = ParagraphStyle("body", fontName=regular, fontSize=size, leading=size * 1.42)
        self.bold = ParagraphStyle("bold", parent=self.body, fontName=bold)
        self.grey = ParagraphStyle("grey", parent=self.body, textColor=GREY)
        self.right = ParagraphStyle("right", parent=self.grey, alignment=TA_RIGHT)
        self.bullet = ParagraphStyle(
            "bullet", parent=self.body, leftIndent=12, bulletIndent=2, spaceAfter=2.5
        )
        self.name = ParagraphStyle("name", fontName=bold, fontSize=22, leading=27, textColor=INK)
        self.head = ParagraphStyle(
            "head", fontName=bold, fontSize=size + 2, leading=16, textColor=ACCENT, spaceBefore=11
        )


def render(layout: str, view: dict[str, Any], target: Path) -> None:
    """Write ``view`` to ``target`` as PDF."""
    person = view["person"]
    styles = _Styles(layout)
    story: list[Flowable] = _header(person, styles)
    for section in view["main"]:
        story += _section(layout, section, styles)

    def footer(canvas: Canvas, document: SimpleDocTemplate) -> None:
        if layout == "reportlab_pages":
            canvas.setFont("Times-Italic", 9)
            canvas.setFillColor(GREY)
            canvas.drawCentredString(
                A4[0] / 2, 10 * mm, f"{person['name']} – page {document.page} of 2"
            )

    SimpleDocTemplate(
        str(target),
        pagesize=A4,
        leftMargin=18 * mm,
        rightMargin=18 * mm,
        topMargin=15 * mm,
        bottomMargin=17 * mm,
        title=f"{person['name']} – CV",
        author=person["name"],
        invariant=1,
    ).build(story, onFirstPage=footer, onLaterPages=footer)


def _text(text: str, style: ParagraphStyle, bullet: str | None = None) -> Paragraph:
    return Paragraph(escape(text), style, bulletText=bullet)


def _header(person: dict[str, Any], styles: _Styles) -> list[Flowable]:
    contact = [person["location"], person["phone_shown"], person["email"]]
    contact += [link["shown"] for link in person["links"]]
    return [
        _text(person["name"], styles.name),
        _text(person["headline"], styles.grey),
        _text("  •  ".join(contact), styles.body),
    ]


def _two_ends(left: str, right: str, styles: _Styles) -> Table:
    cells = [[_text(left, styles.bold), _text(right, styles.right)]]
    table = Table(cells, colWidths=[WIDTH - 52 * mm, 52 * mm])
    table.setStyle(
        TableStyle(
            [
                ("LEFTPADDING", (0, 0), (-1, -1), 0),
                ("RIGHTPADDING", (0, 0), (-1, -1), 0),
                ("TOPPADDING", (0, 0), (-1, -1), 4),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ]
        )
    )
    return table


def _ruled(rows: list[list[Paragraph]], widths: list[float]) -> Table:
    table = Table(rows, colWidths=widths)
    table.setStyle(
        TableStyle(
            [
                ("GRID", (0, 0), (-1, -1), 0.5, HexColor("#b6c0cb")),
                ("BACKGROUND", (0, 0), (0, -1), HexColor("#eef3f7")),
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
                ("TOPPADDING", (0, 0), (-1, -1), 3.5),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 4.5),
            ]
        )
    )
    return table


def _section(layout: str, section: dict[str, Any], styles: _Styles) -> list[Flowable]:
    head: list[Flowable] = [
        _text(section["title"], styles.head),
        HRFlowable(width="100%", thickness=0.8, color=ACCENT, spaceBefore=1, spaceAfter=4),
    ]
    kind = section["kind"]
    if kind == "experience":
        blocks = [_job(entry, styles) for entry in section["entries"]]
    elif kind == "education":
        blocks = [_degree(entry, styles) for entry in section["entries"]]
    elif kind == "skills":
        blocks = [_skills(layout, section["groups"], styles)]
    elif kind == "certifications":
        blocks = [_certifications(layout, section["entries"], styles)]
    elif kind == "text":
        blocks = [[_text(section["text"], styles.body)]]
    else:
        bullet = "•" if len(section["lines"]) > 1 else None
        style = styles.bullet if bullet else styles.body
        blocks = [[_text(line, style, bullet) for line in section["lines"]]]
    return [KeepTogether([*head, *blocks[0]]), *(KeepTogether(block) for block in blocks[1:])]


def _job(entry: dict[str, Any], styles: _Styles) -> list[Flowable]:
    return [
        _two_ends(f"{entry['role']}, {entry['company']}", entry["dates"], styles),
        _text(entry["place"], styles.grey),
        Spacer(1, 2),
        *(_text(bullet, styles.bullet, "•") for bullet in entry["bullets"]),
        Spacer(1, 4),
    ]


def _degree(entry: dict[str, Any], styles: _Styles) -> list[Flowable]:
    place = f", {entry['place']}" if entry["place"] else ""
    return [
        _two_ends(entry["degree"], entry["dates"], styles),
        _text(f"{entry['institution']}{place}", styles.grey),
        Spacer(1, 3),
    ]


def _skills(layout: str, groups: list[dict[str, Any]], styles: _Styles) -> list[Flowable]:
    if layout == "reportlab_table":
        rows = [
            [_text(group["group"], styles.bold), _text(", ".join(group["items"]), styles.body)]
            for group in groups
        ]
        return [_ruled(rows, [34 * mm, WIDTH - 34 * mm])]
    return [
        Paragraph(f"<b>{escape(g['group'])}:</b> {escape(', '.join(g['items']))}", styles.body)
        for g in groups
    ]


def _certifications(layout: str, entries: list[dict[str, Any]], styles: _Styles) -> list[Flowable]:
    if layout == "reportlab_table":
        keys = ("date", "name", "issuer")
        rows = [[_text(entry[key], styles.body) for key in keys] for entry in entries]
        return [_ruled(rows, [24 * mm, 66 * mm, WIDTH - 90 * mm])]
    return [
        _text(f"{entry['name']}, {entry['issuer']} ({entry['date']})", styles.body)
        for entry in entries
    ]
