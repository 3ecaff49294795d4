import json
import os
import subprocess
import sys
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from app.engine.codec import canonical_bytes
from app.engine.evidence import Box, Source
from app.engine.jobs.model import Requirements
from app.engine.matching.gaps import find_gaps
from app.engine.matching.wire import breakdown_json
from app.engine.resumes.model import Profile
from app.engine.taxonomy.model import DegreeLevel
from tests.engine.matching.builders import (
    POLICY,
    asks,
    degree,
    held,
    job,
    profile,
    scored,
    slot,
)

EVIDENCE = {
    "Java": (
        Source(
            "project", "Movie Recommender", (9,), "Java", 1, Box(72.0, 90.5, 96.0, 100.0), (0, 4)
        ),
    )
}
CANDIDATE = profile(
    held("Java", projects=(0,)),
    held("React", dated=9),
    work=12,
    projects=1,
    degrees=(degree(DegreeLevel.BACHELOR, "art"),),
)
POSTING = job(
    "Java",
    "Data Structures",
    slot("Python", "React", months_asked=12),
    prefers=("SQL",),
    experience=(24, 60),
    education=asks(DegreeLevel.BACHELOR, "biology"),
)


def breakdown(who: Profile = CANDIDATE, posting: Requirements = POSTING) -> dict[str, Any]:
    result = scored(who, posting)
    return breakdown_json(result, find_gaps(result, who, posting, POLICY), EVIDENCE)


def test_the_founding_keys_stand_with_whole_numbers_that_add_up() -> None:
    found = breakdown()

    assert {key: found[key] for key in list(found)[:9]} == {
        "required_skill_match": 35,
        "preferred_skill_match": 0,
        "experience_alignment": 13,
        "education_alignment": 5,
        "evidence_bonus": 2,
        "matched_required_skills": ["Java", "Python or React"],
        "missing_required_skills": ["Data Structures"],
        "matched_preferred_skills": [],
        "missing_preferred_skills": ["SQL"],
    }
    assert found["score"] == 35 + 0 + 13 + 5


def test_projects_stand_only_for_entry_roles() -> None:
    assert "projects_alignment" not in breakdown()
    entry = breakdown(posting=job("Java", level="entry"))

    assert entry["projects_alignment"] == entry["parts"][4]["points"] == 16


def test_exact_values_stand_beside_the_rounded_ones() -> None:
    found = breakdown()

    assert found["exact"] == "105/2"
    assert [part["exact"] for part in found["parts"]] == ["35/1", "0/1", "25/2", "5/1"]
    assert found["evidence_bonus_exact"] == "5/3"


def test_every_point_of_every_part_is_told_in_words() -> None:
    reasons = {
        part["name"]: [reason["text"] for reason in part["reasons"]]
        for part in breakdown()["parts"]
    }

    assert reasons == {
        "required": [
            "2 of 3 required skills found: Java and React: +33.3 points",
            "1 of them shown in a project or a job: Java: +1.7 points",
            "Required but not found: Data Structures: −16.7 points",
        ],
        "preferred": [
            "0 of 1 preferred skill found",
            "Preferred but not found: SQL: −20 points",
        ],
        "experience": [
            "1 year of professional experience, 2 to 5 years asked: +5, −5 points",
            "9 months of React, 1 year asked: +7.5, −2.5 points",
        ],
        "education": [
            "Degree found: bachelor's degree; asked: bachelor's degree: +5 points",
            "No degree found in biology: −5 points",
        ],
    }


def test_a_slot_shows_its_match_and_its_sources() -> None:
    java, missing, choice, _ = breakdown()["slots"]

    assert java == {
        "label": "Java",
        "any_of": ["Java"],
        "importance": "required",
        "matched": "Java",
        "through": None,
        "demonstrated": True,
        "months": 0,
        "months_asked": None,
        "sources": [
            {
                "kind": "project",
                "title": "Movie Recommender",
                "page": 1,
                "lines": [9],
                "box": {"x0": 72.0, "y0": 90.5, "x1": 96.0, "y1": 100.0},
                "span": [0, 4],
                "quote": "Java",
            }
        ],
    }
    assert (missing["matched"], missing["sources"]) == (None, [])
    assert (choice["label"], choice["matched"]) == ("Python or React", "React")
    assert (choice["months"], choice["months_asked"]) == (9, 12)


def test_an_implied_skill_shows_the_sources_of_the_one_it_counts_through() -> None:
    who = profile(held("JVM", demonstrated=True, through="Java"))

    shown = breakdown(who, job("JVM"))["slots"][0]

    assert shown["through"] == "Java"
    assert [source["title"] for source in shown["sources"]] == ["Movie Recommender"]


def test_a_gap_says_what_it_is_worth_exactly() -> None:
    assert breakdown()["gaps"][0] == {
        "kind": "skill",
        "importance": "preferred",
        "label": "SQL",
        "worth": "20.0",
        "exact": "20/1",
        "project_worth": "20.0",
        "project_exact": "20/1",
    }


def test_disclaimers_policy_level_and_day_are_told() -> None:
    found = breakdown(posting=job("Java", prefers=("SQL",), experience=(0, 24)))

    assert found["disclaimers"] == [
        {
            "code": "education_not_asked",
            "text": "The posting asks for no degree: that part is full for everybody.",
        }
    ]
    assert (found["policy"], found["level"], found["as_of"]) == ("1.0.0", "mid", "2026-11-23")


def test_without_a_score_the_points_are_null_and_the_reason_is_told() -> None:
    found = breakdown(posting=job(experience=(24, None)))

    assert found["score"] is found["exact"] is found["required_skill_match"] is None
    assert found["evidence_bonus"] is None
    assert (found["parts"], found["slots"], found["gaps"]) == ([], [], [])
    assert [disclaimer["code"] for disclaimer in found["disclaimers"]] == ["no_skill_asked"]


def test_a_breakdown_is_json_without_floats_but_for_places() -> None:
    found = breakdown()

    assert json.loads(json.dumps(found)) == found
    assert not [path for path in float_paths(found, "") if ".box." not in path]


def float_paths(value: Any, path: str) -> Iterator[str]:
    if isinstance(value, float):
        yield path
    items = value.items() if isinstance(value, dict) else []
    for name, item in [*items, *(enumerate(value) if isinstance(value, list) else [])]:
        yield from float_paths(item, f"{path}.{name}")


@pytest.mark.parametrize("seed", ["0", "1", "2"])
def test_a_breakdown_is_the_same_bytes_in_every_process(seed: str) -> None:
    program = (
        "import sys; from app.engine.codec import canonical_bytes;"
        "from tests.engine.matching.test_wire import breakdown;"
        "sys.stdout.buffer.write(canonical_bytes(breakdown()))"
    )
    root = Path(__file__).parents[3]
    environment = {**os.environ, "PYTHONHASHSEED": seed}

    done = subprocess.run(
        [sys.executable, "-c", program], cwd=root, env=environment, capture_output=True, check=True
    )

    assert done.stdout == canonical_bytes(breakdown())


def test_what_the_reasons_earned_adds_up_to_the_part() -> None:
    for part in breakdown()["parts"]:
        earned = sum(Fraction(reason["earned_exact"]) for reason in part["reasons"])
        assert earned == Fraction(part["exact"])
