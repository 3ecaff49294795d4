"""How much the built-in taxonomy holds, and that new names keep out of ordinary prose."""

from collections import Counter

import pytest

from app.engine.taxonomy.load import builtin_taxonomy

from .factories import names_in

FEWEST_BY_AREA = {
    "backend": 450,
    "business": 200,
    "cloud": 120,
    "construction": 120,
    "data": 200,
    "design": 150,
    "devops": 130,
    "education": 60,
    "embedded": 120,
    "engineering": 100,
    "finance": 200,
    "frontend": 180,
    "games": 40,
    "health": 150,
    "hospitality": 50,
    "hr": 100,
    "infrastructure": 110,
    "legal": 50,
    "logistics": 50,
    "manufacturing": 90,
    "marketing": 140,
    "ml": 170,
    "mobile": 50,
    "product": 80,
    "research": 25,
    "sales": 60,
    "science": 110,
    "security": 140,
    "services": 40,
    "testing": 130,
    "trades": 90,
}


def test_every_field_of_work_has_its_skills() -> None:
    counts = Counter(skill.area for skill in builtin_taxonomy().skills)

    assert {a: counts[a] for a, fewest in FEWEST_BY_AREA.items() if counts[a] < fewest} == {}
    assert sum(skill.soft for skill in builtin_taxonomy().skills) >= 40
    assert sum(counts.values()) >= 4_500


@pytest.mark.parametrize(
    ("name", "skill", "shown"),
    [
        ("Delta Lake", "Delta Lake", "Data Lakes"),
        ("gas chromatography", "Gas Chromatography", "Chromatography"),
        ("GC/MS", "GC-MS", "Mass Spectrometry"),
        ("NMR", "NMR Spectroscopy", "Spectroscopy"),
        ("Gherkin", "Gherkin", "Behavior-Driven Development"),
        ("MEDDIC", "MEDDIC", "Sales"),
        ("flux-core welding", "Flux-Cored Arc Welding", "Welding"),
        ("LWC", "Lightning Web Components", "Salesforce"),
        ("SOQL", "SOQL", "Salesforce"),
        ("SAP EWM", "SAP EWM", "SAP"),
        ("CloudFront", "Amazon CloudFront", "AWS"),
        ("Bicep templates", "Bicep", "Azure"),
        ("ELK", "ELK Stack", "Elasticsearch"),
        ("Docker Compose", "Docker Compose", "Containerization"),
        ("Western blotting", "Western Blot", None),
        ("TMS", "Transportation Management Systems", None),
        ("HEC-RAS", "HEC-RAS", "Hydraulic Modeling"),
        ("IFRS 16", "Lease Accounting", "Accounting"),
        ("Fiori", "SAP Fiori", "SAP"),
        ("Substance Painter", "Adobe Substance Painter", "3D Modeling"),
        ("HACCP", "HACCP", "Food Safety"),
        ("Relativity eDiscovery", "Relativity", "E-Discovery"),
    ],
)
def test_a_tool_is_a_skill_of_its_own_and_shows_the_broader_one(
    name: str, skill: str, shown: str | None
) -> None:
    taxonomy = builtin_taxonomy()

    assert taxonomy.canonical(name) == skill
    assert shown is None or shown in taxonomy.implied(skill)


