"""Who somebody is changes no score: the whole reader on pairs of resumes that differ in that."""

import io
import zipfile
from datetime import date
from functools import lru_cache
from itertools import product
from pathlib import Path

import pymupdf
import pytest

from app.engine.documents.model import Document
from app.engine.documents.read import read_document
from app.engine.jobs.model import Requirements
from app.engine.jobs.read import read_job
from app.engine.matching.policy import builtin_policy
from app.engine.matching.score import score
from app.engine.resumes.model import Profile, Resume
from app.engine.resumes.profile import profile_of
from app.engine.resumes.read import read_resume
from app.engine.taxonomy.load import builtin_taxonomy
from tests.engine.blindness.documents import FORMATS
from tests.engine.blindness.people import BLANKS, Blank, Identity, swaps

AS_OF = date(2026, 11, 23)
POSTINGS = Path(__file__).parents[3] / "demo" / "jobs"
PLAIN = Identity()
LEAST_PAIRS = 200

CASES = [
    pytest.param(what, who, blank, ending, id=f"{what}-{number}-{blank.key}-{ending}")
    for (number, (what, who)), blank, ending in product(enumerate(swaps()), BLANKS, FORMATS)
    if not (what == "photo" and ending == "txt")
]


@lru_cache(maxsize=1)
def postings() -> tuple[Requirements, ...]:
    taxonomy = builtin_taxonomy()
    return tuple(
        read_job("", read_document(path.read_bytes(), path.name), taxonomy, AS_OF).requirements
        for path in sorted(POSTINGS.glob("*.txt"))
    )


@lru_cache(maxsize=512)
def read(blank: Blank, who: Identity, ending: str) -> tuple[bytes, Document, Resume]:
    data = FORMATS[ending](blank, who)
    document = read_document(data, f"resume.{ending}")
    return data, document, read_resume(document, builtin_taxonomy(), AS_OF)


def scores(profile: Profile) -> list[object]:
    return [score(profile, posting, builtin_policy(), AS_OF) for posting in postings()]


def test_there_are_enough_pairs() -> None:
    assert len(CASES) >= LEAST_PAIRS


@pytest.mark.parametrize(("what", "who", "blank", "ending"), CASES)
def test_a_swapped_identity_changes_no_score(
    what: str, who: Identity, blank: Blank, ending: str
) -> None:
    data, document, resume = read(blank, who, ending)
    _, _, plain = read(blank, PLAIN, ending)

    assert_read_as_swapped(what, who, data, document, resume, plain)
    before, after = scores(profile_of(plain)), scores(profile_of(resume))
    assert all(found.exact is not None for found in after)
    assert max(found.exact for found in after) >= 40
    assert after == before
    if what != "study":
        assert profile_of(resume) == profile_of(plain)


def assert_read_as_swapped(
    what: str, who: Identity, data: bytes, document: Document, resume: Resume, plain: Resume
) -> None:
    contact = resume.contact
    lines = [line.text for line in document.lines]
    match what:
        case "name":
            assert contact.name is not None
            assert contact.name.value == who.name
            assert contact.email is not None
            assert contact.email.value == who.email
        case "place":
            assert contact.location is not None
            assert contact.location.value == who.place
            assert contact.phone is not None
            assert contact.phone.value == who.phone.replace(" ", "")
        case "pronouns":
            assert any(f"{who.subject} " in line for line in lines)
            assert not any("They" in line for line in lines)
        case "personal":
            assert who.personal in lines
        case "photo":
            assert pictures(data) == 1
        case "study":
            assert [year - who.years_ago for year in years_of_study(plain)] == years_of_study(
                resume
            )
            assert years_of_study(resume)


def years_of_study(resume: Resume) -> list[int]:
    return [
        date.year
        for degree in resume.education
        for date in (degree.start, degree.end)
        if date is not None
    ]


def pictures(data: bytes) -> int:
    if data.startswith(b"%PDF"):
        with pymupdf.open("pdf", data) as document:
            return len(document[0].get_images())
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return sum(name.startswith("word/media/") for name in package.namelist())
