"""Every table, so that foreign keys resolve in any process and migrations see them all."""

import app.accounts.models
import app.applications.models
import app.audit.models
import app.jobs.models
import app.matches.models
import app.platform.immutable
import app.platform.outbox
import app.resumes.models
import app.skills.models  # noqa: F401 - imported for their tables
from app.platform.database import Base

METADATA = Base.metadata
