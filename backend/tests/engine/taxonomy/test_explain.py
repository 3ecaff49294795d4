"""Why each name in a text is taken for a skill or left alone."""

import pytest

from app.engine.taxonomy.load import builtin_taxonomy
from app.engine.taxonomy.rules import RULES, TAKEN


@pytest.mark.parametrize(
    ("text", "name", "rule"),
    [
        ("Kubernetes clusters", "Kubernetes", "name"),
        ("written in Go", "Go", "cue"),
        ("Python, Go and Java", "Go", "neighbour"),
        ("a go to market plan", "go to market", "phrase"),
        ("see github.com/react", "react", "address"),
        ("in spring we sailed", "spring", "no context"),
    ],
)
def test_each_name_comes_with_its_rule(text: str, name: str, rule: str) -> None:
    explained = builtin_taxonomy().explain(text)

    assert [e.rule for e in explained if text[e.start : e.end] == name] == [rule]


def test_what_is_explained_as_taken_is_what_is_found() -> None:
    text = "Go, Excel and Spring Boot at go.dev; excel at React, never at rest, in spring 2020"
    for listing in (False, True):
        taken = [
            (e.skill, e.start, e.end)
            for e in builtin_taxonomy().explain(text, listing=listing)
            if e.rule in TAKEN
        ]
        found = builtin_taxonomy().find(text, listing=listing)
        assert taken == [(m.skill, m.start, m.end) for m in found]


def test_every_rule_has_words() -> None:
    text = (
        "Go, R; Word, Access, Excel; Java Spring apps; SAP; I use Rust; k8s; a swift go to market"
    )
    for listing in (False, True):
        rules = {e.rule for e in builtin_taxonomy().explain(text, listing=listing)}
        assert rules <= set(RULES)
