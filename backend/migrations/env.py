"""Runs migrations on the connection it is handed, or on the one the settings lead to."""

from alembic import context
from sqlalchemy import Connection, create_engine, pool

from app.platform.connect import service_urls
from app.platform.settings import get_settings
from app.tables import METADATA


def run(connection: Connection) -> None:
    context.configure(connection=connection, target_metadata=METADATA, compare_server_default=True)
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
