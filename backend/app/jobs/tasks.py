"""What workers do with postings: analyse new ones, close those whose day has come."""

from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from app.audit import service as audit
from app.engine.documents.errors import DocumentError
from app.engine.jobs.model import JobReading, Requirements
from app.engine.jobs.wire import parsed_json
from app.jobs import service, versions
from app.jobs.models import Job
from app.platform.clock import now
from app.platform.database import transaction
from app.platform.logging import get_logger
from app.platform.runtime import Runtime
from app.platform.work import Chore, Run, Work
from app.skills import unknown

GIVEN_UP = "The text could not be analysed. The job is shown without scores."
CLOSE_EVERY_SECONDS = 300
NOTHING_ASKED = Requirements(level="mid", slots=(), experience=None, education=None)

log = get_logger(__name__)


def analyse(run: Run) -> None:
    """Read the posting and store what it asks for and how good it is."""
    job_id, again = UUID(run.payload["job_id"]), run.payload.get("again", False)
    with transaction(run.runtime.sessions) as session:
        job = session.get(Job, job_id)
        given = None if job is None else (job.title, job.raw_description)
    if given is None:
        with run.finish():
            log.info("job_gone")
        return
    title, text = given
    try:
        reading = versions.read(title, text)
    except DocumentError as error:
        with run.finish() as session:
            if not again:
                _open_without_analysis(session, job_id, str(error))
    else:
        with run.finish() as session:
            _store(session, job_id, reading, again=again)


def _store(session: Session, job_id: UUID, reading: JobReading, *, again: bool) -> None:
    """Keep what was read as a version; reading ``again`` with the same result changes nothing."""
    job = session.get_one(Job, job_id, with_for_update=True)
    if again and job.parsed_json == parsed_json(reading):
        return
    versions.keep(session, job, reading, None if again else job.recruiter_id)
    _leave_analysis(job)
    unknown.note(session, "job", job_id, reading.unknown_skills)
    audit.record(
        session,
        "job_analyzed",
        ("job", job_id),
        user_id=job.recruiter_id,
        payload={
            "job_id": str(job_id),
            "quality_score": reading.quality_score,
            "red_flags": sum(finding.red_flag for finding in reading.findings),
        },
    )


def _open_without_analysis(session: Session, job_id: UUID, reason: str) -> None:
    job = session.get(Job, job_id, with_for_update=True)
    if job is None:
        return
    job.parsed_json = {}
    versions.ask(session, job, NOTHING_ASKED)
    job.analysis_error = reason
    job.publish = True
    _leave_analysis(job)
    audit.record(
        session,
        "job_analyzed",
        ("job", job_id),
        user_id=job.recruiter_id,
        payload={"job_id": str(job_id), "failed": True},
    )


def _leave_analysis(job: Job) -> None:
    job.analyzed_at = now()
    if job.status == "pending_analysis":
        job.status = "active" if job.publish else "draft"


def abandon_analysis(session: Session, payload: dict[str, Any]) -> None:
    """Let the job appear without analysis after the last try (A4.2)."""
    if not payload.get("again", False):
        _open_without_analysis(session, UUID(payload["job_id"]), GIVEN_UP)


def close_expired(session: Session, _: Runtime) -> int:
    """Close the jobs whose day has come."""
    return service.close_expired(session)


WORKS = (Work(service.ANALYSE_TASK, "medium", analyse, abandon_analysis),)
CHORES = (Chore("jobs.close_expired", CLOSE_EVERY_SECONDS, close_expired),)
