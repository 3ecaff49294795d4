"""What holds for every score, whatever the profile and the posting."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from app.engine.codec import canonical_bytes, from_json, to_json
from app.engine.jobs.model import Requirements
from app.engine.matching.changes import (
    AddDegree,
    AddProjects,
    Change,
    DemonstrateSkill,
    FinishDegrees,
    HoldSkill,
    Lead,
    ReachExperience,
    ReachSkillMonths,
    changed,
)
from app.engine.matching.explain import explain
from app.engine.matching.gaps import find_gaps
from app.engine.matching.ranking import rank
from app.engine.matching.score import round_half_up
from app.engine.matching.wire import breakdown_json
from app.engine.resumes.model import Profile
from tests.engine.matching.builders import AS_OF, POLICY, scored
from tests.engine.matching.plain import plain_score
from tests.engine.matching.strategies import FIELDS, SKILLS, few, levels, pairs, postings, profiles

additions = st.one_of(
    st.builds(HoldSkill, st.sampled_from(SKILLS)),
    st.builds(DemonstrateSkill, st.sampled_from(SKILLS)),
    st.builds(ReachSkillMonths, st.sampled_from(SKILLS), st.integers(1, 120)),
    st.builds(AddProjects, st.sampled_from(SKILLS), st.integers(1, 3)),
    st.builds(AddDegree, levels, st.sampled_from(FIELDS).map(lambda field: (field,))),
    st.just(FinishDegrees()),
    st.just(Lead()),
)


@pairs
@given(profiles, postings)
def test_a_score_lies_between_0_and_100(who: Profile, posting: Requirements) -> None:
    result = scored(who, posting)

    assert 0 <= result.exact <= 100
    assert result.points == round_half_up(result.exact)


@pairs
@given(profiles, postings)
def test_a_second_plain_implementation_of_the_policy_gives_the_same(
    who: Profile, posting: Requirements
) -> None:
    result = scored(who, posting)

    exact, points = plain_score(who, posting, AS_OF)

    assert exact == result.exact
    assert points == {part.name: part.points for part in result.parts}


@pairs
@given(profiles, postings)
def test_parts_add_up_exactly_and_as_whole_points(who: Profile, posting: Requirements) -> None:
    result = scored(who, posting)

    assert sum(part.exact for part in result.parts) == result.exact
    assert sum(part.points for part in result.parts) == result.points
    assert sum(part.max_points for part in result.parts) == 100
    for part in result.parts:
        assert 0 <= part.fraction <= 1
        assert abs(part.points - part.exact) < 1
        assert part.points <= part.max_points


@pairs
@given(profiles, postings)
def test_reasons_account_for_all_that_a_part_earned_and_lost(
    who: Profile, posting: Requirements
) -> None:
    for part in scored(who, posting).parts:
        bonus = sum(
            note.earned
            for note in part.notes
            if note.code in {"required_demonstrated", "leadership"}
        )
        assert sum(note.earned for note in part.notes) == part.fraction
        assert 1 - sum(note.lost for note in part.notes) + bonus == part.fraction


@pairs
@given(profiles, postings, additions)
def test_adding_a_skill_evidence_a_degree_or_skill_months_never_lowers_a_score(
    who: Profile, posting: Requirements, addition: Change
) -> None:
    after = changed(who, (addition,), AS_OF)

    assert scored(after, posting).exact >= scored(who, posting).exact


@pairs
@given(profiles, postings, st.integers(1, 60))
def test_adding_months_towards_the_range_never_lowers_a_score(
    who: Profile, posting: Requirements, more: int
) -> None:
    before = scored(who, posting)
    high = posting.experience.max if posting.experience else None
    target = before.experience_months + more
    if high is not None:
        target = min(target, max(high, before.experience_months))

    after = scored(changed(who, (ReachExperience(target),), AS_OF), posting)

    assert after.experience_months == target
    assert after.exact >= before.exact


@pairs
@given(profiles, postings, st.randoms(use_true_random=False))
def test_no_order_of_anything_changes_a_score(
    who: Profile, posting: Requirements, chance: st.DataObject
) -> None:
    def mixed(items: tuple) -> tuple:
        return tuple(chance.sample(items, len(items)))

    other = replace(who, skills=mixed(who.skills), work=mixed(who.work), degrees=mixed(who.degrees))
    asked = posting.education
    turned = replace(
        posting,
        slots=mixed(tuple(replace(slot, any_of=mixed(slot.any_of)) for slot in posting.slots)),
        education=asked and replace(asked, fields=mixed(asked.fields), paths=mixed(asked.paths)),
    )

    one, two = scored(who, posting), scored(other, turned)

    assert one.exact == two.exact
    assert [part.points for part in one.parts] == [part.points for part in two.parts]
    assert one.education_path == two.education_path
    assert one.evidence_bonus == two.evidence_bonus


@few
@given(profiles, postings)
def test_the_same_inputs_give_the_same_bytes_also_after_storage(
    who: Profile, posting: Requirements
) -> None:
    stored_who = from_json(Profile, to_json(who))
    stored_posting = from_json(Requirements, to_json(posting))

    breakdowns = [
        breakdown_json(scored(p, r), find_gaps(scored(p, r), p, r, POLICY), {})
        for p, r in ((who, posting), (stored_who, stored_posting))
    ]

    assert canonical_bytes(breakdowns[0]) == canonical_bytes(breakdowns[1])


@few
@given(profiles, postings)
def test_every_gap_is_worth_the_difference_of_two_full_scores(
    who: Profile, posting: Requirements
) -> None:
    before = scored(who, posting)

    for gap in find_gaps(before, who, posting, POLICY):
        after = scored(changed(who, (gap.change,), AS_OF), posting)
        assert gap.worth == after.exact - before.exact


@few
@given(profiles, postings)
def test_closing_all_gaps_again_and_again_comes_to_an_end(
    who: Profile, posting: Requirements
) -> None:
    for _ in range(40):
        result = scored(who, posting)
        useful = [gap for gap in find_gaps(result, who, posting, POLICY) if gap.worth > 0]
        if not useful:
            break
        who = changed(who, (useful[0].change,), AS_OF)

    # A part that is full although a note lost something was made full by a bonus.
    short = [part for part in result.parts if part.fraction < 1]
    lost = {note.code for part in short for note in part.notes if note.lost}
    assert lost <= {"range_above"}


@few
@given(profiles, postings, st.sampled_from(("candidate", "recruiter")))
def test_every_score_can_be_explained(who: Profile, posting: Requirements, voice: str) -> None:
    result = scored(who, posting)

    text = explain(result, find_gaps(result, who, posting, POLICY), {}, voice, None).text

    assert f"{result.points}/100" in text
    assert "{" not in text


@pairs
@given(st.lists(st.none() | st.fractions(0, 100, max_denominator=7), max_size=12))
def test_ranks_agree_with_counting_those_above(values: list) -> None:
    for value, place in zip(values, rank(values), strict=True):
        above = [v for v in values if v is not None and (value is None or v > value)]
        below = [v for v in values if value is not None and (v is None or v < value)]
        assert place.rank == 1 + len(above)
        if value is not None and len(values) >= 5:
            assert place.percentile_below * len(values) == len(below)
            assert (
                100 * place.rank
                <= place.top_percent * len(values)
                < (100 * place.rank + len(values))
            )
