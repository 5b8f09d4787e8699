"""Files: which uploaded files a person may open."""

import json
from collections.abc import Iterator
from typing import Any

from bot.playground.model import File
from bot.playground.page.stage import Seat, Stage, seat


def may_open(stage: Stage, person: str, id_: str) -> File | None:
    """A file that this person sees: their own, one in a channel they see, or one that is shown to them in blocks."""
    world = stage.world
    with world.lock:
        file, user, at = world.files.get(id_), world.users.get(person), seat(stage, person)
        if file is None or user is None or at is None or at.user is not user:
            return None
        if file.user == user.id or any(one in at.channels for one in file.channels):
            return file
        # What an app shows in blocks alone is in no channel.
        return file if not file.channels and any(id_ in json.dumps(one) for one in _shown(at)) else None


def _shown(at: Seat) -> Iterator[Any]:
    world = at.stage.world
    for channel in at.channels.values():
        for message in (*channel.messages.values(), *channel.ephemerals.get(at.user.id, ())):
            yield message.blocks
    for view in world.modals.get(at.user.id, ()):
        yield view.payload
    for (user, _), view in world.homes.items():
        if user == at.user.id:
            yield view.payload
