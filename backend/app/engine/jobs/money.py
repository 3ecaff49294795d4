"""Amounts of money as postings write them, in any currency, notation and language read here."""

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from importlib import resources
from typing import Any

from app.engine.jobs.model import SalaryPeriod

CENTS = Decimal("0.01")
MILLION = 1_000_000
MOST_BETWEEN_ENDS = 12
"""Times the lower end; a wider range is two amounts of different things."""


@dataclass(frozen=True, slots=True)
class Money:
    """One amount or range: the half-open stretch of the text, and what is written in it.

    ``sign`` is a code (ISO 4217) or a family of currencies ("dollar") that the country decides.
    """

    start: int
    end: int
    low: Decimal | None
    high: Decimal | None
    sign: str | None
    is_scaled: bool
    is_range: bool
    is_indian: bool

    @property
    def least(self) -> Decimal:
        """The lower amount that is written."""
        return self.low if self.low is not None else self.high or Decimal(0)


@cache
def pay_data() -> dict[str, Any]:
    """Signs, scales, periods and usual amounts."""
    path = resources.files(__package__) / "data" / "pay.toml"
    return tomllib.loads(path.read_text("utf-8"))


def find_money(text: str) -> Iterator[Money]:
    """All amounts of the text in its order, with or without a currency."""
    pattern = _pattern()
    place = 0
    while match := pattern.search(text, place):
        place = max(match.end(), match.start() + 1)
        if _TOO_BIG_AFTER.match(text, match.end()) or _NOT_MONEY_AFTER.match(text, match.end()):
            continue
        money = _money(match)
        if not _is_too_big(match, money.sign):
            yield money


def has_money(text: str) -> bool:
    """Whether it is worth looking: a digit, with a sign of money or four digits."""
    return _DIGIT.search(text) is not None and _HINT.search(text) is not None


def currency(sign: str | None, country: str | None) -> str | None:
    """The currency of a sign, as the country decides where it is one of several."""
    family = pay_data()["by_country"].get(sign)
    if family is None:
        return sign
    return str(family.get(country, family[""]))


def period_in(text: str) -> SalaryPeriod | None:
    """The period that the text names first."""
    match = _periods().search(text)
    return None if match is None else match.lastgroup  # type: ignore[return-value]


def usual_period(amount: Decimal, code: str | None) -> SalaryPeriod | None:
    """The period that an amount of the currency can only be paid for, if there is one."""
    usual = pay_data()["usual"].get(code)
    if usual is None:
        return None
    if "year" in usual and amount >= usual["year"]:
        return "year"
    if "month" in usual and usual["month"][0] <= amount <= usual["month"][1]:
        return "month"
    return "hour" if amount <= usual.get("hour", 0) else None


_HINT = re.compile(
    r"[€£₹¥₽₩₪₺₴₦₱₫$円万]|\d[\d .,'’]\d{2}|\b[A-Z]{3}\b"
    r"|(?i:\d\s?(?:k|l|cr)\b|lpa\b|la[ck]|juta|million|dollar|euro)"
)
_DIGIT = re.compile(r"\d")
_NUMBER = (
    r"(?<![\d.,])(?:\d{1,3}(?:[,.'’ \u00a0\u202f\u2009]\d{3}){1,4}(?:[.,]\d{1,2})?"
    r"|\d{1,2}(?:,\d{2}){1,3},\d{3}|\d{1,9}(?:[,.]\d{1,2})?)(?![\d])"
)
_TOO_BIG_AFTER = re.compile(r"\s*(?:mm\b|mil\b|b\b|bn\b|billion|mrd|milliard)", re.IGNORECASE)
_NOT_MONEY_AFTER = re.compile(
    r"\s*(?:%|(?:hours?|hrs?|days?|weeks?|employees|people|users|customers|openings|years?|yrs?"
    r"|months|stunden|heures|jours|tage|staff|colleagues|seats|pupils|patients|beds)\b(?!['’]))",
    re.IGNORECASE,
)


LETTERS = ("N", "R", "P")
"""Signs of one letter, which need an amount of thousands right behind them."""


_THOUSANDS = r"\s?\d{1,3}[, .]\d{3}|\s?\d{1,3}k|\d{4}"


@cache
def _sign_pattern() -> str:
    data = pay_data()
    signs = sorted(data["signs"], key=len, reverse=True)
    after_word = [sign for sign in signs if not sign[0].isalpha()]
    whole = [sign for sign in signs if sign[0].isalpha() and sign not in LETTERS]
    return (
        rf"(?-i:(?<![^\W\d])(?:{_any_of(whole)}|{'|'.join(data['codes'])})(?![^\W\d])"
        rf"|{_any_of(after_word)}|(?<!\w)[{''.join(LETTERS)}](?={_THOUSANDS}))"
    )


def _any_of(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in words)


