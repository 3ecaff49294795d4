"""Commands that work on the database of the settings."""

import pytest
from sqlalchemy import func, select

from app.accounts.service import find_by_email
from app.commands import admin, demo
from app.commands.admin import CommandRefused
from app.engine.taxonomy.load import builtin_taxonomy
from app.jobs import service as jobs
from app.platform import settings as settings_module
from app.platform.runtime import Runtime
from app.platform.settings import Settings
from app.skills.models import Skill
from tests.support.api import PASSWORD, Api


@pytest.fixture(autouse=True)
def settings_of_this_test(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(admin, "get_settings", lambda: settings)
    settings_module.get_settings.cache_clear()


def test_seeding_skills_twice_is_seeding_them_once(runtime: Runtime) -> None:
    first, second = admin.seed_skills(), admin.seed_skills()

    with runtime.sessions() as session:
        react = session.scalars(select(Skill).where(Skill.canonical_name == "React")).one()
    assert first == second == len(builtin_taxonomy().skills)
    assert first >= 400
    assert "ReactJS" in react.synonyms


def test_an_admin_is_made_once(runtime: Runtime) -> None:
    admin.create_admin("Root@example.com", "Root", PASSWORD)

    with pytest.raises(CommandRefused, match="already has an account"):
        admin.create_admin("root@example.com", "Root", PASSWORD)
    with runtime.sessions() as session:
        user = find_by_email(session, "root@example.com")
    assert user is not None
    assert user.role == "admin"


@pytest.mark.parametrize(
    ("email", "password", "words"),
    [
        ("nobody", PASSWORD, "email"),
        ("a@example.com", "weak", "password: String should have at least 8"),
    ],
)
def test_a_weak_admin_is_refused(email: str, password: str, words: str) -> None:
    with pytest.raises(CommandRefused, match=words):
        admin.create_admin(email, "Root", password)


def test_demo_data_is_planted_once_and_ends_in_ranked_applicants(
    api: Api, runtime: Runtime
) -> None:
    demo.plant(runtime)
    demo.plant(runtime)
    api.work()

    assert demo.apply_when_read(runtime)
    body = {"email": demo.RECRUITER, "password": demo.PASSWORD}
    token = api.post("/api/auth/login", body).json()["access_token"]
    recruiter = Api(api.http, runtime, {"Authorization": f"Bearer {token}"})
    own = recruiter.get("/api/recruiter/jobs", limit=100).json()
    assert own["total"] == len(list((demo.DEMO / "jobs").glob("*.txt")))
    applicants = [
        recruiter.get(f"/api/recruiter/jobs/{job['id']}/applicants").json()["total"]
        for job in own["items"]
    ]
    assert sum(applicants) == demo.APPLICATIONS_EACH * len(demo.resume_files())
    with runtime.sessions() as session:
        assert jobs.list_active(session, 1, 0)[1] == own["total"]
        assert session.scalar(select(func.count()).select_from(Skill))
