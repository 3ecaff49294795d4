"""The best of all candidates and the place of one, over exact values; merged from any shards."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

import numpy as np

from app.engine.matching.batch.columns import Column
from app.engine.matching.batch.index import CandidateIndex, uuid_of
from app.engine.matching.batch.score import score_parts
from app.engine.matching.batch.tables import JobTables, Table
from app.engine.matching.ranking import Ranking, place

_SAMPLE = 64


@dataclass(frozen=True, slots=True)
class Found:
    """One candidate of a ranking: the exact score as a numerator over the job's denominator."""

    key: UUID
    numerator: int

    def order(self) -> tuple[int, bytes]:
        """The best first, equal ones by key."""
        return -self.numerator, self.key.bytes


@dataclass(frozen=True, slots=True)
class Around:
    """How many candidates stand above a score, at it, and in all; sums over shards."""

    above: int
    tied: int
    total: int

    def __add__(self, other: "Around") -> "Around":
        return Around(self.above + other.above, self.tied + other.tied, self.total + other.total)

    def ranking(self) -> Ranking:
        """The place, where the score itself is one of those tied; see :func:`with_viewer`."""
        return place(self.above, self.tied, self.total)

    def with_viewer(self) -> "Around":
        """The same with one more candidate at the score: somebody who looks without applying."""
        return Around(self.above, self.tied + 1, self.total + 1)


def top_k(tables: JobTables, index: CandidateIndex, k: int) -> tuple[Found, ...]:
    """The ``k`` best of the index, equal ones by key; raises ``HasNoScore``."""
    parts = index.parts()
    blocks = (part.block.keys for part in parts)
    return best_of(zip(score_parts(tables, index, parts), blocks, strict=True), k)


def best_of(scored: Iterable[tuple[Table, Column]], k: int) -> tuple[Found, ...]:
    """The ``k`` best of arrays of numerators, each with its keys in ascending order."""
    values, keys, floor = np.empty(0, np.int64), np.empty(0, "S16"), 0
    for numerators, block_keys in scored:
        where = _best_positions(numerators, k, floor)
        values = np.concatenate([values, numerators[where]])
        keys = np.concatenate([keys, block_keys[where]])
        if len(values) > k > 0:
            floor = np.partition(values, -k)[-k]
            keys, values = keys[values >= floor], values[values >= floor]
    found = (Found(uuid_of(key), int(v)) for key, v in zip(keys, values, strict=True))
    return tuple(sorted(found, key=Found.order)[:k])


def merge(shards: Iterable[Iterable[Found]], k: int) -> tuple[Found, ...]:
    """The ``k`` best of all from the ``k`` best of each shard, in any order and any split."""
    return tuple(sorted((found for shard in shards for found in shard), key=Found.order)[:k])


def around(numerators: Table, value: int) -> Around:
    """Where a score of ``value`` stands among ``numerators``."""
    above = int(np.count_nonzero(numerators > value))
    tied = int(np.count_nonzero(numerators == value))
    return Around(above, tied, int(np.count_nonzero(numerators >= 0)))


def ranks(numerators: Table) -> Column:
    """The rank of every position: 1 + those strictly above; 0 where no candidate stands."""
    ascending = np.sort(numerators[numerators >= 0])
    above = len(ascending) - np.searchsorted(ascending, numerators, side="right")
    return np.where(numerators >= 0, above + 1, 0)


def _best_positions(numerators: Table, k: int, floor: int) -> Column:
    """Positions of at most ``k`` candidates of ``floor`` or more, the best, earliest of equal."""
    where = np.flatnonzero(numerators >= max(floor, _guess(numerators, k)))
    if len(where) < k:
        where = np.flatnonzero(numerators >= floor)
    if len(where) <= k:
        return where
    values = numerators[where]
    least = np.partition(values, len(values) - k)[len(values) - k] if k else values.max() + 1
    better, tied = where[values > least], where[values == least]
    return np.concatenate([better, tied[: k - len(better)]])


def _guess(numerators: Table, k: int) -> int:
    """A numerator that about twice ``k`` of a block reach, from a sample of it; 0 of small ones."""
    sample = numerators[::_SAMPLE]
    at = 2 * k // _SAMPLE + 4
    return int(np.partition(sample, -at)[-at]) if at < len(sample) else 0
