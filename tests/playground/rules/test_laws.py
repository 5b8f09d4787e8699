"""Laws: nothing that can be sent breaks the rules, and what the grammar describes passes."""

import copy
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.playground.rules import (
    Fault,
    manifest_faults,
    message_faults,
    message_hazards,
    options_faults,
    prompts_faults,
    response_action_faults,
    view_faults,
    view_hazards,
)
from bot.playground.rules.blocks import BLOCKS, Surface
from bot.playground.rules.elements import ELEMENTS
from bot.playground.rules.fault import below, everything, objects, pointer_to
from bot.playground.rules.grammar import Flag, Listed, Number, Record, Spec, String, Variants, Whole
from bot.playground.rules.relations import AnyOf, OneOf
from tests.playground.rules import payloads as p
from tests.playground.rules.payloads import Json

LEAVES = (
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=8)
)
NAMES = ["type", "text", "blocks", "elements", "options", "rows", "element", "action_id", "block_id", "errors", "view"]
NAMES += ["response_action", "tasks", "child_blocks", "series", "axis_config", "metadata", "attachments", "prompts"]
NAMES += ["initial_option", "option_groups", "min_length", "max_length", "features", "settings", "slash_commands"]
KINDS = [*BLOCKS, *ELEMENTS, "plain_text", "mrkdwn", "modal", "home", "rich_text_list", "errors", "push", "update"]
ANY_JSON = st.recursive(
    LEAVES | st.sampled_from(KINDS),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(NAMES) | st.text(max_size=4), inner, max_size=5),
    max_leaves=20,
)  # fmt: skip
ANY_OBJECT = st.dictionaries(st.sampled_from(NAMES) | st.text(max_size=4), ANY_JSON, max_size=8)
JUDGES: list[Callable[[Json], list[Fault]]] = [
    lambda payload: message_faults(payload, ephemeral=False),
    lambda payload: message_faults(payload, ephemeral=True, update=True),
    message_hazards,
    view_faults,
    view_hazards,
    options_faults,
    prompts_faults,
    manifest_faults,
    lambda payload: response_action_faults(payload, payload, depth=3),
]


@pytest.mark.parametrize("judge", JUDGES)
@given(payload=ANY_OBJECT)
def test_no_payload_breaks_the_rules(judge: Callable[[Json], list[Fault]], payload: Json) -> None:
    """Whatever is sent, the answer is a list of faults, each with an error and a sentence."""
    for fault in judge(payload):
        assert fault.error
        assert fault.why


@pytest.mark.parametrize("name", p.BLOCKS)
@given(data=st.data())
def test_no_damaged_block_breaks_the_rules(name: str, data: st.DataObject) -> None:
    """A block in which one value was replaced by anything is judged like any other."""
    block = copy.deepcopy(p.BLOCKS[name])
    inside = [value for _, value in everything(block, "") if isinstance(value, dict | list) and value]
    damaged = data.draw(st.sampled_from(inside))
    key = data.draw(st.sampled_from(sorted(damaged) if isinstance(damaged, dict) else range(len(damaged))))
    damaged[key] = data.draw(ANY_JSON)

    for judge in JUDGES[:5]:
        assert all(fault.why for fault in judge({**p.modal(), "text": "Text", "blocks": [block]}))


@given(payload=ANY_OBJECT)
def test_every_pointer_leads_somewhere(payload: Json) -> None:
    """A fault points at what is in the payload, or at a field that is missing from it."""
    places = {at for at, _ in everything(payload, "")}
    for fault in message_faults(payload, ephemeral=False):
        assert fault.pointer in places | {"/text", "/blocks"}


@given(payload=ANY_OBJECT)
def test_judging_changes_nothing(payload: Json) -> None:
    """What was judged is as it was, and is judged alike again."""
    before = repr(payload)
    first = message_faults(payload, ephemeral=False)

    assert first == message_faults(payload, ephemeral=False)
    assert before == repr(payload)


@given(payload=ANY_JSON)
def test_everything_is_found_once(payload: object) -> None:
    """Each value in a JSON document is found under a pointer of its own that leads to it."""
    found = list(everything(payload, ""))

    assert len(found) == len({at for at, _ in found})
    for at, value in found:
        assert value is _at(payload, at)


@given(payload=ANY_JSON)
def test_every_object_is_found_in_order(payload: object) -> None:
    """The quick walk finds every object under the pointer, and in the order, in which it is found among everything."""
    found = [(pointer_to(at), value) for at, value in objects(payload, "/blocks")]

    assert found == [(at, value) for at, value in everything(payload, "/blocks") if isinstance(value, dict)]


