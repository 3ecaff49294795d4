"""Words that are names of skills and something else too."""

import pytest

from .factories import names_in


@pytest.mark.parametrize(
    "text",
    [
        "our go to market plan",
        "Go to market with us",
        "Go-to person",
        "I excel at talking to people",
        "Excel in a fast environment",
        "graduated in spring 2020",
        "Spring 2020",
        "in Spring '21",
        "R&D department, R & D, R and D",
        "a swift answer and rust on the pipe",
        "express yourself, access to a car",
        "Access to all areas",
        "in other words, word of mouth",
        "react quickly to the rest of the team",
        "C-level executives, vitamin C, Grade C.",
        "J. R. Smith",
        "take a dart, sketch an idea, a notion of unity",
        "an assembly line",
        "5 ml of water",
        "ai margini",
        "javanese, pythonic rubyist",
        "see python.org, www.golang.com and jane@docker.com",
        "github.com/someone/react-app",
        "https://example.org/java/kotlin",
        "health insurance and dental insurance",
        "Executives of Oracle Corporation",
    ],
)
def test_common_words_and_addresses_are_no_skills(text: str) -> None:
    assert names_in(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Montréal, QC",
        "Member of the Cloud Native Computing Foundation",
        "Speaker at the Tableau Conference",
        "Bureau of Water Quality, Analyst",
        "Department of Nursing",
        "GitHub: jdoe",
        "LinkedIn | GitHub | Portfolio",
        "github.com/jdoe and https://github.com/jdoe/tool",
        "Stripe, Software Engineer",
        "Staff Engineer, Figma",
        "Software Engineer at Notion",
    ],
)
def test_places_firms_and_accounts_are_no_skills(text: str) -> None:
    assert names_in(text) == []


@pytest.mark.parametrize(
    ("text", "skills"),
    [
        ("Payments with Stripe", ["Stripe"]),
        ("Salesforce Developer", ["Salesforce"]),
        ("ITIL Foundation", ["ITIL"]),
        ("GitHub and GitLab", ["GitHub", "GitLab"]),
    ],
)
def test_the_same_names_beside_work_are_skills(text: str, skills: list[str]) -> None:
    assert names_in(text) == skills


@pytest.mark.parametrize(
    "text",
    [
        "algorithms that decide what you see",
        "resolution algorithms, in short",
        "4,200+ GitHub stars",
        "a better user experience for all",
        "tools for B2B clients",
        "the data access layer",
        "catering to many guests",
        "committed to sustainability",
        "quick triage of mail",
        "clear typography on every page",
        "our open source work",
        "We are hiring",
        "£300 a day plus VAT",
        "an X-ray machine",
        "an Epic journey",
        "lambda expressions",
    ],
)
def test_common_words_of_prose_are_no_skills(text: str) -> None:
    assert names_in(text) == []


@pytest.mark.parametrize(
    ("item", "skill"),
    [
        ("Algorithms", "Data Structures and Algorithms"),
        ("User experience", "UX Design"),
        ("B2B", "B2B Sales"),
        ("QC", "Quality Assurance"),
        ("Inspection, QC", "Quality Assurance"),
        ("8D", "8D"),
        ("Sustainability", "Sustainability"),
        ("Triage", "Triage"),
        ("Typography", "Typography"),
        ("Hiring", "Recruitment"),
        ("Epic", "Epic EHR"),
        ("Amplitude", "Amplitude"),
        ("Ray", "Ray"),
        ("Troubleshooting", "Troubleshooting"),
        ("Feature toggles", "Feature Flags"),
        ("VAT", "VAT"),
    ],
)
def test_the_same_words_as_items_of_a_list_are_skills(item: str, skill: str) -> None:
    assert names_in(item, listing=True) == [skill]


@pytest.mark.parametrize(
    ("text", "skills"),
    [
        ("Web shops with Java on a Spring base", ["Java", "Spring"]),
        ("Java and Spring web shops", ["Java", "Spring"]),
        ("Maintained Spring web shops for nine retailers", ["Spring"]),
        ("Ran jobs on AWS with Lambda", ["AWS", "AWS Lambda"]),
        ("Charting in Cerner, later on Epic", ["Cerner", "Epic EHR"]),
        ("In Spring we learned Java", ["Java"]),
        ("Taught Java in Spring", ["Java"]),
        ("Knows Java. Swift answers to all", ["Java"]),
    ],
)
def test_a_relative_in_the_same_sentence_makes_a_common_word_a_skill(
    text: str, skills: list[str]
) -> None:
    assert names_in(text) == skills
