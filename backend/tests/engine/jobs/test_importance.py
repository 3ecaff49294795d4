import pytest

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
        "Docker wäre schön",
        "Docker-Kenntnisse sind kein Muss",
        "Gerne auch Docker",
        "Docker est un vrai plus",
        "Se valorará Docker",
        "Other tools a plus (Docker)",
        "Recommended: Docker",
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
