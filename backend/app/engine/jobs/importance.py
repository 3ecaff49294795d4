"""Whether a skill is required, preferred or only talked about, where its item names it.

The part of the posting decides ("Nice to have"), unless words of the item itself do ("Go is a
plus", "AWS (required)"). Such words reach over their clause only.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from app.engine.jobs.cues import cues
from app.engine.jobs.headings import ASKING, BOILERPLATE
from app.engine.jobs.items import Item

Stance = Literal["required", "preferred", "mentioned", "not_asked"]
"""How a posting stands to a skill; "mentioned" speaks of the work, not of the candidate."""

_CLAUSE = re.compile(
    r";|\.\s|\bbut\b|\s[-–—]\s|(?:,\s*(?:(?:and|with|as well as|und|et)\s+)?|\s(?:and"
    r"|with)\s)(?:(?:some|any|prior|good|strong|basic"
    r"|solid|additional|previous|working|hands-on|proven|extensive)\s+){0,2}"
    r"(?=(?:knowledge|experience|familiarity|exposure|proficiency|understanding|background|ability"
    r"|expertise"
    r"|ideally|preferably|kenntnisse|erfahrung|idealerweise|connaissance|expérience)\b)",
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    r"\s*(?:\w+ ){0,3}(?:knowledge|experience|familiarity|exposure|understanding|background"
    r"|expertise|kenntnisse|erfahrung"
    r"|connaissance|expérience)\b",
    re.IGNORECASE,
)
_SAME_FOLLOWS = re.compile(r"\s*,?\s*(?:and\s+)?(?:so|as)\s+(?:is|are|would be)\s", re.IGNORECASE)
_ASIDE_FOLLOWS = re.compile(r"\s*\([^()]*\)")
_SAID_BEFORE = re.compile(
    r"\b(?:that|this|it|they|which|these|those|das|dies|cela|ça|ce|c|eso|dat)\b'?\s*$",
    re.IGNORECASE,
)
"""A word right before a cue that stands for what was said: "if you know Vue, that is a plus"."""
_LIST_END = re.compile(r"\b(?:and|or|und|oder|et|ou|are|sind)\b|&", re.IGNORECASE)

_MERE_DEGREE = frozenset(
    {"strongly", "highly", "very", "is", "but", "but not", "a", "skill", "skills"}
)
_GENERIC = re.compile(
    r"\b(?:vorkenntnisse|(?:prior |previous )?(?:knowledge|experience)|erfahrung(?:en)?|kenntnisse"
    r"|(?:full )?training|expérience|this|that|it|das|but|aber)\b",
    re.IGNORECASE,
)
"""Words of a bracket that stand for what is before it: "SAP (prior knowledge is not needed)"."""
_REMARK = re.compile(r"\s*(?:[,;.–-]|but\b|and\b|though\b|as\b|we\b)", re.IGNORECASE)
_COMPANY_SPEAKS = re.compile(
    r"\s*(?:we|we're|we've|our|at [A-Z]|join|together|the (?:company|team|platform)|wir|unser|nous"
    r"|notre)\b",
    re.IGNORECASE,
)
_COMPANY_ASKS = re.compile(
    r"\bwe(?:'re| are)? (?:also )?(?:look|seek|need|require|expect|want|search|hir)"
    r"|\bwir (?:suchen|erwarten)"
    r"|\bnous (?:recherch|cherch)",
    re.IGNORECASE,
)
_TO_DO = re.compile(
    r"\s(?:to (?!have\b|bring\b)[a-z]+|who will|that will|for our|in our|pour|um)\s", re.IGNORECASE
)
_PERSON = re.compile(
    r"\b(?:with|who (?:has|have|is|are)|having|must|you have|you are|mit|avec)\b", re.IGNORECASE
)
_WILL_DO = re.compile(
    r"\s*(?:you(?:'ll| will)(?!(?: also)? (?:need|have|bring|know|possess|be (?:an? )?(?:\w+ )?"
    r"(?:expert|proficient|experienced|familiar|comfortable|fluent|skilled)))"
    r"|as an? [\w ]{3,40},? you|in this role|du wirst|vous (?:serez|allez))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Reach:
    """A stretch of an item's text, half open, that words of the item itself rule."""

    start: int
    end: int
    stance: Stance


def reaches(item: Item) -> tuple[Reach, ...]:
    """What the words of the item rule, in their order; of two over one place the later rules."""
    work = _work_of_the_sought(item.text) if item.section == "role" else ()
    return (*work, *_reaches(item.text))


def base_stance(item: Item, *, is_list: bool = False, has_years: bool = False) -> Stance:
    """What the part of the posting and the voice of the sentence say of every skill in it.

    ``is_list`` says that the item is nothing but names of skills, ``has_years`` that it gives one
    of them years: both ask for them.
    """
    text = item.text
    if item.section in BOILERPLATE or is_unasked(text):
        return "not_asked"
    is_told = _COMPANY_SPEAKS.match(text) and not _COMPANY_ASKS.search(text)
    is_work = is_told or _WILL_DO.match(text)
    if item.section in ASKING:
        if is_work and not _asks(text):
            return "mentioned"
        return "preferred" if item.section == "preferred" else "required"
    if item.section not in ("role", "other"):
        return "mentioned"
    if is_list or (has_years and not is_told):
        return "required"
    is_duty = is_work or cues().duty.match(text.lower())
    return "required" if not is_duty and _asks(text) else "mentioned"


