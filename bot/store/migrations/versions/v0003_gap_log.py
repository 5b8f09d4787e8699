"""The gap log: what a gap is about, everything that happens to it, and which weekly digests were posted."""

from collections.abc import Iterable

import sqlalchemy as sa
from alembic import op

from bot.core.gap import GapKind, Missing
from bot.core.gap_subject import subject_of

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_VOICE = ("quote", "permalink", "source_kind", "source_person")
"""What was a column of a gap, and is one of its events now."""
_GAPS = sa.table(
    "gaps",
    *(
        sa.column(name)
        for name in ("id", "team", "pack", "kind", "what", "account_id", "logged_at", "subject", *_VOICE)
    ),
)
_EVENTS = sa.table(
    "gap_events",
    *(sa.column(name) for name in ("id", "team", "pack", "gap_id", "happened", "happened_at", *_VOICE)),
)


def upgrade() -> None:
    """Make the tables, and turn every gap into its first event."""
    op.create_table(
        "gap_events",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("team", sa.Text(), nullable=False),
        sa.Column("pack", sa.Text(), nullable=False),
        sa.Column("gap_id", sa.Integer(), nullable=False),
        sa.Column("happened", sa.Text(), nullable=False),
        sa.Column("source_kind", sa.Text(), nullable=False),
        sa.Column("source_person", sa.Text(), nullable=True),
        sa.Column("happened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("quote", sa.Text(), nullable=True),
        sa.Column("permalink", sa.Text(), nullable=True),
        sa.Column("owner", sa.Text(), nullable=True),
        sa.Column("status", sa.Text(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("answer_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["gap_id"], ["gaps.id"], name="fk_gap_events_gap_id_gaps"),
        sa.PrimaryKeyConstraint("id", name="pk_gap_events"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_gap_events_gap_id", "gap_events", ["gap_id"])
    op.create_index("ix_gap_events_team_source_person_pack", "gap_events", ["team", "source_person", "pack"])
    op.create_table(
        "digests",
        sa.Column("team", sa.Text(), nullable=False),
        sa.Column("pack", sa.Text(), nullable=False),
        sa.Column("week", sa.Text(), nullable=False),
        sa.Column("begun_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("posted_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("team", "pack", "week", name="pk_digests"),
    )
    for name in ("trait", "stage", "persona"):
        op.add_column("gaps", sa.Column(name, sa.Text(), nullable=True))
    op.add_column("gaps", sa.Column("subject", sa.Text(), nullable=False, server_default=sa.text("''")))
    _move_voices()
    op.drop_index("ix_gaps_team_pack", "gaps")
    op.create_index("ix_gaps_team_pack_subject", "gaps", ["team", "pack", "subject"])
    for name in _VOICE:
        op.drop_column("gaps", name)


def _move_voices() -> None:
    """Make an event of every gap; of gaps that are the same the first one stays, with the voices of all."""
    connection = op.get_bind()
    first: dict[tuple[object, ...], int] = {}
    for row in connection.execute(sa.select(_GAPS).order_by(_GAPS.c.id)).all():
        subject = subject_of(Missing(kind=GapKind(row.kind), what=row.what))
        same = row.team, row.pack, row.account_id, subject
        gap_id = first.setdefault(same, row.id)
        is_first = gap_id == row.id
        values = {
            "team": row.team,
            "pack": row.pack,
            "gap_id": gap_id,
            "happened": "logged" if is_first else "voiced",
            "happened_at": row.logged_at,
            **{name: getattr(row, name) for name in _VOICE},
        }
        connection.execute(sa.insert(_EVENTS), values)
        this = _GAPS.c.id == row.id
        connection.execute(
            sa.update(_GAPS).where(this).values(subject=subject) if is_first else sa.delete(_GAPS).where(this)
        )


def downgrade() -> None:
    """Give every gap its first voice back, and drop what came since."""
    op.add_column("gaps", sa.Column("quote", sa.Text(), nullable=True))
    op.add_column("gaps", sa.Column("permalink", sa.Text(), nullable=True))
    op.add_column("gaps", sa.Column("source_kind", sa.Text(), nullable=False, server_default=sa.text("'person'")))
    op.add_column("gaps", sa.Column("source_person", sa.Text(), nullable=True))
    _give_back(_VOICE)
    op.drop_index("ix_gaps_team_pack_subject", "gaps")
    op.create_index("ix_gaps_team_pack", "gaps", ["team", "pack"])
    for name in ("subject", "persona", "stage", "trait"):
        op.drop_column("gaps", name)
    for table in ("gap_events", "digests"):
        op.drop_table(table)


def _give_back(names: Iterable[str]) -> None:
    connection = op.get_bind()
    logged = sa.select(_EVENTS).where(_EVENTS.c.happened == "logged").order_by(_EVENTS.c.id.desc())
    for row in connection.execute(logged).all():
        values = {name: getattr(row, name) for name in names}
        connection.execute(sa.update(_GAPS).where(_GAPS.c.id == row.gap_id).values(values))
