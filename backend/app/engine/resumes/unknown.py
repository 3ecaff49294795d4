"""Items of a resume's lists of skills that the taxonomy does not know.

They leave the resume: people who tend the taxonomy look at them. So whatever tells of the person,
who it is, where, and who paid or taught, is no item.
"""

import re
from collections.abc import Iterator, Sequence

from app.engine.resumes.blocks import blocks_of
from app.engine.resumes.model import Resume
from app.engine.resumes.places import is_city, is_country, is_place, is_state
from app.engine.resumes.sections import Section
from app.engine.resumes.vocabulary import HUMAN_LANGUAGES
from app.engine.taxonomy.normalize import folded_name
from app.engine.taxonomy.taxonomy import Taxonomy
from app.engine.text import fold

MOST_TERMS = 50
"""No list of skills is longer by mistake of the taxonomy alone."""

_SEPARATOR = re.compile(r"[,;|•·/]")
_PERSONAL = re.compile(
    r"\d{5,}|^(?:mrs?|miss|dr|prof|herr|frau|mme|monsieur|madame|sr|sra|srta)\b\.?\s|"
    r"^(?:married|unmarried|single|divorced|widowed|verheiratet|ledig|mariée?|célibataire)$",
    re.IGNORECASE,
)
"""Numbers of papers, somebody with a title, whom one is married to; versions are off already."""

_WORD = re.compile(r"[^\W\d_]{2,}")


def unknown_skills(
    sections: Sequence[Section], resume: Resume, taxonomy: Taxonomy
) -> tuple[str, ...]:
    """Unknown items under headings of skills, as first written, each once, in reading order."""
    names = _words_of_names(resume)
    told = frozenset(folded_name(value) for value in _told_elsewhere(resume))
    terms: dict[str, str] = {}
    for section in sections:
        if section.kind != "skills":
            continue
        for text in _lists(section):
            for term in taxonomy.unknown_terms(text):
                if not (_tells_of_person(term, names, told) or _is_study(term, taxonomy)):
                    terms.setdefault(folded_name(term), term)
    return tuple(terms.values())[:MOST_TERMS]


def _lists(section: Section) -> Iterator[str]:
    """The section's texts without what only sorts them: a first cell, or a line above a list."""
    blocks = blocks_of(section.rows)
    has_lists = any(_SEPARATOR.search(block.text) for block in blocks)
    for block in blocks:
        label, tab, rest = block.text.partition("\t")
        opens_list = bool(tab) and _SEPARATOR.search(rest) is not None
        if opens_list and not _SEPARATOR.search(label):
            yield rest
        elif block.rows[0].bullet or not has_lists or _SEPARATOR.search(block.text):
            yield block.text


def _words_of_names(resume: Resume) -> frozenset[str]:
    """Words of the person's name, also as the mail address has them."""
    contact = resume.contact
    values = [claim.value for claim in (contact.name, contact.email) if claim is not None]
    return frozenset(fold(word) for value in values for word in _WORD.findall(value.split("@")[0]))


def _told_elsewhere(resume: Resume) -> Iterator[str]:
    """Names of places, employers and schools that the resume itself says."""
    if resume.contact.location is not None:
        yield resume.contact.location.value
        yield from resume.contact.location.value.split(",")
    for job in resume.experience:
        yield from filter(None, (job.company, job.location))
    for degree in resume.education:
        yield from filter(None, (degree.institution,))


def _tells_of_person(term: str, names: frozenset[str], told: frozenset[str]) -> bool:
    if _PERSONAL.search(term):
        return True
    words = [fold(word) for word in _WORD.findall(term)]
    if any(word in names or word in HUMAN_LANGUAGES for word in words):
        return True
    is_somewhere = is_place(term) or is_city(term) or is_country(term) or is_state(term)
    return is_somewhere or folded_name(term) in told


def _is_study(term: str, taxonomy: Taxonomy) -> bool:
    """A degree or a field of study, which a list of skills may name but does not hold."""
    return bool(taxonomy.degree_mentions(term) or taxonomy.field_families(term))
