"""Words to rows: what stands on one baseline, read from left to right."""

import itertools
import statistics
from bisect import insort
from collections.abc import Sequence
from dataclasses import dataclass
from operator import attrgetter, sub

from app.engine.documents.words import Style, Word
from app.engine.text import BULLET, DASHES

SAME_BASELINE = 0.4
"""Words this share of the smaller font size apart still stand on one baseline; of the larger one,
if they touch (superscripts)."""

SMALL = 0.85
"""Raised and lowered words are smaller than this share of what they touch."""

SCRIPT_GAP = 0.5
"""Points that may lie between them besides what touching words may have."""

SEGMENT_GAP = 0.5
"""White space of this many font sizes parts two segments, if it is wider than is usual."""

OTHER_SIZE = 1.4
"""Words of one baseline and of different lines of the file whose sizes differ so many times say
different things, as a name and the address beside it."""

OFF = 0.1
"""Such words are apart from this many font sizes of the smaller one on."""

WIDER_THAN_USUAL = 1.6
"""White space this many times what is usual in the row parts two segments: justified rows are
set loosely."""

TAB_GAP = 1.0
"""White space of this many font sizes becomes a tab, less of it one space."""

TOUCHING = 0.12
"""Pieces nearer than this many font sizes are one word, unless the file put a space between."""

DOUBLE = 1.5
"""The same word within these points is drawn twice."""

BULLET_REACH = 4.0
"""A list item's text starts at most this many font sizes after its mark."""

_BASELINE, _SIZE = attrgetter("baseline"), attrgetter("size")
_BY_PLACE, _BY_EDGES = attrgetter("baseline", "x0", "x1"), attrgetter("x0", "x1")


@dataclass(slots=True, eq=False)
class Segment:
    """Words of one baseline without wide white space between them.

    ``text`` has a space between each two of them, ``spelt`` what really stands between them.
    ``style`` is theirs if all have one. Never changed once it is made; not frozen, since that takes
    as long as all the rest of making one.
    """

    words: Sequence[Word]
    x0: float
    y0: float
    x1: float
    y1: float
    baseline: float
    size: float
    text: str
    spelt: str
    style: Style | None

    @property
    def characters(self) -> int:
        """How many characters stand in it, spaces left out."""
        return len(self.text) + 1 - len(self.words)


def rows_of(words: Sequence[Word]) -> list[list[Word]]:
    """Group words by baseline, from top to bottom, each row from left to right."""
    rows: list[list[Word]] = []
    anchors: list[Word] = []
    for _, group in itertools.groupby(sorted(words, key=_BY_PLACE), key=_BASELINE):
        row = list(group)
        if _row_of(row[0], anchors) is None:
            rows.append(row)
            anchors.append(max(row, key=_SIZE))
            continue
        for word in row:
            index = _row_of(word, anchors)
            if index is None:
                rows.append([word])
                anchors.append(word)
                continue
            insort(rows[index], word, key=_BY_EDGES)
            if word.size > anchors[index].size:
                anchors[index] = word
    order = sorted(range(len(rows)), key=lambda i: (anchors[i].baseline, anchors[i].x0))
    return _with_scripts([rows[i] for i in order], [anchors[i] for i in order])


def _row_of(word: Word, anchors: Sequence[Word]) -> int | None:
    """Which of the last three rows the word stands on, told by the largest word of each."""
    for index in range(-1, -1 - min(len(anchors), 3), -1):
        if _share_baseline(anchors[index], word):
            return index
    return None


def _with_scripts(rows: list[list[Word]], anchors: Sequence[Word]) -> list[list[Word]]:
    """Rows with the small raised or lowered words put back between the words they touch."""
    kept = list(rows)
    for first, (upper, lower) in enumerate(itertools.pairwise(anchors)):
        if upper.size == lower.size:
            continue
        for i, j in ((first, first + 1), (first + 1, first)):
            if _may_hold(anchors[j], anchors[i]) and all(
                any(_touch(word, other) for other in rows[j]) for word in rows[i]
            ):
                kept[j] = sorted(kept[j] + kept[i], key=_BY_EDGES)
                kept[i] = []
    return [row for row in kept if row]


def _may_hold(anchor: Word, word: Word) -> bool:
    distance = abs(anchor.baseline - word.baseline)
    larger = anchor.size
    return word.size < SMALL * larger and distance <= SAME_BASELINE * larger


def _touch(word: Word, other: Word) -> bool:
    reach = TOUCHING * other.size + SCRIPT_GAP
    return word.x0 - other.x1 <= reach and other.x0 - word.x1 <= reach


