"""The services on a machine that has none: PostgreSQL and Valkey as children of `hip`.

What has a URL is used; what has none is embedded, so the code above is the same everywhere.

`hip serve`::

    Supervisor(data_dir, database_url, redis_url).run(
        prepare=migrate,                       # (ServiceUrls) -> None, services answer
        children=[ChildSpec("api", argv, ready=answers), ChildSpec("worker", ...), ...],
        on_ready=print_address,                # (ServiceUrls) -> None
    )                                          # -> 0, or StartError: print it, exit 1

A command that ends (`hip seed-skills`)::

    with services(data_dir, database_url, redis_url, need_redis=False) as urls:
        ...

Both from the main thread: Linux ties a child to the thread that forked it. A prefork worker calls
``die_with_parent()`` in each of its children. Children inherit the supervisor's environment with
DATABASE_URL and REDIS_URL (``unix:///...``) set, and write to ``logs/NAME.log`` of the data folder.

No process outlives its parent, however that dies. The lock of a service is inherited by its
processes, so a new run waits until the last one of the old has left the data.
"""

from app.platform.embedded.commands import services
from app.platform.embedded.errors import StartError
from app.platform.embedded.ports import require_free_port
from app.platform.embedded.processes import die_with_parent
from app.platform.embedded.supervisor import ChildSpec, Supervisor
from app.platform.embedded.urls import ServiceUrls

__all__ = [
    "ChildSpec",
    "ServiceUrls",
    "StartError",
    "Supervisor",
    "die_with_parent",
    "require_free_port",
    "services",
]
