"""What a layout prints: plain values, sections in their order, dates as words."""

from typing import Any

from dates import DateStyle
from layouts import place
from photo import portrait
from source import Person, all_plain, degree_title, item_shown, plain

TONES = ("#1f4e79", "#7a2e4d", "#0b6b57", "#8a4b12", "#3d3a78", "#2f3b45")
"""Colours of layouts that vary by person."""


def view(person: Person) -> dict[str, Any]:
    """Everything a layout prints.

    ``variant`` is a number of the person's own, for layouts that come in several looks.
    """
    data = _with_plain_texts(person.data)
    main, sidebar = place(person.layout, data)
    variant = sum(person.slug.encode())
    tone = data.get("accent", TONES[variant % len(TONES)])
    return {
        "lang": data.get("lang", "en"),
        "person": _contact(data["person"]),
        "accent": data.get("accent", "#7a2e4d"),
        "points": data.get("points", 11),
        "variant": variant,
        "tone": tone,
        "photo": portrait(tone, variant) if data.get("photo") else "",
        "main": [_section(key, data, person.dates) for key in main],
        "sidebar": [_section(key, data, person.dates) for key in sidebar],
    }


def _with_plain_texts(data: dict[str, Any]) -> dict[str, Any]:
    skills = [
        {
            "group": plain(group.get("group", "")),
            "items": [item_shown(item) for item in group["items"]],
        }
        for group in data.get("skills", [])
    ]
    plain_data: dict[str, Any] = all_plain(data)
    return plain_data | {"skills": skills}


def _contact(person: dict[str, Any]) -> dict[str, Any]:
    """Contact with a text for each field; ``lines`` are those printed, each with its kind."""
    contact = {key: person.get(key, "") for key in ("headline", "email", "phone_shown", "location")}
    kinds = (("place", "location"), ("phone", "phone_shown"), ("email", "email"))
    lines = [
        {"kind": kind, "shown": contact[key], "url": f"mailto:{contact[key]}" * (kind == "email")}
        for kind, key in kinds
        if contact[key]
    ]
    links = person.get("links", [])
    lines += [{"kind": _link_kind(link["url"]), **link} for link in links]
    name = person.get("name_shown", person["name"])
    return contact | {"name": name, "links": links, "lines": lines}


def _link_kind(url: str) -> str:
    return next((site for site in ("linkedin", "github", "gitlab") if site in url), "web")


def _experience(data: dict[str, Any], dates: DateStyle) -> list[dict[str, Any]]:
    return [
        {
            "role": job["role"],
            "company": job["company"],
            "place": job.get("location", ""),
            "dates": dates.range(job["start"], job.get("end")),
            "from": dates.one(job["start"]),
            "to": dates.last(job.get("end")),
            "text": job.get("text", ""),
            "bullets": job.get("bullets", []),
            "projects": _projects(job.get("projects", []), dates),
        }
        for job in data["experience"]
    ]


def _projects(projects: list[dict[str, Any]], dates: DateStyle) -> list[dict[str, Any]]:
    return [
        {
            "title": project["title"],
            "tech": project.get("tech", ""),
            "url": project.get("url", ""),
            "dates": _project_dates(project, dates),
            "bullets": project.get("bullets", []),
        }
        for project in projects
    ]


def _project_dates(project: dict[str, Any], dates: DateStyle) -> str:
    if "start" in project and "end" in project:
        return dates.range(project["start"], project["end"])
    when = project.get("start", project.get("end"))
    return dates.one(when) if when else ""


def _education(data: dict[str, Any], dates: DateStyle) -> list[dict[str, Any]]:
    return [
        {
            "degree": degree_title(entry),
            "institution": entry["institution"],
            "place": entry.get("location", ""),
            "dates": dates.study(entry),
            "grade": entry.get("grade", ""),
            "detail": entry.get("detail", ""),
        }
        for entry in data["education"]
    ]


def _certifications(data: dict[str, Any], dates: DateStyle) -> list[dict[str, Any]]:
    return [
        {
            "name": entry["name"],
            "issuer": entry.get("issuer", ""),
            "date": dates.one(entry["date"]) if "date" in entry else "",
        }
        for entry in data["certifications"]
    ]


def _section(key: str, data: dict[str, Any], dates: DateStyle) -> dict[str, Any]:
    section: dict[str, Any] = {"key": key, "kind": key, "title": data["headings"].get(key, "")}
    if key == "summary":
        return section | {"kind": "text", "text": data["summary"]["text"]}
    if key == "skills":
        return section | {"groups": data["skills"]}
    if key == "experience":
        return section | {"entries": _experience(data, dates)}
    if key == "projects":
        return section | {"entries": _projects(data["projects"], dates)}
    if key == "education":
        return section | {"entries": _education(data, dates)}
    if key == "certifications":
        return section | {"entries": _certifications(data, dates)}
    if key == "languages":
        levels = [{"level": "", **entry} for entry in data["languages"]]
        return section | {"entries": levels}
    if key == "contact":
        return section
    lines = [line for more in data["more"] if more["key"] == key for line in more["lines"]]
    return section | {"kind": "lines", "lines": lines}