def segments_of(row: Sequence[Word]) -> list[Segment]:
    """Cut a row at its wide gaps; a bullet stays with the text that follows it."""
    gaps = [after.x0 - before.x1 for before, after in itertools.pairwise(row)]
    sizes = [word.size for word in row]
    mixed = max(sizes) >= OTHER_SIZE * min(sizes)
    if not gaps or (not mixed and max(gaps) <= SEGMENT_GAP * min(sizes)):
        return [segment(row)]
    reach = max(SEGMENT_GAP, WIDER_THAN_USUAL * min(_usual_gap(row, gaps), SEGMENT_GAP))
    groups = [[row[0]]]
    for gap, word in zip(gaps, row[1:], strict=True):
        group = groups[-1]
        last = group[-1]
        is_mark = last.text == BULLET or (len(groups) == 1 and last.text in DASHES)
        fonts = BULLET_REACH if len(group) == 1 and is_mark else reach
        if gap > fonts * max(last.size, word.size) or (mixed and _say_different(last, word)):
            groups.append([word])
        else:
            group.append(word)
    return [segment(group) for group in groups]


def _say_different(before: Word, word: Word) -> bool:
    small, large = sorted((before.size, word.size))
    apart = word.x0 - before.x1 > OFF * small
    return large >= OTHER_SIZE * small and apart and before.line != word.line


def _usual_gap(row: Sequence[Word], gaps: Sequence[float]) -> float:
    """The median white space between two words of one line of the file, in font sizes."""
    usual = [
        gap / before.size
        for gap, (before, after) in zip(gaps, itertools.pairwise(row), strict=True)
        if before.line == after.line and before.size > 0
    ]
    return statistics.median(usual) if usual else 0.0


def segment(words: Sequence[Word]) -> Segment:
    """The segment that holds ``words``."""
    texts, x0s, y0s, x1s, y1s, baselines, sizes, styles, lines, _ = zip(*words, strict=True)
    text = " ".join(texts)
    evenly = _alike(lines) and max(map(sub, x0s[1:], x1s), default=0.0) <= TAB_GAP * min(sizes)
    return Segment(
        words=words,
        x0=min(x0s),
        y0=min(y0s),
        x1=max(x1s),
        y1=max(y1s),
        baseline=sorted(baselines)[(len(baselines) - 1) // 2],
        size=round(sizes[0], 1) if _alike(sizes) else main_size(words),
        text=text,
        spelt=text if evenly else _spelt(words),
        style=styles[0] if _alike(styles) else None,
    )


def _alike(values: Sequence[object]) -> bool:
    return values.count(values[0]) == len(values)


def main_size(words: Sequence[Word]) -> float:
    """The font size of most characters, to a tenth of a point."""
    weights: dict[float, int] = {}
    for word in words:
        size = round(word.size, 1)
        weights[size] = weights.get(size, 0) + len(word.text)
    return max(weights, key=lambda size: (weights[size], size))


def _spelt(row: Sequence[Word]) -> str:
    """The text of a row: a tab for wide white space, a space for the rest."""
    text = row[0].text
    for before, word in itertools.pairwise(row):
        text += _separator(before, word, starts=before is row[0]) + word.text
    return text


def without_doubles(words: Sequence[Word]) -> list[Word]:
    """Words drawn twice at nearly the same place, to look bold, once."""
    kept: list[Word] = []
    seen: dict[str, list[Word]] = {}
    for word in words:
        others = seen.setdefault(word.text, [])
        for other in others:
            if abs(other.x0 - word.x0) < DOUBLE and abs(other.baseline - word.baseline) < DOUBLE:
                break
        else:
            kept.append(word)
            others.append(word)
    return kept


def _share_baseline(anchor: Word, word: Word) -> bool:
    distance = abs(anchor.baseline - word.baseline)
    if distance == 0:
        return True
    sizes = (anchor.size, word.size)
    marks = BULLET in (anchor.text, word.text)
    if distance > SAME_BASELINE * (max(sizes) if marks else min(sizes)):
        return False
    return min(anchor.y1, word.y1) > max(anchor.y0, word.y0)


def _separator(before: Word, word: Word, *, starts: bool) -> str:
    gap = word.x0 - before.x1
    if before.text == BULLET or (starts and before.text in DASHES):
        return " "
    size = max(before.size, word.size)
    if gap > TAB_GAP * size or (before.size != word.size and _say_different(before, word)):
        return "\t"
    if before.line == word.line or gap > TOUCHING * size:
        return " "
    return ""
