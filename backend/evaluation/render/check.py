"""Finds the mistakes of a source file, each named by its key.

A label may not drift from the page: what is not printed must not be there to be labelled.
"""

import re
from typing import Any

from dates import STYLES
from layouts import LAYOUTS


class SourceError(ValueError):
    """A source file has a mistake."""


DATE = re.compile(r"(19|20)\d\d(-(0[1-9]|1[0-2]))?")
COLOUR = re.compile(r"#[0-9a-f]{6}")
EMAIL = re.compile(r"[^@\s]+@([\w-]+\.)*example\.(com|org|net)")
PHONE = re.compile(r"\+[1-9]\d{7,14}")
URL = re.compile(r"https?://\S+")
KEY = re.compile(r"[a-z_]+")

TEXTS = [str]

PROJECT = {"title": str, "tech?": str, "url?": URL, "start?": DATE, "end?": DATE, "bullets?": TEXTS}

SHAPE: dict[str, Any] = {
    "layout": LAYOUTS,
    "lang?": str,
    "accent?": COLOUR,
    "points?": int,
    "photo?": bool,
    "fair_skills?": TEXTS,
    "order": TEXTS,
    "sidebar?": TEXTS,
    "headings": {KEY: str},
    "dates?": {
        "months?": STYLES,
        "separator?": str,
        "present?": str,
        "education?": {"range", "years", "end"},
    },
    "person": {
        "name": str,
        "name_shown?": str,
        "headline?": str,
        "email?": EMAIL,
        "phone?": PHONE,
        "phone_shown?": str,
        "location?": str,
        "links?": [{"shown": str, "url": URL}],
    },
    "summary?": {"text": str},
    "skills?": [{"group?": str, "items": TEXTS}],
    "experience?": [
        {
            "company": str,
            "role": str,
            "location?": str,
            "start": DATE,
            "end?": DATE,
            "employment?": str,
            "text?": str,
            "bullets?": TEXTS,
            "projects?": [PROJECT],
        }
    ],
    "projects?": [PROJECT],
    "education?": [
        {
            "degree": str,
            "major?": str,
            "shown?": str,
            "joined_by?": str,
            "institution": str,
            "location?": str,
            "start?": DATE,
            "end": DATE,
            "expected?": bool,
            "grade?": str,
            "detail?": str,
        }
    ],
    "certifications?": [{"name": str, "issuer?": str, "date?": DATE}],
    "languages?": [{"name": str, "level?": str, "label?": str}],
    "more?": [{"key": KEY, "lines": TEXTS}],
}
"""What a source file may hold; a key that ends in "?" may be missing."""

SECTIONS = {"summary", "skills", "experience", "projects", "education", "certifications"}
SECTIONS |= {"languages"}


def check(data: dict[str, Any]) -> None:
    """Raise SourceError at the first mistake of ``data``."""
    _shape(data, SHAPE, "")
    _sections(data)
    contact = data["person"]
    if ("phone" in contact) != ("phone_shown" in contact):
        raise SourceError("person: phone and phone_shown go together")
    for index, job in enumerate(data.get("experience", [])):
        if job["start"] > job.get("end", "9999"):
            raise SourceError(f"experience[{index}].end: {job['end']} is before {job['start']}")


def _shape(value: Any, shape: Any, where: str) -> None:
    if isinstance(shape, dict):
        _table(value, shape, where)
    elif isinstance(shape, list):
        if not isinstance(value, list):
            raise SourceError(f"{where}: a list is needed")
        for index, part in enumerate(value):
            _shape(part, shape[0], f"{where}[{index}]")
    elif isinstance(shape, re.Pattern):
        if not isinstance(value, str) or not shape.fullmatch(value):
            raise SourceError(f"{where}: {value!r} is not of the form {shape.pattern}")
    elif isinstance(shape, set):
        if value not in shape:
            raise SourceError(f"{where}: {value!r} is none of {', '.join(sorted(shape))}")
    elif type(value) is not shape:
        raise SourceError(f"{where}: {value!r} should be of type {shape.__name__}")
    elif isinstance(value, str):
        _text(value, where)


def _table(value: Any, shape: dict[Any, Any], where: str) -> None:
    if not isinstance(value, dict):
        raise SourceError(f"{where}: a table is needed")
    if KEY in shape:
        for key, part in value.items():
            _shape(key, KEY, where)
            _shape(part, shape[KEY], f"{where}.{key}")
        return
    known = {key.removesuffix("?"): part for key, part in shape.items()}
    prefix = f"{where}." if where else ""
    for key, part in value.items():
        if key not in known:
            raise SourceError(f"{prefix}{key}: unknown key; known are {', '.join(known)}")
        _shape(part, known[key], f"{prefix}{key}")
    for key in shape:
        if not key.endswith("?") and key not in value:
            raise SourceError(f"{prefix}{key}: missing")


def _text(text: str, where: str) -> None:
    """Marks of skills must be closed and not be one in another."""
    rest = re.sub(r"\{[^{}=]+(=[^{}=]+)?\}", "", text)
    if "{" in rest or "}" in rest:
        raise SourceError(f"{where}: a mark {{…}} that cannot be read in {text!r}")


def _sections(data: dict[str, Any]) -> None:
    """Each section has a heading and content, is printed once, and nothing else is there."""
    printed = [*data["order"], *data.get("sidebar", [])]
    more = [entry["key"] for entry in data.get("more", [])]
    content = {key for key in SECTIONS if data.get(key)} | set(more)
    for key in printed:
        if key != "contact" and key not in content:
            raise SourceError(f"order/sidebar: {key} has no content")
        if key not in data["headings"]:
            raise SourceError(f"headings.{key}: missing")
        if printed.count(key) > 1:
            raise SourceError(f"order/sidebar: {key} is printed twice")
    for key in sorted(content - set(printed)):
        raise SourceError(f"{key}: in neither order nor sidebar, so it would not be printed")
    if set(more) & SECTIONS or len(more) != len(set(more)):
        raise SourceError("more: a key is taken twice")
