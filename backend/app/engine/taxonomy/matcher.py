"""Skills in a text: the longest form wins, names that are common words need their context."""

import re
from collections.abc import Iterator

from app.engine.taxonomy.context import ContextRules
from app.engine.taxonomy.forms import Candidate, Form, skill_forms
from app.engine.taxonomy.model import ExplainedName, Mention
from app.engine.taxonomy.normalize import fold
from app.engine.taxonomy.phrases import PhraseIndex, longest
from app.engine.taxonomy.tables import Tables

# Addresses name hosts and accounts, not skills; ".net" is left out, it is a skill.
_ADDRESS = re.compile(
    r"(?:https?://|www\.)[^\s<>()]+"
    r"|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    r"|\b(?:[\w-]+\.)+(?:com|org|io|dev|in|me|co|ai|app|edu|gov|de|fr|uk|us)\b(?:/[^\s<>()]*)?",
    re.IGNORECASE,
)
_ADDRESS_HINT = re.compile(r"\.\w|@|://")


class SkillMatcher:
    """Built once for a taxonomy; finding is a pure function of the text."""

    def __init__(self, tables: Tables) -> None:
        self._index: PhraseIndex[Form] = PhraseIndex(skill_forms(tables))
        self._context = ContextRules(tables)

    def find(self, text: str, *, listing: bool = False) -> tuple[Mention, ...]:
        """Mentions in order, none overlapping. ``listing``: the text is a list of skills."""
        candidates = [c for c in self._longest(text) if c.form.skill is not None]
        outside = list(_outside_addresses(text, candidates)) if candidates else []
        return tuple(self._context.accept(text, outside, listing=listing))

    def explain(self, text: str, *, listing: bool = False) -> tuple[ExplainedName, ...]:
        """Every name of a skill that stands in ``text``, taken or not, with the rule of each."""
        taken = {(m.start, m.end): m.rule for m in self.find(text, listing=listing)}
        candidates = self._longest(text)
        outside = set(_outside_addresses(text, candidates))
        return tuple(
            ExplainedName(c.start, c.end, c.form.skill, c.form.written, _rule(c, taken, outside))
            for c in candidates
        )

    def _longest(self, text: str) -> list[Candidate]:
        """Names and phrases, the longest where some overlap; phrases that are no skill too."""
        folded = fold(text)
        return [
            Candidate(*folded.span(hit.start, hit.end), hit.value)
            for hit in longest(self._index.hits(folded, text))
        ]


def _rule(candidate: Candidate, taken: dict[tuple[int, int], str], outside: set[Candidate]) -> str:
    if candidate.form.skill is None:
        return "phrase"
    if candidate not in outside:
        return "address"
    return taken.get((candidate.start, candidate.end), "no context")


def _outside_addresses(text: str, candidates: list[Candidate]) -> Iterator[Candidate]:
    """Candidates but for those inside an address; one that is all of it stays (Socket.io)."""
    addresses = (
        [found.span() for found in _ADDRESS.finditer(text)] if _ADDRESS_HINT.search(text) else []
    )
    for candidate in candidates:
        here = (candidate.start, candidate.end)
        if not any(a[0] <= here[0] and here[1] <= a[1] and a != here for a in addresses):
            yield candidate
