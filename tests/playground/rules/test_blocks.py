"""Blocks and elements: what stands where, and what each must have."""

from typing import Any

import pytest

from bot.playground.rules import message_faults, view_faults
from bot.playground.rules.blocks import BLOCKS as TABLE
from bot.playground.rules.blocks import Surface
from bot.playground.rules.elements import ELEMENTS as ELEMENT_TABLE
from bot.playground.rules.elements import IN_ACTIONS, IN_CONTEXT_ACTIONS, IN_INPUT, IN_SECTION
from tests.playground.rules import payloads as p
from tests.playground.rules.payloads import Json

_IN: dict[str, tuple[Any, Any]] = {
    "section": (IN_SECTION, lambda element: p.section(accessory=element)),
    "actions": (IN_ACTIONS, p.actions),
    "input": (IN_INPUT, p.question),
    "context_actions": (IN_CONTEXT_ACTIONS, lambda element: {"type": "context_actions", "elements": [element]}),
}


def faults_on(surface: Surface, block: Json) -> list[str]:
    """What is wrong with a block on a surface, as errors."""
    if surface is Surface.MESSAGE:
        return [fault.error for fault in message_faults(p.message(block), ephemeral=False)]
    view = p.home(block) if surface is Surface.HOME else p.modal(block, submit=p.plain("Save"))
    return [fault.error for fault in view_faults(view)]


def pointers(block: Json) -> list[str]:
    """Where something is wrong with a block in a message."""
    return [fault.pointer for fault in message_faults(p.message(block), ephemeral=False)]


def test_every_block_has_an_example() -> None:
    """The tables of blocks and elements and their examples name the same kinds."""
    assert set(TABLE) == set(p.BLOCKS)
    assert set(ELEMENT_TABLE) == {*p.ELEMENTS, "url"}


@pytest.mark.parametrize("surface", Surface)
@pytest.mark.parametrize("name", p.BLOCKS)
def test_a_block_stands_on_its_surfaces_alone(name: str, surface: Surface) -> None:
    """The smallest block of each kind passes where Slack shows it, and is refused elsewhere."""
    expected = [] if surface in TABLE[name].surfaces else True
    found = faults_on(surface, p.BLOCKS[name])

    assert expected == (found if not expected else bool(found))


@pytest.mark.parametrize(
    ("name", "surfaces"),
    [
        ("alert", {"modal"}),
        ("container", {"message"}),
        ("table", {"message"}),
        ("context_actions", {"message"}),
        ("markdown", {"message"}),
        ("carousel", {"message", "home"}),
        ("input", {"message", "modal", "home"}),
        ("card", {"message", "modal", "home"}),
        ("file", {"message"}),
    ],
)
def test_the_surfaces_are_slacks(name: str, surfaces: set[str]) -> None:
    """The table says of each block what Slack says."""
    assert surfaces == {surface.value for surface in TABLE[name].surfaces}


@pytest.mark.parametrize("place", _IN)
@pytest.mark.parametrize("name", p.ELEMENTS)
def test_an_element_stands_in_its_blocks_alone(name: str, place: str) -> None:
    """The smallest element of each kind passes in the blocks that may hold it, and is refused in others."""
    allowed, held = _IN[place]
    surface = Surface.MODAL if name == "file_input" else Surface.MESSAGE
    found = faults_on(surface, held(p.ELEMENTS[name]))

    assert (name in allowed.records) == (not found)


@pytest.mark.parametrize(
    ("place", "name", "allowed"),
    [
        ("section", "button", True),
        ("section", "multi_users_select", True),
        ("section", "image", True),
        ("section", "plain_text_input", False),
        ("section", "datetimepicker", False),
        ("actions", "overflow", True),
        ("actions", "multi_static_select", True),
        ("actions", "image", False),
        ("actions", "plain_text_input", False),
        ("input", "button", False),
        ("input", "overflow", False),
        ("input", "file_input", True),
        ("context_actions", "feedback_buttons", True),
        ("context_actions", "button", False),
    ],
)
def test_the_places_are_slacks(place: str, name: str, allowed: bool) -> None:  # noqa: FBT001
    """The table says of each element what Slack says."""
    assert allowed == (name in _IN[place][0].records)


@pytest.mark.parametrize("kind", p.BLOCKS)
def test_an_unknown_field_is_refused(kind: str) -> None:
    """No block has a field that Slack does not know."""
    surface = next(iter(TABLE[kind].surfaces))

    assert faults_on(surface, {**p.BLOCKS[kind], "colour": "red"})


