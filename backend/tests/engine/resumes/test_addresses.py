"""Email and web addresses of the person."""

from app.engine.documents.model import Document, Link

from .build import contact_of, document_of


def test_links_are_read_from_text_and_from_what_the_document_links_to() -> None:
    links = (
        Link("https://github.com/jane", 2),
        Link("https://www.linkedin.com/in/jane/", 2),
        Link("mailto:jane@example.com", 2),
        Link("https://employer.example.com", None),
    )
    document = document_of("Jane Doe\ngithub.com/jane | LinkedIn | jane@example.com", links)

    contact = contact_of(document)

    assert [link.value for link in contact.links] == [
        "github.com/jane", "https://www.linkedin.com/in/jane/",
    ]  # fmt: skip


def test_an_email_behind_an_icon_is_read_from_its_link() -> None:
    document = document_of("Jane Doe\nEmail me", (Link("mailto:jane@example.com", 2),))

    email = contact_of(document).email
    assert email is not None
    assert email.value == "jane@example.com"


def test_an_address_over_two_lines_is_joined_where_a_link_confirms_it() -> None:
    link = Link("https://www.linkedin.com/in/jane-doe-example", 2)
    document = document_of("Jane Doe\nlinkedin.com/in/jane-\ndoe-example", (link,))

    (found,) = contact_of(document).links

    assert found.value == "linkedin.com/in/jane-doe-example"
    assert found.sources[0].lines == (2, 3)


def test_without_a_link_that_confirms_it_an_address_ends_with_its_line() -> None:
    document = document_of("Jane Doe\nlinkedin.com/in/jane\nBerlin")

    assert [link.value for link in contact_of(document).links] == ["linkedin.com/in/jane"]


def test_what_a_sentence_links_to_is_not_the_persons() -> None:
    text = "Jane Doe\njane.dev\nI built the whole of shop.example.com for a large client."
    document = document_of(text, (Link("https://shop.example.com", 3),))

    assert [link.value for link in contact_of(document).links] == ["jane.dev"]


def test_a_home_page_on_the_domain_of_the_email_is_kept_where_it_stands_alone() -> None:
    document = document_of("Jane Doe\njane@example.com | example.com")

    assert [link.value for link in contact_of(document).links] == ["example.com"]


def test_front_pages_of_services_are_nobodys_links() -> None:
    document = document_of("Ada Holm\nada@example.org\nLinkedIn")
    document = Document(
        document.media_type,
        document.pages,
        document.lines,
        (Link("https://www.linkedin.com/", 3), Link("https://www.linkedin.com/in/ada-example", 3)),
    )

    links = [claim.value for claim in contact_of(document).links]

    assert links == ["https://www.linkedin.com/in/ada-example"]


def test_an_address_with_the_persons_name_is_theirs_wherever_it_stands() -> None:
    text = (
        "Ada Holm\nada@example.org\n\nINTERESTS\n"
        "More at dev.to/ada-holm and github.com/some-project\n"
    )

    assert [c.value for c in contact_of(document_of(text)).links] == ["dev.to/ada-holm"]


def test_a_degree_with_a_full_stop_is_no_address() -> None:
    contact = contact_of(document_of("Ada Holm\nB.Tech CSE, Final Year\nada@example.org"))

    assert contact.links == ()
