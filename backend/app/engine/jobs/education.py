"""The education a posting asks for: lowest degree, fields, and the ways around it."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from app.engine.jobs.headings import ASKING, BOILERPLATE
from app.engine.jobs.importance import Reach, is_unasked, reaches, stance_at
from app.engine.jobs.items import Item
from app.engine.jobs.model import EducationAsked, EducationPath
from app.engine.jobs.years import Span, find_spans
from app.engine.taxonomy.model import DegreeLevel
from app.engine.taxonomy.taxonomy import Taxonomy

_GENERIC_DEGREE = re.compile(
    r"\b(?:university|college|academic|technical|undergraduate|four[- ]year|4[- ]year|relevant"
    r"|engineering)\s+degree|\bdegree[- ](?:level|educated)\b|\bto degree level|\bhbo\b"
    r"|titulación universitaria"
    r"|\bdegree (?:in|or equivalent|level|qualified)|\bgraduate (?:in|of|with|from)\b"
    r"|\bdegree\b(?= required|$)"
    r"|\bthird[- ]level (?:qualification|education|degree)|\b2[:.]1 degree"
    r"|\b(?!certain|some|high|higher|large|great|any|no|this|that|what|one)[^\W\d]{2,} degree\b"
    r"(?! of\b)"
    r"|\b(?:abgeschlossenes |hochschul)studium|(?:hochschul|universitäts|studien)abschluss"
    r"|akademische\w* abschluss"
    r"|formation supérieure|\bbac\s?\+\s?[345]|école d'ingénieur",
    re.IGNORECASE,
)
_TRAINING = re.compile(
    r"(?<!vergleichbare )(?<!gleichwertige )(?<!ähnliche )(?<!entsprechende )"
    r"\b(?:berufs|fach)?ausbildung\b(?! zu[mr]?\b)|abgeschlossene\w* (?:\w+ )?\w*ausbildung\b"
    r"|\b(?:completed|finished|recognised|recognized) (?:apprenticeship|vocational training)\b"
    r"|\bvocational (?:training|qualification|education|degree)\b|\btrade school\b",
    re.IGNORECASE,
)
"""Training for an occupation, which counts as the level below a bachelor's degree."""
_MASTER_IN_FRENCH = re.compile(r"\bbac\s?\+\s?5|école d'ingénieur", re.IGNORECASE)
_FIELD_ONLY = re.compile(
    r"\b(?:(?<!technical )background|education|studies|studium|ausbildung|formation|graduat\w+"
    r"|studying)\s+(?:in|im|der|en)\b",
    re.IGNORECASE,
)
_STUDIES_END = re.compile(
    r"[.;]\s|\d\+?\s*(?:years|yrs)|\b(?:experience|knowledge|skills?|proficien\w+|hands-on"
    r"|familiar\w*|certifi\w+|and \d|with|plus"
    r"|erfahrung|kenntnisse|expérience|connaissance)\b",
    re.IGNORECASE,
)
_NEXT_WORDS = r"(?:(?!fields?\b|disciplines?\b|degrees?\b|subjects?\b|areas?\b)\w+[\s,/-]+)"
_EQUIVALENT = re.compile(
    r"\b(?:or|oder|ou|and/or|o)\s+(?:an?\s+|have\s+)?(?:\w+\s+){0,3}?(?:equivalent|comparable"
    r"|commensurate|relevant|related|similar"
    rf"|vergleichbar\w*|entsprechende\w*|équivalente?)\s+{_NEXT_WORDS}{{0,5}}?"
    r"(?:experience|work history|background|training|berufserfahrung|erfahrung|kenntnisse"
    r"|expérience|experiencia)"
    r"|(?:experience|expérience|erfahrung|experiencia)\s+(?:équivalente|equivalente)"
    r"|equivalent (?:combination|mix|(?:(?:work|practical|professional|industry) )?experience)"
    rf"|combination of (?:education|experience)|(?:or|oder|ou) (?:(?!in )\w+ ){{0,3}}(?:experience"
    r"|berufserfahrung|expérience)\b"
    r"|in lieu of (?:a |the )?degree|degree or (?:\w+ ){0,3}experience",
    re.IGNORECASE,
)
_PLAIN_EQUIVALENT = re.compile(
    r"\b(?:or|oder|ou|o)\s+(?:an?\s+|eine?\s+|the\s+)?(?:equivalent|équivalent|equivalente)s?"
    r"(?=\s*(?:[.,;:)(]|$|in\b))"
    r"|\b(?:oder|bzw\.?)\s+(?:eine?\s+)?(?:gleichwertig|vergleichbar)\w*(?=\s*(?:[.,;:)(]|$)"
    r"|\s+(?:\w*ausbildung|qualifikation|kenntnisse|kompetenz\w*)\b)",
    re.IGNORECASE,
)
"""Behind a degree of a university: whatever is as good will do, experience too."""
_INSTEAD = re.compile(
    r"\bcombination of (?:relevant )?(?:education|training|study)\b|\bin lieu of\b.{0,30}"
    r"\b(?:degree|education)"
    r"|\bexperience (?:may|can|will) (?:be )?(?:substitut\w+|replace|count|be accepted)"
    r"\b.{0,40}\b(?:degree|education|qualification)",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"\s(?:--|[–—-])\s[^–—;]{3,120}?\s(?:--|[–—])\s|\([^()]*\)")
