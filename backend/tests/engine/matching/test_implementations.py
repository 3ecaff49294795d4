"""The policy twice over, on many pairs: the rules in fractions and a plain second version."""

import os
from collections import Counter

from tests.engine.matching import generated
from tests.engine.matching.builders import AS_OF, scored
from tests.engine.matching.plain import plain_score

POSTINGS = 120
PAIRS = int(os.environ.get("GENERATED_PAIRS", "12000"))
"""The long run of ``docs/scoring.md`` has a million."""

RULES = {
    "required_not_asked",
    "preferred_not_asked",
    "experience_not_asked",
    "education_not_asked",
    "range_below",
    "range_within",
    "range_above",
    "skill_years",
    "degree_level_reached",
    "degree_level_missing",
    "degree_unfinished",
    "degree_field_matched",
    "degree_field_missing",
    "equivalent_reached",
    "equivalent_missing",
    "paths",
    "choice",
    "implication",
    "cap",
}


def test_all_implementations_give_the_same_on_every_branch() -> None:
    asked = generated.postings(7, POSTINGS)
    pairs: Counter[str] = Counter()
    met: Counter[tuple[str, str]] = Counter()
    for who in generated.profiles(7, PAIRS // POSTINGS):
        for posting in asked:
            result = scored(who, posting)
            exact, points = plain_score(who, posting, AS_OF)
            assert exact == result.exact, (who, posting)
            assert points == {part.name: part.points for part in result.parts}, (who, posting)
            if exact is not None:
                pairs[result.level] += 1
                met.update((result.level, branch) for branch in generated.branches(result))

    wanted = {(level, rule) for level in generated.LEVELS for rule in RULES}
    wanted |= {("senior", "leadership"), ("entry", "projects")}
    rare = {(level, rule) for level, rule in wanted if met[level, rule] < pairs[level] / 100}
    assert not rare
