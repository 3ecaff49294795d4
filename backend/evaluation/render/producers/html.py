"""The HTML that WeasyPrint and Chromium print."""

from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from photo import data_uri

TEMPLATES = Path(__file__).parent.parent / "templates"


def page(layout: str, view: dict[str, Any]) -> str:
    """Fill the template of ``layout``; values are escaped."""
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined
    )
    photo = data_uri(view["photo"]) if view["photo"] else ""
    return environment.get_template(f"{layout}.html").render(view, photo=photo)
