"""The import contract holds, and would notice if it did not."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

BACKEND = Path(__file__).resolve().parents[1]
LINTER = Path(sys.executable).with_name("lint-imports")


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [LINTER, "--no-cache"], cwd=folder, capture_output=True, text=True, check=False
    )


def test_the_contract_holds() -> None:
    done = lint(BACKEND)

    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    ("file", "line"),
    [
        ("engine/dates.py", "from app.platform.clock import today"),
        ("engine/matching/score.py", "import sqlalchemy"),
        ("engine/resumes/read.py", "import time"),
        ("engine/documents/read.py", "from app.engine.resumes.model import Resume"),
        ("platform/files.py", "from app.resumes.service import get"),
        ("jobs/service.py", "from app.resumes.models import Resume"),
    ],
)
def test_an_import_up_the_floors_is_noticed(tmp_path: Path, file: str, line: str) -> None:
    shutil.copytree(BACKEND / "app", tmp_path / "app")
    shutil.copy(BACKEND / "pyproject.toml", tmp_path)
    victim = tmp_path / "app" / file
    victim.write_text(f"{victim.read_text()}\n{line}\n")

    done = lint(tmp_path)

    assert done.returncode == 1, done.stdout
    assert "BROKEN" in done.stdout
