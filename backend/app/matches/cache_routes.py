from fastapi import APIRouter, Request
from pydantic import BaseModel, Field

from app.accounts.auth import AdminActor

router = APIRouter(prefix="/api/admin/match-cache", tags=["matches"])


class CacheCounts(BaseModel):
    """Counts of all processes since the cache was last emptied; zeros while it is away.

    ``computed`` are the misses that were not on record either.
    """

    hits: int = Field(default=0, ge=0)
    misses: int = Field(default=0, ge=0)
    computed: int = Field(default=0, ge=0)
    outages: int = Field(default=0, ge=0)
    hit_rate: float | None = Field(default=None, ge=0, le=1, description="Null before any look.")


@router.get("")
def count_match_cache(request: Request, _: AdminActor) -> CacheCounts:
    """Say how often scores were on hand in the cache."""
    counts = CacheCounts.model_validate(request.app.state.runtime.cache.counts())
    looks = counts.hits + counts.misses
    counts.hit_rate = round(counts.hits / looks, 4) if looks else None
    return counts
