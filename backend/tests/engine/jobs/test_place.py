import pytest

from tests.engine.jobs.posting import read


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Location: Berlin, Germany", "Berlin, Germany"),
        ("Location: Berlin (hybrid)", "Berlin"),
        ("Location: Remote - Hungary", "Hungary"),
        ("Location: Reston, VA or Remote", "Reston, VA"),
        ("Standort: München", "München"),
        ("Lieu : Lyon", "Lyon"),
        ("location: Pune", "Pune"),
        ("Backend Developer\nAustin, TX\nWe build tools.", "Austin, TX"),
        ("Backend Developer\nAcme | Pune, India", "Pune, India"),
        ("📍 London, United Kingdom / Remote", "London, United Kingdom"),
        ("This role is based in Warsaw.", "Warsaw"),
        ("Location:\n\nMunich", "Munich"),
    ],
)
def test_the_place_is_read_where_postings_put_it(text: str, place: str) -> None:
    location = read(text, "Developer").location

    assert location is not None
    assert location.value == place
    source = location.sources[0]
    assert source.quote[slice(*source.span or (0, 0))] == place


@pytest.mark.parametrize(
    "text",
    [
        "Location: Remote",
        "Location: not specified",
        "Location:\nRemote - Work from anywhere in the world!",
        "About us\nOur company is based in Paris.",
        "You will work in our AIOps group on a role in Engineering.",
    ],
)
def test_what_is_no_place_is_left_out(text: str) -> None:
    assert read(text, "Developer").location is None


@pytest.mark.parametrize(
    ("text", "arrangement"),
    [
        ("Location: Remote (EU)", "remote"),
        ("This is a fully remote position.", "remote"),
        ("Work arrangement: on-site", "onsite"),
        ("Work arrangement: hybrid", "hybrid"),
        ("Three days a week: 3 days in the office.", "hybrid"),
        ("Work from office, five of us.", "onsite"),
        ("Wir bieten\n- Hybrides Arbeiten", "hybrid"),
        ("You work with remote teams on hybrid cloud products.", None),
        ("No remote work.", "onsite"),
        ("SQL required.", None),
    ],
)
def test_the_arrangement_is_read(text: str, arrangement: str | None) -> None:
    assert read(text, "Developer").arrangement == arrangement


def test_the_arrangement_has_its_line() -> None:
    reading = read("Requirements: SQL\nThis is a fully remote position.", "Developer")

    assert reading.arrangement_sources[0].lines == (2,)


def test_the_title_can_say_it() -> None:
    assert read("SQL required.", "Backend Developer (Remote)").arrangement == "remote"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Place: Hamilton, New Zealand; on site across the Waikato", "Hamilton, New Zealand"),
        ("Location: Lisbon, Portugal (hybrid, two days in the office)", "Lisbon, Portugal"),
        ("Location: the United States", "United States"),
        ("Where\nBarcelona, Spain, in our office by the harbour.", "Barcelona, Spain"),
    ],
)
def test_a_place_ends_where_the_sentence_about_the_office_begins(text: str, place: str) -> None:
    found = read(text, "Developer").location

    assert found is not None
    assert found.value == place


def test_a_sentence_after_a_location_heading_is_no_place() -> None:
    assert read("Where\nTake care of various tasks as they come up", "Clerk").location is None


@pytest.mark.parametrize(
    "text", ["Location: Ottawa, Ontario. On site.", "Where\nOslo, Norway, in our office."]
)
def test_on_site_and_in_our_office_are_onsite(text: str) -> None:
    assert read(text, "Developer").arrangement == "onsite"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Workplace: Hamilton, New Zealand", "Hamilton, New Zealand"),
        ("Office: Madrid, Spain", "Madrid, Spain"),
        ("Where: our office in Berlin", "Berlin"),
        ("Arbeitsort: Frankfurt am Main", "Frankfurt am Main"),
        ("Location: Berlin, Germany / Remote possible", "Berlin, Germany"),
        ("This position is based in our Dublin office.", "Dublin"),
        ("Location\nTake care of tasks", None),
        ("Our offices: great coffee", None),
        ("Location: Remote, Global, OTHER", None),
        ("Workplace: on-site", None),
    ],
)
def test_labels_of_a_place_are_told_from_sentences(text: str, place: str | None) -> None:
    found = read(text, "Developer").location

    assert (found.value if found else None) == place


@pytest.mark.parametrize(
    ("text", "arrangement"),
    [
        ("Workplace: on-site", "onsite"),
        ("Workplace: remote", "remote"),
        ("The role is on site.", "onsite"),
        ("You work in our office in Leeds.", "onsite"),
        ("Wir bieten\n- Homeoffice Möglichkeit", "hybrid"),
        ("Wir bieten\n- Mobiles Arbeiten", "hybrid"),
    ],
)
def test_the_arrangement_is_read_from_labels_and_offers(text: str, arrangement: str) -> None:
    assert read(text, "Developer").arrangement == arrangement
