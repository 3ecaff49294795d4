"""The words of a degree: what it is called and what it is in, both verbatim."""

import re
from collections.abc import Sequence

from app.engine.resumes.heads import without_dates
from app.engine.resumes.periods import FoundPeriod
from app.engine.resumes.places import is_place
from app.engine.resumes.row import Row
from app.engine.resumes.vocabulary import SCHOOL_WORDS
from app.engine.taxonomy.model import DegreeLevel
from app.engine.taxonomy.taxonomy import Taxonomy
from app.engine.text import fold

_WORD = re.compile(r"[^\W\d_][\w'’.]*")
_AWARD = re.compile(
    r"(?P<award>(?:[A-ZÀ-Þ][\w'’]+\s+){0,3}(?:Certificate|Diploma|Diplom|Diplôme|Certificat|Zertifikat"
    r"|Técnico Superior|Título))\b(?:(?:\s+(?:in|en|of|für)\s+|,\s+)(?P<major>[^,;|\t(\d]+))?"
)
_MORE_OF_DEGREE = re.compile(
    r"\.?(?:['’]s)?(?:\s+[Dd]egree\b)?(?:\s*\((?:[Hh]ons\.?|[Hh]onou?rs)\))?(?:\s+(?:Hons|Honours)\b)?"
)
_OF = re.compile(r"\s*(?:of\s+)?(?P<what>[^,;|\t(–—:]+?)(?=\s+in\s|\s*[,;|\t(–—:]|\s+-\s|\s*$)")
_JOIN = re.compile(
    r"\s*(?:\([^)]{1,12}\)\s*)?(?:[-–—,:;|\t]|\bin\b|\ben\b|\bof\b|\bfor\b|\s)*\s*", re.IGNORECASE
)
_MAJOR = re.compile(
    r"(?P<major>[^,;|\t(–—:\d]+?)(?=\s*[,;|\t()–—:\d]|\s+(?:at|from|with|minor|gpa|cgpa|and a"
    r"|an der|à|bei|honours)\b|\s+-\s|\.\s|\.?\s*$)",
    re.IGNORECASE,
)
_JOINING_END = re.compile(r"\s+(?:in|en|em|di)$")
_BRACKETED = re.compile(r"\s*\((?P<major>[^()]{2,60})\)")
_ONGOING = re.compile(
    r"\b(?:in progress|pursuing|ongoing|currently (?:enrolled|studying)|enrolled|laufend"
    r"|derzeit|en cours|en curso|cursando|in corso|em curso)\b",
    re.IGNORECASE,
)
_EXPECTED = re.compile(
    r"\b(?:expected|anticipated|candidate|voraussichtlich|pr[ée]vue?)\b", re.IGNORECASE
)
FIRST_WORDS = re.compile(
    r"^(?:major(?:ing)?(?: in)?|field|branch|specialization)\s*:?\s*", re.IGNORECASE
)
_DEGREE_NAMES = frozenset(
    {"computer applications", "business administration", "commerce", "engineering", "technology",
     "science", "arts", "education", "laws", "teaching", "design", "fine arts", "nursing"}
)  # fmt: skip
_NOT_MAJORS = frozenset(
    {"at", "from", "with", "gpa", "cgpa", "the", "expected", "graduated", "graduation", "level"}
)


def has_school(text: str) -> bool:
    """Whether a word of schools stands in ``text``."""
    words = [fold(word).strip(".'") for word in _WORD.findall(text)]
    return any(word in SCHOOL_WORDS or word.startswith("univers") for word in words)


def degree_and_major(row: Row, taxonomy: Taxonomy) -> tuple[str, str | None]:
    """The degree's own words and its major, both verbatim."""
    text = without_dates(row.text) if row.dates else row.text
    mentions = taxonomy.degree_mentions(text)
    if not mentions:
        text, mentions = row.text, taxonomy.degree_mentions(row.text)
    start, end = mentions[0].start, mentions[0].end
    if mentions[0].level is DegreeLevel.SCHOOL:
        return text[start:end], None
    joint = text.lower().find(" in ", start, end)
    end = joint if joint > 0 else end  # a wording that is a field too: "Bachelor … in Nursing"
    names_field_itself = text[start:end].lower().endswith(" of") or text[end:].lower().startswith(
        " of "
    )
    major: str | None = None
    if names_field_itself:
        what = _OF.match(text, end)
        if what is not None:
            end = what.end("what")
            named = what["what"].strip()
            is_field = taxonomy.field_families(named) and fold(named) not in _DEGREE_NAMES
            major = named if is_field else None
    more = _MORE_OF_DEGREE.match(text, end)
    end = more.end() if more else end
    short = _BRACKETED.match(text, end)
    if short is not None and taxonomy.degree_mentions(short["major"]):  # "... (MCA)"
        end = short.end()
    after = _major_after(text, end, taxonomy)
    for again in mentions[1:]:  # "PhD | Princeton University, PhD in Computer Science"
        after = after or _major_after(text, again.end, taxonomy)
    degree = _JOINING_END.sub("", text[start:end].strip(" ,;:-–"))
    return degree, after or major or _major_before(text[:start], taxonomy)


def _major_after(text: str, end: int, taxonomy: Taxonomy) -> str | None:
    bracket = _BRACKETED.match(text, end)
    join = _JOIN.match(text, end)
    begin = join.end() if join else end
    match = _MAJOR.match(text, begin)
    if match is not None:
        again = taxonomy.degree_mentions(match["major"])
        if again and again[0].start == 0:  # "Master of Science - MS, Artificial Intelligence"
            return _major_after(text, match.start() + again[0].end, taxonomy)
        major = FIRST_WORDS.sub("", match["major"]).strip(" .-")
        if is_major(major):
            return major
    if bracket is not None and not taxonomy.degree_mentions(bracket["major"]):
        return bracket["major"].strip() if is_major(bracket["major"]) else None
    return None


def _major_before(text: str, taxonomy: Taxonomy) -> str | None:
    """``Computer Science, BSc``: the part before the degree, where it names a field."""
    piece = re.split(r"[|\t–—]|\s-\s|,\s", text.rstrip(" ,(-–—|\t"))[-1].strip()
    return piece if piece and is_major(piece) and taxonomy.field_families(piece) else None


def other_award(rows: Sequence[Row]) -> tuple[str | None, str | None]:
    """A certificate or diploma of a school that is no degree of a known level."""
    for row in rows:
        match = _AWARD.search(row.text)
        if match is not None and not row.is_prose:
            major = (match["major"] or "").strip()
            return match["award"].strip(), major if is_major(major) else None
    return None, None


def is_major(text: str) -> bool:
    """Whether ``text`` can be the name of what was studied."""
    words = text.split()
    if not words or len(words) > 9 or len(text) < 2 or has_school(text) or is_place(text):
        return False
    return text[0].isalpha() and fold(words[0]) not in _NOT_MAJORS


def is_in_progress(rows: Sequence[Row], found: FoundPeriod | None) -> bool:
    """Whether the degree is not earned yet, and nothing says when it will be."""
    if found is not None and found.is_range:
        return found.period.is_current
    words = " ".join(row.text for row in rows if not row.is_prose)
    return bool(_ONGOING.search(words)) or (found is None and bool(_EXPECTED.search(words)))
