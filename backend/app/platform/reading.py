"""Reading a stranger's file in a process of its own, which may die without harm to this one."""

import atexit
import contextlib
import json
import os
import signal
import socket
import struct
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any

from app.engine.codec import from_json, to_json
from app.engine.documents.errors import DocumentError, ReadingFailed
from app.engine.documents.kinds import media_kind
from app.engine.documents.limits import DEFAULT_LIMITS, ReadingLimits
from app.engine.documents.model import Document
from app.platform.sandbox import DEFAULT_PROCESS_LIMITS, ProcessLimits

START_SECONDS = 60.0
"""How long the server may take to load the engine; a second at most on an idle machine."""

GRACE_SECONDS = 2.0
"""The child's own clock ends it; this much later it is killed from here."""

MAX_REPLY_BYTES = 64 * 1024 * 1024

_START = (
    "import sys; sys.path.append(sys.argv[1]); sys.dont_write_bytecode = True; "
    "from app.platform.reading_server import main; main()"
)
_ROOT = str(Path(__file__).resolve().parents[2])
_NUMBER = struct.Struct("!I")
_TOO_LONG = "Reading the file took too long. Export it again, or with fewer pages and pictures."
_DIED = (
    "The file could not be read: reading it ended the reader, or took more than it may have. "
    "Export it again from the original."
)
_ERRORS: dict[str, type[DocumentError]] = {
    error.code: error for error in DocumentError.__subclasses__()
}


def read_in_child(
    data: bytes,
    filename: str,
    limits: ReadingLimits = DEFAULT_LIMITS,
    process: ProcessLimits = DEFAULT_PROCESS_LIMITS,
) -> Document:
    """Read a document in a confined process of its own; the answer comes back as plain data.

    Raises what :func:`~app.engine.documents.read.read_document` raises, and
    :class:`ReadingFailed` where the process hangs, runs out of memory or dies. Any thread may
    call, of any process: one that was forked starts a server of its own.
    """
    media_kind(data, filename, limits)
    reply = _server.ask(data, filename, limits, process)
    if "document" in reply:
        return from_json(Document, reply["document"])
    raise _ERRORS.get(str(reply.get("code")), ReadingFailed)(str(reply.get("message")))


def stop_reading_server() -> None:
    """End the server of this process, if there is one; the next file starts another."""
    _server.stop()


class _Server:
    """The server process of this process: started by the first file, ended with us."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._control: socket.socket | None = None

    def ask(
        self, data: bytes, filename: str, limits: ReadingLimits, process: ProcessLimits
    ) -> dict[str, Any]:
        """Have one file read and return the reply of its reader."""
        header = json.dumps(
            {"filename": filename, "limits": to_json(limits), "process": to_json(process)}
        ).encode()
        connection, child = self._connect()
        deadline = time.monotonic() + process.wall_seconds + GRACE_SECONDS
        with connection:
            try:
                for part in (header, data):
                    connection.settimeout(max(0.001, deadline - time.monotonic()))
                    connection.sendall(_NUMBER.pack(len(part)) + part)
                (size,) = _NUMBER.unpack(_receive(connection, _NUMBER.size, deadline))
                if size > MAX_REPLY_BYTES:
                    raise ReadingFailed(_DIED)
                return dict(json.loads(_receive(connection, size, deadline)))
            except TimeoutError:
                _kill(child)
                raise ReadingFailed(_TOO_LONG) from None
            except (OSError, ValueError):
                _kill(child)
                late = time.monotonic() > deadline - GRACE_SECONDS - 0.1
                raise ReadingFailed(_TOO_LONG if late else _DIED) from None

    def stop(self, control: socket.socket | None = None) -> None:
        """Close the socket, which ends the server, and wait for its end.

        With ``control``, only if that is still the server's: another thread may have replaced it.
        """
        with self._lock:
            if control is not None and control is not self._control:
                return
            self._end()

    def _end(self) -> None:
        """Close and wait, by whoever holds the lock."""
        process, control = self._process, self._control
        self._process = self._control = None
        if control is not None:
            control.close()
        if process is not None:
            try:
                process.wait(GRACE_SECONDS)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()

    def forget(self) -> None:
        """Let go of a server that belongs to the process this one was forked from."""
        if self._control is not None:
            self._control.close()
        if self._process is not None:
            self._process.returncode = 0  # it is not ours to wait for
        self._process = self._control = None
        self._lock = threading.Lock()  # the old one may have been held by another thread

    def _connect(self) -> tuple[socket.socket, int]:
        """A connection to a new reading process and its number; a dead server is replaced once."""
        for _ in range(2):
            ours, theirs = socket.socketpair()
            control = None
            try:
                with theirs:
                    control = self._send(theirs)
                number = _receive(ours, _NUMBER.size, time.monotonic() + START_SECONDS)
                return ours, _NUMBER.unpack(number)[0]
            except OSError:
                ours.close()
                if control is not None:
                    self.stop(control)
        raise ReadingFailed("The reader cannot be started. Try again later.")

    def _send(self, connection: socket.socket) -> socket.socket:
        """Hand a connection to the server, started if need be; returns the socket it has."""
        with self._lock:
            if self._control is None:
                self._start()
            assert self._control is not None  # noqa: S101 - _start sets it or raises
            try:
                socket.send_fds(self._control, [b"F"], [connection.fileno()])
            except OSError:
                self._end()
                raise
            return self._control

    def _start(self) -> None:
        ours, theirs = socket.socketpair()
        with theirs:
            self._process = subprocess.Popen(  # noqa: S603 - our own program
                [sys.executable, "-I", "-c", _START, _ROOT, str(theirs.fileno())],
                pass_fds=[theirs.fileno()],
                env={"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "PYTHONUTF8": "1"},
                cwd="/",
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
            )
        self._control = ours
        ours.settimeout(START_SECONDS)
        if ours.recv(1) != b"R":
            self._end()
            raise ConnectionError("the reading server did not start")


def _receive(connection: socket.socket, size: int, deadline: float) -> bytes:
    """Exactly ``size`` bytes; raises TimeoutError at the deadline, ConnectionError at an end."""
    parts: list[bytes] = []
    while size:
        connection.settimeout(max(0.001, deadline - time.monotonic()))
        part = connection.recv(min(size, 1 << 20))
        if not part:
            raise ConnectionError("the reader ended")
        parts.append(part)
        size -= len(part)
    return b"".join(parts)


def _kill(process: int) -> None:
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.kill(process, signal.SIGKILL)


_server = _Server()
atexit.register(_server.stop)
os.register_at_fork(after_in_child=_server.forget)
