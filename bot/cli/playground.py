"""The local Slack as a process of its own."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from bot.cli.browser import open_page
from bot.cli.terminal import say
from bot.core.errors import FikaError
from bot.ports.stop import Stop, told_by_signals

if TYPE_CHECKING:  # a cold start is short
    from bot.playground.model import Installed, Workspace
    from bot.playground.server import LocalSlack

MANIFEST = Path("manifest.json")


class ManifestUnreadable(FikaError):
    """Raised when the manifest of the app to install cannot be used."""


def playground(
    headless: Annotated[bool, typer.Option("--headless", help="Without a page in the browser.")] = False,
    no_browser: Annotated[bool, typer.Option("--no-browser", help="Serve the page and open nothing.")] = False,
    port: Annotated[int, typer.Option(min=0, max=65535, help="Where to listen; 0 for any free port.")] = 0,
    manifest: Annotated[Path, typer.Option(help="The manifest of the app to install.")] = MANIFEST,
    team: Annotated[list[str] | None, typer.Option(help="A workspace's name; may be given more than once.")] = None,
    person: Annotated[
        list[str] | None,
        typer.Option(help="Somebody else in every workspace, by name; may be given more than once.", metavar="NAME"),
    ] = None,
    request_url: Annotated[str | None, typer.Option(help="Send signed requests there, not over Socket Mode.")] = None,
    retry_scale: Annotated[float, typer.Option(help="What the waiting before retries is multiplied by.")] = 1.0,
    classic: Annotated[bool, typer.Option("--classic", help="Know only the classic methods and blocks.")] = False,
) -> None:
    """Run a local simulation of Slack for any app, with a page in the browser. It is never a production server."""
    from bot.playground.delivery import Pace
    from bot.playground.page.routes import BUILT
    from bot.playground.server import LocalSlack

    wanted = _manifest(manifest)
    slack = LocalSlack(
        port=port, teams=team or ("Home",), pace=Pace(scale=retry_scale), page=None if headless else BUILT
    )
    slack.world.classic = classic
    _add_people(slack, person or [])
    with told_by_signals(to_the_end=True) as stop:
        run(slack, wanted, stop, request_url, page=not headless, opened=not (headless or no_browser))


def run(
    slack: "LocalSlack",
    manifest: dict[str, Any],
    stop: Stop,
    request_url: str | None,
    *,
    page: bool = False,
    opened: bool = False,
) -> None:
    """Serve until it is stopped, with the app installed in every workspace that is not a partner's.

    Args:
        slack: what to serve.
        manifest: of the app.
        stop: says when it is to end.
        request_url: where signed requests go, in place of Socket Mode.
        page: whether there is a page, whose address is to be said.
        opened: whether a browser is to open it.
    """
    homes = homes_of(slack)
    with slack:
        apps = [slack.install(manifest, one.id, request_url=request_url, channels=("sales",)) for one in homes]
        say(_lines(slack, [one.name for one in homes], apps, page=page))
        if opened:
            open_page(slack.base_url)
        stop.wait()


def homes_of(slack: "LocalSlack") -> "list[Workspace]":
    """The workspaces that are not a partner's; another company's has no channels of its own."""
    owners = {one.team for one in slack.world.channels.values()}
    return [one for one in slack.world.workspaces.values() if one.id in owners]


def _add_people(slack: "LocalSlack", names: list[str]) -> None:
    for home in homes_of(slack):
        known = {one.name for one in slack.world.users.values() if one.team == home.id}
        for name in dict.fromkeys(names):
            if name not in known:
                slack.add_person(name, home.id)


def _manifest(path: Path) -> dict[str, Any]:
    from bot.playground.rules import manifest_faults

    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ManifestUnreadable(f"{path} cannot be read: {error.strerror}. Name one with --manifest.") from error
    except ValueError as error:
        raise ManifestUnreadable(f"{path} is no JSON: {error}.") from error
    faults = manifest_faults(found)
    if faults:
        listed = "\n".join(f"  {fault.pointer or '/'}: {fault.why}" for fault in faults)
        raise ManifestUnreadable(f"Slack would refuse {path}:\n{listed}")
    assert isinstance(found, dict), "the rules let nothing else through"
    return found


def _lines(slack: "LocalSlack", teams: list[str], apps: "list[Installed]", *, page: bool) -> list[str]:
    lines = [
        "# A local simulation of Slack, in memory, on this computer alone. Never a production server.",
        *([f"# Page: {slack.base_url}/"] if page else []),
        f"# Control: {slack.base_url}/control/state    Stop: Ctrl-C",
    ]
    for number, (team, app) in enumerate(zip(teams, apps, strict=True)):
        lines.append(f"# {app.name} in the workspace {team}:")
        # Only one workspace's variables can be copied into one environment.
        before = "# " if number else ""
        lines += [f"{before}{name}={value}" for name, value in slack.environment(app).items()]
        lines.append(f"{before}FIKA_TEAM={app.team}")
    return lines
