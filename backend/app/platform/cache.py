"""Redis as a cache: quick, or not at all. What it does not give in time is computed instead.

Nothing here raises for a server that is away, slow, full or unwilling: reads then find nothing,
writes do nothing and claims are granted. For a moment it is not even asked again, so an outage
costs one time-out now and then and is one line of the log, with another when it is over.
"""

import threading
import time
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Literal, TypeVar

from redis import Redis
from redis.backoff import NoBackoff
from redis.exceptions import ConnectionError as Disconnected
from redis.exceptions import RedisError
from redis.retry import Retry

from app.platform.logging import get_logger

TIMEOUT_SECONDS = 0.25
LEAVE_ALONE_SECONDS = 2.0
COUNTS_KEY = "cache:counts"
FORGET_AT_ONCE = 500

CLAIM = """
for i, key in ipairs(KEYS) do
  if not redis.call('SET', key, ARGV[1], 'NX', 'PX', ARGV[2]) then return i - 1 end
end
return #KEYS
"""
RELEASE = """
for _, key in ipairs(KEYS) do
  if redis.pcall('GET', key) == ARGV[1] then redis.call('DEL', key) end
end
"""

Count = Literal["hits", "misses", "computed", "outages"]
Found = TypeVar("Found")

log = get_logger(__name__)


class Cache:
    """One process's view of the cache; without an address there is none. Safe for threads."""

    def __init__(self, redis_url: str | None, prefix: str) -> None:
        self._redis = None if redis_url is None else _client(redis_url)
        self._prefix = prefix
        self._lock = threading.Lock()
        self._tallies: Counter[str] = Counter()
        self._ask_again_at = 0.0
        self._is_away = False

    def close(self) -> None:
        """Close the connections."""
        if self._redis is not None:
            self._redis.close()

    def get(self, keys: Sequence[str]) -> list[bytes | None]:
        """Return the values in the order of their keys, None where there is none."""
        if not keys:
            return []

        def ask(redis: Redis) -> list[bytes | None]:
            found, *_ = self._telling(redis, lambda pipe: pipe.mget(self._full(keys)))
            values: list[bytes | None] = found
            return values

        return self._try(ask, [None] * len(keys))

    def put(self, values: Mapping[str, bytes], seconds: int) -> None:
        """Keep the values for so long."""

        def ask(redis: Redis) -> None:
            pipe = redis.pipeline(transaction=False)
            for key, value in values.items():
                pipe.set(self._prefix + key, value, ex=seconds)
            pipe.execute()

        if values:
            self._try(ask, None)

    def forget(self, keys: Sequence[str]) -> None:
        """Drop what is kept under these keys."""

        def ask(redis: Redis) -> None:
            for start in range(0, len(keys), FORGET_AT_ONCE):
                redis.unlink(*self._full(keys[start : start + FORGET_AT_ONCE]))

        self._try(ask, None)

    def claim(self, keys: Sequence[str], token: str, seconds: float) -> int:
        """Claim keys in their order up to the first that another token holds; returns how many.

        Claims taken in one order everywhere cannot wait for each other in a circle. They end by
        themselves after so many seconds.
        """

        def ask(redis: Redis) -> int:
            granted = redis.eval(CLAIM, len(keys), *self._full(keys), token, int(seconds * 1000))
            return int(granted)

        return self._try(ask, len(keys))

    def release(self, keys: Sequence[str], token: str) -> None:
        """Give up those of the claims that the token still holds."""
        if keys:
            self._try(lambda redis: redis.eval(RELEASE, len(keys), *self._full(keys), token), None)

    def count(self, name: Count, number: int = 1) -> None:
        """Add to a count of all processes; it is sent along with the next read."""
        with self._lock:
            self._tallies[name] += number

    def counts(self) -> dict[str, int]:
        """Return the counts of all processes as far as they were sent; empty while it is away."""

        def ask(redis: Redis) -> dict[str, int]:
            self._telling(redis, None)
            found: dict[Any, Any] = redis.hgetall(self._prefix + COUNTS_KEY)
            return {name.decode(): int(number) for name, number in found.items()}

        return self._try(ask, {})

    def _full(self, keys: Iterable[str]) -> list[str]:
        return [self._prefix + key for key in keys]

    def _telling(self, redis: Redis, read: Callable[[Redis], object] | None) -> list[Any]:
        """Send the tallies along with a read; counts that cannot be kept are no outage."""
        with self._lock:
            tallies, self._tallies = self._tallies, Counter()
        pipe = redis.pipeline(transaction=False)
        if read is not None:
            read(pipe)
        for name, number in tallies.items():
            pipe.hincrby(self._prefix + COUNTS_KEY, name, number)
        try:
            found: list[Any] = pipe.execute(raise_on_error=False)
        except (RedisError, OSError):
            with self._lock:
                self._tallies += tallies
            raise
        if found and isinstance(found[0], RedisError):
            raise found[0]
        return found

    def _try(self, ask: Callable[[Redis], Found], otherwise: Found) -> Found:
        if self._redis is None or time.monotonic() < self._ask_again_at:
            return otherwise
        try:
            found = ask(self._redis)
        except (RedisError, OSError) as error:
            self._note_away(error)
            return otherwise
        if self._is_away:
            self._note_back()
        return found

    def _note_away(self, error: Exception) -> None:
        with self._lock:
            is_news, self._is_away = not self._is_away, True
            self._ask_again_at = time.monotonic() + LEAVE_ALONE_SECONDS
            self._tallies["outages"] += is_news
        if is_news:
            log.warning("cache_away", error=type(error).__name__)

    def _note_back(self) -> None:
        with self._lock:
            is_news, self._is_away = self._is_away, False
        if is_news:
            log.info("cache_back")


def _client(url: str) -> Redis:
    """A pooled connection that the server closed is opened again, once and at once."""
    return Redis.from_url(
        url,
        socket_timeout=TIMEOUT_SECONDS,
        socket_connect_timeout=TIMEOUT_SECONDS,
        retry=Retry(NoBackoff(), 1, supported_errors=(Disconnected,)),
    )
