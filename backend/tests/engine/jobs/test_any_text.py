"""What holds for every text, whatever a recruiter pastes."""

from datetime import date
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.engine.jobs.read import read_job
from app.engine.jobs.wire import parsed_json
from app.engine.taxonomy.load import builtin_taxonomy
from tests.engine.jobs.posting import posting

PIECES = st.sampled_from(
    [
        "Requirements:", "Nice to have", "Java", "Python or Go", "5-3 years", "3+ years of", "(",
        ")", "/", ", ", "and", "$80k - ", "12 LPA", "Bachelor's degree in", "Location:", "remote",
        "\n", "\n- ", ". ", ": ", "**", "[x](http://a.b)", "is a plus", "must", "•", "Senior",
        "٣ years", "½ year", "no experience required",
    ]
)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=40).map(" ".join))


@settings(max_examples=150, deadline=None, derandomize=True)
@given(text=TEXTS, title=st.one_of(st.just(""), st.text(max_size=30)))
def test_any_text_is_read_and_every_place_lies_in_its_line(text: str, title: str) -> None:
    document = posting(text)

    reading = read_job(title, document, builtin_taxonomy(), date(2026, 11, 23))

    assert 0 <= reading.quality_score <= 100
    assert parsed_json(reading)["red_flags"] is not None
    by_number = {line.number: line.text for line in document.lines}
    for slot in reading.requirements.slots:
        for source in slot.sources:
            start, end = source.span or (0, 0)
            assert by_number[source.lines[0]] == source.quote
            assert 0 <= start < end <= len(source.quote)


@pytest.mark.parametrize(
    "piece", ["3 years of ", "Java, ", "$100 - ", "(", "Skills: ", "experience ", "1", "BS ", "a "]
)
def test_time_grows_with_the_length_of_the_text_only(piece: str) -> None:
    def seconds(count: int) -> float:
        document = posting(piece * count)
        start = process_time()
        read_job("", document, builtin_taxonomy(), date(2026, 11, 23))
        return process_time() - start

    seconds(10)
    assert seconds(40_000 // len(piece)) < 3
