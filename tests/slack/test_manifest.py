"""The manifest says what the app does: no event, command, shortcut or scope too few or too many."""

import ast
import json
import os
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from pydantic import SecretStr
from slack_bolt import BoltRequest, BoltResponse
from slack_bolt.listener import Listener
from slack_sdk import WebClient

import bot.slack
from bot.bootstrap import shipped, slack_app
from bot.core.errors import FikaError
from bot.core.request import RequestKind
from bot.flows.route import route
from bot.library.loader import load_pack
from bot.playground.rules import manifest_faults
from bot.settings import Settings
from bot.slack.ids import COMMAND, Act, Form, Shortcut
from bot.slack.listeners.briefing import due
from bot.slack.listeners.unknown import unknown
from bot.slack.manifest import over_http
from bot.slack.serving import SlackApp
from tests.slack.local import local_slack

Json = dict[str, Any]

BY_METHOD: dict[str, set[str]] = {
    "apps_connections_open": set(),  # the app's token
    "assistant_threads_setStatus": {"assistant:write", "chat:write"},
    "assistant_threads_setSuggestedPrompts": {"assistant:write"},
    "auth_test": set(),
    "chat_appendStream": {"chat:write"},
    "chat_delete": {"chat:write"},
    "chat_getPermalink": set(),
    "chat_postEphemeral": {"chat:write"},
    "chat_postMessage": {"chat:write"},
    "chat_startStream": {"chat:write"},
    "chat_stopStream": {"chat:write"},
    "chat_update": {"chat:write"},
    "conversations_history": {"im:history"},
    "conversations_info": {"channels:read", "groups:read"},
    "conversations_replies": {"im:history"},
    "files_upload_v2": {"files:write"},
    "users_info": {"users:read"},
    "views_open": set(),
    "views_publish": set(),
    "views_update": set(),
}
"""The scopes that each method needs for what Fika does with it, as Slack documents them."""
BY_EVENT: dict[str, set[str]] = {
    "agent_session_stopped": {"assistant:write"},
    "app_context_changed": {"assistant:write"},
    "app_home_opened": set(),
    "app_mention": {"app_mentions:read"},
    "message.im": {"im:history"},
}
OPTIONAL = {"channels:read", "files:write", "groups:read", "users:read"}
"""What Fika can do without."""
HOST = "https://fika.example.com"


@pytest.fixture(scope="module")
def manifest() -> Json:
    """The manifest that ships."""
    told: Json = json.loads((shipped("knowledge").parent / "manifest.json").read_text(encoding="utf-8"))
    return told


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SlackApp]:
    """Fika in Slack as it is deployed, never started."""
    with pytest.MonkeyPatch.context() as patch, local_slack() as slack:
        for name in [each for each in os.environ if each.startswith(("FIKA_", "SLACK_"))]:
            patch.delenv(name)
        home = tmp_path_factory.mktemp("home")
        yield slack_app(Settings(home=home, slack_bot_token=SecretStr("xoxb-1"), slack_api_url=slack.url))


def _event(name: str, **more: object) -> Json:
    return {"type": "event_callback", "event": {"type": name, "user": "U1", **more}}


def _samples(manifest: Json) -> dict[str, Json]:
    """Something of everything that Slack delivers to an app of that manifest."""
    features = manifest["features"]
    samples = {name: _event(name) for name in manifest["settings"]["event_subscriptions"]["bot_events"]}
    if samples.pop("message.im", None):
        samples["message.im"] = _event("message", channel_type="im", channel="D1", text="hi")
    for command in features["slash_commands"]:
        samples[command["command"]] = {"command": command["command"], "text": ""}
    for shortcut in features["shortcuts"]:
        kind = {"message": "message_action", "global": "shortcut"}[shortcut["type"]]
        samples[shortcut["callback_id"]] = {"type": kind, "callback_id": shortcut["callback_id"]}
    if manifest["settings"]["interactivity"]["is_enabled"]:
        for act in Act:
            action = {"type": "button", "action_id": act, "block_id": "b"}
            samples[f"click {act}"] = {"type": "block_actions", "actions": [action]}
        for form in Form:
            samples[f"form {form}"] = {"type": "view_submission", "view": {"type": "modal", "callback_id": form}}
    return samples


def _takers(app: SlackApp, body: Json) -> set[int]:
    """The listeners that a delivery is for."""
    request, response = BoltRequest(body=body, mode="socket_mode"), BoltResponse(status=200)
    return {number for number, each in enumerate(_listeners(app)) if each.matches(req=request, resp=response)}


def _listeners(app: SlackApp) -> list[Listener]:
    """All but those for what nobody else listens to, and for what Fika hands over to itself."""
    ours = {unknown, due}
    return [each for each in app.bolt._listeners if getattr(each.ack_function, "func", None) not in ours]


def test_slack_takes_it(manifest: Json) -> None:
    """It is valid by the rules of Slack's manifest schema."""
    assert [] == manifest_faults(manifest)


def test_everything_it_names_has_a_listener(manifest: Json, app: SlackApp) -> None:
    """Each event, command, shortcut, button and form has exactly one listener: nothing stays unanswered."""
    takers = {name: len(_takers(app, body)) for name, body in _samples(manifest).items()}

    assert dict.fromkeys(takers, 1) == takers


