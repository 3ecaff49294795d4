"""Plain text: the layout "text"."""

import textwrap
from pathlib import Path
from typing import Any

WIDTH = 78


def render(layout: str, view: dict[str, Any], target: Path) -> None:  # noqa: ARG001 - one layout
    """Write ``view`` to ``target`` as UTF-8 text."""
    person = view["person"]
    lines = [person["name"].upper(), person["headline"], person["location"]]
    lines += [f"Email: {person['email']}", f"Phone: {person['phone_shown']}"]
    lines += [link["shown"] for link in person["links"]]
    for section in view["main"]:
        title = section["title"].upper()
        lines += ["", title, "-" * len(title), *_body(section)]
    target.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _body(section: dict[str, Any]) -> list[str]:
    kind = section["kind"]
    if kind == "text":
        return textwrap.wrap(section["text"], WIDTH)
    if kind == "skills":
        return [f"{group['group']}: {', '.join(group['items'])}" for group in section["groups"]]
    if kind == "languages":
        return [f"{entry['name']} ({entry['level']})" for entry in section["entries"]]
    if kind == "lines":
        return list(section["lines"])
    if kind == "certifications":
        return [f"{e['name']}, {e['issuer']} ({e['date']})" for e in section["entries"]]
    blocks = [_entry(kind, entry) for entry in section["entries"]]
    return [line for block in blocks for line in (*block, "")][:-1]


def _entry(kind: str, entry: dict[str, Any]) -> list[str]:
    if kind == "education":
        return [f"{entry['degree']}, {entry['institution']}", entry["dates"]]
    if kind == "projects":
        head = [f"{entry['title']} ({entry['tech']})", entry["url"]]
    else:
        head = [f"{entry['role']}, {entry['company']}, {entry['place']}", entry["dates"]]
    bullets = [
        textwrap.fill(bullet, WIDTH, initial_indent="* ", subsequent_indent="  ").splitlines()
        for bullet in entry["bullets"]
    ]
    return [*(line for line in head if line), *(line for block in bullets for line in block)]
