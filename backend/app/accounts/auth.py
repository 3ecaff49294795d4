"""Who is calling: the types by which a route's signature says who may call it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated
from uuid import UUID

from fastapi import Depends, Request
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

from app.accounts import service
from app.accounts.roles import Role
from app.audit import service as audit
from app.platform.database import DatabaseSlot, transaction
from app.platform.errors import Forbidden, NotAuthenticated
from app.platform.tokens import InvalidToken, read_access_token

_bearer = HTTPBearer(auto_error=False, description="The access token of register or log-in.")
Credentials = Annotated[HTTPAuthorizationCredentials | None, Depends(_bearer)]


@dataclass(frozen=True, slots=True)
class Actor:
    """The authenticated caller."""

    id: UUID
    role: Role


def optional_actor(request: Request, given: Credentials, _: DatabaseSlot) -> Actor | None:
    """Return the caller, None for an anonymous one; a bad token is refused, not ignored."""
    if given is None:
        return None
    try:
        secret = request.app.state.runtime.settings.signing_secret()
        identity = read_access_token(given.credentials, secret)
    except InvalidToken as error:
        raise NotAuthenticated("The access token is not valid or has expired.") from error
    with request.app.state.runtime.sessions() as session:
        user = service.find_active(session, identity)
    if user is None:
        raise NotAuthenticated("The account of this access token is not active.")
    return Actor(user.id, user.role)


MaybeActor = Annotated[Actor | None, Depends(optional_actor, scope="function")]


def _required_actor(actor: MaybeActor) -> Actor:
    if actor is None:
        raise NotAuthenticated("Send an access token in the Authorization header.")
    return actor


AnyActor = Annotated[Actor, Depends(_required_actor, scope="function")]


def _with_role(role: Role) -> Callable[[Request, AnyActor], Actor]:
    def check(request: Request, actor: AnyActor) -> Actor:
        if actor.role != role:
            _record_refusal(request, actor)
            raise Forbidden(f"This is for {role}s; the role of your account is {actor.role}.")
        return actor

    return check


def _record_refusal(request: Request, actor: Actor) -> None:
    route = request.scope.get("route")
    payload = {"endpoint": getattr(route, "path", ""), "method": request.method}
    with transaction(request.app.state.runtime.sessions) as session:
        audit.record(
            session,
            "authorization_failed",
            ("user", actor.id),
            user_id=actor.id,
            payload=payload,
        )


CandidateActor = Annotated[Actor, Depends(_with_role("candidate"), scope="function")]
AdminActor = Annotated[Actor, Depends(_with_role("admin"), scope="function")]
RecruiterActor = Annotated[Actor, Depends(_with_role("recruiter"), scope="function")]
