"""Records name all that they follow from: the lines they quote, and what read the documents."""

import hashlib
import json
from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision: str = "0005"
down_revision: str | None = "0004"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

JSONB = postgresql.JSONB(none_as_null=True, astext_type=sa.Text())
READ_BY = {"taxonomy_version": 64, "reader_version": 20}
RELEASE_BEFORE = "0.1.0"
UNNAMED = "unnamed"
"""The words of older records: nobody knows which catalogue said them."""

NEW_IN_RECORDS = {
    "wording_version": sa.String(64),
    "resume_taxonomy_version": sa.String(64),
    "resume_reader_version": sa.String(20),
    "job_taxonomy_version": sa.String(64),
    "job_reader_version": sa.String(20),
    "evidence_hash": sa.String(64),
    "is_uncertain": sa.Boolean(),
}
PARSED_BEFORE = "status <> 'parsed' OR (parsed_json IS NOT NULL AND profile_hash IS NOT NULL AND parsed_at IS NOT NULL)"
PARSED_NOW = PARSED_BEFORE[:-1] + (
    " AND evidence_hash IS NOT NULL AND taxonomy_version IS NOT NULL AND reader_version IS NOT NULL)"
)
READ = "requirements_hash IS NULL OR (taxonomy_version IS NOT NULL AND reader_version IS NOT NULL)"
JOBS_READ = """
UPDATE jobs SET reader_version = :release, taxonomy_version = coalesce(
    (SELECT taxonomy_version FROM score_records WHERE job_id = jobs.id
     ORDER BY computed_at DESC LIMIT 1), '')
WHERE requirements_hash IS NOT NULL
"""
RESUMES_READ = """
UPDATE resumes SET reader_version = :release, taxonomy_version = coalesce(
    (SELECT taxonomy_version FROM score_records WHERE resume_id = resumes.id
     ORDER BY computed_at DESC LIMIT 1), '')
WHERE parsed_json IS NOT NULL
"""
COMPLETE = """
UPDATE score_records
SET wording_version = :wording_version, evidence_hash = :evidence_hash,
    is_uncertain = :is_uncertain, inputs_hash = :inputs_hash,
    resume_taxonomy_version = taxonomy_version, resume_reader_version = :resume_reader_version,
    job_taxonomy_version = taxonomy_version, job_reader_version = :job_reader_version
WHERE id = :id
"""


