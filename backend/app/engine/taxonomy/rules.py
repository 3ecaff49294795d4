"""What each rule of the matcher means, in words for people."""

TAKEN: dict[str, str] = {
    "name": "a name that means nothing else",
    "case": "written with the capitals of the name",
    "listed": "a whole item of a list of skills",
    "cue": "a word beside it says that a skill is meant",
    "row": "in a row of names that are written as skills",
    "neighbour": "in one row with a skill that is sure",
    "relative": "in one sentence with a skill that it belongs to",
}
"""Rules by which a name is taken for a skill."""

LEFT: dict[str, str] = {
    "phrase": "part of a phrase that is no skill",
    "address": "part of a web or mail address",
    "no context": "also a common word, a place or a firm, and nothing here says that it is a skill",
}
"""Rules by which a name is left alone."""

RULES: dict[str, str] = TAKEN | LEFT
