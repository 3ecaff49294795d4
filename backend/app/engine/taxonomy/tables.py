"""The whole taxonomy as plain data: what is stored, hashed, edited and replayed."""

from dataclasses import dataclass

from app.engine.taxonomy.model import DegreeLevel, Skill


@dataclass(frozen=True, slots=True)
class FieldFamily:
    """A family of fields of study.

    ``wordings`` match in any case, ``tokens`` only as written ("CS", "IT"). ``related`` are the
    families that "or a related field" takes in. ``members`` makes it an umbrella: asking for it
    ("STEM", "engineering") accepts each of them.
    """

    name: str
    wordings: tuple[str, ...]
    tokens: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    members: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DegreeWording:
    """Wordings of one level of education.

    ``wordings`` match in any case, ``tokens`` only as written or with dots ("BE", "b.e."; never
    "be"), ``weak`` only beside a field of study or alone ("Master Informatique", not "Scrum
    Master"), ``held`` only among what somebody has studied ("Matura", "Ingeniero": an entrance
    exam and a profession in other texts). ``fields`` are the families that the wording names by
    itself (MCA).
    """

    level: DegreeLevel
    wordings: tuple[str, ...] = ()
    tokens: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    held: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Words:
    """What tells a skill from a common word. All are compared folded.

    ``never`` are phrases that contain a skill's name and are none ("go to market"). ``context``
    are synonyms that need case and context, ``cased`` those that need their case or context.
    ``before`` and ``after`` are the cue words beside a name ("using Go", "Go developer"),
    ``labels`` those that open a list ("Languages:"), ``times_and_places`` names that are a date or
    a place with a year after or "in" before them.
    ``employers`` and ``accounts`` are names that are also firms ("at Stripe") and that also stand
    before a user's name ("GitHub: jdoe"). ``organizations`` end, ``offices`` begin the name of an
    organization ("Apache Software Foundation", "Bureau of ...").
    ``not_degrees`` are phrases that contain a degree's name and are none ("Scrum Master").
    """

    never: tuple[str, ...] = ()
    context: tuple[str, ...] = ()
    cased: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    times_and_places: tuple[str, ...] = ()
    employers: tuple[str, ...] = ()
    accounts: tuple[str, ...] = ()
    organizations: tuple[str, ...] = ()
    offices: tuple[str, ...] = ()
    not_degrees: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Tables:
    """All of it. Equal tables have equal content hashes, whatever file they came from."""

    skills: tuple[Skill, ...]
    fields: tuple[FieldFamily, ...] = ()
    degrees: tuple[DegreeWording, ...] = ()
    words: Words = Words()