_VERB = re.compile(
    r"master\s*(?::|\s(?:our|the|your|an?|new|these|this|its|their|every|key)\b)", re.IGNORECASE
)
_ENROLLED = re.compile(
    r"\b(?:enrolled|eingeschrieben|immatrikuliert|inscrite?)\b[^.;]{0,30}?\b(?:in|im|en)\b",
    re.IGNORECASE,
)
_HINT = re.compile(
    r"degree|diplom|vocational|apprentice|trade school|bachelor|master|ph\.?\s?d|doctor|graduat"
    r"|studi|ausbildung|abschluss|formation|bac\b|licence|ingénieur|education|background|school"
    r"|college|university|educated|matric|enrol|eingeschrieben|inscrit"
    r"|\b(?:g\.?e\.?d|[bm]\.?\s?(?:sc|s|a|e|tech|com|ca|ba|cs|ed|eng|phil)|md|jd|hsc|ssc|bts|dut|cpa"
    r"|iti|btec|hn[dc]|bsn|adn|nvq|hbo|mbo|gcses?|waec|wassce)\b|[ao][- ]levels?\b|abitur|reife\b"
    r"|(?:grade|class) (?:1[02]|x)|city (?:and|&) guilds|certificate"
    r"|third[- ]level|titulaci|titulado|grado\b|laurea|licenciat"
)
"""Words of which a lower-case text that names a degree has one: most texts have none."""
_CURRENT = re.compile(r"\b(?:alumni|university partners?)\b", re.IGNORECASE)


def education_asked(items: Iterable[Item], taxonomy: Taxonomy) -> EducationAsked | None:
    """What is required of education; the lowest degree is enough, preferred ones ask nothing."""
    items = tuple(items)
    found = [(item, one) for item in items if (one := _of_item(item, taxonomy)) is not None]
    asked = [one for item, one in found if item.section in ASKING or item.field == "education"]
    asked = asked or [one for _, one in found]
    if not asked:
        return None
    first = next((one for one in asked if one.paths), None) or next(
        (one for one in asked if one.level is not None), asked[0]
    )
    named = _names_fields(first, asked)
    return replace(
        first,
        fields=named.fields,
        also_accepted=named.also_accepted,
        or_equivalent=any(one.or_equivalent for one in asked) or any(map(_opens_way, items)),
    )


def _opens_way(item: Item) -> bool:
    """Whether a sentence of its own says that experience may stand for the degree."""
    return item.section not in BOILERPLATE and _INSTEAD.search(item.text) is not None


def _names_fields(first: EducationAsked, asked: Sequence[EducationAsked]) -> EducationAsked:
    """What names the fields: the degree itself, or else a place that names fields and no degree.

    Fields of another degree ("or an associate degree in finance") are not asked of this one.
    """
    if first.fields:
        return first
    alike = (None, first.level)
    return next((one for one in asked if one.fields and one.level in alike), first)


