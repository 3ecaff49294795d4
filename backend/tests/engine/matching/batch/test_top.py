"""The best of all, exactly: ties by key, any split of the candidates, any order of merging."""

import random
from fractions import Fraction

import pytest

from app.engine.jobs.model import Requirements, Slot
from app.engine.matching.batch.score import HasNoScore, score_all
from app.engine.matching.batch.tables import job_tables
from app.engine.matching.batch.top import Around, Found, around, merge, ranks, top_k
from app.engine.matching.ranking import rank
from tests.engine.matching import generated
from tests.engine.matching.batch.worlds import indexed, keyed
from tests.engine.matching.builders import POLICY, profile, scored

PEOPLE = keyed(generated.profiles(31, 900))
POSTINGS = [
    posting for posting in generated.postings(31, 12) if job_tables(posting, POLICY).has_score
]


@pytest.mark.parametrize("posting", POSTINGS[:3])
@pytest.mark.parametrize("k", [0, 1, 50, 899, 900, 2000])
def test_the_best_are_those_of_a_full_sort(posting: Requirements, k: int) -> None:
    tables = job_tables(posting, POLICY)
    law = {key: scored(who, posting).exact for key, who in PEOPLE.items()}
    expected = sorted(law, key=lambda key: (-law[key], key.bytes))[:k]

    best = top_k(tables, indexed(PEOPLE), k)

    assert [found.key for found in best] == expected
    assert [tables.exact(found.numerator) for found in best] == [law[key] for key in expected]


def test_equal_candidates_come_in_the_order_of_their_keys() -> None:
    people = keyed([profile("Java")] * 700)
    tables = job_tables(Requirements("mid", (Slot(("Java",), "required"),), None, None), POLICY)

    best = top_k(tables, indexed(people), 40)

    assert [found.key for found in best] == sorted(people)[:40]


def test_equal_candidates_of_several_blocks_come_in_the_order_of_their_keys() -> None:
    people = keyed([profile("Java")] * 400)
    first = dict(list(people.items())[:300])
    tables = job_tables(Requirements("mid", (Slot(("Java",), "required"),), None, None), POLICY)
    index = indexed(first)
    for key, who in people.items():
        if key not in first:
            index.put(key, who)

    assert len(index.parts()) > 1
    assert [found.key for found in top_k(tables, index, 60)] == sorted(people)[:60]


@pytest.mark.parametrize("shards", [2, 5, 11])
def test_shards_merge_to_the_same_in_any_order(shards: int) -> None:
    chance = random.Random(f"split {shards}")  # noqa: S311 - no secret
    split = [{} for _ in range(shards)]
    for key, who in PEOPLE.items():
        chance.choice(split)[key] = who
    chance.shuffle(split)
    whole = indexed(PEOPLE)
    pieces = [indexed(people) for people in split]

    for posting in POSTINGS:
        tables = job_tables(posting, POLICY)
        merged = merge([top_k(tables, piece, 25) for piece in pieces], 25)
        assert merged == top_k(tables, whole, 25)
        value = merged[-1].numerator
        counted = sum(
            (around(score_all(tables, piece), value) for piece in pieces), Around(0, 0, 0)
        )
        assert counted == around(score_all(tables, whole), value)


def test_ranks_and_places_are_those_of_the_rules() -> None:
    posting = POSTINGS[0]
    tables = job_tables(posting, POLICY)
    index = indexed(PEOPLE)
    gone = next(iter(PEOPLE))
    index.remove(gone)
    left = [key for key in PEOPLE if key != gone]
    expected = rank([scored(PEOPLE[key], posting).exact for key in left])

    numerators = score_all(tables, index)
    positions = index.positions(left)

    assert [ranks(numerators)[at] for at in positions] == [place.rank for place in expected]
    assert [around(numerators, numerators[at]).ranking() for at in positions] == expected
    assert 0 in ranks(numerators)


def test_a_viewer_who_has_not_applied_is_counted_in() -> None:
    seen = Around(above=3, tied=1, total=9).with_viewer()

    assert seen.ranking().rank == 4
    assert seen.ranking().percentile_below == Fraction(5, 10)


def test_a_job_without_skills_has_no_best() -> None:
    tables = job_tables(Requirements("mid", (), None, None), POLICY)

    with pytest.raises(HasNoScore):
        top_k(tables, indexed(PEOPLE), 5)


def test_found_ones_order_by_score_then_key() -> None:
    keys = sorted(PEOPLE)[:3]
    few = [Found(keys[2], 5), Found(keys[1], 5), Found(keys[0], 4)]

    assert [found.key for found in merge([few], 3)] == [keys[1], keys[2], keys[0]]
