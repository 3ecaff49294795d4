"""Whether a confidence keeps its word: of what is said with 90, nine in ten should be right."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

BANDS: tuple[tuple[int, int], ...] = ((0, 49), (50, 69), (70, 79), (80, 89), (90, 94), (95, 100))


@dataclass(frozen=True, slots=True)
class Band:
    """Values said with a confidence of ``low`` to ``high``: how many, and how many are right."""

    low: int
    high: int
    said: int
    right: int
    mean_confidence: float

    @property
    def share_right(self) -> float:
        """Share that is right."""
        return self.right / self.said if self.said else 0.0


Claim = tuple[str, int, bool]
"""Field, confidence (0 to 100), and whether the value is right."""


def reliability(claims: Iterable[Claim], bands: Sequence[tuple[int, int]] = BANDS) -> list[Band]:
    """Bands that hold at least one value."""
    values = list(claims)
    table = []
    for low, high in bands:
        inside = [(said, right) for _, said, right in values if low <= said <= high]
        if inside:
            mean = sum(said for said, _ in inside) / len(inside)
            table.append(Band(low, high, len(inside), sum(r for _, r in inside), mean))
    return table


def sure_by_field(claims: Iterable[Claim], least: int = 90) -> dict[str, Band]:
    """For each field, the values said with ``least`` or more."""
    fields: dict[str, list[Claim]] = {}
    for claim in claims:
        fields.setdefault(claim[0], []).append(claim)
    table = {}
    for field, values in fields.items():
        found = reliability(values, ((least, 100),))
        if found:
            table[field] = found[0]
    return table
