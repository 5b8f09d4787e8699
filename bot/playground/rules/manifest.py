"""Manifest: what an app says of itself, by Slack's manifest schema 2.

The parts that a bot has are looked at to the last field; of those for hosted apps only that they are objects or lists.
Beyond the schema: without Socket Mode Slack needs a URL for each thing it is to deliver.
"""

from collections.abc import Iterator, Mapping

from bot.playground.rules.fault import Fault, Problem, below
from bot.playground.rules.grammar import Anything, Flag, Listed, Record, Spec, String, Whole

_WEB = r"(?s)https?://.*"
_FLAGS = Flag()


def _record(*needs: str, **fields: Spec) -> Record:
    return Record(fields, needs)


_PROMPT = _record("title", "message", title=String(shortest=0), message=String(shortest=0))
_PROMPTS = Listed(_PROMPT, least=0)
_ACTION = _record("name", "description", name=String(shortest=0), description=String(shortest=0))
_DISPLAY = _record(
    "name",
    name=String(35),
    description=String(140),
    long_description=String(4000, shortest=175),
    background_color=String(form="#[0-9a-fA-F]{3}([0-9a-fA-F]{3})?"),
)
_COMMAND = _record(
    "command",
    "description",
    command=String(32, shortest=2, form=r"(?s)/.*"),
    description=String(2000),
    usage_hint=String(1000),
    should_escape=_FLAGS,
    url=String(3000, form=_WEB),
)
_SHORTCUT = _record(
    "name",
    "type",
    "callback_id",
    "description",
    name=String(24),
    type=String(among=("message", "global")),
    callback_id=String(255),
    description=String(150),
)
_FEATURES = _record(
    app_home=_record(home_tab_enabled=_FLAGS, messages_tab_enabled=_FLAGS, messages_tab_read_only_enabled=_FLAGS),
    bot_user=_record("display_name", display_name=String(80), always_online=_FLAGS),
    agent_view=_record(
        agent_description=String(300, shortest=0),
        suggested_prompts=Listed(_PROMPT, 4, least=0),
        actions=Listed(_ACTION, least=0),
    ),
    assistant_view=_record(
        "assistant_description", assistant_description=String(shortest=0), suggested_prompts=_PROMPTS
    ),
    code_channels=_record(enabled=_FLAGS, slash_command_url=String(3000, form=_WEB)),
    slash_commands=Listed(_COMMAND, 50),
    shortcuts=Listed(_SHORTCUT, 10),
    functions=Listed(Anything(), 50, least=0),
    workflow_steps=Listed(_record("name", "callback_id", name=String(50), callback_id=String(50)), 10),
    unfurl_domains=Listed(String(255, form=r"(?![.\-])[-a-z0-9.]+[a-z0-9]"), 5, distinct=True),
)
_SCOPES = Listed(String(50, shortest=0), 255, least=0)
_EVENTS = Listed(String(50, shortest=0), 100, least=0, distinct=True)
_REQUEST = String(3500, form=_WEB)
_OAUTH = _record(
    redirect_urls=Listed(String(2500, shortest=0), 1000, least=0, distinct=True),
    scopes=_record(user=_SCOPES, bot=_SCOPES, user_optional=_SCOPES, bot_optional=_SCOPES),
    token_management_enabled=_FLAGS,
    pkce_enabled=_FLAGS,
)
_SUBSCRIPTION = _record("app_id", "event_type", app_id=String(shortest=0), event_type=String(50, shortest=0))
_OCTET = r"(\d|[1-9]\d|1\d\d|2[0-4]\d|25[0-5])"
_RANGE = String(form=rf"({_OCTET}\.){{3}}{_OCTET}(/(3[0-2]|[12]\d|\d))?")
_SETTINGS = _record(
    event_subscriptions=_record(
        request_url=_REQUEST,
        bot_events=_EVENTS,
        user_events=_EVENTS,
        metadata_subscriptions=Listed(_SUBSCRIPTION, 20, distinct=True),
    ),
    interactivity=_record("is_enabled", is_enabled=_FLAGS, request_url=_REQUEST, message_menu_options_url=_REQUEST),
    incoming_webhooks=_record(incoming_webhooks_enabled=_FLAGS),
    allowed_ip_address_ranges=Listed(_RANGE, 50, distinct=True),
    siws_links=_record(initiate_uri=String(3500, form=r"(?s)https://.*")),
    socket_mode_enabled=_FLAGS,
    org_deploy_enabled=_FLAGS,
    token_rotation_enabled=_FLAGS,
    is_hosted=_FLAGS,
    is_mcp_enabled=_FLAGS,
    hermes_app_type=String(shortest=0),
    function_runtime=String(shortest=0),
)
_MANIFEST = Record(
    {
        "$schema": String(),
        "_metadata": _record(schema_version=Whole(), min_version=Whole(), major_version=Whole(), minor_version=Whole()),
        "display_information": _DISPLAY,
        "features": _FEATURES,
        "oauth_config": _OAUTH,
        "settings": _SETTINGS,
        "app_directory": Anything(),
        "functions": Anything(),
        "workflows": Anything(),
        "datastores": Anything(),
        "types": Anything(),
        "external_auth_providers": Anything(),
        "mcp_servers": Anything(),
        "outgoing_domains": Listed(String(50), 10, least=0, distinct=True),
    },
    ("display_information",),
)


def manifest_faults(manifest: Mapping[str, object]) -> list[Fault]:
    """Everything Slack refuses in a manifest."""
    problems = [*_MANIFEST.problems(dict(manifest), ""), *_addresses(manifest)]
    return [problem.as_fault("invalid_manifest") for problem in problems]


def _addresses(manifest: Mapping[str, object]) -> Iterator[Problem]:
    """Where Slack is to deliver, if not over a socket."""
    settings = _object(manifest.get("settings"))
    if settings.get("socket_mode_enabled"):
        return
    commands = _object(manifest.get("features")).get("slash_commands")
    for index, command in enumerate(commands if isinstance(commands, list) else []):
        if isinstance(command, dict) and "url" not in command:
            yield Problem(below("/features/slash_commands", index), "needs the field url without Socket Mode")
    events = _object(settings.get("event_subscriptions"))
    if (events.get("bot_events") or events.get("user_events")) and "request_url" not in events:
        yield Problem("/settings/event_subscriptions", "needs the field request_url without Socket Mode")
    interactivity = _object(settings.get("interactivity"))
    if interactivity.get("is_enabled") is True and "request_url" not in interactivity:
        yield Problem("/settings/interactivity", "needs the field request_url without Socket Mode")


def _object(value: object) -> dict[str, object]:
    return value if isinstance(value, dict) else {}
