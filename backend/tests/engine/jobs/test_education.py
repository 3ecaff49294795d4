import pytest

from app.engine.jobs.model import EducationAsked, EducationPath
from app.engine.taxonomy.model import DegreeLevel
from tests.engine.jobs.posting import read


def education(text: str) -> EducationAsked | None:
    return read(text, "Developer").requirements.education


def asked(text: str) -> EducationAsked:
    found = education(text)
    assert found is not None
    return found


def test_level_and_field_are_read_with_their_line() -> None:
    found = asked("Requirements:\n- SQL\n- Bachelor's degree in Computer Science")

    assert found.level is DegreeLevel.BACHELOR
    assert found.fields[0] == "computer science"
    assert found.text == "Bachelor's degree in Computer Science"
    assert found.sources[0].lines == (3,)


def test_a_related_field_is_accepted_though_it_is_not_named() -> None:
    found = asked("Bachelor's degree in Computer Science or a related field")

    assert found.fields == ("computer science",)
    assert "mathematics" in found.also_accepted
    assert set(found.accepted_fields) == {*found.fields, *found.also_accepted}


def test_fields_of_another_degree_are_not_asked_of_the_lowest() -> None:
    found = asked("Requirements:\n- High school diploma\n- A bachelor's degree in finance helps")

    assert (found.level, found.fields) == (DegreeLevel.SCHOOL, ())


def test_a_degree_that_nobody_needs_is_not_asked() -> None:
    assert education("What we don't ask\nA doctorate, papers or prizes.\n") is None
    assert education("You don't need a bachelor's degree to do this well.") is None


def test_the_lowest_of_several_degrees_is_enough() -> None:
    found = asked("Education: Master's or Bachelor's degree in Computer Science")

    assert found.level is DegreeLevel.BACHELOR


def test_a_university_degree_is_a_bachelors() -> None:
    assert asked("Must have a university degree in physics").level is DegreeLevel.BACHELOR


def test_equivalent_experience_is_a_way_around() -> None:
    assert asked("BS in Computer Science or equivalent practical experience").or_equivalent
    assert asked("Studium der Informatik oder vergleichbare Berufserfahrung").or_equivalent


@pytest.mark.parametrize(
    ("line", "is_open"),
    [
        ("Bachelor's degree in Computer Science or equivalent", True),
        ("Bachelor's degree (or equivalent)", True),
        ("Studium der Informatik oder eine vergleichbare Ausbildung", True),
        ("Bachelor's degree or equivalent qualification", False),
        ("Five GCSEs or equivalent", False),
        ("Master's in Education or a related field and 2 years of experience", False),
    ],
)
def test_whatever_is_as_good_as_a_university_degree_may_be_experience(
    line: str, is_open: bool
) -> None:
    assert asked(f"Requirements:\n- {line}").or_equivalent is is_open


def test_equivalent_experience_does_not_open_the_field() -> None:
    plain = asked("Bachelor's degree in Physics")
    opened = asked("Bachelor's degree in Physics or equivalent experience")

    assert opened.fields == plain.fields


def test_each_degree_with_its_own_years_is_a_path() -> None:
    found = asked(
        "Bachelor's degree with 5+ years of experience, or Master's degree with 3+ years of "
        "experience, or PhD."
    )

    assert found.paths == (
        EducationPath(DegreeLevel.BACHELOR, 60),
        EducationPath(DegreeLevel.MASTER, 36),
        EducationPath(DegreeLevel.DOCTORATE, None),
    )


def test_one_span_for_all_degrees_makes_no_paths() -> None:
    found = asked("Bachelor's or Master's degree and 3 years of experience")

    assert found.paths == ()


def test_a_preferred_degree_is_not_asked() -> None:
    assert education("Requirements:\n- SQL\n- Master's degree preferred") is None
    assert education("Nice to have:\n- Master's degree in Physics") is None


def test_a_background_in_a_field_asks_for_the_field_only() -> None:
    found = asked("Requirements:\n- Background in Mathematics")

    assert found.level is None
    assert found.fields[0] == "mathematics"


def test_a_scrum_master_needs_no_degree() -> None:
    assert education("Requirements:\n- Experience as a Scrum Master\n- Master data") is None


@pytest.mark.parametrize(
    ("line", "level"),
    [
        ("Abgeschlossene Ausbildung im IT-Bereich", DegreeLevel.ASSOCIATE),
        ("Abgeschlossenes Studium oder Ausbildung im IT-Umfeld", DegreeLevel.ASSOCIATE),
        ("Studium der Informatik oder eine vergleichbare Ausbildung", DegreeLevel.BACHELOR),
        ("Akademischer Abschluss in Finance", DegreeLevel.BACHELOR),
        ("Completed apprenticeship in plumbing", DegreeLevel.ASSOCIATE),
        ("Vocational training in retail", DegreeLevel.ASSOCIATE),
    ],
)
def test_training_for_an_occupation_is_the_level_below_a_bachelor(
    line: str, level: DegreeLevel
) -> None:
    assert asked(f"Requirements\n- {line}").level is level


@pytest.mark.parametrize("line", ["Location: Boston, MA / Hybrid", "Austin, MA or remote"])
def test_the_letters_of_a_state_are_no_degree(line: str) -> None:
    assert education(f"{line}\nRequirements\n- SQL") is None


@pytest.mark.parametrize(
    ("line", "fields"),
    [
        ("Degree in Human Resources or Psychology, or equivalent experience", "human resources"),
        ("MSc -- or a BSc with 5 years of work -- in Applied Nonsense, Physics", "physics"),
        ("Master's degree in Applied Nonsense, Physics or related field", "physics"),
        ("BSc in physics; MBA preferred", "physics"),
    ],
)
def test_fields_are_found_around_asides_and_names_that_are_not_known(
    line: str, fields: str
) -> None:
    assert asked(f"Requirements:\n- {line}").fields[0] == fields


def test_to_master_something_is_no_degree() -> None:
    assert education("The work\n- Master our internal processes\nRequirements\n- SQL") is None


def test_a_school_that_is_named_outside_the_demands_is_no_certificate() -> None:
    found = asked("Bramley High School, Leeds\nRequirements\n- BSc")

    assert found.level is DegreeLevel.BACHELOR


@pytest.mark.parametrize(
    "line", ["GCSEs in English", "A-levels", "Matric", "Grade 12", "High school diploma or GED"]
)
def test_certificates_of_a_school_are_read(line: str) -> None:
    assert asked(f"Requirements:\n- {line}").level is DegreeLevel.SCHOOL


@pytest.mark.parametrize(
    "line", ["Law degree", "Third-level qualification", "A 2:1 degree", "Degree-educated"]
)
def test_a_degree_of_any_name_is_a_bachelors(line: str) -> None:
    assert asked(f"Requirements:\n- {line}").level is DegreeLevel.BACHELOR


def test_a_degree_of_something_else_is_none() -> None:
    assert education("Requirements:\n- SQL\n- A high degree of care") is None


def test_the_title_is_no_demand() -> None:
    text = "PhD Student in Biology\n\nRequirements:\n- Master's degree in Biology"

    found = read(text, "").requirements.education

    assert found is not None
    assert found.level is DegreeLevel.MASTER


def test_a_sentence_of_its_own_can_let_experience_stand_for_the_degree() -> None:
    text = (
        "Requirements:\n- Associate degree in information technology. An equivalent combination "
        "of education and experience may be accepted."
    )

    assert asked(text).or_equivalent
