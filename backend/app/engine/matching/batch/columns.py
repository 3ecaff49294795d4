"""Candidates as flat columns: what blocks are built from and what they can be turned back into."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from app.engine.matching.batch.rows import HeldCount, Row
from app.engine.matching.batch.tables import LEADS_SHIFT, LEVEL_SHIFT, MONTHS_SHIFT

Column = npt.NDArray[Any]

MOST_MONTHS = (1 << (16 - MONTHS_SHIFT)) - 1
"""Months of experience that a standing of 16 bits holds (170 years)."""

MOST_SKILL_MONTHS = 65_535
PROJECT_BITS = 8
KEY_BYTES = 16


class Names:
    """Numbers for names, in the order in which they came; they only grow."""

    def __init__(self, names: Iterable[str] = ()) -> None:
        self._numbers: dict[str, int] = {name: number for number, name in enumerate(names)}

    def __len__(self) -> int:
        return len(self._numbers)

    def __iter__(self) -> Iterator[str]:
        return iter(self._numbers)

    def number(self, name: str) -> int:
        """The number of ``name``, a new one where it is new."""
        return self._numbers.setdefault(name, len(self._numbers))

    def known(self, names: Iterable[str]) -> tuple[int, ...]:
        """The numbers of those names that ever came."""
        return tuple(self._numbers[name] for name in names if name in self._numbers)


@dataclass(frozen=True, slots=True)
class Columns:
    """``n`` candidates with their postings in any order, ``rows`` of those that do not fit.

    keys: S16 (n), big-endian UUIDs, any order.
    standing: uint16 (n), :data:`~.tables.STANDINGS` with the field bit 0.
    holder, skill: int32; demonstrated: bool; projects: uint8; months: uint16 (one a held skill).
    student, field: int32 (one a field of study).
    rows: by key. The flag says whether the columns are wrong for every job (True) or only for
    those that score projects.
    """

    keys: Column
    standing: Column
    holder: Column
    skill: Column
    demonstrated: Column
    projects: Column
    months: Column
    student: Column
    field: Column
    rows: Mapping[bytes, tuple[Row, bool]]

    def __len__(self) -> int:
        return len(self.keys)


TYPES: Mapping[str, Any] = {
    "keys": np.dtype("S16"),
    "standing": np.uint16,
    "holder": np.int32,
    "skill": np.int32,
    "demonstrated": np.bool_,
    "projects": np.uint8,
    "months": np.uint16,
    "student": np.int32,
    "field": np.int32,
}


def columns_of(key: bytes, row: Row, skills: Names, studied: Names) -> Columns:
    """One candidate as columns."""
    held = list(row.skills.values())
    odd = _oddity(row)
    data: dict[str, Sequence[Any]] = {
        "keys": [key],
        "standing": [_standing(row)],
        "holder": [0] * len(held),
        "skill": [skills.number(name) for name in row.skills],
        "demonstrated": [h.demonstrated for h in held],
        "projects": [_mask(h) for h in held],
        "months": [min(h.months, MOST_SKILL_MONTHS) for h in held],
        "student": [0] * len(row.fields),
        "field": [studied.number(name) for name in row.fields],
    }
    arrays = {name: np.array(values, dtype=TYPES[name]) for name, values in data.items()}
    return Columns(**arrays, rows={} if odd is None else {key: (row, odd)})


def joined(parts: Sequence[Columns]) -> Columns:
    """All candidates of ``parts``, in their order."""
    sizes = np.array([0, *(len(part) for part in parts)])
    starts = np.cumsum(sizes)[:-1]
    arrays = {}
    for name in TYPES:
        pieces = [getattr(part, name) for part in parts]
        if name in {"holder", "student"}:
            pieces = [piece + start for piece, start in zip(pieces, starts, strict=True)]
        arrays[name] = np.concatenate([np.empty(0, TYPES[name]), *pieces]).astype(
            TYPES[name], copy=False
        )
    return Columns(**arrays, rows={key: row for part in parts for key, row in part.rows.items()})


def chosen(columns: Columns, wanted: Column) -> Columns:
    """The candidates at ``wanted`` (positions), in that order, each at most once."""
    place = np.full(len(columns), -1, dtype=np.int32)
    place[wanted] = np.arange(len(wanted), dtype=np.int32)
    arrays = {"keys": columns.keys[wanted], "standing": columns.standing[wanted]}
    for owner, group in (
        ("holder", ("skill", "demonstrated", "projects", "months")),
        ("student", ("field",)),
    ):
        owners = place[getattr(columns, owner)]
        kept = owners >= 0
        arrays[owner] = owners[kept]
        arrays |= {name: getattr(columns, name)[kept] for name in group}
    keys = set(arrays["keys"].tolist())
    rows = {key: row for key, row in columns.rows.items() if key.rstrip(b"\0") in keys}
    return Columns(**arrays, rows=rows)


def _standing(row: Row) -> int:
    months = min(row.months, MOST_MONTHS)
    return months << MONTHS_SHIFT | row.leads << LEADS_SHIFT | row.level << LEVEL_SHIFT


def _mask(held: HeldCount) -> int:
    """Projects as a byte; the columns keep them of demonstrated skills only."""
    return held.projects & ((1 << PROJECT_BITS) - 1) if held.demonstrated else 0


def _oddity(row: Row) -> bool | None:
    """None where columns hold all of ``row``; True where they are wrong for every job."""
    held = row.skills.values()
    if row.months > MOST_MONTHS or any(h.months > MOST_SKILL_MONTHS for h in held):
        return True
    return False if any(h.projects != _mask(h) for h in held) else None
