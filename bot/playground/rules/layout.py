"""Layout: what a list of blocks must be as a whole: how many there are, whose ids, and how much they hold.

A block that holds blocks counts once; the blocks inside keep the rules of ids and of totals.
"""

from collections.abc import Iterator

from bot.playground.rules.blocks import ON, Surface
from bot.playground.rules.elements import ELEMENTS
from bot.playground.rules.fault import Problem, below, everything
from bot.playground.rules.grammar import Listed

MOST = {Surface.MESSAGE: 50, Surface.MODAL: 100, Surface.HOME: 100}
_INSIDE = {"container": "child_blocks", "carousel": "elements", "plan": "tasks"}
_ELEMENT_ON = {
    "workflow_button": (Surface.MESSAGE, "stands in messages only"),
    "file_input": (Surface.MODAL, "stands in modals only"),
}
_AT_MOST = {"table": 1, "data_visualization": 2}
_CELL_TOTAL = 10_000
_MARKDOWN_TOTAL = 12_000
_INTERACTIVE = frozenset(ELEMENTS) - {"image", "url"}

Found = tuple[str, dict[str, object]]


def layout_problems(blocks: object, at: str, surface: Surface, least: int = 0) -> Iterator[Problem]:
    """Everything that is wrong with a list of blocks on that surface, but for ids that come twice."""
    yield from Listed(ON[surface], MOST[surface], least).problems(blocks, at)
    for pointer, element in elements_in(blocks, at):
        yield from _element_problems(pointer, element, surface)
    for pointer, block in blocks_in(blocks, at):
        yield from _input_problems(pointer, block, surface)


def id_problems(found: list[Found]) -> Iterator[Problem]:
    """Block ids that come twice in a payload, and action ids that come twice in a block."""
    seen: set[str] = set()
    for pointer, block in found:
        yield from _twice(pointer, block, "block_id", seen)
        if kind_of(block) not in _INSIDE:
            actions: set[str] = set()
            for at, element in elements_in(block, pointer):
                yield from _twice(at, element, "action_id", actions)


def total_problems(found: list[Found], at: str) -> Iterator[Problem]:
    """What there is too much of in a whole payload: tables, charts, characters in cells and in Markdown."""
    for kind, most in _AT_MOST.items():
        extra = [pointer for pointer, block in found if kind_of(block) == kind][most:]
        for pointer in extra:
            yield Problem(pointer, f"is one {kind} too many: a message may have at most {most}")
    cells = sum(characters(block.get("rows")) for _, block in found if kind_of(block) in ("table", "data_table"))
    if cells > _CELL_TOTAL:
        yield Problem(at, f"may hold at most {_CELL_TOTAL} characters in the cells of tables, and holds {cells}")
    markdown = sum(characters(block) for _, block in found if kind_of(block) == "markdown")
    if markdown > _MARKDOWN_TOTAL:
        yield Problem(at, f"may hold at most {_MARKDOWN_TOTAL} characters of Markdown, and holds {markdown}")


def blocks_in(blocks: object, at: str) -> Iterator[Found]:
    """Every block and every block inside one, each with its pointer."""
    for index, block in enumerate(blocks if isinstance(blocks, list) else []):
        if isinstance(block, dict):
            pointer = below(at, index)
            yield pointer, block
            inside = _INSIDE.get(kind_of(block))
            if inside:
                yield from blocks_in(block.get(inside), below(pointer, inside))


def elements_in(value: object, at: str) -> Iterator[Found]:
    """Every interactive element, each with its pointer."""
    for pointer, found in everything(value, at):
        if isinstance(found, dict) and kind_of(found) in _INTERACTIVE:
            yield pointer, found


def kind_of(record: dict[str, object]) -> str:
    """The type of a block or an element; empty where it has none."""
    kind = record.get("type")
    return kind if isinstance(kind, str) else ""


def _element_problems(pointer: str, element: dict[str, object], surface: Surface) -> Iterator[Problem]:
    only = _ELEMENT_ON.get(kind_of(element))
    if only and only[0] is not surface:
        yield Problem(pointer, only[1])
    if element.get("response_url_enabled") is True and surface is not Surface.MODAL:
        yield Problem(below(pointer, "response_url_enabled"), "is only allowed in modals")
    if element.get("focus_on_load") is True and surface is Surface.MESSAGE:
        yield Problem(below(pointer, "focus_on_load"), "is not allowed in messages")


def _input_problems(pointer: str, block: dict[str, object], surface: Surface) -> Iterator[Problem]:
    """A file is not told of before the form is sent, and a response URL is only given for an input."""
    for at, element in elements_in(block, pointer):
        if kind_of(element) == "file_input" and block.get("dispatch_action") is True:
            yield Problem(below(pointer, "dispatch_action"), "is not allowed with a file input")
        outside = kind_of(block) != "input" and surface is Surface.MODAL
        if element.get("response_url_enabled") is True and outside:
            yield Problem(below(at, "response_url_enabled"), "is only allowed in an input block")


def _twice(pointer: str, record: dict[str, object], key: str, seen: set[str]) -> Iterator[Problem]:
    name = record.get(key)
    if isinstance(name, str):
        if name in seen:
            yield Problem(below(pointer, key), f"{name!r} comes twice")
        seen.add(name)


def characters(value: object) -> int:
    """The characters of every text in there."""
    return sum(len(found) for at, found in everything(value, "") if at.endswith("/text") and isinstance(found, str))
