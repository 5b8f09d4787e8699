"""Loader: the folder of a pack becomes a validated `Pack`, or a list of everything that is wrong with it.

Each file is read on its own (`pieces`), and then the parts are held against each other (`core.check`), also where some
of them could not be read: what exists but has faults of its own is never reported as missing. So one run names every
error.
"""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from bot.core.check import find_problems
from bot.core.errors import PackInvalid
from bot.core.pack import Pack
from bot.core.problem import Problem
from bot.library.folder import list_folder
from bot.library.pieces import UNREAD, Pieces
from bot.ports import LoadedPack


def load_pack(folder: Path) -> LoadedPack:
    """Read and check the pack in a folder.

    Raises:
        PackUnknown: there is no such folder.
        PackInvalid: the pack has errors; all of them are reported at once, by file and line.
    """
    problems, pack = _read(folder)
    if errors := [str(each) for each in problems if each.severity == "error"]:
        raise PackInvalid(folder.resolve().name if pack.name == UNREAD else pack.name, errors)
    return LoadedPack(pack, content_hash(pack), tuple(problems))


def check_folder(folder: Path) -> tuple[list[Problem], Pack | None]:
    """What is wrong or doubtful about the pack in a folder, by file and line, and the pack if it has no error.

    Raises:
        PackUnknown: there is no such folder.
    """
    problems, pack = _read(folder)
    return problems, None if any(each.severity == "error" for each in problems) else pack


def _read(folder: Path) -> tuple[list[Problem], Pack]:
    """Everything that is wrong or doubtful, and the pack as far as it could be read."""
    pieces = Pieces(list_folder(folder))
    pack = pieces.pack()
    problems = [*pieces.problems, *(_located(problem, pieces) for problem in find_problems(pack, pieces.unread))]
    problems.sort(key=lambda each: (each.file or "", each.line or 0, each.severity, each.message))
    return problems, pack


def _located(problem: Problem, pieces: Pieces) -> Problem:
    """A problem with the file and the line of its place."""
    file, line = pieces.where(problem.place)
    return replace(problem, file=file, line=line)


def content_hash(pack: Pack) -> str:
    """The SHA-256 of everything in a pack, in hex.

    Taken of the values, so that a comment or another way to write the same changes nothing. The order of a trait's
    options counts: cells are named after the first of them. A key that packs did not always have counts once it is
    used: a pack that was published before stays the same.
    """
    content = pack.model_dump(mode="json", by_alias=True)
    for part, key in _younger(content):
        if not part[key]:
            del part[key]
    for trait in content["traits"]:
        trait["options"] = list(trait["options"].items())
    canonical = json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(canonical.encode()).hexdigest()


def _younger(content: dict[str, Any]) -> Iterator[tuple[dict[str, Any], str]]:
    """The parts of a pack that have a key which packs did not always have, with that key."""
    yield from ((stage, "signs") for stage in content["journey"]["stages"].values())
    yield from ((persona, "avoid") for persona in content["personas"])
