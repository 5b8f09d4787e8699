"""What Slack needs: the inbox and its workers, workspaces, people, and what people ask, say and miss."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables, and note who added an account."""
    op.add_column("accounts", sa.Column("added_by", sa.Text(), nullable=True))
    op.create_index("ix_answers_team_source_person_pack", "answers", ["team", "source_person", "pack"])
    _make_inbox()
    _make_team()
    _make_asks()
    _make_feedback()
    _make_gaps()
    _make_stages()


def _make_inbox() -> None:
    op.create_table(
        "deliveries",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("team", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("lane", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("body", sa.JSON(), nullable=True),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("worker", sa.Text(), nullable=True),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("parts", sa.JSON(), nullable=False),
        sa.Column("effect", sa.JSON(), nullable=True),
        sa.Column("ending", sa.Text(), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_deliveries"),
        sa.UniqueConstraint("team", "key", name="uq_deliveries_team_key"),
        sqlite_autoincrement=True,
    )
    unanswered = sa.text("ending IS NULL")
    op.create_index(
        "ix_deliveries_unanswered", "deliveries", ["team"], sqlite_where=unanswered, postgresql_where=unanswered
    )
    op.create_index("ix_deliveries_team_received_at", "deliveries", ["team", "received_at"])
    op.create_table(
        "workers",
        sa.Column("team", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("team", "name", name="pk_workers"),
    )


def _make_team() -> None:
    op.create_table(
        "conversations",
        sa.Column("team", sa.Text(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=True),
        sa.Column("offered", sa.JSON(), nullable=False),
        sa.Column("waiting", sa.Text(), nullable=True),
        sa.Column("touched_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("team", "person", "place", name="pk_conversations"),
    )
    op.create_index("ix_conversations_team_touched_at", "conversations", ["team", "touched_at"])
    op.create_table(
        "workspaces",
        sa.Column("team", sa.Text(), nullable=False),
        sa.Column("pack", sa.Text(), nullable=True),
        sa.Column("admins", sa.JSON(), nullable=False),
        sa.Column("time_zone", sa.Text(), nullable=True),
        sa.Column("keep_days", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("team", name="pk_workspaces"),
    )
    op.create_table(
        "people",
        sa.Column("team", sa.Text(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("time_zone", sa.Text(), nullable=True),
        sa.Column("guest", sa.Boolean(), nullable=False),
        sa.Column("fetched_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("team", "person", name="pk_people"),
    )


def _make_asks() -> None:
    op.create_table(
        "asks",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("team", sa.Text(), nullable=False),
        sa.Column("pack", sa.Text(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("receipt", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.id"], name="fk_asks_account_id_accounts"),
        sa.PrimaryKeyConstraint("id", name="pk_asks"),
        sa.UniqueConstraint("team", "pack", "person", "account_id", name="uq_asks_team_pack_person_account_id"),
    )
    op.create_index("ix_asks_account_id", "asks", ["account_id"])


def _make_feedback() -> None:
    op.create_table(
        "feedback",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("team", sa.Text(), nullable=False),
        sa.Column("pack", sa.Text(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("receipt", sa.Text(), nullable=False),
        sa.Column("helpful", sa.Boolean(), nullable=False),
        sa.Column("given_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.id"], name="fk_feedback_account_id_accounts"),
        sa.PrimaryKeyConstraint("id", name="pk_feedback"),
        sa.UniqueConstraint(
            "team", "pack", "person", "account_id", "receipt", name="uq_feedback_team_pack_person_account_id_receipt"
        ),
    )
    op.create_index("ix_feedback_account_id", "feedback", ["account_id"])


def _make_gaps() -> None:
    op.create_table(
        "gaps",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("team", sa.Text(), nullable=False),
        sa.Column("pack", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=True),
        sa.Column("quote", sa.Text(), nullable=True),
        sa.Column("permalink", sa.Text(), nullable=True),
        sa.Column("source_kind", sa.Text(), nullable=False),
        sa.Column("source_person", sa.Text(), nullable=True),
        sa.Column("logged_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.id"], name="fk_gaps_account_id_accounts"),
        sa.PrimaryKeyConstraint("id", name="pk_gaps"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_gaps_account_id", "gaps", ["account_id"])
    op.create_index("ix_gaps_team_pack", "gaps", ["team", "pack"])


def _make_stages() -> None:
    op.create_table(
        "account_stages",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("team", sa.Text(), nullable=False),
        sa.Column("pack", sa.Text(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("stage", sa.Text(), nullable=False),
        sa.Column("source_kind", sa.Text(), nullable=False),
        sa.Column("source_person", sa.Text(), nullable=True),
        sa.Column("said_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.id"], name="fk_account_stages_account_id_accounts"),
        sa.PrimaryKeyConstraint("id", name="pk_account_stages"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_account_stages_account_id", "account_stages", ["account_id"])
    op.create_index("ix_account_stages_team_pack_account_id", "account_stages", ["team", "pack", "account_id"])


def downgrade() -> None:
    """Drop them again."""
    tables = ("account_stages", "gaps", "feedback", "asks", "people", "workspaces", "conversations", "workers")
    for table in (*tables, "deliveries"):
        op.drop_table(table)
    op.drop_index("ix_answers_team_source_person_pack", "answers")
    op.drop_column("accounts", "added_by")
