"""Cut a section into entries: a head (who, what, where, when) and a body (what was done).

Dated sections are cut at the rows that carry a date at their edge: the head is that row with the
short rows around it. How many rows stand above the date is learnt from the first entry, since one
resume sets all of them alike. Sections without dates are cut where a head follows a body.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from app.engine.dates import Period
from app.engine.resumes.labels import opens_with_detail
from app.engine.resumes.roles import company_weight, names_role
from app.engine.resumes.row import Row
from app.engine.resumes.vocabulary import STACK_LABELS
from app.engine.text import fold

_LABEL = re.compile(r"^(?P<label>[^\W\d][\w &/+-]{1,30}?)\s*:\s*\S")
_SENTENCE_WORDS = 4
_OPENING_WORDS = 3
_MAX_HEAD_ABOVE = 3
_MAX_HEAD_BELOW = 3


@dataclass(frozen=True, slots=True)
class Entry:
    """Rows of one entry, in reading order."""

    head: tuple[Row, ...]
    body: tuple[Row, ...]


def is_head(row: Row) -> bool:
    """Whether a row can name an entry: no bullet, no sentence, no labelled list."""
    return not row.is_prose and not is_labelled(row)


def names_job(row: Row) -> bool:
    """Whether a row can name a job: a head that is not worded as a sentence without its bullet."""
    return is_head(row) and not (_is_worded_as_sentence(row) or opens_with_detail(row.text))


def _is_worded_as_sentence(row: Row) -> bool:
    words = [word for word in row.text.split() if word[0].isalpha()]
    if len(words) < _SENTENCE_WORDS or row.has_edge_date or "\t" in row.text:
        return False
    lower = sum(1 for word in words if word[0].islower())
    opens_with_role = names_role(" ".join(words[:_OPENING_WORDS]))
    return lower * 10 > 6 * len(words) and not opens_with_role and not company_weight(row.text)


def is_stack_label(row: Row) -> bool:
    """``Tech stack: …``: the technologies of an entry, never its name."""
    match = _LABEL.match(row.text)
    return match is not None and fold(match["label"]) in STACK_LABELS


def is_labelled(row: Row) -> bool:
    """``Tech stack: …``, ``GPA: …``: a detail, not a name."""
    match = _LABEL.match(row.text)
    if match is None or row.has_edge_date:
        return False
    return fold(match["label"]) in STACK_LABELS or not row.line.bold


def dated_entries(rows: Sequence[Row]) -> tuple[Entry, ...]:
    """Entries of a section whose entries have dates; all rows are of some entry."""
    anchors = [i for i, row in enumerate(rows) if _is_anchor(row)]
    if not anchors:
        return titled_entries(rows)
    anchors = _one_anchor_a_head(rows, anchors)
    above = _heads_above_first(rows, anchors[0])
    starts = [_start_of(rows, anchors, k, above) for k in range(len(anchors))]
    starts[0] = 0 if anchors[0] - starts[0] == anchors[0] else starts[0]
    entries = list(titled_entries(rows[: starts[0]])) if starts[0] else []
    for k, anchor in enumerate(anchors):
        end = starts[k + 1] if k + 1 < len(anchors) else len(rows)
        head_end = _head_end(rows, anchor, end)
        entries.append(Entry(tuple(rows[starts[k] : head_end]), tuple(rows[head_end:end])))
    return tuple(entry for whole in entries for entry in _undated_within(whole))


def titled_entries(rows: Sequence[Row]) -> tuple[Entry, ...]:
    """Entries of a section without dates: each run of head rows starts one."""
    entries: list[tuple[list[Row], list[Row]]] = []
    for at, row in enumerate(rows):
        if names_job(row) and _opens(rows, at, entries):
            entries.append(([row], []))
        elif not entries:
            entries.append(([], [row]))
        elif names_job(row) and not entries[-1][1]:
            entries[-1][0].append(row)
        else:
            entries[-1][1].append(row)
    return tuple(Entry(tuple(head), tuple(body)) for head, body in entries)


def _opens(rows: Sequence[Row], at: int, entries: list[tuple[list[Row], list[Row]]]) -> bool:
    """Whether the head row ``at`` starts an entry instead of adding to the head before it."""
    if not entries or entries[-1][1] or not entries[-1][0]:
        return True
    before, row = rows[at - 1], rows[at]
    return (row.line.bold and not before.line.bold) or row.line.gap > before.line.gap + 4.0 > 4.0


def _is_anchor(row: Row) -> bool:
    if row.continues or is_labelled(row):
        return False
    found = row.edge_date
    if found is None:
        return False
    if not found.is_range and found.start and row.text.split()[0].islower():
        return False  # the end of a sentence
    if row.bullet or len(row.text.split()) > 14:
        return found.is_range and len(row.text.split()) <= 20
    return True


def _one_anchor_a_head(rows: Sequence[Row], anchors: Sequence[int]) -> list[int]:
    """Of neighbouring dated rows keep those that can stand for entries of their own.

    A lone single date beside a range ("Issued May 2020") and a bare date under a dated row only
    repeat or detail it. Bulleted dates count only where the section has no other.
    """
    free = [i for i in anchors if not rows[i].bullet]
    ranges = [
        i for i in (free or anchors) if (date := rows[i].edge_date) is not None and date.is_range
    ]
    chosen = free or list(anchors)
    if len(ranges) * 2 >= len(chosen):
        chosen = [i for i in chosen if i in ranges or not _is_near(i, ranges)]
    return _without_details(rows, chosen)


def _without_details(rows: Sequence[Row], anchors: Sequence[int]) -> list[int]:
    """The anchors but those of parts of a job: dated within its time, and no role beside them."""
    kept: list[int] = []
    whole: Period | None = None
    for at, anchor in enumerate(anchors):
        start = max(anchor - 1, anchors[at - 1] + 1 if at else 0)
        end = min(anchor + 2, anchors[at + 1] if at + 1 < len(anchors) else len(rows))
        period = _period_of(rows[anchor])
        beside = rows[start:end]
        is_role = any(not row.is_prose and names_role(row.text) for row in beside)
        if not is_role and whole is not None and _is_within(period, whole):
            continue
        kept.append(anchor)
        whole = period if is_role else None
    return kept


def _period_of(row: Row) -> Period:
    found = row.edge_date
    assert found is not None  # noqa: S101 - anchors carry a date at their edge
    return found.period


def _is_within(part: Period, whole: Period) -> bool:
    if part.is_current or part.start.as_start < whole.start.as_start or part == whole:
        return False
    return whole.end is None or (part.end or part.start).as_end <= whole.end.as_end


def _is_near(anchor: int, others: Sequence[int]) -> bool:
    return any(0 < abs(anchor - other) <= 2 for other in others)


def _heads_above_first(rows: Sequence[Row], anchor: int) -> int:
    """How many head rows stand above the first date: the layout of all entries of the section."""
    count = 0
    while count < anchor and count < _MAX_HEAD_ABOVE and names_job(rows[anchor - 1 - count]):
        count += 1
    return count


def _start_of(rows: Sequence[Row], anchors: Sequence[int], k: int, above: int) -> int:
    """Index of the first row of the entry whose date stands at ``anchors[k]``."""
    anchor = anchors[k]
    floor = anchors[k - 1] + 1 if k else 0
    free = 0
    while anchor - free > floor and free < _MAX_HEAD_ABOVE and names_job(rows[anchor - 1 - free]):
        free += 1
    if k == 0:
        return anchor - min(free, above)
    no_body_between = free == anchor - floor
    if no_body_between:
        return anchor - min(free, above)
    return anchor - _trailing_heads(rows, anchor, free, above)


def _trailing_heads(rows: Sequence[Row], anchor: int, free: int, above: int) -> int:
    """How many of the head rows between a body and a date belong to the date.

    All of them in the layout of the section; more only where a wide gap or bold type shows it.
    """
    if free <= max(above, 1):
        return free
    for count in range(free, above, -1):
        row = rows[anchor - count]
        inner = max((rows[anchor - c].line.gap for c in range(count)), default=0.0)
        if row.line.bold or row.line.gap > inner + 2.0:
            return count
    return max(above, 1)


def _head_end(rows: Sequence[Row], anchor: int, end: int) -> int:
    """Where the head that holds the date ends: the short rows below it are of it."""
    at = anchor + 1
    while at < end and at <= anchor + _MAX_HEAD_BELOW and names_job(rows[at]):
        at += 1
    return at


def _undated_within(entry: Entry) -> tuple[Entry, ...]:
    """Split off an entry without a date that hides in a body: bold head rows over bullets."""
    first = entry.head[0].line if entry.head else None
    if first is None or not first.bold:
        return (entry,)
    cuts = [
        at
        for at, row in enumerate(entry.body[:-1])
        if at
        and names_job(row)
        and row.line.bold
        and abs(row.line.size - first.size) < 0.3
        and entry.body[at - 1].is_prose
        and any(names_job(row) and names_role(row.text) for row in entry.body[at : at + 3])
        and (entry.body[at + 1].bullet or names_job(entry.body[at + 1]))
    ]
    if not cuts:
        return (entry,)
    parts = [Entry(entry.head, entry.body[: cuts[0]])]
    for k, cut in enumerate(cuts):
        end = cuts[k + 1] if k + 1 < len(cuts) else len(entry.body)
        parts.extend(titled_entries(entry.body[cut:end]))
    return tuple(parts)
