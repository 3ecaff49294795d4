"""The seven founding tables, the outbox, and the immutable inputs and records of scores."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision: str = "0001"
down_revision: str | None = None
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

ENUMS = ("user_role", "resume_status", "job_status", "application_status")

REFUSE_CHANGE = """
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% of % is not allowed: its rows never change', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'restrict_violation';
END
$$
"""

NEVER_CHANGED = (
    ("events", "UPDATE OR DELETE OR TRUNCATE"),
    ("score_records", "UPDATE"),
    ("immutable_documents", "UPDATE"),
)
"""Records of scores go with their owner's account; events stay whatever happens."""


def upgrade() -> None:
    op.create_table(
        "events",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("event_type", sa.String(length=64), nullable=False),
        sa.Column("user_id", sa.Uuid(), nullable=True),
        sa.Column("entity_type", sa.String(length=32), nullable=False),
        sa.Column("entity_id", sa.Uuid(), nullable=False),
        sa.Column(
            "payload", postgresql.JSONB(none_as_null=True, astext_type=sa.Text()), nullable=False
        ),
        sa.Column(
            "created_at",
            sa.DateTime(timezone=True),
            server_default=sa.text("now()"),
            nullable=False,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_events")),
    )
    op.create_index("ix_events_created_at", "events", ["created_at"], unique=False)
    op.create_index(
        "ix_events_entity_type_entity_id", "events", ["entity_type", "entity_id"], unique=False
    )
    op.create_index(op.f("ix_events_event_type"), "events", ["event_type"], unique=False)
    op.create_index(op.f("ix_events_user_id"), "events", ["user_id"], unique=False)
    op.create_table(
        "immutable_documents",
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column(
            "body", postgresql.JSONB(none_as_null=True, astext_type=sa.Text()), nullable=False
        ),
        sa.Column(
            "created_at",
            sa.DateTime(timezone=True),
            server_default=sa.text("now()"),
            nullable=False,
        ),
        sa.CheckConstraint(
            "kind IN ('profile', 'requirements')", name=op.f("ck_immutable_documents_kind")
        ),
        sa.PrimaryKeyConstraint("hash", name=op.f("pk_immutable_documents")),
    )
    op.create_table(
        "outbox_tasks",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("queue", sa.String(), nullable=False),
        sa.Column(
            "payload", postgresql.JSONB(none_as_null=True, astext_type=sa.Text()), nullable=False
        ),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("sends", sa.Integer(), nullable=False),
        sa.Column("starts", sa.Integer(), nullable=False),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column(
            "available_at",
            sa.DateTime(timezone=True),
            server_default=sa.text("now()"),
            nullable=False,
        ),
        sa.Column("leased_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("lease_token", sa.Uuid(), nullable=True),
        sa.Column("last_error", sa.String(), nullable=True),
        sa.Column("request_id", sa.String(), nullable=True),
        sa.Column(
            "created_at",
            sa.DateTime(timezone=True),
            server_default=sa.text("now()"),
            nullable=False,
        ),
        sa.Column("finished_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "queue IN ('high', 'medium', 'low')", name=op.f("ck_outbox_tasks_queue")
        ),
        sa.CheckConstraint(
            "status IN ('pending', 'sent', 'running', 'done', 'dead')",
            name=op.f("ck_outbox_tasks_status"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outbox_tasks")),
    )
    op.create_index(
        "ix_outbox_tasks_finished",
        "outbox_tasks",
        ["finished_at"],
        unique=False,
        postgresql_where=sa.text("status = 'done'"),
    )
    op.create_index(
        "ix_outbox_tasks_leased",
        "outbox_tasks",
        ["leased_until"],
        unique=False,
        postgresql_where=sa.text("status IN ('sent', 'running')"),
    )
    op.create_index(
        "ix_outbox_tasks_pending",
        "outbox_tasks",
        ["available_at"],
        unique=False,
        postgresql_where=sa.text("status = 'pending'"),
    )
    op.create_table(
        "skills",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("canonical_name", sa.String(length=120), nullable=False),
        sa.Column("synonyms", postgresql.ARRAY(sa.Text()), server_default="{}", nullable=False),
        sa.Column("category", sa.String(length=60), nullable=False),
        sa.Column(
            "created_at",
            sa.DateTime(timezone=True),
            server_default=sa.text("now()"),
            nullable=False,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_skills")),
        sa.UniqueConstraint("canonical_name", name=op.f("uq_skills_canonical_name")),
    )
    op.create_index(
        "ix_skills_synonyms", "skills", ["synonyms"], unique=False, postgresql_using="gin"
    )
    op.create_table(
        "users",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("email", sa.String(length=320), nullable=False),
        sa.Column("password_hash", sa.String(length=255), nullable=False),
        sa.Column(
            "role", sa.Enum("candidate", "recruiter", "admin", name="user_role"), nullable=False
        ),
        sa.Column("company", sa.String(length=200), nullable=True),
        sa.Column(
            "created_at",
            sa.DateTime(timezone=True),
            server_default=sa.text("now()"),
            nullable=False,
        ),
        sa.Column(
            "updated_at",
            sa.DateTime(timezone=True),
            server_default=sa.text("now()"),
            nullable=False,
        ),
        sa.Column("is_active", sa.Boolean(), server_default="true", nullable=False),
        sa.CheckConstraint(
            "email ~ '^[^@[:space:]]+@[^@[:space:]]+$'", name=op.f("ck_users_email_format")
        ),
        sa.CheckConstraint("email = lower(email)", name=op.f("ck_users_email_lower")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_users")),
        sa.UniqueConstraint("email", name=op.f("uq_users_email")),
    )
    op.create_index(op.f("ix_users_role"), "users", ["role"], unique=False)
    op.create_table(
        "jobs",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("recruiter_id", sa.Uuid(), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("raw_description", sa.Text(), nullable=False),
        sa.Column(
            "parsed_json", postgresql.JSONB(none_as_null=True, astext_type=sa.Text()), nullable=True
        ),
        sa.Column("quality_score", sa.Integer(), nullable=True),
        sa.Column(
            "status",
            sa.Enum("draft", "pending_analysis", "active", "closed", name="job_status"),
            nullable=False,
        ),
        sa.Column(
            "created_at",
            sa.DateTime(timezone=True),
            server_default=sa.text("now()"),
            nullable=False,
        ),
        sa.Column("analyzed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("closes_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("publish", sa.Boolean(), server_default="true", nullable=False),
        sa.Column("analysis_error", sa.Text(), nullable=True),
        sa.Column("requirements_hash", sa.String(length=64), nullable=True),
        sa.CheckConstraint(
            "status <> 'closed' OR closed_at IS NOT NULL", name=op.f("ck_jobs_closed_has_day")
        ),
        sa.CheckConstraint("quality_score BETWEEN 0 AND 100", name=op.f("ck_jobs_quality_score")),
        sa.ForeignKeyConstraint(
            ["recruiter_id"], ["users.id"], name=op.f("fk_jobs_recruiter_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["requirements_hash"],
            ["immutable_documents.hash"],
            name=op.f("fk_jobs_requirements_hash"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_jobs")),
    )
    op.create_index("ix_jobs_created_at", "jobs", ["created_at"], unique=False)
    op.create_index(op.f("ix_jobs_recruiter_id"), "jobs", ["recruiter_id"], unique=False)
    op.create_index(op.f("ix_jobs_requirements_hash"), "jobs", ["requirements_hash"], unique=False)
    op.create_index(op.f("ix_jobs_status"), "jobs", ["status"], unique=False)
    op.create_index("ix_jobs_status_created_at", "jobs", ["status", "created_at"], unique=False)
    op.create_table(
        "resumes",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("original_filename", sa.String(length=255), nullable=False),
        sa.Column("file_path", sa.String(length=255), nullable=False),
        sa.Column("file_size_bytes", sa.Integer(), nullable=False),
        sa.Column(
            "parsed_json", postgresql.JSONB(none_as_null=True, astext_type=sa.Text()), nullable=True
        ),
        sa.Column(
            "status",
            sa.Enum("pending", "parsing", "parsed", "failed", name="resume_status"),
            nullable=False,
        ),
        sa.Column("error_message", sa.Text(), nullable=True),
        sa.Column(
            "created_at",
            sa.DateTime(timezone=True),
            server_default=sa.text("now()"),
            nullable=False,
        ),
        sa.Column("parsed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("profile_hash", sa.String(length=64), nullable=True),
        sa.Column("needs_review", sa.Boolean(), server_default="false", nullable=False),
        sa.CheckConstraint(
            "status <> 'failed' OR error_message IS NOT NULL",
            name=op.f("ck_resumes_failed_says_why"),
        ),
        sa.CheckConstraint(
            "status <> 'parsed' OR (parsed_json IS NOT NULL AND profile_hash IS NOT NULL AND parsed_at IS NOT NULL)",
            name=op.f("ck_resumes_parsed_is_whole"),
        ),
        sa.CheckConstraint("file_size_bytes > 0", name=op.f("ck_resumes_size")),
        sa.ForeignKeyConstraint(
            ["profile_hash"], ["immutable_documents.hash"], name=op.f("fk_resumes_profile_hash")
        ),
        sa.ForeignKeyConstraint(
            ["user_id"], ["users.id"], name=op.f("fk_resumes_user_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_resumes")),
    )
    op.create_index(op.f("ix_resumes_profile_hash"), "resumes", ["profile_hash"], unique=False)
    op.create_index(op.f("ix_resumes_status"), "resumes", ["status"], unique=False)
    op.create_index(op.f("ix_resumes_user_id"), "resumes", ["user_id"], unique=False)
    op.create_index(
        "ix_resumes_user_id_created_at", "resumes", ["user_id", "created_at"], unique=False
    )
    op.create_table(
        "score_records",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("job_id", sa.Uuid(), nullable=False),
        sa.Column("candidate_id", sa.Uuid(), nullable=False),
        sa.Column("resume_id", sa.Uuid(), nullable=False),
        sa.Column("as_of", sa.Date(), nullable=False),
        sa.Column("policy_version", sa.String(length=20), nullable=False),
        sa.Column("taxonomy_version", sa.String(length=64), nullable=False),
        sa.Column("profile_hash", sa.String(length=64), nullable=False),
        sa.Column("requirements_hash", sa.String(length=64), nullable=False),
        sa.Column("inputs_hash", sa.String(length=64), nullable=False),
        sa.Column("exact", sa.Text(), nullable=True),
        sa.Column("score", sa.Integer(), nullable=True),
        sa.Column(
            "breakdown", postgresql.JSONB(none_as_null=True, astext_type=sa.Text()), nullable=False
        ),
        sa.Column("explanation", sa.Text(), nullable=False),
        sa.Column("recruiter_explanation", sa.Text(), nullable=False),
        sa.Column(
            "computed_at",
            sa.DateTime(timezone=True),
            server_default=sa.text("now()"),
            nullable=False,
        ),
        sa.CheckConstraint(
            "(score IS NULL) = (exact IS NULL)", name=op.f("ck_score_records_exact_with_score")
        ),
        sa.CheckConstraint("score BETWEEN 0 AND 100", name=op.f("ck_score_records_score")),
        sa.ForeignKeyConstraint(
            ["candidate_id"],
            ["users.id"],
            name=op.f("fk_score_records_candidate_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["job_id"], ["jobs.id"], name=op.f("fk_score_records_job_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["profile_hash"],
            ["immutable_documents.hash"],
            name=op.f("fk_score_records_profile_hash"),
        ),
        sa.ForeignKeyConstraint(
            ["requirements_hash"],
            ["immutable_documents.hash"],
            name=op.f("fk_score_records_requirements_hash"),
        ),
        sa.ForeignKeyConstraint(
            ["resume_id"],
            ["resumes.id"],
            name=op.f("fk_score_records_resume_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_score_records")),
        sa.UniqueConstraint(
            "job_id",
            "candidate_id",
            "resume_id",
            "inputs_hash",
            name=op.f("uq_score_records_job_id_candidate_id_resume_id_inputs_hash"),
        ),
    )
    op.create_index(
        op.f("ix_score_records_candidate_id"), "score_records", ["candidate_id"], unique=False
    )
    op.create_index(
        op.f("ix_score_records_profile_hash"), "score_records", ["profile_hash"], unique=False
    )
    op.create_index(
        op.f("ix_score_records_requirements_hash"),
        "score_records",
        ["requirements_hash"],
        unique=False,
    )
    op.create_index(
        op.f("ix_score_records_resume_id"), "score_records", ["resume_id"], unique=False
    )
    op.create_table(
        "applications",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("job_id", sa.Uuid(), nullable=False),
        sa.Column("candidate_id", sa.Uuid(), nullable=False),
        sa.Column("resume_id", sa.Uuid(), nullable=False),
        sa.Column(
            "status",
            sa.Enum(
                "applied",
                "reviewed",
                "shortlisted",
                "rejected",
                "offered",
                "withdrawn",
                name="application_status",
            ),
            nullable=False,
        ),
        sa.Column("rejection_reason", sa.String(length=500), nullable=True),
        sa.Column("recruiter_notes", sa.Text(), nullable=True),
        sa.Column(
            "created_at",
            sa.DateTime(timezone=True),
            server_default=sa.text("now()"),
            nullable=False,
        ),
        sa.Column(
            "updated_at",
            sa.DateTime(timezone=True),
            server_default=sa.text("now()"),
            nullable=False,
        ),
        sa.Column("score_record_id", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(
            ["candidate_id"],
            ["users.id"],
            name=op.f("fk_applications_candidate_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["job_id"], ["jobs.id"], name=op.f("fk_applications_job_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["resume_id"],
            ["resumes.id"],
            name=op.f("fk_applications_resume_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["score_record_id"],
            ["score_records.id"],
            name=op.f("fk_applications_score_record_id"),
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_applications")),
        sa.UniqueConstraint(
            "job_id", "candidate_id", name=op.f("uq_applications_job_id_candidate_id")
        ),
    )
    op.create_index(
        op.f("ix_applications_candidate_id"), "applications", ["candidate_id"], unique=False
    )
    op.create_index(op.f("ix_applications_job_id"), "applications", ["job_id"], unique=False)
    op.create_index(
        "ix_applications_job_id_status", "applications", ["job_id", "status"], unique=False
    )
    op.create_index(op.f("ix_applications_resume_id"), "applications", ["resume_id"], unique=False)
    op.create_index(
        op.f("ix_applications_score_record_id"), "applications", ["score_record_id"], unique=False
    )
    op.create_table(
        "match_scores",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("job_id", sa.Uuid(), nullable=False),
        sa.Column("candidate_id", sa.Uuid(), nullable=False),
        sa.Column("resume_id", sa.Uuid(), nullable=False),
        sa.Column("record_id", sa.Uuid(), nullable=False),
        sa.Column("inputs_hash", sa.String(length=64), nullable=False),
        sa.Column("exact", sa.Text(), nullable=True),
        sa.Column("score", sa.Integer(), nullable=True),
        sa.Column(
            "breakdown", postgresql.JSONB(none_as_null=True, astext_type=sa.Text()), nullable=False
        ),
        sa.Column("explanation", sa.Text(), nullable=False),
        sa.Column("recruiter_explanation", sa.Text(), nullable=False),
        sa.Column(
            "computed_at",
            sa.DateTime(timezone=True),
            server_default=sa.text("now()"),
            nullable=False,
        ),
        sa.CheckConstraint("score BETWEEN 0 AND 100", name=op.f("ck_match_scores_score")),
        sa.ForeignKeyConstraint(
            ["candidate_id"],
            ["users.id"],
            name=op.f("fk_match_scores_candidate_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["job_id"], ["jobs.id"], name=op.f("fk_match_scores_job_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["record_id"],
            ["score_records.id"],
            name=op.f("fk_match_scores_record_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["resume_id"],
            ["resumes.id"],
            name=op.f("fk_match_scores_resume_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_match_scores")),
        sa.UniqueConstraint(
            "job_id",
            "candidate_id",
            "resume_id",
            name=op.f("uq_match_scores_job_id_candidate_id_resume_id"),
        ),
    )
    op.create_index(
        op.f("ix_match_scores_candidate_id"), "match_scores", ["candidate_id"], unique=False
    )
    op.create_index("ix_match_scores_computed_at", "match_scores", ["computed_at"], unique=False)
    op.create_index(op.f("ix_match_scores_job_id"), "match_scores", ["job_id"], unique=False)
    op.create_index(op.f("ix_match_scores_record_id"), "match_scores", ["record_id"], unique=False)
    op.create_index(op.f("ix_match_scores_resume_id"), "match_scores", ["resume_id"], unique=False)

    op.execute(REFUSE_CHANGE)
    for table, changes in NEVER_CHANGED:
        op.execute(
            f"CREATE TRIGGER {table}_never_change BEFORE {changes} ON {table}"
            " FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"
        )


def downgrade() -> None:
    op.drop_index(op.f("ix_match_scores_resume_id"), table_name="match_scores")
    op.drop_index(op.f("ix_match_scores_record_id"), table_name="match_scores")
    op.drop_index(op.f("ix_match_scores_job_id"), table_name="match_scores")
    op.drop_index("ix_match_scores_computed_at", table_name="match_scores")
    op.drop_index(op.f("ix_match_scores_candidate_id"), table_name="match_scores")
    op.drop_table("match_scores")
    op.drop_index(op.f("ix_applications_score_record_id"), table_name="applications")
    op.drop_index(op.f("ix_applications_resume_id"), table_name="applications")
    op.drop_index("ix_applications_job_id_status", table_name="applications")
    op.drop_index(op.f("ix_applications_job_id"), table_name="applications")
    op.drop_index(op.f("ix_applications_candidate_id"), table_name="applications")
    op.drop_table("applications")
    op.drop_index(op.f("ix_score_records_resume_id"), table_name="score_records")
    op.drop_index(op.f("ix_score_records_requirements_hash"), table_name="score_records")
    op.drop_index(op.f("ix_score_records_profile_hash"), table_name="score_records")
    op.drop_index(op.f("ix_score_records_candidate_id"), table_name="score_records")
    op.drop_table("score_records")
    op.drop_index("ix_resumes_user_id_created_at", table_name="resumes")
    op.drop_index(op.f("ix_resumes_user_id"), table_name="resumes")
    op.drop_index(op.f("ix_resumes_status"), table_name="resumes")
    op.drop_index(op.f("ix_resumes_profile_hash"), table_name="resumes")
    op.drop_table("resumes")
    op.drop_index("ix_jobs_status_created_at", table_name="jobs")
    op.drop_index(op.f("ix_jobs_status"), table_name="jobs")
    op.drop_index(op.f("ix_jobs_requirements_hash"), table_name="jobs")
    op.drop_index(op.f("ix_jobs_recruiter_id"), table_name="jobs")
    op.drop_index("ix_jobs_created_at", table_name="jobs")
    op.drop_table("jobs")
    op.drop_index(op.f("ix_users_role"), table_name="users")
    op.drop_table("users")
    op.drop_index("ix_skills_synonyms", table_name="skills", postgresql_using="gin")
    op.drop_table("skills")
    op.drop_index(
        "ix_outbox_tasks_pending",
        table_name="outbox_tasks",
        postgresql_where=sa.text("status = 'pending'"),
    )
    op.drop_index(
        "ix_outbox_tasks_leased",
        table_name="outbox_tasks",
        postgresql_where=sa.text("status IN ('sent', 'running')"),
    )
    op.drop_index(
        "ix_outbox_tasks_finished",
        table_name="outbox_tasks",
        postgresql_where=sa.text("status = 'done'"),
    )
    op.drop_table("outbox_tasks")
    op.drop_table("immutable_documents")
    op.drop_index(op.f("ix_events_user_id"), table_name="events")
    op.drop_index(op.f("ix_events_event_type"), table_name="events")
    op.drop_index("ix_events_entity_type_entity_id", table_name="events")
    op.drop_index("ix_events_created_at", table_name="events")
    op.drop_table("events")
    op.execute("DROP FUNCTION refuse_change()")
    for enum in ENUMS:
        op.execute(f"DROP TYPE {enum}")
