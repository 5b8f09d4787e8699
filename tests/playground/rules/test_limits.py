"""Limits: at each limit a payload passes, and one above it is refused."""

from collections.abc import Callable

import pytest

from bot.playground.rules import (
    Fault,
    manifest_faults,
    message_faults,
    options_faults,
    prompts_faults,
    response_action_faults,
    view_faults,
)
from tests.playground.rules import payloads as p
from tests.playground.rules.payloads import Json

Make = Callable[[int], Json]


def _x(number: int) -> str:
    return "x" * number


def _el(**fields: object) -> Json:
    return p.actions({**p.ELEMENTS["static_select"], **fields})


def _ids(number: int) -> list[Json]:
    return [p.button(action_id=str(index)) for index in range(number)]


def _field(name: str, **fields: object) -> Json:
    return p.question({**p.ELEMENTS[name], **fields})


def _slices(number: int, label: int = 1, title: int = 1) -> Json:
    drawn = {"type": "pie", "segments": [{"label": _x(label), "value": 1}] * number}
    return {"type": "data_visualization", "title": _x(title), "chart": drawn}


def _series(number: int) -> Json:
    data = [{"label": "a", "value": 1}]
    series = [{"name": str(index), "data": data} for index in range(number)]
    return p.diagram(p.chart(series=series, axis_config={"categories": ["a"]}))


def _points(number: int) -> Json:
    labels = [str(index) for index in range(number)]
    series = [{"name": "x", "data": [{"label": label, "value": 1} for label in labels]}]
    return p.diagram(p.chart(series=series, axis_config={"categories": labels}))


def _groups(number: int) -> Json:
    groups = [{"label": p.plain(), "options": [p.option(str(index))]} for index in range(number)]
    return p.actions({"type": "static_select", "action_id": "s", "option_groups": groups})


