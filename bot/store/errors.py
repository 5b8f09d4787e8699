"""Errors: what a database complains about, as a sentence that says what happened and what to do.

Complaints are told apart by their codes, never by their words; only a missing table has no code of its own in SQLite.
Nothing of SQLAlchemy or SQLite passes this module.
"""

import sqlite3
from contextlib import AbstractContextManager
from pathlib import Path
from types import TracebackType

from sqlalchemy import exc

from bot.core.errors import StateUnavailable

_LONGEST_SAID = 120
_PRIMARY = 0xFF
"""An extended result code holds its primary one in the last byte."""

_DAMAGED = (
    "{where} is damaged or no SQLite database ({said}). Restore a backup with `fika restore FILE`, or move the file "
    "aside to begin with an empty state."
)
_NOT_WRITABLE = (
    "{where} cannot be written: the file or its folder is read-only ({said}). Change its permissions, or set FIKA_HOME "
    "to a folder you may write to."
)
_NO_ACCESS = (
    "{where} cannot be opened ({said}). Check that its folder is there and that you may write to it, or set FIKA_HOME "
    "to another folder."
)
_LOCKED = "{where} is locked: another process is writing to it. Nothing of this step was kept; try again in a moment."
_FULL = "The disk that holds {where} is full. Nothing of this step was kept; free some space and try again."
_DISK = "{where} cannot be read or written: the disk reports an error ({said}). Check the disk and its free space."
_INCOMPLETE = (
    "{where} is incomplete ({said}), as after an interrupted copy. Restore a backup with `fika restore FILE`, or move "
    "the file aside to begin with an empty state."
)
_TWO_AT_ONCE = (
    "Another process has changed the same rows of {where} at the same time. Nothing of this step was kept; try again."
)
_FOREIGN = (
    "{where} holds a row that Fika did not write and cannot read ({said}). Restore a backup with `fika restore FILE`, "
    "or take back what was changed by hand."
)
_OTHER = "{where} cannot be used ({said}). Check the database and try again."

_SENTENCES = {
    sqlite3.SQLITE_PERM: _NO_ACCESS,
    sqlite3.SQLITE_BUSY: _LOCKED,
    sqlite3.SQLITE_LOCKED: _LOCKED,
    sqlite3.SQLITE_READONLY: _NOT_WRITABLE,
    sqlite3.SQLITE_IOERR: _DISK,
    sqlite3.SQLITE_CORRUPT: _DAMAGED,
    sqlite3.SQLITE_FULL: _FULL,
    sqlite3.SQLITE_CANTOPEN: _NO_ACCESS,
    sqlite3.SQLITE_NOTADB: _DAMAGED,
    sqlite3.SQLITE_CONSTRAINT: _TWO_AT_ONCE,
}
_STATES: dict[str | None, str] = {
    "40001": _TWO_AT_ONCE,
    "40P01": _TWO_AT_ONCE,
    "53100": _FULL,
    "55P03": _LOCKED,
}
"""PostgreSQL's codes for the same."""


def explained(where: str) -> AbstractContextManager[None]:
    """A block in which every error of a database, a driver or a folder becomes a sentence.

    Args:
        where: what is worked on, as the sentence calls it: "the state /home/me/fika.db".

    Raises:
        StateUnavailable: the block failed on any of these.
    """
    return _Explained(where)


class _Explained:
    """A class, as it enters and leaves more quickly than a generator, around every statement there is."""

    __slots__ = ("_where",)

    def __init__(self, where: str) -> None:
        self._where = where

    def __enter__(self) -> None:
        """Nothing has gone wrong yet."""

    def __exit__(
        self, kind: type[BaseException] | None, wrong: BaseException | None, trace: TracebackType | None
    ) -> None:
        sentence = None if wrong is None else _explanation(wrong, self._where)
        if sentence is not None:
            raise StateUnavailable(sentence) from wrong


def _explanation(wrong: BaseException, where: str) -> str | None:
    """What an error means; None where it comes from neither a database, a driver nor a folder."""
    match wrong:
        case exc.IntegrityError():
            return _filled(_TWO_AT_ONCE, where, "")
        case exc.DBAPIError():
            return _sentence(wrong.orig, where)
        case exc.TimeoutError() | sqlite3.Error():
            return _sentence(wrong, where)
        case ValueError() | TypeError():
            return _filled(_FOREIGN, where, " ".join(str(wrong).split())[:_LONGEST_SAID])
        case OSError():
            return _filled(_NO_ACCESS, where, wrong.strerror or type(wrong).__name__)
    return None


def _sentence(wrong: BaseException | None, where: str) -> str:
    said = str(wrong).strip().partition("\n")[0] or type(wrong).__name__
    code = getattr(wrong, "sqlite_errorcode", None)
    if code is None:
        return _filled(_STATES.get(getattr(wrong, "sqlstate", None), _OTHER), where, said)
    if code == sqlite3.SQLITE_ERROR and "no such" in said:
        return _filled(_INCOMPLETE, where, said)
    return _filled(_SENTENCES.get(code & _PRIMARY, _OTHER), where, said)


def _filled(template: str, where: str, said: str) -> str:
    sentence = template.format(where=where, said=said)
    return sentence[0].upper() + sentence[1:]


def incomplete(where: str, said: str) -> StateUnavailable:
    """The error for a state of which a part is missing."""
    return StateUnavailable(_filled(_INCOMPLETE, where, said))


def locked(where: str) -> StateUnavailable:
    """The error for a state that somebody else goes on writing to."""
    return StateUnavailable(_filled(_LOCKED, where, ""))


def no_folder(folder: Path, wrong: OSError) -> StateUnavailable:
    """The error for a folder that cannot be made."""
    return StateUnavailable(
        f"The folder {folder} cannot be made ({wrong.strerror}). Set FIKA_HOME to a folder you may write to."
    )
