"""Small tables for tests that must not depend on the built-in data."""

from app.engine.taxonomy.model import Skill
from app.engine.taxonomy.tables import FieldFamily, Tables, Words


def a_skill(name: str, *synonyms: str, implies: tuple[str, ...] = (), **more: object) -> Skill:
    return Skill(
        name=name,
        category=str(more.pop("category", "Any")),
        synonyms=synonyms,
        implies=implies,
        **more,  # type: ignore[arg-type]
    )


def tables_of(*skills: Skill, words: Words | None = None, **more: object) -> Tables:
    return Tables(skills=skills, words=words or Words(), **more)  # type: ignore[arg-type]


def a_family(name: str, *wordings: str, **more: tuple[str, ...]) -> FieldFamily:
    return FieldFamily(name=name, wordings=wordings, **more)
