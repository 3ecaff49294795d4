"""Demo data: people, resumes, jobs and applications that show what the service does.

It goes in through the same services as everybody's data, and workers read it like everybody's.
"""

import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from uuid import UUID

from sqlalchemy.orm import Session

from app.accounts import service as accounts
from app.accounts.roles import Role
from app.applications import service as applications
from app.applications.service import AlreadyApplied
from app.engine.taxonomy.load import builtin_taxonomy
from app.jobs import service as jobs
from app.jobs.service import ScorableJob
from app.matches import views
from app.platform.database import transaction
from app.platform.ids import uuid7
from app.platform.runtime import Runtime
from app.resumes import service as resumes
from app.skills import service as skills

DEMO = Path(__file__).resolve().parents[2] / "demo"
PASSWORD = "demo-pass-2026"  # noqa: S105 - printed at the first start, for demo accounts only
DOMAIN = "demo.example.com"
RECRUITER = f"recruiter@{DOMAIN}"
ADMIN = f"admin@{DOMAIN}"
LOGINS = (
    f"candidate  priya-raghunathan@{DOMAIN}  {PASSWORD}",
    f"recruiter  {RECRUITER}  {PASSWORD}",
    f"admin      {ADMIN}  {PASSWORD}",
)
WAIT_SECONDS = 120
POLL_SECONDS = 0.5
MAX_PAGE = 100
APPLICATIONS_EACH = 4


def plant(runtime: Runtime) -> None:
    """Add the accounts, and with each its resume or jobs, queued to be read; once only."""
    with transaction(runtime.sessions) as session:
        skills.seed(session, builtin_taxonomy())
        _account(session, "Demo Admin", ADMIN, "admin")
        recruiter = _account(session, "Demo Recruiter", RECRUITER, "recruiter", "Example Hiring")
        if recruiter is not None:
            for path in sorted((DEMO / "jobs").glob("*.txt")):
                title, _, text = path.read_text().partition("\n")
                jobs.create(
                    session,
                    recruiter,
                    title=title.strip(),
                    raw_description=text.strip(),
                    publish=True,
                    closes_at=None,
                )
    for path in resume_files():
        with transaction(runtime.sessions) as session:
            name = path.stem.replace("-", " ").title()
            candidate = _account(session, name, _address(path), "candidate")
            if candidate is not None:
                resumes.take_in(
                    session,
                    runtime.files,
                    candidate,
                    resume_id=uuid7(),
                    filename=path.name,
                    data=path.read_bytes(),
                )


def apply_when_read(runtime: Runtime) -> bool:
    """Let each demo candidate apply to the best jobs; False when reading takes too long."""
    deadline = time.monotonic() + WAIT_SECONDS
    while time.monotonic() < deadline:
        with transaction(runtime.sessions) as session:
            candidates = _candidates(session)
            open_jobs, _ = jobs.list_active(session, MAX_PAGE, 0)
            latest = [resumes.latest(session, candidate) for candidate in candidates]
            found = [resume for resume in latest if resume and resume.status == "parsed"]
            planted = len(list((DEMO / "jobs").glob("*.txt")))
            if len(open_jobs) >= planted and len(found) == len(candidates):
                shown = {job.id: jobs.scorable(job) for job in open_jobs}
                for resume in found:
                    _apply_to_best(session, resume.user_id, resume.id, shown)
                return True
        time.sleep(POLL_SECONDS)
    return False


def is_wanted(runtime: Runtime) -> bool:
    """Say whether this is the first run of a checkout: the files are there and no account is."""
    with transaction(runtime.sessions) as session:
        return DEMO.is_dir() and accounts.count(session) == 0


def resume_files() -> list[Path]:
    """Return the demo resumes."""
    return sorted(
        path for path in (DEMO / "resumes").iterdir() if path.suffix in {".pdf", ".docx", ".txt"}
    )


def _apply_to_best(
    session: Session, candidate: UUID, resume: UUID, shown: Mapping[UUID, ScorableJob | None]
) -> None:
    """Apply to the few jobs with the best scores; applications that are there already stay."""
    _, exact = views.for_candidate(session, candidate, shown)
    best = sorted(exact, key=lambda job_id: (-exact[job_id], job_id))[:APPLICATIONS_EACH]
    for job_id in best:
        with suppress(AlreadyApplied):
            applications.apply(session, candidate, job_id, resume)


def _account(
    session: Session, name: str, email: str, role: Role, company: str | None = None
) -> UUID | None:
    """Make an account; None when it is there already."""
    if accounts.find_by_email(session, email) is not None:
        return None
    return accounts.register(
        session, name=name, email=email, password=PASSWORD, role=role, company=company
    ).id


def _candidates(session: Session) -> list[UUID]:
    found = (accounts.find_by_email(session, _address(path)) for path in resume_files())
    return [user.id for user in found if user is not None]


def _address(path: Path) -> str:
    return f"{path.stem}@{DOMAIN}"
