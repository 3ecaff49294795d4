from typing import Any, Literal
from uuid import UUID

from pydantic import BaseModel, Field

MatchStatus = Literal["scored", "no_score", "resume_pending", "resume_failed", "job_not_analysed"]


class RankingRead(BaseModel):
    """The place among a job's applicants; percentages only where there are five or more."""

    rank: int = Field(ge=1, description="One more than the applicants strictly above.")
    total: int = Field(ge=1)
    percentile: int | None = Field(default=None, description="Percent of applicants below.")
    top_percent: int | None = Field(default=None, description="Top so many percent.")


class MatchRead(BaseModel):
    """How a resume fits a job: every point with its reason and its lines.

    ``status`` says why there is no score where there is none. ``id`` names the unchangeable record.
    """

    id: UUID | None = None
    status: MatchStatus
    score: int | None = Field(default=None, ge=0, le=100)
    breakdown: dict[str, Any] | None = None
    explanation: str
    ranking: RankingRead | None = None
