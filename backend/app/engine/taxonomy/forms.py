"""The forms in which a skill's name may stand in a text, and how sure each form is."""

from collections.abc import Iterator, Mapping
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


@dataclass(frozen=True, slots=True)
class Candidate:
    """A form found in a text: half-open range of the original."""

    start: int
    end: int
    form: Form


class _Named(NamedTuple):
    folded: str
    form: Form


def skill_forms(tables: Tables) -> dict[str, Form]:
    """Every folded form of every skill. What a table writes out wins over what is derived."""
    sureties = _sureties(tables.words)
    written = [named for skill in tables.skills for named in _written(skill, sureties)]
    forms: dict[str, Form] = {}
    for folded, form in written:
        forms.setdefault(folded, form)
    for folded, form in written:
        for variant in _variants(folded):
            forms.setdefault(variant, form)
    for phrase in tables.words.never:
        forms[folded_name(phrase)] = Form(None, phrase, Surety.PLAIN)
    return forms


def _sureties(words: Words) -> dict[str, Surety]:
    """What the tables say of a folded name; a name in both lists needs its context."""
    return {
        **{folded_name(name): Surety.CASED for name in words.cased},
        **{folded_name(name): Surety.CONTEXT for name in words.context},
    }


def _written(skill: Skill, sureties: Mapping[str, Surety]) -> Iterator[_Named]:
    for name in (skill.name, *skill.synonyms):
        folded = folded_name(name)
        is_ambiguous = skill.ambiguous and name == skill.name
        yield _Named(folded, Form(skill.name, name, _surety(folded, sureties, is_ambiguous)))


def _surety(folded: str, sureties: Mapping[str, Surety], is_ambiguous: bool) -> Surety:
    if is_ambiguous:
        return Surety.CONTEXT
    return sureties.get(folded, Surety.CASED if len(folded) <= 2 else Surety.PLAIN)


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
    if len(words) == 2 and len(joined) >= MIN_JOINED_LENGTH and joined.isalnum():
        yield joined
    last = words[-1]
    if len(last) >= MIN_PLURAL_LENGTH and last.isalpha() and not last.endswith("s"):
        yield f"{folded}s"
