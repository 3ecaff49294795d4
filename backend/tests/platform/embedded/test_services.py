import os
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from app.platform.embedded import StartError, services
from app.platform.embedded.datafolder import DataFolder, ServiceFolder
from app.platform.embedded.errors import StillEnding
from app.platform.embedded.processes import Spawner
from app.platform.embedded.users import service_user
from tests.platform.embedded.running import (
    BACKEND,
    connect,
    eventually,
    processes_in,
    redis_client,
)

needs_root = pytest.mark.skipif(os.geteuid() != 0, reason="mounts a small disk: root only")


def test_first_start_gives_postgresql_18_and_valkey_on_private_sockets_only(
    new_folder: Path,
) -> None:
    with services(new_folder) as urls, connect(urls) as connection, redis_client(urls) as client:
        version = connection.info.server_version
        listens = connection.execute("SHOW listen_addresses").fetchone()
        text_and_time = connection.execute(
            "SELECT lower('ÉÜ'), current_setting('server_encoding'), current_setting('TimeZone')"
        ).fetchone()
        sockets = new_folder / "services" / "run"

        assert version // 10000 == 18
        assert listens == ("",)
        assert text_and_time == ("éü", "UTF8", "UTC")
        assert client.config_get("port") == {"port": "0"}
        assert client.config_get("maxmemory-policy") == {"maxmemory-policy": "volatile-lru"}
        assert client.config_get("append*")["appendonly"] == "yes"
        assert stat.S_IMODE(sockets.stat().st_mode) == 0o700
        assert stat.S_IMODE((sockets / "valkey.sock").stat().st_mode) == 0o700


def test_data_is_kept_over_a_restart_and_nothing_runs_between(folder: Path) -> None:
    with services(folder) as urls, connect(urls) as connection, redis_client(urls) as client:
        connection.execute("CREATE TABLE kept AS SELECT 42 AS answer")
        client.set("kept", "42")

    assert processes_in(folder) == []
    with services(folder) as urls, connect(urls) as connection, redis_client(urls) as client:
        assert connection.execute("SELECT answer FROM kept").fetchone() == (42,)
        assert client.get("kept") == "42"


@pytest.mark.parametrize("name", ["d" * 120, 'my "data", all of it; 100 %', "größe"])
def test_any_folder_name_works(new_folder: Path, name: str) -> None:
    with (
        services(new_folder / name) as urls,
        connect(urls) as connection,
        redis_client(urls) as client,
    ):
        assert connection.execute("SELECT 1").fetchone() == (1,)
        assert client.ping()


def test_a_short_socket_folder_is_private_and_goes_with_the_services(new_folder: Path) -> None:
    with services(new_folder / ("d" * 120), need_redis=False) as urls, connect(urls) as connection:
        place = connection.execute("SHOW unix_socket_directories").fetchone()
        assert place is not None
        sockets = Path(place[0])
        assert stat.S_IMODE(sockets.stat().st_mode) == 0o700

    assert not sockets.exists()


def test_data_stay_locked_while_any_process_works_on_them(folder: Path) -> None:
    with services(folder):
        place = ServiceFolder.open(DataFolder.open(folder))
        for service in ("postgresql", "valkey"):
            with pytest.raises(StillEnding), place.lock(service):
                pass
    for service in ("postgresql", "valkey"):
        with place.lock(service):
            pass


def test_only_what_is_needed_and_not_given_is_started(folder: Path) -> None:
    with services(folder, need_redis=False) as urls:
        assert urls.redis_url is None
        assert not (folder / "services" / "valkey").exists()
    with services(folder, redis_url="redis://given/3") as urls:
        assert urls.redis_url == "redis://given/3"
        assert not (folder / "services" / "valkey").exists()
    with services(folder, database_url="postgresql+psycopg://given/x") as urls:
        assert urls.database_url == "postgresql+psycopg://given/x"
        assert not (folder / "services" / "pg" / "postmaster.pid").exists()


def test_given_addresses_touch_no_folder(new_folder: Path) -> None:
    with services(new_folder, "postgresql+psycopg://given/x", "redis://given") as urls:
        assert urls.redis_url == "redis://given"

    assert not new_folder.exists()


def test_data_of_another_major_version_is_refused_in_one_line(folder: Path) -> None:
    with services(folder, need_redis=False):
        pass
    (folder / "services" / "pg" / "PG_VERSION").write_text("17\n")

    with pytest.raises(StartError, match=r"written by PostgreSQL 17, this is 18"), services(folder):
        pass


def test_a_folder_that_cannot_be_made_is_refused_in_one_line(new_folder: Path) -> None:
    new_folder.write_text("a file")

    with pytest.raises(StartError, match=r"cannot use .*: Not a directory") as refused:  # noqa: SIM117
        with services(new_folder / "below"):
            pass

    assert "\n" not in str(refused.value)


@needs_root
def test_a_full_disk_is_refused_in_one_line_before_anything_is_made(new_folder: Path) -> None:
    new_folder.mkdir(mode=0o711)
    subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=8m,mode=711", "hip", new_folder], check=True
    )
    try:
        with pytest.raises(StartError, match=r"disk full: 8 MB free in .*, 128 MB needed"):  # noqa: SIM117
            with services(new_folder):
                pass
        assert not (new_folder / "services" / "pg").exists()
    finally:
        subprocess.run(["umount", new_folder], check=True)