@pytest.mark.parametrize(
    ("text", "skill"),
    [
        ("Lohnabrechnung", "Payroll"),
        ("Rechnungswesen", "Accounting"),
        ("Kreditorenbuchhaltung", "Accounts Payable"),
        ("Umsatzsteuervoranmeldung", "VAT"),
        ("Personalgewinnung", "Recruitment"),
        ("Dienstplanung", "Staff Scheduling"),
        ("Wundversorgung", "Wound Care"),
        ("Beschaffung", "Procurement"),
        ("Qualitätsprüfung", "Quality Inspection"),
        ("Vertragsgestaltung", "Contract Drafting"),
        ("Straßenbau", "Road Design"),
        ("Fehlersuche", "Troubleshooting"),
        ("Zellkultur", "Cell Culture"),
        ("Gebäudereinigung", "Window Cleaning"),
        ("comptabilité générale", "Accounting"),
        ("rapprochement bancaire", "Account Reconciliation"),
        ("gestion de la paie", "Payroll"),
        ("déclaration de TVA", "VAT"),
        ("gestion des stocks", "Inventory Management"),
        ("soins infirmiers", "Nursing"),
        ("conduite du changement", "Change Management"),
        ("rédaction de contrats", "Contract Drafting"),
        ("référencement naturel", "SEO"),
        ("hygiène alimentaire", "Kitchen Hygiene"),
        ("contrôle de gestion", "Controlling"),
        ("travaux publics", "Earthworks"),
    ],
)
def test_german_and_french_names_lead_to_the_skill(text: str, skill: str) -> None:
    assert names_in(text) == [skill]


@pytest.mark.parametrize(
    ("text", "item", "skill"),
    [
        ("a relay race and a blade of grass", "Relay", "Relay"),
        ("the payload of the truck", "Payload", "Payload CMS"),
        ("sent in one parcel", "Parcel", "Parcel"),
        ("she writes poetry", "Poetry", "Poetry"),
        ("nomad life on a glacier", "Nomad", "HashiCorp Nomad"),
        ("a ghost story", "Ghost", "Ghost CMS"),
        ("karma and yarn", "Karma", "Karma"),
        ("an enzyme in the bottle", "Enzyme", "Enzyme"),
        ("read about iceberg lettuce", "Iceberg", "Apache Iceberg"),
        ("an impala at the water", "Impala", "Apache Impala"),
        ("linear growth", "Linear", "Linear"),
        ("a trip to Moscow", "MoSCoW", "Feature Prioritization"),
        ("a good teammate", "TeamMate+", "TeamMate+"),
        ("new ideas for the vista", "IDeaS", "Hotel Revenue Management"),
        ("a canvas on the wall", "Canvas", "Canvas LMS"),
        ("the house is spotless, dei fiori", "DEI", "Diversity and Inclusion"),
        ("Anna Koch and Max Schneider", "Kochen", "Cooking"),
        ("an orange leaflet", "Leaflet", "Leaflet.js"),
        ("we audit ourselves", "Audit", "Auditing"),
        ("his boutique in Paris: couture", "Couture", "Tailoring"),
        ("the profile of a hydrology lake", "Hydrology", "Water Resources Engineering"),
        ("an arduous trek up the rig", "Rigging", "Heavy Equipment Operation"),
        ("in Fiji last year", "Fiji", "ImageJ"),
        ("a lean year", "Lean", "Lean Manufacturing"),
        ("sage advice", "Sage", "Sage Accounting"),
        ("gusto and flair", "Gusto", "Gusto"),
        ("an atom and its spectra", "Atom", "Atom"),
        ("Peachtree Street", "Peachtree", "Sage Accounting"),
    ],
)
def test_a_word_of_prose_is_no_skill_and_the_same_item_of_a_list_is(
    text: str, item: str, skill: str
) -> None:
    assert names_in(text) == []
    assert names_in(item, listing=True) == [skill]


@pytest.mark.parametrize(
    "text",
    [
        "Salary AED 12,000 a month, depending on experience (DOE)",
        "Workers under CPT and OPT are welcome",
        "An equal opportunity employer and affirmative action employer",
        "Betriebliche Altersvorsorge und Weiterbildung",
        "A pension, life cover and cycle to work",
        "Living in East Java",
        "Economic conditions were hard",
        "KSh 40,000 and later more",
        "GCE O Levels in six subjects",
        "We make up for lost time, and that is that",
        "Grandma's kitchen",
    ],
)
def test_pay_benefits_and_places_name_no_skills(text: str) -> None:
    assert names_in(text) == []
