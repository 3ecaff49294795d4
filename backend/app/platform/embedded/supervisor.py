"""What `hip serve` is: the parent that starts every process, watches them and ends them."""

import contextlib
import os
import select
import signal
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType

from app.platform.embedded.datafolder import DataFolder, ServiceFolder, plain_words
from app.platform.embedded.errors import StartError
from app.platform.embedded.postgres import EmbeddedPostgres
from app.platform.embedded.processes import Process, Spawner, log_size, not_started
from app.platform.embedded.running import Service, bring_down, bring_up
from app.platform.embedded.urls import ServiceUrls
from app.platform.embedded.valkey import EmbeddedValkey
from app.platform.logging import get_logger

FIRST_DELAY, LONGEST_DELAY = 0.2, 10.0
STEADY_SECONDS = 30.0  # after so long a life the next death counts as the first
_IDLE_SECONDS = 1.0

log = get_logger(__name__)


@dataclass(frozen=True, slots=True)
class ChildSpec:
    """A process to keep running beside the services.

    ``death_signal`` is what it gets when the supervisor dies; ``ready`` is asked until it is true,
    without it a started process counts as ready. DATABASE_URL and REDIS_URL are added to ``env``,
    which itself is added to the supervisor's own environment.
    """

    name: str
    argv: Sequence[str]
    env: Mapping[str, str] = field(default_factory=dict)
    stop_signal: signal.Signals = signal.SIGTERM
    death_signal: signal.Signals = signal.SIGTERM
    grace_seconds: float = 10.0
    ready: Callable[[], bool] | None = None


class Supervisor:
    """Runs one data folder's services and the application's processes until asked to end.

    Children start in the order given and end in the reverse one, PostgreSQL last of all. Each
    writes to ``logs/NAME.log`` of the data folder; what the supervisor does is logged as events.
    """

    def __init__(
        self, data_dir: Path, database_url: str | None = None, redis_url: str | None = None
    ) -> None:
        self._data_dir = data_dir
        self._database_url = database_url
        self._redis_url = redis_url
        self._spawner = Spawner()
        self._running: list[Service] = []
        self._at_the_end = contextlib.ExitStack()

    def run(
        self,
        *,
        prepare: Callable[[ServiceUrls], None],
        children: Sequence[ChildSpec],
        on_ready: Callable[[ServiceUrls], None],
    ) -> int:
        """Start all, call ``prepare`` between services and children, watch, and end in order.

        Returns 0 after SIGINT, SIGTERM or SIGHUP; a second one ends the waiting for children.
        Raises StartError when something does not come up. From the main thread only.
        """
        data = DataFolder.open(self._data_dir)
        self._at_the_end.callback(self._spawner.close)
        with data.held_to_serve(), _Signals() as signals:
            try:
                urls = self._start_services(data)
                prepare(urls)
                self._start([_Child(spec, urls, data, self._spawner) for spec in children])
                on_ready(urls)
                signals.interrupting = False
                self._watch(signals)
            except KeyboardInterrupt:
                log.info("start_interrupted")
            finally:
                signals.interrupting = False
                bring_down(self._running, hurry=lambda: signals.asked > 1)
                self._at_the_end.close()
        return 0

    def _start_services(self, data: DataFolder) -> ServiceUrls:
        database_url, redis_url = self._database_url, self._redis_url
        embedded: list[Service] = []
        if database_url is None or redis_url is None:
            folder = ServiceFolder.open(data)
            self._at_the_end.callback(folder.close)
            if database_url is None:
                postgres = EmbeddedPostgres(folder, self._spawner)
                database_url = postgres.url
                embedded.append(postgres)
            if redis_url is None:
                valkey = EmbeddedValkey(folder, self._spawner)
                redis_url = valkey.url
                embedded.append(valkey)
        self._start(embedded)
        return ServiceUrls(database_url, redis_url)

    def _start(self, services: Sequence[Service]) -> None:
        self._running.extend(services)
        bring_up(services)

    def _watch(self, signals: "_Signals") -> None:
        watched = [_Watched(service) for service in self._running]
        while not signals.asked:
            now = time.monotonic()
            for one in watched:
                one.look(now)
            pauses = [one.due - now for one in watched if one.due is not None]
            signals.wait(max(0.0, min([_IDLE_SECONDS, *pauses])))


