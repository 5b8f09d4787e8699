"""Start: the workspace that the local Slack begins with, and the environment that an app needs to reach it."""

from collections.abc import Mapping

from bot.playground.model import Installed, Workspace
from bot.playground.world import World

CHANNELS = ("sales", "deals", "with-partner")
"""The channels of a workspace: a public one, a private one, and one that is shared with another company."""


def furnish(world: World, name: str) -> Workspace:
    """A workspace with people by their roles, beside another company's."""
    home = world.add_workspace(name)
    other = world.add_workspace(f"{name} partner")
    rep, manager, admin = (world.add_user(home.id, role).id for role in ("rep", "manager", "admin"))
    world.users[admin].is_admin = True
    guest = world.add_user(home.id, "guest", is_restricted=True).id
    partner = world.add_user(other.id, "partner").id
    world.add_channel(home.id, "sales", (admin, rep, manager, guest))
    world.add_channel(home.id, "deals", (manager, rep), is_private=True)
    world.add_channel(home.id, "with-partner", (rep, manager, partner), is_ext_shared=True, shared_with={other.id})
    return home


def environment(installed: Installed, api_url: str) -> Mapping[str, str]:
    """What an app needs to know, by environment variable."""
    return {
        "SLACK_API_URL": api_url,
        "SLACK_BOT_TOKEN": installed.bot_token,
        "SLACK_APP_TOKEN": installed.app_token,
        "SLACK_SIGNING_SECRET": installed.signing_secret,
    }
