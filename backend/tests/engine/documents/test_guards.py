import io
from collections.abc import Callable

import pikepdf
import pymupdf
import pytest

from app.engine.documents.errors import (
    BrokenDocument,
    DocumentError,
    EmptyFile,
    EncryptedDocument,
    FileTooLarge,
    NoText,
    TooManyPages,
    UnsafeDocument,
    UnsupportedType,
)
from app.engine.documents.limits import ReadingLimits
from app.engine.documents.read import read_document
from tests.engine.documents.pdfs import changed, pdf, simple


def open_script(document: pikepdf.Pdf) -> None:
    action = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")
    document.Root.OpenAction = action


def hidden_script(document: pikepdf.Pdf) -> None:
    """A script several direct dictionaries deep in an annotation."""
    action = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")
    document.pages[0].Annots = pikepdf.Array(
        [pikepdf.Dictionary(Type=pikepdf.Name.Annot, AA=pikepdf.Dictionary(E=action))]
    )


def launch(document: pikepdf.Pdf) -> None:
    document.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.Launch, F="run.exe")


def attachment(document: pikepdf.Pdf) -> None:
    document.attachments["run.exe"] = b"MZ..."


def xfa(document: pikepdf.Pdf) -> None:
    document.Root.AcroForm = pikepdf.Dictionary(XFA=document.make_stream(b"<xdp/>"))


@pytest.mark.parametrize(
    ("change", "named"),
    [
        (open_script, "script"),
        (hidden_script, "script"),
        (launch, "program"),
        (attachment, "embedded file"),
        (xfa, "XFA"),
    ],
)
def test_a_pdf_that_carries_more_than_pages_is_refused_and_says_what(
    change: Callable[[pikepdf.Pdf], None], named: str
) -> None:
    with pytest.raises(UnsafeDocument, match=named):
        read_document(changed(change), "resume.pdf")


def test_a_script_is_found_inside_compressed_objects() -> None:
    data = changed(open_script, object_stream_mode=pikepdf.ObjectStreamMode.generate)

    assert b"app.alert" not in data
    with pytest.raises(UnsafeDocument):
        read_document(data, "resume.pdf")


def test_a_script_is_found_under_names_written_in_numbers() -> None:
    data = changed(open_script, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    disguised = data.replace(b"/JavaScript", b"/Java#53cript").replace(b"/JS", b"/J#53")

    assert disguised != data
    with pytest.raises(UnsafeDocument):
        read_document(disguised, "resume.pdf")


def test_a_link_to_a_page_of_the_web_is_not_a_danger() -> None:
    def link(document: pikepdf.Pdf) -> None:
        document.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.URI, URI="https://example.org")

    assert read_document(changed(link), "resume.pdf").text == "Ada Lovelace"


def test_a_pdf_that_needs_a_password_is_refused() -> None:
    locked = pikepdf.Encryption(owner="owner", user="secret")

    with pytest.raises(EncryptedDocument, match="without a password"):
        read_document(changed(lambda _: None, encryption=locked), "resume.pdf")


def test_a_pdf_that_only_forbids_printing_is_read() -> None:
    owned = pikepdf.Encryption(owner="owner", user="")

    document = read_document(changed(lambda _: None, encryption=owned), "resume.pdf")

    assert document.text == "Ada Lovelace"


def test_a_pdf_that_is_cut_off_is_refused() -> None:
    data = simple()

    with pytest.raises(BrokenDocument, match="cut off"):
        read_document(data[: len(data) // 2], "resume.pdf")


def test_a_pdf_of_garbage_is_refused() -> None:
    with pytest.raises(BrokenDocument):
        read_document(b"%PDF-1.7\n" + b"garbage " * 400 + b"startxref\n0\n%%EOF", "resume.pdf")


def test_a_pdf_with_damaged_structure_is_read_and_flagged() -> None:
    data = simple().replace(b"startxref\n", b"startxref\n9")

    document = read_document(data, "resume.pdf")

    assert document.text == "Ada Lovelace"
    assert [flag.code for flag in document.flags] == ["repaired"]


def blank_pages(count: int) -> bytes:
    with pikepdf.new() as document:
        for _ in range(count):
            document.add_blank_page()
        out = io.BytesIO()
        document.save(out)
        return out.getvalue()


def test_two_thousand_pages_are_refused_before_any_is_read() -> None:
    with pytest.raises(TooManyPages, match="2000 pages; the limit is 50"):
        read_document(blank_pages(2000), "resume.pdf")


def test_pages_that_the_file_does_not_count_are_counted() -> None:
    with pikepdf.open(io.BytesIO(blank_pages(60))) as document:
        document.Root.Pages.Count = 1
        out = io.BytesIO()
        document.save(out)

    with pytest.raises(DocumentError):
        read_document(out.getvalue(), "resume.pdf")


def test_pages_that_are_pictures_are_refused_and_told_what_to_do() -> None:
    picture = pymupdf.Pixmap(pymupdf.csRGB, pymupdf.IRect(0, 0, 200, 200), 0)
    picture.clear_with(120)
    data = pdf(lambda page: page.insert_image(page.rect, pixmap=picture))

    with pytest.raises(NoText, match="scanner"):
        read_document(data, "scan.pdf")


@pytest.mark.parametrize("data", [b"", b" \r\n"])
def test_an_empty_file_is_refused(data: bytes) -> None:
    with pytest.raises(EmptyFile):
        read_document(data, "resume.pdf")


def test_a_file_is_read_up_to_its_limit_and_refused_above() -> None:
    data = simple()

    assert read_document(data, "a.pdf", ReadingLimits(max_bytes=len(data))).lines
    with pytest.raises(FileTooLarge, match="limit"):
        read_document(data, "a.pdf", ReadingLimits(max_bytes=len(data) - 1))


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (simple(), "resume.docx"),
        (simple(), "resume.txt"),
        (b"Ada Lovelace", "resume.pdf"),
        (b"PK\x03\x04 no zip", "resume.pdf"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "resume.txt"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "resume.png"),
        (b"Ada Lovelace", "resume"),
        (b"Ada Lovelace", "resume.pdf.exe"),
    ],
)
def test_a_name_that_does_not_fit_the_content_is_refused(data: bytes, name: str) -> None:
    with pytest.raises(UnsupportedType):
        read_document(data, name)


def test_the_ending_of_a_name_may_be_in_capitals() -> None:
    assert read_document(simple(), "C:\\Users\\ada\\RESUME.PDF").lines


def test_old_and_encrypted_word_files_are_told_apart() -> None:
    magic = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

    with pytest.raises(UnsupportedType, match=r"\.doc"):
        read_document(magic + b"\x00" * 100, "resume.doc")
    with pytest.raises(EncryptedDocument):
        read_document(magic + "EncryptedPackage".encode("utf-16-le"), "resume.docx")
