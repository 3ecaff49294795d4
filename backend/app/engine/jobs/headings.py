"""What part of a posting a heading or a label opens, in English with German and French basics."""

import re
from typing import Literal

Section = Literal["required", "preferred", "role", "stack", "offer", "about", "legal", "apply"]
Field = Literal["title", "location", "salary", "experience", "education", "arrangement"]

ASKING: frozenset[Section] = frozenset({"required", "preferred"})
BOILERPLATE: frozenset[Section] = frozenset({"offer", "about", "legal", "apply"})
"""Parts that speak of the company or the process: nothing in them is asked of a candidate."""

MAX_HEADING_WORDS = 10
MAX_HEADING_LENGTH = 80

_SECTIONS: tuple[tuple[Section, str], ...] = (
    (
        "preferred",
        r"nice[- ]to[- ]ha\w+|(?:good|great)[- ]to[- ]ha\w+|\bbonus\b|\bplus(?:es|punkte)?\b|prefer"
        r"|desir(?:ed|able)|optional|ideally|extra (?:credit|points)|not (?:required|mandatory)"
        r"|stand out|wish ?list|differentials?\b|von vorteil|wünschenswert|idealerweise|\bnice\b"
        r"|souhait|appréci",
    ),
    (
        "apply",
        r"\bappl(?:y|ication|ying)\b|interview|(?:hiring|recruit\w*|selection) process|next steps"
        r"|\bcontact\b|bewerb|postuler|recrutement|^process$|^the process$|our process",
    ),
    (
        "legal",
        r"\bequal\b|\beeo\b|diversity|inclusion|disclaimer|privacy (?:notice|policy)|accommodation"
        r"|\blegal\b|\bnotice\b|chancengleich|égalité|additional information|statement|e-verify",
    ),
    (
        "required",
        r"requir|must[- ]ha\w+|qualif|pre-?requisit|essential|mandatory|minimum"
        r"|\byou(?:'ll| will)? (?:bring|need|have|are|should have)|about you\b"
        r"|your (?:profile|background|skills|experience)|look(?:ing)? for$|it takes|does it take"
        r"|ideal candidate|candidate|eligibility|anforderung|mitbring|bringst|bringen sie"
        r"|voraussetzung|\bwas wir (?:suchen|erwarten)|pré-?requis|exigences|recherchée?s?$"
        r"|nous recherchons$"
        r"|compétences (?:requises|techniques)|good fit|you'?re (?:a|an|the)\b",
    ),
    (
        "role",
        r"responsibilit|dut(?:y|ies)\b|you(?:'ll| will) (?:do|be|work|own|get to do)|what you do"
        r"|the (?:role|job|position|opportunity|challenge)\b|your (?:role|mission|tasks?|impact"
        r"|day)"
        r"|\bjob (?:description|summary|brief|purpose|overview)|(?:position|role) (?:summary"
        r"|overview)"
        r"|^overview|^summary|^description|^role$|day[- ]to[- ]day|key result|\btasks\b|aufgaben"
        r"|tätigkeit|dein job|deine rolle|erwartet dich|missions?\b|le poste|descriptif|objectives"
        r"|accountabilit|scope",
    ),
    (
        "offer",
        r"benefit|perk|we(?:'re)? offer|you(?:'ll| will)? get\b|in it for you|compensation|salary"
        r"|\bpay\b|why (?:join|work|us|you)|(?:wir|das) biet|bieten wir|angebot|vorteile|avantages"
        r"|nous (?:offrons|proposons)|rémunération|vergütung|gehalt|reward|our offer|package",
    ),
    (
        "stack",
        r"(?:tech\w*|our|the) stack|^stack\b|^technolog(?:y|ies)(?: we use| used)?$|tools we use"
        r"|environnement technique|stack technique",
    ),
    (
        "about",
        r"about (?!you)|who we are|our (?:company|mission|values|culture|story|team|client)|company"
        r"|life at|über uns|wer wir sind|unternehmen|à propos|qui sommes|entreprise|^culture"
        r"|^values"
        r"|^why\b|pourquoi",
    ),
    (
        "required",
        r"skills?\b|competenc|expertise|knowledge|experience|\bprofile?\b|kenntnisse|fähigkeiten"
        r"|compétences|education|academic|degree|ausbildung|\bformation\b|diplôme|studium"
        r"|background",
    ),
)
_SECTION_PATTERNS = tuple((name, re.compile(pattern)) for name, pattern in _SECTIONS)

