"""Items that a posting lists among its requirements and the taxonomy does not know."""

import re
from collections.abc import Iterator, Sequence

from app.engine.jobs.headings import ASKING
from app.engine.jobs.items import Item
from app.engine.taxonomy.normalize import folded_name
from app.engine.taxonomy.taxonomy import Taxonomy

MOST_TERMS = 50

_OR = re.compile(r"\s+(?:or|and|oder|und|ou|et)\s+", re.IGNORECASE)
_NAME_WORD = re.compile(r"\W*(?:[^\W\da-z_]|\d|\w+[A-Z0-9+#])")
_MARKED_NAME = re.compile(r"\w*[a-z][A-Z]\w*|\w*\d\w*|\w+[+#]+|[A-Z]{2,5}s?$")


def unknown_skills(items: Sequence[Item], taxonomy: Taxonomy) -> tuple[str, ...]:
    """Unknown names in the parts that ask, as first written, each once, in reading order.

    Requirements are often sentences, so a name must be written like one, each word with a capital
    or a digit, and stand beside a known skill or alone behind a bullet.
    """
    terms: dict[str, str] = {}
    for item in items:
        if item.section in ASKING and item.field is None:
            for term in _names(item, taxonomy):
                terms.setdefault(folded_name(term), term)
    return tuple(terms.values())[:MOST_TERMS]


def _names(item: Item, taxonomy: Taxonomy) -> Iterator[str]:
    unknown = taxonomy.unknown_terms(_OR.sub(", ", item.text))
    if not unknown:
        return
    is_list = bool(taxonomy.find(item.text, listing=True))
    is_alone = item.block.is_bullet and len(unknown) == 1 and item.text.rstrip(".") == unknown[0]
    for term in unknown:
        words = term.split()
        is_name = all(_NAME_WORD.match(word) for word in words)
        is_sure = not item.text.startswith(term) or any(map(_MARKED_NAME.match, words))
        if is_name and is_sure and (is_list or is_alone) and not _is_study(term, taxonomy):
            yield term


def _is_study(term: str, taxonomy: Taxonomy) -> bool:
    return bool(taxonomy.degree_mentions(term) or taxonomy.field_families(term))
