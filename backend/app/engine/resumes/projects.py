"""Projects of a resume: title, what was done, with what, when, and where it can be seen."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from app.engine.evidence import Source
from app.engine.resumes.addresses import first_url
from app.engine.resumes.blocks import blocks_of, locate, source_of
from app.engine.resumes.entries import Entry
from app.engine.resumes.headings import heading_kind
from app.engine.resumes.heads import head_period, without_dates
from app.engine.resumes.model import Project
from app.engine.resumes.project_entries import (
    dated_among_skills,
    entries_within,
    project_entries,
    unnamed_projects,
)
from app.engine.resumes.project_titles import EMPTY, clause, title_of, undated
from app.engine.resumes.row import Row
from app.engine.resumes.sections import Section
from app.engine.taxonomy.taxonomy import Taxonomy

_ALIGNED = 2.0


@dataclass(frozen=True, slots=True)
class ProjectReading:
    """A project with the rows it was read from: those show its skills."""

    project: Project
    rows: tuple[Row, ...]


def read_projects(sections: Sequence[Section], taxonomy: Taxonomy) -> tuple[ProjectReading, ...]:
    """All projects in reading order."""
    entries = (entry for section in sections for entry in _entries(section, taxonomy))
    readings = (_reading(entry, taxonomy) for entry in entries)
    return tuple(reading for reading in readings if reading is not None)


def _entries(section: Section, taxonomy: Taxonomy) -> Iterable[Entry]:
    if section.kind == "projects":
        return project_entries(section.rows, taxonomy)
    if section.kind == "experience":
        return entries_within(section.rows, taxonomy)
    if section.kind == "skills":
        return dated_among_skills(section.rows, taxonomy)
    if section.kind == "other" and heading_kind(section.title) is None:
        return unnamed_projects(section.rows, taxonomy)
    return ()


def _description(rows: Sequence[Row], title: str) -> str:
    """All that is said, without the title, dates and technologies that stand on its row."""
    texts = [block.text for block in blocks_of(rows)]
    at = texts[0].find(title) if title else -1
    if at >= 0:
        rest = texts[0][at + len(title) :]
        is_said = rest.lstrip(" )").startswith((":", "–", "—", "-")) or len(rest.split()) > 8
        texts[0] = without_dates(rest).strip(EMPTY.replace(".", "")) if is_said else ""
    return "\n".join(text for text in texts if text)


def _with_rest(first: Row, rows: Sequence[Row]) -> Row:
    """The title's row with the bold row below it, where the first word of that had no room."""
    at = rows.index(first) + 1
    if at >= len(rows) or not (first.line.bold and rows[at].line.bold) or first.dates:
        return first
    box, below = first.line.box, rows[at].line.box
    if box is None or below is None or abs(box.x0 - below.x0) > _ALIGNED:
        return first
    right = max(row.line.box.x1 for row in rows if row.line.box is not None)
    word = rows[at].text.split(maxsplit=1)[0]
    width = (box.x1 - box.x0) / len(first.text) * (len(word) + 1)
    if box.x1 + width < right:
        return first
    return replace(first, text=f"{first.text} {rows[at].text}")


def _reading(entry: Entry, taxonomy: Taxonomy) -> ProjectReading | None:
    rows = entry.head + entry.body
    first = next((row for row in rows if any(c.isalpha() for c in without_dates(row.text))), None)
    if first is None:
        return None
    titled = title_of(_with_rest(first, rows), taxonomy)
    title = titled or clause(undated(first))
    if not any(c.isalpha() for c in title):
        return None
    found, period_row = head_period([*entry.head, *entry.body[:1]])
    sources: list[Source] = []
    located = locate("project", title, title, rows)
    if located is not None:
        sources.append(located)
    if found is not None and period_row is not None:
        span = (found.start + period_row.offset, found.end + period_row.offset)
        sources.append(source_of("project", title, [period_row.line], span))
    description = _description(rows, title if titled else "")
    return ProjectReading(
        Project(
            title=title,
            description=description,
            skills=(),
            sources=tuple(sources),
            period=found.period if found else None,
            url=first_url(row.text for row in rows),
        ),
        rows,
    )
