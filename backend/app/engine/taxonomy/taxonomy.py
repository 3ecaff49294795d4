"""The taxonomy in use: names to skills, texts to mentions, wordings to degrees and fields."""

from collections.abc import Callable
from dataclasses import dataclass, field

from app.engine import codec
from app.engine.taxonomy.degrees import DegreeMention, DegreeReader
from app.engine.taxonomy.fields import FieldReader
from app.engine.taxonomy.matcher import SkillMatcher
from app.engine.taxonomy.model import DegreeLevel, ExplainedName, Mention, Skill
from app.engine.taxonomy.names import implications, names_to_skills
from app.engine.taxonomy.normalize import name_key, without_version
from app.engine.taxonomy.study import AskedFields, StudyReader
from app.engine.taxonomy.tables import Tables
from app.engine.taxonomy.unknown import unknown_terms


class UnknownSkill(KeyError):
    """No skill of the taxonomy has this canonical name."""


@dataclass(frozen=True, slots=True)
class Taxonomy:
    """One version of the taxonomy. Equal tables make equal taxonomies with equal versions."""

    tables: Tables
    _version: list[str] = field(init=False, repr=False, compare=False)
    _skills: dict[str, Skill] = field(init=False, repr=False, compare=False)
    _names: dict[str, str] = field(init=False, repr=False, compare=False)
    _implied: dict[str, tuple[str, ...]] = field(init=False, repr=False, compare=False)
    _matcher: SkillMatcher = field(init=False, repr=False, compare=False)
    _fields: FieldReader = field(init=False, repr=False, compare=False)
    _degrees: DegreeReader = field(init=False, repr=False, compare=False)
    _study: StudyReader = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        fields = FieldReader(self.tables.fields)
        degrees = DegreeReader(self.tables, fields)
        built = {
            "_version": [],
            "_skills": {skill.name: skill for skill in self.tables.skills},
            "_names": names_to_skills(self.tables.skills),
            "_implied": implications(self.tables.skills),
            "_matcher": SkillMatcher(self.tables),
            "_fields": fields,
            "_degrees": degrees,
            "_study": StudyReader(degrees, fields),
        }
        for name, value in built.items():
            object.__setattr__(self, name, value)

    def __reduce__(self) -> tuple[Callable[[Tables], "Taxonomy"], tuple[Tables]]:
        """Pickle the tables only: another process rebuilds the rest in milliseconds."""
        return Taxonomy, (self.tables,)

    def __hash__(self) -> int:
        return hash(self.version)

    @property
    def version(self) -> str:
        """The content hash of the tables, counted when it is first asked for.

        Processes that only read documents never ask, and hashing is a fifth of the loading.
        """
        if not self._version:
            self._version.append(codec.content_hash(self.tables))
        return self._version[0]

    @property
    def skills(self) -> tuple[Skill, ...]:
        """Every skill, in the order of the tables."""
        return self.tables.skills

    def skill(self, name: str) -> Skill:
        """The skill with this canonical name; raises UnknownSkill."""
        try:
            return self._skills[name]
        except KeyError:
            raise UnknownSkill(name) from None

    def canonical(self, text: str) -> str | None:
        """The canonical name of a text that is one skill's name as a whole, or None.

        Case, spaces, hyphens, ".js" and a version at the end make no difference.
        """
        return self._names.get(name_key(text)) or self._names.get(name_key(without_version(text)))

    def find(self, text: str, *, listing: bool = False) -> tuple[Mention, ...]:
        """Skills named in ``text`` in order, never overlapping; ranges are of ``text`` itself.

        ``listing`` says that the text is a list of skills: then a whole item that is also a common
        word ("Go", "Excel") is taken for the skill.
        """
        return self._matcher.find(text, listing=listing)

    def explain(self, text: str, *, listing: bool = False) -> tuple[ExplainedName, ...]:
        """Every name of a skill in ``text`` in order, taken or not, with the rule of each.

        The rules are the keys of :data:`~app.engine.taxonomy.rules.RULES`.
        """
        return self._matcher.explain(text, listing=listing)

    def implied(self, skill: str) -> tuple[str, ...]:
        """What ``skill`` shows besides itself, nearest first, then by name; raises UnknownSkill."""
        try:
            return self._implied[skill]
        except KeyError:
            raise UnknownSkill(skill) from None

    def unknown_terms(self, listing_text: str) -> tuple[str, ...]:
        """Items of a list of skills that name no skill of the taxonomy, cleaned, in order."""
        return unknown_terms(listing_text, self._matcher)

    def degree_mentions(self, text: str, *, held: bool = False) -> tuple[DegreeMention, ...]:
        """Every degree named in ``text``, in order; ``held`` for what somebody has studied."""
        return self._degrees.mentions(text, held=held)

    def degree_level(self, text: str) -> DegreeLevel | None:
        """The level of the first degree named in ``text``."""
        mentions = self._degrees.mentions(text)
        return mentions[0].level if mentions else None

    def degree_fields(self, text: str) -> tuple[str, ...]:
        """Families that a degree is in, from its wording ("MCA") and the fields it names."""
        return self._study.held_fields(text)

    def field_families(self, text: str) -> tuple[str, ...]:
        """Families named in ``text``, in order of first mention."""
        return self._fields.named(text)

    def asked_fields(self, text: str) -> AskedFields:
        """Families that a posting names, and those it takes besides; neither where any will do."""
        return self._study.asked_fields(text)

    def related(self, a_field: str, b_field: str) -> bool:
        """Whether two families are the same or neighbours; the order makes no difference."""
        return self._fields.related(a_field, b_field)
