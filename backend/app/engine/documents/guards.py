"""What a PDF is checked for before it is read: its structure, its length and what it carries.

It must be free of scripts, programs, embedded files and form code. A check that cannot finish
refuses the file.
"""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pikepdf

from app.engine.documents.errors import (
    BrokenDocument,
    EncryptedDocument,
    TooManyPages,
    UnsafeDocument,
)
from app.engine.documents.limits import ReadingLimits

_TAIL_BYTES = 2048

_ACTIONS = {
    "/JavaScript": "a script",
    "/Launch": "an action that starts a program",
    "/ImportData": "an action that loads another file",
    "/SubmitForm": "an action that sends data away",
    "/GoToE": "a jump into an embedded file",
}
_KEYS = {"/JS": "a script", "/EF": "an embedded file", "/XFA": "form code (XFA)"}
_TYPES = {"/EmbeddedFile": "an embedded file", "/RichMedia": "embedded media"}
_DANGER = re.compile("|".join([*_ACTIONS, *_KEYS, *_TYPES]).encode())


@dataclass(frozen=True, slots=True)
class PdfFacts:
    """What the policy check learnt: pages, and whether the structure had to be repaired."""

    pages: int
    repaired: bool


def check_pdf(data: bytes, limits: ReadingLimits) -> PdfFacts:
    """Refuse a PDF that is encrypted, broken, too long or carries more than pages.

    A document that opens without a password is read even where it forbids printing or copying:
    its owner uploaded it to be read.
    """
    if b"startxref" not in data[-_TAIL_BYTES:]:
        raise BrokenDocument("The PDF is cut off: its end is missing. Upload it again.")
    try:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            pages = int(pdf.Root.Pages.Count)
            if pages > limits.max_pages or len(pdf.pages) > limits.max_pages:
                raise TooManyPages(
                    f"The document has {max(pages, len(pdf.pages))} pages; the limit is "
                    f"{limits.max_pages}. Upload only the resume or the job description."
                )
            carried = next(_carried(pdf), None)
            repaired = bool(pdf.get_warnings())
            count = len(pdf.pages)
    except pikepdf.PasswordError:
        raise EncryptedDocument(
            "The PDF needs a password. Save a copy without a password and upload that."
        ) from None
    except (pikepdf.PdfError, AttributeError, TypeError, ValueError, RecursionError, KeyError):
        raise BrokenDocument(
            "The PDF is damaged and cannot be checked. Export it again from the original."
        ) from None
    if carried:
        raise UnsafeDocument(
            f"The PDF holds {carried}, which a resume does not need. "
            "Print it to a new PDF and upload that."
        )
    return PdfFacts(count, repaired)


def _carried(pdf: pikepdf.Pdf) -> Iterator[str]:
    """What a document carries that it must not, in words; looks at every object of the file."""
    pending: list[Any] = [value for value in pdf.objects if _names_danger(value)]
    while pending:
        value = pending.pop()
        if isinstance(value, pikepdf.Array):
            pending.extend(item for item in value if _is_direct_container(item))
        elif isinstance(value, pikepdf.Dictionary | pikepdf.Stream):
            yield from _carried_by(value)
            pending.extend(item for _, item in value.items() if _is_direct_container(item))


def _names_danger(value: Any) -> bool:
    """Whether any of the names stands in an object, which is then looked at closely.

    qpdf writes the object with what lies inside it and with every name in its plain form.
    """
    if isinstance(value, pikepdf.Stream):
        value = value.stream_dict
    elif not isinstance(value, pikepdf.Array | pikepdf.Dictionary):
        return False
    return _DANGER.search(value.unparse(resolved=True)) is not None


def _carried_by(value: Any) -> Iterator[str]:
    keys = value.keys()
    for key, words in _KEYS.items():
        if key in keys:
            yield words
    if "/S" in keys:
        yield from _named(value.get("/S"), _ACTIONS)
    for key in ("/Type", "/Subtype"):
        if key in keys:
            yield from _named(value.get(key), _TYPES)


def _named(value: Any, names: dict[str, str]) -> Iterator[str]:
    words = names.get(str(value)) if isinstance(value, pikepdf.Name) else None
    if words:
        yield words


def _is_direct_container(value: Any) -> bool:
    """Whether a value lies inside another; those with numbers of their own are looked at anyway."""
    return isinstance(value, pikepdf.Array | pikepdf.Dictionary) and not value.is_indirect
