import pytest

from tests.engine.jobs.posting import preferred, read, required, slot


def test_a_list_joined_by_and_is_as_many_slots() -> None:
    text = "Requirements:\n- Experience with Kafka, Redis and PostgreSQL"

    assert required(text) == ["Apache Kafka", "Redis", "PostgreSQL"]


def test_a_list_joined_by_or_is_one_slot() -> None:
    assert required("Requirements:\n- React, Angular, or Vue.js") == ["React or Angular or Vue.js"]


def test_one_of_makes_a_choice_whatever_joins_the_names() -> None:
    text = "Requirements:\n- Experience with at least one of AWS, Azure and GCP"

    assert required(text) == ["AWS or Azure or Google Cloud"]


def test_or_similar_opens_the_whole_list() -> None:
    text = "Requirements:\n- Experience with Redis, Memcached, or similar"

    assert required(text) == ["Redis or Memcached"]


def test_a_slash_joins_alternatives_of_one_kind_and_parts_others() -> None:
    text = "Requirements:\n- MySQL/PostgreSQL\n- HTML/CSS\n- Python/Docker"

    assert required(text) == ["MySQL or PostgreSQL", "HTML", "CSS", "Python", "Docker"]


def test_an_or_between_two_leaves_another_kind_before_it_alone() -> None:
    text = "Requirements:\n- Java, Docker, AWS or Azure"

    assert required(text) == ["Java", "Docker", "AWS or Azure"]


def test_a_skill_both_required_and_preferred_is_required() -> None:
    text = "Required: Python, Go.\nPreferred: Python, Rust."

    assert required(text) == ["Python", "Go"]
    assert preferred(text) == ["Rust"]


def test_names_of_one_skill_count_once_with_both_their_places() -> None:
    found = slot("Requirements:\n- React\n- Strong ReactJS skills", "React")

    assert [source.lines for source in found.sources] == [(2,), (3,)]


def test_a_choice_that_contains_a_slot_of_its_own_is_dropped() -> None:
    assert required("Requirements:\n- Python or Java\n- Python") == ["Python"]


def test_a_preferred_skill_does_not_settle_a_required_choice() -> None:
    text = "Required: Python or Java.\nPreferred: Python."

    assert required(text) == ["Python or Java"]
    assert preferred(text) == ["Python"]


def test_a_plus_reaches_over_its_own_clause_only() -> None:
    text = "Requirements:\n- Strong Python, knowledge of Docker and Kubernetes is a plus"

    assert required(text) == ["Python"]
    assert preferred(text) == ["Docker", "Kubernetes"]


def test_words_of_an_item_rule_over_its_section() -> None:
    text = "Requirements:\n- Terraform (preferred)\nNice to have:\n- Go (required)\n- Rust"

    assert required(text) == ["Go"]
    assert preferred(text) == ["Terraform", "Rust"]


def test_a_bracket_can_prefer_what_is_in_it() -> None:
    text = "Requirements:\n- Strong Python (Flask and Django preferred)\n- Cloud (Azure preferred)"

    assert "Python" in required(text)
    assert preferred(text) == ["Flask", "Django", "Azure"]


def test_required_and_preferred_in_one_sentence_are_told_apart() -> None:
    text = "Python required, Django preferred. At least three years of experience."

    assert (required(text), preferred(text)) == (["Python"], ["Django"])


def test_soft_skills_are_never_slots() -> None:
    text = "Requirements:\n- Communication and teamwork\n- Leadership\n- Python"

    assert required(text) == ["Python"]


def test_what_the_company_says_of_itself_and_offers_is_not_asked() -> None:
    text = (
        "About us\nWe run Kafka and Ruby.\nRequirements\n- Java\nBenefits\n- AWS certification\n"
        "Equal opportunity\nWe do not discriminate against users of Perl."
    )

    assert required(text) == ["Java"]
    assert preferred(text) == []


def test_tasks_are_no_requirements_where_requirements_are_given() -> None:
    text = "What you will do:\n- Run our Kafka clusters\nRequirements:\n- Experience with Java"

    assert required(text) == ["Java"]


def test_without_any_requirement_the_tasks_say_what_is_needed() -> None:
    text = "Responsibilities:\n- Build services in Scala\n- Run our Kafka clusters"

    assert required(text) == ["Scala", "Apache Kafka"]


def test_a_skill_to_be_learnt_on_the_job_is_not_asked() -> None:
    text = "Requirements:\n- Java\n- Willingness to learn Rust"

    assert required(text) == ["Java"]


