"""Give sections to what has no telling heading: by what its lines hold."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from app.engine.documents.model import Line
from app.engine.resumes.degrees import has_school
from app.engine.resumes.entries import Entry, dated_entries
from app.engine.resumes.headings import heading_kind, telling_kind
from app.engine.resumes.heads import without_dates
from app.engine.resumes.jobheads import read_heads
from app.engine.resumes.roles import role_weight
from app.engine.resumes.sections import Section
from app.engine.resumes.vocabulary import SectionKind
from app.engine.taxonomy.taxonomy import Taxonomy
from app.engine.text import fold

_OPEN_KINDS = frozenset({"header", "other", "summary"})


def with_sections_by_content(
    sections: Sequence[Section], taxonomy: Taxonomy
) -> tuple[Section, ...]:
    """Sections as they are, or with jobs and degrees found in nameless ones.

    Only a resume that has no section of experience, or none of education, is looked at again; its
    dated entries are jobs where a role stands in the head, degrees where a degree or school does.
    """
    whole = _with_titles_returned(sections)
    kinds = {section.kind for section in whole if section.lines}
    sought: tuple[SectionKind, ...] = ("experience", "education")
    wanted = {kind for kind in sought if kind not in kinds}
    if not wanted:
        return whole
    cut: list[Section] = []
    for section in whole:
        if _is_open(section):
            cut.extend(_cut(section, wanted, taxonomy))
        elif section.kind == "experience" and "education" in wanted:
            cut.extend(_cut(section, {"education"}, taxonomy))
        else:
            cut.append(section)
    return tuple(cut)


def _is_open(section: Section) -> bool:
    """Whether the heading says nothing of what the section holds; "Project experience" may be."""
    if section.kind == "projects":
        return "experience" in fold(section.title)
    is_named = section.kind == "other" and heading_kind(section.title) is not None
    return section.kind in _OPEN_KINDS and not is_named


def _with_titles_returned(sections: Sequence[Section]) -> tuple[Section, ...]:
    """Give a section of experience back the jobs whose companies are set like headings.

    It is empty then, and sections follow whose titles tell nothing but whose rows are dated.
    """
    joined: list[Section] = []
    for section in sections:
        before = joined[-1] if joined else None
        if before is not None and before.kind == "experience" and _holds_one_job(section):
            is_open = not before.lines or before.title == ""
            if is_open and section.heading is not None:
                lines = (*before.lines, section.heading, *section.lines)
                joined[-1] = Section("experience", "", before.heading, lines)
                continue
        joined.append(section)
    return tuple(joined)


def _holds_one_job(section: Section) -> bool:
    is_nameless = section.kind == "other" and telling_kind(section.title) is None
    return is_nameless and any(
        found.is_range for row in section.rows[:3] if not row.bullet for found in row.dates
    )


def _cut(section: Section, wanted: set[SectionKind], taxonomy: Taxonomy) -> list[Section]:
    """The section with the entries of the kinds wanted in sections of their own."""
    among_jobs = section.kind == "experience"
    kinds = [
        (entry, _kind_of(entry, taxonomy, among_jobs=among_jobs))
        for entry in dated_entries(section.rows)
    ]
    if section.heading is not None and section.kind in {"other", "projects"}:
        told = Counter(kind for _, kind in kinds if kind is not None)
        main = max(wanted, key=lambda kind: told[kind])
        if told[main] * 2 >= sum(1 for entry, _ in kinds if _is_dated(entry)) > 0:
            return [replace(section, kind=main)]
    found: dict[SectionKind, list[Line]] = {}
    for entry, kind in kinds:
        if kind is not None and kind in wanted:
            found.setdefault(kind, []).extend(row.line for row in (*entry.head, *entry.body))
    if not found:
        return [section]
    taken = {line.number for lines in found.values() for line in lines}
    rest = tuple(line for line in section.lines if line.number not in taken)
    parts = [replace(section, lines=rest)]
    parts.extend(Section(kind, "", None, tuple(lines)) for kind, lines in found.items())
    return parts


def _is_dated(entry: Entry) -> bool:
    return any(row.has_edge_date for row in entry.head)


def _kind_of(entry: Entry, taxonomy: Taxonomy, *, among_jobs: bool) -> SectionKind | None:
    """What an entry is; among jobs it is a degree only where nothing of it is a role."""
    if not _is_dated(entry):
        return None
    text = "\n".join(without_dates(row.text) for row in entry.head)
    roles = role_weight(text)
    if taxonomy.degree_mentions(text) and not (roles and among_jobs):
        return "education"
    if roles and read_heads([entry.head])[0].role is not None:
        return "experience"
    return "education" if has_school(text) and not among_jobs else None
