"""What tells two columns from rows that run across: questions about the sides of a gutter."""

import itertools
import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from app.engine.documents.segments import Segment
from app.engine.text import BULLET

MIN_ROWS = 3
"""Each side of a gutter has at least this many rows."""

NARROW_ROWS = 6
"""Each side of a narrow gutter has at least this many rows of running text."""

SAME_EDGE = 2.0
"""Segments whose left edges lie within these points start a column together."""

TITLE = 1.2
"""Titles of sections are at least so many times as large as the text."""

SAME_ROW = 0.2
"""Baselines within this share of a font size are one row across a gutter."""

LEADING = 1.6
"""Lines of one paragraph, or of one label, stand at most this many font sizes apart."""

CONTIGUOUS = 2.0
"""Rows nearer than this many font sizes follow one another."""

BESIDE = 1.0
"""Rows whose baselines are nearer than this many font sizes stand beside each other."""

FLUSH = 0.6
"""A side is set against an edge where this share of it starts or ends there."""

ALIGNED = 0.75
"""Where this share of the sparser side stands on baselines of the other, rows may run across."""

APART = 0.5
"""Where less than this share of it does, no row runs across, whatever the edges of the sides."""

RUNNING_TEXT = 28
"""Rows of running text have at least this many characters, spaces not counted, on average."""

TABLE_ROWS = 10
"""Up to this many rows of short cells on common baselines are a table."""

WRAPPED = 0.8
"""A row that reaches this far into its side may go on in the next row."""

CARRIED_ON = 0.34
"""Beside labels, at most this share of the other side's rows carries on the row before it."""

SAME_WIDTHS = 1.15
"""Columns of one text differ in width by at most this factor."""

ALIKE_WIDTHS = 1.5
"""Cells set side by side differ in width by at most this factor."""

_WORD = r"[^\W\d_]+[.,]?"
_MONTH = rf"(?:{_WORD}\s+){{0,2}}(?:\d{{1,2}}[./\s]\s?)?(?:19|20)\d\d(?:[./-]\d{{1,2}}\b)?"
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_THEN = rf"\s*(?:\W|to|until|bis)\s*(?:{_MONTH}|{_WORD}(?:\s{_WORD})?)"
_DATE = re.compile(rf"\W*{_MONTH}(?:{_THEN})?\W*")
"""``2019``, ``Expected May 2019``, ``03/2019 – heute``, ``Jan. 2019 - Dec. 2020``, no more."""

Side = Sequence[Segment]


def parts_columns(left: Side, right: Side, size: float) -> bool:
    """Whether the sides are read one after the other."""
    if min(rows(left, size), rows(right, size)) < MIN_ROWS or parts_titles(left, right, size):
        return False
    sparse, dense = sorted((left, right), key=lambda side: rows(side, size))
    if _dated(sparse) or _flush_right(right):
        return False
    aligned = _aligned(sparse, dense, size)
    if _flush_right(left):
        return aligned < APART and _contiguous(left, size) >= 0.5
    if aligned < ALIGNED or _both_titled(left, right, size):
        return True
    if _contiguous(sparse, size) < 0.5:
        return False
    if runs(left, size) and runs(right, size):
        return True
    if rows(sparse, size) <= TABLE_ROWS:
        return False
    are_labels = sparse is left and not runs(left, size)
    return not are_labels or _carried_on(left, right, size) > CARRIED_ON


def parts_running_text(left: Side, right: Side, size: float) -> bool:
    """Whether both sides are running text, which may stand close to its neighbour."""
    return all(
        rows(side, size) >= NARROW_ROWS and runs(side, size) and _contiguous(side, size) >= 0.5
        for side in (left, right)
    )


def parts_titles(left: Side, right: Side, size: float) -> bool:
    """Whether the left side holds titles only: short, few, without numbers, bold or in capitals."""
    return (
        2 * MIN_ROWS <= 2 * rows(left, size) <= rows(right, size)
        and all(s.characters < RUNNING_TEXT and _is_title(s) for s in left)
        and not _flush_right(right)
    )


def side_by_side(left: Side, right: Side, size: float) -> bool:
    """Whether both sides are cells of about one width, each with a text of its own.

    Their sentences go on from row to row, or they have dates on the same rows.
    """
    if not all(has_rows(side, size) for side in (left, right)):
        return False
    widths = sorted(max(s.x1 for s in side) - min(s.x0 for s in side) for side in (left, right))
    if widths[1] > ALIKE_WIDTHS * widths[0]:
        return False
    return _both_dated(left, right, size) or all(
        any(s.text[0].islower() for s in _carrying_on(side, size)) for side in (left, right)
    )


def rows_match(left: Side, right: Side, size: float) -> bool:
    """Whether every row of the sparser side stands on a baseline of the other."""
    one, other = sorted((_baselines(side, size) for side in (left, right)), key=len)
    return all(min([abs(row - o) for o in other]) <= SAME_ROW * size for row in one)


def is_date(text: str) -> bool:
    """Whether the text is a date or a range of dates and nothing else."""
    return _DATE.fullmatch(text) is not None