BLOCKS: list[tuple[str, int, Make]] = [
    ("section text", 3000, lambda n: p.section(_x(n))),
    ("section fields", 10, lambda n: {"type": "section", "fields": [p.mrkdwn()] * n}),
    ("field text", 2000, lambda n: {"type": "section", "fields": [p.mrkdwn(_x(n))]}),
    ("block id", 255, lambda n: p.section(block_id=_x(n))),
    ("header", 150, lambda n: {"type": "header", "text": p.plain(_x(n))}),
    ("context elements", 10, lambda n: {"type": "context", "elements": [p.mrkdwn()] * n}),
    ("context text", 3000, lambda n: {"type": "context", "elements": [p.mrkdwn(_x(n))]}),
    ("alt text", 2000, lambda n: p.picture(alt_text=_x(n))),
    ("image url", 3000, lambda n: p.picture(image_url="https://" + _x(n - 8))),
    ("image title", 2000, lambda n: p.picture(title=p.plain(_x(n)))),
    ("actions", 25, lambda n: p.actions(*_ids(n))),
    ("action id", 255, lambda n: p.actions(p.button(action_id=_x(n)))),
    ("button text", 75, lambda n: p.actions(p.button(text=p.plain(_x(n))))),
    ("button value", 2000, lambda n: p.actions(p.button(value=_x(n)))),
    ("button url", 3000, lambda n: p.actions(p.button(url="https://" + _x(n - 8)))),
    ("button label", 75, lambda n: p.actions(p.button(accessibility_label=_x(n)))),
    ("button prompt", 4000, lambda n: p.actions(p.button(agent_prompt=_x(n)))),
    ("confirm title", 100, lambda n: p.actions(p.button(confirm=p.confirm(title=p.plain(_x(n)))))),
    ("confirm text", 300, lambda n: p.actions(p.button(confirm=p.confirm(text=p.mrkdwn(_x(n)))))),
    ("confirm button", 30, lambda n: p.actions(p.button(confirm=p.confirm(confirm=p.plain(_x(n)))))),
    ("deny button", 30, lambda n: p.actions(p.button(confirm=p.confirm(deny=p.plain(_x(n)))))),
    ("placeholder", 150, lambda n: _el(placeholder=p.plain(_x(n)))),
    ("options", 100, lambda n: _el(options=p.options(n))),
    ("option groups", 100, _groups),
    ("group label", 75, lambda n: p.actions({"type": "static_select", "action_id": "s", "option_groups": [{"label": p.plain(_x(n)), "options": p.options(1)}]})),
    ("option text", 75, lambda n: _el(options=[p.option(words=_x(n))])),
    ("option value", 150, lambda n: _el(options=[p.option(_x(n))])),
    ("option description", 75, lambda n: _el(options=[{**p.option(), "description": p.plain(_x(n))}])),
    ("overflow", 5, lambda n: p.actions({**p.ELEMENTS["overflow"], "options": p.options(n)})),
    ("checkboxes", 10, lambda n: p.actions({**p.ELEMENTS["checkboxes"], "options": p.options(n)})),
    ("radio buttons", 10, lambda n: p.actions({**p.ELEMENTS["radio_buttons"], "options": p.options(n)})),
    ("label", 2000, lambda n: p.question(label=p.plain(_x(n)))),
    ("hint", 2000, lambda n: p.question(hint=p.plain(_x(n)))),
    ("most characters to type", 3000, lambda n: _field("plain_text_input", max_length=n)),
    ("fewest characters to type", 3000, lambda n: _field("plain_text_input", min_length=n)),
    ("what stands in a field", 3000, lambda n: _field("plain_text_input", initial_value=_x(n))),
    ("context actions", 5, lambda n: {"type": "context_actions", "elements": [{**p.ELEMENTS["icon_button"], "action_id": str(i)} for i in range(n)]}),
    ("feedback text", 75, lambda n: {"type": "context_actions", "elements": [{**p.ELEMENTS["feedback_buttons"], "positive_button": {"text": p.plain(_x(n)), "value": "1"}}]}),
    ("feedback value", 2000, lambda n: {"type": "context_actions", "elements": [{**p.ELEMENTS["feedback_buttons"], "positive_button": {"text": p.plain(), "value": _x(n)}}]}),
    ("card title", 150, lambda n: p.card(title=p.mrkdwn(_x(n)))),
    ("card subtitle", 150, lambda n: p.card(subtitle=p.mrkdwn(_x(n)))),
    ("card body", 200, lambda n: p.card(body=p.mrkdwn(_x(n)))),
    ("card buttons", 3, lambda n: p.card(actions=_ids(n))),
    ("cards", 10, lambda n: {"type": "carousel", "elements": [p.card()] * n}),
    ("container title", 150, lambda n: p.container(title=p.plain(_x(n)))),
    ("container subtitle", 150, lambda n: p.container(subtitle=p.mrkdwn(_x(n)))),
    ("blocks in a container", 10, lambda n: p.container(*[p.section()] * n)),
    ("rows", 100, lambda n: p.table(rows=n)),
    ("columns", 20, lambda n: p.table(columns=n)),
    ("column settings", 20, lambda n: p.table(column_settings=[None] * n)),
    ("characters of a table", 10_000, lambda n: p.table(words=_x(n))),
    ("rows of a data table", 101, lambda n: p.data_table(rows=n)),
    ("rows a page", 100, lambda n: p.data_table(page_size=n)),
    ("chart title", 50, lambda n: _slices(1, title=n)),
    ("slices", 6, _slices),
    ("slice label", 20, lambda n: _slices(1, label=n)),
    ("series", 6, _series),
    ("points", 20, _points),
    ("markdown", 12_000, lambda n: {"type": "markdown", "text": _x(n)}),
    ("tasks", 50, lambda n: {"type": "plan", "title": "Plan", "tasks": [p.task(str(i)) for i in range(n)]}),
    ("film title", 199, lambda n: {**p.BLOCKS["video"], "title": p.plain(_x(n))}),
    ("film author", 49, lambda n: {**p.BLOCKS["video"], "author_name": _x(n)}),
]  # fmt: skip


@pytest.mark.parametrize(("limit", "make"), [case[1:] for case in BLOCKS], ids=[case[0] for case in BLOCKS])
def test_a_block_may_be_as_large_as_slack_says(limit: int, make: Make) -> None:
    """At the limit a block passes in a message; one above, it is refused."""
    assert [] == message_faults(p.message(make(limit)), ephemeral=False)
    assert {"invalid_blocks"} == {fault.error for fault in message_faults(p.message(make(limit + 1)), ephemeral=False)}


LEAST: list[tuple[str, int, Make]] = [
    ("overflow", 1, lambda n: p.actions({**p.ELEMENTS["overflow"], "options": p.options(n)})),
    ("options", 1, lambda n: _el(options=p.options(n))),
    ("data table", 2, lambda n: p.data_table(rows=n)),
    ("table", 1, lambda n: p.table(rows=n)),
    ("row", 1, lambda n: p.table(columns=n)),
    ("button value", 1, lambda n: p.actions(p.button(value=_x(n)))),
    ("option value", 1, lambda n: _el(options=[p.option(_x(n))])),
    ("chosen at most", 1, lambda n: p.question({**p.ELEMENTS["multi_users_select"], "max_selected_items": n})),
]


