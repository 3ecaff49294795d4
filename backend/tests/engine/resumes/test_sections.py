import pytest

from app.engine.documents.model import Document, Line, Page
from app.engine.evidence import Box
from app.engine.resumes.headings import heading_kind
from app.engine.resumes.read import read_resume
from app.engine.resumes.sections import read_sections
from app.engine.resumes.unheaded import with_sections_by_content

from .build import AS_OF, TAXONOMY, document_of, page_of, resume_of


def test_sections_may_stand_in_any_order() -> None:
    document = document_of("Jane Doe\nSkills\nPython\nWork History\nAcme\nEducation\nBSc")

    kinds = [section.kind for section in read_sections(document)]

    assert kinds == ["header", "skills", "experience", "education"]


def test_lines_in_the_type_of_headings_end_a_section_even_with_unknown_words() -> None:
    document = page_of(
        ("Jane Doe", 40, 20, True),
        ("Experience", 40, 14, True),
        ("Engineer, Acme 2019", 40, 10, False),
        ("Things I cherish", 40, 14, True),
        ("Long walks", 40, 10, False),
        ("Education", 40, 14, True),
        ("BSc, 2015", 40, 10, False),
    )

    sections = read_sections(document)

    assert [section.title for section in sections] == [
        "", "Experience", "Things I cherish", "Education",
    ]  # fmt: skip
    assert sections[2].kind == "other"


def test_a_sidebar_between_does_not_cut_the_main_section() -> None:
    document = page_of(
        ("Experience", 200, 14, True, 0),
        ("Engineer at Acme", 200, 10, False, 0),
        ("Skills", 40, 14, True, 1),
        ("Python", 40, 10, False, 1),
        ("Built the billing service", 200, 10, False, 0),
    )

    experience = read_sections(document)[0]

    assert [line.number for line in experience.lines] == [2, 5]


def test_a_label_inside_a_job_is_not_a_heading() -> None:
    document = document_of(
        "Experience\nEngineer, Acme\nTech stack: Java\nDeveloper, Foo\nTech stack: Go"
    )

    assert [section.kind for section in read_sections(document)] == ["experience"]


def test_running_footers_are_left_out() -> None:
    def footer(number: int, page: int) -> Line:
        return Line(number, f"Jane Doe – page {page} of 2", page, Box(200, 780, 300, 790), 8)

    document = Document(
        "application/pdf",
        (Page(1, 600, 800), Page(2, 600, 800)),
        (
            Line(1, "Skills", 1, Box(40, 60, 90, 72), 12, bold=True),
            footer(2, 1),
            Line(3, "Python", 2, Box(40, 60, 90, 72), 10),
            footer(4, 2),
        ),
    )

    assert [line.number for s in read_sections(document) for line in s.lines] == [3]


def test_companies_in_the_type_of_headings_but_close_to_their_jobs_are_none() -> None:
    lines = []
    rows = (
        ("Jane Doe", 0.0, True), ("Experience", 12.0, True), ("Engineer", 3.0, False),
        ("Copper Kettle", 2.0, True), ("2019 – 2021", 2.0, False), ("• Brewed.", 2.0, False),
        ("Designer", 6.0, False), ("Fennel Mills", 2.0, True), ("2017 – 2019", 2.0, False),
        ("Education", 12.0, True), ("BSc, 2015", 2.0, False),
    )  # fmt: skip
    top = 40.0
    for number, (text, gap, bold) in enumerate(rows, start=1):
        top += gap
        size = 20.0 if number == 1 else 10.0
        box = Box(40, 60 + top, 40 + 5 * len(text), 60 + top + size)
        lines.append(Line(number, text, 1, box, size, bold, gap=gap))
        top += size

    document = Document("application/pdf", (Page(1, 600, 800),), tuple(lines))

    assert [section.title for section in read_sections(document)] == ["", "Experience", "Education"]


def test_decorated_lines_of_plain_text_are_headings() -> None:
    document = document_of(
        "Jane Doe\n*** ABOUT ME ***\nCalm.\n*** JOBS I HAVE HELD ***\nEngineer, Acme\t2019 – 2020\n"
        "*** SHELVES ***\nMany.\n*** LANGUAGES ***\nEnglish"
    )

    kinds = [section.kind for section in read_sections(document)]

    assert kinds == ["header", "summary", "experience", "other", "languages"]


