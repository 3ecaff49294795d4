"""PDFs made in code: each function gives the bytes of one small document."""

import io
from collections.abc import Callable
from typing import Any

import pikepdf
import pymupdf

WIDTH, HEIGHT = 595, 842
Draw = Callable[[Any], None]


def pdf(*draws: Draw) -> bytes:
    """One page for each function, which draws on it."""
    with pymupdf.open() as document:
        for draw in draws:
            draw(document.new_page(width=WIDTH, height=HEIGHT))
        return bytes(document.tobytes())


def write(page: Any, x: float, y: float, text: str, **style: Any) -> None:
    """Put text on a baseline."""
    page.insert_text((x, y), text, **{"fontsize": 10, "fontname": "helv", **style})


def write_right(page: Any, right: float, y: float, text: str, size: float = 10) -> None:
    """Put text on a baseline so that it ends at ``right``."""
    width = pymupdf.get_text_length(text, fontname="helv", fontsize=size)
    write(page, right - width, y, text, fontsize=size)


def paragraph(page: Any, x: float, y: float, lines: list[str], leading: float = 12) -> None:
    """Put lines under one another."""
    for index, line in enumerate(lines):
        write(page, x, y + index * leading, line)


def simple() -> bytes:
    """One line of text."""
    return pdf(lambda page: write(page, 72, 72, "Ada Lovelace"))


def changed(change: Callable[[pikepdf.Pdf], None], **save: Any) -> bytes:
    """The simple document after ``change``."""
    with pikepdf.open(io.BytesIO(simple())) as document:
        change(document)
        out = io.BytesIO()
        document.save(out, **save)
        return out.getvalue()
