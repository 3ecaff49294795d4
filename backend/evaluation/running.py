"""Reads every document of a corpus and compares what was read with its labels."""

import json
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from app.engine.documents.errors import DocumentError, NoText
from app.engine.documents.read import read_document
from app.engine.jobs.read import read_job
from app.engine.jobs.wire import parsed_json as job_json
from app.engine.resumes.read import read_resume
from app.engine.resumes.wire import parsed_json as resume_json
from app.engine.taxonomy.taxonomy import Taxonomy
from evaluation import postings, resumes
from evaluation.corpus import Case
from evaluation.tally import Tally

AS_OF = date(2026, 11, 1)
"""The day that "present" means in all labels."""

EMPTY_RESUME: dict[str, Any] = {
    "name": None, "email": None, "phone": None, "location": None, "links": [], "skills": [],
    "projects": [], "experience": [], "education": [], "certifications": [], "languages": [],
    "total_months": 0, "contact_sources": {}, "confidence": 0,
}  # fmt: skip
"""What stands for a document that could not be read."""

SCANNED = "a scan, said to be one"


@dataclass(frozen=True, slots=True)
class Outcome:
    """One document: its tallies, what was read, and how long it took in seconds."""

    case: Case
    read: dict[str, Any]
    tallies: dict[str, Tally]
    to_lines: float = 0.0
    to_facts: float = 0.0
    refused: str | None = None
    claims: list[tuple[str, int, bool]] = field(default_factory=list)

    def mean_f1(self, fields: Sequence[str]) -> float:
        """Mean of the F1 of the fields that are labelled or were read here."""
        judged = [t.f1 for name in fields if (t := self.tallies.get(name)) and t.read + t.labelled]
        return sum(judged) / len(judged) if judged else 1.0


def run_resumes(cases: Sequence[Case], taxonomy: Taxonomy) -> list[Outcome]:
    """Read resumes with this project's reader, each once after a warm-up."""
    if cases:
        _read_resume(cases[0], taxonomy)
    return [_read_resume(case, taxonomy) for case in cases]


def _read_resume(case: Case, taxonomy: Taxonomy) -> Outcome:
    data = case.path.read_bytes()
    start = time.perf_counter()
    try:
        document = read_document(data, case.path.name)
    except DocumentError as error:
        expected = case.labels.get("scanned") and isinstance(error, NoText)
        if expected:
            return Outcome(case, EMPTY_RESUME, {}, refused=SCANNED)
        tallies = resumes.compare(EMPTY_RESUME, case.labels, taxonomy)
        return Outcome(case, EMPTY_RESUME, tallies, refused=str(error))
    middle = time.perf_counter()
    read = resume_json(read_resume(document, taxonomy, AS_OF), AS_OF)
    end = time.perf_counter()
    if case.labels.get("scanned"):
        return Outcome(case, read, {"name": Tally(0, 1, 0)}, refused="a scan was read as text")
    return Outcome(
        case,
        read,
        resumes.compare(read, case.labels, taxonomy),
        middle - start,
        end - middle,
        claims=resumes.judged_claims(read, case.labels, taxonomy),
    )


def run_jobs(cases: Sequence[Case], taxonomy: Taxonomy) -> list[Outcome]:
    """Read postings with this project's reader, each once after a warm-up."""
    if cases:
        _read_job(cases[0], taxonomy)
    return [_read_job(case, taxonomy) for case in cases]


def _read_job(case: Case, taxonomy: Taxonomy) -> Outcome:
    data = case.path.read_bytes()
    start = time.perf_counter()
    document = read_document(data, case.path.name)
    middle = time.perf_counter()
    reading = read_job("", document, taxonomy, AS_OF)
    end = time.perf_counter()
    read = job_json(reading) | {"quality_score": reading.quality_score}
    tallies = postings.compare(read, case.labels, taxonomy)
    return Outcome(case, read, tallies, middle - start, end - middle)


def run_other(cases: Sequence[Case], taxonomy: Taxonomy, folder: Path) -> list[Outcome]:
    """Compare what another tool read: ``<name>.json`` of ``folder`` in the form of the labels.

    A document that it has no file for counts as read empty.
    """
    outcomes = []
    for case in cases:
        if case.labels.get("scanned"):
            continue
        path = folder / f"{case.name}.json"
        read = json.loads(path.read_text(encoding="utf-8")) if path.exists() else EMPTY_RESUME
        outcomes.append(Outcome(case, read, resumes.compare(read, case.labels, taxonomy)))
    return outcomes
