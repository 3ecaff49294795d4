"""One job against all candidates: integers, block by block, equal to the rules bit for bit."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from app.engine.matching.batch.block import DEMONSTRATED, HELD, Block, Postings
from app.engine.matching.batch.columns import Column
from app.engine.matching.batch.index import CandidateIndex, Part
from app.engine.matching.batch.scalar import score_row
from app.engine.matching.batch.tables import NARROW, STANDINGS, JobTables, Table, WayTable

NOBODY = -1
"""The numerator at a position whose candidate is out of date."""


class HasNoScore(ValueError):
    """The job asks for no skill: there is nothing to score, for anybody."""


def score_all(tables: JobTables, index: CandidateIndex) -> Table:
    """The numerator of every position of the index, :data:`NOBODY` where no candidate stands.

    Over ``tables.denominator``; ``tables.points`` rounds. Raises :class:`HasNoScore`.
    """
    found = list(score_parts(tables, index, index.parts()))
    return np.concatenate([np.empty(0, tables.skills.dtype), *found])


def score_parts(tables: JobTables, index: CandidateIndex, parts: Sequence[Part]) -> Iterator[Table]:
    """The numerators of each part, one array after the other; raises :class:`HasNoScore`."""
    if not tables.has_score:
        raise HasNoScore
    most = max((part.block.most_months for part in parts), default=0)
    job = _Job(
        tables,
        required=tuple(index.skills.known(options) for options in tables.required),
        preferred=tuple(index.skills.known(options) for options in tables.preferred),
        fields=index.fields.known(tables.fields),
        standing=_reaching(tables.standing, most),
        ways=tuple(_reaching_way(way, most) for way in tables.ways),
    )
    for part in parts:
        yield _score_part(job, part)


@dataclass(frozen=True, slots=True)
class _Job:
    """A job's tables with its names as the numbers of an index, long enough for its months."""

    tables: JobTables
    required: tuple[tuple[int, ...], ...]
    preferred: tuple[tuple[int, ...], ...]
    fields: tuple[int, ...]
    standing: Table
    ways: tuple[WayTable, ...]


def _reaching(table: Table, most: int) -> Table:
    """The table up to ``most`` months; those beyond its end are as its last."""
    short = most + 1 - len(table) // STANDINGS
    return np.concatenate([table, np.tile(table[-STANDINGS:], short)]) if short > 0 else table


def _reaching_way(way: WayTable, most: int) -> WayTable:
    return WayTable(
        _reaching(way.experience, most), _reaching(way.education, most), way.skill_months, way.full
    )


def _score_part(job: _Job, part: Part) -> Table:
    block, tables = part.block, job.tables
    numerators = tables.skills[_skill_cases(job, block)]
    standing = block.standing
    if job.fields:
        standing = standing | _fields_matched(block.fields, job.fields, len(block))
    if job.ways:
        numerators += _best_way(job, block, standing)
    else:
        numerators += job.standing[standing]
    if tables.projects is not None:
        numerators += _projects(job, tables.projects, block)
    for position, (row, always) in block.odd.items():
        if always or tables.projects is not None:
            numerators[position] = score_row(tables, row)
    if part.gone:
        numerators[part.gone] = NOBODY
    return numerators


def _skill_cases(job: _Job, block: Block) -> Column:
    """Each candidate's place in the table of required and preferred skills."""
    if len(job.required) <= NARROW:
        index = _count(block.skills, job.required, len(block))
    else:
        index = np.zeros(len(block), dtype=np.intp)
        for start in range(0, len(job.required), NARROW):
            some = _count(block.skills, job.required[start : start + NARROW], len(block))
            index += some % DEMONSTRATED
            index += some // DEMONSTRATED * np.intp(job.tables.stride_demonstrated)
    if job.preferred:
        index = index.astype(np.intp)
        for start in range(0, len(job.preferred), NARROW):
            some = _count(block.skills, job.preferred[start : start + NARROW], len(block))
            index += some % DEMONSTRATED * np.intp(job.tables.stride_preferred)
    return index


def _count(postings: Postings, slots: Sequence[Sequence[int]], n: int) -> Column:
    """Slots matched, and those demonstrated as sixteens: uint8 for up to 15 slots."""
    counts = np.zeros(n, dtype=np.uint8)
    for options in slots:
        if len(options) == 1:
            _add(postings, options[0], counts)
        else:
            counts += _any_of(postings, options, n)
    return counts


def _add(postings: Postings, name: int, counts: Column) -> None:
    if name >= len(postings):
        return
    column = postings.dense_of[name]
    if column >= 0:
        counts += postings.dense[column]
    else:
        shown, listed = postings.holders(name)
        counts[shown] += np.uint8(HELD + DEMONSTRATED)
        counts[listed] += np.uint8(HELD)


def _any_of(postings: Postings, options: Sequence[int], n: int) -> Column:
    """What the best of several names gives, as a byte a candidate."""
    best = np.zeros(n, dtype=np.uint8)
    for name in options:
        if name >= len(postings):
            continue
        column = postings.dense_of[name]
        if column >= 0:
            best |= postings.dense[column]
        else:
            shown, listed = postings.holders(name)
            best[shown] = HELD + DEMONSTRATED
            best[listed] |= np.uint8(HELD)
    return best


def _fields_matched(postings: Postings, names: Sequence[int], n: int) -> Column:
    best = _any_of(postings, names, n)
    best &= np.uint8(HELD)
    return best


def _best_way(job: _Job, block: Block, standing: Column) -> Table:
    """The best way in, where years of skills are asked besides."""
    months = [_months(block.skills, job.required[slot], len(block)) for slot in job.tables.years]
    best: Table | None = None
    for way in job.ways:
        earned = way.experience[standing]
        for table, held in zip(way.skill_months, months, strict=True):
            earned += table[np.minimum(held, len(table) - 1)]
        earned = np.minimum(earned, way.full) + way.education[standing]
        best = earned if best is None else np.maximum(best, earned)
    assert best is not None  # noqa: S101 - a job has at least one way in
    return best


def _months(postings: Postings, options: Sequence[int], n: int) -> Column:
    """The most months that any of several skills has: uint16."""
    most = np.zeros(n, dtype=np.uint16)
    for name in options:
        if name < len(postings):
            where, months = postings.with_months(name)
            most[where] = np.maximum(most[where], months)
    return most


def _projects(job: _Job, table: Table, block: Block) -> Table:
    """What showing the slots in projects earns."""
    n = len(block)
    shown = np.zeros(n, dtype=np.intp)
    relevant = np.zeros(n, dtype=np.uint8)
    for options in (*job.required, *job.preferred):
        masks = _masks(block.skills, options, n)
        shown += masks > 0
        relevant |= masks
    counted = np.minimum(np.bitwise_count(relevant), job.tables.enough_projects)
    earned: Table = table[shown, counted]
    return earned


def _masks(postings: Postings, options: Sequence[int], n: int) -> Column:
    """The projects that show any of several skills: a byte a candidate."""
    masks = np.zeros(n, dtype=np.uint8)
    for name in options:
        if name >= len(postings):
            continue
        column = postings.dense_masks_of[name]
        if column >= 0:
            masks |= postings.dense_masks[column]
        else:
            where, values = postings.with_projects(name)
            masks[where] |= values
    return masks