@pytest.mark.parametrize(("limit", "make"), [case[1:] for case in LEAST], ids=[case[0] for case in LEAST])
def test_a_block_must_hold_as_much_as_slack_says(limit: int, make: Make) -> None:
    """At the lower limit a block passes in a message; one below, it is refused."""
    assert [] == message_faults(p.message(make(limit)), ephemeral=False)
    assert ["invalid_blocks"] == [fault.error for fault in message_faults(p.message(make(limit - 1)), ephemeral=False)]


def _message(payload: Json) -> list[Fault]:
    return message_faults(payload, ephemeral=False)


def _update(payload: Json) -> list[Fault]:
    return message_faults(payload, ephemeral=False, update=True)


def _errors(payload: Json) -> list[Fault]:
    return response_action_faults(payload, p.modal(p.question(), submit=p.plain()))


def _prompts(number: int) -> Json:
    return {"channel_id": "D1", "prompts": [{"title": "T", "message": "M"}] * number}


def _command(**fields: object) -> Json:
    command = {"command": "/x", "description": "Ask", **fields}
    return {"display_information": {"name": "Fika"}, "settings": {"socket_mode_enabled": True}, "features": {"slash_commands": [command]}}  # fmt: skip


def _shortcut(number: int = 1, **fields: object) -> Json:
    shortcut = {"name": "Check", "type": "message", "callback_id": "check", "description": "Check it", **fields}
    return {"display_information": {"name": "Fika"}, "features": {"shortcuts": [shortcut] * number}}


def _app(**fields: object) -> Json:
    return {"display_information": {"name": "Fika", **fields}}


def _agent(**fields: object) -> Json:
    return {"display_information": {"name": "Fika"}, "features": {"agent_view": fields}}


