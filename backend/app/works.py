"""Everything that workers do, in one list for the queue and the tests."""

from datetime import timedelta

from sqlalchemy.orm import Session

from app.jobs import tasks as jobs
from app.platform import outbox
from app.platform.clock import now
from app.platform.runtime import Runtime
from app.platform.work import Chore, Work
from app.resumes import tasks as resumes
from app.skills import tasks as skills
from app.tables import METADATA

KEEP_FINISHED = timedelta(days=7)
FORGET_EVERY_SECONDS = 3600


def _forget_finished(session: Session, _: Runtime) -> int:
    return outbox.delete_finished(session, now() - KEEP_FINISHED)


WORKS: tuple[Work, ...] = (*resumes.WORKS, *jobs.WORKS)
"""Work that a row of the outbox asks for."""

CHORES: tuple[Chore, ...] = (
    *jobs.CHORES,
    *skills.CHORES,
    Chore("outbox.forget_finished", FORGET_EVERY_SECONDS, _forget_finished),
)
"""Work that the scheduler asks for."""

TABLES = METADATA
"""Naming it loads every table: a worker writes rows that refer to domains it has no work for."""
