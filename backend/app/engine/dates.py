"""Month-precise periods and how they are counted.

Both ends of a period count (January to March 2020 is three months). A year alone starts in July
and ends in June; where that end would not lie after the start it is December. Such periods are
imprecise. "Present" is the month of ``as_of``; the clock enters the engine only through it.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

Month = int
"""Months since year 0: ``year * 12 + month - 1``."""

YEAR_ONLY_START_MONTH = 7
YEAR_ONLY_END_MONTH = 6
LAST_MONTH = 12

_PARTIAL_DATE = re.compile(r"([0-9]{4})(?:-(0[1-9]|1[0-2]))?")


def month_index(year: int, month: int) -> Month:
    """Number the month ``month`` (1 to 12) of ``year``."""
    return year * 12 + month - 1


def month_of(day: date) -> Month:
    """Number the month that ``day`` lies in."""
    return month_index(day.year, day.month)


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A year, with its month (1 to 12) where the document gives one."""

    year: int
    month: int | None = None

    def __str__(self) -> str:
        return f"{self.year:04d}" if self.month is None else f"{self.year:04d}-{self.month:02d}"

    @classmethod
    def parse(cls, text: str) -> "PartialDate":
        """Read ``YYYY`` or ``YYYY-MM``; raises ValueError for anything else."""
        found = _PARTIAL_DATE.fullmatch(text)
        if found is None:
            raise ValueError(f"{text!r} is neither YYYY nor YYYY-MM")
        return cls(int(found[1]), int(found[2]) if found[2] else None)

    @property
    def as_start(self) -> Month:
        """The month a period that starts here starts in."""
        return month_index(self.year, self.month or YEAR_ONLY_START_MONTH)

    @property
    def as_end(self) -> Month:
        """The month a period that ends here ends in, when nothing says otherwise."""
        return month_index(self.year, self.month or YEAR_ONLY_END_MONTH)


@dataclass(frozen=True, slots=True)
class Period:
    """From ``start`` to ``end``, both counted; a current one has no end."""

    start: PartialDate
    end: PartialDate | None = None
    is_current: bool = False

    @property
    def is_imprecise(self) -> bool:
        """Whether a month had to be supposed."""
        return self.start.month is None or (self.end is not None and self.end.month is None)

    def months(self, as_of: date) -> tuple[Month, Month] | None:
        """First and last month, or None where the dates are reversed, open or in the future.

        An end that names only the current year is taken to be no later than ``as_of``.
        """
        now = month_of(as_of)
        first = self.start.as_start
        if self.is_current:
            if self.start.month is None:
                first = min(first, now) if self.start.year == as_of.year else first
            last = now
        elif self.end is None:
            return None
        else:
            last = self._last_month(first, now, as_of.year)
        return (first, last) if first <= last <= now else None

    def _last_month(self, first: Month, now: Month, current_year: int) -> Month:
        assert self.end is not None  # noqa: S101 - narrowed by the caller
        last = self.end.as_end
        if self.end.month is None:
            if last <= first:
                last = month_index(self.end.year, LAST_MONTH)
            if self.end.year == current_year:
                last = min(last, now)
        return last


def count_months(periods: Iterable[Period], as_of: date) -> int:
    """Months covered by at least one period; overlaps count once, bad periods not at all."""
    spans = sorted(span for p in periods if (span := p.months(as_of)) is not None)
    total, covered_to = 0, -1
    for first, last in spans:
        start = max(first, covered_to + 1)
        if last >= start:
            total += last - start + 1
            covered_to = last
    return total
