from fractions import Fraction

import pytest

from app.engine.dates import PartialDate
from app.engine.evidence import Source
from app.engine.jobs.model import Requirements
from app.engine.matching.explain import LONGEST_QUOTE, Explanation, explain, shortened
from app.engine.matching.gaps import find_gaps
from app.engine.matching.ranking import Ranking
from app.engine.matching.texts import Texts, Voice, builtin_texts
from app.engine.resumes.model import Profile
from app.engine.taxonomy.model import DegreeLevel
from tests.engine.matching.builders import (
    POLICY,
    asks,
    degree,
    held,
    job,
    profile,
    scored,
    slot,
)

EVIDENCE = {
    "Java": (
        Source("listed", "Skills", (4,), "Java, Data Structures"),
        Source("project", "Movie Recommender", (9,), "REST service in Java", 1, None, (16, 20)),
    ),
    "Data Structures": (Source("course", "", (12,), "Data Structures and Algorithms"),),
    "PostgreSQL": (Source("job", "Acme", (15,), "Tuned PostgreSQL queries"),),
}
FOUNDING = job("Java", "Data Structures", "Spring Boot", prefers=("SQL", "Docker"))
CANDIDATE = profile(
    held("Java", projects=(0,)),
    "Data Structures",
    held("SQL", demonstrated=True, through="PostgreSQL"),
    projects=1,
)


def explained(
    who: Profile = CANDIDATE,
    posting: Requirements = FOUNDING,
    voice: Voice = "candidate",
    ranking: Ranking | None = None,
) -> Explanation:
    result = scored(who, posting)
    gaps = find_gaps(result, who, posting, POLICY)
    return explain(result, gaps, EVIDENCE, voice, ranking)


def lines(explanation: Explanation, name: str) -> list[str]:
    section = explanation.section(name)
    return [statement.text for statement in section.statements] if section else []


def test_the_opening_says_score_level_and_standing() -> None:
    standing = Ranking(2, 14, Fraction(12, 14), 15)

    assert explained(ranking=standing).opening == (
        "Your score is 75/100 for a mid-level role. You rank 2 of 14, in the top 15% of applicants."
    )
    assert explained(voice="recruiter", ranking=standing).opening == (
        "Score: 75/100 for a mid-level role. Rank 2 of 14, in the top 15% of applicants."
    )


def test_the_opening_tells_no_standing_among_few_or_none() -> None:
    alone = "Your score is 75/100 for a mid-level role."

    assert explained(ranking=Ranking(1, 4, None, None)).opening == alone
    assert explained().opening == alone


def test_strengths_quote_their_evidence_and_demonstrated_ones_come_first() -> None:
    assert lines(explained(), "strengths") == [
        "Java (required): shown in the project Movie Recommender: “REST service in Java”",
        (
            "Data Structures (required): named in a course, not yet shown in a project or a job: "
            "“Data Structures and Algorithms”"
        ),
        "SQL, through PostgreSQL (preferred): shown in the job Acme: “Tuned PostgreSQL queries”",
    ]


def test_a_strength_carries_the_sources_it_rests_on() -> None:
    java = explained().section("strengths").statements[0]

    assert [source.kind for source in java.sources] == ["project", "listed"]


def test_a_strength_without_known_evidence_claims_no_place() -> None:
    who = profile(held("Spring Boot", demonstrated=True), "Rust")

    assert lines(explained(who, job("Spring Boot", "Rust")), "strengths") == [
        "Spring Boot (required): shown in a project or a job",
        "Rust (required): named, not yet shown in a project or a job",
    ]


def test_parts_that_are_full_are_strengths() -> None:
    who = profile(
        held("Java", projects=(0,)), work=30, degrees=(degree(DegreeLevel.MASTER, "art"),)
    )
    posting = job("Java", experience=(24, 60), education=asks(DegreeLevel.BACHELOR, "art"))

    assert lines(explained(who, posting), "strengths")[1:] == [
        "Experience: 2 years 6 months of professional experience, 2 to 5 years asked",
        "Education: Degree found: master's degree; asked: bachelor's degree",
        "Education: Field of study fits: art",
    ]


def test_gaps_say_what_each_is_worth() -> None:
    assert lines(explained(), "gaps") == [
        "Spring Boot (required): worth 15 points",
        "Docker (preferred): worth 10 points",
        "Data Structures shown in a project or a job (required): worth 1.7 points",
    ]


def test_one_point_is_not_said_as_points() -> None:
    who = profile(*"ABCD")

    assert lines(explained(who, job(*"ABCDE")), "gaps")[1] == (
        "A shown in a project or a job (required): worth 1 point"
    )


