"""Columns of a page: where white space parts text that is read one side after the other.

A gutter is a strip of white space that a stretch of the page leaves free, with text on both sides.
It parts columns unless its rows belong together across it: dates at the right of their titles,
labels at the left of their values, the cells of a table. Those stand on common baselines. Titles of
sections in the left margin come each before its section.
"""

import itertools
import re
import statistics
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from app.engine.documents.rows import SAME_BASELINE, Segment

GUTTER = 0.9
"""The least width of a gutter, in font sizes of the page's text."""

NARROW_GUTTER = 0.5
"""Two columns of running text may come as near as this, in font sizes."""

NARROW_ROWS = 6
"""Each side of a narrow gutter has at least this many rows of running text."""

MIN_ROWS = 3
"""Each side of a gutter has at least this many rows."""

SAME_EDGE = 2.0
"""Segments whose left edges lie within these points start a column together."""

SAME_ROW = 0.2
"""Baselines within this share of a font size are one row across a gutter."""

INDENT = 4.0
"""Lines of a column start at most this many font sizes from its edge."""

TITLE_LEADING = 1.6
"""Lines of one title of a section stand at most this many font sizes apart."""

FLUSH = 0.6
"""A side is set against an edge where this share of it starts or ends there."""

ALIGNED = 0.75
"""Where this share of the sparser side stands on baselines of the other, rows may run across."""

CONTIGUOUS = 2.0
"""Rows nearer than this many font sizes follow one another."""

RUNNING_TEXT = 28
"""Rows of running text have at least this many characters, spaces not counted, on average."""

TABLE_ROWS = 10
"""Up to this many rows of short cells on common baselines are a table."""

BLOCK_GAP = 0.8
"""White space of this many font sizes across the page ends a block."""

_WORD = r"[^\W\d_]+[.,]?"
_MONTH = rf"(?:{_WORD}\s+){{0,2}}(?:\d{{1,2}}[./\s]\s?)?(?:19|20)\d\d(?:[./-]\d{{1,2}}\b)?"
_THEN = rf"\s*(?:\W|to|until|bis)\s*(?:{_MONTH}|{_WORD}(?:\s{_WORD})?)"
_DATE = re.compile(rf"\W*{_MONTH}(?:{_THEN})?\W*")
"""``2019``, ``Expected May 2019``, ``03/2019 – heute``, ``Jan. 2019 - Dec. 2020``, no more."""


@dataclass(frozen=True, slots=True)
class Region:
    """Segments to be read row by row; ``column`` 0 is the main one."""

    segments: tuple[Segment, ...]
    column: int


@dataclass(frozen=True, slots=True)
class _Split:
    """A gutter's two sides, and what lies above and below the stretch it spans."""

    above: tuple[Segment, ...]
    left: tuple[Segment, ...]
    right: tuple[Segment, ...]
    below: tuple[Segment, ...]

    @property
    def weight(self) -> int:
        """How many segments the gutter orders."""
        return len(self.left) + len(self.right)


_Test = Callable[[Sequence[Segment], Sequence[Segment], float], bool]


def regions_of(segments: Sequence[Segment]) -> list[Region]:
    """Cut a page into regions in reading order: above, left, right, below; most pages are one.

    Of two columns the one with more characters keeps the number of what was cut.
    """
    ordered = tuple(sorted(segments, key=lambda s: (s.baseline, s.x0)))
    return list(_cut(ordered, 0, iter(range(1, len(ordered) + 1))))


def _cut(segments: tuple[Segment, ...], column: int, numbers: Iterator[int]) -> Iterator[Region]:
    split = _best_split(segments)
    if split is None:
        yield from _titled(segments, column, numbers)
        return
    other = next(numbers)
    heavier_left = _characters(split.left) >= _characters(split.right)
    yield from _cut(split.above, column, numbers)
    yield from _cut(split.left, column if heavier_left else other, numbers)
    yield from _cut(split.right, other if heavier_left else column, numbers)
    yield from _cut(split.below, column, numbers)


def _titled(segments: tuple[Segment, ...], column: int, numbers: Iterator[int]) -> Iterator[Region]:
    """One region, unless titles of sections stand in the left margin: each before its section."""
    split = _best_split(segments, {GUTTER: _parts_titles})
    if split is None:
        if segments:
            yield Region(segments, column)
        return
    yield from _cut(split.above, column, numbers)
    for title, section in _sections(split.left, split.right):
        if title:
            yield Region(title, column)
        yield from _cut(section, column, numbers)
    yield from _cut(split.below, column, numbers)


