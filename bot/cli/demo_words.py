"""Words of the demonstration: what is printed, and what somebody new reads in the local Slack."""

from collections.abc import Sequence
from pathlib import Path
from urllib.parse import urlencode

from bot.playground.model import Installed
from bot.playground.server import LocalSlack

REP, MANAGER, ADMIN = "rep", "manager", "admin"
SALES = "sales"
_KNOWN = "Fogbarrel"
"""The account of the example pack that shows the most."""


def address(slack: LocalSlack, app: Installed) -> str:
    """Where the page is: in front of the direct messages with Fika, as a rep."""
    rep = slack.person(REP, app).user.id
    return f"{slack.base_url}/?{urlencode({'person': rep, 'channel': slack.world.open_im(app, rep).id})}"


def started(url: str, folder: Path, log: Path) -> list[str]:
    """What is printed once Fika answers."""
    return [
        "",
        f"Fika is in a local simulation of Slack:  {url}",
        "",
        f"  Edit the pack with any editor:  {folder}",
        "                                  what you save is checked and answered from at once",
        f"  What Fika logs:                 {log}",
        "  Stop:                           Ctrl-C",
        "",
    ]


def welcome(slack: LocalSlack, app: Installed, accounts: Sequence[str]) -> None:
    """Tell everybody in the sales channel, each alone as Slack itself does, what there is to do."""
    world = slack.world
    channel = next(one for one in world.channels.values() if one.name == SALES and one.team == app.team)
    for name in (REP, MANAGER, ADMIN):
        person = slack.person(name, app).user.id
        if person in channel.members:
            world.whisper(channel, person, "\n".join(_lines(name, app, accounts)))


def _lines(name: str, app: Installed, accounts: Sequence[str]) -> list[str]:
    account = _KNOWN if _KNOWN in accounts else next(iter(accounts), None)
    lines = [f"This is a local simulation of Slack with {app.name} in it, on this computer alone. Try here:"]
    lines.append(f"• mention it: `@{app.name} {f'does {account} fit?' if account else 'help'}`")
    lines.append(f"• or ask so that only you see the answer: `/fika {f'fit {account}' if account else 'help'}`")
    if name == MANAGER:
        lines.append("• see what reps found to be missing: `/fika gaps`")
    lines.append(f"• write to {app.name} itself, under Apps: `{f'let us qualify {account}' if account else 'help'}`")
    if name == ADMIN:
        lines.append(f"• you are an admin: the settings are on {app.name}'s Home tab")
    lines.append("You may act as somebody else at any time, in the list of people.")
    return lines