def is_unasked(text: str) -> bool:
    """Whether the whole sentence asks nothing: how to apply, what nobody needs."""
    return cues().unasked.search(text.lower()) is not None


def _asks(text: str) -> bool:
    return cues().asking.search(text.lower()) is not None


def stance_at(place: int, base: Stance, ruled: tuple[Reach, ...]) -> Stance:
    """How the posting stands to what is named at ``place`` of the item's text."""
    if base == "not_asked":
        return base
    found: Stance = base
    for reach in ruled:
        if reach.start <= place < reach.end:
            found = reach.stance
    return found


def _work_of_the_sought(text: str) -> Iterator[Reach]:
    """In "we seek a developer to run our Kafka" the work, until the person is spoken of again."""
    seeks = _COMPANY_ASKS.search(text)
    work = _TO_DO.search(text, seeks.end()) if seeks else None
    if work:
        person = _PERSON.search(text, work.end())
        yield Reach(work.start(), person.start() if person else len(text), "mentioned")


def _reaches(text: str) -> Iterator[Reach]:
    found = list(cues().cue.finditer(text)) if cues().hint.search(text.lower()) else []
    for number, cue in enumerate(found):
        floor = found[number - 1].end() if number else 0
        ceiling = found[number + 1].start() if number + 1 < len(found) else len(text)
        stance = _stance_of(cue)
        bracket = _bracket(text, cue.start())
        if bracket and not _is_alone(text, bracket, cue):
            yield Reach(*bracket, stance)
        elif bracket and not text[floor : bracket[0]].strip(" ,:-–—"):
            yield Reach(bracket[1], _clause_end(text, bracket[1] + 1, ceiling), stance)
        elif _rules_behind(text, cue, floor, ceiling):
            yield Reach(cue.end(), _clause_end(text, cue.end(), ceiling), stance)
        else:
            end = len(text[: bracket[0] if bracket else cue.start()].rstrip(" ,;:-–—"))
            yield Reach(_clause_start(text, floor, end, cue), end, stance)
            if aside := _ASIDE_FOLLOWS.match(text, cue.end()):
                yield Reach(*aside.span(), stance)
            if same := _SAME_FOLLOWS.match(text, cue.end()):
                yield Reach(same.end(), _clause_end(text, same.end(), ceiling), stance)


def _stance_of(cue: re.Match[str]) -> Stance:
    if cue["unasked"] or cue["needless"]:
        return "not_asked"
    return "required" if cue["must"] else "preferred"


def _rules_behind(text: str, cue: re.Match[str], floor: int, ceiling: int) -> bool:
    """Whether the cue is said of what stands behind it: "ideally Go", "must know Java"."""
    if cue["before"] or cue["unasked"] or _opens(text, cue, floor):
        return True
    is_must = cue.group().lower().startswith("must")
    return is_must and re.match(r"\s+\w", text[cue.end() : ceiling]) is not None


def _opens(text: str, cue: re.Match[str], floor: int) -> bool:
    """Whether nothing stands before the cue that it could be said of."""
    return not text[floor : cue.start()].strip(" ,:-–—(")


def _bracket(text: str, place: int) -> tuple[int, int] | None:
    for opening, closing in ("()", "[]"):
        start = text.rfind(opening, 0, place)
        if start >= 0 and text.find(closing, start, place) < 0:
            end = text.find(closing, place)
            return start, len(text) if end < 0 else end
    return None


def _is_alone(text: str, bracket: tuple[int, int], cue: re.Match[str]) -> bool:
    """Whether the cue is all that the bracket says: "Docker (optional, we can teach it)"."""
    before, after = text[bracket[0] + 1 : cue.start()], text[cue.end() : bracket[1]]
    beside = _GENERIC.sub("", before + after)
    if not beside.strip(" ,.:!") or beside.strip().lower() in _MERE_DEGREE:
        return True
    return not cue["before"] and not before.strip() and _REMARK.match(after) is not None


def _clause_start(text: str, floor: int, end: int, cue: re.Match[str]) -> int:
    start = floor
    if _SAID_BEFORE.search(text, floor, end):
        return floor
    for boundary in _CLAUSE.finditer(text, floor, end):
        start = boundary.end()
    clause = text[start:end]
    comma = clause.rfind(",")
    is_one_of_all = (
        comma >= 0 and not _LIST_END.search(clause[comma:]) and "are" not in cue.group().split()
    )
    if is_one_of_all and not (
        _SUBJECT.match(clause) and not cue.group().lower().endswith("preferred")
    ):
        return start + comma + 1
    return start


def _clause_end(text: str, start: int, ceiling: int) -> int:
    boundary = re.compile(r";|\.\s|\bbut\b|\)").search(text, start, ceiling)
    return boundary.start() if boundary else ceiling
