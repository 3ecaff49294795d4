import pytest

from app.engine.dates import PartialDate, Period
from app.engine.documents.model import Document, Line
from app.engine.resumes.experience import read_experience
from app.engine.resumes.model import Job
from app.engine.resumes.sections import read_sections

from .build import document_of, page_of, resume_of


def jobs_of(document: Document) -> list[Job]:
    return [reading.job for reading in read_experience(read_sections(document))]


def the_job(text: str) -> Job:
    (job,) = jobs_of(document_of(f"Experience\n{text}"))
    return job


@pytest.mark.parametrize(
    "text",
    [
        "Software Engineer, Acme Robotics\tMar 2020 – Present",
        "Acme Robotics, Software Engineer\tMar 2020 – Present",
        "Software Engineer at Acme Robotics\tMar 2020 – Present",
        "Acme Robotics — Software Engineer | Mar 2020 – Present",
        "Acme Robotics\tBerlin, Germany\nSoftware Engineer\tMar 2020 – Present",
        "Software Engineer\tMar 2020 – Present\nAcme Robotics\tBerlin, Germany",
        "Software Engineer\nAcme Robotics, Berlin | Mar 2020 – Present",
        "Mar 2020 – Present\tAcme Robotics, Berlin, Germany\nSoftware Engineer",
        "Software Engineer, Acme Robotics, Berlin, Germany\nMar 2020 – Present",
        "Software Engineer\nAcme Robotics\nMar 2020 – Present",
    ],
)
def test_company_and_role_are_told_apart_in_every_layout(text: str) -> None:
    job = the_job(f"{text}\n• Built the arm controller.")

    assert (job.company, job.role) == ("Acme Robotics", "Software Engineer")
    assert job.period == Period(PartialDate(2020, 3), None, is_current=True)
    assert job.description == "Built the arm controller."


@pytest.mark.parametrize(
    ("head", "company", "role"),
    [
        ("Vice President of Search Services\nGoogle", "Google",
         "Vice President of Search Services"),
        ("Avikon\nSoftware Engineer | Full-time", "Avikon", "Software Engineer"),
        ("Registered Nurse, Emergency Department\nCity Hospital", "City Hospital",
         "Registered Nurse, Emergency Department"),
        ("Finance Officer, Shelter Trust\nGlasgow", "Shelter Trust", "Finance Officer"),
        ("Data Scientist\nMerlion Mobility, Singapore", "Merlion Mobility", "Data Scientist"),
    ],
)  # fmt: skip
def test_words_decide_where_the_layout_does_not(head: str, company: str, role: str) -> None:
    first, *rest = head.split("\n")

    job = the_job("\n".join([f"{first}\t2019 – 2020", *rest]))

    assert (job.company, job.role) == (company, role)


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


def test_roles_held_one_after_the_other_share_their_company() -> None:
    jobs = jobs_of(
        document_of("""
        Experience
        Acme Inc\t2015 – 2021
        Senior Engineer\t2018 – 2021
        • Led a team of five.
        Engineer\t2015 – 2018
        • Wrote code.
        """)
    )

    assert [(job.company, job.role) for job in jobs] == [
        ("Acme Inc", "Senior Engineer"),
        ("Acme Inc", "Engineer"),
    ]


def test_a_date_beside_a_bullet_in_the_right_column_belongs_to_the_job() -> None:
    document = page_of(
        ("Experience", 40, 14, True),
        ("Acme, Research Intern\tLondon, UK", 40, 10, False),
        ("• Reduced memory of the model fourfold\tMay 2022 – Aug 2022", 44, 10, False),
        ("• Wrote a paper\t4 months", 44, 10, False),
    )

    (job,) = jobs_of(document)

    assert job.period == Period(PartialDate(2022, 5), PartialDate(2022, 8))
    assert job.description == "Reduced memory of the model fourfold\nWrote a paper"


