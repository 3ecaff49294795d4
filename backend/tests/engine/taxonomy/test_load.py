from app.engine.taxonomy.load import builtin_taxonomy, tables_from_files

FIELDS_AND_MORE = {
    "fields.toml": {"family": [{"name": "law", "wordings": ["law"]}]},
    "degrees.toml": {"degree": [{"level": "master", "wordings": ["LL.M."], "fields": ["law"]}]},
    "words.toml": {"never": ["not this"]},
}


def test_the_built_in_taxonomy_is_broad_and_built_once() -> None:
    taxonomy = builtin_taxonomy()

    assert taxonomy is builtin_taxonomy()
    assert len(taxonomy.skills) >= 700
    assert len({skill.category for skill in taxonomy.skills}) >= 30


def test_a_group_lends_its_values_and_a_skill_has_its_own() -> None:
    group = {
        "category": "Letters",
        "area": "backend",
        "skills": {"Alpha": {}, "Beta": {"area": "data"}, "Gamma": {"area": "", "synonyms": ["G"]}},
    }

    tables = tables_from_files({"skills.toml": {"group": [group]}, **FIELDS_AND_MORE})

    assert [(s.name, s.category, s.area) for s in tables.skills] == [
        ("Alpha", "Letters", "backend"),
        ("Beta", "Letters", "data"),
        ("Gamma", "Letters", None),
    ]
    assert tables.skills[2].synonyms == ("G",)
    assert tables.degrees[0].fields == ("law",)
    assert tables.words.never == ("not this",)


def test_areas_follow_the_law_of_the_rubric() -> None:
    area = {skill.name: skill.area for skill in builtin_taxonomy().skills}

    assert {area[name] for name in ("Python", "Java", "Go", "C#", "PHP")} == {"backend"}
    assert {area[name] for name in ("JavaScript", "TypeScript", "React")} == {"frontend"}
    assert {area["Machine Learning"], area["DevOps"]} == {"ml", "devops"}
    for without in ("Data Structures and Algorithms", "Git", "Excel", "Jira", "Teamwork"):
        assert area[without] is None


def test_soft_skills_are_kept_apart() -> None:
    soft = {skill.name for skill in builtin_taxonomy().skills if skill.soft}

    assert {"Communication", "Teamwork", "Problem Solving"} <= soft
    assert "Python" not in soft


def test_technologies_know_their_year() -> None:
    released = {skill.name: skill.released for skill in builtin_taxonomy().skills}

    assert (released["Java"], released["React"], released["Kubernetes"]) == (1995, 2013, 2014)
