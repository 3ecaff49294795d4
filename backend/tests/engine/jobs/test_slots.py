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
