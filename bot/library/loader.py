"""Loader: the folder of a pack becomes a validated `Pack`, or a list of everything that is wrong with it.

Each file is read on its own, and then the parts are held against each other (`core.check`), also where some of them
could not be read: what exists but has faults of its own is never reported as missing. So one run names every error.
"""

import hashlib
import json
import os
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from pydantic import TypeAdapter, ValidationError

from bot.core.asset import Asset
from bot.core.check import find_problems
from bot.core.errors import PackInvalid, PackUnknown
from bot.core.icp import Icp, Role
from bot.core.journey import Journey
from bot.core.pack import Manifest, Pack
from bot.core.persona import Persona
from bot.core.playbook import Page
from bot.core.problem import Place, Problem, error
from bot.core.qualification import Framework
from bot.core.trait import Frozen, Slug, Trait
from bot.library.folder import MANY, SINGLE, Listing, PackFile, list_folder
from bot.library.reading import Form, M, Reading, read_as
from bot.library.scalar import shown
from bot.library.text_file import Unreadable, read_text_file
from bot.library.yaml_tree import Tree, read_yaml
from bot.ports import LoadedPack

_MANIFEST = Form(
    stand_in={"name": "unread", "title": "unread", "version": "1", "owner": "unread", "reviewed_on": "0001-01-01"}
)
_TRAIT = Form(stand_in={"label": "unread", "group": "firmographic", "question": "unread"})
_ICP = Form(stand_in={"name": "unread"}, whole=("ratings", "knockouts"))
_TITLED = Form(stand_in={"title": "unread"})
_FRONT = ("id", "body")
"""What an asset or a page has beyond its front matter: the file's name and the text below."""


def load_pack(folder: Path) -> LoadedPack:
    """Read and check the pack in a folder.

    Raises:
        PackUnknown: there is no such folder.
        PackInvalid: the pack has errors; all of them are reported at once, by file and line.
    """
    problems, pack = check_folder(folder)
    if pack is None:
        raise PackInvalid(folder.resolve().name, [str(each) for each in problems if each.severity == "error"])
    return LoadedPack(pack, content_hash(pack), tuple(problems))


def check_folder(folder: Path) -> tuple[list[Problem], Pack | None]:
    """Everything that is wrong or doubtful about the pack in a folder, by file and line, and the pack if it has no error.

    Raises:
        PackUnknown: there is no such folder.
    """
    loading = _Loading(list_folder(folder))
    pack = loading.pack()
    loading.check(pack)
    problems = sorted(loading.problems, key=lambda each: (each.file or "", each.line or 0, each.severity, each.message))
    if any(each.severity == "error" for each in problems):
        return problems, None
    return problems, pack


def content_hash(pack: Pack) -> str:
    """The SHA-256 of everything in a pack, in hex.

    Taken of the values, so that a comment or another way to write the same changes nothing. The order of a trait's
    options counts: cells are named after the first of them.
    """
    content = pack.model_dump(mode="json", by_alias=True)
    for trait in content["traits"]:
        trait["options"] = list(trait["options"].items())
    canonical = json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(canonical.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class _Source:
    """Where a part of the pack was read from."""

    file: str
    tree: Tree


@dataclass(slots=True)
class _Loading:
    """One pack on its way from files to models."""

    listing: Listing
    problems: list[Problem] = field(default_factory=list)
    unread: set[Place] = field(default_factory=set)
    sources: dict[Place, _Source] = field(default_factory=dict)

    def pack(self) -> Pack:
        """Read every file; what cannot be read is missing from the pack, and noted."""
        self.problems += self.listing.problems
        manifest = self._single("pack", Manifest, _MANIFEST)
        parts = {
            "traits": self._traits(),
            "icps": sorted(self._yaml_files("icps", Icp, _ICP), key=lambda icp: list(Role).index(icp.role)),
            "personas": list(self._yaml_files("personas", Persona, _TITLED)),
            "journey": self._single("journey", Journey, Form()) or Journey(),
            "assets": list(self._markdown_files("assets", Asset, _ASSET)),
            "qualification": list(self._yaml_files("qualification", Framework, _TITLED)),
            "playbook": list(self._markdown_files("playbook", Page, _PAGE)),
        }
        return Pack.model_validate({**dict(manifest or _UNREAD_MANIFEST), **parts})

    def check(self, pack: Pack) -> None:
        """Hold the parts against each other."""
        for problem in find_problems(pack, self.unread):
            source, rest = self._source(problem.place)
            line = source.tree.line_at(rest) if source.tree is not None else None
            self.problems.append(replace(problem, file=source.file, line=line))

    def _source(self, place: Place) -> tuple[_Source, Place]:
        """Where a place was read from, and what is left of the place within that."""
        for length in (2, 1):
            if place[:length] in self.sources:
                return self.sources[place[:length]], place[length:]
        if place and place[0] in MANY:
            return _Source(f"{place[0]}/", None), ()
        return self.sources.get((), _Source("pack.yaml", None)), place

    def _note(self, file: PackFile, wrong: Unreadable) -> None:
        self.problems.append(Problem("error", str(wrong), file=file.name, line=wrong.line))

    def _yaml(self, file: PackFile) -> Tree | None:
        """The tree of a YAML file; None where there is none to be had."""
        try:
            document = read_yaml(read_text_file(file.path))
        except Unreadable as wrong:
            self._note(file, wrong)
            return None
        self.problems += [replace(problem, file=file.name) for problem in document.problems]
        return document.root

    def _keep(self, file: PackFile, place: Place, reading: Reading[M]) -> M | None:
        """Note what is wrong with a piece, and where the rest of it stands."""
        self.problems += [replace(problem, file=file.name) for problem in reading.problems]
        self.unread |= {(*place, *rest) for rest in reading.unread}
        if reading.value is not None:
            self.sources.setdefault(place, _Source(file.name, reading.tree))
        return reading.value

    def _single(self, part: str, model: type[M], form: Form) -> M | None:
        """Read the file that a pack has once."""
        place: Place = () if part == "pack" else (part,)
        tree = self._single_tree(part)
        value = None if tree is None else self._keep(file, place, read_as(model, _as_keys(tree), form))
        return value

    def _traits(self) -> list[Trait]:
        ...
