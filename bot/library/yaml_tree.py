"""YAML as people mean it: a tree in which every scalar stays the text that was written, each part with its line.

YAML itself would read `no` as false, `08` as an error, `1_000` as 1000, `1:30` as 90 and `2026-09-01` as a date. Here
they all stay text, and what a text means is decided later by the model that asks for it. Everything that could change a
meaning behind the author's back is refused with its line: keys that stand twice, tags, merge keys, several documents,
aliases that contain themselves or explode. Built on the events of the parser, in a loop of its own with a depth limit,
so that no file can exhaust the stack.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import TypeVar

import yaml

from bot.core.problem import Place, Problem, error
from bot.library.text_file import Unreadable, refuse_characters

DEEPEST = 50
"""How many lists and mappings may stand inside each other."""
LARGEST_TREE = 100_000
"""How many values a file may hold, with its aliases written out."""

_EMPTY = frozenset({"", "~", "null", "Null", "NULL"})
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")
"""Characters that YAML refuses, and those that it takes for line ends while editors do not."""

Plain = dict[str, "Plain"] | list["Plain"] | str | None
"""What a tree comes down to without its lines."""


K = TypeVar("K", str, int)


@dataclass(frozen=True, slots=True)
class Tree:
    """One value, and the line where it begins; within a mapping, the line of its key."""

    value: "dict[str, Tree] | list[Tree] | str | None"
    line: int

    def plain(self) -> Plain:
        """The value without lines."""
        if isinstance(self.value, dict):
            return {key: part.plain() for key, part in self.value.items()}
        if isinstance(self.value, list):
            return [part.plain() for part in self.value]
        return self.value

    def part(self, key: str | int) -> "Tree | None":
        """The part under a key or at a position, if there is one."""
        if isinstance(self.value, dict) and isinstance(key, str):
            return self.value.get(key)
        if isinstance(self.value, list) and isinstance(key, int) and 0 <= key < len(self.value):
            return self.value[key]
        return None

    def line_at(self, place: Place) -> int:
        """The line of a place, or of the nearest whole around it that is there."""
        here = self
        for key in place:
            below = here.part(key)
            if below is None:
                break
            here = below
        return here.line

    def without(self, places: Iterable[Place]) -> "Tree":
        """The same tree, with the parts at some places left out."""
        cut: dict[str | int, list[Place]] = {}
        for first, *rest in places:
            cut.setdefault(first, []).append(tuple(rest))
        if isinstance(self.value, dict):
            return replace(self, value=dict(_kept(self.value.items(), cut)))
        if isinstance(self.value, list):
            return replace(self, value=[part for _, part in _kept(enumerate(self.value), cut)])
        return self


def _kept(parts: Iterable[tuple[K, Tree]], cut: dict[str | int, list[Place]]) -> Iterator[tuple[K, Tree]]:
    for key, part in parts:
        deeper = cut.get(key, [])
        if () not in deeper:
            yield key, part.without(deeper) if deeper else part


@dataclass(frozen=True, slots=True)
class Document:
    """What a YAML text holds, as far as it can be told, and what is wrong with how it is written."""

    root: Tree
    problems: tuple[Problem, ...]
    """Keys that stand twice, tags and the like; what they are about is left out of the tree."""


def read_yaml(text: str, *, pure: bool = False) -> Document:
    """Read one YAML document.

    Args:
        text: the document; lines end in a line feed.
        pure: use the parser written in Python even where the faster one is there. It refuses a little more; what both
            read means the same to both.

    Raises:
        Unreadable: the text cannot be read any further; the line says where.
    """
    refuse_characters(text, _FORBIDDEN)
    loader = yaml.BaseLoader if pure else getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    builder = _Builder()
    try:
        for event in yaml.parse(text, Loader=loader):
            builder.take(event)
    except yaml.MarkedYAMLError as wrong:
        raise _explained(wrong, text.split("\n")) from wrong
    return Document(builder.root, tuple(builder.problems))


@dataclass(frozen=True, slots=True)
class _Part:
    """A finished part of the tree, with what it costs to write it out."""

    tree: Tree
    size: int = 1
    depth: int = 0


@dataclass(slots=True)
class _Open:
    """A list or mapping that has not ended yet."""

    value: dict[str, Tree] | list[Tree]
    line: int
    anchor: str | None
    key: tuple[str, int] | None = None
    """The key that waits for its value, and its line."""
    dropped: bool = False
    """Whether the value that comes next is to be left out."""
    size: int = 1
    depth: int = 0


@dataclass(slots=True)
class _Builder:
    """Puts the events of a parser together, without recursion."""

    root: Tree = field(default_factory=lambda: Tree(None, 1))
    problems: list[Problem] = field(default_factory=list)
    _open: list[_Open] = field(default_factory=list)
    _anchors: dict[str, _Part] = field(default_factory=dict)
    _documents: int = 0
    _size: int = 0

    def take(self, event: yaml.Event) -> None:
        """Take the next event."""
        line = event.start_mark.line + 1 if event.start_mark is not None else 1
        match event:
            case yaml.DocumentStartEvent():
                self._documents += 1
                if self._documents > 1:
                    raise Unreadable("a second document begins here; a file holds one, so delete the ---", line)
            case yaml.ScalarEvent():
                self._scalar(event, line)
            case yaml.AliasEvent():
                self._alias(event, line)
            case yaml.SequenceStartEvent() | yaml.MappingStartEvent():
                self._begin(event, line)
            case yaml.SequenceEndEvent() | yaml.MappingEndEvent():
                self._end()
            case _:
                pass

    def _wrong(self, message: str, line: int) -> None:
        self.problems.append(error((), message, line))

    def _tag(self, tag: str | None, line: int) -> None:
        if tag is not None:
            shown = tag.replace("tag:yaml.org,2002:", "!!")
            self._wrong(f"the tag {shown!r} is not allowed; write the plain value", line)

    def _scalar(self, event: yaml.ScalarEvent, line: int) -> None:
        self._tag(event.tag, line)
        plain = not event.style
        if self._awaits_key():
            self._key(event.value, line, plain=plain)
            return
        if event.style in (">", "|") and not event.value:
            self._wrong(f"a text that begins with {event.style} must stand in quotes", line)
            self._drop()
        value = None if plain and event.value in _EMPTY else event.value
        self._finish(_Part(Tree(value, line)), event.anchor)

    def _drop(self) -> None:
        """Leave the value that comes next out of the tree."""
        if self._open:
            self._open[-1].dropped = True

    def _awaits_key(self) -> bool:
        return bool(self._open) and isinstance(self._open[-1].value, dict) and self._open[-1].key is None

    def _key(self, text: str, line: int, *, plain: bool) -> None:
        here = self._open[-1]
        if plain and text == "<<":
            self._wrong("the merge key << is not allowed; write the keys out", line)
        elif not text:
            self._wrong("a key is missing before the colon", line)
        elif text in here.value:
            self._wrong(f"the key {text!r} stands here twice; keep one", line)
        else:
            here.key = text, line
            return
        here.key = text, line
        self._drop()

    def _alias(self, event: yaml.AliasEvent, line: int) -> None:
        name = str(event.anchor)
        if self._awaits_key():
            raise Unreadable("an alias cannot be a key; write the key out", line)
        if any(part.anchor == name for part in self._open):
            raise Unreadable(f"the alias *{name} stands inside of what it repeats", line)
        part = self._anchors.get(name)
        if part is None:
            raise Unreadable(f"nothing is called &{name} before this alias *{name}", line)
        self._finish(_Part(replace(part.tree, line=line), part.size, part.depth), None)

    def _begin(self, event: yaml.SequenceStartEvent | yaml.MappingStartEvent, line: int) -> None:
        self._tag(event.tag, line)
        if self._awaits_key():
            raise Unreadable("a key is one word; a list or mapping cannot be one", line)
        if len(self._open) >= DEEPEST:
            raise _too_deep(line)
        value: dict[str, Tree] | list[Tree] = {} if isinstance(event, yaml.MappingStartEvent) else []
        self._open.append(_Open(value, line, event.anchor))

    def _end(self) -> None:
        done = self._open.pop()
        self._size -= done.size - 1
        self._finish(_Part(Tree(done.value, done.line), done.size, done.depth + 1), done.anchor)

    def _finish(self, part: _Part, anchor: str | None) -> None:
        """Put a finished part into the one it stands in."""
        self._size += part.size
        if self._size > LARGEST_TREE:
            raise Unreadable(
                f"the file holds more than {LARGEST_TREE:,} values here, aliases written out", part.tree.line
            )
        if len(self._open) + part.depth > DEEPEST:
            raise _too_deep(part.tree.line)
        if anchor is not None:
            self._anchors[anchor] = part
        if not self._open:
            self.root = part.tree
            return
        here = self._open[-1]
        here.size += part.size
        here.depth = max(here.depth, part.depth)
        if here.dropped:
            here.dropped = False
        elif isinstance(here.value, list):
            here.value.append(part.tree)
        elif here.key is not None:
            text, line = here.key
            here.value[text] = replace(part.tree, line=line)
        here.key = None


def _too_deep(line: int) -> Unreadable:
    return Unreadable(f"lists and mappings stand more than {DEEPEST} deep inside each other here", line)


_MARKED = "a text that begins with *, &, ! or % must stand in quotes"
_UNCLOSED = (
    "the bracket that is opened here is never closed, or a comma is missing after it; "
    "in there, a text with brackets, braces or commas must stand in quotes"
)
_HINTS = (
    ("tab", "a tab is not allowed; indent with spaces"),
    ("block scalar", "a text that begins with > or | must stand in quotes"),
    ("end of stream", "the quote that is opened here is never closed"),
    ("values are not allowed", "a colon is out of place; check the indentation, and put a text with ': ' in quotes"),
    ("entries are not allowed", "a dash is out of place; begin each item of a list on a line of its own"),
    ("',' or", _UNCLOSED),
    ("escape", "the backslash in this text means nothing; use single quotes, or write it twice"),
    (" an alias", _MARKED),
    (" an anchor", _MARKED),
    (" a tag", _MARKED),
    (" a directive", _MARKED),
    (
        "expected ':'",
        "the text that begins here is no key, for no colon follows; indent it, or put all of it in quotes",
    ),
    ("document start", "this line does not continue what stands above it; check the indentation and the quotes"),
    ("block", "this line does not belong to the list or mapping above it; check the indentation"),
)
"""What people mean to hear for what the parser says."""


def _explained(wrong: yaml.MarkedYAMLError, lines: list[str]) -> Unreadable:
    mark = wrong.problem_mark or wrong.context_mark
    if mark is None:
        return Unreadable(f"this is not YAML: {wrong.problem}")
    rest = lines[mark.line][mark.column :] if mark.line < len(lines) else ""
    said = f"{wrong.context or ''} {wrong.problem or ''}"
    if "start any token" in said:
        return Unreadable(_cannot_begin(rest[:1]), mark.line + 1)
    for clue, sentence in _HINTS:
        if clue in said:
            where = wrong.context_mark if "here" in sentence and wrong.context_mark is not None else mark
            return Unreadable(sentence, where.line + 1)
    return Unreadable(f"this is not YAML ({wrong.problem}); check the indentation and the quotes", mark.line + 1)


def _cannot_begin(character: str) -> str:
    if character == "\t":
        return _HINTS[0][1]
    return f"a text cannot begin with {character}; put it in quotes"
