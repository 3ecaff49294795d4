"""Degrees and fields of study, with the built-in data."""

import pytest

from app.engine.taxonomy.load import builtin_taxonomy
from app.engine.taxonomy.model import DegreeLevel
from app.engine.taxonomy.study import AskedFields

SCHOOL, ASSOCIATE, BACHELOR, MASTER, DOCTORATE = DegreeLevel


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("MCA", MASTER),
        ("M.C.A.", MASTER),
        ("M.Tech in VLSI", MASTER),
        ("Master of Science in Physics", MASTER),
        ("Master's degree", MASTER),
        ("MBA", MASTER),
        ("M.S. Computer Science", MASTER),
        ("MS in Computer Science", MASTER),
        ("Master Informatique", MASTER),
        ("Diplom-Informatiker", MASTER),
        ("Dipl.-Ing. Maschinenbau", MASTER),
        ("Bac+5", MASTER),
        ("Laurea magistrale in Fisica", MASTER),
        ("B.Tech", BACHELOR),
        ("B. Tech (CSE)", BACHELOR),
        ("BTech", BACHELOR),
        ("BE (Mechanical)", BACHELOR),
        ("B.E. in Civil", BACHELOR),
        ("BSc", BACHELOR),
        ("B.Sc. Mathematics", BACHELOR),
        ("BA, History", BACHELOR),
        ("BS/MS in Computer Science", BACHELOR),
        ("BCA", BACHELOR),
        ("BBA", BACHELOR),
        ("Bachelor’s degree", BACHELOR),
        ("Licence Mathématiques", BACHELOR),
        ("Laurea in Economia", BACHELOR),
        ("4-year degree", BACHELOR),
        ("Degree in Nursing", BACHELOR),
        ("Degree in a STEM subject", BACHELOR),
        ("A degree is required", BACHELOR),
        ("MBBS", BACHELOR),
        ("LLB (Hons)", BACHELOR),
        ("HND in Computing", ASSOCIATE),
        ("Associate's degree", ASSOCIATE),
        ("Diploma in Civil Engineering", ASSOCIATE),
        ("High School Diploma", SCHOOL),
        ("Abitur", SCHOOL),
        ("Baccalauréat", SCHOOL),
        ("HSC, 2014", SCHOOL),
        ("Ph.D.", DOCTORATE),
        ("PhD degree in Biology", DOCTORATE),
        ("Doctor of Philosophy", DOCTORATE),
    ],
)
def test_wordings_have_levels(text: str, level: DegreeLevel) -> None:
    assert builtin_taxonomy().degree_level(text) is level


@pytest.mark.parametrize(
    "text",
    [
        "to be or not to be",
        "come with me",
        "ma chère",
        "it was as good",
        "Certified Scrum Master",
        "master data management",
        "MS Excel and MS Office",
        "MS SQL Server",
        "Boston, MA",
        "Jackson, MS 39201",
        "BE PART OF OUR TEAM",
        "CONTACT ME TODAY PLEASE",
        "Sales Associate",
        "an LLM in production",
        "driving licence",
        "read the JD",
        "go to bed",
        "",
    ],
)
def test_common_words_and_places_are_no_degrees(text: str) -> None:
    assert builtin_taxonomy().degree_level(text) is None


def test_every_degree_of_a_line_is_mentioned_once() -> None:
    text = "Bachelor's or Master's degree in CS; PhD degree a plus"

    mentions = builtin_taxonomy().degree_mentions(text)

    assert [m.level for m in mentions] == [BACHELOR, MASTER, DOCTORATE]
    assert text[mentions[0].start : mentions[0].end] == "Bachelor's"


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("MCA", ("computer science",)),
        ("BSc Computer Science", ("computer science",)),
        ("MBA (Finance)", ("finance", "business")),
        ("LLB", ("law",)),
        ("MBBS", ("medicine",)),
        ("B.Tech in Electronics & Communication", ("electrical engineering", "engineering")),
        ("Bachelor of Arts in Economics", ("economics",)),
        ("Bachelor of Science", ()),
        ("Licence de Droit", ("law",)),
        ("B.Sc Physics, Some Institute of Technology", ("physics",)),
        ("BBA, Some School of Law", ("business",)),
        ("CSE", ("computer science",)),
        ("it was it", ()),
    ],
)
def test_a_degree_is_in_the_fields_it_names(text: str, fields: tuple[str, ...]) -> None:
    assert builtin_taxonomy().degree_fields(text) == fields


