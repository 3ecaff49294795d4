"""Up to 65,536 candidates as an inverted index: for each skill, who holds it, and how."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from app.engine.matching.batch.columns import Column, Columns, chosen
from app.engine.matching.batch.rows import Row

MOST = 1 << 16
"""Candidates of a block: positions fit 16 bits, and what a job counts stays in the cache."""

DENSE = 8
"""A skill that one in so many holds is a column of bytes too: adding one beats scattering."""

HELD, DEMONSTRATED = 1, 16
"""The halves of a counting byte."""

_GROUPS = 6
_ALL, _SHOWN, _PROJECTS, _MONTHS = (0, 6), (0, 4), (1, 3), (2, 5)
"""Postings of a skill lie in six groups so that each question is one range of them:
demonstrated, with projects, with projects and months, with months, months alone, listed."""


@dataclass(frozen=True, slots=True)
class Postings:
    """Who has a name of one kind (a skill, a field of study), and what is known of it.

    starts: int32 (names * 6 + 1), the groups of each name in ``positions`` (uint16).
    masks: uint8, one a posting with projects; months: uint16, one a posting with months; each
    name's begin at ``mask_starts`` and ``month_starts`` (int32, names).
    dense: uint8 (columns, n), :data:`HELD` + :data:`DEMONSTRATED`; dense_masks: the same of
    projects; the column of each name in ``dense_of`` and ``dense_masks_of`` (int16, −1 none).
    """

    starts: Column
    positions: Column
    mask_starts: Column
    masks: Column
    month_starts: Column
    months: Column
    dense_of: Column
    dense: Column
    dense_masks_of: Column
    dense_masks: Column

    def holders(self, name: int) -> tuple[Column, Column]:
        """Positions of those who demonstrated it, and of those who only list it."""
        first, middle, last = self.starts[name * _GROUPS + np.array((0, _SHOWN[1], _GROUPS))]
        return self.positions[first:middle], self.positions[middle:last]

    def with_projects(self, name: int) -> tuple[Column, Column]:
        """Positions and masks of the projects that show it."""
        first, last = self.starts[name * _GROUPS + np.array(_PROJECTS)]
        start = self.mask_starts[name]
        return self.positions[first:last], self.masks[start : start + last - first]

    def with_months(self, name: int) -> tuple[Column, Column]:
        """Positions and months of those who have months of it."""
        first, last = self.starts[name * _GROUPS + np.array(_MONTHS)]
        start = self.month_starts[name]
        return self.positions[first:last], self.months[start : start + last - first]

    def __len__(self) -> int:
        return len(self.dense_of)


@dataclass(frozen=True, slots=True)
class Block:
    """``n`` candidates in the order of their keys; ``odd`` is scored one by one, by position.

    keys: S16 (n), ascending. standing: uint16 (n). The flag of ``odd`` is that of
    :attr:`Columns.rows`.
    """

    keys: Column
    standing: Column
    skills: Postings
    fields: Postings
    odd: Mapping[int, tuple[Row, bool]]
    most_months: int

    def __len__(self) -> int:
        return len(self.keys)

    def arrays(self) -> Iterator[Column]:
        """Every array, for those who count bytes."""
        yield from (self.keys, self.standing)
        for postings in (self.skills, self.fields):
            yield from (getattr(postings, name) for name in POSTING_ARRAYS)


POSTING_ARRAYS = tuple(Postings.__slots__)


def build_block(columns: Columns, skills: int, fields: int) -> Block:
    """Index the candidates; ``skills`` and ``fields`` are how many names have numbers.

    Raises ValueError for more than :data:`MOST` candidates.
    """
    if len(columns) > MOST:
        raise ValueError(f"a block holds {MOST} candidates, not {len(columns)}")
    order = np.argsort(columns.keys, kind="stable")
    place = np.empty(len(order), dtype=np.int64)
    place[order] = np.arange(len(order))
    keys = columns.keys[order]
    standing = columns.standing[order]
    known = {key: number for number, key in enumerate(keys.tolist())} if columns.rows else {}
    return Block(
        keys=keys,
        standing=standing,
        skills=_postings(
            place[columns.holder],
            columns.skill,
            (skills, len(columns)),
            columns.demonstrated,
            columns.projects,
            columns.months,
        ),
        fields=_postings(place[columns.student], columns.field, (fields, len(columns))),
        odd={known[key.rstrip(b"\0")]: row for key, row in columns.rows.items()},
        most_months=int(standing.max(initial=0)) >> 5,
    )


def _postings(
    position: Column,
    name: Column,
    shape: tuple[int, int],
    demonstrated: Column | None = None,
    projects: Column | None = None,
    months: Column | None = None,
) -> Postings:
    names, n = shape
    none = np.zeros(len(name), dtype=np.uint8)
    demonstrated = none.astype(bool) if demonstrated is None else demonstrated
    projects = none if projects is None else np.where(demonstrated, projects, 0).astype(np.uint8)
    months = none.astype(np.uint16) if months is None else months
    group = np.select(
        [
            demonstrated & (projects == 0) & (months == 0),
            (projects > 0) & (months == 0),
            projects > 0,
            demonstrated,
            months > 0,
        ],
        [0, 1, 2, 3, 4],
        5,
    )
    cell = name.astype(np.int64) * _GROUPS + group
    order = np.argsort(cell * MOST + position)
    positions = position[order].astype(np.uint16)
    starts = np.zeros(names * _GROUPS + 1, dtype=np.int32)
    np.cumsum(np.bincount(cell, minlength=names * _GROUPS), out=starts[1:])
    masks, month_values = projects[order], months[order]
    found = Postings(
        starts=starts,
        positions=positions,
        mask_starts=_starts(starts, _PROJECTS),
        masks=masks[masks > 0],
        month_starts=_starts(starts, _MONTHS),
        months=month_values[month_values > 0],
        **_dense(starts, _ALL, n, "dense"),
        **_dense(starts, _PROJECTS, n, "dense_masks"),
    )
    for number in np.flatnonzero(found.dense_of >= 0):
        shown, listed = found.holders(int(number))
        column = found.dense[found.dense_of[number]]
        column[shown] = HELD | DEMONSTRATED
        column[listed] = HELD
    for number in np.flatnonzero(found.dense_masks_of >= 0):
        where, values = found.with_projects(int(number))
        found.dense_masks[found.dense_masks_of[number], where] = values
    return found


def _sizes(starts: Column, groups: tuple[int, int]) -> Column:
    """Postings of each name in a range of groups."""
    first, last = groups
    ends = starts[last::_GROUPS]
    return ends - starts[first::_GROUPS][: len(ends)]


def _starts(starts: Column, groups: tuple[int, int]) -> Column:
    sizes = _sizes(starts, groups)
    return (np.cumsum(sizes) - sizes).astype(np.int32)


def _dense(starts: Column, groups: tuple[int, int], n: int, name: str) -> dict[str, Any]:
    """Empty byte columns for the names that enough have."""
    sizes = _sizes(starts, groups)
    numbers = np.flatnonzero(sizes * DENSE >= max(n, 1))
    column_of = np.full(len(sizes), -1, dtype=np.int16)
    column_of[numbers] = np.arange(len(numbers))
    return {f"{name}_of": column_of, name: np.zeros((len(numbers), n), dtype=np.uint8)}


def columns_of_block(block: Block, positions: Column) -> Columns:
    """The candidates at ``positions`` (ascending) as columns again."""
    skills, fields = block.skills, block.fields
    skill, group = _cells(skills)
    projects = np.zeros(len(skill), dtype=np.uint8)
    projects[(group >= _PROJECTS[0]) & (group < _PROJECTS[1])] = skills.masks
    months = np.zeros(len(skill), dtype=np.uint16)
    months[(group >= _MONTHS[0]) & (group < _MONTHS[1])] = skills.months
    whole = Columns(
        keys=block.keys,
        standing=block.standing,
        holder=skills.positions.astype(np.int32),
        skill=skill,
        demonstrated=group < _SHOWN[1],
        projects=projects,
        months=months,
        student=fields.positions.astype(np.int32),
        field=_cells(fields)[0],
        rows={block.keys[position]: odd for position, odd in block.odd.items()},
    )
    return chosen(whole, positions)


def _cells(postings: Postings) -> tuple[Column, Column]:
    """The name (int32) and the group of each posting."""
    sizes = np.diff(postings.starts)
    cells = np.repeat(np.arange(len(sizes), dtype=np.int32), sizes)
    return cells // _GROUPS, cells % _GROUPS
