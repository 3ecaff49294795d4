"""How likely it is that a fact is right, from signs that a reader can see in the fact itself.

Each kind of fact has a few signs (a role with a word of roles in it, dates at both ends, all
entries of one form); ``data/confidence.toml`` gives each sign its weight in log-odds, fitted by
``python -m evaluation.calibrate`` on documents whose facts are known. The sum is a probability, so
that of what is said with 90, nine in ten are right: a logistic regression, as in Platt (1999).
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from math import exp

from app.engine.resumes.model import Certification, Degree, Job, Project, Resume, SkillFact
from app.engine.resumes.skills import LEARNING
from app.engine.resumes.vocabulary import COMPANY_WORDS, ROLE_WORDS, SCHOOL_WORDS, package_data
from app.engine.taxonomy.taxonomy import Taxonomy
from app.engine.text import fold

_WEIGHTS: dict[str, dict[str, float]] = package_data("confidence.toml")
_LEAST, _MOST = 5, 99
"""Nobody who reads by rules is surer than this, or as good as never right."""

_LONG_TITLE_WORDS = 8
_MANY_ENTRIES = 3

Signs = tuple[str, ...]
"""The signs that hold for one fact, by their names in the table of its kind."""


def with_confidence(resume: Resume, taxonomy: Taxonomy) -> Resume:
    """The same reading with the confidence of each job, degree, project, certificate and skill.

    A skill that is only said to be learnt keeps its own: no statistics makes it surer.
    """
    return replace(
        resume,
        experience=tuple(
            replace(job, confidence=_percent("job", signs))
            for job, signs in zip(resume.experience, job_signs(resume), strict=True)
        ),
        education=tuple(
            replace(degree, confidence=_percent("degree", signs))
            for degree, signs in zip(resume.education, degree_signs(resume), strict=True)
        ),
        projects=tuple(
            replace(project, confidence=_percent("project", project_signs(project, resume)))
            for project in resume.projects
        ),
        certifications=tuple(
            replace(item, confidence=_percent("certification", certification_signs(item)))
            for item in resume.certifications
        ),
        skills=tuple(
            fact
            if fact.confidence == LEARNING
            else replace(fact, confidence=_of_skill(fact, taxonomy))
            for fact in resume.skills
        ),
    )


def _of_skill(fact: SkillFact, taxonomy: Taxonomy) -> int:
    """What is claimed is surer than what is only being learnt, whatever its signs."""
    return max(LEARNING + 1, _percent("skill", skill_signs(fact, taxonomy)))


def _percent(kind: str, signs: Iterable[str]) -> int:
    """The probability of the signs together, in per cent."""
    weights = _WEIGHTS[kind]
    odds = weights["base"] + sum(weights.get(sign, 0.0) for sign in signs)
    return min(_MOST, max(_LEAST, round(100 / (1 + exp(-odds)))))


def job_signs(resume: Resume) -> list[Signs]:
    """Signs of every job, in order; those of its neighbours are signs of its own."""
    whole = [_is_whole(job) for job in resume.experience]
    all_whole = sum(whole)
    return [
        _named(
            no_company=job.company is None,
            no_role=job.role is None,
            known_role=bool(_words(job.role) & ROLE_WORDS),
            known_company=bool(_words(job.company) & COMPANY_WORDS),
            role_in_company=bool(_words(job.company) & ROLE_WORDS),
            no_period=job.period is None,
            one_date=job.period is not None and not job.period.is_current and not job.period.end,
            years_only=job.period is not None and job.period.is_imprecise,
            long_name=max(len((job.company or "").split()), len((job.role or "").split()))
            > _LONG_TITLE_WORDS,
            alone=len(whole) == 1,
            others_whole=len(whole) > 1 and all_whole - whole[at] == len(whole) - 1,
            others_broken=len(whole) > 1 and (all_whole - whole[at]) * 2 < len(whole) - 1,
        )
        for at, job in enumerate(resume.experience)
    ]


def _is_whole(job: Job) -> bool:
    return job.company is not None and job.role is not None and job.period is not None


def degree_signs(resume: Resume) -> list[Signs]:
    """Signs of every degree, in order."""
    whole = [d.degree is not None and d.institution is not None for d in resume.education]
    all_whole = sum(whole)
    return [
        _named(
            no_degree=degree.degree is None,
            known_level=degree.level is not None,
            no_institution=degree.institution is None,
            known_school=bool(_words(degree.institution) & SCHOOL_WORDS),
            no_major=degree.major is None,
            known_field=bool(degree.fields) and degree.major is not None,
            no_year=degree.end is None,
            long_name=_is_long(degree),
            others_whole=len(whole) > 1 and all_whole - whole[at] == len(whole) - 1,
            others_broken=len(whole) > 1 and (all_whole - whole[at]) * 2 < len(whole) - 1,
        )
        for at, degree in enumerate(resume.education)
    ]


def _is_long(degree: Degree) -> bool:
    texts = (degree.degree, degree.major, degree.institution)
    return any(len((text or "").split()) > _LONG_TITLE_WORDS for text in texts)


def project_signs(project: Project, resume: Resume) -> Signs:
    """Signs of one project."""
    words = project.title.split()
    return _named(
        long_title=len(words) > _LONG_TITLE_WORDS,
        one_word=len(words) == 1,
        sentence=project.title.rstrip().endswith((".", ",", ":", ";")),
        lower_case=project.title[:1].islower(),
        dated=project.period is not None,
        linked=project.url is not None,
        with_skills=bool(project.skills),
        described=len(project.description) > len(project.title) + 20,
        several=len(resume.projects) >= _MANY_ENTRIES,
        no_jobs=not resume.experience,
    )


def certification_signs(item: Certification) -> Signs:
    """Signs of one certificate."""
    words = item.name.split()
    return _named(
        dated=item.date is not None,
        issued=item.issuer is not None,
        one_word=len(words) == 1,
        long_name=len(words) > _LONG_TITLE_WORDS,
        certifies=any(fold(word).startswith(_CERTIFYING) for word in words),
        lower_case=item.name[:1].islower(),
    )


_CERTIFYING = ("certif", "zertif", "licen", "diplom", "permit", "card", "badge")


def skill_signs(fact: SkillFact, taxonomy: Taxonomy) -> Signs:
    """Signs of one skill; one that only follows from another has those of its lender."""
    kinds = {source.kind for source in fact.sources}
    skill = taxonomy.skill(fact.skill)
    return _named(
        demonstrated=bool(kinds & {"job", "project"}),
        listed="listed" in kinds,
        only_studied=kinds <= {"education", "course"},
        several=len(fact.sources) > 1,
        ambiguous=skill.ambiguous,
        soft=skill.soft,
        short=len(fact.skill) <= _SHORT_NAME,
        technology=skill.released is not None,
    )


_SHORT_NAME = 3


def _words(text: str | None) -> set[str]:
    pieces = fold(text or "").replace("/", " ").replace("-", " ").split()
    return {piece.strip(".,()&") for piece in pieces}


def _named(**signs: bool) -> Signs:
    return tuple(name for name, holds in signs.items() if holds)


def signs_of(kind: str, resume: Resume, taxonomy: Taxonomy) -> Sequence[Signs]:
    """Signs of all facts of one kind, in the order of the reading; for fitting the weights."""
    if kind == "job":
        return job_signs(resume)
    if kind == "degree":
        return degree_signs(resume)
    if kind == "project":
        return [project_signs(project, resume) for project in resume.projects]
    if kind == "certification":
        return [certification_signs(item) for item in resume.certifications]
    named = [fact for fact in resume.skills if fact.through is None]
    return [skill_signs(fact, taxonomy) for fact in named]
