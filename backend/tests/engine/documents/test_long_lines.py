from app.engine.documents.plain import LONGEST_LINE
from app.engine.documents.read import read_document


def test_a_line_that_is_a_whole_document_is_cut_between_words() -> None:
    text = "Python experience " * 1_000

    lines = read_document(text.encode(), "job.txt").lines

    assert max(len(line.text) for line in lines) <= LONGEST_LINE
    assert " ".join(line.text for line in lines).split() == text.split()
