"""A small `hip serve` for tests: `python -m tests.platform.embedded.serving DATA [CHILDREN]`.

CHILDREN is JSON: [{"name": ..., "script": ..., "grace": seconds, "ready": path or absent}]. Prints
the addresses as JSON once all is ready; one line on stderr and exit 1 when it cannot start.
"""

import json
import signal
import sys
from pathlib import Path

import psycopg

from app.platform.embedded import ChildSpec, ServiceUrls, StartError, Supervisor


def child(facts: dict[str, str]) -> ChildSpec:
    ready = facts.get("ready")
    return ChildSpec(
        name=facts["name"],
        argv=[sys.executable, "-c", facts["script"]],
        grace_seconds=float(facts.get("grace", 5)),
        death_signal=signal.SIGKILL,
        ready=Path(ready).exists if ready else None,
    )


def prepare(urls: ServiceUrls) -> None:
    """Migrations come here; the services answer."""
    with psycopg.connect(urls.database_url.replace("+psycopg", "")) as connection:
        connection.execute("CREATE TABLE IF NOT EXISTS prepared ()")


def announce(urls: ServiceUrls) -> None:
    facts = {"database_url": urls.database_url, "redis_url": urls.redis_url}
    sys.stdout.write(json.dumps(facts) + "\n")
    sys.stdout.flush()


def main() -> int:
    children = [child(facts) for facts in json.loads(sys.argv[2] if len(sys.argv) > 2 else "[]")]
    try:
        supervisor = Supervisor(Path(sys.argv[1]))
        return supervisor.run(prepare=prepare, children=children, on_ready=announce)
    except StartError as error:
        sys.stderr.write(f"{error}\n")
        return 1


if __name__ == "__main__":
    sys.exit(main())
