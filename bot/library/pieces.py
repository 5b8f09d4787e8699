"""Pieces: the files of a pack, each read on its own, with the line of everything that is in them.

A piece with faults is read as far as it goes. What had to be left out is noted, so that nobody draws a conclusion from
its absence.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from bot.core.asset import Asset
from bot.core.icp import Icp, Role
from bot.core.journey import Journey
from bot.core.pack import Manifest, Pack
from bot.core.persona import Persona
from bot.core.playbook import Page
from bot.core.problem import Place, Problem
from bot.core.qualification import Framework
from bot.core.trait import Trait
from bot.library.folder import MANY, Listing, PackFile
from bot.library.reading import Form, M, Reading, read_as
from bot.library.scalar import shown
from bot.library.text_file import Unreadable, read_text_file
from bot.library.yaml_tree import Tree, read_yaml

UNREAD = "unread"
_MANIFEST = Form(
    stand_in={"name": UNREAD, "title": UNREAD, "version": "1", "owner": UNREAD, "reviewed_on": "0001-01-01"}
)
_TRAIT = Form(stand_in={"label": UNREAD, "group": "firmographic", "question": UNREAD})
_ICP = Form(stand_in={"name": UNREAD}, whole=("ratings", "knockouts"))
_TITLED = Form(stand_in={"title": UNREAD})
_ASSET = Form(stand_in={"title": UNREAD, "url": UNREAD, "format": UNREAD, "stages": []})
_PAGE = Form(stand_in={"title": UNREAD, "updated_on": "0001-01-01"})
_FENCE = "---"


@dataclass(frozen=True, slots=True)
class _Source:
    """Where a part of the pack was read from."""

    file: str
    tree: Tree


@dataclass(slots=True)
class Pieces:
    """The pieces of one pack."""

    listing: Listing
    problems: list[Problem] = field(default_factory=list)
    unread: set[Place] = field(default_factory=set)
    """The places of what is there and could not be read."""
    _sources: dict[Place, _Source] = field(default_factory=dict)

    def pack(self) -> Pack:
        """Read every file; what cannot be read is missing from the pack, and noted."""
        self.problems += self.listing.problems
        self.unread |= self.listing.unread
        manifest = self._single("pack", Manifest, _MANIFEST) or _stand_in_manifest()
        icps = self._yaml_files("icps", Icp, _ICP)
        parts = {
            "traits": self._traits(),
            "icps": sorted(icps, key=lambda icp: list(Role).index(icp.role)),
            "personas": self._yaml_files("personas", Persona, _TITLED),
            "journey": self._single("journey", Journey, Form()) or Journey(),
            "assets": self._markdown_files("assets", Asset, _ASSET),
            "qualification": self._yaml_files("qualification", Framework, _TITLED),
            "playbook": self._markdown_files("playbook", Page, _PAGE),
        }
        return Pack.model_validate({**dict(manifest), **parts})

    def where(self, place: Place) -> tuple[str, int | None]:
        """The file and the line of a place in the pack; no line where the place is no single file."""
        for length in (2, 1):
            source = self._sources.get(place[:length])
            if source is not None:
                return source.file, source.tree.line_at(place[length:])
        return (f"{place[0]}/" if place[0] in MANY else f"{place[0]}.yaml"), None

    def _keep(self, file: PackFile, place: Place, reading: Reading[M]) -> M | None:
        """Note what is wrong with a piece, and where the rest of it stands."""
        self.problems += [replace(problem, file=file.name) for problem in reading.problems]
        self.unread |= {(*place, *rest) for rest in reading.unread}
        if reading.value is not None:
            self._sources.setdefault(place, _Source(file.name, reading.tree))
        return reading.value

    def _wrong(self, file: PackFile, message: str, line: int | None) -> None:
        self.problems.append(Problem("error", message, file=file.name, line=line))

    def _text(self, file: PackFile, place: Place) -> str | None:
        """The text of a file; None where it cannot be read."""
        try:
            return read_text_file(file.path)
        except Unreadable as wrong:
            self._wrong(file, str(wrong), wrong.line)
            self.unread.add(place)
            return None

    def _tree(self, file: PackFile, place: Place, text: str | None) -> Tree | None:
        """The tree of a YAML text; None where there is none to be had."""
        if text is None:
            return None
        try:
            document = read_yaml(text)
        except Unreadable as wrong:
            self._wrong(file, str(wrong), wrong.line)
            self.unread.add(place)
            return None
        self.problems += [replace(problem, file=file.name) for problem in document.problems]
        return document.root

    def _single_file(self, part: str) -> PackFile | None:
        """The file that a pack has once."""
        for file in self.listing.files:
            if file.part == part:
                return file
        if (part,) not in self.unread:
            message = "the file is missing; every pack has one"
            self.problems.append(Problem("error", message, file=f"{part}.yaml"))
            self.unread.add((part,))
        return None

    def _single(self, part: str, model: type[M], form: Form) -> M | None:
        file = self._single_file(part)
        tree = None if file is None else self._tree(file, (part,), self._text(file, (part,)))
        if file is None or tree is None:
            return None
        return self._keep(file, (part,), read_as(model, _keyed(tree), form))

    def _traits(self) -> list[Trait]:
        file = self._single_file("traits")
        tree = None if file is None else self._tree(file, ("traits",), self._text(file, ("traits",)))
        if file is None or tree is None:
            return []
        self._sources["traits",] = _Source(file.name, tree)
        if isinstance(tree.value, list):
            return self._list_of_traits(file, tree.value)
        self._wrong(file, "the file must be a list of traits; begin each one with `- id:`", tree.line)
        self.unread.add(("traits",))
        return []

    def _list_of_traits(self, file: PackFile, parts: list[Tree]) -> list[Trait]:
        traits: list[Trait] = []
        for part in parts:
            if not isinstance(part.value, dict):
                self._wrong(file, "this is no trait; a trait has keys and begins with `- id:`", part.line)
                self.unread.add(("traits",))
                continue
            reading = read_as(Trait, part, _TRAIT)
            trait = self._keep(file, _trait_place(part), reading)
            if trait is not None:
                # An id may stand twice; the position tells the two apart.
                self._sources["traits", len(traits)] = _Source(file.name, reading.tree)
                traits.append(trait)
        return traits

    def _yaml_files(self, part: str, model: type[M], form: Form) -> list[M]:
        """Read the files of a folder that hold one thing each, whose id is the name of the file."""
        return [value for value in self._each_yaml_file(part, model, form) if value is not None]

    def _each_yaml_file(self, part: str, model: type[M], form: Form) -> Iterator[M | None]:
        for file in self.listing.of(part):
            place = (part, file.id)
            tree = self._tree(file, place, self._text(file, place))
            if tree is not None:
                yield self._keep(file, place, read_as(model, self._with_id(file, _keyed(tree)), form))

    def _with_id(self, file: PackFile, tree: Tree) -> Tree:
        """A tree under the id that its file's name says."""
        if not isinstance(tree.value, dict):
            return tree
        written = tree.value.get("id")
        if written is not None and written.value not in (None, file.id):
            message = (
                f"the id {shown(str(written.plain()))} is not the file's name; write {file.id!r} or rename the file"
            )
            self._wrong(file, message, written.line)
        line = tree.line if written is None else written.line
        return replace(tree, value={**tree.value, "id": Tree(file.id, line)})

    def _markdown_files(self, part: str, model: type[M], form: Form) -> list[M]:
        """Read the files of a folder that hold front matter and a text each; their names are their ids."""
        return [value for value in self._each_markdown_file(part, model, form) if value is not None]

    def _each_markdown_file(self, part: str, model: type[M], form: Form) -> Iterator[M | None]:
        for file in self.listing.of(part):
            place = (part, file.id)
            text = self._text(file, place)
            if text is None:
                continue
            try:
                front, body = split_front_matter(text)
            except Unreadable as wrong:
                self._wrong(file, str(wrong), wrong.line)
                self.unread.add(place)
                continue
            tree = self._tree(file, place, front)
            if tree is not None:
                given = {"id": file.id, "body": body}
                yield self._keep(file, place, read_as(model, _keyed(tree), replace(form, given=given)))


