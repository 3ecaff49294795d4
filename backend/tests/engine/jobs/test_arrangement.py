import pytest

from tests.engine.jobs.posting import codes, read


@pytest.mark.parametrize(
    ("text", "arrangement"),
    [
        ("Location: Remote (EU)", "remote"),
        ("This is a fully remote position.", "remote"),
        ("You can work from anywhere in Kenya.", "remote"),
        ("Working pattern: home-based, nationwide", "remote"),
        ("Télétravail : 100 % télétravail", "remote"),
        ("100 % Homeoffice", "remote"),
        ("Work arrangement: on-site", "onsite"),
        ("Workplace: on-site", "onsite"),
        ("Work from office, five of us.", "onsite"),
        ("No remote work.", "onsite"),
        ("For reasons of safety the work cannot be done from home.", "onsite"),
        ("Work location: Odessa, TX (on site; not eligible for telework)", "onsite"),
        ("The role is performed at our premises.", "onsite"),
        ("You will work shifts on our ward.", "onsite"),
        ("You are office-based, Monday to Friday.", "onsite"),
        ("The clerk works at our head office.", "onsite"),
        ("You work in our office in Leeds.", "onsite"),
        ("Where ........ Boston, Massachusetts, in person, near the station", "onsite"),
        ("Work arrangement: hybrid", "hybrid"),
        ("Three days a week in our office.", "hybrid"),
        ("Two days at home, three in the studio.", "hybrid"),
        ("Base: Bristol, with up to 60% of your time worked from home", "hybrid"),
        ("Most people come in four days a week and work from home on Fridays.", "hybrid"),
        ("Poste basé à Lyon, avec deux jours de télétravail par semaine", "hybrid"),
        ("Télétravail deux jours par semaine", "hybrid"),
        ("Ein bis zwei Tage in der Woche kannst du von zu Hause arbeiten.", "hybrid"),
        ("Arbeitsmodell: zwei Präsenztage pro Woche", "hybrid"),
        ("Wir bieten\n- Hybrides Arbeiten", "hybrid"),
        ("Wir bieten\n- Homeoffice Möglichkeit", "hybrid"),
        ("Wir bieten\n- Mobiles Arbeiten", "hybrid"),
        ("Dos días de teletrabajo a la semana.", "hybrid"),
        ("We come in on Wednesdays; the rest of the week is up to you.", "hybrid"),
        ("One day a fortnight in the office, the rest from home.", "hybrid"),
        ("Workplace: Civic Centre, with hybrid working", "hybrid"),
        ("You work with remote teams on hybrid cloud products.", None),
        ("Support for customers at remote sites.", None),
        ("Benefits\n- an on-site gym and an on-site canteen", None),
        ("How to apply\nThe first interview is remote, the second in our office.", None),
        ("Wir bieten\n- Homeoffice", "hybrid"),
        ("Télétravail : 2 jours/semaine", "hybrid"),
        ("Remote: yes", "remote"),
        ("Remote: no", "onsite"),
        ("Place of work: your home, anywhere in the UK", "remote"),
        ("Our team meets in the office every Tuesday.", "hybrid"),
        ("You come to the lab on most days but can write reports from home.", "hybrid"),
        ("Because of the hardware, you need to be in the lab every day.", "onsite"),
        ("Patients at home are visited three days a week.", None),
        ("Interviews are held remotely.", None),
        ("Location: Berlin, Germany / Remote possible", "hybrid"),
        ("Mrs Hill in the office will find you a slot.", None),
        ("SQL required.", None),
    ],
)
def test_the_arrangement_is_read_from_words_and_days(text: str, arrangement: str | None) -> None:
    assert read(text, "Clerk").arrangement == arrangement


def test_the_arrangement_has_its_line() -> None:
    reading = read("Requirements: SQL\nThis is a fully remote position.", "Developer")

    assert reading.arrangement_sources[0].lines == (2,)


def test_the_title_can_say_it() -> None:
    assert read("SQL required.", "Backend Developer (Remote)").arrangement == "remote"


@pytest.mark.parametrize(
    "daily",
    [
        "We expect you in our Riverside office every day.",
        "You will be at your desk in our office from 8:30 every day.",
        "You are on site five days a week.",
        "Daily presence: you are in the office Monday to Friday.",
    ],
)
def test_remote_and_daily_on_site_is_a_contradiction_at_its_line(daily: str) -> None:
    reading = read(f"This is a 100% remote position.\n{daily}", "Clerk")

    assert reading.arrangement == "remote"
    assert "contradiction" in codes(reading)
    assert next(f for f in reading.findings if f.code == "contradiction").line == 2


def test_remote_after_an_introduction_on_site_is_no_contradiction() -> None:
    reading = read("Location: Jena; remote after two weeks on site for an introduction", "Clerk")

    assert "contradiction" not in codes(reading)
