"""What a text says about the skills it names: used, only wished for, denied, or for how long."""

import re
from dataclasses import dataclass
from typing import Literal

from app.engine.resumes.addresses import without_addresses
from app.engine.resumes.vocabulary import STACK_LABELS
from app.engine.taxonomy.model import Mention
from app.engine.taxonomy.taxonomy import Taxonomy
from app.engine.text import fold

Stance = Literal["held", "learning", "denied"]

_CLAUSE = re.compile(
    r"[.;!?](?=\s)|•|\bbut\b|\bhowever\b|\bwhereas\b|\baber\b|\bmais\b|\bpero\b", re.IGNORECASE
)
_DENIED = re.compile(
    r"\b(?:no|zero|without(?: any)?|lack(?:s|ing)?(?: of)?(?: any)?|little or no|keine(?:rlei)?"
    r"|aucune|sin|nessuna|sem)\s+(?:\w+[\s-]){0,3}?(?:experience|knowledge|exposure|background"
    r"|familiarity|erfahrung(?:en)?|kenntnisse|expérience|connaissances?|experiencia|esperienza"
    r"|experiência)\b|\bnever\s+(?:\w+\s+)?(?:used|worked|touched|programmed|coded)\b"
    r"|\b(?:not|n['’]t)\s+(?:yet\s+|very\s+|really\s+)*(?:familiar|experienced|proficient"
    r"|comfortable|know|used?|worked)\b|\bunfamiliar\b",
    re.IGNORECASE,
)
_DENIED_AFTER = re.compile(
    r"\s*[:(–-]\s*(?:no (?:prior )?experience|none|keine\b|aucune\b)", re.IGNORECASE
)
_LEARNING = re.compile(
    r"\b(?:currently|now|presently|actively|am|i['’]m|been|also|still|recently started|started)\s+"
    r"(?:self-)?(?:learning|studying|exploring|picking up|getting familiar|teaching myself)\b"
    r"|\b(?:want(?:s|ing)?|eager|keen|hop(?:e|ing)|plan(?:s|ning)?|interested|excited|like|love"
    r"|looking forward|willing|aim(?:s|ing)?)\s+(?:to\s+(?:learn|study|explore|work with|get into)"
    r"|in\s+(?:learning|exploring))\b"
    r"|^\W*(?:currently |now )?(?:learning|exploring|want to learn|to learn|next to learn)\s*:"
    r"|\b(?:lerne (?:gerade|derzeit)|derzeit am lernen|en cours d['’]apprentissage|aprendiendo"
    r"|in apprendimento|aprendendo)\b",
    re.IGNORECASE,
)
_LEARNING_AFTER = re.compile(
    r"\s*[(–-]\s*(?:currently )?(?:learning|in progress|beginner, learning|lernend)\b",
    re.IGNORECASE,
)
_NUMBERS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20,
}  # fmt: skip
_COUNT = (
    r"(?P<count>\d{1,2}(?:[.,]\d)?|" + "|".join(_NUMBERS) + r")\s*\+?\s*"
    r"(?P<unit>years?|yrs?\b\.?|months?|mos?\b\.?|jahre?n?|monate?n?|ans?\b|mois|años?|anni|anos?)"
)
_STATED_BEFORE = re.compile(
    rf"\b{_COUNT}['’]?(?:\s+(?:of|d['’]|de|di))?(?:\s+[\w-]+){{0,4}}?"
    r"\s*(?:\b(?:experience|expertise|erfahrung|expérience|experiencia|esperienza|experiência)\b)?"
    r"(?:\s+(?:of|in|with|using|on|as|mit|en|avec|con|em|working|developing|building|writing"
    r"|programming|coding|hands-on|professional|commercial|development|a|an|the))*\s*:?\s*$",
    re.IGNORECASE,
)
_STATED_AFTER = re.compile(
    rf"\s*(?:[(\[:–—|,-]|\bfor\b)\s*(?:over |more than |about |~|approx\.? )?{_COUNT}"
    r"(?!\s*(?:ago|old|contract))",
    re.IGNORECASE,
)
_CHAIN = re.compile(
    r"\s*(?:,|/|&|\+|and|or|und|et|y|e|, and)\s*$|\s*,?\s+(?:and|or|und|et|y)\s+$", re.IGNORECASE
)
_LABEL = re.compile(r"^\W*(?P<label>[^\W\d][\w &/+-]{1,34}?)\s*:\s*")


LONGEST_CLAUSE = 300
"""So many characters before a skill may deny it; the bound keeps reading linear in the text."""


@dataclass(frozen=True, slots=True)
class Said:
    """A skill as a text names it; ``months`` is the time the text itself gives for it."""

    mention: Mention
    stance: Stance
    months: int | None


def read_mentions(text: str, taxonomy: Taxonomy, *, listing: bool) -> tuple[Said, ...]:
    """Every skill that ``text`` names, in order, with what is said of it."""
    plain = without_addresses(text, lambda name: taxonomy.canonical(name) is not None)
    is_list = listing or _is_stack(plain)
    said: list[Said] = []
    for mention in taxonomy.find(plain, listing=is_list):
        months = _months(plain, mention, said[-1] if said else None)
        said.append(Said(mention, _stance(plain, mention), months))
    return tuple(said)


def _is_stack(text: str) -> bool:
    """Whether the text opens with a label such as ``Tech stack:``."""
    match = _LABEL.match(text)
    return match is not None and fold(match["label"]) in STACK_LABELS


def _stance(text: str, mention: Mention) -> Stance:
    start = max(0, mention.start - LONGEST_CLAUSE)
    for cut in _CLAUSE.finditer(text, start, mention.start):
        start = cut.end()
    clause = text[start : mention.start]
    if _DENIED.search(clause) or _DENIED_AFTER.match(text, mention.end):
        return "denied"
    if _LEARNING.search(clause) or _LEARNING_AFTER.match(text, mention.end):
        return "learning"
    return "held"


def _months(text: str, mention: Mention, before: Said | None) -> int | None:
    after = _STATED_AFTER.match(text, mention.end)
    if after is not None:
        return _count(after)
    between = text[max(0, mention.start - 90) : mention.start]
    ahead = _STATED_BEFORE.search(between)
    if ahead is not None:
        return _count(ahead)
    if before is not None and before.months is not None:
        gap = text[before.mention.end : mention.start]
        is_chain = len(gap) <= 8 and _CHAIN.fullmatch(gap)
        if is_chain and _STATED_AFTER.match(text, before.mention.end) is None:
            return before.months
    return None


def _count(match: re.Match[str]) -> int:
    number = match["count"].lower().replace(",", ".")
    amount = float(_NUMBERS[number]) if number in _NUMBERS else float(number)
    is_months = match["unit"].lower().startswith("mo")
    return round(amount if is_months else amount * 12)
