import pytest

from .posting import read


def unknown(text: str) -> tuple[str, ...]:
    return read(text, "Developer").unknown_skills


def test_names_beside_known_skills_in_the_parts_that_ask_are_noted_as_written() -> None:
    text = "Requirements\n- Python, Quuxdb and PostgreSQL\nNice to have\n- Docker or Wibbleform 2.1"

    assert unknown(text) == ("Quuxdb", "Wibbleform")


def test_a_name_alone_behind_a_bullet_is_noted() -> None:
    assert unknown("Requirements\n- Frobnicator XQT\n- QuuxDB") == ("Frobnicator XQT", "QuuxDB")


@pytest.mark.parametrize(
    "text",
    [
        "Requirements\n- Python, mentoring juniors, own the roadmap",
        "Requirements\n- Stamina\n- Punctual",
        "Requirements\n- Bachelor of Science, Physics, Python",
        "About us\n- Quuxdb, Python",
        "Requirements\n- Gute Kenntnisse, Python, aber kein Muss",
    ],
)
def test_what_is_no_name_or_not_asked_is_left_out(text: str) -> None:
    assert unknown(text) == ()


def test_a_name_counts_once_and_a_posting_has_a_bounded_number_of_them() -> None:
    many = ", ".join(f"Quux{number}db" for number in range(200))

    assert unknown("Requirements\n- Python, QuuxDB\n- Java, quuxDB") == ("QuuxDB",)
    assert len(unknown(f"Requirements\n- Python, {many}")) == 50