def test_subjects_of_a_degree_are_no_skills() -> None:
    text = "Requirements:\n- Bachelor's degree in Marketing\n- SQL"

    assert required(text) == ["SQL"]


def test_other_teams_are_no_skills() -> None:
    text = "Requirements:\n- Experience working with DevOps and QA teams\n- SQL"

    assert required(text) == ["SQL"]


def test_a_remark_in_brackets_is_no_second_skill() -> None:
    assert required("Requirements:\n- React (frontend development experience)") == ["React"]


def test_years_belong_to_the_skills_they_are_said_of() -> None:
    text = "Requirements:\n- 5+ years of Java or Kotlin\n- Python (3+ years)\n- SQL"

    assert slot(text, "Java or Kotlin").months == 60
    assert slot(text, "Python").months == 36
    assert slot(text, "SQL").months is None


def test_years_in_a_field_of_work_are_experience_and_of_no_skill() -> None:
    found = read("Requirements:\n- 6 years of product management experience", "Developer")

    assert found.requirements.slots[0].months is None
    assert found.requirements.experience is not None
    assert found.requirements.experience.min == 72


def test_a_driving_licence_is_no_programming_language() -> None:
    assert required("Requirements:\n- SQL\n- Valid Class C driver's license") == ["SQL"]


def test_subjects_of_the_enrolled_are_no_skills() -> None:
    assert required("Requirements:\n- SQL\n- Du bist eingeschrieben in Statistik") == ["SQL"]


def test_years_after_a_list_are_not_of_its_last_skill() -> None:
    assert slot("Required: Python, Django, 3-5 years.", "Django").months is None


def test_each_span_of_a_sentence_goes_to_the_skills_behind_it() -> None:
    text = "Requirements:\n- 5 years experience with Java, Spring and 2+ years with AWS"

    assert slot(text, "Java").months == 60
    assert slot(text, "AWS").months == 24


def test_sections_and_cues_are_read_in_german_and_french() -> None:
    german = "Dein Profil\n- Kenntnisse in SQL und Docker\n- Kubernetes von Vorteil"
    french = "Profil recherché\n- Maîtrise de React ou Angular\n- Docker serait un plus"

    assert (required(german), preferred(german)) == (["SQL", "Docker"], ["Kubernetes"])
    assert (required(french), preferred(french)) == (["React or Angular"], ["Docker"])


def test_markup_is_read_through_and_places_stay_exact() -> None:
    text = "## Requirements\n* Strong **Python** and [Django](https://example.org/django)"

    sources = [s.sources[0] for s in read(text).requirements.slots]

    assert [s.quote[slice(*s.span or (0, 0))] for s in sources] == ["Python", "Django"]


def test_a_line_that_repeats_a_skill_is_one_source() -> None:
    slots = read("Requirements\nPython and Python, Python", "Developer").requirements.slots

    assert [len(slot.sources) for slot in slots] == [1]


