"""``hip serve``: every process of the service under one supervisor."""

import json
import sys
import threading
import urllib.request
from signal import SIGKILL

from rich.console import Console
from sqlalchemy.exc import SQLAlchemyError

from app.commands import demo
from app.platform import logging, migrations
from app.platform.embedded import ChildSpec, ServiceUrls, Supervisor, require_free_port
from app.platform.runtime import Runtime, make_runtime
from app.platform.settings import Settings, get_settings

LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})
WORKER_GRACE_SECONDS = 15.0
READY_TIMEOUT_SECONDS = 2.0
GRACE = ("--timeout-graceful-shutdown", "5")

console = Console(stderr=True)
log = logging.get_logger(__name__)


def run_service(host: str, port: int, *, demo_data: bool) -> int:
    """Run until asked to end; raises StartError when something does not come up."""
    settings = get_settings()
    logging.configure("supervisor", settings.log_level)
    require_free_port(host, port)
    supervisor = Supervisor(settings.data_dir, settings.database_url, settings.redis_url)
    # Its log-ins are public, so it stays on this machine and out of anybody's own database.
    may_plant = demo_data and settings.database_url is None and host in LOOPBACK
    planted: list[Runtime] = []

    def prepare(urls: ServiceUrls) -> None:
        migrations.upgrade(urls.database_url)
        runtime = make_runtime(settings, urls.database_url)
        if may_plant and demo.is_wanted(runtime):
            demo.plant(runtime)
            planted.append(runtime)

    def on_ready(_: ServiceUrls) -> None:
        _say(f"Hiring Intelligence Platform is ready: http://{host}:{port}")
        _say(f"Data and logs: {settings.data_dir}")
        if planted:
            _say("Demo log-ins (email, password):")
            for login in demo.LOGINS:
                _say(f"  {login}")
        for runtime in planted:
            threading.Thread(target=_finish_demo, args=(runtime,), daemon=True).start()

    return supervisor.run(
        prepare=prepare, children=_children(settings, host, port), on_ready=on_ready
    )


def _say(line: str) -> None:
    console.print(line, highlight=False, markup=False, soft_wrap=True)


def _finish_demo(runtime: Runtime) -> None:
    """Let the demo candidates apply once their resumes are read."""
    try:
        demo.apply_when_read(runtime)
    except SQLAlchemyError as error:
        log.warning("demo_not_finished", error=type(error).__name__)


def _children(settings: Settings, host: str, port: int) -> list[ChildSpec]:
    python = (sys.executable, "-m")
    shared = {"HIP_DATA_DIR": str(settings.data_dir)}
    celery = (*python, "celery", "-A", "app.tasks")
    schedule = settings.data_dir / "celerybeat-schedule"
    return [
        ChildSpec(
            "api",
            (*python, "uvicorn", "app.main:app", "--host", host, "--port", str(port), *GRACE),
            env=shared,
            ready=lambda: _health(host, port) is not None,
        ),
        ChildSpec(
            "worker",
            (*celery, "worker", "--loglevel", settings.log_level, "--without-mingle"),
            env=shared,
            death_signal=SIGKILL,
            grace_seconds=WORKER_GRACE_SECONDS,
            ready=lambda: _health(host, port) == "ok",
        ),
        ChildSpec("beat", (*celery, "beat", "--schedule", str(schedule), "--pidfile="), env=shared),
    ]


def _health(host: str, port: int) -> str | None:
    """Return what the API says of itself, None before it answers."""
    try:
        with urllib.request.urlopen(
            f"http://{host}:{port}/health", timeout=READY_TIMEOUT_SECONDS
        ) as response:
            return str(json.load(response)["status"])
    except (OSError, ValueError):
        return None
