from datetime import timedelta

from fastapi import APIRouter, Request

from app.accounts import service
from app.accounts.models import User
from app.accounts.schemas import LoginBody, RegisterBody, TokenRead, UserRead
from app.accounts.service import EmailTaken, WrongCredentials
from app.platform.clock import now
from app.platform.database import DatabaseSlot, WriteSession, transaction
from app.platform.errors import refusals
from app.platform.tokens import Identity, issue_access_token

router = APIRouter(prefix="/api/auth", tags=["accounts"])


@router.post("/register", status_code=201, responses=refusals(EmailTaken))
def register(body: RegisterBody, request: Request, session: WriteSession) -> TokenRead:
    """Create an account and log it in."""
    user = service.register(
        session,
        name=body.name,
        email=body.email,
        password=body.password,
        role=body.role,
        company=body.company,
    )
    return _token_for(request, user)


@router.post("/login", responses=refusals(WrongCredentials))
def log_in(body: LoginBody, request: Request, _: DatabaseSlot) -> TokenRead:
    """Exchange email and password for an access token."""
    with transaction(request.app.state.runtime.sessions) as session:
        user = service.authenticate(session, body.email, body.password)
    if user is None:
        raise WrongCredentials("Check both and try again.")
    return _token_for(request, user)


def _token_for(request: Request, user: User) -> TokenRead:
    settings = request.app.state.runtime.settings
    lifetime = timedelta(minutes=settings.access_token_minutes)
    identity = Identity(user.id, user.email, user.role)
    token = issue_access_token(identity, settings.signing_secret(), now(), lifetime)
    return TokenRead(
        access_token=token,
        expires_in=int(lifetime.total_seconds()),
        user=UserRead.model_validate(user, from_attributes=True),
    )
