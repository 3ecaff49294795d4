import json
import threading
from collections.abc import Iterator
from datetime import date, timedelta
from uuid import UUID

import pytest
import redis
from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from app.jobs import service as jobs
from app.matches import service
from app.matches.inputs import Pair
from app.matches.match import Match
from app.matches.models import MatchScore, ScoreRecord
from app.platform.cache import Cache
from app.platform.clock import today
from app.platform.database import make_sessions, transaction
from app.platform.runtime import Runtime, make_runtime
from app.resumes import service as resumes
from app.resumes.models import Resume
from tests.support.api import JOB_TEXT, RESUME_TEXT, Api

TOGETHER = 12


@pytest.fixture
def client(runtime: Runtime) -> Iterator[redis.Redis]:
    """The cache as its server sees it."""
    with redis.Redis.from_url(runtime.settings.redis_url or "") as made:
        yield made


@pytest.fixture
def ids(candidate: Api, recruiter: Api) -> tuple[str, str]:
    """A job and a resume that nobody has scored yet."""
    return recruiter.analysed_job(), candidate.parsed_resume()


def pair_of(session: Session, ids: tuple[str, str]) -> Pair:
    job_id, resume_id = map(UUID, ids)
    job = jobs.scorable(jobs.by_id(session, {job_id})[job_id])
    resume = resumes.scorable(session.get_one(Resume, resume_id))
    assert job is not None
    assert resume is not None
    return job, resume


def scored(runtime: Runtime, ids: tuple[str, str], day: date | None = None) -> Match:
    with transaction(runtime.sessions) as session:
        (match,) = service.current(session, [pair_of(session, ids)], day or today()).values()
    return match


def key(runtime: Runtime, candidate: Api, ids: tuple[str, str]) -> str:
    prefix = runtime.settings.redis_key_prefix
    return f"{prefix}match:{ids[0]}:{candidate.user['id']}:{ids[1]}"


def test_a_score_is_kept_for_an_hour_under_its_job_candidate_and_resume(
    candidate: Api, runtime: Runtime, client: redis.Redis, ids: tuple[str, str]
) -> None:
    match = scored(runtime, ids)

    value = json.loads(client.get(key(runtime, candidate, ids)) or "{}")
    assert value["match"]["record_id"] == str(match.record_id)
    assert 3590 < client.ttl(key(runtime, candidate, ids)) <= 3600


def test_a_score_on_hand_is_the_recorded_one_without_asking_the_tables(
    runtime: Runtime, ids: tuple[str, str], queries: list[str]
) -> None:
    first = scored(runtime, ids)
    queries.clear()

    assert scored(runtime, ids) == first
    assert not [query for query in queries if "match_scores" in query or "immutable" in query]


@pytest.mark.parametrize("change", ["resume", "job", "day"])
def test_a_score_of_other_inputs_is_never_shown(
    runtime: Runtime, ids: tuple[str, str], change: str
) -> None:
    first = scored(runtime, ids)
    day = today()
    with transaction(runtime.sessions) as session:  # past the code that drops cached scores
        if change == "resume":
            session.execute(update(Resume).values(taxonomy_version="another"))
        elif change == "job":
            session.execute(update(jobs.Job).values(reader_version="0.0.1"))
        else:
            day += timedelta(days=40)

    other = scored(runtime, ids, day)

    assert other.record_id != first.record_id
    assert scored(runtime, ids, day) == other


def test_the_score_of_one_person_is_not_taken_for_anothers(
    candidate: Api, recruiter: Api, api: Api, runtime: Runtime, client: redis.Redis
) -> None:
    """Equal documents have equal inputs, so the value has to name its pair."""
    job_id, other = recruiter.analysed_job(), api.register("candidate")
    mine, theirs = (job_id, candidate.parsed_resume()), (job_id, other.parsed_resume())
    scored(runtime, mine)
    stolen = client.get(key(runtime, candidate, mine))
    assert stolen
    client.set(key(runtime, other, theirs), stolen)

    assert scored(runtime, theirs).record_id != scored(runtime, mine).record_id


@pytest.mark.parametrize(
    "value", [b"", b"null", b"[]", b"{", b"\xff\x00", b'{"match": 1}', b'{"key": "k"}']
)
def test_a_value_that_is_no_score_is_computed_past_and_replaced(
    candidate: Api, runtime: Runtime, client: redis.Redis, ids: tuple[str, str], value: bytes
) -> None:
    first = scored(runtime, ids)
    client.set(key(runtime, candidate, ids), value)

    assert scored(runtime, ids) == first
    assert b"record_id" in (client.get(key(runtime, candidate, ids)) or b"")


