"""Mentions that ask for no skill: colleagues and teams, the profession itself, mere remarks."""

import re

from app.engine.taxonomy.model import Mention

WAYS_OF_WORKING: frozenset[str] = frozenset({"Agile", "Kanban", "SAFe", "Scrum", "Waterfall"})
"""Names that stay a skill before "team"; others name colleagues ("with the DevOps team")."""

_GLOSS = re.compile(
    r"[\w\s-]+\s(?:capabilit(?:y|ies)|knowledge|experience|skills?|concepts?|fundamentals?"
    r"|expertise|basics|exposure)"
)
_PEOPLE = re.compile(r"(?:ers|ors|ists|ects|ysts)$", re.IGNORECASE)
_THINGS = re.compile(
    r"(?:contain|comput|serv|rout|compil|transform|control|print|track|logg|scann|brows|lay"
    r"|filt|number|lett|head|boil|shad|adapt|clust|crawl|scrap|pars|debugg|profil|schedul|read"
    r"|newslett|bann|point)ers$"
    r"|(?:sens|process|monit|fact|connect|mot|actuat|convey|elevat|accelerat|emulat|simulat|generat"
    r"|vect|tens)ors$|(?:proj|obj|asp)ects$|lists$",
    re.IGNORECASE,
)
"""Endings of things that sound like people: "containers", "sensors", "SuccessFactors"."""
_PROFESSION = re.compile(r"(?:nurse|er|or|ist|ian|ect|yst|ant|erin|istin)$", re.IGNORECASE)
_PERSON_BEFORE = re.compile(
    r"\b(?:as|for|seeking|hiring|need|als|suchen|comme|en tant que)\s+(?:an?|our next|eine?n?|une?)"
    r"\s+(?:[\w-]+\s+){0,3}$",
    re.IGNORECASE,
)
_PERSON_ENDS = re.compile(r"\s*(?:$|[.,;:()]|(?:in|with|at|on|for|and|or|to|who|im|mit)\b)")
DEPARTMENTS: frozenset[str] = frozenset(
    {
        "Accounting", "Business Development", "Corporate Finance", "Customer Service",
        "Data Science", "Human Resources", "Logistics", "Marketing", "Operations Management",
        "Procurement", "Product Design", "Product Management", "Quality Assurance", "Sales",
        "Software Engineering", "Supply Chain Management", "UI/UX Design",
    }
)  # fmt: skip
"""Names that are departments where several parts of a company are counted up."""
INDUSTRIES: frozenset[str] = frozenset(
    {"Banking", "Biotechnology", "E-commerce", "EdTech", "FinTech", "Insurance", "SaaS"}
)
"""Names of where somebody has worked, "in fintech", rather than of what they can do."""
_IN_BEFORE = re.compile(
    r"\b(?:in|for|within|from|im|bei|dans)\s+(?:an?\s|the\s|der\s)?(?:[\w&-]+[\s,/]+){0,2}$",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"\b(?:across|departments?|functions?|stakeholders?|teams?|partners?|leaders?|leadership"
    r"|colleagues|cross-functional\w*)\b[^.;]{0,90}$",
    re.IGNORECASE,
)
_SETTING_AFTER = re.compile(
    r"(?:\s*/\s*\w+)?\s+(?:settings?|industry|industries|sector|compan(?:y|ies)|firms?|businesses"
    r"|start-?ups?|organi[sz]ations?|domains?|space|agenc(?:y|ies)|branche|umfeld)\b",
    re.IGNORECASE,
)
_LICENCE = re.compile(
    r"\b(?:driv(?:ing|er'?s?|ers'?)'? ?licen[cs]e|(?:class|category|klasse|cat\.?) [A-Z]\w?\b"
    r"|führerschein\w*|fahrerlaubnis\w*|permis (?:de conduire|b)\b|rijbewijs)",
    re.IGNORECASE,
)
_TEAM_FOLLOWS = re.compile(
    r"(?:(?:,| and| &|/)\s*[\w-]+(?: [\w-]+)?){0,3}\s+(?:teams?|departments?|groups?|colleagues"
    r"|stakeholders)\b",
    re.IGNORECASE,
)


def names_others(text: str, mention: Mention) -> bool:
    """Whether it names other people: "with the DevOps and QA teams", "with product managers".

    Ways of working ("Scrum teams") stay skills.
    """
    said = text[mention.start : mention.end]
    if _PEOPLE.search(said) and not _THINGS.search(said):
        return True
    before = text[max(0, mention.start - 110) : mention.start]
    if mention.skill in DEPARTMENTS and _COUNTED.search(before):
        return True
    is_way = mention.skill in WAYS_OF_WORKING
    return not is_way and _TEAM_FOLLOWS.match(text, mention.end) is not None


def is_profession(text: str, mention: Mention) -> bool:
    """Whether it is what the person is, "2 years as a registered nurse", not a skill to bring.

    The name itself of a skill ("a Docker") is no profession.
    """
    said = text[mention.start : mention.end]
    return (
        _PROFESSION.search(said) is not None
        and said.lower() != mention.skill.lower()
        and _PERSON_BEFORE.search(text[max(0, mention.start - 50) : mention.start]) is not None
        and _PERSON_ENDS.match(text, mention.end) is not None
    )


def is_setting(text: str, mention: Mention) -> bool:
    """Whether it only says where: "in a biotech company", "the retail sector", "in fintech"."""
    if mention.skill in WAYS_OF_WORKING:
        return False
    before = text[max(0, mention.start - 50) : mention.start]
    if mention.skill in INDUSTRIES and _IN_BEFORE.search(before):
        return True
    return _SETTING_AFTER.match(text, mention.end) is not None


def is_licence(text: str, mention: Mention) -> bool:
    """Whether it is a driving licence or its class: "a valid Class C driver's licence"."""
    return any(
        found.start() <= mention.start < found.end() or mention.start <= found.start() < mention.end
        for found in _LICENCE.finditer(text)
    )


def is_gloss(text: str, mention: Mention) -> bool:
    """Whether it only explains the name before it: "SQL (database knowledge)"."""
    start, end = text.rfind("(", 0, mention.start), text.find(")", mention.end)
    if start < 1 or end < 0 or text.find(")", start, mention.start) >= 0:
        return False
    inside = text[start + 1 : end]
    return bool(_GLOSS.fullmatch(inside)) and inside.islower()
