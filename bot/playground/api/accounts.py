"""Accounts: the methods on tokens, apps and workspaces."""

from bot.playground.api.method import Answer, Asked, Refused, method
from bot.playground.api.shapes import PHOTO
from bot.playground.model import Json


@method("auth.test")
def auth_test(asked: Asked) -> Answer:
    """Whose token it is."""
    workspace = asked.world.workspaces[asked.app.team]
    return {
        "url": f"https://{workspace.domain}.slack.com/",
        "team": workspace.name,
        "user": asked.world.users[asked.app.bot_user].name,
        "team_id": asked.app.team,
        "user_id": asked.app.bot_user,
        "bot_id": asked.app.bot,
        "is_enterprise_install": False,
    }


@method("auth.revoke")
def auth_revoke(asked: Asked) -> Answer:
    """Take the token away; only in earnest where it is no test."""
    test = asked.flag("test")
    if not test:
        asked.world.revoke(asked.app)
    return {"revoked": not test}


@method("bots.info", "users:read")
def bots_info(asked: Asked) -> Answer:
    """What is known of a bot.

    Raises:
        Refused: there is none.
    """
    bot = asked.maybe("bot") or asked.app.bot
    known = next((one for one in asked.world.apps.values() if (one.bot, one.team) == (bot, asked.app.team)), None)
    if known is None:
        raise Refused("bot_not_found")
    info = {"id": bot, "deleted": known.revoked, "name": known.name, "updated": int(asked.world.now())}
    return {"bot": info | {"app_id": known.app, "user_id": known.bot_user, "icons": {"image_72": PHOTO}}}


@method("team.info", "team:read")
def team_info(asked: Asked) -> Answer:
    """What is known of the workspace.

    Raises:
        Refused: another one was asked for.
    """
    workspace = asked.world.workspaces[asked.app.team]
    if asked.maybe("team") not in (None, workspace.id):
        raise Refused("team_not_found")
    info: Json = {"id": workspace.id, "name": workspace.name, "domain": workspace.domain}
    return {"team": info | {"email_domain": "", "icon": {"image_default": True}}}


@method("emoji.list", "emoji:read")
def emoji_list(asked: Asked) -> Answer:
    """The workspace's own emoji: none."""
    return {"emoji": {}, "cache_ts": asked.world.next_ts()}


@method("dnd.info", "dnd:read")
def dnd_info(asked: Asked) -> Answer:
    """Whether a person wants to be left alone: never.

    Raises:
        Refused: there is no such person.
    """
    user = asked.maybe("user") or asked.app.bot_user
    if user not in asked.world.users:
        raise Refused("user_not_found")
    return {"dnd_enabled": False, "next_dnd_start_ts": 1, "next_dnd_end_ts": 1, "snooze_enabled": False}


@method("usergroups.list", "usergroups:read")
def usergroups_list(_: Asked) -> Answer:
    """The groups of people: none."""
    return {"usergroups": []}
