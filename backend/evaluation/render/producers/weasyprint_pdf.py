"""WeasyPrint: the layouts "weasy_sidebar" and "weasy_gutter"."""

from pathlib import Path
from typing import Any

from weasyprint import HTML

from producers import html


def render(layout: str, view: dict[str, Any], target: Path) -> None:
    """Write ``view`` to ``target`` as PDF."""
    HTML(string=html.page(layout, view)).write_pdf(target)
