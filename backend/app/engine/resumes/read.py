"""A document to a resume: every fact with its lines."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from app.engine.documents.model import Document
from app.engine.resumes.confidence import with_confidence
from app.engine.resumes.contact import read_contact
from app.engine.resumes.credentials import read_certifications
from app.engine.resumes.education import read_education
from app.engine.resumes.experience import read_experience
from app.engine.resumes.languages import read_languages
from app.engine.resumes.model import Resume
from app.engine.resumes.projects import read_projects
from app.engine.resumes.publications import read_awards, read_publications
from app.engine.resumes.quality import confidence_of, flags_of
from app.engine.resumes.sections import Section, read_sections
from app.engine.resumes.skills import read_skills
from app.engine.resumes.structured import read_structured
from app.engine.resumes.unheaded import with_sections_by_content
from app.engine.resumes.unknown import unknown_skills
from app.engine.taxonomy.taxonomy import Taxonomy


def read_resume(document: Document, taxonomy: Taxonomy, as_of: date) -> Resume:
    """Read all facts of a resume.

    Nothing can be in the result that is not in the document: every value is cut from a line.
    ``as_of`` only tells dates in the future and how long "present" lasts, for flags and confidence.
    """
    if document.fields:
        resume, sections = read_structured(document, taxonomy)
    else:
        sections = with_sections_by_content(read_sections(document), taxonomy)
        resume = with_confidence(_facts(document, sections, taxonomy), taxonomy)
    resume = replace(
        resume,
        flags=(*document.flags, *flags_of(resume, as_of)),
        unknown_skills=unknown_skills(sections, resume, taxonomy),
    )
    return replace(resume, confidence=confidence_of(resume, taxonomy, as_of))


def _facts(document: Document, sections: Sequence[Section], taxonomy: Taxonomy) -> Resume:
    jobs = read_experience(sections)
    projects = read_projects(sections, taxonomy)
    degrees = read_education(sections, taxonomy)
    certifications = read_certifications(
        sections, frozenset(row.line.number for degree in degrees for row in degree.rows)
    )
    contact = read_contact(document, sections)
    read = read_skills(sections, jobs, projects, degrees, certifications, contact, taxonomy)
    return Resume(
        contact=contact,
        skills=read.skills,
        projects=read.projects,
        experience=read.jobs,
        education=tuple(reading.degree for reading in degrees),
        certifications=tuple(reading.certification for reading in certifications),
        languages=read_languages(sections),
        publications=read_publications(sections),
        awards=read_awards(sections),
        flags=(),
        confidence=0,
    )
