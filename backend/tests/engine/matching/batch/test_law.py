"""The batch scorer and the scalar integers against the rules in fractions, bit for bit."""

import os
from dataclasses import replace
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.engine.jobs.model import EducationAsked, MonthRange, Requirements, Slot
from app.engine.matching.batch.index import CandidateIndex
from app.engine.matching.batch.rows import row_of
from app.engine.matching.batch.scalar import score_row
from app.engine.matching.batch.score import HasNoScore, score_all
from app.engine.matching.batch.tables import JobTables, job_tables
from app.engine.resumes.model import HeldSkill, Profile
from app.engine.taxonomy.model import DegreeLevel
from tests.engine.matching import generated
from tests.engine.matching.batch.worlds import indexed, keyed
from tests.engine.matching.builders import AS_OF, POLICY, held, months, profile, scored
from tests.engine.matching.strategies import pairs, postings, profiles

POSTINGS = 120
PAIRS = int(os.environ.get("GENERATED_PAIRS", "24000"))


def disagreements(people: list[Profile], asked: list[Requirements]) -> list[tuple[int, int]]:
    """Numbers of the pairs for which the three are not equal, points included."""
    known = keyed(people)
    index = indexed(known)
    positions = index.positions(known)
    rows = [row_of(who, AS_OF) for who in people]
    wrong = []
    for number, posting in enumerate(asked):
        tables = job_tables(posting, POLICY)
        law = [scored(who, posting) for who in people]
        scalar = [score_row(tables, row) for row in rows]
        batch = batch_of(tables, index, positions)
        wrong += [
            (person, number)
            for person, expected in enumerate(law)
            if (exact(tables, scalar[person]), *batch[person])
            != (expected.exact, expected.exact, expected.points)
        ]
    return wrong


def batch_of(
    tables: JobTables, index: CandidateIndex, positions: list[int | None]
) -> list[tuple[Fraction | None, int | None]]:
    if not tables.has_score:
        with pytest.raises(HasNoScore):
            score_all(tables, index)
        return [(None, None)] * len(positions)
    numerators = score_all(tables, index)
    points = tables.points(numerators)
    return [(exact(tables, numerators[at]), points[at]) for at in positions]


def exact(tables: JobTables, numerator: int | None) -> Fraction | None:
    return None if numerator is None else tables.exact(numerator)


def test_rules_scalar_and_batch_agree_on_generated_pairs() -> None:
    asked = generated.postings(11, POSTINGS)

    assert disagreements(generated.profiles(11, PAIRS // POSTINGS), asked) == []


@pairs
@given(st.lists(profiles, min_size=1, max_size=3), postings)
def test_rules_scalar_and_batch_agree_on_any_pair(
    people: list[Profile], posting: Requirements
) -> None:
    assert disagreements(people, [posting]) == []


def entry_posting(*names: str) -> Requirements:
    slots = tuple(Slot((name,), "required") for name in names)
    return Requirements("entry", slots, MonthRange(0, 24), None)


def test_candidates_with_more_projects_than_the_columns_hold_are_exact() -> None:
    many = profile(*(held(f"skill {n}", projects=(n, n + 20)) for n in range(12)), projects=40)
    few = profile(held("skill 1", projects=(3,)), projects=40)
    asked = [entry_posting("skill 0", "skill 5", "skill 11"), *generated.postings(3, 30)]

    assert disagreements([many, few], asked) == []


def test_a_skill_in_a_project_that_is_not_demonstrated_counts_as_the_rules_say() -> None:
    odd = replace(held("Java", projects=(0, 1)), demonstrated=False)

    assert disagreements([profile(odd, projects=2)], [entry_posting("Java", "Go")]) == []


@pytest.mark.parametrize("years", [170, 171, 900])
def test_lifetimes_beyond_the_columns_are_exact(years: int) -> None:
    ancient = profile(held("Java", dated=12 * years), work=months(12 * years, first_year=1000))
    asked = Requirements(
        "senior", (Slot(("Java",), "required", 12_000),), MonthRange(11_000, None), None
    )

    assert disagreements([ancient], [asked]) == []


def test_more_required_slots_than_a_byte_counts() -> None:
    people = generated.profiles(5, 40)
    slots = [Slot((name,), "required") for name in generated.SKILLS[:18]]
    slots += [Slot((name,), "preferred") for name in generated.SKILLS[18:]]

    asked = Requirements("mid", tuple(slots), MonthRange(24, 60), None)

    assert disagreements(people, [asked]) == []


def test_a_denominator_beyond_64_bits_is_scored_all_the_same() -> None:
    primes = (101, 103, 107, 109, 113, 127, 131, 137, 139, 149, 151)
    slots = tuple(
        Slot((name,), "required", asked)
        for name, asked in zip(generated.SKILLS, primes, strict=False)
    )
    asked = Requirements("senior", slots, MonthRange(97, 163), None)

    assert job_tables(asked, POLICY).denominator > np.iinfo(np.int64).max
    assert disagreements(generated.profiles(6, 30), [asked]) == []


@pytest.mark.parametrize(
    ("asked", "kind"),
    [((12,), np.int32), ((101, 103, 107, 109, 113), np.int64)],
)
def test_integers_are_as_wide_as_the_denominator_needs(asked: tuple[int, ...], kind: type) -> None:
    slots = tuple(Slot((f"skill {n}",), "required", months) for n, months in enumerate(asked))
    posting = Requirements("mid", slots, None, None)

    assert job_tables(posting, POLICY).skills.dtype == kind
    assert disagreements(generated.profiles(6, 30), [posting]) == []


def test_names_that_nobody_has_match_nobody() -> None:
    asked = Requirements(
        "mid",
        (Slot(("Rust",), "required", 12), Slot(("COBOL", "Ada"), "preferred")),
        None,
        EducationAsked("", DegreeLevel.BACHELOR, ("geology",), or_equivalent=False),
    )

    assert disagreements([profile(held("Java"), work=30), profile()], [asked]) == []


def test_a_job_without_skills_has_no_score() -> None:
    tables = job_tables(Requirements("mid", (), MonthRange(12, None), None), POLICY)

    assert not tables.has_score
    assert score_row(tables, row_of(profile("Java"), AS_OF)) is None
    with pytest.raises(HasNoScore):
        score_all(tables, indexed(keyed([profile("Java")])))


def test_a_skill_listed_twice_has_what_both_entries_have() -> None:
    twice = profile(
        HeldSkill("Java", True, (0,), months(12), None, None, 90),
        HeldSkill("Java", False, (1,), months(24), 60, "Spring", 50),
        work=48,
    )
    asked = Requirements("entry", (Slot(("Java",), "required", 36),), None, None)

    assert disagreements([twice], [asked]) == []
