"""Accounts: who may exist, who somebody is, and names for those who may see them."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from app.accounts.models import User
from app.accounts.roles import Role
from app.audit import service as audit
from app.platform.errors import NotAuthenticated, Refusal
from app.platform.tokens import DUMMY_HASH, Identity, hash_password, verify_password


class EmailTaken(Refusal):
    """There is an account with this email."""

    status, code, title = 409, "email-taken", "This email already has an account"


class WrongCredentials(NotAuthenticated):
    """Email and password do not go together; the answer is the same for unknown emails."""

    code, title = "wrong-credentials", "Email or password is wrong"


@dataclass(frozen=True, slots=True)
class Person:
    """Name and address of an account, for those who may see them."""

    name: str
    email: str
    company: str | None


def register(
    session: Session,
    *,
    name: str,
    email: str,
    password: str,
    role: Role,
    company: str | None = None,
) -> User:
    """Make an account; raises EmailTaken."""
    user = User(
        name=name,
        email=email.lower(),
        password_hash=hash_password(password),
        role=role,
        company=company,
    )
    try:
        with session.begin_nested():
            session.add(user)
    except IntegrityError as error:
        raise EmailTaken("Log in with this email, or register with another one.") from error
    audit.record(
        session, "user_registered", ("user", user.id), user_id=user.id, payload={"role": role}
    )
    return user


def authenticate(session: Session, email: str, password: str) -> User | None:
    """Return the active account that this email and password belong to, and record the try.

    A refused try returns None rather than raising, so that its event is committed.
    """
    user = find_by_email(session, email)
    matches = verify_password(user.password_hash if user else DUMMY_HASH, password)
    if user is None:
        return None
    if not matches or not user.is_active:
        audit.record(session, "login_failed", ("user", user.id))
        return None
    audit.record(session, "user_logged_in", ("user", user.id), user_id=user.id)
    return user


def find_by_email(session: Session, email: str) -> User | None:
    """Return the account with this email."""
    return session.scalar(select(User).where(User.email == email.lower()))


def find_active(session: Session, identity: Identity) -> User | None:
    """Return the account a token speaks for, if it is active and still has that role."""
    user = session.get(User, identity.user_id)
    if user is None or not user.is_active or user.role != identity.role:
        return None
    return user


def count(session: Session) -> int:
    """Count the accounts."""
    return session.scalar(select(func.count()).select_from(User)) or 0


def people(session: Session, ids: set[UUID]) -> dict[UUID, Person]:
    """Return who the accounts belong to by account id, in one query."""
    query = select(User.id, User.name, User.email, User.company).where(User.id.in_(ids))
    return {row.id: Person(row.name, row.email, row.company) for row in session.execute(query)}
