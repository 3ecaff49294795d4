"""The postings that the founding documents judge themselves: their values are law."""

from app.engine.jobs.model import MonthRange
from app.engine.jobs.wire import parsed_json
from tests.engine.jobs.posting import codes, read

GOOD = (
    "Senior Python Developer. Required: Python, Django, 3-5 years. Preferred: React. "
    "Salary: $80-100k."
)
POOR = "Junior developer needed. Must have 10 years experience in Python, Java, React, ML, DevOps."
SDE_1 = """Title: Software Development Engineer 1 (SDE 1)

Required Skills:
- Java (core language)
- Data Structures and Algorithms (fundamental)

Preferred Skills:
- Spring Boot (framework experience)
- React (frontend capability)
- SQL (database knowledge)

Experience Range: 0-2 years
Education: Bachelor's in Computer Science or related field
"""
SDE_1_TAIL = """
Quality Score: 85/100
Analysis: Requirements are realistic for entry level. Red flag detected: Salary range not \
mentioned. Consider adding compensation details for better transparency.
"""


def test_the_good_posting_loses_only_its_missing_location() -> None:
    reading = read(GOOD)
    wire = parsed_json(reading)

    assert reading.title == "Senior Python Developer"
    assert wire["required_skills"] == ["Python", "Django"]
    assert wire["preferred_skills"] == ["React"]
    assert wire["experience_years"] == [3, 5]
    assert wire["red_flags"] == []
    assert codes(reading) == ["no_location"]
    assert reading.quality_score == 95


def test_the_good_posting_names_its_pay() -> None:
    salary = read(GOOD).salary

    assert salary is not None
    assert (salary.min, salary.max, salary.currency) == (80_000, 100_000, "USD")


def test_the_poor_posting_has_three_red_flags_and_the_range_of_its_title() -> None:
    reading = read(POOR)
    wire = parsed_json(reading)

    assert reading.title == "Junior developer"
    assert wire["required_skills"] == ["Python", "Java", "React", "Machine Learning", "DevOps"]
    assert wire["experience_years"] == [0, 2]
    assert wire["skill_years"] == []
    assert len(wire["red_flags"]) == 3
    assert [(f.code, f.minus) for f in reading.findings] == [
        ("no_salary", 10),
        ("no_location", 5),
        ("level_mismatch", 30),
        ("too_many", 20),
        ("not_told_apart", 5),
    ]
    assert reading.quality_score == 30
    assert reading.requirements.level == "entry"


def test_the_entry_level_engineer_posting_scores_85_with_one_red_flag() -> None:
    for text in (SDE_1, SDE_1 + SDE_1_TAIL):
        reading = read(text)
        wire = parsed_json(reading)

        assert reading.title == "Software Development Engineer 1 (SDE 1)"
        assert wire["required_skills"] == ["Java", "Data Structures and Algorithms"]
        assert wire["preferred_skills"] == ["Spring Boot", "React", "SQL"]
        assert wire["experience_years"] == [0, 2]
        assert wire["education"]["level"] == "bachelor"
        assert wire["red_flags"] == ["Salary not mentioned."]
        assert codes(reading) == ["no_salary", "no_location"]
        assert reading.quality_score == 85
        assert reading.requirements.level == "entry"


def test_the_analysis_says_what_the_founding_example_says() -> None:
    analysis = read(SDE_1).quality_analysis

    assert analysis.startswith("Good (85/100)")
    assert "Requirements are realistic for entry level." in analysis
    assert "Red flag detected: Salary not mentioned." in analysis


def test_a_title_given_beside_the_text_is_kept() -> None:
    reading = read(POOR, title="  Junior   Backend Developer ")

    assert reading.title == "Junior Backend Developer"
    assert reading.requirements.experience == MonthRange(0, 24)