def holds_date(text: str) -> bool:
    """Whether a year stands in the text."""
    return _YEAR.search(text) is not None


def rows(side: Side, size: float) -> int:
    """How many baselines a side has."""
    return len(_baselines(side, size))


def has_rows(side: Side, size: float) -> bool:
    """Whether a side has enough baselines to be one."""
    count, last = 0, float("-inf")
    for s in side:
        if s.baseline - last > SAME_ROW * size:
            count, last = count + 1, s.baseline
            if count == MIN_ROWS:
                return True
    return False


def characters(side: Side) -> int:
    """How many characters a side has, spaces left out."""
    return sum([s.characters for s in side])


def runs(side: Side, size: float) -> bool:
    """Whether the rows of a side are as long as running text makes them."""
    return characters(side) >= RUNNING_TEXT * rows(side, size)


def _both_titled(left: Side, right: Side, size: float) -> bool:
    """Whether each side begins with a title of its own, both on one row and of one large size."""
    one, other = left[0], right[0]
    return (
        abs(one.baseline - other.baseline) <= SAME_ROW * size
        and abs(one.size - other.size) < 0.1 * size
        and one.size >= TITLE * size
        and all(_heads_side(side) for side in (left, right))
    )


def _heads_side(side: Side) -> bool:
    """Whether a side's first line starts at its edge, or stands in its middle."""
    start, end = min(s.x0 for s in side), max(s.x1 for s in side)
    first = side[0]
    return first.x0 - start <= SAME_EDGE or abs(first.x0 + first.x1 - start - end) <= 2 * SAME_EDGE


def _both_dated(left: Side, right: Side, size: float) -> bool:
    """Whether dates stand beside dates only, as in entries set side by side."""
    dates = [[s.baseline for s in side if is_date(s.text)] for side in (left, right)]
    return all(dates) and all(
        any(abs(row - other) <= SAME_ROW * size for other in others)
        for one, others in (dates, reversed(dates))
        for row in one
    )


def _is_title(s: Segment) -> bool:
    marked = s.text.isupper() or all(word.style.bold for word in s.words)
    plain = not any(c.isdigit() for c in s.text) and not s.text.endswith((":", ",", "."))
    return marked and plain


def _baselines(side: Side, size: float) -> list[float]:
    """Distinct baselines from top to bottom."""
    found: list[float] = []
    for s in side:
        if not found or s.baseline - found[-1] > SAME_ROW * size:
            found.append(s.baseline)
    return found


def _aligned(sparse: Side, dense: Side, size: float) -> float:
    """The share of rows of the sparser side that stand on a baseline of the other.

    Rows with nothing beside them, as titles of sections have, and a label's further lines say
    nothing; where only such rows are left, none is aligned.
    """
    others = _baselines(dense, size)
    aligned = counted = 0
    label = float("-inf")
    for row in _baselines(sparse, size):
        after = bisect_left(others, row)
        distance = min([abs(row - other) for other in others[max(0, after - 1) : after + 1]])
        if distance <= SAME_ROW * size:
            aligned, counted, label = aligned + 1, counted + 1, row
        elif row - label <= LEADING * size:
            label = row
        elif distance < BESIDE * size:
            counted += 1
    return aligned / counted if aligned >= MIN_ROWS else 0.0


def _contiguous(side: Side, size: float) -> float:
    """The share of rows that follow the row before at the distance of lines of a paragraph."""
    found = _baselines(side, size)
    near = sum(b - a <= CONTIGUOUS * size for a, b in itertools.pairwise(found))
    return near / (len(found) - 1)


def _carrying_on(side: Side, size: float) -> list[Segment]:
    """The segments that carry on the row before, which is close by, long and fills its side."""
    start, end = min(s.x0 for s in side), max(s.x1 for s in side)
    full = start + WRAPPED * (end - start)
    return [
        s
        for before, s in itertools.pairwise(side)
        if SAME_ROW * size < s.baseline - before.baseline <= LEADING * size
        and before.x1 >= full
        and before.characters >= RUNNING_TEXT
        and not s.text.startswith(BULLET)
    ]


def _carried_on(labels: Side, text: Side, size: float) -> float:
    """The share of the labels that stand on a row which carries on the one before."""
    found, going_on = _baselines(labels, size), [s.baseline for s in _carrying_on(text, size)]
    near = sum(any(abs(row - other) <= SAME_ROW * size for other in going_on) for row in found)
    return near / len(found)


def _flush_right(side: Side) -> bool:
    """Whether the side is set against its right edge and ragged at its left, as dates are."""
    return _common([s.x1 for s in side]) >= FLUSH > _common([s.x0 for s in side])


def _common(edges: Sequence[float]) -> float:
    """The largest share of the edges that lie together."""
    ordered = sorted(edges)
    most = max(
        [bisect_right(ordered, x + SAME_EDGE) - bisect_left(ordered, x - SAME_EDGE) for x in edges]
    )
    return most / len(edges)


def _dated(side: Side) -> bool:
    """Whether at least half of the segments are dates and nothing else."""
    return sum(is_date(s.text) for s in side) * 2 >= len(side)
