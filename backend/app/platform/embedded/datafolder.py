"""The data folder: who holds it, and where in it the services live.

    DATA/hip.lock         held by the one `hip serve` or command that runs the services
    DATA/logs/            output of PostgreSQL, Valkey and the child processes
    DATA/services/        pg/ valkey/ run/ (sockets) bin/ (copies, only if needed) *.lock

As root ``services`` is a link into ``/var/lib/hip`` when the user who runs PostgreSQL could not
reach it here (a 0700 home).
"""

import contextlib
import fcntl
import hashlib
import os
import shutil
import stat
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Literal

from app.platform.embedded.errors import StartError, StillEnding
from app.platform.embedded.users import ServiceUser, service_user

Purpose = Literal["serve", "command"]

ROOT_STATE = Path("/var/lib/hip")
SHORT_SOCKETS = Path("/tmp")  # noqa: S108  the one short path everywhere; the folder in it is 0700
MAX_SOCKET_BYTES = 103  # macOS; Linux takes 107
_LONGEST_SOCKET_NAME = "/.s.PGSQL.5432"
_LOG_LIMIT = 5_000_000
_CLUSTER_BYTES, _RUNNING_BYTES = 128_000_000, 32_000_000


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds a data folder."""

    pid: int
    purpose: str


@dataclass(frozen=True, slots=True)
class DataFolder:
    """A data folder that exists and can be written to."""

    root: Path

    @classmethod
    def open(cls, root: Path) -> "DataFolder":
        """Make the folder if need be. Raises StartError when it cannot be written to."""
        resolved = root.expanduser().absolute()
        with plain_words(resolved):
            # Root lets others pass (not look), so that the user of PostgreSQL gets to services/.
            resolved.mkdir(mode=0o711 if os.geteuid() == 0 else 0o700, parents=True, exist_ok=True)
            (resolved / "logs").mkdir(mode=0o700, exist_ok=True)
        return cls(resolved.resolve())

    def log(self, name: str) -> Path:
        """Return the log of a process; an overlong one is kept once as ``.1``."""
        log = self.root / "logs" / f"{name}.log"
        if log.exists() and log.stat().st_size > _LOG_LIMIT:
            log.replace(log.with_suffix(".log.1"))
        return log

    def try_lock(self, purpose: Purpose) -> IO[str] | None:
        """Hold the folder until the file is closed or this process dies; None if held already."""
        with plain_words(self.root):
            file = _try_flock(self.root / "hip.lock")
            if file is not None:
                file.truncate(0)
                file.write(f"{purpose} {os.getpid()}\n")
                file.flush()
            return file

    def holder(self) -> Holder | None:
        """Return who took the folder last, if the file tells."""
        with plain_words(self.root):
            words = (self.root / "hip.lock").read_text().split()
        return Holder(int(words[1]), words[0]) if len(words) == 2 else None

    @contextlib.contextmanager
    def held_to_serve(self) -> Iterator[None]:
        """Hold the folder for `hip serve`. Raises StartError when another process holds it."""
        lock = self.try_lock("serve")
        if lock is None:
            holder = self.holder()
            who = f"hip {holder.purpose} (process {holder.pid})" if holder else "another hip"
            raise StartError(
                f"{who} is using {self.root} already: stop it or set HIP_DATA_DIR to another folder"
            )
        with lock:
            yield


@dataclass(frozen=True, slots=True)
class ServiceFolder:
    """Where PostgreSQL and Valkey keep their data and sockets, and the user they run as."""

    root: Path
    sockets: Path
    user: ServiceUser | None
    data: DataFolder

    @classmethod
    def open(cls, data: DataFolder) -> "ServiceFolder":
        """Find or make the folder. Raises StartError with one line when that cannot be."""
        link = data.root / "services"
        with plain_words(link):
            user = service_user(link / "pg")
            if not link.exists():
                _make_services(link, user)
            root = link.resolve()
            if user is not None and not user.can_enter(root):
                raise StartError(
                    f"{root} cannot be reached by user id {user.uid}: open its parents"
                )
            return cls(root, _sockets(root, user), user, data)

    def close(self) -> None:
        """Remove the socket folder if it lies outside, once the services have ended."""
        if not self.sockets.is_relative_to(self.root):
            with contextlib.suppress(OSError):
                self.sockets.rmdir()

    def make_private(self, name: str) -> Path:
        """Make a folder that only the services' user can enter."""
        folder = self.root / name
        folder.mkdir(mode=0o700, exist_ok=True)
        self.give(folder)
        return folder

    @contextlib.contextmanager
    def lock(self, service: str) -> Iterator[int]:
        """Hold a service's data; the descriptor is for the child, whose life the lock then shares.

        Raises StillEnding while a process of an earlier run holds it.
        """
        file = _try_flock(self.root / f"{service}.lock")
        if file is None:
            raise StillEnding(f"{service} of an earlier run still ends in {self.root}")
        with file:
            yield file.fileno()

    def give(self, path: Path) -> None:
        """Let the services' user own a path."""
        if self.user is not None:
            os.chown(path, self.user.uid, self.user.gid)

    def check_space(self, *, first_start: bool) -> None:
        """Refuse to begin what a full disk would break halfway."""
        needed = _CLUSTER_BYTES if first_start else _RUNNING_BYTES
        free = shutil.disk_usage(self.root).free
        if free < needed:
            raise StartError(
                f"disk full: {free // 1_000_000} MB free in {self.root}, "
                f"{needed // 1_000_000} MB needed"
            )


@contextlib.contextmanager
def plain_words(path: Path) -> Iterator[None]:
    """Tell what the system refuses (permission, full disk, read-only) in one line."""
    try:
        yield
    except OSError as error:
        where = error.filename if isinstance(error.filename, str) else path
        raise StartError(f"cannot use {where}: {error.strerror or error}") from error


def _try_flock(path: Path) -> IO[str] | None:
    """Open and lock a file, without emptying what its holder wrote; None if it is held."""
    file = path.open("a+")
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        file.close()
        return None
    except BaseException:
        file.close()
        raise
    return file


def _make_services(link: Path, user: ServiceUser | None) -> None:
    if user is None:
        link.mkdir(mode=0o700)
        return
    if user.can_enter(link.parent):
        link.mkdir(mode=0o711)
        return
    ROOT_STATE.mkdir(mode=0o711, parents=True, exist_ok=True)
    target = Path(tempfile.mkdtemp(prefix=f"{link.parent.name}-", dir=ROOT_STATE))
    target.chmod(0o711)
    link.unlink(missing_ok=True)  # it pointed to a folder that is gone
    link.symlink_to(target)


def _sockets(root: Path, user: ServiceUser | None) -> Path:
    """Return a folder whose sockets have names short and plain enough for every client."""
    folder = root / "run"
    long = len(os.fsencode(f"{folder}{_LONGEST_SOCKET_NAME}")) > MAX_SOCKET_BYTES
    if long or any(mark in str(folder) for mark in ',"'):  # PostgreSQL reads a list of folders
        name = hashlib.sha256(os.fsencode(root)).hexdigest()[:12]
        folder = SHORT_SOCKETS / f"hip-{name}"
    folder.mkdir(mode=0o700, exist_ok=True)
    facts = folder.lstat()
    ours = (os.geteuid(), user.uid if user is not None else os.geteuid())
    if not stat.S_ISDIR(facts.st_mode) or facts.st_uid not in ours or facts.st_mode & 0o077:
        raise StartError(f"{folder} is not a private folder of ours: remove it")
    if user is not None:
        os.chown(folder, user.uid, user.gid)
    return folder
