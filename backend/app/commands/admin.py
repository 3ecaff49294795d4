"""Commands that work on the database, with the services of ``hip serve`` or their own."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from pydantic import ValidationError

from app.accounts import service as accounts
from app.accounts.schemas import RegisterBody
from app.accounts.service import EmailTaken
from app.commands import demo
from app.engine.taxonomy.load import builtin_taxonomy
from app.platform import logging, migrations
from app.platform.connect import service_urls
from app.platform.database import transaction
from app.platform.runtime import Runtime, make_runtime
from app.platform.settings import get_settings
from app.skills import service as skills


class CommandRefused(Exception):
    """The command cannot be done; the message says why in one line."""


@contextmanager
def open_runtime() -> Iterator[Runtime]:
    """Open the database of the settings at its newest schema."""
    settings = get_settings()
    logging.configure("cli", settings.log_level)
    with service_urls(settings) as urls:
        migrations.upgrade(urls.database_url)
        runtime = make_runtime(settings, urls.database_url)
        try:
            yield runtime
        finally:
            runtime.close()


def seed_skills() -> int:
    """Bring the skills table up to the taxonomy's files; returns how many skills it has."""
    with open_runtime() as runtime, transaction(runtime.sessions) as session:
        return skills.seed(session, builtin_taxonomy())


def seed_demo(say: Callable[[str], None]) -> None:
    """Plant the demo data and, once workers have read it, the applications."""
    with open_runtime() as runtime:
        demo.plant(runtime)
        say("Demo resumes and jobs are queued; applications follow when they are read.")
        if not demo.apply_when_read(runtime):
            raise CommandRefused("no worker read them in time: start `hip serve` and run it again")
        for login in demo.LOGINS:
            say(login)


def create_admin(email: str, name: str, password: str) -> None:
    """Make an administrator, by the rules for everybody's accounts; raises CommandRefused."""
    try:
        body = RegisterBody(name=name, email=email, password=password, role="candidate")
    except ValidationError as error:
        first = error.errors()[0]
        reason = str(first["msg"]).removeprefix("Value error, ")
        raise CommandRefused(f"{first['loc'][0]}: {reason}") from error
    with open_runtime() as runtime, transaction(runtime.sessions) as session:
        try:
            accounts.register(
                session, name=body.name, email=body.email, password=body.password, role="admin"
            )
        except EmailTaken as error:
            raise CommandRefused(f"{email} already has an account") from error
