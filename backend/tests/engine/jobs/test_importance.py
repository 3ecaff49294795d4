import pytest

from app.engine.jobs.cues import cues
from tests.engine.jobs.posting import preferred, required


@pytest.mark.parametrize(
    "line",
    [
        "Docker would be a real bonus",
        "Experience with Docker would be lovely but isn't necessary",
        "Docker is by no means essential",
        "It would be wonderful if you also knew Docker",
        "It helps if you have seen Docker",
        "If you know Docker, that is a plus",
        "Bonus points if you have shipped Docker",
        "You may also have some Docker",
        "Docker experience, though we can teach you",
        "Docker would help",
        "It wouldn't hurt to have seen Docker",
        "Docker wäre schön",
        "Docker-Kenntnisse sind kein Muss",
        "Gerne auch Docker",
        "Docker est un vrai plus",
        "Se valorará Docker",
        "Other tools a plus (Docker)",
        "Recommended: Docker",
        "Do you know Docker? Even better.",
        "If you have used Docker, so much the better.",
        "Docker (nice to have, we can teach it)",
        "[Nice to have] Docker",
        "Docker - optional",
        "Docker (training will be given)",
        "It is an advantage to know Docker",
        "Wenn du Docker kennst, umso besser",
        "Kennis van Docker is een pré",
    ],
)
def test_words_that_prefer(line: str) -> None:
    text = f"Requirements:\n- SQL\n- {line}"

    assert (required(text), preferred(text)) == (["SQL"], ["Docker"])


@pytest.mark.parametrize(
    "line",
    [
        "Docker is a must",
        "Docker (essential)",
        "You must know Docker",
        "Docker ist zwingend erforderlich",
    ],
)
def test_words_that_require(line: str) -> None:
    assert required(f"Nice to have:\n- SQL\n- {line}") == ["Docker"]


@pytest.mark.parametrize(
    "line",
    [
        "You don't need Docker",
        "No Docker experience required",
        "Curious to learn Docker",
        "Interest in learning Docker",
        "Prior Docker experience is not necessary",
        "You will see Docker (prior knowledge is not needed)",
        "Gain hands-on experience with Docker",
        "Send us your CV as a Docker program",
    ],
)
def test_words_that_ask_for_nothing(line: str) -> None:
    text = f"Requirements:\n- SQL\n- {line}"

    assert (required(text), preferred(text)) == (["SQL"], [])


def test_what_is_said_of_one_is_said_of_the_next_that_is_so_too() -> None:
    text = "Requirements:\n- SQL\n- Kafka is a plus, and so is Kubernetes"

    assert (required(text), preferred(text)) == (["SQL"], ["Apache Kafka", "Kubernetes"])


def test_to_be_learnt_is_only_what_stands_behind_these_words() -> None:
    assert required("Requirements:\n- Java and a willingness to learn Rust") == ["Java"]


def test_a_task_that_speaks_of_knowledge_is_no_demand() -> None:
    text = "The role\n- Share your knowledge of Kafka\nRequirements:\n- SQL"

    assert required(text) == ["SQL"]


def test_years_of_a_skill_ask_for_it_wherever_they_stand() -> None:
    text = "Weather is our trade. Within that, 3+ years with Kubernetes.\nRequirements:\n- SQL"

    assert required(text) == ["Kubernetes", "SQL"]


def test_a_label_in_one_bullet_says_nothing_of_the_next() -> None:
    text = "Requirements:\n- SQL\n- Nice to have: Docker\n- Java"

    assert (required(text), preferred(text)) == (["SQL", "Java"], ["Docker"])


def test_the_sentence_before_a_list_says_what_the_list_is() -> None:
    text = (
        "Requirements:\n- SQL\nThis is no ordinary firm. Here's a view on what we offer you:\n"
        "- A Docker training"
    )

    assert required(text) == ["SQL"]


def test_each_part_of_a_sentence_has_its_own_importance() -> None:
    text = "Knowledge of Java is essential and of Docker desirable."

    assert (required(text), preferred(text)) == (["Java"], ["Docker"])


def test_who_is_sought_with_a_skill_must_have_it() -> None:
    assert required("We are looking for someone with Java in their bones.") == ["Java"]


@pytest.mark.parametrize(
    "legend", ["E = essential, D = desirable", "Essential (E) and Desirable (D) criteria"]
)
def test_letters_that_a_legend_explains_tell_the_importance(legend: str) -> None:
    text = f"{legend}\nSkills\n- Java (E)\n- Docker (D)\n- SQL (X)"

    assert (required(text), preferred(text)) == (["Java", "SQL"], ["Docker"])


def test_letters_without_a_legend_tell_nothing() -> None:
    assert required("Skills\n- Java (E)\n- Docker (D)") == ["Java", "Docker"]


def test_every_cue_has_one_of_the_words_that_are_looked_for_first() -> None:
    said = [
        "is a plus", "would be nice", "is welcome", "von Vorteil", "wäre schön", "kein Muss",
        "est un atout", "serait apprécié", "deseable", "een pré", "ideally", "idéalement",
        "preferably", "bonus points for", "it helps if", "idealerweise", "gerne auch",
        "de préférence", "se valorará", "bij voorkeur", "must know", "is essential",
        "zwingend erforderlich", "indispensable", "imprescindible", "vereist",
        "willing to learn", "you don't need", "interest in learning", "is not necessary",
        "sind nicht nötig", "so much the better", "we can teach you", "an edge", "optional",
    ]  # fmt: skip

    for words in said:
        assert cues().cue.search(words), words
        assert cues().hint.search(words.lower()), words