@pytest.mark.parametrize("kind", p.BLOCKS)
def test_a_block_needs_its_fields(kind: str) -> None:
    """A block without one of the fields it needs is refused; so is one whose field is null or of another kind."""
    surface = next(iter(TABLE[kind].surfaces))
    for name in TABLE[kind].record.needs:
        without = {key: value for key, value in p.BLOCKS[kind].items() if key != name}

        assert faults_on(surface, without)
        assert faults_on(surface, {**p.BLOCKS[kind], name: None})
        assert faults_on(surface, {**p.BLOCKS[kind], name: 7})


@pytest.mark.parametrize("kind", p.ELEMENTS)
def test_an_element_needs_its_fields(kind: str) -> None:
    """An element without one of the fields it needs is refused."""
    held = next(held for allowed, held in _IN.values() if kind in allowed.records)
    surface = Surface.MODAL if kind == "file_input" else Surface.MESSAGE
    for name in ELEMENT_TABLE[kind].needs:
        without = {key: value for key, value in p.ELEMENTS[kind].items() if key != name}

        assert faults_on(surface, held(without))


WRONG: list[tuple[str, Json, str]] = [
    ("no type", {"text": p.mrkdwn()}, "/blocks/0"),
    ("unknown type", {"type": "paragraph"}, "/blocks/0/type"),
    ("section of nothing", {"type": "section"}, "/blocks/0"),
    ("section of empty text", p.section(""), "/blocks/0/text/text"),
    ("text that is a string", {"type": "section", "text": "Text"}, "/blocks/0/text"),
    ("text of another kind", {"type": "section", "text": {"type": "markdown", "text": "a"}}, "/blocks/0/text/type"),
    ("emoji in mrkdwn", {"type": "section", "text": {**p.mrkdwn(), "emoji": True}}, "/blocks/0/text/emoji"),
    ("verbatim in plain", {"type": "section", "text": {**p.plain(), "verbatim": True}}, "/blocks/0/text/verbatim"),
    ("no fields", {"type": "section", "fields": []}, "/blocks/0/fields"),
    ("expand that is no flag", p.section(expand="yes"), "/blocks/0/expand"),
    ("markup in a header", {"type": "header", "text": p.mrkdwn()}, "/blocks/0/text/type"),
    ("no elements", {"type": "actions", "elements": []}, "/blocks/0/elements"),
    ("elements that are no list", {"type": "actions", "elements": {}}, "/blocks/0/elements"),
    ("an element that is none", {"type": "actions", "elements": ["button"]}, "/blocks/0/elements/0"),
    ("image from nowhere", {"type": "image", "alt_text": "A bridge"}, "/blocks/0"),
    ("image from two places", p.picture(slack_file={"id": "F1"}), "/blocks/0"),
    (
        "image of a file in two ways",
        {"type": "image", "alt_text": "A bridge", "slack_file": {"id": "F", "url": p.URL}},
        "/blocks/0/slack_file",
    ),
    ("image without words", {"type": "image", "image_url": p.URL}, "/blocks/0"),
    ("image with empty words", p.picture(alt_text=""), "/blocks/0/alt_text"),
    ("markup on a button", p.actions(p.button(text=p.mrkdwn())), "/blocks/0/elements/0/text/type"),
    ("style of another kind", p.actions(p.button(style="default")), "/blocks/0/elements/0/style"),
    ("url that is none", p.actions(p.button(url="see below")), "/blocks/0/elements/0/url"),
    (
        "confirm of nothing",
        p.actions(p.button(confirm={"title": p.plain(), "text": p.plain(), "confirm": p.plain()})),
        "/blocks/0/elements/0/confirm",
    ),
    (
        "confirm in a loud style",
        p.actions(p.button(confirm=p.confirm(style="loud"))),
        "/blocks/0/elements/0/confirm/style",
    ),
    (
        "two block ids",
        p.container(p.section(block_id="a"), p.section(block_id="a")),
        "/blocks/0/child_blocks/1/block_id",
    ),
    ("two action ids", p.actions(p.button(), p.button()), "/blocks/0/elements/1/action_id"),
    (
        "two options of a value",
        p.actions({"type": "static_select", "action_id": "s", "options": [p.option(), p.option()]}),
        "/blocks/0/elements/0/options/1/value",
    ),
    (
        "options of both kinds",
        p.actions(
            {
                "type": "static_select",
                "action_id": "s",
                "options": p.options(1),
                "option_groups": [{"label": p.plain(), "options": [p.option("z")]}],
            }
        ),
        "/blocks/0/elements/0",
    ),
    ("options of no kind", p.actions({"type": "static_select", "action_id": "s"}), "/blocks/0/elements/0"),
    (
        "chosen from elsewhere",
        p.actions({**p.ELEMENTS["static_select"], "initial_option": p.option("z")}),
        "/blocks/0/elements/0/initial_option",
    ),
    (
        "ticked from elsewhere",
        p.actions({**p.ELEMENTS["checkboxes"], "initial_options": [p.option("z")]}),
        "/blocks/0/elements/0/initial_options/0",
    ),
    (
        "markup in a menu",
        p.actions({"type": "static_select", "action_id": "s", "options": [{"text": p.mrkdwn(), "value": "a"}]}),
        "/blocks/0/elements/0/options/0/text/type",
    ),
    (
        "a url outside an overflow menu",
        p.actions({"type": "static_select", "action_id": "s", "options": [{**p.option(), "url": p.URL}]}),
        "/blocks/0/elements/0/options/0/url",
    ),
    (
        "a day that is none",
        p.actions({"type": "datepicker", "action_id": "d", "initial_date": "2026-13-01"}),
        "/blocks/0/elements/0/initial_date",
    ),
    (
        "a time that is none",
        p.actions({"type": "timepicker", "action_id": "t", "initial_time": "24:00"}),
        "/blocks/0/elements/0/initial_time",
    ),
    (
        "a moment in milliseconds",
        p.actions({"type": "datetimepicker", "action_id": "t", "initial_date_time": 1_700_000_000_000}),
        "/blocks/0/elements/0/initial_date_time",
    ),
    (
        "a filter of nothing",
        p.actions({"type": "conversations_select", "action_id": "c", "filter": {"include": []}}),
        "/blocks/0/elements/0/filter/include",
    ),
    (
        "a number that is a number",
        p.question({**p.ELEMENTS["number_input"], "min_value": 3}),
        "/blocks/0/element/min_value",
    ),
    (
        "bounds the wrong way round",
        p.question({**p.ELEMENTS["number_input"], "min_value": "3", "max_value": "2.5"}),
        "/blocks/0/element/min_value",
    ),
    (
        "a bound that is no number",
        p.question({**p.ELEMENTS["number_input"], "min_value": "few", "max_value": "2"}),
        "/blocks/0/element/min_value",
    ),
    (
        "a length that is no whole number",
        p.question({"type": "plain_text_input", "action_id": "x", "min_length": True, "max_length": 2}),
        "/blocks/0/element/min_length",
    ),
    (
        "a length that is a fraction",
        p.question({"type": "plain_text_input", "action_id": "x", "max_length": 2.5}),
        "/blocks/0/element/max_length",
    ),
    (
        "lengths the wrong way round",
        p.question({"type": "plain_text_input", "action_id": "x", "min_length": 3, "max_length": 2}),
        "/blocks/0/element/min_length",
    ),
    (
        "focus in a message",
        p.question({**p.ELEMENTS["plain_text_input"], "focus_on_load": True}),
        "/blocks/0/element/focus_on_load",
    ),
    ("files in a message", p.question(p.ELEMENTS["file_input"]), "/blocks/0/element"),
    (
        "a response url in a message",
        p.question({**p.ELEMENTS["channels_select"], "response_url_enabled": True}),
        "/blocks/0/element/response_url_enabled",
    ),
    ("markup in a label", p.question(label=p.mrkdwn()), "/blocks/0/label/type"),
    ("a card of nothing", {"type": "card", "subtitle": p.mrkdwn()}, "/blocks/0"),
    ("a menu on a card", p.card(actions=[p.ELEMENTS["overflow"]]), "/blocks/0/actions/0/type"),
    ("no cards", {"type": "carousel", "elements": []}, "/blocks/0/elements"),
    ("a section among cards", {"type": "carousel", "elements": [p.section()]}, "/blocks/0/elements/0/type"),
    ("a container in a container", p.container(p.container()), "/blocks/0/child_blocks/0/type"),
    ("a container of nothing", p.container(child_blocks=[]), "/blocks/0/child_blocks"),
    ("an untitled container", {"type": "container", "child_blocks": [p.section()]}, "/blocks/0"),
    ("collapsed for ever", p.container(default_collapsed=True), "/blocks/0/default_collapsed"),
    ("line and collapse", p.container(is_collapsible=True, has_header_divider=True), "/blocks/0/has_header_divider"),
    ("another width", p.container(width="huge"), "/blocks/0/width"),
    ("an empty cell", p.table(words=""), "/blocks/0/rows/0/0/text"),
    ("a cell of markup", {"type": "table", "rows": [[p.mrkdwn()]]}, "/blocks/0/rows/0/0/type"),
    ("a number without words", {"type": "table", "rows": [[{"type": "raw_number", "value": 1}]]}, "/blocks/0/rows/0/0"),
    ("a column of another side", p.table(column_settings=[{"align": "top"}]), "/blocks/0/column_settings/0/align"),
    (
        "a ragged table",
        p.data_table() | {"rows": [[{"type": "raw_text", "text": "a"}] * 2, [{"type": "raw_text", "text": "a"}]]},
        "/blocks/0/rows/1",
    ),
    ("a rich header", p.data_table() | {"rows": [[p.rich()], [p.rich()]]}, "/blocks/0/rows/0/0"),
    (
        "a slice of nothing",
        p.diagram({"type": "pie", "segments": [{"label": "a", "value": 0}]}),
        "/blocks/0/chart/segments/0/value",
    ),
    ("another chart", p.diagram(p.chart("radar")), "/blocks/0/chart/type"),
    ("points without a category", p.diagram(p.chart(axis_config={"categories": ["a"]})), "/blocks/0/chart/series/0"),
    ("a series twice", p.diagram(p.chart(series=p.chart()["series"] * 2)), "/blocks/0/chart/series/1/name"),
    ("a task twice", {"type": "plan", "title": "Plan", "tasks": [p.task(), p.task()]}, "/blocks/0/tasks/1/task_id"),
    ("another status", p.task(status="done"), "/blocks/0/status"),
    ("a task of text", p.task(details="Text"), "/blocks/0/details"),
    ("a source without a name", p.task(sources=[{"type": "url", "url": p.URL}]), "/blocks/0/sources/0"),
    ("a file of one's own", {"type": "file", "external_id": "F1", "source": "local"}, "/blocks/0/source"),
    ("a film without TLS", {**p.BLOCKS["video"], "video_url": "http://example.com/v"}, "/blocks/0/video_url"),
    (
        "another icon",
        {"type": "context_actions", "elements": [{**p.ELEMENTS["icon_button"], "icon": "pen"}]},
        "/blocks/0/elements/0/icon",
    ),
    ("rich text of nothing", {"type": "rich_text", "elements": []}, "/blocks/0/elements"),
    (
        "rich text of text",
        {"type": "rich_text", "elements": [{"type": "text", "text": "a"}]},
        "/blocks/0/elements/0/type",
    ),
    ("an empty piece", p.rich({"type": "text", "text": ""}), "/blocks/0/elements/0/elements/0/text"),
    (
        "another style",
        p.rich({"type": "text", "text": "a", "style": {"loud": True}}),
        "/blocks/0/elements/0/elements/0/style/loud",
    ),
    ("another range", p.rich({"type": "broadcast", "range": "all"}), "/blocks/0/elements/0/elements/0/range"),
    ("no colour", p.rich({"type": "color", "value": "red"}), "/blocks/0/elements/0/elements/0/value"),
    (
        "a date of no form",
        p.rich({"type": "date", "timestamp": 1, "format": "today"}),
        "/blocks/0/elements/0/elements/0/format",
    ),
    (
        "a list in a list",
        {
            "type": "rich_text",
            "elements": [{"type": "rich_text_list", "style": "bullet", "elements": [{"type": "rich_text_list"}]}],
        },
        "/blocks/0/elements/0/elements/0/type",
    ),
    (
        "a person in preformatted text",
        {
            "type": "rich_text",
            "elements": [{"type": "rich_text_preformatted", "elements": [{"type": "user", "user_id": "U1"}]}],
        },
        "/blocks/0/elements/0/elements/0/type",
    ),
]


