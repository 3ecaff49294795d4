from fractions import Fraction
from importlib import resources

import pytest

from app.engine.codec import content_hash, from_json, to_json
from app.engine.matching.policy import (
    InvalidPolicy,
    Policy,
    UnknownPolicyVersion,
    builtin_policy,
    parse_policy,
)

FILE = resources.files("app.engine.matching") / "data" / "policy-1.0.0.toml"
TEXT = FILE.read_text(encoding="utf-8")


def test_the_published_policy_has_the_points_and_rules_of_the_design() -> None:
    policy = builtin_policy("1.0.0")

    points = [
        [row.required, row.preferred, row.experience, row.education, row.projects]
        for row in (policy.entry, policy.mid, policy.senior)
    ]
    assert points == [[40, 15, 10, 15, 20], [50, 20, 20, 10, 0], [45, 20, 30, 5, 0]]
    assert policy.demonstrated_share == Fraction(1, 10)
    assert (policy.over_range_cap, policy.over_range_months) == (Fraction(1, 4), 120)
    assert (policy.leadership_share, policy.leadership_levels) == (Fraction(1, 10), ("senior",))
    assert (policy.equivalent_months, policy.enough_projects) == (48, 3)
    assert policy.project_slots_share == Fraction(2, 3)
    assert policy.skill_years_share == policy.degree_level_share == Fraction(1, 2)


def test_every_setting_says_why() -> None:
    assert {reason.setting for reason in builtin_policy().reasons} >= {"points", "over_range_cap"}


@pytest.mark.parametrize("version", ["1.0.1", "2", "", "../policy-1.0.0", "1.0.0.0"])
def test_an_unknown_version_is_refused_by_name(version: str) -> None:
    with pytest.raises(UnknownPolicyVersion) as refused:
        builtin_policy(version)

    assert refused.value.version == version


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ("required = 50", "required = 51", "points.mid: adds up to 101"),
        ("required = 50", "required = -50", "points.mid.required"),
        ("required = 50", "required = 50.0", "points.mid.required"),
        ("required = 50", "requierd = 50", "points.mid: lacks required"),
        ("[points.mid]", "[points.middle]", "points: lacks mid"),
        ('over_range_cap = "1/4"', "over_range_cap = 0.25", "rules.over_range_cap"),
        ('over_range_cap = "1/4"', 'over_range_cap = "5/4"', "rules.over_range_cap"),
        ('over_range_cap = "1/4"', 'over_range_cap = "1/0"', "rules.over_range_cap"),
        ("enough_projects = 3", "enough_projects = 0", "rules.enough_projects"),
        ("enough_projects = 3", "enough_projects = true", "rules.enough_projects"),
        ("enough_projects = 3", "enough_projects = 3\nnew = 1", "rules: does not know new"),
        ('["senior"]', '["chief"]', "rules.leadership_levels"),
        ('version = "1.0.0"', 'version = "one"', "version"),
        ('equivalent_months = "The', 'equivalent = "The', "reasons: lacks equivalent_months"),
        (
            'leadership_levels = "Leading people is not expected of entry and mid roles."',
            'leadership_levels = " "',
            "reasons.leadership_levels: no words",
        ),
        ('version = "1.0.0"', "version = ", "not TOML"),
    ],
)
def test_a_broken_policy_is_refused_and_the_setting_named(old: str, new: str, named: str) -> None:
    assert old in TEXT

    with pytest.raises(InvalidPolicy, match=named):
        parse_policy(TEXT.replace(old, new))


def test_a_policy_survives_its_json_and_has_a_stable_hash() -> None:
    policy = builtin_policy()

    assert from_json(Policy, to_json(policy)) == policy
    assert content_hash(policy) == content_hash(parse_policy(TEXT))
