"""Bytes of an uploaded file to a document: the one entrance."""

from app.engine.documents.json_lines import read_json_resume
from app.engine.documents.kinds import media_kind
from app.engine.documents.limits import DEFAULT_LIMITS, ReadingLimits
from app.engine.documents.model import Document
from app.engine.documents.pdf import read_pdf
from app.engine.documents.plain import read_plain
from app.engine.documents.wordprocessing import read_docx


def read_document(data: bytes, filename: str, limits: ReadingLimits = DEFAULT_LIMITS) -> Document:
    """Read a PDF, DOCX, JSON Resume or plain text; ``filename`` counts for its ending only.

    Lines come in reading order and are numbered from 1. Wide white space within a line (before a
    date at the right margin, between the cells of a table row) is one tab; an item of a list
    starts with ``• ``. Raises a :class:`~app.engine.documents.errors.DocumentError` whose message
    tells the owner what to do.
    """
    kind = media_kind(data, filename, limits)
    if kind == "pdf":
        return read_pdf(data, limits)
    if kind == "docx":
        return read_docx(data, limits)
    if kind == "json":
        return read_json_resume(data, limits)
    return read_plain(data, limits)
