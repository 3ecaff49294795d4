"""Cut a section of education into its entries: each a degree with its school and date."""

import re
from collections.abc import Sequence
from dataclasses import replace

from app.engine.resumes.degrees import Studies, has_school
from app.engine.resumes.periods import find_periods
from app.engine.resumes.places import is_place
from app.engine.resumes.row import Row
from app.engine.resumes.vocational import names_award
from app.engine.resumes.wraps import LONG_LINE

_COURSEWORK = re.compile(
    r"^\W*(?:relevant |selected |key )*(?:course\s?work|courses|modules|coursework highlights"
    r"|kurse|cours|schwerpunkte?|subjects)\b",
    re.IGNORECASE,
)
_DETAIL = re.compile(
    r"^\W*(?:c?gpa|cpi|sgpa|ipk|grade|note|durchschnittsnote|score|percentage|thesis|dissertation"
    r"|minor|honou?rs|awards?|advisor|supervisor|activities|abschlussnote|bachelorarbeit"
    r"|masterarbeit|diplomarbeit|mémoire|tesi|tesis|final mark|final project|final year project"
    r"|marks|aggregate|specialization|focus|major gpa|relevant|mention|nebenfach"
    r"|(?:with )?distinction"
    r"|(?:first|second|third|upper|lower)[ -]class|(?:first|second|third) division|graduated with"
    r"|(?:under)?graduate coursework|dean[’']s list|magna|summa|cum laude|master[’']?s? thesis"
    r"|bachelor[’']?s? thesis|phd thesis|grades)\b",
    re.IGNORECASE,
)
_OPEN_END = re.compile(r"(?:,|\b(?:of|in|and|for|de|der|für|en|und|et)|&|(?<=\w)-)\s*$")
_OPEN_NAME = re.compile(r"\b(?:of|in|and|for|de|der|für|en|und|et)$|&$")
_PARTS = re.compile(r",\s|\s[–—|•]\s|\t|\s-\s")
_LABEL = re.compile(
    r"\s*(?:(?:degree|diploma|qualification|course|title of qualification(?: awarded)?"
    r"|name and type of organi[sz]ation|year(?: of passing)?|dates?|period|field of study|abschluss"
    r"|diplôme|établissement)\s*[:\t]|(?:college|institution|institute|university|school|hochschule)"
    r"\s*:)\s*(?=\S)",
    re.IGNORECASE,
)
_REST_WORDS = 2
_GOES_ON = re.compile(r"\s*(?:\|(?!\t)|\((?:expected|hons|anticipated))", re.IGNORECASE)


def is_coursework(row: Row) -> bool:
    """Whether a row lists courses."""
    return _COURSEWORK.match(row.text) is not None


def education_entries(rows: Sequence[Row], studies: Studies) -> tuple[tuple[Row, ...], ...]:
    """Cut where a row brings a degree, school or date that the entry already has."""
    entries: list[list[Row]] = []
    seen: frozenset[str] = frozenset()
    for row in rows:
        brought = _brings(row, studies)
        is_new = bool(brought & seen) and not _wraps(entries[-1][-1], row, studies)
        if brought == {"degree", "date"} and seen == {"school", "date"}:
            is_new = False  # a degree with its own date under the school and its years
        if not entries or is_new:
            carried = _carried(entries[-1], studies) if entries and "school" not in brought else []
            if carried:
                entries[-1] = entries[-1][: -len(carried)]
            entries.append([*carried, row])
            seen = brought
        else:
            entries[-1].append(row)
            seen |= brought
    return tuple(tuple(entry) for entry in entries if entry)


def _carried(entry: Sequence[Row], studies: Studies) -> list[Row]:
    """The last row of an entry, where it names what the next degree belongs to.

    That is a school standing above its degree, as the one above it did too.
    """
    last = entry[-1]
    is_name = not (last.is_prose or is_detail(last) or _brings(last, studies))
    opens_alike = len(entry) > 2 and not _brings(entry[0], studies) and not entry[0].is_prose
    return [last] if is_name and opens_alike else []


