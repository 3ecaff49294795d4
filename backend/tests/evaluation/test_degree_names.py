import pytest

from evaluation.degrees import degree_name


@pytest.mark.parametrize(
    ("degree", "major", "name"),
    [
        ("Master of Science in Physics", "Physics", "Master of Science"),
        ("M.Sc.", "Physics", "master of science"),
        ("BSc (Hons)", None, "bachelor of science"),
        ("Bachelor of Arts (Honours)", None, "Bachelor of Arts"),
        ("Diploma", "Cookery", "Diploma"),
    ],
)
def test_a_degree_is_compared_without_field_and_honours_and_in_full(
    degree: str, major: str | None, name: str
) -> None:
    assert degree_name({"degree": degree, "major": major}) == name
