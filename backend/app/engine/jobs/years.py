"""Spans of time that a text names: "3-5 years", "at least two years", "up to 18 months"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

MONTHS_PER_YEAR = 12
MOST_YEARS = 40
"""More than a working life is no span that is asked of a person."""

_WORDS: dict[str, int] = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "fifteen": 15,
    "eighteen": 18, "twenty": 20, "fresher": 0, "freshers": 0,
    "null": 0, "ein": 1, "einem": 1, "einjährige": 1, "zwei": 2, "drei": 3, "vier": 4, "fünf": 5,
    "sechs": 6, "sieben": 7, "acht": 8, "neun": 9, "zehn": 10,
    "un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "sept": 7, "huit": 8,
    "dix": 10,
    "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5, "seis": 6, "due": 2, "quattro": 4, "cinque": 5,
    "dois": 2, "três": 3, "twee": 2, "drie": 3, "vijf": 5, "a couple of": 2, "a": 1,
}  # fmt: skip
_NUMBER = r"\d{1,2}(?:[.,]\d)?|" + "|".join(
    sorted((word for word in _WORDS if word != "a"), key=len, reverse=True)
)
_A_YEAR = (
    r"(?:(?<=least )|(?<=than )|(?<=over )|(?<=minimum )|(?<=minimum of ))a(?= year)"
    r"|\ba(?= (?:full )?year['’s]* (?:of )?(?:\w+ )?experience)|\ba(?= year or more)"
)
_UNIT = (
    r"years?|yrs?|yoe|jahren?|jahre|jährige[rn]?|années?|annees?|ans?|años?|anni|anos?|jaar|lata?"
    r"|months?|mos|mths?|monaten?|monate|mois|meses|mesi|maanden"
)
_MONTH_UNIT = re.compile(r"mo|mth|mes|maand", re.IGNORECASE)
_AT_LEAST = (
    r"at least|at minimum|minimum(?: of)?|min\.?|more than|over|above|mindestens|wenigstens"
    r"|mehr als|au moins|minimum de|plus de|>=?|≥|from|starting at|al menos|mínimo(?: de)?|más de"
    r"|almeno|minimo|oltre|pelo menos|mais de|minimaal|ten minste|meer dan|co najmniej|a minimum of"
    r"|not less than|no less than|upwards of|ab"
)
_AT_MOST = (
    r"up to|at most|max(?:imum)?\.?(?: of)?|less than|no more than|not more than|under|below"
    r"|bis zu|höchstens|weniger als|jusqu'à|moins de|<=?|≤|upto"
)
_SPAN = re.compile(
    rf"(?<![\w.$€£₹])(?:(?P<least>{_AT_LEAST})\s*|(?P<most>{_AT_MOST})\s*|(?P<between>between"
    rf"|zwischen|entre)\s+)?"
    rf"(?:an? )?(?P<low>{_NUMBER}|{_A_YEAR})\s*(?:\((?:{_NUMBER})\)\s*)?"
    rf"(?P<plus>\+|plus\b|or more\b)?\s*"
    rf"(?:(?P<low_unit>{_UNIT})\b\.?'?s?'?\s*)?"
    rf"(?:(?:-|–|—|~|\bto\b|\bbis\b|\bà\b|\ba\b(?= \d+ an?ñ?)|(?(between)\b(?:and|und|et|y|e|en)\b"
    rf"|\bor\b(?= (?:{_NUMBER})\s+y)))\s*(?:max(?:imum|\.)? )?"
    rf"(?P<high>{_NUMBER})\s*(?P<high_plus>\+|plus\b)?\s*-?)?"
    rf"(?:\s*-?(?:full |volle )?(?P<unit>{_UNIT})\b\.?'?s?'?)?(?P<plus_after>\s*\+|\s+plus\b)?"
    rf"(?P<after>\s*(?:(?:or|and) (?:more|above|over|up|greater)|minimum|oder mehr|ou plus"
    rf"|et plus)\b)?"
    rf"(?P<cap>\s*(?:max(?:imum)?|or less|at most|or fewer)\b)?",
    re.IGNORECASE,
)  # fmt: skip
_BARE = re.compile(r"\s*(\d{1,2}(?:\s*(?:-|–|to)\s*\d{1,2})?\s*\+?)\s*\.?\s*")
_HINT = re.compile(
    r"year|yr|yoe|jahr|jähr|\ban(?:s|née|n[io]|os)|annee|a[ñn]os?|jaar|\blat|month|\bmo|mth|mois|mes[ei]"
    r"|maand"
)


@dataclass(frozen=True, slots=True)
class Span:
    """Months asked, None for an open end, and the half-open range of the text that says so.

    ``is_reversed`` marks a range written from the larger to the smaller; its ends are put right.
    """

    start: int
    end: int
    min: int | None
    max: int | None
    is_reversed: bool = False


def find_spans(text: str) -> tuple[Span, ...]:
    """All spans of the text, in its order."""
    if not _HINT.search(text.lower()):
        return ()
    return tuple(_spans(text))


def bare_span(text: str) -> Span | None:
    """The whole text as years without the word, for what a label calls years: "4", "3 - 5"."""
    match = _BARE.fullmatch(text)
    return next(iter(find_spans(f"{match[1]} years")), None) if match else None


def _spans(text: str) -> Iterator[Span]:
    for match in _SPAN.finditer(text):
        unit = match["unit"] or match["low_unit"]
        if unit is None:
            continue
        low = _months(match["low"], match["low_unit"] or unit)
        high = _months(match["high"], unit) if match["high"] else None
        if max(low, high or 0) > MOST_YEARS * MONTHS_PER_YEAR:
            continue
        yield _span(match, low, high)


def _span(match: re.Match[str], low: int, high: int | None) -> Span:
    start, end = match.start(), match.end()
    if high is not None:
        if match["high_plus"]:
            return Span(start, end, min(low, high), None)
        return Span(start, end, min(low, high), max(low, high), is_reversed=low > high)
    if match["most"] or match["cap"]:
        return Span(start, end, None, low)
    return Span(start, end, low, None)


def _months(number: str, unit: str) -> int:
    word = _WORDS.get(number.lower())
    count = Fraction(number.replace(",", ".")) if word is None else Fraction(word)
    return int(count if _MONTH_UNIT.match(unit) else count * MONTHS_PER_YEAR)
