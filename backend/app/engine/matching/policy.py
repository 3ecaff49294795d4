"""The score policy: the numbers of the rules, versioned as data and validated on load."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from importlib import resources
from typing import Any, Literal, get_args

from app.engine.jobs.model import RoleLevel

PartName = Literal["required", "preferred", "experience", "education", "projects"]
PARTS: tuple[PartName, ...] = get_args(PartName)
"""The parts in table order, which breaks ties when points are rounded."""

LEVELS: tuple[RoleLevel, ...] = get_args(RoleLevel)
FULL_SCORE = 100
CURRENT_VERSION = "1.0.0"

_VERSION = re.compile(r"\d+\.\d+\.\d+")
_FRACTION = re.compile(r"\d+/[1-9]\d*")


class InvalidPolicy(ValueError):
    """A policy file breaks a rule; the message names the setting."""


class UnknownPolicyVersion(LookupError):
    """No policy of this version was ever published."""

    def __init__(self, version: str) -> None:
        super().__init__(f"there is no score policy {version!r}")
        self.version = version


@dataclass(frozen=True, slots=True)
class LevelPoints:
    """Most points of each part for one level; they add up to 100. 0 is a part not scored."""

    required: int
    preferred: int
    experience: int
    education: int
    projects: int

    def of(self, part: PartName) -> int:
        """Most points of ``part``."""
        points: int = getattr(self, part)
        return points


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a setting is as it is, in words."""

    setting: str
    text: str


@dataclass(frozen=True, slots=True)
class Policy:
    """All numbers that a score depends on besides the profile, the requirements and the day.

    Shares are fractions of a part between 0 and 1; the settings are described in the data file.
    """

    version: str
    entry: LevelPoints
    mid: LevelPoints
    senior: LevelPoints
    demonstrated_share: Fraction
    over_range_cap: Fraction
    over_range_months: int
    skill_years_share: Fraction
    leadership_share: Fraction
    leadership_levels: tuple[RoleLevel, ...]
    degree_level_share: Fraction
    equivalent_months: int
    project_slots_share: Fraction
    enough_projects: int
    reasons: tuple[Reason, ...]

    def points(self, level: RoleLevel) -> LevelPoints:
        """The row of the points table for ``level``."""
        return {"entry": self.entry, "mid": self.mid, "senior": self.senior}[level]


@lru_cache(maxsize=8)
def builtin_policy(version: str = CURRENT_VERSION) -> Policy:
    """Load a published policy; raises :class:`UnknownPolicyVersion`."""
    if not _VERSION.fullmatch(version):
        raise UnknownPolicyVersion(version)
    file = resources.files("app.engine.matching") / "data" / f"policy-{version}.toml"
    if not file.is_file():
        raise UnknownPolicyVersion(version)
    policy = parse_policy(file.read_text(encoding="utf-8"))
    if policy.version != version:
        raise InvalidPolicy(f"version: the file of {version} says {policy.version}")
    return policy


def parse_policy(text: str) -> Policy:
    """Read and validate the TOML of a policy; raises :class:`InvalidPolicy`."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise InvalidPolicy(f"not TOML: {error}") from error
    _require_keys("policy", data, {"version", "points", "rules", "reasons"})
    if not isinstance(data["version"], str) or not _VERSION.fullmatch(data["version"]):
        raise InvalidPolicy("version: not of the form 1.0.0")
    points = _table("points", data["points"])
    _require_keys("points", points, set(LEVELS))
    return Policy(
        version=data["version"],
        entry=_level_points("entry", points["entry"]),
        mid=_level_points("mid", points["mid"]),
        senior=_level_points("senior", points["senior"]),
        **_rules(_table("rules", data["rules"])),
        reasons=_reasons(_table("reasons", data["reasons"]), set(data["rules"]) | {"points"}),
    )


def _level_points(level: str, value: Any) -> LevelPoints:
    row = _table(f"points.{level}", value)
    _require_keys(f"points.{level}", row, set(PARTS))
    numbers = {part: _whole(f"points.{level}.{part}", row[part], least=0) for part in PARTS}
    if sum(numbers.values()) != FULL_SCORE:
        raise InvalidPolicy(f"points.{level}: adds up to {sum(numbers.values())}, not {FULL_SCORE}")
    return LevelPoints(**numbers)


_SHARES = (
    "demonstrated_share",
    "over_range_cap",
    "skill_years_share",
    "leadership_share",
    "degree_level_share",
    "project_slots_share",
)
_COUNTS = ("over_range_months", "equivalent_months", "enough_projects")


def _rules(rules: Mapping[str, Any]) -> dict[str, Any]:
    _require_keys("rules", rules, {*_SHARES, *_COUNTS, "leadership_levels"})
    levels = rules["leadership_levels"]
    if not isinstance(levels, list) or any(level not in LEVELS for level in levels):
        raise InvalidPolicy("rules.leadership_levels: not a list of levels")
    return {
        **{name: _share(f"rules.{name}", rules[name]) for name in _SHARES},
        **{name: _whole(f"rules.{name}", rules[name], least=1) for name in _COUNTS},
        "leadership_levels": tuple(levels),
    }


def _reasons(reasons: Mapping[str, Any], settings: set[str]) -> tuple[Reason, ...]:
    _require_keys("reasons", reasons, settings)
    for setting, text in reasons.items():
        if not isinstance(text, str) or not text.strip():
            raise InvalidPolicy(f"reasons.{setting}: no words")
    return tuple(Reason(setting, text) for setting, text in reasons.items())


def _require_keys(name: str, table: Mapping[str, Any], keys: set[str]) -> None:
    if missing := sorted(keys - set(table)):
        raise InvalidPolicy(f"{name}: lacks {', '.join(missing)}")
    if unknown := sorted(set(table) - keys):
        raise InvalidPolicy(f"{name}: does not know {', '.join(unknown)}")


def _table(name: str, value: Any) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise InvalidPolicy(f"{name}: not a table")
    return value


def _whole(name: str, value: Any, least: int) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or value < least:
        raise InvalidPolicy(f"{name}: not a whole number of {least} or more")
    return value


def _share(name: str, value: Any) -> Fraction:
    if not isinstance(value, str) or not _FRACTION.fullmatch(value) or Fraction(value) > 1:
        raise InvalidPolicy(f'{name}: not a fraction such as "1/10" between 0 and 1')
    return Fraction(value)
