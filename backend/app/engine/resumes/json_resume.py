"""``parsed_json`` as JSON Resume (version 1.0.0 of its schema), for other programs and for people.

What the two cannot both hold is left out: sources and confidence here, summaries, scores of
education and interests there. A time or a wish to learn that a resume states of a skill goes into
its level, where reading finds it again.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urlsplit

from app.engine.resumes.addresses import EMAIL
from app.engine.resumes.places import COUNTRIES
from app.engine.resumes.skills import LEARNING
from app.engine.text import fold

SCHEMA = "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json"
VERSION = "v1.0.0"

_NETWORKS: dict[str, str] = {
    "behance.net": "Behance", "bitbucket.org": "Bitbucket", "codepen.io": "CodePen",
    "dev.to": "DEV", "dribbble.com": "Dribbble", "facebook.com": "Facebook",
    "github.com": "GitHub", "gitlab.com": "GitLab", "instagram.com": "Instagram",
    "kaggle.com": "Kaggle", "leetcode.com": "LeetCode", "linkedin.com": "LinkedIn",
    "medium.com": "Medium", "stackoverflow.com": "Stack Overflow", "twitter.com": "Twitter",
    "x.com": "X", "xing.com": "XING", "youtube.com": "YouTube",
}  # fmt: skip
_BRACKETED_CODE = re.compile(r"^(?P<rest>.*?)\s*\((?P<code>[A-Z]{2})\)$")
_CODES = frozenset(COUNTRIES.values())
_MONTHS_A_YEAR = 12
_HELD = ("expert", "advanced", "intermediate", "beginner")

Json = dict[str, Any]


def json_resume(parsed: Mapping[str, Any]) -> Json:
    """A JSON Resume of what was read; parts that would be empty are left out."""
    parts = {
        "basics": _basics(parsed),
        "work": [_work(job) for job in parsed["experience"]],
        "education": [_education(degree) for degree in parsed["education"]],
        "projects": [_project(project) for project in parsed["projects"]],
        "skills": [
            *(_skill(skill) for skill in parsed["skills"]),
            *({"name": term} for term in _all(parsed, "unknown_skills")),
        ],
        "languages": [_kept(language, "language", "fluency") for language in parsed["languages"]],
        "certificates": [
            _kept(item, "name", "issuer", "date") for item in _all(parsed, "certifications")
        ],
        "awards": [_kept(award, "title", "awarder", "date") for award in _all(parsed, "awards")],
        "publications": [_publication(paper) for paper in _all(parsed, "publications")],
    }
    filled = {name: part for name, part in parts.items() if part}
    return {"$schema": SCHEMA, **filled, "meta": {"version": VERSION}}


def _all(parsed: Mapping[str, Any], key: str) -> Sequence[Mapping[str, Any]]:
    """A list of facts; readings from before there was such a list have none."""
    return parsed.get(key) or ()


def _filled(**members: Any) -> Json:
    return {name: value for name, value in members.items() if value}


def _kept(fact: Mapping[str, Any], *keys: str) -> Json:
    return _filled(**{key: fact.get(key) for key in keys})


def _basics(parsed: Mapping[str, Any]) -> Json:
    email = parsed["email"]
    urls = [address for link in parsed["links"] if (address := _address(link["url"]))]
    profiles = [profile for address in urls if (profile := _profile(address))]
    own = [address for address in urls if _profile(address) is None]
    return _filled(
        name=parsed["name"],
        email=email if email and EMAIL.fullmatch(email) else None,
        phone=parsed["phone"],
        url=next(iter(own), None),
        location=_location(parsed["location"]) if parsed["location"] else None,
        profiles=[*profiles, *({"network": urlsplit(a).netloc, "url": a} for a in own[1:])],
    )


def _address(url: str | None) -> str | None:
    """The address with its scheme, which the schema asks for; None for what is no address."""
    if not url or " " in url:
        return None
    whole = url if "://" in url else f"https://{url}"
    try:
        parts = urlsplit(whole)
    except ValueError:  # a bracket in the host, or a letter that stands for a sign
        return None
    return whole if parts.scheme in ("http", "https") and parts.netloc else None


def _profile(address: str) -> Json | None:
    """A page at a network that is known, with the name of the user as the address has it."""
    parts = urlsplit(address)
    network = _NETWORKS.get(parts.netloc.lower().removeprefix("www."))
    if network is None:
        return None
    names = [name for name in parts.path.split("/") if name]
    return _filled(network=network, username=names[-1] if names else None, url=address)


def _location(text: str) -> Json:
    """``Dublin, Leinster (IE)`` or ``Austin, TX, USA`` as city, region and country."""
    bracketed = _BRACKETED_CODE.match(text)
    parts = [part.strip() for part in (bracketed["rest"] if bracketed else text).split(",")]
    code = bracketed["code"] if bracketed else COUNTRIES.get(fold(parts[-1]).strip(" ."))
    code = text if text in _CODES else code
    if code is not None and not bracketed:
        parts.pop()
    city, *region = [part for part in parts if part] or [""]
    return _filled(city=city, region=", ".join(region), countryCode=code)


def _span(fact: Mapping[str, Any]) -> Json:
    """Dates of an entry; no span is an end alone, since no end means that it lasts."""
    start, end = fact["start_date"], fact["end_date"]
    if start and not end and not fact["is_current"]:
        return {"endDate": start}
    return _filled(startDate=start, endDate=end)


def _told(description: str, key: str) -> Json:
    """A description as text and highlights, which a blank line parts where both were given."""
    text, parted, items = description.replace("\t", " ").partition("\n\n")
    lines = [line for line in (items if parted else text).splitlines() if line]
    if not parted and len(lines) == 1:
        return {key: text}
    return _filled(**{key: text if parted else None, "highlights": lines})


def _work(job: Mapping[str, Any]) -> Json:
    named = _filled(name=job["company"], position=job["role"], location=job.get("location"))
    return {**named, **_span(job), **_told(job["description"] or "", "summary")}


def _project(project: Mapping[str, Any]) -> Json:
    told = _told(project["description"] or "", "description")
    rest = _filled(keywords=project["skills_used"], url=_address(project.get("url")))
    return {"name": project["title"], **told, **rest, **_span(project)}


def _education(degree: Mapping[str, Any]) -> Json:
    """What goes on has no end; without a start either, only the words can say so."""
    named, start = degree["degree"], degree["start_date"]
    if degree.get("in_progress") and not start:
        named = f"{named or degree['major'] or 'Studies'} (in progress)"
    return _filled(
        institution=degree["institution"],
        studyType=named,
        area=degree["major"],
        startDate=start,
        endDate=degree["end_date"],
    )


def _skill(skill: Mapping[str, Any]) -> Json:
    if skill["confidence"] <= LEARNING:
        return {"name": skill["skill"], "level": "learning"}
    stated = skill.get("stated_months")
    level = [skill["level"]] if skill["level"] in _HELD else []
    words = ", ".join([*([_duration(stated)] if stated else []), *level])
    return _filled(name=skill["skill"], level=words)


def _duration(months: int) -> str:
    years, rest = divmod(months, _MONTHS_A_YEAR)
    if rest:
        return f"{months} months"
    return f"{years} years" if years > 1 else "1 year"


def _publication(paper: Mapping[str, Any]) -> Json:
    return _filled(
        name=paper["title"],
        publisher=paper["publisher"],
        releaseDate=paper["date"],
        url=_address(paper.get("url")),
    )
