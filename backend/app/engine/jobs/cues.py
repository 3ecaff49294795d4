"""Words that say how much a skill is wanted; the wordings are data of this package."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources


@dataclass(frozen=True, slots=True)
class Cues:
    """Compiled wordings.

    ``cue`` has the groups ``after`` and ``before`` (preferred, said of what stands before or
    behind), ``must``, ``unasked`` (of what stands behind) and ``needless`` (before). The others
    are for a text in lower case: ``hint`` is found wherever ``cue`` can be, ``unasked`` rules a
    whole sentence, ``asking`` speaks of a person, ``duty`` opens a sentence about the work.
    """

    cue: re.Pattern[str]
    hint: re.Pattern[str]
    unasked: re.Pattern[str]
    asking: re.Pattern[str]
    duty: re.Pattern[str]


@cache
def cues() -> Cues:
    """The wordings that this version of the code ships with."""
    path = resources.files(__package__) / "data" / "cues.toml"
    data = tomllib.loads(path.read_text("utf-8"))
    words = {name: "|".join(table["patterns"]) for name, table in data.items()}
    return Cues(
        cue=re.compile(
            rf"(?<!\w)(?:(?P<after>{words['preferred_after']})"
            rf"|(?P<before>{words['preferred_before']})"
            rf"|(?P<unasked>{words['unasked_before']})"
            rf"|(?P<needless>{words['unasked_after']})"
            rf"|(?P<must>{words['required']}))(?!\w)",
            re.IGNORECASE,
        ),
        hint=re.compile(words["hints"]),
        unasked=re.compile(words["unasked"]),
        asking=re.compile(words["asking"]),
        duty=re.compile(rf"\W*(?:{words['duties']})\b"),
    )
