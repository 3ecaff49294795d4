from datetime import datetime
from typing import Literal
from uuid import UUID

from pydantic import BaseModel, Field

from app.platform.wire import Body


class UnknownSkillRead(BaseModel):
    """A name that documents list as a skill and the taxonomy does not know."""

    id: UUID
    term: str = Field(description="As it was first written.")
    status: Literal["pending", "ignored", "added"]
    documents: int = Field(ge=0, description="How many resumes and postings hold it now.")
    first_seen: datetime
    last_seen: datetime


class UnknownSkillDecision(Body):
    """``ignored`` takes a name out of the queue, ``pending`` puts it back."""

    status: Literal["ignored", "pending"]