_FIELDS: tuple[tuple[Field, str], ...] = (
    (
        "title",
        r"(?:(?:job|position|role) )?title|position|role|job role|designation|heading"
        r"|stellenbezeichnung|poste",
    ),
    (
        "location",
        r"(?:job |work |office )?locations?|offices?|based in|city|where|(?:arbeits|einsatz"
        r"|dienst)?"
        r"(?:stand)?ort|lieu(?: de travail)?|localisation|headquarters",
    ),
    (
        "salary",
        r"(?:(?:base|annual|expected|gross|target) )?(?:salary|pay|compensation|remuneration|wage"
        r"|ctc|rate)"
        r"(?: (?:range|expectations?|package|band|scale|details))?|package|gehalt(?:sspanne)?"
        r"|vergütung"
        r"|salaire|rémunération|budget|hourly rate",
    ),
    (
        "experience",
        r"(?:(?:work|total|relevant|required|minimum|professional|overall|years of) )?"
        r"(?:experience|exp)(?: (?:range|level|required|needed|requirements?|in years))?"
        r"|years of (?:relevant )?experience|berufserfahrung|erfahrung|expérience",
    ),
    (
        "education",
        r"education(?:al)?(?: (?:requirements?|qualifications?|required|background|level))?"
        r"|degree|ausbildung|abschluss|formation|diplôme",
    ),
    (
        "arrangement",
        r"(?:work(?:ing|place)?|job|remote|location) ?(?:arrangements?|types?|models?|modes?|setup"
        r"|policy)"
        r"|workplace|remote|arbeitsmodell|arbeitsort",
    ),
)
_FIELD_PATTERNS = tuple((name, re.compile(pattern)) for name, pattern in _FIELDS)

