"""Slack's own models: what they build, the rules accept, field by field."""

from typing import Any

import pytest
from slack_sdk.models.blocks import Block
from slack_sdk.models.blocks.basic_components import Option, RawNumberObject, RawTextObject
from slack_sdk.models.blocks.block_elements import BlockElement, RichTextElementParts
from slack_sdk.models.metadata import Metadata
from slack_sdk.models.views import View

from bot.playground.rules import message_faults, view_faults
from bot.playground.rules.blocks import BLOCKS, Surface
from bot.playground.rules.elements import ELEMENTS
from bot.playground.rules.grammar import Record
from bot.playground.rules.rich_text import PARTS, PIECES, RICH_TEXT
from tests.playground.rules import payloads as p

_SLACK_HAS_NONE = {"data_table", "data_visualization"}
_NOT_OURS = {"auth_provider"}


def _below(base: type[Any]) -> list[type[Any]]:
    return [kind for inner in base.__subclasses__() for kind in (inner, *_below(inner))]


SDK_BLOCKS = {kind.type: kind for kind in _below(Block) if isinstance(kind.__dict__.get("type"), str)}
SDK_ELEMENTS = {
    kind.type: kind
    for kind in _below(BlockElement)
    if isinstance(kind.__dict__.get("type"), str) and not kind.__qualname__.startswith("RichTextElementParts")
}
PLACES = {"section": "accessory", "actions": "elements", "input": "element", "context_actions": "elements"}


def test_the_tables_know_what_slacks_models_know() -> None:
    """Every block and element that the models can build is in a table, but for those a bot like this has no use for."""
    assert set(SDK_BLOCKS) - _NOT_OURS == set(BLOCKS) - _SLACK_HAS_NONE
    assert set(SDK_ELEMENTS) == set(ELEMENTS) | set(PARTS.records)


def _built(kind: type[Any], payload: p.Json) -> p.Json:
    built: p.Json = kind(**{name: value for name, value in payload.items() if name != "type"}).to_dict()
    return built


@pytest.mark.parametrize("name", [name for name in SDK_BLOCKS if name in BLOCKS])
def test_the_smallest_block_of_slacks_models_is_accepted(name: str) -> None:
    """What a model of a block makes of its fields passes on every surface the block may stand on."""
    built = _built(SDK_BLOCKS[name], p.BLOCKS[name])

    assert name == built["type"]
    for surface in BLOCKS[name].surfaces:
        view = p.home(built) if surface is Surface.HOME else p.modal(built, submit=p.plain())
        message = message_faults(p.message(built), ephemeral=False)
        assert [] == (message if surface is Surface.MESSAGE else view_faults(view))


@pytest.mark.parametrize("name", [name for name in SDK_ELEMENTS if name in p.ELEMENTS])
def test_the_smallest_element_of_slacks_models_is_accepted(name: str) -> None:
    """What a model of an element makes of its fields passes."""
    built = _built(SDK_ELEMENTS[name], p.ELEMENTS[name])

    assert name == built["type"]
    assert [] == list(ELEMENTS[name].problems(built, ""))


FIELDS: list[tuple[str, type[Any], Record, set[str]]] = [
    *((name, kind, BLOCKS[name].record, set()) for name, kind in SDK_BLOCKS.items() if name in BLOCKS),
    *((name, kind, ELEMENTS[name], {"alt_text", "placeholder"}) for name, kind in SDK_ELEMENTS.items() if name in ELEMENTS),
    *((name, SDK_ELEMENTS[name], record, set()) for name, record in PARTS.records.items()),
    *(
        (kind.type, kind, PIECES.records[kind.type], set())
        for kind in vars(RichTextElementParts).values()
        if isinstance(kind, type) and issubclass(kind, BlockElement)
    ),
]  # fmt: skip
_INHERITED = {"call": {"api_decoration_available", "call"}, "file_input": {"confirm", "focus_on_load"}}
_INHERITED |= {"rich_text_input": {"confirm"}, "rich_text": set(), "plain_text_input": {"confirm"}}
_INHERITED |= {"email_text_input": {"confirm"}, "url_text_input": {"confirm"}, "number_input": {"confirm"}}


@pytest.mark.parametrize(("name", "kind", "record", "apart"), FIELDS, ids=[case[0] for case in FIELDS])
def test_every_field_of_slacks_models_is_known(name: str, kind: type[Any], record: Record, apart: set[str]) -> None:
    """The tables have every field that a model may send, but for those it only inherits."""
    attributes = kind.__dict__.get("attributes", kind.attributes)
    sent = attributes.fget(object.__new__(kind)) if isinstance(attributes, property) else attributes

    assert set() == set(sent) - set(record.fields) - apart - _INHERITED.get(name, set())


def test_slacks_other_models_are_accepted() -> None:
    """Cells, options, metadata and views of the models pass."""
    row = [RawTextObject(text="a").to_dict(), RawNumberObject(value=1, text="1").to_dict()]
    menu = {"type": "static_select", "action_id": "s", "options": [Option(value="a", label="A").to_dict()]}
    view = View(type="modal", title=p.plain("Title"), submit=p.plain("Save"), callback_id="a", blocks=[p.question()])
    metadata = Metadata(event_type="a", event_payload={"id": "1"}).to_dict()

    assert [] == message_faults(
        p.message({"type": "table", "rows": [row]}, p.actions(menu), metadata=metadata), ephemeral=False
    )
    assert [] == view_faults(view.to_dict())
    assert [] == list(RICH_TEXT.problems(p.rich(), ""))