def test_a_date_wrapped_in_its_column_is_joined() -> None:
    document = page_of(
        ("Employment", 40, 14, True),
        ("February 2017 –\tNorthcote College, Melbourne, Australia", 40, 10, True),
        ("December 2024\tMathematics Teacher", 40, 10, False),
    )

    (job,) = jobs_of(document)

    assert job.period == Period(PartialDate(2017, 2), PartialDate(2024, 12))
    assert (job.company, job.role) == ("Northcote College", "Mathematics Teacher")


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


@pytest.mark.parametrize(
    ("head", "company", "role", "place"),
    [
        ("Software Engineer, Google, Mountain View, CA, USA", "Google", "Software Engineer",
         "Mountain View, CA, USA"),
        ("Engineer II, Hudson Ledger, Inc., New York, NY", "Hudson Ledger, Inc.", "Engineer II",
         "New York, NY"),
        ("Netflix, Los Gatos, CA, USA\nEngineer I", "Netflix", "Engineer I", "Los Gatos, CA, USA"),
        ("Registrar, Internal Medicine, Juniper Hospital, Dhaka", "Juniper Hospital",
         "Registrar, Internal Medicine", "Dhaka"),
        ("Clerk\nCopper Kettle, Via Verdi 3, Modena (Italy)", "Copper Kettle", "Clerk",
         "Via Verdi 3, Modena (Italy)"),
        ("Copper Kettle (Cork, Ireland)\nEngineer", "Copper Kettle", "Engineer", "Cork, Ireland"),
        ("Engineer, Copper Kettle, Galway (remote)", "Copper Kettle", "Engineer",
         "Galway (remote)"),
        ("Carer\nCopper Kettle, Leeds & Bradford", "Copper Kettle", "Carer", "Leeds & Bradford"),
        ("Engineer, Kettle Mobility, Singapore", "Kettle Mobility", "Engineer", "Singapore"),
        ("Sviluppatrice software\nEsempio S.r.l., Milano", "Esempio S.r.l.",
         "Sviluppatrice software", "Milano"),
    ],
)  # fmt: skip
def test_a_place_is_taken_off_the_end_of_a_head(
    head: str, company: str, role: str, place: str
) -> None:
    first, *rest = head.split("\n")

    job = the_job("\n".join([f"{first}\t2019 – 2020", *rest]))

    assert (job.company, job.role, job.location) == (company, role, place)


def test_present_wrapped_under_a_date_at_the_left_makes_the_job_current() -> None:
    job = the_job(
        "2017 – Product Manager, Acme, Berlin, Germany\nPresent Leads a team of four engineers."
    )

    assert job.period == Period(PartialDate(2017), None, is_current=True)
    assert (job.company, job.role) == ("Acme", "Product Manager")
    assert job.description == "Leads a team of four engineers."


def test_an_end_date_wrapped_under_a_date_at_the_left_closes_the_range() -> None:
    job = the_job("June 2015 – Tester, Acme\nMay 2017 Wrote all tests of the shop system.")

    assert job.period == Period(PartialDate(2015, 6), PartialDate(2017, 5))


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


def test_a_list_of_tools_is_no_company() -> None:
    assert the_job("Tester\t2019 – 2020\nDocker, Git, SQL Server, Jira").company is None


@pytest.mark.parametrize(
    "heading", ["Professional Memberships", "On Campus Involvement", "Extracurricular Activities"]
)
def test_memberships_and_campus_roles_are_no_jobs_even_where_there_is_no_other(
    heading: str,
) -> None:
    resume = resume_of(f"Jane Doe\n{heading}\nMember, Chess Society\t2015 – Present\nSkills\nGo")

    assert resume.experience == ()


