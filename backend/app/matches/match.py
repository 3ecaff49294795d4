from dataclasses import dataclass
from fractions import Fraction
from typing import Any
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Match:
    """The current score of a pair; ``exact`` orders, ``score`` shows."""

    record_id: UUID
    exact: Fraction | None
    score: int | None
    breakdown: dict[str, Any]
    explanation: str
    recruiter_explanation: str
