import pytest

from app.engine.resumes.wire import parsed_json

from .build import AS_OF, WHOLE, resume_of

HEAD = "Wilma Quuxfield\nwilma.q@example.com | Lyon, France\n"


def unknown(skills: str) -> tuple[str, ...]:
    return resume_of(f"{HEAD}\nSkills\n{skills}").unknown_skills


def test_items_of_a_list_that_the_taxonomy_does_not_know_are_noted_as_written() -> None:
    assert unknown("Tools: Python, Frobnicator (advanced), Wibble 3.2") == ("Frobnicator", "Wibble")


def test_they_are_on_the_wire() -> None:
    assert parsed_json(resume_of(f"{HEAD}\nSkills\nPython, Wibble"), AS_OF)["unknown_skills"] == [
        "Wibble"
    ]


def test_a_resume_of_known_skills_has_none() -> None:
    assert resume_of(WHOLE).unknown_skills == ()


def test_only_lists_of_skills_are_looked_at() -> None:
    text = f"{HEAD}\nSummary\nFrobnicator, Wibble\nExperience\nEngineer, Acme\t2019 - 2020\n• Zorb"

    assert resume_of(text).unknown_skills == ()


def test_what_tells_of_the_person_is_left_out() -> None:
    text = (
        "Python, Wilma Quuxfield, Lyon, Springfield Widgets, Berlin, France, French, Zorblang\n"
        "Experience\nEngineer, Springfield Widgets\tJan 2019 - Mar 2020\n• Wrote Python."
    )

    assert unknown(text) == ("Zorblang",)


@pytest.mark.parametrize(
    "item", ["Passport AB1234567", "Mr John Sample", "Frau Muster", "Married", "verheiratet"]
)
def test_numbers_of_papers_and_people_with_titles_are_left_out(item: str) -> None:
    assert unknown(f"Python, {item}, Zorblang") == ("Zorblang",)


def test_degrees_and_fields_of_study_are_no_skills_to_add() -> None:
    assert unknown("Python, MSc Physics, Zorblang") == ("Zorblang",)


def test_labels_of_a_table_and_lines_above_lists_are_no_items() -> None:
    text = "Gadgetry\tPython, Zorblang\nThingwork\nJava, Docker"

    assert unknown(text) == ("Zorblang",)


def test_a_point_before_a_name_and_signs_after_it_are_of_the_name() -> None:
    assert unknown("• Python, .NET, Zorb++") == ("Zorb++",)


def test_a_resume_notes_a_bounded_number() -> None:
    assert len(unknown(", ".join(f"Zorb{n}lang" for n in range(200)))) == 50
