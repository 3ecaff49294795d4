from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from pydantic import BaseModel, Field


class ResumeSummary(BaseModel):
    """A resume in a list."""

    id: UUID
    original_filename: str
    file_size_bytes: int
    status: Literal["pending", "parsing", "parsed", "failed"]
    error_message: str | None = Field(default=None, description="Why reading failed, if it did.")
    created_at: datetime
    parsed_at: datetime | None = None
    needs_review: bool = Field(description="A person should look at what was read.")


class ResumeRead(ResumeSummary):
    """A resume with what was read from it: each fact with the lines that hold it."""

    parsed_json: dict[str, Any] | None = None
