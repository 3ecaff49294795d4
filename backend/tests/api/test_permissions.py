"""Every operation against every kind of caller, from a table written by hand."""

from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from app.platform.ids import uuid7
from tests.support.api import JOB_TEXT, Api

CALLERS = (
    "anonymous",
    "owner candidate",
    "other candidate",
    "owner recruiter",
    "other recruiter",
    "admin",
)

EXPECTED: dict[str, tuple[int, ...]] = {
    "POST /api/auth/register": (422, 422, 422, 422, 422, 422),
    "POST /api/auth/login": (422, 422, 422, 422, 422, 422),
    "POST /api/resumes/upload": (401, 422, 422, 403, 403, 403),
    "GET /api/resumes/me": (401, 200, 200, 403, 403, 403),
    "GET /api/resumes/{resume_id}": (401, 200, 404, 200, 404, 200),
    "GET /api/resumes/{resume_id}/json-resume": (401, 200, 404, 200, 404, 200),
    "POST /api/jobs": (401, 403, 403, 422, 422, 403),
    "GET /api/jobs": (200, 200, 200, 200, 200, 200),
    "GET /api/jobs/{job_id}": (200, 200, 200, 200, 200, 200),
    "PUT /api/jobs/{job_id}": (401, 403, 403, 422, 422, 403),
    "POST /api/jobs/{job_id}/edits/preview": (401, 403, 403, 422, 422, 403),
    "GET /api/jobs/{job_id}/versions": (401, 403, 403, 200, 404, 403),
    "POST /api/jobs/{job_id}/publish": (401, 403, 403, 409, 404, 403),
    "GET /api/recruiter/jobs": (401, 403, 403, 200, 200, 403),
    "GET /api/recruiter/jobs/{job_id}/applicants": (401, 403, 403, 200, 404, 403),
    "POST /api/applications": (401, 422, 422, 403, 403, 403),
    "GET /api/applications/me": (401, 200, 200, 403, 403, 403),
    "PATCH /api/applications/{application_id}/status": (401, 403, 403, 200, 404, 403),
    "POST /api/applications/{application_id}/withdraw": (401, 200, 404, 403, 403, 403),
    "GET /api/admin/skills/unknown": (401, 403, 403, 403, 403, 200),
    "PATCH /api/admin/skills/unknown/{unknown_id}": (401, 403, 403, 403, 403, 422),
    "GET /api/admin/review": (401, 403, 403, 403, 403, 200),
    "POST /api/admin/review/{resume_id}": (401, 403, 403, 403, 403, 422),
    "GET /api/admin/match-cache": (401, 403, 403, 403, 403, 200),
    "GET /health": (200, 200, 200, 200, 200, 200),
}
"""An empty body is sent, so 422 means that the caller may."""

BODIES = {"PATCH /api/applications/{application_id}/status": {"status": "reviewed"}}


def operations(app: FastAPI) -> list[str]:
    paths = app.openapi()["paths"]
    return [f"{method.upper()} {path}" for path, found in paths.items() for method in found]


def test_the_table_names_every_operation(app: FastAPI) -> None:
    assert sorted(operations(app)) == sorted(EXPECTED)


@pytest.fixture
def callers(api: Api, candidate: Api, recruiter: Api, admin: Api) -> dict[str, Api]:
    return {
        "anonymous": api,
        "owner candidate": candidate,
        "other candidate": api.register("candidate"),
        "owner recruiter": recruiter,
        "other recruiter": api.register("recruiter"),
        "admin": admin,
    }


@pytest.fixture
def objects(candidate: Api, recruiter: Api) -> dict[str, str]:
    job_id, resume_id = recruiter.analysed_job(JOB_TEXT), candidate.parsed_resume()
    body = {"job_id": job_id, "resume_id": resume_id}
    application_id = candidate.post("/api/applications", body).json()["id"]
    return {
        "job_id": job_id,
        "resume_id": resume_id,
        "application_id": application_id,
        "unknown_id": str(uuid7()),
    }


def test_every_operation_answers_every_caller_as_the_table_says(
    app: FastAPI, callers: dict[str, Api], objects: dict[str, str]
) -> None:
    with TestClient(app):  # /health asks the broker, which only a started service knows
        found: dict[str, tuple[int, ...]] = {
            operation: tuple(call(callers[caller], operation, objects) for caller in CALLERS)
            for operation in EXPECTED
        }

    assert found == EXPECTED


def call(caller: Api, operation: str, objects: dict[str, str]) -> int:
    method, path = operation.split(" ")
    body: Any = BODIES.get(operation, {})
    answer = caller.http.request(
        method,
        path.format(**objects),
        json=None if method == "GET" else body,
        headers=caller.headers,
    )
    if answer.status_code >= 400:
        assert answer.headers["content-type"] == "application/problem+json"
    return answer.status_code
