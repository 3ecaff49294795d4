import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.engine.text import clean, collapse_letter_spacing, fold, invisible_characters


@pytest.mark.parametrize(
    ("raw", "plain"),
    [
        ("e\ufb03cient \ufb01le work\ufb02ow", "efficient file workflow"),
        ("co\u00adoperate", "cooperate"),
        ("Jan\u00a02020", "Jan 2020"),
        ("Py\u200bth\u200don\ufeff", "Python"),
        ("Python\U000e0041\U000e0042", "Python"),
        ("full\u2010stack non\u2011stop", "full-stack non-stop"),
        ("2019 – 2020 — now − 1", "2019 – 2020 — now − 1"),
        ("\uf0b7 Built it", "• Built it"),
        ("▪Built it", "• Built it"),
        ("\uf095· Built it", "• Built it"),
        ("Java · Go", "Java · Go"),
        ("\uf095 555 0100", "555 0100"),
        ("Zoe\u0308", "Zoë"),
        ("a\uf0b7`", "à"),
        ("`  a", "à"),
        ("G¨odel, Boˇsko, Fran¸cois, S¸ahin", "Gödel, Boško, François, Şahin"),
        ("ＰＹＴＨＯＮ", "PYTHON"),
        ("C++ C# x² ½ … ™", "C++ C# x² ½ … ™"),
        ("Engineer\t2020", "Engineer\t2020"),
        ("  two   spaces ", "two spaces"),
        ("a\x00b\x07c", "abc"),
        ("\u260e +47 22 00 00 00", "+47 22 00 00 00"),
        ("SQL \u2605\u2605\u2605\u2606\u2606 daily", "SQL daily"),
        ("SQL \u25cf \u25cf \u25cb", "SQL"),
    ],
)
def test_text_is_brought_to_its_plain_form(raw: str, plain: str) -> None:
    assert clean(raw) == plain


@given(st.text())
def test_plain_text_stays_as_it_is(text: str) -> None:
    assert clean(clean(text)) == clean(text)


def test_folded_text_compares_without_case_and_accents() -> None:
    assert fold("Résumé  of\tZOË Straße") == "resume of zoe strasse"


@pytest.mark.parametrize(
    ("raw", "closed"),
    [
        ("E X P E R I E N C E", "EXPERIENCE"),
        ("W O R K   H I S T O R Y", "WORK HISTORY"),
        ("J a n e\u00a0\u00a0D o e e", "Jane Doee"),
        ("Plan B is a go", "Plan B is a go"),
        ("grades: A B C", "grades: A B C"),
    ],
)
def test_words_set_letter_by_letter_are_closed_up(raw: str, closed: str) -> None:
    assert collapse_letter_spacing(raw) == closed


def test_characters_that_hide_a_message_are_counted_and_traces_of_editors_are_not() -> None:
    assert invisible_characters("Ada\U000e0048\U000e0069") == 2
    assert invisible_characters("A\u200b\u200c\u200b\u200cda") == 4
    assert invisible_characters("Ada\u200b Lovelace\u200b") == 0
