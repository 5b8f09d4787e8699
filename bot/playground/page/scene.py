"""Scene: everything that one person sees, as the parts that web/src/protocol.ts describes.

The parts are made anew each time and compared with what was sent: nothing has to say what it changed. What is in no
part is not seen: another person's ephemeral messages, Home and modals, and channels that the person may not see.
"""

from typing import Any

from bot.playground.page.looking import Looking
from bot.playground.page.scene_places import app_part, channel_part, person_parts, world_part
from bot.playground.page.scene_talk import message_parts
from bot.playground.page.scene_views import home_parts, modals_part, thread_parts
from bot.playground.page.scene_work import call_parts, exchange_parts
from bot.playground.page.stage import Stage, seat

Parts = dict[str, Any]


def scene(stage: Stage, looking: Looking) -> Parts:
    """All that a page shows of what it looks at; its values are read and never changed."""
    bench = stage.bench.report() if stage.bench is not None else None
    with stage.world.lock:
        parts = _parts(stage, looking)
    if bench is not None:
        parts["bench"] = bench
    return parts


def entered(stage: Stage, looking: Looking) -> Looking:
    """The same, with a channel by its id, also where a name is given; where none is given, the one that the page opens.

    That is the first public one that the person is in, else a private one, else an app.
    """
    if looking.channel in stage.world.channels:
        return looking
    with stage.world.lock:
        at = seat(stage, looking.person)
        if at is None:
            return looking
        mine = [one for one in at.channels.values() if at.user.id in one.members and not one.is_archived]
        wanted = next((one.id for one in at.channels.values() if one.name and one.name == looking.channel), None)
        if wanted is not None:
            return looking.model_copy(update={"channel": wanted})
        mine.sort(key=lambda one: (one.is_private, one.name))
        named = [(one.name, one.id) for one in mine if not one.is_im]
        apps = sorted((one.name, stage.world.open_im(one, at.user.id).id) for one in at.apps)
        first = next((id_ for _, id_ in (*named, *apps)), None)
        return looking.model_copy(update={"channel": first})


def _parts(stage: Stage, looking: Looking) -> Parts:
    at = seat(stage, looking.person)
    if at is None:
        return {"world": world_part(stage.world, None)}
    parts: Parts = {"world": world_part(stage.world, at.user)}
    parts |= {f"app/{one.app}": app_part(at, one) for one in at.apps}
    parts |= {f"channel/{one.id}": channel_part(at, one) for one in at.channels.values()}
    messages = message_parts(at, looking)
    parts |= messages
    parts |= person_parts(at, messages.values())
    parts |= thread_parts(at)
    parts |= home_parts(at)
    parts["modals"] = modals_part(at)
    parts["troubles"] = [
        {"id": one.number, "text": one.text} for one in stage.office.troubles if one.user == at.user.id
    ]
    if looking.inspecting:
        parts |= exchange_parts(at)
        parts |= call_parts(at)
    return parts
