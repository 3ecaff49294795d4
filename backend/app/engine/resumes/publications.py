"""Publications and awards of a resume, from the sections that are headed so."""

import re
from collections.abc import Iterator, Sequence

from app.engine.resumes.addresses import first_url, without_addresses
from app.engine.resumes.blocks import Block, blocks_of, locate
from app.engine.resumes.certificate_rows import certificate_date, grouped
from app.engine.resumes.credentials import certification_of
from app.engine.resumes.model import Award, Publication
from app.engine.resumes.periods import find_periods
from app.engine.resumes.row import Row
from app.engine.resumes.sections import Section
from app.engine.resumes.vocabulary import AWARD_HEADINGS, AWARD_WORDS, PUBLICATION_HEADINGS
from app.engine.text import fold

_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_SURNAME = r"[A-ZÀ-Þ][^\W\d_]*(?:[-’'][^\W\d_]+)*"
_INITIALS = r"(?:[A-ZÀ-Þ]\.[\s-]?)+"
_AUTHOR = (
    rf"(?:{_SURNAME}(?:\s{_SURNAME})?,?\s?{_INITIALS}|{_INITIALS}\s?{_SURNAME}(?:\s{_SURNAME})?)"
)
_AUTHORS = re.compile(
    rf"(?:{_AUTHOR}(?:\s*(?:[,;&]|and\b|und\b|et\b(?! al)|y\b)\s*)*)+(?:,?\s*et\s+al\.?)?[\s,.:]*"
)
_YEAR = re.compile(r"\(?(?:19|20)\d\d[^)]{0,16}\)?[.,:]?\s*")
_REFERENCE = re.compile(
    r"(?=[^()]{0,60}[A-ZÀ-Þ]\.)[^()“\"]{4,240}?\((?:19|20)\d\d[^)]{0,16}\)[.,:]?\s*(?=\S)"
)
"""Authors in any form before the year in brackets."""

_QUOTED = re.compile(r"[“\"„‘«](?P<title>[^“”\"„«»]{4,}?)[,.]?[”\"“’»](?!\w)")
_SENTENCE = re.compile(
    r"(?P<title>.{4,}?[^\W\d_.)”’][)?!]?)(?:\.\s|\.?$|[?!]\s|\s\[|\s[|]\s|\t|\s[–—]\s)"
)
_CLAUSE = re.compile(r"(?P<title>[^,|\t]{4,}?)(?:,\s|\s[|]\s|\t|\s[–—]\s|\.?$)")
_PUBLISHER = re.compile(
    r"[\s,.:–—|(\[-]*(?:In:?\s+|Published in\s+)?"
    r"(?P<name>(?:Proc\.\s+)?[^\W\d_][^,.;()\d\t|]{2,})"
)
_LEAST_WORDS = 2
_CONFIDENCE = 85


def read_publications(sections: Sequence[Section]) -> tuple[Publication, ...]:
    """Papers, talks, books and patents in reading order."""
    blocks = (
        block
        for section in _headed(sections, PUBLICATION_HEADINGS)
        for block in _published(section)
        if not (_is_for_awards(section) and _names_award(block.text))
    )
    return tuple(found for block in blocks if (found := _publication(block)) is not None)


def read_awards(sections: Sequence[Section]) -> tuple[Award, ...]:
    """Prizes, scholarships and honours in reading order; sentences about work are none."""
    return tuple(
        award
        for section in _headed(sections, AWARD_HEADINGS)
        for group in grouped(section.rows)
        if (award := _award(Block.of(group), section)) is not None
    )


def _headed(sections: Sequence[Section], words: frozenset[str]) -> Iterator[Section]:
    for section in sections:
        if section.kind == "other" and not words.isdisjoint(_folded_words(section.title)):
            yield section


def _is_for_awards(section: Section) -> bool:
    return not AWARD_HEADINGS.isdisjoint(_folded_words(section.title))


def _folded_words(text: str) -> list[str]:
    return _WORD.findall(fold(text))


def _names_award(text: str) -> bool:
    return not AWARD_WORDS.isdisjoint(_folded_words(text))


def _published(section: Section) -> Iterator[Block]:
    """One block a publication: a bullet or paragraph with the addresses below it.

    A bold row below plain ones opens something else, which the section runs into.
    """
    rows = section.rows
    ends = (
        at for at, row in enumerate(rows) if row.line.bold and not (row.bullet or rows[0].line.bold)
    )
    held: list[Row] = []
    for block in blocks_of(rows[: next(ends, len(rows))]):
        rest = without_addresses(block.text)
        is_rest = bool(held) and not any(c.isalpha() for c in rest)
        is_open = bool(held) and held[-1].text.endswith(("&", ",", " and"))
        if held and not (is_rest or is_open):
            yield Block.of(held)
            held = []
        held.extend(block.rows)
    if held:
        yield Block.of(held)


def _publication(block: Block) -> Publication | None:
    text = without_addresses(block.text).strip()
    title, rest = _title_and_rest(text)
    if title is None or len(title.split()) < _LEAST_WORDS:
        return None
    dates = find_periods(text)
    if not dates and title == text.rstrip("."):
        return None  # a heading within the section
    publisher = _PUBLISHER.match(_YEAR.sub("", rest, count=1))
    source = locate("listed", "publications", title, block.rows)
    return Publication(
        title=title,
        publisher=publisher["name"].strip() if publisher is not None else None,
        date=dates[-1].period.start if dates else None,
        sources=(source or block.source("listed", "publications", 0, len(block.text)),),
        confidence=_CONFIDENCE,
        url=first_url(row.text for row in block.rows),
    )


def _title_and_rest(text: str) -> tuple[str | None, str]:
    """The title of a reference, by its quotes or by where authors and year end."""
    quoted = _QUOTED.search(text)
    if quoted is not None:
        return quoted["title"].strip(" .,"), text[quoted.end() :]
    reference = _REFERENCE.match(text)
    if reference is not None:
        named = _SENTENCE.match(text, reference.end())
        return (named["title"].strip(" .,"), text[named.end() :]) if named else (None, "")
    authors = _AUTHORS.match(text)
    begin = authors.end() if authors is not None else 0
    year = _YEAR.match(text, begin)
    begin = year.end() if year is not None else begin
    is_by_commas = authors is not None and year is None and text[:begin].rstrip().endswith(",")
    named = (_CLAUSE if is_by_commas or authors is None else _SENTENCE).match(text, begin)
    if named is None:
        return None, ""
    return named["title"].strip(" .,"), text[named.end() :]


def _award(block: Block, section: Section) -> Award | None:
    text = block.text
    is_certain = _names_award(text) or len(_folded_words(section.title)) == 1
    is_achieved = {"achievements", "accomplishments"} & {*_folded_words(section.title)}
    if text[:1] in '“"„' or not is_certain or (is_achieved and not _names_award(text)):
        return None
    reading = certification_of(block)
    if reading is None:
        return None
    named = reading.certification
    found = certificate_date(block.rows)
    source = locate("listed", "awards", named.name, block.rows)
    return Award(
        title=named.name,
        awarder=named.issuer,
        date=found.period.start if found else None,
        sources=(source or block.source("listed", "awards", 0, len(text)),),
        confidence=_CONFIDENCE,
    )
