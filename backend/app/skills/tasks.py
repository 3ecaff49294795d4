"""What the scheduler asks for: unknown names that no document holds any more are forgotten."""

from datetime import timedelta

from sqlalchemy.orm import Session

from app.platform.clock import now
from app.platform.runtime import Runtime
from app.platform.work import Chore
from app.skills import unknown

FORGET_EVERY_SECONDS = 3600
KEEP_UNHELD = timedelta(hours=1)


def _forget_unheld(session: Session, _: Runtime) -> int:
    return unknown.forget_unheld(session, now() - KEEP_UNHELD)


CHORES = (Chore("skills.forget_unheld", FORGET_EVERY_SECONDS, _forget_unheld),)
