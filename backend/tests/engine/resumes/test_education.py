import pytest

from app.engine.dates import PartialDate
from app.engine.resumes.education import read_education
from app.engine.resumes.model import Degree
from app.engine.resumes.sections import read_sections
from app.engine.taxonomy.model import DegreeLevel

from .build import TAXONOMY, document_of


def degrees_of(text: str) -> list[Degree]:
    sections = read_sections(document_of(f"Education\n{text}"))
    return [reading.degree for reading in read_education(sections, TAXONOMY)]


@pytest.mark.parametrize(
    ("text", "degree", "major", "institution"),
    [
        ("BSc in Computer Science\t2017 – 2021\nUniversity of Lagos",
         "BSc", "Computer Science", "University of Lagos"),
        ("University of Lagos\tLagos, Nigeria\nB.Sc. Computer Science\t2017 – 2021",
         "B.Sc.", "Computer Science", "University of Lagos"),
        ("Bachelor of Science, Informatik\t2017 – 2021\nHochschule Beispiel",
         "Bachelor of Science", "Informatik", "Hochschule Beispiel"),
        ("B.Tech (Computer Science), Anna University, Chennai, India\t2017 – 2021",
         "B.Tech", "Computer Science", "Anna University"),
        ("Stanford University, Stanford, CA\t2017 – 2021\nMaster of Science in Statistics",
         "Master of Science", "Statistics", "Stanford University"),
        ("PhD\tPrinceton University, Computer Science\tPrinceton, NJ\n2017 – 2021",
         "PhD", "Computer Science", "Princeton University"),
        ("University of California, Berkeley\t2017 – 2021\nBA in Economics; GPA: 3.7",
         "BA", "Economics", "University of California, Berkeley"),
        ("Master of Computer Applications (MCA)\t2017 – 2021\nPune University",
         "Master of Computer Applications (MCA)", None, "Pune University"),
    ],
)  # fmt: skip
def test_degree_major_and_school_are_told_apart(
    text: str, degree: str, major: str | None, institution: str
) -> None:
    (found,) = degrees_of(text)

    assert (found.degree, found.major, found.institution) == (degree, major, institution)
    assert (found.start, found.end) == (PartialDate(2017), PartialDate(2021))


def test_a_high_school_names_both_the_school_and_what_it_gives() -> None:
    (found,) = degrees_of("Giresun High School of Science, Giresun, Turkey\t2010 – 2014")

    assert found.institution is not None
    assert found.institution.startswith("Giresun High School of Science")
    assert found.level is DegreeLevel.SCHOOL


def test_level_and_fields_come_from_the_taxonomy() -> None:
    (found,) = degrees_of("Master of Science in Computer Science\t2021\nUniversity of Lagos")

    assert found.level is DegreeLevel.MASTER
    assert "computer science" in found.fields


def test_each_school_with_its_degree_is_an_entry() -> None:
    found = degrees_of("""
    Wrocław University of Technology
    MSc in Computer Science\t10/2013 – 07/2015
    • Thesis: On Queues (2015)
    Wrocław University of Technology
    BEng in Electronics\t10/2009 – 02/2013
    """)

    assert [(degree.degree, degree.end) for degree in found] == [
        ("MSc", PartialDate(2015, 7)),
        ("BEng", PartialDate(2013, 2)),
    ]


def test_a_second_degree_of_one_school_keeps_the_school() -> None:
    found = degrees_of("""
    University of Lagos
    MSc in Statistics\t2017 – 2019
    BSc in Mathematics\t2013 – 2017
    """)

    assert [degree.institution for degree in found] == ["University of Lagos"] * 2


def test_values_of_a_degree_are_located() -> None:
    (found,) = degrees_of("BSc in Computer Science\t2017 – 2021\nUniversity of Lagos")

    assert [source.quote[slice(*source.span)] for source in found.sources if source.span] == [
        "University of Lagos", "BSc", "Computer Science", "2017 – 2021",
    ]  # fmt: skip
