"""The zip of a Word file: inflated under limits before anything else opens it."""

import io
import zipfile
import zlib

from app.engine.documents.errors import (
    BrokenDocument,
    EncryptedDocument,
    UnsafeDocument,
    UnsupportedType,
)
from app.engine.documents.limits import ReadingLimits

CHUNK = 65_536
SMALL_PART = 1024
"""The ratio counts against at least this many packed bytes: tiny parts pack very well."""

MAIN_PART = "word/document.xml"
_ENCRYPTED_ENTRY = 1
_PROGRAMS = ("vbaproject.bin", ".exe", ".dll", ".js", ".vbs", ".bat", ".cmd", ".ps1", ".scr")


def check_archive(data: bytes, limits: ReadingLimits) -> None:
    """Refuse an archive that is no Word file, is broken, carries programs or inflates too far.

    Sizes are counted while inflating; what the archive says of itself is not believed. Raises
    :class:`BrokenDocument`, :class:`EncryptedDocument`, :class:`UnsafeDocument` or
    :class:`UnsupportedType`.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            _check_entries(entries, limits)
            total = 0
            for entry in entries:
                total += _inflate(
                    archive,
                    entry,
                    min(limits.max_zip_total_bytes - total, limits.max_zip_part_bytes),
                    limits,
                )
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError):
        raise BrokenDocument(
            "The DOCX is damaged. Open it in Word, save it again and upload that."
        ) from None


def _check_entries(entries: list[zipfile.ZipInfo], limits: ReadingLimits) -> None:
    names = [entry.filename.replace("\\", "/").lower() for entry in entries]
    if len(entries) > limits.max_zip_entries:
        raise UnsafeDocument(f"The DOCX holds more than {limits.max_zip_entries} parts. {_AGAIN}")
    if any(entry.flag_bits & _ENCRYPTED_ENTRY for entry in entries):
        raise EncryptedDocument("The file needs a password. Save a copy without one.")
    if len(set(names)) != len(names):
        raise BrokenDocument(f"The DOCX holds one part twice. {_AGAIN}")
    if MAIN_PART not in names:
        raise UnsupportedType("The file is a zip archive, but not a Word document.")
    if any(name.endswith(_PROGRAMS) for name in names):
        raise UnsafeDocument(f"The DOCX holds macros or programs. {_AGAIN}")
    if any(name.startswith("word/embeddings/") for name in names):
        raise UnsafeDocument(f"The DOCX holds embedded files. {_AGAIN}")


_AGAIN = "Save it as PDF and upload that."


def _inflate(
    archive: zipfile.ZipFile, entry: zipfile.ZipInfo, room: int, limits: ReadingLimits
) -> int:
    """How many bytes an entry inflates to; stops at the first limit passed."""
    room = min(room, limits.max_zip_ratio * max(entry.compress_size, SMALL_PART))
    size = 0
    with archive.open(entry) as part:
        while chunk := part.read(CHUNK):
            size += len(chunk)
            if size > room:
                raise UnsafeDocument(f"The DOCX unpacks to far more than it should. {_AGAIN}")
    return size
