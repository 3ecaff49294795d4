"""The pay that a posting names, in whole units of its currency."""

import re
from collections.abc import Iterable, Iterator
from decimal import ROUND_HALF_UP, Decimal

from app.engine.jobs.items import Item
from app.engine.jobs.model import Salary, SalaryPeriod

_SYMBOLS: dict[str, str] = {
    "$": "USD", "us$": "USD", "dollars": "USD", "a$": "AUD", "au$": "AUD", "c$": "CAD",
    "ca$": "CAD", "nz$": "NZD", "s$": "SGD", "hk$": "HKD", "r$": "BRL", "€": "EUR", "euro": "EUR",
    "euros": "EUR", "£": "GBP", "₹": "INR", "rs": "INR", "rs.": "INR", "¥": "JPY", "zł": "PLN",
    "₽": "RUB", "₩": "KRW", "₪": "ILS", "₺": "TRY", "₴": "UAH", "₦": "NGN", "₱": "PHP",
    "₫": "VND", "kr": "SEK",
}  # fmt: skip
_CODES = (
    "USD|EUR|GBP|INR|CAD|AUD|NZD|SGD|HKD|CHF|JPY|CNY|SEK|NOK|DKK|PLN|CZK|HUF|RON|BGN|BRL|MXN|ARS"
    "|CLP|COP|ZAR|NGN|KES|EGP|AED|SAR|QAR|ILS|TRY|RUB|UAH|PKR|BDT|LKR|NPR|PHP|IDR|MYR|THB|VND|KRW"
    "|TWD"
)
_SCALES: dict[str, int] = {
    "k": 1_000, "thousand": 1_000, "tsd": 1_000, "l": 100_000, "lpa": 100_000, "lakh": 100_000,
    "lakhs": 100_000, "lac": 100_000, "lacs": 100_000, "crore": 10_000_000,
    "crores": 10_000_000, "cr": 10_000_000,
}  # fmt: skip
_PERIODS: dict[str, SalaryPeriod] = {
    "hour": "hour", "hr": "hour", "h": "hour", "stunde": "hour", "heure": "hour",
    "hourly": "hour", "stündlich": "hour", "day": "day", "tag": "day", "jour": "day",
    "daily": "day", "month": "month", "mo": "month", "monat": "month", "mois": "month",
    "monthly": "month", "monatlich": "month", "year": "year", "yr": "year", "annum": "year",
    "jahr": "year", "an": "year", "yearly": "year", "annually": "year", "annual": "year",
    "p.a.": "year", "jährlich": "year", "annuel": "year",
}  # fmt: skip
_SIGN = (
    rf"(?:US|AU?|CA?|NZ|S|HK|R)?\$|[€£₹¥₽₩₪₺₴₦₱₫]|(?<![A-Za-z])(?:{_CODES})\b|\bRs\.?|\bzł|\bkr\b"
    r"|\beuros?\b|\bdollars\b"
)
_NUMBER = (
    r"(?<!\d)(?:\d{1,3}(?:[,.' \u202f]\d{2,3}){1,4}(?:\.\d{1,2})?"
    r"|\d{1,9}(?:[,.]\d{1,2})?)(?!\d)"
)
_SCALE = "(?:" + "|".join(sorted(_SCALES, key=len, reverse=True)) + r")\b\.?"
_UNIT = r"hour|hr|h|stunde|heure|day|tag|jour|month|mo|monat|mois|year|yr|annum|jahr|an"
_ADVERB = r"hourly|daily|monthly|yearly|annually|annual|p\.a\.|monatlich|jährlich|annuel|stündlich"
_LOW = (
    rf"(?P<c1>{_SIGN})?\s*(?P<c2>{_SIGN})?\s*(?P<low>{_NUMBER})\s*(?P<s1>{_SCALE})?"
    rf"\s*(?P<c3>{_SIGN})?\+?(?:\s*(?:/|per |an? )?\s*(?P<u1>hr|hour|month|year|annum)\b)?"
)
_HIGH = (
    rf"\s*(?:-|–|—|~|\bto\b|\band\b|\bbis\b|\bà\b)\s*(?P<c4>{_SIGN})?\s*(?P<c5>{_SIGN})?"
    rf"\s*(?P<high>{_NUMBER})\s*(?P<s2>{_SCALE})?\s*(?P<c6>{_SIGN})?(?:\s*(?P<u2>hr|hour)s?\b)?"
)
_PERIOD = (
    rf"(?:\s*(?:gross|brutto|brut|net|CTC|base))?"
    rf"(?:\s*(?:per|an?|each|/|pro|im|par)\s*(?P<u3>{_UNIT})\b|\s*(?P<u4>{_ADVERB}))?"
)
_PAY = re.compile(
    r"(?P<cap>up to|max(?:imum)?|bis zu|jusqu'à|upto)?\s*"
    r"(?P<floor>from|starting at|at least|min(?:imum)?|ab|à partir de)?\s*"
    rf"{_LOW}(?:{_HIGH})?{_PERIOD}",
    re.IGNORECASE,
)
_TOO_BIG_AFTER = re.compile(
    r"\s*(?:m\b|mm\b|mn\b|mio|mil\b|million|b\b|bn\b|billion|mrd|\+?\s*(?:employees|users"
    r"|customers))",
    re.IGNORECASE,
)
_OTHER_MONEY = re.compile(
    r"referral|\bbudgets?\b|allowance|stipend|\braised\b|funding|revenue|valuation|reimburs|401"
    r"|discount|voucher|donat"
    r"|\bgrants?\b|invest|turnover|umsatz|sign(?:ing|-on)|per (?:diem|person|employee)|gutschein"
    r"|zuschuss|\bprize|insurance"
    r"|transactions?|\bassets\b|\bmarket\b|wellness|learning|home office|equipment",
    re.IGNORECASE,
)
_CUE = re.compile(
    r"salar|compensation|\bpay\b|\bpaid\b|pays\b|\bwage|remunerat|\bctc\b|\bpackage\b|\bote\b"
    r"|\brates?\b|gehalt|vergütung|salaire|rémunération"
    r"|\bearn\b|\bbase\b|\blpa\b",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d")
_MONEY_HINT = re.compile(rf"{_SIGN}|lpa\b|lakh|\dk\b|\d{{4}}", re.IGNORECASE)
LEAST_OF_A_MONTH = 100
"""A smaller amount is paid by the hour or the day, which the text then says."""
LEAST_UNLABELLED = 10_000
"""An amount that no word calls pay must be such as a year pays, or say its period."""


def salary_named(items: Iterable[Item]) -> Salary | None:
    """The first pay the posting names, a labelled one before any other."""
    found = sorted(_all(items), key=lambda one: not one[0])
    return found[0][1] if found else None


def _all(items: Iterable[Item]) -> Iterator[tuple[bool, Salary]]:
    for item in items:
        text = item.text
        if not _DIGITS.search(text) or not _MONEY_HINT.search(text):
            continue
        is_labelled = item.field == "salary"
        for match in _PAY.finditer(text):
            if _is_pay(text, match, is_labelled=is_labelled):
                yield is_labelled, _salary(item, match)


def _is_pay(text: str, match: re.Match[str], *, is_labelled: bool) -> bool:
    """Whether an amount is what the work pays, not a budget, a bonus or a turnover."""
    if _TOO_BIG_AFTER.match(text, match.end()):
        return False
    near = text[max(0, match.start() - 60) : match.end() + 40]
    if _OTHER_MONEY.search(near) and not is_labelled:
        return False
    amount = _amount(match["low"], match["s1"] or match["s2"])
    has_currency = _currency(match) is not None
    if is_labelled:
        return has_currency or bool(match["s1"] or match["s2"]) or amount >= LEAST_UNLABELLED
    if not has_currency:
        return False
    has_period = _period(match) is not None
    if amount < LEAST_OF_A_MONTH and not has_period:
        return False
    if _is_indian(match) or _CUE.search(text, max(0, match.start() - 90), match.end() + 40):
        return True
    is_a_years = amount >= LEAST_UNLABELLED and match["high"] is not None
    return is_a_years or has_period


def _salary(item: Item, match: re.Match[str]) -> Salary:
    low, high = _ends(match)
    lower: int | None = min(low, high)
    upper: int | None = max(low, high)
    if match["high"] is None and match["cap"]:
        lower = None
    elif match["high"] is None and (match["floor"] or "+" in match.group()):
        upper = None
    lead = len(match.group()) - len(match.group().lstrip())
    return Salary(
        min=lower,
        max=upper,
        currency=_currency(match),
        period=_period(match) or ("year" if _is_indian(match) else None),
        sources=(item.source(match.start() + lead, match.start() + len(match.group().rstrip())),),
    )


def _ends(match: re.Match[str]) -> tuple[int, int]:
    """Both amounts; in "80-100k" the scale is of both, in "50,000-60k" of the second only."""
    plain = _amount(match["low"], None)
    if match["high"] is None:
        one = _amount(match["low"], match["s1"])
        return one, one
    lent = match["s1"] or (match["s2"] if plain < _SCALES["k"] else None)
    return _amount(match["low"], lent), _amount(match["high"], match["s2"] or match["s1"])


def _amount(number: str, scale: str | None) -> int:
    """Read "80,000", "80.000", "1'200", "12,50": one or two last digits after a mark are cents."""
    bare = re.sub(r"[ \u202f']", "", number)
    head, mark, tail = bare.rpartition("," if bare.rfind(",") > bare.rfind(".") else ".")
    is_cents = bool(mark) and len(tail) < 3
    digits = re.sub(r"[.,]", "", head) + ("." + tail if is_cents else tail)
    value = Decimal(digits) * _SCALES.get((scale or "").lower().rstrip("."), 1)
    return int(value.quantize(Decimal(1), rounding=ROUND_HALF_UP))


def _is_indian(match: re.Match[str]) -> bool:
    scales = (match["s1"], match["s2"])
    return any(scale and scale.lower().startswith(("lakh", "lac", "lpa")) for scale in scales)


def _currency(match: re.Match[str]) -> str | None:
    named = [match[f"c{n}"] for n in range(1, 7) if match[f"c{n}"]]
    codes = [name.upper() for name in named if name.upper() in _CODES.split("|")]
    signs = [_SYMBOLS[name.lower()] for name in named if name.lower() in _SYMBOLS]
    found = [*codes, *signs, *(["INR"] if _is_indian(match) else [])]
    return found[0] if found else None


def _period(match: re.Match[str]) -> SalaryPeriod | None:
    words = [match[f"u{n}"] for n in (4, 3, 2, 1) if match[f"u{n}"]]
    return _PERIODS[words[0].lower()] if words else None
