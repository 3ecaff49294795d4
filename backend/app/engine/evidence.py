"""Where a value stands in a document: the only thing that lets a fact earn points."""

from dataclasses import dataclass
from typing import Literal

SourceKind = Literal[
    "project", "job", "course", "education", "certification", "listed", "contact", "posting"
]

DEMONSTRATING_KINDS: frozenset[str] = frozenset({"project", "job"})
"""Kinds that show a skill in use; lists, courses and certificates only claim it."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page, in PDF points from the top left corner."""

    x0: float
    y0: float
    x1: float
    y1: float


@dataclass(frozen=True, slots=True)
class Source:
    """One place in a document that contains a value.

    ``title`` names what the place belongs to (the project, the company and so on), ``lines`` are
    numbers of :class:`~app.engine.documents.model.Line`, ``span`` is the half-open range of the
    value inside the text of the first line, ``quote`` is that line's text. ``page`` and ``box``
    are None for documents without pages (DOCX, plain text).
    """

    kind: SourceKind
    title: str
    lines: tuple[int, ...]
    quote: str
    page: int | None = None
    box: Box | None = None
    span: tuple[int, int] | None = None

    @property
    def label(self) -> str:
        """The founding evidence string, such as ``project:Movie Recommender``."""
        return f"{self.kind}:{self.title}" if self.title else self.kind


def overlap(one: Source, other: Source) -> bool:
    """Whether two places share words; one without a span takes up its whole first line."""
    if one.lines[:1] != other.lines[:1]:
        return False
    if one.span is None or other.span is None:
        return True
    return one.span[0] < other.span[1] and other.span[0] < one.span[1]
