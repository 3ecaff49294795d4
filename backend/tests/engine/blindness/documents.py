"""The same resume as a PDF, as a Word document and as text, with the photo where there is one."""

import html
import io

import pymupdf
from docx import Document
from docx.shared import Mm

from tests.engine.blindness.people import Blank, Identity

CSS = "body {font-family: sans-serif; font-size: 10pt} h1 {font-size: 18pt} h2 {font-size: 13pt}"
PAGE = pymupdf.paper_rect("a4")
INSIDE = pymupdf.Rect(50, 50, PAGE.width - 50, PAGE.height - 50)
CORNER = pymupdf.Rect(460, 40, 540, 130)


def _contact(who: Identity) -> list[str]:
    lines = [who.place, who.email, who.phone]
    return [*lines, who.personal] if who.personal else lines


def portrait(colour: tuple[float, float, float]) -> bytes:
    """A face of one colour, as PNG."""
    with pymupdf.open() as drawing:
        page = drawing.new_page(width=80, height=90)
        page.draw_circle((40, 35), 22, color=colour, fill=colour)
        page.draw_rect(pymupdf.Rect(15, 62, 65, 90), color=colour, fill=colour)
        return bytes(page.get_pixmap().tobytes("png"))


def text(blank: Blank, who: Identity) -> bytes:
    """Plain text; a photo has no place in it."""
    rows = [who.name, blank.headline, *_contact(who)]
    for heading, body in blank.filled(who):
        rows += ["", heading.upper(), *body]
    return ("\n".join(rows) + "\n").encode()


def docx(blank: Blank, who: Identity) -> bytes:
    """A Word document with styles of headings."""
    document = Document()
    document.add_heading(who.name, level=0)
    if who.photo:
        document.add_picture(io.BytesIO(portrait(who.photo)), width=Mm(25))
    for line in (blank.headline, *_contact(who)):
        document.add_paragraph(line)
    for heading, body in blank.filled(who):
        document.add_heading(heading, level=1)
        for row in body:
            if row.startswith("- "):
                document.add_paragraph(row[2:], style="List Bullet")
            else:
                document.add_paragraph(row)
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def pdf(blank: Blank, who: Identity) -> bytes:
    """One page of HTML set by MuPDF."""
    parts = [f"<h1>{html.escape(who.name)}</h1>", f"<p><b>{blank.headline}</b></p>"]
    parts += [f"<p>{html.escape(line)}</p>" for line in _contact(who)]
    for heading, body in blank.filled(who):
        parts.append(f"<h2>{heading}</h2>")
        parts += [f"<p>{html.escape(row)}</p>" for row in body]
    written = io.BytesIO()
    writer = pymupdf.DocumentWriter(written)
    story = pymupdf.Story("".join(parts), user_css=CSS)
    more = 1
    while more:
        device = writer.begin_page(PAGE)
        more, _ = story.place(INSIDE)
        story.draw(device)
        writer.end_page()
    writer.close()
    if who.photo is None:
        return written.getvalue()
    with pymupdf.open("pdf", written.getvalue()) as document:
        document[0].insert_image(CORNER, stream=portrait(who.photo))
        return bytes(document.tobytes())


FORMATS = {"txt": text, "docx": docx, "pdf": pdf}
