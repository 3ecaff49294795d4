"""The quality rubric as data: what each finding takes, its texts, and the words it looks for."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from app.engine.jobs.model import Finding, RoleLevel

RUBRIC_VERSION = "1.0.0"


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the rubric; ``at_most`` bounds what several findings of it take together."""

    code: str
    minus: int
    red_flag: bool
    reason: str
    suggestion: str
    at_most: int

    def finding(
        self, line: int | None = None, *, minus: int | None = None, **said: object
    ) -> Finding:
        """The finding with its texts filled in."""
        return Finding(
            code=self.code,
            minus=self.minus if minus is None else minus,
            red_flag=self.red_flag,
            line=line,
            reason=self.reason.format(**said),
            suggestion=self.suggestion.format(**said),
        )


@dataclass(frozen=True, slots=True)
class Band:
    """A range of scores from ``start`` up, with its name and what it means."""

    start: int
    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Wording:
    """Words that shut people out or say nothing, why, and what to write instead.

    ``pattern`` is over lower-case text, which is much faster than one over any case.
    """

    pattern: re.Pattern[str]
    why: str
    fix: str


@dataclass(frozen=True, slots=True)
class Clash:
    """Two demands that cannot both hold; ``pattern`` finds the second where words show it."""

    what: str
    fix: str
    pattern: re.Pattern[str] | None


@dataclass(frozen=True, slots=True)
class Rubric:
    """One published version of the rubric."""

    version: str
    undetermined_score: int
    rows: dict[str, Row]
    bands: tuple[Band, ...]
    limits: dict[str, int]
    most_skills: dict[RoleLevel, int]
    areas_too_many: dict[RoleLevel, int]
    reading: dict[str, int]
    words: tuple[Wording, ...]
    any_word: re.Pattern[str]
    clashes: dict[str, Clash]

    def band(self, score: int) -> Band:
        """The band that a score of 0 to 100 lies in."""
        return next(band for band in self.bands if score >= band.start)


@cache
def rubric(version: str = RUBRIC_VERSION) -> Rubric:
    """The rubric of a published version; raises FileNotFoundError for one there is not."""
    path = resources.files(__package__) / "data" / f"quality-{version}.toml"
    return _from_toml(tomllib.loads(path.read_text("utf-8")))


def _from_toml(data: dict[str, Any]) -> Rubric:
    limits = dict(data["limits"])
    levels: dict[RoleLevel, dict[str, int]] = limits.pop("too_many")
    return Rubric(
        version=data["version"],
        undetermined_score=data["undetermined_score"],
        rows={code: _row(code, row) for code, row in data["row"].items()},
        bands=tuple(Band(band["from"], band["name"], band["text"]) for band in data["band"]),
        limits=limits,
        most_skills={level: most["skills"] for level, most in levels.items()},
        areas_too_many={level: most["areas"] for level, most in levels.items() if "areas" in most},
        reading=data["hard_to_read"],
        words=tuple(
            Wording(_compiled(word["pattern"], 0), word["why"], word["fix"])
            for word in data["word"]
        ),
        any_word=_compiled("|".join(word["pattern"] for word in data["word"]), 0),
        clashes={name: _clash(clash) for name, clash in data["contradiction"].items()},
    )


def _row(code: str, row: dict[str, Any]) -> Row:
    return Row(
        code=code,
        minus=row["minus"],
        red_flag=row["red_flag"],
        reason=row["reason"],
        suggestion=row["suggestion"],
        at_most=row.get("at_most", row["minus"]),
    )


def _clash(clash: dict[str, str]) -> Clash:
    pattern = clash.get("pattern")
    return Clash(clash["what"], clash["fix"], _compiled(pattern) if pattern else None)


def _compiled(pattern: str, flags: int = re.IGNORECASE) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{pattern})(?!\w)", flags)
