"""Whether a name that is also a common word is meant as a skill where it stands.

Accepted are: an item of a list of skills; a name written as the taxonomy writes it beside a cue
word ("using Go", "Rust developer", "Languages: R"); one in a row with other skills ("Python, Go
and Java"). Everything else is taken for the word ("excel at", "spring 2020", "a swift answer").
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from app.engine.taxonomy.forms import Form, Surety
from app.engine.taxonomy.model import Mention
from app.engine.taxonomy.normalize import folded_name
from app.engine.taxonomy.tables import Words

ROW_OF_AMBIGUOUS = 3
"""So many ambiguous names in one row are a list of skills ("Word, Excel, Access")."""

_AND = r"(?:and|or|und|oder|et|ou|y|e|&)"
_GAP = re.compile(rf"[\s,;|/•·+()\[\]\-–—]{{0,6}}(?:{_AND}\s{{1,3}})?", re.IGNORECASE)
_OPENS = re.compile(
    rf"(?:^|[,;|/•·▪●◦*()\[\]{{}}:>+\n\t–—]|\s-|\s{{2}}|\b{_AND}\s)\s*$", re.IGNORECASE
)
_CLOSES = re.compile(
    rf"\s*(?:v?\d+(?:\.\d+)*\+?)?\s*"
    rf"(?:$|[,;|/•·▪●◦*()\[\]{{}}:>+\n\t–—]|\.(?:\s|$)|-\s|\s{{2}}|{_AND}\s)",
    re.IGNORECASE,
)
_SENTENCE_GOES_ON = re.compile(
    r"\s+(?:for|with|using|on|to|in|is|are|was|were|preferred|required|desired|would|will|from)\b"
)
_IN = re.compile(r"\bin\s+$")
_INITIALS = re.compile(r"[A-Z]\.\s?[A-Z]\.")
_YEAR = re.compile(r"\s*,?\s*(?:['’]\s?\d\d|(?:19|20)\d\d)\b")
_TOUCHES_ONE_LETTER = "-&'’"
_WORDS_LOOKED_AT = 40


@dataclass(frozen=True, slots=True)
class Candidate:
    """A form found in the text: half-open range of the original."""

    start: int
    end: int
    form: Form


class ContextRules:
    """The rules, with the cue words of one taxonomy."""

    def __init__(self, words: Words) -> None:
        self._before = _any_word(words.before, r"(?:^|.*[^\w])", r"[\s:]*$")
        self._after = _any_word(words.after, r"\s+", r"\b")
        self._labels = _any_word(words.labels, r".*\b", r"\s*(?:\([^)]*\))?\s*[:\-–]\s*$")
        self._times_and_places = frozenset(folded_name(name) for name in words.times_and_places)

    def accept(self, text: str, candidates: Sequence[Candidate], *, listing: bool) -> list[Mention]:
        """The candidates that are skills, in the order of the text."""
        candidates = [c for c in candidates if not self._is_something_else(text, c)]
        rules: dict[int, str] = {}
        for place, candidate in enumerate(candidates):
            rule = self._alone(text, candidate, listing=listing)
            if rule:
                rules[place] = rule
        _spread_to_neighbours(text, candidates, rules)
        _accept_rows(text, candidates, rules)
        return [
            Mention(c.form.skill, c.start, c.end, rules[place])
            for place, c in enumerate(candidates)
            if place in rules and c.form.skill is not None
        ]

    def _alone(self, text: str, candidate: Candidate, *, listing: bool) -> str | None:
        """The rule that accepts ``candidate`` without looking at its neighbours."""
        form = candidate.form
        if form.surety is Surety.PLAIN:
            return "name"
        cased = _is_cased(text, candidate)
        if cased and form.surety is Surety.CASED:
            return "case"
        if listing and _is_item(text, candidate):
            return "listed"
        return "cue" if cased and self._has_cue(text, candidate) else None

    def _is_something_else(self, text: str, candidate: Candidate) -> bool:
        """A letter within "R&D" or "C-level" or of somebody's initials, a season with its year."""
        start, end = candidate.start, candidate.end
        if end - start == 1:
            around = text[max(start - 1, 0) : start] + text[end : end + 1]
            is_inside = any(char in _TOUCHES_ONE_LETTER for char in around)
            return is_inside or _INITIALS.match(text[start : end + 4]) is not None
        return self._is_time_or_place(candidate) and _YEAR.match(text, end) is not None

    def _is_time_or_place(self, candidate: Candidate) -> bool:
        form = candidate.form
        return form.surety is Surety.CONTEXT and folded_name(form.written) in self._times_and_places

    def _has_cue(self, text: str, candidate: Candidate) -> bool:
        line_start = text.rfind("\n", 0, candidate.start) + 1
        head = text[max(line_start, candidate.start - _WORDS_LOOKED_AT) : candidate.start]
        tail = text[candidate.end : candidate.end + _WORDS_LOOKED_AT]
        return bool(
            self._after.match(tail)
            or (self._labels.match(head) and _CLOSES.match(tail))
            or (self._before.match(head) and not _YEAR.match(tail))
            or (
                _IN.search(head)
                and _closes(text, candidate)
                and not self._is_time_or_place(candidate)
            )
        )


