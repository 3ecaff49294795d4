from fractions import Fraction

import pytest

from app.engine.dates import PartialDate
from app.engine.jobs.model import EducationPath, Requirements
from app.engine.matching.changes import changed
from app.engine.matching.gaps import Gap, find_gaps
from app.engine.resumes.model import Profile
from app.engine.taxonomy.model import DegreeLevel
from tests.engine.matching.builders import (
    AS_OF,
    POLICY,
    asks,
    degree,
    held,
    job,
    profile,
    scored,
    slot,
)

BACHELOR = DegreeLevel.BACHELOR


def gaps_of(who: Profile, posting: Requirements) -> tuple[Gap, ...]:
    return find_gaps(scored(who, posting), who, posting, POLICY)


def worths(who: Profile, posting: Requirements) -> list[tuple[str, Fraction]]:
    return [(gap.kind, gap.worth) for gap in gaps_of(who, posting)]


def test_a_missing_skill_is_worth_its_slot_and_a_project_with_it_a_tenth_more() -> None:
    gap = gaps_of(profile("A"), job(*"ABCDE"))[0]

    assert (gap.kind, gap.worth, gap.project_worth) == ("skill", 10, 11)
    assert gap.importance == "required"


def test_a_missing_preferred_skill_is_worth_its_slot() -> None:
    gap = gaps_of(profile("A"), job("A", prefers=("P", "Q")))[0]

    assert (gap.kind, gap.importance, gap.worth) == ("skill", "preferred", 10)


def test_a_missing_skill_is_listed_even_when_evidence_made_up_for_it() -> None:
    ten = "ABCDEFGHIJ"
    who = profile(*(held(skill, demonstrated=True) for skill in ten))

    assert worths(who, job(*ten, "K")) == [("skill", 50 - 50 * Fraction(11, 11))]


def test_a_skill_only_listed_is_worth_its_demonstration() -> None:
    assert worths(profile("A"), job("A", "B"))[1] == ("demonstration", Fraction(5, 2))


def test_demonstration_that_adds_nothing_is_no_gap() -> None:
    assert worths(profile("A", "P"), job("A", prefers=("P",))) == []


def test_a_missing_choice_is_closed_by_the_skill_that_closes_nothing_else() -> None:
    posting = job(slot("A", "B"), slot("B", "C"), slot("B", "D"))

    assert [gap.worth for gap in gaps_of(profile(), posting)] == [Fraction(50, 3)] * 3


def test_months_short_of_the_range_are_worth_what_reaching_it_adds() -> None:
    gap = gaps_of(profile("A", work=12), job("A", experience=(24, 60)))[0]

    assert (gap.kind, gap.worth) == ("experience_months", 10)
    assert dict(gap.values) == {"held": 12, "asked": 24, "months": 12}


def test_experience_within_or_above_the_range_is_no_gap() -> None:
    posting = job("A", experience=(24, 60))

    assert worths(profile("A", work=24), posting) == []
    assert worths(profile("A", work=61), posting) == []


def test_months_short_of_a_skill_are_a_gap_of_their_own() -> None:
    who = profile(held("A", demonstrated=True, dated=12))

    assert worths(who, job(slot("A", months_asked=48))) == [("skill_months", 15)]


def test_months_of_a_missing_skill_include_having_it() -> None:
    posting = job(slot("A", months_asked=12), "B")

    assert dict(worths(profile("B"), posting)) == {
        "skill_months": 45,
        "skill": 25,
        "demonstration": Fraction(5, 2),
    }


@pytest.mark.parametrize(
    ("studied", "expected"),
    [
        ((), [("degree", 10)]),
        ((degree(BACHELOR, "art"),), [("degree_field", 5)]),
        ((degree(DegreeLevel.SCHOOL, "biology"),), [("degree_level", 5)]),
        ((degree(BACHELOR, "biology", end=PartialDate(2027, 5)),), [("degree_end", 5)]),
        (
            (degree(BACHELOR, "art", end=PartialDate(2027, 5)),),
            [("degree_field", 5), ("degree_end", 5)],
        ),
        ((degree(BACHELOR, "biology"),), []),
    ],
)
def test_the_missing_half_of_a_degree_is_the_gap(
    studied: tuple[object, ...], expected: list[tuple[str, int]]
) -> None:
    who = profile("A", degrees=studied)

    assert worths(who, job("A", education=asks(BACHELOR, "biology"))) == expected


def test_experience_that_may_stand_for_the_degree_is_an_alternative() -> None:
    posting = job("A", education=asks(BACHELOR, or_equivalent=True))

    assert worths(profile("A", work=30), posting) == [
        ("equivalent_months", 10),
        ("degree_level", 10),
    ]


def test_months_that_close_the_range_close_the_equivalent_degree_with_it() -> None:
    posting = job("A", experience=(24, None), education=asks(BACHELOR, or_equivalent=True))

    assert worths(profile("A", work=12), posting) == [
        ("experience_months", 20),
        ("degree_level", 10),
    ]


def test_gaps_are_those_of_the_path_that_counted() -> None:
    asked = asks(
        BACHELOR, paths=(EducationPath(BACHELOR, 60), EducationPath(DegreeLevel.MASTER, 36))
    )
    who = profile("A", work=30, degrees=(degree(BACHELOR),))

    gaps = {gap.kind: gap for gap in gaps_of(who, job("A", education=asked))}

    assert dict(gaps["experience_months"].values)["asked"] == 60
    assert gaps["experience_months"].worth == 10


def test_a_senior_role_misses_the_evidence_of_leading() -> None:
    posting = job("A", level="senior", experience=(120, None))

    assert ("leadership", 3) in worths(profile("A", work=60), posting)
    assert "leadership" not in dict(worths(profile("A", work=60, leads=True), posting))


def test_entry_roles_miss_projects_for_held_skills() -> None:
    who = profile(held("A", demonstrated=True), held("B", projects=(0,)), projects=1)

    gaps = {gap.kind: gap for gap in gaps_of(who, job("A", "B", level="entry"))}

    assert gaps["project"].worth == 20 * (Fraction(1, 3) + Fraction(1, 9))
    assert gaps["more_projects"].worth == 20 * Fraction(2, 9)
    assert dict(gaps["more_projects"].values) == {"count": 2}


def test_enough_projects_are_no_gap() -> None:
    who = profile(held("A", projects=(0, 1, 2)), projects=3)

    assert worths(who, job("A", level="entry")) == []


def test_the_most_worth_comes_first() -> None:
    who = profile("A", work=12)
    posting = job("A", "B", prefers=("P",), experience=(24, None), education=asks(BACHELOR))

    values = [worth for _, worth in worths(who, posting)]

    assert values == sorted(values, reverse=True)
    assert len(values) == 5


def test_every_worth_is_the_difference_of_two_full_scores() -> None:
    who = profile("A", held("B", dated=3), work=12)
    posting = job(
        "A",
        slot("B", months_asked=24),
        slot("C", "D"),
        prefers=("P",),
        experience=(24, None),
        education=asks(BACHELOR, "art", or_equivalent=True),
        level="entry",
    )

    before = scored(who, posting).exact
    for gap in gaps_of(who, posting):
        after = scored(changed(who, (gap.change,), AS_OF), posting).exact
        assert gap.worth == after - before


def test_a_posting_without_a_score_has_no_gaps() -> None:
    assert gaps_of(profile(), job(experience=(24, None))) == ()


def test_a_full_score_has_no_gaps() -> None:
    who = profile(held("A", demonstrated=True), work=24)

    assert gaps_of(who, job("A", experience=(24, None))) == ()
