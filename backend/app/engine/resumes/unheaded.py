"""Give sections to a resume whose headings are missing or say nothing: by what its lines hold."""

from collections.abc import Sequence
from dataclasses import replace

from app.engine.documents.model import Line
from app.engine.resumes.degrees import has_school
from app.engine.resumes.entries import Entry, dated_entries
from app.engine.resumes.headings import heading_kind
from app.engine.resumes.jobheads import read_heads
from app.engine.resumes.roles import role_weight
from app.engine.resumes.sections import Section
from app.engine.resumes.vocabulary import SectionKind
from app.engine.taxonomy.taxonomy import Taxonomy

_OPEN_KINDS = frozenset({"header", "other", "summary"})


def with_sections_by_content(
    sections: Sequence[Section], taxonomy: Taxonomy
) -> tuple[Section, ...]:
    """Sections as they are, or with jobs and degrees found in nameless ones.

    Only a resume that has no section of experience, or none of education, is looked at again; its
    dated entries are jobs where a role stands in the head, degrees where a degree or school does.
    """
    kinds = {section.kind for section in sections}
    sought: tuple[SectionKind, ...] = ("experience", "education")
    wanted = {kind for kind in sought if kind not in kinds}
    if not wanted:
        return tuple(sections)
    cut: list[Section] = []
    for section in sections:
        is_named = section.kind == "other" and heading_kind(section.title) is not None
        is_open = section.kind in _OPEN_KINDS and not is_named
        if is_open and (section.kind == "header" or "experience" in wanted):
            cut.extend(_cut(section, wanted, taxonomy))
        else:
            cut.append(section)
    return tuple(cut)


def _cut(section: Section, wanted: set[SectionKind], taxonomy: Taxonomy) -> list[Section]:
    rows = section.rows
    kept: list[Line] = []
    found: dict[SectionKind, list[Line]] = {}
    for entry in dated_entries(rows):
        kind = _kind_of(entry, taxonomy)
        lines = [row.line for row in (*entry.head, *entry.body)]
        if kind is not None and kind in wanted:
            found.setdefault(kind, []).extend(lines)
        else:
            kept.extend(lines)
    if not found:
        return [section]
    kept_numbers = {line.number for line in section.lines} - {
        line.number for lines in found.values() for line in lines
    }
    rest = tuple(line for line in section.lines if line.number in kept_numbers)
    parts = [replace(section, lines=rest)]
    parts.extend(Section(kind, "", None, tuple(lines)) for kind, lines in found.items())
    return parts


def _kind_of(entry: Entry, taxonomy: Taxonomy) -> SectionKind | None:
    if not any(row.has_edge_date for row in entry.head):
        return None
    text = "\n".join(row.text for row in entry.head)
    if taxonomy.degree_mentions(text):
        return "education"
    if role_weight(text) and read_heads([entry.head])[0].role is not None:
        return "experience"
    return "education" if has_school(text) else None
