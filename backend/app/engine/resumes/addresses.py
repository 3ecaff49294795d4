"""Email and web addresses: finding them in text, and those of the person in the contact block."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from app.engine.documents.model import Document, Line
from app.engine.resumes.blocks import source_of
from app.engine.resumes.model import Claim
from app.engine.text import fold

# The bounds are those of the standards (64 and 63), and keep a long line without any from taking
# the square of its length.
EMAIL = re.compile(r"[A-Za-z0-9][\w.%+'-]{0,63}\s?@\s?[A-Za-z0-9][\w-]*(?:\.[\w-]+)+", re.ASCII)
URL = re.compile(
    r"(?:https?://|www\.)[^\s|,;<>()\t]+"
    r"|(?<![@\w.])(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+"
    r"(?:com|org|net|io|dev|me|co|in|ai|app|tech|info|edu|eu|de|fr|es|it|pt|nl|ch|at|uk|us|ca|be"
    r"|page|site|xyz|blog|pl|vn|cn|jp|br|design|cloud|run|sh|to|is|so|se|no|dk|fi)"
    r"(?![\w.@])(?:/[^\s|,;<>()\t]*)?",
    re.IGNORECASE,
)
_TITLE_CASED = re.compile(r"^[^/]*\.[A-Z][a-z]+$")
"""``B.Tech`` has the form of an address and is none."""

_JOINED = re.compile(r"\.\S|://")
"""What every address has within it, and few sentences."""

_TAIL = re.compile(r"[^\s|,;<>()\t]+")
_CELLS = re.compile(r"\t|\s[|¦│·•⋄∙]\s|\s{3,}")
_END = ".,;:)"
_PROSE_WORDS = 7
_WRITTEN, _LINKED = 96, 90

_SERVICES = frozenset(
    {"linkedin.com", "linkedin.com/in", "github.com", "gitlab.com", "twitter.com", "x.com",
     "facebook.com", "instagram.com", "medium.com", "dev.to", "stackoverflow.com", "behance.net",
     "dribbble.com", "xing.com", "kaggle.com", "youtube.com"}
)  # fmt: skip


def read_links(
    document: Document,
    top: Sequence[Line],
    other: Sequence[Line],
    name: Claim | None,
    email: Claim | None,
) -> tuple[Claim, ...]:
    """Addresses written in the contact lines ``top``, then those that the document links to there.

    What stands in a sentence is what the sentence is about, not where the person is found; but an
    address that holds the person's name ("github.com/ada") is theirs in the ``other`` lines too.
    """
    lines = [line for line in top if not _is_sentence(line.text)]
    linked = {link_key(link.uri) for link in document.links}
    domain = email.value.partition("@")[2].casefold() if email else ""
    found: dict[str, Claim] = {}
    for at, line in enumerate(lines):
        below = lines[at + 1] if at + 1 < len(lines) else None
        for claim in _written_in(line, below, linked):
            is_mail_domain = link_key(claim.value) == domain and not _is_cell(claim.value, line)
            if not (is_mail_domain or is_nobodys(claim.value)):
                found.setdefault(link_key(claim.value), claim)
    for line in other:
        for claim in _written_in(line, None, linked):
            key = link_key(claim.value)
            if _names_owner(key, name, email) and key.partition("/")[0] not in found:
                found.setdefault(link_key(claim.value), claim)
    numbers = {line.number: line for line in lines}
    for link in document.links:
        is_web = link.uri.startswith(("http://", "https://")) and not is_nobodys(link.uri)
        if is_web and link.line in numbers:
            source = source_of("contact", "", [numbers[link.line]], None)
            found.setdefault(link_key(link.uri), Claim(link.uri, (source,), _LINKED))
    return tuple(found.values())


def is_nobodys(uri: str) -> bool:
    """Whether an address is the front page of a service where people have pages of their own."""
    return link_key(uri) in _SERVICES


def _names_owner(key: str, name: Claim | None, email: Claim | None) -> bool:
    """Whether a host, or a page directly on it, is spelt with the person's name."""
    if key.count("/") > (2 if key.startswith("linkedin") else 1):
        return False
    words = {fold(word) for word in name.value.split()} if name else set()
    words |= {fold(email.value.partition("@")[0])} if email else set()
    return any(len(word) > 3 and word in key for word in words)


def _is_sentence(text: str) -> bool:
    words = len(EMAIL.sub("", text).split())
    return words > _PROSE_WORDS and not _CELLS.search(text) and text.rstrip().endswith((".", "!"))


def _is_cell(value: str, line: Line) -> bool:
    return any(cell.strip() == value for cell in _CELLS.split(line.text))


def _written_in(line: Line, below: Line | None, linked: set[str]) -> list[Claim]:
    """The addresses of a line, the last one with its rest below where a link confirms the two."""
    claims = []
    for match in _urls(line.text):
        if _TITLE_CASED.search(match.group()):
            continue
        value, lines = match.group().rstrip(_END), [line]
        rest = _TAIL.match(below.text) if below is not None else None
        whole = f"{match.group()}{rest.group()}" if rest is not None else ""
        if below is not None and match.end() == len(line.text) and link_key(whole) in linked:
            value, lines = whole, [line, below]
        span = (match.start(), min(match.start() + len(value), len(line.text)))
        claims.append(Claim(value, (source_of("contact", "", lines, span),), _WRITTEN))
    return claims


def first_url(texts: Iterable[str]) -> str | None:
    """The first address written in ``texts``."""
    for text in texts:
        for match in _urls(text):
            return match.group().rstrip(_END)
    return None


def _urls(text: str) -> Iterator[re.Match[str]]:
    """The web addresses in a text that are not part of an email address."""
    return URL.finditer(blanked(text, (EMAIL,))) if _JOINED.search(text) else iter(())


def has_email(text: str) -> bool:
    """Whether an email address stands in ``text``."""
    return EMAIL.search(text) is not None


def blanked(text: str, patterns: Sequence[re.Pattern[str]]) -> str:
    """The text with what the patterns find replaced by as many letters, keeping places."""
    for pattern in patterns:
        text = pattern.sub(lambda match: "x" * len(match.group()), text)
    return text


def without_addresses(text: str, is_name: Callable[[str], bool] = lambda _: False) -> str:
    """The text with emails and web addresses blanked, every place kept.

    What has the form of an address and ``is_name`` of something else ("Socket.io") stays.
    """
    if not _JOINED.search(text):
        return text

    def blank(match: re.Match[str]) -> str:
        found = match.group()
        return found if is_name(found.rstrip(_END)) else " " * len(found)

    return URL.sub(blank, EMAIL.sub(lambda match: " " * len(match.group()), text))


def link_key(uri: str) -> str:
    """What two ways of writing one address have in common."""
    bare = re.sub(r"^(?:https?://)?(?:www\.)?", "", uri.strip(), flags=re.IGNORECASE)
    return bare.rstrip("/").casefold()
