import pytest

from app.engine.jobs.blocks import read_blocks
from app.engine.jobs.labels import read_entries
from tests.engine.jobs.posting import posting


def entries(text: str) -> list[tuple[str, str]]:
    return [(entry.name, entry.text) for entry in read_entries(read_blocks(posting(text)))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Location: Leeds", [("location", "Leeds")]),
        ("Where ....... Leeds", [("location", "Leeds")]),
        ("| Salary | £30,000 |", [("salary", "£30,000")]),
        ("Contract | Permanent", [("employment", "Permanent")]),
        ("Hours\t37 a week", [("employment", "37 a week")]),
        ("Location - Leeds", [("location", "Leeds")]),
        ("Place: Leeds | Pay: £12 an hour", [("location", "Leeds"), ("salary", "£12 an hour")]),
        ("**Rate** £300 a day", [("salary", "£300 a day")]),
        ("Where\nLeeds", [("location", "Leeds")]),
        ("Arbeitsort: Ulm", [("location", "Ulm")]),
        ("Leeds | Hybrid | Permanent", []),
        ("Our location is great", []),
        ("We ask: where do you live?", []),
    ],
)
def test_a_label_is_told_from_its_value_by_any_mark(
    text: str, found: list[tuple[str, str]]
) -> None:
    assert entries(text) == found


def test_a_value_has_its_place_in_the_line() -> None:
    (entry,) = read_entries(read_blocks(posting("Intro\n| Where | Leeds |")))

    source = entry.source()
    assert source.lines == (2,)
    assert source.quote[slice(*source.span or (0, 0))] == "Leeds"
