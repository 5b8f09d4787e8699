"""What can be clicked, chosen or filled in is found wherever it stands, and takes only what Slack's client takes."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.playground.acts_elements import (
    ClientRefuses,
    chooser,
    clickable,
    elements,
    is_empty,
    state_of,
    value_of,
    words,
)


def plain(text: str) -> dict[str, str]:
    """A plain text object."""
    return {"type": "plain_text", "text": text}


def button(action: str, text: str) -> dict[str, Any]:
    """A button."""
    return {"type": "button", "action_id": action, "text": plain(text), "value": text}


def option(text: str, value: str) -> dict[str, Any]:
    """An option."""
    return {"text": plain(text), "value": value}


OPTIONS = [option("Red", "r"), option("Blue", "b")]
BLOCKS = [
    {
        "type": "section",
        "block_id": "s",
        "text": {"type": "mrkdwn", "text": "in a section"},
        "accessory": button("one", "One"),
    },
    {
        "type": "actions",
        "block_id": "a",
        "elements": [button("two", "Two"), button("pick", "Acme"), button("pick", "Zen")],
    },
    {
        "type": "container",
        "block_id": "c",
        "title": plain("Details"),
        "child_blocks": [{"type": "actions", "block_id": "inner", "elements": [button("three", "Three")]}],
    },
    {
        "type": "carousel",
        "block_id": "k",
        "elements": [{"type": "card", "block_id": "k1", "actions": [button("four", "4")]}],
    },
    {
        "type": "context_actions",
        "block_id": "f",
        "elements": [
            {
                "type": "feedback_buttons",
                "action_id": "liked",
                "positive_button": {"text": plain("Helpful"), "value": "+"},
                "negative_button": {"text": plain("Wrong"), "value": "-"},
            }
        ],
    },
    {
        "type": "table",
        "block_id": "t",
        "rows": [[{"type": "raw_text", "text": "cell"}, {"type": "raw_number", "value": 4}]],
    },
]


def element(type_: str, **more: Any) -> Any:
    """The only element of an input block."""
    block = {
        "type": "input",
        "block_id": "b",
        "label": plain("L"),
        "element": {"type": type_, "action_id": "a", **more},
    }
    return next(elements([block]))


@pytest.mark.parametrize(
    ("wanted", "block"),
    [("one", "s"), ("Two", "a"), ("Zen", "a"), ("three", "inner"), ("four", "k1"), ("liked", "f"), ("Wrong", "f")],
)
def test_a_button_is_found_by_its_id_or_its_words(wanted: str, block: str) -> None:
    """Wherever it stands, by whichever is clear."""
    assert clickable(BLOCKS, wanted).block_id == block


@pytest.mark.parametrize(("wanted", "why"), [("pick", "more than one"), ("five", "no button")])
def test_a_button_that_is_not_clear_is_refused(wanted: str, why: str) -> None:
    """None, or several of that id."""
    with pytest.raises(ClientRefuses, match=why):
        clickable(BLOCKS, wanted)


def test_every_text_is_read() -> None:
    """The words of a message are those of all its blocks."""
    assert words(BLOCKS).splitlines() == [
        "in a section", "One", "Two", "Acme", "Zen", "Details", "Three", "4", "Helpful", "Wrong", "cell", "4",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("made", "given", "value"),
    [
        (element("static_select", options=OPTIONS), "Red", {"selected_option": OPTIONS[0]}),
        (element("radio_buttons", options=OPTIONS), "b", {"selected_option": OPTIONS[1]}),
        (element("overflow", options=OPTIONS), "b", {"selected_option": OPTIONS[1]}),
        (element("static_select", option_groups=[{"options": OPTIONS}]), "Blue", {"selected_option": OPTIONS[1]}),
        (element("static_select", options=OPTIONS), None, {"selected_option": None}),
        (element("checkboxes", options=OPTIONS), ["r", "b"], {"selected_options": OPTIONS}),
        (element("multi_static_select", options=OPTIONS), None, {"selected_options": []}),
        (element("multi_users_select"), ["U1", "U2"], {"selected_users": ["U1", "U2"]}),
        (element("multi_conversations_select"), "C1", {"selected_conversations": ["C1"]}),
        (element("users_select"), "U1", {"selected_user": "U1"}),
        (element("conversations_select"), "C1", {"selected_conversation": "C1"}),
        (element("channels_select"), "C1", {"selected_channel": "C1"}),
        (element("datepicker"), "2026-11-01", {"selected_date": "2026-11-01"}),
        (element("timepicker"), "10:00", {"selected_time": "10:00"}),
        (element("datetimepicker"), 1_800_000_000, {"selected_date_time": 1_800_000_000}),
        (element("plain_text_input"), "words", {"value": "words"}),
        (element("plain_text_input"), "", {"value": None}),
        (element("number_input", is_decimal_allowed=True), 1.5, {"value": "1.5"}),
        (element("email_text_input"), "a@b.example", {"value": "a@b.example"}),
        (element("url_text_input"), "https://a.example", {"value": "https://a.example"}),
    ],
)
def test_a_value_stands_where_slack_puts_it(made: Any, given: Any, value: dict[str, Any]) -> None:
    """Each kind of input has its own key for its value."""
    assert value_of(made, given) == {"type": made.type} | value


@pytest.mark.parametrize(
    ("made", "given"),
    [
        (element("static_select", options=OPTIONS), "Green"),
        (element("multi_static_select", options=OPTIONS, max_selected_items=1), ["r", "b"]),
        (element("multi_users_select", max_selected_items=1), ["U1", "U2"]),
        (element("plain_text_input", max_length=3), "four"),
        (element("plain_text_input", min_length=3), "no"),
        (element("number_input", is_decimal_allowed=False), "1.5"),
        (element("number_input", is_decimal_allowed=True), "many"),
        (element("number_input", is_decimal_allowed=True, min_value="2"), "1"),
        (element("number_input", is_decimal_allowed=True, max_value="2"), "3"),
        (element("email_text_input"), "nobody"),
        (element("url_text_input"), "nowhere"),
    ],
)
def test_a_value_that_slacks_client_would_not_take_is_refused(made: Any, given: Any) -> None:
    """What is not offered, too much, too long, too short or no number."""
    with pytest.raises(ClientRefuses):
        value_of(made, given)


def test_options_that_the_app_suggests_may_be_chosen() -> None:
    """An element that asks for its options takes those that came."""
    made = element("external_select")
    assert value_of(made, "Red", OPTIONS)["selected_option"] == OPTIONS[0]


def test_the_state_holds_what_was_filled_in_or_stood_there() -> None:
    """Every input has a value: what was given, what it began with, or nothing."""
    blocks = [
        {"type": "input", "block_id": "1", "element": {"type": "plain_text_input", "action_id": "v"}},
        {
            "type": "input",
            "block_id": "2",
            "element": {"type": "plain_text_input", "action_id": "v", "initial_value": "x"},
        },
        {"type": "input", "block_id": "3", "element": {"type": "multi_users_select", "action_id": "v"}},
        {"type": "input", "block_id": "4", "element": {"type": "static_select", "action_id": "v", "options": OPTIONS}},
    ]
    given = {"4": {"v": {"type": "static_select", "selected_option": OPTIONS[0]}}}
    state = state_of(blocks, given)
    assert state == {
        "1": {"v": {"type": "plain_text_input", "value": None}},
        "2": {"v": {"type": "plain_text_input", "value": "x"}},
        "3": {"v": {"type": "multi_users_select", "selected_users": []}},
        "4": {"v": {"type": "static_select", "selected_option": OPTIONS[0]}},
    }
    assert [is_empty(state[block]["v"]) for block in "1234"] == [True, False, True, False]
    with pytest.raises(ClientRefuses, match="nothing to choose"):
        chooser(blocks, "5")


@given(st.recursive(st.none() | st.text(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)))
def test_any_json_may_be_looked_at(json: Any) -> None:
    """Blocks that make no sense hold nothing, and stop nobody."""
    assert list(elements([{"type": "section", "anything": json}])) == []
