"""Whole names of skills, and what one skill shows of others."""

from collections.abc import Sequence

from app.engine.taxonomy.model import Skill
from app.engine.taxonomy.normalize import name_key


def names_to_skills(skills: Sequence[Skill]) -> dict[str, str]:
    """Keys of all names and synonyms to canonical names; a canonical name wins over a synonym."""
    names = {name_key(skill.name): skill.name for skill in skills}
    for skill in skills:
        for synonym in skill.synonyms:
            names.setdefault(name_key(synonym), skill.name)
    return names


def implications(skills: Sequence[Skill]) -> dict[str, tuple[str, ...]]:
    """What each skill shows, directly or through others: nearest first, then by name."""
    direct = {skill.name: skill.implies for skill in skills}
    return {name: _reached(name, direct) for name in direct}


def _reached(name: str, direct: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    reached: list[str] = []
    level = [name]
    while level:
        following = {shown for at in level for shown in direct.get(at, ())}
        level = sorted(following.difference(reached, (name,)))
        reached.extend(level)
    return tuple(reached)
