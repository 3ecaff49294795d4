"""Jobs of forms, whose values stand behind labels."""

import pytest

from app.engine.dates import PartialDate, Period

from .build import document_of, jobs_of, the_job


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


def test_a_field_after_a_long_one_is_not_its_wrapped_rest() -> None:
    jobs = jobs_of(
        document_of("""
        Experience
        Employer: Copper Kettle
        Position: Engineer
        Duties: Kept all of the kettles in one row and wrote down how long each one took to boil
        Employer: Tin Kettle
        Position: Clerk
        """)
    )

    assert [(job.company, job.role) for job in jobs] == [
        ("Copper Kettle", "Engineer"),
        ("Tin Kettle", "Clerk"),
    ]
