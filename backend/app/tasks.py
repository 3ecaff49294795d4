"""The worker's entry point: ``celery -A app.tasks worker`` (and ``beat``, ``flower``, ``purge``).

Messages carry only the id of an outbox row; see :mod:`app.platform.work` for what is done with it.
"""

import sys
from collections.abc import Callable
from typing import Any
from uuid import UUID

from celery import Celery, signals
from structlog.contextvars import bind_contextvars, clear_contextvars

from app.platform.connect import given_urls
from app.platform.database import transaction
from app.platform.embedded import StartError, die_with_parent
from app.platform.logging import configure
from app.platform.queue import make_celery
from app.platform.runtime import Runtime, make_runtime
from app.platform.settings import get_settings
from app.platform.work import Chore, Work, execute
from app.works import CHORES, WORKS

WORKER_POOL_SIZE = 2
"""One connection for the work and one for its heartbeat."""


class _Process:
    """The runtime of this worker process, made after its fork."""

    runtime: Runtime | None = None

    @classmethod
    def get(cls) -> Runtime:
        if cls.runtime is None:
            settings = get_settings()
            urls = given_urls(settings)
            cls.runtime = make_runtime(
                settings, urls.database_url, urls.redis_url, pool_size=WORKER_POOL_SIZE
            )
        return cls.runtime


def _register(app: Celery) -> None:
    for work in WORKS:
        app.task(name=work.name)(_task_of(work))
    for chore in CHORES:
        app.task(name=chore.name)(_chore_task_of(chore))
    app.conf.beat_schedule = {
        chore.name: {
            "task": chore.name,
            "schedule": chore.every_seconds,
            "options": {"queue": "low", "expires": chore.every_seconds},
        }
        for chore in CHORES
    }


def _task_of(work: Work) -> Callable[[str], None]:
    def run(task_id: str) -> None:
        execute(_Process.get(), work, UUID(task_id))

    return run


def _chore_task_of(chore: Chore) -> Callable[[], None]:
    def run() -> None:
        runtime = _Process.get()
        with transaction(runtime.sessions) as session:
            chore.run(session, runtime)

    return run


@signals.setup_logging.connect
def _configure_logging(**_: Any) -> None:
    configure("worker", get_settings().log_level)


@signals.worker_process_init.connect
def _end_with_worker(**_: Any) -> None:
    die_with_parent()


@signals.task_prerun.connect
def _name_request(task_id: str, task: Any, **_: Any) -> None:
    clear_contextvars()
    request_id = (task.request.headers or {}).get("request_id") or task_id
    bind_contextvars(request_id=request_id, task=task.name)


def _make() -> Celery:
    settings = get_settings()
    try:
        urls = given_urls(settings)
    except StartError as error:
        sys.exit(str(error))
    made = make_celery(urls.redis_url, settings.redis_key_prefix, settings.celery_workers)
    _register(made)
    return made


celery_app = _make()
