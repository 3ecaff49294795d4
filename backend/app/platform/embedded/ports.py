"""Find out before anything starts whether the port is free."""

import errno
import os
import socket
import time

from app.platform.embedded.errors import StartError

_OLD_RUN_SECONDS = 5.0


def require_free_port(host: str, port: int) -> None:
    """Raise StartError if the port cannot be listened on, once a killed run had time to leave."""
    deadline = time.monotonic() + _OLD_RUN_SECONDS
    while True:
        try:
            _listen(host, port)
        except OSError as error:
            if error.errno == errno.EADDRINUSE and time.monotonic() < deadline:
                time.sleep(0.1)
                continue
            if error.errno == errno.EADDRINUSE:
                why = f"port {port} on {host} is in use: choose another"
            else:
                reason = os.strerror(error.errno) if error.errno else str(error)
                why = f"cannot listen on port {port} of {host}: {reason}"
            raise StartError(why) from error
        return


def _listen(host: str, port: int) -> None:
    family, kind, protocol, _, address = socket.getaddrinfo(
        host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
    )[0]
    with socket.socket(family, kind, protocol) as server:
        server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        server.bind(address)
        server.listen(1)
