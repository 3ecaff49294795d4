"""Cut sections into projects, and find those that stand within jobs and lists of skills."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from app.engine.resumes.addresses import without_addresses
from app.engine.resumes.blocks import blocks_of
from app.engine.resumes.entries import Entry, is_labelled, is_stack_label
from app.engine.resumes.places import is_place
from app.engine.resumes.project_titles import EMPTY, is_label, is_stack, title_of, undated
from app.engine.resumes.roles import is_role
from app.engine.resumes.row import Row
from app.engine.taxonomy.taxonomy import Taxonomy

_DETAIL = re.compile(
    r"(?:web(?:site)?|certifications?|client|customer|duration|period|description|role"
    r"|team(?: size)?|tech\w*|tools?|environment"
    r"|(?:key |my )?responsibilit\w+|links?|url|github|demo|platform|company|organi[sz]ation"
    r"|location|place|dates?|time|goals?|(?:major|secondary) activit\w+|outcome|result|impact"
    r"|rolle|technologien|aufgaben?|zeitraum|branche|kunde|beschreibung|ort|client\w*|rôle|outils"
    r"|durée|cliente|rol|funciones|ruolo|strumenti)\s*[:\t]",
    re.IGNORECASE,
)
"""Labels of what is said about a project."""

_LEAD = re.compile(r"(?:[^\s\t]+ ){0,5}[^\s\t]*[^\s\t,;]\s*(?:\t|\s[–—|]\s)\s*(?=\w)")
"""A short name that a tab, dash or bar parts from a description of any length."""

_LARGER = 0.6
_INDENT = 4.0
_WIDE_GAP = 2.0
_WIDE_SHARE = 0.5
_SAID_WORDS = 5


def project_entries(rows: Sequence[Row], taxonomy: Taxonomy) -> tuple[Entry, ...]:
    """Entries of a section of projects.

    Rows that name a project open one: those in bold or larger type where there are such, else those
    that follow a body. Where all is bullets or paragraphs, each of the outermost is one.
    """
    names = [_names_project(row, taxonomy) for row in rows]
    if not any(names):
        return _by_bullets(rows)
    if any(_is_date(row) for row in rows[: names.index(True)]):
        return _by_dates(rows)
    body = _body_size(rows)
    first = rows[names.index(True)]
    entries: list[tuple[list[Row], list[Row]]] = []
    for at, row in enumerate(rows):
        if names[at] and _opens(rows, at, first, body, entries, taxonomy):
            entries.append(([row], []))
        elif entries:
            entries[-1][1].append(row)
        else:
            entries.append(([row], []))
    return tuple(Entry(tuple(head), tuple(rest)) for head, rest in entries)


def entries_within(rows: Sequence[Row], taxonomy: Taxonomy) -> Iterator[Entry]:
    """Projects within the rows of jobs: ``Project: …``, or a name above its technologies."""
    starts = [at for at in range(len(rows)) if _is_within(rows, at, taxonomy)]
    for start in starts:
        end = start + 1
        while end < len(rows) and end not in starts and not _ends_within(rows, start, end):
            end += 1
        yield Entry(tuple(rows[start : start + 1]), tuple(rows[start + 1 : end]))


def dated_among_skills(rows: Sequence[Row], taxonomy: Taxonomy) -> Iterator[Entry]:
    """Projects in what should be a list of skills: dated heads above sentences."""
    if not _has_dated_heads(rows):
        return
    for entry in project_entries(rows, taxonomy):
        below = (*entry.head[1:], *entry.body[:1])
        if entry.head[0].has_edge_date or any(row.has_edge_date for row in below):
            yield entry


def unnamed_projects(rows: Sequence[Row], taxonomy: Taxonomy) -> tuple[Entry, ...]:
    """Projects under a heading of no known words: every entry names its technologies."""
    entries = project_entries(rows, taxonomy)
    if all(_shows_stack(entry, taxonomy) for entry in entries):
        return entries
    return ()


def _shows_stack(entry: Entry, taxonomy: Taxonomy) -> bool:
    head, rest = entry.head[0], [*entry.head[1:], *entry.body]
    if head.bullet or not _names_project(head, taxonomy) or is_role(undated(head)):
        return False
    lists = [row for row in rest if not row.bullet]
    if not any(_is_body(row) for row in rest):
        return False
    return _has_own_stack(head, taxonomy) or any(_is_stack_row(row, taxonomy) for row in lists)


def _has_dated_heads(rows: Sequence[Row]) -> bool:
    heads = [at for at, row in enumerate(rows) if row.has_edge_date and _may_head(row)]
    return any(_is_said(row) for at in heads for row in rows[at + 1 : at + 3])


def _may_head(row: Row) -> bool:
    is_cut = any(sign in row.text for sign in "\t|(")
    return not row.is_prose and (is_cut or not row.text[0].islower())


def _is_said(row: Row) -> bool:
    return (row.bullet or row.paragraph) and len(row.text.split()) >= _SAID_WORDS


def _is_within(rows: Sequence[Row], at: int, taxonomy: Taxonomy) -> bool:
    row = rows[at]
    if row.continues:
        return False
    if is_label(row.text):
        return title_of(row, taxonomy) is not None
    if at == 0 or at + 1 == len(rows) or not _is_body(rows[at - 1]) or row.bullet or row.is_prose:
        return False
    below = rows[at + 1]
    if _names_project(row, taxonomy) and not is_role(row.text) and _has_own_stack(row, taxonomy):
        return _is_body(below)
    if row.has_edge_date or below.bullet or below.has_edge_date or is_role(below.text):
        return False
    if not _names_project(row, taxonomy) or is_role(row.text):
        return False
    return is_stack(below.text, taxonomy) or (row.line.bold and is_stack_label(below))


def _has_own_stack(row: Row, taxonomy: Taxonomy) -> bool:
    """``Weather Mirror | Python, Flask``: a name with its technologies in the row."""
    title = title_of(row, taxonomy)
    text = undated(row)
    at = text.find(title) if title else -1
    rest = text[at + len(title or "") :].strip(EMPTY)
    return at >= 0 and bool(rest) and is_stack(rest, taxonomy)


def _ends_within(rows: Sequence[Row], start: int, at: int) -> bool:
    """Whether a project within a job ends before a row: a bullet of its rank, or a head."""
    if rows[start].bullet:
        return not rows[at].continues
    return at > start + 1 and not _is_body(rows[at])


def _is_stack_row(row: Row, taxonomy: Taxonomy) -> bool:
    return is_stack_label(row) or is_stack(undated(row), taxonomy)


def _is_body(row: Row) -> bool:
    return row.bullet or row.continues or row.is_prose


def _names_project(row: Row, taxonomy: Taxonomy) -> bool:
    """Whether a row can name a project: neither sentence nor list, place, date or address."""
    text = undated(row)
    if not any(c.isalpha() for c in without_addresses(text)) or row.bullet:
        return False
    if _DETAIL.match(row.text):
        return False
    if is_stack_label(row) or is_place(text) or is_stack(text, taxonomy):
        return False
    if (row.continues or row.paragraph) and not row.line.bold:
        return False
    title = title_of(row, taxonomy)
    if title is None or title[:1] in "(,." or (text.endswith(".") and not row.line.bold):
        return False
    if row.line.bold or (_LEAD.match(text) and not row.continues):
        return True
    return not (row.is_prose or (is_labelled(row) and _is_sentence(text)))


def _is_sentence(text: str) -> bool:
    return text.endswith(".") and len(text.split()) > 8


def _body_size(rows: Sequence[Row]) -> float:
    sizes: Counter[float] = Counter()
    for row in rows:
        sizes[row.line.size] += len(row.text)
    return max(sizes, key=lambda size: sizes[size])


def _opens(
    rows: Sequence[Row],
    at: int,
    first: Row,
    body: float,
    entries: Sequence[tuple[list[Row], list[Row]]],
    taxonomy: Taxonomy,
) -> bool:
    row, before = rows[at], rows[at - 1]
    if not entries or is_label(row.text):
        return True
    is_strong, was_strong = _is_strong(row, body), _is_strong(before, body)
    is_apart = row.line.gap > before.line.gap + _WIDE_GAP
    if is_strong:
        is_wide = row.line.gap > _WIDE_SHARE * row.line.size
        return not was_strong or _is_body(before) or (is_apart and is_wide)
    if was_strong:
        return False  # who it was made for, below its name
    if _dated_anew(row, [*entries[-1][0], *entries[-1][1]]):
        return True
    alike = row.line.bold == first.line.bold and abs(row.line.size - first.line.size) < _LARGER
    is_like_first = alike and not _is_strong(first, body)
    if not _is_body(before):
        ends_list = is_labelled(before) or _is_stack_row(before, taxonomy)
        is_laid_out = row.line.box is not None
        return is_like_first and ends_list and (is_apart or not is_laid_out)
    after = rows[at + 1] if at + 1 < len(rows) else None
    is_followed = after is not None and (after.bullet or _is_stack_row(after, taxonomy))
    return is_like_first or row.has_edge_date or is_followed


def _dated_anew(row: Row, entry: Sequence[Row]) -> bool:
    """Whether a row brings the date of another entry, at the side where the entry's own stands."""
    found = row.edge_date
    dates = [(date, other) for other in entry if (date := other.edge_date) is not None]
    if found is None or not dates:
        return False
    return (found.start == 0) == (dates[0][0].start == 0) and undated(row) != ""


