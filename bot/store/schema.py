"""Schema: whether a database is as new as the code, and how it becomes so.

On a warm start one row is compared with a constant; Alembic is imported only where there is something to migrate. All
migrations run in one transaction that begins with the write lock: another process that starts at the same moment waits,
and then finds the work done. A database that is newer than the code is refused, as old code would lose what it does not
know.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, column, inspect, select, table

from bot.core.errors import StateUnavailable
from bot.store.errors import incomplete
from bot.store.tables import METADATA

if TYPE_CHECKING:
    from alembic.config import Config

HEAD = "0005"
"""The newest revision; a test holds it to the migrations."""
MIGRATIONS = Path(__file__).parent / "migrations"

_VERSION = table("alembic_version", column("version_num"))


def is_current(connection: Connection, where: str) -> bool:
    """Whether a database has the newest schema; False where it is empty or older.

    Raises:
        StateUnavailable: it holds something else than a state of Fika, or only a part of one.
    """
    present = set(inspect(connection).get_table_names())
    if not present:
        return False
    if not present & {_VERSION.name, *METADATA.tables}:
        raise StateUnavailable(
            f"There are other tables in {where} ({min(present)} ...); name a database of Fika's own."
        )
    revision = connection.execute(select(_VERSION.c.version_num)).scalar() if _VERSION.name in present else None
    missing = METADATA.tables.keys() - present
    if revision is None and present != {_VERSION.name}:
        raise incomplete(where, "its revision is missing")
    if revision == HEAD and missing:
        raise incomplete(where, f"without the table {min(missing)}")
    return bool(revision == HEAD)


def migrate(connection: Connection, where: str) -> None:
    """Bring a database to the newest schema, within the transaction that the connection is in.

    Raises:
        StateUnavailable: the database is newer than the code.
    """
    from alembic import command

    if is_current(connection, where):
        return
    _refuse_newer(connection, where)
    command.upgrade(configuration(connection), "head")


def configuration(connection: Connection) -> "Config":
    """Alembic's configuration for migrations on a connection."""
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config


def revisions(connection: Connection) -> list[str]:
    """Every revision, the oldest first."""
    from alembic.script import ScriptDirectory

    script = ScriptDirectory.from_config(configuration(connection))
    return [each.revision for each in script.walk_revisions()][::-1]


def _refuse_newer(connection: Connection, where: str) -> None:
    if _VERSION.name not in inspect(connection).get_table_names():
        return
    revision = connection.execute(select(_VERSION.c.version_num)).scalar()
    if revision is not None and revision not in revisions(connection):
        raise StateUnavailable(
            f"A newer version of Fika wrote {where} (revision {revision}; this one knows {HEAD}). Upgrade Fika."
        )
