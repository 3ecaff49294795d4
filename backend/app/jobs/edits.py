"""Editing a posting: its criteria are locked by its applicants until every flip has been seen.

An edit of words alone is free. One that asks for something else, on a job that people have
applied to, is first shown with every score and rank that it changes; the same edit is then made
by sending back the confirmation of exactly that view.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from uuid import UUID

from sqlalchemy.orm import Session

from app.applications import service as applications
from app.applications.service import Applicant
from app.audit import service as audit
from app.engine.codec import content_hash, from_json
from app.engine.jobs.model import JobReading, Requirements
from app.engine.matching.compare import Move, moves
from app.engine.matching.criteria import criteria
from app.engine.matching.policy import builtin_policy
from app.engine.matching.score import score
from app.engine.resumes.model import Profile
from app.jobs import service, versions
from app.jobs.models import Job
from app.platform import immutable
from app.platform.clock import today
from app.platform.errors import Refusal
from app.skills import unknown

SHORTLIST = 10
"""Who enters or leaves the best ten is pointed out."""


class JobNotEditable(Refusal):
    """The job is closed, or still being analysed."""

    status, code, title = 409, "job-not-editable", "This job cannot be edited now"


class JobChangedMeanwhile(Refusal):
    """Somebody has edited the job since it was shown."""

    status, code, title = 409, "job-changed", "The job has changed meanwhile"


class ConfirmationNeeded(Refusal):
    """The edit changes the criteria of a job that people have applied to."""

    status, code, title = 409, "confirmation-needed", "This edit changes how applicants rank"


@dataclass(frozen=True, slots=True)
class EditPreview:
    """What an edit would do. ``moved`` are the applicants whose score or rank would change.

    ``confirmation`` is needed to make the edit, None where it can be made without.
    """

    job: Job
    reading: JobReading
    applicants: int
    moved: tuple[tuple[Applicant, Move], ...]
    confirmation: str | None


def preview(
    session: Session, recruiter_id: UUID, job_id: UUID, title: str, raw_description: str
) -> EditPreview:
    """Show what an edit of one's own job would change; nothing is stored.

    Raises NotFound, JobNotEditable, JobUnreadable.
    """
    job = _editable(session, recruiter_id, job_id, for_update=False)
    return _preview(session, job, versions.read_edit(title, raw_description))


def edit(
    session: Session,
    recruiter_id: UUID,
    job_id: UUID,
    title: str,
    raw_description: str,
    *,
    version: int,
    confirmation: str | None,
) -> Job:
    """Make the next version of one's own job.

    ``version`` is the one that was edited. Raises NotFound, JobNotEditable, JobUnreadable,
    JobChangedMeanwhile, ConfirmationNeeded.
    """
    job = _editable(session, recruiter_id, job_id, for_update=True)
    if job.version != version:
        raise JobChangedMeanwhile(f"It is at version {job.version}. Load it and edit it again.")
    shown = _preview(session, job, versions.read_edit(title, raw_description))
    if shown.confirmation is not None and shown.confirmation != confirmation:
        raise ConfirmationNeeded(
            "Look at the preview of this edit and send its confirmation."
            if confirmation is None
            else "The applicants or their scores have changed since the preview. Look again."
        )
    job.title, job.raw_description = title, raw_description
    versions.keep(session, job, shown.reading, recruiter_id)
    unknown.note(session, "job", job.id, shown.reading.unknown_skills)
    audit.record(
        session,
        "job_edited",
        ("job", job.id),
        user_id=recruiter_id,
        payload={
            "version": job.version,
            "criteria_changed": shown.confirmation is not None,
            "applicants": shown.applicants,
            "ranks_changed": sum(move.changes_rank for _, move in shown.moved),
        },
    )
    return job


def _editable(session: Session, recruiter_id: UUID, job_id: UUID, *, for_update: bool) -> Job:
    job = service.get_own(session, recruiter_id, job_id, for_update=for_update)
    if job.status == "closed":
        raise JobNotEditable("It is closed. Post it again to change it.")
    if job.status == "pending_analysis" or job.requirements_hash is None:
        raise JobNotEditable("It is still being analysed. Try again in a few seconds.")
    return job


def _preview(session: Session, job: Job, reading: JobReading) -> EditPreview:
    scorable_job = service.scorable(job)
    applicants = applications.applicants(session, scorable_job) if scorable_job is not None else []
    stored = immutable.load(session, {job.requirements_hash or ""})[job.requirements_hash or ""]
    old, new = criteria(from_json(Requirements, stored)), criteria(reading.requirements)
    if not applicants or old == new:
        return EditPreview(job, reading, len(applicants), (), None)
    before, after = _scores(session, applicants, old, new)
    found = moves(before, after, SHORTLIST)
    moved = tuple((applicants[move.index], move) for move in found)
    return EditPreview(job, reading, len(applicants), moved, _confirmation(job, new, moved))


def _scores(
    session: Session, applicants: Sequence[Applicant], *asked: Requirements
) -> list[list[Fraction | None]]:
    """The exact scores of all applicants for each of the requirements."""
    bodies = immutable.load(session, {a.pair[1].profile_hash for a in applicants})
    profiles = [from_json(Profile, bodies[a.pair[1].profile_hash]) for a in applicants]
    policy, day = builtin_policy(), today()
    return [[score(profile, one, policy, day).exact for profile in profiles] for one in asked]


def _confirmation(job: Job, new: Requirements, moved: Sequence[tuple[Applicant, Move]]) -> str:
    """Names what was seen: the job's version, the new criteria and every flip."""
    return content_hash(
        {
            "job": str(job.id),
            "version": job.version,
            "criteria": new,
            "moved": [[str(applicant.application.id), move] for applicant, move in moved],
        }
    )