def _any_word(words: Sequence[str], left: str, right: str) -> re.Pattern[str]:
    choice = "|".join(re.escape(word) for word in sorted(words, key=lambda w: (-len(w), w)))
    return re.compile(f"{left}(?:{choice or '(?!)'}){right}", re.IGNORECASE | re.DOTALL)


def _is_cased(text: str, candidate: Candidate) -> bool:
    """Whether it is written as in the taxonomy; capitals do where a word would be rare."""
    written = text[candidate.start : candidate.end]
    if written == candidate.form.written:
        return True
    return candidate.form.surety is Surety.CASED and written.isupper() and len(written) > 2


def _is_item(text: str, candidate: Candidate) -> bool:
    """Whether nothing but separators stands around: the candidate is a whole item of a row."""
    return _opens(text, candidate) and _closes(text, candidate)


def _opens(text: str, candidate: Candidate) -> bool:
    return _OPENS.search(text[max(0, candidate.start - 8) : candidate.start]) is not None


def _closes(text: str, candidate: Candidate) -> bool:
    return _CLOSES.match(text, candidate.end) is not None


def _joined(text: str, left: Candidate, right: Candidate) -> bool:
    """Whether only separators stand between the two."""
    return _GAP.fullmatch(text, left.end, right.start) is not None


def _spread_to_neighbours(
    text: str, candidates: Sequence[Candidate], rules: dict[int, str]
) -> None:
    """Accept names in one row with an accepted one, forwards and then backwards."""
    for place in range(1, len(candidates)):
        left, here = candidates[place - 1], candidates[place]
        after = candidates[place + 1] if place + 1 < len(candidates) else None
        if place in rules or place - 1 not in rules or not _joined(text, left, here):
            continue
        ends = _closes(text, here) or (after is not None and _joined(text, here, after))
        if ends or (_is_cased(text, here) and _SENTENCE_GOES_ON.match(text, here.end)):
            rules[place] = "neighbour"
    for place in range(len(candidates) - 2, -1, -1):
        here, right = candidates[place], candidates[place + 1]
        if place in rules or place + 1 not in rules or not _joined(text, here, right):
            continue
        if _opens(text, here) or _is_cased(text, here):
            rules[place] = "neighbour"


def _accept_rows(text: str, candidates: Sequence[Candidate], rules: dict[int, str]) -> None:
    row: list[int] = []
    for place, candidate in enumerate(candidates):
        fits = place not in rules and _is_cased(text, candidate) and _is_item(text, candidate)
        if row and not (fits and _joined(text, candidates[row[-1]], candidate)):
            _accept_row(row, rules)
            row = []
        if fits:
            row.append(place)
    _accept_row(row, rules)


def _accept_row(row: Sequence[int], rules: dict[int, str]) -> None:
    if len(row) >= ROW_OF_AMBIGUOUS:
        rules.update(dict.fromkeys(row, "row"))
