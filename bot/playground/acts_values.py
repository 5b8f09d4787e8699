"""Values: what a page may send for one element, checked as Slack's client checks it before anything is kept or sent."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from bot.playground.acts_elements import Blocks, ClientRefuses, Element, elements, value_of
from bot.playground.api.shapes import file_json
from bot.playground.model import Channel, File, Json, User
from bot.playground.world import World

_TIME = re.compile(r"([01]\d|2[0-3]):[0-5]\d")
_LATEST = 10**10
"""The first second that Slack does not take for a moment: it has eleven digits."""
_MOST_FILES = 10


def exact(blocks: Blocks, block_id: str, action_id: str) -> Element:
    """The element of that block and action id.

    Raises:
        ClientRefuses: there is none.
    """
    for element in elements(blocks):
        if (element.block_id, element.action_id) == (block_id, action_id):
            return element
    raise ClientRefuses("That is not there any more.")


def taken(world: World, user: User, element: Element, given: Any, offered: Sequence[Mapping[str, Any]] = ()) -> Json:
    """The value of an element that a person filled in, as the state holds it.

    Args:
        world: where the people, channels and files are that may be chosen.
        user: who fills it in.
        element: what is filled in.
        given: as `press` of web/src/acts.ts describes it.
        offered: the options that the app offered, for an element that asks for them.

    Raises:
        ClientRefuses: the element does not take that, or the person does not see it.
    """
    try:
        return _taken(world, user, element, given, offered)
    except (TypeError, ValueError):
        raise ClientRefuses("That cannot be filled in here.") from None


def _taken(world: World, user: User, element: Element, given: Any, offered: Sequence[Mapping[str, Any]]) -> Json:
    kind = element.type
    if kind.endswith("conversations_select"):
        given = _opened(world, user, given)
    ids = [one for one in (given if isinstance(given, list) else [given]) if one is not None]
    if kind.endswith("users_select"):
        _check_people(world, user, ids)
    elif kind.endswith(("conversations_select", "channels_select")):
        _check_channels(world, user, element, ids)
    elif kind in _CHECKS and given is not None:
        _CHECKS[kind](given)
    elif kind == "file_input":
        return value_of(element, [file_json(world, one) for one in _files(world, user, element, ids)])
    return value_of(element, given, offered)


def _check_people(world: World, user: User, ids: Iterable[Any]) -> None:
    for id_ in ids:
        chosen = world.users.get(id_)
        shared = any(id_ in one.members and world.may_see(user, one) for one in world.channels.values())
        if chosen is None or chosen.deleted or not (chosen.team == user.team or shared):
            raise ClientRefuses("There is no such person.")


def _opened(world: World, user: User, given: Any) -> Any:
    """The same choice with the direct message in the place of each person, as Slack writes it."""
    if isinstance(given, list):
        return [_opened(world, user, one) for one in given]
    other = world.users.get(given) if isinstance(given, str) else None
    if other is None or other.is_bot or other.id == user.id:
        return given
    _check_people(world, user, [other.id])
    return world.open_dm(user.id, other.id).id


def _check_channels(world: World, user: User, element: Element, ids: Iterable[Any]) -> None:
    for id_ in ids:
        chosen = world.channels.get(id_)
        if chosen is None or not world.may_see(user, chosen) or not _fits(world, element, chosen):
            raise ClientRefuses("There is no such channel to choose.")


def _fits(world: World, element: Element, channel: Channel) -> bool:
    if element.type.endswith("channels_select"):
        return not (channel.is_im or channel.is_mpim or channel.is_private)
    wanted = element.json.get("filter") or {}
    kind = "im" if channel.is_im else "mpim" if channel.is_mpim else "private" if channel.is_private else "public"
    outside = channel.is_ext_shared and wanted.get("exclude_external_shared_channels")
    bots = channel.is_im and wanted.get("exclude_bot_users") and any(world.users[one].is_bot for one in channel.members)
    return kind in wanted.get("include", (kind,)) and not outside and not bots


def _files(world: World, user: User, element: Element, ids: Sequence[Any]) -> list[File]:
    most = element.json.get("max_files", _MOST_FILES)
    if len(ids) > most:
        raise ClientRefuses(f"Please add no more than {most} {'file' if most == 1 else 'files'}.")
    files = [world.files.get(id_) for id_ in ids]
    found = [one for one in files if one is not None and one.user == user.id]
    if len(found) != len(ids):
        raise ClientRefuses("There is no such file.")
    for one in found:
        check_type(element, one.name)
    return found


def check_type(element: Element, name: str) -> None:
    """Insist that a file input takes a file of that name.

    Raises:
        ClientRefuses: it takes others.
    """
    kinds = [str(one).lower().lstrip(".") for one in element.json.get("filetypes") or ()]
    if kinds and name.rpartition(".")[2].lower() not in kinds:
        raise ClientRefuses(f"Please add a file of one of these types: {', '.join(kinds)}.")


def _check_date(given: Any) -> None:
    try:
        date.fromisoformat(given)
    except (TypeError, ValueError):
        raise ClientRefuses("Please choose a date.") from None


def _check_time(given: Any) -> None:
    if not isinstance(given, str) or not _TIME.fullmatch(given):
        raise ClientRefuses("Please choose a time.")


def _check_moment(given: Any) -> None:
    if not isinstance(given, int) or isinstance(given, bool) or not 0 <= given < _LATEST:
        raise ClientRefuses("Please choose a date and a time.")


def _check_rich(given: Any) -> None:
    known = isinstance(given, Mapping) and given.get("type") == "rich_text"
    if not known or not isinstance(given.get("elements"), list):
        raise ClientRefuses("That is no formatted text.")


_CHECKS = {
    "datepicker": _check_date,
    "timepicker": _check_time,
    "datetimepicker": _check_moment,
    "rich_text_input": _check_rich,
}
