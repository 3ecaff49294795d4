"""Applications: made once per job, decided by the job's recruiter, taken back by the candidate."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from app.applications.models import Application, ApplicationStatus
from app.audit import service as audit
from app.jobs import service as jobs
from app.matches import service as matches
from app.matches.inputs import Pair
from app.platform.clock import now, today
from app.platform.errors import NotFound, Refusal
from app.platform.ids import uuid7
from app.resumes import service as resumes

_NEXT: dict[ApplicationStatus, frozenset[str]] = {
    "applied": frozenset({"reviewed", "shortlisted", "rejected", "offered"}),
    "reviewed": frozenset({"shortlisted", "rejected", "offered"}),
    "shortlisted": frozenset({"reviewed", "rejected", "offered"}),
    "rejected": frozenset({"reviewed", "shortlisted"}),
    "offered": frozenset({"reviewed", "shortlisted", "rejected"}),
    "withdrawn": frozenset(),
}
"""What a recruiter may make of each status; a decision can be taken back, a withdrawal cannot."""


class AlreadyApplied(Refusal):
    """There is a live application of this candidate to this job."""

    status, code, title = 409, "already-applied", "You have applied to this job already"


class JobClosed(Refusal):
    """The job takes no applications."""

    status, code, title = 400, "job-closed", "This job takes no applications"


class ResumeNotReady(Refusal):
    """The resume is not parsed."""

    status, code, title = 400, "resume-not-ready", "This resume is not ready"


class StatusRefused(Refusal):
    """The application cannot go from its status to that one."""

    status, code, title = 409, "status-refused", "The status cannot change that way"


@dataclass(frozen=True, slots=True)
class Applicant:
    """One row of a job's ranking before names are added."""

    application: Application
    parsed_json: dict[str, Any]
    pair: Pair


def apply(session: Session, candidate_id: UUID, job_id: UUID, resume_id: UUID) -> Application:
    """Apply with the score and evidence of this moment.

    A withdrawn application is opened again, its history stays in the events. Raises NotFound,
    JobClosed, ResumeNotReady, AlreadyApplied.
    """
    resume = resumes.get_own(session, candidate_id, resume_id)
    job = jobs.get_visible(session, job_id, None)
    if not jobs.takes_applications(job):
        raise JobClosed("It is closed. Look at the open jobs for similar ones.")
    scorable_resume = resumes.scorable(resume)
    if scorable_resume is None:
        raise ResumeNotReady(
            "Please wait for resume processing to finish, then apply again."
            if resume.status in {"pending", "parsing"}
            else "It could not be read. Upload another export of it first."
        )
    application = _open(session, candidate_id, job_id)
    application.resume_id = resume_id
    scorable_job = jobs.scorable(job)
    if scorable_job is not None:
        scores = matches.recorded(session, [(scorable_job, scorable_resume)], today())
        application.score_record_id = scores[job_id, resume_id].record_id
    _insert_once(session, application)
    audit.record(
        session,
        "application_submitted",
        ("application", application.id),
        user_id=candidate_id,
        payload={"job_id": str(job_id), "resume_id": str(resume_id)},
    )
    return application


def _open(session: Session, candidate_id: UUID, job_id: UUID) -> Application:
    earlier = session.scalar(
        select(Application)
        .where(Application.job_id == job_id, Application.candidate_id == candidate_id)
        .with_for_update()
    )
    if earlier is None:
        return Application(id=uuid7(), job_id=job_id, candidate_id=candidate_id)
    if earlier.status != "withdrawn":
        raise AlreadyApplied(f"Its status is {earlier.status}. You find it in your applications.")
    earlier.status = "applied"
    earlier.created_at = earlier.updated_at = now()
    return earlier


def _insert_once(session: Session, application: Application) -> None:
    try:
        with session.begin_nested():
            session.add(application)
    except IntegrityError as error:
        raise AlreadyApplied("You find it in your applications.") from error
    session.refresh(application)


def withdraw(session: Session, candidate_id: UUID, application_id: UUID) -> Application:
    """Take an application back; doing it twice changes nothing.

    Raises NotFound, and StatusRefused once it was rejected.
    """
    application = session.get(Application, application_id, with_for_update=True)
    if application is None or application.candidate_id != candidate_id:
        raise NotFound("You have no application with this id.")
    if application.status == "rejected":
        raise StatusRefused("It has been decided, so there is nothing left to withdraw.")
    if application.status != "withdrawn":
        _change(session, application, "withdrawn", candidate_id, "application_withdrawn")
    return application


def set_status(
    session: Session,
    recruiter_id: UUID,
    application_id: UUID,
    status: ApplicationStatus,
    *,
    rejection_reason: str | None,
    recruiter_notes: str | None,
) -> Application:
    """Decide on an application to one's own job; raises NotFound, StatusRefused."""
    application = session.get(Application, application_id, with_for_update=True)
    if application is None:
        raise NotFound("There is no application with this id to a job of yours.")
    job = jobs.by_id(session, {application.job_id})[application.job_id]
    if job.recruiter_id != recruiter_id:
        raise NotFound("There is no application with this id to a job of yours.")
    if status != application.status and status not in _NEXT[application.status]:
        raise StatusRefused(f"It is {application.status} and cannot become {status}.")
    if recruiter_notes is not None:
        application.recruiter_notes = recruiter_notes
    if rejection_reason is not None or status != application.status:
        application.rejection_reason = rejection_reason
    if status != application.status:
        _change(session, application, status, recruiter_id, "application_status_changed")
    session.flush()
    session.refresh(application)
    return application


def _change(
    session: Session,
    application: Application,
    status: ApplicationStatus,
    actor_id: UUID,
    event: audit.EventType,
) -> None:
    old = application.status
    application.status = status
    session.flush()
    session.refresh(application)
    audit.record(
        session,
        event,
        ("application", application.id),
        user_id=actor_id,
        payload={"old_status": old, "new_status": status},
    )


def list_own(
    session: Session, candidate_id: UUID, limit: int, offset: int
) -> tuple[list[Application], int]:
    """Return a page of the candidate's applications, newest first, and how many there are."""
    own = Application.candidate_id == candidate_id
    query = (
        select(Application)
        .where(own)
        .order_by(Application.created_at.desc(), Application.id.desc())
        .limit(limit)
        .offset(offset)
    )
    total = session.scalar(select(func.count()).select_from(Application).where(own)) or 0
    return list(session.scalars(query)), total


def applicants(session: Session, job: jobs.ScorableJob) -> list[Applicant]:
    """Return every live application to a job with what was read from its resume."""
    query = select(Application).where(
        Application.job_id == job.id, Application.status != "withdrawn"
    )
    live = list(session.scalars(query.order_by(Application.created_at, Application.id)))
    parsed = resumes.parsed(session, {application.resume_id for application in live})
    found = []
    for application in live:
        resume = parsed[application.resume_id]
        scorable_resume = resumes.scorable(resume)
        if scorable_resume is not None:
            found.append(Applicant(application, resume.parsed_json or {}, (job, scorable_resume)))
    return found


def was_sent_to(session: Session, resume_id: UUID, recruiter_id: UUID) -> bool:
    """Say whether a live application sent this resume to a job of this recruiter."""
    query = select(Application.job_id).where(
        Application.resume_id == resume_id, Application.status != "withdrawn"
    )
    job_ids = set(session.scalars(query))
    return any(job.recruiter_id == recruiter_id for job in jobs.by_id(session, job_ids).values())
