"""The forms in which a skill's name may stand in a text, and how sure each form is."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from app.engine.taxonomy.model import Skill
from app.engine.taxonomy.normalize import folded_name
from app.engine.taxonomy.tables import Tables, Words

MIN_JOINED_LENGTH = 8
MIN_PLURAL_LENGTH = 3


class Surety(Enum):
    """What a form needs to be taken as the skill."""

    PLAIN = "plain"
    CASED = "cased"
    CONTEXT = "context"


@dataclass(frozen=True, slots=True)
class Form:
    """A form of ``skill``; ``written`` is how the taxonomy writes it. No skill: never one."""

    skill: str | None
    written: str
    surety: Surety


class _Named(NamedTuple):
    folded: str
    form: Form


def skill_forms(tables: Tables) -> dict[str, Form]:
    """Every folded form of every skill. What a table writes out wins over what is derived."""
    written = [named for skill in tables.skills for named in _written(skill, tables.words)]
    forms: dict[str, Form] = {}
    for folded, form in written:
        forms.setdefault(folded, form)
    for folded, form in written:
        for variant in _variants(folded):
            forms.setdefault(variant, form)
    for phrase in tables.words.never:
        forms[folded_name(phrase)] = Form(None, phrase, Surety.PLAIN)
    return forms


def _written(skill: Skill, words: Words) -> Iterator[_Named]:
    for name in (skill.name, *skill.synonyms):
        folded = folded_name(name)
        is_ambiguous = skill.ambiguous and name == skill.name
        yield _Named(folded, Form(skill.name, name, _surety(folded, words, is_ambiguous)))


def _surety(folded: str, words: Words, is_ambiguous: bool) -> Surety:
    if is_ambiguous or folded in words.context:
        return Surety.CONTEXT
    if len(folded) <= 2 or folded in words.cased:
        return Surety.CASED
    return Surety.PLAIN


def _variants(folded: str) -> Iterator[str]:
    if folded.endswith(".js"):
        yield f"{folded[:-3]}js"
        yield f"{folded[:-3]} js"
    if " & " in folded:
        yield folded.replace(" & ", " and ")
    if " and " in folded:
        yield folded.replace(" and ", " & ")
    if "/" in folded:
        yield folded.replace("/", " / ")
    words = folded.split(" ")
    if len(words) > 1:
        yield from _of_several_words(folded, words)


def _of_several_words(folded: str, words: list[str]) -> Iterator[str]:
    joined = "".join(words)
    if len(words) <= 3 and len(joined) >= MIN_JOINED_LENGTH and joined.isalnum():
        yield joined
    last = words[-1]
    if len(last) >= MIN_PLURAL_LENGTH and last.isalpha() and not last.endswith("s"):
        yield f"{folded}s"
