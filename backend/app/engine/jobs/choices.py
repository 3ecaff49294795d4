"""Skills named beside each other: which are each wanted, and which are one choice.

"A, B and C" asks for three, "A, B or C", "one of A, B, C" and "A/B" of one kind for any one.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Literal

from app.engine.taxonomy.model import Mention
from app.engine.taxonomy.taxonomy import Taxonomy

Joint = Literal["and", "or", "comma", "slash"]

TOGETHER: tuple[frozenset[str], ...] = (
    frozenset({"HTML", "CSS", "JavaScript"}),
    frozenset({"Docker", "Kubernetes"}),
)
"""Names written with a slash that are used together, though they are of one kind."""
LANGUAGES = "languages"
"""The end of the names of all categories of languages, which are one kind."""

_VERSION = r"-?\s*(?:v?\d+(?:\.\d+|\.x)*\+?(?:/\d+)*)?"
_FEW = r"(?:[\w.+#'-]+\s+){0,2}"
_ANOTHER = (
    r"(?:an?y?\s+)?(?:another|other|different|similar|comparable|equivalent|related|alternative"
    r"|andere\w*|ähnliche\w*|vergleichbare\w*|autres?|similaires?|otros?|otras?)"
)
_OR_ANOTHER = re.compile(
    rf"\s*,?\s*\(?\s*\b(?:or|oder|ou|o)\s+{_ANOTHER}\b[^,;.()]{{0,40}}?", re.IGNORECASE
)
"""What opens a choice to all of a kind: "Java or another JVM language"."""
_ANOTHER_BEFORE = re.compile(
    rf"\b(?:or|oder|ou|o)\s+{_ANOTHER}\s+(?:\w+[ -]){{0,2}}$", re.IGNORECASE
)
_LIKE = re.compile(r"\b(?:such as|like|e\.?g\.?,?|z\.\s?b\.|wie|comme)\s*$", re.IGNORECASE)
_OR = re.compile(
    rf"\s*\(\s*or\s+(?:similar|equivalent|other|another|comparable|alternatives?)[^,;()]{{0,30}}"
    rf"|{_VERSION}(?:\s+[\w-]+){{0,2}}\s*,?\s*(?:\b(?:and/or|or|oder|ou|o|bzw\.?)\b"
    rf"|\band\s*/\s*or\b)\s+{_FEW}",
    re.IGNORECASE,
)
_AND = re.compile(
    rf"{_VERSION}(?:\s+[\w-]+){{0,2}}\s*,?\s*(?:\b(?:and|und|et|y|sowie|as well as|along with|plus"
    rf"|in combination with)\b|&|\+)\s*{_FEW}",
    re.IGNORECASE,
)
_COMMA = re.compile(
    rf"{_VERSION}\s*[,、|·•]\s*(?:[\w+#./-]+(?:\s[\w+#./-]+){{0,2}}\s*,\s*)?(?:[\w-]+\s+)?",
    re.IGNORECASE,
)
_OXFORD = re.compile(r",\s*(?:or|oder|ou)\s", re.IGNORECASE)
_DUTCH = re.compile(r"\b(?:ervaring|kennis|goede|met|een|het|minimaal|je|jij)\b", re.IGNORECASE)
"""Words of a Dutch text, in which "of" means "or"."""
_SLASH = re.compile(rf"{_VERSION}\s*/\s*")
_ANY_BEFORE = re.compile(
    r"\b(?:(?:at least |any |minimum )?one(?: or more)?\s(?:\w+\s){0,4}?(?:of|such as|like|e\.g\."
    r"|:)|either|any of"
    r"|at least one [^,;.]{0,40}|any (?:one|two) of|(?:two|three|2|3)(?: or more)? of"
    r"|eine[rms]? (?:der|von)"
    r"|mindestens eine[rms]? [^,;.]{0,40}"
    r"|(?:au moins )?une? (?:de|des|ou plusieurs)|one of"
    r" [^,;.]{0,50})[\s:(,]*(?:(?:the\s+)?following[\s:]*)?$",
    re.IGNORECASE,
)
_EXAMPLE_BEFORE = re.compile(
    r"(?:\be\.?g\.?|\bfor example|\bfor instance|\bz\.\s?b\.|\bpar exemple|\bp\.\s?ex\.)[\s,:(]*$",
    re.IGNORECASE,
)
_SUCH_BEFORE = re.compile(
    r"(?:\bsuch as|\blike|\bincluding|\bwie|\bcomme|\bincl\.|\btels? que)[\s,:(]*$", re.IGNORECASE
)
_LAST_FOLLOWS = re.compile(
    r"(?:\s*,\s*(?-i:[A-Z])[\w.+#-]*){0,3}\s*,?\s+(?:(?P<or>or|oder|ou)|and|und|et|&)\s+(?-i:[A-Z])",
    re.IGNORECASE,
)
_OTHERS_AFTER = re.compile(
    r"[\s,)]*(?:(?P<or>or|oder|ou)\s+(?:an?\s+)?(?:similar|equivalent|other|another|comparable|any"
    r"|related|alternative"
    r"|ähnlich|vergleichbar|andere|équivalent|autres?)|etc\b|…|\.\.\."
    r"|\W{0,3}(?:any|one|either)(?: one)? of (?:these|them|those|the above)"
    r"|,?\s*(?:we don'?t mind|doesn'?t matter|whichever|whatever|you choose|your choice))",
    re.IGNORECASE,
)


def runs(text: str, mentions: Sequence[Mention]) -> Iterator[tuple[list[Mention], list[Joint]]]:
    """Mentions in a row, with what stands between each and the next."""
    row: list[Mention] = []
    joints: list[Joint] = []
    for mention in mentions:
        joint = _joint(text, row[-1].end, mention.start) if row else None
        if row and joint is None:
            yield row, joints
            row, joints = [], []
        elif joint is not None:
            joints.append(joint)
        row.append(mention)
    if row:
        yield row, joints


def is_another(text: str, mention: Mention) -> bool:
    """Whether it is the kind that a choice is open to: "PostgreSQL or another SQL database"."""
    before = text[max(0, mention.start - 50) : mention.start]
    return _ANOTHER_BEFORE.search(before) is not None


def opens_choice(text: str, start: int, end: int) -> bool:
    """Whether the text between says "or a similar framework", so that what follows is a choice."""
    return _OR_ANOTHER.fullmatch(text, start, end) is not None


def groups(
    text: str, row: Sequence[Mention], joints: Sequence[Joint], taxonomy: Taxonomy
) -> list[list[Mention]]:
    """The row cut into wants: a list of several is a choice among them.

    So is one kind, or examples, with "etc." behind; "unit tests, version control, etc." is not.
    """
    before, after = text[: row[0].start], text[row[-1].end :]
    if len(row) > 1 and _ANY_BEFORE.search(before[-80:]):
        return [list(row)]
    if _EXAMPLE_BEFORE.search(before[-20:]):
        return [list(row)]
    is_such = _SUCH_BEFORE.search(before[-20:]) is not None
    others = _OTHERS_AFTER.match(after)
    is_one = is_such or _are_one_kind(row, taxonomy)
    if others and "and" not in joints and (others["or"] or is_one):
        return [list(row)]
    is_oxford = len(row) > 2 and _OXFORD.search(text, row[-2].end, row[-1].start) is not None
    meanings = _resolved(row, joints, _lent(after, is_such=is_such), taxonomy, is_oxford=is_oxford)
    wants: list[list[Mention]] = [[row[0]]]
    for mention, meaning in zip(row[1:], meanings, strict=True):
        if meaning == "or":
            wants[-1].append(mention)
        else:
            wants.append([mention])
    return wants


def _joint(text: str, start: int, end: int) -> Joint | None:
    gap = text[start:end]
    if gap == " of " and _DUTCH.search(text):
        return "or"
    if _SLASH.fullmatch(gap):
        return "slash"
    if _LIKE.search(gap):
        return "or" if _OR_ANOTHER.match(gap) else None
    if _OR.fullmatch(gap):
        return "or"
    if _AND.fullmatch(gap):
        return "and"
    return "comma" if _COMMA.fullmatch(gap) else None


def _resolved(
    row: Sequence[Mention],
    joints: Sequence[Joint],
    lends: Joint,
    taxonomy: Taxonomy,
    *,
    is_oxford: bool,
) -> list[Joint]:
    """Each joint as "and" or "or"; a comma means what the next word between means.

    Names of two kinds are one choice only with a comma before "or" ("SQL, Excel, or Tableau").
    """
    meanings: list[Joint] = []
    following = lends
    for place in range(len(joints) - 1, -1, -1):
        joint = joints[place]
        left, right = row[place].skill, row[place + 1].skill
        if joint == "slash":
            meaning: Joint = "or" if _is_one_kind(left, right, taxonomy) else "and"
        elif joint == "comma":
            is_or = following == "or" and (is_oxford or _is_one_kind(left, right, taxonomy))
            meaning = "or" if is_or else "and"
        else:
            following = meaning = joint
        meanings.append(meaning)
    return meanings[::-1]


def _are_one_kind(row: Sequence[Mention], taxonomy: Taxonomy) -> bool:
    return all(_is_one_kind(a.skill, b.skill, taxonomy) for a, b in pairwise(row))


def _is_one_kind(left: str, right: str, taxonomy: Taxonomy) -> bool:
    if any({left, right} <= pair for pair in TOGETHER):
        return False
    a_skill, b_skill = taxonomy.skill(left), taxonomy.skill(right)
    if a_skill.category.endswith(LANGUAGES) and b_skill.category.endswith(LANGUAGES):
        return True
    return a_skill.category == b_skill.category and a_skill.area == b_skill.area


def _lent(after: str, *, is_such: bool) -> Joint:
    """What commas mean where no word stands between two of the row.

    A last name that is no known skill tells it: "Jest, Mocha and Nightwatch".
    """
    last = _LAST_FOLLOWS.match(after)
    if last:
        return "or" if last["or"] else "and"
    return "or" if is_such else "and"
