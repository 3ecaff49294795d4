"""Chromium's print to PDF: the layouts "chrome_cards" and "chrome_columns"."""

import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Any

from producers import html


def render(layout: str, view: dict[str, Any], target: Path) -> None:
    """Write ``view`` to ``target`` as PDF; raises CalledProcessError where Chromium fails."""
    browser = shutil.which("chromium") or "chromium"
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "resume.html"
        source.write_text(html.page(layout, view), encoding="utf-8")
        options = [
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--no-pdf-header-footer",
            f"--user-data-dir={folder}/profile",
            f"--print-to-pdf={target}",
        ]
        subprocess.run(  # noqa: S603 - a fixed command on a file of our own
            [browser, *options, source.as_uri()], check=True, capture_output=True, timeout=120
        )
