"""Words to rows: what stands on one baseline, read from left to right."""

import itertools
import statistics
from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.engine.documents.words import Word
from app.engine.text import BULLET

SAME_BASELINE = 0.4
"""Words this share of the smaller font size apart still stand on one baseline; of the larger one,
if they touch (superscripts)."""

SMALL = 0.85
"""Raised and lowered words are smaller than this share of what they touch."""

SCRIPT_GAP = 0.5
"""Points that may lie between them besides what touching words may have."""

SEGMENT_GAP = 0.5
"""White space of this many font sizes parts two segments, if it is wider than is usual."""

WIDER_THAN_USUAL = 1.6
"""White space this many times what is usual in the row parts two segments: justified rows are
set loosely."""

TAB_GAP = 1.0
"""White space of this many font sizes becomes a tab, less of it one space."""

TOUCHING = 0.12
"""Pieces nearer than this many font sizes are one word, unless the file put a space between."""

SPACED_LETTERS = 4
"""So many single letters in a row are set apart; fewer may be initials or grades."""

DOUBLE = 1.5
"""The same word within these points is drawn twice."""

BULLET_REACH = 4.0
"""A list item's text starts at most this many font sizes after its mark."""


@dataclass(frozen=True, slots=True)
class Segment:
    """Words of one baseline without wide white space between them."""

    words: tuple[Word, ...]
    x0: float
    y0: float
    x1: float
    y1: float
    baseline: float
    size: float

    @property
    def text(self) -> str:
        """Its words with a space between each two."""
        return " ".join(word.text for word in self.words)

    @property
    def characters(self) -> int:
        """How many characters stand in it, spaces left out."""
        return sum(len(word.text) for word in self.words)


def rows_of(words: Sequence[Word]) -> list[list[Word]]:
    """Group words by baseline, from top to bottom, each row from left to right."""
    rows: list[list[Word]] = []
    anchors: list[Word] = []
    for word in sorted(words, key=lambda w: (w.style.baseline, w.x0)):
        for index in range(len(rows) - 1, max(len(rows) - 4, -1), -1):
            if _share_baseline(anchors[index], word):
                rows[index].append(word)
                if word.style.size > anchors[index].style.size:
                    anchors[index] = word
                break
        else:
            rows.append([word])
            anchors.append(word)
    order = sorted(range(len(rows)), key=lambda i: (anchors[i].style.baseline, anchors[i].x0))
    found = [sorted(rows[i], key=lambda w: (w.x0, w.x1)) for i in order]
    return _with_scripts(found, [anchors[i] for i in order])


def _with_scripts(rows: list[list[Word]], anchors: Sequence[Word]) -> list[list[Word]]:
    """Rows with the small raised or lowered words put back between the words they touch."""
    kept = list(rows)
    for i, j in itertools.chain(*(((i, i + 1), (i + 1, i)) for i in range(len(rows) - 1))):
        if _may_hold(anchors[j], anchors[i]) and all(
            any(_touch(word, other) for other in rows[j]) for word in rows[i]
        ):
            kept[j] = sorted(kept[j] + kept[i], key=lambda w: (w.x0, w.x1))
            kept[i] = []
    return [row for row in kept if row]


def _may_hold(anchor: Word, word: Word) -> bool:
    distance = abs(anchor.style.baseline - word.style.baseline)
    larger = anchor.style.size
    return word.style.size < SMALL * larger and distance <= SAME_BASELINE * larger


def _touch(word: Word, other: Word) -> bool:
    reach = TOUCHING * other.style.size + SCRIPT_GAP
    return word.x0 - other.x1 <= reach and other.x0 - word.x1 <= reach


def segments_of(row: Sequence[Word]) -> list[Segment]:
    """Cut a row at its wide gaps; a bullet stays with the text that follows it."""
    reach = max(SEGMENT_GAP, WIDER_THAN_USUAL * min(_usual_gap(row), SEGMENT_GAP))
    groups: list[list[Word]] = []
    for word in row:
        if groups and not _parts(groups[-1], word, reach):
            groups[-1].append(word)
        else:
            groups.append([word])
    return [segment(group) for group in groups]


def _usual_gap(row: Sequence[Word]) -> float:
    """The median white space between two words of one line of the file, in font sizes."""
    gaps = [
        (after.x0 - before.x1) / before.size
        for before, after in itertools.pairwise(row)
        if before.line == after.line and before.size > 0
    ]
    return statistics.median(gaps) if gaps else 0.0


