"""The words of a degree: what it is called and what it is in, both verbatim."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from app.engine.resumes.heads import without_dates
from app.engine.resumes.periods import FoundPeriod
from app.engine.resumes.places import is_place
from app.engine.resumes.row import Row
from app.engine.resumes.vocabulary import SCHOOL_WORDS
from app.engine.taxonomy.degrees import DegreeMention
from app.engine.taxonomy.model import DegreeLevel
from app.engine.taxonomy.taxonomy import Taxonomy
from app.engine.text import fold

_WORD = re.compile(r"[^\W\d_][\w'’.]*")
_MORE_OF_DEGREE = re.compile(
    r"\.?(?:['’]s)?(?:\s+(?:[Dd]egree|[Pp]rogram(?:me)?)\b)?"
    r"(?:\s*\(\s*(?:[Hh]ons\.?|[Hh]onou?rs|FH|BA|Univ\.?|Mod\.?|Ord\.?|Res|AMK|LMD|TH|TU)\s*\))?"
    r"(?:\s+(?:with\s+)?(?:Hons|Honours|Honors)\b\.?)?"
)
_MORE_OF_SCHOOL = re.compile(
    r"(?:\s+(?!(?:in|at|from|with|en|de|of|and|aus|an|am|à|mit|mention|option|gpa|grade)\b)"
    r"(?:[a-zà-ÿ][^\s,;:|\t()–—\d]*|[A-Z][A-Z\d]{0,4}\b|(?:Certificate|Diploma|Exam(?:ination)?|Level"
    r"|Education|School|Leaving|Equivalency)\b)){1,3}"
)
_OF = re.compile(r"\s*(?:of\s+)?(?P<what>[^,;|\t(–—:@]+?)(?=\s+in\s|\s*[,;|\t(–—:@]|\s+-\s|\s*$)")
_JOIN = re.compile(
    r"[\s.)]*(?:\([^)]{1,25}\)\s*)?(?:[-–—,:;|\t]|\b(?:in|en|em|of|for|im|de|di|des|i|w|z|fach|mention|candidate)"
    r"\s|\s)*\s*",
    re.IGNORECASE,
)
_MAJOR = re.compile(
    r"(?P<major>[^,;|\t(–—:\d@•·]+?)(?=\s*[,;|\t()–—:\d@•·]|\s+(?:at|from|with|minor|gpa|cgpa|and a"
    r"|an der|am|à|bei|honours|mention)\b|\s+-\s|\.\s|\.?\s*$)",
    re.IGNORECASE,
)
_MAJOR_SAID = re.compile(
    r"(?P<before>.*?)[\s,;(–—-]+(?:with\s+(?:an?\s+)?)?major(?:ing|ed)?\s*(?:in\b|:)\s*"
    r"(?P<major>[^,;|\t()–—:\d@]+)",
    re.IGNORECASE,
)
_JOINING_END = re.compile(r"\s+(?:in|en|em|di|of|de)$")
_LEVEL = re.compile(r"\s+(?:level|nvq|stufe|niveau)\s*\d?\s*", re.IGNORECASE)
_COMPOUND = re.compile(r"(?<=[Dd]iplom)-[A-ZÄÖÜ][^\W\d_]+")
_COMMA = re.compile(r"\s*[,|\t–—]")
_IN_END = re.compile(r"\b(?:in|en|em)\s+$")
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
    r"^(?:(?:department|dept\.?|faculty|school) of|major(?:ing)?(?: in)?|field(?: of study)?"
    r"|branch|stream|speciali[sz]ation"
    r"|speciali[sz]ing in|course|subject|fachrichtung|studiengang|filière|spécialité)\s*:?\s*"
    r"(?=\S)",
    re.IGNORECASE,
)
_NO_PREFIX = re.compile(
    r"\b(?:graduat\w+|pursuing|complet\w+|earned|obtained|degree|qualification|title|studied"
    r"|studying|candidate|expected|towards|my|and|with|for|at|in|of|current\w*|awarded|thesis"
    r"|final|year|grade|education|course|name)\b",
    re.IGNORECASE,
)
_SCHOOL_NAME_GOES_ON = re.compile(
    r"\s+(?:[\w.]+\s+){0,3}(?:school|college|gymnasium|sec\.|hr\.)", re.IGNORECASE
)
_DEGREE_NAMES = frozenset(
    {"computer applications", "business administration", "commerce", "engineering", "technology",
     "science", "arts", "education", "laws", "teaching", "design", "fine arts", "nursing", "music"}
)  # fmt: skip
_NOT_MAJORS = frozenset(
    {"at", "from", "with", "gpa", "cgpa", "the", "expected", "graduated", "graduation", "level",
     "thesis", "dissertation", "project", "coursework", "courses", "minor", "minors", "honours",
     "honors", "hons", "cum", "magna", "summa", "grade", "distinction", "degree", "candidate",
     "score", "percentage", "cpi", "sgpa", "upper", "lower", "current", "present", "ongoing",
     "final", "merit", "pass", "passed", "aggregate", "marks", "average", "overall", "specialized"}
)  # fmt: skip
_CLASS = re.compile(
    r"^(?:first|second|third|1st|2nd|upper|lower)[\s-]+(?:class|division|lower|upper)",
    re.IGNORECASE,
)


_SCHOOL_ENDINGS = ("hochschule", "universitat", "gymnasium", "skolan", "schule", "gymnasiet")
_TRAINERS = frozenset({"centre", "center", "committee", "board", "council"})
_EXAM_WORDS = 4
_PREFIX_WORDS = 5


class Studies:
    """The degrees of texts, each text looked at once while a resume is read."""

    def __init__(self, taxonomy: Taxonomy) -> None:
        self.taxonomy = taxonomy
        self._seen: dict[str, tuple[DegreeMention, ...]] = {}

    def mentions(self, text: str) -> tuple[DegreeMention, ...]:
        """Every degree in ``text``; the kind of a school is none, unless nothing else is."""
        if text not in self._seen:
            found = self.taxonomy.degree_mentions(text, held=True)
            own = tuple(m for m in found if not _is_of_school(text, m))
            self._seen[text] = own
        return self._seen[text]

    def named_by_school(self, text: str) -> DegreeMention | None:
        """What a school's own name says that it gives: ``Giresun High School of Science``."""
        found = self.taxonomy.degree_mentions(text, held=True)
        return next((m for m in found if _is_of_school(text, m)), None)

    def in_field(self, text: str) -> bool:
        """Whether ``text`` names a field of study."""
        return bool(self.taxonomy.field_families(text))


