import pytest

from app.engine.dates import PartialDate
from app.engine.resumes.education import read_education
from app.engine.resumes.profile import profile_of
from app.engine.resumes.sections import read_sections
from app.engine.taxonomy.model import DegreeLevel

from .build import TAXONOMY, degrees_of, page_of, resume_of


def test_a_school_named_once_is_of_every_degree_below_it() -> None:
    found = degrees_of("""
    Example University\t2001 – 2005
    • MSc in Physics, May 2005. GPA: 3.6
    • BSc in Mathematics, May 2004
    • Graduate coursework: Algorithms, Databases
    """)

    assert [(d.degree, d.institution) for d in found] == [
        ("MSc", "Example University"), ("BSc", "Example University"),
    ]  # fmt: skip


def test_a_school_that_wraps_below_a_full_line_keeps_its_name() -> None:
    (found,) = degrees_of(
        "CSEC, seven subjects including Mathematics and Principles | Example Town High\n"
        "School | 2017 – 2022"
    )

    assert (found.degree, found.major) == ("CSEC", None)
    assert found.institution == "Example Town High School"


@pytest.mark.parametrize(
    ("text", "degree", "institution"),
    [
        ("Master of Business\nAdministration\nExample University\n2016",
         "Master of Business Administration", "Example University"),
        ("BSc in Botany, Example University of\t2013 – 2016\nApplied Sciences",
         "BSc", "Example University of Applied Sciences"),
        ("MBBS\nShaheed Example Medical\nCollege\t2010 – 2015", "MBBS",
         "Shaheed Example Medical College"),
        ("BSc Botany\nInstitut de masso-\nkinésithérapie Exemple\t2017", "BSc",
         "Institut de masso-kinésithérapie Exemple"),
    ],
)  # fmt: skip
def test_names_over_two_lines_are_whole(text: str, degree: str, institution: str) -> None:
    (found,) = degrees_of(text)

    assert (found.degree, found.institution) == (degree, institution)
    assert found.end is not None


def test_first_and_last_year_may_stand_in_two_rows_at_the_left() -> None:
    (found,) = degrees_of("2007\tBSc in Botany\n|\tExample University\n2012\tWith honours")

    assert (found.start, found.end) == (PartialDate(2007), PartialDate(2012))


def test_a_degree_among_courses_is_a_degree() -> None:
    (found,) = resume_of(
        "Jane Doe\nTraining\nFood hygiene, Example Council\t2012\n"
        "BSc in Botany\nExample University\n2007"
    ).education

    assert found.degree == "BSc"


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


def test_a_name_wrapped_under_a_full_line_is_one_and_shows_both_lines() -> None:
    document = page_of(
        ("Education", 40, 14, True),
        ("2017 – 2021\tB.Tech, Computer Science and Engineering, Indian Institute of Technology",
         40, 10, False),
        ("Delhi, New Delhi, India", 100, 10, False),
    )  # fmt: skip

    (reading,) = read_education(read_sections(document), TAXONOMY)

    assert reading.degree.institution == "Indian Institute of Technology Delhi"
    assert reading.degree.sources[0].lines == (2, 3)


@pytest.mark.parametrize(
    "text",
    [
        "BSc in Statistics\t2022 – Present\nUniversity of Lagos",
        "seit 10/2022\tBachelor Informatik\nUniversität Halle",
        "BSc in Statistics (in progress)\nUniversity of Lagos",
        "BSc in Statistics, expected\nUniversity of Lagos",
    ],
)
def test_a_degree_in_progress_without_an_end_earns_its_field_and_not_its_level(text: str) -> None:
    resume = resume_of(f"Jane Doe\nEducation\n{text}")

    (degree,) = resume.education
    (held,) = profile_of(resume).degrees

    assert degree.in_progress
    assert degree.level is DegreeLevel.BACHELOR
    assert (held.level, held.end) == (None, None)
    assert held.fields == degree.fields != ()
    assert "degree_in_progress" in [flag.code for flag in resume.flags]


@pytest.mark.parametrize(
    "dates", ["2022 – 2027", "expected 2027", "Expected Graduation: June 2027"]
)
def test_a_degree_that_says_when_it_ends_is_held_with_that_end(dates: str) -> None:
    resume = resume_of(f"Jane\nEducation\nUniversity of Lagos\t{dates}\nBSc in Statistics")

    (held,) = profile_of(resume).degrees

    assert held.level is DegreeLevel.BACHELOR
    assert held.end is not None
    assert held.end.year == 2027
