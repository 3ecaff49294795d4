"""Counts of right, read and labelled values, and the figures made of them."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from rapidfuzz.fuzz import ratio

Same = Callable[[Any, Any], float]
"""How alike two values are, 0 (different) to 1; at least :data:`ALIKE` counts as right."""

ALIKE = 0.85


@dataclass(frozen=True, slots=True)
class Tally:
    """Values of one field that were read, that are labelled, and that are both."""

    right: int = 0
    read: int = 0
    labelled: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(
            self.right + other.right, self.read + other.read, self.labelled + other.labelled
        )

    @property
    def precision(self) -> float:
        """Share of what was read that is right; 1 where nothing was read."""
        return self.right / self.read if self.read else 1.0

    @property
    def recall(self) -> float:
        """Share of what is labelled that was read; 1 where nothing is labelled."""
        return self.right / self.labelled if self.labelled else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of both; 1 where nothing was read and nothing is labelled."""
        both = self.read + self.labelled
        return 2 * self.right / both if both else 1.0


def exact(one: Any, other: Any) -> float:
    """1 for equal values."""
    return float(one == other)


def alike(one: str, other: str) -> float:
    """How alike two texts are, whatever their case and white space."""
    return float(ratio(" ".join(one.casefold().split()), " ".join(other.casefold().split())) / 100)


def all_alike(one: Sequence[Any], other: Sequence[Any]) -> float:
    """The least alike of the members; texts may differ a little, all else must be equal."""
    return min(
        alike(mine, theirs) if isinstance(mine, str) and isinstance(theirs, str) else mine == theirs
        for mine, theirs in zip(one, other, strict=True)
    )


def pairs(read: Sequence[Any], labelled: Sequence[Any], same: Same) -> list[tuple[int, int]]:
    """Positions of values that are the same, each used once, the most alike first."""
    likeness = sorted(
        (
            (-same(mine, theirs), i, j)
            for i, mine in enumerate(read)
            for j, theirs in enumerate(labelled)
        ),
    )
    found: list[tuple[int, int]] = []
    used_read, used_labelled = set(), set()
    for unlike, i, j in likeness:
        if -unlike >= ALIKE and i not in used_read and j not in used_labelled:
            used_read.add(i)
            used_labelled.add(j)
            found.append((i, j))
    return found


def tally(read: Sequence[Any], labelled: Sequence[Any], same: Same) -> Tally:
    """Compare two bags of values."""
    return Tally(len(pairs(read, labelled, same)), len(read), len(labelled))


def total(tallies: Iterable[Tally]) -> Tally:
    """Add up, for micro figures over documents."""
    return sum(tallies, Tally())
