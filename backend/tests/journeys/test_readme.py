"""What the README shows is what happens."""

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.platform.settings import Settings
from tests.support.service import Service, separate_processes

ROOT = Path(__file__).resolve().parents[3]
README = (ROOT / "README.md").read_text()


@pytest.fixture
def service(settings: Settings) -> Iterator[Service]:
    with separate_processes(settings) as running:
        yield running


def test_the_api_example_leads_from_registration_to_a_decision(service: Service) -> None:
    chapter = README.partition("## The API")[2]
    script, shown = re.findall(r"```(?:sh|text)\n(.*?)```", chapter, re.DOTALL)[:2]

    done = subprocess.run(
        ["bash", "-c", script.replace("http://127.0.0.1:8000", service.url.rstrip("/"))],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )

    printed, expected = done.stdout.splitlines(), shown.splitlines()
    assert done.returncode == 0, done.stderr
    assert printed[0] == expected[0]
    assert printed[-2:] == expected[-2:]


def test_every_link_leads_to_a_file() -> None:
    documents = [ROOT / "README.md", *ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
    broken = [
        (document.name, target)
        for document in documents
        for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", document.read_text())
        if not (document.parent / target).exists()
    ]

    assert broken == []