def upgrade() -> None:
    op.create_table(
        "resume_evidence",
        sa.Column("resume_id", sa.Uuid(), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.Column("body", JSONB, nullable=False),
        sa.Column(
            "created_at",
            sa.DateTime(timezone=True),
            server_default=sa.text("now()"),
            nullable=False,
        ),
        sa.ForeignKeyConstraint(
            ["resume_id"],
            ["resumes.id"],
            name=op.f("fk_resume_evidence_resume_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("resume_id", "hash", name=op.f("pk_resume_evidence")),
    )
    for table in ("resumes", "jobs"):
        for column, length in READ_BY.items():
            op.add_column(table, sa.Column(column, sa.String(length), nullable=True))
    op.add_column("resumes", sa.Column("evidence_hash", sa.String(64), nullable=True))
    for column, kind in NEW_IN_RECORDS.items():
        op.add_column("score_records", sa.Column(column, kind, nullable=True))
    op.execute("ALTER TABLE score_records DISABLE TRIGGER score_records_never_change")
    fill(op.get_bind())
    op.execute("ALTER TABLE score_records ENABLE TRIGGER score_records_never_change")
    for column in NEW_IN_RECORDS:
        op.alter_column("score_records", column, nullable=False)
    op.drop_column("score_records", "taxonomy_version")
    op.drop_index("ix_score_records_resume_id", table_name="score_records")
    op.create_index(
        "ix_score_records_resume_id_evidence_hash", "score_records", ["resume_id", "evidence_hash"]
    )
    op.create_foreign_key(
        op.f("fk_score_records_resume_id_evidence_hash"),
        "score_records",
        "resume_evidence",
        ["resume_id", "evidence_hash"],
        ["resume_id", "hash"],
        ondelete="CASCADE",
    )
    op.drop_constraint(op.f("ck_resumes_parsed_is_whole"), "resumes", type_="check")
    op.create_check_constraint(op.f("ck_resumes_parsed_is_whole"), "resumes", PARSED_NOW)
    op.create_check_constraint(op.f("ck_jobs_read_by_something"), "jobs", READ)
    op.execute(
        "CREATE TRIGGER resume_evidence_never_change BEFORE UPDATE ON resume_evidence "
        "FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"
    )


def fill(connection: sa.Connection) -> None:
    """Give what was read and scored before all that it would have been given today."""
    connection.execute(sa.text(JOBS_READ), {"release": RELEASE_BEFORE})
    connection.execute(sa.text(RESUMES_READ), {"release": RELEASE_BEFORE})
    resumes = sa.text("SELECT id, parsed_json FROM resumes WHERE parsed_json IS NOT NULL")
    for resume_id, parsed in connection.execute(resumes).all():
        skills = [*parsed.get("skills", []), *parsed.get("implied_skills", [])]
        digest = keep(connection, resume_id, {one["skill"]: one["sources"] for one in skills})
        connection.execute(
            sa.text("UPDATE resumes SET evidence_hash = :digest WHERE id = :id"),
            {"digest": digest, "id": resume_id},
        )
    records = sa.text(
        "SELECT id, resume_id, profile_hash, requirements_hash, policy_version, taxonomy_version,"
        " as_of, breakdown FROM score_records"
    )
    for record in connection.execute(records).all():
        complete(connection, record)


def complete(connection: sa.Connection, record: Any) -> None:
    """Name the inputs of one record; the lines it quoted are those of its own breakdown."""
    codes = [one["code"] for one in record.breakdown["disclaimers"]]
    lines = {s["matched"]: s["sources"] for s in record.breakdown["slots"] if s["matched"]}
    inputs = {
        "profile_hash": record.profile_hash,
        "evidence_hash": keep(connection, record.resume_id, lines),
        "requirements_hash": record.requirements_hash,
        "policy_version": record.policy_version,
        "wording_version": UNNAMED,
        "resume_taxonomy_version": record.taxonomy_version,
        "resume_reader_version": RELEASE_BEFORE,
        "job_taxonomy_version": record.taxonomy_version,
        "job_reader_version": RELEASE_BEFORE,
        "is_uncertain": "reading_uncertain" in codes,
        "as_of": record.as_of.isoformat(),
    }
    digest = hash_of(inputs)
    connection.execute(sa.text(COMPLETE), inputs | {"inputs_hash": digest, "id": record.id})
    connection.execute(
        sa.text("UPDATE match_scores SET inputs_hash = :digest WHERE record_id = :id"),
        {"digest": digest, "id": record.id},
    )


def keep(connection: sa.Connection, resume_id: Any, body: dict[str, Any]) -> str:
    """Store the lines of one reading, once."""
    digest = hash_of(body)
    connection.execute(
        sa.text(
            "INSERT INTO resume_evidence (resume_id, hash, body)"
            " VALUES (:resume_id, :digest, CAST(:body AS jsonb)) ON CONFLICT DO NOTHING"
        ),
        {"resume_id": resume_id, "digest": digest, "body": json.dumps(body)},
    )
    return digest


def hash_of(value: dict[str, Any]) -> str:
    """The content hash of the engine's codec, as it was when this was written."""
    text = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


def downgrade() -> None:
    op.drop_constraint(op.f("ck_jobs_read_by_something"), "jobs", type_="check")
    op.drop_constraint(op.f("ck_resumes_parsed_is_whole"), "resumes", type_="check")
    op.create_check_constraint(op.f("ck_resumes_parsed_is_whole"), "resumes", PARSED_BEFORE)
    op.drop_constraint(
        op.f("fk_score_records_resume_id_evidence_hash"), "score_records", type_="foreignkey"
    )
    op.drop_index("ix_score_records_resume_id_evidence_hash", table_name="score_records")
    op.create_index("ix_score_records_resume_id", "score_records", ["resume_id"])
    op.alter_column("score_records", "resume_taxonomy_version", new_column_name="taxonomy_version")
    for column in NEW_IN_RECORDS:
        if column != "resume_taxonomy_version":
            op.drop_column("score_records", column)
    op.drop_column("resumes", "evidence_hash")
    for table in ("resumes", "jobs"):
        for column in READ_BY:
            op.drop_column(table, column)
    op.drop_table("resume_evidence")
