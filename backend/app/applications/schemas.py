from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import BaseModel, Field, model_validator

from app.matches.schemas import MatchRead
from app.platform.wire import Body

Status = Literal["applied", "reviewed", "shortlisted", "rejected", "offered", "withdrawn"]


class ApplicationCreate(Body):
    """One click: the job, and which of my resumes."""

    job_id: UUID
    resume_id: UUID


class StatusChange(Body):
    """A recruiter's decision; reason and notes are private to the recruiter."""

    status: Literal["reviewed", "shortlisted", "rejected", "offered"]
    rejection_reason: Annotated[str | None, Field(max_length=500)] = None
    recruiter_notes: Annotated[str | None, Field(max_length=10_000)] = None

    @model_validator(mode="after")
    def _reason_of_rejections(self) -> "StatusChange":
        if self.rejection_reason is not None and self.status != "rejected":
            raise ValueError("rejection_reason goes with the status rejected")
        return self


class ApplicationRead(BaseModel):
    """An application as its candidate sees it; ``match`` is the score on the day of applying.

    Its explanation is the feedback: what counted, what was missing, and what closing it is worth.
    """

    id: UUID
    job_id: UUID
    job_title: str
    company: str | None = None
    resume_id: UUID
    status: Status
    created_at: datetime
    updated_at: datetime
    match: MatchRead | None = None


class ApplicantProfile(BaseModel):
    """What the resume shows, in short."""

    skills: list[str]
    projects: list[str]
    education: list[str]
    total_months: int


class ApplicantRead(BaseModel):
    """An application as the job's recruiter sees it; ``match`` is today's score."""

    application_id: UUID
    candidate_name: str
    candidate_email: str
    resume_id: UUID
    status: Status
    rejection_reason: str | None = None
    recruiter_notes: str | None = None
    applied_at: datetime
    updated_at: datetime
    profile: ApplicantProfile
    match: MatchRead
