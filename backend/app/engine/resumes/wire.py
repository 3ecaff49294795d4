"""A resume as ``parsed_json``: the founding keys exactly, and what this project adds to them."""

from datetime import date
from typing import Any

from app.engine import codec
from app.engine.evidence import DEMONSTRATING_KINDS
from app.engine.resumes.model import (
    Award,
    Certification,
    Claim,
    Degree,
    Job,
    Project,
    Publication,
    Resume,
    SkillFact,
)
from app.engine.resumes.profile import skill_months, total_months
from app.engine.resumes.quality import months_of

_LEVELS: tuple[tuple[int, str], ...] = ((60, "expert"), (24, "advanced"), (6, "intermediate"))
"""Months of a demonstrated skill from which each level holds; shown for less: beginner."""


def parsed_json(resume: Resume, as_of: date) -> dict[str, Any]:
    """JSON values only; null where unknown; skills that only follow stand under their own key."""
    total = total_months(resume, as_of)
    contact = resume.contact
    named = [fact for fact in resume.skills if fact.through is None]
    implied = [fact for fact in resume.skills if fact.through is not None]
    return {
        "name": _value(contact.name),
        "email": _value(contact.email),
        "phone": _value(contact.phone),
        "location": _value(contact.location),
        "links": [_claim(link, "url") for link in contact.links],
        "skills": [_skill(fact, total, as_of) for fact in named],
        "implied_skills": [_skill(fact, total, as_of) for fact in implied],
        "unknown_skills": list(resume.unknown_skills),
        "projects": [_project(project) for project in resume.projects],
        "experience": [_job(job, as_of) for job in resume.experience],
        "education": [_degree(degree) for degree in resume.education],
        "certifications": [_certification(item) for item in resume.certifications],
        "languages": [
            _claim(language, "language") | {"fluency": language.fluency}
            for language in resume.languages
        ],
        "publications": [_publication(item) for item in resume.publications],
        "awards": [_award(item) for item in resume.awards],
        "contact_sources": {
            name: _claim(claim, "value")
            for name, claim in (
                ("name", contact.name),
                ("email", contact.email),
                ("phone", contact.phone),
                ("location", contact.location),
            )
            if claim is not None
        },
        "total_months": total,
        "flags": codec.to_json(resume.flags),
        "confidence": resume.confidence,
    }


def skill_level(fact: SkillFact, months: int) -> str:
    """Expert, advanced, intermediate or beginner, by months; a mere claim is ``claimed``."""
    if not any(source.kind in DEMONSTRATING_KINDS for source in fact.sources):
        return "claimed"
    return next((level for least, level in _LEVELS if months >= least), "beginner")


def _value(claim: Claim | None) -> str | None:
    return claim.value if claim is not None else None


def _claim(claim: Claim, key: str) -> dict[str, Any]:
    return {key: claim.value, **_proof(claim.sources, claim.confidence)}


def _proof(sources: tuple[Any, ...], confidence: int) -> dict[str, Any]:
    return {"sources": codec.to_json(sources), "confidence": confidence}


def _skill(fact: SkillFact, total: int, as_of: date) -> dict[str, Any]:
    months, source = skill_months(fact, total, as_of)
    return {
        "skill": fact.skill,
        "evidence": list(dict.fromkeys(place.label for place in fact.sources)),
        "months_experience": months,
        "months_source": source,
        "stated_months": fact.stated_months,
        "level": skill_level(fact, months),
        "through": fact.through,
        **_proof(fact.sources, fact.confidence),
    }


def _project(project: Project) -> dict[str, Any]:
    period = project.period
    return {
        "title": project.title,
        "skills_used": list(project.skills),
        "description": project.description,
        "start_date": str(period.start) if period else None,
        "end_date": str(period.end) if period and period.end else None,
        "is_current": period.is_current if period else False,
        "url": project.url,
        **_proof(project.sources, project.confidence),
    }


def _job(job: Job, as_of: date) -> dict[str, Any]:
    period = job.period
    return {
        "company": job.company,
        "role": job.role,
        "start_date": str(period.start) if period else None,
        "end_date": str(period.end) if period and period.end else None,
        "description": job.description,
        "is_current": period.is_current if period else False,
        "duration_months": months_of(period, as_of),
        "employment": job.employment,
        "leads": job.leads,
        "location": job.location,
        "skills_used": list(job.skills),
        **_proof(job.sources, job.confidence),
    }


def _degree(degree: Degree) -> dict[str, Any]:
    return {
        "degree": degree.degree,
        "institution": degree.institution,
        "year": degree.end.year if degree.end else None,
        "major": degree.major,
        "level": degree.level.name.lower() if degree.level is not None else None,
        "fields": list(degree.fields),
        "start_date": str(degree.start) if degree.start else None,
        "end_date": str(degree.end) if degree.end else None,
        "in_progress": degree.in_progress,
        **_proof(degree.sources, degree.confidence),
    }


def _certification(item: Certification) -> dict[str, Any]:
    return {
        "name": item.name,
        "issuer": item.issuer,
        "date": str(item.date) if item.date else None,
        **_proof(item.sources, item.confidence),
    }


def _publication(item: Publication) -> dict[str, Any]:
    return {
        "title": item.title,
        "publisher": item.publisher,
        "date": str(item.date) if item.date else None,
        "url": item.url,
        **_proof(item.sources, item.confidence),
    }


def _award(item: Award) -> dict[str, Any]:
    return {
        "title": item.title,
        "awarder": item.awarder,
        "date": str(item.date) if item.date else None,
        **_proof(item.sources, item.confidence),
    }
