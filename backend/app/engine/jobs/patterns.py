"""Patterns kept as data: lists of alternatives, in which ``<name>`` stands for a part of them."""

import re
import tomllib
from functools import cache
from importlib import resources

_PART = re.compile(r"(?<!P)<(\w+)>")


@cache
def patterns(name: str, flags: int = re.IGNORECASE) -> dict[str, re.Pattern[str]]:
    """The compiled patterns of one file of this package's data."""
    path = resources.files(__package__) / "data" / f"{name}.toml"
    data = tomllib.loads(path.read_text("utf-8"))
    parts: dict[str, str] = {}
    for part, words in data.get("parts", {}).items():
        parts[part] = _joined(words, parts)
    return {
        key: re.compile(_joined(words, parts), flags) for key, words in data["patterns"].items()
    }


def _joined(words: list[str], parts: dict[str, str]) -> str:
    return "|".join(_PART.sub(lambda match: parts[match[1]], word) for word in words)
