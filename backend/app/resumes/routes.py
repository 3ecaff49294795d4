from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, File, Request, Response, UploadFile
from sqlalchemy.orm import Session

from app.accounts.auth import Actor, AnyActor, CandidateActor
from app.applications import service as applications
from app.platform.database import ReadSession, transaction
from app.platform.errors import NotFound, refusals
from app.platform.files import key_of
from app.platform.ids import uuid7
from app.platform.runtime import Runtime
from app.platform.wire import Limit, Offset, Page
from app.resumes import service
from app.resumes.models import Resume
from app.resumes.schemas import ResumeRead, ResumeSummary
from app.resumes.service import ResumeNotParsed, StorageUnavailable, UploadRefused, UploadTooLarge

router = APIRouter(prefix="/api/resumes", tags=["resumes"])

Upload = Annotated[UploadFile, File(description="A resume: PDF, DOCX, plain text or JSON Resume.")]


@router.post(
    "/upload",
    status_code=202,
    responses=refusals(UploadRefused, UploadTooLarge, StorageUnavailable),
)
def upload_resume(
    file: Upload, request: Request, response: Response, actor: CandidateActor
) -> ResumeSummary:
    """Take a resume in; a worker reads it. Poll the address in ``Location`` until it is parsed."""
    runtime = request.app.state.runtime
    limit = runtime.settings.max_file_bytes
    data = file.file.read(limit + 1)
    if len(data) > limit:
        megabytes = runtime.settings.max_file_size_mb
        raise UploadTooLarge(f"A resume may have at most {megabytes} MB. Export a smaller PDF.")
    filename = file.filename or ""
    service.check_upload(data, filename, runtime.settings)
    resume = _store(runtime, actor, filename, data)
    response.headers["Location"] = f"/api/resumes/{resume.id}"
    return ResumeSummary.model_validate(resume, from_attributes=True)


@router.get("/me")
def list_my_resumes(
    actor: CandidateActor, session: ReadSession, limit: Limit = 20, offset: Offset = 0
) -> Page[ResumeSummary]:
    """List the caller's resumes, newest first."""
    resumes, total = service.list_own(session, actor.id, limit, offset)
    items = [ResumeSummary.model_validate(r, from_attributes=True) for r in resumes]
    return Page(items=items, total=total, limit=limit, offset=offset)


@router.get("/{resume_id}", responses=refusals(NotFound))
def get_resume(resume_id: UUID, actor: AnyActor, session: ReadSession) -> ResumeRead:
    """Show a resume to its owner, to a recruiter it was sent to, or to an admin."""
    return ResumeRead.model_validate(_visible(session, actor, resume_id), from_attributes=True)


@router.get("/{resume_id}/json-resume", responses=refusals(NotFound, ResumeNotParsed))
def export_json_resume(resume_id: UUID, actor: AnyActor, session: ReadSession) -> dict[str, Any]:
    """Give what was read as JSON Resume (jsonresume.org), to those who may see the resume."""
    return service.as_json_resume(_visible(session, actor, resume_id))


def _visible(session: Session, actor: Actor, resume_id: UUID) -> Resume:
    resume = service.get(session, resume_id)
    if resume is None or not _may_see(session, actor, resume):
        raise NotFound("There is no resume with this id that you may see.")
    return resume


def _may_see(session: Session, actor: Actor, resume: Resume) -> bool:
    if actor.role == "recruiter":
        return applications.was_sent_to(session, resume.id, actor.id)
    return actor.role == "admin" or resume.user_id == actor.id


def _store(runtime: Runtime, actor: Actor, filename: str, data: bytes) -> Resume:
    """Keep file and row, both or neither."""
    resume_id = uuid7()
    try:
        with transaction(runtime.sessions) as session:
            return service.take_in(
                session,
                runtime.files,
                actor.id,
                resume_id=resume_id,
                filename=filename,
                data=data,
            )
    except BaseException:
        runtime.files.delete(key_of(resume_id))
        raise
