"""Periods of time as resumes write them, each with its place in the text.

Neighbouring dates that only a range sign stands between become one period. Nothing is guessed from
prose: a date that fits no form is left alone.
"""

import re
from dataclasses import dataclass

from app.engine.dates import PartialDate, Period
from app.engine.resumes.date_tokens import Token, date_tokens, opening_token

_LABELS = frozenset({"date", "dato", "act"})
"""Words for now that are labels of a date too."""

_TWO_DIGITS = re.compile(r"\d\d")
_TO = re.compile(
    r"\s*(?:[-‐-―−~→>]+(?:\s*(?:to|till|until|bis|à|até|hasta)\b)?"
    r"|(?<=\s)/(?=\s)|\bto\b|\buntil\b|\btill\b|\bthrough\b|\bthru\b|\bbis\b|\bau\b|\bà\b"
    r"|\bjusqu['’](?:à|au|en)\b|\bhasta\b|\bal\b|\bad?\b|\baté\b|\bfino a\b|\btot\b"
    r"|\bto (?:the )?)\s*(?:zum|la|el|the|l['’]|o)?\s*",
    re.IGNORECASE,
)
_SINCE = re.compile(
    r"\b(since|from|seit|ab|von|vom|depuis|de|desde|dal|da|starting|vanaf|sinds)"
    r"\s*(?:le |el |dem )?$",
    re.IGNORECASE,
)
_SINCE_CURRENT = frozenset(
    {"since", "seit", "depuis", "vanaf", "sinds", "ab", "from", "dal", "desde", "starting"}
)
_SHORT_YEAR = re.compile(r"\s*[-–—/]\s*['’]?(\d{2})(?![\d/.])")
_DANGLING = re.compile(r"\s*[-–—]\s*(?=[\t)\]]|$)|(?<=\d)[-–—](?=\s)")
"""A range left open: ``2020 –`` before a gap, a bracket or the end, ``2020– Engineer``."""

_TILL_NOW = re.compile(
    r"\s*[-–—,(]?\s*\b(?:(?:till|until|to|till the|up to)\s+(?:date|now|present|today)|onwards?)"
    r"\b\)?",
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


def find_periods(text: str) -> tuple[FoundPeriod, ...]:
    """All periods of ``text`` from left to right; single dates are periods of their own."""
    if not _TWO_DIGITS.search(text):  # no year, so no period; most lines end here
        return ()
    tokens = list(date_tokens(text))
    found: list[FoundPeriod] = []
    at = 0
    while at < len(tokens):
        period, used = _period_at(text, tokens, at)
        if period is not None:
            found.append(period)
        at += used
    return tuple(found)


def closing_date(text: str) -> int | None:
    """Where the date or word for now ends that ``text`` opens with; None where it opens with none.

    For the second half of a range that is wrapped in its column: ``Present Leading the team``.
    """
    token = opening_token(text)
    return token.end if token is not None and token.form != "month" else None


def find_dates(text: str) -> tuple[PartialDate, ...]:
    """The last date of each period of ``text``: when something was issued or finished."""
    return tuple(f.period.end or f.period.start for f in find_periods(text))


def _period_at(text: str, tokens: list[Token], at: int) -> tuple[FoundPeriod | None, int]:
    """The period that starts at token ``at`` and how many tokens it used."""
    token = tokens[at]
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if token.form == "now":
        return _now_first(text, token, after)
    joined = after is not None and _are_joined(text, token, after)
    if after is not None and joined:
        period = _range(token, after)
        if period is not None:
            start = _start_of(text, token)
            return FoundPeriod(period, start, after.end, is_range=True), 2
    return _single(text, token), 1


def _now_first(text: str, token: Token, after: Token | None) -> tuple[FoundPeriod | None, int]:
    """``Present – Jan 2020``: a range told from its end."""
    if after is None or after.first is None or after.first.year == 0:
        return None, 1
    if text[token.start : token.end].lower() in _LABELS:
        return None, 1
    if not text[token.end : after.start].strip() or not _TO.fullmatch(text, token.end, after.start):
        return None, 1
    period = Period(after.first, None, is_current=True)
    return FoundPeriod(period, token.start, after.end, is_range=True), 2


def _are_joined(text: str, first: Token, last: Token) -> bool:
    """Whether a sign of a range stands between two dates, or they fill two cells of a table."""
    if _TO.fullmatch(text, first.end, last.start) is not None:
        return True
    if first.form == last.form == "year" and text[first.end : last.start] == "/":
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


def _range(first: Token, last: Token) -> Period | None:
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


def _single(text: str, token: Token) -> FoundPeriod | None:
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


def _start_of(text: str, token: Token) -> int:
    """Where the words of the period begin: "since" and its like belong to it."""
    since = _SINCE.search(text, 0, token.start)
    return since.start() if since else token.start
