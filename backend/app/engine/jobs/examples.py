"""Names with their examples or parts: "databases such as MySQL", "AWS (EC2, S3)", "Go (or Rust)".

A bracket is read by itself, so that "Python (Pandas) or R" is a choice of two.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.engine.jobs.choices import Joint, groups, is_another, opens_choice, runs
from app.engine.jobs.not_skills import WAYS_OF_WORKING
from app.engine.taxonomy.model import Mention
from app.engine.taxonomy.taxonomy import Taxonomy

Row = tuple[list[Mention], list[Joint]]

_NOUN = r"(?:\s+(?!(?:with|using|and|in|on|for|through|via|such|like)\b)[\w-]+){0,2}?"
_MARKER = (
    r"such as|like|e\.?\s?g\.?,?|ex\.?:|for example,?|for instance,?|wie(?: z\.\s?b\.)?|z\.\s?b\."
    r"|comme|tels? que|por ejemplo|como|bijv\."
)
_FOLLOW = re.compile(rf"(?P<noun>{_NOUN})\s*,?\s*(?:{_MARKER}|:)\s*", re.IGNORECASE)
"""What stands between a name and its examples: "such as", "frameworks like"."""
_BEFORE_BRACKET = re.compile(rf"(?P<noun>{_NOUN})\s*", re.IGNORECASE)
_SAYS_EXAMPLES = re.compile(rf"\s*(?:{_MARKER})", re.IGNORECASE)
_BRACKET = re.compile(r"\(([^()]*)\)?")
_GOES_ON = re.compile(r"\s*(?:or|and|oder|und|ou|et|/|\+|&)\b", re.IGNORECASE)
"""How a bracket opens that only adds to the list outside: "Docker (or Podman)"."""
_OF_A_KIND = re.compile(r"\b(?:librar|framework|language|package|tool)", re.IGNORECASE)
LANGUAGES = "Programming languages"
"""The category of skills that are needed wherever something of theirs is."""


@dataclass(frozen=True, slots=True)
class Named:
    """Wants of a text in its order, each a choice of several or one; and the rows they stand in."""

    wants: list[list[Mention]]
    rows: list[Row]


def named(text: str, mentions: Sequence[Mention], taxonomy: Taxonomy) -> Named:
    """Read the wants of a text."""
    mentions = [mention for mention in mentions if not is_another(text, mention)]
    brackets = [found for found in _BRACKET.finditer(text) if not _GOES_ON.match(found[1])]
    brackets = [b for b in brackets if any(b.start() < m.start < b.end() for m in mentions)]
    outside = [m for m in mentions if not any(b.start() < m.start < b.end() for b in brackets)]
    plain = text
    for bracket in brackets:
        start, end = bracket.span()
        plain = plain[:start] + " " * (end - start) + plain[end:]
    rows = list(runs(plain, outside))
    wants = list(_outside(plain, rows, taxonomy))
    for bracket in brackets:
        inside = [m for m in mentions if bracket.start() < m.start < bracket.end()]
        inner = list(runs(text, inside))
        rows += inner
        found = [want for row, joints in inner for want in groups(text, row, joints, taxonomy)]
        wants = _with_bracket(text, wants, bracket, found, taxonomy)
    rows.sort(key=lambda row: row[0][0].start)
    return Named(sorted(wants, key=lambda want: want[0].start), rows)


def _outside(text: str, rows: Sequence[Row], taxonomy: Taxonomy) -> Iterator[list[Mention]]:
    """Wants of the rows; a name and what follows it as examples are told apart."""
    waiting: list[list[Mention]] = []
    for row, joints in rows:
        wants = groups(text, row, joints, taxonomy)
        kind = waiting[-1][0] if waiting and len(waiting[-1]) == 1 else None
        between = _FOLLOW.fullmatch(text, kind.end, row[0].start) if kind else None
        if kind and between:
            wants = _of_kind(kind, between["noun"], wants, taxonomy)
            waiting.pop()
        yield from waiting
        waiting = wants
    yield from waiting


def _of_kind(
    kind: Mention, noun: str, wants: list[list[Mention]], taxonomy: Taxonomy
) -> list[list[Mention]]:
    """Wants of a name and its examples.

    "Databases such as MySQL" asks for MySQL, "Agile like Scrum" for Agile, "machine learning
    libraries like PyTorch" for the library, "Python libraries like Pandas" for Python too.
    """
    examples = [mention for want in wants for mention in want]
    is_made = taxonomy.skill(kind.skill).released is not None
    if kind.skill in WAYS_OF_WORKING and all(m.skill in WAYS_OF_WORKING for m in examples):
        return [[kind]]
    if _OF_A_KIND.search(noun):
        is_language = taxonomy.skill(kind.skill).category == LANGUAGES
        return [[kind], *wants] if is_language else wants
    is_category = not is_made and _are_of(kind, examples, taxonomy)
    return wants if is_category else [[kind], *wants]


def _with_bracket(
    text: str,
    wants: list[list[Mention]],
    bracket: re.Match[str],
    found: list[list[Mention]],
    taxonomy: Taxonomy,
) -> list[list[Mention]]:
    """What a bracket adds: examples or parts of the name before it, or wants of its own.

    Details of one member of a choice are no wants: "Python (Pandas) or R".
    """
    before = [m for want in wants for m in want if m.end <= bracket.start()]
    head = max(before, key=lambda m: m.end, default=None)
    if head and opens_choice(text, head.end, bracket.start()):
        choice = [head, *(mention for want in found for mention in want)]
        return [*(want for want in wants if want != [head]), choice]
    between = _BEFORE_BRACKET.fullmatch(text, head.end, bracket.start()) if head else None
    if head is None or between is None:
        return [*wants, *found]
    if any(head in want and len(want) > 1 for want in wants):
        return wants
    examples = [mention for want in found for mention in want]
    is_meant = len(found) == 1 and _are_of(head, examples, taxonomy)
    is_kind = is_meant or head.skill in WAYS_OF_WORKING
    if is_kind or _SAYS_EXAMPLES.match(text, bracket.start(1)):
        rest = [want for want in wants if want != [head]]
        return [*rest, *_of_kind(head, between["noun"], found, taxonomy)]
    return [*wants, *found]


def _are_of(kind: Mention, examples: Sequence[Mention], taxonomy: Taxonomy) -> bool:
    return all(kind.skill in taxonomy.implied(one.skill) for one in examples)
