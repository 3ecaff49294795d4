import pytest

from app.engine.jobs.blocks import read_blocks
from app.engine.jobs.items import Item, read_items
from tests.engine.jobs.posting import posting


def items(text: str) -> list[Item]:
    return list(read_items(read_blocks(posting(text))))


def sections(text: str) -> list[tuple[str, str]]:
    return [(item.section, item.text) for item in items(text)]


def test_headings_open_parts_and_are_no_items() -> None:
    text = "What you bring\n- Java\nNice to have\n- Go\nBenefits:\n- Lunch"

    assert sections(text) == [("required", "Java"), ("preferred", "Go"), ("offer", "Lunch")]


def test_labels_inside_a_paragraph_open_parts_too() -> None:
    text = "Great job. Required: Java, SQL. Preferred: Go. Salary: $80k."

    assert sections(text) == [
        ("role", "Great job."),
        ("required", "Java, SQL."),
        ("preferred", "Go."),
        ("preferred", "$80k."),
    ]


def test_a_label_of_one_value_leaves_the_part_as_it_was() -> None:
    text = "Nice to have:\n- Go\nLocation: Berlin\n- Rust"

    assert [(i.section, i.field) for i in items(text)] == [
        ("preferred", None),
        ("preferred", "location"),
        ("preferred", None),
    ]


def test_sentences_end_at_stops_but_not_at_abbreviations() -> None:
    text = "Use tools, e.g. Git. Know Node.js and ASP.NET well. Hold a B.Sc. in Physics."

    assert [item.text for item in items(text)] == [
        "Use tools, e.g. Git.",
        "Know Node.js and ASP.NET well.",
        "Hold a B.Sc. in Physics.",
    ]


def test_a_line_broken_by_a_narrow_page_is_one_item_with_both_lines() -> None:
    (item,) = items("- Experience with relational databases and\n  message queues such as Kafka")

    assert item.text.endswith("Kafka")
    assert item.source().lines == (1, 2)


def test_short_lines_are_not_joined() -> None:
    assert len(items("title: dev\nlocation: Pune\ntype: full time")) == 3


def test_a_company_that_looks_for_someone_is_no_heading() -> None:
    text = "Acme is looking for a Senior Engineer:\nYou will meet the Kafka team."

    assert {section for section, _ in sections(text)} == {"role"}


def test_a_bullet_that_ends_in_a_colon_can_be_a_heading() -> None:
    assert sections("- Preferred Skills:\n- Go") == [("preferred", "Go")]


@pytest.mark.parametrize(
    ("heading", "section"),
    [
        ("What we ask for", "required"),
        ("What you'll need", "required"),
        ("You have", "required"),
        ("Your profile", "required"),
        ("Who you are", "required"),
        ("We're looking for", "required"),
        ("Qualifications", "required"),
        ("Key skills", "required"),
        ("Skills & Experience", "required"),
        ("Must-haves", "required"),
        ("Minimum qualifications", "required"),
        ("Basic qualifications", "required"),
        ("Person specification", "required"),
        ("What makes you a great fit", "required"),
        ("Dein Profil", "required"),
        ("Das solltest du mitbringen", "required"),
        ("Über dich", "required"),
        ("Was wir erwarten", "required"),
        ("Profil recherché", "required"),
        ("Ce que nous attendons", "required"),
        ("Desired", "preferred"),
        ("Good to have", "preferred"),
        ("Pluses", "preferred"),
        ("Bonus points", "preferred"),
        ("What would be a plus", "preferred"),
        ("It would be great if you", "preferred"),
        ("You might also have", "preferred"),
        ("Pluspunkte", "preferred"),
        ("Das wäre toll", "preferred"),
        ("Les plus", "preferred"),
        ("Vos atouts", "preferred"),
        ("What you will do", "role"),
        ("Your first year", "role"),
        ("What you get", "offer"),
        ("How we hire", "apply"),
        ("To be considered you need", "required"),
        ("You'll thrive here if", "required"),
        ("Requisitos", "required"),
        ("Ce qu'on attend de toi", "required"),
        ("Was Sie bekommen", "offer"),
        ("Wat vragen wij", "required"),
        ("It helps if you also have", "preferred"),
        ("What would make you stand out", "preferred"),
        ("Schön, aber kein Muss", "preferred"),
        ("Deseable", "preferred"),
        ("Not required, but nice", "preferred"),
        ("You don't need", "unasked"),
        ("What we don't ask", "unasked"),
        ("Not required", "unasked"),
        ("About this role", "role"),
        ("Das bekommst du von uns", "offer"),
        ("What you'll learn", "offer"),
    ],
)
def test_the_usual_headings_open_their_part_without_any_mark(heading: str, section: str) -> None:
    assert sections(f"{heading}\n\nSQL") == [(section, "SQL")]


