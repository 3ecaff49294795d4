import pytest

from app.engine.taxonomy.normalize import fold, name_key, without_dots, without_version


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Café  Société", "cafe societe"),
        ("Cafe\u0301", "cafe"),
        ("scikit-learn", "scikit learn"),
        ("Java - Python", "java - python"),
        ("Java – Python", "java - python"),
        ("e\ufb03cient Straße", "efficient strasse"),
        ("soft\u00adware\u200b", "software"),
        ("it’s\u00a0React", "it's react"),
        ("Machine\nLearning", "machine learning"),
        ("C++ and C#", "c++ and c#"),
    ],
)
def test_case_accents_dashes_and_spaces_are_levelled(text: str, folded: str) -> None:
    assert fold(text).text == folded


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("a   Java b", "Java"),
        ("Cafe\u0301 Java", "Java"),
        ("\ufb01ne Java", "Java"),
        ("so\u00adJava", "Java"),
        ("plain Java", "Java"),
    ],
)
def test_a_range_of_the_folded_text_leads_back_to_the_original(text: str, word: str) -> None:
    folded = fold(text)
    start = folded.text.index(word.lower())

    begin, end = folded.span(start, start + len(word))

    assert text[begin:end] == word


def test_dots_are_left_out_and_places_kept() -> None:
    text = "a Ph.D. here"
    folded = without_dots(fold(text))
    start = folded.text.index("phd")

    begin, end = folded.span(start, start + 3)

    assert text[begin:end] == "Ph.D"


def test_spellings_of_one_name_share_a_key() -> None:
    assert len({name_key(n) for n in ("Node.js", "NodeJS", "node js", "NODE-JS", "node_js")}) == 1


def test_names_that_differ_in_a_sign_have_keys_of_their_own() -> None:
    names = ("C", "C++", "C#", ".NET", "net", "CI/CD")

    assert len({name_key(name) for name in names}) == len(names)


@pytest.mark.parametrize(
    ("name", "bare"),
    [("Python 3.11", "python"), ("Java8", "java"), ("C++17", "c++"), ("Angular 2+", "angular")],
)
def test_a_version_at_the_end_is_taken_off(name: str, bare: str) -> None:
    assert without_version(name) == bare
