from datetime import date

import pytest

from app.engine.jobs.model import Finding, JobReading
from app.engine.jobs.quality import quality_score
from app.engine.jobs.rubric import rubric
from tests.engine.jobs.posting import codes, read

COMPLETE = "Location: Berlin\nSalary: $80,000\nExperience: 3-5 years\nRequirements:\n- SQL"
MANY = [
    "Python", "Java", "Scala", "Ruby", "PHP", "Django", "Flask", "FastAPI", "Laravel",
    "PostgreSQL", "MySQL", "MongoDB", "Redis", "Cassandra", "Hibernate", "Spring Boot", "Node.js",
]  # fmt: skip


def finding(reading: JobReading, code: str) -> Finding:
    return next(f for f in reading.findings if f.code == code)


def test_a_complete_posting_loses_nothing() -> None:
    reading = read(COMPLETE, "Developer")

    assert reading.findings == ()
    assert reading.quality_score == 100
    assert reading.quality_analysis.startswith("Excellent (100/100)")


@pytest.mark.parametrize(
    ("line", "code", "minus", "red_flag"),
    [
        ("Salary: $80,000\n", "no_salary", 10, True),
        ("Location: Berlin\n", "no_location", 5, False),
        ("Experience: 3-5 years\n", "no_range", 5, False),
    ],
)
def test_each_missing_part_takes_its_points(
    line: str, code: str, minus: int, red_flag: bool
) -> None:
    reading = read(COMPLETE.replace(line, ""), "Developer")

    assert [(f.code, f.minus, f.red_flag) for f in reading.findings] == [(code, minus, red_flag)]
    assert reading.quality_score == 100 - minus


def test_an_arrangement_alone_is_place_enough() -> None:
    assert codes(read(COMPLETE.replace("Location: Berlin", "Fully remote."), "Developer")) == []


def test_years_of_a_required_skill_are_range_enough() -> None:
    text = COMPLETE.replace("Experience: 3-5 years\n", "").replace("- SQL", "- 3 years of SQL")

    assert codes(read(text, "Developer")) == []


def test_an_entry_title_with_five_years_lets_the_title_rule() -> None:
    reading = read(COMPLETE.replace("3-5", "5-7"), "Junior Developer")

    assert codes(reading) == ["level_mismatch"]
    assert finding(reading, "level_mismatch").line == 3
    assert reading.requirements.level == "entry"
    assert reading.quality_score == 70


def test_an_entry_title_with_four_years_is_no_mismatch() -> None:
    assert codes(read(COMPLETE.replace("3-5", "4-7"), "Junior Developer")) == []


def test_a_senior_title_with_at_most_one_year_lets_the_title_rule() -> None:
    reading = read(COMPLETE.replace("3-5", "0-1"), "Senior Developer")

    assert codes(reading) == ["level_mismatch"]
    assert reading.requirements.experience is not None
    assert (reading.requirements.experience.min, reading.requirements.experience.max) == (60, None)
    assert reading.requirements.level == "senior"


@pytest.mark.parametrize(
    ("years", "most"),
    [("0-1", 8), ("3-5", 12), ("6-9", 16)],
)
def test_too_many_starts_above_the_most_of_the_level(years: str, most: int) -> None:
    for count, is_found in ((most, False), (most + 1, True)):
        skills = "\n".join(f"- {name}" for name in MANY[:count])
        text = COMPLETE.replace("3-5", years).replace("- SQL", skills)

        assert ("too_many" in codes(read(text, "Developer"))) is is_found


def test_an_entry_role_over_four_areas_asks_too_much() -> None:
    text = COMPLETE.replace("3-5", "0-2")

    three = read(text.replace("- SQL", "- Python\n- React\n- Docker\nNice:\n- Figma"), "Developer")
    four = read(text.replace("- SQL", "- Python\n- React\n- Docker\n- Figma"), "Developer")

    assert "too_many" not in codes(three)
    assert "too_many" in codes(four)


def test_a_choice_needs_no_area_that_another_slot_gives() -> None:
    skills = "- Python\n- React\n- Docker\n- Kotlin or Python\n- Node.js or Swift"
    text = COMPLETE.replace("3-5", "0-2").replace("- SQL", skills)

    assert "too_many" not in codes(read(text, "Developer"))


def test_four_skills_of_one_importance_are_not_told_apart() -> None:
    three = COMPLETE.replace("- SQL", "- SQL\n- Java\n- Git")
    four = COMPLETE.replace("- SQL", "- SQL\n- Java\n- Git\n- Linux")

    assert "not_told_apart" not in codes(read(three, "Developer"))
    assert "not_told_apart" in codes(read(four, "Developer"))
    assert "not_told_apart" not in codes(read(f"{four}\nNice to have:\n- Go", "Developer"))


def test_more_years_than_a_technology_has_are_a_red_flag() -> None:
    text = COMPLETE.replace("- SQL", "- 12+ years of Kubernetes")

    early = read(text, "Developer", as_of=date(2024, 6, 1))
    late = read(text, "Developer", as_of=date(2030, 6, 1))

    assert finding(early, "tech_age").minus == 15
    assert finding(early, "tech_age").red_flag
    assert "tech_age" not in codes(late)


def test_an_old_member_of_a_choice_makes_its_years_possible() -> None:
    text = COMPLETE.replace("- SQL", "- 15+ years of Rust or C++")

    assert "tech_age" not in codes(read(text, "Developer"))


