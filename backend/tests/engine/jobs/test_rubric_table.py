"""Every row of the quality rubric once: the posting it is found in and the points it takes."""

import pytest

from tests.engine.jobs.posting import codes, read

PLACE = "Location: Berlin\n"
PAY = "Salary: $80,000\n"
YEARS = "Experience: 3-5 years\n"
SKILL = "Requirements:\n- SQL"
COMPLETE = PLACE + PAY + YEARS + SKILL
ENTRY, SENIOR = COMPLETE.replace("3-5", "0-1"), COMPLETE.replace("3-5", "6-9")
BACK_END = [
    "SQL", "Python", "Java", "Scala", "Ruby", "PHP", "Django", "Flask", "FastAPI", "Laravel",
    "PostgreSQL", "MySQL", "MongoDB", "Redis", "Cassandra", "Hibernate", "Spring Boot",
]  # fmt: skip
OF_AREAS = ["Python", "React", "Docker", "Figma", "TensorFlow", "Android"]
LONG_SENTENCE = "Word " + " ".join(["word"] * 39) + "."
EXCLUSIVE = "A rockstar, ninja, guru, digital native and native English speaker wanted."
CLASHES = (
    "Fully remote position.\nDaily in the office.\nYou will manage a team of engineers.\n"
    "Work experience needed: 2-1 years"
)


def asking(base: str, names: list[str], welcome: str = "") -> str:
    demands = "\n".join(f"- {name}" for name in names)
    return base.replace("- SQL", demands) + (f"\nNice to have:\n- {welcome}" if welcome else "")


@pytest.mark.parametrize(
    ("title", "text", "code", "minus", "red_flag"),
    [
        ("Developer", PLACE + YEARS + SKILL, "no_salary", 10, True),
        ("Developer", PAY + YEARS + SKILL, "no_location", 5, False),
        ("Junior Developer", COMPLETE.replace("3-5", "5-7"), "level_mismatch", 30, True),
        (
            "Junior Developer",
            COMPLETE.replace("3-5", "0-1").replace("- SQL", "- 5 years of SQL"),
            "level_mismatch", 30, True,
        ),
        ("Senior Developer", ENTRY, "level_mismatch", 30, True),
        ("Developer", asking(ENTRY, BACK_END[:9], "Kafka"), "too_many", 20, True),
        ("Developer", asking(ENTRY, OF_AREAS[:4], "Kafka"), "too_many", 20, True),
        ("Developer", asking(COMPLETE, BACK_END[:13], "Kafka"), "too_many", 20, True),
        ("Developer", asking(COMPLETE, OF_AREAS, "Kafka"), "too_many", 20, True),
        ("Developer", asking(SENIOR, BACK_END, "Kafka"), "too_many", 20, True),
        ("Developer", asking(COMPLETE, BACK_END[:4]), "not_told_apart", 5, False),
        ("Developer", asking(COMPLETE, ["15 years of Kubernetes"]), "tech_age", 15, True),
        (
            "Developer",
            f"{COMPLETE}\nFully remote position.\nDaily in the office.",
            "contradiction", 10, True,
        ),
        ("Developer", f"{COMPLETE}\nWe want a rockstar.", "exclusionary_language", 3, True),
        ("Developer", PLACE + PAY + SKILL, "no_range", 5, False),
        (
            "Developer",
            f"{COMPLETE}\nAbout us\n" + "\n".join([LONG_SENTENCE] * 20),
            "hard_to_read", 2, False,
        ),
        (
            "Developer",
            f"{COMPLETE}\nAbout us\n" + "\n".join(["Word word word."] * 401),
            "hard_to_read", 2, False,
        ),
        (
            "Developer",
            f"{COMPLETE}\nAbout us\n" + "Word word word. " * 51,
            "hard_to_read", 1, False,
        ),
    ],
)  # fmt: skip
def test_each_row_takes_its_points(
    title: str, text: str, code: str, minus: int, red_flag: bool
) -> None:
    reading = read(text, title)

    assert [(f.code, f.minus, f.red_flag) for f in reading.findings] == [(code, minus, red_flag)]
    assert reading.quality_score == 100 - minus


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Junior Developer", COMPLETE.replace("3-5", "4-7")),
        ("Senior Developer", COMPLETE.replace("3-5", "0-2")),
        ("Developer", asking(ENTRY, BACK_END[:8], "Kafka")),
        ("Developer", asking(ENTRY, OF_AREAS[:3], "Kafka")),
        ("Developer", asking(COMPLETE, BACK_END[:12], "Kafka")),
        ("Developer", asking(COMPLETE, OF_AREAS[:5], "Kafka")),
        ("Developer", asking(SENIOR, BACK_END[:16], "Kafka")),
        ("Developer", asking(SENIOR, OF_AREAS, "Kafka")),
        ("Developer", asking(COMPLETE, BACK_END[:3])),
        ("Developer", asking(COMPLETE, ["12 years of Kubernetes"])),
        ("Developer", f"{COMPLETE}\nAbout us\n" + "\n".join(["Word word."] * 590)),
        ("Developer", f"{COMPLETE}\nAbout us\n" + "Word word word. " * 50),
    ],
)
def test_just_inside_a_limit_nothing_is_found(title: str, text: str) -> None:
    assert codes(read(text, title)) == []


@pytest.mark.parametrize(
    ("text", "code", "at_most", "count"),
    [
        (f"{COMPLETE}\n{EXCLUSIVE}", "exclusionary_language", 12, 5),
        (f"{ENTRY}\n{CLASHES}", "contradiction", 20, 3),
    ],
)
def test_a_row_of_several_findings_takes_no_more_than_its_most(
    text: str, code: str, at_most: int, count: int
) -> None:
    found = [finding for finding in read(text, "Developer").findings if finding.code == code]

    assert len(found) == count
    assert sum(finding.minus for finding in found) == at_most
