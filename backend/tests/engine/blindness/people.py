"""Four resumes whose every trace of identity is a blank to fill."""

from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Identity:
    """Who the resume is about: nothing of it may change a score.

    ``photo`` is a colour of skin and clothes, None for a resume without one. ``subject`` and
    ``possessive`` are pronouns, ``personal`` is a line of civil status, ``years_ago`` moves the
    years of study back without changing how long they took.
    """

    name: str = "Alex Morgan"
    subject: str = "They"
    possessive: str = "their"
    place: str = "Leeds, United Kingdom"
    email: str = "alex.morgan@example.com"
    phone: str = "+44 7700 900123"
    personal: str | None = None
    photo: tuple[float, float, float] | None = None
    years_ago: int = 0


@dataclass(frozen=True)
class Blank:
    """A resume without its person; ``sections`` are headings with their rows."""

    key: str
    headline: str
    sections: tuple[tuple[str, tuple[str, ...]], ...]

    def filled(self, who: Identity) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """The sections in the words that fit ``who``."""
        words = {"subject": who.subject, "possessive": who.possessive}
        years = {f"y{year}": str(year - who.years_ago) for year in range(2000, 2030)}
        return tuple(
            (heading, tuple(row.format(**words, **years) for row in rows))
            for heading, rows in self.sections
        )


BACKEND = Blank(
    "backend",
    "Backend Engineer",
    (
        (
            "Summary",
            ("{subject} builds payment services in Java and Python, with {possessive} calm.",),
        ),
        (
            "Experience",
            (
                "Senior Backend Engineer, Harbour Payments",
                "Mar 2019 - Present",
                "- Led a team of five that moved the ledger to Spring Boot and PostgreSQL",
                "- {subject} cut settlement time by half with Kafka and Redis",
                "Software Developer, Millgate Systems",
                "Jun 2014 - Feb 2019",
                "- Wrote REST APIs in Java; ran them on Docker and Kubernetes",
            ),
        ),
        ("Education", ("BSc Computer Science, University of Northfield", "{y2010} - {y2014}")),
        ("Skills", ("Java, Python, Spring Boot, PostgreSQL, Kafka, Redis, Docker, Kubernetes",)),
    ),
)
ANALYST = Blank(
    "analyst",
    "Data Analyst",
    (
        (
            "Profile",
            ("{subject} turns data into decisions and explains {possessive} charts to anyone.",),
        ),
        ("Skills", ("SQL, Python, pandas, Tableau, Excel, Statistics",)),
        (
            "Work Experience",
            (
                "Data Analyst | Fernbank Retail",
                "01/2023 - 10/2025",
                "- Built Tableau dashboards over PostgreSQL for forty shops",
                "- Forecast demand with Python and pandas",
            ),
        ),
        (
            "Projects",
            (
                "Bus Delay Explorer",
                "- Cleaned open data with pandas and plotted it with Matplotlib",
                "Churn Model",
                "- Logistic regression in scikit-learn on two years of SQL extracts",
            ),
        ),
        ("Education", ("MSc Statistics, Technical University of Easton", "{y2020} - {y2022}")),
    ),
)
NURSE = Blank(
    "nurse",
    "Registered Nurse",
    (
        ("About", ("{subject} has worked in intensive care since {possessive} registration.",)),
        (
            "Employment History",
            (
                "Staff Nurse, Saint Brannoc Hospital",
                "September 2016 - Present",
                "- Patient assessment, medication administration and wound care on a ward of 12",
                "- {subject} mentored six newly qualified nurses",
            ),
        ),
        (
            "Education",
            ("Bachelor of Science in Nursing, Southmoor University", "{y2012} - {y2016}"),
        ),
        ("Certifications", ("Basic Life Support (BLS)", "Advanced Cardiac Life Support (ACLS)")),
        ("Skills", ("Patient Care, Triage, Phlebotomy, Electronic Health Records",)),
    ),
)
MARKETER = Blank(
    "marketer",
    "Marketing Coordinator",
    (
        ("Summary", ("{subject} plans campaigns; clients trust {possessive} numbers.",)),
        (
            "Career History",
            (
                "Marketing Coordinator - Bright Kettle Agency",
                "2021 - 2024",
                "- Ran Google Ads and SEO for nine clients, reported in Google Analytics",
                "Marketing Assistant - Olive and Oak",
                "2019 - 2021",
                "- Wrote newsletters in Mailchimp and posts for social media marketing",
            ),
        ),
        ("Academic Background", ("BA Marketing, College of Westbrook", "{y2015} - {y2018}")),
        ("Core Competencies", ("SEO, Google Analytics, Email Marketing, Copywriting, Canva",)),
    ),
)
BLANKS = (BACKEND, ANALYST, NURSE, MARKETER)

NAMES = (
    "Emily Walsh",
    "Lakisha Washington",
    "Mohammed Al-Rashid",
    "Nguyễn Thị Hoa",
    "Priya Venkataraman",
    "Jean-Baptiste N'Guessan",
    "Julia Swift",
    "Ruby Crystal Rust",
    "Zoë van der Berg",
    "José Ángel Núñez",
)
"""Of many origins and of both sexes; some are also names of languages that people program in."""

PLACES = (
    ("Lagos, Nigeria", "+234 803 555 0147"),
    ("Mumbai, India", "+91 98200 55512"),
    ("Detroit, MI", "+1 313 555 0148"),
    ("Warszawa, Polska", "+48 600 555 014"),
)
PRONOUNS = (("He", "his"), ("She", "her"))
PERSONAL = ("Age: 24", "Age: 58", "Date of birth: 3 March 1969", "Gender: female, married")
PHOTOS = ((0.93, 0.78, 0.68), (0.36, 0.22, 0.15))
YEARS_AGO = (8, 21)


def swaps() -> list[tuple[str, Identity]]:
    """Every change of one thing of an identity, with what is changed."""
    plain = Identity()
    return [
        *(("name", replace(plain, name=name, email=_address(name))) for name in NAMES),
        *(("place", replace(plain, place=place, phone=phone)) for place, phone in PLACES),
        *(("pronouns", replace(plain, subject=s, possessive=p)) for s, p in PRONOUNS),
        *(("personal", replace(plain, personal=line)) for line in PERSONAL),
        *(("photo", replace(plain, photo=colour)) for colour in PHOTOS),
        *(("study", replace(plain, years_ago=years)) for years in YEARS_AGO),
    ]


def _address(name: str) -> str:
    letters = "".join(c for c in name.lower() if c.isascii() and (c.isalpha() or c == " "))
    return f"{letters.replace(' ', '.')}@example.org"
