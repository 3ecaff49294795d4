"""Looking at an upgrade before it is switched on, and switching it on."""

from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

from app.applications.upgrade import JobImpact, Upgrade, impacts
from app.commands.admin import CommandRefused, open_runtime
from app.engine.matching.compare import Move, Standing
from app.engine.matching.policy import InvalidPolicy, Policy, builtin_policy, parse_policy
from app.engine.matching.score import round_half_up
from app.jobs import service as jobs
from app.platform.database import transaction
from app.resumes import service as resumes


@dataclass(frozen=True, slots=True)
class Preview:
    """What would change for every open job that has applicants."""

    upgrade: Upgrade
    jobs: tuple[JobImpact, ...]

    def as_json(self) -> dict[str, Any]:
        """Return plain values; applicants are named by their applications only."""
        return {
            "policy_before": self.upgrade.before.version,
            "policy_after": self.upgrade.after.version,
            "reread": self.upgrade.reread,
            "shortlist": self.upgrade.shortlist,
            "jobs": [_job_json(job) for job in self.jobs],
        }


def preview(policy: Path | None, *, reread: bool, shortlist: int) -> Preview:
    """Compare all scores of open jobs under another policy, or read anew; raises CommandRefused.

    ``policy`` is a file; without it the policy stays as it is.
    """
    before = builtin_policy()
    upgrade = Upgrade(before, _read(policy) if policy else before, reread, shortlist)
    with open_runtime() as runtime, transaction(runtime.sessions) as session:
        return Preview(upgrade, tuple(impacts(session, runtime, upgrade)))


def reread() -> tuple[int, int]:
    """Queue all resumes and open postings for the installed readers; returns how many of each."""
    with open_runtime() as runtime, transaction(runtime.sessions) as session:
        return resumes.read_again(session), jobs.read_again(session)


def _read(path: Path) -> Policy:
    try:
        return parse_policy(path.read_text(encoding="utf-8"))
    except (InvalidPolicy, UnicodeDecodeError, OSError) as error:
        raise CommandRefused(f"{path}: {error}") from error


def _job_json(job: JobImpact) -> dict[str, Any]:
    return {
        "job_id": str(job.job_id),
        "title": job.title,
        "applicants": job.applicants,
        "moved": [_move_json(str(application), move) for application, move in job.moved],
        "unread": [str(application) for application in job.unread],
    }


def _move_json(application_id: str, move: Move) -> dict[str, Any]:
    return {
        "application_id": application_id,
        "before": _standing_json(move.before, on_shortlist=move.was_shortlisted),
        "after": _standing_json(move.after, on_shortlist=move.is_shortlisted),
    }


def _standing_json(standing: Standing, *, on_shortlist: bool) -> dict[str, Any]:
    return {
        "score": _points(standing.exact),
        "exact": None if standing.exact is None else str(standing.exact),
        "rank": standing.rank,
        "on_shortlist": on_shortlist,
    }


def _points(exact: Fraction | None) -> int | None:
    return None if exact is None else round_half_up(exact)
