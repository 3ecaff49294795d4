"""Celery as a carrier of wake-up calls: three queues, no result store, state is in PostgreSQL."""

from urllib.parse import urlsplit
from uuid import UUID

from celery import Celery
from kombu import Queue as BrokerQueue
from redis import Redis

from app.platform.dispatcher import Send
from app.platform.outbox import QUEUES

SOFT_LIMIT_SECONDS = 300
HARD_LIMIT_SECONDS = 600
VISIBILITY_SECONDS = 900
SOCKET_TIMEOUT_SECONDS = 10


def broker_url(redis_url: str) -> str:
    """Spell a Redis address as kombu wants it (``unix://`` becomes ``redis+socket://``)."""
    parts = urlsplit(redis_url)
    return (
        redis_url.replace("unix://", "redis+socket://", 1) if parts.scheme == "unix" else redis_url
    )


def make_celery(redis_url: str, key_prefix: str, workers: int) -> Celery:
    """Make the Celery application of this process."""
    app = Celery("hip", broker=broker_url(redis_url))
    app.conf.update(
        task_queues=[BrokerQueue(name) for name in QUEUES],
        task_default_queue="medium",
        task_ignore_result=True,
        task_serializer="json",
        accept_content=["json"],
        task_acks_late=True,
        task_reject_on_worker_lost=True,
        worker_prefetch_multiplier=1,
        worker_concurrency=workers,
        worker_hijack_root_logger=False,
        worker_redirect_stdouts=False,
        worker_cancel_long_running_tasks_on_connection_loss=False,
        task_soft_time_limit=SOFT_LIMIT_SECONDS,
        task_time_limit=HARD_LIMIT_SECONDS,
        broker_connection_retry_on_startup=True,
        broker_connection_max_retries=None,
        broker_transport_options={
            "visibility_timeout": VISIBILITY_SECONDS,
            "global_keyprefix": key_prefix,
            "queue_order_strategy": "priority",
            "socket_timeout": SOCKET_TIMEOUT_SECONDS,
            "socket_connect_timeout": SOCKET_TIMEOUT_SECONDS,
            "socket_keepalive": True,
        },
        timezone="UTC",
    )
    return app


def make_redis(redis_url: str) -> Redis:
    """Make a client that gives up after a second or so; it only asks whether Redis is there."""
    return Redis.from_url(redis_url, socket_timeout=1, socket_connect_timeout=1)


def sender(app: Celery) -> Send:
    """Return the dispatcher's way to send; it fails at once when the broker is away."""

    def send(name: str, queue: str, task_id: UUID, request_id: str | None) -> None:
        app.send_task(
            name,
            args=[str(task_id)],
            queue=queue,
            headers={"request_id": request_id or ""},
            retry=False,
        )

    return send
