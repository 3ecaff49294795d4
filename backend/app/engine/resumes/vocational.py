"""Certificates, apprenticeships and courses of schools that are no degree of a known level."""

import re
from collections.abc import Sequence

from app.engine.resumes.degrees import is_major
from app.engine.resumes.row import Row

_AWARD = re.compile(
    r"(?:^|(?<=[,\t|–—-]\s)|(?<=\t))(?P<award>(?:(?:[A-ZÀ-Þ][\w'’&-]*|\d)\s+(?:of\s+)?){0,4}(?:Certificate"
    r"|Diploma|Diplom|Diplôme(?:\s+d['’]\s?[ÉE]tat\b[^,;|\t(–—]*)?|Certificat|Zertifikat"
    r"|Técnico Superior|Título|Apprenticeship|Traineeship|Bootcamp|Nanodegree|Gesellenbrief"
    r"|Meisterbrief|Gesellenprüfung|Meisterprüfung|Berufsausbildung|Ausbildung|Umschulung|Lehre"
    r"|Titre professionnel|Certificat d'aptitude professionnelle|CAP|BEP|Brevet|NVQ|ITI"
    r"|Fachinformatiker(?:in)?|Kaufmann|Kauffrau|Semester Abroad|Erasmus|Exchange Semester"
    r"|Exchange Student))(?![\w-])(?P<level>\s+(?:Level|Lvl)\s+\d"
    r"|\s+(?:zum|zur|als)\s+[^,;|\t(–—]+)?"
    r"(?:(?:\s*:\s+|\s+(?:in|en|of|für|für den)\s+|,\s+|\s+[–—-]\s+|[ ](?=[A-ZÀ-Þ][a-zà-þ]))"
    r"(?P<major>[^,;|\t(\d]+))?(?!\s*&)"
)
_AWARD_WORDS = 16
"""A line with more words is a sentence that mentions a certificate."""


def other_award(rows: Sequence[Row]) -> tuple[str | None, str | None]:
    """A certificate or diploma of a school that is no degree of a known level."""
    for row in rows:
        match = _AWARD.search(row.text)
        if match is not None and len(row.text.split()) <= _AWARD_WORDS:
            major = (match["major"] or "").strip()
            award = match["award"] + (match["level"] or "")
            return award.strip(), major if is_major(major) and not match["level"] else None
    return None, None


def names_award(row: Row) -> bool:
    """Whether a part of a row is a certificate or diploma of no known level."""
    return len(row.text.split()) <= _AWARD_WORDS and _AWARD.search(row.text) is not None
