"""Render the resumes of the demo data or of the evaluation corpus, each with its expected facts.

Usage: ``python evaluation/render/render.py demo|corpus [slug …]`` with the packages of
``requirements.txt`` and the programs that ``evaluation/README.md`` names. Without a slug it renders
all. Running it twice on one machine gives the same bytes. With ``--check`` it renders nothing,
needs no package and fails where an expected file is not what its source says.
"""

import importlib
import json
import os
import re
import sys
import zipfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
os.environ["SOURCE_DATE_EPOCH"] = "1793491200"  # 2026-11-01, the date that the facts are as of

from check import SourceError  # noqa: E402 - found through the path above
from facts import expected_facts  # noqa: E402
from source import Person, load_person  # noqa: E402
from view import view  # noqa: E402

BACKEND = HERE.parents[1]
COLLECTIONS = {"demo": BACKEND / "demo", "corpus": BACKEND / "evaluation"}
"""Folders that hold ``people/`` and ``resumes/``."""

MAX_BYTES = 150_000

PRODUCERS = {
    "chrome": "chromium_pdf",
    "docx": "word",
    "latex": "latex_pdf",
    "reportlab": "reportlab_pdf",
    "text": "text",
    "typst": "typst_pdf",
    "weasy": "weasyprint_pdf",
    "word": "libreoffice_pdf",
    # A whole name goes before the first word of it.
    "docx_direct": "word_forms",
    "reportlab_form": "reportlab_form",
    "text_plain": "plain_text",
}

PDF_DATE = re.compile(rb"\((D:\d{14})")
PDF_ID = re.compile(rb"(?:/ID ?\[ ?|(?<=>)\s*)<([0-9A-Fa-f]{32})>")
PDF_CHECKSUM = re.compile(rb"/DocChecksum /([0-9A-F]{32})")
FIXED_DATE = b"D:20261101000000"
ZIP_DATE = (2026, 11, 1, 0, 0, 0)


def main(arguments: list[str]) -> None:
    """Render the named people of a collection, or all; or check the expected files."""
    collection, *slugs = arguments or [""]
    if collection not in COLLECTIONS:
        sys.exit(f"usage: render.py {'|'.join(COLLECTIONS)} [slug …] | --check")
    folder = COLLECTIONS[collection]
    paths = {path.stem: path for path in sorted((folder / "people").glob("*.toml"))}
    unknown = set(slugs) - {*paths, "--check"}
    if unknown:
        sys.exit(f"No source file for: {', '.join(sorted(unknown))}")
    resumes = folder / "resumes"
    if "--check" in slugs:
        _check([load_person(path) for path in paths.values()], resumes)
        return
    resumes.mkdir(exist_ok=True)
    for person in [load_person(paths[slug]) for slug in slugs or paths]:
        _render(person, resumes)


def _check(people: list[Person], resumes: Path) -> None:
    stale = [person.slug for person in people if not _is_fresh(person, resumes)]
    if stale:
        sys.exit(f"Expected facts differ from their source: {', '.join(stale)}")


def _render(person: Person, resumes: Path) -> None:
    facts = _facts_json(person)
    target = resumes / person.file_name
    producer = importlib.import_module(f"producers.{producer_of(person.layout)}")
    producer.render(person.layout, view(person), target)
    if target.suffix == ".pdf":
        target.write_bytes(without_run_marks(target.read_bytes()))
    elif target.suffix == ".docx":
        _fix_zip_dates(target)
    size = target.stat().st_size
    if size > MAX_BYTES:
        sys.exit(f"{target.name} has {size} bytes; at most {MAX_BYTES} are kept in the repository")
    _expected_file(person, resumes).write_text(facts, encoding="utf-8")
    sys.stdout.write(f"{target.name:32} {person.layout:16} {size:>7} bytes\n")


def producer_of(layout: str) -> str:
    """The module of the producer of ``layout``."""
    return PRODUCERS.get(layout) or PRODUCERS[layout.partition("_")[0]]


def _expected_file(person: Person, resumes: Path) -> Path:
    return resumes / f"{person.slug}.expected.json"


def _facts_json(person: Person) -> str:
    return json.dumps(expected_facts(person), indent=2, ensure_ascii=False) + "\n"


def _is_fresh(person: Person, resumes: Path) -> bool:
    path = _expected_file(person, resumes)
    return path.exists() and path.read_text(encoding="utf-8") == _facts_json(person)


def without_run_marks(pdf: bytes) -> bytes:
    """Fix the dates and random ids that a producer writes, keeping every offset."""

    def zeros(match: re.Match[bytes]) -> bytes:
        return match[0].replace(match[1], b"0" * len(match[1]))

    pdf = PDF_DATE.sub(b"(" + FIXED_DATE, pdf)
    trailer = max(pdf.rfind(b"trailer"), pdf.rfind(b"/ID"))
    head, tail = pdf[:trailer], pdf[trailer:]
    return head + PDF_CHECKSUM.sub(zeros, PDF_ID.sub(zeros, tail))


def _fix_zip_dates(path: Path) -> None:
    with zipfile.ZipFile(path) as archive:
        parts = [(info.filename, archive.read(info)) for info in archive.infolist()]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts:
            info = zipfile.ZipInfo(name, ZIP_DATE)
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, content)


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except SourceError as error:
        sys.exit(str(error))
