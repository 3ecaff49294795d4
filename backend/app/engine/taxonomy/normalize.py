"""One form of a text for all look-ups, that still knows where each character stood.

Case, accents, dashes, quotes, ligatures and runs of white space are levelled. A hyphen inside a
word becomes a space ("scikit-learn" = "scikit learn"); one between spaces separates and stays.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"
_QUOTES = "\u2018\u2019\u02bc\u00b4`"
_LEVELLED_RANGES = (range(0x21, 0x250), range(0x370, 0x530), range(0x1E00, 0x1F00))
_FIRST_IDEOGRAPH = "\u2e80"

_IRREGULAR = re.compile(
    r"\s{2,}|[\u0300-\u036f\u00ad\u200b-\u200d\u2060\ufeff]|[\ufb00-\ufb06\u00df\u00e6\u0153]"
)
_INNER_HYPHEN = re.compile(r"(?<=[^\W_])-(?=[^\W_])")
_SPACED_OUT = {"\u00df": "ss", "\u00e6": "ae", "\u0153": "oe"}
_VERSION = re.compile(r"(?<=[a-z+#])[ ]?v?\d+(?:\.(?:\d+|x))*\+?$")
_NOT_IN_KEY = re.compile(r"[\s\-_']|(?<=[a-z0-9])\.")


def _levelled(char: str) -> str:
    base = unicodedata.normalize("NFD", char)[0].lower()
    return base if len(base) == 1 else char


_SAME_LENGTH: dict[int, str] = {
    **{code: _levelled(chr(code)) for span in _LEVELLED_RANGES for code in span},
    **{ord(dash): "-" for dash in _DASHES},
    **{ord(quote): "'" for quote in _QUOTES},
    **{ord(blank): " " for blank in "\t\n\r\f\v\u00a0\u2007\u2009\u202f\u3000"},
}


@dataclass(frozen=True, slots=True)
class Folded:
    """Levelled text; character ``i`` of it came from ``starts[i]`` of the original."""

    text: str
    starts: Sequence[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The range of the original that the range ``start`` to ``end`` came from."""
        return self.starts[start], self.starts[end - 1] + 1


def fold(text: str) -> Folded:
    """Level ``text`` and remember where each character came from."""
    pieces: list[str] = []
    starts: list[int] = []
    done = 0
    for found in _IRREGULAR.finditer(text):
        pieces.append(text[done : found.start()])
        starts.extend(range(done, found.start()))
        instead = _instead(found.group())
        pieces.append(instead)
        starts.extend([found.start()] * len(instead))
        done = found.end()
    if not pieces:
        return Folded(_level(text), range(len(text)))
    pieces.append(text[done:])
    starts.extend(range(done, len(text)))
    return Folded(_level("".join(pieces)), starts)


def folded_name(name: str) -> str:
    """``name`` as it stands in a folded text."""
    if name.isascii():  # most names: nothing irregular but blanks, and no places to remember
        return _level(" ".join(name.split()))
    return fold(name.strip()).text


def name_key(name: str) -> str:
    """The key of a whole name: "Node.js", "NodeJS" and "node js" are one, "C", "C++" and "C#" not.

    A leading dot stays (".NET" is not "net").
    """
    return _NOT_IN_KEY.sub("", folded_name(name))


def without_version(name: str) -> str:
    """``name`` folded, less a version at its end: "Python 3.11" gives "python"."""
    return _VERSION.sub("", folded_name(name))


def is_word(char: str) -> bool:
    """Whether ``char`` continues a word. Ideographs do not: they are written without spaces."""
    return (char.isalnum() and char < _FIRST_IDEOGRAPH) or char == "_"


def _level(text: str) -> str:
    level = text.translate(_SAME_LENGTH)
    return _INNER_HYPHEN.sub(" ", level) if "-" in level else level


def _instead(irregular: str) -> str:
    if irregular.isspace():
        return " "
    if irregular in _SPACED_OUT:
        return _SPACED_OUT[irregular]
    plain = unicodedata.normalize("NFKD", irregular)
    return plain if plain.isascii() else ""


def without_dots(folded: Folded) -> Folded:
    """The same text less its full stops, so that "Ph.D." and "PhD" are one."""
    if "." not in folded.text:
        return folded
    kept = [place for place, char in enumerate(folded.text) if char != "."]
    return Folded("".join(folded.text[i] for i in kept), [folded.starts[i] for i in kept])
