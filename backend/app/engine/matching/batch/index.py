"""All candidates in columns, at the month of one day: built once, changed one by one."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

import numpy as np

from app.engine.dates import month_of
from app.engine.matching.batch.block import MOST, Block, build_block, columns_of_block
from app.engine.matching.batch.columns import (
    KEY_BYTES,
    Column,
    Columns,
    Names,
    chosen,
    columns_of,
    joined,
)
from app.engine.matching.batch.rows import row_of
from app.engine.resumes.model import Profile

TAIL = 256
"""Changed candidates that are kept apart before they go into a block."""

SMALL = 8_192
"""A block with fewer candidates is merged with others rather than left beside them."""


@dataclass(slots=True)
class Part:
    """A block and which of its candidates are out of date."""

    block: Block
    gone: list[int] = field(default_factory=list)

    def alive(self) -> Column:
        """Positions of those that are not, ascending."""
        return np.delete(np.arange(len(self.block)), self.gone)

    def position(self, key: bytes) -> int | None:
        """Where ``key`` is, None where it is not or is out of date."""
        keys = self.block.keys
        at = int(np.searchsorted(keys, np.array(key, dtype=keys.dtype)))
        if at == len(keys) or keys[at] != key.rstrip(b"\0") or at in self.gone:
            return None
        return at


class CandidateIndex:
    """Candidates by UUID; ties in a ranking go by the order of the keys.

    Positions number the candidates of all parts one after the other, those that are out of date
    among them; they change with every change of the index. One thread at a time.
    """

    def __init__(
        self,
        as_of: date,
        parts: Iterable[Part] = (),
        skills: Iterable[str] = (),
        studied: Iterable[str] = (),
    ) -> None:
        self.as_of = as_of
        self.skills = Names(skills)
        self.fields = Names(studied)
        self._parts = list(parts)
        self._tail: dict[bytes, Columns] = {}
        self._tail_part: Part | None = None

    @classmethod
    def build(cls, profiles: Iterable[tuple[UUID, Profile]], as_of: date) -> "CandidateIndex":
        """Index the candidates as they stand at the month of ``as_of``; of a key twice the last."""
        index = cls(as_of)
        latest = dict(profiles)
        index.add_columns(joined([index._columns(key, profile) for key, profile in latest.items()]))
        return index

    def __len__(self) -> int:
        return sum(len(part.block) - len(part.gone) for part in self._parts) + len(self._tail)

    @property
    def month(self) -> int:
        """The month at which everything is counted."""
        return month_of(self.as_of)

    def add_columns(self, columns: Columns) -> None:
        """Add candidates that are not yet there, numbered by this index's names."""
        sizes = np.arange(0, max(len(columns), 1), MOST)
        order = np.argsort(columns.keys, kind="stable")
        for start in sizes:
            piece = chosen(columns, order[start : start + MOST])
            if len(piece):
                self._parts.append(Part(build_block(piece, len(self.skills), len(self.fields))))

    def put(self, key: UUID, profile: Profile) -> None:
        """Add a candidate, or replace what was known of one."""
        raw = key.bytes
        self.remove(key)
        self._tail[raw] = self._columns(key, profile)
        self._tail_part = None
        if len(self._tail) >= TAIL:
            self._settle()

    def remove(self, key: UUID) -> bool:
        """Forget a candidate; False where there was none."""
        raw = key.bytes
        if self._tail.pop(raw, None) is not None:
            self._tail_part = None
            return True
        for part in self._parts:
            position = part.position(raw)
            if position is not None:
                part.gone.append(position)
                return True
        return False

    def parts(self) -> list[Part]:
        """Every block with its candidates, the tail of changed ones last."""
        if self._tail and self._tail_part is None:
            tail = joined(list(self._tail.values()))
            self._tail_part = Part(build_block(tail, len(self.skills), len(self.fields)))
        return [*self._parts, *([self._tail_part] if self._tail and self._tail_part else [])]

    def keys(self, positions: Iterable[int]) -> list[UUID]:
        """The candidates at ``positions``."""
        parts = self.parts()
        ends = np.cumsum([len(part.block) for part in parts])
        found = []
        for position in positions:
            number = int(np.searchsorted(ends, position, side="right"))
            start = int(ends[number]) - len(parts[number].block)
            found.append(uuid_of(parts[number].block.keys[position - start]))
        return found

    def positions(self, keys: Iterable[UUID]) -> list[int | None]:
        """Where the candidates are; None for one that is not there."""
        parts = self.parts()
        return [_find(parts, key.bytes) for key in keys]

    def shards(self, count: int) -> list["CandidateIndex"]:
        """The same candidates in ``count`` indexes, whole blocks each; later changes are apart."""
        parts = self.parts()
        return [
            CandidateIndex(
                self.as_of,
                [Part(parts[number].block, list(parts[number].gone)) for number in numbers],
                self.skills,
                self.fields,
            )
            for numbers in np.array_split(np.arange(len(parts)), count)
        ]

    def _columns(self, key: UUID, profile: Profile) -> Columns:
        return columns_of(key.bytes, row_of(profile, self.as_of), self.skills, self.fields)

    def _settle(self) -> None:
        """Put the tail into a block, together with blocks that are small or mostly out of date."""
        merged = [part for part in self.parts() if _is_wasteful(part)]
        kept = [part for part in self._parts if not _is_wasteful(part)]
        self._tail, self._tail_part, self._parts = {}, None, kept
        self.add_columns(joined([columns_of_block(p.block, p.alive()) for p in merged]))


def uuid_of(key: bytes) -> UUID:
    """The UUID of a key as numpy gives it, which drops zeros at the end."""
    return UUID(bytes=bytes(key).ljust(KEY_BYTES, b"\0"))


def _is_wasteful(part: Part) -> bool:
    return len(part.block) < SMALL or 4 * len(part.gone) > len(part.block)


def _find(parts: Sequence[Part], key: bytes) -> int | None:
    start = 0
    for part in parts:
        at = part.position(key)
        if at is not None:
            return start + at
        start += len(part.block)
    return None