def test_years_that_the_title_overruled_are_no_age_of_technology() -> None:
    text = COMPLETE.replace("- SQL", "- 30 years of Kubernetes")

    assert "level_mismatch" in codes(read(text, "Junior Developer"))
    assert "tech_age" not in codes(read(text, "Junior Developer"))


def test_remote_and_daily_on_site_contradict() -> None:
    text = f"{COMPLETE}\nFully remote position.\nYou must be in the office 5 days a week."

    found = finding(read(text, "Developer"), "contradiction")

    assert (found.minus, found.red_flag, found.line) == (10, True, 7)


def test_an_entry_role_that_manages_people_contradicts_and_two_take_twenty() -> None:
    text = (
        f"{COMPLETE.replace('3-5', '0-1')}\nYou will manage a team of five engineers.\n"
        "Fully remote position.\nDaily in the office.\nExperience needed: 5-3 years"
    )

    found = [f for f in read(text, "Developer").findings if f.code == "contradiction"]

    assert len(found) >= 2
    assert sum(f.minus for f in found) == 20


def test_a_reversed_range_is_flagged() -> None:
    reading = read(COMPLETE.replace("3-5", "5-3"), "Developer")

    assert codes(reading) == ["contradiction"]
    assert reading.requirements.experience is not None
    assert (reading.requirements.experience.min, reading.requirements.experience.max) == (36, 60)


def test_each_excluding_word_takes_three_and_all_at_most_twelve() -> None:
    one = read(f"{COMPLETE}\nWe want a rockstar.", "Developer")
    many = read(
        f"{COMPLETE}\nA rockstar, ninja, digital native, native English speaker for various tasks.",
        "Developer",
    )

    assert one.quality_score == 97
    assert many.quality_score == 88
    assert len(codes(many)) == 5
    assert all(f.red_flag and f.suggestion for f in many.findings)


def test_the_same_word_counts_once() -> None:
    assert read(f"{COMPLETE}\nA rockstar! A Rockstar!", "Developer").quality_score == 97


def test_legal_notices_are_not_searched_for_excluding_words() -> None:
    text = f"{COMPLETE}\nEqual opportunity statement:\nWe welcome each native speaker."

    assert codes(read(text, "Developer")) == []


def test_long_sentences_a_long_paragraph_and_a_long_text_are_hard_to_read() -> None:
    sentence = "Word " + " ".join(["word"] * 39) + "."
    paragraph = " ".join([sentence] * 4)
    posting = "\n".join([COMPLETE, "About us", *[paragraph] * 8])

    assert finding(read(posting, "Developer"), "hard_to_read").minus == 5
    assert finding(read(f"{COMPLETE}\n{paragraph}", "Developer"), "hard_to_read").minus == 1


def test_a_bullet_is_one_sentence() -> None:
    bullets = "\n".join("- " + "Short words here. " * 15 for _ in range(20))

    assert finding(read(f"{COMPLETE}\n{bullets}", "Developer"), "hard_to_read").minus == 2


def test_a_posting_that_asks_nothing_cannot_be_determined() -> None:
    reading = read("We are nice people. Join us!", "Helper")

    assert reading.quality_score == 50
    assert "cannot be determined" in reading.quality_analysis
    assert all(f.minus == 0 for f in reading.findings)


def test_an_empty_posting_is_read() -> None:
    reading = read("")

    assert reading.quality_score == 50
    assert reading.title == ""


def test_the_score_is_never_below_zero() -> None:
    finding = Finding("x", 60, red_flag=True, line=None, reason="", suggestion="")

    assert quality_score([finding, finding]) == 0


@pytest.mark.parametrize(
    ("score", "name"),
    [
        (100, "excellent"), (90, "excellent"), (89, "good"), (70, "good"), (69, "fair"),
        (50, "fair"), (49, "poor"), (30, "poor"), (29, "very poor"), (0, "very poor"),
    ],
)  # fmt: skip
def test_bands_are_those_of_the_founding_document(score: int, name: str) -> None:
    assert rubric().band(score).name == name


def test_findings_of_a_posting_explain_its_score() -> None:
    reading = read("We need a ninja with Java, Go, Rust and C++.", "Junior Developer")

    assert reading.quality_score == 100 - sum(f.minus for f in reading.findings)


def test_words_that_shut_out_are_found_in_headings_too() -> None:
    reading = read(f"{COMPLETE}\n## What makes you a rockstar\n- calm", "Developer")

    assert finding(reading, "exclusionary_language").line == 6


@pytest.mark.parametrize(
    "words",
    [
        "Not older than 26 years; preferably female",
        "Candidates between 25 and 35 years of age",
        "Deutsch als Muttersprache",
        "Equipo joven y dinámico",
        "We work hard and we play harder.",
        "Sonstige anfallende Aufgaben",
    ],
)
def test_words_that_shut_out_are_known_in_many_forms(words: str) -> None:
    reading = read(f"{COMPLETE}\nThe team\n{words}", "Developer")

    assert finding(reading, "exclusionary_language").line == 7


@pytest.mark.parametrize(
    "words",
    [
        "We serve young people and their families.",
        "Support customers aged 18 to 25 in our shops.",
        "We are 25 years old.",
        "Native mobile apps in Swift",
    ],
)
def test_words_of_customers_and_technologies_shut_nobody_out(words: str) -> None:
    assert "exclusionary_language" not in codes(read(f"{COMPLETE}\n{words}", "Developer"))


def test_a_posting_that_is_hard_to_read_shows_where() -> None:
    long = "and ".join(["we look at the numbers of the week"] * 12)
    reading = read(f"Skills: SQL\nIn our office {long}.", "Developer")

    assert finding(reading, "hard_to_read").line == 2
