"""Whether a skill is required, preferred or only talked about, where its item names it.

The part of the posting decides ("Nice to have"), unless words of the item itself do ("Go is a
plus", "AWS (required)"). Such words reach over their clause only.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from app.engine.jobs.headings import ASKING, BOILERPLATE
from app.engine.jobs.items import Item

Stance = Literal["required", "preferred", "mentioned", "not_asked"]
"""How a posting stands to a skill; "mentioned" speaks of the work, not of the candidate."""

_PREFERRED_AFTER = (
    r"(?:is|are|as|be|would be|will be|considered|seen as)\s+(?:a |an |the )?(?:big |huge |strong "
    r"|definite |real"
    r" |added |great |nice |distinct |major |plus )?(?:plus|bonus|advantage|asset|preferred"
    r"|desirable|desired"
    r"|beneficial|helpful|nice|great|welcome|ideal|optional|advantageous|nice to have|not required"
    r"|not mandatory"
    r"|useful|valued|appreciated)"
    r"|(?:an? )(?:\w+ )?(?:plus|bonus|advantage|asset)\b(?! points)|\bplus(?=\s*(?:[.;)!]|$))"
    r"|(?:strongly |highly |much |also )?preferred|(?:highly |would be )?desir(?:able|ed)"
    r"|nice[- ]to[- ]have"
    r"|good[- ]to[- ]have|great to have|optional|preferable|not required|not mandatory"
    r"|(?:sind |ist )?(?:von|ein) vorteil|wünschenswert|(?:sind |ist )?ein plus|erwünscht"
    r"|(?:est |serait |sont |seraient )?un (?:plus|atout)|(?:est |sont )?(?:souhaitée?s?"
    r"|appréciée?s?)"
)
_PREFERRED_BEFORE = (
    r"ideally|preferabl[ey]|preference (?:will be given )?(?:to|for)|bonus(?: points)?(?: for"
    r"| if)?|(?:extra|brownie)"
    r" (?:points|credit)(?: for| if)?|(?:a |it'?s a )?plus if|advantage if|even better"
    r"|nice[- ]to[- ]have|good[- ]to"
    r"[- ]have|optional(?:ly)?|preferred|desired|idealerweise|bestenfalls|gerne|wünschenswert"
    r"|de préférence|idéalement"
)
_REQUIRED = (
    r"must(?:[- ]have)?|mandatory|required|essential|is a must|non[- ]negotiable|zwingend"
    r"|erforderlich"
    r"|indispensable|obligatoire|exigée?s?|impérati\w+"
)
_NOT_ASKED = re.compile(
    r"\b(?:(?:will|willing(?:ness)?|eager(?:ness)?|ready|able|want|keen|motivated|desire"
    r"|interested|excited|happy"
    r"|opportunity) to (?:\w+ )?learn|(?:no|without)\b[^.]{0,40}\b(?:required|necessary|needed)"
    r"|(?:don'?t|do not|needn'?t|nicht)\b[^.]{0,15}\b(?:need|have to|expect|require|musst)|alumni"
    r"|(?:gain|acquire|deepen|expand|broaden|develop)\b[^.;,]{0,30}\b(?:experience|skills"
    r"|knowledge|expertise)"
    r"|(?:download|visit|click|follow|subscribe)\b[^.]{0,40}\b(?:app|site|website|page|us|link"
    r"|newsletter))\b",
)
_CUE = re.compile(
    rf"\b(?:(?P<after>{_PREFERRED_AFTER})|(?P<before>{_PREFERRED_BEFORE})"
    rf"|(?P<must>{_REQUIRED}))(?!\w)",
    re.IGNORECASE,
)
_CUE_HINT = re.compile(
    r"plus|bonus|advantage|asset|prefer|desir|nice|good|great|optional|requir|mandatory|must"
    r"|beneficial|essential|ideal|helpful|welcome|useful|valued|appreci|negotiable|even better"
    r"|extra|brownie|vorteil|wünsch|bestenfalls|gerne|zwingend|erforderlich|indispensable"
    r"|obligatoire|exigé|impérati|souhait|atout|préférence|idéal"
)
"""Words of which a lower-case text with a cue has one: most texts have none."""
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
_LIST_END = re.compile(r"\b(?:and|or|und|oder|et|ou|are|sind)\b|&", re.IGNORECASE)

_MERE_DEGREE = frozenset(
    {"strongly", "highly", "very", "is", "but", "but not", "a", "skill", "skills"}
)
_ASKS = re.compile(
    r"(?<!our )(?<!with )(?<!other )(?<!by )\bexperienced\b"
    r"|\bexperience\b(?<!user experience)(?<!customer experience)(?<!client experience)"
    r"(?<!our experience)(?<!candidate experience)(?<!employee experience)"
    r"(?<!learning experience)(?<!digital experience)(?<!developer experience)"
    r"(?<!patient experience)(?<!brand experience)(?<!shopping experience)"
    r"|\bexp\b|\bmust (?:have|know|possess|be (?:able|profic|skill|famil|exper|fluent|comfort))"
    r"|\brequire(?:[ds]\b|ment|\b)|\bproficien|\bexpert(?:ise|s)?\b"
    r"|\bknowledge\b(?! (?:shar|transfer|base))|\bfamiliar"
    r"|\bskill(?:ed|s)?\b|\bfluen(?:t|cy)\b|\bunderstanding of\b|\bhands-on|\bbackground\b"
    r"|\bcommand of\b"
    r"|\byou (?:have|know|bring|are)\b|\byou'(?:ve|re)\b|\bideal candidate|\bneed(?:s"
    r"|ed)? to (?:have|know|be)"
    r"|\bqualification|\bcompeten|\bmastery\b|erfahrung|kenntnisse|umgang mit|beherrsch|vertraut"
    r"|maîtris"
    r"|expérience|connaissance",
)
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


def base_stance(item: Item, *, is_list: bool = False) -> Stance:
    """What the part of the posting and the voice of the sentence say of every skill in it.

    ``is_list`` says that the item is nothing but names of skills, which asks for them.
    """
    text = item.text
    lower = text.lower()
    if _NOT_ASKED.search(lower):
        return "not_asked"
    if item.section in BOILERPLATE:
        return "not_asked"
    asks = _ASKS.search(lower) is not None
    if item.section in ASKING:
        is_told = _COMPANY_SPEAKS.match(text) and not _COMPANY_ASKS.search(text)
        if (is_told or _WILL_DO.match(text)) and not asks:
            return "mentioned"
        return "preferred" if item.section == "preferred" else "required"
    if item.section == "role" and is_list:
        return "required"
    if item.section == "role" and asks:
        is_told = _COMPANY_SPEAKS.match(text) and not _COMPANY_ASKS.search(text)
        return "mentioned" if is_told or _WILL_DO.match(text) else "required"
    return "mentioned"


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
    cues = list(_CUE.finditer(text)) if _CUE_HINT.search(text.lower()) else []
    for number, cue in enumerate(cues):
        floor = cues[number - 1].end() if number else 0
        ceiling = cues[number + 1].start() if number + 1 < len(cues) else len(text)
        stance: Stance = "required" if cue["must"] else "preferred"
        bracket = _bracket(text, cue.start())
        if bracket and not _is_alone(text, bracket, cue):
            yield Reach(*bracket, stance)
        elif cue["before"] or _opens(text, cue, floor):
            yield Reach(cue.end(), _clause_end(text, cue.end(), ceiling), stance)
        else:
            end = bracket[0] if bracket else cue.start()
            yield Reach(_clause_start(text, floor, end, cue), end, stance)


def _opens(text: str, cue: re.Match[str], floor: int) -> bool:
    """Whether nothing stands before the cue that it could be said of."""
    return not text[floor : cue.start()].strip(" ,:-–—(")


def _bracket(text: str, place: int) -> tuple[int, int] | None:
    start = text.rfind("(", 0, place)
    if start < 0 or text.find(")", start, place) >= 0:
        return None
    end = text.find(")", place)
    return start, len(text) if end < 0 else end


def _is_alone(text: str, bracket: tuple[int, int], cue: re.Match[str]) -> bool:
    """Whether the cue is all that the bracket says: "Docker (optional)"."""
    beside = text[bracket[0] + 1 : cue.start()] + text[cue.end() : bracket[1]]
    return not beside.strip(" ,.:!") or beside.strip().lower() in _MERE_DEGREE


def _clause_start(text: str, floor: int, end: int, cue: re.Match[str]) -> int:
    start = floor
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
