"""Engine dataclasses to and from plain JSON values, with a canonical form to hash."""

import dataclasses
import hashlib
import json
import types
import typing
from enum import Enum
from fractions import Fraction
from functools import lru_cache
from typing import Any, TypeVar

from app.engine.dates import PartialDate

T = TypeVar("T")


def to_json(value: Any) -> Any:
    """Turn a frozen dataclass, and all it holds, into JSON values."""
    if isinstance(value, PartialDate):
        return str(value)
    if isinstance(value, Fraction):
        return f"{value.numerator}/{value.denominator}"
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {f.name: to_json(getattr(value, f.name)) for f in dataclasses.fields(value)}
    if isinstance(value, float):
        return value + 0.0  # no storage tells -0.0 from 0.0, so one hash must name both
    if isinstance(value, Enum):
        return value.name.lower()
    if isinstance(value, (list, tuple)):
        return [to_json(item) for item in value]
    if isinstance(value, (set, frozenset)):
        return sorted(to_json(item) for item in value)
    if isinstance(value, dict):
        return {str(key): to_json(item) for key, item in value.items()}
    return value


def from_json(kind: type[T], value: Any) -> T:
    """Build ``kind`` from what :func:`to_json` made of it; raises TypeError or ValueError."""
    return typing.cast("T", _build(kind, value))


def canonical_bytes(value: Any) -> bytes:
    """UTF-8 JSON with sorted keys and no spaces: equal values give equal bytes."""
    plain = to_json(value)
    text = json.dumps(plain, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return text.encode()


def content_hash(value: Any) -> str:
    """SHA-256 of the canonical bytes, as 64 hexadecimal digits."""
    return hashlib.sha256(canonical_bytes(value)).hexdigest()


@lru_cache(maxsize=256)
def _field_types(kind: type) -> dict[str, Any]:
    return typing.get_type_hints(kind)


def _build(kind: Any, value: Any) -> Any:
    origin = typing.get_origin(kind)
    if origin in (typing.Union, types.UnionType):
        if value is None:
            return None
        options = [a for a in typing.get_args(kind) if a is not type(None)]
        return _build(options[0], value)
    if origin is not None:
        return _build_generic(origin, typing.get_args(kind), value)
    if kind is PartialDate:
        return PartialDate.parse(value)
    if kind is Fraction:
        return Fraction(value)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return _member(kind, value)
    if dataclasses.is_dataclass(kind):
        if not isinstance(value, dict):
            raise TypeError(f"{kind} is not built from {type(value).__name__}")
        hints = _field_types(kind)  # type: ignore[arg-type]
        return kind(**{name: _build(hints.get(name), item) for name, item in value.items()})  # type: ignore[operator]
    return value


def _member(kind: type[Enum], value: Any) -> Enum:
    for member in kind:
        if member.name.lower() == value:
            return member
    raise ValueError(f"{value!r} is not a {kind.__name__}")


def _build_generic(origin: Any, args: tuple[Any, ...], value: Any) -> Any:
    if origin in (tuple, frozenset) and not isinstance(value, (list, tuple)):
        raise TypeError(f"a list was expected, not {type(value).__name__}")
    if origin is tuple:
        if len(args) == 2 and args[1] is Ellipsis:
            return tuple(_build(args[0], item) for item in value)
        return tuple(_build(arg, item) for arg, item in zip(args, value, strict=True))
    if origin is frozenset:
        return frozenset(_build(args[0], item) for item in value)
    if origin is dict:
        return {key: _build(args[1], item) for key, item in value.items()}
    return value
