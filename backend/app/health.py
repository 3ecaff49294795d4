"""Whether the service works: database, broker and workers, asked each time."""

from collections.abc import Callable
from typing import Literal

from celery import Celery
from fastapi import APIRouter, Request, Response
from kombu.exceptions import OperationalError as BrokerError
from pydantic import BaseModel
from redis.exceptions import RedisError
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from app.platform.runtime import Runtime
from app.platform.version import VERSION

router = APIRouter(tags=["health"])

PING_SECONDS = 1.0
State = Literal["ok", "down"]


class Checks(BaseModel):
    """What each part said."""

    database: State
    redis: State
    dispatcher: State
    workers: State


class Health(BaseModel):
    """``degraded`` means that uploads wait until a worker is back; ``down`` that nothing works."""

    status: Literal["ok", "degraded", "down"]
    version: str
    checks: Checks


@router.get("/health", responses={503: {"model": Health, "description": "Down"}})
def get_health(request: Request, response: Response) -> Health:
    """Say how the service is."""
    runtime: Runtime = request.app.state.runtime
    celery: Celery = request.app.state.celery
    redis = _state(lambda: bool(request.app.state.redis.ping()))
    checks = Checks(
        database=_state(lambda: _database_answers(runtime)),
        redis=redis,
        dispatcher="ok" if request.app.state.dispatcher.is_alive() else "down",
        workers=_state(lambda: _worker_answers(celery)) if redis == "ok" else "down",
    )
    if checks.database == "down":
        response.status_code = 503
        status: Literal["ok", "degraded", "down"] = "down"
    else:
        parts = {checks.redis, checks.dispatcher, checks.workers}
        status = "ok" if parts == {"ok"} else "degraded"
    return Health(status=status, version=VERSION, checks=checks)


def _state(check: Callable[[], bool]) -> State:
    try:
        return "ok" if check() else "down"
    except (SQLAlchemyError, BrokerError, RedisError, OSError):
        return "down"


def _database_answers(runtime: Runtime) -> bool:
    with runtime.engine.connect() as connection:
        return bool(connection.scalar(text("SELECT true")))


def _worker_answers(celery: Celery) -> bool:
    """Stop at the first answer; with no worker this takes the whole time-out."""
    return bool(celery.control.ping(timeout=PING_SECONDS, limit=1))
