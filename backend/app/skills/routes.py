from typing import Annotated, Literal
from uuid import UUID

from fastapi import APIRouter, Query

from app.accounts.auth import AdminActor
from app.platform.database import ReadSession, WriteSession
from app.platform.errors import NotFound, refusals
from app.platform.wire import Limit, Offset, Page
from app.skills import unknown
from app.skills.schemas import UnknownSkillDecision, UnknownSkillRead
from app.skills.unknown import AlreadyAdded

router = APIRouter(prefix="/api/admin/skills", tags=["skills"])

Sort = Annotated[
    Literal["documents", "newest"],
    Query(description="`documents` puts first what most documents hold."),
]
Status = Annotated[Literal["pending", "ignored", "added"], Query(description="Which names.")]


@router.get("/unknown")
def list_unknown_skills(
    _: AdminActor,
    session: ReadSession,
    status: Status = "pending",
    sort: Sort = "documents",
    limit: Limit = 20,
    offset: Offset = 0,
) -> Page[UnknownSkillRead]:
    """List the names that documents list as skills and the taxonomy does not know."""
    found, total = unknown.listed(session, status, sort, limit, offset)
    items = [UnknownSkillRead.model_validate(name, from_attributes=True) for name in found]
    return Page(items=items, total=total, limit=limit, offset=offset)


@router.patch("/unknown/{unknown_id}", responses=refusals(NotFound, AlreadyAdded))
def decide_unknown_skill(
    unknown_id: UUID, body: UnknownSkillDecision, actor: AdminActor, session: WriteSession
) -> UnknownSkillRead:
    """Ignore a name, or put it back into the queue."""
    decided = unknown.decide(session, actor.id, unknown_id, body.status)
    return UnknownSkillRead.model_validate(decided, from_attributes=True)
