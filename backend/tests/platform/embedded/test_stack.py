"""The stack that test runs use: private, or borrowed from given servers."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
import pytest
import redis

from app.platform.embedded import ServiceUrls, services
from app.platform.embedded.binaries import valkey_program
from app.platform.embedded.datafolder import DataFolder, ServiceFolder
from app.platform.embedded.processes import Spawner
from tests.platform.embedded.running import (
    BACKEND,
    connect,
    eventually,
    processes_in,
    redis_client,
)
from tests.support.stack import CLAIM, Stack, start_stack


def urls_of(stack: Stack) -> ServiceUrls:
    return ServiceUrls(stack.database_url, stack.redis_url)


def folder_of(stack: Stack) -> Path:
    return Path(urlsplit(stack.redis_url).path).parents[2]


def stack_in_a_run(*addresses: str) -> "subprocess.Popen[str]":
    """Start a stack in another process, as another test run would; it prints its addresses."""
    script = (
        "import sys, time\n"
        "from tests.support.stack import start_stack\n"
        "stack = start_stack(*sys.argv[1:])\n"
        "print(stack.database_url, stack.redis_url, stack.key_prefix or '-', flush=True)\n"
        "time.sleep(60)\n"
    )
    command = [sys.executable, "-c", script, *addresses]
    return subprocess.Popen(command, cwd=BACKEND, stdout=subprocess.PIPE, text=True)


@pytest.fixture
def named(folder: Path) -> Iterator[ServiceUrls]:
    """Servers that are not ours, with data in them: PostgreSQL, and a Redis on a TCP port."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    with services(folder, need_redis=False) as urls:
        program = valkey_program(ServiceFolder.open(DataFolder.open(folder)))
        server = Spawner().spawn(
            [program, "--port", str(port), "--save", ""],
            environment={},
            folder=folder,
            log=folder / "named.log",
            death_signal=signal.SIGKILL,
        )
        given = ServiceUrls(urls.database_url, f"redis://127.0.0.1:{port}/0")
        try:
            eventually(lambda: "Ready to accept" in (folder / "named.log").read_text())
            with connect(given) as connection, redis_client(given) as client:
                connection.execute("CREATE TABLE theirs AS SELECT 1 AS one")
                client.set("theirs", "1")
            yield given
        finally:
            server.stop(signal.SIGTERM, 5)


def databases(urls: ServiceUrls) -> set[str]:
    with connect(urls) as connection:
        rows = connection.execute("SELECT datname FROM pg_database WHERE NOT datistemplate")
        return {row[0] for row in rows}


def keys(urls: ServiceUrls) -> dict[str, object]:
    with redis_client(urls) as client:
        return dict(client.info("keyspace"))


def test_two_private_stacks_at_once_share_nothing_and_leave_nothing() -> None:
    one, two = start_stack(), start_stack()
    with connect(urls_of(one)) as connection, redis_client(urls_of(one)) as client:
        connection.execute("CREATE TABLE mine ()")
        client.set("mine", "1")

    with connect(urls_of(two)) as connection, redis_client(urls_of(two)) as client:
        seen = connection.execute("SELECT to_regclass('mine')").fetchone(), client.get("mine")
        fsync = connection.execute("SHOW fsync").fetchone()
    for stack in (one, two):
        stack.stop()

    assert seen == ((None,), None)
    assert fsync == ("off",)
    for stack in (one, two):
        assert not folder_of(stack).exists()
        assert processes_in(folder_of(stack)) == []


def test_a_killed_run_leaves_no_process_and_the_next_run_removes_its_folder() -> None:
    with stack_in_a_run() as run:
        assert run.stdout is not None
        database_url, redis_url, _ = run.stdout.readline().split()
        left = folder_of(Stack(database_url, redis_url, "", run.kill))

        run.kill()
        eventually(lambda: processes_in(left) == [])

    long_ago = time.time() - 3600
    os.utime(left, (long_ago, long_ago))
    start_stack().stop()
    assert not left.exists()


def test_on_given_servers_a_run_has_its_own_database_and_namespace(named: ServiceUrls) -> None:
    before = databases(named), keys(named)

    stack = start_stack(named.database_url, named.redis_url)
    own = urls_of(stack)
    with connect(own) as connection, redis_client(own) as client:
        connection.execute("CREATE TABLE mine ()")
        client.set(f"{stack.key_prefix}mine", "1")
        theirs = connection.execute("SELECT to_regclass('theirs')").fetchone(), client.get("theirs")
    during = databases(named) - before[0], set(keys(named)) - set(before[1])
    stack.stop()

    assert theirs == ((None,), None)
    assert [len(found) for found in during] == [1, 1]
    assert (databases(named), keys(named)) == before


def test_two_runs_on_the_same_servers_get_different_namespaces(named: ServiceUrls) -> None:
    one = start_stack(named.database_url, named.redis_url)
    two = start_stack(named.database_url, named.redis_url)
    try:
        assert one.database_url != two.database_url
        assert one.redis_url != two.redis_url
        assert one.key_prefix != two.key_prefix
    finally:
        one.stop()
        two.stop()


def test_a_killed_run_leaves_nothing_on_given_servers(named: ServiceUrls) -> None:
    before = databases(named), keys(named)
    assert named.redis_url is not None
    with stack_in_a_run(named.database_url, named.redis_url) as run:
        assert run.stdout is not None
        own = run.stdout.readline().split()[0].replace("+psycopg", "")
        open_to_the_end = psycopg.connect(own)

        run.kill()

        eventually(lambda: (databases(named), keys(named)) == before)
        open_to_the_end.close()


def test_a_redis_without_numbered_databases_lends_a_prefix(named: ServiceUrls) -> None:
    assert named.redis_url is not None
    for number in range(1, 16):
        with redis.Redis.from_url(named.redis_url.replace("/0", f"/{number}")) as client:
            client.set(CLAIM, "another run")

    stack = start_stack(named.database_url, named.redis_url)
    with redis_client(urls_of(stack)) as client:
        client.set(f"{stack.key_prefix}mine", "1")
    stack.stop()

    assert stack.redis_url == named.redis_url
    with redis_client(named) as client:
        assert client.keys() == ["theirs"]
