"""What is wrong with tables, in words; empty for tables that are fit to use."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from app.engine.taxonomy.degrees import degree_variants
from app.engine.taxonomy.model import Skill
from app.engine.taxonomy.names import implications
from app.engine.taxonomy.normalize import fold, folded_name, name_key
from app.engine.taxonomy.phrases import PhraseIndex
from app.engine.taxonomy.tables import Tables

OLDEST_RELEASE = 1940
NEWEST_RELEASE = 2100

_AREA = re.compile(r"[a-z][a-z ]*")


def problems(tables: Tables) -> list[str]:
    """Every problem, one sentence each, in the order of the tables."""
    return [
        *_skill_problems(tables.skills),
        *_name_problems(tables.skills),
        *_implication_problems(tables.skills),
        *_field_problems(tables),
        *_degree_problems(tables),
        *_word_problems(tables),
    ]


def _skill_problems(skills: Iterable[Skill]) -> Iterator[str]:
    for skill in skills:
        if not name_key(skill.name):
            yield f"a skill of category {skill.category!r} has no name"
        if not skill.category.strip():
            yield f"{skill.name}: missing category"
        if skill.area is not None and not _AREA.fullmatch(skill.area):
            yield f"{skill.name}: area {skill.area!r} is not lower-case words"
        if skill.soft and skill.area is not None:
            yield f"{skill.name}: a soft skill has no area"
        year = skill.released
        if year is not None and not OLDEST_RELEASE <= year <= NEWEST_RELEASE:
            yield f"{skill.name}: released in {year}"


def _name_problems(skills: Iterable[Skill]) -> Iterator[str]:
    """Names and synonyms that two skills share, or that one skill repeats."""
    owners: dict[str, str] = {}
    for skill in skills:
        if owners.setdefault(name_key(skill.name), skill.name) != skill.name:
            yield f"{skill.name}: same name as {owners[name_key(skill.name)]}"
    seen: set[str] = set()
    for skill in skills:
        if skill.name in seen:
            yield f"{skill.name}: listed twice"
        seen.add(skill.name)
        own = {folded_name(skill.name)}
        for synonym in skill.synonyms:
            if folded_name(synonym) in own:
                yield f"{skill.name}: duplicate synonym {synonym!r}"
            own.add(folded_name(synonym))
            if not name_key(synonym):
                yield f"{skill.name}: empty synonym"
            elif owners.setdefault(name_key(synonym), skill.name) != skill.name:
                yield (
                    f"{skill.name}: duplicate synonym {synonym!r}, "
                    f"also of {owners[name_key(synonym)]}"
                )


def _implication_problems(skills: tuple[Skill, ...]) -> Iterator[str]:
    names = {skill.name for skill in skills}
    for skill in skills:
        for shown in skill.implies:
            if shown not in names:
                yield f"{skill.name}: implies unknown skill {shown!r}"
    reached = implications(skills)
    for skill in skills:
        directly = {shown for shown in skill.implies if shown in names}
        if skill.name in directly or any(skill.name in reached[shown] for shown in directly):
            yield f"{skill.name}: circle of implication"


def _field_problems(tables: Tables) -> Iterator[str]:
    names = {family.name for family in tables.fields}
    owners: dict[str, str] = {}
    if len(names) != len(tables.fields):
        yield "a family of fields is listed twice"
    for family in tables.fields:
        for other in (*family.related, *family.members):
            if other not in names:
                yield f"field {family.name}: unknown family {other!r}"
        if family.name in (*family.related, *family.members):
            yield f"field {family.name}: names itself"
        for wording in (*family.wordings, *family.tokens):
            owner = owners.setdefault(folded_name(wording), family.name)
            if owner != family.name:
                yield f"field {family.name}: wording {wording!r} also of {owner}"


def _degree_problems(tables: Tables) -> Iterator[str]:
    families = {family.name for family in tables.fields}
    levels: dict[str, set[str]] = defaultdict(set)
    for place, degree in enumerate(tables.degrees):
        for name in degree.fields:
            if name not in families:
                yield f"degree {degree.level.name.lower()}: unknown family {name!r}"
        for wording in (*degree.wordings, *degree.tokens, *degree.weak, *degree.held):
            for variant in degree_variants(wording):
                levels[variant].add(f"{place} ({degree.level.name.lower()})")
    for variant, places in levels.items():
        if len(places) > 1:
            yield f"degree wording {variant!r} stands in {' and '.join(sorted(places))}"


def _word_problems(tables: Tables) -> Iterator[str]:
    """Rules about names that no skill has would do nothing."""
    names = {folded_name(n) for skill in tables.skills for n in (skill.name, *skill.synonyms)}
    words = tables.words
    for kind, listed in (
        ("context", words.context),
        ("cased", words.cased),
        ("times_and_places", words.times_and_places),
        ("employers", words.employers),
        ("accounts", words.accounts),
    ):
        for name in listed:
            if folded_name(name) not in names:
                yield f"words, {kind}: {name!r} is the name of no skill"
    index = PhraseIndex({name: name for name in names})
    for phrase in words.never:
        if folded_name(phrase) in names:
            yield f"words, never: {phrase!r} is the name of a skill"
        elif not any(index.hits(fold(phrase), phrase)):
            yield f"words, never: {phrase!r} contains no name of a skill"