@pytest.mark.parametrize(
    ("item", "labels"),
    [
        ("Machine learning with scikit-learn", ["Machine Learning", "scikit-learn"]),
        ("Databases such as MySQL or PostgreSQL", ["MySQL or PostgreSQL"]),
        ("NoSQL database, such as MongoDB, Redis, etc.", ["MongoDB or Redis"]),
        ("Machine learning libraries such as PyTorch or TensorFlow", ["PyTorch or TensorFlow"]),
        ("Data science languages such as Python or R", ["Python or R"]),
        ("Python libraries like Pandas and NumPy", ["Python", "Pandas", "NumPy"]),
        ("NoSQL (Cassandra) and Git", ["Cassandra", "Git"]),
        ("JavaScript TypeScript", ["JavaScript", "TypeScript"]),
        ("Unit testing, version control, etc.", ["Unit Testing", "Version Control"]),
        ("MySQL, PostgreSQL, etc.", ["MySQL or PostgreSQL"]),
        ("Windows- oder Linux-Umgebungen", ["Windows or Linux"]),
        ("Tools such as Jest, Mocha and Foobarix", ["Jest", "Mocha"]),
        ("Tools such as Jest, Mocha or Foobarix", ["Jest or Mocha"]),
        ("Query languages (SQL, GraphQL)", ["SQL", "GraphQL"]),
        ("Query languages (e.g. SQL, GraphQL)", ["SQL or GraphQL"]),
        ("CI/CD knowledge (Jenkins, GitLab CI)", ["CI/CD", "Jenkins", "GitLab CI"]),
        ("Agile frameworks (Scrum, Kanban, etc)", ["Agile"]),
        ("Python (Pandas, notebooks) or R", ["Python or R"]),
        ("Databases: MySQL and PostgreSQL", ["MySQL", "PostgreSQL"]),
        ("Python, Bash or PowerShell", ["Python or Bash or PowerShell"]),
        ("SQL, Excel, or Tableau", ["SQL or Excel or Tableau"]),
        ("Java or another JVM language such as Kotlin", ["Java or Kotlin"]),
        ("PostgreSQL or another relational database", ["PostgreSQL"]),
        ("React or a comparable framework (Vue.js, Angular)", ["React or Vue.js or Angular"]),
        ("Relational databases, e.g., PostgreSQL or MySQL", ["PostgreSQL or MySQL"]),
        ("HTML/CSS/JavaScript", ["HTML", "CSS", "JavaScript"]),
        ("At least two of Java, Kotlin and Scala", ["Java or Kotlin or Scala"]),
        ("Selenium, Cypress, Playwright - any of these", ["Selenium or Cypress or Playwright"]),
        ("Experiencia con React o Angular", ["React or Angular"]),
        ("Looker, Metabase, Tableau, we don't mind which", ["Looker or Metabase or Tableau"]),
        ("Maîtrise d'Excel", ["Excel"]),
        ("Goede kennis van React of Angular", ["React or Angular"]),
        ("Basic Excel", ["Excel"]),
        ("Strong SQL skills: you answer your own questions", ["SQL"]),
    ],
)
def test_a_kind_and_its_examples_are_one_want_only_where_they_are_said_to_be(
    item: str, labels: list[str]
) -> None:
    assert required(f"Requirements:\n- {item}") == labels


def test_single_words_under_a_heading_of_demands_are_asked() -> None:
    text = "What we ask for\n- SQL\n- Microsoft Excel\n\nWhat would be a plus\n- Git"

    assert (required(text), preferred(text)) == (["SQL", "Excel"], ["Git"])


def test_a_profession_is_no_skill_to_bring() -> None:
    text = (
        "Registered Nurse, Intensive Care\n\nRequirements:\n- Bachelor of Nursing\n"
        "- 2 years as a registered nurse in a ward\n- Wound care"
    )

    assert required(text, "") == ["Wound Care"]


def test_a_title_names_skills_that_count_only_where_no_other_is_asked() -> None:
    assert required("PHP Developer\n\nRequirements:\n- SQL", "") == ["SQL"]
    assert required("PHP Developer\n\nYou join a team of four.", "") == ["PHP"]


def test_experienced_colleagues_are_no_demand() -> None:
    text = "You will swap code reviews with our experienced engineers.\nRequirements:\n- SQL"

    assert required(text) == ["SQL"]


def test_sharing_knowledge_is_no_demand_for_it() -> None:
    text = "Take part in code reviews and knowledge sharing.\nRequirements:\n- SQL"

    assert required(text) == ["SQL"]


def test_what_a_person_will_do_is_no_demand_though_it_speaks_of_requirements() -> None:
    text = "You will align the web design with user requirements.\nRequirements:\n- SQL"

    assert required(text) == ["SQL"]
    assert required("You will need experience with Java.\nRequirements:\n- SQL") == ["Java", "SQL"]


def test_under_a_heading_of_unknown_words_names_of_tools_are_asked() -> None:
    text = "Bread and butter\n- dbt\n- TypeScript auf gutem Niveau\n- Payroll runs on Mondays"

    assert required(text) == ["dbt", "TypeScript"]


def test_things_that_sound_like_people_are_skills() -> None:
    text = "Requirements:\n- Workday or SuccessFactors\n- Working with Android developers"

    assert required(text) == ["Workday or SAP SuccessFactors"]


def test_departments_and_industries_are_no_skills() -> None:
    text = (
        "Requirements:\n- SQL\n- Work with leaders across Operations, Sales and Marketing\n"
        "- 3 years in a biotech company\n- You have worked in fintech"
    )

    assert required(text) == ["SQL"]


def test_years_of_the_only_tool_of_an_entry_are_its_own() -> None:
    text = "Requirements:\n- SQL every day, for at least four years\n- Git"

    assert slot(text, "SQL").months == 48


def test_years_behind_how_a_tool_was_used_are_its_own() -> None:
    text = "Requirements:\n- You have used Terraform professionally for 2+ years"

    assert slot(text, "Terraform").months == 24
