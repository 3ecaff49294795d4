import pytest

from app.engine.dates import PartialDate, Period

from .build import document_of, jobs_of, page_of, resume_of, the_job


def test_several_jobs_are_cut_where_their_layout_repeats() -> None:
    jobs = jobs_of(
        document_of("""
        Employment History
        Acme Inc\tBerlin, Germany
        Software Engineer\t2019 – 2021
        • Built things.
        Foo GmbH\tMunich, Germany
        Intern\t2018 – 2019
        """)
    )

    assert [(job.company, job.role, job.location) for job in jobs] == [
        ("Acme Inc", "Software Engineer", "Berlin, Germany"),
        ("Foo GmbH", "Intern", "Munich, Germany"),
    ]


def test_wrapped_bullets_are_joined_to_one_sentence() -> None:
    document = page_of(
        ("Experience", 40, 14, True),
        ("Engineer, Acme\t2019 – 2020", 40, 10, True),
        ("• Moved the nightly regression run so that every change", 44, 10, False),
        ("gets an answer", 54, 10, False),
    )

    (job,) = jobs_of(document)

    assert job.description == (
        "Moved the nightly regression run so that every change gets an answer"
    )


@pytest.mark.parametrize(
    ("role", "employment"),
    [
        ("Software Engineering Intern", "internship"),
        ("Werkstudent Softwaretest", "internship"),
        ("Freelance Web Developer", "freelance"),
        ("Software Engineer", "work"),
    ],
)
def test_the_kind_of_employment_is_in_the_words_of_the_role(role: str, employment: str) -> None:
    assert the_job(f"{role}, Acme\t2019 – 2020").employment == employment


@pytest.mark.parametrize(
    ("role", "line", "leads"),
    [
        ("Engineering Lead", "Wrote code.", True),
        ("Head of Data", "Wrote code.", True),
        ("Engineering Manager", "Wrote code.", True),
        ("Software Engineer", "Mentored two junior developers.", True),
        ("Software Engineer", "Led the move of 31 services to Kubernetes.", False),
        ("Product Manager", "Wrote the roadmap.", False),
        ("Software Engineer", "Wrote code.", False),
    ],
)
def test_leading_is_a_title_or_people_led(role: str, line: str, leads: bool) -> None:
    assert the_job(f"{role}, Acme\t2019 – 2020\n• {line}").leads is leads


def test_volunteering_and_projects_are_no_jobs() -> None:
    text = """
    Volunteer Experience
    Coach, City Club\t2019 – 2020
    Projects
    Maintainer, Some Library\t2019 – 2020
    """

    assert jobs_of(document_of(text)) == []


def test_each_value_of_a_job_is_located() -> None:
    job = the_job("Software Engineer, Acme\tMar 2020 – Apr 2021")

    assert [source.quote[slice(*source.span)] for source in job.sources if source.span] == [
        "Acme", "Software Engineer", "Mar 2020 – Apr 2021",
    ]  # fmt: skip


def test_wrapped_text_without_a_bullet_is_no_company() -> None:
    document = page_of(
        ("Experience", 40, 14, True),
        ("Travel Assistant\tApr 1995 – Aug 1996", 40, 10, True),
        ("Example Yankees", 40, 10, False),
        ("Supported team travel, office coordination, and executive notes in a", 40, 10, False),
        ("fast-paced professional environment.", 40, 10, False),
        ("• Prepared briefings", 40, 10, False),
    )

    (job,) = jobs_of(document)

    assert (job.company, job.role) == ("Example Yankees", "Travel Assistant")
    assert job.description.startswith("Supported team travel")


