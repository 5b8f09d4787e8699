"""Interviews: what happened in each, the proposals that notes were read as, and where the weekly digest is posted."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_OPEN = sa.text("is_open")


def upgrade() -> None:
    """Make the tables and columns."""
    op.create_table(
        "interviews",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("team", sa.Text(), nullable=False),
        sa.Column("pack", sa.Text(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("is_open", sa.Boolean(), nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.id"], name="fk_interviews_account_id_accounts"),
        sa.PrimaryKeyConstraint("id", name="pk_interviews"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_interviews_account_id", "interviews", ["account_id"])
    op.create_index(
        "uq_interviews_open",
        "interviews",
        ["team", "pack", "account_id"],
        unique=True,
        sqlite_where=_OPEN,
        postgresql_where=_OPEN,
    )
    op.create_table(
        "interview_events",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("team", sa.Text(), nullable=False),
        sa.Column("pack", sa.Text(), nullable=False),
        sa.Column("interview_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("happened", sa.Text(), nullable=False),
        sa.Column("happened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("person", sa.Text(), nullable=True),
        sa.Column("colleague", sa.Text(), nullable=True),
        sa.Column("quote", sa.Text(), nullable=True),
        sa.Column("detail", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["interview_id"], ["interviews.id"], name="fk_interview_events_interview_id_interviews"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_interview_events"),
        sa.UniqueConstraint("interview_id", "number", name="uq_interview_events_interview_id_number"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_interview_events_team_person_pack", "interview_events", ["team", "person", "pack"])
    op.create_table(
        "proposals",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("team", sa.Text(), nullable=False),
        sa.Column("pack", sa.Text(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("batch", sa.Integer(), nullable=False),
        sa.Column("trait", sa.Text(), nullable=False),
        sa.Column("value", sa.JSON(), nullable=False),
        sa.Column("quote", sa.Text(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("person", sa.Text(), nullable=True),
        sa.Column("proposed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("settled_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("settled_by", sa.Text(), nullable=True),
        sa.Column("answer_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.id"], name="fk_proposals_account_id_accounts"),
        sa.PrimaryKeyConstraint("id", name="pk_proposals"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_proposals_account_id", "proposals", ["account_id"])
    op.create_index("ix_proposals_team_pack_batch", "proposals", ["team", "pack", "batch"])
    op.add_column("workspaces", sa.Column("digest_channel", sa.Text(), nullable=True))
    op.add_column("conversations", sa.Column("interview_id", sa.Integer(), nullable=True))
    op.add_column("conversations", sa.Column("interview_step", sa.Integer(), nullable=True))
    op.add_column("conversations", sa.Column("disputed", sa.Text(), nullable=True))


def downgrade() -> None:
    """Drop them again."""
    for name in ("disputed", "interview_step", "interview_id"):
        op.drop_column("conversations", name)
    op.drop_column("workspaces", "digest_channel")
    for table in ("proposals", "interview_events", "interviews"):
        op.drop_table(table)
