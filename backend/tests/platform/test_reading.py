import os
import signal
import subprocess
import sys
import textwrap
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pikepdf
import pytest

from app.engine.documents.errors import (
    EncryptedDocument,
    FileTooLarge,
    ReadingFailed,
    UnsafeDocument,
)
from app.engine.documents.limits import ReadingLimits
from app.engine.documents.read import read_document
from app.platform import reading
from app.platform.reading import read_in_child, stop_reading_server
from app.platform.sandbox import ProcessLimits
from tests.engine.documents.pdfs import changed, pdf, simple, write

linux = pytest.mark.skipif(sys.platform != "linux", reason="the kernel's own means")


@pytest.fixture(autouse=True, scope="module")
def _stop() -> Iterator[None]:
    yield
    stop_reading_server()


def server_process() -> int:
    read_in_child(simple(), "resume.pdf")
    process = reading._server._process
    assert process is not None
    return process.pid


def ends(process: int) -> bool:
    """Whether a process ends within a few seconds."""
    for _ in range(100):
        status = Path(f"/proc/{process}/stat")
        if not status.exists() or status.read_text().rpartition(")")[2].split()[0] == "Z":
            return True
        time.sleep(0.05)
    return False


def run(program: str) -> subprocess.CompletedProcess[str]:
    """Run a Python program in a process of its own, in this environment."""
    return subprocess.run(
        [sys.executable, "-c", textwrap.dedent(program)],
        env={"PYTHONPATH": os.pathsep.join(p for p in sys.path if p)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_a_child_reads_what_would_be_read_here() -> None:
    data = simple()

    assert read_in_child(data, "resume.pdf") == read_document(data, "resume.pdf")
    assert read_in_child(b"Ada", "resume.txt") == read_document(b"Ada", "resume.txt")


def test_a_refusal_comes_back_as_it_was_raised() -> None:
    locked = changed(lambda _: None, encryption=pikepdf.Encryption(owner="o", user="u"))
    launch = pikepdf.Dictionary(S=pikepdf.Name.Launch, F="run.exe")

    with pytest.raises(EncryptedDocument, match="without a password"):
        read_in_child(locked, "resume.pdf")
    with pytest.raises(UnsafeDocument, match="starts a program"):
        read_in_child(
            changed(lambda document: setattr(document.Root, "OpenAction", launch)), "resume.pdf"
        )
    with pytest.raises(FileTooLarge):
        read_in_child(simple(), "resume.pdf", ReadingLimits(max_bytes=10))


def test_a_child_that_takes_too_long_is_a_failed_reading_and_the_next_file_is_read() -> None:
    pages = pdf(*[lambda page: write(page, 72, 72, "Ada Lovelace")] * 40)

    with pytest.raises(ReadingFailed, match="too long"):
        read_in_child(pages, "resume.pdf", process=ProcessLimits(wall_seconds=0.005))

    assert read_in_child(simple(), "resume.pdf").text == "Ada Lovelace"


@linux
def test_a_child_out_of_memory_is_a_failed_reading_and_the_next_file_is_read() -> None:
    with pytest.raises(ReadingFailed):
        read_in_child(simple(), "resume.pdf", process=ProcessLimits(memory_bytes=1 << 20))

    assert read_in_child(simple(), "resume.pdf").text == "Ada Lovelace"


def test_a_server_that_was_killed_is_started_again() -> None:
    before = server_process()
    os.kill(before, signal.SIGKILL)

    assert read_in_child(simple(), "resume.pdf").text == "Ada Lovelace"
    assert server_process() != before


def test_threads_read_at_the_same_time() -> None:
    files = [pdf(lambda page, n=n: write(page, 72, 72, f"Resume {n}")) for n in range(12)]

    with ThreadPoolExecutor(4) as pool:
        documents = list(pool.map(lambda data: read_in_child(data, "resume.pdf"), files))

    assert [document.text for document in documents] == [f"Resume {n}" for n in range(12)]


@linux
def test_no_process_is_left_behind() -> None:
    server = server_process()
    with pytest.raises(ReadingFailed):
        read_in_child(simple(), "resume.pdf", process=ProcessLimits(wall_seconds=0.001))

    children = Path(f"/proc/{server}/task/{server}/children")
    for _ in range(100):
        if not children.read_text().split():
            break
        time.sleep(0.05)

    assert children.read_text().split() == []
    stop_reading_server()
    assert ends(server)


def test_a_forked_daemon_reads_with_a_server_of_its_own() -> None:
    """As a worker of Celery does: forked after the parent has read, and not allowed children."""
    result = run(
        """
        import multiprocessing
        from app.platform import reading

        def server():
            text = reading.read_in_child(b"Ada", "resume.txt").text
            return text, reading._server._process.pid

        def work(queue):
            queue.put(server())

        mine = server()
        context = multiprocessing.get_context("fork")
        queue = context.SimpleQueue()
        worker = context.Process(target=work, args=(queue,), daemon=True)
        worker.start()
        theirs = queue.get()
        worker.join()
        assert theirs[0] == mine[0] == "Ada", (mine, theirs)
        assert theirs[1] != mine[1]
        assert server() == mine
        """
    )

    assert (result.returncode, result.stdout, result.stderr) == (0, "", "")


@linux
def test_the_server_ends_when_its_owner_is_killed() -> None:
    result = run(
        """
        import os, signal
        from app.platform import reading
        reading.read_in_child(b"Ada", "resume.txt")
        print(reading._server._process.pid, flush=True)
        os.kill(os.getpid(), signal.SIGKILL)
        """
    )

    assert ends(int(result.stdout))


@linux
def test_the_server_sees_no_environment_of_its_owner(monkeypatch: pytest.MonkeyPatch) -> None:
    stop_reading_server()
    monkeypatch.setenv("SECRET_KEY", "do-not-tell")

    environment = Path(f"/proc/{server_process()}/environ").read_bytes()

    assert b"do-not-tell" not in environment
    assert b"HOME=" not in environment


@linux
def test_a_confined_process_reaches_nothing(tmp_path: Path) -> None:
    kept = tmp_path / "kept.txt"
    kept.write_text("kept")

    result = run(
        f"""
        import os, resource, signal, socket, subprocess
        from app.platform.sandbox import ProcessLimits, confine

        confine(ProcessLimits())
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)

        def write_more():
            with open({str(kept)!r}, "a") as file:
                file.write("more")

        attempts = dict(
            connect=lambda: socket.socket(),
            start=lambda: subprocess.run(["true"]),
            fork=os.fork,
            kill=lambda: os.kill(os.getppid(), 0),
            remove=lambda: os.remove({str(kept)!r}),
            rename=lambda: os.rename({str(kept)!r}, {str(kept) + "2"!r}),
            write=write_more,
            raise_limit=lambda: resource.setrlimit(resource.RLIMIT_CPU, (99, 99)),
        )
        for name, attempt in attempts.items():
            try:
                attempt()
            except (OSError, ValueError):
                continue
            print(name)
        """
    )

    assert (result.returncode, result.stdout, result.stderr) == (0, "", "")
    assert kept.read_text() == "kept"
