"""Scores on hand in the cache. PostgreSQL holds them all; this saves the way, and doubled work.

A value carries its pair and the hash of its inputs: of another pair, other documents, policy,
wording or day it counts as not there. Values are put there when the transaction that read or
recorded them has committed, so none names a record that does not exist.
"""

import time
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from uuid import UUID

from pydantic import BaseModel, ConfigDict, ValidationError
from sqlalchemy.orm import Session

from app.matches.inputs import Inputs, Pair
from app.matches.match import Match
from app.platform.database import cache_of
from app.platform.endings import when_committed, when_ended
from app.platform.ids import uuid7

KEEP_SECONDS = 3600
CLAIM_SECONDS = 5.0
WAIT_SECONDS = 0.5
LOOK_EVERY_SECONDS = 0.01

Wanted = Mapping[str, tuple[Pair, Inputs]]
"""Pairs with what their scores follow from, by key."""


class Kept(BaseModel):
    """A value of the cache."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    key: str
    inputs_hash: str
    match: Match


def key_of(job_id: UUID, candidate_id: UUID, resume_id: UUID) -> str:
    """Name a pair in the cache."""
    return f"match:{job_id}:{candidate_id}:{resume_id}"


def key_of_pair(pair: Pair) -> str:
    """Name a pair in the cache."""
    job, resume = pair
    return key_of(job.id, resume.candidate_id, resume.id)


class Shelf:
    """The cached scores as one transaction sees them."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._cache = cache_of(session)

    def get(self, wanted: Wanted) -> dict[str, Match]:
        """Return those on hand whose inputs are the wanted ones, and count."""
        found = self._look(wanted)
        self._cache.count("hits", len(found))
        self._cache.count("misses", len(wanted) - len(found))
        return found

    def keep(self, wanted: Wanted, matches: Mapping[str, Match]) -> None:
        """Put scores on hand for others once this transaction has committed."""
        values = {
            key: Kept(key=key, inputs_hash=wanted[key][1].digest(), match=match)
            .model_dump_json()
            .encode()
            for key, match in matches.items()
        }
        when_committed(self._session, partial(self._cache.put, values, KEEP_SECONDS))

    def await_others(self, wanted: Wanted) -> dict[str, Match]:
        """Return what other requests are just computing; the rest is the caller's to compute.

        That rest is claimed until the end of this transaction, so that others wait for it; who has
        waited long enough computes too.
        """
        token = str(uuid7())
        claims = {key: f"{key}:claim" for key in sorted(wanted)}
        when_ended(
            self._session, partial(self._cache.release, list(claims.values()), token)
        )  # also those of a claim whose answer was lost
        found: dict[str, Match] = {}
        left = list(claims)
        give_up_at = time.monotonic() + WAIT_SECONDS
        while left:
            granted = self._cache.claim([claims[key] for key in left], token, CLAIM_SECONDS)
            # Who computed them may have finished between the look and the claim.
            found |= self._look({key: wanted[key] for key in left})
            left = [key for key in left[granted:] if key not in found]
            if not left or time.monotonic() >= give_up_at:
                break
            time.sleep(LOOK_EVERY_SECONDS)
        self._cache.count("computed", len(wanted) - len(found))
        return found

    def forget(self, keys: Sequence[str]) -> None:
        """Drop scores once this transaction has committed: they are of what was before."""
        when_committed(self._session, partial(self._cache.forget, keys))

    def _look(self, wanted: Wanted) -> dict[str, Match]:
        kept = zip(wanted, self._cache.get(list(wanted)), strict=True)
        read = ((key, _read(key, wanted[key][1], value)) for key, value in kept if value)
        return {key: match for key, match in read if match is not None}


def _read(key: str, inputs: Inputs, value: bytes) -> Match | None:
    """Return the score of a value, None for one that is not exactly what is wanted."""
    try:
        kept = Kept.model_validate_json(value)
    except ValidationError:
        return None
    is_wanted = kept.key == key and kept.inputs_hash == inputs.digest()
    return kept.match if is_wanted else None


def subset(wanted: Wanted, keys: Iterable[str]) -> Wanted:
    """Return some of the wanted pairs, in the order of their keys."""
    return {key: wanted[key] for key in sorted(keys)}
