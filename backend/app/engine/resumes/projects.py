"""Projects of a resume: title, what was done, with what, when, and where it can be seen."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from app.engine.evidence import Source
from app.engine.resumes.addresses import first_url, without_addresses
from app.engine.resumes.blocks import blocks_of, locate, source_of
from app.engine.resumes.entries import Entry, is_head, is_labelled, is_stack_label
from app.engine.resumes.heads import head_period, without_dates
from app.engine.resumes.model import Project
from app.engine.resumes.row import Row
from app.engine.resumes.sections import Section
from app.engine.taxonomy.taxonomy import Taxonomy

_TITLE_END = re.compile(r"\t|\s+[|¦│·•]\s*|\s+[–—]+\s+|\s+-{1,2}\s+|:\s+|\s{3,}|\s*\((?=[^)]*[,/])")
_VERB_END = re.compile(
    r",\s|\s(?:using|with|which|that|to|for|by|where|and achieved|avec|mit|con)\s|\.\s|\.$",
    re.IGNORECASE,
)
_EMPTY = " \t,;:|–—-·•.()[]"
_MAX_TITLE_WORDS = 14


@dataclass(frozen=True, slots=True)
class ProjectReading:
    """A project with the rows it was read from: those show its skills."""

    project: Project
    rows: tuple[Row, ...]


def read_projects(sections: Sequence[Section], taxonomy: Taxonomy) -> tuple[ProjectReading, ...]:
    """All projects in reading order."""
    readings: list[ProjectReading] = []
    for section in sections:
        if section.kind == "projects":
            for entry in _entries(section.rows):
                reading = _reading(entry, taxonomy)
                if reading is not None:
                    readings.append(reading)
    return tuple(readings)


def _entries(rows: Sequence[Row]) -> tuple[Entry, ...]:
    """Head rows open projects; where all is bullets or paragraphs, each of them is one."""
    heads = [row for row in rows if _names_project(row)]
    if not heads:
        return tuple(Entry(block.rows[:1], block.rows[1:]) for block in blocks_of(rows))
    first = heads[0]
    entries: list[tuple[list[Row], list[Row]]] = []
    for at, row in enumerate(rows):
        if _opens(rows, at, first, entries):
            entries.append(([row], []))
        elif entries:
            entries[-1][1].append(row)
        else:
            entries.append(([row], []))
    return tuple(Entry(tuple(head), tuple(body)) for head, body in entries)


def _names_project(row: Row) -> bool:
    if not any(c.isalpha() for c in without_addresses(row.text)):
        return False
    if is_labelled(row) and _title_of(row.text) is not None and not row.is_prose:
        return not is_stack_label(row)
    return is_head(row) or (_title_of(row.text) is not None and not row.bullet and row.line.bold)


def _opens(
    rows: Sequence[Row], at: int, first: Row, entries: Sequence[tuple[list[Row], list[Row]]]
) -> bool:
    row = rows[at]
    if not _names_project(row):
        return False
    if not entries:
        return True
    alike = row.line.bold == first.line.bold and abs(row.line.size - first.line.size) < 0.4
    before = rows[at - 1]
    after_body = bool(entries[-1][1]) and (before.bullet or before.continues or before.is_prose)
    if not after_body:  # a second head row: a new project only in type or by the gap above it
        return alike and row.line.bold and row.line.gap > before.line.gap + 2.0
    followed = at + 1 < len(rows) and (rows[at + 1].bullet or alike)
    return alike or row.has_edge_date or followed


def _title_of(text: str) -> str | None:
    """The title at the start of a row, before its technologies, dates or description."""
    bare = without_dates(text).strip(" \t|·•–—-")
    match = next((m for m in _TITLE_END.finditer(bare) if not _goes_on(bare, m)), None)
    title = bare[: match.start()] if match else bare
    title = title.strip(_EMPTY.replace("(", "").replace(")", ""))
    if match is None and len(title.split()) > 8:
        return None
    return title if title and len(title.split()) <= _MAX_TITLE_WORDS else None


def _goes_on(text: str, end: re.Match[str]) -> bool:
    """``Personal Project: Home Automation System``: a colon within a title, before no sentence."""
    after = _TITLE_END.search(text, end.end())
    rest = text[end.end() : after.start() if after else None].strip()
    words = [word for word in rest.split() if len(word) > 3]
    is_title = len(words) > 1 and len(rest.split()) <= 8 and all(not w[0].islower() for w in words)
    return end.group().startswith(":") and is_title and not any(c in rest for c in ",;.")


def _without_stack(title: str, taxonomy: Taxonomy) -> str:
    """``Tide Times React, Docker tides.example.org``: the title before its technologies."""
    plain = without_addresses(title).rstrip(" ,()")
    end = len(plain)
    cut = end
    for mention in reversed(taxonomy.find(plain, listing=True)):
        if plain[mention.end : cut].strip(" ,/&+()|") or mention.start == 0:
            break
        cut = mention.start
    is_list = "," in plain[cut:] or "(" in plain[:cut][-2:] or plain[:cut].rstrip().endswith("(")
    bare = plain[:cut] if cut < end and is_list else plain
    return bare.strip(_EMPTY.replace(")", "")) or title


def _clause(text: str) -> str:
    """A sentence's first clause, to name a project that has no title."""
    match = _VERB_END.search(text)
    clause = text[: match.start()] if match and match.start() > 8 else text
    return " ".join(clause.split()[:_MAX_TITLE_WORDS]).strip(_EMPTY)


def _description(rows: Sequence[Row], title: str) -> str:
    """All that is said, without the title, dates and technologies that stand on its row."""
    texts = [block.text for block in blocks_of(rows)]
    at = texts[0].find(title) if title else -1
    if at >= 0:
        rest = texts[0][at + len(title) :]
        is_said = rest.lstrip(" )").startswith((":", "–", "—", "-")) or len(rest.split()) > 8
        texts[0] = without_dates(rest).strip(_EMPTY.replace(".", "")) if is_said else ""
    return "\n".join(text for text in texts if text)


def _reading(entry: Entry, taxonomy: Taxonomy) -> ProjectReading | None:
    rows = entry.head + entry.body
    first = next((row for row in rows if any(c.isalpha() for c in without_dates(row.text))), None)
    if first is None:
        return None
    titled = _title_of(first.text)
    titled = _without_stack(titled, taxonomy) if titled else None
    title = titled or _clause(first.text)
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
            confidence=93 if titled else 78,
            period=found.period if found else None,
            url=first_url(row.text for row in rows),
        ),
        rows,
    )
