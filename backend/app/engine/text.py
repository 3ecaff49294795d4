"""Pure helpers that make text of many origins comparable without changing what it says."""

import re
import unicodedata

BULLET = "•"
"""The one bullet that every bullet glyph becomes; a bulleted line starts with it and a space."""

BULLET_GLYPHS: frozenset[str] = frozenset(
    "•◦‣⁃∙⋆♦☛☞✱✶✹●○◉◎■□▪▫◾◽◆◇❖➢➣➤►▶▸▹▻▷❍✓✔✦✧★☆⚫⬤➔➜→⇒❯❱›»·⋄◊・･🔹🔸🔷🔶👉✅☑✔\u2756\uf0b7\uf0a7\uf076\uf0d8\uf0fc\uf0a8"
)
"""Glyphs that start a list item; the last ones are what Word's symbol fonts leave in a PDF."""

DASHES: frozenset[str] = frozenset("-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d")
"""Hyphen, dashes and minus: what may stand between two dates."""

ZERO_WIDTH: frozenset[str] = frozenset(
    "\u200b\u200c\u200d\u200e\u200f\u2060\u2061\u2062\u2063\u2064\ufeff\u180e\u034f\u061c"
    "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u115f\u1160\u3164\uffa0"
)
"""Characters that take no room: spaces of no width, joiners, direction marks, fillers."""

SOFT_HYPHEN = "\u00ad"

_PICTURES = (
    *range(0x2300, 0x23FF), *range(0x2600, 0x2767), *range(0x1F000, 0x1FB00),
)  # fmt: skip
"""Signs drawn in place of words, as a telephone before a number; some bullets are among them."""

_SHADES = "•∙●○◉◎■□▪▫◾◽◆◇★☆✦✧⚫⚪⬤⭐▮▯▰▱█▓▒░"
_RATING = re.compile(rf"(?:[{_SHADES}] ?){{3,}}")
"""A level drawn as dots, stars or a bar; a line ruled with them."""

FIRST_PRIVATE = "\ue000"
"""The first character of the first private use area."""

_LIGATURES = "\ufb00\ufb01\ufb02\ufb03\ufb04\ufb05\ufb06"
_TRANSLATION: dict[int, str | None] = {
    **{code: None for code in _PICTURES if chr(code) not in BULLET_GLYPHS | set(_SHADES)},
    **{ord(c): unicodedata.normalize("NFKC", c) for c in _LIGATURES},
    **{ord(c): None for c in sorted(ZERO_WIDTH)},
    **dict.fromkeys(range(917504, 917632)),
    **dict.fromkeys(range(65024, 65040)),
    **{code: None for code in range(0x20) if chr(code) not in "\t\n\r\f\v"},
    **dict.fromkeys(range(127, 160)),
    ord(SOFT_HYPHEN): None,
    0x00A0: " ",
    0x2010: "-",
    0x2011: "-",
    0xFE63: "-",
    0xFF0D: "-",
    0x2028: "\n",
    0x2029: "\n",
    0xFFFD: None,
    0xFFFC: None,
}
_ACCENTS = {
    "\u00a8": "\u0308",
    "\u00b4": "\u0301",
    "\u0060": "\u0300",
    "\u02c6": "\u0302",
    "\u02dc": "\u0303",
    "\u00af": "\u0304",
    "\u02d8": "\u0306",
    "\u02d9": "\u0307",
    "\u02da": "\u030a",
    "\u00b8": "\u0327",
    "\u02c7": "\u030c",
    "\u02dd": "\u030b",
    "\u02db": "\u0328",
}
ACCENTS: frozenset[str] = frozenset(_ACCENTS)
"""Accents that stand by themselves, as old TeX fonts set them."""

_LOOSE_ACCENT = re.compile(f"([^\\W\\d_])?([{''.join(_ACCENTS)}]) ?([^\\W\\d_])?")
_SPACES = re.compile(r"[^\S\t\n]+")
_SPACED_LETTERS = re.compile(r"(?<!\S)(?:[^\W\d_] ){3,}[^\W\d_](?!\S)")
_WIDE_GAP = re.compile(r"[^\S\n]{2,}|\u00a0+|\t+")


