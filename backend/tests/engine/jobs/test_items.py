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