def _sections(
    titles: tuple[Segment, ...], text: Sequence[Segment]
) -> Iterator[tuple[tuple[Segment, ...], tuple[Segment, ...]]]:
    """Each title, with its lines, and the text down to the next one; text above all comes first."""
    starts = [titles[0]] + [
        s
        for before, s in itertools.pairwise(titles)
        if s.baseline - before.baseline > TITLE_LEADING * s.size
    ]
    above = SAME_BASELINE * titles[0].size
    tops = [float("-inf"), *(s.baseline - above for s in starts), float("inf")]
    for top, bottom in itertools.pairwise(tops):
        yield (
            tuple(s for s in titles if top <= s.baseline < bottom),
            tuple(s for s in text if top <= s.baseline < bottom),
        )


def _best_split(
    segments: tuple[Segment, ...], tests: Mapping[float, _Test] | None = None
) -> _Split | None:
    """The split that orders most segments, of those whose gutter passes the test of its width."""
    tests = tests or {GUTTER: _parts_columns, NARROW_GUTTER: _parts_running_text}
    if len(segments) < 2 * MIN_ROWS:
        return None
    size = statistics.median_low(s.size for s in segments)
    splits = [
        split
        for edge in _shared_left_edges(segments)
        for width, parts in tests.items()
        for split in _splits_at(segments, edge, width * size, size)
        if parts(split.left, split.right, size)
    ]
    return max(splits, key=lambda split: split.weight, default=None)


def _shared_left_edges(segments: Sequence[Segment]) -> list[float]:
    """Left edges where several segments start: columns are set flush left nearly always."""
    edges: list[float] = []
    group: list[float] = []
    for x0 in sorted(s.x0 for s in segments):
        if group and x0 - group[0] > SAME_EDGE:
            edges.extend(group[:1] if len(group) >= MIN_ROWS else ())
            group = []
        group.append(x0)
    edges.extend(group[:1] if len(group) >= MIN_ROWS else ())
    return edges[1:]


def _splits_at(
    segments: Sequence[Segment], edge: float, width: float, size: float
) -> Iterator[_Split]:
    """Every stretch between rows that cross a gutter ending at ``edge``."""
    start, near = edge - width, SAME_ROW * size
    crossing = [s.baseline for s in segments if s.x0 < edge - 0.1 and s.x1 > start]
    bounds = [float("-inf"), *crossing, float("inf")]
    for top, bottom in itertools.pairwise(bounds):
        inside = [s for s in segments if top + near < s.baseline < bottom - near]
        left = [s for s in inside if s.x1 <= start]
        right = [s for s in inside if s.x0 >= edge - 0.1]
        if _rows(left, size) < MIN_ROWS or _rows(right, size) < MIN_ROWS:
            continue
        first, last = _core(left, right, size, ends_page=bottom == float("inf"))
        core = [s for s in inside if first <= s.baseline <= last]
        yield _Split(
            above=tuple(s for s in segments if s.baseline < first),
            left=tuple(s for s in core if s.x1 <= start),
            right=tuple(s for s in core if s.x0 >= edge - 0.1),
            below=tuple(s for s in segments if s.baseline > last),
        )


def _core(
    left: Sequence[Segment], right: Sequence[Segment], size: float, *, ends_page: bool
) -> tuple[float, float]:
    """First and last baseline of the stretch that has two columns.

    Blocks at its top that end at white space across both sides and have too few rows on one of
    them (a name, a line of addresses) are not part of it; nor are dates at the right of titles
    below it, nor what follows white space below the shorter left side while more text comes after.
    """
    first = _first_baseline(left, right, size)
    column = _without_notes_below(left, right, size)
    if ends_page and len(column) == len(right):
        return first, max(left[-1].baseline, right[-1].baseline)
    previous = column[-1].baseline
    for s in left:
        if s.baseline > column[-1].baseline:
            if s.baseline - previous > CONTIGUOUS * size:
                return first, previous
            previous = s.baseline
    return first, max(previous, right[-1].baseline if len(column) == len(right) else previous)


def _without_notes_below(
    left: Sequence[Segment], right: Sequence[Segment], size: float
) -> Sequence[Segment]:
    """The right side up to its last segment that starts near its edge or on a line of its own."""
    edge = min(s.x0 for s in right)
    for count in range(len(right), 0, -1):
        last = right[count - 1]
        shared = any(abs(last.baseline - s.baseline) <= SAME_ROW * size for s in left)
        if last.x0 - edge <= INDENT * size or not shared:
            return right[:count]
    return right


