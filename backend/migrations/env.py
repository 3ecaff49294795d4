"""Runs migrations on the connection it is handed, or on the one the settings lead to."""

from alembic import context
from sqlalchemy import Connection, create_engine, pool

import app.accounts.models
import app.applications.models
import app.audit.models
import app.jobs.models
import app.matches.models
import app.platform.immutable
import app.platform.outbox
import app.resumes.models
import app.skills.models  # noqa: F401 - every table must be known here
from app.platform.connect import service_urls
from app.platform.database import Base
from app.platform.settings import get_settings


def run(connection: Connection) -> None:
    context.configure(
        connection=connection, target_metadata=Base.metadata, compare_server_default=True
    )
    with context.begin_transaction():
        context.run_migrations()


def run_on_settings() -> None:
    with service_urls(get_settings()) as urls:
        engine = create_engine(urls.database_url, poolclass=pool.NullPool)
        with engine.begin() as connection:
            run(connection)


given: Connection | None = context.config.attributes.get("connection")
if given is not None:
    run(given)
else:
    run_on_settings()
