from uuid import UUID

from fastapi import APIRouter

from app.accounts.auth import AdminActor
from app.platform.database import ReadSession, WriteSession
from app.platform.errors import NotFound, refusals
from app.platform.wire import Limit, Offset, Page
from app.resumes import review
from app.resumes.review import NotInReview
from app.resumes.schemas import ReviewBody, ReviewItem, ReviewRead

router = APIRouter(prefix="/api/admin/review", tags=["resumes"])


@router.get("")
def list_review_queue(
    _: AdminActor, session: ReadSession, limit: Limit = 20, offset: Offset = 0
) -> Page[ReviewItem]:
    """List the resumes whose reading waits for a person, oldest first."""
    found, total = review.waiting(session, limit, offset)
    items = [ReviewItem.model_validate(item, from_attributes=True) for item in found]
    return Page(items=items, total=total, limit=limit, offset=offset)


@router.post("/{resume_id}", responses=refusals(NotFound, NotInReview))
def close_review(
    resume_id: UUID, body: ReviewBody, actor: AdminActor, session: WriteSession
) -> ReviewRead:
    """Say of a reading that it is right, or that the document cannot be read."""
    resume = review.close(session, actor.id, resume_id, body.decision, body.note)
    return ReviewRead.model_validate(
        {
            "resume_id": resume.id,
            "decision": resume.review_decision,
            "note": resume.review_note,
            "reviewed_at": resume.reviewed_at,
            "reviewed_by": resume.reviewed_by,
        }
    )
