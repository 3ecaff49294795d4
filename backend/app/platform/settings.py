"""Everything that the environment decides, read once and checked before anything starts."""

import os
import secrets
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AliasChoices, Field, field_validator, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from app.engine.documents.limits import ReadingLimits

MIN_SECRET_BYTES = 32
READABLE_TYPES = frozenset({"pdf", "docx", "txt", "json"})
_PLACEHOLDERS = ("change", "secret", "example", "placeholder", "your-")


def _default_data_dir() -> Path:
    """Return the user's data folder for ``hip``; ``make run`` names the checkout's ``var/``."""
    base = os.environ.get("XDG_DATA_HOME")
    return (Path(base) if base else Path.home() / ".local" / "share") / "hip"


class Settings(BaseSettings):
    """Names are those of the founding README (R8); ``.env`` of the working folder is read too."""

    model_config = SettingsConfigDict(
        env_file=(".env", "../.env"),
        extra="ignore",
        env_ignore_empty=True,
        frozen=True,
        populate_by_name=True,
    )

    environment: Literal["development", "production"] = "development"
    database_url: str | None = None
    redis_url: str | None = None
    redis_key_prefix: str = ""
    jwt_secret: str | None = None
    access_token_minutes: Annotated[int, Field(ge=1, le=60)] = 15
    max_file_size_mb: Annotated[int, Field(ge=1, le=50)] = 5
    allowed_file_types: Annotated[frozenset[str], NoDecode] = READABLE_TYPES
    celery_workers: Annotated[int, Field(ge=1, le=256)] = Field(
        default_factory=lambda: min(4, os.cpu_count() or 1)
    )
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL"] = "INFO"
    data_dir: Annotated[Path, Field(validation_alias=AliasChoices("HIP_DATA_DIR", "data_dir"))] = (
        Field(default_factory=_default_data_dir)
    )

    @field_validator("database_url", "redis_url", "jwt_secret", mode="before")
    @classmethod
    def _empty_is_unset(cls, value: str | None) -> str | None:
        return value or None

    @field_validator("database_url")
    @classmethod
    def _use_psycopg(cls, value: str | None) -> str | None:
        """Accept the addresses that vendors print, and name the driver we use."""
        if value is None:
            return None
        scheme, separator, rest = value.partition("://")
        if not separator or scheme not in {"postgres", "postgresql", "postgresql+psycopg"}:
            raise ValueError("DATABASE_URL must start with postgresql://")
        return f"postgresql+psycopg://{rest}"

    @field_validator("redis_url")
    @classmethod
    def _is_redis(cls, value: str | None) -> str | None:
        if value is not None and not value.startswith(("redis://", "rediss://", "unix://")):
            raise ValueError("REDIS_URL must start with redis://, rediss:// or unix://")
        return value

    @field_validator("allowed_file_types", mode="before")
    @classmethod
    def _split_types(cls, value: object) -> object:
        if isinstance(value, str):
            value = frozenset(part.strip().lower().lstrip(".") for part in value.split(","))
        return value

    @field_validator("allowed_file_types")
    @classmethod
    def _known_types(cls, value: frozenset[str]) -> frozenset[str]:
        if not value or not value <= READABLE_TYPES:
            raise ValueError(f"ALLOWED_FILE_TYPES may name {', '.join(sorted(READABLE_TYPES))}")
        return value

    @model_validator(mode="after")
    def _production_is_safe(self) -> "Settings":
        if self.environment == "production":
            missing = [
                name
                for name, value in (
                    ("DATABASE_URL", self.database_url),
                    ("REDIS_URL", self.redis_url),
                    ("JWT_SECRET", self.jwt_secret),
                )
                if not value
            ]
            if missing:
                raise ValueError(f"production needs {', '.join(missing)}")
        if self.jwt_secret is not None:
            _refuse_weak_secret(self.jwt_secret, self.environment)
        return self

    @property
    def max_file_bytes(self) -> int:
        """The size limit of an uploaded file."""
        return self.max_file_size_mb * 1024 * 1024

    @property
    def reading_limits(self) -> ReadingLimits:
        """What reading a document may cost."""
        return ReadingLimits(max_bytes=self.max_file_bytes)

    def signing_secret(self) -> str:
        """Return JWT_SECRET, or, in development, the one kept in the data folder."""
        return self.jwt_secret or _kept_secret(self.data_dir / "jwt.secret")


@lru_cache(maxsize=1)
def get_settings() -> Settings:
    """Return the settings of this process."""
    return Settings()


def _refuse_weak_secret(secret: str, environment: str) -> None:
    if len(secret.encode()) < MIN_SECRET_BYTES:
        raise ValueError(f"JWT_SECRET must have at least {MIN_SECRET_BYTES} bytes")
    if environment == "production" and (
        len(set(secret)) < 10 or any(word in secret.lower() for word in _PLACEHOLDERS)
    ):
        raise ValueError("JWT_SECRET looks like a placeholder: use `openssl rand -hex 32`")


@lru_cache(maxsize=8)
def _kept_secret(path: Path) -> str:
    """Read the secret of this data folder, making it once; whoever links first has made it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.exists():
        draft = path.with_name(f".{path.name}.{secrets.token_hex(8)}")
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(secrets.token_hex(MIN_SECRET_BYTES))
            file.flush()
            os.fsync(file.fileno())
        with suppress(FileExistsError):
            os.link(draft, path)
        draft.unlink()
    secret = path.read_text().strip()
    _refuse_weak_secret(secret, "development")
    return secret
