"""Plain text: the layout "text_plain", in three manners of underlining and of bullets."""

import textwrap
from pathlib import Path
from typing import Any

WIDTH = 78
RULES = ("=", "-", "")
BULLETS = ("* ", "- ", "  o ")


def render(layout: str, view: dict[str, Any], target: Path) -> None:  # noqa: ARG001 - one layout
    """Write ``view`` to ``target`` as UTF-8 text."""
    manner = view["variant"] % 3
    person = view["person"]
    lines = [person["name"].center(WIDTH).rstrip() if manner == 0 else person["name"]]
    lines += [person["headline"]] if person["headline"] else []
    shown = [line["shown"] for line in person["lines"]]
    if manner == 1:
        lines += textwrap.wrap(" | ".join(shown), WIDTH, break_on_hyphens=False)
    else:
        lines += shown
    for section in view["main"]:
        lines += ["", *_title(section["title"], manner), *_body(section, BULLETS[manner])]
    target.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _title(title: str, manner: int) -> list[str]:
    """A heading underlined by its length, across the page, or framed by stars."""
    if manner == 2:
        return [f"*** {title.upper()} ***", ""]
    if manner == 1:
        return [title, RULES[1] * len(title)]
    return [title.upper(), RULES[0] * WIDTH]


def _wrapped(text: str, first: str = "", other: str = "") -> list[str]:
    return textwrap.wrap(
        text, WIDTH, initial_indent=first, subsequent_indent=other, break_on_hyphens=False
    )


def _bulleted(lines: list[str], bullet: str) -> list[str]:
    return [part for line in lines for part in _wrapped(line, bullet, " " * len(bullet))]


def _body(section: dict[str, Any], bullet: str) -> list[str]:
    kind = section["kind"]
    if kind == "text":
        return _wrapped(section["text"])
    if kind == "skills":
        groups = (
            (f"{group['group']}: " if group["group"] else "") + ", ".join(group["items"])
            for group in section["groups"]
        )
        return [line for group in groups for line in _wrapped(group, other="  ")]
    if kind == "languages":
        return [_joined(entry["name"], entry["level"], by=" - ") for entry in section["entries"]]
    if kind == "lines":
        return _bulleted(section["lines"], bullet)
    if kind == "certifications":
        return _bulleted(
            [_joined(e["name"], e["issuer"], e["date"]) for e in section["entries"]], bullet
        )
    blocks = [_entry(kind, entry, bullet) for entry in section["entries"]]
    return [line for block in blocks for line in (*block, "")][:-1]


def _entry(kind: str, entry: dict[str, Any], bullet: str) -> list[str]:
    if kind == "education":
        head = [entry["degree"], _joined(entry["institution"], entry["place"]), entry["dates"]]
        return [
            line for part in (*head, entry["grade"], entry["detail"]) for line in _wrapped(part)
        ]
    if kind == "projects":
        return _project(entry, bullet)
    head = _wrapped(_joined(entry["role"], entry["company"], by=" | "))
    head += [_joined(entry["dates"], entry["place"], by="  ")]
    lines = [*head, *_wrapped(entry["text"]), *_bulleted(entry["bullets"], bullet)]
    for project in entry["projects"]:
        lines += ["", *_project(project, bullet)]
    return lines


def _project(entry: dict[str, Any], bullet: str) -> list[str]:
    tech = f" ({entry['tech']})" if entry["tech"] else ""
    head = [*_wrapped(entry["title"] + tech, other="  "), entry["dates"], entry["url"]]
    return [*(line for line in head if line), *_bulleted(entry["bullets"], bullet)]


def _joined(*parts: str, by: str = ", ") -> str:
    return by.join(part for part in parts if part)
