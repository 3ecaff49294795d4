"""Small tables for tests that must not depend on the built-in data; what that data finds."""

from app.engine.taxonomy.load import builtin_taxonomy
from app.engine.taxonomy.model import Skill
from app.engine.taxonomy.tables import FieldFamily, Tables, Words


def names_in(text: str, *, listing: bool = False) -> list[str]:
    """The skills that a text names, each once, by the built-in tables."""
    found = builtin_taxonomy().find(text, listing=listing)
    return list(dict.fromkeys(mention.skill for mention in found))


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
