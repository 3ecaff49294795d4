import subprocess
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from app.platform.embedded import services
from tests.support.stack import private_folder


@pytest.fixture
def new_folder() -> Iterator[Path]:
    """A data folder to be: short, and where also the services' user can reach it."""
    with ExitStack() as undo:
        yield private_folder(undo) / "data"


@pytest.fixture(scope="session")
def used_services() -> Iterator[Path]:
    """The services of a data folder after a first start."""
    with ExitStack() as undo:
        data = private_folder(undo) / "data"
        with services(data, need_redis=False):
            pass
        yield data / "services"


@pytest.fixture
def folder(new_folder: Path, used_services: Path) -> Path:
    """A data folder after a first start, which spares a test the making of a cluster."""
    new_folder.mkdir(mode=used_services.parent.stat().st_mode)
    subprocess.run(["cp", "-a", used_services, new_folder / "services"], check=True)
    return new_folder
