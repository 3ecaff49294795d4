from app.engine.dates import PartialDate, Period, count_months
from app.engine.matching.changes import (
    AddDegree,
    AddProjects,
    DemonstrateSkill,
    FinishDegrees,
    HoldSkill,
    Lead,
    ReachExperience,
    ReachSkillMonths,
    changed,
)
from app.engine.matching.facts import facts_of
from app.engine.taxonomy.model import DegreeLevel
from tests.engine.matching.builders import AS_OF, degree, held, months, profile


def test_holding_a_skill_adds_the_skill_and_nothing_else() -> None:
    after = changed(profile("A", work=5), (HoldSkill("B"),), AS_OF)

    assert [skill.skill for skill in after.skills] == ["A", "B"]
    assert facts_of(after, AS_OF).months_of(after.skills[1]) == 0
    assert not after.skills[1].demonstrated
    assert (after.work, after.projects) == (months(5), 0)


def test_holding_a_skill_that_is_held_changes_nothing() -> None:
    before = profile(held("A", demonstrated=True, dated=3))

    assert facts_of(changed(before, (HoldSkill("A"),), AS_OF), AS_OF).skills["A"].demonstrated
    assert len(changed(before, (HoldSkill("A"),), AS_OF).skills) == 1


def test_demonstrating_a_skill_adds_no_project() -> None:
    after = changed(profile("A"), (DemonstrateSkill("A"),), AS_OF)

    assert (after.skills[0].demonstrated, after.skills[0].in_projects) == (True, ())


def test_new_projects_get_numbers_of_their_own() -> None:
    before = profile(held("A", projects=(0, 1)), projects=2)

    after = changed(before, (AddProjects("A", 2), AddProjects("B")), AS_OF)

    assert after.projects == 5
    assert [skill.in_projects for skill in after.skills] == [(0, 1, 2, 3), (4,)]


def test_experience_reaches_the_months_named_and_overlaps_nothing() -> None:
    who = profile(
        held("A", dated=12),
        work=(*months(10, 2015), Period(PartialDate(2026, 1), None, is_current=True)),
    )

    after = changed(who, (ReachExperience(100),), AS_OF)

    assert count_months(after.work, AS_OF) == 100
    assert changed(after, (ReachExperience(60),), AS_OF) == after


def test_experience_can_start_from_nothing() -> None:
    after = changed(profile(), (ReachExperience(7),), AS_OF)

    assert count_months(after.work, AS_OF) == 7


def test_skill_months_reach_the_months_named_without_more_experience() -> None:
    who = profile(held("A", dated=12), work=20)

    after = changed(who, (ReachSkillMonths("A", 30), ReachSkillMonths("B", 6)), AS_OF)

    facts = facts_of(after, AS_OF)
    assert facts.months == 20
    assert facts.months_of(facts.skills["A"]) == 30
    assert facts.months_of(facts.skills["B"]) == 6


def test_a_degree_is_added_finished() -> None:
    after = changed(profile(), (AddDegree(DegreeLevel.MASTER, ("art",)),), AS_OF)

    assert after.degrees == (degree(DegreeLevel.MASTER, "art", end=None),)


def test_unfinished_degrees_are_finished_and_others_kept() -> None:
    done = degree(DegreeLevel.BACHELOR, end=PartialDate(2020, 6))
    open_end = degree(DegreeLevel.MASTER, end=PartialDate(2027))

    after = changed(profile(degrees=(done, open_end)), (FinishDegrees(),), AS_OF)

    assert after.degrees[0] == done
    assert all(facts_of(after, AS_OF).is_finished(d) for d in after.degrees)


def test_leading_is_evidenced() -> None:
    assert changed(profile(), (Lead(),), AS_OF).leads