def clean(text: str) -> str:
    """Bring one line of text to its plain form, keeping what a reader would see.

    Ligatures are spelt out, accents composed (those too that old TeX fonts set beside their
    letter), soft hyphens, zero-width, tag, control and private-use characters, pictures and drawn
    levels removed, hyphens made one kind (en and em dashes stay, since they part ranges), runs of
    spaces made one. Tabs stay. A bullet glyph at the start becomes ``•``.
    """
    if is_plain(text):
        return _SPACES.sub(" ", text).strip(" ") if "  " in text else text.strip(" ")
    if text in BULLET_GLYPHS:
        return BULLET
    text = _RATING.sub("", _compatible(text.translate(_TRANSLATION)))
    if _has_private(text):
        text = normalize_bullet("".join(c for c in text if c in BULLET_GLYPHS or not is_private(c)))
        text = "".join(c for c in text if not is_private(c))
    text = _SPACES.sub(" ", text)
    if not ACCENTS.isdisjoint(text):
        text = _LOOSE_ACCENT.sub(_compose, text)
    text = normalize_bullet(text)
    return _SPACES.sub(" ", text).strip(" ")


def normalize_bullet(text: str) -> str:
    """Make the glyph a list item starts with the one bullet; other text stays as it is."""
    stripped = text.lstrip(" \t")
    if not stripped or stripped[0] not in BULLET_GLYPHS:
        return text
    rest = stripped[1:].lstrip(" \t")
    return f"{BULLET} {rest}" if rest else BULLET


def fold(text: str) -> str:
    """Text to compare by: cleaned, without case, accents or doubled spaces."""
    if is_plain(text):
        return " ".join(text.casefold().split())
    cleaned = clean(text).casefold()
    if cleaned.isascii():
        return " ".join(cleaned.split())
    decomposed = unicodedata.normalize("NFKD", cleaned)
    bare = "".join(c for c in decomposed if not unicodedata.combining(c))
    return " ".join(bare.split())


def collapse_letter_spacing(text: str) -> str:
    """Close up words set with a space after each letter: ``E X P E R I E N C E``.

    Four letters at least make such a word. Where wider gaps part the words they stay apart, since
    every stretch between wide gaps is closed up for itself.
    """
    if not _SPACED_LETTERS.search(text):
        return text
    parts = [_close_up(part.strip()) for part in _WIDE_GAP.split(text)]
    return " ".join(part for part in parts if part)


def is_plain(text: str) -> bool:
    """Whether text holds nothing but what :func:`clean` keeps, spaces apart."""
    return text.isascii() and text.isprintable() and "`" not in text


def is_private(character: str) -> bool:
    """Whether a character is of a private use area: an icon font's glyph, with no meaning."""
    code = ord(character)
    return ord(FIRST_PRIVATE) <= code <= 0xF8FF or 0xF0000 <= code <= 0x10FFFD


def invisible_characters(text: str) -> int:
    """Count the characters that carry text nobody sees: tag characters and zero-width runs.

    A lone zero-width character is a trace of an editor and not counted; four in a row are a code.
    """
    tags = sum(0xE0000 <= ord(c) < 0xE0080 for c in text) if max(text, default="") > "\uffff" else 0
    if ZERO_WIDTH.isdisjoint(text):
        return tags
    longest = run = 0
    for character in text:
        run = run + 1 if character in ZERO_WIDTH else 0
        longest = max(longest, run)
    return tags + (longest if longest >= 4 else 0)


def _compose(match: re.Match[str]) -> str:
    """Put an accent on the letter after it, else before it, if there is such a letter."""
    before, accent, after = match.group(1) or "", match.group(2), match.group(3) or ""
    after = {"\u0131": "i", "\u0237": "j"}.get(after, after)
    mark = _ACCENTS[accent]
    if after and len(composed := unicodedata.normalize("NFC", after + mark)) == 1:
        return before + composed
    if before and len(composed := unicodedata.normalize("NFC", before + mark)) == 1:
        return composed + after
    return match.group()


def _has_private(text: str) -> bool:
    return max(text, default="") >= FIRST_PRIVATE and any(is_private(c) for c in text)


def _compatible(text: str) -> str:
    """NFKC for letters only: it would turn ² into 2, ½ into 1/2, … into dots, ™ into TM."""
    if max(text, default="") >= "\u2000":
        text = "".join([_compatible_letter(c) for c in text])
    return unicodedata.normalize("NFC", text)


def _compatible_letter(character: str) -> str:
    if ord(character) < 0x2000:
        return character
    form = unicodedata.normalize("NFKC", character)
    is_plain = len(form) == 1 and form.isalnum() and character.isalpha()
    is_fullwidth = 0xFF01 <= ord(character) <= 0xFF5E
    return form if is_plain or is_fullwidth else character


def _close_up(text: str) -> str:
    return _SPACED_LETTERS.sub(lambda match: match.group().replace(" ", ""), text)
