from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from app.applications.schemas import Status
from app.jobs.schemas import JobText


class JobEdit(JobText):
    """A new text for a job: the version that was edited, and the confirmation of its preview."""

    version: Annotated[int, Field(ge=1)]
    confirmation: Annotated[str | None, Field(max_length=64)] = None


class JobVersionRead(BaseModel):
    """What a job said and asked for at one time."""

    model_config = ConfigDict(from_attributes=True)

    number: int = Field(ge=1)
    title: str
    raw_description: str
    parsed_json: dict[str, Any]
    quality_score: int | None = Field(default=None, ge=0, le=100)
    created_at: datetime


class MoveSide(BaseModel):
    """Where an applicant stands before or after an edit; ``exact`` is the score as a fraction."""

    score: int | None = Field(default=None, ge=0, le=100)
    exact: str | None = None
    rank: int = Field(ge=1)
    among_the_best: bool = Field(description="Whether the rank is ten or better.")


class ApplicantMove(BaseModel):
    """An applicant whose score or rank an edit would change."""

    application_id: UUID
    candidate_name: str
    status: Status
    before: MoveSide
    after: MoveSide


class EditPreviewRead(BaseModel):
    """What an edit would make of a job; ``version`` and ``confirmation`` go into the edit."""

    version: int = Field(ge=1)
    quality_score: int = Field(ge=0, le=100)
    parsed_json: dict[str, Any]
    applicants: int = Field(ge=0)
    moved: list[ApplicantMove]
    confirmation: str | None = Field(
        default=None, description="Null where the edit needs none: no applicant is affected."
    )
