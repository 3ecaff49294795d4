"""What a worker does with an uploaded resume."""

from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from app.audit import service as audit
from app.engine.documents.errors import DocumentError, ReadingFailed
from app.engine.resumes.model import Resume as ReadResume
from app.engine.resumes.profile import profile_of
from app.engine.resumes.quality import REVIEW_BELOW
from app.engine.resumes.wire import parsed_json
from app.matches import service as matches
from app.platform import immutable
from app.platform.clock import now, today
from app.platform.database import transaction
from app.platform.files import FileMissing
from app.platform.logging import get_logger
from app.platform.work import Run, Work
from app.resumes import evidence, review
from app.resumes.models import Resume
from app.resumes.reading import read_by, read_stored
from app.resumes.service import PARSE_TASK
from app.skills import unknown

GIVEN_UP = "We could not read this file. Try another export of it, best a PDF with selectable text."

log = get_logger(__name__)


def parse(run: Run) -> None:
    """Read the file in a guarded child and store its facts, or why it cannot be read."""
    resume_id, again = UUID(run.payload["resume_id"]), run.payload.get("again", False)
    with transaction(run.runtime.sessions) as session:
        resume = session.get(Resume, resume_id)
        if resume is None:
            key = None
        else:
            key, filename = resume.file_path, resume.original_filename
            resume.status = "parsed" if again else "parsing"
    if key is None:
        with run.finish():
            log.info("resume_gone")
        return
    try:
        reading = read_stored(run.runtime, key, filename)
    except (DocumentError, FileMissing) as error:
        with run.finish() as session:
            _fail(session, resume_id, error, keep=again)
    else:
        with run.finish() as session:
            _store(session, resume_id, reading)


def _store(session: Session, resume_id: UUID, reading: ReadResume) -> None:
    resume = session.get_one(Resume, resume_id, with_for_update=True)
    resume.parsed_json = parsed_json(reading, today())
    resume.profile_hash = immutable.store(session, "profile", profile_of(reading))
    resume.evidence_hash = evidence.keep(session, resume_id, reading)
    resume.taxonomy_version, resume.reader_version = read_by()
    review.await_person(resume, needed=reading.confidence < REVIEW_BELOW)
    resume.error_message = None
    resume.parsed_at = now()
    resume.status = "parsed"
    matches.forget_resume(session, resume_id)
    unknown.note(session, "resume", resume_id, reading.unknown_skills)
    audit.record(
        session,
        "resume_parsed",
        ("resume", resume_id),
        user_id=resume.user_id,
        payload={
            "resume_id": str(resume_id),
            "status": "parsed",
            "skills_extracted": len(reading.skills),
            "projects_found": len(reading.projects),
            "confidence": reading.confidence,
            "llm_tokens_used": 0,
        },
    )


def _fail(session: Session, resume_id: UUID, error: Exception, *, keep: bool) -> None:
    code = error.code if isinstance(error, DocumentError) else "file_missing"
    message = str(error) if isinstance(error, DocumentError) else GIVEN_UP
    _mark_failed(session, resume_id, code, message, keep=keep)


def _mark_failed(session: Session, resume_id: UUID, code: str, message: str, *, keep: bool) -> None:
    """Say that reading failed; where there is an earlier reading to ``keep`` it stays in force."""
    resume = session.get(Resume, resume_id, with_for_update=True)
    if resume is None:
        return
    if not keep:
        resume.status = "failed"
        resume.error_message = message
    audit.record(
        session,
        "resume_parse_failed",
        ("resume", resume_id),
        user_id=resume.user_id,
        payload={"resume_id": str(resume_id), "reason": code},
    )


def abandon_parse(session: Session, payload: dict[str, Any]) -> None:
    """Say that reading was given up after the last try."""
    resume_id, again = UUID(payload["resume_id"]), payload.get("again", False)
    _mark_failed(session, resume_id, ReadingFailed.code, GIVEN_UP, keep=again)


WORKS = (Work(PARSE_TASK, "high", parse, abandon_parse),)
