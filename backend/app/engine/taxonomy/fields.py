"""Fields of study: wordings to families, and which families are near each other."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app.engine.taxonomy.normalize import fold, folded_name
from app.engine.taxonomy.phrases import PhraseIndex, longest
from app.engine.taxonomy.tables import FieldFamily


@dataclass(frozen=True, slots=True)
class FieldMention:
    """A family named in a text: half-open range of the text."""

    family: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Wording:
    family: str
    token: str | None = None


class FieldReader:
    """Built once for a taxonomy; everything it answers is a pure function of the text."""

    def __init__(self, families: Sequence[FieldFamily]) -> None:
        self._families = {family.name: family for family in families}
        self._index: PhraseIndex[_Wording] = PhraseIndex(_wordings(families))
        self._related = {
            frozenset((family.name, other)) for family in families for other in family.related
        }

    def mentions(self, text: str) -> tuple[FieldMention, ...]:
        """Every family named in ``text``, longest wordings first chosen, in order."""
        folded = fold(text)
        hits = [
            hit
            for hit in self._index.hits(folded, text)
            if hit.value.token is None
            or text[slice(*folded.span(hit.start, hit.end))] == hit.value.token
        ]
        return tuple(
            FieldMention(hit.value.family, *folded.span(hit.start, hit.end))
            for hit in longest(hits)
        )

    def named(self, text: str) -> tuple[str, ...]:
        """Families named in ``text``, each once."""
        return tuple(dict.fromkeys(mention.family for mention in self.mentions(text)))

    def opened(self, families: Iterable[str]) -> tuple[str, ...]:
        """The families with the members of each umbrella after it."""
        together: list[str] = []
        for name in families:
            together += [name, *self._families[name].members]
        return tuple(dict.fromkeys(together))

    def with_related(self, families: Sequence[str]) -> tuple[str, ...]:
        """The families, then their neighbours (not umbrellas) in the order of the tables."""
        near = [
            other
            for other in self._families
            if any(frozenset((name, other)) in self._related for name in families)
        ]
        return tuple(dict.fromkeys((*families, *near)))

    def related(self, a_field: str, b_field: str) -> bool:
        """Whether the two are the same, neighbours, or umbrella and member."""
        return (
            a_field == b_field
            or frozenset((a_field, b_field)) in self._related
            or self._is_member(a_field, b_field)
            or self._is_member(b_field, a_field)
        )

    def _is_member(self, umbrella: str, name: str) -> bool:
        return umbrella in self._families and name in self._families[umbrella].members


def _wordings(families: Sequence[FieldFamily]) -> dict[str, _Wording]:
    forms: dict[str, _Wording] = {}
    for family in families:
        for token in family.tokens:
            forms.setdefault(folded_name(token), _Wording(family.name, token))
        for wording in family.wordings:
            for form in _variants(folded_name(wording)):
                forms.setdefault(form, _Wording(family.name))
    return forms


def _variants(folded: str) -> tuple[str, ...]:
    if " and " not in folded:
        return (folded,)
    return folded, folded.replace(" and ", " & "), folded.replace(" and ", "/")