def _is_of_school(text: str, mention: DegreeMention) -> bool:
    """Whether a mention is a word in the name of a school: ``Example Higher Secondary School``."""
    if mention.level is not DegreeLevel.SCHOOL:
        return False
    before = re.split(r"[,\t|–—(]", text[: mention.start])[-1].strip()
    if _SCHOOL_NAME_GOES_ON.match(text, mention.end):
        return True
    is_named = bool(before) and before[0].isupper() and not _NO_PREFIX.search(before)
    return is_named and has_school(text[mention.start : mention.end])


def has_school(text: str) -> bool:
    """Whether a word of schools stands in ``text``."""
    words = [word.strip(".'") for word in _WORD.findall(fold(text))]
    if any(word in SCHOOL_WORDS or word.startswith("univers") for word in words):
        return True
    is_trainer = any(a == "training" and b in _TRAINERS for a, b in pairwise(words))
    return is_trainer or any(word.endswith(_SCHOOL_ENDINGS) for word in words)


def degree_and_major(row: Row, studies: Studies) -> tuple[str, str | None]:
    """The degree's own words and its major, both verbatim."""
    text = without_dates(row.text) if row.dates else row.text
    mentions = studies.mentions(text)
    if not mentions:
        text, mentions = row.text, studies.mentions(row.text)
    first, *others = mentions
    if others and _LEVEL.fullmatch(text, first.end, others[0].start):
        first = replace(others.pop(0), start=first.start)  # "City & Guilds Level 2 Diploma"
    start, end, major = _named(text, first, studies)
    said = _MAJOR_SAID.match(text, end)
    if said is not None:  # "Bachelor of Music in Performance, major in Conducting"
        return _bare(text[start : said.end("before")]), said["major"].strip(" .")
    if first.level is DegreeLevel.SCHOOL:
        return _bare(text[start:end]), _school_major(text, end, studies)
    after = _major_after(text, end, studies)
    is_whole = bool(set(first.fields) - {"engineering"})
    if after and is_whole and _COMMA.match(text, end) and not studies.in_field(after):
        after = None  # "Executive MBA, Example Valley": an MBA is in business, whatever follows
    for again in others:  # "PhD | Princeton University, PhD in Computer Science"
        after = after or _major_after(text, again.end, studies)
    return _bare(text[start:end]), after or major or _major_before(text[:start], studies)


def _bare(degree: str) -> str:
    return _JOINING_END.sub("", degree.strip(" ,;:-–"))


