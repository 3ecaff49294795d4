"""ReportLab: the layout "reportlab_form", where dates stand in brackets below the company."""

from io import BytesIO
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4, LETTER
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import registerFont, registerFontFamily
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, KeepTogether, Paragraph, SimpleDocTemplate, Spacer

FONTS = Path("/usr/share/fonts/truetype")
FACES = (
    ("Carlito", FONTS / "crosextra" / "Carlito"),
    ("LiberationSerif", FONTS / "liberation" / "LiberationSerif"),
)
CUTS = ("Bold", "Italic", "BoldItalic")
MARKERS = ("•", "–", "■")


def render(layout: str, view: dict[str, Any], target: Path) -> None:  # noqa: ARG001 - one layout
    """Write ``view`` to ``target`` as PDF."""
    pages = _build(view, BytesIO(), 0)
    _build(view, str(target), pages)


def _build(view: dict[str, Any], target: str | BytesIO, pages: int) -> int:
    """Write the resume with ``pages`` as their number in the footer; return the true number."""
    writer = _Writer(view)
    name = view["person"]["name"]
    size = (A4, LETTER)[view["variant"] % 2]

    def footer(canvas: Canvas, document: SimpleDocTemplate) -> None:
        canvas.setFont(writer.face, 8.5)
        canvas.setFillGray(0.4)
        canvas.line(20 * mm, 15 * mm, size[0] - 20 * mm, 15 * mm)
        canvas.drawString(20 * mm, 10.5 * mm, name)
        canvas.drawRightString(size[0] - 20 * mm, 10.5 * mm, f"{document.page} / {pages}")

    document = SimpleDocTemplate(
        target,
        pagesize=size,
        leftMargin=18 * mm,
        rightMargin=18 * mm,
        topMargin=14 * mm,
        bottomMargin=18 * mm,
        title=name,
        author=name,
        invariant=1,
    )
    document.build(writer.story(), onFirstPage=footer, onLaterPages=footer)
    return int(document.page)


class _Writer:
    """Turns the sections of one resume into paragraphs."""

    def __init__(self, view: dict[str, Any]) -> None:
        self.view = view
        self.face, path = FACES[view["variant"] % 2]
        for cut in CUTS:
            registerFont(TTFont(f"{self.face}-{cut}", f"{path}-{cut}.ttf"))
        registerFont(TTFont(self.face, f"{path}-Regular.ttf"))
        registerFontFamily(self.face, self.face, *(f"{self.face}-{cut}" for cut in CUTS))
        tone, size = HexColor(view["tone"]), 10
        self.body = ParagraphStyle("body", fontName=self.face, fontSize=size, leading=13.4)
        self.dates = ParagraphStyle("dates", parent=self.body, textColor=HexColor("#555555"))
        self.bullet = ParagraphStyle("bullet", parent=self.body, leftIndent=13, bulletIndent=3)
        self.inner = ParagraphStyle("inner", parent=self.body, leftIndent=13)
        self.name = ParagraphStyle(
            "name", fontName=f"{self.face}-Bold", fontSize=21, leading=26, textColor=tone
        )
        self.head = ParagraphStyle(
            "head",
            fontName=f"{self.face}-Bold",
            fontSize=11.5,
            leading=15,
            spaceBefore=10,
            spaceAfter=3,
            borderWidth=0,
            borderPadding=(1.5, 4, 2.5, 4),
            backColor=HexColor("#e9edf1"),
            textColor=tone,
        )

    def story(self) -> list[Flowable]:
        """All paragraphs, headings kept with what follows."""
        person = self.view["person"]
        story: list[Flowable] = [Paragraph(escape(person["name"]), self.name)]
        if person["headline"]:
            story.append(self.rich(f"<i>{escape(person['headline'])}</i>"))
        story.append(self.rich("<br/>".join(escape(line["shown"]) for line in person["lines"])))
        for section in self.view["main"]:
            blocks = self.blocks(section)
            title = Paragraph(escape(section["title"]), self.head)
            story.append(KeepTogether([title, *blocks[0]]))
            story += (KeepTogether(block) for block in blocks[1:])
        return story

    def rich(self, markup: str, style: ParagraphStyle | None = None) -> Paragraph:
        """A paragraph of escaped text with tags."""
        return Paragraph(markup, style or self.body)

    def bullets(self, lines: list[str]) -> list[Flowable]:
        """A paragraph with a mark for each line."""
        mark = MARKERS[self.view["variant"] % len(MARKERS)]
        return [Paragraph(escape(line), self.bullet, bulletText=mark) for line in lines]

    def blocks(self, section: dict[str, Any]) -> list[list[Flowable]]:
        """The content of a section in parts that no page break divides."""
        kind = section["kind"]
        if kind == "text":
            return [[self.rich(escape(section["text"]))]]
        if kind == "skills":
            return [[self.rich(_group(group)) for group in section["groups"]]]
        if kind == "lines":
            return [self.bullets(section["lines"])]
        if kind == "languages":
            shown = (_joined(e["name"], e["level"], by=": ") for e in section["entries"])
            return [[self.rich("<br/>".join(shown))]]
        writers = {
            "experience": self.job,
            "projects": self.project,
            "education": self.degree,
            "certifications": self.certificate,
        }
        return [writers[kind](entry) for entry in section["entries"]]

    def job(self, entry: dict[str, Any]) -> list[Flowable]:
        """Company and title in bold, dates and place in brackets, then what was done."""
        block: list[Flowable] = [
            self.rich(f"<b>{_joined(entry['company'], entry['role'])}</b>"),
            self.rich(f"[{_joined(entry['dates'], entry['place'])}]", self.dates),
        ]
        if entry["text"]:
            block.append(self.rich(escape(entry["text"])))
        block += self.bullets(entry["bullets"])
        for project in entry["projects"]:
            block += [self.rich(_project_title(project), self.inner)]
            block += self.bullets(project["bullets"])
        return [*block, Spacer(1, 5)]

    def project(self, entry: dict[str, Any]) -> list[Flowable]:
        """Title and tools, then what it does."""
        return [self.rich(_project_title(entry)), *self.bullets(entry["bullets"]), Spacer(1, 4)]

    def degree(self, entry: dict[str, Any]) -> list[Flowable]:
        """Institution and degree in bold, dates in brackets, then grade and detail."""
        block: list[Flowable] = [
            self.rich(f"<b>{_joined(entry['institution'], entry['degree'])}</b>"),
            self.rich(f"[{_joined(entry['dates'], entry['place'])}]", self.dates),
        ]
        block += (self.rich(escape(entry[key])) for key in ("grade", "detail") if entry[key])
        return [*block, Spacer(1, 4)]

    def certificate(self, entry: dict[str, Any]) -> list[Flowable]:
        """Name, issuer and date on one line."""
        return [self.rich(_joined(entry["name"], entry["issuer"], entry["date"]))]


def _joined(*parts: str, by: str = ", ") -> str:
    return escape(by.join(part for part in parts if part))


def _group(group: dict[str, Any]) -> str:
    label = f"<b>{escape(group['group'])}:</b> " if group["group"] else ""
    return label + escape("; ".join(group["items"]))


def _project_title(entry: dict[str, Any]) -> str:
    extra = _joined(entry["tech"], entry["dates"], entry["url"])
    return f"<b>{escape(entry['title'])}</b>" + (f" ({extra})" if extra else "")
