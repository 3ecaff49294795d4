"""End processes when whoever holds the other end of a pipe dies. Run as a script.

Only where the system cannot do it itself (macOS). Lines on stdin: ``PID SIGNAL`` watches a process,
``-PID`` forgets it. At the end of the input every process still watched gets its signal.
"""

import os
import signal
import sys
from collections.abc import Iterable


def survivors(lines: Iterable[str]) -> dict[int, int]:
    """Read to the end of the input; return the processes then watched, with their signals."""
    watched: dict[int, int] = {}
    for line in lines:
        words = line.split()
        if len(words) == 2:
            watched[int(words[0])] = int(words[1])
        elif len(words) == 1:
            watched.pop(-int(words[0]), None)
    return watched


def main() -> None:
    """Wait for the end of the input, then signal what is left."""
    for ignored in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(ignored, signal.SIG_IGN)
    for pid, number in survivors(sys.stdin).items():
        try:
            os.kill(pid, number)
        except (ProcessLookupError, PermissionError):
            continue


if __name__ == "__main__":
    main()
