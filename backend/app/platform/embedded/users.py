"""Who runs the services: PostgreSQL refuses root, so root lends them to another user."""

import os
import pwd
import stat
from dataclasses import dataclass
from pathlib import Path

from app.platform.embedded.errors import StartError

UNPRIVILEGED = "nobody"


@dataclass(frozen=True, slots=True)
class ServiceUser:
    """The user that a root process becomes for PostgreSQL and Valkey."""

    uid: int
    gid: int

    def can_enter(self, folder: Path) -> bool:
        """Tell whether every folder down to this one lets the user through."""
        resolved = folder.resolve()
        return all(self._may(step, stat.S_IXOTH) for step in (resolved, *resolved.parents))

    def can_read(self, file: Path) -> bool:
        """Tell whether the user may open this file for reading."""
        return self.can_enter(file.parent) and self._may(file.resolve(), stat.S_IROTH)

    def _may(self, path: Path, bit_for_others: int) -> bool:
        facts = path.stat()
        if facts.st_uid == self.uid:
            return bool(facts.st_mode & (bit_for_others << 6))
        if facts.st_gid == self.gid:
            return bool(facts.st_mode & (bit_for_others << 3))
        return bool(facts.st_mode & bit_for_others)


def service_user(cluster: Path) -> ServiceUser | None:
    """Return who must run the services of a PostgreSQL folder; None: whoever we are.

    Data written by a plain user keeps its owner when root starts it later.
    """
    owner = cluster.stat() if cluster.exists() else None
    if os.geteuid() != 0:
        if owner is not None and owner.st_uid != os.geteuid():
            raise StartError(
                f"{cluster} belongs to user {_name(owner.st_uid)}: "
                "run as root or set HIP_DATA_DIR to another folder"
            )
        return None
    if owner is not None and owner.st_uid != 0:
        return ServiceUser(owner.st_uid, owner.st_gid)
    try:
        entry = pwd.getpwnam(UNPRIVILEGED)
    except KeyError:
        raise StartError(
            f"PostgreSQL does not run as root and there is no user {UNPRIVILEGED}: "
            "run as a plain user"
        ) from None
    return ServiceUser(entry.pw_uid, entry.pw_gid)


def _name(uid: int) -> str:
    try:
        return pwd.getpwuid(uid).pw_name
    except KeyError:
        return str(uid)
