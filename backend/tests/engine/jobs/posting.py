"""A posting from text, read with the built-in taxonomy on one fixed day."""

from datetime import date

from app.engine.documents.model import Document, Line
from app.engine.jobs.model import JobReading, Slot
from app.engine.jobs.read import read_job
from app.engine.taxonomy.load import builtin_taxonomy

AS_OF = date(2026, 11, 23)


def posting(text: str) -> Document:
    lines = tuple(Line(number, line) for number, line in enumerate(text.split("\n"), start=1))
    return Document("text/plain", (), lines)


def read(text: str, title: str = "", as_of: date = AS_OF) -> JobReading:
    return read_job(title, posting(text), builtin_taxonomy(), as_of)


def required(text: str, title: str = "Developer") -> list[str]:
    return _labels(read(text, title), "required")


def preferred(text: str, title: str = "Developer") -> list[str]:
    return _labels(read(text, title), "preferred")


def slot(text: str, label: str) -> Slot:
    return next(s for s in read(text, "Developer").requirements.slots if s.label == label)


def codes(reading: JobReading) -> list[str]:
    return [finding.code for finding in reading.findings]


def _labels(reading: JobReading, importance: str) -> list[str]:
    return [s.label for s in reading.requirements.slots if s.importance == importance]
