"""Users: the methods on people."""

from bot.playground.api.method import Answer, Asked, Refused, method
from bot.playground.api.paging import page
from bot.playground.api.places import person_of
from bot.playground.api.shapes import profile_json, user_json


@method("users.info", "users:read")
def users_info(asked: Asked) -> Answer:
    """A person."""
    person = person_of(asked, asked.text("user", "user_not_found"))
    return {"user": user_json(asked.world, person, asked.app, locale=asked.flag("include_locale"))}


@method("users.list", "users:read")
def users_list(asked: Asked) -> Answer:
    """The people of the workspace."""
    people = [one for one in asked.world.users.values() if one.team == asked.app.team]
    part, more = page(asked, people, 200)
    locale = asked.flag("include_locale")
    shown = [user_json(asked.world, one, asked.app, locale=locale) for one in part]
    return {"members": shown, "cache_ts": int(asked.world.now()), **more}


@method("users.getPresence", "users:read")
def users_get_presence(asked: Asked) -> Answer:
    """Whether somebody is there: everybody always is. Of itself an app learns why."""
    user = asked.maybe("user") or asked.app.bot_user
    if person_of(asked, user).id != asked.app.bot_user:
        return {"presence": "active"}
    since = {"auto_away": False, "manual_away": False, "last_activity": int(asked.world.now())}
    return {"presence": "active", "online": True, "connection_count": 1, **since}


@method("users.profile.get", "users.profile:read")
def users_profile_get(asked: Asked) -> Answer:
    """What a person says of themselves."""
    return {"profile": profile_json(person_of(asked, asked.maybe("user") or asked.app.bot_user), asked.app)}


@method("users.lookupByEmail", "users:read.email")
def users_lookup_by_email(asked: Asked) -> Answer:
    """The person with that address.

    Raises:
        Refused: there is none.
    """
    email = asked.text("email").casefold()
    for person in asked.world.users.values():
        if person.team == asked.app.team and not person.deleted and (person.email or "").casefold() == email:
            return {"user": user_json(asked.world, person, asked.app)}
    raise Refused("users_not_found")
