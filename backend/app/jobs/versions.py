"""Versions of a posting: its text may change, but what it asked for before stays on record."""

from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.engine.documents.errors import DocumentError
from app.engine.documents.read import read_document
from app.engine.jobs.model import JobReading, Requirements
from app.engine.jobs.read import read_job
from app.engine.jobs.wire import parsed_json
from app.engine.taxonomy.load import builtin_taxonomy
from app.jobs.models import Job, JobVersion
from app.matches import service as matches
from app.platform import immutable
from app.platform.clock import now, today
from app.platform.errors import Refusal
from app.platform.version import VERSION


class JobUnreadable(Refusal):
    """The new text cannot be read, so nothing is changed."""

    status, code, title = 422, "job-unreadable", "The text cannot be read"


def read(title: str, raw_description: str) -> JobReading:
    """Read a posting as of today; raises DocumentError."""
    document = read_document(raw_description.encode(), "posting.txt")
    return read_job(title, document, builtin_taxonomy(), today())


def read_edit(title: str, raw_description: str) -> JobReading:
    """Read the text of an edit; raises JobUnreadable."""
    try:
        return read(title, raw_description)
    except DocumentError as error:
        raise JobUnreadable(str(error)) from error


def keep(session: Session, job: Job, reading: JobReading, edited_by: UUID | None) -> None:
    """Make ``reading`` what the job asks for, and put it on record as the job's next version."""
    job.parsed_json = parsed_json(reading)
    ask(session, job, reading.requirements)
    job.quality_score = reading.quality_score
    job.analysis_error = None
    job.analyzed_at = now()
    last = select(func.max(JobVersion.number)).where(JobVersion.job_id == job.id)
    job.version = (session.scalar(last) or 0) + 1
    session.add(
        JobVersion(
            job_id=job.id,
            number=job.version,
            title=job.title,
            raw_description=job.raw_description,
            parsed_json=job.parsed_json,
            quality_score=job.quality_score,
            requirements_hash=job.requirements_hash,
            edited_by=edited_by,
        )
    )


def ask(session: Session, job: Job, requirements: Requirements) -> None:
    """Make these the requirements of the job, as the readers of this release found them."""
    job.requirements_hash = immutable.store(session, "requirements", requirements)
    job.taxonomy_version, job.reader_version = builtin_taxonomy().version, VERSION
    matches.forget_job(session, job.id)


def of_job(session: Session, job_id: UUID) -> list[JobVersion]:
    """Return the versions of a job, newest first."""
    query = select(JobVersion).where(JobVersion.job_id == job_id)
    return list(session.scalars(query.order_by(JobVersion.number.desc())))
