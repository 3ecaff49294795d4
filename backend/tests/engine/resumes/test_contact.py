import pytest

from app.engine.resumes.model import Contact

from .build import contact_of, document_of, page_of


def value(contact: Contact, field: str) -> str | None:
    claim = getattr(contact, field)
    return None if claim is None else claim.value


@pytest.mark.parametrize(
    "name",
    [
        "Zoë O'Brien-García",
        "Nguyễn Thị Minh Anh",
        "Seán O’Malley",
        "Zoë van der Berg",
        "Ana Silva",
        "Olu Adébáyọ̀-Cole",
    ],
)
def test_names_keep_accents_hyphens_apostrophes_and_particles(name: str) -> None:
    contact = contact_of(document_of(f"{name}\nSoftware Engineer\nx@example.com"))

    assert value(contact, "name") == name


def test_a_letter_spaced_name_is_closed_up_with_the_help_of_the_email() -> None:
    contact = contact_of(document_of("J A N E D O E\njane.doe@example.com"))

    assert value(contact, "name") == "Jane Doe"


@pytest.mark.parametrize(
    ("printed", "written"),
    [
        ("JANE DOE", "Jane Doe"),
        ("ZOË VAN DER BERG", "Zoë van der Berg"),
        ("SEÁN O’MALLEY-MCDONALD", "Seán O’Malley-McDonald"),
    ],
)
def test_a_name_in_capitals_is_written_in_lower_case_and_still_located(
    printed: str, written: str
) -> None:
    name = contact_of(document_of(f"{printed}\nx@example.com")).name

    assert name is not None
    assert name.value == written
    assert name.sources[0].quote == printed


@pytest.mark.parametrize(
    "text",
    [
        "Acme House, Berlin, Germany\nJane Doe | jane@example.com",
        "Senior Product Designer\nJane Doe\nBerlin, Germany",
        "Advanced\nJane Doe\njane.doe@example.com",
    ],
)
def test_an_address_a_headline_or_a_level_above_the_name_is_not_the_name(text: str) -> None:
    assert value(contact_of(document_of(text)), "name") == "Jane Doe"


def test_a_given_name_may_be_a_word_of_roles() -> None:
    contact = contact_of(document_of("Dean Larsson\nRegistered Nurse\nx@example.com"))

    assert value(contact, "name") == "Dean Larsson"


def test_a_title_or_a_heading_is_not_a_name() -> None:
    text = "Curriculum Vitae\nSenior Software Engineer\nMaría Pérez\nmaria@example.com"

    assert value(contact_of(document_of(text)), "name") == "María Pérez"


def test_the_largest_line_is_the_name_wherever_it_stands() -> None:
    document = page_of(
        ("Contact", 40, 12, True, 1),
        ("ana@example.com", 40, 9, False, 1),
        ("Ana Silva", 220, 24, True, 0),
        ("Profile", 220, 12, True, 0),
    )

    assert value(contact_of(document), "name") == "Ana Silva"


def test_a_name_over_two_lines_is_joined_and_shows_both() -> None:
    document = page_of(
        ("Ana", 40, 24, True),
        ("Silva", 40, 24, True),
        ("ana.silva@example.com", 40, 9, False),
    )

    name = contact_of(document).name

    assert name is not None
    assert name.value == "Ana Silva"
    assert name.sources[0].lines == (1, 2)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("+353 85 012 3456", "+353850123456"),
        ("tel: +49 (0)30 23125-047", "+493023125047"),
        ("(+90) 537 879 68 56", "+905378796856"),
        ("0044 20 7946 0958", "+442079460958"),
        ("(415) 555-0173", "+14155550173"),
        ("London, United Kingdom | 020 7946 0958", "+442079460958"),
        ("Pune, India | 98220 12345", "+919822012345"),
        ("+1.206.555.0142", "+12065550142"),
        ("123−456−7890", "+11234567890"),
        ("94588 (555) 123-4567", "+15551234567"),
    ],
)
def test_phones_of_any_country_become_e164(line: str, expected: str) -> None:
    contact = contact_of(document_of(f"Jane Doe\n{line}"))

    assert value(contact, "phone") == expected


def test_a_number_that_holds_a_year_is_a_phone() -> None:
    contact = contact_of(document_of("Jane Doe\nSeoul, South Korea\n010-2000-0142"))

    assert value(contact, "phone") == "+821020000142"