_WORDS = frozenset(
    [
        "a",
        "about",
        "academic",
        "accountabilities",
        "additional",
        "advantage",
        "also",
        "an",
        "and",
        "anforderungen",
        "angebot",
        "apply",
        "arrangement",
        "aufgaben",
        "ausbildung",
        "avantages",
        "background",
        "basic",
        "be",
        "benefits",
        "bieten",
        "bietet",
        "bonus",
        "brief",
        "bring",
        "bringen",
        "bringst",
        "broad",
        "but",
        "candidate",
        "candidates",
        "company",
        "compensation",
        "competencies",
        "compétences",
        "core",
        "criteria",
        "ctc",
        "culture",
        "das",
        "day",
        "deine",
        "dein",
        "demonstrated",
        "description",
        "desirable",
        "desired",
        "details",
        "dich",
        "die",
        "does",
        "doing",
        "du",
        "duties",
        "dich",
        "education",
        "educational",
        "eligibility",
        "entreprise",
        "erfahrung",
        "erwartet",
        "essential",
        "essentials",
        "even",
        "exigences",
        "exp",
        "expect",
        "experience",
        "expertise",
        "extra",
        "für",
        "fähigkeiten",
        "fit",
        "for",
        "formation",
        "gehalt",
        "general",
        "get",
        "good",
        "great",
        "group",
        "hard",
        "have",
        "haves",
        "helpful",
        "here",
        "how",
        "ideal",
        "ideally",
        "if",
        "ihr",
        "ihre",
        "important",
        "in",
        "is",
        "it",
        "job",
        "join",
        "just",
        "kenntnisse",
        "key",
        "knowledge",
        "level",
        "lieu",
        "like",
        "location",
        "locations",
        "look",
        "looking",
        "main",
        "mandatory",
        "mission",
        "missions",
        "mitbringst",
        "mitbringen",
        "mit",
        "minimum",
        "model",
        "must",
        "must-have",
        "must-haves",
        "need",
        "needed",
        "nice",
        "nice-to-have",
        "nice-to-haves",
        "not",
        "nous",
        "of",
        "offer",
        "offering",
        "offers",
        "on",
        "optional",
        "or",
        "other",
        "our",
        "out",
        "overview",
        "package",
        "pay",
        "perks",
        "personal",
        "plus",
        "plusses",
        "points",
        "position",
        "poste",
        "preferable",
        "preferably",
        "preferred",
        "prerequisites",
        "prérequis",
        "primary",
        "process",
        "professional",
        "profil",
        "profile",
        "proposons",
        "qualification",
        "qualifications",
        "qualifikation",
        "qualifikationen",
        "range",
        "rate",
        "re",
        "recherché",
        "recherche",
        "recherchons",
        "remuneration",
        "required",
        "requirement",
        "requirements",
        "requises",
        "responsibilities",
        "responsibility",
        "role",
        "rémunération",
        "salary",
        "salaire",
        "secondary",
        "section",
        "set",
        "should",
        "skill",
        "skills",
        "skillset",
        "soft",
        "software",
        "sought",
        "specific",
        "stack",
        "standort",
        "stand",
        "stellenbezeichnung",
        "successful",
        "suchen",
        "summary",
        "take",
        "takes",
        "task",
        "tasks",
        "team",
        "tech",
        "technical",
        "technische",
        "techniques",
        "technologies",
        "technology",
        "that",
        "the",
        "they",
        "this",
        "title",
        "to",
        "to-have",
        "tools",
        "top",
        "type",
        "und",
        "uns",
        "unser",
        "unternehmen",
        "us",
        "use",
        "used",
        "value",
        "values",
        "vergütung",
        "votre",
        "vos",
        "voraussetzungen",
        "vorteile",
        "vorteil",
        "von",
        "want",
        "wants",
        "warum",
        "was",
        "we",
        "what",
        "what's",
        "where",
        "who",
        "why",
        "will",
        "wir",
        "wish",
        "wishlist",
        "with",
        "work",
        "working",
        "would",
        "wünschenswert",
        "years",
        "you",
        "you'll",
        "you're",
        "your",
        "zu",
        "über",
        "à",
        "propos",
        "les",
        "le",
        "la",
    ]
)
_NAMED_ABOUT = re.compile(r"(?:about|why|life at|über|à propos de?|who is)\s+\S+(?:\s+\S+){0,3}\??")
_WORD = re.compile(r"[\w'-]+")


def folded(label: str) -> str:
    """A label to compare by: lower case, single spaces, no marks around it."""
    return " ".join(label.lower().replace("&", " and ").split()).strip(" :-–—?!.•*#()")


def section_of(label: str) -> Section | None:
    """The part that a label's words open, if any of them is known."""
    text = folded(label)
    for name, pattern in _SECTION_PATTERNS:
        if pattern.search(text):
            return name
    return None


def field_of(label: str) -> Field | None:
    """The single value that a label stands before ("Location: Berlin"), if it is such a label."""
    text = folded(label)
    for name, pattern in _FIELD_PATTERNS:
        if pattern.fullmatch(text):
            return name
    return None


def is_worded_as_heading(label: str) -> bool:
    """Whether all words are such as headings are made of, so that no mark of one is needed."""
    text = folded(label)
    words = _WORD.findall(text)
    return bool(words) and all(word in _WORDS for word in words)


def names_company(label: str) -> bool:
    """Whether it is a heading such as "About Acme" or "Why Acme?"."""
    text = folded(label)
    return bool(_NAMED_ABOUT.fullmatch(text)) and section_of(text) == "about"
