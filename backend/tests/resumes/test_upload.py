from pathlib import Path

import pymupdf
import pytest

from app.platform.runtime import Runtime
from tests.support.api import RESUME_TEXT, Api

DEMO = Path(__file__).resolve().parents[2] / "demo" / "resumes"


def pdf_with(text: str, pages: int = 1, **save: object) -> bytes:
    document = pymupdf.open()
    for _ in range(pages):
        document.new_page().insert_text((72, 72), text)
    return bytes(document.tobytes(**save))


def test_an_upload_answers_at_once_and_is_read_by_a_worker(candidate: Api) -> None:
    answer = candidate.upload(RESUME_TEXT.encode(), "CV of Maya.txt")
    before = candidate.get(answer.headers["Location"]).json()
    candidate.work()
    after = candidate.get(answer.headers["Location"]).json()

    assert answer.status_code == 202
    assert before["status"] == "pending"
    assert before["parsed_json"] is None
    assert after["status"] == "parsed"
    assert after["original_filename"] == "CV of Maya.txt"
    assert after["parsed_json"]["email"] == "maya.lindqvist@example.com"


def test_every_skill_that_was_read_names_the_line_that_shows_it(candidate: Api) -> None:
    resume_id = candidate.parsed_resume()

    skills = candidate.get(f"/api/resumes/{resume_id}").json()["parsed_json"]["skills"]

    lines = [line for line in RESUME_TEXT.splitlines() if line.strip()]
    python = next(skill for skill in skills if skill["skill"] == "Python")
    assert "job:Northwind Traders AB" in python["evidence"]
    for source in python["sources"]:
        assert "Python" in lines[source["lines"][0] - 1]
        assert source["quote"] in lines[source["lines"][0] - 1]


def test_a_demo_pdf_is_read_with_pages_and_boxes(candidate: Api) -> None:
    data = (DEMO / "priya-raghunathan.pdf").read_bytes()

    resume_id = candidate.upload(data, "priya.pdf").json()["id"]
    candidate.work()
    parsed = candidate.get(f"/api/resumes/{resume_id}").json()["parsed_json"]

    assert parsed["name"] == "Priya Raghunathan"
    assert all(source["page"] in {1, 2} for source in parsed["skills"][0]["sources"])
    assert all(
        source["box"]["x1"] > source["box"]["x0"] for source in parsed["skills"][0]["sources"]
    )


def refused_at_upload() -> list[tuple[str, bytes, str, int, str]]:
    return [
        ("empty", b"", "cv.pdf", 422, "empty-file"),
        ("no PDF", b"GIF89a not a pdf", "cv.pdf", 422, "unsupported-type"),
        ("wrong ending", pdf_with("x"), "cv.exe", 422, "unsupported-type"),
        ("too large", b"%PDF-1.7" + b"0" * 5 * 1024 * 1024, "cv.pdf", 413, "file-too-large"),
    ]


@pytest.mark.parametrize(
    ("data", "filename", "status", "code"),
    [case[1:] for case in refused_at_upload()],
    ids=[case[0] for case in refused_at_upload()],
)
def test_what_cannot_be_a_resume_is_refused_and_not_stored(
    candidate: Api, runtime: Runtime, data: bytes, filename: str, status: int, code: str
) -> None:
    answer = candidate.upload(data, filename)

    assert (answer.status_code, answer.json()["type"]) == (status, f"urn:hip:problem:{code}")
    assert answer.json()["detail"]
    assert candidate.get("/api/resumes/me").json()["total"] == 0
    assert not list((runtime.settings.data_dir).rglob("*.part"))
    assert not [p for p in (runtime.settings.data_dir / "files").rglob("*") if p.is_file()]


def image_only() -> bytes:
    document = pymupdf.open()
    page = document.new_page()
    pixels = pymupdf.Pixmap(pymupdf.csRGB, pymupdf.IRect(0, 0, 200, 200))
    pixels.clear_with(90)
    page.insert_image(pymupdf.Rect(50, 50, 500, 700), pixmap=pixels)
    return bytes(document.tobytes())


def failed_when_read() -> list[tuple[str, bytes, str]]:
    whole = pdf_with(RESUME_TEXT)
    locked = pdf_with(
        RESUME_TEXT, encryption=pymupdf.PDF_ENCRYPT_AES_256, user_pw="secret", owner_pw="secret"
    )
    return [
        ("broken", whole[: len(whole) // 3], "cut off"),
        ("encrypted", locked, "password"),
        ("scanned", image_only(), "scan"),
        ("2000 pages", pdf_with("x", pages=2000), "page"),
    ]


@pytest.mark.parametrize(
    ("data", "word"),
    [case[1:] for case in failed_when_read()],
    ids=[case[0] for case in failed_when_read()],
)
def test_what_cannot_be_read_fails_with_words_that_help(
    candidate: Api, data: bytes, word: str
) -> None:
    resume_id = candidate.upload(data, "cv.pdf").json()["id"]
    candidate.work()

    resume = candidate.get(f"/api/resumes/{resume_id}").json()

    assert resume["status"] == "failed"
    assert word in resume["error_message"].lower()
    assert resume["parsed_json"] is None
    assert candidate.tasks()[0].status == "done"


def test_my_resumes_are_listed_newest_first_a_page_at_a_time(candidate: Api) -> None:
    ids = [candidate.upload(RESUME_TEXT.encode(), f"{n}.txt").json()["id"] for n in range(3)]

    first = candidate.get("/api/resumes/me", limit=2).json()
    second = candidate.get("/api/resumes/me", limit=2, offset=2).json()

    assert [item["id"] for item in first["items"] + second["items"]] == ids[::-1]
    assert first["total"] == second["total"] == 3


def test_a_file_name_is_shown_but_never_used_as_a_path(candidate: Api, runtime: Runtime) -> None:
    candidate.upload(RESUME_TEXT.encode(), "..\\..\\etc/pass\u202ewd.txt")

    stored = [p for p in (runtime.settings.data_dir / "files").rglob("*") if p.is_file()]

    assert len(stored) == 1
    assert candidate.get("/api/resumes/me").json()["items"][0]["original_filename"] == "passwd.txt"


def test_a_store_that_takes_nothing_is_said_to_be_so(candidate: Api, runtime: Runtime) -> None:
    (runtime.settings.data_dir / "files").write_text("in the way of the folder")

    answer = candidate.upload(RESUME_TEXT.encode())

    assert answer.status_code == 507
    assert answer.json()["type"] == "urn:hip:problem:storage-unavailable"
    assert candidate.get("/api/resumes/me").json()["total"] == 0
    assert candidate.tasks() == []
