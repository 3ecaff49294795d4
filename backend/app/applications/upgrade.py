"""What a new policy, taxonomy or reader would change, before anything is switched on."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from uuid import UUID

from sqlalchemy.orm import Session

from app.applications import service
from app.applications.service import Applicant
from app.engine.codec import from_json
from app.engine.documents.errors import DocumentError
from app.engine.jobs.model import Requirements
from app.engine.matching.compare import Move, moves
from app.engine.matching.policy import Policy
from app.engine.matching.score import score
from app.engine.resumes.model import Profile
from app.engine.resumes.profile import profile_of
from app.jobs import service as jobs
from app.jobs import versions
from app.platform import immutable
from app.platform.clock import today
from app.platform.files import FileMissing
from app.platform.runtime import Runtime
from app.resumes import service as resumes
from app.resumes.reading import read_stored


@dataclass(frozen=True, slots=True)
class Upgrade:
    """The rules before and after; ``reread`` takes the installed readers to all documents."""

    before: Policy
    after: Policy
    reread: bool
    shortlist: int


@dataclass(frozen=True, slots=True)
class JobImpact:
    """What an upgrade changes among one job's applicants.

    ``unread`` are the applications whose resume cannot be read anew: they keep their reading.
    """

    job_id: UUID
    title: str
    applicants: int
    moved: tuple[tuple[UUID, Move], ...]
    unread: tuple[UUID, ...]


def impacts(session: Session, runtime: Runtime, upgrade: Upgrade) -> Iterator[JobImpact]:
    """Compare all applicants of every open job, job by job; nothing is stored."""
    found, _ = jobs.list_active(session, None, 0)
    for job in found:
        scorable = jobs.scorable(job)
        applicants = service.applicants(session, scorable) if scorable is not None else []
        if not applicants:
            continue
        asked, held = _stored(session, applicants)
        new_asked, new_held = asked, held
        unread: tuple[UUID, ...] = ()
        if upgrade.reread:
            new_asked = _asked_anew(job.title, job.raw_description, asked)
            new_held, unread = _held_anew(session, runtime, applicants, held)
        before = _scores(held, asked, upgrade.before)
        after = _scores(new_held, new_asked, upgrade.after)
        moved = moves(before, after, upgrade.shortlist)
        yield JobImpact(
            job.id,
            job.title,
            len(applicants),
            tuple((applicants[move.index].application.id, move) for move in moved),
            unread,
        )


def _stored(session: Session, applicants: list[Applicant]) -> tuple[Requirements, list[Profile]]:
    """What the job asks for and what its applicants have, as they were read."""
    requirements_hash = applicants[0].pair[0].requirements_hash
    hashes = [a.pair[1].profile_hash for a in applicants]
    bodies = immutable.load(session, {requirements_hash, *hashes})
    asked = from_json(Requirements, bodies[requirements_hash])
    return asked, [from_json(Profile, bodies[profile_hash]) for profile_hash in hashes]


def _scores(held: list[Profile], asked: Requirements, policy: Policy) -> list[Fraction | None]:
    day = today()
    return [score(profile, asked, policy, day).exact for profile in held]


def _asked_anew(title: str, text: str, asked: Requirements) -> Requirements:
    try:
        return versions.read(title, text).requirements
    except DocumentError:
        return asked


def _held_anew(
    session: Session, runtime: Runtime, applicants: list[Applicant], held: list[Profile]
) -> tuple[list[Profile], tuple[UUID, ...]]:
    stored = resumes.parsed(session, {a.application.resume_id for a in applicants})
    anew, unread = [], []
    for applicant, profile in zip(applicants, held, strict=True):
        resume = stored[applicant.application.resume_id]
        try:
            reading = read_stored(runtime, resume.file_path, resume.original_filename)
        except (DocumentError, FileMissing):
            unread.append(applicant.application.id)
            anew.append(profile)
        else:
            anew.append(profile_of(reading))
    return anew, tuple(unread)
