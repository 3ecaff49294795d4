"""A real PostgreSQL as a child process, on a Unix socket only."""

import shutil
import signal
from collections.abc import Sequence
from pathlib import Path

import psycopg

from app.platform.embedded.binaries import POSTGRES_MAJOR, postgres_programs, postgres_version
from app.platform.embedded.datafolder import ServiceFolder, plain_words
from app.platform.embedded.errors import StartError
from app.platform.embedded.processes import (
    Process,
    Spawner,
    last_words,
    log_size,
    not_started,
)
from app.platform.embedded.urls import DATABASE_NAME, DATABASE_USER, postgres_url

SERVICE_ENVIRONMENT = {"PATH": "/usr/bin:/bin", "LC_ALL": "C", "TZ": "UTC"}
INITDB_SECONDS = 120.0
MAX_CONNECTIONS = 40

# The builtin provider sorts and folds case alike on every system and in every later version.
_INITDB_OPTIONS = (
    f"--username={DATABASE_USER}",
    "--auth=trust",  # who may open the socket (folder 0700) is let in
    "--encoding=UTF8",
    "--locale=C",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
)
_SETTINGS = {
    "max_connections": str(MAX_CONNECTIONS),
    "unix_socket_permissions": "0700",
    "timezone": "UTC",
    "log_timezone": "UTC",
    "log_checkpoints": "off",
    "wal_level": "minimal",
    "max_wal_senders": "0",
}
_NOT_DURABLE = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}


class EmbeddedPostgres:
    """PostgreSQL over one service folder; its data outlives it.

    ``durable=False`` is for tests: it never waits for the disk. ``template_cache`` is a folder that
    keeps an initialised cluster by version, to be copied instead of made anew.
    """

    name = "postgresql"
    stop_signal = signal.SIGINT  # fast: open transactions are rolled back
    grace_seconds = 30.0

    def __init__(
        self,
        folder: ServiceFolder,
        spawner: Spawner,
        *,
        durable: bool = True,
        template_cache: Path | None = None,
    ) -> None:
        self._folder = folder
        self._spawner = spawner
        self._durable = durable
        self._template_cache = template_cache
        self._cluster = folder.root / "pg"
        self._log = folder.data.log(self.name)
        self._log_start = 0
        self.url = postgres_url(folder.sockets)
        self.process: Process | None = None

    def start(self) -> None:
        """Start it, making its cluster the first time.

        Raises StillEnding while the backends of an earlier run live, else StartError.
        """
        # The backends inherit the lock: it is free when the last of an earlier run has ended.
        with plain_words(self._folder.root), self._folder.lock(self.name) as lock:
            self._folder.check_space(first_start=not self._cluster.exists())
            programs = postgres_programs(self._folder)
            self._ensure_cluster(programs, lock)
            self._remove_stale_locks()
            self._log_start = log_size(self._log)
            self.process = self._spawn(
                (programs / "postgres", *self._options()), self.stop_signal, lock
            )

    def is_ready(self) -> bool:
        """Tell whether it answers; the first time, make the database."""
        try:
            with _connect(self._folder.sockets, "postgres") as connection:
                known = connection.execute(
                    "SELECT 1 FROM pg_database WHERE datname = %s", [DATABASE_NAME]
                ).fetchone()
                if known is None:
                    connection.execute(f"CREATE DATABASE {DATABASE_NAME}")
        except psycopg.OperationalError:
            return False
        return True

    def failure(self) -> StartError:
        """Say in one line why it did not come up."""
        return not_started("PostgreSQL", self._log, self._log_start)

    def _options(self) -> Sequence[str]:
        settings = _SETTINGS if self._durable else _SETTINGS | _NOT_DURABLE
        options = ["-D", str(self._cluster), "-k", str(self._folder.sockets), "-h", ""]
        for name, value in settings.items():
            options += ["-c", f"{name}={value}"]
        return options

    def _ensure_cluster(self, programs: Path, lock: int) -> None:
        draft = self._folder.root / "pg.new"
        shutil.rmtree(draft, ignore_errors=True)
        marker = self._cluster / "PG_VERSION"
        if marker.exists():
            major = marker.read_text().strip()
            if major != str(POSTGRES_MAJOR):
                raise StartError(
                    f"{self._cluster} was written by PostgreSQL {major}, this is {POSTGRES_MAJOR}: "
                    "dump it with that version or set HIP_DATA_DIR to another folder"
                )
            return
        if not self._copy_template(draft):
            self._initialise(draft, programs, lock)
            self._keep_template(draft)
        draft.rename(self._cluster)

    def _initialise(self, draft: Path, programs: Path, lock: int) -> None:
        self._folder.make_private(draft.name)
        since = log_size(self._log)
        options = _INITDB_OPTIONS if self._durable else (*_INITDB_OPTIONS, "--no-sync")
        process = self._spawn(
            (programs / "initdb", "-D", str(draft), *options), signal.SIGKILL, lock
        )
        try:
            done = process.wait(INITDB_SECONDS) == 0
        finally:
            process.stop(signal.SIGKILL, 0)
        if not done:
            words = last_words(self._log, since)
            shutil.rmtree(draft, ignore_errors=True)
            raise StartError(f"PostgreSQL cannot make its files: {words} (log: {self._log})")

    def _spawn(self, command: Sequence[str | Path], death: signal.Signals, lock: int) -> Process:
        return self._spawner.spawn(
            command,
            environment=SERVICE_ENVIRONMENT,
            folder=self._folder.root,
            log=self._log,
            death_signal=death,
            user=self._folder.user,
            lock=lock,
        )

    def _remove_stale_locks(self) -> None:
        """Remove what a killed PostgreSQL left and what would stop the next one.

        PostgreSQL takes the process id in such a file for its own kind when any process has that
        id now, as happens in containers. Where Linux says that it is another program, the file is
        stale; the socket's lock is ours alone, and we hold ``pg.lock``.
        """
        for left in self._folder.sockets.glob(".s.PGSQL.*"):
            left.unlink()
        postmaster = self._cluster / "postmaster.pid"
        if postmaster.exists():
            first = postmaster.read_text().partition("\n")[0].strip()
            program = Path("/proc") / first / "comm"
            if first.isdigit() and program.exists() and program.read_text().strip() != "postgres":
                postmaster.unlink()

    def _template(self) -> Path | None:
        if self._template_cache is None:
            return None
        return self._template_cache / f"pg-{POSTGRES_MAJOR}-{postgres_version()}"

    def _copy_template(self, draft: Path) -> bool:
        template = self._template()
        if template is None or not template.exists():
            return False
        shutil.copytree(template, draft)
        for path in (draft, *draft.rglob("*")):
            self._folder.give(path)
        return True

    def _keep_template(self, draft: Path) -> None:
        template = self._template()
        if template is None:
            return
        template.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        copy = template.with_name(f"{template.name}.{self._folder.root.parent.name}")
        shutil.copytree(draft, copy)
        try:
            copy.rename(template)
        except OSError:  # another run was first
            shutil.rmtree(copy)


def answers(sockets: Path) -> bool:
    """Tell whether our database can be reached through these sockets."""
    try:
        _connect(sockets, DATABASE_NAME).close()
    except psycopg.OperationalError:
        return False
    return True


def _connect(sockets: Path, database: str) -> psycopg.Connection[tuple[object, ...]]:
    return psycopg.connect(
        host=str(sockets), user=DATABASE_USER, dbname=database, connect_timeout=5, autocommit=True
    )