WHOLE: list[tuple[str, str, int, Callable[[Json], list[Fault]], Make]] = [
    ("message text", "msg_too_long", 40_000, _message, lambda n: {"text": _x(n)}),
    ("updated text", "msg_too_long", 4_000, _update, lambda n: {"text": _x(n)}),
    ("markdown text", "msg_too_long", 12_000, _message, lambda n: {"markdown_text": _x(n)}),
    ("blocks of a message", "invalid_blocks", 50, _message, lambda n: p.message(*[p.section()] * n)),
    ("blocks of an attachment", "invalid_blocks", 50, _message, lambda n: p.message(attachments=[{"blocks": [p.section()] * n}])),
    ("attachments", "too_many_attachments", 100, _message, lambda n: p.message(attachments=[{"text": "a"}] * n)),
    ("tables", "invalid_blocks", 1, _message, lambda n: p.message(*[p.table()] * n)),
    ("charts", "invalid_blocks", 2, _message, lambda n: p.message(*[p.diagram()] * n)),
    ("markdown of all blocks", "invalid_blocks", 12_000, _message, lambda n: p.message({"type": "markdown", "text": _x(n - 5)}, {"type": "markdown", "text": "x" * 5})),
    ("blocks beside markdown", "msg_blocks_too_long", 13_000, _message, lambda n: p.message(p.BLOCKS["markdown"], *[p.section(_x(2998))] * 4, p.section(_x(n - 4 * 2998 - 8)))),
    ("event type", "invalid_metadata_format", 255, _message, lambda n: p.message(metadata={"event_type": _x(n), "event_payload": {}})),
    ("metadata", "metadata_too_large", 8_000, _message, lambda n: p.message(metadata={"event_type": "a", "event_payload": {"a": _x(n - 47)}})),
    ("blocks of a modal", "invalid_arguments", 100, view_faults, lambda n: p.modal(*[p.section()] * n)),
    ("blocks of Home", "invalid_arguments", 100, view_faults, lambda n: p.home(*[p.section()] * n)),
    ("title", "invalid_arguments", 24, view_faults, lambda n: p.modal(title=p.plain(_x(n)))),
    ("submit", "invalid_arguments", 24, view_faults, lambda n: p.modal(submit=p.plain(_x(n)))),
    ("close", "invalid_arguments", 24, view_faults, lambda n: p.modal(close=p.plain(_x(n)))),
    ("private metadata", "invalid_arguments", 3000, view_faults, lambda n: p.modal(private_metadata=_x(n))),
    ("callback id", "invalid_arguments", 255, view_faults, lambda n: p.modal(callback_id=_x(n))),
    ("external id", "invalid_arguments", 255, view_faults, lambda n: p.home(external_id=_x(n))),
    ("alert", "invalid_arguments", 200, view_faults, lambda n: p.modal({"type": "alert", "text": p.mrkdwn(_x(n))})),
    ("files", "invalid_arguments", 10, view_faults, lambda n: p.modal(_field("file_input", max_files=n), submit=p.plain())),
    ("focused elements", "invalid_arguments", 1, view_faults, lambda n: p.modal(*[{"type": "input", "label": p.plain(), "element": {"type": "plain_text_input", "focus_on_load": True}}] * n, submit=p.plain())),
    ("forms on one another", "push_limit_reached", 2, lambda payload: response_action_faults(payload, p.modal(), depth=payload.pop("depth")), lambda n: {"response_action": "push", "view": p.modal(), "depth": n}),
    ("offered options", "invalid_options", 100, options_faults, lambda n: {"options": p.options(n)}),
    ("prompts", "invalid_arguments", 4, prompts_faults, _prompts),
    ("app name", "invalid_manifest", 35, manifest_faults, lambda n: _app(name=_x(n))),
    ("app description", "invalid_manifest", 140, manifest_faults, lambda n: _app(description=_x(n))),
    ("long description", "invalid_manifest", 4000, manifest_faults, lambda n: _app(long_description=_x(n))),
    ("bot name", "invalid_manifest", 80, manifest_faults, lambda n: {**_app(), "features": {"bot_user": {"display_name": _x(n)}}}),
    ("command", "invalid_manifest", 32, manifest_faults, lambda n: _command(command="/" + _x(n - 1))),
    ("command description", "invalid_manifest", 2000, manifest_faults, lambda n: _command(description=_x(n))),
    ("usage hint", "invalid_manifest", 1000, manifest_faults, lambda n: _command(usage_hint=_x(n))),
    ("shortcuts", "invalid_manifest", 10, manifest_faults, _shortcut),
    ("shortcut name", "invalid_manifest", 24, manifest_faults, lambda n: _shortcut(name=_x(n))),
    ("shortcut description", "invalid_manifest", 150, manifest_faults, lambda n: _shortcut(description=_x(n))),
    ("agent description", "invalid_manifest", 300, manifest_faults, lambda n: _agent(agent_description=_x(n))),
    ("agent prompts", "invalid_manifest", 4, manifest_faults, lambda n: _agent(suggested_prompts=[{"title": "T", "message": "M"}] * n)),
    ("scope", "invalid_manifest", 50, manifest_faults, lambda n: {**_app(), "oauth_config": {"scopes": {"bot_optional": [_x(n)]}}}),
]  # fmt: skip


@pytest.mark.parametrize(
    ("error", "limit", "judge", "make"), [case[1:] for case in WHOLE], ids=[case[0] for case in WHOLE]
)
def test_a_payload_may_be_as_large_as_slack_says(
    error: str, limit: int, judge: Callable[[Json], list[Fault]], make: Make
) -> None:
    """At the limit a whole payload passes; one above, it is refused with Slack's error."""
    assert [] == judge(make(limit))
    assert [error] == [fault.error for fault in judge(make(limit + 1))]


def test_the_cells_of_all_tables_count_together() -> None:
    """A table in a container counts with the others: one a message, and their characters together."""
    payload = p.message(
        p.data_table() | {"rows": [[{"type": "raw_text", "text": _x(5_000)}]] * 2}, p.container(p.table())
    )

    assert ["/blocks"] == [fault.pointer for fault in _message(payload)]


def test_a_view_may_have_250_kilobytes() -> None:
    """A view that is larger is refused as too large, whatever else it is."""
    blocks = [p.section(_x(3000)) for _ in range(80)]

    assert [] == view_faults(p.modal(*blocks))
    assert ["view_too_large"] == [fault.error for fault in view_faults(p.modal(*blocks, *blocks[:5]))]


def test_characters_are_counted_after_decoding() -> None:
    """An emoji or an umlaut is one character, however it was written in JSON."""
    assert [] == _message(p.message({"type": "header", "text": p.plain("ä🚀" * 75)}))
    assert 1 == len(_message(p.message({"type": "header", "text": p.plain("&amp;" * 31)})))
