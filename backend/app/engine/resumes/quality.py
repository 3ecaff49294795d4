"""How far a reading can be trusted: flags for what looks wrong, and one number for the whole."""

from collections.abc import Sequence
from datetime import date

from app.engine.dates import Period, count_months, month_of
from app.engine.documents.model import Flag
from app.engine.resumes.model import Contact, Resume
from app.engine.resumes.names import email_agreement
from app.engine.resumes.profile import periods_of, total_months
from app.engine.taxonomy.taxonomy import Taxonomy, UnknownSkill

REVIEW_BELOW = 70
"""A reading with less confidence waits for a person, and says so where it is scored."""

_COMPLETENESS: tuple[tuple[str, int], ...] = (
    ("name", 20), ("email", 15), ("phone", 5), ("skills", 20), ("work", 25), ("education", 15),
)  # fmt: skip
_LONGEST_CAREER_MONTHS = 55 * 12
_SURE_ENOUGH = 0.75
"""A part whose facts are that sure on average counts as whole."""
_GAP_MONTHS = 12
_YOUNGER_BY = 6
"""Months that a technology may be claimed for beyond its age: previews come before releases."""


def flags_of(resume: Resume, as_of: date) -> tuple[Flag, ...]:
    """What a reader should know about dates, gaps and missing parts; stable codes."""
    flags: list[Flag] = []
    for job in resume.experience:
        name = job.company or job.role or "a job"
        line = job.sources[0].lines[0] if job.sources else None
        flags.extend(_period_flags(job.period, name, line, as_of))
    for project in resume.projects:
        if project.period is not None:
            line = project.sources[0].lines[0] if project.sources else None
            flags.extend(_period_flags(project.period, project.title, line, as_of))
    flags.extend(_unfinished(resume))
    flags.extend(_gaps(periods_of(resume), as_of))
    flags.extend(_missing(resume))
    return tuple(flags)


def _period_flags(period: Period | None, name: str, line: int | None, as_of: date) -> list[Flag]:
    if period is None:
        return [Flag("no_dates", f"{name} has no dates, so it counts no months", line)]
    if period.months(as_of) is None:
        if period.end is not None and period.end.as_end < period.start.as_start:
            return [Flag("reversed_dates", f"{name} ends before it starts; not counted", line)]
        return [Flag("future_dates", f"{name} lies in the future; not counted", line)]
    if period.is_imprecise:
        return [Flag("imprecise_dates", f"{name} gives years only; months are supposed", line)]
    return []


def _unfinished(resume: Resume) -> list[Flag]:
    """Degrees in progress without an end: their field counts, their level not yet."""
    return [
        Flag(
            "degree_in_progress",
            f"{degree.degree or degree.institution} is in progress; its level is not counted",
            degree.sources[0].lines[0] if degree.sources else None,
        )
        for degree in resume.education
        if degree.in_progress
    ]


def _gaps(periods: Sequence[Period], as_of: date) -> list[Flag]:
    """Stretches of more than a year without a job between the first and today."""
    spans = sorted(span for p in periods if (span := p.months(as_of)) is not None)
    gaps: list[Flag] = []
    covered = spans[0][1] if spans else 0
    for first, last in spans[1:]:
        gaps.extend(_gap(covered, first))
        covered = max(covered, last)
    if spans:
        gaps.extend(_gap(covered, month_of(as_of)))
    return gaps


def _gap(covered: int, first: int) -> list[Flag]:
    if first - covered - 1 <= _GAP_MONTHS:
        return []
    start, end = divmod(covered + 1, 12), divmod(first - 1, 12)
    words = f"{start[0]}-{start[1] + 1:02d} to {end[0]}-{end[1] + 1:02d}"
    return [Flag("gap", f"no job with dates from {words}")]


def _missing(resume: Resume) -> list[Flag]:
    parts = {
        "no_name": resume.contact.name,
        "no_email": resume.contact.email,
        "no_skills": resume.skills,
        "no_experience": resume.experience or resume.projects,
        "no_education": resume.education,
    }
    return [Flag(code, f"{code[3:]} was not found") for code, part in parts.items() if not part]


def confidence_of(resume: Resume, taxonomy: Taxonomy, as_of: date) -> int:
    """Weighted completeness × consistency × realism, 0 to 100."""
    exact = _completeness(resume) * _consistency(resume) * _realism(resume, taxonomy, as_of)
    return round(exact * 100)


def _completeness(resume: Resume) -> float:
    work = [job.confidence / 100 for job in resume.experience]
    work += [project.confidence / 100 for project in resume.projects]
    education = [degree.confidence / 100 for degree in resume.education]
    shares = {
        "name": _claimed(resume.contact.name),
        "email": _claimed(resume.contact.email),
        "phone": _claimed(resume.contact.phone),
        "skills": min(1.0, len(resume.skills) / 4),
        "work": sum(work) / len(work) if work else 0.0,
        "education": sum(education) / len(education) if education else 0.0,
    }
    lenient = {part: 1.0 if share >= _SURE_ENOUGH else share for part, share in shares.items()}
    return sum(weight * lenient[part] for part, weight in _COMPLETENESS) / 100


def _claimed(claim: object) -> float:
    return getattr(claim, "confidence", 0) / 100 if claim is not None else 0.0


def _consistency(resume: Resume) -> float:
    """Listed skills that no job or project shows, and a name that the email contradicts."""
    listed = [fact for fact in resume.skills if fact.through is None]
    shown = [f for f in listed if any(s.kind in {"job", "project"} for s in f.sources)]
    can_show = resume.experience or resume.projects
    unshown = 1 - len(shown) / len(listed) if listed and can_show else 0.0
    none_shown = 0.05 if unshown == 1.0 else 0.0
    return 1.0 - none_shown - 0.03 * (not _name_fits(resume.contact))


def _name_fits(contact: Contact) -> bool:
    if contact.name is None or contact.email is None:
        return True
    return email_agreement(contact.name.value.split(), contact.email.value) > 0


def _realism(resume: Resume, taxonomy: Taxonomy, as_of: date) -> float:
    """Impossible dates, too long a career, more months of a technology than it has existed."""
    dated = [job.period for job in resume.experience if job.period is not None]
    bad = sum(1 for period in dated if period.months(as_of) is None)
    realism = 1.0 - (0.3 * bad / len(dated) if dated else 0.0)
    if total_months(resume, as_of) > _LONGEST_CAREER_MONTHS:
        realism -= 0.3
    claimed = [fact for fact in resume.skills if fact.stated_months and fact.through is None]
    too_old = sum(
        1 for f in claimed if _older_than_itself(f.skill, f.stated_months, taxonomy, as_of)
    )
    return max(0.0, realism - 0.1 * min(too_old, 3))


def _older_than_itself(skill: str, months: int | None, taxonomy: Taxonomy, as_of: date) -> bool:
    try:
        released = taxonomy.skill(skill).released
    except UnknownSkill:
        return False
    if released is None or months is None:
        return False
    return months > month_of(as_of) - released * 12 + _YOUNGER_BY


def months_of(period: Period | None, as_of: date) -> int | None:
    """Length of one period in months; None where it cannot be counted."""
    if period is None or period.months(as_of) is None:
        return None
    return count_months([period], as_of)
