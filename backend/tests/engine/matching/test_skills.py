from fractions import Fraction

import pytest

from tests.engine.matching.builders import held, job, part, profile, scored, slot

TEN = tuple("ABCDEFGHIJ")


def test_required_skills_earn_the_share_that_is_matched() -> None:
    assert part("required", profile("A"), job("A", "B", "C", "D")).fraction == Fraction(1, 4)


def test_a_demonstrated_skill_earns_a_tenth_of_its_slot_more() -> None:
    who = profile(held("A", demonstrated=True))

    assert part("required", who, job("A", "B")).fraction == Fraction(1, 2) + Fraction(1, 20)


def test_all_required_skills_are_full_without_any_demonstration() -> None:
    assert part("required", profile(*TEN), job(*TEN)).fraction == 1


def test_the_required_part_is_capped_when_demonstrations_would_exceed_it() -> None:
    who = profile(*(held(skill, demonstrated=True) for skill in TEN))

    result = scored(who, job(*TEN))

    assert result.part("required").exact == 50
    assert result.evidence_bonus == 0


@pytest.mark.parametrize(
    ("held_count", "bonus"),
    [(9, Fraction(9, 2)), (10, Fraction(50, 11)), (11, Fraction(0))],
    ids=["below the cap", "at the cap", "above the cap"],
)
def test_the_evidence_bonus_is_what_demonstration_added_within_the_part(
    held_count: int, bonus: Fraction
) -> None:
    asked = (*TEN, "K") if held_count > 9 else TEN
    who = profile(*(held(skill, demonstrated=True) for skill in asked[:held_count]))

    result = scored(who, job(*asked))

    assert result.evidence_bonus == bonus
    assert result.part("required").exact == Fraction(50 * held_count, len(asked)) + bonus


def test_demonstration_of_a_preferred_skill_adds_nothing() -> None:
    who = profile(held("B", demonstrated=True))

    result = scored(who, job("A", prefers=("B", "C")))

    assert result.part("preferred").exact == 10
    assert result.evidence_bonus == 0


def test_no_required_skill_asked_is_a_full_part_with_a_disclaimer() -> None:
    result = scored(profile(), job(prefers=("B",)))

    assert result.part("required").exact == 50
    assert "required_not_asked" in result.disclaimers


def test_no_preferred_skill_asked_is_a_full_part_with_a_disclaimer() -> None:
    result = scored(profile(), job("A"))

    assert result.part("preferred").exact == 20
    assert "preferred_not_asked" in result.disclaimers


@pytest.mark.parametrize("level", ["mid", "senior"])
def test_only_entry_roles_score_projects(level: str) -> None:
    who = profile(held("A", projects=(0,)), projects=1)

    assert scored(who, job("A", level=level)).part("projects") is None
    assert scored(who, job("A", level="entry")).part("projects") is not None


def test_projects_earn_two_thirds_by_the_share_of_all_slots_they_show() -> None:
    who = profile(held("A", projects=(0, 1, 2)), held("B", demonstrated=True), projects=3)

    projects = part("projects", who, job("A", "B", prefers=("C", "D"), level="entry"))

    assert projects.fraction == Fraction(2, 3) * Fraction(1, 4) + Fraction(1, 3)


@pytest.mark.parametrize(("count", "share"), [(2, Fraction(2, 3)), (3, 1), (4, 1)])
def test_three_relevant_projects_are_enough(count: int, share: Fraction) -> None:
    who = profile(held("A", projects=tuple(range(count))), projects=count)

    projects = part("projects", who, job("A", level="entry"))

    assert projects.fraction == Fraction(2, 3) + Fraction(1, 3) * share


def test_a_project_that_shows_two_slots_is_one_relevant_project() -> None:
    who = profile(held("A", projects=(0,)), held("B", projects=(0,)), projects=1)

    projects = part("projects", who, job("A", "B", level="entry"))

    assert projects.fraction == Fraction(2, 3) + Fraction(1, 9)


def test_a_project_without_a_skill_of_the_posting_is_not_relevant() -> None:
    who = profile(held("Z", projects=(0,)), projects=1)

    assert part("projects", who, job("A", level="entry")).fraction == 0


def test_a_choice_is_shown_in_projects_by_any_of_its_skills() -> None:
    who = profile(held("A", demonstrated=True), held("B", projects=(0,)), projects=1)

    projects = part("projects", who, job(slot("A", "B"), level="entry"))

    assert projects.fraction == Fraction(2, 3) + Fraction(1, 9)
