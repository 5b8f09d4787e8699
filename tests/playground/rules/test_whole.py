"""Messages, views, answers and manifests as wholes: what Slack refuses beyond their blocks."""

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


def _told(faults: list[Fault]) -> list[tuple[str, str]]:
    return [(fault.error, fault.pointer) for fault in faults]


METADATA = {"event_type": "fika_answer", "event_payload": {"receipt": "r1"}}


@pytest.mark.parametrize(
    "payload",
    [
        {"text": "Text"},
        {"text": "", "blocks": [p.section()]},
        {"text": None, "attachments": [{"text": "Text"}]},
        {"markdown_text": "**Text**"},
        p.message(p.section(), metadata=METADATA),
        p.message(p.section(), thread_ts="1700000000.000100", reply_broadcast=True),
        p.message(p.section(), thread_ts=None, blocks=None),
        p.message(attachments=[{"color": "#00ff00", "blocks": [p.section()]}]),
    ],
)
def test_a_message_passes(payload: Json) -> None:
    """What can be posted is accepted; a field that is null counts as left out."""
    assert [] == message_faults(payload, ephemeral=False)


@pytest.mark.parametrize(
    ("payload", "expected"),
    [
        ({}, ("no_text", "/text")),
        ({"text": " \n"}, ("no_text", "/text")),
        ({"text": "", "blocks": []}, ("no_text", "/text")),
        ({"text": 7}, ("invalid_arguments", "/text")),
        ({"text": "a", "blocks": "[]"}, ("invalid_blocks_format", "/blocks")),
        ({"text": "a", "blocks": {"type": "section"}}, ("invalid_blocks_format", "/blocks")),
        ({"text": "a", "blocks": ["a"]}, ("invalid_blocks", "/blocks/0")),
        ({"text": "a", "attachments": {}}, ("invalid_attachments", "/attachments")),
        ({"text": "a", "attachments": ["a"]}, ("invalid_attachments", "/attachments/0")),
        ({"text": "a", "attachments": [{"blocks": [{}]}]}, ("invalid_blocks", "/attachments/0/blocks/0")),
        ({"text": "a", "markdown_text": "a"}, ("markdown_text_conflict", "/markdown_text")),
        ({"markdown_text": 7}, ("invalid_arguments", "/markdown_text")),
        ({"text": "a", "metadata": "{}"}, ("invalid_metadata_format", "/metadata")),
        ({"text": "a", "metadata": {"event_type": "a"}}, ("invalid_metadata_format", "/metadata")),
        ({"text": "a", "metadata": {**METADATA, "more": 1}}, ("invalid_metadata_format", "/metadata/more")),
        ({"text": "a", "thread_ts": "1700000000"}, ("invalid_thread_ts", "/thread_ts")),
        ({"text": "a", "thread_ts": 1700000000.0001}, ("invalid_thread_ts", "/thread_ts")),
        ({"text": "a", "reply_broadcast": "yes"}, ("invalid_arguments", "/reply_broadcast")),
        ({"text": "a", "reply_broadcast": True}, ("invalid_arguments", "/reply_broadcast")),
    ],
)
def test_a_message_is_refused(payload: Json, expected: tuple[str, str]) -> None:
    """Each mistake has Slack's own error and the place where it was made."""
    assert [expected] == _told(message_faults(payload, ephemeral=False))


def test_an_ephemeral_message_leaves_no_trace() -> None:
    """A message for one person carries no metadata and is not sent on to the channel."""
    payload = p.message(metadata=METADATA, thread_ts="1700000000.000100", reply_broadcast=True)

    assert [("invalid_arguments", "/metadata"), ("invalid_arguments", "/reply_broadcast")] == _told(
        message_faults(payload, ephemeral=True)
    )


def test_block_ids_are_unique_in_a_whole_message() -> None:
    """The blocks of an attachment share their ids with those of the message."""
    payload = p.message(p.section(block_id="a"), attachments=[{"blocks": [p.section(block_id="a")]}])

    assert [("invalid_blocks", "/attachments/0/blocks/0/block_id")] == _told(message_faults(payload, ephemeral=False))


