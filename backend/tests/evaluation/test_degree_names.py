import pytest

from evaluation.degrees import degree_name, same_degree
from evaluation.tally import ALIKE


@pytest.mark.parametrize(
    ("degree", "major", "name"),
    [
        ("Master of Science in Physics", "Physics", "Master of Science"),
        ("M.Sc. Physics", "Physics", "M.Sc."),
        ("BSc (Hons)", None, "BSc"),
        ("Bachelor of Arts (Honours)", None, "Bachelor of Arts"),
        ("Diploma", "Cookery", "Diploma"),
    ],
)
def test_a_degree_is_compared_without_field_and_honours(
    degree: str, major: str | None, name: str
) -> None:
    assert degree_name({"degree": degree, "major": major}) == name


@pytest.mark.parametrize(
    ("short", "long", "same"),
    [
        ("B.Sc.", "Bachelor of Science", True),
        ("BE", "Bachelor of Engineering", True),
        ("MBA", "Master of Business Administration", True),
        ("PhD", "Doctor of Philosophy", True),
        ("LL.B.", "Bachelor of Laws", True),
        ("B.S.", "BSc", True),
        ("Master of Sciences", "MS", True),
        ("BA", "BSc", False),
        ("B.Tech", "Bachelor of Science", False),
        ("MSc", "Bachelor of Science", False),
        ("Master", "Master of Arts", False),
    ],
)
def test_an_abbreviation_is_the_degree_it_stands_for(short: str, long: str, same: bool) -> None:
    assert (same_degree(short, long) >= ALIKE) is same
