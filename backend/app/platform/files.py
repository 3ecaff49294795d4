"""Uploaded files on local disk, outside any web root, under names of our own."""

import os
from contextlib import suppress
from pathlib import Path
from uuid import UUID


class FileMissing(Exception):
    """The stored file is gone."""


def key_of(file_id: UUID) -> str:
    """Return where a file is stored: spread over 256 folders, named by nothing but its id."""
    return f"{file_id.hex[-2:]}/{file_id.hex}"


class Files:
    """Write once, read and delete by key."""

    def __init__(self, root: Path) -> None:
        self._root = root

    def save(self, file_id: UUID, data: bytes) -> str:
        """Store ``data`` durably and return its key; a crash leaves no half-written file."""
        key = key_of(file_id)
        path = self._root / key
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        draft = path.with_suffix(".part")
        try:
            with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as f:
                f.write(data)
                f.flush()
                os.fsync(f.fileno())
            draft.replace(path)
        finally:
            draft.unlink(missing_ok=True)
        return key

    def read(self, key: str) -> bytes:
        """Return the stored bytes; raises FileMissing."""
        try:
            return (self._root / key).read_bytes()
        except FileNotFoundError as error:
            raise FileMissing(key) from error

    def delete(self, key: str) -> None:
        """Remove the file if it is there."""
        with suppress(FileNotFoundError, NotADirectoryError):
            (self._root / key).unlink()
