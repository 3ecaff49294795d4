import pytest

from app.engine.dates import PartialDate
from app.engine.documents.model import Document
from app.engine.resumes.credentials import read_certifications
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
        ("Oracle Certified Professional, Java SE 8 Programmer",
         "Oracle Certified Professional, Java SE 8 Programmer", None, None),
        ("AWS Certified Developer – Associate", "AWS Certified Developer – Associate", None, None),
        ("Certified Application Developer, Cloud Computing Foundation",
         "Certified Application Developer", "Cloud Computing Foundation", None),
        ("Certified Product Owner, Scrum Alliance", "Certified Product Owner", "Scrum Alliance",
         None),
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


def test_a_dash_parts_name_and_issuer_wherever_the_lines_break() -> None:
    document = page_of(
        ("Certifications", 34, 12, True),
        ("Travel Logistics Fundamentals", 34, 10, True),
        ("— Metro Business Institute", 34, 10, False),
        ("Advanced Street-Crossing", 34, 10, True),
        ("Analytics — City Arcade League", 34, 10, False),
        ("Pretzel Procurement —", 34, 10, True),
        ("City Snack Council", 34, 10, False),
    )

    assert [(item.name, item.issuer) for item in certificates_of(document)] == [
        ("Travel Logistics Fundamentals", "Metro Business Institute"),
        ("Advanced Street-Crossing Analytics", "City Arcade League"),
        ("Pretzel Procurement", "City Snack Council"),
    ]


def test_a_level_wrapped_after_its_dash_stays_in_the_name() -> None:
    document = page_of(
        ("Certifications", 34, 12, True),
        ("Cloud Certified Developer –", 34, 10, True),
        ("Associate", 34, 10, True),
        ("Example Web Services, Feb", 34, 10, False),
        ("2024", 34, 10, False),
    )

    (found,) = certificates_of(document)

    assert (found.name, found.issuer) == (
        "Cloud Certified Developer – Associate",
        "Example Web Services",
    )


def test_issuer_and_full_name_below_a_short_name_are_not_part_of_it() -> None:
    document = page_of(
        ("Certifications", 34, 12, True),
        ("CSM\tMar 2018", 34, 10, False),
        ("Scrum Alliance", 34, 10, False),
        ("Certified Scrum Master", 34, 10, False),
    )

    (found,) = certificates_of(document)

    assert (found.name, found.issuer) == ("CSM", "Scrum Alliance")


def test_an_undated_certificate_among_dated_ones_is_its_own() -> None:
    text = "Certifications\nFirst Aid\t2020\nCertified Lifeguard\nCertified Diver\t2021"

    assert [item.name for item in certificates_of(document_of(text))] == [
        "First Aid", "Certified Lifeguard", "Certified Diver",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("CPR, First Aid, Food Safety Manager", ["CPR", "First Aid", "Food Safety Manager"]),
        ("BLS | ACLS | PALS", ["BLS", "ACLS", "PALS"]),
        ("PMP (2019), CSM (2020), ITIL v4 (2021)", ["PMP", "CSM", "ITIL v4"]),
        ("Registered Nurse, State Board of Nursing, License 12345", ["Registered Nurse"]),
        ("Driving licence: B, BE\nForklift card", ["Driving licence: B, BE", "Forklift card"]),
        ("Database Administration 2019 Professional, Example Systems\tSep 2020",
         ["Database Administration 2019 Professional"]),
        ("• Online Marketing (OMQ), Example Academy, Issued Jan 2022, Expires Jan 2023",
         ["Online Marketing (OMQ)"]),
        ("RN License, Example Board of Nursing, #RN00000, exp. 06/2027", ["RN License"]),
        ("First Aid at Work (Example Ambulance, 2022)", ["First Aid at Work"]),
        ("Dangerous Goods by Sea (DGS), Example Academy\tMar 2024",
         ["Dangerous Goods by Sea (DGS)"]),
        ("Cloud\nExample.org · Issued May 2020\nCredential ID 1234\nMist\nExample.org, Jun 2021",
         ["Cloud", "Mist"]),
        ("• Certified Cook\n   Covered sauces, soups and more in a six-month programme.\n• Barista",
         ["Certified Cook", "Barista"]),
        ("Licences\tChartered Cook, Example Order of\nCooks March 2017\nMemberships\tA club",
         ["Chartered Cook"]),
    ],
)  # fmt: skip
def test_each_certificate_is_named_whatever_is_said_beside_it(text: str, names: list[str]) -> None:
    found = certificates_of(document_of(f"Certifications\n{text}"))

    assert [item.name for item in found] == names


def test_what_bullets_say_below_a_dated_certificate_is_none() -> None:
    text = "2022\tCertified Cook\nExample Academy\n• Learned to cook\n2019\tBarista\n• Milk"

    found = certificates_of(document_of(f"Certifications\n{text}"))

    assert [item.name for item in found] == ["Certified Cook", "Barista"]


def test_courses_with_a_date_are_certificates_and_subjects_of_study_are_not() -> None:
    dated = document_of("Training\nThe Care Certificate, Roundhay Lodge, July 2015")
    subjects = document_of("Relevant Coursework\nAlgorithms, Databases, Operating Systems")

    assert [item.name for item in certificates_of(dated)] == ["The Care Certificate"]
    assert certificates_of(subjects) == []


def test_a_label_within_another_section_opens_certificates() -> None:
    text = "Skills\nTools\tGit, Docker\nCertificates\tProduct Owner II, Example Org\nHobbies: chess"

    assert [item.name for item in certificates_of(document_of(text))] == ["Product Owner II"]
