"""What people say of uncertain readings, and the queue of those that wait."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision: str = "0003"
down_revision: str | None = "0002"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

DECISION = postgresql.ENUM("accepted", "unreadable", name="review_decision")
WAITS = sa.text("needs_review AND status = 'parsed'")


def upgrade() -> None:
    DECISION.create(op.get_bind())
    op.add_column(
        "resumes",
        sa.Column(
            "review_decision",
            postgresql.ENUM(name="review_decision", create_type=False),
            nullable=True,
        ),
    )
    op.add_column("resumes", sa.Column("review_note", sa.Text(), nullable=True))
    op.add_column("resumes", sa.Column("reviewed_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column("resumes", sa.Column("reviewed_by", sa.Uuid(), nullable=True))
    op.create_foreign_key(
        op.f("fk_resumes_reviewed_by"),
        "resumes",
        "users",
        ["reviewed_by"],
        ["id"],
        ondelete="SET NULL",
    )
    op.create_check_constraint(
        op.f("ck_resumes_review_is_whole"),
        "resumes",
        "(review_decision IS NULL) = (reviewed_at IS NULL)",
    )
    op.create_check_constraint(
        op.f("ck_resumes_review_is_open"),
        "resumes",
        "NOT needs_review OR review_decision IS NULL",
    )
    op.create_index(op.f("ix_resumes_reviewed_by"), "resumes", ["reviewed_by"], unique=False)
    op.create_index(
        "ix_resumes_review_queue",
        "resumes",
        ["created_at", "id"],
        unique=False,
        postgresql_where=WAITS,
    )


def downgrade() -> None:
    op.drop_index("ix_resumes_review_queue", table_name="resumes", postgresql_where=WAITS)
    op.drop_index(op.f("ix_resumes_reviewed_by"), table_name="resumes")
    op.drop_constraint(op.f("ck_resumes_review_is_open"), "resumes", type_="check")
    op.drop_constraint(op.f("ck_resumes_review_is_whole"), "resumes", type_="check")
    op.drop_constraint(op.f("fk_resumes_reviewed_by"), "resumes", type_="foreignkey")
    for column in ("reviewed_by", "reviewed_at", "review_note", "review_decision"):
        op.drop_column("resumes", column)
    DECISION.drop(op.get_bind())
