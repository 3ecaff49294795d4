from datetime import timedelta
from typing import Any

import jwt
import pytest
from sqlalchemy import select, update

from app.accounts.models import User
from app.accounts.service import register
from app.audit.models import Event
from app.platform.clock import now
from app.platform.database import transaction
from app.platform.runtime import Runtime
from app.platform.tokens import AUDIENCE
from tests.conftest import JWT_SECRET
from tests.support.api import PASSWORD, Api


def claims(user: dict[str, Any], **changes: Any) -> dict[str, Any]:
    return {
        "user_id": user["id"],
        "email": user["email"],
        "role": user["role"],
        "iat": now(),
        "exp": now() + timedelta(minutes=5),
        "aud": AUDIENCE,
        "type": "access",
    } | changes


def with_token(api: Api, token: str) -> Api:
    return Api(api.http, api.runtime, {"Authorization": f"Bearer {token}"})


def test_registering_answers_with_a_token_that_works(api: Api) -> None:
    candidate = api.register("candidate")

    answer = candidate.get("/api/resumes/me")

    assert answer.status_code == 200
    assert candidate.user["role"] == "candidate"


def test_login_finds_the_account_whatever_the_case_of_the_email(api: Api) -> None:
    api.register("candidate", email="Ada@Example.com")

    answer = api.post("/api/auth/login", {"email": "ADA@example.com", "password": PASSWORD})

    assert answer.status_code == 200
    assert answer.json()["token_type"] == "bearer"
    assert answer.json()["expires_in"] == 900
    assert answer.json()["user"]["email"] == "ada@example.com"


def test_one_email_is_one_account(api: Api) -> None:
    api.register("candidate", email="ada@example.com")

    again = api.post(
        "/api/auth/register",
        {"name": "A", "email": "ADA@example.com", "password": PASSWORD, "role": "recruiter"},
    )

    assert again.status_code == 409
    assert again.json()["type"] == "urn:hip:problem:email-taken"


def test_wrong_password_and_unknown_email_are_answered_alike(api: Api) -> None:
    known = api.register("candidate").user["email"]

    wrong = api.post("/api/auth/login", {"email": known, "password": "wrong-pass-1"})
    unknown = api.post("/api/auth/login", {"email": "nobody@example.com", "password": "wrong-1a"})

    assert wrong.status_code == unknown.status_code == 401
    ignored = {"request_id"}
    assert {k: v for k, v in wrong.json().items() if k not in ignored} == {
        k: v for k, v in unknown.json().items() if k not in ignored
    }
    assert wrong.headers["WWW-Authenticate"] == "Bearer"


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"password": "short1"}, "password"),
        ({"password": "onlyletters"}, "password"),
        ({"password": "1234567890"}, "password"),
        ({"email": "not-an-email"}, "email"),
        ({"role": "admin"}, "role"),
        ({"name": ""}, "name"),
        ({"name": "a\u0000b"}, "name"),
        ({"is_active": True}, "is_active"),
        ({"company": "Acme"}, "body"),
    ],
)
def test_bad_registrations_are_refused_and_name_the_field(
    api: Api, change: dict[str, Any], field: str
) -> None:
    body = {"name": "A", "email": "a@example.com", "password": PASSWORD, "role": "candidate"}

    answer = api.post("/api/auth/register", body | change)

    assert answer.status_code == 422
    assert answer.headers["content-type"] == "application/problem+json"
    assert any(field in error["pointer"] for error in answer.json()["errors"])


@pytest.mark.parametrize(
    "changes",
    [
        {"exp": now() - timedelta(seconds=1)},
        {"aud": "other"},
        {"type": "refresh"},
        {"role": "admin"},
        {"user_id": "0190b0c0-0000-7000-8000-000000000000"},
        {"user_id": "not-a-uuid"},
    ],
    ids=["expired", "audience", "type", "role", "unknown", "malformed"],
)
def test_tokens_that_are_not_what_we_issued_are_refused(api: Api, changes: dict[str, Any]) -> None:
    user = api.register("candidate").user

    token = jwt.encode(claims(user, **changes), JWT_SECRET, algorithm="HS256")

    assert with_token(api, token).get("/api/resumes/me").status_code == 401


def test_an_unsigned_or_foreign_token_is_refused(api: Api) -> None:
    user = api.register("candidate").user
    unsigned = jwt.encode(claims(user), None, algorithm="none")
    foreign = jwt.encode(claims(user), "another-secret-" * 4, algorithm="HS256")

    answers = [with_token(api, token).get("/api/resumes/me") for token in (unsigned, foreign)]

    assert [answer.status_code for answer in answers] == [401, 401]


def test_a_deactivated_account_is_out_at_once(api: Api, runtime: Runtime) -> None:
    candidate = api.register("candidate")
    with transaction(runtime.sessions) as session:
        session.execute(update(User).values(is_active=False))

    login = {"email": candidate.user["email"], "password": PASSWORD}

    assert candidate.get("/api/resumes/me").status_code == 401
    assert api.post("/api/auth/login", login).status_code == 401


def test_logins_are_recorded_without_names_or_addresses(api: Api, runtime: Runtime) -> None:
    email = api.register("candidate").user["email"]
    api.post("/api/auth/login", {"email": email, "password": PASSWORD})
    api.post("/api/auth/login", {"email": email, "password": "wrong-pass-1"})

    with runtime.sessions() as session:
        events = list(session.scalars(select(Event).order_by(Event.id)))

    assert [e.event_type for e in events] == ["user_registered", "user_logged_in", "login_failed"]
    assert all(email not in str(e.payload) for e in events)


def test_admins_can_only_be_made_from_inside(runtime: Runtime, api: Api) -> None:
    with transaction(runtime.sessions) as session:
        register(session, name="R", email="root@example.com", password=PASSWORD, role="admin")

    login = api.post("/api/auth/login", {"email": "root@example.com", "password": PASSWORD})

    assert login.json()["user"]["role"] == "admin"


def test_a_password_is_taken_as_it_is_typed(api: Api) -> None:
    api.register("candidate", email="ada@example.com", password=" spaced out 12 ")
    body = {"email": "ada@example.com", "password": " spaced out 12 "}

    assert api.post("/api/auth/login", body).status_code == 200
    assert api.post("/api/auth/login", body | {"password": "spaced out 12"}).status_code == 401
