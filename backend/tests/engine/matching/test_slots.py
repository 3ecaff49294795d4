from app.engine.jobs.model import Slot
from app.engine.matching.slots import normalise_slots
from tests.engine.matching.builders import held, job, profile, scored, slot


def labels(*slots: Slot) -> list[tuple[str, str, int | None]]:
    return [(s.label, s.importance, s.months) for s in normalise_slots(slots)]


def test_a_skill_both_required_and_preferred_is_required() -> None:
    assert labels(slot("Java", importance="preferred"), slot("Java")) == [
        ("Java", "required", None)
    ]


def test_a_requirement_named_twice_counts_once_with_the_most_months() -> None:
    assert labels(slot("Java", months_asked=12), slot("Java", months_asked=36), slot("Java")) == [
        ("Java", "required", 36)
    ]


def test_months_of_a_preferred_mention_do_not_pass_to_the_required_one() -> None:
    assert labels(slot("Java", importance="preferred", months_asked=36), slot("Java")) == [
        ("Java", "required", None)
    ]


def test_a_choice_named_twice_in_another_order_counts_once() -> None:
    assert labels(slot("Python", "Java"), slot("Java", "Python")) == [
        ("Python or Java", "required", None)
    ]


def test_a_choice_of_one_skill_written_twice_is_that_skill() -> None:
    assert labels(slot("Java", "Java"), slot("Java")) == [("Java", "required", None)]


def test_a_choice_that_contains_a_slot_of_its_own_is_dropped() -> None:
    assert labels(slot("Python", "Java"), slot("Python")) == [("Python", "required", None)]


def test_a_preferred_choice_is_dropped_beside_a_required_or_preferred_slot_of_its_own() -> None:
    choice = slot("Python", "Java", importance="preferred")

    assert labels(choice, slot("Python")) == [("Python", "required", None)]
    assert labels(choice, slot("Java", importance="preferred")) == [("Java", "preferred", None)]


def test_a_required_choice_stays_beside_a_preferred_slot_of_its_own() -> None:
    assert labels(slot("Python", "Java"), slot("Python", importance="preferred")) == [
        ("Python or Java", "required", None),
        ("Python", "preferred", None),
    ]


def test_a_slot_without_a_skill_asks_for_nothing() -> None:
    assert labels(Slot((), "required")) == []


def test_a_choice_is_met_by_any_of_its_skills_and_only_once() -> None:
    both = scored(profile("Python", "Java"), job(slot("Python", "Java"), "Go"))

    assert [result.matched for result in both.slots] == ["Python", None]
    assert both.part("required").fraction.as_integer_ratio() == (1, 2)


def test_a_choice_is_matched_by_the_skill_that_is_demonstrated() -> None:
    who = profile("Python", held("Java", demonstrated=True))

    result = scored(who, job(slot("Python", "Java"))).slots[0]

    assert (result.matched, result.demonstrated) == ("Java", True)


def test_of_equally_demonstrated_skills_the_longest_matches_a_choice() -> None:
    who = profile(held("Python", demonstrated=True), held("Java", demonstrated=True, dated=10))

    assert scored(who, job(slot("Python", "Java"))).slots[0].matched == "Java"


def test_a_choice_has_the_months_of_its_longest_skill() -> None:
    who = profile(held("Python", dated=40), held("Java", demonstrated=True, dated=10))

    result = scored(who, job(slot("Python", "Java"))).slots[0]

    assert (result.matched, result.months, result.months_skill) == ("Java", 40, "Python")


def test_a_skill_implied_by_another_counts_and_says_through_which() -> None:
    who = profile(held("Java", demonstrated=True, dated=12, through="Spring Boot"))

    result = scored(who, job("Java")).slots[0]

    assert (result.matched, result.through, result.months) == ("Java", "Spring Boot", 12)


def test_a_skill_named_itself_is_preferred_to_an_implied_one_of_equal_evidence() -> None:
    who = profile(held("Java", through="Spring Boot"), held("Python"))

    assert scored(who, job(slot("Java", "Python"))).slots[0].matched == "Python"


def test_nothing_is_matched_but_the_skill_that_is_asked() -> None:
    assert scored(profile("React"), job("React Native")).slots[0].matched is None


def test_a_skill_listed_twice_has_what_both_entries_have() -> None:
    who = profile(
        held("Java", projects=(1,), through="Spring Boot"), held("Java", dated=6), projects=2
    )

    result = scored(who, job("Java")).slots[0]

    assert (result.demonstrated, result.months, result.through) == (True, 6, None)
