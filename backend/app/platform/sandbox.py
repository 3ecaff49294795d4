"""What a process gives up before it touches a stranger's file; nothing here can be undone.

Limits of memory, time and files hold on every system. On Linux (x86-64, aarch64) the kernel also
refuses, by a seccomp filter, whatever opens a connection, starts or signals a process, removes or
renames files, or raises a limit. Reading files stays allowed, since Python imports as it goes.
"""

import ctypes
import platform
import resource
import signal
import struct
import sys
from dataclasses import dataclass

_PR_SET_PDEATHSIG = 1
_PR_SET_SECCOMP = 22
_PR_SET_NO_NEW_PRIVS = 38
_SECCOMP_MODE_FILTER = 2

_LOAD, _JUMP_IF_EQUAL, _JUMP_IF_AT_LEAST, _RETURN = 0x20, 0x15, 0x35, 0x06
_ALLOW, _DENY_EPERM, _KILL = 0x7FFF0000, 0x00050001, 0x80000000
_SYSCALL_OFFSET, _ARCHITECTURE_OFFSET = 0, 4
_FOREIGN_CALLS = 0x40000000
"""Calls from here on are of the x32 interface, which would step around the numbers below."""

_OPEN_FILES = 64


_ARCHITECTURES = {"x86_64": (0xC000003E, 0), "aarch64": (0xC00000B7, 1)}
"""The kernel's number of an architecture, and which of the numbers below are its."""

_REFUSED: dict[str, tuple[int, int | None]] = {
    "socket": (41, 198),
    "connect": (42, 203),
    "bind": (49, 200),
    "fork": (57, None),
    "vfork": (58, None),
    "clone": (56, 220),
    "clone3": (435, 435),
    "execve": (59, 221),
    "execveat": (322, 281),
    "kill": (62, 129),
    "tkill": (200, 130),
    "tgkill": (234, 131),
    "ptrace": (101, 117),
    "process_vm_writev": (311, 271),
    "setrlimit": (160, 164),
    "prlimit64": (302, 261),
    "unlink": (87, None),
    "unlinkat": (263, 35),
    "rename": (82, None),
    "renameat": (264, 38),
    "renameat2": (316, 276),
    "rmdir": (84, None),
    "truncate": (76, 45),
    "chmod": (90, None),
    "fchmodat": (268, 53),
    "chown": (92, None),
    "fchownat": (260, 54),
    "mount": (165, 40),
    "io_uring_setup": (425, 425),
}
"""System calls by number on x86-64 and aarch64; the latter lacks some old ones."""


@dataclass(frozen=True, slots=True)
class ProcessLimits:
    """What one reading process may use: seconds by the clock and of the processor, and bytes."""

    wall_seconds: float = 20.0
    cpu_seconds: int = 15
    memory_bytes: int = 1024 * 1024 * 1024


DEFAULT_PROCESS_LIMITS = ProcessLimits()


def die_with_parent() -> None:
    """Have the kernel kill this process when its parent ends; only Linux can."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)


def confine(limits: ProcessLimits) -> None:
    """Give up all that reading does not need. The process is killed when its time is over."""
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_REAL, limits.wall_seconds)
    _limit(resource.RLIMIT_CPU, limits.cpu_seconds)
    _limit(resource.RLIMIT_FSIZE, 0)
    _limit(resource.RLIMIT_CORE, 0)
    _limit(resource.RLIMIT_NOFILE, _OPEN_FILES)
    if sys.platform == "linux":
        _limit(resource.RLIMIT_AS, limits.memory_bytes)
        _refuse_calls()


def _limit(kind: int, value: int) -> None:
    _, hard = resource.getrlimit(kind)
    bound = value if hard == resource.RLIM_INFINITY else min(value, hard)
    resource.setrlimit(kind, (bound, bound))


def _refuse_calls() -> None:
    if platform.machine() not in _ARCHITECTURES:
        return
    architecture, index = _ARCHITECTURES[platform.machine()]
    calls = [number for numbers in _REFUSED.values() if (number := numbers[index]) is not None]
    code = _filter(architecture, calls)
    buffer = ctypes.create_string_buffer(code, len(code))
    program = struct.pack("HxxxxxxP", len(code) // 8, ctypes.addressof(buffer))
    libc = ctypes.CDLL(None, use_errno=True)
    libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
    libc.prctl(_PR_SET_SECCOMP, _SECCOMP_MODE_FILTER, ctypes.c_char_p(program), 0, 0)


def _filter(architecture: int, calls: list[int]) -> bytes:
    """A program for the kernel's packet filter: other interfaces die, listed calls are refused."""
    count = len(calls)
    steps = [
        (_LOAD, 0, 0, _ARCHITECTURE_OFFSET),
        (_JUMP_IF_EQUAL, 1, 0, architecture),
        (_RETURN, 0, 0, _KILL),
        (_LOAD, 0, 0, _SYSCALL_OFFSET),
        (_JUMP_IF_AT_LEAST, count + 1, 0, _FOREIGN_CALLS),
        *((_JUMP_IF_EQUAL, count - index, 0, call) for index, call in enumerate(calls)),
        (_RETURN, 0, 0, _ALLOW),
        (_RETURN, 0, 0, _DENY_EPERM),
    ]
    return b"".join(struct.pack("HBBI", *step) for step in steps)
