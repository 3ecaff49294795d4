"""Two rankings of the same people side by side: what changing the criteria or the rules does."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from app.engine.matching.ranking import rank


@dataclass(frozen=True, slots=True)
class Standing:
    """An exact score, None where there is none, and its rank (1 is best)."""

    exact: Fraction | None
    rank: int


@dataclass(frozen=True, slots=True)
class Move:
    """What one person's standing was and would be; ``index`` is the place in the input."""

    index: int
    before: Standing
    after: Standing
    was_shortlisted: bool
    is_shortlisted: bool

    @property
    def changes_score(self) -> bool:
        """Whether the exact score differs."""
        return self.before.exact != self.after.exact

    @property
    def changes_rank(self) -> bool:
        """Whether the rank differs."""
        return self.before.rank != self.after.rank

    @property
    def changes_shortlist(self) -> bool:
        """Whether the person would enter or leave the shortlist."""
        return self.was_shortlisted != self.is_shortlisted


def moves(
    before: Sequence[Fraction | None], after: Sequence[Fraction | None], shortlist: int
) -> tuple[Move, ...]:
    """Everybody whose score, rank or place on the shortlist would change, best after first.

    Both hold one score a person, in the same order. The shortlist are the ranks up to
    ``shortlist``, so ties at its end are all on it; who has no score never is.
    """
    ranks = zip(rank(before), rank(after), strict=True)
    found = [
        Move(
            index,
            Standing(old, old_place.rank),
            Standing(new, new_place.rank),
            old is not None and old_place.rank <= shortlist,
            new is not None and new_place.rank <= shortlist,
        )
        for index, (old, new, (old_place, new_place)) in enumerate(
            zip(before, after, ranks, strict=True)
        )
    ]
    changed = [move for move in found if move.changes_score or move.changes_rank]
    return tuple(sorted(changed, key=lambda move: (move.after.rank, move.before.rank)))
