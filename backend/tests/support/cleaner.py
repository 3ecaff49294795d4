"""Drop what a test run borrowed once the run is over or dead. Run as a script.

The first line of the input says what; the end of the input says when.
"""

import json
import signal
import sys

import psycopg
import redis


def drop_database(server: str, name: str) -> None:
    """Drop a run's database, also while connections to it are open."""
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)'.encode())


def empty_redis(url: str, prefix: str) -> None:
    """Delete a run's keys: those with its prefix, or a whole database of its own."""
    with redis.Redis.from_url(url) as client:
        if not prefix:
            client.flushdb()
            return
        for key in client.scan_iter(match=f"{prefix}*", count=1000):
            client.unlink(key)


def main() -> None:
    """Wait for the end of the run, then clean."""
    for ignored in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(ignored, signal.SIG_IGN)
    task = json.loads(sys.stdin.readline())
    sys.stdin.read()
    if task["kind"] == "database":
        drop_database(task["server"], task["name"])
    else:
        empty_redis(task["url"], task["prefix"])


if __name__ == "__main__":
    main()
