"""The local Slack as a process of its own."""

import json
import signal
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from bot.cli.terminal import say
from bot.core.errors import FikaError

if TYPE_CHECKING:  # a cold start is short
    from bot.playground.model import Installed
    from bot.playground.server import LocalSlack

MANIFEST = Path("manifest.json")


class ManifestUnreadable(FikaError):
    """Raised when the manifest of the app to install cannot be used."""


class NoPage(FikaError):
    """Raised when the page of the local Slack is asked for."""


def playground(
    headless: Annotated[bool, typer.Option("--headless", help="Without a page in the browser.")] = False,
    port: Annotated[int, typer.Option(min=0, max=65535, help="Where to listen; 0 for any free port.")] = 0,
    manifest: Annotated[Path, typer.Option(help="The manifest of the app to install.")] = MANIFEST,
    team: Annotated[list[str] | None, typer.Option(help="A workspace's name; may be given more than once.")] = None,
    request_url: Annotated[str | None, typer.Option(help="Send signed requests there, not over Socket Mode.")] = None,
    retry_scale: Annotated[float, typer.Option(help="What the waiting before retries is multiplied by.")] = 1.0,
    classic: Annotated[bool, typer.Option("--classic", help="Know only the classic methods and blocks.")] = False,
) -> None:
    """Run a local simulation of Slack, for tests and demos. It is never a production server."""
    if not headless:
        raise NoPage("The local Slack has no page. Run `fika playground --headless`.")
    from bot.playground.delivery import Pace
    from bot.playground.server import LocalSlack

    wanted = _manifest(manifest)
    stopped = threading.Event()
    for one in (signal.SIGTERM, signal.SIGINT):
        signal.signal(one, lambda *_: stopped.set())
    slack = LocalSlack(port=port, teams=team or ("Home",), pace=Pace(scale=retry_scale))
    slack.world.classic = classic
    run(slack, wanted, stopped, request_url)


def run(slack: "LocalSlack", manifest: dict[str, Any], stopped: threading.Event, request_url: str | None) -> None:
    """Serve until it is stopped, with the app installed in every workspace that is not a partner's.

    Args:
        slack: what to serve.
        manifest: of the app.
        stopped: set when it is to end.
        request_url: where signed requests go, in place of Socket Mode.
    """
    # Another company's workspace, which channels are shared with, has none of its own.
    owners = {one.team for one in slack.world.channels.values()}
    homes = [one for one in slack.world.workspaces.values() if one.id in owners]
    with slack:
        apps = [slack.install(manifest, one.id, request_url=request_url, channels=("sales",)) for one in homes]
        say(_lines(slack, [one.name for one in homes], apps))
        stopped.wait()


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


def _lines(slack: "LocalSlack", teams: list[str], apps: "list[Installed]") -> list[str]:
    lines = [
        "# A local simulation of Slack, in memory, on this computer alone. Never a production server.",
        f"# Control: {slack.base_url}/control/state    Stop: Ctrl-C",
    ]
    for number, (team, app) in enumerate(zip(teams, apps, strict=True)):
        lines.append(f"# {app.name} in the workspace {team}:")
        # Only one workspace's variables can be copied into one environment.
        before = "# " if number else ""
        lines += [f"{before}{name}={value}" for name, value in slack.environment(app).items()]
        lines.append(f"{before}FIKA_TEAM={app.team}")
    return lines