def _first_baseline(left: Sequence[Segment], right: Sequence[Segment], size: float) -> float:
    for block in _blocks([*left, *right], size):
        sides = [[s for s in block if s in side] for side in (left, right)]
        few = min(_rows(side, size) for side in sides) < MIN_ROWS
        if not (few and (not all(sides) or any(_is_address(s) for s in block))):
            return min(s.baseline for s in block)
    return min(s.baseline for s in (*left, *right))


def _blocks(segments: Sequence[Segment], size: float) -> list[list[Segment]]:
    """Segments grouped by the white space that crosses all of them, from top to bottom."""
    blocks: list[list[Segment]] = []
    bottom = float("-inf")
    for s in sorted(segments, key=lambda s: s.y0):
        if s.y0 - bottom > BLOCK_GAP * size:
            blocks.append([])
        blocks[-1].append(s)
        bottom = max(bottom, s.y1)
    return blocks


def _is_address(s: Segment) -> bool:
    """Whether it holds an email address or a phone number."""
    text = " ".join(w.text for w in s.words)
    return "@" in text or sum(c.isdigit() for c in text) >= 7


def _parts_columns(left: Sequence[Segment], right: Sequence[Segment], size: float) -> bool:
    if _rows(left, size) < MIN_ROWS or _rows(right, size) < MIN_ROWS:
        return False
    if _parts_titles(left, right, size):
        return False
    sparse, dense = sorted((left, right), key=lambda side: _rows(side, size))
    if _dated(sparse) or any(_flush_right(side) for side in (left, right)):
        return False
    if _aligned(sparse, dense, size) < ALIGNED:
        return True
    if _contiguous(sparse, size) < 0.5:
        return False
    return (_runs(left, size) and _runs(right, size)) or _rows(sparse, size) > TABLE_ROWS


def _parts_running_text(left: Sequence[Segment], right: Sequence[Segment], size: float) -> bool:
    return all(
        _rows(side, size) >= NARROW_ROWS and _runs(side, size) and _contiguous(side, size) >= 0.5
        for side in (left, right)
    )


def _runs(side: Sequence[Segment], size: float) -> bool:
    """Whether the rows of a side are as long as running text makes them."""
    return _characters(side) >= RUNNING_TEXT * _rows(side, size)


def _parts_titles(left: Sequence[Segment], right: Sequence[Segment], size: float) -> bool:
    """Whether the left side holds titles only: short, few, without numbers, bold or in capitals."""
    return (
        2 * MIN_ROWS <= 2 * _rows(left, size) <= _rows(right, size)
        and all(s.characters < RUNNING_TEXT and _is_title(s) for s in left)
        and not _flush_right(right)
    )


def _is_title(s: Segment) -> bool:
    text = " ".join(word.text for word in s.words)
    marked = text.isupper() or all(word.style.bold for word in s.words)
    return marked and not any(c.isdigit() for c in text) and not text.endswith((":", ",", "."))


def _rows(side: Sequence[Segment], size: float) -> int:
    return len(_baselines(side, size))


def _baselines(side: Sequence[Segment], size: float) -> list[float]:
    """Distinct baselines from top to bottom."""
    found: list[float] = []
    for s in side:
        if not found or s.baseline - found[-1] > SAME_ROW * size:
            found.append(s.baseline)
    return found


def _aligned(sparse: Sequence[Segment], dense: Sequence[Segment], size: float) -> float:
    """The share of rows of the sparser side that stand on a baseline of the other."""
    rows, others = _baselines(sparse, size), _baselines(dense, size)
    near = sum(min(abs(row - other) for other in others) <= SAME_ROW * size for row in rows)
    return near / len(rows)


def _contiguous(side: Sequence[Segment], size: float) -> float:
    """The share of rows that follow the row before at the distance of lines of a paragraph."""
    rows = _baselines(side, size)
    near = sum(b - a <= CONTIGUOUS * size for a, b in itertools.pairwise(rows))
    return near / (len(rows) - 1)


def _flush_right(side: Sequence[Segment]) -> bool:
    """Whether the side is set against its right edge and ragged at its left, as dates are."""
    shares = [
        max(sum(abs(edge - other) <= SAME_EDGE for other in edges) for edge in edges) / len(edges)
        for edges in ([s.x0 for s in side], [s.x1 for s in side])
    ]
    return shares[0] < FLUSH <= shares[1]


def _dated(side: Sequence[Segment]) -> bool:
    """Whether at least half of the segments are dates and nothing else."""
    dates = sum(bool(_DATE.fullmatch(" ".join(w.text for w in s.words))) for s in side)
    return dates * 2 >= len(side)


def _characters(side: Sequence[Segment]) -> int:
    return sum(s.characters for s in side)
