"""What was read of a posting before its quality is judged: the input of the rubric."""

from dataclasses import dataclass

from app.engine.evidence import Source
from app.engine.jobs.blocks import Block
from app.engine.jobs.experience import AskedExperience
from app.engine.jobs.items import Item
from app.engine.jobs.model import (
    Arrangement,
    EducationAsked,
    Located,
    MonthRange,
    Salary,
    Slot,
)


@dataclass(frozen=True, slots=True)
class PostingFacts:
    """Everything read, as the posting says it; ``experience`` is not yet put right by the title."""

    title: str
    blocks: tuple[Block, ...]
    items: tuple[Item, ...]
    slots: tuple[Slot, ...]
    experience: MonthRange | None
    asked: tuple[AskedExperience, ...]
    beginners: AskedExperience | None
    education: EducationAsked | None
    location: Located | None
    arrangement: Arrangement | None
    arrangement_sources: tuple[Source, ...]
    salary: Salary | None
    employment: Located | None
    visa: Located | None
    benefits: tuple[Located, ...]
