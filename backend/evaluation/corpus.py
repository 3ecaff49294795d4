"""Labelled documents: a folder of files with ``<name>.expected.json`` beside each.

A folder ``resumes`` holds resumes (PDF, DOCX, text), a folder ``jobs`` postings (text).
``split.toml`` beside them names the documents of the check half; all others are for developing.
"""

import json
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

Kind = Literal["resumes", "jobs"]
Half = Literal["check", "develop", "all"]

LABELS = ".expected.json"
OWN = Path(__file__).resolve().parent
"""The corpus that lies in this repository."""


@dataclass(frozen=True, slots=True)
class Case:
    """One document and what a careful person reads in it."""

    path: Path
    labels: dict[str, Any]

    @property
    def name(self) -> str:
        """The file's name without its ending."""
        return self.path.stem


class CorpusBroken(Exception):
    """A corpus folder is not as it should be; the message says what is wrong."""


def load(root: Path, kind: Kind, half: Half) -> list[Case]:
    """Return the labelled documents of one kind in one half, ordered by name.

    Raises :class:`CorpusBroken` where labels are no JSON or lack their document, or the split has
    no list of this kind or names what is not there. Without ``split.toml`` every document is in
    the check half.
    """
    cases = list(_cases(root / kind))
    split = root / "split.toml"
    if not cases or half == "all" or not split.exists():
        return cases
    check = _check_half(split, kind)
    if unknown := check - {case.name for case in cases}:
        raise CorpusBroken(f"{split}: no such {kind}: {', '.join(sorted(unknown))}")
    return [case for case in cases if (case.name in check) == (half == "check")]


def _check_half(split: Path, kind: Kind) -> set[str]:
    try:
        return set(tomllib.loads(split.read_text(encoding="utf-8"))[kind]["check"])
    except (tomllib.TOMLDecodeError, KeyError, TypeError) as error:
        raise CorpusBroken(f"{split}: no list {kind}.check: {error}") from error


def _cases(folder: Path) -> Iterator[Case]:
    for labels in sorted(folder.glob(f"*{LABELS}")):
        name = labels.name.removesuffix(LABELS)
        found = [path for path in folder.glob(f"{name}.*") if path != labels]
        if len(found) != 1:
            raise CorpusBroken(f"{labels}: {len(found)} documents of this name, one is needed")
        try:
            yield Case(found[0], json.loads(labels.read_text(encoding="utf-8")))
        except ValueError as error:
            raise CorpusBroken(f"{labels}: {error}") from error
