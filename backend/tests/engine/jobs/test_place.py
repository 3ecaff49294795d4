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
        "About us\nOur company is at home in Paris and in Rome.",
        "You will work in our AIOps group on a role in Engineering.",
    ],
)
def test_what_is_no_place_is_left_out(text: str) -> None:
    assert read(text, "Developer").location is None


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
    ("text", "place"),
    [
        ("Where ............ Boston, Massachusetts, in person", "Boston, Massachusetts"),
        ("| Where | Manchester, at least two days a week in the studio |", "Manchester"),
        ("Location | Mascot, Sydney NSW", "Mascot, Sydney NSW"),
        ("Base: Bristol, with up to 60% of your time worked from home", "Bristol"),
        ("Office: one-north, Singapore", "one-north, Singapore"),
        ("Work location: Remote, anywhere in Arizona or New Mexico", "Arizona or New Mexico"),
        ("Place: fully remote, anywhere in Brazil; four hours of overlap", "Brazil"),
        ("Location: Llano Flats, TX (on site; not eligible for telework)", "Llano Flats, TX"),
        ("Location: Berlin / Hamburg", "Berlin / Hamburg"),
        ("Location: Head Office, Leeds", "Leeds"),
        ("Location: Remote (US only)", "US"),
        ("Location: Various", None),
        ("Location: Home or office, as you like", None),
        ("Location: Fully remote (work from home), 9 AM - 5 PM EST", None),
        ("Location: San Francisco, CA or Remote within the US", "San Francisco, CA"),
        ("Arbeitsort: 20457 Hamburg", "20457 Hamburg"),
        ("Lieu de travail : Nantes (44)", "Nantes"),
        ("Ubicación: Valencia, España", "Valencia, España"),
    ],
)
def test_a_labelled_place_is_told_from_the_words_around_it(text: str, place: str | None) -> None:
    found = read(text, "Clerk").location

    assert (found.value if found else None) == place


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Clerk\nLeeds LS1 | Hybrid | Permanent", "Leeds LS1"),
        ("Clerk\nAcme Widgets · Toronto, ON · Full-time", "Toronto, ON"),
        ("Clerk\nBrook Lane High School (example), Stockport", "Stockport"),
        (
            "Clerk\nAcme Health (Boston, Massachusetts) reads hearing tests.",
            "Boston, Massachusetts",
        ),
        ("Clerk\nAcme Labs, Berlin", "Berlin"),
        ("Clerk\nAcme\nLondon, GB or Remote", "London, GB"),
        ("Clerk\nAcme\nLjubljana, SI", "Ljubljana, SI"),
        ("Clerk\nAcme\nSupport, IT", None),
        ("Clerk\nCAD $70,000 Canada - Remote", "Canada"),
        ("Clerk\nAcme\nLeeds\nLocation: Candidates near York are preferred", "Leeds"),
        ("Clerk\nAcme\nRemote in Poland or Ukraine", "Poland or Ukraine"),
        ("Clerk\n💰 CAD $70,000  🌎 Canada - Remote", "Canada"),
        ("Clerk, Cork", "Cork"),
        ("Clerk\nStudio in Halifax, Nova Scotia", "Halifax, Nova Scotia"),
        ("Clerk\nPayments in Japan, China and India", None),
        ("Clerk\nHybrid, two days at home | Permanent", None),
        ("Clerk\nAcme Widgets\nSenior Level", None),
    ],
)
def test_the_head_of_a_posting_names_its_place_without_a_label(
    text: str, place: str | None
) -> None:
    found = read(text).location

    assert (found.value if found else None) == place


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Poste basé à Lyon 7e, CDI à temps plein", "Lyon 7e"),
        ("We are a family-run shop based in Leeds with our own warehouse.", "Leeds"),
        ("The office is in the Old Quarter in Calgary, Alberta; come by.", "Calgary, Alberta"),
        ("Arbeitsort ist Hamburg; ein Tag zu Hause.", "Hamburg"),
        ("This is a six-month internship in Barcelona, paid.", "Barcelona"),
        ("We expect everyone in our Shoreditch office on Mondays.", "Shoreditch"),
        ("A bank in Ikeja, Lagos is recruiting a clerk.", "Ikeja, Lagos"),
        ("Die Beispiel GmbH in Chemnitz wickelt Federn.", "Chemnitz"),
        ("We are a Cardiff-based charity.", "Cardiff"),
        ("You will join our Berlin team.", "Berlin"),
        ("Our office is in downtown Columbus, Ohio.", "Columbus, Ohio"),
        ("Notre studio de Montréal recrute.", "Montréal"),
        ("Call centre in Madrid, German speaking", "Madrid"),
        ("We have offices in London, Paris and New York.", None),
        ("You report to the head of sales in Chicago.", None),
        ("Acme Insurance of Columbus, Ohio, seeks a clerk.", "Columbus, Ohio"),
        ("Unser Büro liegt im Herzen von München.", "München"),
        ("The work is done from our base in Perth.", "Perth"),
        ("We sell to hospitals in Dublin, Cork and Galway.", None),
        ("You will visit our plant in Pune once a year.", None),
        ("Our parent company is in Zurich.", None),
        ("The person who did this is retiring to Lisbon.", None),
        ("Our customers in Paris and London love us.", None),
        ("You support colleagues in Berlin and visit partners in Madrid.", None),
        ("We run trains across Bavaria.", None),
        ("You will work in our Product office.", None),
    ],
)
def test_a_sentence_names_the_place_of_the_work_only(text: str, place: str | None) -> None:
    found = read(f"We hire.\n{text}", "Clerk").location

    assert (found.value if found else None) == place


def test_a_remote_job_is_where_its_title_says() -> None:
    found = read("Fully remote.", "Engineer (Remote, Brazil)").location

    assert found is not None
    assert found.value == "Brazil"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("We are remote-first with a headquarters in Denver.", None),
        ("Benefits\n- a remote team and a retreat in Cologne", None),
        ("This is a remote job.\nYou're based in Europe or the USA.", "Europe or the USA"),
    ],
)
def test_a_remote_job_is_where_its_people_must_be(text: str, place: str | None) -> None:
    found = read(f"Fully remote.\n{text}", "Clerk").location

    assert (found.value if found else None) == place


def test_the_one_city_of_the_company_is_the_place_where_no_other_is_named() -> None:
    found = read("Requirements: SQL\nAbout us\nOur company is based in Paris.", "Clerk").location

    assert found is not None
    assert found.value == "Paris"


def test_the_place_of_the_company_is_not_that_of_a_remote_job() -> None:
    text = "Acme in Chemnitz makes springs.\nThis is a fully remote job."

    assert read(text, "Clerk").location is None
