"""Where the work is done: the place, and whether at home, in an office, or both."""

import re
import tomllib
from collections.abc import Sequence
from functools import cache
from importlib import resources

from app.engine.evidence import Source
from app.engine.jobs.blocks import Block
from app.engine.jobs.headings import BOILERPLATE
from app.engine.jobs.items import Item
from app.engine.jobs.model import Arrangement, Located

_NOT_REMOTE = (
    r"(?<!not )(?<!no )(?<!non-)\bremote(?:ly)?\b(?! (?:sensing|desktop|procedure|control|access"
    r"|teams?\b|colleagues|monitoring"
    r"|servers?|support|locations|sites?|work is not|repositor|method|api|is not|not|diagnos"
    r"|patient))"
)
REMOTE_FULLY = re.compile(
    r"\b(?:fully|100\s?%|completely|entirely|permanently|all|only)[- ]remote\b|\bremote[- ](?:only"
    r"|first)\b|\bwork from anywhere\b"
    r"|100\s?% (?:télétravail|homeoffice|home office)|full(?:y)? remote|remote \(?100\s?%",
    re.IGNORECASE,
)
_REMOTE = re.compile(
    rf"{_NOT_REMOTE}|\bwork(?:ing)? from (?:home|anywhere)\b|\bhome[- ]?office\b|\btélétravail\b"
    rf"|\btelecommut\w+|\bwfh\b|\bdistributed team\b",
    re.IGNORECASE,
)
_HYBRID = re.compile(
    r"\bhybrid(?:es?)?\b(?! (?:cloud|apps?|mobile|app\b|applications?|vehicles?|infrastructure"
    r"|architecture|environments?|search"
    r"|solutions?|frameworks?|models? of (?:ml|ai)))|\b(?:[1-4]|one|two|three"
    r"|four)(?:\s?[-–]\s?[1-4])?(?:\+)? days?"
    r" (?:(?:per|a|each) week )?(?:in|at|from) (?:the |our )?(?:\w+ )?(?:office|site|home)"
    r"|\bhybrides arbeiten\b|\btélétravail (?:partiel|flexible|hybride)|\bpart(?:ly"
    r"|ial(?:ly)?)[- ]remote"
    r"|\bhome[- ]?office[- ](?:möglich\w*|anteil|option|regelung|tage?n?)\b"
    r"|\b(?:möglichkeit|option) (?:auf|zu[mr]?|für|von) (?:home|mobil)\w*"
    r"|\bmobiles arbeiten\b|\bteilweise (?:remote|homeoffice|home office)",
    re.IGNORECASE,
)
_ONSITE = re.compile(
    r"\b(?:role|position|job|work|team) is (?:fully |100\s?% )?on[- ]?site\b"
    r"|\bon-?site (?:role|position|job|work|only|in|at|required|-|,|\()|^\s*on-?site\s*$"
    r"|\bonsite\b(?! (?:gym|interview|visit|parking|meeting))"
    r"|\boffice[- ]based\b|\bwork(?:ing)? from (?:the |our )?office\b|\bwfo\b"
    r"|\bin[- ]office (?:role|position|job|only)|\bin[- ]person (?:role|position|in)"
    r"|\bwork in[- ]person\b|\b(?:in|from|at) our (?:\w+ )?office\b"
    r"|(?:^|[.;]\s*)on[- ]?site(?=\s*(?:\.|$)| across\b| throughout\b)"
    r"|\bvor ort\b|\bsur site\b|\bprésentiel\b|\bnot (?:a )?remote\b|\bno remote\b|\bnon-remote\b"
    r"|\b(?:location|work) ?type\W+on-?site",
    re.IGNORECASE,
)
ONSITE_DAILY = re.compile(
    r"\b(?:on[- ]?site|in[- ](?:the )?office|in our office|at (?:our|the) office|in[- ]person"
    r"|vor ort|sur site)\s*(?:\w+ ){0,3}?"
    r"(?:daily|every ?day|each day|five days|5 days|full[- ]time|täglich|tous les jours)"
    r"|\b(?:daily|every ?day|5 days|five days)\b[^.;]{0,30}"
    r"(?:on[- ]?site|in[- ](?:the )?office|in our office|at (?:our|the) office|in person|vor ort"
    r"|sur site)",
    re.IGNORECASE,
)
_BASED = re.compile(
    r"\b(?:(?:role|position|job|you|candidates?|team member|will be|be)[\w ,'/()-]{0,40}?(?:based"
    r"|located|work(?:ing)?)"
    r"|(?:position|role|job|office|opportunity|vacancy)|relocate|relocation|standort|arbeitsort"
    r"|basé(?:e)?)\s+"
    r"(?:in|at|out of|from|to|à)\s+(?:our\s+|the\s+)?"
    r"(?P<place>[A-ZÄÖÜÉ][\w.'ßäöüéèô-]+(?:[\s,/-]+(?:of |de |am |sur "
    r"|the )?[A-ZÄÖÜÉ][\w.'ßäöüéèô-]+){0,4})",
)
_NO_PLACE = re.compile(
    r"\b(?:remote(?:ly)?|hybrid|on-?site|office|fully|100\s?%|work from (?:home|anywhere)"
    r"|anywhere(?: in the world)?|worldwide|global(?:ly)?"
    r"|or|and|within|only|first|in|home ?office|full[- ]time|part[- ]time|from|the world|flexible"
    r"|position|role|other|télétravail|possible|option(?:s|al)?)\b",
    re.IGNORECASE,
)
_EDGES = " \t.,;:-–—/|[]!&+·•\"'"
_KINDS = (
    r"(?:fully |100\s?% )?(?:remote(?:ly)?|hybrid|on-?site|in[- ]office)"
    r"(?: (?:work|position|role|only|possible|option(?:al)?|friendly|ok))?"
)
_ARRANGEMENT_FIRST = re.compile(
    rf"\W*(?:{_KINDS}\b(?: in\b| within\b| from\b| or\b)?\W*)*", re.IGNORECASE
)
_ARRANGEMENT_LAST = re.compile(rf"(?:(?:[\s,/|(–—-]|\bor\b|\band\b)+{_KINDS}\W*)+$", re.IGNORECASE)
_NOT_A_PLACE = re.compile(
    r"(?i:\bnot (?:specified|given|mentioned)|\bunknown\b|\bn/a\b|\btb[acd]\b)|\b(?:you|we|your"
    r"|our|us|will|the team|is|are|can|must|may|January|February|March|April|June"
    r"|July|August|September|October"
    r"|November|December|GmbH|Inc|Ltd|LLC|Engineering|Software|Product|Data|Development|Marketing"
    r"|Agile|Scrum)\b|[a-z][A-Z]"
)
_TEAM_FOLLOWS = re.compile(
    r"\s+(?:group|team|department|division|unit|org|organi[sz]ation|space|industry|domain|platform"
    r"|practice|area|field)\b"
)
_PIN = re.compile(r"[📍🌍🌎🌏🗺]\ufe0f?\s*(?P<place>[^`|;\n💰💵💶💷🕒⏰]{2,80})")
_CITY = r"[^\W\d_][\w.'’-]*(?:[ -][^\W\d_][\w.'’-]*){0,3}"
_OTHERS = re.compile(
    r"\b(?:experience (?:working )?(?:with|in)|manag\w+|support\w*|coordinat\w+|collaborat\w+ with"
    r"|for|across)\b[^.]{0,30}"
    r"\b(?:remote|hybrid|distributed|on-?site)\b",
    re.IGNORECASE,
)
_PLACE_ENDS = re.compile(
    r"\s{3,}|[;\n]|\.\s|\s\((?=[^)]*(?:remote|hybrid|office|on-?site|days?\b))"
    r"|,?\s(?:in|at|from|on)\s(?:our|the|an?)\s",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"the\s+(?=[A-Z])", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_][\w'’.-]*")
_WORD_IN_PLACES = re.compile(
    r"am|an|and|area|auf|bei|d[aeio]|das|de[lmnr]|do|dos|el|en|et|greater|i[mn]|l[ae]|la?s|les|los"
    r"|near|ob|of|or|oder|others|region|sous|sur|the|und|upon|y"
)
MAX_LOWER_CASE_WORDS = 3
"""In a place ("Frankfurt am Main", "greater Paris area"); a sentence has more."""
HEADER_BLOCKS = 8
"""So many blocks at the top may hold the place without a word that says so."""
MAX_LOCATION_LENGTH = 80


@cache
def _header_place() -> re.Pattern[str]:
    """A line that is a place: its last part is a country or region."""
    data = tomllib.loads((resources.files(__package__) / "data" / "places.toml").read_text("utf-8"))
    names = "|".join(re.escape(name) for name in (*data["countries"], *data["regions"]))
    countries = "|".join(re.escape(name) for name in data["countries"])
    return re.compile(
        rf"(?:^|.*?[|•·–—(]\s*|.*?\s-\s)(?P<place>{_CITY}(?:,\s*{_CITY})?,\s*(?:{names})"
        rf"|(?:{countries}))\)?"
        rf"(?:\s*[|•·–—(/-].*)?$"
    )


def location_named(blocks: Sequence[Block], items: Sequence[Item]) -> Located | None:
    """The first place the posting gives: by a label, at its top, else in a sentence."""
    for item in items:
        if item.field == "location" and (place := _place(item.block, item.start, item.text)):
            return place
    return _in_header(blocks[:HEADER_BLOCKS]) or _in_sentences(items)


def arrangement_named(
    title: str, items: Sequence[Item]
) -> tuple[Arrangement | None, tuple[Source, ...]]:
    """Remote, hybrid or onsite, with its place: a label or the title before the text."""
    for item in items:
        if item.field in ("location", "arrangement") and (found := _labelled(item.text)):
            return found[0], (item.source(found[1].start(), found[1].end()),)
    if in_title := _labelled(title):
        return in_title[0], ()
    hinted = [i for i in items if i.section != "legal" and _PLACE_HINT.search(i.text.lower())]
    for name, pattern in _IN_TEXT:
        for item in hinted:
            match = pattern.search(item.text)
            if match and not _OTHERS.search(item.text):
                return name, (item.source(match.start(), match.end()),)
    return None, ()


_IN_TEXT: tuple[tuple[Arrangement, re.Pattern[str]], ...] = (
    ("hybrid", _HYBRID),
    ("remote", _REMOTE),
    ("onsite", _ONSITE),
    ("onsite", ONSITE_DAILY),
)
_PLACE_HINT = re.compile(
    r"remote|hybrid|site|office|home|mobil|anywhere|person|distribut|commut|wfh|wfo|travail|vor ort"
    r"|présen"
)
_SHORT_ONSITE = re.compile(
    r"\bon[- ]?site\b|\bin[- ](?:the |our )?office\b|\bvor ort\b|\bsur site\b", re.IGNORECASE
)


def _labelled(text: str) -> tuple[Arrangement, re.Match[str]] | None:
    """The arrangement in a text that is about it alone, where a bare word is enough."""
    kinds: tuple[tuple[Arrangement, re.Pattern[str]], ...] = (
        ("hybrid", _HYBRID),
        ("remote", _REMOTE),
        ("onsite", _SHORT_ONSITE),
    )
    return next(((kind, m) for kind, p in kinds if (m := p.search(text))), None)


def _in_header(blocks: Sequence[Block]) -> Located | None:
    for block in blocks:
        raw = block.pieces[0].line.text
        pin = _PIN.search(raw)
        if pin and (
            place := _place(block, pin.start("place") - block.pieces[0].skipped, pin["place"])
        ):
            return place
        found = (
            _header_place().match(block.text) if len(block.text) <= MAX_LOCATION_LENGTH else None
        )
        if found and (place := _place(block, found.start("place"), found["place"])):
            return place
    return None


def _in_sentences(items: Sequence[Item]) -> Located | None:
    for item in items:
        if item.section in BOILERPLATE:
            continue
        for found in _BASED.finditer(item.text):
            if _TEAM_FOLLOWS.match(item.text, found.end()):
                continue
            if place := _place(item.block, item.start + found.start("place"), found["place"]):
                return place
    return None


def _place(block: Block, start: int, text: str) -> Located | None:
    """The place with its source, or None for a text that holds none beside the arrangement."""
    value = _PLACE_ENDS.split(text.strip())[0]
    bare = _NO_PLACE.sub(" ", value)
    if not re.search(r"[^\W\d_]{2,}", bare) or len(value) > MAX_LOCATION_LENGTH:
        return None
    if _NOT_A_PLACE.search(bare):
        return None
    begin = start + text.find(value)
    lead = _ARRANGEMENT_FIRST.match(value)
    tail = _ARRANGEMENT_LAST.search(value)
    first, last = lead.end() if lead else 0, tail.start() if tail else len(value)
    named = value[first:last].rstrip(_EDGES)
    if lead_in := _ARTICLE.match(named):
        first, named = first + lead_in.end(), named[lead_in.end() :]
    if named.endswith(")") and "(" not in named:
        named = named.rstrip(") ")
    if not _is_worded_as_place(named):
        return None
    return Located(
        " ".join(named.split()), (block.source(begin + first, begin + first + len(named)),)
    )


def _is_worded_as_place(text: str) -> bool:
    """Whether it has a name's capital and few other words, as no sentence has."""
    words: list[str] = _WORD.findall(text)
    lower = sum(word[0].islower() for word in words)
    others = [w for w in words if w[0].islower() and not _WORD_IN_PLACES.fullmatch(w)]
    return lower < len(words) and lower <= MAX_LOWER_CASE_WORDS and len(others) <= 1
