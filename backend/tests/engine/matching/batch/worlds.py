"""Candidates with keys, for the tests of the batch scorer."""

import random
from uuid import UUID

from app.engine.matching.batch.index import CandidateIndex
from app.engine.resumes.model import Profile
from tests.engine.matching.builders import AS_OF


def keyed(people: list[Profile], seed: int = 1) -> dict[UUID, Profile]:
    """The people under keys in no order."""
    chance = random.Random(f"keys {seed}")  # noqa: S311 - no secret
    return {UUID(int=chance.getrandbits(128)): who for who in people}


def indexed(people: dict[UUID, Profile]) -> CandidateIndex:
    return CandidateIndex.build(people.items(), AS_OF)
