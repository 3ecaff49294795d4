"""Single dates and words for now as resumes write them, in seven languages, with their places."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from app.engine.dates import PartialDate

_MONTHS: dict[int, str] = {
    1: "january jan janvier janv januar jänner jän enero ene gennaio gen janeiro januari",
    2: "february feb febr février fevrier févr fevr fév februar febrero febbraio fevereiro fev"
    " februari",
    3: "march mar mars märz mär mrz marzo março maart mrt",
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
    "attualmente", "lopend", "lfd", "act", "nå", "obecnie", "dnes", "o momento",
    "momento", "atualmente", "atual", "hoje", "heden", "nu",
)  # fmt: skip

MONTH = r"(?:" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")(?![^\W\d_])\.?"
_SEASON = r"(?:" + "|".join(sorted(_SEASONS, key=len, reverse=True)) + r")(?![^\W\d_])"
_YEAR = r"(?:19[5-9]\d|20[0-4]\d)(?!\d)"
_PART_OF_YEAR = "early|mid|late|mi|fin|début|debut|anfang|mitte|ende"
_NOW = "|".join(words.replace(" ", r"\s+") for words in _PRESENT_WORDS)
_OF = r"(?:(?:de|del|of|d[’'])\s*)?"

_DATE = re.compile(
    rf"""
    (?<![^\W_])(?<![$€£₹])(?<!\d[.,])(?:(?=\d)(?:
      (?P<cday>\d{{1,2}})(?:st|nd|rd|th|er|º|\.)?\s+{_OF}(?P<cmon>{MONTH})\s*,?\s*{_OF}(?P<cyear>{_YEAR})
    | (?P<iyear>{_YEAR})[-/.](?P<imon>0[1-9]|1[0-2])[-/.][0-3]\d(?!\d)
    | [0-3]?\d[./-](?P<gmon>0?[1-9]|1[0-2])[./-](?P<gyear>{_YEAR})
    | (?P<nmon>0?[1-9]|1[0-2])\s?[./-]\s?(?P<nyear>{_YEAR})
    | (?P<ryear>{_YEAR})(?P<rsep>[-/.])(?P<rmon>0[1-9]|1[0-2]|(?<!-)[1-9])(?!\d)
    | (?P<yyear>{_YEAR}),?[ ](?P<ymon>{MONTH})(?!\s*,?\s*['’]?\d)
    | (?P<bmon>0[1-9]|1[0-2])(?=\s?[-–]\s?(?:0[1-9]|1[0-2])[./]{_YEAR})
    | (?P<xmon>0[1-9]|1[0-2])[/.](?P<xyear>\d{{2}})(?![\d/.])
    ) | (?=\D)(?:
      (?P<amon>{MONTH})\s*\d{{1,2}}(?:st|nd|rd|th)?(?:\s*,\s*|\s+)(?P<ayear>{_YEAR})
    | (?P<mon>{MONTH})\s*[,/\-–]?\s*{_OF}['’]?(?P<year>{_YEAR})
    | (?P<smon>{MONTH})\s*(?:['’]|[-/])\s*(?P<syear>\d{{2}})(?![\d\w])
    | (?P<season>{_SEASON})\s*(?:of\s+)?['’]?(?P<tyear>{_YEAR})
    | Q(?P<quarter>[1-4])\s*[/,-]?\s*(?P<qyear>{_YEAR})
    | (?P<wmon>{MONTH})\s+(?P<wyear>\d{{2}})(?![\d\w.,%])
    ) | (?:(?:{_PART_OF_YEAR})[-\s])?(?P<only>{_YEAR})(?![%+]|\s?%)
    | (?P<month>{MONTH})
    | (?P<now>{_NOW})(?![^\W_])
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_WORD = re.compile(r"(?<![^\W_])(\d|[^\W\d_]{1,3})")
_OPENINGS = frozenset(
    word[:3]
    for words in (*MONTHS, *_SEASONS, *_PRESENT_WORDS, *_PART_OF_YEAR.split("|"), *"0123456789")
    for word in words.split("'")[0].split("’")[0].split()[:1]
) | {"q"}
"""What the first word of a date opens with."""


@dataclass(frozen=True, slots=True)
class Token:
    """One date: ``first`` and ``last`` month of it (a quarter has two), None for "now"."""

    start: int
    end: int
    first: PartialDate | None
    last: PartialDate | None
    form: str  # full, year, weak (only inside a range), iso (YYYY-MM), month, now


def date_tokens(text: str) -> Iterator[Token]:
    """Every date or word for now; most words cannot open one and are passed over."""
    at = 0
    for word in _WORD.finditer(text):
        start = word.start()
        if start < at or word[1].lower() not in _OPENINGS:
            continue
        match = _DATE.match(text, start)
        if match is not None:
            at = match.end()
            yield _token(match)


def opening_token(text: str) -> Token | None:
    """The date or word for now that ``text`` opens with, or None."""
    match = _DATE.match(text)
    return _token(match) if match is not None else None


def _token(match: re.Match[str]) -> Token:
    first, last, form = _value(match)
    return Token(match.start(), match.end(), first, last, form)


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
    if m["bmon"]:
        month = PartialDate(0, int(m["bmon"]))
        return month, month, "month"
    if m["quarter"]:
        last = int(m["quarter"]) * 3
        return PartialDate(int(m["qyear"]), last - 2), PartialDate(int(m["qyear"]), last), "full"
    date, form = _plain(m)
    return date, date, form


def _plain(m: re.Match[str]) -> tuple[PartialDate, str]:
    for month, year in (
        ("cmon", "cyear"), ("amon", "ayear"), ("mon", "year"), ("ymon", "yyear"),
    ):  # fmt: skip
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
