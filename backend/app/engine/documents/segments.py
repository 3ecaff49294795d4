"""Words that stand together: pieces, as the file has them, and segments, as white space parts them.

A piece is what a line of the file sets in one size on one baseline. Rows and columns are made of
pieces, of which there are far fewer than words; single words are looked at where pieces do not do.
"""

import itertools
import statistics
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from operator import attrgetter, sub

from app.engine.documents.runs import Run, Style
from app.engine.documents.words import Word
from app.engine.text import BULLET, DASHES

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

BULLET_REACH = 4.0
"""A list item's text starts at most this many font sizes after its mark."""

BY_EDGES = attrgetter("x0", "x1")
_RUN = attrgetter("run")
_NO_GAPS = [0.0]


@dataclass(slots=True, eq=False)
class Segment:
    """Words of one baseline without wide white space between them, from left to right.

    ``text`` has a space between each two of them, ``spelt`` what really stands between them.
    ``style`` is theirs if all have one, ``least`` their least font size. ``gap`` is the widest
    white space within, ``overlap`` tells that there is less than none somewhere. ``pieces`` are
    those that it was joined of. Never changed once it is made; not frozen, since that takes longer
    than all the rest of making one.
    """

    words: Sequence[Word]
    x0: float
    y0: float
    x1: float
    y1: float
    baseline: float
    size: float
    least: float
    text: str
    spelt: str
    style: Style | None
    gap: float
    overlap: bool
    pieces: "Sequence[Segment]" = ()

    @property
    def characters(self) -> int:
        """How many characters stand in it, spaces left out."""
        return len(self.text) + 1 - len(self.words)


def pieces_of(words: Iterable[Word]) -> list[Segment]:
    """The pieces of words that come in the order of the file."""
    pieces: list[Segment] = []
    group: list[Word] = []
    last: Run | None = None
    for run, same in itertools.groupby(words, key=_RUN):
        if last and not _alike(run, last):
            pieces.append(_piece(group))
            group = []
        group.extend(same)
        last = run
    return [*pieces, _piece(group)] if group else pieces


def _piece(words: list[Word]) -> Segment:
    """The words as a segment, from left to right; few lines of a file have them otherwise."""
    piece = segment(words)
    return segment(sorted(words, key=BY_EDGES)) if piece.overlap else piece


def _alike(run: Run, other: Run) -> bool:
    return run.line == other.line and run.baseline == other.baseline and run.size == other.size


def segment(words: Sequence[Word], pieces: Sequence[Segment] = ()) -> Segment:
    """The segment that holds ``words``."""
    texts, x0s, y0s, x1s, y1s, all_runs = zip(*words, strict=True)
    gaps = [*map(sub, x0s[1:], x1s)] or _NO_GAPS
    run, gap, text = all_runs[0], max(gaps), " ".join(texts)
    x0, y0, x1, y1, overlap = min(x0s), min(y0s), max(x1s), max(y1s), min(gaps) < 0
    baseline, least, main = run.baseline, run.size, run.rounded
    style: Style | None = run.style
    spelt = text
    if all_runs.count(run) < len(all_runs):
        runs = set(all_runs)
        if any(other.style is not style for other in runs):
            style = None
        if not all(_alike(other, run) for other in runs):
            baseline = statistics.median_low([other.baseline for other in all_runs])
            least = min([other.size for other in runs])
            main = main if len({other.rounded for other in runs}) == 1 else _main_size(words)
            spelt = ""
    if gap > TAB_GAP * least or not spelt:
        spelt = _spelt(words)
    return Segment(
        words, x0, y0, x1, y1, baseline, main, least, text, spelt, style, gap, overlap, pieces
    )


def segments_of(row: list[Segment]) -> list[Segment]:
    """Cut a row of pieces at its wide gaps; a bullet stays with the text that follows it."""
    for piece in row:
        if piece.gap > SEGMENT_GAP * piece.least:
            return _cut(row)
    if len(row) == 1:
        return row
    groups = [[row[0]]]
    reach: float | None = None
    for before, piece in itertools.pairwise(row):
        last, word = before.words[-1], piece.words[0]
        if BY_EDGES(last) > BY_EDGES(word):
            return _cut(row)
        size = max(last.run.size, word.run.size)
        gap = word.x0 - last.x1
        if len(groups[-1]) == 1 and _is_mark(before.text, first=len(groups) == 1):
            parts = gap > BULLET_REACH * size
        else:
            parts = gap > SEGMENT_GAP * size
            if parts:
                reach = reach or _reach(row)
                parts = gap > reach * size
        if parts or _say_different(last, word):
            groups.append([piece])
        else:
            groups[-1].append(piece)
    return [joined(group) for group in groups]


def _is_mark(text: str, *, first: bool) -> bool:
    """Whether a list item may start with ``text``: with a dash only the first of a row."""
    return text == BULLET or (first and text in DASHES)


def _say_different(before: Word, word: Word) -> bool:
    small, large = before.run.size, word.run.size
    if small == large:
        return False
    if small > large:
        small, large = large, small
    apart = word.x0 - before.x1 > OFF * small
    return large >= OTHER_SIZE * small and apart and before.run.line != word.run.line


def joined(pieces: Sequence[Segment]) -> Segment:
    """One segment of neighbours in a row."""
    if len(pieces) == 1:
        return pieces[0]
    return segment([word for piece in pieces for word in piece.words], pieces)


def _cut(row: Sequence[Segment]) -> list[Segment]:
    """The segments of a row where single words must be looked at."""
    words = sorted([word for piece in row for word in piece.words], key=BY_EDGES)
    reach = _reach(row)
    groups = [[words[0]]]
    for last, word in itertools.pairwise(words):
        group = groups[-1]
        is_mark = len(group) == 1 and _is_mark(last.text, first=len(groups) == 1)
        fonts = BULLET_REACH if is_mark else reach
        wide = word.x0 - last.x1 > fonts * max(last.run.size, word.run.size)
        if wide or _say_different(last, word):
            groups.append([word])
        else:
            group.append(word)
    return [joined(pieces_of(group)) for group in groups]


def _reach(row: Sequence[Segment]) -> float:
    """How many font sizes of white space two segments of a row have between them at least.

    More than half a size where as much is usual between two words of one line of the file.
    """
    words = sorted([word for piece in row for word in piece.words], key=BY_EDGES)
    gaps = [
        (after.x0 - before.x1) / before.run.size
        for before, after in itertools.pairwise(words)
        if before.run.line == after.run.line and before.run.size > 0
    ]
    usual = statistics.median(gaps) if gaps else 0.0
    return max(SEGMENT_GAP, WIDER_THAN_USUAL * min(usual, SEGMENT_GAP))


def _main_size(words: Sequence[Word]) -> float:
    """The font size of most characters, to a tenth of a point."""
    weights: dict[float, int] = {}
    for word in words:
        size = word.run.rounded
        weights[size] = weights.get(size, 0) + len(word.text)
    return max(weights, key=lambda size: (weights[size], size))


def _spelt(words: Sequence[Word]) -> str:
    """The text of words: a tab for wide white space, a space for the rest."""
    text = words[0].text
    for before, word in itertools.pairwise(words):
        text += _separator(before, word, starts=before is words[0]) + word.text
    return text


def _separator(before: Word, word: Word, *, starts: bool) -> str:
    if _is_mark(before.text, first=starts):
        return " "
    gap = word.x0 - before.x1
    size = max(before.run.size, word.run.size)
    if gap > TAB_GAP * size or _say_different(before, word):
        return "\t"
    if before.run.line == word.run.line or gap > TOUCHING * size:
        return " "
    return ""
