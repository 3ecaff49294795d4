from typing import Any

import pymupdf
import pytest

from app.engine.documents.errors import NoText
from app.engine.documents.read import read_document
from tests.engine.documents.pdfs import Draw, pdf, write

WHITE, BLACK = (1, 1, 1), (0, 0, 0)


def white_on_white(page: Any) -> None:
    write(page, 72, 100, "Kubernetes", color=WHITE)


def nearly_white(page: Any) -> None:
    write(page, 72, 100, "Kubernetes", color=(0.99, 0.99, 0.99))


def on_its_own_color(page: Any) -> None:
    page.draw_rect((60, 80, 300, 120), fill=(0.1, 0.2, 0.5), color=None)
    write(page, 72, 100, "Kubernetes", color=(0.1, 0.2, 0.5))


def tiny(page: Any) -> None:
    write(page, 72, 100, "Kubernetes", fontsize=1)


def off_the_page(page: Any) -> None:
    write(page, 72, -40, "Kubernetes")
    write(page, 900, 100, "Kubernetes")


def invisible_mode(page: Any) -> None:
    write(page, 72, 100, "Kubernetes", render_mode=3)


def transparent(page: Any) -> None:
    write(page, 72, 100, "Kubernetes", fill_opacity=0.01)


def covered(page: Any) -> None:
    write(page, 72, 100, "Kubernetes")
    page.draw_rect((60, 80, 300, 120), fill=WHITE, color=None)


def white_through_a_black_line(page: Any) -> None:
    write(page, 72, 100, "Kubernetes", color=WHITE)
    page.draw_line((60, 97), (300, 97), color=BLACK)


@pytest.mark.parametrize(
    "trick",
    [
        white_on_white,
        nearly_white,
        on_its_own_color,
        tiny,
        off_the_page,
        invisible_mode,
        transparent,
        covered,
        white_through_a_black_line,
    ],
)
def test_text_that_cannot_be_seen_is_left_out_and_flagged(trick: Draw) -> None:
    def draw(page: Any) -> None:
        trick(page)
        write(page, 72, 300, "Ada Lovelace")

    document = read_document(pdf(draw), "resume.pdf")

    assert document.text == "Ada Lovelace"
    assert [flag.code for flag in document.flags] == ["hidden_text"]


def white_on_black(page: Any) -> None:
    page.draw_rect((60, 80, 300, 120), fill=BLACK, color=None)
    write(page, 72, 100, "Kubernetes", color=WHITE)


def light_grey(page: Any) -> None:
    write(page, 72, 100, "Kubernetes", color=(0.8, 0.8, 0.8), fontsize=8)


def small_print(page: Any) -> None:
    write(page, 72, 100, "Kubernetes", fontsize=4)


def same_green(page: Any) -> None:
    """A colour that differs from its background in red alone."""
    page.draw_rect((60, 80, 300, 120), fill=(0, 0.4, 0.4), color=None)
    write(page, 72, 100, "Kubernetes", color=(0.6, 0.4, 0.4))


def between_rules(page: Any) -> None:
    for y in (90, 103):
        page.draw_line((60, y), (300, y), color=BLACK)
    write(page, 72, 100, "Kubernetes")


@pytest.mark.parametrize(
    "drawn", [white_on_black, light_grey, small_print, same_green, between_rules]
)
def test_text_that_can_be_seen_is_kept(drawn: Draw) -> None:
    document = read_document(pdf(drawn), "resume.pdf")

    assert document.text == "Kubernetes"
    assert document.flags == ()


def outlined(page: Any, drawn: str, laid_over: str) -> None:
    """What a browser prints for a bold font it lacks: outlines, and transparent text over them."""
    with pymupdf.open(stream=pdf(lambda p: write(p, 72, 100, drawn, render_mode=2))) as text:
        svg = text[0].get_svg_image(text_as_path=True).encode()
    with pymupdf.open(stream=svg, filetype="svg") as shapes:
        outlines = shapes.convert_to_pdf()
    with pymupdf.open(stream=outlines, filetype="pdf") as shapes:
        page.show_pdf_page(page.rect, shapes)
    write(page, 72, 100, laid_over, fill_opacity=0)


def test_transparent_text_over_its_own_outlines_is_read_and_bold() -> None:
    document = read_document(
        pdf(lambda page: outlined(page, "Kubernetes", "Kubernetes")), "resume.pdf"
    )

    (line,) = document.lines
    assert (line.text, line.bold) == ("Kubernetes", True)
    assert document.flags == ()


def test_transparent_text_over_other_outlines_is_left_out() -> None:
    def draw(page: Any) -> None:
        outlined(page, "Gardening", "Kubernetes")
        write(page, 72, 300, "Ada Lovelace")

    document = read_document(pdf(draw), "resume.pdf")

    assert document.text == "Ada Lovelace"
    assert [flag.code for flag in document.flags] == ["hidden_text"]


def test_the_flag_counts_the_words() -> None:
    def draw(page: Any) -> None:
        write(page, 72, 100, "Python Java Go", color=WHITE)
        write(page, 72, 300, "Ada Lovelace")

    (flag,) = read_document(pdf(draw), "resume.pdf").flags

    assert flag.detail.startswith("3 words")
    assert flag.line is None


def test_a_scan_whose_only_text_is_invisible_has_no_text() -> None:
    def draw(page: Any) -> None:
        picture = pymupdf.Pixmap(pymupdf.csRGB, pymupdf.IRect(0, 0, 100, 100), 0)
        picture.clear_with(200)
        page.insert_image(page.rect, pixmap=picture)
        invisible_mode(page)

    with pytest.raises(NoText, match="invisible"):
        read_document(pdf(draw), "scan.pdf")


def test_text_that_replaces_what_is_drawn_is_not_read() -> None:
    """A marked passage may claim to say something else than its letters do."""

    def draw(page: Any) -> None:
        write(page, 72, 100, "Ada")

    with pymupdf.open(stream=pdf(draw), filetype="pdf") as document:
        page = document[0]
        (stream,) = page.get_contents()
        content = document.xref_stream(stream)
        marked = b"/Span <</ActualText (Kubernetes)>> BDC\n" + content + b"\nEMC"
        document.update_stream(stream, marked)
        data = bytes(document.tobytes())

    assert read_document(data, "resume.pdf").text == "Ada"
