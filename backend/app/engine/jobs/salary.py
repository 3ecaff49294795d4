"""The pay that a posting names, told from bonuses, budgets, turnovers and other money."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import islice

from app.engine.evidence import Source
from app.engine.jobs.gazetteer import country_most_named, country_of
from app.engine.jobs.items import Item
from app.engine.jobs.labels import Entry
from app.engine.jobs.model import Salary, SalaryPeriod
from app.engine.jobs.money import (
    Money,
    currency,
    find_money,
    has_money,
    pay_data,
    period_in,
    usual_period,
)

_OTHER_MONEY = re.compile(
    r"referral|\bbudgets?\b|allowance|stipend|\braised\b|funding|revenue|valuation|reimburs|401"
    r"|discount|voucher|donat|\bgrants?\b|invest|turnover|umsatz|chiffre d'affaires|sign(?:ing|-on)"
    r"|per (?:diem|person|employee|head)|gutschein|zuschuss|\bprize|insurance|transactions?"
    r"|\bassets\b|\bmarket\b|wellness|learning|home office|equipment|\bdeals?\b|\brent\b|\broom\b"
    r"|\bfees?\b|\bfine\b|tuition|\bcosts?\b|\bprices?\b|\bworth\b|schemes?\b|portfolio|savings"
    r"|sponsor|\bfunds?\b|\bloans?\b|subscription|bonus(?:es)?\b|\btips\b|commission|\bgift"
    r"|\btickets?\b|titres|mutuelle|forfait|weiterbildung|relocation|\bmeals?\b|lunch|mileage"
    r"|parking|benefits? of|contributions?|\bapplications?\b|\borders?\b|\bchallenge|customers"
    r"|clients|flexible benefits|training|conference|expenses|supplement|zulage|prime\b|vergütet",
    re.IGNORECASE,
)
_TARGET = re.compile(
    r"\bOTE\b|on[- ]target|target earnings|total (?:comp|package|earnings)", re.IGNORECASE
)
_BASE = re.compile(r"\bbase\b|\bbasic\b|\bfixum\b|\bfixe\b|\bfixed\b|grundgehalt", re.IGNORECASE)
_CUE = re.compile(
    r"salar|compensation|\bpay\b|\bpaid\b|pays\b|\bwage|remunerat|\bctc\b|\bpackage\b|\bote\b"
    r"|\brates?\b|gehalt|vergüt|bezahl|\blohn|verdien|salaire|rémunér|\bearn\b|\bbase\b|\blpa\b"
    r"|tagessatz|retribu|sueldo|stipendio|wynagrodzenie|\blön\b|salaris|\bgross\b|brutto|\bbrut\b"
    r"|\bsalário",
    re.IGNORECASE,
)
_CLAUSE_ENDS = re.compile(r"[;(]|[.,](?=\s)|\s(?:and|plus|with|und|et|sowie|zzgl\.?)\s|\s?\+\s?")
_PERIOD_ENDS = re.compile(
    r"[;+]|\.\s(?=[A-Z])|\b(?:plus|and|with|und|et|or|oder|ou)\b|[€£$₹]|\d{2}"
)
LABELLED = 8
"""What a label adds to the rank: more than all words of a sentence."""
MOST_AMOUNTS = 500
"""So many amounts of a posting are looked at; no posting that is one has more."""
CUE_REACH = 90
"""So many characters before an amount a word that calls it pay may stand."""
KIND_REACH = 6
"""So far behind an amount stands the word for its kind: "£30k base", "£60k OTE"."""
PERIOD_REACH = 45
LABEL_REACH = 30
LEAST_WITHOUT_PERIOD = 100
"""A smaller amount is paid by the hour or the day, which the text then says."""
LEAST_UNLABELLED = 10_000
"""An amount that no word calls pay must be such as a year pays, or say its period."""


@dataclass(frozen=True, slots=True)
class _Pay:
    """An amount that may be the pay, and how sure the text makes it."""

    money: Money
    text: str
    label: str
    source: Source
    rank: int

    @property
    def period(self) -> SalaryPeriod | None:
        """The period said behind the amount, or else before it."""
        after = self.text[self.money.end : self.money.end + PERIOD_REACH]
        within = self.text[self.money.start : self.money.end]
        before = self.text[max(0, self.money.start - LABEL_REACH) : self.money.start]
        return (
            period_in(_PERIOD_ENDS.split(after)[0])
            or period_in(within)
            or period_in(before)
            or period_in(self.label)
        )


def salary_named(
    entries: Iterable[Entry], items: Sequence[Item], location: str | None
) -> Salary | None:
    """The pay that is surest: labelled before called pay in a sentence, base before target."""
    found = [*_labelled(entries), *_told(items)]
    if not found:
        return None
    best = max(found, key=lambda one: one.rank)
    country = _country(best, items, location) if best.money.sign else None
    return _salary(best, country)


def _labelled(entries: Iterable[Entry]) -> Iterator[_Pay]:
    for entry in entries:
        if entry.name != "salary" or not has_money(entry.text):
            continue
        for money in find_money(entry.text):
            if _is_labelled_pay(money) and not _is_other(entry.text, money):
                source = entry.source(money.start, money.end)
                rank = LABELLED + _rank(entry.text, money, is_labelled=True)
                yield _Pay(money, entry.text, entry.label, source, rank)


def _is_labelled_pay(money: Money) -> bool:
    return money.sign is not None or money.is_scaled or money.least >= LEAST_UNLABELLED


def _told(items: Iterable[Item]) -> Iterator[_Pay]:
    amounts = ((i, m) for i in items if has_money(i.text) for m in find_money(i.text))
    for item, money in islice(amounts, MOST_AMOUNTS):
        text = item.text
        labelled = item.field == "salary" and _is_labelled_pay(money)
        rank = _rank(text, money, is_labelled=labelled) + (LABELLED if labelled else 0)
        pay = _Pay(money, text, "", item.source(money.start, money.end), rank)
        if not _is_other(text, money) and (labelled or _is_pay(pay)):
            yield pay


def _is_other(text: str, money: Money) -> bool:
    """Whether the words around the amount call it something else than pay."""
    before = _CLAUSE_ENDS.split(text[max(0, money.start - 60) : money.start])[-1]
    after = _CLAUSE_ENDS.split(text[money.end : money.end + 40])[0]
    return _OTHER_MONEY.search(f"{before} | {after}") is not None


def _is_pay(pay: _Pay) -> bool:
    """Whether an amount without a label is what the work pays."""
    money = pay.money
    if money.sign is None and not money.is_indian:
        return False
    has_period = pay.period is not None
    if money.least < LEAST_WITHOUT_PERIOD and not has_period:
        return False
    if money.is_indian or _CUE.search(pay.text, max(0, money.start - CUE_REACH), money.end + 40):
        return True
    if _OTHER_MONEY.search(pay.text) or _is_too_little(pay):
        return False
    return has_period or (money.is_range and money.least >= LEAST_UNLABELLED)


def _is_too_little(pay: _Pay) -> bool:
    """Whether no work is paid so little: "$1,000 a year to learn with", "$40 a month"."""
    usual = pay_data()["usual"].get(currency(pay.money.sign, None), {}).get("year", 0)
    least = {"year": usual / 3, "month": usual / 60}
    return pay.period is not None and pay.money.least < least.get(pay.period, 0)


def _rank(text: str, money: Money, *, is_labelled: bool) -> int:
    """Pay by its words; of equals the first is taken."""
    before = text[max(0, money.start - CUE_REACH) : money.start]
    clause = _CLAUSE_ENDS.split(before)[-1] + text[money.end : money.end + KIND_REACH]
    cued = 2 if not is_labelled and _CUE.search(before) else 0
    base = 2 if _BASE.search(clause) else 0
    target = 4 if _TARGET.search(clause) else 0
    return cued + base + int(money.is_range) - target


def _salary(pay: _Pay, country: str | None) -> Salary:
    money = pay.money
    code = "INR" if money.is_indian and money.sign is None else currency(money.sign, country)
    period = pay.period or ("year" if money.is_indian else usual_period(money.least, code))
    return Salary(_plain(money.low), _plain(money.high), code, period, sources=(pay.source,))


def _country(pay: _Pay, items: Sequence[Item], location: str | None) -> str | None:
    """The country whose money it is: of the place, of words about pay, of the places named."""
    if pay.money.sign not in pay_data()["by_country"]:
        return None
    if location and (country := country_of(location)):
        return country
    texts = [item.text for item in items]
    words, whole = pay_data()["country_words"], "\n".join(texts)
    told = (country for country, word in words.items() if re.search(word, whole))
    return next(told, None) or country_most_named(texts)


def _plain(amount: Decimal | None) -> int | float | None:
    if amount is None:
        return None
    return int(amount) if amount == amount.to_integral_value() else float(amount)
