"""Shapes that every part of the API shares."""

import unicodedata
from typing import Annotated, Generic, TypeVar

from fastapi import Query
from pydantic import BaseModel, ConfigDict, Field, field_validator

Item = TypeVar("Item")

MAX_LIMIT = 100
Limit = Annotated[int, Query(ge=1, le=MAX_LIMIT, description="At most this many items.")]
Offset = Annotated[int, Query(ge=0, le=1_000_000, description="Skip this many items.")]


class Body(BaseModel):
    """The base of request bodies: refuses unknown fields, and NUL, which no text column holds."""

    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True)

    @field_validator("*", mode="after")
    @classmethod
    def _no_nul(cls, value: object) -> object:
        if isinstance(value, str) and "\x00" in value:
            raise ValueError("may not hold NUL characters")
        return value


def require_printable(value: str) -> str:
    """Let one line of visible characters pass; raises ValueError."""
    if not value.isprintable():
        raise ValueError("may not hold control or invisible characters")
    return value


def require_text(value: str) -> str:
    """Let text of several lines pass if it shows anything; raises ValueError."""
    kinds = {unicodedata.category(c) for c in value if c not in "\n\r\t"}
    if "Cc" in kinds:
        raise ValueError("may not hold control characters")
    if not any(kind[0] in "LN" for kind in kinds):
        raise ValueError("holds no readable text")
    return value


class Page(BaseModel, Generic[Item]):
    """One page of a list in a stable order."""

    items: list[Item]
    total: int = Field(ge=0, description="How many items there are in all.")
    limit: int
    offset: int
