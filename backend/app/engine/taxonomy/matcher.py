"""Skills in a text: the longest form wins, names that are common words need their context."""

import re
from collections.abc import Iterator

from app.engine.taxonomy.context import ContextRules
from app.engine.taxonomy.forms import Candidate, Form, skill_forms
from app.engine.taxonomy.model import Mention
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
        folded = fold(text)
        found = longest(self._index.hits(folded, text))
        candidates = [
            Candidate(*folded.span(hit.start, hit.end), hit.value)
            for hit in found
            if hit.value.skill is not None
        ]
        outside = list(_outside_addresses(text, candidates)) if candidates else []
        return tuple(self._context.accept(text, outside, listing=listing))


def _outside_addresses(text: str, candidates: list[Candidate]) -> Iterator[Candidate]:
    """Candidates but for those inside an address; one that is all of it stays (Socket.io)."""
    addresses = (
        [found.span() for found in _ADDRESS.finditer(text)] if _ADDRESS_HINT.search(text) else []
    )
    for candidate in candidates:
        here = (candidate.start, candidate.end)
        if not any(a[0] <= here[0] and here[1] <= a[1] and a != here for a in addresses):
            yield candidate
