"""Commands for Slack: slack, web, manifest."""

import json
import logging
from typing import TYPE_CHECKING, Annotated, Any
from urllib.parse import quote, urlencode

import typer
from pydantic import SecretStr

from bot.bootstrap import shipped
from bot.cli.terminal import say
from bot.core.errors import FikaError
from bot.ports.stop import Stop, told_by_signals
from bot.settings import Settings, read_settings, variables

if TYPE_CHECKING:
    from bot.slack.serving import SlackApp

log = logging.getLogger(__name__)

WHERE = {
    "slack_bot_token": "begins with xoxb-, under OAuth & Permissions",
    "slack_app_token": "begins with xapp-, under Basic Information, App-Level Tokens",
    "slack_signing_secret": "under Basic Information, App Credentials",
}
"""Where in an app's settings each secret is."""


class SettingMissing(FikaError):
    """Raised when a setting has to be there and is not."""


def slack() -> None:
    """Answer in Slack over Socket Mode, until told to stop; no address of yours has to be reachable."""
    settings = read_settings()
    token, app_token = _secrets(settings, "slack_bot_token", "slack_app_token")
    from bot.slack.socket import serve

    with told_by_signals() as stop:
        app = _greeted(settings, token, "over Socket Mode", stop)
        if app is not None:
            serve(app, app_token, stop, settings.grace)


def web(
    host: Annotated[
        str | None, typer.Option("--host", help="The address to listen on. Default: FIKA_HOST.", metavar="ADDRESS")
    ] = None,
    port: Annotated[int | None, typer.Option("--port", help="The port to listen on. Default: FIKA_PORT.")] = None,
) -> None:
    """Answer in Slack over signed HTTP, until told to stop; Slack has to reach /slack/events from outside."""
    settings = read_settings()
    token, _ = _secrets(settings, "slack_bot_token", "slack_signing_secret")
    from bot.slack.web import listening, serve

    at = listening(host or settings.host, settings.port if port is None else port)
    with at, told_by_signals() as stop:
        address, number = at.getsockname()[:2]
        app = _greeted(settings, token, f"over HTTP, listening on {address}, port {number}", stop)
        if app is not None:
            serve(app, at, stop, settings.grace)


def manifest(
    url: Annotated[
        str | None,
        typer.Option("--url", help="Where Slack reaches `fika web`, for HTTP instead of Socket Mode.", metavar="URL"),
    ] = None,
    link: Annotated[
        bool, typer.Option("--link", help="Print a link that opens Slack's page with the manifest filled in.")
    ] = False,
) -> None:
    """Print the manifest to create the Slack app from, for Socket Mode or for HTTP."""
    told: dict[str, Any] = json.loads((shipped("knowledge").parent / "manifest.json").read_text(encoding="utf-8"))
    if url is not None:
        from bot.slack.manifest import over_http

        told = over_http(told, url)
    typer.echo(_link(told) if link else json.dumps(told, indent=2))


def _link(manifest: dict[str, Any]) -> str:
    written = json.dumps(manifest, separators=(",", ":"))
    return f"https://api.slack.com/apps?{urlencode({'new_app': 1, 'manifest_json': written}, quote_via=quote)}"


def _secrets(settings: Settings, *names: str) -> list[str]:
    """Settings that have to be there.

    Raises:
        SettingMissing: they are not; all of them are named.
    """
    found: dict[str, SecretStr | None] = {name: getattr(settings, name) for name in names}
    missing = [f"{variables()[name]} ({WHERE[name]})" for name, value in found.items() if value is None]
    if missing:
        raise SettingMissing(
            f"Set {' and '.join(missing)} first; you find it in the app's settings at https://api.slack.com/apps."
            " Without an app, begin with `fika manifest`."
        )
    return [value.get_secret_value() for value in found.values() if value is not None]


def _greeted(settings: Settings, token: str, how: str, stop: Stop) -> "SlackApp | None":
    """The app, after saying where it is; None where we were told to stop before Slack had answered.

    Raises:
        TokenRefused: the bot's token is not accepted.
    """
    from importlib.metadata import version

    from bot.bootstrap import slack_app
    from bot.slack.client import web_client
    from bot.slack.serving import log_to_stderr, patiently, who_we_are

    log_to_stderr(settings.log)
    client = web_client(token, settings.slack_api_url)
    made = patiently(lambda: (who_we_are(client), slack_app(settings)), stop)
    if made is None:
        return None
    us, app = made
    say([f"Fika {version('fika')} is in {us.team} ({us.team_id}) as {us.user}, {how}. Pack: {settings.pack}."])
    for hint in _hints(settings, us.team_id):
        log.info("%s", hint)
    return app


def _hints(settings: Settings, team: str) -> list[str]:
    """What a first start often lacks."""
    from bot.bootstrap import build
    from bot.flows.packs import count_accounts, is_published

    ports = build(settings)
    hints = []
    if settings.team not in ("local", team):
        hints.append(f"FIKA_TEAM is {settings.team}, but this workspace is {team}: the command line sees another team.")
    if not is_published(settings.pack, team, ports):
        hints.append(f"The pack is not published here: its content cannot be searched. FIKA_TEAM={team} fika ingest")
    if not count_accounts(settings.pack, team, ports):
        hints.append(f"There are no accounts here yet. FIKA_TEAM={team} fika import FILE")
    return hints
