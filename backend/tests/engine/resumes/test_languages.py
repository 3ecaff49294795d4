import pytest

from app.engine.resumes.languages import read_languages
from app.engine.resumes.sections import read_sections

from .build import document_of, page_of


def spoken(text: str) -> list[tuple[str, str | None]]:
    claims = read_languages(read_sections(document_of(text)))
    return [(claim.value, claim.fluency) for claim in claims]


def test_human_languages_are_named_in_english_whatever_the_resume_is_written_in() -> None:
    assert spoken("Sprachen\nDeutsch (Muttersprache), Englisch – C1") == [
        ("German", "Muttersprache"), ("English", "C1"),
    ]  # fmt: skip


def test_programming_languages_are_no_human_languages() -> None:
    assert spoken("Skills\nLanguages: Python, Java\nTools: Git") == []


def test_every_labelled_row_of_a_list_is_read_for_itself() -> None:
    document = page_of(
        ("Skills", 34, 12, True),
        ("Computer: Proficient in word processors, spreadsheets and slides", 34, 10, False),
        ("Language: Fluent in Spanish", 34, 10, False),
    )

    assert [claim.value for claim in read_languages(read_sections(document))] == ["Spanish"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Skills\nLangues\tAnglais | Français | Chinois", ["English", "French", "Chinese"]),
        ("Skills\nExcel\nLingue: Italiano (madrelingua), Inglese (livello avanzato)",
         ["Italian", "English"]),
        ("Personal skills\nTeamwork\nLanguages\tRomansh : mother tongue\nGerman : C2\nDriving",
         ["Romansh", "German"]),
        ("Personal skills\nMother tongue(s)\tGreek\nOther language(s)\tListening\nDutch\tB1\tB2",
         ["Greek", "Dutch"]),
        ("Skills\nPatience\nTagalog - first language\nIlocano - good", ["Tagalog", "Ilocano"]),
        ("Languages\nEnglish (native) • Nivkh (conversational)", ["English", "Nivkh"]),
        ("Education\nBSc in Botany\t2019\nLanguages\tKazakh : native\nRussian : C2\nHobbies\tchess",
         ["Kazakh", "Russian"]),
        ("Summary\nShop assistant, fluent in English and Polish. Sold Italian shoes.",
         ["English", "Polish"]),
    ],
)  # fmt: skip
def test_languages_are_found_beside_labels_in_rows_and_in_sentences(
    text: str, wanted: list[str]
) -> None:
    assert [name for name, _ in spoken(text)] == wanted


@pytest.mark.parametrize(
    ("row", "fluency"),
    [
        ("French: professional working proficiency", "professional working proficiency"),
        ("French\tB2\tC1", "B2"),
        ("French", None),
        ("French\nIntermediate", "Intermediate"),
    ],
)
def test_fluency_is_as_written(row: str, fluency: str | None) -> None:
    assert spoken(f"Languages\n{row}") == [("French", fluency)]


def test_a_language_that_a_job_was_done_in_is_not_claimed() -> None:
    assert spoken("Experience\nTutor, Example School\t2019 – 2021\n• English lessons") == []
    assert spoken("Summary\nTeacher of English with a love of German trains.") == []
