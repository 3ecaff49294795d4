"""How resumes write dates: months as words or numbers, periods, what stands for today."""

from dataclasses import dataclass
from typing import Any

MONTHS = {
    "short": "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
    "short_yy": "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
    "upper": "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC",
    "dotted": "Jan. Feb. Mar. Apr. May June July Aug. Sept. Oct. Nov. Dec.",
    "long": (
        "January February March April May June July August September October November December"
    ),
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "es": (
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"
    ),
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
}
"""Month names of each style that has words."""

NUMBERS = {"numeric": "{month}/{year}", "dot_numeric": "{month}.{year}", "iso": "{year}-{month}"}

STYLES = {*MONTHS, *NUMBERS, "year"}


@dataclass(frozen=True)
class DateStyle:
    """How one resume writes dates: ``months`` is one of STYLES."""

    months: str = "short"
    separator: str = " – "
    present: str = "Present"
    education: str = "years"

    def one(self, text: str) -> str:
        """``2020-03`` as "Mar 2020", "03/2020" or "2020"."""
        year, _, month = text.partition("-")
        if not month or self.months == "year":
            return year
        if self.months in NUMBERS:
            return NUMBERS[self.months].format(month=month, year=year)
        word = MONTHS[self.months].split()[int(month) - 1]
        return f"{word} '{year[2:]}" if self.months == "short_yy" else f"{word} {year}"

    def last(self, end: str | None) -> str:
        """The end of a period, open where ``end`` is None."""
        return self.one(end) if end else self.present

    def range(self, start: str, end: str | None) -> str:
        """A period, open where ``end`` is None."""
        return f"{self.one(start)}{self.separator}{self.last(end)}"

    def study(self, entry: dict[str, Any]) -> str:
        """The period of a course of education: "range", "years" or "end" (its last year)."""
        start, end = entry.get("start", ""), entry["end"]
        if self.education == "end" or not start:
            text = self.one(end) if self.education == "range" else end[:4]
        elif self.education == "range":
            text = self.range(start, end)
        else:
            text = f"{start[:4]}{self.separator}{end[:4]}"
        return f"{text} (expected)" if entry.get("expected") else text