def sections_by_content(document: Document) -> list[tuple[str, str]]:
    sections = with_sections_by_content(read_sections(document), TAXONOMY)
    return [(section.kind, section.title) for section in sections if section.lines]


def test_a_nameless_section_that_holds_jobs_is_one_of_experience_with_all_its_entries() -> None:
    document = document_of("""
        Jane Doe
        Skills
        Python
        *** KITCHENS ***
        Sous-chef\t2018 – 2020
        Copper Kettle, Leeds
        Pot Whisperer\t2016 – 2018
        Fennel Mills, York
        *** LANGUAGES ***
        English
        *** EDUCATION ***
        BSc, University of Leeds, 2015
    """)

    assert ("experience", "*** KITCHENS ***") in sections_by_content(document)


def test_a_degree_among_the_jobs_is_education_where_there_is_no_section_of_it() -> None:
    resume = resume_of("""
        Jane Doe
        Experience
        Engineer, Copper Kettle\t2018 – 2020
        BSc in Physics, University of Leeds\t2013 – 2016
    """)

    assert [job.role for job in resume.experience] == ["Engineer"]
    assert [degree.institution for degree in resume.education] == ["University of Leeds"]


def test_companies_set_like_the_headings_stay_in_their_section() -> None:
    document = page_of(
        ("Jane Doe", 40, 20, True),
        ("Experience", 40, 14, True),
        ("Copper Kettle", 40, 14, True),
        ("Engineer\t2018 – 2020", 40, 10, False),
        ("Fennel Mills", 40, 14, True),
        ("Clerk\t2016 – 2018", 40, 10, False),
        ("Education", 40, 14, True),
        ("BSc, University of Leeds, 2015", 40, 10, False),
    )

    resume = read_resume(document, TAXONOMY, AS_OF)

    assert [(job.company, job.role) for job in resume.experience] == [
        ("Copper Kettle", "Engineer"),
        ("Fennel Mills", "Clerk"),
    ]


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Skills, Languages & Interests", "skills"),
        ("Languages and Skills", "skills"),
        ("Language Skills", "languages"),
        ("Leadership and Engineering Experience", "experience"),
        ("Volunteer Experience", "volunteering"),
        ("Informations personnelles", "contact"),
    ],
)
def test_a_heading_that_several_share_is_of_what_does_not_tell_itself(
    heading: str, kind: str
) -> None:
    assert heading_kind(heading) == kind


def test_project_experience_that_holds_jobs_is_experience() -> None:
    resume = resume_of(
        "Ada Holm\n\nPROJECT EXPERIENCE\nNorthwind Analytics LLP | Senior Data Engineer\n"
        "Apr 2021 - Present\n• Built pipelines.\nFjord Infotech Pvt. Ltd. | Data Engineer\n"
        "May 2018 - Mar 2021\n• Kept them running.\n"
    )

    assert [job.company for job in resume.experience] == [
        "Northwind Analytics LLP",
        "Fjord Infotech Pvt. Ltd.",
    ]


def test_companies_much_smaller_than_the_headings_are_no_headings() -> None:
    jobs = [
        row
        for role, company in (("Vice President", "Sonnet!"), ("Product Manager", "Quill"))
        for row in (
            (role, 40.0, 12.0, False),
            (company, 40.0, 10.0, True),
            ("Oct 2010 – July 2012", 50.0, 9.0, False),
            ("• Moved the whole of it to the north and back.", 40.0, 9.0, False),
        )
    ]
    # small bold lines with words of headings in them, as names of schools and journals have
    small = [(text, 40.0, 10.0, True) for text in ("Publications Office", "Language School")]
    document = page_of(
        ("EXPERIENCE", 40.0, 17.0, True),
        *jobs,
        ("PUBLICATIONS", 40.0, 17.0, True),
        ("LANGUAGES", 40.0, 17.0, True),
        ("REFERENCES", 40.0, 17.0, True),
        *small,
    )

    resume = read_resume(document, TAXONOMY, AS_OF)

    assert [job.company for job in resume.experience] == ["Sonnet!", "Quill"]


def test_a_label_that_every_job_has_heads_no_section() -> None:
    document = document_of("""
        Experience
        Engineer, Copper Kettle\t2018 – 2020
        Highlights
        • Kept kettles.
        Clerk, Fennel Mills\t2016 – 2018
        Highlights
        • Counted.
        Skills
        Python
    """)

    assert [section.kind for section in read_sections(document)] == ["experience", "skills"]
