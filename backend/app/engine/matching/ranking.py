"""Where each of many scores stands: ties are equal exact values."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

PERCENTILE_FROM = 5
"""Fewest applicants for whom a percentile is shown; among fewer it would say too much."""


@dataclass(frozen=True, slots=True)
class Ranking:
    """One place among ``total``.

    ``rank`` is 1 + those strictly above. ``percentile_below`` is the share of all that is strictly
    below, 0 to 1, and ``top_percent`` the rank as a percentage, rounded up; both are None under
    five applicants and for those without a score.
    """

    rank: int
    total: int
    percentile_below: Fraction | None
    top_percent: int | None


def rank(scores: Sequence[Fraction | None]) -> list[Ranking]:
    """The place of every score, in the order given; those without one come last together."""
    places: dict[Fraction | None, Ranking] = {}
    total, above = len(scores), 0
    counts = Counter(scores)
    missing = counts.pop(None, 0)
    for value in sorted((v for v in counts if v is not None), reverse=True):
        places[value] = place(above, counts[value], total)
        above += counts[value]
    if missing:
        places[None] = Ranking(above + 1, total, None, None)
    return [places[value] for value in scores]


def place(above: int, tied: int, total: int) -> Ranking:
    """The place of a score with ``above`` strictly above it and ``tied`` equal, itself included."""
    if total < PERCENTILE_FROM:
        return Ranking(above + 1, total, None, None)
    below = Fraction(total - above - tied, total)
    return Ranking(above + 1, total, below, -(-100 * (above + 1) // total))