@pytest.mark.parametrize(
    "view",
    [
        p.modal(),
        p.modal(p.question(), submit=p.plain("Save"), close=p.plain("Cancel"), callback_id="a", private_metadata=""),
        p.modal(clear_on_close=True, notify_on_close=True, external_id="a", submit=None),
        p.home(p.question(), private_metadata="{}", callback_id="home"),
        p.modal(p.actions(p.ELEMENTS["datepicker"] | {"focus_on_load": True})),
    ],
)
def test_a_view_passes(view: Json) -> None:
    """What can be opened or published is accepted."""
    assert [] == view_faults(view)


@pytest.mark.parametrize(
    ("view", "pointer"),
    [
        ({"type": "dialog"}, "/type"),
        ({"title": p.plain(), "blocks": [p.section()]}, ""),
        ({"type": "modal", "blocks": [p.section()]}, ""),
        ({"type": "modal", "title": p.plain()}, ""),
        (p.modal(blocks=[]), "/blocks"),
        (p.modal(blocks={}), "/blocks"),
        (p.modal(title=p.mrkdwn()), "/title/type"),
        (p.modal(title=p.plain("")), "/title/text"),
        (p.modal(title="Title"), "/title"),
        (p.modal(p.question()), ""),
        (p.modal(clear_on_close="no"), "/clear_on_close"),
        (p.modal(private_metadata={}), "/private_metadata"),
        (p.modal(text="Text"), "/text"),
        (p.modal(submit_disabled=True), "/submit_disabled"),
        (p.modal(p.section(block_id="a"), p.section(block_id="a")), "/blocks/1/block_id"),
        (p.modal(p.BLOCKS["table"]), "/blocks/0/type"),
        (p.home(p.BLOCKS["alert"]), "/blocks/0/type"),
        (p.home(title=p.plain()), "/title"),
        (p.home(submit=p.plain()), "/submit"),
        (p.home(p.question(p.ELEMENTS["file_input"])), "/blocks/0/element"),
        (p.modal(p.section(accessory=p.ELEMENTS["workflow_button"])), "/blocks/0/accessory"),
    ],
)
def test_a_view_is_refused(view: Json, pointer: str) -> None:
    """Each mistake is pointed at, from the view on."""
    assert [("invalid_arguments", pointer)] == _told(view_faults(view))


FORM = p.modal(p.question(), p.section(block_id="words"), submit=p.plain("Save"))


@pytest.mark.parametrize(
    "payload",
    [
        None,
        "",
        {},
        {"response_action": "clear"},
        {"response_action": "errors", "errors": {"name": "Give the name"}},
        {"response_action": "update", "view": FORM},
        {"response_action": "push", "view": FORM},
    ],
)
def test_an_answer_to_a_form_passes(payload: object) -> None:
    """A form is closed, refused field by field, or followed by another one."""
    assert [] == response_action_faults(payload, FORM)


@pytest.mark.parametrize(
    ("payload", "pointer"),
    [
        ("ok", ""),
        ([1], ""),
        ({"text": "ok"}, "/response_action"),
        ({"response_action": "close"}, "/response_action"),
        ({"response_action": ["errors"]}, "/response_action"),
        ({"response_action": "clear", "view": FORM}, "/view"),
        ({"response_action": "errors", "errors": {}}, "/errors"),
        ({"response_action": "errors", "errors": ["no"]}, "/errors"),
        ({"response_action": "errors", "errors": {"company": "Give it"}}, "/errors/company"),
        ({"response_action": "errors", "errors": {"words": "Give it"}}, "/errors/words"),
        ({"response_action": "errors", "errors": {"a/b~c": "Give it"}}, "/errors/a~1b~0c"),
        ({"response_action": "errors", "errors": {"name": ""}}, "/errors/name"),
        ({"response_action": "errors", "errors": {"name": 7}}, "/errors/name"),
        ({"response_action": "update", "view": "modal"}, "/view"),
        ({"response_action": "update", "view": p.home()}, "/view/type"),
    ],
)
def test_an_answer_to_a_form_is_refused(payload: object, pointer: str) -> None:
    """Errors belong to the input blocks of the form that was submitted, and what follows is a form."""
    assert [("invalid_response_action", pointer)] == _told(response_action_faults(payload, FORM))


