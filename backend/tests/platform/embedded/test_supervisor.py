import json
import signal
import socket
import time
from itertools import pairwise
from pathlib import Path
from typing import Any

import psycopg
import pytest
import redis

from app.platform.embedded import StartError, require_free_port, services
from tests.platform.embedded.running import (
    Serving,
    connect,
    eventually,
    kill,
    parent,
    processes_in,
    redis_client,
)


def worker_of(folder: Path, *, tied: bool = True) -> dict[str, Any]:
    """A child with a child of its own, as a prefork worker, ready once both run."""
    ready = folder.parent / "worker.ready"
    script = (
        "import os, pathlib, time\n"
        "from app.platform.embedded import die_with_parent\n"
        "if os.fork() == 0:\n"
        f"    {'die_with_parent()' if tied else 'pass'}\n"
        f"    pathlib.Path({str(ready)!r}).touch()\n"
        f"time.sleep(100)  # worker of {folder}\n"
    )
    return {"name": "worker", "script": script, "ready": str(ready)}


def telling_its_end(folder: Path, name: str) -> dict[str, Any]:
    """A child that notes in a common file when it is asked to end."""
    ready, ends = folder.parent / f"{name}.ready", folder.parent / "ends"
    script = (
        "import pathlib, signal, sys, time\n"
        "def end(*_):\n"
        f"    with open({str(ends)!r}, 'a') as file: file.write('{name} ')\n"
        "    sys.exit(0)\n"
        "signal.signal(signal.SIGTERM, end)\n"
        f"pathlib.Path({str(ready)!r}).touch()\n"
        "time.sleep(100)\n"
    )
    return {"name": name, "script": script, "ready": str(ready)}


def answers(urls: Any) -> bool:
    try:
        with connect(urls) as connection, redis_client(urls) as client:
            return connection.execute("SELECT 1").fetchone() == (1,) and bool(client.ping())
    except (psycopg.OperationalError, redis.ConnectionError, redis.BusyLoadingError):
        return False


def test_killed_services_and_children_are_restarted_with_all_they_kept(folder: Path) -> None:
    with Serving(folder, [worker_of(folder)]) as serving:
        urls = serving.urls()
        with connect(urls) as connection, redis_client(urls) as client:
            connection.execute("CREATE TABLE kept AS SELECT 42 AS answer")
            client.set("kept", "42")
            eventually(lambda: client.info("persistence")["aof_pending_bio_fsync"] == 0)
        killed = [serving.pid_of(name) for name in ("bin/postgres", "valkey", "worker of")]

        for pid in killed:
            kill(pid)
        eventually(lambda: answers(urls) and serving.has("worker of"))

        restarted = [serving.pid_of(name) for name in ("bin/postgres", "valkey", "worker of")]
        assert not set(killed) & set(restarted)
        with connect(urls) as connection, redis_client(urls) as client:
            assert connection.execute("SELECT answer FROM kept").fetchone() == (42,)
            assert client.get("kept") == "42"


def test_a_killed_supervisor_leaves_no_process_and_the_next_one_has_the_data(folder: Path) -> None:
    with Serving(folder, [worker_of(folder)]) as serving, connect(serving.urls()) as connection:
        connection.execute("CREATE TABLE kept AS SELECT 42 AS answer")
        assert len(processes_in(folder)) > 4

        serving.process.kill()
        with Serving(folder) as second:  # at once: the old ones may still be ending
            with connect(second.urls()) as again:
                assert again.execute("SELECT answer FROM kept").fetchone() == (42,)
            second.process.kill()

        eventually(lambda: processes_in(folder) == [])


def test_a_killed_child_takes_its_own_children_along(folder: Path) -> None:
    with Serving(folder, [worker_of(folder, tied=False)]) as serving:
        serving.urls()
        worker = serving.pid_of("worker of")
        pool = [pid for pid in processes_in(folder) if parent(pid) == worker]
        assert len(pool) == 1

        kill(worker)

        eventually(lambda: pool[0] not in processes_in(folder))


def test_a_second_start_says_one_clear_line(folder: Path) -> None:
    with Serving(folder) as first:
        first.urls()

        with Serving(folder) as second:
            code, said = second.ended()

        assert code == 1
        assert said.count("\n") == 1
        assert f"hip serve (process {first.process.pid}) is using {folder} already" in said
        assert first.process.poll() is None


def test_a_command_beside_a_running_server_uses_its_postgresql(folder: Path) -> None:
    with Serving(folder) as serving:
        urls = serving.urls()
        postmaster = serving.pid_of("bin/postgres")
        started = time.monotonic()

        with services(folder) as borrowed, connect(borrowed) as connection:
            connection.execute("SELECT 1")
            took = time.monotonic() - started

        assert borrowed == urls
        assert took < 2
        assert serving.pid_of("bin/postgres") == postmaster


