"""Resumes: taken in, handed to a worker, read once, and looked up by those who may."""

import errno
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.audit import service as audit
from app.engine.documents.errors import DocumentError, UnsupportedType
from app.engine.documents.kinds import media_kind
from app.engine.resumes.json_resume import json_resume
from app.platform import outbox
from app.platform.errors import NotFound, Refusal
from app.platform.files import Files
from app.platform.logging import get_logger
from app.platform.settings import Settings
from app.resumes.models import Resume

log = get_logger(__name__)

PARSE_TASK = "resumes.parse"
MAX_FILENAME_LENGTH = 255


class UploadRefused(Refusal):
    """The file cannot be a resume that we read."""

    status, title = 422, "The file cannot be read"

    def __init__(self, error: DocumentError) -> None:
        super().__init__(str(error))
        self.code = error.code.replace("_", "-")  # type: ignore[misc]


class UploadTooLarge(Refusal):
    """The file is over the size limit."""

    status, code, title = 413, "file-too-large", "The file is too large"


class StorageUnavailable(Refusal):
    """The file store takes nothing, most likely because its disk is full."""

    status, code, title = 507, "storage-unavailable", "The file could not be stored"


class ResumeNotParsed(Refusal):
    """Nothing has been read from the resume yet, or it cannot be read."""

    status, code, title = 409, "resume-not-parsed", "Nothing has been read from this resume"


@dataclass(frozen=True, slots=True)
class ScorableResume:
    """What scoring needs to know of a parsed resume, with what read it.

    ``is_uncertain`` says that its reading is not to be relied on and nobody has accepted it.
    """

    id: UUID
    candidate_id: UUID
    profile_hash: str
    evidence_hash: str
    taxonomy_version: str
    reader_version: str
    is_uncertain: bool


def take_in(
    session: Session,
    files: Files,
    user_id: UUID,
    *,
    resume_id: UUID,
    filename: str,
    data: bytes,
) -> Resume:
    """Store the file and, in this transaction, the row and the task that will read it.

    The caller removes the file again if the transaction fails. Raises StorageUnavailable.
    """
    resume = Resume(
        id=resume_id,
        user_id=user_id,
        original_filename=safe_filename(filename),
        file_path=_saved(files, resume_id, data),
        file_size_bytes=len(data),
        needs_review=False,
    )
    session.add(resume)
    session.flush()
    session.refresh(resume)
    outbox.enqueue(session, PARSE_TASK, "high", {"resume_id": str(resume.id)})
    audit.record(
        session,
        "resume_uploaded",
        ("resume", resume.id),
        user_id=user_id,
        payload={"file_size_bytes": len(data), "file_type": PurePath(filename).suffix.lower()},
    )
    return resume


def read_again(session: Session) -> int:
    """Queue every parsed resume for the readers of this release; returns how many.

    What was read before stays in force until the new reading is there, and if that fails.
    """
    ids = list(session.scalars(select(Resume.id).where(Resume.status == "parsed")))
    for resume_id in ids:
        outbox.enqueue(session, PARSE_TASK, "low", {"resume_id": str(resume_id), "again": True})
    return len(ids)


def _saved(files: Files, resume_id: UUID, data: bytes) -> str:
    try:
        return files.save(resume_id, data)
    except OSError as error:
        log.exception("file_not_stored", error=errno.errorcode.get(error.errno or 0, "unknown"))
        raise StorageUnavailable("Nothing was kept. Try again in a few minutes.") from error


def check_upload(data: bytes, filename: str, settings: Settings) -> None:
    """Refuse what cannot be a resume before anything is stored; raises UploadRefused.

    This looks at size, ending and first bytes; the worker looks inside, in a guarded process.
    """
    try:
        kind = media_kind(data, filename, settings.reading_limits)
        if ("txt" if kind == "text" else kind) not in settings.allowed_file_types:
            allowed = ", ".join(sorted(settings.allowed_file_types)).upper()
            raise UnsupportedType(f"This service takes {allowed} files only.")
    except DocumentError as error:
        raise UploadRefused(error) from error


def safe_filename(filename: str) -> str:
    """Keep the printable last part of an uploaded name; it is shown, never used as a path."""
    name = PurePath(filename.replace("\\", "/")).name
    kept = "".join(c for c in name if c.isprintable())
    return kept[-MAX_FILENAME_LENGTH:] or "resume"


def get(session: Session, resume_id: UUID) -> Resume | None:
    """Return a resume whoever owns it; the caller decides who may see it."""
    return session.get(Resume, resume_id)


def as_json_resume(resume: Resume) -> dict[str, Any]:
    """Return what was read as JSON Resume; raises ResumeNotParsed."""
    if resume.status != "parsed" or resume.parsed_json is None:
        raise ResumeNotParsed(
            resume.error_message or "It is still being read. Try again in a few seconds."
        )
    return json_resume(resume.parsed_json)


def get_own(session: Session, user_id: UUID, resume_id: UUID) -> Resume:
    """Return the caller's resume; raises NotFound, also for another's."""
    resume = session.get(Resume, resume_id)
    if resume is None or resume.user_id != user_id:
        raise NotFound("You have no resume with this id.")
    return resume


def list_own(session: Session, user_id: UUID, limit: int, offset: int) -> tuple[list[Resume], int]:
    """Return a page of the caller's resumes, newest first, and how many there are."""
    own = Resume.user_id == user_id
    query = select(Resume).where(own).order_by(Resume.created_at.desc(), Resume.id.desc())
    total = session.scalar(select(func.count()).select_from(Resume).where(own)) or 0
    return list(session.scalars(query.limit(limit).offset(offset))), total


def latest(session: Session, user_id: UUID) -> Resume | None:
    """Return the resume that speaks for a candidate: the newest parsed one, else the newest."""
    query = (
        select(Resume)
        .where(Resume.user_id == user_id)
        .order_by((Resume.status == "parsed").desc(), Resume.created_at.desc(), Resume.id.desc())
        .limit(1)
    )
    return session.scalar(query)


def scorable(resume: Resume) -> ScorableResume | None:
    """Return what scoring needs, or None before the resume is parsed."""
    if (
        resume.status != "parsed"
        or resume.profile_hash is None
        or resume.evidence_hash is None
        or resume.taxonomy_version is None
        or resume.reader_version is None
    ):
        return None
    return ScorableResume(
        id=resume.id,
        candidate_id=resume.user_id,
        profile_hash=resume.profile_hash,
        evidence_hash=resume.evidence_hash,
        taxonomy_version=resume.taxonomy_version,
        reader_version=resume.reader_version,
        is_uncertain=resume.needs_review or resume.review_decision == "unreadable",
    )


def parsed(session: Session, resume_ids: set[UUID]) -> dict[UUID, Resume]:
    """Return the parsed resumes among these, by id, in one query."""
    query = select(Resume).where(Resume.id.in_(resume_ids), Resume.status == "parsed")
    return {resume.id: resume for resume in session.scalars(query)}
