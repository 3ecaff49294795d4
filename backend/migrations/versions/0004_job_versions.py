"""Every version of a posting is kept: criteria that people were ranked by stay readable."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision: str = "0004"
down_revision: str | None = "0003"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

FIRST_VERSIONS = """
INSERT INTO job_versions
    (id, job_id, number, title, raw_description, parsed_json, quality_score, requirements_hash,
     edited_by, created_at)
SELECT id, id, 1, title, raw_description, coalesce(parsed_json, '{}'), quality_score,
       requirements_hash, recruiter_id, coalesce(analyzed_at, created_at)
FROM jobs WHERE requirements_hash IS NOT NULL
"""


def upgrade() -> None:
    op.add_column("jobs", sa.Column("version", sa.Integer(), server_default="1", nullable=False))
    op.create_table(
        "job_versions",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("job_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("raw_description", sa.Text(), nullable=False),
        sa.Column(
            "parsed_json",
            postgresql.JSONB(none_as_null=True, astext_type=sa.Text()),
            nullable=False,
        ),
        sa.Column("quality_score", sa.Integer(), nullable=True),
        sa.Column("requirements_hash", sa.String(length=64), nullable=False),
        sa.Column("edited_by", sa.Uuid(), nullable=True),
        sa.Column(
            "created_at",
            sa.DateTime(timezone=True),
            server_default=sa.text("now()"),
            nullable=False,
        ),
        sa.ForeignKeyConstraint(
            ["edited_by"], ["users.id"], name=op.f("fk_job_versions_edited_by"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["job_id"], ["jobs.id"], name=op.f("fk_job_versions_job_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["requirements_hash"],
            ["immutable_documents.hash"],
            name=op.f("fk_job_versions_requirements_hash"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_job_versions")),
        sa.UniqueConstraint("job_id", "number", name=op.f("uq_job_versions_job_id_number")),
    )
    op.create_index(op.f("ix_job_versions_edited_by"), "job_versions", ["edited_by"])
    op.create_index(
        op.f("ix_job_versions_requirements_hash"), "job_versions", ["requirements_hash"]
    )
    op.execute(FIRST_VERSIONS)
    op.execute(
        "CREATE TRIGGER job_versions_never_change BEFORE UPDATE ON job_versions "
        "FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"
    )


def downgrade() -> None:
    op.drop_table("job_versions")
    op.drop_column("jobs", "version")
