import pickle

import pytest

from app.engine import codec
from app.engine.taxonomy.load import builtin_taxonomy, taxonomy_from_tables
from app.engine.taxonomy.tables import Tables
from app.engine.taxonomy.taxonomy import UnknownSkill
from tests.engine.taxonomy.factories import a_skill, tables_of


@pytest.mark.parametrize(
    ("text", "skill"),
    [
        ("react.js", "React"),
        ("REACTJS", "React"),
        ("js", "JavaScript"),
        ("node js", "Node.js"),
        ("springboot", "Spring Boot"),
        ("Scikit Learn", "scikit-learn"),
        ("Python 3.11", "Python"),
        ("python3", "Python"),
        ("c++", "C++"),
        ("c", "C"),
        (".net", ".NET"),
        ("go", "Go"),
        ("postgres", "PostgreSQL"),
        ("ML", "Machine Learning"),
        ("  sql ", "SQL"),
    ],
)
def test_a_whole_name_has_one_canonical_skill(text: str, skill: str) -> None:
    assert builtin_taxonomy().canonical(text) == skill


@pytest.mark.parametrize("text", ["", "  ", "react developer", "no such skill", "net", "c+"])
def test_anything_else_than_a_whole_name_has_none(text: str) -> None:
    assert builtin_taxonomy().canonical(text) is None


def test_implications_go_one_way_and_through() -> None:
    taxonomy = builtin_taxonomy()

    assert taxonomy.implied("Spring Boot") == ("Spring", "Java")
    assert taxonomy.implied("PostgreSQL") == ("RDBMS", "SQL", "Databases")
    assert taxonomy.implied("Java") == ()
    assert "React Native" not in taxonomy.implied("React")
    assert "React" not in taxonomy.implied("React Native")


def test_implied_skills_come_nearest_first_and_then_by_name() -> None:
    taxonomy = taxonomy_from_tables(
        tables_of(
            a_skill("Top", implies=("Zeta", "Beta")),
            a_skill("Beta", implies=("Alpha",)),
            a_skill("Zeta", implies=("Alpha", "Beta")),
            a_skill("Alpha"),
        )
    )

    assert taxonomy.implied("Top") == ("Beta", "Zeta", "Alpha")


def test_an_unknown_skill_is_refused_by_name() -> None:
    with pytest.raises(UnknownSkill, match="Nothing"):
        builtin_taxonomy().skill("Nothing")
    with pytest.raises(UnknownSkill):
        builtin_taxonomy().implied("Nothing")


def test_equal_tables_have_equal_versions_and_others_do_not() -> None:
    one = taxonomy_from_tables(tables_of(a_skill("Alpha", "A1")))
    same = taxonomy_from_tables(tables_of(a_skill("Alpha", "A1")))
    other = taxonomy_from_tables(tables_of(a_skill("Alpha", "A2")))

    assert one == same
    assert one.version == same.version == codec.content_hash(one.tables)
    assert other.version != one.version


def test_a_taxonomy_survives_pickling() -> None:
    taxonomy = builtin_taxonomy()

    copy = pickle.loads(pickle.dumps(taxonomy))  # noqa: S301 - our own bytes

    assert copy == taxonomy
    assert copy.find("Python and Go") == taxonomy.find("Python and Go")


def test_tables_survive_json() -> None:
    tables = builtin_taxonomy().tables

    assert codec.from_json(Tables, codec.to_json(tables)) == tables
