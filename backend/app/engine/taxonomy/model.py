"""The taxonomy as a value: canonical skills, fields of study and degree levels."""

from dataclasses import dataclass
from enum import IntEnum


class DegreeLevel(IntEnum):
    """Levels of education, comparable; members are named as they stand in JSON (lower case)."""

    SCHOOL = 1
    ASSOCIATE = 2
    BACHELOR = 3
    MASTER = 4
    DOCTORATE = 5


@dataclass(frozen=True, slots=True)
class Skill:
    """One canonical skill.

    ``area`` is the coarse field used to count areas of a job posting (None for general tools,
    fundamentals and soft skills); ``implies`` are the skills it shows one way (Spring Boot → Java);
    ``released`` is the year a technology first came out; ``ambiguous`` marks names that are also
    common words and need context (Go, R, Excel); ``soft`` skills are kept apart.
    """

    name: str
    category: str
    synonyms: tuple[str, ...] = ()
    implies: tuple[str, ...] = ()
    area: str | None = None
    released: int | None = None
    ambiguous: bool = False
    soft: bool = False


@dataclass(frozen=True, slots=True)
class Mention:
    """A skill found in a text: half-open range, and the rule that accepted it."""

    skill: str
    start: int
    end: int
    rule: str


@dataclass(frozen=True, slots=True)
class ExplainedName:
    """A name in a text that the taxonomy knows, ``rule`` being why it is or is not taken.

    ``written`` is the taxonomy's own spelling of that name; ``skill`` is None for a phrase that
    looks like a skill and is none ("go to market").
    """

    start: int
    end: int
    skill: str | None
    written: str
    rule: str