def segment(words: Sequence[Word]) -> Segment:
    """The segment that holds ``words``."""
    return Segment(
        words=tuple(words),
        x0=min(w.x0 for w in words),
        y0=min(w.y0 for w in words),
        x1=max(w.x1 for w in words),
        y1=max(w.y1 for w in words),
        baseline=statistics.median_low(w.baseline for w in words),
        size=main_size(words),
    )


def main_size(words: Sequence[Word]) -> float:
    """The font size of most characters, to a tenth of a point."""
    first = words[0].style.size
    if all(word.style.size == first for word in words):
        return round(first, 1)
    weights: dict[float, int] = {}
    for word in words:
        size = round(word.size, 1)
        weights[size] = weights.get(size, 0) + len(word.text)
    return max(weights, key=lambda size: (weights[size], size))


def row_text(row: Sequence[Word]) -> str:
    """The text of a row: a tab for wide white space, a space for the rest."""
    text = row[0].text
    for before, word in itertools.pairwise(row):
        text += _separator(before, word) + word.text
    return text


def without_doubles(words: Sequence[Word]) -> list[Word]:
    """Words drawn twice at nearly the same place, to look bold, once."""
    kept: list[Word] = []
    places: dict[str, list[tuple[float, float]]] = {}
    for word in words:
        seen = places.setdefault(word.text, [])
        if not any(abs(x - word.x0) < DOUBLE and abs(y - word.baseline) < DOUBLE for x, y in seen):
            kept.append(word)
            seen.append((word.x0, word.baseline))
    return kept


def close_letter_spacing(row: Sequence[Word]) -> list[Word]:
    """Join letters set apart, ``E X P E R I E N C E``, to what they spell.

    Two capitals may stand together where they were drawn near each other: ``C O N TA C T``.
    """
    if sum(len(word.text) == 1 for word in row) < SPACED_LETTERS:
        return list(row)
    joined: list[Word] = []
    run: list[Word] = []
    for word in row:
        if not (_is_piece(word.text) and _extends(run, word)):
            joined.extend(_join_run(run))
            run = []
        if _is_piece(word.text):
            run.append(word)
        else:
            joined.append(word)
    return joined + _join_run(run)


def _is_piece(text: str) -> bool:
    return text.isalpha() and (len(text) == 1 or (len(text) == 2 and text.isupper()))


def _extends(run: list[Word], word: Word) -> bool:
    return not run or (
        abs(run[-1].size - word.size) < 0.1 * word.size and word.x0 - run[-1].x1 < 2.5 * word.size
    )


def _join_run(run: list[Word]) -> list[Word]:
    """One word of a run of letters; wider gaps in it become spaces, since they are no columns."""
    letters = sum(len(word.text) == 1 for word in run)
    if letters < max(SPACED_LETTERS, 2 * (len(run) - letters)):
        return run
    gaps = [after.x0 - before.x1 for before, after in itertools.pairwise(run)]
    wide = 1.5 * statistics.median_low(gaps) + 0.1 * run[0].size
    text = run[0].text
    for gap, word in zip(gaps, run[1:], strict=True):
        text += f" {word.text}" if gap > wide else word.text
    y0, y1 = min(w.y0 for w in run), max(w.y1 for w in run)
    return [replace(run[0], text=text, x1=run[-1].x1, y0=y0, y1=y1)]


def _share_baseline(anchor: Word, word: Word) -> bool:
    distance = abs(anchor.style.baseline - word.style.baseline)
    if distance == 0:
        return True
    sizes = (anchor.style.size, word.style.size)
    marks = BULLET in (anchor.text, word.text)
    if distance > SAME_BASELINE * (max(sizes) if marks else min(sizes)):
        return False
    return min(anchor.y1, word.y1) > max(anchor.y0, word.y0)


def _parts(group: list[Word], word: Word, reach: float) -> bool:
    last = group[-1]
    if len(group) == 1 and last.text == BULLET:
        reach = BULLET_REACH
    return word.x0 - last.x1 > reach * max(last.size, word.size)


def _separator(before: Word, word: Word) -> str:
    gap = word.x0 - before.x1
    size = max(before.size, word.size)
    if before.text == BULLET:
        return " "
    if gap > TAB_GAP * size:
        return "\t"
    if before.line == word.line or gap > TOUCHING * size:
        return " "
    return ""
