"""The experience a posting asks for as a whole, told from years of skills, firms and contracts."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from app.engine.evidence import Source
from app.engine.jobs.headings import BOILERPLATE
from app.engine.jobs.importance import reaches, stance_at
from app.engine.jobs.items import Item
from app.engine.jobs.mentions import ReadItem
from app.engine.jobs.model import MonthRange
from app.engine.jobs.years import Span, find_spans

_EXPERIENCE = re.compile(
    r"experience|\bexp\b|experienced|\byoe\b|erfahrung|expérience|experiencia|esperienza"
    r"|experiência|ervaring|doświadcz|erfaring|erfarenhet|\bpqe\b|post[- ]qualif|post[- ]regist"
    r"|\bbackground\b|track record"
    r"|hands-on"
    r"|\bworking\b|\bworked\b|professional|^\s*(?:of|in) \w+ing\b",
    re.IGNORECASE,
)
_SOMETHING_ELSE_AFTER = re.compile(
    r"[\s,'-]*(?:ago|old|of age|contract|fixed|anniversary|of history|degrees?|programm?e?|course"
    r"|of stud|of college"
    r"|of university|notice|warranty|duration|commitment|probation|leave|in a row|in business"
    r"|of growth|tenure"
    r"|internship|assignment|project\b|roadmap|term\b|plan\b|of service|of success|of innovation"
    r"|bachelor|diploma"
    r"|of (?:full[- ]time |formal )?(?:education|schooling)|of excellence)",
    re.IGNORECASE,
)
_SOMETHING_ELSE_BEFORE = re.compile(
    r"(?:\b(?:for over|past|last|every|within|after|next|first|since|founded|aged?|in the"
    r"|duration of|seit(?: über)?|depuis)\s*)$",
    re.IGNORECASE,
)
_COMPANY = re.compile(
    r"\b(?:we|we've|our|us|company|firm|agency|team'?s?|founders?|combined|collective|clients?|wir"
    r"|unser\w*|nous|notre"
    r"|leader|provider|group)\b",
    re.IGNORECASE,
)
_CANDIDATE = re.compile(
    r"\b(?:you|your|candidates?|applicants?|must|someone|somebody|requir\w*|minimum|at least"
    r"|looking for|seeking"
    r"|need|sie|du|vous|ideal)\b|\bwith an? ",
    re.IGNORECASE,
)
_HELD_BEFORE = re.compile(
    r"(?:\byou(?:'ve| have| bring| hold| need| are required to have|'ll (?:have|need|bring)"
    r"| will (?:have|need|bring)|r profile)|\b(?:must|should|to) have|\bha(?:s|ving)\b|\bwith\b"
    r"|\brequire\w*|\bneed(?:s|ed)?\b|\bminimum\b|\bat least\b|\blooking for\b|\bavez\b"
    r"|\bjustifi\w+|\bhast\b|\bhaben\b|\bverfüg\w+|\bbring\w*|\btienes\b|\bcuentas\b)[^.;]{0,70}$",
    re.IGNORECASE,
)
_WORK_AFTER = re.compile(
    r"[\s,'’s]*(?:(?:or more|spent|full[- ]time|hands-on|proven|solid|relevant) )*"
    r"(?:of|as|in|on|at|with|within|under your belt|behind (?:you|them)|dans|comme|en|als|im|inside"
    r"|from|across|(?!during|including|according|starting|beginning|following)[a-z]{2,}ing)\b",
    re.IGNORECASE,
)
_DONE_BEFORE = re.compile(
    r"\byou(?:'ve| have) (?:\w+ )?(?:been|spent|worked|built|done|run|led|taught|cooked|sold"
    r"|managed)\b[^.;]{0,60}$",
    re.IGNORECASE,
)
_FOR_SO_LONG = re.compile(
    r"\byou(?:'ve| have) (?!lived|been (?:a )?resident|held|had)[a-z]+[^.;]{0,50}\bfor\s*$",
    re.IGNORECASE,
)
_AT_LEAST = re.compile(
    r"minimum|at least|\+|or more|mindestens|au moins|al menos|more than|over", re.IGNORECASE
)
_YET_TO_COME = re.compile(
    r"\b(?:will (?:spend|work|stay|last|run)|you'll (?:spend|work|stay)|bond|renew\w*|lasts?"
    r"|runs? for|trial|warranty|guarantee\w*|within|(?:the )?(?:next|first|last|past)|after"
    r"|in your)\b[^.;]{0,25}$",
    re.IGNORECASE,
)
_BEGINNERS = re.compile(
    r"\b(?:fresher|freshers|no (?:prior |previous |work |professional"
    r" )*experience (?:is )?(?:required|necessary|needed)"
    r"|keine (?:berufs)?erfahrung (?:erforderlich|nötig)|débutants? acceptés?|0 experience)\b",
    re.IGNORECASE,
)
_WHOLE = re.compile(
    r"['’]?s?\s*(?:of\s+)?(?:(?:relevant|professional|total|overall|work|working|prior)\s+){0,2}"
    r"(?:experience|exp|erfahrung|berufserfahrung)(?:\s+(?:is\s+)?(?:required|needed|preferred))?"
    r"\s*[.;]?\s*$",
    re.IGNORECASE,
)
"""After a range with two ends: nothing more is said of it, so it is of the whole experience."""
_YEARS = re.compile(r"y(?:ea)?rs?|jahre?|ans?\b|año|exp", re.IGNORECASE)
_SHORT_REST = 4
"""So many words beside the span still leave it a bare requirement: "3-5 years."."""


@dataclass(frozen=True, slots=True)
class AskedExperience:
    """One span asked: where, how it is said, and whether words or a label name it experience."""

    item: Item
    span: Span
    is_labelled: bool

    @property
    def source(self) -> Source:
        """Where it stands."""
        return self.item.source(self.span.start, self.span.end)


def asked_spans(read: Iterable[ReadItem]) -> tuple[AskedExperience, ...]:
    """Every span of required experience, in the order of the text."""
    return tuple(_asked(read))


def experience_range(asked: Sequence[AskedExperience], title: str) -> MonthRange | None:
    """The range asked: a labelled one first, else that with the highest lower end.

    A posting that names no range in its text may have one in its title.
    """
    if not asked:
        return _in_title(title)
    labelled = [one for one in asked if one.is_labelled]
    chosen = max(labelled or asked, key=lambda one: (one.span.min or 0, one.span.max or 0))
    return MonthRange(chosen.span.min, chosen.span.max, (chosen.source,))


def beginners_welcome(items: Iterable[Item]) -> AskedExperience | None:
    """Where the posting says that no experience is needed: a range from 0, open above."""
    for item in items:
        if item.section in BOILERPLATE:
            continue
        found = _BEGINNERS.search(item.text)
        if found and item.section != "preferred":
            span = Span(found.start(), found.end(), 0, None)
            return AskedExperience(item, span, is_labelled=False)
    return None


def _in_title(title: str) -> MonthRange | None:
    """Years in the title; months there are the length of a contract."""
    spans = [s for s in find_spans(title) if not _SOMETHING_ELSE_AFTER.match(title, s.end)]
    asked = [s for s in spans if _YEARS.search(title, s.start, s.end)]
    return MonthRange(asked[0].min, asked[0].max) if asked else None


def _is_of_candidate(before: str, said: str, after: str) -> bool:
    """Whether a sentence says how long the candidate has done something, without the word for it.

    "You have two years on a section", "three or more years as a closer".
    """
    if _YET_TO_COME.search(before):
        return False
    if _DONE_BEFORE.search(before) or _FOR_SO_LONG.search(before) or "yoe" in said.lower():
        return True
    is_asked = _HELD_BEFORE.search(before) or _AT_LEAST.search(said)
    opens = not before.strip() and _YEARS.search(said) is not None
    return bool((is_asked or opens) and _WORK_AFTER.match(after))


def _asked(read: Iterable[ReadItem]) -> Iterator[AskedExperience]:
    for one in read:
        item = one.item
        if item.section in BOILERPLATE or (
            item.section == "preferred" and item.field != "experience"
        ):
            continue
        ruled = reaches(item) if one.spans else ()
        for span in one.spans:
            is_labelled = item.field == "experience" or (
                None not in (span.min, span.max) and _WHOLE.match(item.text, span.end) is not None
            )
            if stance_at(span.start, "required", ruled) == "preferred":
                continue
            if is_labelled or _is_experience(one, span):
                yield AskedExperience(item, span, is_labelled)


def _is_experience(one: ReadItem, span: Span) -> bool:
    text = one.item.text
    before, after = text[: span.start], text[span.end :]
    if span.min == 0 and span.max is not None:
        return True
    if _SOMETHING_ELSE_AFTER.match(after) or _SOMETHING_ELSE_BEFORE.search(before[-40:]):
        return False
    is_told = one.item.section != "required" and _COMPANY.search(text)
    if is_told and not _CANDIDATE.search(text):
        return False
    if _EXPERIENCE.search(after[:90]) or _EXPERIENCE.search(before[-60:]):
        return True
    if _is_of_candidate(before, text[span.start : span.end], after):
        return True
    if one.item.section != "required":
        return False
    rest = text[: span.start] + text[span.end :]
    is_list = "," in rest and bool(one.wants)
    return is_list or len(rest.split()) <= _SHORT_REST or bool(re.match(r"\s*(?:as|in)\b", after))