def _at(value: Any, pointer: str) -> object:
    for part in pointer.split("/")[1:]:
        key = part.replace("~1", "/").replace("~0", "~")
        value = value[int(key)] if isinstance(value, list) else value[key]
    return value


def test_a_pointer_escapes_its_keys() -> None:
    """A slash and a tilde in a key are written as RFC 6901 says."""
    assert "/a/b~1c~0d/0" == below(below("/a", "b/c~d"), 0)


FORMED = {
    "scheme": "https://example.com/a",
    r"-?\d+(\.\d+)?": "-2.5",
    r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])": "2026-02-28",
    r"([01]\d|2[0-3]):[0-5]\d": "09:30",
    "#[0-9A-Fa-f]{6}": "#c0ffee",
    r"(?s).*\{\w+\}.*": "{date}",
    r"[A-Za-z0-9_+/-]+": "Europe/Berlin",
}


def described(spec: Spec) -> st.SearchStrategy[Any]:
    """Values that a specification describes; fields that depend on others are left out where they may be."""
    made: dict[type[Spec], Callable[[Any], st.SearchStrategy[Any]]] = {
        String: _strings,
        Whole: lambda spec: st.integers(spec.least, spec.most),
        Number: lambda spec: st.integers(1, 99) if spec.above is not None else st.floats(-9, 9),
        Flag: lambda _: st.booleans(),
        Listed: _lists,
        Variants: lambda spec: st.sampled_from(sorted(spec.records)).flatmap(
            lambda name: described(spec.records[name])
        ),
        Record: _records,
    }
    return made[type(spec)](spec)


def _lists(spec: Listed) -> st.SearchStrategy[list[Any]]:
    most = min(spec.most or 3, max(3, spec.least))
    return st.lists(described(spec.of), min_size=spec.least, max_size=most, unique_by=_name)


def _strings(spec: String) -> st.SearchStrategy[str]:
    if spec.among:
        return st.sampled_from(spec.among)
    if spec.form:
        return st.just(FORMED.get(spec.form, FORMED["scheme"]))
    return st.text(min_size=spec.shortest, max_size=min(spec.longest or 12, max(12, spec.shortest)))


def _records(spec: Record) -> st.SearchStrategy[Json]:
    needed = {*spec.needs, *(names.names[0] for names in spec.relations if isinstance(names, AnyOf | OneOf))}
    tied = {value for rule in spec.relations for value in _fields_of(rule)}
    tied |= {name for name in spec.fields if spec.relations and name.startswith("initial")}
    free = {name: described(inner) for name, inner in spec.fields.items() if name not in tied | needed}
    fixed = {name: described(inner) for name, inner in spec.fields.items() if name in needed}
    return st.fixed_dictionaries(fixed, optional=free)


def _fields_of(rule: Any) -> set[str]:
    names = [getattr(rule, slot) for slot in getattr(rule, "__slots__", ())]
    return {name for value in names for name in (value if isinstance(value, tuple) else (value,))}


def _name(value: Any) -> str:
    """By what two items of a list must differ: their ids, their values, their names."""
    if not isinstance(value, dict):
        return repr(value)
    for key in ("value", "action_id", "block_id", "task_id", "name"):
        if key in value:
            return repr(value[key])
    return repr(value)


DEPENDENT = {"data_table": "rows of one length", "data_visualization": "points for each category"}


@pytest.mark.parametrize("name", [name for name in BLOCKS if name not in DEPENDENT])
@given(data=st.data())
def test_what_the_grammar_describes_passes(name: str, data: st.DataObject) -> None:
    """A block that is put together from the table is accepted on every surface that the table names."""
    block = data.draw(described(BLOCKS[name].record))

    for surface in BLOCKS[name].surfaces:
        assert [] == _of_the_block(block, surface)


def _of_the_block(block: Json, surface: Surface) -> list[Fault]:
    """What is wrong with a block itself; what depends on its neighbours or its surface is tested elsewhere."""
    if surface is Surface.MESSAGE:
        found = message_faults(p.message(block), ephemeral=False)
    else:
        found = view_faults(p.home(block) if surface is Surface.HOME else p.modal(block, submit=p.plain()))
    apart = (
        "comes twice",
        "only allowed in",
        "set once",
        "in messages",
        "with a file input",
        "in modals only",
        "too many",
    )
    apart += ("in messages only",)
    return [fault for fault in found if not any(words in fault.why for words in apart)]


@pytest.mark.parametrize("name", ELEMENTS)
@given(data=st.data())
def test_what_the_table_says_of_elements_passes(name: str, data: st.DataObject) -> None:
    """An element that is put together from the table has nothing wrong with it."""
    element = data.draw(described(ELEMENTS[name]))

    assert [] == list(ELEMENTS[name].problems(element, ""))