def _brings(row: Row, studies: Studies) -> frozenset[str]:
    if row.continues or is_detail(row) or (row.bullet and len(row.text.split()) > 18):
        return frozenset()
    brought = set()
    if studies.mentions(row.text) or (names_award(row) and not row.bullet):
        brought.add("degree")
    words = len(row.text.split())
    if has_school(row.text) and words <= 16 and not (row.is_prose and not row.bullet):
        brought.add("school")
    found = row.edge_date
    if found is not None and (found.is_range or not row.bullet):
        brought.add("date")
    return frozenset(brought)


def is_detail(row: Row) -> bool:
    """Whether a row says more of an entry and names none: grades, thesis, courses."""
    return is_coursework(row) or _DETAIL.match(row.text) is not None


def unwrapped(rows: Sequence[Row], studies: Studies) -> list[Row]:
    """The rows with wrapped names made whole: ``University of`` above ``Lagos, Nigeria``."""
    whole: list[Row] = []
    for row in map(_unlabelled, rows):
        if whole and _wraps(whole[-1], row, studies):
            whole[-1] = _joined(whole[-1], row)
        else:
            whole.append(row)
    return whole


def _joined(before: Row, row: Row) -> Row:
    """Both rows as one; the rest of a name goes before the date that stands beside it."""
    found = before.edge_date
    if found is not None and found.start > 0 and not row.dates:
        name = before.text[: found.start].rstrip(" \t(–—-|,")
        text = f"{name} {row.text}\t{before.text[found.start :]}"
        shift = text.rindex("\t") + 1 - found.start
        moved = replace(found, start=found.start + shift, end=found.end + shift)
        return replace(before, text=text, dates=(moved,))
    hyphen = "" if before.text.endswith("-") else " "
    text = f"{before.text}{hyphen}{row.text}"
    return replace(before, text=text, dates=find_periods(text) if row.dates else before.dates)


def _unlabelled(row: Row) -> Row:
    """``Degree: Bachelor of Commerce``: what stands after the label."""
    label = _LABEL.match(row.text)
    if label is None:
        return row
    text = row.text[label.end() :]
    return replace(row, text=text, offset=row.offset + label.end(), dates=find_periods(text))


def _wraps(before: Row, row: Row, studies: Studies) -> bool:
    if before.bullet or row.bullet or before.is_prose or is_detail(before):
        return False
    if _name_is_open(before) and not row.dates and len(row.cells()) == 1:
        return not _brings(row, studies) & {"degree"}
    if "\t" in before.beside_date:
        return False
    if _GOES_ON.match(row.line.text):
        return True  # "| 2020 – 2023" and "(expected)" below a full line
    is_long = len(before.text) > LONG_LINE
    if not before.has_edge_date and _opens_with_rest(row, _REST_WORDS if is_long else 1):
        return is_long or not (studies.mentions(before.text) or names_award(before))
    if row.continues and row.text[0].isupper() and row.text.endswith("."):
        return False  # a sentence of its own below a full line
    is_hyphened = before.text.endswith("-") and row.text[0].islower()
    if is_hyphened or _spans(before, row, studies):
        return True
    is_open = _OPEN_END.search(before.text) is not None
    if is_place(row.text):
        return is_open or (row.continues and has_school(_last_part(before)))
    if row.continues:
        return not studies.mentions(row.text)
    return is_open and not row.has_edge_date and not _brings(row, studies) & {"degree", "date"}


def _name_is_open(before: Row) -> bool:
    """``Example University of`` beside a date: a name that the line below goes on with."""
    found = before.edge_date
    if found is None or found.start == 0 or found.end < len(before.text.rstrip(" )")):
        return False
    return _OPEN_NAME.search(before.text[: found.start].rstrip(" \t(–—-|")) is not None


def _spans(before: Row, row: Row, studies: Studies) -> bool:
    """Whether a wording goes over two rows: ``Master of Business`` above ``Administration``."""
    word = row.text.split(maxsplit=1)[0]
    if not (word[0].isupper() and before.text[-1].isalpha()) or before.has_edge_date:
        return False
    mentions = studies.mentions(before.text)
    joined = studies.mentions(f"{before.text} {word}") if mentions else ()
    return bool(joined) and joined[-1].end > len(before.text) > joined[-1].start


def _last_part(row: Row) -> str:
    return _PARTS.split(row.text)[-1]


def _opens_with_rest(row: Row, words: int) -> bool:
    """``School | 2017 – 2022``: the rest of a school's name that did not fit the line above."""
    first = row.cells()[0]
    return len(first.split()) <= words and has_school(first)
