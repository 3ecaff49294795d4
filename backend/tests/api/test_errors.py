import json
import logging
import subprocess
import sys
from uuid import uuid4

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from app.platform.runtime import Runtime, make_runtime
from tests.support.api import PASSWORD, Api


def test_an_error_has_one_format_and_the_id_of_its_request(api: Api) -> None:
    answer = api.http.get("/api/jobs/" + str(uuid4()), headers={"X-Request-ID": "from-my-proxy-1"})

    problem = answer.json()
    assert answer.headers["content-type"] == "application/problem+json"
    assert set(problem) == {"type", "title", "status", "detail", "request_id"}
    assert problem["status"] == answer.status_code == 404
    assert problem["request_id"] == answer.headers["X-Request-ID"] == "from-my-proxy-1"


def test_a_request_id_that_is_not_one_is_replaced(api: Api) -> None:
    answer = api.http.get("/api/jobs", headers={"X-Request-ID": 'x" onload=1 '})

    assert len(answer.headers["X-Request-ID"]) == 32


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [("GET", "/nowhere", 404), ("DELETE", "/api/jobs", 405), ("GET", "/api/jobs/not-a-uuid", 422)],
)
def test_what_the_framework_refuses_is_a_problem_too(
    api: Api, method: str, path: str, status: int
) -> None:
    answer = api.http.request(method, path)

    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["type"].startswith("urn:hip:problem:")


def test_a_fault_of_ours_tells_the_caller_nothing_of_its_inside(
    app: FastAPI, caplog: pytest.LogCaptureFixture
) -> None:
    @app.get("/boom", include_in_schema=False)
    def boom() -> None:
        raise RuntimeError("the secret is xyzzy")

    caplog.set_level(logging.CRITICAL)
    answer = TestClient(app, raise_server_exceptions=False).get("/boom")

    assert answer.status_code == 500
    assert "xyzzy" not in answer.text
    assert answer.json()["request_id"]


def test_a_database_that_is_away_is_said_to_be_so(app: FastAPI, runtime: Runtime) -> None:
    away = make_runtime(runtime.settings, "postgresql+psycopg://nobody@127.0.0.1:1/none")
    app.state.runtime = away

    answer = Api(TestClient(app, raise_server_exceptions=False)).post(
        "/api/auth/login", {"email": "a@example.com", "password": PASSWORD}
    )

    assert answer.status_code == 503
    assert answer.headers["Retry-After"] == "5"
    assert answer.json()["type"] == "urn:hip:problem:database-unreachable"


def test_the_schema_is_exported_without_any_service() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "app.main", "--export-schema"], capture_output=True, check=True
    )

    schema = json.loads(done.stdout)
    assert schema["paths"]["/api/jobs"]["get"]["operationId"] == "list_jobs"
    answers = schema["paths"]["/api/jobs/{job_id}"]["get"]["responses"]
    assert {"200", "401", "404", "422"} <= set(answers)
    assert list(answers["404"]["content"]) == ["application/problem+json"]


def test_the_root_leads_to_docs_that_need_no_other_host(api: Api) -> None:
    answer = api.http.get("/")

    assert answer.url.path == "/docs"
    assert "http://" not in answer.text
    assert "https://" not in answer.text