def test_a_role_and_its_time_are_cut_from_the_text_that_follows_on_their_line() -> None:
    jobs = jobs_of(
        document_of("""
        Experience
        Initrode Group
        Creative Lead 2004-2005 Designed the pages of all twelve shops, and looked after them.
        Gizmo Company
        Web Designer 2001-2004 Drew icons, buttons and menus for the whole of the catalogue.
        """)
    )

    assert [(job.company, job.role) for job in jobs] == [
        ("Initrode Group", "Creative Lead"),
        ("Gizmo Company", "Web Designer"),
    ]
    assert jobs[0].period == Period(PartialDate(2004), PartialDate(2005))
    assert jobs[0].description.startswith("Designed the pages")


def test_a_line_of_addresses_at_the_end_is_no_job() -> None:
    (job,) = jobs_of(
        document_of(
            "Experience\nTester, Acme\t2019 – 2020\n• Wrote tests.\nJane — jane@example.com"
        )
    )

    assert job.description == "Wrote tests."


@pytest.mark.parametrize(
    "heading", ["Professional Memberships", "On Campus Involvement", "Extracurricular Activities"]
)
def test_memberships_and_campus_roles_are_no_jobs_even_where_there_is_no_other(
    heading: str,
) -> None:
    resume = resume_of(f"Jane Doe\n{heading}\nMember, Chess Society\t2015 – Present\nSkills\nGo")

    assert resume.experience == ()


def test_what_is_dated_within_a_job_and_names_no_role_is_part_of_it() -> None:
    (job,) = jobs_of(
        document_of("""
        Experience
        Software Engineer, Copper Kettle\t2019 – 2023
        Kettle Cloud (Summer 2021)
        • Built it.
        Spoon Census (Summer 2022)
        • Counted.
        """)
    )

    assert job.period == Period(PartialDate(2019), PartialDate(2023))
    assert "Spoon Census" in job.description


def test_a_bold_line_within_a_job_is_a_job_only_where_it_names_a_role() -> None:
    document = page_of(
        ("Experience", 40, 14, True),
        ("Auditor – Copper Kettle\t2019 – 2023", 40, 10, True),
        ("• Counted.", 44, 10, False),
        ("Sleeping Spoons Watch", 40, 10, True),
        ("• Found four.", 44, 10, False),
        ("Clerk – Fennel Mills\t2017 – 2019", 40, 10, True),
    )

    assert [job.company for job in jobs_of(document)] == ["Copper Kettle", "Fennel Mills"]


def test_the_next_job_after_a_bullet_is_not_its_wrapped_rest() -> None:
    document = page_of(
        ("Experience", 40, 14, True),
        ("Staff Nurse – Juniper Hospital (2020 – Present)", 40, 10, False),
        ("• Kept the records of the whole ward in good order", 40, 10, False),
        ("Junior Nurse – Willow Hospital (2018 – 2020)", 40, 10, False),
        ("• Kept the keys.", 40, 10, False),
    )

    assert [job.role for job in jobs_of(document)] == ["Staff Nurse", "Junior Nurse"]


def test_a_sentence_that_lost_its_bullet_is_no_name() -> None:
    jobs = jobs_of(
        document_of("""
        Experience
        Copper Kettle\tLeeds, UK
        Engineer\tMar 2021 – Present
        Moved nine loads
        Wrote checks that stop bad files
        Clerk\tJan 2018 – Feb 2021
        Planned shifts for eleven pickers and two drivers
        """)
    )

    assert [(job.company, job.role) for job in jobs] == [
        ("Copper Kettle", "Engineer"),
        ("Copper Kettle", "Clerk"),
    ]


def test_jobs_told_in_running_text_open_with_their_heads() -> None:
    jobs = jobs_of(
        document_of("""
        Experience
        Engineer, Fennel Mills, Leeds, UK (2019 – 2021). Moved nine loads to a queue every night.
        2017 – 2019
        Clerk, Copper Kettle, York, UK. Planned shifts for eleven pickers at once.
        """)
    )

    assert [(job.company, job.role, job.location) for job in jobs] == [
        ("Fennel Mills", "Engineer", "Leeds, UK"),
        ("Copper Kettle", "Clerk", "York, UK"),
    ]
