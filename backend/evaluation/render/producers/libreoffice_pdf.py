"""LibreOffice printing a Word document: the layouts "word_…"."""

import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Any

from producers import word, word_forms


def render(layout: str, view: dict[str, Any], target: Path) -> None:
    """Write ``view`` to ``target`` as PDF; raises CalledProcessError where LibreOffice fails."""
    office = shutil.which("soffice") or "soffice"
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "resume.docx"
        writer = word_forms if layout in word_forms.LAYOUTS else word
        writer.render(layout, view, source)
        options = [
            f"-env:UserInstallation=file://{folder}/profile",
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            folder,
        ]
        subprocess.run(  # noqa: S603 - a fixed command on a file of our own
            [office, *options, str(source)],
            env=os.environ,
            check=True,
            capture_output=True,
            timeout=180,
        )
        shutil.copyfile(source.with_suffix(".pdf"), target)
