from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from pydantic import BaseModel, Field, field_validator

from app.platform.wire import Body, require_text


class ResumeSummary(BaseModel):
    """A resume in a list."""

    id: UUID
    original_filename: str
    file_size_bytes: int
    status: Literal["pending", "parsing", "parsed", "failed"]
    error_message: str | None = Field(default=None, description="Why reading failed, if it did.")
    created_at: datetime
    parsed_at: datetime | None = None
    needs_review: bool = Field(description="What was read waits for a person to look at it.")
    review_decision: Literal["accepted", "unreadable"] | None = Field(
        default=None, description="What that person said of it."
    )


class ResumeRead(ResumeSummary):
    """A resume with what was read from it: each fact with the lines that hold it."""

    parsed_json: dict[str, Any] | None = None


class ReviewFlag(BaseModel):
    """Something odd about a reading: its code and line, without words of the resume."""

    code: str
    line: int | None = None


class ReviewItem(BaseModel):
    """A resume that waits for a person, with what an admin needs to choose it."""

    resume_id: UUID
    user_id: UUID = Field(description="Whose it is.")
    confidence: int = Field(ge=0, le=100)
    flags: list[ReviewFlag]
    created_at: datetime
    parsed_at: datetime


class ReviewBody(Body):
    """What a person says of a reading; the note is for admins."""

    decision: Literal["accepted", "unreadable"]
    note: str | None = Field(default=None, min_length=1, max_length=1000)

    @field_validator("note")
    @classmethod
    def _readable(cls, value: str | None) -> str | None:
        return None if value is None else require_text(value)


class ReviewRead(BaseModel):
    """A review that is closed."""

    resume_id: UUID
    decision: Literal["accepted", "unreadable"]
    note: str | None = None
    reviewed_at: datetime
    reviewed_by: UUID
