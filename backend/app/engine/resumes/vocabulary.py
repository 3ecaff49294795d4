"""Words that tell what a line of a resume is, read from ``data/words.toml``; all are folded."""

import tomllib
from importlib.resources import files
from typing import Any, Literal, cast

SectionKind = Literal[
    "header", "summary", "experience", "projects", "education", "skills", "certifications",
    "courses", "languages", "contact", "volunteering", "references", "other",
]  # fmt: skip

FormField = Literal["dates", "role", "company", "place"]
"""What a label of a form holds."""


def package_data(name: str) -> dict[str, Any]:
    """The content of one of this package's own TOML files."""
    return tomllib.loads(files("app.engine.resumes").joinpath("data", name).read_text("utf-8"))


_DATA = package_data("words.toml")


def _words(name: str) -> frozenset[str]:
    return frozenset(_DATA["words"][name].split())


HEADING_WORDS = {
    cast("SectionKind", kind): frozenset(words.split())
    for kind, words in _DATA["heading_words"].items()
}
"""Core words by kind; a heading is made of core, modifying and joining words only."""

HEADING_ENDINGS = {
    end: cast("SectionKind", kind)
    for kind, ends in _DATA["heading_endings"].items()
    for end in ends.split()
}
"""Ends of German compounds that tell the kind of a section."""

TELLING_WORDS = {
    word: cast("SectionKind", kind)
    for kind, words in _DATA["telling_words"].items()
    for word in words.split()
}
"""Words that tell the kind of a line that is a heading by its type, and no heading by itself."""

VAGUE_WORDS = frozenset(_DATA["words"]["vague_heading_words"].split())
"""Words of headings that tell nothing beside unknown ones: ``Outside Work``."""

HEADING_PHRASES = {
    phrase: cast("SectionKind", kind)
    for kind, phrases in _DATA["heading_phrases"].items()
    for phrase in phrases
}
"""Whole headings whose words alone would mislead."""

HEADING_PRIORITY: tuple[SectionKind, ...] = (
    "certifications", "languages", "projects", "volunteering", "education", "experience",
    "courses", "skills", "summary", "contact", "references", "other",
)  # fmt: skip
"""Which kind a heading is where its words are of several, unless the exact phrase is known."""

HEADING_MODIFIERS = _words("heading_modifiers")
ROLE_WORDS = _words("roles")
TRADE_WORDS = _words("trades")
ROLE_ENDINGS = tuple(sorted(_words("role_endings")))
TRAINING_WORDS = _words("training")
FREELANCE_WORDS = _words("freelance")
LEADING_WORDS = _words("leading")
MANAGED_THINGS = _words("managed_things")
COMPANY_WORDS = _words("companies")
WORKPLACE_WORDS = _words("workplaces")
UNIT_WORDS = _words("units")
SCHOOL_WORDS = _words("schools")
TOWN_PARTICLES = _words("town_particles")
NAME_PARTICLES = _words("name_particles")
NOT_NAMES = _words("not_names")
PUBLICATION_HEADINGS = _words("published")
AWARD_HEADINGS = _words("awarded")
AWARD_WORDS = _words("award_words")
FLUENCY_WORDS = _words("fluency")
ISSUER_WORDS = _words("issuers")
CERTIFICATE_LEVELS = _words("certificate_levels")
NO_NAMES = frozenset(_DATA["phrases"]["no_names"])
STACK_LABELS = frozenset(_DATA["phrases"]["stack_labels"])
LANGUAGE_LABELS = frozenset(_DATA["phrases"]["language_labels"])
FORM_LABELS = {
    label: cast("FormField", kind)
    for kind, labels in _DATA["form_labels"].items()
    for label in labels
}
FORM_WORDS = {
    word: cast("FormField", kind)
    for kind, words in _DATA["form_words"].items()
    for word in words.split()
}
FORM_DETAILS = tuple(_DATA["phrases"]["form_details"])
CERTIFICATE_COLUMNS = frozenset(_DATA["phrases"]["certificate_columns"])

HUMAN_LANGUAGES = {
    word: name for name, words in _DATA["languages"].items() for word in words.split()
}
"""Folded name of a human language, in one of the languages read, to its English name."""
