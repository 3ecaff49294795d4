"""What part of a posting a heading or a label opens; the wordings are data of this package."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Literal

Section = Literal[
    "required", "preferred", "unasked", "role", "other", "stack", "offer", "about", "legal", "apply"
]
"""Parts of a posting; "unasked" says what is not needed, "other" has a heading of other words."""

Field = Literal["title", "location", "salary", "experience", "education", "arrangement"]

ASKING: frozenset[Section] = frozenset({"required", "preferred"})
BOILERPLATE: frozenset[Section] = frozenset({"unasked", "offer", "about", "legal", "apply"})
"""Parts that speak of the company, the process or what is not needed: they ask for nothing."""

MAX_HEADING_WORDS = 12
MAX_HEADING_LENGTH = 80

_NAMED_ABOUT = re.compile(r"(?:about|why|life at|über|à propos de?|who is)\s+\S+(?:\s+\S+){0,3}\??")
_FIRST_PERSON = re.compile(r"\bi\b")
_WORD = re.compile(r"[\w'-]+")


@dataclass(frozen=True, slots=True)
class Wordings:
    """Patterns of sections (the first that is found rules), of fields, and plain words."""

    sections: tuple[tuple[Section, re.Pattern[str]], ...]
    fields: tuple[tuple[Field, re.Pattern[str]], ...]
    plain: frozenset[str]


@cache
def wordings() -> Wordings:
    """The wordings that this version of the code ships with."""
    path = resources.files(__package__) / "data" / "headings.toml"
    data = tomllib.loads(path.read_text("utf-8"))
    return Wordings(
        sections=tuple((row["name"], _compiled(row["patterns"])) for row in data["section"]),
        fields=tuple((row["name"], _compiled(row["patterns"])) for row in data["field"]),
        plain=frozenset(data["plain"]["words"]),
    )


def folded(label: str) -> str:
    """A label to compare by: lower case, single spaces, no marks around it."""
    text = " ".join(label.lower().replace("&", " and ").split()).strip(" :-–—?!.…•*#()")
    return _FIRST_PERSON.sub("you", text.removeprefix("q: "))


def section_of(label: str) -> Section | None:
    """The part that a label's words open, if any of them is known."""
    text = folded(label)
    return next((name for name, pattern in wordings().sections if pattern.search(text)), None)


def field_of(label: str) -> Field | None:
    """The single value that a label stands before ("Location: Berlin"), if it is such a label."""
    text = folded(label)
    return next((name for name, pattern in wordings().fields if pattern.fullmatch(text)), None)


def is_worded_as_heading(label: str) -> bool:
    """Whether all words are such as headings are made of, so that no mark of one is needed."""
    words = _WORD.findall(folded(label))
    return bool(words) and all(word in wordings().plain for word in words)


def names_company(label: str) -> bool:
    """Whether it is a heading such as "About Acme" or "Why Acme?"."""
    text = folded(label)
    return bool(_NAMED_ABOUT.fullmatch(text)) and section_of(text) == "about"


def _compiled(patterns: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(patterns))