def test_dates_in_a_column_at_the_left_open_their_jobs() -> None:
    jobs = jobs_of(
        document_of("""
        Berufserfahrung
        04/2021 – heute\tSoftwareentwickler
        Spreetal Medizintechnik GmbH, Berlin
        • Entwicklung in C#
        10/2018 – 03/2021\tTestingenieur
        Gleisbild Systeme AG, Leipzig
        """)
    )

    assert [(job.company, job.role, job.location) for job in jobs] == [
        ("Spreetal Medizintechnik GmbH", "Softwareentwickler", "Berlin"),
        ("Gleisbild Systeme AG", "Testingenieur", "Leipzig"),
    ]
    assert jobs[0].period == Period(PartialDate(2021, 4), None, is_current=True)


@pytest.mark.parametrize(
    ("head", "company", "role"),
    [
        ("Office Clerk @Copper Kettle Tours", "Copper Kettle Tours", "Office Clerk"),
        ("Glass Blower @ Copper Kettle Tours", "Copper Kettle Tours", "Glass Blower"),
        ("Bookkeeper, then Controller – Fennel Mills (1987) Ltd.", "Fennel Mills (1987) Ltd.",
         "Bookkeeper, then Controller"),
        ("Dental Hygienist, Juniper Dental, Billings, MT", "Juniper Dental", "Dental Hygienist"),
        ("Projektleiterin (m/w/d), Ahornwerk GmbH", "Ahornwerk GmbH", "Projektleiterin (m/w/d)"),
        ("Bauzeichner*in bei Ahornwerk", "Ahornwerk", "Bauzeichner*in"),
        ("ANALYST – RISK\nFennel Mills Ltd.", "Fennel Mills Ltd.", "ANALYST – RISK"),
        ("Tile Setter\nJuniper Drones, Karmiel", "Juniper Drones", "Tile Setter"),
        ("Analyst\nAgence Coquelicot, Saint-Rémy-sur-Loire", "Agence Coquelicot", "Analyst"),
        ("Ruby, Finch & Hollow LLP, San Antonio, TX. . . . . . . . .\nParalegal",
         "Ruby, Finch & Hollow LLP", "Paralegal"),
    ],
)  # fmt: skip
def test_roles_of_many_trades_and_employers_of_all_kinds(
    head: str, company: str, role: str
) -> None:
    first, *rest = head.split("\n")

    job = the_job("\n".join([f"{first}\tMar 2019 – May 2020", *rest]))

    assert (job.company, job.role) == (company, role)


def test_a_role_of_unknown_words_stands_where_the_other_roles_stand() -> None:
    jobs = jobs_of(
        document_of("""
        Experience
        Copper Kettle Ltd, Site Manager
        [2018–date, Cork]
        • Kept the kettle hot.
        Fennel & Thyme, Splicer
        [2012–2018, Ballyvoe]
        • Spliced ropes.
        """)
    )

    assert [(job.company, job.role) for job in jobs] == [
        ("Copper Kettle Ltd", "Site Manager"),
        ("Fennel & Thyme", "Splicer"),
    ]


def test_a_role_without_company_is_not_given_that_of_the_job_before() -> None:
    jobs = jobs_of(
        document_of("""
        Experience
        Engineer\t2019 – 2021
        Copper Kettle Ltd
        • Kept the kettle hot.
        Freelance Translator\t2017 – 2019
        • Translated.
        """)
    )

    assert [(job.company, job.role) for job in jobs] == [
        ("Copper Kettle Ltd", "Engineer"),
        (None, "Freelance Translator"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Copper Kettle Ltd\tfebruary 2022 –\nEngineer\n• Kept the kettle hot.\tpresent",
        "Copper Kettle Ltd\tFebruary 2022\t– now\nEngineer",
        "2022-02\tCopper Kettle Ltd – Engineer\nnow\tSeoul",
        "Engineer, Copper Kettle Ltd (February 2022 –\ntoday)",
        "02/2022\tCopper Kettle Ltd\n|\tEngineer\npresent\t• Kept the kettle hot.",
        "Feb 2022\tCopper Kettle Ltd\nto\tEngineer\nNow",
    ],
)
def test_a_range_may_be_broken_over_rows_at_either_side(text: str) -> None:
    job = the_job(text)

    assert job.period == Period(PartialDate(2022, 2), None, is_current=True)
    assert (job.company, job.role) == ("Copper Kettle Ltd", "Engineer")