def test_experience_above_the_range_is_told_with_its_cost() -> None:
    who = profile(held("Java", projects=(0,)), work=72)

    assert lines(explained(who, job("Java", experience=(24, 60))), "gaps") == [
        "6 years of professional experience, more than the 2 to 5 years asked: costs 2 points"
    ]


def test_recommendations_name_the_action_and_its_points() -> None:
    posting = job(*"ABCD", "Spring Boot", level="senior")
    who = profile(*"ABCD")

    assert lines(explained(who, posting), "recommendations")[:2] == [
        "A project with Spring Boot: +9",
        "A project with A, or a line of a job that used it: +0.9",
    ]


@pytest.mark.parametrize("voice", ["candidate", "recruiter"])
def test_every_recommendation_can_be_said_in_every_voice(voice: Voice) -> None:
    rich = asks(DegreeLevel.BACHELOR, "biology", or_equivalent=True)
    postings = [
        job("A", slot("B", months_asked=24), level="entry", education=rich),
        job("A", level="senior", experience=(120, None), education=rich),
    ]
    people = [
        profile("A", work=12, degrees=(degree(DegreeLevel.BACHELOR, "art"),)),
        profile(held("A", projects=(0,)), "B", projects=1),
        profile(degrees=(degree(DegreeLevel.BACHELOR, end=PartialDate(2027)),)),
        profile(degrees=(degree(None, "biology"),)),
    ]

    for posting in postings:
        for who in people:
            said = explained(who, posting, voice).text
            assert "{" not in said
            assert "None" not in said


def test_at_most_five_recommendations_are_made_best_first() -> None:
    recommended = lines(explained(profile(), job(*"ABCDEFGH", prefers=("P",))), "recommendations")

    assert len(recommended) == 5
    assert recommended[0] == "A project with P: +20"


def test_the_recruiter_is_told_what_to_ask_about() -> None:
    explanation = explained(voice="recruiter")

    assert explanation.section("recommendations").heading == "Worth asking about"
    assert lines(explanation, "recommendations")[0].startswith("Spring Boot: not found; ")
    assert "your" not in explanation.text.lower().split()


def test_disclaimers_are_said_in_words() -> None:
    assert lines(explained(), "disclaimers") == [
        "The posting asks for no experience: that part is full for everybody.",
        "The posting asks for no degree: that part is full for everybody.",
    ]


def test_no_score_is_explained_without_parts() -> None:
    explanation = explained(posting=job(experience=(24, None)))

    assert explanation.opening.startswith("There is no score")
    assert [section.name for section in explanation.sections] == ["disclaimers"]


def test_the_text_is_the_opening_and_the_sections_as_lists() -> None:
    who = profile(held("Java", projects=(0,)))

    assert explained(who, job("Java")).text == (
        "Your score is 100/100 for a mid-level role.\n\n"
        "Strengths:\n"
        "- Java (required): shown in the project Movie Recommender: “REST service in Java”\n\n"
        "Please note:\n"
        "- The posting prefers no skill: that part is full for everybody.\n"
        "- The posting asks for no experience: that part is full for everybody.\n"
        "- The posting asks for no degree: that part is full for everybody."
    )


def test_a_long_quote_is_cut_around_its_value() -> None:
    text = "x" * 300 + " Java " + "y" * 300
    source = Source("job", "Acme", (1,), text, 1, None, (301, 305))

    quote = shortened(source)

    assert "Java" in quote
    assert len(quote) == LONGEST_QUOTE + 2
    assert (quote[0], quote[-1]) == ("…", "…")


def test_a_quote_stays_on_one_row() -> None:
    assert shortened(Source("job", "", (1,), "Java\n\tand  SQL")) == "Java and SQL"


@pytest.mark.parametrize(
    ("line", "quote"),
    [("- Built it", "Built it"), (" • Built it", "Built it"), ("-5 °C", "-5 °C"), ("*", "*")],
)
def test_a_quote_loses_its_bullet(line: str, quote: str) -> None:
    assert shortened(Source("job", "", (1,), line)) == quote


def test_another_language_is_another_catalogue() -> None:
    english = builtin_texts()
    german = Texts("de", {**english.entries, "heading.strengths": "Stärken"})
    result = scored(CANDIDATE, FOUNDING)

    explanation = explain(result, (), EVIDENCE, "candidate", None, texts=german)

    assert explanation.language == "de"
    assert explanation.sections[0].heading == "Stärken"
