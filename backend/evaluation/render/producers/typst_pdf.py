"""Typst: the layouts "typst_classic" and "typst_sidebar"."""

import json
from pathlib import Path
from typing import Any

import typst as compiler

TEMPLATES = Path(__file__).parent.parent / "templates"


def render(layout: str, view: dict[str, Any], target: Path) -> None:
    """Write ``view`` to ``target`` as PDF."""
    template = TEMPLATES / f"{layout.removeprefix('typst_')}.typ"
    data = json.dumps(view, ensure_ascii=False)
    compiler.compile(str(template), output=str(target), sys_inputs={"data": data})
