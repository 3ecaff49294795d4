from uuid import uuid4

import pytest

from app.platform.outbox import QUEUES
from app.platform.queue import broker_url, make_celery, make_redis, sender
from tests.support.stack import Stack


@pytest.mark.parametrize("queue", QUEUES)
def test_a_message_goes_to_its_queue_and_no_other(stack: Stack, queue: str) -> None:
    prefix = f"{stack.key_prefix}{uuid4()}:"
    celery = make_celery(stack.redis_url, prefix, 1)
    with celery.connection_for_write() as connection:
        for declared in celery.amqp.queues.values():
            declared.bind(connection.default_channel).declare()

    sender(celery)("any.task", queue, uuid4(), None)

    with make_redis(stack.redis_url) as redis:
        waiting = {name: redis.llen(f"{prefix}{name}") for name in QUEUES}
    celery.close()
    assert waiting == {name: int(name == queue) for name in QUEUES}


def test_an_unix_socket_is_spelled_as_the_broker_wants_it() -> None:
    assert broker_url("unix:///run/valkey.sock") == "redis+socket:///run/valkey.sock"
    assert broker_url("redis://:p@host:6379/1") == "redis://:p@host:6379/1"
