"""The command line ``hip``: the service, and the main job on files.

Exit codes: 0 done; 1 a file was refused or something could not start; 2 wrong usage; 3 some files
of ``rank`` failed. With ``--json`` standard output holds JSON and nothing else.
"""

import json
import os
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Annotated, TypeVar

import typer
from rich.console import Console

app = typer.Typer(
    name="hip",
    help="Reads resumes and job descriptions as data and explains every point of a match score.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
out = Console(soft_wrap=False, markup=False)
err = Console(stderr=True, markup=False)
"""Brackets in what a document says are brackets."""

Value = TypeVar("Value")

ExistingFile = Annotated[Path, typer.Argument(exists=True, dir_okay=False, readable=True)]
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]
AsOf = Annotated[
    datetime | None,
    typer.Option(
        formats=["%Y-%m-%d"], help="The day that “present” means; today (UTC) if not given."
    ),
]


@app.command()
def parse(
    file: ExistingFile,
    *,
    as_json: Json = False,
    as_json_resume: Annotated[
        bool, typer.Option("--json-resume", help="Print the facts as JSON Resume.")
    ] = False,
    as_of: AsOf = None,
) -> None:
    """Read a resume (PDF, DOCX, text or JSON Resume) and print its facts with their evidence."""
    from app.commands import files, show
    from app.engine.resumes.json_resume import json_resume
    from app.engine.resumes.wire import parsed_json

    if as_json and as_json_resume:
        raise typer.BadParameter("one of --json and --json-resume, not both")
    day = _day(as_of)
    parsed = parsed_json(_read(lambda: files.read_resume_file(file, day)), day)
    if as_json_resume:
        _print_json(json_resume(parsed))
    else:
        _print_json(parsed) if as_json else show.resume(out, parsed)


@app.command()
def analyze(file: ExistingFile, *, as_json: Json = False, as_of: AsOf = None) -> None:
    """Read a job description and print what it asks for and how good it is."""
    from app.commands import files, show
    from app.engine.jobs.wire import parsed_json

    reading = _read(lambda: files.read_job_file(file, _day(as_of)))
    parsed = parsed_json(reading)
    if as_json:
        _print_json(parsed | {"quality_score": reading.quality_score})
    else:
        show.job(out, parsed, reading.quality_score)


@app.command()
def match(
    resume: ExistingFile, job: ExistingFile, *, as_json: Json = False, as_of: AsOf = None
) -> None:
    """Score a resume against a job description, every point with its reason and its line."""
    from app.commands import files, show

    day = _day(as_of)
    reading = _read(lambda: files.read_job_file(job, day))
    found = files.match(
        _read(lambda: files.read_resume_file(resume, day)), reading.requirements, day
    )
    _print_json(found.as_json()) if as_json else show.match(out, found)


@app.command()
def rank(
    job: ExistingFile,
    resumes: Annotated[list[Path], typer.Argument(exists=True, readable=True)],
    *,
    as_json: Json = False,
    as_of: AsOf = None,
) -> None:
    """Rank resumes (files or folders of them) for a job description."""
    from rich.progress import track

    from app.commands import files, show

    day = _day(as_of)
    paths = _expand(resumes)
    requirements = _read(lambda: files.read_job_file(job, day)).requirements
    workers = max(1, min(len(paths), os.cpu_count() or 1))
    matches: dict[Path, files.FileMatch] = {}
    failed: list[dict[str, str]] = []
    results = files.match_all(paths, requirements, day, workers)
    for path, found in track(results, "Reading", total=len(paths), console=err, transient=True):
        if isinstance(found, str):
            failed.append({"file": str(path), "reason": found})
        else:
            matches[path] = found
    rows = files.ranked(matches)
    failed.sort(key=lambda item: item["file"])
    if as_json:
        results_json = [
            {"file": str(row.path), "rank": row.place.rank} | row.match.as_json() for row in rows
        ]
        _print_json({"results": results_json, "failed": failed})
    else:
        show.ranking(out, rows)
    for failure in failed:
        _complain(f"{failure['file']}: {failure['reason']}")
    if failed:
        raise typer.Exit(3)


@app.command()
def explain_skill(
    text: Annotated[str, typer.Argument(help="A line of a resume or posting.")],
    *,
    listing: Annotated[
        bool, typer.Option("--listing", help="The text is a list of skills.")
    ] = False,
    as_json: Json = False,
) -> None:
    """Show what skills a text normalises to, each with the rule that took it or left it."""
    from app.commands import names, show

    explained = names.explained(text, listing=listing)
    _print_json(explained) if as_json else show.names(out, explained)


