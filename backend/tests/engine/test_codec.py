import hashlib
import json
from dataclasses import dataclass
from fractions import Fraction

import pytest

from app.engine.codec import canonical_bytes, content_hash, from_json, to_json
from app.engine.dates import PartialDate, Period
from app.engine.evidence import Box, Source
from app.engine.jobs.model import EducationAsked, EducationPath, MonthRange, Requirements, Slot
from app.engine.resumes.model import HeldDegree, HeldSkill, Profile
from app.engine.taxonomy.model import DegreeLevel

SOURCE = Source("job", "Acme", (3, 4), "Python at Acme", 1, Box(1.5, 2.0, 3.25, 4.0), (0, 6))
PROFILE = Profile(
    skills=(
        HeldSkill(
            "Python", True, (0, 2), (Period(PartialDate(2020, 1), None, True),), 24, None, 91
        ),
    ),
    work=(Period(PartialDate(2019), PartialDate(2020, 3)),),
    degrees=(HeldDegree(DegreeLevel.MASTER, ("biology",), None), HeldDegree(None, (), None)),
    projects=3,
    leads=True,
)
REQUIREMENTS = Requirements(
    level="mid",
    slots=(Slot(("Python", "Java"), "required", 36, (SOURCE,)),),
    experience=MonthRange(24, None),
    education=EducationAsked(
        "Bachelor", DegreeLevel.BACHELOR, (), True, (EducationPath(None, 60),), (SOURCE,)
    ),
)


def test_no_sides_of_zero() -> None:
    """A database gives -0.0 back as 0.0; the hash of both is the same."""
    assert content_hash([-0.0]) == content_hash([0.0])


@dataclass(frozen=True)
class Sample:
    share: Fraction
    names: frozenset[str]
    by_name: dict[str, DegreeLevel]


@pytest.mark.parametrize(
    ("kind", "value"), [(Profile, PROFILE), (Requirements, REQUIREMENTS), (Source, SOURCE)]
)
def test_engine_values_survive_their_json(kind: type, value: object) -> None:
    stored = json.loads(json.dumps(to_json(value)))

    assert from_json(kind, stored) == value


def test_fractions_sets_and_mappings_survive_their_json() -> None:
    sample = Sample(Fraction(2, 6), frozenset({"b", "a"}), {"x": DegreeLevel.SCHOOL})

    stored = to_json(sample)

    assert stored == {"share": "1/3", "names": ["a", "b"], "by_name": {"x": "school"}}
    assert from_json(Sample, stored) == sample


def test_values_are_named_as_on_the_wire() -> None:
    stored = to_json(PROFILE)

    assert stored["degrees"][0] == {"level": "master", "fields": ["biology"], "end": None}
    assert stored["work"][0] == {"start": "2019", "end": "2020-03", "is_current": False}


def test_a_whole_fraction_keeps_its_denominator() -> None:
    assert to_json(Fraction(3)) == "3/1"


def test_fields_with_a_default_may_be_absent() -> None:
    assert from_json(Slot, {"any_of": ["Go"], "importance": "required"}) == Slot(
        ("Go",), "required"
    )


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (HeldDegree, {"level": "magister", "fields": [], "end": None}),
        (HeldDegree, {"level": 3, "fields": [], "end": None}),
        (HeldDegree, {"level": None, "fields": "biology", "end": None}),
        (HeldDegree, {"level": None, "fields": [], "end": "2020-13"}),
        (HeldDegree, {"level": None, "fields": []}),
        (HeldDegree, {"level": None, "fields": [], "end": None, "name": "Ada"}),
        (HeldDegree, ["master"]),
        (HeldDegree, None),
        (Source, {**to_json(SOURCE), "span": [1, 2, 3]}),
        (Sample, {"share": "a third", "names": [], "by_name": {}}),
    ],
)
def test_what_no_value_became_is_refused(kind: type, value: object) -> None:
    with pytest.raises((TypeError, ValueError)):
        from_json(kind, value)


def test_canonical_bytes_are_sorted_and_dense_utf8() -> None:
    assert canonical_bytes({"b": [1, "ä"], "a": None}) == '{"a":null,"b":[1,"ä"]}'.encode()


def test_equal_values_have_equal_hashes_however_they_were_written() -> None:
    stored = to_json(PROFILE)
    turned = dict(reversed(stored.items()))

    assert content_hash(turned) == content_hash(PROFILE)
    assert content_hash(PROFILE) == hashlib.sha256(canonical_bytes(PROFILE)).hexdigest()


def test_any_change_changes_the_hash() -> None:
    other = Profile(PROFILE.skills, PROFILE.work, PROFILE.degrees, PROFILE.projects, leads=False)

    assert content_hash(other) != content_hash(PROFILE)