def _named(text: str, mention: DegreeMention, studies: Studies) -> tuple[int, int, str | None]:
    """The range of the degree's name, and the field that the name itself holds."""
    start, end = _with_prefix(text, mention.start, studies), mention.end
    compound = _COMPOUND.match(text, end)
    end = compound.end() if compound is not None else end
    if mention.level is DegreeLevel.SCHOOL:
        more = _MORE_OF_SCHOOL.match(text, end)
        is_name = more is not None and not has_school(more.group())
        end = more.end() if more is not None and is_name else end
        return start, _with_initials(text, start, end), None
    joint = text.lower().find(" in ", start, end)
    end = joint if joint > 0 else end  # a wording that is a field too: "Bachelor … in Nursing"
    major = None
    named = text[start:end].lower()
    if named.endswith(" of") or text[end:].lower().startswith(" of "):
        what = _OF.match(text, end)
        if what is not None:
            end = what.end("what")
            is_field = studies.in_field(what["what"]) and fold(what["what"]) not in _DEGREE_NAMES
            major = what["what"].strip() if is_field else None
    more = _MORE_OF_DEGREE.match(text, end)
    end = more.end() if more else end
    short = _BRACKETED.match(text, end)
    if short is not None and studies.mentions(short["major"]):  # "... (MCA)"
        end = short.end()
    return start, _with_initials(text, start, end), major


def _with_initials(text: str, start: int, end: int) -> int:
    """Where the name ends with its initials in brackets: ``Doctor of Physical Therapy (DPT)``."""
    short = _BRACKETED.match(text, end)
    initials = "".join(word[0] for word in text[start:end].split() if word[0].isupper())
    is_short = short is not None and short["major"].replace(".", "") == initials
    return short.end() if short is not None and is_short else end


def _with_prefix(text: str, start: int, studies: Studies) -> int:
    """Where the name begins: ``Federal VET Diploma``, but not ``Computer Science BSc``."""
    piece = re.split(r"[,;:|\t()–—•·@]|\s-\s", text[:start])[-1]
    words = piece.split()
    if not words or len(words) > _PREFIX_WORDS or has_school(piece) or studies.in_field(piece):
        return start
    if _NO_PREFIX.search(piece) or not all(w[0].isupper() or not w[0].isalpha() for w in words):
        return start
    if is_place(piece) or not words[0][0].isalpha() or text[start:][:1].islower():
        return start
    return start - len(piece.lstrip())


def _school_major(text: str, end: int, studies: Studies) -> str | None:
    """What a school's final exam was in, where a field is named: ``Class XII (Science)``."""
    bracket = _BRACKETED.match(text, end)
    after = bracket.end() if bracket is not None else end
    if bracket is not None and studies.in_field(bracket["major"]) and is_major(bracket["major"]):
        return bracket["major"].strip()
    join = re.match(r"\s*(?:[,:–—|\t]|\s-\s|\bin\b|\s)*\s*", text[after:])
    match = _MAJOR.match(text, after + (join.end() if join else 0))
    if match is None or not studies.in_field(match["major"]) or not is_major(match["major"]):
        return None
    if len(match["major"].split()) > _EXAM_WORDS:
        return None  # "seven subjects including Mathematics"
    return match["major"].strip(" .-")


def _major_after(text: str, end: int, studies: Studies) -> str | None:
    bracket = _BRACKETED.match(text, end)
    join = _JOIN.match(text, end)
    begin = join.end() if join else end
    match = _MAJOR.match(text, begin)
    if match is not None:
        again = studies.mentions(match["major"])
        is_field = studies.in_field(match["major"]) and _IN_END.search(text, 0, match.start())
        if again and again[0].start == 0 and not is_field:  # "Master of Science - MS, Statistics"
            return _major_after(text, match.start() + again[0].end, studies)
        major = FIRST_WORDS.sub("", match["major"]).strip(" .-")
        if is_major(major):
            return major
    if bracket is not None and not studies.mentions(bracket["major"]):
        return bracket["major"].strip() if is_major(bracket["major"]) else None
    return None


def _major_before(text: str, studies: Studies) -> str | None:
    """``Computer Science, BSc``: the part before the degree, where it names a field."""
    piece = re.split(r"[|\t–—]|\s-\s|,\s", text.rstrip(" ,(-–—|\t"))[-1].strip()
    return piece if piece and is_major(piece) and studies.in_field(piece) else None


def is_major(text: str) -> bool:
    """Whether ``text`` can be the name of what was studied."""
    words = text.split()
    if not words or len(words) > 9 or len(text) < 2 or has_school(text) or is_place(text):
        return False
    is_grade = fold(words[0]).strip(".,'") in _NOT_MAJORS or _CLASS.match(text) is not None
    return text[0].isalpha() and not is_grade


def is_in_progress(rows: Sequence[Row], found: FoundPeriod | None) -> bool:
    """Whether the degree is not earned yet, and nothing says when it will be."""
    if found is not None and found.is_range:
        return found.period.is_current
    words = " ".join(row.text for row in rows if not row.is_prose)
    return bool(_ONGOING.search(words)) or (found is None and bool(_EXPECTED.search(words)))