def studied_stretch(text: str, taxonomy: Taxonomy) -> tuple[int, int]:
    """The range of the text that names a degree and its fields; skills in it are subjects."""
    if not _HINT.search(text.lower()):
        return (0, 0)
    degrees = taxonomy.degree_mentions(text)
    generic = _GENERIC_DEGREE.search(text) or _FIELD_ONLY.search(text) or _ENROLLED.search(text)
    starts = [*(degree.start for degree in degrees), *([generic.start()] if generic else [])]
    if not starts:
        return (0, 0)
    start = min(starts)
    end = _STUDIES_END.search(text, start + 1)
    return start, end.start() if end else len(text)


def _of_item(item: Item, taxonomy: Taxonomy) -> EducationAsked | None:
    text = item.text
    if item.field in ("title", "location", "arrangement", "salary"):
        return None
    if item.section in BOILERPLATE or item.section == "preferred" or not _HINT.search(text.lower()):
        return None
    if _CURRENT.search(text) or is_unasked(text):
        return None
    ruled = reaches(item)
    levels = _levels(item, taxonomy, ruled)
    said = _EQUIVALENT.sub(" ", _asked_for(text, ruled))
    if not levels and item.field != "education":
        subject = _FIELD_ONLY.search(said)
        if subject is None:
            return None
        said = said[subject.end() :]
    fields = taxonomy.asked_fields(said)
    if not fields.named:
        fields = taxonomy.asked_fields(_ASIDE.sub(" ", said))
    if not levels and not fields.named:
        return None
    level = min((level for _, level in levels), default=None)
    return EducationAsked(
        text=_wording(text),
        level=level,
        fields=fields.named,
        or_equivalent=_has_equivalent(text, level),
        paths=_paths(levels, find_spans(text)) if len(levels) > 1 else (),
        sources=(item.source(min((start for start, _ in levels), default=0)),),
        also_accepted=fields.also,
    )


def _asked_for(text: str, ruled: Sequence[Reach]) -> str:
    """The text with spaces for what it only prefers: "BSc in physics, MBA preferred"."""
    for reach in ruled:
        if reach.stance != "required":
            text = text[: reach.start] + " " * (reach.end - reach.start) + text[reach.end :]
    return text


def _has_equivalent(text: str, level: DegreeLevel | None) -> bool:
    if _EQUIVALENT.search(text):
        return True
    is_university = level is not None and level >= DegreeLevel.BACHELOR
    return is_university and _PLAIN_EQUIVALENT.search(text) is not None


def _levels(
    item: Item, taxonomy: Taxonomy, ruled: tuple[Reach, ...]
) -> list[tuple[int, DegreeLevel]]:
    """Degrees that are required, with their places."""
    text = item.text
    found = [
        (m.start, m.level) for m in taxonomy.degree_mentions(text) if not _VERB.match(text, m.start)
    ]
    generic = _GENERIC_DEGREE.search(text)
    if not found and generic:
        is_master = _MASTER_IN_FRENCH.search(text) is not None
        found = [(generic.start(), DegreeLevel.MASTER if is_master else DegreeLevel.BACHELOR)]
    training = _TRAINING.search(text) if item.section in ASKING else None
    if training:
        found.append((training.start(), DegreeLevel.ASSOCIATE))
    return [one for one in found if stance_at(one[0], "required", ruled) == "required"]


def _paths(
    levels: Sequence[tuple[int, DegreeLevel]], spans: Sequence[Span]
) -> tuple[EducationPath, ...]:
    """Each degree with the years that follow it; none where the years do not differ by degree."""
    paths: dict[DegreeLevel, EducationPath] = {}
    is_counted = 0
    for number, (start, level) in enumerate(levels):
        end = levels[number + 1][0] if number + 1 < len(levels) else None
        months = next(
            (s.min for s in spans if s.start > start and (end is None or s.start < end)), None
        )
        is_counted += months is not None
        if level not in paths:
            paths[level] = EducationPath(level, months)
    if len(paths) < 2 or is_counted < 2:
        return ()
    return tuple(paths[level] for level in sorted(paths))


def _wording(text: str) -> str:
    return " ".join(text.split()).strip(" .,;:")
