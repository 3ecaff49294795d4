"""Render every resume of ``people/`` and write its expected facts beside it.

Usage: ``python demo/render/render.py [slug …]`` with the packages of ``requirements.txt`` and the
programs that ``demo/README.md`` names. Without a slug it renders all. Running it twice on one
machine gives the same bytes. ``--check`` renders nothing, needs no package and fails where an
expected file is not what its source says.
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

from facts import expected_facts  # noqa: E402 - found through the path above
from source import Person, load_people, view  # noqa: E402

RESUMES = HERE.parent / "resumes"
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
}

PDF_DATE = re.compile(rb"\((D:\d{14})")
PDF_ID = re.compile(rb"(?:/ID ?\[ ?|(?<=>)\s*)<([0-9A-Fa-f]{32})>")
PDF_CHECKSUM = re.compile(rb"/DocChecksum /([0-9A-F]{32})")
FIXED_DATE = b"D:20261101000000"
ZIP_DATE = (2026, 11, 1, 0, 0, 0)


def main(slugs: list[str]) -> None:
    """Render the named people, or all; or check the expected files."""
    people = load_people(HERE / "people")
    if slugs == ["--check"]:
        stale = [person.slug for person in people if not _is_fresh(person)]
        sys.exit(f"Expected facts differ from their source: {', '.join(stale)}" if stale else 0)
    unknown = set(slugs) - {person.slug for person in people}
    if unknown:
        sys.exit(f"No source file for: {', '.join(sorted(unknown))}")
    RESUMES.mkdir(exist_ok=True)
    for person in people:
        if not slugs or person.slug in slugs:
            _render(person)


def _render(person: Person) -> None:
    target = RESUMES / person.file_name
    producer = importlib.import_module(f"producers.{PRODUCERS[person.layout.partition('_')[0]]}")
    producer.render(person.layout, view(person), target)
    if target.suffix == ".pdf":
        target.write_bytes(without_run_marks(target.read_bytes()))
    elif target.suffix == ".docx":
        _fix_zip_dates(target)
    size = target.stat().st_size
    if size > MAX_BYTES:
        sys.exit(f"{target.name} has {size} bytes; at most {MAX_BYTES} are kept in the repository")
    _expected_file(person).write_text(_facts_json(person), encoding="utf-8")
    sys.stdout.write(f"{target.name:32} {person.layout:16} {size:>7} bytes\n")


def _expected_file(person: Person) -> Path:
    return RESUMES / f"{person.slug}.expected.json"


def _facts_json(person: Person) -> str:
    return json.dumps(expected_facts(person), indent=2, ensure_ascii=False) + "\n"


def _is_fresh(person: Person) -> bool:
    path = _expected_file(person)
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
    main(sys.argv[1:])