def test_a_range_may_be_broken_within_its_end() -> None:
    job = the_job("Engineer, Copper Kettle Ltd (June 2019 – May\n2022)\n• Kept the kettle hot.")

    assert job.period == Period(PartialDate(2019, 6), PartialDate(2022, 5))
    assert (job.company, job.role) == ("Copper Kettle Ltd", "Engineer")


def test_years_one_above_the_other_are_a_range_where_type_tells_the_rows_apart() -> None:
    document = page_of(
        ("Experience", 40, 14, True),
        ("2009\tCopper Kettle Ltd – Team Leader", 40, 10, True),
        ("2017\tAnkara", 40, 10, False),
        ("• Kept the kettle hot.", 80, 10, False),
        ("2002\tFennel Mills – Programmer", 40, 10, True),
        ("2009\tKonya", 40, 10, False),
    )

    jobs = [job for job in jobs_of(document) if job.period is not None]
    assert [(job.company, job.role, str(job.period.end)) for job in jobs if job.period] == [
        ("Copper Kettle Ltd", "Team Leader", "2017"),
        ("Fennel Mills", "Programmer", "2009"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Dates\tMar 2020 – now\nPosition held\tKeeper of Kettles\nEmployer\tCopper Kettle, Chur",
        "Arbeitgeber: Copper Kettle, Chur\nZeitraum: 03/2020 – heute\nPosition: Keeper of Kettles",
        "03/2020 – present\nJob title: Keeper of Kettles\nEmployer: Copper Kettle, Chur",
        "• Date\tDal 03/2020 ad oggi\n• Ruolo\tKeeper of Kettles\n• Azienda\tCopper Kettle, Chur",
    ],
)
def test_jobs_of_forms_are_told_by_their_labels(text: str) -> None:
    jobs = jobs_of(document_of(f"Experience\n{text}\n{text.replace('Copper', 'Tin')}"))

    assert [(job.company, job.role, job.location) for job in jobs] == [
        ("Copper Kettle", "Keeper of Kettles", "Chur"),
        ("Tin Kettle", "Keeper of Kettles", "Chur"),
    ]
    assert jobs[0].period == Period(PartialDate(2020, 3), None, is_current=True)


def test_what_a_form_says_of_the_business_names_no_company() -> None:
    jobs = jobs_of(
        document_of("""
        Experience
        Mar 2020 – now\tTea Taster
        Copper Kettle, Chur
        Business or sector Tea
        Mar 2018 – Feb 2020\tTea Clerk
        Tin Kettle, Chur
        """)
    )

    assert [job.company for job in jobs] == ["Copper Kettle", "Tin Kettle"]


def test_a_labelled_role_is_that_of_its_dated_company() -> None:
    job = the_job("Copper Kettle\tMar 2020 – Present\nDesignation: Keeper\n• Kept kettles.")

    assert (job.company, job.role) == ("Copper Kettle", "Keeper")


@pytest.mark.parametrize(
    "head",
    [
        "Copper Kettle / Data Engineer / Mar 2020 – Apr 2021",
        "Copper Kettle: Data Engineer\tMar 2020 – Apr 2021",
        "Data Engineer [Copper Kettle] Mar 2020 – Apr 2021",
        "• Data Engineer, Copper Kettle\tMar 2020 – Apr 2021",
        "1. Data Engineer, Copper Kettle (Mar 2020 – Apr 2021)",
    ],
)
def test_rare_signs_between_role_and_company(head: str) -> None:
    job = the_job(f"{head}\n• Kept kettles.\n• Counted spoons.")

    assert (job.company, job.role) == ("Copper Kettle", "Data Engineer")
    assert job.description == "Kept kettles.\nCounted spoons."


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


