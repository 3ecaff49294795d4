"""The queue of unknown skills, with the documents that hold each."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0002"
down_revision: str | None = "0001"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    op.create_table(
        "unknown_skills",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("term", sa.String(length=120), nullable=False),
        sa.Column("folded", sa.String(length=120), nullable=False),
        sa.Column(
            "status",
            sa.Enum("pending", "ignored", "added", name="unknown_skill_status"),
            server_default="pending",
            nullable=False,
        ),
        sa.Column(
            "first_seen",
            sa.DateTime(timezone=True),
            server_default=sa.text("now()"),
            nullable=False,
        ),
        sa.Column(
            "last_seen",
            sa.DateTime(timezone=True),
            server_default=sa.text("now()"),
            nullable=False,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_unknown_skills")),
        sa.UniqueConstraint("folded", name=op.f("uq_unknown_skills_folded")),
    )
    op.create_index(op.f("ix_unknown_skills_status"), "unknown_skills", ["status"], unique=False)
    op.create_table(
        "unknown_skill_sightings",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("unknown_skill_id", sa.Uuid(), nullable=False),
        sa.Column("resume_id", sa.Uuid(), nullable=True),
        sa.Column("job_id", sa.Uuid(), nullable=True),
        sa.CheckConstraint(
            "num_nonnulls(resume_id, job_id) = 1",
            name=op.f("ck_unknown_skill_sightings_one_document"),
        ),
        sa.ForeignKeyConstraint(
            ["unknown_skill_id"],
            ["unknown_skills.id"],
            name=op.f("fk_unknown_skill_sightings_unknown_skill_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["resume_id"],
            ["resumes.id"],
            name=op.f("fk_unknown_skill_sightings_resume_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["job_id"],
            ["jobs.id"],
            name=op.f("fk_unknown_skill_sightings_job_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_unknown_skill_sightings")),
        sa.UniqueConstraint(
            "unknown_skill_id",
            "resume_id",
            name=op.f("uq_unknown_skill_sightings_unknown_skill_id_resume_id"),
        ),
        sa.UniqueConstraint(
            "unknown_skill_id",
            "job_id",
            name=op.f("uq_unknown_skill_sightings_unknown_skill_id_job_id"),
        ),
    )
    for column in ("resume_id", "job_id"):
        op.create_index(
            op.f(f"ix_unknown_skill_sightings_{column}"),
            "unknown_skill_sightings",
            [column],
            unique=False,
        )


def downgrade() -> None:
    for column in ("job_id", "resume_id"):
        op.drop_index(
            op.f(f"ix_unknown_skill_sightings_{column}"), table_name="unknown_skill_sightings"
        )
    op.drop_table("unknown_skill_sightings")
    op.drop_index(op.f("ix_unknown_skills_status"), table_name="unknown_skills")
    op.drop_table("unknown_skills")
    op.execute("DROP TYPE unknown_skill_status")
