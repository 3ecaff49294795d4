"""Names of skills that mean something else where they stand: an employer, a link, a place.

"Stripe, Software Engineer" names a firm, "GitHub: jdoe" an account, "Montréal, QC" a province,
"Bureau of Water Quality" an office, "R&D" no language. The names and words are data.
"""

import re
from collections.abc import Iterable, Sequence

from app.engine.taxonomy.forms import Candidate, Surety
from app.engine.taxonomy.normalize import folded_name
from app.engine.taxonomy.tables import Words

WORDS_LOOKED_AT = 60
"""So many characters beside a name may say what it is."""

_INITIALS = re.compile(r"[A-Z]\.\s?[A-Z]\.")
_YEAR = re.compile(r"\s*,?\s*(?:['’]\s?\d\d|(?:19|20)\d\d)\b")
_TOUCHES_ONE_LETTER = "-&'’"
_CITY_BEFORE = re.compile(r"(?:^|[\s(|])[^\W\d_a-z][^\W\d_]+(?:[ -][^\W\d_]+){0,2},\s*$")
_CAPITALS = r"(?:[A-Z][\w&'’-]*\s+)"
_ROLE = (
    r"(?:Engineer|Developer|Designer|Manager|Analyst|Intern|Architect|Consultant|Scientist"
    r"|Director|Administrator|Specialist|Lead|Programmer|Researcher)\b"
)
_ROLE_AFTER = re.compile(rf"\s*(?:,|\s[-–—|])\s+{_CAPITALS}{{0,3}}{_ROLE}")
_ROLE_BEFORE = re.compile(rf"{_ROLE}\s*(?:,|at|@)\s+$")
_AT = re.compile(
    r"(?<!proficient )(?<!expert )(?<!skilled )(?<!experienced )\b(?:[Aa]t|[Jj]oined|@)\s+$"
)
_ACCOUNT = re.compile(r"\s*:\s*@?[\w-]+(?:\.[\w-]+)*/?\s*(?:$|[|•·,;\n])")
_LINKS = re.compile(
    r"\b(?:LinkedIn|Portfolio|Website|Twitter)\b(?!\s+(?:ads|marketing))", re.IGNORECASE
)
MAX_LINE_OF_LINKS = 100


class OtherMeanings:
    """The rules, with the words of one taxonomy."""

    def __init__(self, words: Words) -> None:
        self._times_and_places = frozenset(folded_name(name) for name in words.times_and_places)
        self._employers = frozenset(folded_name(name) for name in words.employers)
        self._accounts = frozenset(folded_name(name) for name in words.accounts)
        self._organization = re.compile(
            rf"\s+{_CAPITALS}{{0,2}}(?:{_any_of(words.organizations)})(?!\w)"
        )
        self._part_of = re.compile(
            rf"\b(?:{_any_of(words.offices)})\s+(?:of|for)\s+(?:the\s+)?"
            rf"(?:{_CAPITALS}(?:and\s+|of\s+|&\s+)?){{0,3}}$"
        )

    def without(
        self, text: str, candidates: Sequence[Candidate], *, listing: bool
    ) -> list[Candidate]:
        """The candidates that may be meant as skills; a list of skills holds no cities."""
        ends = {candidate.end for candidate in candidates}
        return [
            candidate
            for candidate in candidates
            if not self._is_something_else(text, candidate)
            and (listing or not self._is_region(text, candidate, ends))
        ]

    def is_time_or_place(self, candidate: Candidate) -> bool:
        """Whether it is a name that is also a season or a place, as "Spring" and "Phoenix" are."""
        form = candidate.form
        return form.surety is Surety.CONTEXT and folded_name(form.written) in self._times_and_places

    def _is_something_else(self, text: str, candidate: Candidate) -> bool:
        start, end = candidate.start, candidate.end
        if end - start == 1:
            return _is_letter_of_a_word(text, start, end)
        if self.is_time_or_place(candidate) and _YEAR.match(text, end):
            return True
        if not text[start].isupper():
            return False
        before = text[max(0, start - WORDS_LOOKED_AT) : start]
        if self._organization.match(text, end) or self._part_of.search(before):
            return True
        name = folded_name(text[start:end])
        if name in self._employers and _is_employer(text, before, end):
            return True
        return name in self._accounts and _is_account(text, start, end)

    def _is_region(self, text: str, candidate: Candidate, ends: set[int]) -> bool:
        """Whether two letters name the region of the place before them, which is no skill."""
        start, end = candidate.start, candidate.end
        if end - start != len("QC") or start - len(", ") in ends:
            return False
        before = text[max(0, start - WORDS_LOOKED_AT) : start]
        return self.is_time_or_place(candidate) and _CITY_BEFORE.search(before) is not None


def is_year_next(text: str, place: int) -> bool:
    """Whether a year stands at ``place``."""
    return _YEAR.match(text, place) is not None


def _any_of(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in words) or "(?!)"


def _is_letter_of_a_word(text: str, start: int, end: int) -> bool:
    """A letter within "R&D" or "C-level" or of somebody's initials."""
    around = text[max(start - 1, 0) : start] + text[end : end + 1]
    is_inside = any(char in _TOUCHES_ONE_LETTER for char in around)
    return is_inside or _INITIALS.match(text[start : end + 4]) is not None


def _is_employer(text: str, before: str, end: int) -> bool:
    return bool(_ROLE_AFTER.match(text, end) or _ROLE_BEFORE.search(before) or _AT.search(before))


def _is_account(text: str, start: int, end: int) -> bool:
    """Whether a user's name follows, or the line is a row of links ("LinkedIn | GitHub")."""
    if _ACCOUNT.match(text, end):
        return True
    first, last = max(0, start - MAX_LINE_OF_LINKS), end + MAX_LINE_OF_LINKS
    line = text[first:start].rpartition("\n")[2] + text[start:last].partition("\n")[0]
    return len(line) <= MAX_LINE_OF_LINKS and _LINKS.search(line) is not None
