"""Documents built by hand, as the document reader would give them."""

from datetime import date

from app.engine.documents.model import Document, Line, Link, Page
from app.engine.evidence import Box
from app.engine.resumes.contact import read_contact
from app.engine.resumes.education import read_education
from app.engine.resumes.experience import read_experience
from app.engine.resumes.model import Contact, Degree, Job, Project, Resume, SkillFact
from app.engine.resumes.projects import read_projects
from app.engine.resumes.read import read_resume
from app.engine.resumes.sections import read_sections
from app.engine.taxonomy.load import builtin_taxonomy
from app.engine.taxonomy.taxonomy import Taxonomy

AS_OF = date(2026, 11, 23)
TAXONOMY: Taxonomy = builtin_taxonomy()


def document_of(text: str, links: tuple[Link, ...] = ()) -> Document:
    """Plain text, one line a row, without places on a page."""
    lines = tuple(
        Line(number, row.strip())
        for number, row in enumerate(text.strip("\n").splitlines(), start=1)
        if row.strip()
    )
    return Document("text/plain", (), lines, links)


def page_of(
    *rows: tuple[str, float, float, bool] | tuple[str, float, float, bool, int],
) -> Document:
    """One page of 600 by 800 points; a row is text, left edge, size, bold and column."""
    lines, top = [], 40.0
    for number, (text, x0, size, bold, *column) in enumerate(rows, start=1):
        box = Box(x0, top, x0 + len(text) * size / 2, top + size)
        lines.append(
            Line(number, text, 1, box, size, bold, column=column[0] if column else 0, gap=2.0)
        )
        top += size + 2
    return Document("application/pdf", (Page(1, 600, 800),), tuple(lines))


def resume_of(text: str, links: tuple[Link, ...] = ()) -> Resume:
    """Read plain text as a resume."""
    return read_resume(document_of(text, links), TAXONOMY, AS_OF)


def jobs_of(document: Document) -> list[Job]:
    """The jobs of a document, read without the other facts."""
    return [reading.job for reading in read_experience(read_sections(document))]


def the_job(text: str) -> Job:
    """The one job of a section of experience that holds ``text``."""
    (job,) = jobs_of(document_of(f"Experience\n{text}"))
    return job


def projects_of(document: Document) -> list[Project]:
    """The projects of a document, read without the other facts."""
    return [reading.project for reading in read_projects(read_sections(document), TAXONOMY)]


def degrees_of(text: str) -> list[Degree]:
    """The degrees of a section of education that holds ``text``."""
    sections = read_sections(document_of(f"Education\n{text}"))
    return [reading.degree for reading in read_education(sections, TAXONOMY)]


def contact_of(document: Document) -> Contact:
    """Who a document is of, read without the other facts."""
    return read_contact(document, read_sections(document))


def skill_of(resume: Resume, name: str) -> SkillFact:
    """The fact of one skill; fails the test where there is none."""
    return next(fact for fact in resume.skills if fact.skill == name)


WHOLE = """
Zoë O'Brien-García
Backend Engineer
Dublin, Ireland | zoe.obrien@example.com | +353 85 012 3456 | github.com/zoe-example

Summary
Backend engineer with 6 years of Java.

Work Experience
Senior Software Engineer, Liffey Payments Ltd, Dublin, Ireland\tMar 2021 – Present
• Led four engineers who moved billing to Spring Boot and PostgreSQL.
• Cut nightly batch time from 6 hours to 40 minutes.
Software Engineer, Corrib Analytics, Galway, Ireland\tJan 2018 – Feb 2021
• Built reports in Python and Django.

Projects
Tide Clock | React, Docker\tFeb 2020 – Apr 2020
• Shows tide tables without a connection.

Education
BSc in Computer Science\tSep 2013 – May 2017
University of Galway

Certifications
Certified Kubernetes Administrator, CNCF (06/2023)

Technical Skills
Languages: Java, Python, SQL
Tools: Git, Docker

Languages
English (native), Irish (fluent)
"""
"""A resume with every part."""
