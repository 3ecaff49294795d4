"""Refusals of the API: one exception family, one wire format (RFC 9457)."""

from typing import Any, ClassVar

from fastapi import FastAPI, Request
from fastapi.encoders import jsonable_encoder
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import BaseModel, Field
from sqlalchemy.exc import DBAPIError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from starlette.exceptions import HTTPException

from app.platform.database import is_outage
from app.platform.logging import current_request_id, get_logger

PROBLEM_MEDIA_TYPE = "application/problem+json"
TYPE_PREFIX = "urn:hip:problem:"

log = get_logger(__name__)


class Refusal(Exception):
    """The base of everything the API refuses; a subclass fixes status, code and title."""

    status: ClassVar[int] = 400
    code: ClassVar[str] = "bad-request"
    title: ClassVar[str] = "The request cannot be done"

    def __init__(self, detail: str) -> None:
        super().__init__(detail)
        self.detail = detail

    @property
    def headers(self) -> dict[str, str]:
        """Headers that go with the answer."""
        return {}


class NotFound(Refusal):
    """Nothing is there, or nothing that the caller may know of."""

    status, code, title = 404, "not-found", "Not found"


class NotAuthenticated(Refusal):
    """No valid access token came with the request."""

    status, code, title = 401, "not-authenticated", "Log in first"

    @property
    def headers(self) -> dict[str, str]:
        """Name the scheme, as RFC 9110 asks of a 401."""
        return {"WWW-Authenticate": "Bearer"}


class Forbidden(Refusal):
    """The caller's role may not do this."""

    status, code, title = 403, "forbidden", "Not allowed for your role"


class Invalid(Refusal):
    """The body, the path or the query does not fit the schema; raised by the framework."""

    status, code, title = 422, "invalid", "The input is not valid"


class FieldProblem(BaseModel):
    """One field that was wrong."""

    pointer: str = Field(description="JSON pointer of the field", examples=["#/body/email"])
    detail: str


class Problem(BaseModel):
    """The body of every error (RFC 9457)."""

    type: str = Field(examples=["urn:hip:problem:not-found"])
    title: str
    status: int
    detail: str
    request_id: str | None = None
    errors: list[FieldProblem] | None = None


def refusals(*kinds: type[Refusal]) -> dict[int | str, dict[str, Any]]:
    """Describe what a route may refuse, for its ``responses=``."""
    described: dict[int | str, dict[str, Any]] = {}
    for kind in kinds:
        titles = described.setdefault(kind.status, {"model": Problem, "description": ""})
        titles["description"] = "; ".join(filter(None, (titles["description"], kind.title)))
    return described


def describe_problems(schema: dict[str, Any]) -> dict[str, Any]:
    """Give the problems in an OpenAPI schema the media type they are sent with."""
    for operations in schema["paths"].values():
        for operation in operations.values():
            for status, answer in operation["responses"].items():
                content = answer.get("content", {})
                reference = content.get("application/json", {}).get("schema", {}).get("$ref", "")
                if status >= "400" and reference.endswith("/Problem"):
                    answer["content"] = {PROBLEM_MEDIA_TYPE: content["application/json"]}
    return schema


def problem_response(
    status: int,
    code: str,
    title: str,
    detail: str,
    *,
    errors: list[FieldProblem] | None = None,
    headers: dict[str, str] | None = None,
) -> JSONResponse:
    """Render one problem."""
    problem = Problem(
        type=f"{TYPE_PREFIX}{code}",
        title=title,
        status=status,
        detail=detail,
        request_id=current_request_id(),
        errors=errors,
    )
    return JSONResponse(
        jsonable_encoder(problem, exclude_none=True),
        status_code=status,
        media_type=PROBLEM_MEDIA_TYPE,
        headers=headers,
    )


def install(app: FastAPI) -> None:
    """Map every exception to a problem, in this one place."""

    @app.exception_handler(Refusal)
    async def refused(_: Request, error: Refusal) -> JSONResponse:
        return problem_response(
            error.status, error.code, error.title, error.detail, headers=error.headers
        )

    @app.exception_handler(RequestValidationError)
    async def invalid(_: Request, error: RequestValidationError) -> JSONResponse:
        fields = [
            FieldProblem(
                pointer="#/" + "/".join(str(step) for step in item["loc"]),
                detail=str(item["msg"]).removeprefix("Value error, "),
            )
            for item in error.errors()
        ]
        detail = "; ".join(f"{f.pointer.rsplit('/', 1)[-1]}: {f.detail}" for f in fields[:3])
        return problem_response(Invalid.status, Invalid.code, Invalid.title, detail, errors=fields)

    @app.exception_handler(HTTPException)
    async def http(_: Request, error: HTTPException) -> JSONResponse:
        code = {404: "not-found", 405: "method-not-allowed"}.get(error.status_code, "http-error")
        headers = dict(error.headers) if error.headers else None
        detail = str(error.detail)
        return problem_response(error.status_code, code, detail, detail, headers=headers)

    @app.exception_handler(DBAPIError)
    async def database_refused(_: Request, error: DBAPIError) -> JSONResponse:
        # Its message may quote rows, so only its type is logged.
        log.error("database_refused", error=type(error.orig).__name__)
        if is_outage(error):
            return _busy("database-unreachable", "The database does not answer")
        if isinstance(error, OperationalError):
            return _busy("database-busy", "The database could not do this now")
        return _internal()

    @app.exception_handler(PoolTimeout)
    async def too_busy(_: Request, __: PoolTimeout) -> JSONResponse:
        log.error("database_pool_exhausted")
        return _busy("database-busy", "The database could not do this now")

    @app.exception_handler(Exception)
    async def unexpected(_: Request, error: Exception) -> JSONResponse:
        log.error("request_failed", error=type(error).__name__, exc_info=error)
        return _internal()


def _busy(code: str, title: str) -> JSONResponse:
    return problem_response(
        503,
        code,
        title,
        "Nothing was changed. Try again in a few seconds.",
        headers={"Retry-After": "5"},
    )


def _internal() -> JSONResponse:
    return problem_response(
        500,
        "internal",
        "Something went wrong on our side",
        "The error was recorded. Quote the request id when you report it.",
    )