@pytest.mark.parametrize(
    "rows",
    [
        ("Jan 2018\tWarehouse Clerk", "– Feb\tCopper Kettle", "2021\tKept kettles."),
        ("Jan\tWarehouse Clerk, Copper Kettle", "2018–Feb 2021\tKept all the kettles in one row"),
        ("Jan\tWarehouse Clerk", "2018 – Feb\tCopper Kettle", "2021\tKept kettles in one row"),
        ("Warehouse Clerk\tJan 2018", "Copper Kettle\t– Feb", "• Kept kettles.\t2021"),
        ("Jan 2018 Warehouse Clerk", "– Feb 2021 Copper Kettle", "• Kept kettles."),
        ("From\tTo\tEmployer\tPosition", "Jan 2018\tFeb 2021\tCopper Kettle\tWarehouse Clerk"),
    ],
)
def test_dates_of_narrow_columns_and_tables(rows: tuple[str, ...]) -> None:
    (job,) = jobs_of(document_of("Experience\n" + "\n".join(rows)))

    assert job.period == Period(PartialDate(2018, 1), PartialDate(2021, 2))
    assert (job.company, job.role) == ("Copper Kettle", "Warehouse Clerk")


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


def test_a_change_of_type_parts_a_company_from_its_town() -> None:
    text = "Teller @ Copper Kettle Bank Ballyvoe, Sep 2024 – May 2025"
    turns = tuple(text.index(word) for word in ("@", "Ballyvoe"))
    lines = (Line(1, "Experience"), Line(2, text, turns=turns))

    (job,) = jobs_of(Document("text/plain", (), lines))

    assert (job.company, job.role) == ("Copper Kettle Bank", "Teller")


def test_a_unit_after_a_role_is_no_company_where_companies_stand_above() -> None:
    jobs = jobs_of(
        document_of("""
        Experience
        Copper Kettle\tLeeds, UK
        Engineer\tMar 2021 – Present
        • Kept kettles.
        Team Leader, Lids\tJan 2018 – Feb 2021
        • Kept lids.
        Fennel & Thyme\tYork, UK
        Clerk\tJan 2016 – Dec 2017
        """)
    )

    assert [(job.company, job.role) for job in jobs] == [
        ("Copper Kettle", "Engineer"),
        ("Copper Kettle", "Team Leader, Lids"),
        ("Fennel & Thyme", "Clerk"),
    ]


def test_units_and_names_without_telling_words_under_a_company_with_its_whole_time() -> None:
    jobs = jobs_of(
        document_of("""
        Experience
        Engineer, Fennel & Thyme\t2020 – 2022
        • Ground thyme.
        Oven & Ladle\t2012 – 2020
        Team Leader, Lids\t2016 – 2020
        • Kept lids.
        Tester\t2012 – 2016
        """)
    )

    assert [(job.company, job.role) for job in jobs] == [
        ("Fennel & Thyme", "Engineer"),
        ("Oven & Ladle", "Team Leader, Lids"),
        ("Oven & Ladle", "Tester"),
    ]


@pytest.mark.parametrize(
    "head",
    [
        "Engineer (Full-time)\tMar 2020 – Apr 2021\nCopper Kettle - Leeds, UK",
        "Engineer, Copper Kettle (Mar 2020 – Apr 2021, 1 year)",
        "Position: Engineer\tMar 2020 – Apr 2021\nCompany: Copper Kettle",
        "**Engineer** at **Copper Kettle**\tMar 2020 – Apr 2021",
        "Copper Kettle\nEngineer\tMar 2020 – Apr 2021\nReported to the head of all sales",
    ],
)
def test_terms_durations_marks_and_remarks_belong_to_no_name(head: str) -> None:
    job = the_job(f"{head}\n• Kept kettles.")

    assert (job.company, job.role) == ("Copper Kettle", "Engineer")
    assert job.period == Period(PartialDate(2020, 3), PartialDate(2021, 4))