@pytest.mark.parametrize("field", ["exact", "score", "record_id", "breakdown", "explanation"])
def test_a_value_with_a_field_of_the_wrong_type_is_no_score(
    candidate: Api, runtime: Runtime, client: redis.Redis, ids: tuple[str, str], field: str
) -> None:
    first = scored(runtime, ids)
    value = json.loads(client.get(key(runtime, candidate, ids)) or "{}")
    value["match"][field] = ["neither"]
    client.set(key(runtime, candidate, ids), json.dumps(value))

    assert scored(runtime, ids) == first


def test_an_edited_job_and_a_resume_read_anew_leave_nothing_behind(
    candidate: Api, recruiter: Api, runtime: Runtime, client: redis.Redis, ids: tuple[str, str]
) -> None:
    scored(runtime, ids)
    body = {"title": "Backend Engineer", "description": JOB_TEXT + "- Go\n", "version": 1}
    answer = recruiter.http.put(f"/api/jobs/{ids[0]}", json=body, headers=recruiter.headers)
    after_edit = client.exists(key(runtime, candidate, ids))
    scored(runtime, ids)
    with transaction(runtime.sessions) as session:
        resumes.read_again(session)
    candidate.work()

    assert (answer.status_code, after_edit) == (200, 0)
    assert client.exists(key(runtime, candidate, ids)) == 0


def test_what_is_rolled_back_is_not_kept(
    candidate: Api, runtime: Runtime, client: redis.Redis, ids: tuple[str, str]
) -> None:
    with runtime.sessions() as session:
        service.current(session, [pair_of(session, ids)], today())

    assert client.exists(key(runtime, candidate, ids)) == 0
    assert scored(runtime, ids).score == 90


def test_many_at_once_compute_a_score_once(runtime: Runtime, ids: tuple[str, str]) -> None:
    wide = make_runtime(
        runtime.settings,
        runtime.settings.database_url or "",
        runtime.settings.redis_url,
        pool_size=TOGETHER,
    )
    before = wide.cache.counts()
    at_once = threading.Barrier(TOGETHER)
    found: list[Match] = []

    def ask() -> None:
        at_once.wait()
        found.append(scored(wide, ids))

    threads = [threading.Thread(target=ask) for _ in range(TOGETHER)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    after = wide.cache.counts()
    wide.close()

    assert len(found) == TOGETHER
    assert len({match.record_id for match in found}) == 1
    assert after["computed"] - before.get("computed", 0) == 1


def test_a_claim_that_is_never_given_up_delays_but_does_not_stop(
    candidate: Api, runtime: Runtime, client: redis.Redis, ids: tuple[str, str]
) -> None:
    client.set(f"{key(runtime, candidate, ids)}:claim", "somebody who died", px=60_000)

    assert scored(runtime, ids).score == 90


def test_without_the_cache_scores_are_the_same(runtime: Runtime, ids: tuple[str, str]) -> None:
    first = scored(runtime, ids)
    away = Cache("unix:///nowhere/at/all.sock", "")
    sessions = make_sessions(runtime.engine, away)

    with transaction(sessions) as session:
        (match,) = service.current(session, [pair_of(session, ids)], today()).values()
        later = today() + timedelta(days=1)
        (other,) = service.current(session, [pair_of(session, ids)], later).values()

    assert match == first
    assert other.score == first.score
    with runtime.sessions() as session:
        assert session.scalar(select(func.count()).select_from(ScoreRecord)) == 2
        assert session.scalar(select(func.count()).select_from(MatchScore)) == 1


def test_an_admin_sees_how_often_scores_were_on_hand(
    candidate: Api, recruiter: Api, admin: Api
) -> None:
    before = admin.get("/api/admin/match-cache").json()
    candidate.parsed_resume(RESUME_TEXT)
    recruiter.analysed_job()
    for _ in range(3):
        candidate.get("/api/jobs")

    after = admin.get("/api/admin/match-cache").json()

    grown = {name: after[name] - before[name] for name in ("hits", "misses", "computed")}
    assert grown == {"hits": 2, "misses": 1, "computed": 1}
    assert after["hit_rate"] == round(after["hits"] / (after["hits"] + after["misses"]), 4)
