import pytest

from app.engine.jobs.wire import parsed_json
from tests.engine.jobs.posting import read


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Employment type: Full-time", "full_time"),
        ("| Hours | full time, or four days pro rata |", "full_time"),
        ("Hours: 37 hours per week", "full_time"),
        ("CDI à temps plein, basé à Lyon", "full_time"),
        ("Umfang: Vollzeit (38 Stunden), unbefristet", "full_time"),
        ("Leeds | Hybrid | Permanent, full-time", "full_time"),
        ("You will be working full time from Monday to Friday.", "full_time"),
        ("The hours are forty over five days.", "full_time"),
        ("Hours: part-time, 24 hours over three days", "part_time"),
        ("Work pattern | Part-time, four days a week", "part_time"),
        ("Die Stelle ist in Teilzeit zu besetzen.", "part_time"),
        ("Appointment type: Contract, 40 hours a week", "contract"),
        ("Contract: B2B", "contract"),
        ("This is a 12-month contract, outside IR35.", "contract"),
        ("Hours: 16 per week", "part_time"),
        ("Pensum: 60 %", "part_time"),
        ("We are looking for a freelancer for six months.", "contract"),
        ("Fixed term (maternity cover), 12 months", "temporary"),
        ("This position is a temp to hire role.", "temporary"),
        ("You will lead our internship programme.", None),
        ("Job type: Temporary", "temporary"),
        ("This is a seasonal job from May to October.", "temporary"),
        ("This is a six-month internship in our shop.", "internship"),
        ("Contract: Permanent", None),
        ("Hours: 9 to 17:30", None),
        ("Shifts: 12 hours, four on and four off", None),
        ("Requirements:\n- contract negotiations\n- a part-time degree is fine", None),
        ("Full-time employees get a bike.", None),
        ("You manage contracts with suppliers.", None),
    ],
)
def test_the_kind_of_employment_is_read(text: str, kind: str | None) -> None:
    found = read(f"Clerk\n{text}", "Clerk").employment

    assert (found.value if found else None) == kind


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Data Science Intern, Summer", "internship"),
        ("Instructional Designer (6-month contract)", "contract"),
        ("SAP Developer (freelance)", "contract"),
        ("Werkstudent Marketing", "part_time"),
        ("Contract Manager", None),
        ("International Sales Lead", None),
    ],
)
def test_the_title_can_name_the_kind_of_employment(title: str, kind: str | None) -> None:
    found = read("SQL required.", title).employment

    assert (found.value if found else None) == kind


@pytest.mark.parametrize(
    ("text", "visa"),
    [
        ("We cannot sponsor visas at this time.", "not_offered"),
        ("We are not able to sponsor visas for this grade.", "not_offered"),
        ("Visa sponsorship is not available.", "not_offered"),
        ("The council regrets that it cannot offer a work permit.", "not_offered"),
        ("Applicants must be able to work here without sponsorship.", "not_offered"),
        ("Visa sponsorship: no", "not_offered"),
        ("Visa sponsorship: available", "offered"),
        ("We are able to sponsor an Employment Pass for the right person.", "offered"),
        ("We offer\n- an employment visa that we arrange and pay for", "offered"),
        ("We help with your visa and the move.", "offered"),
        ("Experience with Visa and Mastercard payments", None),
        ("You find sponsors for our events.", None),
        ("You must have the right to work in Ireland.", None),
        ("Do you require sponsorship?", None),
    ],
)
def test_help_with_a_visa_is_read(text: str, visa: str | None) -> None:
    found = read(text, "Clerk").visa

    assert (found.value if found else None) == visa


@pytest.mark.parametrize(
    "text",
    [
        "Benefits\n- 25 days of leave\n- a pension",
        "You also get stock options and five weeks off.",
        "Nos avantages : treizième mois, titres-restaurant, mutuelle",
        "Das bekommst Du:\n+ 30 Tage Urlaub, Weihnachts- und Urlaubsgeld",
        "REMUNERATION\n13th month, HMO for self and spouse, pension.",
        "The office has free parking and a kitchen.",
    ],
)
def test_benefits_are_listed_with_their_lines(text: str) -> None:
    found = read(text, "Clerk").benefits

    assert found
    assert all(one.sources and one.sources[0].quote for one in found)


@pytest.mark.parametrize(
    "text",
    [
        "A competitive package is on offer for the right person.",
        "Requirements:\n- experience with auto-enrolment pensions\n- SQL",
        "WHAT'S IN IT FOR YOU\n- weekly contests\n- be your own boss",
        "Experience in healthcare",
        "You deal with pensions and maternity pay for our clients.",
    ],
)
def test_pay_and_demands_are_no_benefits(text: str) -> None:
    assert read(text, "Clerk").benefits == ()


def test_the_wire_gives_the_terms_and_where_they_stand() -> None:
    text = "Location: Leeds\nJob type: Part-time\nWe cannot sponsor visas.\nBenefits\n- a pension"

    wire = parsed_json(read(text, "Clerk"))

    assert wire["employment_type"] == "part_time"
    assert wire["visa"] == "not_offered"
    assert [one["value"] for one in wire["benefits"]] == ["a pension"]
    lines = {name: sources[0]["lines"] for name, sources in wire["fact_sources"].items() if sources}
    assert lines == {"location": [1], "employment_type": [2], "visa": [3]}


def test_terms_that_are_not_said_are_null() -> None:
    wire = parsed_json(read("SQL required.", "Clerk"))

    assert (wire["employment_type"], wire["visa"], wire["benefits"]) == (None, None, [])