class _Child:
    """A process of the application, as the other services."""

    def __init__(
        self, spec: ChildSpec, urls: ServiceUrls, data: DataFolder, spawner: Spawner
    ) -> None:
        self._spec = spec
        self._environment = {**os.environ, **spec.env, **urls.environment()}
        self._folder = Path.cwd()
        self._log = data.log(spec.name)
        self._log_start = 0
        self._spawner = spawner
        self.name = spec.name
        self.stop_signal = spec.stop_signal
        self.grace_seconds = spec.grace_seconds
        self.process: Process | None = None

    def start(self) -> None:
        with plain_words(self._log):
            self._log_start = log_size(self._log)
            self.process = self._spawner.spawn(
                self._spec.argv,
                environment=self._environment,
                folder=self._folder,
                log=self._log,
                death_signal=self._spec.death_signal,
            )

    def is_ready(self) -> bool:
        return self._spec.ready is None or self._spec.ready()

    def failure(self) -> StartError:
        return not_started(self.name, self._log, self._log_start)


class _Watched:
    """A service with the memory of how often it died lately."""

    def __init__(self, service: Service) -> None:
        self._service = service
        self._started = time.monotonic()
        self._delay = FIRST_DELAY
        self.due: float | None = None

    def look(self, now: float) -> None:
        """Notice a death and plan the restart, or do what was planned."""
        process = self._service.process
        if self.due is None and process is not None and process.exit_code() is not None:
            log.warning("child_died", child=self._service.name, exit_code=process.exit_code())
            if now - self._started > STEADY_SECONDS:
                self._delay = FIRST_DELAY
            self._plan(now)
        elif self.due is not None and now >= self.due:
            self._restart(now)

    def _restart(self, now: float) -> None:
        try:
            self._service.start()
        except StartError as error:
            log.warning("child_not_restarted", child=self._service.name, reason=str(error))
            self._plan(now)
        else:
            self.due = None
            self._started = now
            log.info("child_restarted", child=self._service.name)

    def _plan(self, now: float) -> None:
        self.due = now + self._delay
        self._delay = min(2 * self._delay, LONGEST_DELAY)


class _Signals(contextlib.AbstractContextManager["_Signals"]):
    """Counts the asks to end, and wakes the watcher on them and on a child's death.

    While ``interrupting``, an ask to end breaks what runs, as Ctrl-C does by default.
    """

    def __init__(self) -> None:
        self.asked = 0
        self.interrupting = True
        self._stack = contextlib.ExitStack()
        self._wakes = -1

    def __enter__(self) -> "_Signals":
        self._wakes, writes = os.pipe()
        for end in (self._wakes, writes):
            os.set_blocking(end, False)
            self._stack.callback(os.close, end)
        before = signal.set_wakeup_fd(writes, warn_on_full_buffer=False)
        self._stack.callback(signal.set_wakeup_fd, before)
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            self._stack.callback(signal.signal, number, signal.signal(number, self._note))
        quiet = signal.signal(signal.SIGCHLD, lambda *_: None)
        self._stack.callback(signal.signal, signal.SIGCHLD, quiet)
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    def wait(self, seconds: float) -> None:
        """Sleep until a signal comes, at most so long."""
        if select.select([self._wakes], [], [], seconds)[0]:
            with contextlib.suppress(BlockingIOError):
                while os.read(self._wakes, 512):
                    pass

    def _note(self, _number: int, _frame: FrameType | None) -> None:
        self.asked += 1
        if self.interrupting:
            raise KeyboardInterrupt
