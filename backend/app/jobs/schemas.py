from datetime import datetime, timedelta
from typing import Annotated, Any, Literal, Self
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, Field, field_validator, model_validator

from app.matches.schemas import MatchRead
from app.platform.clock import now
from app.platform.wire import Body, require_printable, require_text

MAX_TEXT_BYTES = 100_000
LONGEST_OPEN = timedelta(days=730)

Text = Annotated[str, Field(min_length=1, max_length=MAX_TEXT_BYTES)]


class JobText(Body):
    """What a posting says, as its recruiter writes it."""

    title: Annotated[str, Field(min_length=1, max_length=200, examples=["Backend Engineer"])]
    description: Annotated[
        Text, Field(examples=["Required: Python, PostgreSQL, 3-5 years. Salary: $90-110k. Remote."])
    ]
    requirements: Annotated[Text | None, Field(description="More text, read together.")] = None

    @field_validator("title")
    @classmethod
    def _one_line(cls, value: str) -> str:
        return require_printable(value)

    @field_validator("description", "requirements")
    @classmethod
    def _readable(cls, value: str | None) -> str | None:
        return None if value is None else require_text(value)

    @model_validator(mode="after")
    def _bounded(self) -> Self:
        if len(self.raw_description.encode()) > MAX_TEXT_BYTES:
            raise ValueError(f"the texts may have at most {MAX_TEXT_BYTES} bytes together")
        return self

    @property
    def raw_description(self) -> str:
        """The whole text as it is read."""
        if self.requirements is None:
            return self.description
        return f"{self.description}\n\nRequirements\n{self.requirements}"


class JobCreate(JobText):
    """A new posting; ``publish: false`` keeps it a draft once analysed."""

    publish: bool = True
    closes_at: Annotated[
        AwareDatetime | None, Field(description="The moment applications end.")
    ] = None

    @field_validator("closes_at")
    @classmethod
    def _in_time(cls, value: datetime | None) -> datetime | None:
        if value is not None and not now() < value < now() + LONGEST_OPEN:
            raise ValueError("must lie in the future, within two years")
        return value


class JobSummary(BaseModel):
    """A job in a list; ``match`` is the calling candidate's."""

    id: UUID
    title: str
    company: str | None = None
    status: Literal["draft", "pending_analysis", "active", "closed"]
    created_at: datetime
    closes_at: datetime | None = None
    quality_score: int | None = Field(default=None, ge=0, le=100)
    location: str | None = None
    work_arrangement: str | None = None
    required_skills: list[str] = []
    preferred_skills: list[str] = []
    match: MatchRead | None = None


class JobRead(JobSummary):
    """A job with its text and what was read from it."""

    raw_description: str
    version: int = Field(ge=1, description="Counts the edits; send it back with the next one.")
    parsed_json: dict[str, Any] | None = None
    analyzed_at: datetime | None = None
    analysis_error: str | None = Field(default=None, description="Why the text was not analysed.")
