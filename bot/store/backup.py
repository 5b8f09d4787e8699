"""Backup and restore of an SQLite state.

A copy is made page by page through SQLite's own backup, so it is one moment of the state even while others write; it
is written beside its target and then put in place by one rename. What is restored is checked first, and brought up to
date, as a copy beside the state; the state of before stays beside it under a name that was free.
"""

import os
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from bot.core.errors import FileRefused, StateUnavailable
from bot.store.errors import explained

_LEFT_OVER = ("-wal", "-shm")
"""What SQLite keeps beside a file that is in use."""
_MAGIC = b"SQLite format 3\0"


def write_backup(state: Path, target: Path, wait: float, *, overwrite: bool) -> None:
    """Copy the state into a file.

    Args:
        state: the file of the state.
        target: the file to write.
        wait: seconds to wait for another process that keeps readers out.
        overwrite: whether the target may be there already.

    Raises:
        FileRefused: the target is there, is the state itself, or cannot be written.
        StateUnavailable: the state cannot be read.
    """
    if target.exists():
        if target.samefile(state):
            raise FileRefused(f"{target} is the state itself; name another file for the backup.")
        if not target.is_file():
            raise FileRefused(f"{target} is no file; name a file for the backup.")
        if not overwrite:
            raise FileRefused(f"{target} is there already; name another file, or say that it may be overwritten.")
    with _beside(target) as copy:
        _copy(state, copy, wait)
        copy.replace(target)
        _sync_folder(target.parent)


def restore_backup(state: Path, source: Path, wait: float, upgrade: Callable[[Path], None]) -> Path | None:
    """Put a backup in place of the state.

    Args:
        state: the file of the state; it need not be there.
        source: what `write_backup` wrote.
        wait: seconds to wait for another process that uses the state.
        upgrade: refuses a file that is no state of Fika or a newer one, and brings an older one up to date.

    Returns:
        Where the state of before is now; None where there was none.

    Raises:
        FileRefused: the source cannot be read, or is no intact backup.
        StateUnavailable: another process uses the state, or it cannot be replaced.
    """
    if not source.is_file():
        raise FileRefused(f"{source} is no file; name one that `fika backup` wrote.")
    if state.exists() and source.samefile(state):
        raise FileRefused(f"{source} is the state itself; there is nothing to restore.")
    with _beside(state) as copy:
        try:
            _copy(source, copy, wait)
            _refuse_damaged(copy)
            upgrade(copy)
        except StateUnavailable as wrong:
            raise FileRefused(f"{source} cannot be restored, and nothing was changed: {wrong}") from wrong
        before = _set_aside(state, wait)
        with explained(f"the state {state}"):
            copy.replace(state)
            _sync_folder(state.parent)
    return before


@contextmanager
def _beside(target: Path) -> Iterator[Path]:
    """A new file in the same folder, gone afterwards unless it was renamed."""
    try:
        descriptor, name = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".new", dir=target.parent)
    except OSError as wrong:
        raise FileRefused(
            f"{target} cannot be written ({wrong.strerror}); name a file in a folder you may write to."
        ) from wrong
    os.close(descriptor)
    try:
        yield Path(name)
    finally:
        for left in ("", *_LEFT_OVER, "-journal"):
            Path(name + left).unlink(missing_ok=True)


def _copy(source: Path, target: Path, wait: float) -> None:
    """Copy one moment of a database into an empty file that needs no other file beside it."""
    with (
        explained(f"the state {source}"),
        closing(sqlite3.connect(_read_only(source), uri=True, timeout=wait, isolation_level=None)) as reading,
    ):
        reading.execute("BEGIN")
        reading.execute("SELECT count(*) FROM sqlite_master").fetchone()  # takes the snapshot, or times out
        with explained(f"the folder {target.parent}"), closing(sqlite3.connect(target)) as writing:
            reading.backup(writing)
            writing.execute("PRAGMA journal_mode = DELETE")


def _read_only(file: Path) -> str:
    return f"{file.absolute().as_uri()}?mode=ro"


def _refuse_damaged(copy: Path) -> None:
    with explained("the backup"), closing(sqlite3.connect(copy)) as connection:
        found = connection.execute("PRAGMA integrity_check(1)").fetchone()[0]
        strays = connection.execute("PRAGMA foreign_key_check").fetchone()
    if found != "ok" or strays is not None:
        raise StateUnavailable(
            f"it is damaged ({found if found != 'ok' else 'rows point to rows that are not there'})."
        )


def _set_aside(state: Path, wait: float) -> Path | None:
    """Keep the state under another name, with everything it holds in that one file where it is intact."""
    if not state.exists():
        return None
    if _looks_like_a_database(state):
        _fold_in(state, wait)
    before = _free_name(state)
    with explained(f"the state {state}"):
        os.link(state, before)
        for left in _LEFT_OVER:
            beside = Path(f"{state}{left}")
            if beside.exists():  # only a damaged state still has them
                beside.replace(f"{before}{left}")
    return before


def _looks_like_a_database(state: Path) -> bool:
    """Whether SQLite would take the file for its own; it deletes the journal beside one that it does not."""
    with explained(f"the state {state}"), state.open("rb") as file:
        return file.read(len(_MAGIC)) == _MAGIC


def _fold_in(state: Path, wait: float) -> None:
    """Write what SQLite keeps beside the state into it; that needs the state to be nobody else's right now."""
    with closing(sqlite3.connect(state, timeout=wait, isolation_level=None)) as connection:
        try:
            connection.execute("PRAGMA journal_mode = DELETE")
            connection.execute("BEGIN EXCLUSIVE")
        except sqlite3.DatabaseError as wrong:
            if wrong.sqlite_errorcode in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
                raise StateUnavailable(
                    f"Another process is using {state}. End it and try again; nothing was changed."
                ) from wrong
            # a damaged state is kept as it is


def _free_name(state: Path) -> Path:
    name = state.with_name(f"{state.name}.before-restore")
    number = 1
    while name.exists():
        number += 1
        name = state.with_name(f"{state.name}.before-restore-{number}")
    return name


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
