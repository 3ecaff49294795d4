import pytest

from app.engine.dates import PartialDate
from app.engine.documents.model import Document
from app.engine.resumes.credentials import read_certifications, read_languages
from app.engine.resumes.model import Certification
from app.engine.resumes.sections import read_sections

from .build import document_of, page_of


def certificates_of(document: Document) -> list[Certification]:
    return [reading.certification for reading in read_certifications(read_sections(document))]


@pytest.mark.parametrize(
    ("text", "name", "issuer", "date"),
    [
        ("Cloud Architect, Google Cloud (Sept. 2021)", "Cloud Architect", "Google Cloud",
         "2021-09"),
        ("Cloud Architect – Google Cloud\t2021", "Cloud Architect", "Google Cloud", "2021"),
        ("Cloud Architect issued by Google Cloud, 09/2021", "Cloud Architect", "Google Cloud",
         "2021-09"),
        ("May 2019\tCloud Architect\tGoogle Cloud", "Cloud Architect", "Google Cloud", "2019-05"),
        ("• Solutions Architect – Associate, Amazon Web Services",
         "Solutions Architect – Associate", "Amazon Web Services", None),
    ],
)  # fmt: skip
def test_name_issuer_and_date_are_told_apart(
    text: str, name: str, issuer: str, date: str | None
) -> None:
    (found,) = certificates_of(document_of(f"Certifications\n{text}"))

    assert (found.name, found.issuer) == (name, issuer)
    assert found.date == (PartialDate.parse(date) if date else None)


def test_a_certificate_over_several_lines_ends_with_its_date() -> None:
    document = page_of(
        ("Certifications", 34, 12, True),
        ("AWS Certified Solutions", 34, 10, False),
        ("Architect – Associate", 34, 10, False),
        ("AWS, 11/2022", 34, 10, False),
        ("Certified Kubernetes", 34, 10, False),
        ("Administrator (CKA)", 34, 10, False),
        ("CNCF, 06/2023", 34, 10, False),
    )

    found = certificates_of(document)

    assert [(item.name, item.issuer) for item in found] == [
        ("AWS Certified Solutions Architect – Associate", "AWS"),
        ("Certified Kubernetes Administrator (CKA)", "CNCF"),
    ]
    assert found[0].sources[0].lines == (2, 3)


def test_the_head_of_a_table_is_no_certificate() -> None:
    text = "Certifications\nName\tIssued by\tDate\nFirst Aid\tRed Cross\tMay 2020"

    (found,) = certificates_of(document_of(text))

    assert (found.name, found.issuer) == ("First Aid", "Red Cross")


def test_human_languages_are_named_in_english_whatever_the_resume_is_written_in() -> None:
    sections = read_sections(document_of("Sprachen\nDeutsch (Muttersprache), Englisch – C1"))

    assert [claim.value for claim in read_languages(sections)] == ["German", "English"]


def test_programming_languages_are_no_human_languages() -> None:
    sections = read_sections(document_of("Skills\nLanguages: Python, Java\nTools: Git"))

    assert read_languages(sections) == ()
