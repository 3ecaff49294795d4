"""Pieces to rows: what stands on one baseline, from left to right."""

import itertools
from bisect import insort
from collections.abc import Iterable, Sequence
from operator import attrgetter

from app.engine.documents.segments import BY_EDGES, TOUCHING, Segment
from app.engine.documents.words import Word
from app.engine.text import BULLET

SAME_BASELINE = 0.4
"""Pieces this share of the smaller font size apart still stand on one baseline; of the larger one,
if they touch (superscripts)."""

SMALL = 0.85
"""Raised and lowered words are smaller than this share of what they touch."""

SCRIPT_GAP = 0.5
"""Points that may lie between them besides what touching words may have."""

DOUBLE = 1.5
"""The same word within these points is drawn twice."""

BY_PLACE = attrgetter("baseline", "x0")
_BASELINE, _SIZE = attrgetter("baseline"), attrgetter("least")


def rows_of(pieces: Iterable[Segment]) -> list[list[Segment]]:
    """Group pieces by baseline, from top to bottom, each row from left to right."""
    rows: list[list[Segment]] = []
    anchors: list[Segment] = []
    for _, group in itertools.groupby(sorted(pieces, key=BY_PLACE), key=_BASELINE):
        row = list(group)
        if _row_of(row[0], anchors) is None:
            rows.append(row)
            anchors.append(max(row, key=_SIZE))
            continue
        for piece in row:
            index = _row_of(piece, anchors)
            if index is None:
                rows.append([piece])
                anchors.append(piece)
                continue
            insort(rows[index], piece, key=BY_EDGES)
            if piece.least > anchors[index].least:
                anchors[index] = piece
    order = sorted(range(len(rows)), key=lambda i: BY_PLACE(anchors[i]))
    return _with_scripts([rows[i] for i in order], [anchors[i] for i in order])


def _row_of(piece: Segment, anchors: Sequence[Segment]) -> int | None:
    """Which of the last three rows the piece stands on, told by the largest piece of each."""
    for index, anchor in enumerate(reversed(anchors[-3:]), start=1):
        if _share_baseline(anchor, piece):
            return -index
    return None


def _share_baseline(anchor: Segment, piece: Segment) -> bool:
    distance = abs(anchor.baseline - piece.baseline)
    if distance > SAME_BASELINE * max(anchor.least, piece.least):
        return False
    if distance == 0:
        return True
    marks = BULLET in {anchor.words[0].text, piece.words[0].text}
    if distance > SAME_BASELINE * min(anchor.least, piece.least) and not marks:
        return False
    return min(anchor.y1, piece.y1) > max(anchor.y0, piece.y0)


def _with_scripts(rows: list[list[Segment]], anchors: Sequence[Segment]) -> list[list[Segment]]:
    """Rows with the small raised or lowered words put back between the words they touch."""
    kept = list(rows)
    for first, (upper, lower) in enumerate(itertools.pairwise(anchors)):
        if upper.least == lower.least:
            continue
        for i, j in ((first, first + 1), (first + 1, first)):
            if _may_hold(anchors[j], anchors[i]) and _touches(rows[i], rows[j]):
                kept[j] = sorted(kept[j] + kept[i], key=BY_EDGES)
                kept[i] = []
    return [row for row in kept if row]


def _may_hold(anchor: Segment, piece: Segment) -> bool:
    distance = abs(anchor.baseline - piece.baseline)
    return piece.least < SMALL * anchor.least and distance <= SAME_BASELINE * anchor.least


def _touches(row: Sequence[Segment], other: Sequence[Segment]) -> bool:
    """Whether each word of a row touches one of the other."""
    others = [word for piece in other for word in piece.words]
    return all(any(_touch(word, o) for o in others) for piece in row for word in piece.words)


def _touch(word: Word, other: Word) -> bool:
    reach = TOUCHING * other.size + SCRIPT_GAP
    return word.x0 - other.x1 <= reach and other.x0 - word.x1 <= reach


def may_be_doubled(pieces: Iterable[Segment]) -> bool:
    """Whether words lie so close upon one another that some may be drawn twice."""
    near: list[Segment] = []
    for piece in sorted(pieces, key=_BASELINE):
        if piece.overlap:
            return True
        near = [other for other in near if piece.baseline - other.baseline < DOUBLE]
        for other in near:
            if piece.x0 - DOUBLE < other.x1 and other.x0 - DOUBLE < piece.x1:
                return True
        near.append(piece)
    return False


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
