"""What kind of file it is: its name and its first bytes have to agree."""

from pathlib import PurePosixPath
from typing import Literal

from app.engine.documents.errors import (
    EmptyFile,
    EncryptedDocument,
    FileTooLarge,
    UnsupportedType,
)
from app.engine.documents.json_resume import parse
from app.engine.documents.limits import MEGABYTE, ReadingLimits

MediaKind = Literal["pdf", "docx", "text", "json"]

_KINDS: dict[str, MediaKind] = {
    ".pdf": "pdf",
    ".docx": "docx",
    ".txt": "text",
    ".text": "text",
    ".md": "text",
    ".json": "json",
}
_PDF_MAGIC = b"%PDF-"
_ZIP_MAGIC = b"PK\x03\x04"
_OLE_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLE_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_LEADING = b"\xef\xbb\xbf \t\r\n\x00"


def media_kind(data: bytes, filename: str, limits: ReadingLimits) -> MediaKind:
    """The kind of file, where its name and its first bytes agree.

    JSON has no first bytes of its own: it is parsed, and has to be a JSON Resume, or
    :class:`BrokenDocument` or :class:`TooManyPages` say why not.

    Raises :class:`EmptyFile`, :class:`FileTooLarge`, :class:`EncryptedDocument` (an encrypted Word
    file shows by its first bytes) or :class:`UnsupportedType`.
    """
    if not data.strip(_LEADING):
        raise EmptyFile("The file is empty. Upload the document itself.")
    if len(data) > limits.max_bytes:
        raise FileTooLarge(
            f"The file has {len(data) / MEGABYTE:.1f} MB; the limit is "
            f"{limits.max_bytes / MEGABYTE:g} MB. Export it with smaller images."
        )
    named = _KINDS.get(PurePosixPath(filename.replace("\\", "/")).suffix.lower())
    found = _kind_of_bytes(data)
    if named is None:
        raise UnsupportedType(
            "Only PDF, DOCX, plain text (.txt) and JSON Resume (.json) are read. Export it as PDF."
        )
    if named == "json" and found == "text":
        parse(data, limits)
    elif named != found:
        raise UnsupportedType(
            f"The name says {named.upper()}, but the content is not. "
            "Open it in the program that made it and export it again."
        )
    return named


def _kind_of_bytes(data: bytes) -> MediaKind | None:
    head = data[:16].lstrip(_LEADING)
    if head.startswith(_PDF_MAGIC):
        return "pdf"
    if data.startswith(_ZIP_MAGIC):
        return "docx"
    if data.startswith(_OLE_MAGIC):
        if _OLE_ENCRYPTED in data:
            raise EncryptedDocument(
                "The Word file needs a password. Save a copy without one and upload that."
            )
        raise UnsupportedType("Old Word files (.doc) are not read. Save it as DOCX or PDF.")
    return "text" if _looks_like_text(data) else None


def _looks_like_text(data: bytes) -> bool:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    controls = sum(byte < 0x20 and byte not in b"\t\n\r\f" for byte in data[:4096])
    return b"\x00" not in data and controls * 100 <= len(data[:4096])
