import pytest

from app.engine.dates import PartialDate

from .build import resume_of


@pytest.mark.parametrize(
    ("text", "title", "publisher"),
    [
        ("Doe A. B., Roe C. (2023). Two heads, one hat. Journal of Hats 4(1), 11–19.",
         "Two heads, one hat", "Journal of Hats"),
        ("J. Doe, C. Roe and M. Poe, What a tired lamp remembers, Lamp Letters 8, 2023, 44-59",
         "What a tired lamp remembers", "Lamp Letters"),
        ("Doe A. “Rain that did not fall”, Annals of Rain 12 (2023), 4–6.",
         "Rain that did not fall", "Annals of Rain"),
        ("“Nobody fears the night”, Example Conference, Lyon 2023", "Nobody fears the night",
         "Example Conference"),
        ("Jane Doe van Roe, M. P., & Poe, I. (2023, March 6). Small Lamps: A Study. Example Press.",
         "Small Lamps: A Study", "Example Press"),
        ("An Atlas of Hats, Example Press, 2023", "An Atlas of Hats", "Example Press"),
    ],
)  # fmt: skip
def test_a_reference_gives_title_publisher_and_date(text: str, title: str, publisher: str) -> None:
    resume = resume_of(
        f"Jane Doe\nExperience\nClerk, Acme Ltd\t2019 – 2021\nPublications\n• {text}"
    )

    (found,) = resume.publications
    assert (found.title, found.publisher) == (title, publisher)
    assert found.date is not None
    assert found.date.year == PartialDate(2023).year
    assert found.sources


def test_an_address_below_a_publication_is_its_own() -> None:
    (found,) = resume_of(
        "Jane Doe\nPublications\nDoe, J. (2021). On hats. Hat Press.\nhttps://hats.example.org/1"
    ).publications

    assert found.url == "https://hats.example.org/1"


@pytest.mark.parametrize(
    ("text", "title", "awarder"),
    [
        ("Early Career Award, Example Society, 2022", "Early Career Award", "Example Society"),
        ("Hat Hackathon, second place, 2016", "Hat Hackathon, second place", None),
        ("2019\tMerit Scholarship\tExample University", "Merit Scholarship",
         "Example University"),
        ("President's Club 2020, 2021 and 2024", "President's Club", None),
    ],
)  # fmt: skip
def test_an_award_has_title_awarder_and_date(text: str, title: str, awarder: str | None) -> None:
    (found,) = resume_of(f"Jane Doe\nAwards\n• {text}").awards

    assert (found.title, found.awarder) == (title, awarder)
    assert found.date is not None


def test_work_done_is_no_award_though_it_is_headed_as_an_achievement() -> None:
    resume = resume_of(
        "Jane Doe\nAchievements\n• Grew the team from 4 to 18\n• Winner of the Hat Cup, 2020"
    )

    assert [award.title for award in resume.awards] == ["Winner of the Hat Cup"]
