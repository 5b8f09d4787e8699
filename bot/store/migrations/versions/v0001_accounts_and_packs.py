"""Accounts with their names, external ids and answers, and the published versions of packs."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the first tables."""
    _make_accounts()
    _make_answers()
    _make_pack_versions()


def _make_accounts() -> None:
    op.create_table(
        "accounts",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("team", sa.Text(), nullable=False),
        sa.Column("pack", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_accounts"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_accounts_team_pack_name", "accounts", ["team", "pack", "name"])
    op.create_table(
        "account_names",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("team", sa.Text(), nullable=False),
        sa.Column("pack", sa.Text(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.id"], name="fk_account_names_account_id_accounts"),
        sa.PrimaryKeyConstraint("id", name="pk_account_names"),
        sa.UniqueConstraint("account_id", "name", name="uq_account_names_account_id_name"),
    )
    op.create_index("ix_account_names_team_pack_account_id", "account_names", ["team", "pack", "account_id"])
    op.create_table(
        "account_external_ids",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("team", sa.Text(), nullable=False),
        sa.Column("pack", sa.Text(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("external_id", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.id"], name="fk_account_external_ids_account_id_accounts"),
        sa.PrimaryKeyConstraint("id", name="pk_account_external_ids"),
        sa.UniqueConstraint("team", "pack", "external_id", name="uq_account_external_ids_team_pack_external_id"),
    )
    op.create_index("ix_account_external_ids_account_id", "account_external_ids", ["account_id"])
    op.create_index(
        "ix_account_external_ids_team_pack_account_id", "account_external_ids", ["team", "pack", "account_id"]
    )


def _make_answers() -> None:
    op.create_table(
        "answers",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("team", sa.Text(), nullable=False),
        sa.Column("pack", sa.Text(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("trait", sa.Text(), nullable=False),
        sa.Column("value", sa.JSON(), nullable=False),
        sa.Column("source_kind", sa.Text(), nullable=False),
        sa.Column("source_person", sa.Text(), nullable=True),
        sa.Column("dated_on", sa.Date(), nullable=True),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("quote", sa.Text(), nullable=True),
        sa.Column("draft", sa.Boolean(), nullable=False),
        sa.Column("retracted_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.id"], name="fk_answers_account_id_accounts"),
        sa.PrimaryKeyConstraint("id", name="pk_answers"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_answers_account_id", "answers", ["account_id"])
    op.create_index("ix_answers_team_pack_account_id", "answers", ["team", "pack", "account_id"])


def _make_pack_versions() -> None:
    op.create_table(
        "pack_versions",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("team", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("content_hash", sa.Text(), nullable=False),
        sa.Column("pack", sa.JSON(), nullable=False),
        sa.Column("draft", sa.Boolean(), nullable=False),
        sa.Column("published_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_pack_versions"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_pack_versions_team_name", "pack_versions", ["team", "name"])


def downgrade() -> None:
    """Drop them again."""
    for table in ("pack_versions", "answers", "account_external_ids", "account_names", "accounts"):
        op.drop_table(table)