def test_a_short_line_above_bullets_opens_the_part_its_words_name() -> None:
    text = "Things we value as a bonus\n- Go\nBonus money is paid in May.\n- Rust"

    assert [item.section for item in items(text)] == ["preferred"] * 4


def test_a_line_that_only_bullets_make_a_heading_is_an_item_too() -> None:
    assert sections("Experience with AWS\n- EC2") == [
        ("required", "Experience with AWS"),
        ("required", "EC2"),
    ]


def test_a_heading_of_unknown_words_ends_what_one_of_its_size_asks_for() -> None:
    text = "## Bonus points\n- Go\n### Kernels\n- Rust\n## The usual nonsense\nTea."

    assert [item.section for item in items(text)] == [
        "preferred",
        "preferred",
        "preferred",
        "other",
    ]


def test_a_paragraph_behind_a_list_of_demands_is_no_part_of_it() -> None:
    prose = "Everybody here has a say in what is built next, and most of us use it every day."

    assert sections(f"Requirements\n- Go\n\n{prose}") == [("required", "Go"), ("role", prose)]


@pytest.mark.parametrize(
    "line",
    ["~ Go", "> Go", "(c) Go", "1.2 Go", "-Go", "•Go", "✓ Go", "[ ] Go", "=> Go"],
)
def test_every_usual_mark_opens_an_entry(line: str) -> None:
    (item,) = items(line)

    assert item.block.is_bullet
    assert item.text == "Go"


@pytest.mark.parametrize("line", ["| Where | Leith |", "Where ........ Leith", "Where\tLeith"])
def test_a_row_of_a_table_has_its_label(line: str) -> None:
    assert [(i.field, i.text.strip(" |")) for i in items(line)] == [("location", "Leith")]


@pytest.mark.parametrize(
    ("text", "section"),
    [
        ("Q: What do I need?\nSQL", "required"),
        ("You'd fit right in if\n- SQL", "required"),
        ("We'd be extra keen if\n- SQL", "preferred"),
        ("The could list\n- SQL", "preferred"),
        ("You might stand out even more with any of the following\n- SQL", "preferred"),
        ("The won't list\n- SQL", "unasked"),
        ("What would make us look twice. SQL", "preferred"),
        ("What will not matter. SQL", "unasked"),
        ("Sie sollten eines wissen:\nDas ist uns egal\n- SQL", "unasked"),
    ],
)
def test_questions_and_sentences_can_be_headings(text: str, section: str) -> None:
    assert sections(text)[-1] == (section, "SQL")


def test_the_question_in_front_of_a_paragraph_says_nothing_of_the_next() -> None:
    text = "What you bring. SQL and patience.\n\nThe team sits by the harbour and sings."

    assert [section for section, _ in sections(text)] == ["required", "role"]


def test_a_label_in_capitals_of_unknown_words_ends_what_is_asked() -> None:
    text = "Requirements: SQL.\n\nFUN FACTS: The town uses SharePoint."

    assert [section for section, _ in sections(text)] == ["required", "other"]


def test_a_benefit_that_speaks_of_skills_is_no_demand() -> None:
    text = "Benefits:\n- Skills and experience: a yearly budget"

    assert {section for section, _ in sections(text)} == {"offer"}


@pytest.mark.parametrize(
    ("heading", "section"),
    [
        ("ESSENTIAL CRITERIA (tested by A = application, I = interview, T = a task)", "required"),
        ("Skills (nice to have)", "preferred"),
        ("Requirements (must have)", "required"),
    ],
)
def test_a_bracket_in_a_heading_only_takes_from_it(heading: str, section: str) -> None:
    assert sections(f"{heading}\n- SQL") == [(section, "SQL")]


def test_a_short_name_in_capitals_is_an_entry_and_no_heading() -> None:
    found = sections("Requirements\n\nPower BI\nSSIS\nT-SQL\n\nOUR OFFER\n\nA pension.")

    parts = {text: part for part, text in found}
    assert parts["SSIS"] == parts["T-SQL"] == parts["Power BI"]
    assert parts["A pension."] != parts["SSIS"]


@pytest.mark.parametrize("bullet", ["・", "🔹", "✅"])
def test_entries_with_bullets_of_other_scripts_are_read(bullet: str) -> None:
    found = sections(f"Requirements\n{bullet}SAP\n{bullet} Excel")

    assert [text for _, text in found] == ["SAP", "Excel"]