@app.command()
def serve(
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=1, max=65535, help="Port to listen on.")] = 8000,
    *,
    demo: Annotated[
        bool,
        typer.Option(
            help="Fill an empty embedded database with demo data (on a loopback address)."
        ),
    ] = True,
) -> None:
    """Run everything: database, broker, API, worker and scheduler."""
    from app.commands.serve import run_service

    _start(lambda: run_service(host, port, demo_data=demo))


@app.command("seed-skills")
def seed_skills() -> None:
    """Bring the skills table up to the taxonomy's files."""
    from app.commands import admin

    count = _start(admin.seed_skills)
    out.print(f"{count} skills")


@app.command("seed-demo")
def seed_demo() -> None:
    """Add the demo accounts, resumes, jobs and applications; what is there already stays."""
    from app.commands import admin

    _start(lambda: admin.seed_demo(out.print))


@app.command("preview-upgrade")
def preview_upgrade(
    policy: Annotated[
        Path | None,
        typer.Option(exists=True, dir_okay=False, help="A policy file to compare with."),
    ] = None,
    *,
    reread: Annotated[
        bool, typer.Option("--reread", help="Read all documents with the installed readers.")
    ] = False,
    shortlist: Annotated[int, typer.Option(min=1, help="Ranks that are a shortlist.")] = 10,
    as_json: Json = False,
) -> None:
    """List every score, rank and shortlist of open jobs that an upgrade would change."""
    from app.commands import show, upgrade

    if policy is None and not reread:
        raise typer.BadParameter("name a --policy file, or --reread, or both")
    found = _start(lambda: upgrade.preview(policy, reread=reread, shortlist=shortlist))
    _print_json(found.as_json()) if as_json else show.upgrade(out, found.as_json())


@app.command("reread")
def reread() -> None:
    """Read all resumes and open postings again with the installed readers and taxonomy."""
    from app.commands import upgrade

    resumes, jobs = _start(upgrade.reread)
    out.print(f"{resumes} resumes and {jobs} jobs are queued.")


@app.command("create-admin")
def create_admin(
    email: Annotated[str, typer.Option(prompt=True)],
    name: Annotated[str, typer.Option(prompt=True)],
    password: Annotated[
        str,
        typer.Option(prompt=True, hide_input=True, confirmation_prompt=True, envvar="HIP_PASSWORD"),
    ],
) -> None:
    """Create an administrator; the password is asked for, or taken from HIP_PASSWORD."""
    from app.commands import admin

    _start(lambda: admin.create_admin(email, name, password))
    out.print(f"{email} is an administrator")


def _day(as_of: datetime | None) -> date:
    from app.platform.clock import today

    return as_of.date() if as_of else today()


def _expand(paths: list[Path]) -> list[Path]:
    """Replace folders by the documents in them, and drop what is named twice.

    Most JSON in a folder is no resume, so a JSON Resume has to be named itself.
    """
    from app.platform.settings import READABLE_TYPES

    in_folders = READABLE_TYPES - {"json"}
    found: dict[Path, None] = {}
    for path in paths:
        inside = sorted(path.iterdir()) if path.is_dir() else [path]
        for file in inside:
            if file.is_file() and (
                not path.is_dir() or file.suffix.lower().lstrip(".") in in_folders
            ):
                found[file] = None
    if not found:
        raise typer.BadParameter("there is no PDF, DOCX or TXT file in it", param_hint="RESUMES")
    return list(found)


def _read(read: Callable[[], Value]) -> Value:
    from app.commands.files import FileRefused

    try:
        return read()
    except FileRefused as error:
        _complain(str(error))
        raise typer.Exit(1) from error


def _start(run: Callable[[], Value]) -> Value:
    from pydantic import ValidationError
    from sqlalchemy.exc import OperationalError

    from app.commands.admin import CommandRefused
    from app.platform.embedded import StartError

    try:
        return run()
    except (StartError, CommandRefused) as error:
        _complain(str(error))
    except OperationalError as error:
        reason = str(error.orig).strip().splitlines()[0]
        _complain(f"the database of DATABASE_URL does not answer: {reason}")
    except ValidationError as error:
        for item in error.errors():
            field = ".".join(str(step) for step in item["loc"]).upper()
            message = item["msg"].removeprefix("Value error, ")
            _complain(f"{field}: {message}".removeprefix(": "))
    raise typer.Exit(1)


def _print_json(value: object) -> None:
    typer.echo(json.dumps(value, indent=2, ensure_ascii=False))


def _complain(message: str) -> None:
    err.print(message, style="red", highlight=False, soft_wrap=True)


def main() -> None:
    """Run the command line."""
    app()


if __name__ == "__main__":
    main()
