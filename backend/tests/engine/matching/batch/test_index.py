"""The index follows every change, and is the same read back, split and merged."""

import random
from datetime import date
from uuid import UUID

import numpy as np
import pytest

from app.engine.matching.batch import index as indexes
from app.engine.matching.batch.block import MOST, build_block
from app.engine.matching.batch.columns import Names, columns_of, joined
from app.engine.matching.batch.index import CandidateIndex
from app.engine.matching.batch.packed import NotAnIndex, pack, unpack
from app.engine.matching.batch.rows import row_of
from app.engine.matching.batch.scalar import score_row
from app.engine.matching.batch.score import NOBODY, score_all
from app.engine.matching.batch.tables import job_tables
from tests.engine.matching import generated
from tests.engine.matching.batch.worlds import indexed, keyed
from tests.engine.matching.builders import AS_OF, POLICY, held, profile

PEOPLE = keyed(generated.profiles(21, 300))
JOBS = [job for job in (job_tables(p, POLICY) for p in generated.postings(21, 30)) if job.has_score]


def scores(index: CandidateIndex) -> list[dict[UUID, int]]:
    """The numerators of every candidate, for each job."""
    found = []
    for tables in JOBS:
        numerators = score_all(tables, index)
        where = [int(at) for at in np.flatnonzero(numerators != NOBODY)]
        found.append(
            dict(zip(index.keys(where), (int(numerators[at]) for at in where), strict=True))
        )
    return found


def test_changes_one_by_one_give_the_index_built_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(indexes, "TAIL", 16)
    monkeypatch.setattr(indexes, "SMALL", 64)
    chance = random.Random("changes")  # noqa: S311 - no secret
    people = dict(PEOPLE)
    index = indexed(people)
    spare = generated.profiles(22, 200)
    for who in spare:
        key = chance.choice([*people, UUID(int=chance.getrandbits(128))])
        if chance.random() < 0.3:
            assert index.remove(key) == (people.pop(key, None) is not None)
        else:
            people[key] = who
            index.put(key, who)

    assert len(index) == len(people)
    assert scores(index) == scores(indexed(people))


def test_a_change_is_seen_at_once() -> None:
    index = indexed(PEOPLE)
    key = next(iter(PEOPLE))
    tables = JOBS[0]
    everything = profile(*(held(name, projects=(0, 1, 2)) for name in generated.SKILLS), projects=3)
    expected = score_row(tables, row_of(everything, AS_OF))
    assert scores(index)[0][key] != expected

    index.put(key, everything)

    [position] = index.positions([key])
    assert position is not None
    assert score_all(tables, index)[position] == expected
    assert index.remove(key)
    assert index.positions([key]) == [None]
    assert not index.remove(key)


def test_positions_and_keys_are_inverse() -> None:
    index = indexed(PEOPLE)
    index.put(UUID(int=0), profile("Java"))
    index.put(UUID(int=1 << 120), profile("Java"))

    wanted = [UUID(int=1 << 120), *PEOPLE, UUID(int=0)]

    assert index.keys(index.positions(wanted)) == wanted


def test_packed_bytes_give_the_same_index() -> None:
    index = indexed(PEOPLE)
    many = profile(*(held(f"skill {n}", projects=(n, n + 20)) for n in range(12)), projects=40)
    index.put(UUID(int=7), many)
    index.remove(next(iter(PEOPLE)))

    again = unpack(pack(index))

    assert len(again) == len(index)
    assert scores(again) == scores(index)
    assert pack(again) == pack(index)
    again.put(UUID(int=8), many)
    assert len(again) == len(index) + 1


@pytest.mark.parametrize("data", [b"", b"\x02\0\0\0\0\0\0\0{}", b"\xff" * 40])
def test_other_bytes_are_no_index(data: bytes) -> None:
    with pytest.raises(NotAnIndex):
        unpack(data)


def test_a_packed_index_that_is_cut_short_is_refused() -> None:
    data = pack(indexed(PEOPLE))

    with pytest.raises(NotAnIndex):
        unpack(data[:-200])


def test_shards_hold_all_candidates_once() -> None:
    index = indexed(PEOPLE)
    for key, who in list(PEOPLE.items())[:5]:
        index.put(key, who)
    shards = index.shards(3)

    apart = [scores(shard) for shard in shards]

    assert sum(len(found[0]) for found in apart) == len(index)
    together = [
        {k: v for found in apart for k, v in found[job].items()} for job in range(len(JOBS))
    ]
    assert together == scores(index)


def test_months_are_those_of_the_day_of_the_index() -> None:
    later = CandidateIndex.build(PEOPLE.items(), date(2030, 5, 1))
    fresh = {key: row_of(who, date(2030, 5, 1)) for key, who in PEOPLE.items()}

    assert later.month == 2030 * 12 + 4
    [[position]] = [later.positions([key]) for key in list(PEOPLE)[3:4]]
    block = later.parts()[0].block
    assert block.standing[position] >> 5 == fresh[list(PEOPLE)[3]].months
    assert scores(later) != scores(indexed(PEOPLE))


def test_an_empty_index_has_no_scores() -> None:
    index = CandidateIndex.build([], AS_OF)

    assert len(index) == 0
    assert len(score_all(JOBS[0], index)) == 0


def test_a_block_refuses_more_than_its_positions_number() -> None:
    skills, fields = Names(), Names()
    one = columns_of(b"1" * 16, row_of(profile("Java"), AS_OF), skills, fields)

    with pytest.raises(ValueError, match="65536"):
        build_block(joined([one] * (MOST + 1)), len(skills), len(fields))
