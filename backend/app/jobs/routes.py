from collections.abc import Sequence
from typing import Annotated, Literal
from uuid import UUID

from fastapi import APIRouter, Query, Response
from sqlalchemy.orm import Session

from app.accounts import service as accounts
from app.accounts.auth import Actor, MaybeActor, RecruiterActor
from app.applications import ranking
from app.jobs import service
from app.jobs.models import Job
from app.jobs.schemas import JobCreate, JobRead, JobSummary
from app.jobs.service import NotPublishable, ScorableJob
from app.matches import views
from app.matches.schemas import MatchRead, RankingRead
from app.platform.database import WriteSession
from app.platform.errors import NotFound, refusals
from app.platform.wire import Limit, Offset, Page

router = APIRouter(prefix="/api", tags=["jobs"])

Sort = Annotated[
    Literal["newest", "score"],
    Query(description="`score` puts the calling candidate's best matches first, over all jobs."),
]


@router.post("/jobs", status_code=202)
def create_job(
    body: JobCreate, response: Response, actor: RecruiterActor, session: WriteSession
) -> JobRead:
    """Post a job; a worker analyses it. Poll the address in ``Location``."""
    job = service.create(
        session,
        actor.id,
        title=body.title,
        raw_description=body.raw_description,
        publish=body.publish,
        closes_at=body.closes_at,
    )
    response.headers["Location"] = f"/api/jobs/{job.id}"
    return _job_read(job, _companies(session, [job]), None)


@router.post("/jobs/{job_id}/publish", responses=refusals(NotFound, NotPublishable))
def publish_job(job_id: UUID, actor: RecruiterActor, session: WriteSession) -> JobRead:
    """Make an analysed draft of one's own active."""
    job = service.publish(session, actor.id, job_id)
    return _job_read(job, _companies(session, [job]), None)


@router.get("/jobs")
def list_jobs(
    actor: MaybeActor,
    session: WriteSession,
    sort: Sort = "newest",
    limit: Limit = 20,
    offset: Offset = 0,
) -> Page[JobSummary]:
    """List open jobs; a candidate sees the own score on each."""
    if sort == "score" and actor is not None and actor.role == "candidate":
        items, total = _by_score(session, actor, limit, offset)
    else:
        jobs, total = service.list_active(session, limit, offset)
        items = _summaries(session, jobs, _matches(session, actor, jobs))
    return Page(items=items, total=total, limit=limit, offset=offset)


@router.get("/jobs/{job_id}", responses=refusals(NotFound))
def get_job(job_id: UUID, actor: MaybeActor, session: WriteSession) -> JobRead:
    """Show a job; a candidate sees the own score, its reasons, and the place among applicants."""
    job = service.get_visible(session, job_id, actor.id if actor else None)
    place = _place(session, actor, job)
    match = _matches(session, actor, [job]).get(job.id)
    if match is not None:
        match.ranking = place
    return _job_read(job, _companies(session, [job]), match)


@router.get("/recruiter/jobs")
def list_my_jobs(
    actor: RecruiterActor, session: WriteSession, limit: Limit = 20, offset: Offset = 0
) -> Page[JobSummary]:
    """List the recruiter's own jobs in every state, newest first."""
    jobs, total = service.list_own(session, actor.id, limit, offset)
    items = _summaries(session, jobs, {})
    return Page(items=items, total=total, limit=limit, offset=offset)


def _by_score(
    session: Session, actor: Actor, limit: int, offset: int
) -> tuple[list[JobSummary], int]:
    """Order all open jobs by exact score, those without one last, newest first among equals."""
    jobs, total = service.list_active(session, None, 0)
    matches, exact = views.for_candidate(session, actor.id, _scorable(jobs))
    ordered = sorted(jobs, key=lambda job: exact.get(job.id, -1), reverse=True)
    return _summaries(session, ordered[offset : offset + limit], matches), total


def _matches(session: Session, actor: Actor | None, jobs: Sequence[Job]) -> dict[UUID, MatchRead]:
    if actor is None or actor.role != "candidate":
        return {}
    return views.for_candidate(session, actor.id, _scorable(jobs))[0]


def _place(session: Session, actor: Actor | None, job: Job) -> RankingRead | None:
    """Rank before showing: all scores of the job are recorded in one batch, in one order."""
    scorable = service.scorable(job)
    if actor is None or actor.role != "candidate" or scorable is None:
        return None
    return ranking.place_of(session, scorable, actor.id)


def _scorable(jobs: Sequence[Job]) -> dict[UUID, ScorableJob | None]:
    return {job.id: service.scorable(job) for job in jobs}


def _companies(session: Session, jobs: Sequence[Job]) -> dict[UUID, str | None]:
    people = accounts.people(session, {job.recruiter_id for job in jobs})
    return {job.id: people[job.recruiter_id].company for job in jobs}


def _summaries(
    session: Session, jobs: Sequence[Job], matches: dict[UUID, MatchRead]
) -> list[JobSummary]:
    companies = _companies(session, jobs)
    return [JobSummary.model_validate(_fields(job, companies, matches.get(job.id))) for job in jobs]


def _job_read(job: Job, companies: dict[UUID, str | None], match: MatchRead | None) -> JobRead:
    return JobRead.model_validate(
        _fields(job, companies, match)
        | {
            "raw_description": job.raw_description,
            "version": job.version,
            "parsed_json": job.parsed_json,
            "analyzed_at": job.analyzed_at,
            "analysis_error": job.analysis_error,
        }
    )


def _fields(
    job: Job, companies: dict[UUID, str | None], match: MatchRead | None
) -> dict[str, object]:
    parsed = job.parsed_json or {}
    return {
        "id": job.id,
        "title": job.title,
        "company": companies[job.id],
        "status": job.status,
        "created_at": job.created_at,
        "closes_at": job.closes_at,
        "quality_score": job.quality_score,
        "location": parsed.get("location"),
        "work_arrangement": parsed.get("work_arrangement"),
        "required_skills": parsed.get("required_skills", []),
        "preferred_skills": parsed.get("preferred_skills", []),
        "match": match,
    }
