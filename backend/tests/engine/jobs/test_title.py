import pytest

from tests.engine.jobs.posting import read


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Backend Developer\nRequirements: Java", "Backend Developer"),
        ("# Backend Developer\n\nRequirements: Java", "Backend Developer"),
        ("Job Title: Data Analyst\nSQL required", "Data Analyst"),
        ("About us\nWe sell shoes.\nPosition: Web Developer (Remote)", "Web Developer (Remote)"),
        ("Role: QA Engineer | Experience: 3 to 6 Years", "QA Engineer"),
        ("Junior developer needed. Must have SQL.", "Junior developer"),
        ("We are looking for a skilled Data Engineer to join our team.", "Data Engineer"),
        ("Requirements:\n- Java", ""),
    ],
)
def test_the_title_is_taken_from_the_text(text: str, title: str) -> None:
    assert read(text).title == title
