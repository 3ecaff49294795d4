"""Infrastructure of the tests: one stack a run, one database a test that asks for one."""

import os
import secrets
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from hypothesis import settings as settings_of_hypothesis
from sqlalchemy import event
from sqlalchemy.engine import make_url

from app.accounts.service import register
from app.main import create_app
from app.platform import migrations
from app.platform.database import transaction
from app.platform.runtime import Runtime, make_runtime
from app.platform.settings import Settings
from tests.support.api import PASSWORD, Api
from tests.support.stack import Stack, start_stack

settings_of_hypothesis.register_profile("ci", derandomize=True)
settings_of_hypothesis.register_profile("long", database=None)
profile = os.environ.get("HYPOTHESIS_PROFILE") or ("ci" if os.environ.get("CI") else "default")
settings_of_hypothesis.load_profile(profile)

JWT_SECRET = "a-secret-for-tests-only-0123456789abcdef"


@pytest.fixture(scope="session")
def stack() -> Iterator[Stack]:
    """PostgreSQL and Valkey of this run; those of the environment where it names any."""
    started = start_stack(os.environ.get("DATABASE_URL"), os.environ.get("REDIS_URL"))
    yield started
    started.stop()


@pytest.fixture(scope="session")
def migrated(stack: Stack) -> Stack:
    """The stack with its database at the newest schema, as a template for the tests' own."""
    migrations.upgrade(stack.database_url)
    return stack


@pytest.fixture
def database_url(migrated: Stack) -> Iterator[str]:
    """A database of this test alone, empty but for the schema."""
    with own_database(migrated.database_url) as url:
        yield url


class own_database:  # noqa: N801 - used as a context manager
    """A copy of a migrated database, dropped at the end."""

    def __init__(self, template_url: str) -> None:
        self._template = make_url(template_url)
        self._name = f"{self._template.database}_{secrets.token_hex(4)}"

    def __enter__(self) -> str:
        self._run(f'CREATE DATABASE "{self._name}" TEMPLATE "{self._template.database}"')
        url = self._template.set(database=self._name)
        return url.render_as_string(hide_password=False)

    def __exit__(self, *_: object) -> None:
        self._run(f'DROP DATABASE "{self._name}" WITH (FORCE)')

    def _run(self, statement: str) -> None:
        server = self._template.set(drivername="postgresql", database="postgres")
        with psycopg.connect(
            server.render_as_string(hide_password=False), autocommit=True
        ) as connection:
            connection.execute(statement)


@pytest.fixture
def settings(database_url: str, migrated: Stack, tmp_path: Path) -> Settings:
    return Settings(
        _env_file=None,
        database_url=database_url,
        redis_url=migrated.redis_url,
        redis_key_prefix=migrated.key_prefix,
        jwt_secret=JWT_SECRET,
        data_dir=tmp_path,
    )


@pytest.fixture
def runtime(settings: Settings) -> Iterator[Runtime]:
    made = make_runtime(settings, settings.database_url or "", settings.redis_url, pool_size=2)
    yield made
    made.close()


@pytest.fixture
def app(runtime: Runtime) -> FastAPI:
    """The API on this test's database, without a dispatcher: what is queued stays queued."""
    made = create_app(lambda: runtime.settings)
    made.state.runtime = runtime
    return made


@pytest.fixture
def api(app: FastAPI, runtime: Runtime) -> Api:
    """An anonymous caller of the API."""
    return Api(TestClient(app, raise_server_exceptions=False), runtime)


@pytest.fixture
def candidate(api: Api) -> Api:
    return api.register("candidate")


@pytest.fixture
def recruiter(api: Api) -> Api:
    return api.register("recruiter")


@pytest.fixture
def admin(api: Api, runtime: Runtime) -> Api:
    with transaction(runtime.sessions) as session:
        register(session, name="Root", email="root@example.com", password=PASSWORD, role="admin")
    body = {"email": "root@example.com", "password": PASSWORD}
    token = api.post("/api/auth/login", body).json()
    headers = {"Authorization": f"Bearer {token['access_token']}"}
    return Api(api.http, runtime, headers, token["user"])


@pytest.fixture
def queries(runtime: Runtime) -> Iterator[list[str]]:
    """The statements sent to the database, for counting."""
    sent: list[str] = []

    def note(_c: object, _cursor: object, statement: str, *_: object) -> None:
        sent.append(statement)

    event.listen(runtime.engine, "before_cursor_execute", note)
    yield sent
    event.remove(runtime.engine, "before_cursor_execute", note)