def split_front_matter(text: str) -> tuple[str, str]:
    """The YAML that a Markdown file begins with, its lines where they stand in the file, and the text below it.

    Raises:
        Unreadable: the file does not begin with a line of three dashes, or there is no second one.
    """
    lines = text.split("\n")
    if lines[0].rstrip() != _FENCE:
        raise Unreadable("the file must begin with front matter: a line of ---, keys, and another line of ---", 1)
    end = next((number for number, line in enumerate(lines) if number and line.rstrip() == _FENCE), None)
    if end is None:
        raise Unreadable("the front matter that begins here never ends; put a line of --- below its keys", 1)
    return "\n".join(["", *lines[1:end]]), "\n".join(lines[end + 1 :]).strip("\n").rstrip()


def _trait_place(tree: Tree) -> Place:
    """The place of a trait; of all traits where nobody can tell which one it is."""
    trait_id = tree.part("id")
    return ("traits", trait_id.value) if trait_id is not None and isinstance(trait_id.value, str) else ("traits",)


def _keyed(tree: Tree) -> Tree:
    """A tree that has keys, where it is empty."""
    return replace(tree, value={}) if tree.value is None else tree


def _stand_in_manifest() -> Manifest:
    """What the other parts are held against while there is no pack.yaml."""
    return Manifest(name=UNREAD, title=UNREAD, version=1, owner=UNREAD, reviewed_on=date.min)
