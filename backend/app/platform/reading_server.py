"""The small process that reading processes are forked from: the engine is loaded once, here.

It speaks over one socket, whose file number is its only argument. For each file it is sent one end
of a new connection, forks, and answers there with the child's process number; all else is between
the asker and the child. It ends when its socket closes, and its children end with it. It has one
thread, so forking is safe, and it never reads a file itself.
"""

import contextlib
import json
import os
import signal
import socket
import struct
import sys
from typing import Any

from app.engine.codec import from_json, to_json
from app.engine.documents.errors import DocumentError, ReadingFailed
from app.engine.documents.limits import ReadingLimits
from app.engine.documents.read import read_document
from app.platform.sandbox import ProcessLimits, confine, die_with_parent

READY = b"R"
NUMBER = struct.Struct("!I")
"""How process numbers and lengths are sent."""

OUT_OF_MEMORY = "Reading the file took too much memory. Export it again, with smaller images."
UNREADABLE = "The file could not be read. Export it again from the original."


def serve(control: socket.socket) -> None:
    """Fork a child for every connection received, until the socket closes."""
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # the kernel reaps: no zombies
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # a Ctrl-C is for the asker, who then closes
    control.sendall(READY)
    while True:
        message, files, _, _ = socket.recv_fds(control, 1, 1)
        if not message:
            return
        for number in files:
            with socket.socket(fileno=number) as connection:
                _fork(control, connection)


def _fork(control: socket.socket, connection: socket.socket) -> None:
    process = os.fork()
    if process:
        with contextlib.suppress(OSError):
            connection.sendall(NUMBER.pack(process))
        return
    code = 1
    try:
        die_with_parent()
        control.close()
        _answer(connection)
        code = 0
    finally:
        os._exit(code)


def _answer(connection: socket.socket) -> None:
    """Read one request, confine this process, read the document and send what it is."""
    with connection.makefile("rb") as stream:
        header = json.loads(stream.read(*NUMBER.unpack(stream.read(NUMBER.size))))
        data = stream.read(*NUMBER.unpack(stream.read(NUMBER.size)))
    confine(from_json(ProcessLimits, header["process"]))
    reply = json.dumps(_reply(data, header)).encode()
    connection.sendall(NUMBER.pack(len(reply)) + reply)


def _reply(data: bytes, header: dict[str, Any]) -> dict[str, Any]:
    try:
        document = read_document(
            data, header["filename"], from_json(ReadingLimits, header["limits"])
        )
        return {"document": to_json(document)}
    except DocumentError as error:
        return {"code": error.code, "message": str(error)}
    except MemoryError:
        return {"code": ReadingFailed.code, "message": OUT_OF_MEMORY}
    except Exception as error:  # noqa: BLE001 - the asker must learn of any failure
        kind = type(error).__name__
        return {"code": ReadingFailed.code, "message": f"{UNREADABLE} ({kind})"}


def main() -> None:
    """Serve on the socket whose file number is the last argument."""
    with socket.socket(fileno=int(sys.argv[-1])) as control:
        serve(control)
