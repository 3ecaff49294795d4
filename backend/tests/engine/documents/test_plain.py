import pytest

from app.engine.documents.errors import NoText, TooManyPages, UnsupportedType
from app.engine.documents.limits import ReadingLimits
from app.engine.documents.model import Document
from app.engine.documents.read import read_document


def read(data: bytes) -> Document:
    return read_document(data, "resume.txt")


def test_lines_are_numbered_from_one_and_blank_ones_become_gaps() -> None:
    document = read(b"Ada Lovelace\r\n\r\n\r\n- Wrote the first program\n")

    assert [(line.number, line.text) for line in document.lines] == [
        (1, "Ada Lovelace"),
        (2, "- Wrote the first program"),
    ]
    assert document.lines[0].gap < document.lines[1].gap
    assert document.lines[0].page is None
    assert document.lines[0].box is None
    assert document.pages == ()


@pytest.mark.parametrize(
    "data",
    [
        "Zoë – Zürich".encode(),
        "Zoë – Zürich".encode("utf-8-sig"),
        "Zoë – Zürich".encode("cp1252"),
        "Zoë – Zürich".encode("utf-16"),
    ],
)
def test_usual_encodings_are_understood(data: bytes) -> None:
    assert read(data).text == "Zoë – Zürich"


def test_wide_space_before_a_date_is_a_tab() -> None:
    assert read(b"Engineer          2019 - 2020").text == "Engineer\t2019 - 2020"


def test_a_message_of_invisible_characters_is_left_out_and_flagged() -> None:
    document = read("Ada\U000e0048\U000e0069".encode())

    assert document.text == "Ada"
    assert [flag.code for flag in document.flags] == ["hidden_text"]


def test_bytes_that_are_no_text_are_refused() -> None:
    with pytest.raises(UnsupportedType):
        read(b"Ada\x00Lovelace")
    with pytest.raises(UnsupportedType):
        read(b"\x81\x8d\x8f\x90\x9d" * 3)


def test_text_without_letters_or_without_end_is_refused() -> None:
    with pytest.raises(NoText):
        read("\u200b\n\u00a0".encode())
    with pytest.raises(TooManyPages):
        read_document(b"x" * 11, "a.txt", ReadingLimits(max_characters=10))
