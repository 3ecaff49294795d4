"""Dates and date ranges as resumes write them, in six languages, each with its place in the text.

A scan finds single dates and the words for "now"; neighbours that only a range sign stands
between become one period. Nothing is guessed from prose: a date that fits no form is left alone.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from app.engine.dates import PartialDate, Period

_MONTHS: dict[int, str] = {
    1: "january jan janvier janv januar jänner jän enero ene gennaio gen janeiro januari",
    2: "february feb febr février fevrier févr fevr fév februar febrero febbraio fevereiro fev"
    " februari",
    3: "march mar mars märz mrz marzo março maart mrt",
    4: "april apr avril avr abril abr aprile",
    5: "may mai mayo maggio mag maio mei",
    6: "june jun juin juni junio giugno giu junho",
    7: "july jul juillet juil juli julio luglio lug julho",
    8: "august aug août aout agosto ago augustus",
    9: "september sep sept septembre septiembre settembre set setembro sett",
    10: "october oct octobre oktober okt octubre ottobre ott outubro out",
    11: "november nov novembre noviembre novembro",
    12: "december dec décembre decembre déc dezember dez diciembre dic dicembre dezembro",
}
MONTHS: dict[str, int] = {word: n for n, words in _MONTHS.items() for word in words.split()}
"""Names and abbreviations of months (lower case) to their number."""

_SEASONS = (
    "spring", "summer", "fall", "autumn", "winter", "printemps", "été", "automne", "hiver",
    "frühjahr", "frühling", "sommer", "herbst", "primavera", "verano", "otoño", "invierno",
    "estate", "autunno", "inverno", "verão", "outono", "lente", "zomer", "herfst",
)  # fmt: skip
"""A season is no month: it is read as its year, so that a month is never made up."""

_PRESENT_WORDS = (
    "present day", "presently", "present", "till now", "until now", "till date", "to date",
    "till present", "right now", "nowadays", "now", "currently", "current", "today", "ongoing",
    "in progress", "date", "heute", "jetzt", "aktuell", "laufend", "gegenwärtig", "dato",
    "aujourd'hui", "aujourd’hui", "aujourdhui", "à présent", "présent", "ce jour",
    "actuellement", "actuel", "maintenant", "en cours", "la actualidad", "actualidad",
    "el presente", "presente", "actualmente", "actual", "hoy", "oggi", "in corso", "attuale",
    "attualmente", "o momento", "momento", "atualmente", "atual", "hoje", "heden", "nu",
)  # fmt: skip

MONTH = r"(?:" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")(?![^\W\d_])\.?"
_SEASON = r"(?:" + "|".join(sorted(_SEASONS, key=len, reverse=True)) + r")(?![^\W\d_])"
_YEAR = r"(?:19[5-9]\d|20[0-4]\d)(?!\d)"
_NOW = "|".join(words.replace(" ", r"\s+") for words in _PRESENT_WORDS)
_OF = r"(?:(?:de|del|of|d[’'])\s*)?"

_DATE = re.compile(
    rf"""
    (?<![^\W_])(?<![$€£₹])(?<!\d[.,])(?:
      (?P<cday>\d{{1,2}})(?:st|nd|rd|th|er|º|\.)?\s+{_OF}(?P<cmon>{MONTH})\s*,?\s*{_OF}(?P<cyear>{_YEAR})
    | (?P<amon>{MONTH})\s*\d{{1,2}}(?:st|nd|rd|th)?\s*,\s*(?P<ayear>{_YEAR})
    | (?P<mon>{MONTH})\s*[,/\-–]?\s*{_OF}['’]?(?P<year>{_YEAR})
    | (?P<smon>{MONTH})\s*(?:['’]|[-/])\s*(?P<syear>\d{{2}})(?![\d\w])
    | (?P<iyear>{_YEAR})[-/.](?P<imon>0[1-9]|1[0-2])[-/.][0-3]\d(?!\d)
    | [0-3]?\d[./-](?P<gmon>0?[1-9]|1[0-2])[./-](?P<gyear>{_YEAR})
    | (?P<nmon>0?[1-9]|1[0-2])\s?[./-]\s?(?P<nyear>{_YEAR})
    | (?P<ryear>{_YEAR})(?P<rsep>[-/.])(?P<rmon>0[1-9]|1[0-2])(?!\d)
    | (?P<season>{_SEASON})\s*(?:of\s+)?['’]?(?P<tyear>{_YEAR})
    | Q(?P<quarter>[1-4])\s*[/,-]?\s*(?P<qyear>{_YEAR})
    | (?P<wmon>{MONTH})\s+(?P<wyear>\d{{2}})(?![\d\w.,%])
    | (?P<xmon>0[1-9]|1[0-2])/(?P<xyear>\d{{2}})(?![\d/])
    | (?P<only>{_YEAR})(?![%+]|\s?%)
    | (?P<month>{MONTH})
    | (?P<now>{_NOW})(?![^\W_])
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_WORD = re.compile(r"(?<![^\W_])(\d|[^\W\d_]{1,3})")
_OPENINGS = frozenset(
    word[:3]
    for words in (*MONTHS, *_SEASONS, *_PRESENT_WORDS, *"0123456789")
    for word in words.split("'")[0].split("’")[0].split()[:1]
) | {"q"}
"""What the first word of a date opens with."""

_TWO_DIGITS = re.compile(r"\d\d")
_TO = re.compile(
    r"\s*(?:[-‐-―−~→>]+|(?<=\s)/(?=\s)|\bto\b|\buntil\b|\btill\b|\bthrough\b|\bthru\b|\bbis\b|\bau\b|\bà\b"
    r"|\bjusqu['’](?:à|au|en)\b|\bhasta\b|\bal\b|\bad?\b|\baté\b|\bfino a\b|\btot\b"
    r"|\bto (?:the )?)\s*(?:zum|la|el|the|l['’]|o)?\s*",
    re.IGNORECASE,
)
_SINCE = re.compile(
    r"\b(since|from|seit|ab|von|vom|depuis|de|desde|dal|da|starting|vanaf)\s*(?:le |el |dem )?$",
    re.IGNORECASE,
)
_SINCE_CURRENT = frozenset({"since", "seit", "depuis", "vanaf"})
_SHORT_YEAR = re.compile(r"\s*[-–/]\s*['’]?(\d{2})(?![\d/.])")
_DANGLING = re.compile(r"\s*[-–—]\s*(?=[\t)\]]|$)|(?<=\d)[-–—](?=\s)")
"""A range left open: ``2020 –`` before a gap, a bracket or the end, ``2020– Engineer``."""

_TILL_NOW = re.compile(
    r"\s*[-–—,(]?\s*\b(?:till|until|to|till the|up to)\s+(?:date|now|present|today)\b\)?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class FoundPeriod:
    """A period and the half-open range of text that says it.

    ``is_range`` is false for a single date: then start and end are that date (or its quarter).
    """

    period: Period
    start: int
    end: int
    is_range: bool


@dataclass(frozen=True, slots=True)
class _Token:
    """One date: ``first`` and ``last`` month of it (a quarter has two), None for "now"."""

    start: int
    end: int
    first: PartialDate | None
    last: PartialDate | None
    form: str  # full, year, weak (only inside a range), iso (YYYY-MM), month, now


def find_periods(text: str) -> tuple[FoundPeriod, ...]:
    """All periods of ``text`` from left to right; single dates are periods of their own."""
    if not _TWO_DIGITS.search(text):  # no year, so no period; most lines end here
        return ()
    tokens = [_token(match) for match in _matches(text)]
    found: list[FoundPeriod] = []
    at = 0
    while at < len(tokens):
        period, used = _period_at(text, tokens, at)
        if period is not None:
            found.append(period)
        at += used
    return tuple(found)


def _matches(text: str) -> Iterator[re.Match[str]]:
    """Every date or word for now; most words cannot open one and are passed over."""
    at = 0
    for word in _WORD.finditer(text):
        start = word.start()
        if start < at or word[1].lower() not in _OPENINGS:
            continue
        match = _DATE.match(text, start)
        if match is not None:
            at = match.end()
            yield match


def closing_date(text: str) -> int | None:
    """Where the date or word for now ends that ``text`` opens with; None where it opens with none.

    For the second half of a range that is wrapped in its column: ``Present Leading the team``.
    """
    match = _DATE.match(text)
    return match.end() if match is not None and not match["month"] else None


def find_dates(text: str) -> tuple[PartialDate, ...]:
    """The last date of each period of ``text``: when something was issued or finished."""
    return tuple(f.period.end or f.period.start for f in find_periods(text))


def _period_at(text: str, tokens: list[_Token], at: int) -> tuple[FoundPeriod | None, int]:
    """The period that starts at token ``at`` and how many tokens it used."""
    token = tokens[at]
    if token.form == "now":
        return None, 1
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    joined = after is not None and _are_joined(text, token, after)
    if after is not None and joined:
        period = _range(token, after)
        if period is not None:
            start = _start_of(text, token)
            return FoundPeriod(period, start, after.end, is_range=True), 2
    return _single(text, token), 1


def _are_joined(text: str, first: _Token, last: _Token) -> bool:
    """Whether a sign of a range stands between two dates, or they fill two cells of a table."""
    if _TO.fullmatch(text, first.end, last.start) is not None:
        return True
    if text[first.end : last.start] != "\t" or (first.start and text[first.start - 1] != "\t"):
        return False
    is_later = last.form == "now" or (
        first.first is not None and last.last is not None and _is_later(first.first, last.last)
    )
    return is_later and text[last.end : last.end + 1] in {"", "\t"}


def _is_later(first: PartialDate, last: PartialDate) -> bool:
    return 0 < first.year <= last.year and (first.year, first.month or 0) < (
        last.year,
        last.month or 12,
    )


def _range(first: _Token, last: _Token) -> Period | None:
    start = first.first
    if start is None and first.form == "month" and last.first is not None:
        return None
    if last.form == "now":
        return Period(start, None, is_current=True) if start is not None else None
    if last.last is None:
        return None
    if start is not None and start.year == 0:  # a month without its year: the other end's
        year = last.last.year
        month = start.month or 1
        crosses = last.last.month is not None and month > last.last.month
        start = PartialDate(year - 1 if crosses else year, month)
    if start is None or last.last.year == 0:
        return None
    return Period(start, last.last)


def _single(text: str, token: _Token) -> FoundPeriod | None:
    if token.first is None or token.last is None or token.form == "month":
        return None
    start = _start_of(text, token)
    dangling = _DANGLING.match(text, token.end)
    if token.form == "weak" and dangling is None:
        return None
    since = _SINCE.search(text, 0, token.start)
    if (since and since[1].lower() in _SINCE_CURRENT) or _TILL_NOW.match(text, token.end):
        till = _TILL_NOW.match(text, token.end)
        end = till.end() if till else token.end
        return FoundPeriod(Period(token.first, None, is_current=True), start, end, is_range=True)
    short = _SHORT_YEAR.match(text, token.end)
    if token.form == "year" and short and 0 <= int(short[1]) - token.first.year % 100 <= 20:
        last = PartialDate(token.first.year // 100 * 100 + int(short[1]))
        return FoundPeriod(Period(token.first, last), start, short.end(), is_range=True)
    if token.form == "iso" and 1 <= (token.first.month or 0) - token.first.year % 100 <= 8:
        # "2010-12" alone, where the number fits as the last year of a course, is two years
        last = PartialDate(token.first.year // 100 * 100 + (token.first.month or 0))
        years = Period(PartialDate(token.first.year), last)
        return FoundPeriod(years, start, token.end, is_range=True)
    if dangling is not None:
        current = Period(token.first, None, is_current=True)
        return FoundPeriod(current, start, dangling.end(), is_range=True)
    return FoundPeriod(Period(token.first, token.last), start, token.end, is_range=False)


def _start_of(text: str, token: _Token) -> int:
    """Where the words of the period begin: "since" and its like belong to it."""
    since = _SINCE.search(text, 0, token.start)
    return since.start() if since else token.start


def _token(match: re.Match[str]) -> _Token:
    first, last, form = _value(match)
    return _Token(match.start(), match.end(), first, last, form)


def _value(m: re.Match[str]) -> tuple[PartialDate | None, PartialDate | None, str]:
    if m["now"]:
        return None, None, "now"
    if m["only"]:
        year = PartialDate(int(m["only"]))
        return year, year, "year"
    if m["month"]:
        month = PartialDate(0, _month(m["month"]))
        return month, month, "month"
    if m["season"]:
        year = PartialDate(int(m["tyear"]))
        return year, year, "full"
    if m["quarter"]:
        last = int(m["quarter"]) * 3
        return PartialDate(int(m["qyear"]), last - 2), PartialDate(int(m["qyear"]), last), "full"
    date, form = _plain(m)
    return date, date, form


def _plain(m: re.Match[str]) -> tuple[PartialDate, str]:
    for month, year in (("cmon", "cyear"), ("amon", "ayear"), ("mon", "year")):
        if m[month]:
            return PartialDate(int(m[year]), _month(m[month])), "full"
    for month, year in (("imon", "iyear"), ("gmon", "gyear"), ("nmon", "nyear")):
        if m[month]:
            return PartialDate(int(m[year]), int(m[month])), "full"
    if m["ryear"]:
        form = "iso" if m["rsep"] == "-" else "full"
        return PartialDate(int(m["ryear"]), int(m["rmon"])), form
    if m["smon"]:
        return PartialDate(_century(m["syear"]), _month(m["smon"])), "full"
    if m["wmon"]:
        return PartialDate(_century(m["wyear"]), _month(m["wmon"])), "weak"
    return PartialDate(_century(m["xyear"]), int(m["xmon"])), "weak"


def _month(word: str) -> int:
    return MONTHS[word.rstrip(".").lower()]


def _century(two_digits: str) -> int:
    """A year of two digits lies in 1950 to 2049."""
    year = int(two_digits)
    return 2000 + year if year < 50 else 1900 + year
