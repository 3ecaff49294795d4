"""From tables to a taxonomy; the built-in tables are TOML files of this package."""

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources
from typing import Any

from app.engine.taxonomy.model import DegreeLevel, Skill
from app.engine.taxonomy.tables import DegreeWording, FieldFamily, Tables, Words
from app.engine.taxonomy.taxonomy import Taxonomy

_FIELDS, _DEGREES, _WORDS = "fields.toml", "degrees.toml", "words.toml"


@cache
def builtin_taxonomy() -> Taxonomy:
    """The taxonomy that this version of the code ships with."""
    return taxonomy_from_tables(builtin_tables())


def taxonomy_from_tables(tables: Tables) -> Taxonomy:
    """Build the automata over ``tables``; they are taken as they are, see ``check.problems``."""
    return Taxonomy(tables)


def builtin_tables() -> Tables:
    """Read the package's own data files, in the order of their names."""
    folder = resources.files(__package__) / "data"
    files = sorted((f for f in folder.iterdir() if f.name.endswith(".toml")), key=lambda f: f.name)
    return tables_from_files({f.name: tomllib.loads(f.read_text("utf-8")) for f in files})


def tables_from_files(files: Mapping[str, Mapping[str, Any]]) -> Tables:
    """Tables from parsed TOML by file name: fields, degrees, words; every other file is skills.

    Raises KeyError or TypeError where a file has not the shape of the built-in ones.
    """
    skills = [
        skill
        for name, content in files.items()
        if name not in (_FIELDS, _DEGREES, _WORDS)
        for skill in _skills(content)
    ]
    return Tables(
        skills=tuple(skills),
        fields=tuple(FieldFamily(**_frozen(row)) for row in files[_FIELDS]["family"]),
        degrees=tuple(_degree(row) for row in files[_DEGREES]["degree"]),
        words=Words(**_frozen(files[_WORDS])),
    )


def _skills(content: Mapping[str, Any]) -> Iterator[Skill]:
    """A group lends its skills its category, area and softness; a skill's own area goes first."""
    for group in content["group"]:
        lent = {"area": group.get("area"), "soft": group.get("soft", False)}
        for name, row in group["skills"].items():
            own = {**lent, **_frozen(row)}
            yield Skill(
                name=name, category=group["category"], **{**own, "area": own["area"] or None}
            )


def _degree(row: Mapping[str, Any]) -> DegreeWording:
    return DegreeWording(**{**_frozen(row), "level": DegreeLevel[row["level"].upper()]})


def _frozen(row: Mapping[str, Any]) -> dict[str, Any]:
    return {key: tuple(v) if isinstance(v, list) else v for key, v in row.items()}
