"""Jobs: posted, analysed by a worker, published, closed, listed and looked up."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import Session

from app.audit import service as audit
from app.jobs.models import Job
from app.platform import outbox
from app.platform.clock import now
from app.platform.errors import NotFound, Refusal
from app.platform.ids import uuid7

ANALYSE_TASK = "jobs.analyse"


class NotPublishable(Refusal):
    """The job is not a draft whose analysis is done."""

    status, code, title = 409, "not-publishable", "This job cannot be published now"


@dataclass(frozen=True, slots=True)
class ScorableJob:
    """What scoring needs to know of an analysed job, with what read it.

    A closed one is scored as of that day.
    """

    id: UUID
    requirements_hash: str
    taxonomy_version: str
    reader_version: str
    closed_on: date | None


def create(
    session: Session,
    recruiter_id: UUID,
    *,
    title: str,
    raw_description: str,
    publish: bool,
    closes_at: datetime | None,
) -> Job:
    """Keep the posting and, in the same transaction, the task that will analyse it."""
    job = Job(
        id=uuid7(),
        recruiter_id=recruiter_id,
        title=title,
        raw_description=raw_description,
        publish=publish,
        closes_at=closes_at,
    )
    session.add(job)
    session.flush()
    session.refresh(job)
    outbox.enqueue(session, ANALYSE_TASK, "medium", {"job_id": str(job.id)})
    audit.record(
        session,
        "job_created",
        ("job", job.id),
        user_id=recruiter_id,
        payload={"job_id": str(job.id), "publish": publish, "characters": len(raw_description)},
    )
    return job


def read_again(session: Session) -> int:
    """Queue every open job and draft for the reader of this release; returns how many.

    A posting that then asks for something else gets a new version, by nobody's edit.
    """
    analysed = Job.requirements_hash.is_not(None) & Job.status.in_(("active", "draft"))
    ids = list(session.scalars(select(Job.id).where(analysed)))
    for job_id in ids:
        outbox.enqueue(session, ANALYSE_TASK, "low", {"job_id": str(job_id), "again": True})
    return len(ids)


def publish(session: Session, recruiter_id: UUID, job_id: UUID) -> Job:
    """Make an analysed draft active; raises NotFound, NotPublishable."""
    job = get_own(session, recruiter_id, job_id, for_update=True)
    if job.status != "draft":
        raise NotPublishable(f"It is {job.status.replace('_', ' ')}, not an analysed draft.")
    job.status = "active"
    audit.record(session, "job_published", ("job", job.id), user_id=recruiter_id)
    return job


def get_visible(session: Session, job_id: UUID, viewer_id: UUID | None) -> Job:
    """Return an active or closed job to anyone, any job to its recruiter; raises NotFound."""
    job = session.get(Job, job_id)
    if job is None or (job.status not in {"active", "closed"} and job.recruiter_id != viewer_id):
        raise NotFound("There is no job with this id that you may see.")
    return job


def get_own(session: Session, recruiter_id: UUID, job_id: UUID, *, for_update: bool = False) -> Job:
    """Return the recruiter's own job; raises NotFound, also for another's."""
    job = session.get(Job, job_id, with_for_update=for_update or None)
    if job is None or job.recruiter_id != recruiter_id:
        raise NotFound("You have no job with this id.")
    return job


def by_id(session: Session, job_ids: set[UUID]) -> dict[UUID, Job]:
    """Return jobs by id, in one query."""
    return {job.id: job for job in session.scalars(select(Job).where(Job.id.in_(job_ids)))}


def list_active(session: Session, limit: int | None, offset: int) -> tuple[list[Job], int]:
    """Return a page of the open jobs, newest first, and how many there are."""
    query = select(Job).where(is_open()).order_by(Job.created_at.desc(), Job.id.desc())
    total = session.scalar(select(func.count()).select_from(Job).where(is_open())) or 0
    return list(session.scalars(query.limit(limit).offset(offset))), total


def list_own(
    session: Session, recruiter_id: UUID, limit: int, offset: int
) -> tuple[list[Job], int]:
    """Return a page of the recruiter's jobs in every state, newest first."""
    own = Job.recruiter_id == recruiter_id
    query = select(Job).where(own).order_by(Job.created_at.desc(), Job.id.desc())
    total = session.scalar(select(func.count()).select_from(Job).where(own)) or 0
    return list(session.scalars(query.limit(limit).offset(offset))), total


def is_open() -> ColumnElement[bool]:
    """Say which jobs take applications now."""
    return (Job.status == "active") & or_(Job.closes_at.is_(None), Job.closes_at > func.now())


def takes_applications(job: Job) -> bool:
    """Say whether this job is open, also in the minutes before the scheduler closes it."""
    return job.status == "active" and (job.closes_at is None or job.closes_at > now())


def scorable(job: Job) -> ScorableJob | None:
    """Return what scoring needs, or None before the job is analysed."""
    if job.requirements_hash is None or job.taxonomy_version is None or job.reader_version is None:
        return None
    closed_on = job.closed_at.date() if job.status == "closed" and job.closed_at else None
    return ScorableJob(
        id=job.id,
        requirements_hash=job.requirements_hash,
        taxonomy_version=job.taxonomy_version,
        reader_version=job.reader_version,
        closed_on=closed_on,
    )


def close_expired(session: Session) -> int:
    """Close the jobs whose day has come; returns how many."""
    due = select(Job).where(Job.status == "active", Job.closes_at <= func.now())
    jobs = list(session.scalars(due.with_for_update(skip_locked=True)))
    for job in jobs:
        job.status, job.closed_at = "closed", job.closes_at
        audit.record(session, "job_closed", ("job", job.id), payload={"reason": "closes_at"})
    return len(jobs)
