"""How much longer a whole reading takes than bare words: ``python benchmarks/reading.py FILE.pdf``.

Bare words are what PyMuPDF gives for each page without any of the guards, the pixel check, the
reading order and the styles. Prints milliseconds a page of both, the best of several rounds, the
ratio, and what a reading in a process of its own adds.
"""

import sys
import time
from collections.abc import Callable
from pathlib import Path

import pymupdf

from app.engine.documents.read import read_document
from app.platform.reading import read_in_child

ROUNDS = 10


def main() -> int:
    """Measure the file named on the command line."""
    if len(sys.argv) != 2:
        print("usage: python benchmarks/reading.py FILE.pdf", file=sys.stderr)
        return 2
    path = Path(sys.argv[1])
    data = path.read_bytes()
    pages = len(read_document(data, path.name).pages)
    bare = best(lambda: bare_words(data)) / pages
    whole = best(lambda: read_document(data, path.name)) / pages
    child = best(lambda: read_in_child(data, path.name)) / pages
    print(f"pages           {pages}")
    print(f"bare words      {bare:8.2f} ms a page")
    print(f"read_document   {whole:8.2f} ms a page   {whole / bare:.1f} x")
    print(f"read_in_child   {child:8.2f} ms a page   {child / bare:.1f} x")
    return 0


def bare_words(data: bytes) -> int:
    """Open the document and get the words of every page."""
    with pymupdf.open(stream=data, filetype="pdf") as pdf:
        return sum(len(page.get_text("words")) for page in pdf)


def best(work: Callable[[], object]) -> float:
    """Milliseconds of the quickest of several rounds."""
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times) * 1000


if __name__ == "__main__":
    sys.exit(main())