def _is_strong(row: Row, body: float) -> bool:
    return row.line.bold or row.line.size > body + _LARGER


def _is_date(row: Row) -> bool:
    return row.has_edge_date and not any(c.isalpha() for c in undated(row))


def _by_dates(rows: Sequence[Row]) -> tuple[Entry, ...]:
    """One project a date, where dates stand in lines of their own above the names."""
    starts = [0, *(at for at, row in enumerate(rows) if at and _is_date(row)), len(rows)]
    return tuple(
        Entry(tuple(rows[start : start + 2]), tuple(rows[start + 2 : end]))
        for start, end in pairwise(starts)
        if end - start > 1
    )


def _by_bullets(rows: Sequence[Row]) -> tuple[Entry, ...]:
    """One project a bullet; bullets further in say more of the one above them."""
    edges = [row.line.box.x0 for row in rows if row.bullet and row.line.box is not None]
    outer = min(edges, default=0.0)
    entries: list[tuple[list[Row], list[Row]]] = []
    for block in blocks_of(rows):
        box = block.rows[0].line.box
        is_inner = block.rows[0].bullet and box is not None and box.x0 > outer + _INDENT
        if is_inner and entries:
            entries[-1][1].extend(block.rows)
        else:
            entries.append(([block.rows[0]], list(block.rows[1:])))
    return tuple(Entry(tuple(head), tuple(rest)) for head, rest in entries)
