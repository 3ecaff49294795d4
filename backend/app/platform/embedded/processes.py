"""Child processes that never outlive their parent."""

import contextlib
import ctypes
import os
import platform
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from app.platform.embedded import guard, launch
from app.platform.embedded.errors import StartError
from app.platform.embedded.users import ServiceUser

ON_LINUX = platform.system() == "Linux"
_POLL_SECONDS = 0.02
_TAIL_BYTES = 8192
_TOO_EARLY = "the database system is starting up"  # the answer to our own asking


class Process:
    """One running child, in a session of its own so that Ctrl-C reaches only its parent."""

    def __init__(self, popen: subprocess.Popen[bytes], forget: Callable[[int], None]) -> None:
        self._popen = popen
        self._forget = forget

    @property
    def pid(self) -> int:
        """The process id."""
        return self._popen.pid

    def exit_code(self) -> int | None:
        """Return None while it runs; once it ended, end what it left in its session as well."""
        if self._popen.returncode is None and self._popen.poll() is not None:
            self._forget(self.pid)
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(self.pid, signal.SIGKILL)
        return self._popen.returncode

    def wait(self, seconds: float) -> int | None:
        """Wait for its end; return the exit code, None if it still runs by then."""
        deadline = time.monotonic() + seconds
        while self.exit_code() is None and time.monotonic() < deadline:
            time.sleep(_POLL_SECONDS)
        return self.exit_code()

    def stop(
        self, number: signal.Signals, grace_seconds: float, hurry: Callable[[], bool] | None = None
    ) -> None:
        """Ask it to end, wait, and kill what is left of it after the grace or when in a hurry."""
        if self.exit_code() is None:
            self._popen.send_signal(number)
        deadline = time.monotonic() + grace_seconds
        while self.exit_code() is None:
            if time.monotonic() > deadline or (hurry is not None and hurry()):
                with contextlib.suppress(ProcessLookupError, PermissionError):
                    os.killpg(self.pid, signal.SIGKILL)
            time.sleep(_POLL_SECONDS)


class Spawner:
    """Starts children that die with this process: by Linux itself, elsewhere by a guard."""

    def __init__(self, *, use_guard: bool = not ON_LINUX) -> None:
        self._use_guard = use_guard
        self._guard: subprocess.Popen[bytes] | None = None

    def spawn(
        self,
        command: Sequence[str | Path],
        *,
        environment: Mapping[str, str],
        folder: Path,
        log: Path,
        death_signal: signal.Signals,
        user: ServiceUser | None = None,
        lock: int | None = None,
    ) -> Process:
        """Start a command whose output goes to ``log`` and who inherits the ``lock`` descriptor.

        Linux sends the death signal when the *thread* that forked ends: call from the main one.
        """
        if threading.current_thread() is not threading.main_thread():
            raise RuntimeError("children are started from the main thread only")
        pipe = self._guard_pipe()
        uid, gid = (user.uid, user.gid) if user is not None else (-1, -1)
        facts = (os.getpid(), int(death_signal), uid, gid, -1 if pipe is None else pipe)
        with log.open("ab") as output:
            popen = subprocess.Popen(  # noqa: S603  our own launcher and our own command
                [sys.executable, "-I", "-S", launch.__file__, *map(str, (*facts, *command))],
                env=dict(environment),
                cwd=folder,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                pass_fds=[fd for fd in (pipe, lock) if fd is not None],
                start_new_session=True,
            )
        return Process(popen, self._forget)

    def close(self) -> None:
        """Dismiss the guard; the children have been stopped by now."""
        if self._guard is not None and self._guard.stdin is not None:
            self._guard.stdin.close()
            self._guard.wait()
            self._guard = None

    def _guard_pipe(self) -> int | None:
        if not self._use_guard:
            return None
        if self._guard is None or self._guard.poll() is not None:
            self._guard = subprocess.Popen(  # noqa: S603  our own script
                [sys.executable, "-I", "-S", guard.__file__],
                stdin=subprocess.PIPE,
                start_new_session=True,
            )
        return self._guard.stdin.fileno() if self._guard.stdin is not None else None

    def _forget(self, pid: int) -> None:
        if self._guard is not None and self._guard.stdin is not None:
            with contextlib.suppress(BrokenPipeError):
                os.write(self._guard.stdin.fileno(), f"-{pid}\n".encode())


def die_with_parent(number: signal.Signals = signal.SIGKILL) -> None:
    """Tie this process to the one that forked it; for the children of a prefork pool."""
    parent = os.getppid()
    if ON_LINUX:
        ctypes.CDLL(None).prctl(launch.PR_SET_PDEATHSIG, int(number), 0, 0, 0)
        if os.getppid() != parent:
            os.kill(os.getpid(), number)
        return

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(0.5)
        os.kill(os.getpid(), number)

    threading.Thread(target=watch, name="die-with-parent", daemon=True).start()


def log_size(log: Path) -> int:
    """Return where the next line of a log will begin."""
    return log.stat().st_size if log.exists() else 0


def last_words(log: Path, since: int) -> str:
    """Return the line of a log, written after ``since``, that best tells why a process ended."""
    with log.open("rb") as file:
        file.seek(max(since, log_size(log) - _TAIL_BYTES))
        lines = [line.strip() for line in file.read().decode(errors="replace").splitlines()]
    lines = [line for line in lines if line and _TOO_EARLY not in line]
    for mark in ("No space left on device", "PANIC:", "FATAL:", "atal", "rror"):
        for line in reversed(lines):
            if mark in line:
                return line
    return lines[-1] if lines else "it said nothing"


def not_started(name: str, log: Path, since: int) -> StartError:
    """Say in one line why a service did not come up."""
    return StartError(f"{name} did not start: {last_words(log, since)} (log: {log})")