def test_a_command_during_the_first_start_waits_for_it(new_folder: Path) -> None:
    with Serving(new_folder) as serving:
        eventually((new_folder / "services").exists)

        with services(new_folder, need_redis=False) as urls, connect(urls) as connection:
            assert connection.execute("SELECT 1").fetchone() == (1,)

        assert serving.urls().database_url == urls.database_url


def test_ctrl_c_stops_the_last_started_first_and_exits_with_0(folder: Path) -> None:
    children = [telling_its_end(folder, name) for name in ("api", "worker", "beat")]
    with Serving(folder, children) as serving:
        serving.urls()

        serving.process.send_signal(signal.SIGINT)
        code, _ = serving.ended()

    log = (folder / "logs" / "postgresql.log").read_text()
    assert code == 0
    assert (folder.parent / "ends").read_text() == "beat worker api "
    assert "database system is shut down" in log
    assert processes_in(folder) == []


def test_ctrl_c_during_the_start_ends_it_too(new_folder: Path) -> None:
    never = {"name": "api", "script": "import time; time.sleep(100)", "ready": "/nonexistent"}
    with Serving(new_folder, [never]) as serving:
        eventually((new_folder / "logs" / "api.log").exists)

        serving.process.send_signal(signal.SIGINT)
        code, _ = serving.ended()

    assert code == 0
    assert processes_in(new_folder) == []


def test_a_second_ctrl_c_does_not_wait_for_a_deaf_child(folder: Path) -> None:
    script = (
        "import pathlib, signal, time\n"
        "signal.signal(signal.SIGTERM, signal.SIG_IGN)\n"
        f"pathlib.Path({str(folder.parent / 'deaf')!r}).touch()\n"
        "time.sleep(100)\n"
    )
    deaf = {"name": "worker", "script": script, "grace": 60, "ready": str(folder.parent / "deaf")}
    with Serving(folder, [deaf]) as serving:
        serving.urls()

        serving.process.send_signal(signal.SIGINT)
        time.sleep(0.3)
        serving.process.send_signal(signal.SIGINT)

        assert serving.ended()[0] == 0


def test_a_child_that_cannot_start_is_told_in_one_line_with_its_last_words(folder: Path) -> None:
    broken = {"name": "api", "script": "raise SystemExit('error: no config')", "ready": "/never"}
    with Serving(folder, [broken]) as serving:
        code, said = serving.ended()

    assert code == 1
    assert said == f"api did not start: error: no config (log: {folder}/logs/api.log)\n"
    assert processes_in(folder) == []


def test_a_child_that_dies_again_and_again_is_restarted_ever_more_slowly(folder: Path) -> None:
    times = folder.parent / "times"
    times.touch()
    script = f"import time\nopen({str(times)!r}, 'a').write(f'{{time.time()}} ')"
    with Serving(folder, [{"name": "worker", "script": script}]) as serving:
        serving.urls()
        eventually(lambda: len(times.read_text().split()) == 4)
    starts = [float(word) for word in times.read_text().split()[:4]]

    first, second, third = (after - before for before, after in pairwise(starts))
    assert first >= 0.2
    assert second >= 0.4
    assert third >= 0.8


def test_children_get_the_addresses_of_prepared_services_as_production_gives_them(
    folder: Path,
) -> None:
    seen = folder.parent / "seen"
    script = (
        "import json, os, pathlib, time\n"
        "names = ('DATABASE_URL', 'REDIS_URL')\n"
        f"pathlib.Path({str(seen)!r}).write_text(json.dumps([os.environ[n] for n in names]))\n"
        f"pathlib.Path({str(seen) + '.ready'!r}).touch()\n"
        "time.sleep(100)\n"
    )
    with Serving(folder, [{"name": "api", "script": script, "ready": f"{seen}.ready"}]) as serving:
        urls = serving.urls()

        assert json.loads(seen.read_text()) == [urls.database_url, urls.redis_url]
        with connect(urls) as connection:
            assert connection.execute("SELECT count(*) FROM prepared").fetchone() == (0,)


def test_a_port_in_use_is_one_clear_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.platform.embedded.ports._OLD_RUN_SECONDS", 0.2)
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]

        with pytest.raises(StartError, match=rf"port {port} on 127\.0\.0\.1 is in use"):
            require_free_port("127.0.0.1", port)

    require_free_port("127.0.0.1", port)


def test_an_address_of_another_machine_is_one_clear_line() -> None:
    with pytest.raises(StartError, match=r"cannot listen on port 8000 of 192\.0\.2\.1"):
        require_free_port("192.0.2.1", 8000)