def test_every_listener_is_named(manifest: Json, app: SlackApp) -> None:
    """No listener waits for something that Slack does not deliver to an app of that manifest."""
    taken = set().union(*(_takers(app, body) for body in _samples(manifest).values()))

    assert set(range(len(_listeners(app)))) == taken


def test_a_missing_event_would_be_noticed(manifest: Json, app: SlackApp) -> None:
    """The comparison is one: without an event, a command or a shortcut a listener is left over."""
    for cut in ("events", "commands", "shortcuts"):
        less = deepcopy(manifest)
        if cut == "events":
            less["settings"]["event_subscriptions"]["bot_events"].remove("app_mention")
        elif cut == "commands":
            less["features"]["slash_commands"] = []
        else:
            less["features"]["shortcuts"].pop()
        taken = set().union(*(_takers(app, body) for body in _samples(less).values()))
        assert set(range(len(_listeners(app)))) != taken


def test_names_are_those_of_the_code(manifest: Json) -> None:
    """The command and the shortcuts are called as the listeners know them."""
    features = manifest["features"]

    assert [COMMAND] == [each["command"] for each in features["slash_commands"]]
    assert sorted(Shortcut) == sorted(each["callback_id"] for each in features["shortcuts"])


def _called() -> set[str]:
    """The methods of the Web API that are called anywhere in bot/slack."""
    methods = {name for name in dir(WebClient) if not name.startswith("_")} - set(vars(object))
    found = set()
    for path in sorted(Path(next(iter(bot.slack.__path__))).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
                continue
            owner = node.func.value
            name = owner.attr if isinstance(owner, ast.Attribute) else getattr(owner, "id", "")
            if name.endswith("client") and node.func.attr in methods:
                found.add(node.func.attr)
    return found


def test_every_method_that_is_called_is_known() -> None:
    """A method that is newly called is noticed here, and its scopes have to be thought of."""
    assert set(BY_METHOD) == _called()


def test_scopes_are_those_that_are_needed(manifest: Json) -> None:
    """The scopes are exactly what methods, events, the command and the shortcuts need."""
    scopes = manifest["oauth_config"]["scopes"]
    events = manifest["settings"]["event_subscriptions"]["bot_events"]
    needed = {"commands"}.union(*(BY_METHOD[name] for name in _called()), *(BY_EVENT[name] for name in events))

    assert sorted(needed) == scopes["bot"]
    assert "user" not in scopes


def test_optional_scopes_are_marked(manifest: Json) -> None:
    """What Fika can do without may be left out at the installation; Slack wants it in both lists."""
    scopes = manifest["oauth_config"]["scopes"]

    assert sorted(OPTIONAL) == scopes["bot_optional"]
    assert OPTIONAL <= set(scopes["bot"])


def test_the_agent_view_is_the_one_that_slack_offers_new_apps(manifest: Json) -> None:
    """The conversation is in the Messages tab, which people can write in; the older view is not asked for."""
    features = manifest["features"]
    home = {"home_tab_enabled": True, "messages_tab_enabled": True, "messages_tab_read_only_enabled": False}

    assert home == features["app_home"]
    assert ("agent_view" in features, "assistant_view" in features) == (True, False)
    settings = manifest["settings"]
    assert (False, False) == (settings["org_deploy_enabled"], settings["token_rotation_enabled"])


def test_suggested_prompts_are_understood(manifest: Json) -> None:
    """At most four prompts are suggested, and each is something that Fika answers."""
    prompts = manifest["features"]["agent_view"]["suggested_prompts"]

    pack = load_pack(shipped("knowledge") / "harbor").pack
    asked = [route(each["message"], pack, ()).kind for each in prompts]

    assert [RequestKind.WORK_LIST, RequestKind.SHOW_ICP, RequestKind.HELP] == asked


@pytest.mark.parametrize("url", [HOST, f"{HOST}/", f"{HOST}/slack/events", f"{HOST}/slack/events/"])
def test_over_http(url: str, manifest: Json) -> None:
    """For HTTP every request goes to the one address, Socket Mode is off, and nothing else is different."""
    before = deepcopy(manifest)
    told = over_http(manifest, url)

    assert before == manifest
    assert [] == manifest_faults(told)
    assert f"{HOST}/slack/events" == told["settings"]["event_subscriptions"].pop("request_url")
    assert f"{HOST}/slack/events" == told["settings"]["interactivity"].pop("request_url")
    assert [f"{HOST}/slack/events"] == [each.pop("url") for each in told["features"]["slash_commands"]]
    assert told["settings"].pop("socket_mode_enabled") is False
    before["settings"].pop("socket_mode_enabled")
    assert before == told


def test_below_a_path(manifest: Json) -> None:
    """Behind a proxy the endpoint may be below a path."""
    told = over_http(manifest, f"{HOST}/bots/fika")

    assert f"{HOST}/bots/fika/slack/events" == told["settings"]["interactivity"]["request_url"]


@pytest.mark.parametrize(
    "url", ["", "https://", "https:///", "http://fika.example.com", "fika.example.com", "https://a b"]
)
def test_no_address_for_slack(url: str, manifest: Json) -> None:
    """Slack delivers to nothing but https."""
    with pytest.raises(FikaError, match="is no address that Slack delivers to"):
        over_http(manifest, url)