@needs_root
def test_a_disk_that_fills_in_the_first_start_leaves_nothing_half_made(new_folder: Path) -> None:
    new_folder.mkdir(mode=0o711)
    few_files = "size=400m,mode=711,nr_inodes=300"  # the files of a new cluster are about 950
    subprocess.run(["mount", "-t", "tmpfs", "-o", few_files, "hip", new_folder], check=True)
    try:
        with pytest.raises(StartError, match="No space left on device"), services(new_folder):
            pass
        subprocess.run(["mount", "-o", "remount,nr_inodes=9999", new_folder], check=True)
        with services(new_folder) as urls, connect(urls) as connection:
            assert connection.execute("SELECT 1").fetchone() == (1,)
    finally:
        subprocess.run(["umount", new_folder], check=True)


def test_what_a_killed_first_start_left_is_made_anew(new_folder: Path) -> None:
    half_made = new_folder / "services" / "pg.new"
    half_made.mkdir(mode=0o711, parents=True)
    (half_made / "PG_VERSION").write_text("18\n")
    for step in (new_folder, new_folder / "services"):
        step.chmod(0o711)

    with services(new_folder, need_redis=False) as urls, connect(urls) as connection:
        assert connection.execute("SELECT 1").fetchone() == (1,)
    assert not half_made.exists()


def test_a_process_id_used_again_by_another_program_does_not_stop_the_start(folder: Path) -> None:
    with services(folder, need_redis=False):
        pass
    user = service_user(folder / "services" / "pg")
    with subprocess.Popen(["sleep", "60"], user=user.uid if user else None) as other:
        cluster = folder / "services" / "pg"
        lines = [
            str(other.pid),
            str(cluster),
            "1",
            "5432",
            str(folder / "services" / "run"),
            "",
            "",
        ]
        (cluster / "postmaster.pid").write_text("\n".join(lines))
        (folder / "services" / "run" / ".s.PGSQL.5432.lock").write_text("\n".join(lines))
        try:
            with services(folder, need_redis=False) as urls, connect(urls) as connection:
                assert connection.execute("SELECT 1").fetchone() == (1,)
        finally:
            other.kill()


def command_that_stays(folder: Path, seconds: float) -> "subprocess.Popen[str]":
    script = (
        "import sys, time\n"
        "from pathlib import Path\n"
        "from app.platform.embedded import services\n"
        "with services(Path(sys.argv[1]), need_redis=False):\n"
        "    print('up', flush=True)\n"
        "    time.sleep(float(sys.argv[2]))\n"
    )
    return subprocess.Popen(
        [sys.executable, "-c", script, folder, str(seconds)],
        cwd=BACKEND,
        stdout=subprocess.PIPE,
        text=True,
    )


def test_a_command_waits_for_another_one_to_finish(folder: Path) -> None:
    with command_that_stays(folder, 0.5) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "up\n"

        with services(folder, need_redis=False) as urls, connect(urls) as connection:
            assert connection.execute("SELECT 1").fetchone() == (1,)
            assert other.wait(5) == 0


def test_a_killed_command_takes_its_postgresql_along(folder: Path) -> None:
    with command_that_stays(folder, 60) as command:
        assert command.stdout is not None
        assert command.stdout.readline() == "up\n"

        command.kill()

        eventually(lambda: processes_in(folder) == [])


def test_a_guard_ends_children_where_the_system_does_not(new_folder: Path) -> None:
    script = (
        "import signal, sys, time\n"
        "from pathlib import Path\n"
        "from app.platform.embedded.processes import Spawner\n"
        "folder = Path(sys.argv[1])\n"
        "spawner = Spawner(use_guard=True)\n"
        "kept = [spawner.spawn(['/bin/sleep', '60'], environment={}, folder=folder,\n"
        "    log=folder / 'log', death_signal=signal.SIGTERM) for _ in range(2)]\n"
        "kept[0].stop(signal.SIGTERM, 5)\n"
        "print(kept[1].pid, flush=True)\n"
        "time.sleep(60)\n"
    )
    new_folder.mkdir()
    with subprocess.Popen(
        [sys.executable, "-c", script, new_folder], cwd=BACKEND, stdout=subprocess.PIPE, text=True
    ) as holder:
        assert holder.stdout is not None
        sleeper = int(holder.stdout.readline())
        eventually(lambda: Path(f"/proc/{sleeper}/comm").read_text() == "sleep\n")

        holder.kill()

        eventually(lambda: not Path(f"/proc/{sleeper}").exists())


def test_a_child_deaf_to_the_request_is_killed_after_the_grace(new_folder: Path) -> None:
    new_folder.mkdir()
    script = "trap '' TERM; echo deaf; while :; do sleep 0.1; done"
    process = Spawner().spawn(
        ["/bin/sh", "-c", script],
        environment={"PATH": os.environ["PATH"]},
        folder=new_folder,
        log=new_folder / "log",
        death_signal=signal.SIGKILL,
    )
    eventually(lambda: "deaf" in (new_folder / "log").read_text())
    started = time.monotonic()

    process.stop(signal.SIGTERM, 0.3)

    assert process.exit_code() == -signal.SIGKILL
    assert 0.3 <= time.monotonic() - started < 2
