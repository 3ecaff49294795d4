from typing import Annotated, Literal
from uuid import UUID

from pydantic import (
    BaseModel,
    EmailStr,
    Field,
    StringConstraints,
    field_validator,
    model_validator,
)

from app.platform.wire import Body, require_printable

MIN_PASSWORD_LENGTH = 8
MAX_PASSWORD_LENGTH = 256
AS_TYPED = StringConstraints(strip_whitespace=False)


class RegisterBody(Body):
    """A new account; administrators are made by ``hip create-admin`` only."""

    name: Annotated[str, Field(min_length=1, max_length=200, examples=["Ada Example"])]
    email: Annotated[EmailStr, Field(max_length=320, examples=["ada@example.com"])]
    password: Annotated[
        str,
        AS_TYPED,
        Field(
            min_length=MIN_PASSWORD_LENGTH,
            max_length=MAX_PASSWORD_LENGTH,
            examples=["correct-horse-7"],
            description="At least 8 characters, with a letter and a number.",
        ),
    ]
    role: Literal["candidate", "recruiter"]
    company: Annotated[
        str | None, Field(max_length=200, description="Recruiters only: who you hire for.")
    ] = None

    @field_validator("company")
    @classmethod
    def _printable_company(cls, value: str | None) -> str | None:
        return None if value is None else require_printable(value)

    @field_validator("name")
    @classmethod
    def _printable(cls, value: str) -> str:
        return require_printable(value)

    @field_validator("password")
    @classmethod
    def _mixed(cls, value: str) -> str:
        return check_password(value)

    @model_validator(mode="after")
    def _company_of_recruiters(self) -> "RegisterBody":
        if self.company and self.role != "recruiter":
            raise ValueError("company is for recruiters only")
        return self


class LoginBody(Body):
    """Who is there."""

    email: Annotated[str, Field(min_length=3, max_length=320, examples=["ada@example.com"])]
    password: Annotated[
        str,
        AS_TYPED,
        Field(min_length=1, max_length=MAX_PASSWORD_LENGTH, examples=["correct-horse-7"]),
    ]


class UserRead(BaseModel):
    """The account as its owner sees it."""

    id: UUID
    name: str
    email: str
    role: Literal["candidate", "recruiter", "admin"]
    company: str | None = None


class TokenRead(BaseModel):
    """An access token: send it as ``Authorization: Bearer …``."""

    access_token: str
    token_type: Literal["bearer"] = "bearer"  # noqa: S105 - the name of a scheme
    expires_in: int = Field(description="Seconds until the token ends.")
    user: UserRead


def check_password(password: str) -> str:
    """Apply the password policy (A7); raises ValueError that says what is missing."""
    if len(password) < MIN_PASSWORD_LENGTH:
        raise ValueError(f"must have at least {MIN_PASSWORD_LENGTH} characters")
    if not any(c.isalpha() for c in password) or not any(c.isdigit() for c in password):
        raise ValueError("must contain a letter and a number")
    return password