def test_an_answer_needs_what_it_announces() -> None:
    """An update without a view is refused, and so is a view that Slack refuses."""
    broken = {"response_action": "update", "view": p.modal(p.section(""))}

    assert [("invalid_response_action", ""), ("invalid_response_action", "/view")] == _told(
        response_action_faults({"response_action": "update"}, FORM)
    )
    assert [("invalid_arguments", "/view/blocks/0/text/text")] == _told(response_action_faults(broken, FORM))


@pytest.mark.parametrize(
    ("payload", "pointers"),
    [
        ({"options": p.options(2)}, []),
        ({"options": []}, []),
        ({"option_groups": [{"label": p.plain(), "options": p.options(2)}]}, []),
        ({}, [""]),
        ({"options": [], "option_groups": []}, [""]),
        ({"options": None}, ["/options"]),
        ({"options": [p.option(), p.option()]}, ["/options/1/value"]),
        ({"options": [{"text": p.mrkdwn(), "value": "a"}]}, ["/options/0/text/type"]),
        ({"options": [{"text": p.plain(), "value": "a" * 151}]}, ["/options/0/value"]),
        ({"option_groups": [{"options": p.options(1)}]}, ["/option_groups/0"]),
    ],
)
def test_offered_options(payload: Json, pointers: list[str]) -> None:
    """What is offered to choose from is options or groups of them, in plain text, each with its own value."""
    assert [("invalid_options", pointer) for pointer in pointers] == _told(options_faults(payload))


@pytest.mark.parametrize(
    ("payload", "pointers"),
    [
        ({"prompts": [{"title": "Fit", "message": "Does Acme fit?"}], "title": "Try"}, []),
        ({"prompts": [{"title": "Fit", "message": "Does Acme fit?"}], "title": None}, []),
        ({}, ["/prompts"]),
        ({"prompts": []}, ["/prompts"]),
        ({"prompts": [{"title": "Fit"}]}, ["/prompts/0"]),
        ({"prompts": [{"title": "", "message": "a"}]}, ["/prompts/0/title"]),
        ({"prompts": [{"title": "a", "message": "a", "text": "a"}]}, ["/prompts/0/text"]),
        ({"prompts": [{"title": "a", "message": "a"}], "title": 7}, ["/title"]),
    ],
)
def test_suggested_prompts(payload: Json, pointers: list[str]) -> None:
    """A prompt has a title and what is said when it is chosen."""
    assert [("invalid_arguments", pointer) for pointer in pointers] == _told(prompts_faults(payload))


MANIFEST: Json = {
    "_metadata": {"major_version": 2, "minor_version": 1},
    "display_information": {"name": "Fika", "description": "Fit", "background_color": "#4a154b"},
    "features": {
        "app_home": {"home_tab_enabled": True, "messages_tab_enabled": True, "messages_tab_read_only_enabled": False},
        "bot_user": {"display_name": "Fika", "always_online": True},
        "agent_view": {"agent_description": "Asks", "suggested_prompts": [{"title": "Fit", "message": "Does it?"}]},
        "slash_commands": [
            {"command": "/fika", "description": "Ask", "usage_hint": "fit Acme", "should_escape": False}
        ],
        "shortcuts": [{"name": "Check fit", "type": "message", "callback_id": "check_fit", "description": "Check"}],
    },
    "oauth_config": {"scopes": {"bot": ["chat:write"], "bot_optional": ["users:read"]}},
    "settings": {
        "event_subscriptions": {"bot_events": ["app_mention", "message.im"]},
        "interactivity": {"is_enabled": True},
        "org_deploy_enabled": False,
        "socket_mode_enabled": True,
        "token_rotation_enabled": False,
        "is_hosted": False,
    },
}


