"""Reading a stored resume with the readers and the taxonomy of this release."""

from app.engine.resumes.model import Resume as ReadResume
from app.engine.resumes.read import read_resume
from app.engine.taxonomy.load import builtin_taxonomy
from app.platform.clock import today
from app.platform.reading import read_in_child
from app.platform.runtime import Runtime
from app.platform.version import VERSION


def read_stored(runtime: Runtime, key: str, filename: str) -> ReadResume:
    """Read a stored file in a guarded child; raises DocumentError, FileMissing."""
    data = runtime.files.read(key)
    document = read_in_child(data, filename, runtime.settings.reading_limits)
    return read_resume(document, builtin_taxonomy(), today())


def read_by() -> tuple[str, str]:
    """Return the versions of the taxonomy and of the readers that ``read_stored`` uses."""
    return builtin_taxonomy().version, VERSION
