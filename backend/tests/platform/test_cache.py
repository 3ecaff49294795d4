import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

import pytest
import redis
from structlog.testing import capture_logs

from app.platform import cache as cache_module
from app.platform.cache import COUNTS_KEY, Cache
from app.platform.embedded.datafolder import DataFolder, ServiceFolder
from app.platform.embedded.processes import Spawner
from app.platform.embedded.running import bring_down, bring_up
from app.platform.embedded.valkey import EmbeddedValkey
from app.platform.ids import uuid7
from tests.support.stack import Stack, private_folder


@pytest.fixture
def cache(stack: Stack) -> Iterator[Cache]:
    """A cache whose keys are this test's own."""
    made = Cache(stack.redis_url, f"{stack.key_prefix}{uuid7()}:")
    yield made
    made.close()


@contextmanager
def own_valkey() -> Iterator[EmbeddedValkey]:
    """A Valkey that a test may stop and start."""
    with ExitStack() as undo:
        folder = ServiceFolder.open(DataFolder.open(private_folder(undo)))
        spawner = Spawner()
        undo.callback(spawner.close)
        valkey = EmbeddedValkey(folder, spawner, durable=False)
        undo.callback(bring_down, [valkey])
        bring_up([valkey])
        yield valkey


def test_values_come_back_in_the_order_of_their_keys(cache: Cache) -> None:
    cache.put({"a": b"1", "b": b"2"}, 60)

    assert cache.get(["b", "nothing", "a"]) == [b"2", None, b"1"]


def test_values_end_and_can_be_forgotten(cache: Cache, stack: Stack) -> None:
    cache.put({"a": b"1", "b": b"2"}, 60)

    with redis.Redis.from_url(stack.redis_url) as client:
        (key,) = client.keys(f"{cache._prefix}*a")
        assert 0 < client.ttl(key) <= 60
    cache.forget(["a", "never there"])

    assert cache.get(["a", "b"]) == [None, b"2"]


def test_claims_are_granted_in_order_up_to_the_first_held_by_another(cache: Cache) -> None:
    assert cache.claim(["b"], "one", 60) == 1

    assert cache.claim(["a", "b", "c"], "two", 60) == 1
    assert cache.claim(["c"], "three", 60) == 1
    assert cache.claim(["a"], "three", 60) == 0


def test_only_its_holder_gives_a_claim_up(cache: Cache) -> None:
    cache.claim(["a"], "one", 60)

    cache.release(["a"], "two")
    assert cache.claim(["a"], "two", 60) == 0
    cache.release(["a"], "one")
    assert cache.claim(["a"], "two", 60) == 1


def test_a_claim_ends_by_itself(cache: Cache) -> None:
    cache.claim(["a"], "one", 0.05)

    threading.Event().wait(0.1)

    assert cache.claim(["a"], "two", 60) == 1


def test_counts_are_those_of_all_processes(cache: Cache, stack: Stack) -> None:
    other = Cache(stack.redis_url, cache._prefix)
    cache.count("hits", 2)
    other.count("hits")
    other.count("misses", 4)
    cache.get(["a"])

    assert other.counts() == {"hits": 3, "misses": 4}
    other.close()


def test_a_value_of_another_type_counts_as_none_and_is_replaced(cache: Cache, stack: Stack) -> None:
    with redis.Redis.from_url(stack.redis_url) as client:
        client.rpush(f"{cache._prefix}a", "not", "a", "string")
        client.set(f"{cache._prefix}{COUNTS_KEY}", "not a hash")
    cache.count("hits")

    before = cache.get(["a"])
    cache.put({"a": b"1"}, 60)

    assert (before, cache.get(["a"])) == ([None], [b"1"])


def test_an_outage_gives_nothing_and_is_told_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache_module, "LEAVE_ALONE_SECONDS", 0.0)
    with own_valkey() as valkey, capture_logs() as logs:
        cache = Cache(valkey.url, "")
        cache.put({"a": b"1"}, 60)
        bring_down([valkey])

        away = [cache.get(["a"]) for _ in range(3)]
        cache.put({"a": b"2"}, 60)
        cache.forget(["a"])
        granted = cache.claim(["a", "b"], "one", 60)
        counts = cache.counts()
        bring_up([valkey])
        back = cache.get(["a"])
        outages = cache.counts()["outages"]
        cache.close()

    assert (away, granted, counts, back) == ([[None]] * 3, 2, {}, [None])
    assert outages == 1
    assert [entry["event"] for entry in logs] == ["cache_away", "cache_back"]


def test_a_server_that_hangs_costs_one_time_out() -> None:
    with own_valkey() as valkey, redis.Redis.from_url(valkey.url) as client:
        cache = Cache(valkey.url, "")
        cache.put({"a": b"1"}, 60)
        client.execute_command("CLIENT", "PAUSE", 60_000, "ALL")
        finished = threading.Event()

        def ask_often() -> None:
            for _ in range(1000):
                assert cache.get(["a"]) == [None]
            finished.set()

        threading.Thread(target=ask_often, daemon=True).start()
        assert finished.wait(10)
        cache.close()


def test_without_an_address_there_is_no_cache() -> None:
    cache = Cache(None, "")
    cache.put({"a": b"1"}, 60)

    assert (cache.get(["a"]), cache.claim(["a"], "one", 1), cache.counts()) == ([None], 1, {})