@cache
def _pattern() -> re.Pattern[str]:
    sign = _sign_pattern()
    words = [*pay_data()["scales"], *pay_data()["millions"]["words"]]
    scales = sorted((name for name in words if name != "t"), key=len, reverse=True)
    scale = rf"(?:(?:{_any_of(scales)})(?!\w)\.?|(?-i:T(?=€|EUR)))"
    unit = r"(?:\s*(?:/|per |an? )\s*(?:hr|hour|day|week|month|year|annum|yr|h)\b)?"
    joint = rf"-|–|—|~|/(?=\s?{_NUMBER}\s?k)|〜|\bto\b|\bbis\b|\bà\b|\ba\b|\btot\b|\bdo\b"
    joint += r"|\btill\b|\bup to\b|\brising to\b|\bthrough\b|→"
    both = r"\band\b|\bund\b|\bet\b|\by\b|\be\b|\ben\b"
    return re.compile(
        rf"(?:(?P<cap>\b(?:up to|upto|max(?:imum|\.)?(?: of)?|bis zu|jusqu['’]à|hasta|fino a|até"
        rf"|tot)\s*)|(?P<floor>\b(?:from|starting (?:at|from)|at least|min(?:imum|\.)?(?: of)?|ab"
        rf"|mindestens|à partir de|dès|desde|vanaf|not less than)\s*)"
        rf"|(?P<between>\b(?:between|zwischen|entre|tra|tussen)\s*))?"
        rf"(?P<c1>{sign})?\s*(?P<c2>{sign})?\s*(?P<low>{_NUMBER})(?:[.,][-–—]|/[-=])?\s*(?P<s1>{scale})?(?P<open>\+)?"
        rf"\s*(?P<c3>{sign})?"
        rf"(?:{unit}(?:\s*(?:brutto|brut|gross))?\s*(?:{joint}|(?(between)(?:{both})|(?!)))\s*"
        rf"(?:max\.? )?(?P<c4>{sign})?\s*(?P<c5>{sign})?\s*(?P<high>{_NUMBER})(?:[.,][-–—]|/[-=])?"
        rf"\s*(?P<s2>{scale})?\s*(?P<c6>{sign})?"
        rf"(?!\s*(?:%|hours|days|weeks|people|years|yrs|hrs)))?",
        re.IGNORECASE,
    )


@cache
def _periods() -> re.Pattern[str]:
    words = pay_data()["periods"]
    return re.compile("|".join(f"(?P<{name}>{words[name]})" for name in words), re.IGNORECASE)


def _money(match: re.Match[str]) -> Money:
    low, high = _ends(match)
    is_range = match["high"] is not None
    lower: Decimal | None = min(low, high)
    upper: Decimal | None = max(low, high)
    end = match.end()
    if is_range and (min(low, high) == 0 or max(low, high) > MOST_BETWEEN_ENDS * min(low, high)):
        lower = upper = low
        is_range = False
        end = max(match.end(name) for name in ("low", "s1", "c3"))
    if not is_range:
        lower = None if match["cap"] else lower
        upper = None if match["floor"] or match["open"] else upper
    text = match.string[match.start() : end]
    scales = {(scale or "").lower().rstrip(".") for scale in (match["s1"], match["s2"])}
    return Money(
        start=match.start() + len(text) - len(text.lstrip()),
        end=match.start() + len(text.rstrip()),
        low=lower,
        high=upper,
        sign=_sign(match),
        is_scaled=scales != {""},
        is_range=is_range,
        is_indian=any(scale.startswith(("lakh", "lac", "lpa")) for scale in scales),
    )


def _is_too_big(match: re.Match[str], sign: str | None) -> bool:
    """Whether it counts millions in a currency that is not paid in millions."""
    millions = pay_data()["millions"]
    scales = {(match[name] or "").lower().rstrip(".") for name in ("s1", "s2")}
    return sign not in millions["currencies"] and not scales.isdisjoint(millions["words"])


def _ends(match: re.Match[str]) -> tuple[Decimal, Decimal]:
    """Both amounts; in "80-100k" the scale is of both, in "50,000-60k" of the second only."""
    plain = _amount(match["low"], None)
    if match["high"] is None:
        one = _amount(match["low"], match["s1"])
        return one, one
    lent = match["s1"] or (match["s2"] if plain < 1_000 else None)
    return _amount(match["low"], lent), _amount(match["high"], match["s2"] or match["s1"])


def _amount(number: str, scale: str | None) -> Decimal:
    """Read "80,000", "80.000", "1'200", "12,50": one or two last digits after a mark are cents."""
    bare = re.sub(r"[ \u00a0\u202f\u2009'’]", "", number)
    head, mark, tail = bare.rpartition("," if bare.rfind(",") > bare.rfind(".") else ".")
    is_cents = bool(mark) and len(tail) < 3
    digits = re.sub(r"[.,]", "", head) + ("." + tail if is_cents else tail)
    word = (scale or "").lower().rstrip(".")
    is_millions = word in pay_data()["millions"]["words"]
    factor: int = MILLION if is_millions else pay_data()["scales"].get(word, 1)
    return (Decimal(digits) * factor).quantize(CENTS, rounding=ROUND_HALF_UP)


def _sign(match: re.Match[str]) -> str | None:
    """The currency that is named most exactly: a code before a sign ("$1500USD")."""
    data = pay_data()
    named = [match[f"c{n}"] for n in range(1, 7) if match[f"c{n}"]]
    found = [name if name in data["codes"] else data["signs"][name] for name in named]
    exact = [sign for sign in found if sign not in data["by_country"]]
    return next(iter(exact or found), None)
