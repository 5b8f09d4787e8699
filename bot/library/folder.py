"""Folder: which files of a pack's folder are parts of the pack, and which are not.

A folder may hold more than a pack: notes, a licence, examples, imports. Everything that looks as if it were meant to be
a part and is none is named, so that nothing is silently left out. Nothing outside of the folder is ever read: a link
that leads out is named and left alone.
"""

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from bot.core.errors import PackUnknown
from bot.core.problem import Place, Problem

SINGLE = {"pack.yaml": "pack", "traits.yaml": "traits", "journey.yaml": "journey"}
"""The files that a pack has once, with the part that each one holds."""
MANY = {"icps": ".yaml", "personas": ".yaml", "assets": ".md", "qualification": ".yaml", "playbook": ".md"}
"""The folders that hold a part in many files, with how their names end."""
SCHEMA_FOLDER = ".schemas"
"""Where the JSON Schemas of a pack stand for an editor, within its folder."""

_IGNORED_FILES = frozenset({"README.md", "NOTICE.md", "LICENSE"})
_IGNORED_FOLDERS = frozenset({"examples", "imports"})


@dataclass(frozen=True, slots=True)
class PackFile:
    """One file of a pack."""

    part: str
    """What it holds, as the pack calls it: pack, traits, icps, assets ..."""
    path: Path
    name: str
    """Its path within the folder, with forward slashes."""

    @property
    def id(self) -> str:
        """The id of what it holds, where a file holds one thing: its name without the ending."""
        return self.path.stem


@dataclass(slots=True)
class Listing:
    """The files of a pack's folder, sorted by name, and what is wrong with the rest."""

    files: list[PackFile] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    unread: set[Place] = field(default_factory=set)
    """The places of parts that are there and cannot be read."""

    def of(self, part: str) -> list[PackFile]:
        """The files that hold a part."""
        return [file for file in self.files if file.part == part]


def list_folder(folder: Path) -> Listing:
    """Find the files of a pack.

    Raises:
        PackUnknown: there is no such folder, or it cannot be opened.
    """
    found, root = Listing(), os.path.realpath(folder)
    try:
        entries = _entries(folder)
    except OSError as wrong:
        raise PackUnknown(f"The folder {str(folder)!r} cannot be opened: {os.strerror(wrong.errno or 0)}.") from wrong
    for entry in entries:
        if not _is_within(entry, root):
            found.problems.append(_warning(entry.name, "a link that leads out of the pack's folder is not followed"))
        elif entry.name in MANY and entry.is_dir():
            _list_part(entry, root, found)
        elif entry.is_dir():
            if entry.name not in _IGNORED_FOLDERS:
                found.problems.append(_warning(f"{entry.name}/", "this folder is not part of a pack"))
        elif entry.name in SINGLE:
            found.files.append(PackFile(SINGLE[entry.name], Path(entry.path), entry.name))
        else:
            _note_stray(
                found, entry.name, (Path(entry.name).stem,) if f"{Path(entry.name).stem}.yaml" in SINGLE else None
            )
    return found


def _list_part(part: os.DirEntry[str], root: str, found: Listing) -> None:
    ending = MANY[part.name]
    try:
        entries = _entries(Path(part.path))
    except OSError as wrong:
        message = f"this folder cannot be opened: {os.strerror(wrong.errno or 0)}"
        found.problems.append(Problem("error", message, file=f"{part.name}/"))
        found.unread.add((part.name,))
        return
    for entry in entries:
        name = f"{part.name}/{entry.name}"
        if not _is_within(entry, root):
            found.problems.append(_warning(name, "a link that leads out of the pack's folder is not followed"))
        elif entry.is_dir():
            found.problems.append(_warning(f"{name}/", "this folder is not part of a pack"))
        elif entry.name.endswith(ending):
            found.files.append(PackFile(part.name, Path(entry.path), name))
        else:
            _note_stray(found, name, (part.name, Path(name).stem) if ending == ".yaml" else None)


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    with os.scandir(folder) as entries:
        return sorted(_wanted(entries), key=lambda entry: entry.name)


def _wanted(entries: Iterator[os.DirEntry[str]]) -> Iterator[os.DirEntry[str]]:
    return (entry for entry in entries if not entry.name.startswith(".") and entry.name not in _IGNORED_FILES)


def _is_within(entry: os.DirEntry[str], root: str) -> bool:
    if not entry.is_symlink():
        return True
    target = os.path.realpath(entry.path)
    return Path(target).exists() and os.path.commonpath([root, target]) == root


def _note_stray(found: Listing, name: str, place: Place | None) -> None:
    """Note a file that is not read; `place` is what it would hold if it ended in .yaml."""
    if place is None or not name.endswith(".yml"):
        found.problems.append(_warning(name, "this file is not part of a pack"))
        return
    renamed = Path(name).with_suffix(".yaml").name
    found.problems.append(Problem("error", f"files that end in .yml are not read; rename it to {renamed}", file=name))
    found.unread.add(place)


def _warning(name: str, message: str) -> Problem:
    return Problem("warning", message, file=name)
