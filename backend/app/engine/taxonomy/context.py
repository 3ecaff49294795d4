"""Whether a name that is also a common word is meant as a skill where it stands.

Accepted are: an item of a list of skills; a name written as the taxonomy writes it beside a cue
word ("using Go", "Rust developer", "Languages: R"); one in a row with other skills ("Python, Go
and Java"). Everything else is taken for the word ("excel at", "spring 2020", "a swift answer").
"""

import re
from collections.abc import Sequence

from app.engine.taxonomy.elsewhere import OtherMeanings, is_year_next
from app.engine.taxonomy.forms import Candidate, Surety
from app.engine.taxonomy.model import Mention
from app.engine.taxonomy.names import implications
from app.engine.taxonomy.tables import Tables

ROW_OF_AMBIGUOUS = 3
"""So many ambiguous names in one row are a list of skills ("Word, Excel, Access")."""

NEAR = 5
"""So many names before and after one may be its relatives."""
LONGEST_SENTENCE = 200
"""In characters, to either side; the bound keeps reading linear in the text."""

_AND = r"(?:and|or|und|oder|et|ou|y|e|&)"
_GAP = re.compile(
    rf"[\s,;|/•·+()\[\]\-–—]{{0,6}}(?:(?:{_AND}|with|mit|avec)\s{{1,3}})?", re.IGNORECASE
)
_OPENS = re.compile(
    rf"(?:^|[,;|/•·▪●◦*()\[\]{{}}:>+\n\t–—]|\s-|\s{{2}}|\b{_AND}\s)\s*$", re.IGNORECASE
)
_CLOSES = re.compile(
    rf"\s*(?:v?\d+(?:\.\d+)*\+?)?\s*"
    rf"(?:$|[,;|/•·▪●◦*()\[\]{{}}:>+\n\t–—]|\.(?:\s|$)|-\s|\s{{2}}|{_AND}\s)",
    re.IGNORECASE,
)
_SENTENCE_GOES_ON = re.compile(r"\s+[a-z]")
_SENTENCE_END = re.compile(r"[.;!?]\s|\n")
_SENTENCE_STARTS = re.compile(r"(?:^|[.!?:\n•*])\s*[-–—]?\s*$")
_TIME_BEFORE = re.compile(
    r"\b(?:in|during|last|this|next|of|since|until|by|from|each|every)\s$", re.IGNORECASE
)
_IN = re.compile(r"\bin\s+$")
_WORDS_LOOKED_AT = 40


class ContextRules:
    """The rules, with the cue words and the implications of one taxonomy."""

    def __init__(self, tables: Tables) -> None:
        words = tables.words
        self._before = _any_word(words.before, r"(?:^|.*[^\w])", r"[\s:]*$")
        self._after = _any_word(words.after, r"\s+", r"\b")
        self._labels = _any_word(words.labels, r".*\b", r"\s*(?:\([^)]*\))?\s*[:\-–]\s*$")
        self._elsewhere = OtherMeanings(words)
        self._categories = {skill.name: skill.category for skill in tables.skills}
        self._implied = implications(tables.skills)

    def accept(self, text: str, candidates: Sequence[Candidate], *, listing: bool) -> list[Mention]:
        """The candidates that are skills, in the order of the text."""
        candidates = self._elsewhere.without(text, candidates, listing=listing)
        rules: dict[int, str] = {}
        for place, candidate in enumerate(candidates):
            rule = self._alone(text, candidate, listing=listing)
            if rule:
                rules[place] = rule
        _spread_to_neighbours(text, candidates, rules)
        self._accept_rows(text, candidates, rules)
        self._accept_relatives(text, candidates, rules)
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

    def _has_cue(self, text: str, candidate: Candidate) -> bool:
        line_start = text.rfind("\n", 0, candidate.start) + 1
        head = text[max(line_start, candidate.start - _WORDS_LOOKED_AT) : candidate.start]
        tail = text[candidate.end : candidate.end + _WORDS_LOOKED_AT]
        return bool(
            self._after.match(tail)
            or (self._labels.match(head) and _CLOSES.match(tail))
            or (self._before.match(head) and not is_year_next(tail, 0))
            or (
                _IN.search(head)
                and _closes(text, candidate)
                and not self._elsewhere.is_time_or_place(candidate)
            )
        )

    def _accept_rows(
        self, text: str, candidates: Sequence[Candidate], rules: dict[int, str]
    ) -> None:
        """Accept rows of names written as skills: two of one category, or three of any."""
        row: list[int] = []
        for place, candidate in enumerate(candidates):
            fits = place not in rules and _is_cased(text, candidate)
            if row and not (fits and _joined(text, candidates[row[-1]], candidate)):
                self._accept_row(text, candidates, row, rules)
                row = []
            if fits:
                row.append(place)
        self._accept_row(text, candidates, row, rules)

    def _accept_row(
        self, text: str, candidates: Sequence[Candidate], row: Sequence[int], rules: dict[int, str]
    ) -> None:
        named = [candidates[place] for place in row]
        kinds = {self._categories.get(candidate.form.skill or "") for candidate in named}
        if len(named) < 2 or not _closes(text, named[-1]):
            return
        if len(named) >= ROW_OF_AMBIGUOUS or len(kinds) == 1:
            rules.update(dict.fromkeys(row, "row"))

    def _accept_relatives(
        self, text: str, candidates: Sequence[Candidate], rules: dict[int, str]
    ) -> None:
        """Accept "Spring" in a sentence with "Java": one of the two shows the other."""
        for place, candidate in enumerate(candidates):
            if place in rules or not _is_cased(text, candidate) or _is_first_word(text, candidate):
                continue
            first, last = _sentence(text, candidate)
            near = range(max(0, place - NEAR), min(len(candidates), place + NEAR + 1))
            others = [candidates[at] for at in near if rules.get(at, "relative") != "relative"]
            if any(first <= c.start < last and self._related(candidate, c) for c in others):
                rules[place] = "relative"

    def _related(self, candidate: Candidate, other: Candidate) -> bool:
        """Whether one shows the other, or both show a third, as two frameworks of Java do."""
        one, two = candidate.form.skill or "", other.form.skill or ""
        shown = {one, *self._implied.get(one, ())}
        return not shown.isdisjoint((two, *self._implied.get(two, ())))


def _is_first_word(text: str, candidate: Candidate) -> bool:
    """Whether its capital may be that of a sentence, or a word before it makes it a time."""
    before = text[max(0, candidate.start - _WORDS_LOOKED_AT) : candidate.start]
    return bool(_SENTENCE_STARTS.search(before) or _TIME_BEFORE.search(before))


def _sentence(text: str, candidate: Candidate) -> tuple[int, int]:
    """The range of the sentence or line around the candidate, as far as is looked at."""
    first, last = max(0, candidate.start - LONGEST_SENTENCE), candidate.end + LONGEST_SENTENCE
    end = _SENTENCE_END.search(text, candidate.end, last)
    for found in _SENTENCE_END.finditer(text, first, candidate.start):
        first = found.end()
    return first, end.start() if end else last


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
        if not _is_cased(text, here) and text[left.end : here.start].isspace():
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
