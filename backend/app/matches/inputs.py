"""All that a score follows from: the same inputs always give the same record."""

from dataclasses import asdict, dataclass, fields
from datetime import date

from app.engine.codec import content_hash
from app.engine.matching import policy
from app.engine.matching.texts import wording_version
from app.jobs.service import ScorableJob
from app.matches.models import ScoreRecord
from app.resumes.service import ScorableResume

Pair = tuple[ScorableJob, ScorableResume]


@dataclass(frozen=True, slots=True)
class Inputs:
    """Content hashes of the stored documents, versions and the day; columns of the record.

    The taxonomies and readers (releases) are those that read the two documents, not those
    installed when the score was computed. ``is_uncertain`` is the reading of the resume.
    """

    profile_hash: str
    evidence_hash: str
    requirements_hash: str
    policy_version: str
    wording_version: str
    resume_taxonomy_version: str
    resume_reader_version: str
    job_taxonomy_version: str
    job_reader_version: str
    is_uncertain: bool
    as_of: date

    def digest(self) -> str:
        """Hash all of them."""
        return content_hash(asdict(self) | {"as_of": self.as_of.isoformat()})


def of_pair(pair: Pair, today: date) -> Inputs:
    """Return what a score of today would follow from; a closed job keeps the day it closed."""
    job, resume = pair
    return Inputs(
        profile_hash=resume.profile_hash,
        evidence_hash=resume.evidence_hash,
        requirements_hash=job.requirements_hash,
        policy_version=policy.CURRENT_VERSION,
        wording_version=wording_version(),
        resume_taxonomy_version=resume.taxonomy_version,
        resume_reader_version=resume.reader_version,
        job_taxonomy_version=job.taxonomy_version,
        job_reader_version=job.reader_version,
        is_uncertain=resume.is_uncertain,
        as_of=job.closed_on or today,
    )


def of_record(record: ScoreRecord) -> Inputs:
    """Return what a recorded score followed from."""
    return Inputs(**{field.name: getattr(record, field.name) for field in fields(Inputs)})
