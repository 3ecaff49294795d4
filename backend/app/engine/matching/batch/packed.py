"""An index as bytes: a header in JSON, then every array as it lies in memory.

Read back, the arrays are views of the buffer: workers that map one file share its memory.
"""

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

import numpy as np

from app.engine.codec import from_json, to_json
from app.engine.matching.batch.block import POSTING_ARRAYS, Block, Postings
from app.engine.matching.batch.columns import Column
from app.engine.matching.batch.index import CandidateIndex, Part
from app.engine.matching.batch.rows import Row

_FORMAT = 1
_ALIGNED = 64
_LENGTH = 8


class NotAnIndex(ValueError):
    """The bytes are no packed index, or one of another format."""


def pack(index: CandidateIndex) -> bytes:
    """The index as bytes; the same index gives the same bytes."""
    parts = index.parts()
    header = {
        "format": _FORMAT,
        "as_of": index.as_of.isoformat(),
        "skills": list(index.skills),
        "fields": list(index.fields),
        "parts": [_part_header(part) for part in parts],
    }
    text = json.dumps(header, separators=(",", ":")).encode()
    pieces = [_padded(len(text).to_bytes(_LENGTH, "little") + text)]
    pieces += [_padded(array.tobytes()) for part in parts for array in part.block.arrays()]
    return b"".join(pieces)


def unpack(data: bytes | memoryview) -> CandidateIndex:
    """The index that :func:`pack` made these bytes of; raises :class:`NotAnIndex`."""
    view = memoryview(data)
    length = int.from_bytes(view[:_LENGTH], "little")
    try:
        header = json.loads(bytes(view[_LENGTH : _LENGTH + length]))
    except ValueError as error:
        raise NotAnIndex("no header") from error
    if not isinstance(header, dict) or header.get("format") != _FORMAT:
        raise NotAnIndex("another format")
    offset = _aligned(_LENGTH + length)
    parts = []
    for described in header["parts"]:
        arrays = _Arrays(view, offset, described["arrays"])
        parts.append(_part(described, iter(arrays)))
        offset = arrays.offset
    as_of = date.fromisoformat(header["as_of"])
    return CandidateIndex(as_of, parts, header["skills"], header["fields"])


class _Arrays:
    """Reads arrays one after the other; ``offset`` is where the next one starts."""

    def __init__(self, view: memoryview, offset: int, described: list[Any]) -> None:
        self._view = view
        self._described = described
        self.offset = offset

    def __iter__(self) -> Iterator[Column]:
        for name, shape in self._described:
            kind, count = np.dtype(name), int(np.prod(shape))
            if self.offset + count * kind.itemsize > len(self._view):
                raise NotAnIndex("cut short")
            found = (
                np.frombuffer(self._view, kind, count, self.offset) if count else np.empty(0, kind)
            )
            self.offset = _aligned(self.offset + count * kind.itemsize)
            yield found.reshape(shape)


def _part_header(part: Part) -> dict[str, Any]:
    odd = part.block.odd.items()
    return {
        "most_months": part.block.most_months,
        "gone": part.gone,
        "odd": [[position, to_json(row), always] for position, (row, always) in odd],
        "arrays": [[array.dtype.str, array.shape] for array in part.block.arrays()],
    }


def _part(described: dict[str, Any], arrays: Iterator[Column]) -> Part:
    keys, standing = next(arrays), next(arrays)
    skills, fields = (Postings(*(next(arrays) for _ in POSTING_ARRAYS)) for _ in range(2))
    odd = {at: (from_json(Row, row), always) for at, row, always in described["odd"]}
    if next(arrays, None) is not None:
        raise NotAnIndex("more arrays than an index has")
    block = Block(keys, standing, skills, fields, odd, described["most_months"])
    return Part(block, described["gone"])


def _padded(data: bytes) -> bytes:
    return data.ljust(_aligned(len(data)), b"\0")


def _aligned(size: int) -> int:
    return -(-size // _ALIGNED) * _ALIGNED
