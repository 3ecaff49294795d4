"""Password hashes (Argon2id) and access tokens (JWT, HS256)."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

import jwt
from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

ALGORITHM = "HS256"
AUDIENCE = "hip-api"
ARGON2_MEMORY_KIB = 64 * 1024
_hasher = PasswordHasher(time_cost=3, memory_cost=ARGON2_MEMORY_KIB, parallelism=4)

DUMMY_HASH = (
    "$argon2id$v=19$m=65536,t=3,p=4$c29tZXNhbHRzb21lc2FsdA"
    "$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
)
"""Verified for an unknown email, so that the answer takes as long as for a known one."""


class InvalidToken(Exception):
    """The token is malformed, expired, or not ours."""


@dataclass(frozen=True, slots=True)
class Identity:
    """Who a valid token speaks for."""

    user_id: UUID
    email: str
    role: str


def hash_password(password: str) -> str:
    """Hash with a fresh salt (64 MiB, three passes, four lanes: A7)."""
    return _hasher.hash(password)


def verify_password(password_hash: str, password: str) -> bool:
    """Say whether the password is the one that was hashed."""
    try:
        return _hasher.verify(password_hash, password)
    except (VerificationError, InvalidHashError):
        return False


def issue_access_token(identity: Identity, secret: str, at: datetime, lifetime: timedelta) -> str:
    """Sign an access token with the claims of A7."""
    claims = {
        "user_id": str(identity.user_id),
        "email": identity.email,
        "role": identity.role,
        "iat": at,
        "exp": at + lifetime,
        "aud": AUDIENCE,
        "type": "access",
    }
    return jwt.encode(claims, secret, algorithm=ALGORITHM)


def read_access_token(token: str, secret: str) -> Identity:
    """Check signature, audience, expiry and type; raises InvalidToken."""
    try:
        claims = jwt.decode(
            token,
            secret,
            algorithms=[ALGORITHM],
            audience=AUDIENCE,
            options={"require": ["exp", "iat", "aud", "user_id", "email", "role", "type"]},
        )
        if claims["type"] != "access":
            raise InvalidToken
        return Identity(UUID(claims["user_id"]), claims["email"], claims["role"])
    except (jwt.InvalidTokenError, ValueError, TypeError) as error:
        raise InvalidToken from error
