"""The pay that a posting names, in whole units of its currency."""

import re
from collections.abc import Iterable, Iterator
from decimal import ROUND_HALF_UP, Decimal

from app.engine.jobs.items import Item
from app.engine.jobs.model import Salary, SalaryPeriod

_SYMBOLS = {
    "$": "USD", "us$": "USD", "a$": "AUD", "au$": "AUD", "c$":"
    " "CAD", "ca$": "CAD", "nz$": "NZD", "s$": "SGD",
    "hk$": "HKD", "r$": "BRL", "€": "EUR", "£": "GBP", "₹":"
    " "INR", "rs": "INR", "rs.": "INR", "¥": "JPY",
    "zł": "PLN", "₽": "RUB", "₩": "KRW", "₪": "ILS", "₺": "TRY","
    " "₴": "UAH", "₦": "NGN", "₱": "PHP", "₫": "VND",
    "kr": "SEK", "fr.": "CHF", "euro": "EUR", "euros": "EUR", "dollars": "USD",
}  # fmt: skip
_CODES = (
    "USD|EUR|GBP|INR|CAD|AUD|NZD|SGD|HKD|CHF|JPY|CNY|RMB|SEK|NOK|DKK|PLN|CZK|HUF|RON|BGN|BRL|MXN"
    "|ARS|CLP|COP|ZAR"
    "|NGN|KES|EGP|AED|SAR|QAR|ILS|TRY|RUB|UAH|PKR|BDT|LKR|NPR|PHP|IDR|MYR|THB|VND|KRW|TWD"
)
_CURRENCY = rf"(?:US|AU?|CA?|NZ|S|HK|R)?\$|[€£₹¥₽₩₪₺₴₦₱₫]|\b(?:{_CODES})\b|\bRs\.?|\bzł|\bkr\b|\beuros?\b|\bdollars\b"
_AMOUNT = r"\d{1,3}(?:[,.' \u202f]\d{2,3})+(?:\.\d{1,2})?|\d+(?:[.,]\d{1,2})?"
_SCALE = r"k\b|K\b|lakhs?\b|lacs?\b|lpa\b|LPA\b|L\b|thousand\b|tsd\.?|crores?\b|cr\b"
_PERIOD = (
    r"(?:per|a|an|each|p\.?|/|pro|im|par|/\s*)\s*(?P<unit>hour|hr|h|stunde|heure|day|d|tag|jour"
    r"|month|mo|mth|monat|mois|year"
    r"|yr|y|annum|a|jahr|an)\b\.?|(?P<adverb>hourly|daily|monthly|yearly|annually|annual|p\.a\."
    r"|monatlich|jährlich|brut"
    r"|annuel|stündlich)"
)
_SALARY = re.compile(
    rf"(?P<cap>up to|max(?:imum)?|bis zu|jusqu'à|upto)?\s*(?P<floor>from|starting at|at least"
    rf"|min(?:imum)?|ab|à partir de)?\s*"
    rf"(?P<c1>{_CURRENCY})?\s*(?P<c1b>{_CURRENCY})?\s*(?P<low>{_AMOUNT})\s*(?P<s1>{_SCALE})?\s*(?P<c2>{_CURRENCY})?\+?(?:\s*(?:/|per |an? )?\s*(?P<each>hr|hour|day|month|year|annum)\b)?"
    rf"(?:\s*(?:-|–|—|~|\bto\b|\band\b|\bbis\b"
    rf"|\bà\b)\s*(?P<c3>{_CURRENCY})?\s*(?P<c3b>{_CURRENCY})?\s*(?P<high>{_AMOUNT})\s*"
    rf"(?P<s2>{_SCALE})?\s*(?P<c4>{_CURRENCY})?)?(?:\s*(?P<last>hr|hour)s?\b)?"
    rf"(?:\s*(?:gross|brutto|brut|net|CTC|base)?\s*(?:{_PERIOD}))?",
    re.IGNORECASE,
)  # fmt: skip
_TOO_BIG_AFTER = re.compile(
    r"\s*(?:m\b|mm\b|mn\b|mio|mil\b|million|b\b|bn\b|billion|mrd|\+?\s*(?:employees|users"
    r"|customers))",
    re.IGNORECASE,
)
_OTHER_MONEY = re.compile(
    r"referral|\bbudget\b|allowance|stipend|\braised\b|funding|revenue|valuation|reimburs|401"
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
_MONEY_HINT = re.compile(rf"{_CURRENCY}|lpa\b|lakh|\dk\b|\d{{4}}", re.IGNORECASE)
_PERIODS: tuple[tuple[SalaryPeriod, tuple[str, ...]], ...] = (
    ("hour", ("hour", "hr", "h", "stunde", "heure", "hourly", "stündlich")),
    ("day", ("day", "d", "tag", "jour", "daily")),
    ("month", ("month", "mo", "mth", "monat", "mois", "monthly", "monatlich")),
    (
        "year",
        (
            "year",
            "yr",
            "y",
            "annum",
            "a",
            "jahr",
            "an",
            "yearly",
            "annually",
            "annual",
            "p.a.",
            "jährlich",
            "annuel",
        ),
    ),
)
_SCALES = {"k": 1000, "thousand": 1000, "tsd": 1000, "tsd.": 1000, "l": 100_000, "lpa": 100_000, "crore": 10_000_000, "crores": 10_000_000, "cr": 10_000_000}  # fmt: skip
LAKH = 100_000
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
        for match in _SALARY.finditer(text):
            if _is_pay(item, match, is_labelled=is_labelled):
                yield is_labelled, _salary(item, match)


def _is_pay(item: Item, match: re.Match[str], *, is_labelled: bool) -> bool:
    text = item.text
    if _TOO_BIG_AFTER.match(text, match.end()):
        return False
    near = text[max(0, match.start() - 60) : match.end() + 40]
    is_called_pay = (
        is_labelled or _CUE.search(text[max(0, match.start() - 90) : match.end() + 40]) is not None
    )
    if _OTHER_MONEY.search(near) and not is_labelled:
        return False
    amount = _amount(match["low"], match["s1"] or match["s2"])
    has_money = _currency(match) is not None or _is_indian(match)
    if is_called_pay:
        return (
            has_money
            or (bool(match["s1"] or match["s2"]) or amount >= LEAST_UNLABELLED)
            and is_labelled
        )
    if not has_money:
        return False
    if _is_indian(match):
        return True
    has_period = _period(match) is not None
    return (amount >= LEAST_UNLABELLED or has_period) and (match["high"] is not None or has_period)


def _salary(item: Item, match: re.Match[str]) -> Salary:
    low = _amount(match["low"], match["s1"] or (match["s2"] if match["high"] else None))
    high = _amount(match["high"], match["s2"] or match["s1"]) if match["high"] else low
    if match["high"] and not match["s1"] and _amount(match["low"], None) >= 1000:
        low = _amount(match["low"], None)
    lower: int | None = min(low, high)
    upper: int | None = max(low, high)
    if match["high"] is None and match["cap"]:
        lower = None
    elif match["high"] is None and (match["floor"] or "+" in match.group()):
        upper = None
    start = match.start() + len(match.group()) - len(match.group().lstrip())
    return Salary(
        min=lower,
        max=upper,
        currency=_currency(match),
        period=_period(match) or ("year" if _is_indian(match) else None),
        sources=(item.source(start, match.end()),),
    )


def _amount(number: str, scale: str | None) -> int:
    """Read "80,000", "80.000", "1'200", "12,50": two digits after the last mark are cents."""
    bare = re.sub(r"[ \u202f']", "", number)
    head, mark, tail = bare.rpartition("," if bare.rfind(",") > bare.rfind(".") else ".")
    is_cents = bool(mark) and len(tail) < 3
    digits = re.sub(r"[.,]", "", head) + ("." + tail if is_cents else tail)
    value = Decimal(digits or "0") * _scale(scale)
    return int(value.quantize(Decimal(1), rounding=ROUND_HALF_UP))


def _scale(scale: str | None) -> int:
    if scale is None:
        return 1
    name = scale.lower()
    return LAKH if name.startswith(("lakh", "lac")) else _SCALES.get(name, 1)


def _is_indian(match: re.Match[str]) -> bool:
    return any(
        s and s.lower().startswith(("lakh", "lac", "lpa")) for s in (match["s1"], match["s2"])
    )


def _currency(match: re.Match[str]) -> str | None:
    named = [match[g] for g in ("c1", "c1b", "c2", "c3", "c3b", "c4") if match[g]]
    codes = [text.upper() for text in named if text.upper() in _CODES.split("|")]
    symbols = [_SYMBOLS[text.lower()] for text in named if text.lower() in _SYMBOLS]
    found = codes or symbols
    return found[0] if found else ("INR" if _is_indian(match) else None)


def _period(match: re.Match[str]) -> SalaryPeriod | None:
    word = (match["unit"] or match["adverb"] or match["last"] or match["each"] or "").lower()
    return next((period for period, words in _PERIODS if word in words), None)
