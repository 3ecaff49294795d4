"""One candidate for one job in plain integers: for one against all open jobs."""

from app.engine.matching.batch.rows import HeldCount, Row
from app.engine.matching.batch.tables import (
    LEADS_SHIFT,
    LEVEL_SHIFT,
    MONTHS_SHIFT,
    JobTables,
    Table,
)


def score_row(tables: JobTables, row: Row) -> int | None:
    """The numerator over the job's denominator; None where the job has no score."""
    if not tables.has_score:
        return None
    held = row.skills
    index = tables.stride_preferred * sum(
        1 for options in tables.preferred if any(name in held for name in options)
    )
    for options in tables.required:
        best = -1
        for name in options:
            if name in held and held[name].demonstrated > best:
                best = held[name].demonstrated
        if best >= 0:
            index += 1 + best * tables.stride_demonstrated
    total = int(tables.skills[index])
    standing = _standing(tables, row)
    total += _best_way(tables, row, standing) if tables.ways else int(tables.standing[standing])
    if tables.projects is not None:
        total += _projects(tables, tables.projects, row)
    return total


def _standing(tables: JobTables, row: Row) -> int:
    months = min(row.months, tables.months_cap)
    matched = not set(tables.fields).isdisjoint(row.fields)
    return months << MONTHS_SHIFT | row.leads << LEADS_SHIFT | row.level << LEVEL_SHIFT | matched


def _best_way(tables: JobTables, row: Row, standing: int) -> int:
    months = [_most_months(tables.required[number], row) for number in tables.years]
    return max(
        min(
            way.full,
            int(way.experience[standing])
            + sum(
                int(t[min(m, len(t) - 1)]) for t, m in zip(way.skill_months, months, strict=True)
            ),
        )
        + int(way.education[standing])
        for way in tables.ways
    )


def _most_months(options: tuple[str, ...], row: Row) -> int:
    return max((row.skills[name].months for name in options if name in row.skills), default=0)


def _projects(tables: JobTables, table: Table, row: Row) -> int:
    shown, relevant = 0, 0
    nothing = HeldCount(demonstrated=False, projects=0, months=0)
    for options in tables.slots:
        mask = 0
        for name in options:
            mask |= row.skills.get(name, nothing).projects
        shown += mask > 0
        relevant |= mask
    return int(table[shown, min(relevant.bit_count(), tables.enough_projects)])
