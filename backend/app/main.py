"""The HTTP service: ``uvicorn app.main:app``; ``python -m app.main --export-schema``."""

import json
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from fastapi import FastAPI
from fastapi.responses import RedirectResponse
from fastapi.routing import APIRoute
from fastapi_offline import FastAPIOffline

from app import health
from app.accounts.routes import router as accounts_router
from app.applications.routes import router as applications_router
from app.jobs.edit_routes import router as job_edits_router
from app.jobs.routes import router as jobs_router
from app.matches.cache_routes import router as match_cache_router
from app.platform import errors, logging
from app.platform.connect import service_urls
from app.platform.database import database_slots
from app.platform.dispatcher import Dispatcher
from app.platform.errors import Forbidden, Invalid, NotAuthenticated, refusals
from app.platform.queue import make_celery, make_redis, sender
from app.platform.runtime import make_runtime
from app.platform.settings import Settings, get_settings
from app.platform.version import VERSION
from app.resumes.review_routes import router as review_router
from app.resumes.routes import router as resumes_router
from app.skills.routes import router as skills_router

DESCRIPTION = """\
Reads resumes and job descriptions as data, and gives every pair a deterministic score
whose every point can be traced to a line. Errors are problem details (RFC 9457).
"""

DISPATCHER_POOL_SIZE = 2
"""Connections of its own, so that busy requests never keep tasks from being sent."""

OPEN = refusals(Invalid)
GUARDED = refusals(Invalid, NotAuthenticated, Forbidden)


def create_app(settings_of: Callable[[], Settings] = get_settings) -> FastAPI:
    """Put the service together; settings are read and connections opened when it starts."""

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        settings = settings_of()
        logging.configure("api", settings.log_level)
        with service_urls(settings) as urls:
            runtime = make_runtime(settings, urls.database_url, urls.redis_url)
            celery = make_celery(urls.redis_url, settings.redis_key_prefix, 1)
            own = make_runtime(settings, urls.database_url, pool_size=DISPATCHER_POOL_SIZE)
            dispatcher = Dispatcher(own, sender(celery))
            dispatcher.start()
            app.state.runtime, app.state.celery = runtime, celery
            app.state.dispatcher = dispatcher
            app.state.redis = make_redis(urls.redis_url)
            yield
            dispatcher.stop()
            app.state.redis.close()
            celery.close()
            own.close()
            runtime.close()

    app = FastAPIOffline(
        docs_url="/docs",
        redoc_url=None,
        title="Hiring Intelligence Platform",
        version=VERSION,
        description=DESCRIPTION,
        lifespan=lifespan,
        generate_unique_id_function=_operation_id,
    )
    app.state.database_slots = database_slots()
    app.add_middleware(logging.RequestLog)
    errors.install(app)
    app.include_router(accounts_router, responses=OPEN)
    guarded = (
        resumes_router,
        jobs_router,
        job_edits_router,
        applications_router,
        skills_router,
        review_router,
        match_cache_router,
    )
    for router in guarded:
        app.include_router(router, responses=GUARDED)
    app.include_router(health.router)

    @app.get("/", include_in_schema=False)
    def root() -> RedirectResponse:
        return RedirectResponse("/docs")

    described = app.openapi
    app.openapi = lambda: errors.describe_problems(described())  # type: ignore[method-assign]
    return app


def _operation_id(route: APIRoute) -> str:
    return route.name


app = create_app()


if __name__ == "__main__":
    if sys.argv[1:] != ["--export-schema"]:
        sys.exit("usage: python -m app.main --export-schema")
    sys.stdout.write(json.dumps(app.openapi(), indent=2) + "\n")
