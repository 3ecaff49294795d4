"""Addresses that a narrow column breaks over two lines."""

import pytest

from app.engine.resumes.contact import read_contact
from app.engine.resumes.model import Contact
from app.engine.resumes.sections import read_sections

from .build import document_of


def contact_of(*lines: str) -> Contact:
    document = document_of("\n".join(["Ida Falk", *lines]))
    return read_contact(document, read_sections(document))


@pytest.mark.parametrize(
    ("upper", "lower"),
    [
        ("ida.falk@", "example.org"),
        ("ida.falk", "@example.org"),
        ("ida.falk@exa", "mple.org"),
        ("ida.falk@example.", "org"),
        ("ida.falk@example.o", "rg"),
        ("Oslo | ida.falk@", "example.org | 22 00 00 00"),
    ],
)
def test_an_email_over_two_lines_is_one(upper: str, lower: str) -> None:
    email = contact_of(upper, lower).email

    assert email is not None
    assert email.value == "ida.falk@example.org"
    assert email.sources[0].lines == (2, 3)


@pytest.mark.parametrize(
    ("upper", "lower", "whole"),
    [
        ("linkedin.com/in/ida-", "falk-example", "linkedin.com/in/ida-falk-example"),
        ("linkedin.com/in/", "ida-falk-example", "linkedin.com/in/ida-falk-example"),
        ("github.com/idafal", "k-example", "github.com/idafalk-example"),
        ("https://falk-", "stairs.example.org", "https://falk-stairs.example.org"),
        ("falk-", "stairs.example.org", "falk-stairs.example.org"),
        ("Oslo\tgithub.com/ida-", "example\t22 00 00 00", "github.com/ida-example"),
    ],
)
def test_a_web_address_over_two_lines_is_one(upper: str, lower: str, whole: str) -> None:
    assert [link.value for link in contact_of(upper, lower).links] == [whole]


@pytest.mark.parametrize(
    ("upper", "lower"),
    [
        ("ida@example.org", "Oslo"),
        ("ida@example.org", "github.com/ida-example"),
        ("ida@example.org", "and more about stairs"),
        ("ida@example.org", "+47 22 00 00 00"),
    ],
)
def test_a_whole_address_takes_nothing_from_the_next_line(upper: str, lower: str) -> None:
    email = contact_of(upper, lower).email

    assert email is not None
    assert email.value == "ida@example.org"


def test_addresses_in_a_foot_below_the_last_section_are_the_persons() -> None:
    contact = contact_of(
        "Experience",
        "Carpenter, Stair Works, 2019 - 2021",
        "References",
        "On request",
        "Oslo, Norway",
        "22 00 00 00 | ida@example.org | github.com/ida-example",
    )

    assert contact.phone is not None
    assert contact.phone.value == "+4722000000"
    assert [link.value for link in contact.links] == ["github.com/ida-example"]