def test_years_are_not_a_phone() -> None:
    assert contact_of(document_of("Jane Doe\n2014 - 2018\n01/2019 - 03/2020")).phone is None


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("Kraków, Poland | x@example.com", "Kraków, Poland"),
        ("12 High Street, Springfield, IL 62704", "Springfield, IL 62704"),
        ("Address: Malmö", "Malmö"),
        ("x@example.com , San Francisco, CA , github.com/x", "San Francisco, CA"),
        ("Acme House, Springfield, IL, USA", "Springfield, IL, USA"),
        ("129 W 81st Street, Apt 5A, New York, NY,\n10024", "New York, NY, 10024"),
        ("Musterstraße 12, 10115 Berlin", "10115 Berlin"),
    ],
)
def test_the_location_is_found_among_other_parts(line: str, place: str) -> None:
    assert value(contact_of(document_of(f"Jane Doe\n{line}")), "location") == place


def test_every_value_points_at_its_place() -> None:
    contact = contact_of(document_of("Jane Doe\nMail: jane@example.com"))

    assert contact.email is not None
    source = contact.email.sources[0]
    assert source.span is not None
    assert source.quote[slice(*source.span)] == "jane@example.com"


@pytest.mark.parametrize(
    "head",
    [
        "Curriculum Vitae [Ada Holm]\nada@example.org",
        "Lebenslauf – Ada Holm\nada@example.org",
        "Personal information\tAda Holm\nada@example.org",
        "12 Birch Road, Flat 35\t(555) 555-0142\nSpringfield IL 62704\tADA HOLM\tada@example.org",
    ],
)
def test_a_name_behind_a_label_or_between_address_and_mail_is_found(head: str) -> None:
    assert value(contact_of(document_of(head)), "name") == "Ada Holm"


def test_a_number_is_cut_at_the_gap_between_two_cells() -> None:
    contact = contact_of(document_of("Ada Holm\n12 Birch Road, Flat 35\t(555) 555-0142"))

    assert value(contact, "phone") == "+15555550142"


def test_a_house_number_is_no_phone_where_a_phone_follows() -> None:
    contact = contact_of(document_of("Ada Holm\nVia Nuova, 100/2 - 12345 Roma\n+39 06 1234 5678"))

    assert value(contact, "phone") == "+390612345678"


def test_a_number_that_can_only_be_called_from_its_own_town_is_left_out() -> None:
    assert value(contact_of(document_of("Ada Holm\n+1 (555) 0100")), "phone") is None


def test_a_place_behind_its_label_further_on_in_the_line_is_found() -> None:
    contact = contact_of(
        document_of(
            "Ada Holm\nEmail: ada@example.org | Phone: +44 20 7946 0018 | Location: Kochi, India"
        )
    )

    assert value(contact, "location") == "Kochi, India"


@pytest.mark.parametrize(
    ("head", "phone"),
    [
        ("Almaty, Kazakhstan • 8 (701) 555-01-42", "+77015550142"),
        ("69007 Lyon • 06 39 98 01 42", "+33639980142"),
        ("06.39.98.01.42", "+33639980142"),
        ("Kadıköy / İstanbul, Türkiye • 0 (532) 555 01 47", "+905325550147"),
        ("1-613-555-0147", "+16135550147"),
        ("Blk 214 Example Ave 3, Singapore ● 8555 0143", "+6585550143"),
        ("Arequipa (Perú) | 955 501 427", "+51955501427"),
        ("Österreich, 0660 5550123", "+436605550123"),
    ],
)
def test_a_national_number_takes_the_country_of_the_place(head: str, phone: str) -> None:
    assert value(contact_of(document_of(f"Ada Holm\n{head}\nada@example.org")), "phone") == phone


def test_a_city_of_one_country_may_lie_in_a_state_of_another() -> None:
    contact = contact_of(document_of("Jane Doe\nBirmingham, AL\n(205) 555-0142"))

    assert value(contact, "phone") == "+12055550142"


def test_letters_behind_the_name_are_no_state() -> None:
    contact = contact_of(document_of("Dr. Ada Holm, MBBS, MD\nDhaka, Bangladesh\nada@example.org"))

    assert value(contact, "location") == "Dhaka, Bangladesh"


@pytest.mark.parametrize(
    ("head", "phone"),
    [
        ("Eindhoven (NL)\n06-55501172", "+31655501172"),
        ("Berlin, DE\n0171 5550123", "+491715550123"),
        ("Los Angeles, CA\n(213) 555-0142", "+12135550142"),
        ("Manchester M14\t0161 496 0163", "+441614960163"),
        ("07700 900163", "+447700900163"),
    ],
)
def test_two_letters_behind_a_known_city_are_of_its_country(head: str, phone: str) -> None:
    assert value(contact_of(document_of(f"Ada Holm\n{head}\nada@example.org")), "phone") == phone
