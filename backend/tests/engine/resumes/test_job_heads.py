import pytest

from app.engine.dates import PartialDate, Period
from app.engine.documents.model import Document, Line

from .build import document_of, jobs_of, the_job


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


def test_a_list_of_tools_is_no_company() -> None:
    assert the_job("Tester\t2019 – 2020\nDocker, Git, SQL Server, Jira").company is None


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
