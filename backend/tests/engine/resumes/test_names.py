"""Names of many forms, wherever the head of a resume has them."""

import pytest

from app.engine.resumes.contact import read_contact
from app.engine.resumes.sections import read_sections

from .build import document_of, page_of


def name_of(*rows: tuple[str, float, float, bool] | str) -> str | None:
    document = (
        document_of("\n".join(str(row) for row in rows))
        if isinstance(rows[0], str)
        else page_of(*[row for row in rows if not isinstance(row, str)])
    )
    claim = read_contact(document, read_sections(document)).name
    return claim.value if claim else None


@pytest.mark.parametrize(
    "name",
    [
        "Lies van 't Zand",
        "Inês d’Óbidos Faria",
        "Karim al-Bahri",
        "Nadia ul-Noor",
        "Owen ap Morgan",
        "Wangari wa Gichuru",
        "Claire-Lise de l'Orme",
        "Abd el-Fattah Sabri",
        "Teresa Maria Alves dos Reis Prado",
        "Pei Shan (Joy) Ong",
        'Edmund "Ned" Ashby',
    ],
)
def test_articles_and_nicknames_are_parts_of_names(name: str) -> None:
    assert name_of(name, "Bus driver", "x@example.com") == name


@pytest.mark.parametrize(
    "printed", ["Prof. Dr. med. Ida Falk", "Ida Falk, PhD, MBA", "Dipl.-Ing. Ida Falk M.Sc."]
)
def test_titles_and_degrees_are_not(printed: str) -> None:
    assert name_of(printed, "Surgeon", "x@example.com") == "Ida Falk"


def test_a_family_name_of_two_words_in_capitals_comes_last() -> None:
    assert name_of("DEGLI ALBERI Ada", "Notary", "x@example.com") == "Ada Degli Alberi"


def test_the_name_may_stand_in_any_cell_of_its_line() -> None:
    assert name_of("Warehouse Manager\tIda Falk\t+47 22 00 00 00", "ida@example.org") == "Ida Falk"


@pytest.mark.parametrize("sizes", [(28.0, 34.0), (34.0, 22.0)])
def test_first_and_last_name_may_be_of_two_sizes(sizes: tuple[float, float]) -> None:
    assert (
        name_of(
            ("Ida", 40, sizes[0], False),
            ("Falk Brekke", 40, sizes[1], True),
            ("Master Carpenter", 40, 10, False),
            ("ida@example.org", 40, 10, False),
            ("Builds stairs", 40, 10, False),
        )
        == "Ida Falk Brekke"
    )


def test_a_family_name_may_be_a_word_of_roles_where_the_email_has_it() -> None:
    assert name_of("Ida Carpenter", "ida.carpenter@example.org") == "Ida Carpenter"
    assert name_of("Ship Carpenter", "Ida Falk", "ida.falk@example.org") == "Ida Falk"


def test_a_last_name_of_three_words_may_stand_below_the_first() -> None:
    rows = [("Ida", 40, 30, True), ("Falk af Brekke", 40, 30, True), ("Sailor", 40, 10, False)]

    assert name_of(*[(t, float(x), float(s), b) for t, x, s, b in rows]) == "Ida Falk af Brekke"


def test_a_place_in_the_same_type_is_no_second_name() -> None:
    assert name_of("Oslo\tIda Falk", "ida.falk@example.org") == "Ida Falk"
