from collections.abc import Sequence
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query
from sqlalchemy.orm import Session

from app.accounts import service as accounts
from app.accounts.auth import CandidateActor, RecruiterActor
from app.accounts.service import Person
from app.applications import ranking, service
from app.applications.models import Application
from app.applications.ranking import Ranked
from app.applications.schemas import (
    ApplicantProfile,
    ApplicantRead,
    ApplicationCreate,
    ApplicationRead,
    Status,
    StatusChange,
)
from app.applications.service import AlreadyApplied, JobClosed, ResumeNotReady, StatusRefused
from app.jobs import service as jobs
from app.matches import service as matches
from app.matches.views import match_read
from app.platform.database import ReadSession, WriteSession
from app.platform.errors import NotFound, Refusal, refusals
from app.platform.wire import Limit, Offset, Page

router = APIRouter(prefix="/api", tags=["applications"])


class JobNotAnalysed(Refusal):
    """Applicants cannot be ranked before the job is analysed."""

    status, code, title = 409, "job-not-analysed", "This job is not analysed yet"


@router.post(
    "/applications",
    status_code=201,
    responses=refusals(NotFound, JobClosed, ResumeNotReady, AlreadyApplied),
)
def apply(body: ApplicationCreate, actor: CandidateActor, session: WriteSession) -> ApplicationRead:
    """Apply to a job with a resume; score and evidence of this moment are kept with it."""
    application = service.apply(session, actor.id, body.job_id, body.resume_id)
    return _application_reads(session, [application])[0]


@router.get("/applications/me")
def list_my_applications(
    actor: CandidateActor, session: ReadSession, limit: Limit = 20, offset: Offset = 0
) -> Page[ApplicationRead]:
    """List the caller's applications with status and feedback, newest first."""
    applications, total = service.list_own(session, actor.id, limit, offset)
    items = _application_reads(session, applications)
    return Page(items=items, total=total, limit=limit, offset=offset)


@router.post("/applications/{application_id}/withdraw", responses=refusals(NotFound, StatusRefused))
def withdraw_application(
    application_id: UUID, actor: CandidateActor, session: WriteSession
) -> ApplicationRead:
    """Take an application back; applying again opens it again."""
    application = service.withdraw(session, actor.id, application_id)
    return _application_reads(session, [application])[0]


@router.patch("/applications/{application_id}/status", responses=refusals(NotFound, StatusRefused))
def set_application_status(
    application_id: UUID, body: StatusChange, actor: RecruiterActor, session: WriteSession
) -> ApplicantRead:
    """Decide on an application to one's own job."""
    application = service.set_status(
        session,
        actor.id,
        application_id,
        body.status,
        rejection_reason=body.rejection_reason,
        recruiter_notes=body.recruiter_notes,
    )
    rows = _ranked(session, actor.id, application.job_id)
    people = accounts.people(session, {application.candidate_id})
    row = next(row for row in rows if row[0].application.id == application_id)
    return _applicant_read(row, people[application.candidate_id])


@router.get("/recruiter/jobs/{job_id}/applicants", responses=refusals(NotFound, JobNotAnalysed))
def list_applicants(
    job_id: UUID,
    actor: RecruiterActor,
    session: WriteSession,
    status: Annotated[Status | None, Query(description="Only those with this status.")] = None,
    min_score: Annotated[
        int | None, Query(ge=0, le=100, description="Only those with at least this score.")
    ] = None,
    limit: Limit = 20,
    offset: Offset = 0,
) -> Page[ApplicantRead]:
    """List the applicants of one's own job, best match first; ranks are over all of them."""
    rows = [
        row
        for row in _ranked(session, actor.id, job_id)
        if (status is None or row[0].application.status == status)
        and (min_score is None or (row[1].score is not None and row[1].score >= min_score))
    ]
    page = rows[offset : offset + limit]
    people = accounts.people(session, {row[0].application.candidate_id for row in page})
    items = [_applicant_read(row, people[row[0].application.candidate_id]) for row in page]
    return Page(items=items, total=len(rows), limit=limit, offset=offset)


def _ranked(session: Session, recruiter_id: UUID, job_id: UUID) -> list[Ranked]:
    job = jobs.get_own(session, recruiter_id, job_id)
    scorable_job = jobs.scorable(job)
    if scorable_job is None:
        raise JobNotAnalysed("Applicants are ranked as soon as its analysis is done.")
    return ranking.ranked_applicants(session, scorable_job)


def _application_reads(
    session: Session, applications: Sequence[Application]
) -> list[ApplicationRead]:
    found_jobs = jobs.by_id(session, {application.job_id for application in applications})
    people = accounts.people(session, {job.recruiter_id for job in found_jobs.values()})
    records = matches.by_record(
        session, [a.score_record_id for a in applications if a.score_record_id is not None]
    )
    reads = []
    for application in applications:
        job = found_jobs[application.job_id]
        match = records.get(application.score_record_id) if application.score_record_id else None
        reads.append(
            ApplicationRead(
                id=application.id,
                job_id=job.id,
                job_title=job.title,
                company=people[job.recruiter_id].company,
                resume_id=application.resume_id,
                status=application.status,
                created_at=application.created_at,
                updated_at=application.updated_at,
                match=None if match is None else match_read(match),
            )
        )
    return reads


def _applicant_read(row: Ranked, person: Person) -> ApplicantRead:
    applicant, match, place = row
    application, parsed = applicant.application, applicant.parsed_json
    return ApplicantRead(
        application_id=application.id,
        candidate_name=person.name,
        candidate_email=person.email,
        resume_id=application.resume_id,
        status=application.status,
        rejection_reason=application.rejection_reason,
        recruiter_notes=application.recruiter_notes,
        applied_at=application.created_at,
        updated_at=application.updated_at,
        profile=ApplicantProfile(
            skills=[skill["skill"] for skill in parsed.get("skills", [])],
            projects=[project["title"] for project in parsed.get("projects", [])],
            education=[
                " at ".join(filter(None, (item["degree"], item["institution"])))
                for item in parsed.get("education", [])
            ],
            total_months=parsed.get("total_months", 0),
        ),
        match=match_read(match, place, "recruiter"),
    )
