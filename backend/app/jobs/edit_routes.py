"""The API of editing a posting: look first, then edit, and read what it said before."""

from uuid import UUID

from fastapi import APIRouter
from sqlalchemy.orm import Session

from app.accounts import service as accounts
from app.accounts.auth import RecruiterActor
from app.engine.jobs.wire import parsed_json
from app.engine.matching.compare import Standing
from app.engine.matching.score import round_half_up
from app.jobs import edits, service, versions
from app.jobs.edit_schemas import (
    ApplicantMove,
    EditPreviewRead,
    JobEdit,
    JobVersionRead,
    MoveSide,
)
from app.jobs.edits import (
    ConfirmationNeeded,
    EditPreview,
    JobChangedMeanwhile,
    JobNotEditable,
)
from app.jobs.schemas import JobText
from app.jobs.versions import JobUnreadable
from app.platform.database import ReadSession, WriteSession
from app.platform.errors import NotFound, refusals

router = APIRouter(prefix="/api/jobs", tags=["jobs"])


@router.post("/{job_id}/edits/preview", responses=refusals(NotFound, JobNotEditable, JobUnreadable))
def preview_job_edit(
    job_id: UUID, body: JobText, actor: RecruiterActor, session: ReadSession
) -> EditPreviewRead:
    """Show what an edit of one's own job would ask for, and every rank that it would flip."""
    shown = edits.preview(session, actor.id, job_id, body.title, body.raw_description)
    return _preview_read(session, shown)


@router.put(
    "/{job_id}",
    responses=refusals(
        NotFound, JobNotEditable, JobUnreadable, JobChangedMeanwhile, ConfirmationNeeded
    ),
)
def edit_job(
    job_id: UUID, body: JobEdit, actor: RecruiterActor, session: WriteSession
) -> JobVersionRead:
    """Make a new version of one's own job; changed criteria need the preview's confirmation."""
    edits.edit(
        session,
        actor.id,
        job_id,
        body.title,
        body.raw_description,
        version=body.version,
        confirmation=body.confirmation,
    )
    session.flush()
    return JobVersionRead.model_validate(versions.of_job(session, job_id)[0])


@router.get("/{job_id}/versions", responses=refusals(NotFound))
def list_job_versions(
    job_id: UUID, actor: RecruiterActor, session: ReadSession
) -> list[JobVersionRead]:
    """List what one's own job said and asked for in each version, newest first."""
    job = service.get_own(session, actor.id, job_id)
    return [JobVersionRead.model_validate(row) for row in versions.of_job(session, job.id)]


def _preview_read(session: Session, shown: EditPreview) -> EditPreviewRead:
    people = accounts.people(session, {a.application.candidate_id for a, _ in shown.moved})
    return EditPreviewRead(
        version=shown.job.version,
        quality_score=shown.reading.quality_score,
        parsed_json=parsed_json(shown.reading),
        applicants=shown.applicants,
        moved=[
            ApplicantMove(
                application_id=applicant.application.id,
                candidate_name=people[applicant.application.candidate_id].name,
                status=applicant.application.status,
                before=_side(move.before, shortlisted=move.was_shortlisted),
                after=_side(move.after, shortlisted=move.is_shortlisted),
            )
            for applicant, move in shown.moved
        ],
        confirmation=shown.confirmation,
    )


def _side(standing: Standing, *, shortlisted: bool) -> MoveSide:
    exact = standing.exact
    return MoveSide(
        score=None if exact is None else round_half_up(exact),
        exact=None if exact is None else str(exact),
        rank=standing.rank,
        among_the_best=shortlisted,
    )
