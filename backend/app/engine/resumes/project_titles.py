"""The title of a project: a row without its dates, technologies, links and descriptions."""

import re

from app.engine.resumes.addresses import without_addresses
from app.engine.resumes.roles import is_role
from app.engine.resumes.row import Row
from app.engine.taxonomy.taxonomy import Taxonomy
from app.engine.text import fold

_END = re.compile(
    r"\t|\s+[|¦│·•]\s*|\s+[–—]+\s+|\s+-{1,2}\s+|:\s+|\s{3,}|\s*\((?=[^)]*[,/])"
    r"|\s+@\s*(?=[^\W\d_])|\s*\((?=[^)]*(?:\b(?:19|20)\d\d\b|['’]\d\d\b))"
)
_LABEL = re.compile(
    r"^(?:(?:key|main|major|minor|mini|academic|capstone|client|final year|recent)\s+)?"
    r"(?:project|projekt|projet|proyecto|progetto|projeto)\s*(?:name|title|titel|nom|#?\d{1,2})?"
    r"\s*(?::|\s[–—-]|\)|\t)\s*(?=\S)",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    r"\s*[(\[]\s*(?:github|gitlab|git|link|demo|live|code|website|web|source|repo|personal|academic"
    r"|team|group|solo|course|capstone|open[- ]source|individual|freelance|in progress|ongoing"
    r"|hackathon|university|college|school|side|hobby|client)\b[^)\]]*[)\]]\s*$",
    re.IGNORECASE,
)
_LINK_WORDS = re.compile(
    r"(?:\s*[|,·•-]?\s*\b(?:github|gitlab|live demo|source code)\b"
    r"|\s*[|,·•-]\s*\b(?:link|demo|live|source|code|website|repo(?:sitory)?|view)\b)+\W*$",
    re.IGNORECASE,
)
_SINCE_IN_NAME = re.compile(r"[^\W\d_]\s+(?:since|depuis|seit|desde)\s+\d{4}$", re.IGNORECASE)
"""``Rice prices since 1990``: no sign parts the year from the name."""

_DESCRIBES = re.compile(
    r"^(?:an?|the|my|un|une|ein|eine|una|uno|um|uma|el|la|le|in|for|with|using|built|personal"
    r"|academic|team|course|university|capstone|group|final|open|side|solo|hackathon|freelance)\b",
    re.IGNORECASE,
)
_VERB_END = re.compile(
    r",\s|\s(?:using|with|which|that|to|for|by|where|and achieved|avec|mit|con)\s|\.\s|\.$",
    re.IGNORECASE,
)
EMPTY = " \t,;:|–—-·•.()[]"
_EDGES = EMPTY.replace("(", "").replace(")", "")
_MAX_WORDS = 14
_MAX_BARE_WORDS = 8
_MAX_SUBTITLE_WORDS = 8


def undated(row: Row) -> str:
    """The row's text without the date at its edge; years within a name are of the name."""
    found = row.edge_date
    if found is None:
        return row.text
    before, after = row.text[: found.start], row.text[found.end :]
    if any(c.isalpha() for c in before) and any(c.isalpha() for c in after):
        return row.text
    if found.period.is_current and _SINCE_IN_NAME.search(row.text, 0, found.end):
        return row.text
    return f"{before.rstrip(' (–—-|,:[')}\t{after.lstrip(' )–—-|,:]')}".strip()


def title_of(row: Row, taxonomy: Taxonomy) -> str | None:
    """The title that a row opens with; None where it is a sentence or holds none."""
    bare = _LABEL.sub("", undated(row).strip(" \t|·•–—-"))
    end = next((m for m in _END.finditer(bare) if not _goes_on(bare, m, taxonomy)), None)
    title = _without_asides((bare[: end.start()] if end else bare).strip(_EDGES))
    if not any(c.isalpha() for c in title) or len(title.split()) > _MAX_WORDS:
        return None
    title = _without_role(_without_stack(title, taxonomy))
    return title if end is not None or len(title.split()) <= _MAX_BARE_WORDS else None


def is_label(text: str) -> bool:
    """Whether ``text`` says itself that a project's name follows: ``Project: …``."""
    return _LABEL.match(text) is not None


def clause(text: str) -> str:
    """A sentence's first clause, to name a project that has no title."""
    match = _VERB_END.search(text)
    first = text[: match.start()] if match and match.start() > _MAX_BARE_WORDS else text
    return " ".join(first.split()[:_MAX_WORDS]).strip(EMPTY)


def is_stack(text: str, taxonomy: Taxonomy) -> bool:
    """Whether ``text`` is a list of technologies and nothing else."""
    items = [item.strip(" .()") for item in re.split(r"[,;|/•·\t]|\s&\s|\sand\s", text)]
    known = [taxonomy.canonical(item) is not None for item in items if item]
    return bool(known) and known[0] and sum(known) * 2 >= len(known)


def _goes_on(text: str, end: re.Match[str], taxonomy: Taxonomy) -> bool:
    """Whether a colon or dash stands within a title: ``Home Project: Automatic Blinds``.

    What follows is of the title where it is short, capitalised and neither a list of technologies
    nor a description.
    """
    mark = end.group().strip()
    if mark not in (":", "-", "–", "—"):
        return False
    after = _END.search(text, end.end())
    rest = text[end.end() : after.start() if after else None].strip()
    rest = rest if mark == ":" else _without_stack(rest, taxonomy)
    words = [word for word in rest.split() if len(word) > 3]
    is_title = len(words) > 1 and all(not word[0].islower() for word in words)
    if not is_title or len(rest.split()) > _MAX_SUBTITLE_WORDS or any(c in rest for c in ",;."):
        return False
    if mark == ":":
        return True
    return not (_DESCRIBES.match(rest) or is_stack(rest, taxonomy))


def _without_asides(title: str) -> str:
    bare = _ASIDE.sub("", title)
    bare = _LINK_WORDS.sub("", bare)
    return bare.strip(_EDGES) or title


def _without_role(title: str) -> str:
    """``Maintainer, Tide Tables``: the part that is no role."""
    first, comma, rest = title.partition(", ")
    return rest if comma and is_role(first) and not is_role(rest) and len(rest) > 1 else title


def _without_stack(title: str, taxonomy: Taxonomy) -> str:
    """``Tide Times React, Docker tides.example.org``: the title before its technologies."""
    plain = without_addresses(title).rstrip(" ,()")
    end = len(plain)
    cut = end
    for mention in reversed(taxonomy.find(plain, listing=True)):
        if plain[mention.end : cut].strip(" ,/&+()|") or mention.start == 0:
            break
        cut = mention.start
    listed = plain[cut:]
    is_list = "," in listed or plain[:cut].rstrip().endswith(("(", ","))
    is_list = is_list or (plain != title.rstrip(" ,()") and fold(listed) not in fold(title[end:]))
    bare = plain[:cut] if cut < end and is_list else plain
    bare = bare.strip(EMPTY.replace(")", ""))
    return bare + ")" * (bare.count("(") - bare.count(")")) or title