def test_an_mca_meets_computer_science_or_a_related_field() -> None:
    taxonomy = builtin_taxonomy()

    asked = taxonomy.asked_fields("Bachelor's in Computer Science or related field")

    assert asked.named == ("computer science",)
    assert set(taxonomy.degree_fields("MCA")) & set(asked.named)


def test_a_related_field_is_accepted_only_where_it_says_so() -> None:
    taxonomy = builtin_taxonomy()

    plain = taxonomy.asked_fields("Bachelor's in Computer Science")
    related = taxonomy.asked_fields("Bachelor's in Computer Science or a related field")

    assert plain == AskedFields(("computer science",))
    assert "mathematics" in related.also
    assert "nursing" not in related.also
    assert "engineering" not in related.also


def test_an_umbrella_accepts_its_members_without_naming_them() -> None:
    taxonomy = builtin_taxonomy()

    stem = taxonomy.asked_fields("STEM degree")

    assert stem.named == ("stem",)
    assert {"physics", "computer science", "biology"} <= set(stem.also)
    assert "civil engineering" in taxonomy.asked_fields("B.Tech / B.E. required").also
    assert "law" not in taxonomy.asked_fields("degree in a quantitative discipline").also


def test_a_named_field_narrows_the_degree_that_implies_more() -> None:
    asked = builtin_taxonomy().asked_fields("B.Tech in Computer Science")

    assert asked == AskedFields(("computer science",))


@pytest.mark.parametrize(
    "text",
    [
        "Bachelor's degree in any discipline",
        "Graduate in any stream",
        "Bachelor's degree and strong communication skills",
        "Bachelor's degree with 3 years of experience in marketing",
        "Bachelor's degree; fluent English",
        "Bachelor's degree or equivalent education",
        "Education: BS",
        "Degree required",
    ],
)
def test_no_field_is_asked_where_any_will_do_or_none_is_named(text: str) -> None:
    assert builtin_taxonomy().asked_fields(text) == AskedFields()


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("Computer Science or Mathematics degree", ("computer science", "mathematics")),
        ("Degree from an accredited university in nursing", ("nursing",)),
        ("Bachelor's degree (Finance, Accounting, Economics)", ("finance", "economics")),
        ("Master's in Psychology with experience in sales", ("psychology",)),
        ("Abgeschlossenes Studium der Informatik", ("computer science",)),
    ],
)
def test_fields_beside_a_degree_are_asked(text: str, fields: tuple[str, ...]) -> None:
    assert builtin_taxonomy().asked_fields(text).named == fields


def test_relatedness_holds_both_ways() -> None:
    taxonomy = builtin_taxonomy()

    assert taxonomy.related("computer science", "mathematics")
    assert taxonomy.related("mathematics", "computer science")
    assert taxonomy.related("law", "law")
    assert taxonomy.related("engineering", "civil engineering")
    assert not taxonomy.related("computer science", "nursing")


def test_families_are_named_in_order_and_once() -> None:
    named = builtin_taxonomy().field_families("Physics, Computer Science, informatics")

    assert named == ("physics", "computer science")


def test_held_wordings_count_only_among_what_somebody_has_studied() -> None:
    taxonomy = builtin_taxonomy()
    text = "Ingeniero en Sistemas"

    assert taxonomy.degree_mentions(text) == ()
    assert [m.level for m in taxonomy.degree_mentions(text, held=True)] == [DegreeLevel.BACHELOR]


def test_a_weak_wording_that_opens_a_part_counts_among_studies() -> None:
    taxonomy = builtin_taxonomy()
    text = "2011\tLicence Information et société"

    assert taxonomy.degree_mentions(text) == ()
    assert [m.level for m in taxonomy.degree_mentions(text, held=True)] == [DegreeLevel.BACHELOR]
    assert taxonomy.degree_mentions("Example Hall, Boston, MA", held=True) == ()
