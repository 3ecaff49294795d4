import pytest

from app.engine.dates import PartialDate, Period

from .build import document_of, jobs_of, page_of, the_job


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
