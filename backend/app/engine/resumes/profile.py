"""From the facts of a resume to what the scorer may know: located facts only, no identity."""

from collections.abc import Sequence
from datetime import date

from app.engine.dates import Period, count_months
from app.engine.evidence import DEMONSTRATING_KINDS
from app.engine.resumes.model import (
    Degree,
    HeldDegree,
    HeldSkill,
    Profile,
    Project,
    Resume,
    SkillFact,
)


def profile_of(resume: Resume) -> Profile:
    """The scorer's view of a resume; facts without a located line are left out."""
    projects = [project for project in resume.projects if project.sources]
    jobs = [job for job in resume.experience if job.sources]
    return Profile(
        skills=tuple(_held(fact, projects) for fact in resume.skills if fact.sources),
        work=tuple(job.period for job in jobs if job.period is not None),
        degrees=tuple(_held_degree(degree) for degree in resume.education if degree.sources),
        projects=len(projects),
        leads=any(job.leads for job in jobs),
    )


def skill_months(fact: SkillFact, total_months: int, as_of: date) -> tuple[int, str | None]:
    """Months of a skill and what says so: max(dated, min(stated, total experience))."""
    dated = count_months(fact.periods, as_of)
    stated = min(fact.stated_months or 0, total_months)
    if dated == 0 and stated == 0:
        return 0, None
    return (dated, "dated") if dated >= stated else (stated, "stated")


def total_months(resume: Resume, as_of: date) -> int:
    """Months of professional experience: work, internships, freelance; overlaps once."""
    return count_months((job.period for job in resume.experience if job.period is not None), as_of)


def _held(fact: SkillFact, projects: Sequence[Project]) -> HeldSkill:
    shown_in = fact.through or fact.skill
    return HeldSkill(
        skill=fact.skill,
        demonstrated=any(source.kind in DEMONSTRATING_KINDS for source in fact.sources),
        in_projects=_projects_that_show(fact, projects, shown_in),
        periods=fact.periods,
        stated_months=fact.stated_months,
        through=fact.through,
        confidence=fact.confidence,
    )


def _projects_that_show(
    fact: SkillFact, projects: Sequence[Project], shown_in: str
) -> tuple[int, ...]:
    """Projects that name the skill, or lend it: one of their sources is among its own."""
    lines = {source.lines for source in fact.sources if source.kind == "project"}
    titles = {source.title for source in fact.sources if source.kind == "project"}
    return tuple(
        index
        for index, project in enumerate(projects)
        if shown_in in project.skills or (lines and project.title in titles)
    )


def _held_degree(degree: Degree) -> HeldDegree:
    """A degree in progress gives its field; its level only once a date says when it is earned."""
    is_open = degree.in_progress and degree.end is None
    return HeldDegree(None if is_open else degree.level, degree.fields, degree.end)


def periods_of(resume: Resume) -> tuple[Period, ...]:
    """The dated periods of all jobs."""
    return tuple(job.period for job in resume.experience if job.period is not None)