def _but(**parts: Json) -> Json:
    return {**MANIFEST, **{name: {**MANIFEST.get(name, {}), **part} for name, part in parts.items()}}


def test_a_whole_manifest_passes() -> None:
    """A manifest with every part of a bot is accepted, and one with a name alone."""
    assert [] == manifest_faults(MANIFEST)
    assert [] == manifest_faults({"display_information": {"name": "Fika"}})


@pytest.mark.parametrize(
    ("manifest", "pointer"),
    [
        ({}, ""),
        (_but(display_information={"name": ""}), "/display_information/name"),
        (_but(display_information={"long_description": "Short"}), "/display_information/long_description"),
        (_but(display_information={"background_color": "purple"}), "/display_information/background_color"),
        ({**MANIFEST, "scopes": []}, "/scopes"),
        (_but(features={"assistant": {}}), "/features/assistant"),
        (_but(features={"bot_user": {}}), "/features/bot_user"),
        (_but(features={"slash_commands": []}), "/features/slash_commands"),
        (_but(features={"slash_commands": [{"command": "fika", "description": "Ask"}]}), "/features/slash_commands/0/command"),
        (_but(features={"shortcuts": [{"name": "a", "type": "message", "callback_id": "a"}]}), "/features/shortcuts/0"),
        (_but(features={"shortcuts": [{"name": "a", "type": "app", "callback_id": "a", "description": "a"}]}), "/features/shortcuts/0/type"),
        (_but(features={"agent_view": {"assistant_description": "a"}}), "/features/agent_view/assistant_description"),
        (_but(oauth_config={"scopes": {"bot": "chat:write"}}), "/oauth_config/scopes/bot"),
        (_but(settings={"socket_mode": True}), "/settings/socket_mode"),
        (_but(settings={"socket_mode_enabled": "yes"}), "/settings/socket_mode_enabled"),
        (_but(settings={"interactivity": {}}), "/settings/interactivity"),
        (_but(settings={"event_subscriptions": {"bot_events": ["a", "a"]}}), "/settings/event_subscriptions/bot_events/1"),
        (_but(settings={"event_subscriptions": {"request_url": "fika"}}), "/settings/event_subscriptions/request_url"),
        (_but(settings={"allowed_ip_address_ranges": ["300.0.0.1"]}), "/settings/allowed_ip_address_ranges/0"),
        ({**MANIFEST, "functions": []}, "/functions"),
    ],
)  # fmt: skip
def test_a_manifest_is_refused(manifest: Json, pointer: str) -> None:
    """What Slack's schema does not know or allow is pointed at."""
    assert [("invalid_manifest", pointer)] == _told(manifest_faults(manifest))


def test_without_socket_mode_slack_needs_addresses() -> None:
    """Commands, events and clicks each have a URL, where there is no socket to send them over."""
    url = "https://fika.example.com/slack/events"
    settings = {"event_subscriptions": {"bot_events": ["app_mention"]}, "interactivity": {"is_enabled": True}}
    bare = {**MANIFEST, "settings": settings}
    full = {
        **_but(features={"slash_commands": [{"command": "/fika", "description": "Ask", "url": url}]}),
        "settings": {name: {**part, "request_url": url} for name, part in settings.items()},
    }

    assert ["/features/slash_commands/0", "/settings/event_subscriptions", "/settings/interactivity"] == [
        fault.pointer for fault in manifest_faults(bare)
    ]
    assert [] == manifest_faults(full)


def test_a_fault_reads_as_a_line() -> None:
    """A fault is shown as its error, its place and its sentence."""
    assert "invalid_blocks at /blocks: must be a list" == str(Fault("invalid_blocks", "/blocks", "must be a list"))
    assert "no_text at /: needs a text" == str(Fault("no_text", "", "needs a text"))
