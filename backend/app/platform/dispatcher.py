"""The thread that turns due outbox rows into broker messages, and finds what got lost.

It runs in every API process; rows are claimed with SKIP LOCKED, so any number may run. It listens
for notifications and looks anyway once a second, which is all it does behind a transaction pooler
where LISTEN does not work.
"""

import threading
import time
from collections.abc import Callable
from uuid import UUID

from kombu.exceptions import OperationalError as BrokerError
from redis.exceptions import RedisError
from sqlalchemy import text
from sqlalchemy.engine import Connection
from sqlalchemy.exc import DBAPIError

from app.platform.database import transaction
from app.platform.logging import get_logger
from app.platform.outbox import CHANNEL, claim_pending, count_in_flight, mark_sent, release_expired
from app.platform.runtime import Runtime

MAX_IN_FLIGHT = 20
LISTEN_SECONDS = 1.0
SWEEP_SECONDS = 3.0
RECONNECT_SECONDS = 0.5

Send = Callable[[str, str, UUID, str | None], None]
"""Send one message: task name, queue, task id, request id. Raises when the broker is away."""

log = get_logger(__name__)


class Dispatcher:
    """Start it once per process; ``stop`` returns when the thread has ended."""

    def __init__(self, runtime: Runtime, send: Send) -> None:
        self._runtime = runtime
        self._send = send
        self._stopping = threading.Event()
        self._next_sweep = 0.0
        self._thread = threading.Thread(target=self._run, name="outbox-dispatcher", daemon=True)

    def start(self) -> None:
        """Begin to dispatch."""
        self._thread.start()

    def stop(self) -> None:
        """End within a second or so."""
        self._stopping.set()
        self._thread.join(timeout=10)

    def is_alive(self) -> bool:
        """Say whether the thread runs."""
        return self._thread.is_alive()

    def _run(self) -> None:
        while not self._stopping.is_set():
            try:
                with self._runtime.engine.connect() as connection:
                    self._listen(connection.execution_options(isolation_level="AUTOCOMMIT"))
            except DBAPIError as error:
                log.warning("outbox_database_away", error=type(error.orig).__name__)
            except (BrokerError, RedisError, OSError) as error:
                log.warning("outbox_broker_away", error=type(error).__name__)
            except Exception as error:
                log.exception("outbox_dispatcher_failed", error=type(error).__name__)
            self._stopping.wait(RECONNECT_SECONDS)

    def _listen(self, connection: Connection) -> None:
        connection.execute(text(f"LISTEN {CHANNEL}"))
        driver = connection.connection.driver_connection
        assert driver is not None  # noqa: S101 - a checked-out connection has one
        while not self._stopping.is_set():
            self._sweep_when_due()
            while self.dispatch_batch():
                pass
            for _ in driver.notifies(timeout=LISTEN_SECONDS, stop_after=1):
                pass

    def _sweep_when_due(self) -> None:
        if time.monotonic() >= self._next_sweep:
            with transaction(self._runtime.sessions) as session:
                released = release_expired(session)
            if released:
                log.warning("outbox_tasks_released", count=released)
            self._next_sweep = time.monotonic() + SWEEP_SECONDS

    def dispatch_batch(self) -> int:
        """Send what is due and fits in flight; a message is sent inside the claim."""
        with transaction(self._runtime.sessions) as session:
            room = MAX_IN_FLIGHT - count_in_flight(session)
            tasks = claim_pending(session, room) if room > 0 else []
            sent: list[UUID] = []
            failure: Exception | None = None
            for task in tasks:
                try:
                    self._send(task.name, task.queue, task.id, task.request_id)
                except (BrokerError, RedisError, OSError) as error:
                    failure = error
                    break
                sent.append(task.id)
            if sent:
                mark_sent(session, sent)
        if failure is not None:
            raise failure
        return len(sent)
