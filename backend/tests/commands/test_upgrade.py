"""Looking at an upgrade on the database of the settings, and switching it on."""

from dataclasses import replace
from importlib import resources
from pathlib import Path

import pytest
from rich.console import Console
from sqlalchemy import update

from app.commands import admin, show, upgrade
from app.commands.admin import CommandRefused
from app.engine.taxonomy.load import builtin_taxonomy
from app.engine.taxonomy.taxonomy import Taxonomy
from app.jobs.models import Job
from app.platform import settings as settings_module
from app.platform.database import transaction
from app.platform.runtime import Runtime
from app.platform.settings import Settings
from app.resumes import reading
from app.resumes.models import Resume
from tests.support.api import JOB_TEXT, RESUME_TEXT, Api

BARE = "Ola Nordmann\nola@example.com\n\nSkills\nPython, PostgreSQL, Kubernetes, Docker\n"


@pytest.fixture(autouse=True)
def settings_of_this_test(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(admin, "get_settings", lambda: settings)
    settings_module.get_settings.cache_clear()


@pytest.fixture
def other_policy(tmp_path: Path) -> Path:
    """Version 1.0.0 with preferred skills worth most."""
    data = resources.files("app.engine.matching") / "data" / "policy-1.0.0.toml"
    text = data.read_text(encoding="utf-8").replace('version = "1.0.0"', 'version = "9.0.0"')
    mid = "required = 50\npreferred = 20\nexperience = 20\neducation = 10"
    assert mid in text
    changed = text.replace(mid, "required = 20\npreferred = 70\nexperience = 5\neducation = 5")
    path = tmp_path / "policy-9.0.0.toml"
    path.write_text(changed, encoding="utf-8")
    return path


@pytest.fixture
def job_id(recruiter: Api, candidate: Api, api: Api) -> str:
    """A job with two applicants: the first has worked and studied, the second lists skills."""
    job_id = recruiter.analysed_job()
    for person, text in ((candidate, RESUME_TEXT), (api.register("candidate"), BARE)):
        body = {"job_id": job_id, "resume_id": person.parsed_resume(text)}
        assert person.post("/api/applications", body).status_code == 201
    return job_id


def test_a_new_policy_is_shown_with_every_flip(job_id: str, other_policy: Path) -> None:
    found = upgrade.preview(other_policy, reread=False, shortlist=1).as_json()

    assert (found["policy_before"], found["policy_after"]) == ("1.0.0", "9.0.0")
    [job] = found["jobs"]
    assert (job["job_id"], job["applicants"]) == (job_id, 2)
    ranks = [(move["before"]["rank"], move["after"]["rank"]) for move in job["moved"]]
    listed = [(m["before"]["on_shortlist"], m["after"]["on_shortlist"]) for m in job["moved"]]
    assert ranks == [(2, 1), (1, 2)]
    assert listed == [(False, True), (True, False)]
    console = Console(width=120)
    with console.capture() as printed:
        show.upgrade(console, found)
    assert "1 of 1 jobs and 2 of 2 applications would change." in printed.get()
    assert "1 would enter, 1 would leave" in printed.get()


@pytest.mark.usefixtures("job_id")
def test_reading_anew_with_the_same_readers_changes_nothing() -> None:
    [job] = upgrade.preview(None, reread=True, shortlist=10).jobs

    assert (job.moved, job.unread) == ((), ())


@pytest.mark.usefixtures("job_id")
def test_reading_anew_shows_what_another_taxonomy_would_change(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A taxonomy of nothing but SQL, as if a new release had lost the rest."""
    tables = builtin_taxonomy().tables
    kept = tuple(skill for skill in tables.skills if skill.name == "SQL")
    smaller = Taxonomy(replace(tables, skills=kept))
    monkeypatch.setattr(reading, "builtin_taxonomy", lambda: smaller)

    [job] = upgrade.preview(None, reread=True, shortlist=10).jobs

    assert len(job.moved) == 2
    assert all(move.after.exact < move.before.exact for _, move in job.moved)


@pytest.mark.usefixtures("job_id")
def test_a_file_that_is_gone_is_named_and_keeps_its_reading(runtime: Runtime) -> None:
    with transaction(runtime.sessions) as session:
        session.execute(update(Resume).values(file_path="aa/gone"))

    [job] = upgrade.preview(None, reread=True, shortlist=10).jobs

    assert (job.moved, len(job.unread)) == ((), 2)


def test_a_policy_that_breaks_a_rule_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "policy.toml"
    path.write_text('version = "1"')

    with pytest.raises(CommandRefused, match="lacks points"):
        upgrade.preview(path, reread=False, shortlist=10)


def test_reading_again_keeps_what_is_the_same(job_id: str, recruiter: Api, candidate: Api) -> None:
    before = candidate.get("/api/resumes/me").json()["items"]

    counts = upgrade.reread()
    during = candidate.get("/api/resumes/me").json()["items"]
    candidate.work()
    after = candidate.get("/api/resumes/me").json()["items"]

    assert counts == (2, 1)
    assert [item["status"] for item in during] == ["parsed"]
    assert after[0]["parsed_at"] > before[0]["parsed_at"]
    assert recruiter.get(f"/api/jobs/{job_id}").json()["version"] == 1


def test_a_failed_second_reading_keeps_the_first(
    job_id: str, candidate: Api, runtime: Runtime
) -> None:
    with transaction(runtime.sessions) as session:
        session.execute(update(Resume).values(file_path="aa/gone"))
    before = candidate.get(f"/api/jobs/{job_id}").json()["match"]["score"]

    upgrade.reread()
    candidate.work()

    [item] = candidate.get("/api/resumes/me").json()["items"]
    assert (item["status"], item["error_message"]) == ("parsed", None)
    assert candidate.get(f"/api/jobs/{job_id}").json()["match"]["score"] == before


def test_another_reading_of_a_posting_is_a_new_version_by_nobody(
    job_id: str, recruiter: Api, runtime: Runtime
) -> None:
    with transaction(runtime.sessions) as session:
        text = JOB_TEXT.replace("Kubernetes", "Redis")
        session.execute(update(Job).values(raw_description=text))

    upgrade.reread()
    recruiter.work()

    versions = recruiter.get(f"/api/jobs/{job_id}/versions").json()
    assert [row["number"] for row in versions] == [2, 1]
    assert versions[0]["parsed_json"]["preferred_skills"] == ["Docker", "Redis"]
