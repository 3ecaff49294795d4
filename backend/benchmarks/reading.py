"""How much longer reading takes than bare words: ``python benchmarks/reading.py [FILE.pdf ...]``.

Bare words are what PyMuPDF gives for each page of a freshly opened file: no reading order, no
styles, no checks. The ways of reading take turns over each file, round after round, so that all
have the same machine; the least processor time of each counts. Without files named, the PDFs of
the demo and of the evaluation are read. Ends with 1 if a ratio misses its target.
"""

import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pymupdf

from app.engine.documents.drawing import Drawing, text_of
from app.engine.documents.errors import DocumentError
from app.engine.documents.guards import check_pdf
from app.engine.documents.hidden import visible_words
from app.engine.documents.limits import DEFAULT_LIMITS
from app.engine.documents.model import Document
from app.engine.documents.pdf import PdfReading
from app.engine.documents.read import read_document
from app.engine.documents.words import page_words
from app.engine.resumes.read import read_resume
from app.engine.taxonomy.load import builtin_taxonomy

ROUNDS = 8
AS_OF = date(2026, 11, 1)
BACKEND = Path(__file__).resolve().parents[1]
FOLDERS = (BACKEND / "demo" / "resumes", BACKEND / "evaluation" / "resumes")


def bare_words(data: bytes) -> None:
    """What the others are measured by."""
    with pymupdf.open(stream=data, filetype="pdf") as pdf:
        for page in pdf:
            page.get_text("words")


def lines(data: bytes, *, pixels: bool = False) -> Document:
    """What ``read_pdf`` does after its policy check, with its look at the pixels or without."""
    reading = PdfReading()
    with pymupdf.open(stream=data, filetype="pdf") as pdf:
        for page in pdf:
            if pixels:
                drawing = Drawing(page)
                found = page_words(page, drawing.text())
                reading.add(page, found, visible_words(page, drawing, found))
            else:
                found = page_words(page, text_of(page))
                reading.add(page, found, found)
    return reading.document(repaired=False)


def profile(data: bytes, *, pixels: bool = False) -> None:
    """The lines, and all facts that they hold."""
    read_resume(lines(data, pixels=pixels), builtin_taxonomy(), AS_OF)


def checked(data: bytes) -> None:
    """All that is done for an uploaded file: the policy check too."""
    check_pdf(data, DEFAULT_LIMITS)
    profile(data, pixels=True)


WAYS: tuple[tuple[str, Callable[[bytes], object], float | None], ...] = (
    ("bare words", bare_words, None),
    ("lines", lines, 1.6),
    ("lines, profile", profile, 4.0),
    ("... and pixel check", lambda data: profile(data, pixels=True), 7.0),
    ("... and policy check", checked, 7.0),
)


def main() -> int:
    """Measure the files named on the command line, or all that the repository has."""
    named = [Path(name) for name in sys.argv[1:]]
    files = named or [path for folder in FOLDERS for path in sorted(folder.glob("*.pdf"))]
    totals = [0.0] * len(WAYS)
    pages = 0
    for path in files:
        data = path.read_bytes()
        try:
            pages += len(read_document(data, path.name).pages)
        except DocumentError as error:
            print(f"left out, since it is refused ({error.code}): {path.name}")
            continue
        totals = [a + b for a, b in zip(totals, best_times(data), strict=True)]
    if not pages:
        print("no PDF to read", file=sys.stderr)
        return 2
    print(f"{pages} pages; milliseconds a page, ratio to bare words")
    missed = 0
    for (name, _, target), total in zip(WAYS, totals, strict=True):
        ratio = total / totals[0]
        aim = f"  (target {target:.1f})" if target else ""
        print(f"{name:22}{total / pages * 1000:8.2f}{ratio:8.2f} x{aim}")
        missed += target is not None and ratio > target
    return 1 if missed else 0


def best_times(data: bytes) -> list[float]:
    """Seconds of each way of reading one file, the quickest of several rounds."""
    best = [float("inf")] * len(WAYS)
    for _ in range(ROUNDS):
        for index, (_, way, _) in enumerate(WAYS):
            start = time.process_time()
            way(data)
            best[index] = min(best[index], time.process_time() - start)
    return best


if __name__ == "__main__":
    sys.exit(main())
