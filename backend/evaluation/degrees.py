"""Names of degrees as the evaluator compares them: without field, in full words."""

import re
from collections.abc import Mapping
from typing import Any

_JOINS_FIELD = re.compile(r"[\s,:(–—-]*(?:\b(?:in|of|en|im|für|di|em)\b)?\s*$", re.IGNORECASE)
_HONOURS = re.compile(r"\s*\(?\b(?:hons|honou?rs)\b\.?\)?", re.IGNORECASE)
_IN_FULL = {
    "ba": "bachelor of arts",
    "bs": "bachelor of science",
    "bsc": "bachelor of science",
    "beng": "bachelor of engineering",
    "be": "bachelor of engineering",
    "btech": "bachelor of technology",
    "bcom": "bachelor of commerce",
    "bba": "bachelor of business administration",
    "bca": "bachelor of computer applications",
    "bfa": "bachelor of fine arts",
    "llb": "bachelor of laws",
    "ma": "master of arts",
    "ms": "master of science",
    "msc": "master of science",
    "meng": "master of engineering",
    "me": "master of engineering",
    "mtech": "master of technology",
    "mcom": "master of commerce",
    "mba": "master of business administration",
    "mca": "master of computer applications",
    "llm": "master of laws",
    "hnd": "higher national diploma",
    "phd": "doctor of philosophy",
}


def degree_name(degree: Mapping[str, Any]) -> str:
    """The degree without its field and honours; what it is short for, where it is.

    Some say "Master of Science in Physics", some "Master of Science" and some "M.Sc.": all three
    are one degree. The field is judged by itself, the honours are not judged.
    """
    name, major = degree.get("degree") or "", degree.get("major") or ""
    at = name.casefold().rfind(major.casefold()) if major else -1
    if at > 0:
        name = _JOINS_FIELD.sub("", name[:at]) or name
    name = _HONOURS.sub("", name).strip() or name
    return _IN_FULL.get(re.sub(r"[.\s]", "", name).casefold(), name)