@pytest.mark.parametrize(("block", "pointer"), [case[1:] for case in WRONG], ids=[case[0] for case in WRONG])
def test_what_is_wrong_is_pointed_at(block: Json, pointer: str) -> None:
    """Each mistake is refused once, where it was made, as invalid blocks."""
    assert [pointer] == pointers(block)
    assert ["invalid_blocks"] == faults_on(Surface.MESSAGE, block)


RIGHT: list[tuple[str, Json]] = [
    ("fields alone", {"type": "section", "fields": [p.mrkdwn(), p.plain()]}),
    ("a whole section", p.section(block_id="a", expand=True, accessory=p.picture())),
    ("a picture of Slack's", {"type": "image", "alt_text": "A bridge", "slack_file": {"url": p.URL}, "title": p.plain()}),
    ("context of all kinds", {"type": "context", "elements": [p.mrkdwn(), p.plain(), p.picture()]}),
    (
        "a whole button",
        p.actions(
            p.button(
                value="1",
                url="mailto:a@example.com",
                style="danger",
                confirm=p.confirm(style="danger"),
                accessibility_label="Go",
                agent_prompt="Go",
                agent_prompt_display="Go",
                visible_to_user_ids=["U1"],
            )
        ),
    ),
    ("one action id in two blocks", p.container(p.actions(), p.actions())),
    (
        "groups",
        p.actions(
            {
                "type": "static_select",
                "action_id": "s",
                "placeholder": p.plain(),
                "option_groups": [{"label": p.plain(), "options": p.options(3)}],
                "initial_option": p.option("2"),
            }
        ),
    ),
    ("any first choice from outside", p.actions({**p.ELEMENTS["external_select"], "initial_option": p.option()})),
    ("markup beside a box", p.actions({**p.ELEMENTS["radio_buttons"], "options": [{"text": p.mrkdwn(), "value": "a", "description": p.mrkdwn()}]})),
    ("an address in an overflow menu", p.actions({**p.ELEMENTS["overflow"], "options": [{**p.option("1"), "url": p.URL}, p.option("2")]})),
    ("a whole card", p.card(hero_image=p.picture(), icon=p.picture(), subtitle=p.plain(), body=p.mrkdwn(), actions=[p.button()])),
    (
        "a whole container",
        p.container(
            p.section(),
            p.table(),
            p.BLOCKS["divider"],
            rich_text_title=p.rich(),
            subtitle=p.mrkdwn(),
            width="full",
            icon=p.picture(),
            is_collapsible=True,
            default_collapsed=True,
        ),
    ),
    (
        "a whole table",
        {
            "type": "table",
            "rows": [[{"type": "raw_text", "text": "a"}, {"type": "raw_number", "value": 1.5, "text": "1.5"}, p.rich()]],
            "column_settings": [None, {"align": "right", "is_wrapped": True}],
        },
    ),
    ("a whole data table", p.data_table(page_size=5, row_header_column_index=0)),
    ("a pie", p.diagram({"type": "pie", "segments": [{"label": "a", "value": 0.5}]})),
    ("a line below zero", p.diagram(p.chart("line", series=[{"name": "x", "data": [{"label": "a", "value": -1}, {"label": "b", "value": 0}]}]))),
    ("a whole task", p.task(details=p.rich(), output=p.rich(), sources=[{"type": "url", "url": p.URL, "text": "Source"}])),
    (
        "rich text of all kinds",
        {
            "type": "rich_text",
            "elements": [
                {
                    "type": "rich_text_section",
                    "elements": [
                        {"type": "text", "text": "a", "style": {"bold": True, "underline": True}},
                        {"type": "link", "url": p.URL, "text": "a"},
                        {"type": "user", "user_id": "U1", "style": {"highlight": True}},
                        {"type": "channel", "channel_id": "C1"},
                        {"type": "usergroup", "usergroup_id": "S1"},
                        {"type": "team", "team_id": "T1"},
                        {"type": "emoji", "name": "wave", "skin_tone": 2},
                        {"type": "broadcast", "range": "here"},
                        {"type": "color", "value": "#00ff00"},
                        {"type": "date", "timestamp": 1, "format": "{date_long} at {time}", "fallback": "a day"},
                    ],
                },
                {
                    "type": "rich_text_list",
                    "style": "ordered",
                    "indent": 1,
                    "offset": 2,
                    "border": 1,
                    "elements": [{"type": "rich_text_section", "elements": []}],
                },
                {"type": "rich_text_quote", "elements": [{"type": "text", "text": "a"}]},
                {"type": "rich_text_preformatted", "border": 0, "elements": [{"type": "text", "text": "a"}]},
            ],
        },
    ),
]  # fmt: skip


@pytest.mark.parametrize("block", [case[1] for case in RIGHT], ids=[case[0] for case in RIGHT])
def test_what_is_right_passes(block: Json) -> None:
    """Everything a block may hold is accepted."""
    assert [] == faults_on(Surface.MESSAGE, block)


def test_files_and_dispatch_exclude_each_other() -> None:
    """A file input tells of itself only when the form is sent."""
    block = p.question(p.ELEMENTS["file_input"], dispatch_action=True)

    assert ["/blocks/0/dispatch_action"] == [fault.pointer for fault in view_faults(p.modal(block, submit=p.plain()))]


def test_a_response_url_is_asked_for_in_an_input() -> None:
    """In a modal, only an input block may ask for a response URL."""
    menu = {**p.ELEMENTS["conversations_select"], "response_url_enabled": True}

    assert [] == faults_on(Surface.MODAL, p.question(menu))
    assert ["invalid_arguments"] == faults_on(Surface.MODAL, p.actions(menu))
