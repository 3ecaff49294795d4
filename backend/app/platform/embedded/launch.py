"""Become another program that ends with its parent. Run as a script, before anything else of it.

Arguments: the parent's process id, the signal to get when the parent dies, the user and the group
to become (-1: stay), the pipe of the guard (-1: ask Linux instead), then the command.

A script of the standard library alone, started with ``-I -S`` (about 15 ms), since what it does
must happen between fork and exec: Python code there (``preexec_fn``) is unsafe beside threads.
"""

import ctypes
import os
import sys

PR_SET_PDEATHSIG = 1


def main(arguments: list[str]) -> None:
    """Give up root, tie this process to its parent and become the command."""
    parent, death_signal, uid, gid, guard = (int(word) for word in arguments[:5])
    command = arguments[5:]
    os.umask(0o077)
    if uid >= 0:
        os.setgroups([])
        os.setgid(gid)
        os.setuid(uid)
    if guard >= 0:
        os.write(guard, f"{os.getpid()} {death_signal}\n".encode())
        os.set_inheritable(guard, False)
    else:
        # After setuid: a change of user clears it.
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, death_signal, 0, 0, 0)
    if os.getppid() != parent:  # it died before the line above took effect
        sys.exit(1)
    try:
        os.execv(command[0], command)  # noqa: S606  the command is our own, no shell is wanted
    except OSError as error:
        sys.exit(f"cannot run {command[0]}: {error.strerror}")


if __name__ == "__main__":
    main(sys.argv[1:])
