"""A person's facts from their TOML file, and the view of them that a layout prints.

In texts, ``{shown=Canonical}`` marks a skill: "shown" is printed, "Canonical" is its label in the
expected facts; ``{Docker}`` prints and labels the same word. A skill that starts with ``~`` is
printed but not labelled. Because labels come from what is printed, they cannot drift from it.
"""

import re
import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

MARK = re.compile(r"\{([^{}=]+)(?:=([^{}]+))?\}")

SUFFIXES = {"docx": "docx", "text": "txt"}

MONTHS = {
    "short": "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
    "dotted": "Jan. Feb. Mar. Apr. May June July Aug. Sept. Oct. Nov. Dec.",
    "long": (
        "January February March April May June July August September October November December"
    ),
}


def plain(text: str) -> str:
    """Drop the marks of ``text`` and keep what is printed."""
    return MARK.sub(lambda mark: mark[1], text)


def marked_skills(text: str) -> list[str]:
    """Canonical names of the skills marked in ``text``, in order."""
    return [mark[2] or mark[1] for mark in MARK.finditer(text)]


def item_shown(item: str) -> str:
    """What a list entry prints."""
    return item.removeprefix("~").partition("=")[0]


def item_skill(item: str) -> str | None:
    """Canonical name of a list entry, None where it is printed only."""
    if item.startswith("~"):
        return None
    shown, _, canonical = item.partition("=")
    return canonical or shown


@dataclass(frozen=True)
class DateStyle:
    """How one resume writes dates: ``months`` is a key of MONTHS, "numeric" or "year"."""

    months: str = "short"
    separator: str = " – "
    present: str = "Present"
    education: str = "years"

    def one(self, text: str) -> str:
        """``2020-03`` as "Mar 2020", "03/2020" or "2020"."""
        year, _, month = text.partition("-")
        if not month or self.months == "year":
            return year
        if self.months == "numeric":
            return f"{month}/{year}"
        return f"{MONTHS[self.months].split()[int(month) - 1]} {year}"

    def range(self, start: str, end: str | None) -> str:
        """A period, open where ``end`` is None."""
        last = self.one(end) if end else self.present
        return f"{self.one(start)}{self.separator}{last}"

    def study(self, entry: dict[str, Any]) -> str:
        """The period of a course of education: "range", "years" or "end" (its last year)."""
        start, end = entry["start"], entry["end"]
        if self.education == "range":
            text = self.range(start, end)
        elif self.education == "years":
            text = f"{start[:4]}{self.separator}{end[:4]}"
        else:
            text = end[:4]
        return f"{text} (expected)" if entry.get("expected") else text


@dataclass(frozen=True)
class Person:
    """One structured source file."""

    slug: str
    layout: str
    data: dict[str, Any] = field(repr=False)

    @property
    def dates(self) -> DateStyle:
        """How this resume writes dates."""
        return DateStyle(**self.data.get("dates", {}))

    @property
    def file_name(self) -> str:
        """The rendered file."""
        return f"{self.slug}.{SUFFIXES.get(self.layout, 'pdf')}"


def load_people(folder: Path) -> list[Person]:
    """Read every source file of ``folder``, ordered by name."""
    people = []
    for path in sorted(folder.glob("*.toml")):
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        people.append(Person(slug=path.stem, layout=data["layout"], data=data))
    return people


def degree_title(entry: dict[str, Any]) -> str:
    """The degree as printed, with its major unless the degree's own name holds it."""
    if "shown" in entry:
        return str(entry["shown"])
    if not entry.get("major"):
        return str(entry["degree"])
    return f"{entry['degree']}{entry.get('joined_by', ' in ')}{entry['major']}"


def _experience(data: dict[str, Any], dates: DateStyle) -> list[dict[str, Any]]:
    return [
        {
            "role": job["role"],
            "company": job["company"],
            "place": job.get("location", ""),
            "dates": dates.range(job["start"], job.get("end")),
            "bullets": [plain(bullet) for bullet in job["bullets"]],
        }
        for job in data.get("experience", [])
    ]


def _projects(data: dict[str, Any], dates: DateStyle) -> list[dict[str, Any]]:
    projects = []
    for project in data.get("projects", []):
        when = ""
        if "end" in project:
            when = dates.range(project["start"], project["end"])
        elif "start" in project:
            when = dates.one(project["start"])
        projects.append(
            {
                "title": project["title"],
                "tech": plain(project.get("tech", "")),
                "url": project.get("url", ""),
                "dates": when,
                "bullets": [plain(bullet) for bullet in project["bullets"]],
            }
        )
    return projects


def _education(data: dict[str, Any], dates: DateStyle) -> list[dict[str, Any]]:
    return [
        {
            "degree": degree_title(entry),
            "institution": entry["institution"],
            "place": entry.get("location", ""),
            "dates": dates.study(entry),
            "detail": plain(entry.get("detail", "")),
        }
        for entry in data["education"]
    ]


def _section(key: str, data: dict[str, Any], dates: DateStyle) -> dict[str, Any]:
    section: dict[str, Any] = {"key": key, "title": data["headings"][key]}
    if key == "summary":
        return section | {"kind": "text", "text": plain(data["summary"]["text"])}
    if key == "skills":
        groups = [
            {"group": group["group"], "items": [item_shown(item) for item in group["items"]]}
            for group in data["skills"]
        ]
        return section | {"kind": "skills", "groups": groups}
    if key == "experience":
        return section | {"kind": "experience", "entries": _experience(data, dates)}
    if key == "projects":
        return section | {"kind": "projects", "entries": _projects(data, dates)}
    if key == "education":
        return section | {"kind": "education", "entries": _education(data, dates)}
    if key == "certifications":
        entries = [
            {"name": plain(c["name"]), "issuer": c["issuer"], "date": dates.one(c["date"])}
            for c in data["certifications"]
        ]
        return section | {"kind": "certifications", "entries": entries}
    if key == "languages":
        return section | {"kind": "languages", "entries": data["languages"]}
    if key == "contact":
        return section | {"kind": "contact"}
    lines = [line for more in data["more"] if more["key"] == key for line in more["lines"]]
    return section | {"kind": "lines", "lines": lines}


def view(person: Person) -> dict[str, Any]:
    """Everything a layout prints: plain values, sections in the order of the source."""
    data = person.data
    dates = person.dates
    return {
        "lang": data.get("lang", "en"),
        "person": data["person"],
        "accent": data.get("accent", "#7a2e4d"),
        "points": data.get("points", 11),
        "main": [_section(key, data, dates) for key in data["order"]],
        "sidebar": [_section(key, data, dates) for key in data.get("sidebar", [])],
    }
