"""Layout: what a list of blocks must be as a whole: how many there are, whose ids, and how much they hold.

A block that holds blocks counts once; the blocks inside keep the rules of ids and of totals.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Self

from bot.playground.rules.blocks import ON, Surface
from bot.playground.rules.elements import ELEMENTS
from bot.playground.rules.fault import Place, Problem, objects
from bot.playground.rules.grammar import Listed

MOST = {Surface.MESSAGE: 50, Surface.MODAL: 100, Surface.HOME: 100}
_INSIDE = {"container": "child_blocks", "carousel": "elements", "plan": "tasks"}
_ELEMENT_ON = {
    "workflow_button": (Surface.MESSAGE, "stands in messages only"),
    "file_input": (Surface.MODAL, "stands in modals only"),
}
_AT_MOST = {"table": 1, "data_visualization": 2}
_TABLES = frozenset({"table", "data_table"})
_CELL_TOTAL = 10_000
_MARKDOWN_TOTAL = 12_000
_INTERACTIVE = frozenset(ELEMENTS) - {"image", "url"}

Found = tuple[Place, dict[str, object]]


@dataclass(frozen=True, slots=True)
class Block:
    """A block, or one inside another, and every interactive element in it."""

    at: Place
    kind: str
    """Its type; empty where it has none."""
    json: dict[str, object]
    elements: list[Found]


@dataclass(frozen=True, slots=True)
class Layout:
    """A list of blocks that was looked through once; what is no list has no blocks, but may hold elements."""

    json: object
    at: Place
    blocks: list[Block]
    elements: list[Found]

    @classmethod
    def of(cls, blocks: object, at: Place) -> Self:
        """Look through a list of blocks."""
        if not isinstance(blocks, list):
            return cls(blocks, at, [], elements_in(blocks, at))
        found: list[Block] = []
        elements: list[Found] = []
        for index, block in enumerate(blocks):
            place = (at, index)
            inside = elements_in(block, place)
            elements += inside
            if isinstance(block, dict):
                found.append(Block(place, kind_of(block), block, inside))
                found += _blocks_inside(block, place)
        return cls(blocks, at, found, elements)

    def problems(self, surface: Surface, least: int = 0) -> Iterable[Problem]:
        """Everything that is wrong on that surface, but for ids that come twice."""
        return chain(
            Listed(ON[surface], MOST[surface], least).problems(self.json, self.at),
            _element_problems(self.elements, surface),
            _input_problems(self.blocks, surface),
        )


def _blocks_inside(block: dict[str, object], at: Place) -> list[Block]:
    inside = _INSIDE.get(kind_of(block))
    return Layout.of(block.get(inside), (at, inside)).blocks if inside else []


def id_problems(blocks: list[Block]) -> Iterator[Problem]:
    """Block ids that come twice in a payload, and action ids that come twice in a block."""
    seen: set[str] = set()
    for block in blocks:
        yield from _twice(block.at, block.json, "block_id", seen)
        if block.kind not in _INSIDE:
            actions: set[str] = set()
            for at, element in block.elements:
                yield from _twice(at, element, "action_id", actions)


def total_problems(blocks: list[Block], at: Place) -> Iterator[Problem]:
    """What there is too much of in a whole payload: tables, charts, characters in cells and in Markdown."""
    for kind, most in _AT_MOST.items():
        extra = [block.at for block in blocks if block.kind == kind][most:]
        for place in extra:
            yield Problem(place, f"is one {kind} too many: a message may have at most {most}")
    cells = sum(characters(block.json.get("rows")) for block in blocks if block.kind in _TABLES)
    if cells > _CELL_TOTAL:
        yield Problem(at, f"may hold at most {_CELL_TOTAL} characters in the cells of tables, and holds {cells}")
    markdown = sum(characters(block.json) for block in blocks if block.kind == "markdown")
    if markdown > _MARKDOWN_TOTAL:
        yield Problem(at, f"may hold at most {_MARKDOWN_TOTAL} characters of Markdown, and holds {markdown}")


def elements_in(value: object, at: Place) -> list[Found]:
    """Every interactive element, each with its place."""
    return interactive(objects(value, at))


def interactive(found: list[Found]) -> list[Found]:
    """Those objects that are interactive elements."""
    return [each for each in found if kind_of(each[1]) in _INTERACTIVE]


def kind_of(record: dict[str, object]) -> str:
    """The type of a block or an element; empty where it has none."""
    kind = record.get("type")
    return kind if isinstance(kind, str) else ""


def _element_problems(elements: list[Found], surface: Surface) -> Iterator[Problem]:
    for at, element in elements:
        only = _ELEMENT_ON.get(kind_of(element))
        if only and only[0] is not surface:
            yield Problem(at, only[1])
        if element.get("response_url_enabled") is True and surface is not Surface.MODAL:
            yield Problem((at, "response_url_enabled"), "is only allowed in modals")
        if element.get("focus_on_load") is True and surface is Surface.MESSAGE:
            yield Problem((at, "focus_on_load"), "is not allowed in messages")


def _input_problems(blocks: list[Block], surface: Surface) -> Iterator[Problem]:
    """A file is not told of before the form is sent, and a response URL is only given for an input."""
    for block in blocks:
        outside = block.kind != "input" and surface is Surface.MODAL
        for at, element in block.elements:
            if kind_of(element) == "file_input" and block.json.get("dispatch_action") is True:
                yield Problem((block.at, "dispatch_action"), "is not allowed with a file input")
            if element.get("response_url_enabled") is True and outside:
                yield Problem((at, "response_url_enabled"), "is only allowed in an input block")


def _twice(at: Place, record: dict[str, object], key: str, seen: set[str]) -> Iterator[Problem]:
    name = record.get(key)
    if isinstance(name, str):
        if name in seen:
            yield Problem((at, key), f"{name!r} comes twice")
        seen.add(name)


def characters(value: object) -> int:
    """The characters of every text in there."""
    texts = (found.get("text") for _, found in objects(value, ""))
    return sum(len(text) for text in texts if isinstance(text, str))
