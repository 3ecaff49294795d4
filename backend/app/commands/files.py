"""Resumes and postings in files: read in a guarded process, no service, key or network needed."""

from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from app.engine.documents.errors import DocumentError, EmptyFile, FileTooLarge
from app.engine.documents.limits import DEFAULT_LIMITS, MEGABYTE
from app.engine.documents.model import Document
from app.engine.evidence import Source
from app.engine.jobs.model import JobReading, Requirements
from app.engine.jobs.read import read_job
from app.engine.matching.explain import Explanation, explain
from app.engine.matching.gaps import find_gaps
from app.engine.matching.model import Score
from app.engine.matching.policy import builtin_policy
from app.engine.matching.ranking import Ranking, rank
from app.engine.matching.score import score, with_uncertain_reading
from app.engine.matching.wire import breakdown_json
from app.engine.resumes.model import Resume
from app.engine.resumes.profile import profile_of
from app.engine.resumes.quality import REVIEW_BELOW
from app.engine.resumes.read import read_resume
from app.engine.taxonomy.load import builtin_taxonomy
from app.platform.reading import read_in_child


class FileRefused(Exception):
    """One file cannot be read; the message names it and says why."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(path, reason)
        self.path = path
        self.reason = reason

    def __str__(self) -> str:
        return f"{self.path}: {self.reason}"


@dataclass(frozen=True, slots=True)
class FileMatch:
    """How one resume fits one posting."""

    score: Score
    breakdown: dict[str, Any]
    explanation: Explanation

    def as_json(self) -> dict[str, Any]:
        """Return the match object of the API; a file's match has no record, so no id."""
        return {
            "id": None,
            "status": "no_score" if self.score.exact is None else "scored",
            "score": self.score.points,
            "breakdown": self.breakdown,
            "explanation": self.explanation.text,
        }


@dataclass(frozen=True, slots=True)
class RankedFile:
    """One resume of a ranking."""

    path: Path
    match: FileMatch
    place: Ranking


def read_resume_file(path: Path, as_of: date) -> Resume:
    """Read a resume; raises FileRefused."""
    return read_resume(_document(path), builtin_taxonomy(), as_of)


def read_job_file(path: Path, as_of: date) -> JobReading:
    """Read a posting, its title from its own first lines; raises FileRefused."""
    return read_job("", _document(path), builtin_taxonomy(), as_of)


def match(resume: Resume, requirements: Requirements, as_of: date) -> FileMatch:
    """Score a resume that was read against a posting that was read."""
    policy, profile = builtin_policy(), profile_of(resume)
    result = score(profile, requirements, policy, as_of)
    if resume.confidence < REVIEW_BELOW:
        result = with_uncertain_reading(result)
    gaps = find_gaps(result, profile, requirements, policy)
    evidence: dict[str, tuple[Source, ...]] = {s.skill: s.sources for s in resume.skills}
    return FileMatch(
        result,
        breakdown_json(result, gaps, evidence),
        explain(result, gaps, evidence, "candidate", None),
    )


def match_all(
    paths: Sequence[Path], requirements: Requirements, as_of: date, workers: int
) -> Iterator[tuple[Path, FileMatch | str]]:
    """Yield each file with its match, or with the reason it was refused, as they get done."""
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        waiting = {pool.submit(_match_file, path, requirements, as_of): path for path in paths}
        for done in as_completed(waiting):
            path = waiting[done]
            try:
                yield path, done.result()
            except FileRefused as error:
                yield path, error.reason
            except BrokenProcessPool:
                yield path, "The process that read it died. Try this file alone."


def ranked(matches: dict[Path, FileMatch]) -> list[RankedFile]:
    """Order best first; equal exact scores share a rank and stand in the order of their paths."""
    ordered = sorted(matches.items(), key=lambda item: str(item[0]))
    ordered.sort(key=lambda item: _sort_key(item[1].score.exact))
    places = rank([found.score.exact for _, found in ordered])
    return [
        RankedFile(path, found, place) for (path, found), place in zip(ordered, places, strict=True)
    ]


def _sort_key(exact: Fraction | None) -> Fraction:
    return Fraction(1) if exact is None else -exact


def _match_file(path: Path, requirements: Requirements, as_of: date) -> FileMatch:
    return match(read_resume_file(path, as_of), requirements, as_of)


def _document(path: Path) -> Document:
    try:
        size = path.stat().st_size
        if size > DEFAULT_LIMITS.max_bytes:
            raise FileTooLarge(
                f"The file has {size / MEGABYTE:.1f} MB;"
                f" at most {DEFAULT_LIMITS.max_bytes // MEGABYTE} are read."
            )
        data = path.read_bytes()
        if not data:
            raise EmptyFile("The file is empty.")
        return read_in_child(data, path.name, DEFAULT_LIMITS)
    except DocumentError as error:
        raise FileRefused(path, str(error)) from error
    except OSError as error:
        raise FileRefused(path, error.strerror or type(error).__name__) from error
