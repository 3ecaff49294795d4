from app.engine.taxonomy.check import problems
from app.engine.taxonomy.load import builtin_tables
from app.engine.taxonomy.model import DegreeLevel
from app.engine.taxonomy.tables import DegreeWording, Words
from tests.engine.taxonomy.factories import a_family, a_skill, tables_of


def test_the_built_in_data_has_no_problem() -> None:
    assert problems(builtin_tables()) == []


def test_good_tables_have_no_problem() -> None:
    assert problems(tables_of(a_skill("Alpha", "A one", implies=("Beta",)), a_skill("Beta"))) == []


def test_a_synonym_of_two_skills_is_a_problem() -> None:
    found = problems(tables_of(a_skill("Alpha", "One.js"), a_skill("Beta", "onejs")))

    assert found == ["Beta: duplicate synonym 'onejs', also of Alpha"]


def test_a_synonym_listed_twice_is_a_problem() -> None:
    found = problems(tables_of(a_skill("Alpha", "Part-Time", "part time")))

    assert found == ["Alpha: duplicate synonym 'part time'"]


def test_a_synonym_that_is_the_name_of_another_skill_is_a_problem() -> None:
    found = problems(tables_of(a_skill("Alpha", "beta"), a_skill("Beta")))

    assert found == ["Alpha: duplicate synonym 'beta', also of Beta"]


def test_a_skill_listed_twice_is_a_problem() -> None:
    assert "Alpha: listed twice" in problems(tables_of(a_skill("Alpha"), a_skill("Alpha")))


def test_a_circle_of_implication_is_a_problem_of_those_in_it() -> None:
    found = problems(
        tables_of(
            a_skill("Outside", implies=("Alpha",)),
            a_skill("Alpha", implies=("Beta",)),
            a_skill("Beta", implies=("Alpha",)),
            a_skill("Self", implies=("Self",)),
        )
    )

    assert found == [
        "Alpha: circle of implication",
        "Beta: circle of implication",
        "Self: circle of implication",
    ]


def test_an_unknown_implied_skill_is_a_problem() -> None:
    found = problems(tables_of(a_skill("Alpha", implies=("Nothing",))))

    assert found == ["Alpha: implies unknown skill 'Nothing'"]


def test_bad_values_of_a_skill_are_problems() -> None:
    found = problems(
        tables_of(
            a_skill("Alpha", category=" "),
            a_skill("Beta", area="Back-End"),
            a_skill("Gamma", released=19),
            a_skill("Delta", soft=True, area="design"),
            a_skill(" "),
            a_skill("Epsilon", "-"),
        )
    )

    assert found == [
        "Alpha: missing category",
        "Beta: area 'Back-End' is not lower-case words",
        "Gamma: released in 19",
        "Delta: a soft skill has no area",
        "a skill of category 'Any' has no name",
        "Epsilon: empty synonym",
    ]


def test_unknown_and_doubled_fields_are_problems() -> None:
    found = problems(
        tables_of(
            fields=(
                a_family("alpha", "shared", related=("nothing", "alpha")),
                a_family("beta", "Shared"),
            )
        )
    )

    assert found == [
        "field alpha: unknown family 'nothing'",
        "field alpha: names itself",
        "field beta: wording 'Shared' also of alpha",
    ]


def test_a_degree_wording_of_two_levels_is_a_problem() -> None:
    found = problems(
        tables_of(
            degrees=(
                DegreeWording(DegreeLevel.BACHELOR, ("B.X.",)),
                DegreeWording(DegreeLevel.MASTER, ("BX",), fields=("nothing",)),
            )
        )
    )

    assert found == [
        "degree master: unknown family 'nothing'",
        "degree wording 'bx' stands in 0 (bachelor) and 1 (master)",
    ]


def test_rules_about_words_that_name_no_skill_are_problems() -> None:
    words = Words(context=("beta",), never=("alpha", "gamma ray", "alpha ray"))

    assert problems(tables_of(a_skill("Alpha"), words=words)) == [
        "words, context: 'beta' is the name of no skill",
        "words, never: 'alpha' is the name of a skill",
        "words, never: 'gamma ray' contains no name of a skill",
    ]
