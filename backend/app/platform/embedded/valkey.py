"""A real Valkey as a child process, on a Unix socket only."""

import signal
import socket
from pathlib import Path

from app.platform.embedded.binaries import valkey_program
from app.platform.embedded.datafolder import ServiceFolder, plain_words
from app.platform.embedded.errors import StartError
from app.platform.embedded.postgres import SERVICE_ENVIRONMENT
from app.platform.embedded.processes import Process, Spawner, log_size, not_started
from app.platform.embedded.urls import valkey_url

SOCKET_NAME = "valkey.sock"
MEMORY = "256mb"


class EmbeddedValkey:
    """Valkey over one service folder: evicts only what has an end, syncs its file each second.

    ``durable=False`` is for tests: it writes nothing.
    """

    name = "valkey"
    stop_signal = signal.SIGTERM
    grace_seconds = 10.0

    def __init__(self, folder: ServiceFolder, spawner: Spawner, *, durable: bool = True) -> None:
        self._folder = folder
        self._spawner = spawner
        self._durable = durable
        self._log = folder.data.log(self.name)
        self._log_start = 0
        self._socket = folder.sockets / SOCKET_NAME
        self.url = valkey_url(self._socket)
        self.process: Process | None = None

    def start(self) -> None:
        """Start it. Raises StillEnding while one of an earlier run lives, else StartError."""
        # It inherits the lock: two of them would ruin the append-only file.
        with plain_words(self._folder.root), self._folder.lock(self.name) as lock:
            self._folder.check_space(first_start=False)
            program = valkey_program(self._folder)
            data = self._folder.make_private("valkey")
            self._log_start = log_size(self._log)
            self.process = self._spawner.spawn(
                (program, *self._options(data)),
                environment=SERVICE_ENVIRONMENT,
                folder=data,
                log=self._log,
                death_signal=self.stop_signal,
                user=self._folder.user,
                lock=lock,
            )

    def is_ready(self) -> bool:
        """Tell whether it answers and has read its data."""
        return answers(self._folder.sockets)

    def failure(self) -> StartError:
        """Say in one line why it did not come up."""
        return not_started("Valkey", self._log, self._log_start)

    def _options(self, data: Path) -> list[str]:
        settings = {
            "port": "0",
            "unixsocket": str(self._socket),
            "unixsocketperm": "700",
            "dir": str(data),
            "save": "",
            "appendonly": "yes" if self._durable else "no",
            "appendfsync": "everysec",
            "maxmemory": MEMORY,
            "maxmemory-policy": "volatile-lru",  # cached values have an end, messages have none
            "daemonize": "no",
        }
        return [word for name, value in settings.items() for word in (f"--{name}", value)]


def answers(sockets: Path) -> bool:
    """Tell whether the Valkey of these sockets answers a ping."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as client:
        client.settimeout(1)
        try:
            client.connect(str(sockets / SOCKET_NAME))
            client.sendall(b"PING\r\n")
            return client.recv(16).startswith(b"+PONG")
        except OSError:
            return False
