"""Headings told by their words."""

import pytest

from app.engine.resumes.headings import heading_kind
from app.engine.resumes.sections import read_sections

from .build import page_of


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Career History", "experience"),
        ("EMPLOYMENT HISTORY", "experience"),
        ("Berufserfahrung", "experience"),
        ("Expérience professionnelle", "experience"),
        ("E X P E R I E N C E", "experience"),
        ("Academic Background", "education"),
        ("Ausbildung", "education"),
        ("Formation", "education"),
        ("Core Competencies", "skills"),
        ("Skills & Technologies", "skills"),
        ("Kenntnisse", "skills"),
        ("Licenses and Certifications:", "certifications"),
        ("Selected Projects", "projects"),
        ("Sprachen", "languages"),
        ("Volunteer Experience", "volunteering"),
    ],
)
def test_headings_are_known_by_their_words(heading: str, kind: str) -> None:
    assert heading_kind(heading) == kind


@pytest.mark.parametrize("text", ["Experience with Java and Kafka", "Led the skills programme"])
def test_sentences_with_heading_words_are_no_headings(text: str) -> None:
    assert heading_kind(text) is None


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("EDUC AT I O N", "education"),
        ("C O N TA C T", "contact"),
        ("W O R K E X P E R I E N C E", "experience"),
        ("Esperienze lavorative", "experience"),
        ("Berufliche Laufbahn", "experience"),
        ("Fremdsprachen", "languages"),
        ("Centres d’intérêt", "other"),
        ("ON CAMPUS INVOLVEMENT", "volunteering"),
        ("Extracurricular Activities", "volunteering"),
    ],
)
def test_headings_are_known_however_they_are_spaced_and_in_other_languages(
    heading: str, kind: str
) -> None:
    assert heading_kind(heading) == kind


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Sales Experience", "experience"),
        ("Clinical Appointments", "experience"),
        ("Auslandserfahrung", "experience"),
        ("Programmierkenntnisse", "skills"),
        ("Methods and Tools", "skills"),
    ],
)
def test_fields_of_work_and_compounds_stand_in_headings(heading: str, kind: str) -> None:
    assert heading_kind(heading) == kind


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Credits & Jobs", "experience"),
        ("Things I Built", "projects"),
        ("Tickets and Badges", "other"),
        ("Outside Work", "other"),
        ("I speak", "languages"),
    ],
)
def test_a_heading_known_by_its_type_is_told_by_one_word(heading: str, kind: str) -> None:
    document = page_of(
        ("Jane Doe", 40, 20, True),
        ("Profile", 40, 14, True),
        ("I like glass.", 40, 10, False),
        (heading, 40, 14, True),
        ("Something", 40, 10, False),
        ("Kiln Corner", 40, 14, True),
        ("Something", 40, 10, False),
        ("Education", 40, 14, True),
        ("BSc, 2015", 40, 10, False),
    )

    kinds = [section.kind for section in read_sections(document)]

    assert kinds == ["header", "summary", kind, "other", "education"]
