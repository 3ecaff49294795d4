"""Bring services up and down, in order."""

import signal
import time
from collections.abc import Callable, Sequence
from typing import Protocol

from app.platform.embedded.errors import StillEnding
from app.platform.embedded.processes import Process

START_SECONDS = 60.0
_OLD_RUN_SECONDS = 20.0
_POLL_SECONDS = 0.02


class Service(Protocol):
    """Something that runs as one child process."""

    @property
    def name(self) -> str:
        """What logs and messages call it."""

    @property
    def stop_signal(self) -> signal.Signals:
        """The signal that asks it to end in good order."""

    @property
    def grace_seconds(self) -> float:
        """How long it may take to end."""

    @property
    def process(self) -> Process | None:
        """The process last started."""

    def start(self) -> None:
        """Start the process, without waiting for it to answer."""

    def is_ready(self) -> bool:
        """Tell whether it answers."""

    def failure(self) -> Exception:
        """Say in one line why it did not come up."""


def bring_up(services: Sequence[Service]) -> None:
    """Start services at once and wait for each. Raises StartError."""
    for service in services:
        _start_after_the_old(service)
    for service in services:
        _wait_for(service)


def bring_down(services: Sequence[Service], hurry: Callable[[], bool] | None = None) -> None:
    """Stop services, the last started first, each before the next."""
    for service in reversed(services):
        if service.process is not None:
            service.process.stop(service.stop_signal, service.grace_seconds, hurry)


def _start_after_the_old(service: Service) -> None:
    """Start it once what a killed run left has ended, which takes it a moment."""
    deadline = time.monotonic() + _OLD_RUN_SECONDS
    while True:
        try:
            service.start()
        except StillEnding:
            if time.monotonic() > deadline:
                raise
            time.sleep(_POLL_SECONDS)
        else:
            return


def _wait_for(service: Service) -> None:
    deadline = time.monotonic() + START_SECONDS
    while not service.is_ready():
        ended = service.process is None or service.process.exit_code() is not None
        if ended or time.monotonic() > deadline:
            raise service.failure()
        time.sleep(_POLL_SECONDS)
