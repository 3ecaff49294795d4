from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from app.platform.settings import Settings

STRONG = "7f3b9c1d5e8a2f4b6c0d9e1a3f5b7c8d"
PRODUCTION = {
    "environment": "production",
    "database_url": "postgresql://db/hip",
    "redis_url": "redis://redis/0",
    "jwt_secret": STRONG,
}


def settings(**values: Any) -> Settings:
    return Settings(_env_file=None, **values)


def test_founding_names_are_read_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgres://u:p@db.example/hip?sslmode=require")
    monkeypatch.setenv("MAX_FILE_SIZE_MB", "2")
    monkeypatch.setenv("ALLOWED_FILE_TYPES", "PDF, .docx")
    monkeypatch.setenv("CELERY_WORKERS", "3")

    read = settings()

    assert read.database_url == "postgresql+psycopg://u:p@db.example/hip?sslmode=require"
    assert read.reading_limits.max_bytes == 2 * 1024 * 1024
    assert read.allowed_file_types == {"pdf", "docx"}
    assert read.celery_workers == 3


@pytest.mark.parametrize(
    "change",
    [
        {"jwt_secret": None},
        {"jwt_secret": "short"},
        {"jwt_secret": "change-me-change-me-change-me-change-me"},
        {"jwt_secret": "a" * 64},
        {"database_url": None},
        {"redis_url": ""},
    ],
)
def test_production_does_not_start_unsafe(change: dict[str, Any]) -> None:
    assert settings(**PRODUCTION).environment == "production"
    with pytest.raises(ValidationError):
        settings(**PRODUCTION | change)


@pytest.mark.parametrize(
    "change",
    [
        {"database_url": "mysql://db/hip"},
        {"redis_url": "localhost:6379"},
        {"allowed_file_types": "pdf,exe"},
        {"allowed_file_types": ""},
        {"log_level": "LOUD"},
        {"max_file_size_mb": 0},
    ],
)
def test_settings_that_cannot_work_are_refused(change: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        settings(**change)


def test_the_secret_of_a_data_folder_is_made_once_and_private(tmp_path: Path) -> None:
    first = settings(data_dir=tmp_path).signing_secret()
    second = settings(data_dir=tmp_path).signing_secret()

    assert first == second
    assert len(first) == 64
    assert (tmp_path / "jwt.secret").stat().st_mode & 0o777 == 0o600
    assert settings(data_dir=tmp_path / "other").signing_secret() != first


def test_a_given_secret_wins(tmp_path: Path) -> None:
    assert settings(data_dir=tmp_path, jwt_secret=STRONG).signing_secret() == STRONG
    assert not (tmp_path / "jwt.secret").exists()


def test_an_empty_kept_secret_is_refused(tmp_path: Path) -> None:
    (tmp_path / "jwt.secret").write_text("")

    with pytest.raises(ValueError, match="at least 32 bytes"):
        settings(data_dir=tmp_path).signing_secret()
