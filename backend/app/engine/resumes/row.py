"""One line of a resume prepared for reading."""

import re
from dataclasses import dataclass

from app.engine.documents.model import Line
from app.engine.resumes.periods import FoundPeriod

_CELLS = re.compile(r"\t+|\s+[|¦│·•⋄∙]\s*|\s{3,}")
DURATION = re.compile(
    r"\(?\b(?:\d+\s*(?:years?|yrs?\.?|months?|mos?\.?|ans?|mois|jahre?|monate?)[\s,]*)+\)?",
    re.IGNORECASE,
)
"""``3 yrs 2 mos``: how long something took."""

_SENTENCE_SIGNS = (".", ";", ":")
_SENTENCE_END = re.compile(r"[^\s.][a-z)]\.\s*$|[;:]\s*$")
_ABBREVIATION = re.compile(
    r"\b(?:Inc|Ltd|Co|Corp|Pvt|Pte|Jr|Sr|St|Dr|Dept|Univ|Eng|Tech|Sc|Sci|Hons|Mar|Present)\.\s*$"
)
_HEAD_WORDS = 16


@dataclass(frozen=True, slots=True)
class Row:
    """One line: ``text`` begins at ``offset`` of the line's text, after its bullet.

    ``paragraph`` marks the rows of running text that no bullet opens.
    """

    line: Line
    text: str
    offset: int
    bullet: bool
    continues: bool
    dates: tuple[FoundPeriod, ...]
    paragraph: bool = False

    @property
    def is_prose(self) -> bool:
        """Whether the row reads as a sentence or part of one, not as a heading of an entry."""
        if self.bullet or self.continues or self.paragraph:
            return True
        return reads_as_prose(self.text) and not self.has_edge_date

    @property
    def edge_date(self) -> FoundPeriod | None:
        """The period at the row's start or end (brackets and dots aside), or alone in a cell."""
        for found in reversed(self.dates):
            before = self.text[: found.start].rstrip(" (–—-|,:[")
            after = self.text[found.end :].lstrip(" )–—-|,:].·•")
            after = DURATION.sub("", after).strip(" )].") if after[:1].isdigit() else after
            if not before or not after or "\t" in self.text[found.end : found.end + 3]:
                return found
            if self.text[found.end :].lstrip(" )]").startswith(("(", "|", "·", "•", "\t")):
                return found
            if found.is_range and self.text[: found.start].rstrip(" ([").endswith(("\t", "|")):
                return found
        return None

    @property
    def has_edge_date(self) -> bool:
        """Whether a date stands at an edge and the row is no bullet."""
        return self.edge_date is not None

    @property
    def beside_date(self) -> str:
        """The text without the date that it opens with, if it does."""
        found = self.edge_date
        return self.text[found.end :].strip() if found and found.start == 0 else self.text

    def cells(self) -> tuple[str, ...]:
        """The parts that tabs, bars and wide gaps set apart, dates included."""
        return tuple(cell.strip() for cell in _CELLS.split(self.text) if cell.strip())


def reads_as_prose(text: str) -> bool:
    """Whether ``text`` is a sentence or too long to name an entry."""
    words = len(text.split())
    if words > _HEAD_WORDS:
        return True
    if words <= 5 or not text.rstrip().endswith(_SENTENCE_SIGNS):
        return False
    return _SENTENCE_END.search(text) is not None and not _ABBREVIATION.search(text)
